//! Cues of several words with room between them: "monitor* … ceasefire".

use std::ops::Range;

/// How many words `…` may stand for.
const ROOM: usize = 8;

/// The word that stands for a citation in rows of words and in texts that they are looked for in.
pub const CITATION: &str = "§";

/// Rows of words that cue one concept.
///
/// Words match without regard to case and to what stands between them, save the end of a sentence
/// or of an item of a list; `*` at the end of a word stands for any ending, `…` for up to eight
/// other words. A row that begins with `^` matches only where the text does.
#[derive(Debug)]
pub struct Phrases(Vec<Vec<Step>>);

#[derive(Debug)]
enum Step {
    Word(String),
    Beginning(String),
    Room,
    Start,
}

/// The words of a text in lower case, to look for [`Phrases`] in.
#[derive(Debug)]
pub struct Words(Vec<Word>);

#[derive(Debug)]
struct Word {
    lower: String,
    range: Range<usize>,
    /// Whether a sentence ends before it.
    opens: bool,
}

impl Words {
    /// Reads the words of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '§');
        let mut words: Vec<Word> = Vec::new();
        for word in text.split(|c| !is_part(c)).filter(|word| !word.is_empty()) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let before = words.last().map_or(0, |word| word.range.end);
            words.push(Word {
                lower: word.to_lowercase(),
                range: start..start + word.len(),
                opens: text[before..start].contains(['.', ';']),
            });
        }
        Self(words)
    }
}

impl Phrases {
    /// Reads the rows.
    #[must_use]
    pub fn new(rows: &[String]) -> Self {
        let step = |word: &str| match word.strip_suffix('*') {
            _ if word == "…" => Step::Room,
            _ if word == "^" => Step::Start,
            Some(stem) => Step::Beginning(stem.to_lowercase()),
            None => Step::Word(word.to_lowercase()),
        };
        let row = |row: &String| row.split_whitespace().map(step).collect();
        Self(rows.iter().map(row).collect())
    }

    /// The first place in a text where there is one of the rows.
    #[must_use]
    pub fn find(&self, words: &Words) -> Option<Range<usize>> {
        (0..words.0.len()).find_map(|start| {
            let rows = self.0.iter().filter_map(|row| match row.split_first() {
                Some((Step::Start, rest)) => (start == 0).then_some(rest),
                _ => Some(row.as_slice()),
            });
            let ends = rows.filter_map(|row| end(row, &words.0[start..]));
            let end = start + ends.max()?;
            Some(words.0[start].range.start..words.0[end - 1].range.end)
        })
    }
}

/// How many words a row takes that begins with the first, at the fewest.
fn end(row: &[Step], words: &[Word]) -> Option<usize> {
    let Some((step, rest)) = row.split_first() else {
        return Some(0);
    };
    if let Step::Room = step {
        let room = words
            .iter()
            .take(ROOM)
            .take_while(|word| !word.opens)
            .count();
        return (0..=room).find_map(|skipped| Some(skipped + end(rest, &words[skipped..])?));
    }
    let (first, others) = words.split_first()?;
    let fits = match step {
        Step::Word(word) => first.lower == *word,
        Step::Beginning(letters) => first.lower.starts_with(letters.as_str()),
        Step::Room | Step::Start => false,
    };
    let goes_on = rest.is_empty() || others.first().is_some_and(|next| !next.opens);
    (fits && goes_on).then(|| Some(1 + end(rest, others)?))?
}

#[cfg(test)]
mod tests {
    use super::{Phrases, Words};

    #[test]
    fn endings_and_room() {
        let rows = ["monitor* … cease*".to_owned(), "clear* mines".to_owned()];
        let phrases = Phrases::new(&rows);
        let found = |text: &'static str| phrases.find(&Words::new(text)).map(|range| &text[range]);
        assert_eq!(
            found("To be monitoring, with the parties, the ceasefire;"),
            Some("monitoring, with the parties, the ceasefire")
        );
        assert_eq!(
            found("Clearance of mines. Clear mines"),
            Some("Clear mines")
        );
        assert_eq!(found("to monitor it. A cease-fire"), None);
        let first = Phrases::new(&["^ under §".to_owned()]);
        let found = |text: &'static str| first.find(&Words::new(text)).map(|range| &text[range]);
        assert_eq!(found(", under § and"), Some("under §"));
        assert_eq!(found("to act under §"), None);
        assert_eq!(found("to monitor a b c d e f g h i cease-fire"), None);
    }
}
