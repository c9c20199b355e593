//! Rules, read from shapes.

use std::fmt::Write;
use std::path::Path as FilePath;

use anyhow::{Context, Result, anyhow, bail};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Graph, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Term, TermRef};
use regex::Regex;

use super::literal::integer;
use super::path::{Path, iri, subject};
use super::vocabulary::sh;
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

/// Where a rule applies.
#[derive(Clone, Debug)]
pub(super) enum Target {
    Class(NamedNode),
    SubjectsOf(NamedNode),
    ObjectsOf(NamedNode),
}

/// What must hold of each value.
#[derive(Clone, Debug)]
pub(super) enum Test {
    Class(NamedNode),
    Datatype(NamedNode),
    Iri,
    In(Vec<Term>),
    Pattern(Regex),
    MinLength(usize),
    MinInclusive(i64),
    MaxInclusive(i64),
    Or(Vec<Vec<Test>>),
}

/// What must hold.
#[derive(Clone, Debug)]
pub(super) enum Constraint {
    Each(Path, Test),
    MinCount(Path, usize),
    MaxCount(Path, usize),
    UniqueLang(Path),
    /// A query that finds what is wrong, and the words to say so.
    Query(String, Option<String>),
}

/// A shape.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its IRI.
    pub iri: NamedNode,
    /// What it is about, in a few words.
    pub name: String,
    /// What it demands and why.
    pub description: String,
    /// What was expected, where it is broken.
    pub message: String,
    /// How much that matters.
    pub severity: Severity,
    /// The path of a property shape as the shapes have it, if it is one property.
    pub path: Option<NamedNode>,
    pub(super) targets: Vec<Target>,
    pub(super) constraints: Vec<Constraint>,
}

/// The rules that are built in and, if given, those in the `.ttl` files of a directory.
///
/// # Errors
/// If a file can't be read, is not Turtle, or a shape says what is not known here.
pub fn load(more: Option<&FilePath>, base: &Base) -> Result<Vec<Rule>> {
    let mut graph = Graph::new();
    for file in ontology::shapes(more)? {
        for quad in graph::reference(&file.triples()?, base) {
            graph.insert(&quad.into());
        }
    }
    let shapes = Shapes { graph, base };
    let mut found: Vec<NamedNode> = Vec::new();
    for class in [sh::PROPERTY_SHAPE, sh::NODE_SHAPE] {
        for shape in shapes.graph.subjects_for_predicate_object(rdf::TYPE, class) {
            found.push(iri(&shape.into_owned().into()).context("a shape has no name")?);
        }
    }
    found.sort();
    let rules = found.into_iter();
    rules
        .map(|shape| {
            let name = shape.to_string();
            shapes.rule(shape).with_context(|| format!("shape {name}"))
        })
        .collect()
}

struct Shapes<'a> {
    graph: Graph,
    base: &'a Base,
}

