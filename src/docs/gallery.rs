//! `queries.html`: each query that comes with the program, with its question, the way to run it,
//! its first answers and its text.

use std::fmt::Write;

use anyhow::{Context, Result};
use maud::{Markup, html};
use oxigraph::model::Term;
use oxigraph::sparql::QueryResults;

use super::page::{contents, page};
use crate::prefixes::{prefixes, shorten};
use crate::query;
use crate::query::shipped::{QUERIES, Shipped};
use crate::store::Store;

/// Answers shown of each query.
const ROWS: usize = 6;

/// Letters shown of a cell.
const LETTERS: usize = 160;

/// The page, with answers from a store if there is one.
///
/// # Errors
/// If a query fails.
pub(super) fn html(store: Option<&Store>, from: &str) -> Result<String> {
    let listed: Vec<(String, String)> = QUERIES
        .iter()
        .map(|query| (query.name.to_owned(), query.name.to_owned()))
        .collect();
    let answers: Vec<Markup> = QUERIES
        .iter()
        .map(|query| {
            let answer = store.map(|store| answer(store, query)).transpose();
            answer.with_context(|| format!("the query {}", query.name))
        })
        .map(|answer| Ok(answer?.unwrap_or_default()))
        .collect::<Result<_>>()?;
    let body = html! {
        p {
            "Each question has a name, and the name is enough to ask it, of a store or straight of documents:"
        }
        pre { code {
            "unsc-kg build " (from) "          # once: read documents into a store\n"
            "unsc-kg query missions         # ask the store\n"
            "unsc-kg query missions --from " (from) " --format csv > missions.csv"
        } }
        p {
            "To ask something near one of these, take its text below, change it, and give the file or standard input: "
            code { "unsc-kg query my.rq" } ", " code { "unsc-kg query -" } ". "
            "The terms are told in the " a href="vocabulary.html" { "vocabulary" } ". "
            @if store.is_some() { "The answers below are those of the documents in " code { (from) } "." }
        }
        div.table {
            table {
                thead { tr { th scope="col" { "Question" } th scope="col" { "Name" } } }
                tbody {
                    @for query in QUERIES {
                        tr { td { (query.question()) } td { a href={ "#" (query.name) } { code { (query.name) } } } }
                    }
                }
            }
        }
        @for (query, answer) in QUERIES.iter().zip(&answers) {
            @let notes = query.notes();
            section id=(query.name) {
                h2 { a.self href={ "#" (query.name) } { (query.question()) } }
                @if !notes.is_empty() { p { (notes) } }
                pre { code {
                    "unsc-kg query " (query.name)
                    @for (name, value) in query.parameters() { " --set " (name) "=" (value) }
                } }
                (answer)
                details {
                    summary { "SPARQL of " code { (query.name) } }
                    pre tabindex="0" { code { (text(query)) } }
                }
            }
        }
    };
    Ok(page("queries.html", "Questions", &contents(&listed), &body))
}

/// The text without the question that heads it.
fn text(query: &Shipped) -> String {
    let lines = query.text.lines().skip_while(|line| line.starts_with('#'));
    lines.fold(String::new(), |mut text, line| {
        writeln!(text, "{line}").expect("a string takes everything");
        text
    })
}

/// The first answers of a query and how many there are.
fn answer(store: &Store, query: &Shipped) -> Result<Markup> {
    let QueryResults::Solutions(solutions) = query::run(store, &query.below(store.base()))? else {
        return Ok(html! {});
    };
    let variables: Vec<String> = solutions
        .variables()
        .iter()
        .map(|variable| variable.as_str().to_owned())
        .collect();
    let prefixes = prefixes(store.base());
    let mut rows: Vec<Vec<String>> = Vec::new();
    for solution in solutions {
        let solution = solution?;
        let cell = |name: &String| {
            solution
                .get(name.as_str())
                .map_or_else(String::new, |term| cell(term, &prefixes))
        };
        rows.push(variables.iter().map(cell).collect());
    }
    let numeric = |column: usize| {
        let cells = rows.iter().map(|row| row[column].as_str());
        cells
            .flat_map(str::chars)
            .all(|letter| letter.is_ascii_digit())
    };
    let numeric: Vec<bool> = (0..variables.len()).map(numeric).collect();
    Ok(html! {
        div.table tabindex="0" role="region" aria-label={ "First answers of " (query.name) } {
            table {
                thead { tr { @for name in &variables { th scope="col" { (name) } } } }
                tbody {
                    @for row in rows.iter().take(ROWS) {
                        tr { @for (cell, numeric) in row.iter().zip(&numeric) { td.number[*numeric] { (cell) } } }
                    }
                }
            }
        }
        p.quiet {
            @if rows.len() > ROWS { (ROWS) " of " (rows.len()) " rows" }
            @else if rows.len() == 1 { "1 row" }
            @else { (rows.len()) " rows" }
        }
    })
}

/// A term as people read it, cut where it is long.
fn cell(term: &Term, prefixes: &[(String, String)]) -> String {
    let text = match term {
        Term::NamedNode(node) => shorten(node.as_str(), prefixes),
        Term::Literal(literal) => literal.value().to_owned(),
        term => term.to_string(),
    };
    if text.chars().count() <= LETTERS {
        return text;
    }
    let mut cut: String = text.chars().take(LETTERS).collect();
    cut.push('…');
    cut
}
