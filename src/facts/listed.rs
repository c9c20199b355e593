//! What the rows of tables say.

use jiff::civil::Date;
use serde::Serialize;

use super::{Entity, Stated};

/// The record of a resolution in the United Nations Digital Library.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LibraryRecord {
    /// The number of the resolution.
    pub resolution: Stated<u32>,
    /// The address of the record.
    pub page: Stated<String>,
}

/// A draft that permanent members vetoed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Draft {
    /// The line of the table that it stands on.
    pub line: usize,
    /// Its symbol: `S/5425/Rev.1`. One that was only read out in a meeting has none.
    pub symbol: Option<Stated<String>>,
    /// The document by which it is cited, where that says more than a symbol: `S/6113 (as amended)`.
    pub citation: Option<Stated<String>>,
    /// The symbol of the meeting record that has its text, if it has no symbol of its own.
    pub printed_in: Option<Stated<String>>,
    /// The day of the vote.
    pub date: Stated<Date>,
    /// The symbols of the documents that record the vote: `S/PV.1069`.
    pub records: Vec<Stated<String>>,
    /// The item of the agenda.
    pub agenda_item: Option<Stated<String>>,
    /// The members that vetoed it.
    pub vetoes: Vec<Stated<Entity>>,
}

impl Draft {
    /// How many facts there are.
    #[must_use]
    pub fn count(&self) -> usize {
        let words = [
            &self.symbol,
            &self.citation,
            &self.printed_in,
            &self.agenda_item,
        ];
        1 + words.into_iter().flatten().count() + self.records.len() + self.vetoes.len()
    }
}
