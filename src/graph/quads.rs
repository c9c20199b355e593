//! Quads of one graph.

use oxigraph::model::{NamedNode, NamedNodeRef, Quad, Term};

/// Collects the quads of one graph.
#[derive(Debug)]
pub(super) struct Quads {
    graph: NamedNode,
    quads: Vec<Quad>,
}

impl Quads {
    pub(super) fn new(graph: NamedNode) -> Self {
        let quads = Vec::new();
        Self { graph, quads }
    }

    pub(super) fn add(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef,
        object: impl Into<Term>,
    ) {
        let (subject, predicate) = (subject.clone(), predicate.into_owned());
        let quad = Quad::new(subject, predicate, object, self.graph.clone());
        self.quads.push(quad);
    }

    pub(super) fn finish(self) -> Vec<Quad> {
        self.quads
    }
}
