//! A document in the hands of a reader: its prose, passage by passage, with the lexicon at hand.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::document::{Block, Document, Kind, Role};
use crate::facts::{Evidence, Stated};
use crate::lexicon::Lexicon;
use crate::passage::Passage;
use crate::pattern::regex;
use crate::recognize::dates::{Context, Dated, dates_as_of};

/// The end of a sentence, with what follows it.
static SENTENCE_END: LazyLock<Regex> =
    LazyLock::new(|| regex(r#"[.!?]["”’']?(?:\[[0-9]+\])* +["“(]?\p{Lu}"#));

/// What may stand before a full stop that ends no sentence.
static ABBREVIATION: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|Nos|Gen|Col|Maj|Lt|Sgt|vs|cf|vol|para|Add|Corr|Rev|[A-Z]))$")
});

/// A document and the lexicon to read it with.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The document.
    pub document: &'a Document,
    /// The names and cue words to look for.
    pub lexicon: &'a Lexicon,
    /// The number of the resolution that the document is about.
    pub number: u32,
    /// The day of its adoption, if the document says it.
    pub adopted: Option<Date>,
}

impl<'a> Reader<'a> {
    /// The blocks of prose, with their places among all blocks.
    pub fn prose(&self) -> impl Iterator<Item = (usize, &'a Block)> {
        self.document
            .blocks
            .iter()
            .enumerate()
            .filter(|(_, block)| block.role.is_prose())
    }

    /// A fact and the words of a passage that state it.
    pub fn stated<T>(&self, value: T, passage: &Passage, words: Range<usize>) -> Stated<T> {
        self.document.stated(value, passage, words)
    }

    /// The words of a passage as evidence.
    pub fn evidence(&self, passage: &Passage, words: Range<usize>) -> Evidence {
        self.document.evidence(passage.origin(words))
    }

    /// The dates in a text of the document.
    pub fn dates_in(&self, text: &str) -> Vec<Dated> {
        let context = self.adopted.map(|day| Context {
            day,
            narrative: self.document.kind == Kind::Article,
        });
        dates_as_of(text, context)
    }

    /// The place of the block that an item of a list belongs to, its own for other blocks.
    pub fn paragraph_at(&self, block: usize) -> usize {
        let is_item = |block: &Block| matches!(block.role, Role::Item { .. });
        let blocks = &self.document.blocks[..=block];
        blocks
            .iter()
            .rposition(|block| !is_item(block))
            .unwrap_or(block)
    }

    /// The block that an item of a list belongs to, the item itself for other blocks.
    pub fn paragraph_of(&self, block: usize) -> &'a Block {
        &self.document.blocks[self.paragraph_at(block)]
    }

    /// The number of the operative paragraph that a block is or belongs to.
    pub fn clause_of(&self, block: usize) -> Option<u32> {
        match self.paragraph_of(block).role {
            Role::Operative { number, .. } => Some(number),
            _ => None,
        }
    }
}

/// A name without the sign of possession: "Angola’s", "the Gambia’s", "the parties'".
pub(super) fn without_possessive(name: &str) -> &str {
    let name = name.trim_end_matches(['’', '\'']);
    ["’s", "'s"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(name)
}

/// The sentences of a text, without the blanks between them.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for end in SENTENCE_END.find_iter(text) {
        if ABBREVIATION.is_match(&text[..end.start()]) {
            continue;
        }
        let blank = end.start() + end.as_str().find(' ').unwrap_or_default();
        sentences.push(start..blank);
        start = blank + text[blank..].len() - text[blank..].trim_start().len();
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn abbreviations_end_no_sentence() {
        let text = "It praised Mr. John F. Doe.[1] The mission ended. See S/1.";
        let found: Vec<_> = sentences(text)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(
            found,
            [
                "It praised Mr. John F. Doe.[1]",
                "The mission ended.",
                "See S/1."
            ]
        );
    }
}
