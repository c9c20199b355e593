//! Solutions as an aligned table for people.

use std::io::Write;

use anyhow::Result;
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use oxigraph::model::Term;
use oxigraph::sparql::QuerySolutionIter;

use crate::prefixes::shorten;

/// Columns apart by blanks, a line below the head.
const STYLE: TableStyle =
    TableStyle::new().header_separator(LineStyle::new(' ', '─', ' ', ' ').left(' '));

/// Writes all solutions; a table needs them all before the first line.
pub(super) fn write(
    solutions: QuerySolutionIter<'static>,
    prefixes: &[(String, String)],
    width: Option<u16>,
    output: &mut impl Write,
) -> Result<()> {
    let variables: Vec<String> = solutions
        .variables()
        .iter()
        .map(|variable| variable.as_str().to_owned())
        .collect();
    let mut table = Table::new();
    table.load_style(STYLE).set_header(&variables);
    if let Some(width) = width {
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width);
    }
    let mut numeric = vec![true; variables.len()];
    let mut rows = 0_usize;
    for solution in solutions {
        let solution = solution?;
        let cells: Vec<String> = variables
            .iter()
            .map(|name| {
                solution
                    .get(name.as_str())
                    .map_or_else(String::new, |t| cell(t, prefixes))
            })
            .collect();
        for (column, text) in cells.iter().enumerate() {
            numeric[column] &= text.chars().all(|c| c.is_ascii_digit());
        }
        table.add_row(cells);
        rows += 1;
    }
    for (index, numeric) in numeric.iter().enumerate() {
        if *numeric && let Some(column) = table.column_mut(index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    for line in table.lines() {
        writeln!(output, "{}", line.trim_end())?;
    }
    let rows = if rows == 1 {
        "1 row".to_owned()
    } else {
        format!("{rows} rows")
    };
    writeln!(output, "\n{rows}")?;
    Ok(())
}

/// A term without what people don't read: quotes, language, datatype.
fn cell(term: &Term, prefixes: &[(String, String)]) -> String {
    match term {
        Term::NamedNode(node) => shorten(node.as_str(), prefixes),
        Term::Literal(literal) => literal.value().to_owned(),
        term => term.to_string(),
    }
}
