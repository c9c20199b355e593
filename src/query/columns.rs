//! Solutions column by column, for formats that give each column one type.

use anyhow::Result;
use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, Term};
use oxigraph::sparql::QuerySolutionIter;

/// A variable with what it is bound to, row by row.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) values: Vec<Option<Term>>,
}

/// What all values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Integer,
    Number,
    Boolean,
    Date,
    Text,
}

impl Column {
    /// The narrowest kind that fits all values.
    pub(super) fn kind(&self) -> Kind {
        let mut kinds = self.values.iter().flatten().map(kind);
        let first = kinds.next().unwrap_or(Kind::Text);
        kinds.fold(first, |all, one| match (all, one) {
            _ if all == one => all,
            (Kind::Integer | Kind::Number, Kind::Integer | Kind::Number) => Kind::Number,
            _ => Kind::Text,
        })
    }

    /// The texts of its values, as CSV has them.
    pub(super) fn texts(&self) -> impl Iterator<Item = Option<String>> {
        self.values.iter().map(|value| value.as_ref().map(text))
    }
}

/// Reads all solutions.
pub(super) fn columns(solutions: QuerySolutionIter<'static>) -> Result<Vec<Column>> {
    let column = |name: &str| Column {
        name: name.to_owned(),
        values: Vec::new(),
    };
    let variables = solutions.variables().iter();
    let mut columns: Vec<Column> = variables.map(|name| column(name.as_str())).collect();
    for solution in solutions {
        let solution = solution?;
        for (index, column) in columns.iter_mut().enumerate() {
            column.values.push(solution.get(index).cloned());
        }
    }
    Ok(columns)
}

fn kind(term: &Term) -> Kind {
    let Term::Literal(literal) = term else {
        return Kind::Text;
    };
    let fits = |kind, fits: bool| if fits { kind } else { Kind::Text };
    let text = literal.value();
    match literal.datatype() {
        xsd::INTEGER => fits(Kind::Integer, text.parse::<i64>().is_ok()),
        xsd::DECIMAL | xsd::DOUBLE => fits(Kind::Number, text.parse::<f64>().is_ok()),
        xsd::BOOLEAN => fits(Kind::Boolean, text.parse::<bool>().is_ok()),
        xsd::DATE => fits(Kind::Date, text.parse::<jiff::civil::Date>().is_ok()),
        _ => Kind::Text,
    }
}

fn text(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => Literal::value(literal).to_owned(),
        term => term.to_string(),
    }
}
