//! The line that says how a resolution was adopted, read through the slips of a scanner.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use strsim::damerau_levenshtein;

use crate::passage::Passage;
use crate::pattern::regex;

/// The words that such lines are made of, beside numbers and the names of members.
const WORDS: &[&str] = &[
    "abstaining",
    "abstention",
    "abstentions",
    "adopted",
    "against",
    "consensus",
    "favour",
    "meeting",
    "member",
    "members",
    "none",
    "participate",
    "present",
    "private",
    "unanimously",
    "vote",
    "voted",
    "votes",
    "voting",
    "with",
    "without",
];
/// What the first word is.
const OPENING: &[&str] = &["adopted", "approved", "carried"];
/// Words behind the first one.
static SECOND: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^\W*(?:at|a t|by|hy|unan|without|with|in|as|the)\b|^\W*un?-?a?n"));
static WORD: LazyLock<Regex> = LazyLock::new(|| regex(r"[\p{L}\p{N}|]+"));

/// Whether a line opens the closing line of a resolution: "Adopted at the ...".
pub(super) fn is_closing(line: &str) -> bool {
    let words: Vec<&str> = WORD
        .find_iter(line)
        .take(2)
        .map(|word| word.as_str())
        .collect();
    let Some(first) = words.first().filter(|first| first.starts_with(is_capital)) else {
        return false;
    };
    let split = words.concat();
    let opening = if is_opening(first) {
        *first
    } else if is_one_of(&split, OPENING) {
        words[1]
    } else {
        return is_broken(line);
    };
    let rest = &line[opening.as_ptr() as usize - line.as_ptr() as usize + opening.len()..];
    rest.trim().is_empty() || SECOND.is_match(rest)
}

/// "Adop-", which the next line goes on with.
fn is_broken(line: &str) -> bool {
    let part = line.trim().strip_suffix('-');
    part.is_some_and(|part| part.len() > 1 && "Adopted".starts_with(part))
}

fn is_capital(c: char) -> bool {
    c.is_uppercase()
}

/// Whether a word is the first of closing lines or is it misread; "Adopts" is another word.
fn is_opening(word: &str) -> bool {
    is_one_of(word, OPENING)
        || meant(word, &OPENING[..1]).is_some() && !word.ends_with('s') && !word.ends_with("ing")
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| looks(known) == looks(word))
}

/// The passage of a closing line with its misread words as they were printed.
pub(super) fn mended(passage: &Passage) -> Passage {
    let text = passage.text();
    let words: Vec<Range<usize>> = WORD.find_iter(text).map(|word| word.range()).collect();
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let next = words.get(at + 1).filter(|next| next.start == word.end + 1);
        let joined = next.and_then(|next| {
            let parts = [&text[word.clone()], &text[next.clone()]];
            let known = parts.iter().any(|part| is_one_of(part, WORDS));
            let whole = WORDS
                .iter()
                .find(|known| looks(known) == looks(&parts.concat()))?;
            (!known).then_some((word.start..next.end, *whole))
        });
        if let Some(joined) = joined {
            edits.push(joined);
            at += 1;
        } else if let Some(meant) = meant(&text[word.clone()], WORDS)
            && !text[word.clone()].eq_ignore_ascii_case(meant)
        {
            edits.push((word.clone(), meant));
        }
        at += 1;
    }
    passage.mended(&edits)
}

/// The one word that a misread word can be: it looks alike, or a few of its letters differ.
fn meant<'a>(word: &str, words: &[&'a str]) -> Option<&'a str> {
    let seen = looks(word);
    if let Some(same) = words.iter().find(|known| looks(known) == seen) {
        return Some(same);
    }
    let mut alike = words.iter().filter(|known| {
        let allowed = match known.len() {
            0..=4 => 0,
            5..=7 => 1,
            _ => 2,
        };
        let length = known.len().abs_diff(word.len());
        length <= allowed && damerau_levenshtein(&looks(known), &seen) <= allowed
    });
    let first = alike.next()?;
    alike.next().is_none().then_some(*first)
}

/// A word with one letter for all that a scanner takes for one another.
fn looks(word: &str) -> String {
    word.to_lowercase()
        .replace("rn", "m")
        .replace("cl", "d")
        .replace(['1', 'l', '|'], "i")
        .replace('0', "o")
        .replace('5', "s")
        .replace('9', "g")
        .replace("in", "m")
}

#[cfg(test)]
mod tests {
    use super::{is_closing, mended};
    use crate::passage::Passage;

    #[test]
    fn the_first_words_may_be_misread_or_broken() {
        for line in [
            "Adopted at the 5th meeting",
            "Adapted at the 2nd meeting by",
            "Ad0pted unanirnously at the",
            "Adoptecl at",
            "Adop ted at the",
            "Adopted",
            "Adopt-",
            "Adopted a t the",
        ] {
            assert!(is_closing(line), "{line}");
        }
        for line in [
            "Adopts the plan",
            "Adopted measures are",
            "Adopting a",
            "Accepted by the parties",
            "Adapts the",
        ] {
            assert!(!is_closing(line), "{line}");
        }
    }

    #[test]
    fn words_of_the_vote_are_mended_and_names_are_not() {
        let read = |line: &str| mended(&Passage::new(line, 0..line.len())).text().to_owned();
        assert_eq!(
            read(
                "Ad0pted at the 55th meetmg by 9 vo tes to none, wilh 2 absteritions (Malta, Benin)"
            ),
            "adopted at the 55th meeting by 9 votes to none, wilh 2 abstentions (Malta, Benin)"
        );
        assert_eq!(
            read("adopted by 11 votes to n0ne"),
            "adopted by 11 votes to none"
        );
        let plain = "Adopted unanimously at the 9th meeting, United States, Sweden voting";
        assert_eq!(read(plain), plain);
    }
}
