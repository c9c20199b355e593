//! The vocabulary that the program has loaded, and what it says of each term.

use std::collections::BTreeSet;

use anyhow::Result;
use oxigraph::model::{Graph, NamedNode, NamedOrBlankNodeRef, TermRef, Triple};

use super::expression::Expression;
use super::terms::{Scheme, Subject, Term, declared, title};
use crate::graph::iri::Base;
use crate::graph::reference;
use crate::ontology::{File, NAMESPACE};
use crate::prefixes::{prefixes, shorten};

/// The ontology, with the terms that it declares.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// All triples, in the order of the files.
    pub(super) triples: Vec<Triple>,
    graph: Graph,
    pub(super) subjects: Vec<Subject>,
    prefixes: Vec<(String, String)>,
    base: Base,
}

impl Vocabulary {
    /// Reads the files.
    ///
    /// # Errors
    /// If one is not Turtle.
    pub(super) fn new(files: &[File], base: &Base) -> Result<Self> {
        let (mut triples, mut subjects) = (Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        let mut prefixes = prefixes(base);
        for file in files {
            let own = reference(&file.triples()?, base).into_iter();
            let own: Vec<Triple> = own.map(Triple::from).collect();
            let mut terms: Vec<Term> = own.iter().filter_map(declared).collect();
            terms.retain(|term| seen.insert(term.iri.clone()));
            terms.sort_by_key(|term| term.kind);
            if !terms.is_empty() {
                for (name, namespace) in file.prefixes() {
                    let known = prefixes
                        .iter()
                        .any(|(n, iri)| *n == name || *iri == namespace);
                    if !name.is_empty() && !known {
                        prefixes.push((name, namespace));
                    }
                }
                subjects.push(Subject {
                    title: title(&file.name),
                    about: file.heading(),
                    terms,
                });
            }
            triples.extend(own);
        }
        // Our own terms first; what is borrowed is told by others.
        let own = |term: &Term| term.iri.as_str().starts_with(NAMESPACE);
        subjects.sort_by_key(|subject: &Subject| !subject.terms.iter().any(own));
        Ok(Self {
            graph: triples.iter().collect(),
            triples,
            subjects,
            prefixes,
            base: base.clone(),
        })
    }

    /// All terms.
    pub(super) fn terms(&self) -> impl Iterator<Item = &Term> {
        self.subjects.iter().flat_map(|subject| &subject.terms)
    }

    /// The full IRI of a name such as `skos:example`; a whole IRI stays what it is.
    pub(super) fn iri(&self, name: &str) -> NamedNode {
        let whole = name.split_once(':').and_then(|(prefix, local)| {
            let known = self.prefixes.iter().find(|(known, _)| known == prefix);
            known.map(|(_, namespace)| format!("{namespace}{local}"))
        });
        NamedNode::new_unchecked(whole.unwrap_or_else(|| name.to_owned()))
    }

    /// An IRI as `prefix:local` if it has a known prefix, else whole.
    pub(super) fn short(&self, iri: &str) -> String {
        let short = shorten(iri, &self.prefixes);
        short.trim_matches(['<', '>']).to_owned()
    }

    /// The IRI below which things are named.
    pub(super) fn base(&self) -> &Base {
        &self.base
    }

    /// The prefix and namespace of each vocabulary in use, for files.
    pub(super) fn prefixes(&self) -> &[(String, String)] {
        &self.prefixes
    }

    /// What is said of a thing by a property, sorted.
    pub(super) fn objects<'a>(
        &self,
        subject: impl Into<NamedOrBlankNodeRef<'a>>,
        property: &str,
    ) -> Vec<TermRef<'_>> {
        let (subject, property) = (subject.into(), self.iri(property));
        let objects = self.graph.objects_for_subject_predicate(subject, &property);
        let mut objects: Vec<_> = objects.collect();
        objects.sort_by_cached_key(|object| sortable(*object));
        objects
    }

    /// The things of which a property says something, sorted.
    pub(super) fn subjects<'a>(
        &self,
        property: &str,
        object: impl Into<TermRef<'a>>,
    ) -> Vec<NamedOrBlankNodeRef<'_>> {
        let (object, property) = (object.into(), self.iri(property));
        let subjects = self.graph.subjects_for_predicate_object(&property, object);
        let mut subjects: Vec<_> = subjects.collect();
        subjects.sort_by_cached_key(|subject| sortable((*subject).into()));
        subjects
    }

    /// The properties with which something is said of a thing, sorted.
    pub(super) fn properties(&self, subject: &NamedNode) -> BTreeSet<NamedNode> {
        let triples = self.graph.triples_for_subject(subject);
        triples.map(|triple| triple.predicate.into()).collect()
    }

    /// The first text that a property gives.
    pub(super) fn text(&self, subject: &NamedNode, property: &str) -> Option<String> {
        match self.objects(subject, property).first()? {
            TermRef::Literal(literal) => Some(literal.value().to_owned()),
            TermRef::NamedNode(node) => Some(node.as_str().to_owned()),
            _ => None,
        }
    }

    /// A thing's name for people: its label, else its short IRI.
    pub(super) fn label(&self, iri: &NamedNode) -> String {
        ["rdfs:label", "skos:prefLabel", "dcterms:title"]
            .iter()
            .find_map(|property| self.text(iri, property))
            .unwrap_or_else(|| self.short(iri.as_str()))
    }

    /// The place of the subject that a term belongs to; one after the last for terms of others.
    pub(super) fn subject_of(&self, iri: &NamedNode) -> usize {
        let has = |subject: &Subject| subject.terms.iter().any(|term| term.iri == *iri);
        let found = self.subjects.iter().position(has);
        found.unwrap_or(self.subjects.len())
    }

    /// The elements of an RDF list.
    pub(super) fn list<'a>(&'a self, head: TermRef<'a>) -> Vec<TermRef<'a>> {
        let (mut elements, mut rest) = (Vec::new(), Some(head));
        while let Some(TermRef::BlankNode(node)) = rest {
            elements.extend(self.objects(node, "rdf:first"));
            rest = self.objects(node, "rdf:rest").first().copied();
        }
        elements
    }

    /// The expressions that a property relates a term to, such as its domains.
    pub(super) fn expressions(&self, subject: &NamedNode, property: &str) -> Vec<Expression> {
        let objects = self.objects(subject, property).into_iter();
        let mut expressions: Vec<_> = objects
            .map(|object| Expression::read(self, object))
            .collect();
        expressions.sort_by_cached_key(Expression::pieces);
        expressions
    }

    /// The terms, of ours, that name this one in a property, alone or in a union.
    pub(super) fn naming(&self, property: &str, named: &NamedNode) -> Vec<&Term> {
        self.terms()
            .filter(|term| {
                let expressions = self.expressions(&term.iri, property);
                expressions
                    .iter()
                    .any(|it| it.alternatives().contains(&named))
            })
            .collect()
    }

    /// The classes declared disjoint with this one, whichever says so.
    pub(super) fn disjoint_with(&self, class: &NamedNode) -> BTreeSet<NamedNode> {
        let mut found = BTreeSet::new();
        let mut add = |terms: Vec<TermRef<'_>>| {
            for term in terms {
                if let TermRef::NamedNode(node) = term
                    && node != class.as_ref()
                {
                    found.insert(node.into_owned());
                }
            }
        };
        for property in ["owl:disjointWith", "owl:propertyDisjointWith"] {
            add(self.objects(class, property));
            add(self
                .subjects(property, class)
                .into_iter()
                .map(Into::into)
                .collect());
        }
        for kind in ["owl:AllDisjointClasses", "owl:AllDisjointProperties"] {
            for axiom in self.subjects("rdf:type", &self.iri(kind)) {
                for members in self.objects(axiom, "owl:members") {
                    let members = self.list(members);
                    if members.contains(&class.as_ref().into()) {
                        add(members);
                    }
                }
            }
        }
        found
    }

    /// The ontologies declared: ours, and any that a user adds.
    pub(super) fn ontologies(&self) -> Vec<NamedNode> {
        self.named("owl:Ontology")
    }

    /// The schemes that have members.
    pub(super) fn schemes(&self) -> Vec<Scheme> {
        let concept = self.iri("skos:Concept");
        let is_concept = |member: &NamedNode| {
            let types = self.objects(member, "rdf:type");
            types.iter().any(|class| match class {
                TermRef::NamedNode(class) => {
                    *class == concept.as_ref()
                        || self
                            .objects(*class, "rdfs:subClassOf")
                            .contains(&concept.as_ref().into())
                }
                _ => false,
            })
        };
        let schemes = self.named("skos:ConceptScheme").into_iter().map(|iri| {
            let members = self.subjects("skos:inScheme", &iri).into_iter();
            let mut members: Vec<NamedNode> = members
                .filter_map(|member| match member {
                    NamedOrBlankNodeRef::NamedNode(node) => Some(node.into_owned()),
                    NamedOrBlankNodeRef::BlankNode(_) => None,
                })
                .collect();
            members.sort_by_cached_key(|member| self.label(member).to_lowercase());
            Scheme {
                of_concepts: members.iter().any(is_concept),
                iri,
                members,
            }
        });
        schemes
            .filter(|scheme| !scheme.members.is_empty())
            .collect()
    }

    /// The things of a class that have IRIs, sorted.
    pub(super) fn named(&self, class: &str) -> Vec<NamedNode> {
        let things = self.subjects("rdf:type", &self.iri(class)).into_iter();
        things
            .filter_map(|thing| match thing {
                NamedOrBlankNodeRef::NamedNode(node) => Some(node.into_owned()),
                NamedOrBlankNodeRef::BlankNode(_) => None,
            })
            .collect()
    }
}

/// The name of a term's place on the page: for one of ours its local name, so that its IRI leads
/// there.
pub(super) fn anchor(vocabulary: &Vocabulary, term: &NamedNode) -> String {
    match term.as_str().strip_prefix(NAMESPACE) {
        Some(local) => local.to_owned(),
        None => vocabulary
            .short(term.as_str())
            .replace(|letter: char| !letter.is_alphanumeric(), "-"),
    }
}

/// What to sort terms by: blank nodes have no lasting names, so they come last as they are met.
fn sortable(term: TermRef<'_>) -> (bool, String) {
    match term {
        TermRef::BlankNode(_) => (true, String::new()),
        term => (false, term.to_string()),
    }
}
