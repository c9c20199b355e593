//! `examples.html`: the graph of a sample part by part, as Turtle, and ways to go on with it.

use anyhow::{Context, Result, bail};
use maud::{Markup, PreEscaped, html};
use oxigraph::sparql::QueryResults;

use super::page::{contents, page};
use crate::export;
use crate::prefixes::prefixes;
use crate::query;
use crate::store::Store;

macro_rules! parts {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("examples/", $name, ".rq")))),*]
    };
}

/// The parts: CONSTRUCT queries, headed by the part's title and what is to be said of it.
const PARTS: &[(&str, &str)] = parts![
    "resolution",
    "vote",
    "mission",
    "task",
    "clause",
    "measure",
    "name",
    "words",
    "derived",
    "document",
];

/// What to do with the graph, written by hand.
const USES: &str = include_str!("examples/uses.html");

/// The page, with parts of the graph from a store if there is one.
///
/// # Errors
/// If a query fails.
pub(super) fn html(store: Option<&Store>) -> Result<String> {
    let mut parts = Vec::new();
    for (name, query) in PARTS {
        let turtle = store.map(|store| turtle(store, query)).transpose();
        let turtle = turtle.with_context(|| format!("the example {name}"))?;
        // A part that no document speaks of is left out.
        if let Some(turtle) = turtle.filter(|turtle| !turtle.is_empty()) {
            parts.push((*name, query, turtle));
        }
    }
    let uses = [
        ("ask", "Ask in SPARQL"),
        ("export", "Take the graph away"),
        ("load", "Load it into another store"),
        ("read", "Read it in a program"),
    ];
    let title = |query: &str| heading(query).0;
    let listed: Vec<(String, String)> = parts
        .iter()
        .map(|(name, query, _)| ((*name).to_owned(), title(query)))
        .chain(uses.map(|(anchor, title)| (anchor.to_owned(), title.to_owned())))
        .collect();
    let body = html! {
        @if !parts.is_empty() {
            p {
                "What the graph says of a few sample documents, part by part. The Turtle is that of "
                code { "unsc-kg export" } ", less the prefixes, which queries know without being told: "
                code { "unsc:" } " is the " a href="vocabulary.html" { "vocabulary" } ", "
                code { "resolution:" } ", " code { "mission:" } " and the like are paths below "
                code { "https://w3id.org/unsc/" } "."
            }
        }
        @for (name, query, turtle) in &parts { (part(name, query, turtle)) }
        (PreEscaped(USES))
    };
    Ok(page("examples.html", "Examples", &contents(&listed), &body))
}

fn part(name: &str, query: &str, turtle: &str) -> Markup {
    let (title, explanation) = heading(query);
    let asked = query.lines().skip_while(|line| line.starts_with('#'));
    html! {
        section id=(name) {
            h2 { a.self href={ "#" (name) } { (title) } }
            p { (explanation) }
            pre tabindex="0" { code { (turtle) } }
            details {
                summary { "The query that chose this part" }
                pre tabindex="0" { code { (asked.collect::<Vec<_>>().join("\n")) } }
            }
        }
    }
}

/// The first comment, and those after it.
fn heading(query: &str) -> (String, String) {
    let mut comments = query
        .lines()
        .map_while(|line| line.strip_prefix('#'))
        .map(str::trim);
    let title = comments.next().unwrap_or_default().to_owned();
    (title, comments.collect::<Vec<_>>().join(" "))
}

/// What a query constructs, without prefixes.
fn turtle(store: &Store, query: &str) -> Result<String> {
    let QueryResults::Graph(triples) = query::run(store, query)? else {
        bail!("is no CONSTRUCT");
    };
    let triples = triples.collect::<Result<Vec<_>, _>>()?;
    let mut text = Vec::new();
    export::turtle(triples, &prefixes(store.base()), &mut text)?;
    let text = String::from_utf8(text)?;
    let lines = text.lines().filter(|line| !line.starts_with("@prefix"));
    Ok(lines
        .map(|line| line.replace('\t', "    "))
        .collect::<Vec<_>>()
        .join("\n")
        .trim()
        .to_owned())
}
