//! Tables: comma-separated values by RFC 4180, with semicolons or tabs in place of commas too.
//!
//! A line that begins with `#` is a comment.

use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};

use crate::table::{Cell, Kind, Row};

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
const COMMENT: u8 = b'#';

/// How a table is written, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) kind: Kind,
    pub(super) columns: Vec<String>,
    delimiter: u8,
}

/// The header row that a text begins with, if it is that of a table that can be read.
pub(super) fn header(text: &str) -> Option<Header> {
    DELIMITERS.into_iter().find_map(|delimiter| {
        let columns = columns(text, delimiter)?;
        let has = |name: &&str| columns.iter().any(|column| column == *name);
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.columns().iter().all(has))?;
        Some(Header {
            kind,
            columns,
            delimiter,
        })
    })
}

/// The line and the columns of the header row that a text begins with, if it looks like a table of
/// another kind: names in a row, each one word.
pub(super) fn other_header(text: &str) -> Option<(usize, Vec<String>)> {
    let is_name = |column: &String| {
        let mut chars = column.chars();
        chars.next().is_some_and(char::is_alphabetic)
            && chars.all(|c| c.is_alphanumeric() || "_.-".contains(c))
    };
    let columns = DELIMITERS
        .into_iter()
        .filter_map(|delimiter| columns(text, delimiter))
        .find(|columns| columns.len() > 1 && columns.iter().all(is_name))?;
    let mut cursor = Cursor::new(text, DELIMITERS[0]);
    cursor.skip_blank_lines_and_comments();
    Some((cursor.line, columns))
}

fn columns(text: &str, delimiter: u8) -> Option<Vec<String>> {
    let first = records(text, delimiter).next()?;
    let names = first.iter().map(|name| name.trim().to_lowercase());
    Some(names.collect())
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .comment(Some(COMMENT))
        .from_reader(text.as_bytes())
        .into_records()
        .filter_map(Result::ok)
}

/// Reads the rows below the header.
pub(super) fn rows(text: &str, header: &Header) -> Vec<Row> {
    let mut cursor = Cursor::new(text, header.delimiter);
    records(text, header.delimiter)
        .map(|record| cursor.row(&record))
        .skip(1)
        .collect()
}

/// Finds the cells that the parser read in the text: a cell without quotation marks stands there
/// as it is, one with them has each mark in it twice.
struct Cursor<'a> {
    text: &'a str,
    delimiter: u8,
    at: usize,
    /// The line of `at`.
    line: usize,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str, delimiter: u8) -> Self {
        Self {
            text,
            delimiter,
            at: 0,
            line: 1,
        }
    }

    fn row(&mut self, record: &StringRecord) -> Row {
        let start = record.position().map_or(self.at, |at| offset(at.byte()));
        self.go_to(start.max(self.at));
        self.skip_blank_lines_and_comments();
        let line = self.line;
        let mut misquoted = None;
        let mut cells = Vec::new();
        for (index, value) in record.iter().enumerate() {
            if index > 0 {
                self.at += 1;
            }
            let quoted = self.text[self.at..].starts_with('"');
            let start = self.at + usize::from(quoted);
            let doubled = if quoted {
                value.matches('"').count()
            } else {
                0
            };
            let end = start + value.len() + doubled;
            let raw = self.text.get(start..end);
            let after = end + usize::from(quoted);
            let is_closed = !quoted || self.text.get(end..after) == Some("\"");
            if raw.is_none() || !is_closed || !self.is_end(after) {
                misquoted = Some(self.at);
                break;
            }
            self.go_to(after);
            cells.push(self.cell(value, start..end));
        }
        Row {
            line,
            cells,
            misquoted,
        }
    }

    /// The cell without white space around it.
    fn cell(&self, value: &str, range: Range<usize>) -> Cell {
        let raw = &self.text[range.clone()];
        let start = range.start + raw.len() - raw.trim_start().len();
        let end = start + raw.trim().len();
        Cell {
            value: value.trim().to_owned(),
            range: start..end,
        }
    }

    fn is_end(&self, at: usize) -> bool {
        let next = self.text.as_bytes().get(at);
        next.is_none_or(|byte| [self.delimiter, b'\n', b'\r'].contains(byte))
    }

    fn skip_blank_lines_and_comments(&mut self) {
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            let length = match *byte {
                b'\n' | b'\r' => 1,
                COMMENT => {
                    let rest = &self.text[self.at..];
                    rest.find('\n').unwrap_or(rest.len())
                }
                _ => break,
            };
            self.go_to(self.at + length);
        }
    }

    fn go_to(&mut self, at: usize) {
        self.line += self.text[self.at..at].matches('\n').count();
        self.at = at;
    }
}

fn offset(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{header, other_header, rows};
    use crate::table::Kind;

    /// The values of a table's cells, each with the words that stand in the text for it.
    fn cells(text: &str) -> Vec<(usize, Vec<(String, &str)>)> {
        let header = header(text).unwrap();
        let cells = |row: crate::table::Row| {
            assert_eq!(row.misquoted, None);
            let cells = row.cells.into_iter();
            (
                row.line,
                cells.map(|cell| (cell.value, &text[cell.range])).collect(),
            )
        };
        rows(text, &header).into_iter().map(cells).collect()
    }

    #[test]
    fn cells_are_found_in_the_text() {
        let text = "# by hand\n\"Res_No\", note ,url_record\r\n\r\n# more\n1,\" a \"\"b\"\", c\",x\r\n2,,\"y\nz\"\n\n3,é,u";
        let cell = |value: &str, raw: &'static str| (value.to_owned(), raw);
        assert_eq!(
            cells(text),
            [
                (
                    5,
                    vec![
                        cell("1", "1"),
                        cell("a \"b\", c", "a \"\"b\"\", c"),
                        cell("x", "x")
                    ]
                ),
                (6, vec![cell("2", "2"), cell("", ""), cell("y\nz", "y\nz")]),
                (9, vec![cell("3", "3"), cell("é", "é"), cell("u", "u")]),
            ]
        );
    }

    #[test]
    fn kinds_are_told_by_the_header_row() {
        let kind = |text| header(text).map(|header| header.kind);
        assert_eq!(kind("url_record;x;RES_NO\n"), Some(Kind::LibraryRecords));
        assert_eq!(kind("draft\tmember_veto1\tdate\n"), Some(Kind::Vetoes));
        assert_eq!(kind("res_no,url\n"), None);
        assert_eq!(kind(""), None);
        let other = other_header("# who sat\ncountry,start_year,end_year\nx,1,2\n");
        let columns = ["country", "start_year", "end_year"].map(str::to_owned);
        assert_eq!(other, Some((2, columns.to_vec())));
        assert_eq!(other_header("Dear Sir,\n"), None);
    }

    #[test]
    fn quotation_marks_must_be_closed() {
        for row in ["1,\"x\"y", "1,\"x", "1,\"x\" "] {
            let text = format!("res_no,url_record\n{row}");
            let rows = rows(&text, &header(&text).unwrap());
            let at = rows[0].misquoted.map(|at| &text[at..]);
            assert_eq!(at, row.strip_prefix("1,"));
        }
    }
}
