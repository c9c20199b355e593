//! Collects the quads of one document, each statement with the words that it rests on.

use std::collections::BTreeSet;

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad, Term};

use crate::facts::{Evidence, Stated};
use crate::graph::iri::{Base, template};
use crate::graph::vocabulary::oa;
use crate::hash::sha256;

/// The quads of one document's graph.
#[derive(Debug)]
pub struct Writer<'a> {
    base: &'a Base,
    graph: NamedNode,
    source: NamedNode,
    number: String,
    hash: &'a str,
    evidence: bool,
    quads: Vec<Quad>,
    words: BTreeSet<(usize, usize)>,
}

impl<'a> Writer<'a> {
    /// Starts the graph of the document with the given hash about the resolution of the given
    /// number, or `table` for a table.
    #[must_use]
    pub fn new(base: &'a Base, number: &str, hash: &'a str, evidence: bool) -> Self {
        let number = number.to_owned();
        let values = [("number", number.as_str()), ("hash", hash)];
        let graph = base.name(template::DOCUMENT, &values);
        let source = NamedNode::new_unchecked(format!("{}/source", graph.as_str()));
        let (quads, words) = (Vec::new(), BTreeSet::new());
        Self {
            base,
            graph,
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
        &self.graph
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
        self.quads.push(Quad::new(
            subject.clone(),
            predicate.into_owned(),
            object,
            self.graph.clone(),
        ));
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
        if self.evidence {
            let words: Vec<NamedNode> = fact.words().map(|words| self.words(words)).collect();
            self.annotate(subject, predicate, object, words);
        }
    }

    /// The quads, sorted, each once.
    #[must_use]
    pub fn finish(self) -> Vec<Quad> {
        let mut lines: Vec<(String, Quad)> = self
            .quads
            .into_iter()
            .map(|quad| (quad.to_string(), quad))
            .collect();
        lines.sort_by(|a, b| a.0.cmp(&b.0));
        lines.dedup_by(|a, b| a.0 == b.0);
        lines.into_iter().map(|(_, quad)| quad).collect()
    }

    /// The annotation is the reified statement itself: subject, predicate, object and target.
    fn annotate(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef,
        object: Term,
        words: Vec<NamedNode>,
    ) {
        let id = &sha256(format!("{subject} {predicate} {object}"))[..12];
        let annotation = self.item("statement", id);
        self.add(&annotation, rdf::TYPE, oa::ANNOTATION);
        self.add(&annotation, rdf::TYPE, rdf::STATEMENT);
        self.add(&annotation, rdf::SUBJECT, subject.clone());
        self.add(&annotation, rdf::PREDICATE, predicate.into_owned());
        self.add(&annotation, rdf::OBJECT, object);
        for words in words {
            self.add(&annotation, oa::HAS_TARGET, words);
        }
    }

    /// The part of the source that a quote is: its bytes and its words.
    fn words(&mut self, evidence: &Evidence) -> NamedNode {
        let (start, end) = (evidence.bytes.start, evidence.bytes.end);
        let words = self.item("words", &format!("{start}-{end}"));
        if self.words.insert((start, end)) {
            let selector = NamedNode::new_unchecked(format!("{}/selector", words.as_str()));
            self.add(&words, rdf::TYPE, oa::SPECIFIC_RESOURCE);
            self.add(&words, oa::HAS_SOURCE, self.source.clone());
            self.add(&words, oa::HAS_SELECTOR, selector.clone());
            self.add(&selector, rdf::TYPE, oa::DATA_POSITION_SELECTOR);
            self.add(&selector, rdf::TYPE, oa::TEXT_QUOTE_SELECTOR);
            self.add(&selector, oa::START, count(start));
            self.add(&selector, oa::END, count(end));
            self.add(
                &selector,
                oa::EXACT,
                Literal::new_simple_literal(&evidence.quote),
            );
        }
        words
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

/// A count as a literal.
#[must_use]
pub fn count(value: impl TryInto<u64>) -> Literal {
    let value = value.try_into().unwrap_or_default();
    Literal::new_typed_literal(value.to_string(), xsd::INTEGER)
}
