//! `build`: documents into a store.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, bail};
use clap::Args;
use oxigraph::model::NamedNode;

use super::{Global, Outcome, StoreArgs, progress};
use crate::store::{self, SourceEntry};

/// Read documents, map them and write a store
///
/// Directories are walked; - is standard input; gzip, bzip2 and Zstandard are opened. The kinds
/// of documents and tables are detected from what they say. A store that is there is replaced whole; if the
/// build fails or is stopped, it stays as it was.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg build input
  unsc-kg build articles/ official/ --store council.store
  curl -s https://example.org/968.txt | unsc-kg build -")]
pub(super) struct Build {
    /// Files and directories to read
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    store: StoreArgs,
    /// The address at which the graph will be open to SPARQL, for its description
    #[arg(long, value_name = "URL", value_parser = |url: &str| NamedNode::new(url))]
    endpoint: Option<NamedNode>,
}

impl Build {
    pub(super) fn run(self, global: &Global) -> Result<Outcome> {
        let start = Instant::now();
        let pipeline = global.pipeline()?;
        let reading = progress::read(&pipeline, &self.inputs, global)?;
        if reading.converted.is_empty() {
            bail!(
                "found no document about a resolution in {} inputs; the store {} stays as it was",
                reading.rejected,
                self.store.store.display()
            );
        }
        let mut quads = Vec::new();
        let unlicensed = reading.converted.iter().filter(|it| !it.licensed).count();
        let mut sources = Vec::new();
        for document in reading.converted {
            sources.push(SourceEntry {
                name: document.source,
                resolution: document.resolution,
                graph: document.graph.into_string(),
                facts: document.facts,
            });
            quads.extend(document.quads);
        }
        let quads = pipeline.dataset(quads, self.endpoint.as_ref());
        let manifest = store::write(&self.store.store, quads, sources, pipeline.base())?;
        if !global.quiet {
            let resolutions: BTreeSet<u32> = manifest
                .sources
                .iter()
                .filter_map(|source| source.resolution)
                .collect();
            let facts: usize = manifest.sources.iter().map(|source| source.facts).sum();
            anstream::eprintln!(
                "{}: {} documents, {} resolutions, {facts} facts, {} quads in {:.1} s",
                self.store.store.display(),
                manifest.sources.len(),
                resolutions.len(),
                manifest.quads,
                start.elapsed().as_secs_f64(),
            );
            anstream::eprintln!("canonical hash sha256:{}", manifest.sha256);
            if unlicensed > 0 {
                anstream::eprintln!(
                    "{unlicensed} documents have no licence; say it in a provenance.ttl beside them"
                );
            }
            if reading.repeated > 0 {
                anstream::eprintln!("{} documents were there twice", reading.repeated);
            }
            if reading.rejected > 0 {
                anstream::eprintln!("{} inputs could not be read", reading.rejected);
            }
        }
        Ok(if reading.rejected == 0 {
            Outcome::Done
        } else {
            Outcome::SomeRejected
        })
    }
}
