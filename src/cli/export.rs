//! `export`: the graph in an RDF format.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use oxigraph::model::NamedNode;

use super::{Outcome, StoreArgs, output};
use crate::export::{self, Format};
use crate::store::Store;

/// Write the graph as Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML
///
/// Turtle, N-Triples and RDF/XML hold the union of all graphs, the others each graph under its
/// name. A file appears whole or not at all.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg export > graph.ttl
  unsc-kg export --format nquads --output graph.nq
  unsc-kg export --graph https://w3id.org/unsc/graph/reference")]
pub(super) struct Export {
    #[command(flatten)]
    store: StoreArgs,
    /// turtle, trig, ntriples, nquads, jsonld, rdfxml
    #[arg(long, short, default_value = "turtle")]
    format: Format,
    /// The file to write, - for standard output
    #[arg(long, short, default_value = "-", value_name = "FILE")]
    output: PathBuf,
    /// Only the graph of this name
    #[arg(long, value_name = "IRI")]
    graph: Option<String>,
}

impl Export {
    pub(super) fn run(self) -> Result<Outcome> {
        let graph = self
            .graph
            .map(|iri| NamedNode::new(&iri).with_context(|| format!("{iri:?} is no absolute IRI")))
            .transpose()?;
        let store = Store::open(&self.store.store)?;
        output::write_to(&self.output, |mut output| {
            export::write(&store, self.format, graph.as_ref(), &mut output)
        })?;
        Ok(Outcome::Done)
    }
}
