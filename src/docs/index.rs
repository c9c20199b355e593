//! `index.html`: where to begin.

use maud::html;

use super::drawing;
use super::page::{contents, page};
use super::vocabulary::Vocabulary;
use crate::query::shipped::QUERIES;

/// The page.
pub(super) fn html(vocabulary: &Vocabulary) -> String {
    let drawings = drawing::all(vocabulary);
    let listed: Vec<(String, String)> = [("pages".to_owned(), "What is here".to_owned())]
        .into_iter()
        .chain(drawings.iter().map(|it| (it.anchor(), it.title.clone())))
        .collect();
    let body = html! {
        p {
            "unsc-kg turns documents about resolutions of the United Nations Security Council into linked data, with the words to prove every fact. "
            "This is its reference."
        }
        section #pages {
            h2 { "What is here" }
            dl {
                dt { a href="vocabulary.html" { "Vocabulary" } }
                dd { "The " (vocabulary.terms().count()) " classes, properties and datatypes that the graph is written in, and the schemes of concepts." }
                dt { a href="queries.html" { "Questions" } }
                dd { (QUERIES.len()) " questions that come with the program, each with its first answers and its SPARQL." }
                dt { a href="examples.html" { "Examples" } }
                dd { "The graph of a sample part by part; SPARQL by hand; other stores and programs." }
                dt { a href="ontology.ttl" { "ontology.ttl" } }
                dd { "The vocabulary as one Turtle file." }
                dt { a href="context.jsonld" { "context.jsonld" } }
                dd { "A JSON-LD context with short names for its terms." }
            }
        }
        @for drawing in &drawings {
            section id=(drawing.anchor()) {
                h2 { (drawing.title) }
                p { (drawing.description) }
                figure tabindex="0" role="region" aria-label=(drawing.title) { (drawing.svg("vocabulary.html")) }
            }
        }
    };
    page(
        "index.html",
        "Reference of unsc-kg",
        &contents(&listed),
        &body,
    )
}