impl Shapes<'_> {
    fn rule(&self, shape: NamedNode) -> Result<Rule> {
        let node = NamedOrBlankNode::from(shape.clone());
        let said = |predicate| self.text(&node, predicate);
        let severity = match self.one(&node, sh::SEVERITY) {
            None => Severity::Violation,
            Some(Term::NamedNode(it)) if it == sh::VIOLATION => Severity::Violation,
            Some(Term::NamedNode(it)) if it == sh::WARNING => Severity::Warning,
            Some(Term::NamedNode(it)) if it == sh::INFO => Severity::Info,
            Some(other) => bail!("found severity {other}, expected sh:Violation, Warning or Info"),
        };
        let path = self.one(&node, sh::PATH);
        let mut rule = Rule {
            name: said(sh::NAME).ok_or_else(|| anyhow!("found no sh:name"))?,
            description: said(sh::DESCRIPTION).unwrap_or_default(),
            message: said(sh::MESSAGE).unwrap_or_default(),
            severity,
            path: path.as_ref().and_then(|path| iri(path).ok()),
            targets: Vec::new(),
            constraints: Vec::new(),
            iri: shape,
        };
        let path = path.map(|path| self.path(&path)).transpose()?;
        for triple in self.graph.triples_for_subject(&node) {
            let object = triple.object.into_owned();
            let predicate = triple.predicate;
            let on = || {
                path.clone()
                    .ok_or_else(|| anyhow!("{predicate} needs a sh:path"))
            };
            match predicate {
                rdf::TYPE
                | rdfs::LABEL
                | sh::NAME
                | sh::DESCRIPTION
                | sh::MESSAGE
                | sh::SEVERITY
                | sh::PATH => {}
                sh::TARGET_CLASS => rule.targets.push(Target::Class(iri(&object)?)),
                sh::TARGET_SUBJECTS_OF => rule.targets.push(Target::SubjectsOf(iri(&object)?)),
                sh::TARGET_OBJECTS_OF => rule.targets.push(Target::ObjectsOf(iri(&object)?)),
                sh::MIN_COUNT => rule
                    .constraints
                    .push(Constraint::MinCount(on()?, size(&object)?)),
                sh::MAX_COUNT => rule
                    .constraints
                    .push(Constraint::MaxCount(on()?, size(&object)?)),
                sh::UNIQUE_LANG => rule.constraints.push(Constraint::UniqueLang(on()?)),
                sh::SPARQL => rule.constraints.push(self.query(&object)?),
                _ => {
                    let test = self.test(predicate, &object)?;
                    rule.constraints.push(Constraint::Each(on()?, test));
                }
            }
        }
        if rule.targets.is_empty() {
            bail!("found no target, expected sh:targetClass, targetSubjectsOf or targetObjectsOf");
        }
        Ok(rule)
    }

    fn test(&self, predicate: NamedNodeRef, object: &Term) -> Result<Test> {
        Ok(match predicate {
            sh::CLASS => Test::Class(iri(object)?),
            sh::DATATYPE => Test::Datatype(iri(object)?),
            sh::NODE_KIND if *object == Term::from(sh::IRI.into_owned()) => Test::Iri,
            sh::IN => Test::In(self.list(object)?),
            sh::PATTERN => Test::Pattern(Regex::new(literal(object)?.value())?),
            sh::MIN_LENGTH => Test::MinLength(size(object)?),
            sh::MIN_INCLUSIVE => Test::MinInclusive(number(object)?),
            sh::MAX_INCLUSIVE => Test::MaxInclusive(number(object)?),
            sh::OR => {
                let alternatives = self.list(object)?;
                Test::Or(
                    alternatives
                        .iter()
                        .map(|it| self.tests(it))
                        .collect::<Result<_>>()?,
                )
            }
            _ => bail!("found {predicate} {object}, which is not known here"),
        })
    }

    /// The tests of a shape without a name.
    fn tests(&self, shape: &Term) -> Result<Vec<Test>> {
        let node = subject(shape).ok_or_else(|| anyhow!("found {shape}, expected a shape"))?;
        let triples = self.graph.triples_for_subject(&node);
        triples
            .map(|triple| self.test(triple.predicate, &triple.object.into_owned()))
            .collect()
    }

    fn query(&self, constraint: &Term) -> Result<Constraint> {
        let node = subject(constraint).ok_or_else(|| anyhow!("sh:sparql has no constraint"))?;
        for triple in self.graph.triples_for_subject(&node) {
            if ![sh::PREFIXES, sh::MESSAGE, sh::SELECT, rdf::TYPE].contains(&triple.predicate) {
                bail!("found {}, which is not known here", triple.predicate);
            }
        }
        let select = self.text(&node, sh::SELECT);
        let select = select.ok_or_else(|| anyhow!("found no sh:select"))?;
        let mut prologue = String::new();
        for declaring in self
            .graph
            .objects_for_subject_predicate(&node, sh::PREFIXES)
        {
            let declaring = subject(&declaring.into_owned()).context("sh:prefixes of a literal")?;
            for found in self
                .graph
                .objects_for_subject_predicate(&declaring, sh::DECLARE)
            {
                let entry = subject(&found.into_owned()).context("sh:declare of a literal")?;
                let part = |predicate| {
                    let text = self.text(&entry, predicate);
                    text.ok_or_else(|| anyhow!("a sh:declare has no {predicate}"))
                };
                let namespace = NamedNode::new(part(sh::NAMESPACE)?)?;
                let (prefix, namespace) = (part(sh::PREFIX)?, self.base.rebase(namespace));
                writeln!(prologue, "PREFIX {prefix}: {namespace}")?;
            }
        }
        let message = self.text(&node, sh::MESSAGE);
        Ok(Constraint::Query(format!("{prologue}{select}"), message))
    }

    fn path(&self, path: &Term) -> Result<Path> {
        if let Term::NamedNode(predicate) = path {
            return Ok(Path::Predicate(predicate.clone()));
        }
        let node = subject(path).ok_or_else(|| anyhow!("found {path}, expected a path"))?;
        let paths = |list: &Term| {
            let paths = self.list(list)?;
            paths
                .iter()
                .map(|path| self.path(path))
                .collect::<Result<Vec<_>>>()
        };
        if let Some(inverse) = self.one(&node, sh::INVERSE_PATH) {
            Ok(Path::Inverse(iri(&inverse)?))
        } else if let Some(list) = self.one(&node, sh::ALTERNATIVE_PATH) {
            Ok(Path::Alternative(paths(&list)?))
        } else if self.one(&node, rdf::FIRST).is_some() {
            Ok(Path::Sequence(paths(path)?))
        } else {
            bail!("found a path that is not known here, expected inverse, alternative or sequence")
        }
    }

    fn list(&self, list: &Term) -> Result<Vec<Term>> {
        let (mut items, mut rest) = (Vec::new(), list.clone());
        while rest != Term::from(rdf::NIL.into_owned()) {
            let node = subject(&rest).ok_or_else(|| anyhow!("found {rest}, expected a list"))?;
            let broken = || anyhow!("found a list without an end");
            items.push(self.one(&node, rdf::FIRST).ok_or_else(broken)?);
            rest = self.one(&node, rdf::REST).ok_or_else(broken)?;
        }
        Ok(items)
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

fn literal(term: &Term) -> Result<&Literal> {
    match term {
        Term::Literal(literal) => Ok(literal),
        term => bail!("found {term}, expected a literal"),
    }
}

fn number(term: &Term) -> Result<i64> {
    integer(literal(term)?).ok_or_else(|| anyhow!("found {term}, expected an integer"))
}

fn size(term: &Term) -> Result<usize> {
    Ok(usize::try_from(number(term)?)?)
}
