//! The reference in `docs/`, made from the ontology and the queries that the program has loaded:
//! pages for people, the vocabulary as files, drawings of the model.
//!
//! Nothing in it depends on the day or the machine, so that a test can compare it whole.

mod context;
mod drawing;
mod examples;
mod expression;
mod gallery;
mod index;
mod page;
mod reference;
mod terms;
mod turtle;
mod vocabulary;

use anyhow::Result;

use crate::graph::iri::Base;
use crate::ontology::File;
use crate::store::Store;
use vocabulary::Vocabulary;

/// What a reference is made from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The files of the ontology.
    pub ontology: &'a [File],
    /// The IRI below which data is named.
    pub base: &'a Base,
    /// Documents to take answers and examples from, with their name for people; without, there
    /// are none.
    pub samples: Option<(&'a Store, &'a str)>,
}

/// A file of the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Makes all files of the reference.
///
/// # Errors
/// If a file of the ontology is not Turtle or a query fails.
pub fn pages(sources: Sources<'_>) -> Result<Vec<Page>> {
    let vocabulary = Vocabulary::new(sources.ontology, sources.base)?;
    let store = sources.samples.map(|(store, _)| store);
    let from = sources.samples.map_or("DOCUMENTS", |(_, from)| from);
    let page = |name: &str, text| Page {
        name: name.to_owned(),
        text,
    };
    let mut pages = vec![
        page("index.html", index::html(&vocabulary)),
        page("vocabulary.html", reference::html(&vocabulary)),
        page("queries.html", gallery::html(store, from)?),
        page("examples.html", examples::html(store)?),
        page("ontology.ttl", turtle::turtle(&vocabulary)?),
        page("context.jsonld", context::context(&vocabulary)),
    ];
    for drawing in drawing::all(&vocabulary) {
        let mut text = drawing.svg("vocabulary.html").into_string();
        text.push('\n');
        pages.push(page(&format!("{}.svg", drawing.name), text));
    }
    Ok(pages)
}
