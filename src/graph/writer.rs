//! Collects the quads of one document, each statement with the words that it rests on.

use std::collections::BTreeSet;

use oxigraph::model::{NamedNode, NamedNodeRef, Quad, Term};

use crate::facts::Stated;
use crate::graph::evidence::Extent;
use crate::graph::iri::{Base, template};
use crate::graph::quads::Quads;

/// The quads of one document's graph.
#[derive(Debug)]
pub struct Writer<'a> {
    base: &'a Base,
    source: NamedNode,
    number: String,
    hash: &'a str,
    pub(super) evidence: Extent,
    quads: Quads,
    /// The words that are described by now, by their bytes.
    pub(super) words: BTreeSet<(usize, usize)>,
}

impl<'a> Writer<'a> {
    /// Starts the graph of the document with the given hash about the resolution of the given
    /// number, or `table` for a table.
    #[must_use]
    pub fn new(base: &'a Base, number: &str, hash: &'a str, evidence: Extent) -> Self {
        let number = number.to_owned();
        let values = [("number", number.as_str()), ("hash", hash)];
        let graph = base.name(template::DOCUMENT, &values);
        let source = NamedNode::new_unchecked(format!("{}/source", graph.as_str()));
        let (quads, words) = (Quads::new(graph), BTreeSet::new());
        Self {
            base,
            source,
            number,
            hash,
            evidence,
            quads,
            words,
        }
    }

    /// The name of the graph.
    #[must_use]
    pub fn graph(&self) -> &NamedNode {
        self.quads.graph()
    }

    /// The source document, which the words are part of.
    #[must_use]
    pub fn source(&self) -> &NamedNode {
        &self.source
    }

    /// Names a thing below the base.
    #[must_use]
    pub fn name(&self, template: &str, values: &[(&str, &str)]) -> NamedNode {
        let mut all = vec![("number", self.number.as_str())];
        all.extend_from_slice(values);
        self.base.name(template, &all)
    }

    /// Names an entity by its path.
    #[must_use]
    pub fn entity(&self, path: &str) -> NamedNode {
        self.base.path(path)
    }

    /// Adds a triple that needs no words: a type, a label.
    pub fn add(&mut self, subject: &NamedNode, predicate: NamedNodeRef, object: impl Into<Term>) {
        self.quads.add(subject, predicate, object);
    }

    /// Adds a triple and the words that state it.
    pub fn state<T>(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef,
        object: impl Into<Term>,
        fact: &Stated<T>,
    ) {
        let object = object.into();
        self.add(subject, predicate, object.clone());
        self.annotate(subject, predicate, object, fact.words());
    }

    /// The quads, sorted, each once.
    #[must_use]
    pub fn finish(self) -> Vec<Quad> {
        let quads = self.quads.finish().into_iter();
        let mut lines: Vec<(String, Quad)> = quads.map(|quad| (quad.to_string(), quad)).collect();
        lines.sort_by(|a, b| a.0.cmp(&b.0));
        lines.dedup_by(|a, b| a.0 == b.0);
        lines.into_iter().map(|(_, quad)| quad).collect()
    }

    /// Names a thing that belongs to the source document.
    #[must_use]
    pub fn item(&self, part: &str, item: &str) -> NamedNode {
        self.name(
            template::DOCUMENT_ITEM,
            &[("hash", self.hash), ("part", part), ("item", item)],
        )
    }
}
