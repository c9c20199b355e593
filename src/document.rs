//! A document as read: its source, its metadata fields and its blocks of text.
//!
//! Everything here keeps its place in the source, so that a fact can always be traced to the
//! bytes it was read from.

use std::ops::Range;

use serde::Serialize;

use crate::facts::{Evidence, Stated};
use crate::passage::Passage;

/// Where a document came from.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// The path as the user gave it, `-` for standard input.
    pub name: String,
    /// SHA-256 of the bytes, after decompression, in lower-case hexadecimal.
    pub sha256: String,
    /// How the bytes were turned into text.
    pub encoding: Encoding,
}

impl Source {
    /// The words behind a range of its decoded text, as evidence.
    ///
    /// Words that run over a page break end before it: the control character of a page break
    /// can't be written in every RDF format.
    #[must_use]
    pub fn evidence(&self, text: &str, range: Range<usize>) -> Evidence {
        let is_break = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        let words = text[range.clone()]
            .split(is_break)
            .next()
            .unwrap_or_default();
        let range = range.start..range.start + words.trim_end().len();
        Evidence {
            bytes: self.bytes(text, range.clone()),
            quote: text[range].to_owned(),
        }
    }

    /// Turns a range of its decoded text into a range of its bytes.
    #[must_use]
    pub fn bytes(&self, text: &str, range: Range<usize>) -> Range<usize> {
        match self.encoding {
            Encoding::Utf8 { mark } => range.start + mark..range.end + mark,
            Encoding::Latin1 => {
                let start = text[..range.start].chars().count();
                start..start + text[range].chars().count()
            }
        }
    }
}

/// The character encoding of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Encoding {
    /// UTF-8; the field counts the bytes of a byte order mark before the text (0 or 3).
    Utf8 {
        /// Bytes of the byte order mark.
        mark: usize,
    },
    /// One byte a character, as in windows-1252 (the WHATWG reading of Latin-1).
    Latin1,
}

impl Encoding {
    /// Where in a decoded text each byte of its source stands, and the end of the source.
    #[must_use]
    pub fn places(self, text: &str, length: usize) -> Vec<usize> {
        match self {
            Self::Utf8 { mark } => (0..=length).map(|byte| byte.saturating_sub(mark)).collect(),
            Self::Latin1 => text
                .char_indices()
                .map(|(place, _)| place)
                .chain([text.len()])
                .collect(),
        }
    }
}

/// The kinds of document that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An encyclopedia article about a resolution, with an infobox.
    Article,
    /// The official text of a resolution.
    Official,
}

/// One document about one resolution.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where it came from.
    pub source: Source,
    /// What it is.
    pub kind: Kind,
    /// The decoded text, line ends as they were, without a byte order mark.
    pub text: String,
    /// The line or lines that name the resolution.
    pub title: Passage,
    /// The metadata fields of an infobox, in their order; empty for official texts.
    pub fields: Vec<Field>,
    /// The text, in reading order.
    pub blocks: Vec<Block>,
}

/// A metadata field: `- Meeting: 3,482`.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name as written, without the colon: `Meeting`.
    pub name: String,
    /// The value as written: `3,482`.
    pub value: Passage,
}

/// A run of text with one part to play.
#[derive(Clone, Debug)]
pub struct Block {
    /// The part it plays.
    pub role: Role,
    /// Its words, as one flowing line.
    pub passage: Passage,
    /// The marks of footnotes that stood in them, in their order.
    pub calls: Vec<Call>,
}

impl Block {
    /// A block without marks of footnotes.
    #[must_use]
    pub fn new(role: Role, passage: Passage) -> Self {
        let calls = Vec::new();
        Self {
            role,
            passage,
            calls,
        }
    }
}

/// The mark of a footnote, which is no part of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Where in the words it stood.
    pub at: usize,
    /// The number or sign.
    pub marker: String,
}

/// The part that a block plays in a document, in Akoma Ntoso's terms where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The paragraphs before the first heading of an article.
    Lead,
    /// A heading; its section runs to the next.
    Heading,
    /// A paragraph of an article's body.
    Paragraph,
    /// Words of an official text before the recitals: the subject, "The Security Council,".
    Preface,
    /// A paragraph of the preamble: "Recalling its resolution ...,".
    Recital,
    /// An operative paragraph, numbered as printed or, if the text does not, by its place.
    Operative {
        /// The number as printed, else the ordinal among the operative paragraphs, from 1.
        number: u32,
        /// Whether the number is printed.
        printed: bool,
    },
    /// An item of a list that belongs to the block before it: "(a) To verify ...;".
    Item {
        /// The marker without brackets, in lower case: `a`, `iv`.
        marker: String,
        /// 1 for items right under a paragraph, 2 for items of an item.
        level: u8,
    },
    /// The words that say how the resolution was adopted.
    Closing,
    /// A footnote; its marker is the number or sign as printed.
    Footnote {
        /// The number or sign.
        marker: String,
    },
    /// Text that states nothing about the resolution: captions, "See also", references.
    Apparatus,
}

impl Role {
    /// Whether the text of such a block is the document's own prose.
    #[must_use]
    pub fn is_prose(&self) -> bool {
        !matches!(
            self,
            Role::Heading | Role::Closing | Role::Footnote { .. } | Role::Apparatus
        )
    }
}

impl Document {
    /// The words behind a range of the decoded text, as evidence.
    #[must_use]
    pub fn evidence(&self, range: Range<usize>) -> Evidence {
        self.source.evidence(&self.text, range)
    }

    /// A fact and the words of a passage that state it.
    #[must_use]
    pub fn stated<T>(&self, value: T, passage: &Passage, words: Range<usize>) -> Stated<T> {
        Stated::new(value, self.evidence(passage.origin(words)))
    }
}
