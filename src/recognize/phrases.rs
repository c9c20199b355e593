//! Names that no list holds, recognized by their form: capitalized phrases with a telling head
//! noun ("Joint Commission", "Convention on ...", "United Nations Mission of Observers in ...").

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Match, Regex};

use crate::lexicon::Lexicon;
use crate::pattern::regex;
use crate::recognize::dates::MONTHS;

/// A capitalized phrase and what its head noun denotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// The class that the head noun denotes: `FormalOrganization`, `Agreement`.
    pub class: String,
    /// The acronym that follows in brackets.
    pub acronym: Option<String>,
}

const CAPITALIZED: &str = r"\p{Lu}[\p{L}\p{N}’']*(?:[-–]\p{L}+)*";

/// Words with capitals and the small words that may join them.
static RUN: LazyLock<Regex> = LazyLock::new(|| {
    let join = "(?:of|a|an|for|in|on|to|and|the|against|relating|relative|concerning|with|at|de|del|la|du|des|da|do|para)";
    regex(&format!(
        r"{CAPITALIZED}(?:(?: {join}){{0,3}} {CAPITALIZED})*"
    ))
});
/// The name of a ship.
static SHIP: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:USS|USNS|HMS|HMAS|RMS|MV|MS|SS) "));
static TOPICS: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?:, \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)+,? and \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?\b")
});
static WORD: LazyLock<Regex> = LazyLock::new(|| regex(r"[^ ]+"));
static ACRONYM: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^,? \((?:the )?[“\x22]?(?P<acronym>[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[-/][A-Z]+)?)[”\x22]?[;,)]",
    )
});

/// Words with a capital that begin a phrase without being part of its name.
const OPENERS: &[&str] = &[
    "The",
    "A",
    "An",
    "In",
    "On",
    "At",
    "By",
    "For",
    "From",
    "To",
    "This",
    "That",
    "These",
    "Those",
    "Its",
    "Their",
    "His",
    "Her",
    "All",
    "Both",
    "Each",
    "Any",
    "Some",
    "Such",
    "As",
    "With",
    "Under",
    "After",
    "Before",
    "When",
    "While",
    "During",
    "Since",
    "If",
    "Further",
    "Also",
    "And",
    "Other",
    "Meanwhile",
    "However",
    "Moreover",
    "Finally",
];

/// Joins after which a name may go on with "and": topics, such as "on Security and Cooperation".
const TOPIC_JOINS: &[&str] = &["on", "for", "against", "relating", "relative", "concerning"];

/// The phrases of a text whose head noun the ontology knows.
#[must_use]
pub fn phrases_in(text: &str, lexicon: &Lexicon) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for run in RUN.find_iter(text) {
        if SHIP.is_match(run.as_str()) {
            continue;
        }
        let words: Vec<Range<usize>> = WORD
            .find_iter(run.as_str())
            .map(|word| run.start() + word.start()..run.start() + word.end())
            .collect();
        let mut at = 0;
        while at < words.len() {
            at = match phrase_at(text, &words[at..], lexicon) {
                Some((phrase, length)) => {
                    phrases.push(phrase);
                    at + length
                }
                None => at + 1,
            };
        }
    }
    phrases
}

/// The phrase that begins at the first word, and how many words it takes.
fn phrase_at(text: &str, words: &[Range<usize>], lexicon: &Lexicon) -> Option<(Phrase, usize)> {
    let word = |index: usize| &text[words[index].clone()];
    if !can_begin(word(0), lexicon) {
        return None;
    }
    let nucleus = (0..words.len())
        .take_while(|index| is_capitalized(word(*index)))
        .count();
    let (length, class) = if let Some((length, class)) = head(text, &words[..nucleus], lexicon) {
        let numeral = (length..nucleus)
            .take(1)
            .filter(|next| looks_like_numeral(word(*next)));
        let length = length + numeral.count();
        let rest = if length < nucleus {
            &[]
        } else {
            &words[length..]
        };
        let class = with_join(text, &words[length - 1..], lexicon).unwrap_or(class);
        let complement = complement(text, rest, length == 1, &class, lexicon);
        if length == 1 && complement == 0 {
            return None;
        }
        (length + complement, class)
    } else {
        let end = agreement_end(text, words, nucleus, lexicon)?;
        (end, "Agreement".to_owned())
    };
    let end = words[length - 1].end;
    let range = words[0].start..end + topics(&text[words[0].start..end], &text[end..], lexicon);
    let acronym = ACRONYM
        .captures(&text[range.end..])
        .map(|c| c["acronym"].to_owned());
    Some((
        Phrase {
            range,
            class,
            acronym,
        },
        length,
    ))
}

/// How far a list of topics goes on behind a name: "Commission for Disarmament", ", Demobilization
/// and Reintegration".
fn topics(name: &str, rest: &str, lexicon: &Lexicon) -> usize {
    let is_topic = name.split(' ').any(|word| TOPIC_JOINS.contains(&word));
    let is_state = |list: &Match| scheme_at(rest, list.start() + 2, lexicon) == Some("states");
    let list = TOPICS.find(rest).filter(|list| is_topic && !is_state(list));
    list.map_or(0, |list| list.end())
}

/// The last head noun among capitalized words: how many words reach to it, and its class.
fn head(text: &str, words: &[Range<usize>], lexicon: &Lexicon) -> Option<(usize, String)> {
    let first = words.first()?.start;
    let nucleus = &text[first..words.last()?.end];
    lexicon
        .cues_in("heads", nucleus)
        .iter()
        .rev()
        .find_map(|found| {
            let (start, end) = (first + found.range.start, first + found.range.end);
            let length = words.iter().position(|word| word.end == end)? + 1;
            words.iter().find(|word| word.start == start)?;
            let class = lexicon.concept(found).class.clone();
            Some((length, class))
        })
}

