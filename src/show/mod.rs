//! One resolution for people: what each document says of it, fact by fact, with the words.

mod html;
mod text;

use std::ops::Range;

use anyhow::{Result, bail};
use oxigraph::model::Term;
use oxigraph::sparql::QuerySolution;

pub use html::write as write_html;
pub use text::write;

use crate::query::{self, Setting};
use crate::store::Store;

/// What the documents of a store say of a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The resolution's title.
    pub title: String,
    /// One part a document, in the order of their names.
    pub documents: Vec<DocumentPart>,
}

/// What one document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentPart {
    /// The document's path as given.
    pub source: String,
    /// The SHA-256 of its bytes when it was read.
    pub sha256: String,
    /// Sections in their order.
    pub sections: Vec<Section>,
}

/// Facts of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What kind, for people.
    pub heading: String,
    /// What the facts are about: `vote`, `place`; sections may share it.
    pub kind: String,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// A fact and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The fact.
    pub fact: String,
    /// The words that state it, in their order; empty if the store was built without.
    pub words: Vec<Words>,
    /// The term that the fact is about.
    object: String,
}

/// Words of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The bytes in the source, after decompression.
    pub bytes: Range<usize>,
    /// The exact words.
    pub quote: String,
}

/// Asks the store for a resolution.
///
/// # Errors
/// If no document of the store is about it.
pub fn page(store: &Store, number: u32) -> Result<Page> {
    let mut page = Page {
        title: String::new(),
        documents: Vec::new(),
    };
    for row in query::solutions(store, "show", &[Setting::new("number", &number)])? {
        add(&mut page, &row?);
    }
    if page.documents.is_empty() {
        bail!(
            "found no document about resolution {number}; see what there is with: unsc-kg query documents"
        );
    }
    Ok(page)
}

fn add(page: &mut Page, row: &QuerySolution) {
    let text = |name| query::text(row, name);
    page.title = text("title");
    let source = text("source");
    let document = last_or_new(
        &mut page.documents,
        |known| known.source == source,
        || DocumentPart {
            source: source.clone(),
            sha256: text("sha256"),
            sections: Vec::new(),
        },
    );
    let heading = text("section");
    let section = last_or_new(
        &mut document.sections,
        |known| known.heading == heading,
        || Section {
            heading: heading.clone(),
            kind: text("kind"),
            facts: Vec::new(),
        },
    );
    let object = row.get("o").map(Term::to_string).unwrap_or_default();
    let fact = text("fact");
    let at = section
        .facts
        .iter()
        .position(|known| known.object == object && known.fact == fact);
    let at = at.unwrap_or_else(|| {
        section.facts.push(Fact {
            fact,
            words: Vec::new(),
            object,
        });
        section.facts.len() - 1
    });
    if let (Ok(start), Ok(end)) = (text("start").parse(), text("end").parse()) {
        section.facts[at].words.push(Words {
            bytes: start..end,
            quote: text("quote"),
        });
    }
}

/// The last item if it is the wanted one, else a new one behind it.
fn last_or_new<T>(
    items: &mut Vec<T>,
    is_wanted: impl Fn(&T) -> bool,
    new: impl FnOnce() -> T,
) -> &mut T {
    if !items.last().is_some_and(is_wanted) {
        items.push(new());
    }
    let last = items.len() - 1;
    &mut items[last]
}
