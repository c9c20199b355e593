//! What the rows of tables say, one file a kind of table.

mod library_records;
mod vetoes;

use std::ops::Range;

use crate::derive::Calendar;
use crate::facts::{Draft, LibraryRecord};
use crate::lexicon::Lexicon;
use crate::recognize::notice::Notice;
use crate::table::{Kind, Row, Table};

/// What a table says, row by row.
#[derive(Clone, Debug, PartialEq)]
pub enum Listing {
    /// Records of resolutions.
    LibraryRecords(Vec<LibraryRecord>),
    /// Vetoed drafts.
    Vetoes(Vec<Draft>),
}

impl Listing {
    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        match self {
            Self::LibraryRecords(records) => records.len(),
            Self::Vetoes(drafts) => drafts.len(),
        }
    }

    /// How many facts there are.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::LibraryRecords(records) => records.len(),
            Self::Vetoes(drafts) => drafts.iter().map(Draft::count).sum(),
        }
    }
}

/// Reads the rows of a table. A row that can't be read, or that can't be true, is left out whole
/// and becomes a notice.
#[must_use]
pub fn recognize(table: &Table, lexicon: &Lexicon, calendar: &Calendar) -> (Listing, Vec<Notice>) {
    let mut notices = Vec::new();
    let listing = match table.kind {
        Kind::LibraryRecords => {
            Listing::LibraryRecords(each_row(table, &mut notices, library_records::record))
        }
        Kind::Vetoes => Listing::Vetoes(each_row(table, &mut notices, |row, before| {
            vetoes::draft(row, before, lexicon, calendar)
        })),
    };
    (listing, notices)
}

/// Why a row was left out: what was found and what was expected.
type Fault = (String, &'static str);

fn each_row<T>(
    table: &Table,
    notices: &mut Vec<Notice>,
    read: impl Fn(RowOf, &[T]) -> Result<T, Fault>,
) -> Vec<T> {
    let mut rows = Vec::new();
    for row in &table.rows {
        match whole(table, row).and_then(|row| read(row, &rows)) {
            Ok(fact) => rows.push(fact),
            Err((found, expected)) => notices.push(Notice {
                source: table.source.name.clone(),
                line: row.line,
                found,
                expected,
            }),
        }
    }
    rows
}

fn whole<'a>(table: &'a Table, row: &'a Row) -> Result<RowOf<'a>, Fault> {
    let (cells, columns) = (row.cells.len(), table.columns.len());
    if let Some(at) = row.misquoted {
        let cell = table.text[at..].lines().next().unwrap_or_default();
        let expected = "quotation marks that are closed at the end of their cell";
        return Err((cell.to_owned(), expected));
    }
    if cells != columns {
        let found = format!("{cells} cells under {columns} columns");
        return Err((found, "a cell for each column"));
    }
    Ok(RowOf { table, row })
}

/// A row with as many cells as its table has columns.
#[derive(Clone, Copy)]
struct RowOf<'a> {
    table: &'a Table,
    row: &'a Row,
}

impl<'a> RowOf<'a> {
    /// The place of a cell's words and the words as they stand there, unless it is empty.
    fn words(self, column: &str) -> Option<(Range<usize>, &'a str)> {
        let cell = self.table.cell(self.row, column)?;
        Some((cell.range.clone(), &self.table.text[cell.range.clone()]))
    }

    /// What a cell says, which may not be empty.
    fn required(
        self,
        column: &str,
        expected: &'static str,
    ) -> Result<(Range<usize>, &'a str), Fault> {
        let empty = || (format!("nothing in the column {column}"), expected);
        self.words(column).ok_or_else(empty)
    }
}
