//! Counting what VoID counts (<https://www.w3.org/TR/void/#statistics>): triples once, in however
//! many graphs they are.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedOrBlankNodeRef, Quad, TermRef, TripleRef};
use rustc_hash::{FxHashMap, FxHashSet};

use super::reference::Linkset;
use crate::graph::iri::Base;
use crate::graph::vocabulary::dcterms;

/// The numbers of a graph.
#[derive(Debug, Default)]
pub(super) struct Counts<'a> {
    pub(super) triples: usize,
    pub(super) subjects: usize,
    pub(super) objects: usize,
    /// Subjects that are named below the base.
    pub(super) entities: usize,
    pub(super) classes: BTreeMap<&'a str, Class<'a>>,
    /// Triples by property.
    pub(super) properties: BTreeMap<&'a str, usize>,
    /// Triples by linkset, in the order given.
    pub(super) links: Vec<usize>,
    /// The first and the last day on which a resolution was adopted.
    pub(super) days: Option<(&'a str, &'a str)>,
}

/// The entities of a class.
#[derive(Debug, Default)]
pub(super) struct Class<'a> {
    pub(super) entities: usize,
    /// The one below the base of which most is said, the first of several.
    pub(super) example: Option<(usize, Reverse<&'a str>)>,
}

pub(super) fn count<'a>(quads: &'a [Quad], base: &Base, linksets: &[Linkset]) -> Counts<'a> {
    let distinct: FxHashSet<TripleRef<'a>> = quads.iter().map(triple).collect();
    let (said, objects) = rayon::join(
        || {
            let mut said: FxHashMap<NamedOrBlankNodeRef<'a>, usize> = FxHashMap::default();
            for triple in &distinct {
                *said.entry(triple.subject).or_default() += 1;
            }
            said
        },
        || {
            let objects: FxHashSet<TermRef<'a>> = distinct.iter().map(|it| it.object).collect();
            objects.len()
        },
    );
    let is_ours = |node: &NamedOrBlankNodeRef| ours(*node, base).is_some();
    let mut counts = Counts {
        triples: distinct.len(),
        subjects: said.len(),
        objects,
        entities: said.keys().filter(|node| is_ours(node)).count(),
        links: vec![0; linksets.len()],
        ..Counts::default()
    };
    let resolutions = base.path("resolution/");
    let is_resolution = |triple: &TripleRef| {
        let iri = ours(triple.subject, base);
        iri.is_some_and(|iri| iri.starts_with(resolutions.as_str()))
    };
    for triple in &distinct {
        let predicate = triple.predicate;
        *counts.properties.entry(predicate.as_str()).or_default() += 1;
        match triple.object {
            TermRef::NamedNode(class) if predicate == rdf::TYPE => {
                let class = counts.classes.entry(class.as_str()).or_default();
                class.entities += 1;
                if let Some(iri) = ours(triple.subject, base) {
                    let example = Some((said[&triple.subject], Reverse(iri)));
                    class.example = class.example.max(example);
                }
            }
            TermRef::NamedNode(object) => {
                for (linkset, links) in linksets.iter().zip(&mut counts.links) {
                    *links += usize::from(linkset.has(triple.subject, predicate, object, base));
                }
            }
            TermRef::Literal(day) if predicate == dcterms::DATE && is_resolution(triple) => {
                let day = day.value();
                let (first, last) = counts.days.unwrap_or((day, day));
                counts.days = Some((first.min(day), last.max(day)));
            }
            _ => {}
        }
    }
    counts
}

fn triple(quad: &Quad) -> TripleRef<'_> {
    TripleRef::new(&quad.subject, &quad.predicate, &quad.object)
}

/// The IRI of a thing that is named below the base.
pub(super) fn ours<'a>(node: NamedOrBlankNodeRef<'a>, base: &Base) -> Option<&'a str> {
    match node {
        NamedOrBlankNodeRef::NamedNode(node) => {
            Some(node.as_str()).filter(|iri| iri.starts_with(base.as_str()))
        }
        NamedOrBlankNodeRef::BlankNode(_) => None,
    }
}
