//! Under which licences documents are.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use oxigraph::model::{Quad, Term};

use super::counts;
use crate::graph::PROVENANCE_GRAPH;
use crate::graph::iri::Base;
use crate::graph::vocabulary::dcterms;

/// How many documents' graphs there are under each set of licences.
pub(super) fn by_licence<'a>(quads: &'a [Quad], base: &Base) -> BTreeMap<BTreeSet<&'a str>, usize> {
    let provenance = base.path(PROVENANCE_GRAPH).into();
    let documents = base.path("document/");
    let mut graphs: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for quad in quads.iter().filter(|quad| quad.graph_name == provenance) {
        let graph = counts::ours(quad.subject.as_ref(), base).filter(|iri| {
            let name = iri.strip_prefix(documents.as_str());
            name.is_some_and(|name| !name.contains('/'))
        });
        let Some(graph) = graph else { continue };
        let licences = graphs.entry(graph).or_default();
        if let Term::NamedNode(licence) = &quad.object
            && quad.predicate.as_ref() == dcterms::LICENSE
        {
            licences.insert(licence.as_str());
        }
    }
    let mut sets: BTreeMap<BTreeSet<&str>, usize> = BTreeMap::new();
    for licences in graphs.into_values() {
        *sets.entry(licences).or_default() += 1;
    }
    sets
}