/// The class of a head noun that is one with the small word behind it: an "Office in" a place.
fn with_join(text: &str, words: &[Range<usize>], lexicon: &Lexicon) -> Option<String> {
    let [head, join, ..] = words else {
        return None;
    };
    let both = &text[head.start..join.end];
    let heads = lexicon.cues_in("heads", both);
    let whole = heads.iter().find(|found| found.range == (0..both.len()))?;
    Some(lexicon.concept(whole).class.clone())
}

/// How many words after the head belong to the name: "of Experts", "on Security and Cooperation
/// in Europe". A bare head, such as "Mission", takes no place: "the Mission in the south"; nor
/// does an agreement take where and when it was signed.
fn complement(
    text: &str,
    rest: &[Range<usize>],
    bare: bool,
    class: &str,
    lexicon: &Lexicon,
) -> usize {
    let word = |index: usize| &text[rest[index].clone()];
    let mut length = 0;
    let mut topic = false;
    while length < rest.len() {
        let join = word(length);
        if matches!(join, "a" | "an")
            || join == "and" && !topic
            || join == "to" && word(length + 1) == "the"
            || join == "in" && bare && length == 0
        {
            break;
        }
        let capital = (length..rest.len()).find(|index| is_capitalized(word(*index)));
        let Some(capital) = capital else { break };
        let end = (capital..rest.len())
            .take_while(|index| is_capitalized(word(*index)))
            .count()
            + capital;
        // "the Assembly on the Territory" says on what the Assembly resolved.
        if bare && class == "FormalOrganization" && join == "on" && (capital, rest.len()) == (2, 3)
        {
            break;
        }
        // A name of its own after "and" or "to", such as another body, is not part of this one.
        if join == "in"
            && class != "Mission"
            && !topic
            && is_place(text, rest[capital].start, lexicon)
        {
            break;
        }
        let next = || head(text, &rest[capital..end], lexicon);
        // "Council of Ministers of the Organization of African Unity" names two bodies.
        let is_body = || {
            class == "FormalOrganization"
                && next().is_some_and(|(_, class)| class == "FormalOrganization")
                && !is_context(text, rest[capital].start, lexicon)
        };
        if matches!(join, "and" | "with" | "at") && next().is_some()
            || join == "of" && !(bare && length == 0) && is_body()
        {
            break;
        }
        if MONTHS.contains(&word(capital)) {
            break;
        }
        if matches!(join, "with" | "at") && !topic {
            break;
        }
        topic = topic || TOPIC_JOINS.contains(&join) || class == "Government";
        length = end;
    }
    length
}

/// Whether a listed place begins at a place in a text.
fn is_place(text: &str, at: usize, lexicon: &Lexicon) -> bool {
    scheme_at(text, at, lexicon).is_some_and(|scheme| matches!(scheme, "places" | "states"))
}

/// Whether one of the names that every resolution has begins at a place in a text.
fn is_context(text: &str, at: usize, lexicon: &Lexicon) -> bool {
    scheme_at(text, at, lexicon) == Some("context")
}

/// The scheme of the listed name that begins at a place in a text.
fn scheme_at<'a>(text: &str, at: usize, lexicon: &'a Lexicon) -> Option<&'a str> {
    let names = lexicon.names_in(&text[at..]);
    let first = names.first().filter(|found| found.range.start == 0)?;
    Some(&lexicon.concept(first).scheme)
}

/// The end of a phrase such as "Status of Mission Agreement", whose head noun comes last.
fn agreement_end(
    text: &str,
    words: &[Range<usize>],
    nucleus: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let end = (nucleus..words.len().min(6)).find(|index| {
        let found = lexicon.cues_in("heads", &text[words[*index].clone()]);
        found
            .first()
            .is_some_and(|found| lexicon.concept(found).class == "Agreement")
    })?;
    let joins = words[nucleus..end].iter().map(|word| &text[word.clone()]);
    let joined = joins
        .clone()
        .all(|join| is_capitalized(join) || matches!(join, "of" | "on" | "the"));
    let modified = is_capitalized(&text[words[end - 1].clone()]);
    let goes_on = words
        .get(end + 1)
        .is_some_and(|next| is_capitalized(&text[next.clone()]));
    (joined && modified && !goes_on).then_some(end + 1)
}

fn is_capitalized(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a word is a Roman numeral, read through the slips of a scanner: "Mission IJ".
pub(super) fn looks_like_numeral(word: &str) -> bool {
    let is_digit = |c| matches!(c, 'I' | 'V' | 'X' | 'J' | 'l' | '1');
    !word.is_empty() && (is_numeral(word) || word.len() > 1 && word.chars().all(is_digit))
}

/// Whether a word is a Roman numeral: "Additional Protocol II".
fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Whether a word can be the first of a name: no article, act, office or numeral.
fn can_begin(word: &str, lexicon: &Lexicon) -> bool {
    let is_all = |scheme: &str| {
        lexicon
            .cues_in(scheme, word)
            .iter()
            .any(|found| found.range == (0..word.len()))
    };
    is_capitalized(word)
        && !is_numeral(word)
        && !OPENERS.contains(&word)
        && !is_all("acts")
        && (word == "General" || !is_all("offices"))
}
