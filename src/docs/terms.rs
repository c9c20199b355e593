//! What an ontology declares: its terms file by file, and its schemes of concepts.

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNodeRef, TermRef, Triple};

use crate::letters::capitalized;

/// What a term is, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Class,
    ObjectProperty,
    DatatypeProperty,
    AnnotationProperty,
    Datatype,
}

impl Kind {
    /// For people.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::ObjectProperty => "property to a resource",
            Self::DatatypeProperty => "property to a literal",
            Self::AnnotationProperty => "annotation",
            Self::Datatype => "datatype",
        }
    }
}

/// A class, property or datatype that a file declares.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) iri: NamedNode,
    pub(super) kind: Kind,
}

/// The terms of one file of the ontology.
#[derive(Debug)]
pub(super) struct Subject {
    /// The file's name without folders and extension, in words.
    pub(super) title: String,
    /// What the file says of itself.
    pub(super) about: String,
    pub(super) terms: Vec<Term>,
}

impl Subject {
    /// The name of its part of the page; no term has it, since terms have no hyphen before them.
    pub(super) fn anchor(&self) -> String {
        format!("subject-{}", self.title.to_lowercase().replace(' ', "-"))
    }
}

/// A SKOS scheme and those in it.
#[derive(Debug)]
pub(super) struct Scheme {
    pub(super) iri: NamedNode,
    pub(super) members: Vec<NamedNode>,
    /// Whether its members are kinds of things, of interest here, and not things with names.
    pub(super) of_concepts: bool,
}

impl Scheme {
    /// The name of its part of the page.
    pub(super) fn anchor(&self) -> String {
        let path = self.iri.as_str().trim_end_matches('/');
        format!("scheme-{}", path.rsplit('/').next().unwrap_or(path))
    }
}

/// The classes by which an ontology declares its terms.
const KINDS: [(NamedNodeRef<'_>, Kind); 6] = [
    (owl("http://www.w3.org/2002/07/owl#Class"), Kind::Class),
    (rdfs::CLASS, Kind::Class),
    (
        owl("http://www.w3.org/2002/07/owl#ObjectProperty"),
        Kind::ObjectProperty,
    ),
    (
        owl("http://www.w3.org/2002/07/owl#DatatypeProperty"),
        Kind::DatatypeProperty,
    ),
    (
        owl("http://www.w3.org/2002/07/owl#AnnotationProperty"),
        Kind::AnnotationProperty,
    ),
    (rdfs::DATATYPE, Kind::Datatype),
];

const fn owl(iri: &str) -> NamedNodeRef<'_> {
    NamedNodeRef::new_unchecked(iri)
}

/// The term that a triple declares.
pub(super) fn declared(triple: &Triple) -> Option<Term> {
    let (NamedOrBlankNodeRef::NamedNode(iri), TermRef::NamedNode(class)) =
        (triple.subject.as_ref(), triple.object.as_ref())
    else {
        return None;
    };
    let (_, kind) = KINDS.iter().find(|(kind, _)| *kind == class)?;
    (triple.predicate == rdf::TYPE).then(|| Term {
        iri: iri.into_owned(),
        kind: *kind,
    })
}

/// `ontology/vocabulary/council-terms.ttl` as "Council terms".
pub(super) fn title(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let words = name.trim_end_matches(".ttl").replace(['-', '_'], " ");
    capitalized(&words)
}
