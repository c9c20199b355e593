//! Rules, read from shapes.

use std::collections::BTreeSet;
use std::path::Path as FilePath;

use anyhow::{Context, Result, bail};
use oxigraph::model::vocab::rdf;
use oxigraph::model::{
    Graph, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Term, TermRef, Triple,
};
use rudof_rdf::rdf_core::BuildRDF;
use rudof_rdf::rdf_impl::OxigraphInMemory;
use shacl::ir::IRSchema;
use shacl::rdf::ShaclParser;

use super::subject;
use super::vocabulary::{KNOWN, SHACL, sh};
use crate::graph;
use crate::graph::iri::Base;
use crate::ontology;

/// How much it matters that a rule is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It is wrong.
    Violation,
    /// It may be wrong, or something is missing.
    Warning,
    /// It is worth knowing.
    Info,
}

/// A shape with a name.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its IRI.
    pub iri: NamedNode,
    /// What it is about, in a few words; its IRI if it does not say.
    pub name: String,
    /// What it demands and why.
    pub description: String,
    /// How much that matters.
    pub severity: Severity,
}

/// Shapes, ready to be checked.
pub struct Rules {
    /// The rules by their IRIs.
    pub list: Vec<Rule>,
    pub(super) schema: IRSchema,
    graph: Graph,
}

/// The rules that are built in and, if given, those in the `.ttl` files of a directory.
///
/// # Errors
/// If a file can't be read, is not Turtle, or a shape says what is not known here: the crate
/// passes that over, and a rule that is not checked must not look as if it were kept.
pub fn load(more: Option<&FilePath>, base: &Base) -> Result<Rules> {
    let mut graph = Graph::new();
    for file in ontology::shapes(more)? {
        for quad in graph::reference(&file.triples()?, base) {
            graph.insert(&rebased(quad.into(), base));
        }
    }
    let mut shapes = OxigraphInMemory::new();
    for triple in &graph {
        let Triple {
            subject,
            predicate,
            object,
        } = triple.into_owned();
        let known = predicate.as_str().strip_prefix(SHACL);
        if known.is_some_and(|name| !KNOWN.contains(&name)) {
            bail!("shape {subject}: found {predicate} {object}, which is not known here");
        }
        shapes.add_triple(subject, predicate, object)?;
    }
    let syntax = ShaclParser::new(shapes)
        .parse()
        .context("the shapes are not well-formed")?;
    let schema = IRSchema::compile(&syntax).context("the shapes are not well-formed")?;
    let mut rules = Rules {
        list: Vec::new(),
        schema,
        graph,
    };
    for shape in rules.named() {
        let rule = rules.rule(&shape);
        rules
            .list
            .push(rule.with_context(|| format!("shape {shape}"))?);
    }
    Ok(rules)
}

/// A triple with its namespace of a prefix below the base.
fn rebased(triple: Triple, base: &Base) -> Triple {
    if triple.predicate != sh::NAMESPACE {
        return triple;
    }
    let object = match triple.object {
        Term::Literal(literal) => match NamedNode::new(literal.value()) {
            Ok(namespace) => Literal::from(base.rebase(namespace).into_string()).into(),
            Err(_) => literal.into(),
        },
        object => object,
    };
    Triple { object, ..triple }
}

impl Rules {
    /// The position of the rule that a shape is, or is part of.
    pub(super) fn position(&self, shape: &Term) -> Result<usize> {
        let mut shape = shape.clone();
        for _ in 0..=self.graph.len() {
            if let Term::NamedNode(iri) = &shape
                && let Ok(position) = self.list.binary_search_by(|rule| rule.iri.cmp(iri))
            {
                return Ok(position);
            }
            let mut whole = self
                .graph
                .subjects_for_predicate_object(sh::PROPERTY, &shape);
            match whole.next() {
                Some(subject) => shape = subject.into_owned().into(),
                None => break,
            }
        }
        bail!("the shape {shape} is broken and has no IRI to say so by")
    }

    /// What a shape says where it is broken.
    pub(super) fn message(&self, shape: &Term) -> Option<String> {
        self.text(&subject(shape)?, sh::MESSAGE)
    }

    /// The shapes that have an IRI, sorted.
    fn named(&self) -> BTreeSet<NamedNode> {
        let kinds = [sh::PROPERTY_SHAPE, sh::NODE_SHAPE].into_iter();
        let shapes =
            kinds.flat_map(|kind| self.graph.subjects_for_predicate_object(rdf::TYPE, kind));
        shapes
            .filter_map(|shape| match shape.into_owned() {
                NamedOrBlankNode::NamedNode(iri) => Some(iri),
                NamedOrBlankNode::BlankNode(_) => None,
            })
            .collect()
    }

    fn rule(&self, shape: &NamedNode) -> Result<Rule> {
        let node = shape.clone().into();
        let said = |predicate| self.text(&node, predicate);
        let severity = match self.one(&node, sh::SEVERITY) {
            None => Severity::Violation,
            Some(Term::NamedNode(it)) if it == sh::VIOLATION => Severity::Violation,
            Some(Term::NamedNode(it)) if it == sh::WARNING => Severity::Warning,
            Some(Term::NamedNode(it)) if it == sh::INFO => Severity::Info,
            Some(other) => bail!("found severity {other}, expected sh:Violation, Warning or Info"),
        };
        Ok(Rule {
            name: said(sh::NAME).unwrap_or_else(|| shape.as_str().to_owned()),
            description: said(sh::DESCRIPTION).unwrap_or_default(),
            severity,
            iri: shape.clone(),
        })
    }

    fn one(&self, node: &NamedOrBlankNode, predicate: NamedNodeRef) -> Option<Term> {
        let object = self.graph.object_for_subject_predicate(node, predicate);
        object.map(TermRef::into_owned)
    }

    fn text(&self, node: &NamedOrBlankNode, predicate: NamedNodeRef) -> Option<String> {
        match self.one(node, predicate)? {
            Term::Literal(literal) => Some(literal.value().to_owned()),
            _ => None,
        }
    }
}
