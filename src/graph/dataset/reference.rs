//! What the reference data says of the dataset and of those that links lead to.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNodeRef, Quad, TermRef};

use super::counts;
use crate::graph::REFERENCE_GRAPH;
use crate::graph::iri::Base;
use crate::graph::vocabulary::void;

/// What the reference data says, by subject.
pub(super) struct Reference<'a>(BTreeMap<&'a str, Vec<(NamedNodeRef<'a>, TermRef<'a>)>>);

impl<'a> Reference<'a> {
    pub(super) fn new(quads: &'a [Quad], base: &Base) -> Self {
        let graph = base.path(REFERENCE_GRAPH).into();
        let mut said: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for quad in quads.iter().filter(|quad| quad.graph_name == graph) {
            if let NamedOrBlankNodeRef::NamedNode(subject) = quad.subject.as_ref() {
                let statement = (quad.predicate.as_ref(), quad.object.as_ref());
                said.entry(subject.as_str()).or_default().push(statement);
            }
        }
        Self(said)
    }

    pub(super) fn said(&self, subject: &str) -> &[(NamedNodeRef<'a>, TermRef<'a>)] {
        self.0.get(subject).map_or(&[], Vec::as_slice)
    }

    pub(super) fn object(&self, subject: &str, predicate: NamedNodeRef) -> Option<TermRef<'a>> {
        let said = self.said(subject).iter();
        let mut objects = said
            .filter(|(p, _)| *p == predicate)
            .map(|(_, object)| *object);
        objects.next()
    }

    /// The linksets that say by which property they lead to which dataset, and where that is.
    pub(super) fn linksets(&self) -> Vec<Linkset> {
        let read = |node: &str| {
            let TermRef::NamedNode(predicate) = self.object(node, void::LINK_PREDICATE)? else {
                return None;
            };
            let TermRef::NamedNode(target) = self.object(node, void::OBJECTS_TARGET)? else {
                return None;
            };
            let TermRef::Literal(space) = self.object(target.as_str(), void::URI_SPACE)? else {
                return None;
            };
            Some(Linkset {
                node: NamedNode::new_unchecked(node),
                predicate: predicate.into_owned(),
                target: target.into_owned(),
                space: space.value().to_owned(),
            })
        };
        self.0.keys().filter_map(|node| read(node)).collect()
    }
}

/// Links from the dataset to another one by one property.
#[derive(Debug)]
pub(super) struct Linkset {
    pub(super) node: NamedNode,
    pub(super) predicate: NamedNode,
    pub(super) target: NamedNode,
    space: String,
}

impl Linkset {
    pub(super) fn has(
        &self,
        subject: NamedOrBlankNodeRef,
        predicate: NamedNodeRef,
        object: NamedNodeRef,
        base: &Base,
    ) -> bool {
        predicate == self.predicate.as_ref()
            && object.as_str().starts_with(&self.space)
            && counts::ours(subject, base).is_some()
    }
}
