//! The quads of one graph, and the literals that they have.

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad, Term};

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

    /// The name of the graph.
    pub(super) fn graph(&self) -> &NamedNode {
        &self.graph
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

/// A text in no language, such as a symbol.
pub(super) fn plain(text: &str) -> Literal {
    Literal::new_simple_literal(text)
}

/// A text in English.
pub(super) fn english(text: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(text, "en")
}

/// A count.
pub(super) fn count(value: impl TryInto<u64>) -> Literal {
    let value = value.try_into().unwrap_or_default();
    Literal::new_typed_literal(value.to_string(), xsd::INTEGER)
}
