//! Documents of the United Nations, known by their symbols.

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{Literal, NamedNode};

use super::Mapper;
use crate::facts::{NamedDocument, Stated};
use crate::graph::iri::{slug, template};
use crate::graph::links::undocs;
use crate::graph::quads::plain;
use crate::graph::vocabulary::{dcterms, foaf, unsc};

impl Mapper<'_, '_> {
    pub(super) fn document(&mut self, fact: &Stated<NamedDocument>) {
        let NamedDocument {
            symbol,
            clauses,
            kind,
            author,
            date,
            pursuant_to,
        } = &fact.value;
        let node = self.un_document(&symbol.normal);
        if let Some(other) = &symbol.other {
            self.writer.state(&node, unsc::SYMBOL, plain(other), fact);
        }
        for clause in clauses {
            let (part, number) = clause.value;
            let paragraph = self.clause_node(part, number);
            self.writer
                .state(&paragraph, unsc::NAMES_DOCUMENT, node.clone(), clause);
        }
        if let Some(kind) = kind {
            let concept = self.writer.entity(&kind.value);
            self.writer.state(&node, unsc::DOCUMENT_TYPE, concept, kind);
        }
        if let Some(author) = author {
            let agent = self.entity(&author.value, unsc::PARTY);
            self.writer
                .state(&node, unsc::DOCUMENT_AUTHOR, agent, author);
        }
        if let Some(date) = date {
            let day = Literal::new_typed_literal(date.value.to_string(), xsd::DATE);
            self.writer.state(&node, dcterms::CREATED, day, date);
        }
        if let Some(cited) = pursuant_to {
            let values = [("number", &*cited.value.to_string())];
            let resolution = self.writer.name(template::RESOLUTION, &values);
            self.writer
                .state(&node, unsc::SUBMITTED_PURSUANT_TO, resolution, cited);
        }
        self.state(unsc::NAMES_DOCUMENT, node, fact);
    }

    /// The document that has a symbol.
    pub(super) fn un_document(&mut self, symbol: &str) -> NamedNode {
        let node = self.by_symbol(template::UN_DOCUMENT, symbol);
        self.writer
            .add(&node, rdf::TYPE, unsc::UNITED_NATIONS_DOCUMENT);
        self.writer.add(&node, unsc::SYMBOL, plain(symbol));
        self.writer.add(&node, dcterms::IDENTIFIER, plain(symbol));
        if let Some(page) = undocs(symbol) {
            self.writer.add(&node, foaf::PAGE, page);
        }
        node
    }

    pub(super) fn by_symbol(&self, template: &str, symbol: &str) -> NamedNode {
        self.writer.name(template, &[("symbol", &slug(symbol))])
    }
}
