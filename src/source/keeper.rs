//! What the keepers of documents say about them: licence, where and when they were retrieved.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNode, NamedOrBlankNode, Quad, Term, Triple};

use crate::canonical;
use crate::graph::iri::Base;
use crate::graph::vocabulary::dcterms;
use crate::source::Location;

/// The file of a directory that says something about the documents in it and below it.
const FILE: &str = "provenance.ttl";

/// Where the file stands for itself while it is read.
const HERE: &str = "file:///here/";

/// What a file says of each thing.
type Said = HashMap<NamedOrBlankNode, Vec<(NamedNode, Term)>>;

/// What became of a file, an error worded for people.
type Reading = Result<Said, String>;

/// What keepers say, each file read once.
///
/// The nearest `provenance.ttl` in the directory of a document or above it counts. It is Turtle;
/// what it says of `<>` holds for every document below, what it says of `<0968.txt>` for that one.
#[derive(Debug, Default)]
pub struct Keepers {
    files: Mutex<HashMap<PathBuf, Arc<Reading>>>,
}

/// What a keeper says of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// Of the document.
    pub document: Vec<(NamedNode, Term)>,
    /// Of what that leads to: the person who retrieved it, its licence.
    pub others: Vec<Triple>,
}

impl Statements {
    /// Whether they say under which licence the document is.
    #[must_use]
    pub fn has_licence(&self) -> bool {
        let is_licence = |(predicate, _): &(NamedNode, Term)| *predicate == dcterms::LICENSE;
        self.document.iter().any(is_licence)
    }
}

impl Keepers {
    /// What the keeper of a document says of it.
    ///
    /// # Errors
    /// If the file can't be read, worded for people; its documents can be read all the same.
    pub fn statements(&self, location: &Location) -> Result<Statements, String> {
        let Location::File(path) = location else {
            return Ok(Statements::default());
        };
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let mut directories = whole.ancestors().skip(1);
        let Some(directory) = directories.find(|directory| directory.join(FILE).is_file()) else {
            return Ok(Statements::default());
        };
        // As given, for people.
        let steps = whole
            .strip_prefix(directory)
            .map_or(0, |rest| rest.components().count());
        let given = path
            .ancestors()
            .nth(steps)
            .map(|directory| directory.join(FILE));
        let said = self.read(&directory.join(FILE), given.as_deref());
        let said = said.as_ref().as_ref().map_err(Clone::clone)?;
        Ok(of_document(said, name(&whole, directory)))
    }

    fn read(&self, file: &Path, shown: Option<&Path>) -> Arc<Reading> {
        // A thread that panicked leaves whole entries behind.
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || {
            let shown = shown.unwrap_or(file).display();
            Arc::new(read(file).map_err(|error| {
                format!("{shown}: {error:#}; what it says of its documents is left out")
            }))
        };
        files.entry(file.to_owned()).or_insert_with(read).clone()
    }
}

/// The statements of a file, none on or of a relative name but that of a document.
fn read(file: &Path) -> Result<Said> {
    let text = fs::read(file).context("cannot be read")?;
    let parser = RdfParser::from_format(RdfFormat::Turtle)
        .with_base_iri(HERE)?
        .without_named_graphs();
    let mut quads = Vec::new();
    for quad in parser.for_slice(&text) {
        let mut quad: Quad = quad?;
        if let Term::NamedNode(node) = &quad.object
            && let Some(relative) = node.as_str().strip_prefix(HERE)
        {
            bail!("found the name <{relative}>, expected a whole IRI");
        }
        if let Term::Literal(literal) = quad.object {
            quad.object = canonical::literal(literal).into();
        }
        quads.push(quad);
    }
    canonical::label_apart(&mut quads)?;
    let mut said = Said::new();
    for quad in quads {
        let statements = said.entry(quad.subject).or_default();
        statements.push((quad.predicate, quad.object));
    }
    Ok(said)
}

/// The name by which the file in a directory calls a document.
fn name(document: &Path, directory: &Path) -> NamedNode {
    let path = document.strip_prefix(directory).unwrap_or(document);
    let steps: Vec<_> = path.iter().map(|step| step.to_string_lossy()).collect();
    let here: Base = HERE.parse().expect("an IRI that ends in a slash");
    here.name("{+path}", &[("path", &steps.join("/"))])
}

/// What is said of all documents or of one, and of all that this leads to.
fn of_document(said: &Said, document: NamedNode) -> Statements {
    let of = |subject: &NamedOrBlankNode| said.get(subject).map_or(&[][..], Vec::as_slice);
    let here = NamedNode::new_unchecked(HERE);
    let own = [of(&here.into()), of(&document.into())].concat();
    let mut others = Vec::new();
    let mut reached = HashSet::new();
    let mut next: Vec<&Term> = own.iter().map(|(_, object)| object).collect();
    while let Some(term) = next.pop() {
        let subject = match term.clone() {
            Term::NamedNode(node) => NamedOrBlankNode::from(node),
            Term::BlankNode(node) => node.into(),
            _ => continue,
        };
        if reached.insert(subject.clone()) {
            for (predicate, object) in of(&subject) {
                others.push(Triple::new(
                    subject.clone(),
                    predicate.clone(),
                    object.clone(),
                ));
                next.push(object);
            }
        }
    }
    Statements {
        document: own,
        others,
    }
}
