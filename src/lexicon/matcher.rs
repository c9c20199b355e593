//! Finds many words and names in a text at once.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use anyhow::Result;

/// A name found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// The concept that has the name, by its place in the lexicon.
    pub concept: usize,
}

/// Finds names as whole words, the longest first.
#[derive(Debug)]
pub struct Matcher {
    automaton: AhoCorasick,
    concepts: Vec<usize>,
}

impl Matcher {
    /// Names to be found as they are written.
    ///
    /// # Errors
    /// If there are more names than an automaton can hold.
    pub fn new<'a>(names: impl IntoIterator<Item = (&'a str, usize)>) -> Result<Self> {
        Self::build(names, false)
    }

    /// Words to be found in upper and lower case.
    ///
    /// # Errors
    /// If there are more words than an automaton can hold.
    pub fn ignoring_case<'a>(names: impl IntoIterator<Item = (&'a str, usize)>) -> Result<Self> {
        Self::build(names, true)
    }

    fn build<'a>(
        names: impl IntoIterator<Item = (&'a str, usize)>,
        ignore_case: bool,
    ) -> Result<Self> {
        let names: Vec<(&str, usize)> = names.into_iter().collect();
        let mut spellings = BTreeMap::new();
        // A name as written goes before a variant of another.
        for (name, concept) in &names {
            spellings.entry((*name).to_owned()).or_insert(*concept);
        }
        for (name, concept) in names {
            for spelling in variants_of(name) {
                spellings.entry(spelling).or_insert(concept);
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .ascii_case_insensitive(ignore_case)
            .build(spellings.keys())?;
        Ok(Self {
            automaton,
            concepts: spellings.into_values().collect(),
        })
    }

    /// All names in the text, in their order; none inside another.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(hit) = self
            .automaton
            .find(aho_corasick::Input::new(text).range(at..))
        {
            if is_word(text, hit.range()) {
                found.push(Found {
                    range: hit.range(),
                    concept: self.concepts[hit.pattern().as_usize()],
                });
                at = hit.end();
            } else {
                at = self.shorter(text, hit.start(), hit.end(), &mut found);
            }
        }
        found
    }

    /// The longest name at `start` was only the beginning of a word: looks for a shorter one
    /// that is whole ("Niger" found, "Nigeria" meant; "Guinea-Bissauan": "Guinea").
    fn shorter(&self, text: &str, start: usize, end: usize, found: &mut Vec<Found>) -> usize {
        let mut limit = end - 1;
        while limit > start {
            if !text.is_char_boundary(limit) {
                limit -= 1;
                continue;
            }
            match self
                .automaton
                .find(aho_corasick::Input::new(text).range(start..limit))
            {
                Some(hit) if hit.start() == start && is_word(text, hit.range()) => {
                    let concept = self.concepts[hit.pattern().as_usize()];
                    found.push(Found {
                        range: hit.range(),
                        concept,
                    });
                    return hit.end();
                }
                Some(hit) if hit.start() == start => limit = hit.end() - 1,
                _ => break,
            }
        }
        start + text[start..].chars().next().map_or(1, char::len_utf8)
    }
}

/// A name with other dashes and apostrophes, as printers set them, in the spellings of both sides
/// of the Atlantic, and with "UN" for the United Nations.
fn variants_of(name: &str) -> Vec<String> {
    const VARIANTS: [(&str, &str); 8] = [
        ("United Nations ", "UN "),
        ("ization", "isation"),
        ("isation", "ization"),
        ("Co-op", "Coop"),
        ("Coop", "Co-op"),
        ("Peace-keeping", "Peacekeeping"),
        ("-", "–"),
        ("'", "’"),
    ];
    let mut spellings = vec![name.to_owned()];
    for (plain, printed) in VARIANTS {
        let more: Vec<String> = spellings
            .iter()
            .filter(|spelling| spelling.contains(plain))
            .map(|spelling| spelling.replace(plain, printed))
            .collect();
        spellings.extend(more);
    }
    spellings
}

fn is_word(text: &str, range: Range<usize>) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let opens = text[range.clone()].chars().next().is_some_and(inside);
    let closes = text[range.clone()].chars().next_back().is_some_and(inside);
    !(opens && text[..range.start].chars().next_back().is_some_and(inside)
        || closes && text[range.end..].chars().next().is_some_and(inside))
}

#[cfg(test)]
mod tests {
    use super::Matcher;

    fn words<'a>(matcher: &Matcher, text: &'a str) -> Vec<&'a str> {
        matcher
            .find(text)
            .into_iter()
            .map(|found| &text[found.range])
            .collect()
    }

    #[test]
    fn finds_whole_words_longest_first() {
        let matcher = Matcher::new([("Guinea", 0), ("Guinea-Bissau", 1), ("Niger", 2)]).unwrap();
        let text = "Guinea-Bissau, Guinea–Bissau's and Guinea; Nigeria, Niger";
        assert_eq!(
            words(&matcher, text),
            ["Guinea-Bissau", "Guinea–Bissau", "Guinea", "Niger"]
        );
        assert_eq!(words(&matcher, "Guinea-Bissauan"), ["Guinea"]);
    }

    #[test]
    fn names_have_variants_but_written_ones_come_first() {
        let matcher = Matcher::new([("United Nations Office", 0), ("UN Office", 1)]).unwrap();
        assert_eq!(matcher.find("UN Office")[0].concept, 1);
        let matcher = Matcher::new([("United Nations Stabilization Mission", 0)]).unwrap();
        assert_eq!(
            words(&matcher, "the UN Stabilisation Mission"),
            ["UN Stabilisation Mission"]
        );
    }

    #[test]
    fn minds_case_only_where_told() {
        let matcher = Matcher::ignoring_case([("calls upon", 0)]).unwrap();
        assert_eq!(
            words(&matcher, "Calls upon all; recalls upon"),
            ["Calls upon"]
        );
    }
}
