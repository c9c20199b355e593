//! Property paths of SHACL: predicates, inverse, sequence and alternative.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use oxigraph::model::{GraphNameRef, NamedNode, NamedOrBlankNode, Term};
use oxigraph::store::Store;

/// A path from a thing to its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Path {
    /// A property.
    Predicate(NamedNode),
    /// A property, backwards.
    Inverse(NamedNode),
    /// One path after the other.
    Sequence(Vec<Path>),
    /// One of several.
    Alternative(Vec<Path>),
}

impl Path {
    /// The values at the end of the path in the default graph, each once, sorted.
    pub(super) fn values(&self, store: &Store, from: &Term) -> Result<Vec<Term>> {
        let steps = self.steps(store, from)?;
        let sorted: BTreeMap<String, Term> =
            steps.into_iter().map(|it| (it.to_string(), it)).collect();
        Ok(sorted.into_values().collect())
    }

    fn steps(&self, store: &Store, from: &Term) -> Result<Vec<Term>> {
        let graph = Some(GraphNameRef::DefaultGraph);
        match self {
            Self::Predicate(predicate) => {
                let Some(subject) = subject(from) else {
                    return Ok(Vec::new());
                };
                let found = store.quads_for_pattern(
                    Some(subject.as_ref()),
                    Some(predicate.as_ref()),
                    None,
                    graph,
                );
                found.map(|quad| Ok(quad?.object)).collect()
            }
            Self::Inverse(predicate) => {
                let found = store.quads_for_pattern(
                    None,
                    Some(predicate.as_ref()),
                    Some(from.as_ref()),
                    graph,
                );
                found.map(|quad| Ok(quad?.subject.into())).collect()
            }
            Self::Sequence(paths) => {
                let mut reached = vec![from.clone()];
                for path in paths {
                    let mut next = Vec::new();
                    for term in &reached {
                        next.extend(path.values(store, term)?);
                    }
                    reached = next;
                }
                Ok(reached)
            }
            Self::Alternative(paths) => {
                let mut reached = Vec::new();
                for path in paths {
                    reached.extend(path.steps(store, from)?);
                }
                Ok(reached)
            }
        }
    }
}

/// A term as the subject of triples; a literal is none.
pub(super) fn subject(term: &Term) -> Option<NamedOrBlankNode> {
    match term {
        Term::NamedNode(node) => Some(node.clone().into()),
        Term::BlankNode(node) => Some(node.clone().into()),
        _ => None,
    }
}

/// A term that must be an IRI.
pub(super) fn iri(term: &Term) -> Result<NamedNode> {
    match term {
        Term::NamedNode(node) => Ok(node.clone()),
        term => bail!("found {term}, expected an IRI"),
    }
}
