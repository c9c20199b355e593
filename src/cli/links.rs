//! `links`: what is linked to other datasets, and what is not.

use anyhow::Result;
use clap::Args;

use super::graph::GraphArgs;
use super::{Global, Outcome, output};
use crate::links::{self, Report};
use crate::prefixes::prefixes;
use crate::query::{self, Format};

/// List what has no link to other datasets
///
/// One row for each thing that documents name and each dataset that it should be linked to: its
/// class, its name, how many resolutions and drafts name it and, if its name stands for several
/// things there, a note that says so. Datasets are dbpedia, undocs, undl (the UN Digital Library),
/// geonames, iso3166, unbis and wikidata, and those that --ontology adds.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg links --counts
  unsc-kg links --to geonames --to wikidata
  unsc-kg links --ambiguous --from input
  unsc-kg links --to undl --format csv > without-record.csv")]
pub(super) struct Links {
    /// Only to this dataset; may be given several times
    #[arg(long, value_name = "DATASET")]
    to: Vec<String>,
    /// Only how many things have a link, by dataset and class
    #[arg(long)]
    counts: bool,
    /// Only things whose name stands for several
    #[arg(long, conflicts_with = "counts")]
    ambiguous: bool,
    #[command(flatten)]
    graph: GraphArgs,
    /// table, csv, tsv, json, xml
    #[arg(long, short, default_value = "table")]
    format: Format,
}

impl Links {
    pub(super) fn run(self, global: &Global) -> Result<Outcome> {
        let (store, outcome) = self.graph.open(global)?;
        let report = match (self.counts, self.ambiguous) {
            (true, _) => Report::Counts,
            (_, true) => Report::Ambiguous,
            _ => Report::Missing,
        };
        let rows = links::report(&store, report, &self.to)?;
        let prefixes = prefixes(store.base());
        output::write_to("-".as_ref(), |mut output| {
            query::write(rows, self.format, &prefixes, output::width(), &mut output)
        })?;
        Ok(outcome)
    }
}
