//! `export`: the graph in an RDF format.

use std::path::PathBuf;

use anyhow::{Context, Result};
use bytesize::ByteSize;
use clap::Args;
use oxigraph::model::NamedNode;

use super::{Outcome, StoreArgs, output};
use crate::canonical;
use crate::export::bulk::{self, Compression};
use crate::export::{self, Format};
use crate::store::Stored;

/// Write the graph as Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML
///
/// Turtle, N-Triples and RDF/XML hold the union of all graphs, the others each graph under its
/// name. A file appears whole or not at all, and so does a directory of files.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg export > graph.ttl
  unsc-kg export --format nquads --output graph.nq
  unsc-kg export --canonical --output graph.nq
  unsc-kg export --hash                          the same for the same graph, whoever built it
  unsc-kg export --split 100MB --compress gzip --output bulk
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
    /// Write N-Quads in files of this size for bulk loaders, with checksums and a LOAD.md that says
    /// how stores take them, into a new directory that --output names: 100MB, 1GiB
    #[arg(long, value_name = "SIZE", requires = "output", conflicts_with_all = ["format", "canonical", "hash", "graph"])]
    split: Option<ByteSize>,
    /// Compress the files that --split makes: gzip or zstd
    #[arg(long, value_name = "HOW", default_value = "none", requires = "split")]
    compress: Compression,
}

impl Export {
    pub(super) fn run(self) -> Result<Outcome> {
        let graph = self
            .graph
            .map(|iri| NamedNode::new(&iri).with_context(|| format!("{iri:?} is no absolute IRI")))
            .transpose()?;
        let stored = Stored::open(&self.store.store)?;
        if let Some(ByteSize(size)) = self.split {
            let size = size.try_into().unwrap_or(usize::MAX);
            let bulk = bulk::write(&stored, &self.output, size, self.compress)?;
            let directory = self.output.display();
            let (quads, files) = (bulk.quads, bulk.files.len());
            println!("{directory}: {quads} quads in {files} files; see LOAD.md there");
            return Ok(Outcome::Done);
        }
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
