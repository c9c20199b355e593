//! Where a query is wrong, shown with its line.

use std::fmt;
use std::sync::LazyLock;

use regex::Regex;

use super::expected::Expected;
use crate::pattern::regex;

/// The place in the parser's message and what it expected there.
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?s)^error at (?P<line>[0-9]+):(?P<column>[0-9]+): expected (?:one of )?(?P<expected>.*)$",
    )
});

/// Blanks after a query, for the parser to look ahead into.
///
/// To try a keyword it takes as many characters as the keyword has, so that near the end of the
/// text it would name the end as the place of any error.
pub(super) const MARGIN: &str = "\n                    ";

/// A query that is not SPARQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    place: Option<Place>,
    message: String,
}

/// A line of a query, and the columns of the words in question, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    /// The line, from 1.
    line: usize,
    column: usize,
    width: usize,
    text: String,
}

impl SyntaxError {
    /// Takes place and message out of the parser's error.
    #[must_use]
    pub fn new(query: &str, error: &impl fmt::Display) -> Self {
        let message = error.to_string();
        Self::placed(query, &message).unwrap_or(Self {
            place: None,
            message,
        })
    }

    fn placed(query: &str, message: &str) -> Option<Self> {
        let found = PLACE.captures(message)?;
        let expected = Expected::new(&found["expected"]);
        let parser = offset(
            query,
            found["line"].parse().ok()?,
            found["column"].parse().ok()?,
        );
        let characters: Vec<char> = query.trim_end().chars().collect();
        let end = parser
            .saturating_sub(expected.overshoot())
            .min(characters.len());
        let start = if expected.is_about_what_precedes() {
            let word = characters[..end].iter().rev().take_while(|c| is_word(**c));
            end - word.count()
        } else {
            end
        };
        let word: String = match &characters[start..] {
            [first, rest @ ..] if is_word(*first) => std::iter::once(first)
                .chain(rest.iter().take_while(|c| is_word(**c)))
                .collect(),
            other => other.iter().take(1).collect(),
        };
        let before = &characters[..start];
        let column = before.iter().rev().take_while(|c| **c != '\n').count();
        let line = before.iter().filter(|c| **c == '\n').count() + 1;
        let text = query.lines().nth(line - 1).unwrap_or_default().to_owned();
        Some(Self {
            place: Some(Place {
                line,
                column,
                width: word.chars().count().max(1),
                text,
            }),
            message: expected.message(&word),
        })
    }
}

/// The characters before a line and column, both from 1.
fn offset(query: &str, line: usize, column: usize) -> usize {
    let lines = query.split('\n').take(line.saturating_sub(1));
    lines.map(|line| line.chars().count() + 1).sum::<usize>() + column.saturating_sub(1)
}

/// Whether a character is part of a word: not a blank, bracket or separator.
fn is_word(c: char) -> bool {
    !c.is_whitespace() && !"{}()[],;".contains(c)
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(Place {
            line,
            column,
            width,
            text,
        }) = &self.place
        else {
            return f.write_str(&self.message);
        };
        let gutter = line.to_string().len();
        // Tabs stay tabs, so that the carets stand below the words in every terminal.
        let indent: String = text
            .chars()
            .take(*column)
            .map(|c| if c == '\t' { c } else { ' ' })
            .collect();
        writeln!(f, "line {line}, column {}: {}", column + 1, self.message)?;
        writeln!(f, "{:gutter$} |", "")?;
        writeln!(f, "{line} | {text}")?;
        write!(f, "{:gutter$} | {indent}{}", "", "^".repeat(*width))
    }
}

impl std::error::Error for SyntaxError {}

#[cfg(test)]
mod tests {
    use crate::graph::iri::Base;
    use crate::query::run;
    use crate::store::Store;

    fn error(query: &str) -> String {
        let store = Store::from_quads(Vec::new(), Base::default()).unwrap();
        run(&store, query).err().expect("no SPARQL").to_string()
    }

    #[test]
    fn places_are_shown_where_people_see_them() {
        let shown = [
            "SELECT ?r\n\tWHERE { ?r unsc:number ]",
            "SELECT ?é { ?é ?p \"日本語\" ] }",
            "SELECT ?r { ?r ex:number ?n }",
            "SELECT ?r {\n",
            "SELECT ?r { ?r a ?t . ] }",
            "SELECT ?r { ?r a ?t FILTER(?t = ) }",
            "SELECT ?r ?n { ?r a ?t } GROUP BY ?r",
            "DELETE WHERE { ?s ?p ?o }",
            "",
        ]
        .map(|query| error(query) + "\n\n")
        .concat();
        insta::assert_snapshot!(shown);
    }
}
