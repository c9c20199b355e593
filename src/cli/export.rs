//! `export`: the graph in an RDF format.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use oxigraph::model::NamedNode;

use super::{Outcome, StoreArgs, output};
use crate::canonical;
use crate::export::{self, Format};
use crate::store::Stored;

/// Write the graph as Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML
///
/// Turtle, N-Triples and RDF/XML hold the union of all graphs, the others each graph under its
/// name. A file appears whole or not at all.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg export > graph.ttl
  unsc-kg export --format nquads --output graph.nq
  unsc-kg export --canonical --output graph.nq
  unsc-kg export --hash                          the same for the same graph, whoever built it
  unsc-kg export --graph https://w3id.org/unsc/graph/reference")]
pub(super) struct Export {
    #[command(flatten)]
    store: StoreArgs,
    /// turtle, trig, ntriples, nquads, jsonld, rdfxml, canonical
    #[arg(long, short, default_value = "turtle")]
    format: Format,
    /// The canonical form of RDFC-1.0, to compare or to sign: as --format canonical
    #[arg(long, conflicts_with = "format")]
    canonical: bool,
    /// Only the hash of the canonical form
    #[arg(long, conflicts_with = "format")]
    hash: bool,
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
        let stored = Stored::open(&self.store.store)?;
        let format = if self.canonical {
            Format::Canonical
        } else {
            self.format
        };
        output::write_to(&self.output, |mut output| {
            if !self.hash {
                return export::write(&stored, format, graph.as_ref(), &mut output);
            }
            let hash = match &graph {
                Some(graph) => canonical::hash(&export::canonical(&stored, graph)?),
                None => format!("sha256:{}", stored.manifest().sha256),
            };
            Ok(writeln!(output, "{hash}")?)
        })?;
        Ok(Outcome::Done)
    }
}
