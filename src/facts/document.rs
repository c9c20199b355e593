//! Documents of the United Nations that a text names.

use jiff::civil::Date;
use serde::Serialize;

use super::{Entity, Part, Stated};
use crate::symbol::Symbol;

/// A document that a text names by its symbol, and what the words beside the symbol say of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedDocument {
    /// Its symbol.
    pub symbol: Symbol,
    /// The paragraphs that name it or bear the mark of a footnote that does, by their numbers.
    pub clauses: Vec<Stated<(Part, u32)>>,
    /// What kind it is, by the path of its concept: `document-type/report`.
    pub kind: Option<Stated<String>>,
    /// Whose it is.
    pub author: Option<Stated<Entity>>,
    /// The day that it bears.
    pub date: Option<Stated<Date>>,
    /// The number of the resolution under which it was submitted.
    pub pursuant_to: Option<Stated<u32>>,
}
