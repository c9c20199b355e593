//! The graphs of a store, one at a time.

use anyhow::{Result, bail};
use itertools::Itertools;
use oxigraph::model::{GraphName, NamedNode, Quad};

use crate::canonical::{self, mentions_blank};
use crate::export::by_graph;
use crate::hash::sha256;
use crate::store::Stored;

/// A graph with all that it says.
pub(super) struct Graph {
    pub(super) name: NamedNode,
    pub(super) quads: Vec<Quad>,
}

/// A graph by what two that say the same have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Its name.
    pub name: NamedNode,
    /// Its triples.
    pub triples: usize,
    /// The SHA-256 of its canonical form, in lower-case hexadecimal.
    pub sha256: String,
}

impl Graph {
    /// Its canonical form, with its name in each line.
    pub(super) fn canonical(&self) -> Result<String> {
        Ok(canonical::nquads(self.quads.clone())?.0)
    }

    pub(super) fn summary(&self) -> Result<Summary> {
        Ok(Summary {
            name: self.name.clone(),
            triples: self.quads.len(),
            sha256: sha256(self.canonical()?),
        })
    }

    /// Its triples as lines of N-Triples: those that belong together, since they mention blank
    /// nodes, as one, and the others.
    pub(super) fn lines(&self) -> (String, Vec<String>) {
        let line = |quad: &Quad| format!("{} {} {} .\n", quad.subject, quad.predicate, quad.object);
        let (blank, ground): (Vec<&Quad>, Vec<&Quad>) =
            self.quads.iter().partition(|quad| mentions_blank(quad));
        let together = blank.into_iter().map(line).collect();
        (together, ground.into_iter().map(line).collect())
    }
}

/// All graphs, in the order of their names. A graph is held in memory while it is looked at.
pub(super) fn graphs(stored: &Stored) -> Result<impl Iterator<Item = Result<Graph>>> {
    let quads = by_graph(stored.quads()?.map(|quad| Ok(quad?)))?;
    let name = |quad: &Result<Quad>| quad.as_ref().ok().map(|quad| quad.graph_name.clone());
    let mut quads = quads.peekable();
    Ok(std::iter::from_fn(move || {
        let name = name(quads.peek()?);
        let same = quads.peeking_take_while(|quad| {
            quad.as_ref().ok().map(|quad| &quad.graph_name) == name.as_ref()
        });
        Some(
            same.collect::<Result<Vec<Quad>>>()
                .and_then(|quads| match name {
                    Some(GraphName::NamedNode(name)) => Ok(Graph { name, quads }),
                    _ => bail!("found triples that are in no named graph"),
                }),
        )
    }))
}
