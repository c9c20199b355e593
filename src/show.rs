//! One resolution for people: what each document says of it, fact by fact, with the words.

use std::io::Write;

use anyhow::{Result, bail};
use oxigraph::model::{Literal, Term};
use oxigraph::sparql::QuerySolution;

use crate::query;
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
    /// Sections in their order.
    pub sections: Vec<Section>,
}

/// Facts of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What kind.
    pub heading: String,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// A fact and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The fact.
    pub fact: String,
    /// The words; empty if the store was built without.
    pub quote: String,
}

/// Asks the store for a resolution.
///
/// # Errors
/// If no document of the store is about it.
pub fn page(store: &Store, number: u32) -> Result<Page> {
    let number_term = Term::from(Literal::new_typed_literal(
        number.to_string(),
        oxigraph::model::vocab::xsd::INTEGER,
    ));
    let mut page = Page {
        title: String::new(),
        documents: Vec::new(),
    };
    for solution in query::solutions(store, "show", &[("number", number_term)])? {
        add(&mut page, &solution?);
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
    if page
        .documents
        .last()
        .is_none_or(|document| document.source != source)
    {
        page.documents.push(DocumentPart {
            source,
            sections: Vec::new(),
        });
    }
    let Some(document) = page.documents.last_mut() else {
        return;
    };
    let heading = text("section");
    if document
        .sections
        .last()
        .is_none_or(|section| section.heading != heading)
    {
        document.sections.push(Section {
            heading,
            facts: Vec::new(),
        });
    }
    if let Some(section) = document.sections.last_mut() {
        section.facts.push(Fact {
            fact: text("fact"),
            quote: text("quote"),
        });
    }
}

/// Prints a page.
///
/// # Errors
/// If writing fails.
pub fn write(page: &Page, output: &mut dyn Write) -> Result<()> {
    writeln!(output, "{}", page.title)?;
    for document in &page.documents {
        writeln!(output, "\nfrom {}", document.source)?;
        for section in &document.sections {
            writeln!(output, "\n  {}", section.heading)?;
            let width = section
                .facts
                .iter()
                .map(|fact| fact.fact.chars().count())
                .max();
            let width = width.unwrap_or_default().min(40);
            for Fact { fact, quote } in &section.facts {
                if quote.is_empty() {
                    writeln!(output, "    {fact}")?;
                } else {
                    writeln!(output, "    {fact:width$}  “{}”", in_short(quote))?;
                }
            }
        }
    }
    Ok(())
}

/// A quote on one line, long ones without their middle.
fn in_short(quote: &str) -> String {
    const LONGEST: usize = 100;
    let line: Vec<char> = quote
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .collect();
    if line.len() <= LONGEST {
        return line.into_iter().collect();
    }
    let head: String = line[..LONGEST * 2 / 3].iter().collect();
    let tail: String = line[line.len() - LONGEST / 4..].iter().collect();
    format!("{head} … {tail}")
}
