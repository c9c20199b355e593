//! `queries.html`: each query that comes with the program, with its question, the way to run it,
//! its first answers and its text.

use std::fmt::Write;

use anyhow::{Context, Result};
use maud::{Markup, html};
use oxigraph::model::Term;
use oxigraph::sparql::QueryResults;

use super::page::{contents, page};
use crate::letters::capitalized;
use crate::prefixes::{prefixes, shorten};
use crate::query;
use crate::query::shipped::{QUERIES, SUBJECTS, Shipped};
use crate::store::Store;

/// Answers shown of each query.
const ROWS: usize = 6;

/// Cells of fewer letters stay in one line.
const SHORT: usize = 24;

/// Letters shown of a cell.
const LETTERS: usize = 160;

/// The page, with answers from a store if there is one, made from the documents that `from` names.
///
/// # Errors
/// If a query fails.
pub(super) fn html(store: Option<&Store>, from: &str) -> Result<String> {
    let subjects: Vec<(&str, Vec<&Shipped>)> = SUBJECTS
        .iter()
        .map(|subject| {
            let of_subject = QUERIES.iter().filter(|query| query.subject() == *subject);
            (*subject, of_subject.collect())
        })
        .filter(|(_, queries): &(_, Vec<_>)| !queries.is_empty())
        .collect();
    let listed = html! {
        ul {
            @for (subject, queries) in &subjects {
                li {
                    a href={ "#subject-" (subject) } { (capitalized(subject)) }
                    (contents(&queries.iter().map(|it| (it.name.to_owned(), it.name.to_owned())).collect::<Vec<_>>()))
                }
            }
        }
    };
    let mut sections = Vec::new();
    for (subject, queries) in &subjects {
        sections.push(of_subject(subject, queries, store)?);
    }
    let body = html! {
        p {
            "Each question has a name, and the name is enough to ask it, of a store or straight of documents:"
        }
        pre tabindex="0" { code {
            "unsc-kg build " (from) "\n"
            "unsc-kg query missions\n"
            "unsc-kg query missions --from " (from) " --format csv > missions.csv"
        } }
        p {
            "What stands behind " code { "--set" } " is there already and can be changed. "
            "To ask something near one of these, take its text below, change it, and give the file or standard input: "
            code { "unsc-kg query my.rq" } ", " code { "unsc-kg query -" } ". "
            "The terms are told in the " a href="vocabulary.html" { "vocabulary" } ". "
            @if store.is_some() { "The answers below are those of the documents in " code { (from) } "." }
        }
        dl.questions {
            @for (subject, queries) in &subjects {
                dt { (capitalized(subject)) }
                dd {
                    ul { @for query in queries { li { a href={ "#" (query.name) } { (query.question()) } } } }
                }
            }
        }
        @for section in sections { (section) }
    };
    Ok(page("queries.html", "Questions", &listed, &body))
}

/// The questions on one subject.
fn of_subject(subject: &str, queries: &[&Shipped], store: Option<&Store>) -> Result<Markup> {
    let mut answered = Vec::new();
    for query in queries {
        let answer = store.map(|store| answer(store, query)).transpose();
        let answer = answer.with_context(|| format!("the query {}", query.name))?;
        answered.push((query, answer.unwrap_or_default()));
    }
    Ok(html! {
        section id={ "subject-" (subject) } {
            h2 { (capitalized(subject)) }
            @for (query, answer) in &answered {
                @let notes = query.notes();
                section.query id=(query.name) {
                    h3 { a.self href={ "#" (query.name) } { (query.question()) } }
                    @if !notes.is_empty() { p { (notes) } }
                    pre tabindex="0" { code {
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
        }
    })
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
                        tr { @for (cell, numeric) in row.iter().zip(&numeric) { td.number[*numeric].short[cell.len() < SHORT] { (cell) } } }
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
