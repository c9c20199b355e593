//! Why an input could not be read, worded for people.

use std::fmt;

use crate::document::Document;
use crate::table::Kind;

/// An input that could not be read.
#[derive(Debug)]
pub struct Rejection {
    /// The path as given.
    pub name: String,
    /// The line of the finding, from 1, if it has one.
    pub line: Option<usize>,
    /// What was found.
    pub reason: Reason,
}

/// What was found in place of a document about a resolution.
#[derive(Debug)]
pub enum Reason {
    /// The file can't be opened or read.
    Unreadable(std::io::Error),
    /// More bytes after decompression than a document has; the limit in bytes.
    TooLarge(u64),
    /// Nothing, or white space.
    Empty,
    /// A format that holds no plain text, by its name.
    Format(&'static str),
    /// A table about something else; its columns.
    OtherTable(Vec<String>),
    /// A table where a document is asked for.
    NoDocument(Kind),
    /// An article about something else; its title.
    OtherArticle(String),
    /// Text without a title of a resolution; its first words.
    NoTitle(String),
}

impl Rejection {
    /// A document whose title has no number.
    pub(crate) fn without_number(document: &Document) -> Self {
        let words = document.title.text().chars().take(60).collect();
        Self {
            name: document.source.name.clone(),
            line: None,
            reason: Reason::NoTitle(words),
        }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const EXPECTED: &str = "expected an article extract or the official text of a resolution";
        match self {
            Self::Unreadable(error) => write!(f, "cannot read it: {error}"),
            Self::TooLarge(limit) => write!(
                f,
                "found more than {} MiB of text, {EXPECTED}; split the file into documents",
                limit >> 20
            ),
            Self::Empty => write!(f, "found nothing, {EXPECTED}"),
            Self::Format(format) => {
                write!(f, "found {format}, {EXPECTED}; save it as plain text first")
            }
            Self::OtherTable(columns) => {
                let known = Kind::ALL.map(|kind| kind.columns().join(", "));
                write!(
                    f,
                    "found a table with the columns {}, expected one with {}",
                    columns.join(", "),
                    known.join(", or with ")
                )
            }
            Self::NoDocument(kind) => write!(f, "found a {}, {EXPECTED}", kind.name()),
            Self::OtherArticle(title) => write!(
                f,
                "found an article titled {title:?}, expected one titled like \"United Nations Security Council Resolution 968\""
            ),
            Self::NoTitle(words) => write!(
                f,
                "found {words:?} and no title of a resolution, expected a line like \"Resolution 968 (1994)\" or \"= United Nations Security Council Resolution 968 =\""
            ),
        }
    }
}

impl std::error::Error for Rejection {}
