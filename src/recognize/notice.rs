//! What a document says in a way that could not be read.

use std::fmt;

use crate::document::Document;
use crate::passage::Passage;

/// Words that were expected to state something and do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The document's path as given.
    pub source: String,
    /// The line, from 1.
    pub line: usize,
    /// The words.
    pub found: String,
    /// What was expected.
    pub expected: &'static str,
}

impl Notice {
    /// A notice about a passage.
    #[must_use]
    pub fn new(document: &Document, passage: &Passage, expected: &'static str) -> Self {
        let before = &document.text[..passage.whole().start];
        Self {
            source: document.source.name.clone(),
            line: before.matches('\n').count() + 1,
            found: passage.text().to_owned(),
            expected,
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            source,
            line,
            found,
            expected,
        } = self;
        write!(f, "{source}:{line}: found {found:?}, expected {expected}")
    }
}
