//! Bytes to documents: where they are, how they are opened and decoded, what they are, and their
//! structure.

mod article;
mod detect;
mod encoding;
mod input;
mod keeper;
mod official;
mod rejection;
mod table;

use detect::Found;
pub use encoding::decode;
pub use input::{Input, Location, locate};
pub use keeper::{Keepers, Statements};
pub use rejection::{Reason, Rejection};

use crate::document::{Document, Kind, Source};
use crate::hash::sha256;
use crate::table::Table;

/// What an input was read as.
#[derive(Clone, Debug)]
pub enum Parsed {
    /// A document about one resolution.
    Document(Document),
    /// A table whose rows each say something.
    Table(Table),
}

impl Parsed {
    /// The document, if it is one.
    #[must_use]
    pub fn document(self) -> Option<Document> {
        match self {
            Self::Document(document) => Some(document),
            Self::Table(_) => None,
        }
    }
}

/// Reads a document or a table out of an input.
///
/// # Errors
/// If the input is neither; the rejection says what was found where.
pub fn read(input: Input) -> Result<Parsed, Rejection> {
    let Input { name, bytes } = input;
    let reject = |line, reason| Rejection {
        name: name.clone(),
        line,
        reason,
    };
    detect::refuse_other_formats(&bytes).map_err(|(line, reason)| reject(line, reason))?;
    let hash = sha256(&bytes);
    let (text, encoding) = decode(bytes);
    let found = detect::kind(&text).map_err(|(line, reason)| reject(line, reason))?;
    let source = Source {
        name,
        sha256: hash,
        encoding,
    };
    Ok(match found {
        Found::Document(kind) => Parsed::Document(document(source, kind, text)),
        Found::Table(header) => Parsed::Table(Table {
            source,
            kind: header.kind,
            rows: table::rows(&text, &header),
            columns: header.columns,
            text,
        }),
    })
}

fn document(source: Source, kind: Kind, text: String) -> Document {
    let parts = match kind {
        Kind::Article => article::read(&text),
        Kind::Official => official::read(&text),
    };
    Document {
        source,
        kind,
        title: parts.title,
        fields: parts.fields,
        blocks: parts.blocks,
        text,
    }
}

/// What the readers of the kinds find in a text.
#[derive(Debug, Default)]
struct Parts {
    title: crate::passage::Passage,
    fields: Vec<crate::document::Field>,
    blocks: Vec<crate::document::Block>,
}

/// The lines of a text, without their line ends, with where they stand.
fn lines(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let content = line.trim_end_matches(['\n', '\r']);
        let range = start..start + content.len();
        start += line.len();
        (range, content)
    })
}
