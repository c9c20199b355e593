//! A table as read: its source and its rows of cells.
//!
//! As in a document, every cell keeps its place in the source.

use std::ops::Range;

use crate::document::Source;
use crate::facts::Stated;

/// The kinds of table that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Resolutions with their records in the United Nations Digital Library.
    LibraryRecords,
    /// Drafts that a permanent member vetoed.
    Vetoes,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::LibraryRecords, Self::Vetoes];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LibraryRecords => "table of library records",
            Self::Vetoes => "table of vetoes",
        }
    }

    /// The columns by which it is known; others may stand beside them, in any order.
    #[must_use]
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::LibraryRecords => &["res_no", "url_record"],
            Self::Vetoes => &["date", "draft", "member_veto1"],
        }
    }
}

/// A table: a header row, then rows that each say something.
#[derive(Clone, Debug)]
pub struct Table {
    /// Where it came from.
    pub source: Source,
    /// What it is.
    pub kind: Kind,
    /// The decoded text, line ends as they were, without a byte order mark.
    pub text: String,
    /// The names of the columns, in lower case.
    pub columns: Vec<String>,
    /// The rows below the header.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The line that it begins on, from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Where in the decoded text a cell begins whose quotation marks are not closed or have text
    /// behind them; its cells end there.
    pub misquoted: Option<usize>,
}

/// A cell with something in it, or without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it says, without quotation marks and white space around it.
    pub value: String,
    /// Where in the decoded text that stands.
    pub range: Range<usize>,
}

impl Table {
    /// The place of the column of a name among the columns.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// The cell of a row in the column of a name, unless it is empty.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a Row, column: &str) -> Option<&'a Cell> {
        let cell = row.cells.get(self.column(column)?)?;
        (!cell.value.is_empty()).then_some(cell)
    }

    /// A fact and the place of the words that state it.
    #[must_use]
    pub fn stated<T>(&self, value: T, words: Range<usize>) -> Stated<T> {
        Stated::new(value, self.source.evidence(&self.text, words))
    }
}
