//! Bytes to documents: where they are, how they are opened and decoded, what they are, and their
//! structure.

mod article;
mod detect;
mod encoding;
mod input;
mod official;
mod rejection;
mod statements;

pub use encoding::decode;
pub use input::{Input, Location, locate};
pub use rejection::{Reason, Rejection};
pub use statements::statements;

use crate::document::{Document, Kind, Source};
use crate::hash::sha256;

/// Reads a document out of an input.
///
/// # Errors
/// If the input is not a document about a resolution; the rejection says what was found where.
pub fn read(input: Input) -> Result<Document, Rejection> {
    let Input { name, bytes } = input;
    let reject = |line, reason| Rejection {
        name: name.clone(),
        line,
        reason,
    };
    detect::refuse_other_formats(&bytes).map_err(|(line, reason)| reject(line, reason))?;
    let hash = sha256(&bytes);
    let (text, encoding) = decode(bytes);
    let kind = detect::kind(&text).map_err(|(line, reason)| reject(line, reason))?;
    let parts = match kind {
        Kind::Article => article::read(&text),
        Kind::Official => official::read(&text),
    };
    let source = Source {
        name,
        sha256: hash,
        encoding,
    };
    Ok(Document {
        source,
        kind,
        title: parts.title,
        fields: parts.fields,
        blocks: parts.blocks,
        text,
    })
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
