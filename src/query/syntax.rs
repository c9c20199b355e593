//! Where a query is wrong, shown with its line.

use std::fmt;
use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::regex;

/// The place in the parser's message.
static PLACE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?s)^error at (?P<line>[0-9]+):(?P<column>[0-9]+): (?P<message>.*)$"));

/// A query that is not SPARQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Line and column, from 1, with the line's text.
    place: Option<(usize, usize, String)>,
    message: String,
}

impl SyntaxError {
    /// Takes place and message out of the parser's error.
    #[must_use]
    pub fn new(query: &str, error: &impl fmt::Display) -> Self {
        let message = error.to_string();
        let found = PLACE.captures(&message).and_then(|found| {
            let line: usize = found["line"].parse().ok()?;
            let column = found["column"].parse().ok()?;
            let text = query.lines().nth(line - 1).unwrap_or_default().to_owned();
            Some((Some((line, column, text)), found["message"].to_owned()))
        });
        let (place, message) = found.unwrap_or((None, message));
        Self { place, message }
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((line, column, text)) = &self.place else {
            return f.write_str(&self.message);
        };
        let gutter = line.to_string().len();
        let caret = column.saturating_sub(1);
        writeln!(f, "line {line}, column {column}: {}", self.message)?;
        writeln!(f, "{:gutter$} |", "")?;
        writeln!(f, "{line} | {text}")?;
        write!(f, "{:gutter$} | {:caret$}^", "", "")
    }
}

impl std::error::Error for SyntaxError {}
