//! `docs`: the reference of vocabulary and queries.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use super::graph::from_documents;
use super::{Global, Outcome, output};
use crate::docs::{Sources, pages};
use crate::ontology;

/// Write the reference: pages on the vocabulary, its drawing, the questions and examples
///
/// The vocabulary is that which the program has loaded, with what --ontology adds. Files of the
/// same names in the directory are replaced, others stay.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg docs docs --from input
  unsc-kg docs mine --ontology mine.d --from texts/")]
pub(super) struct Docs {
    /// The directory for the pages
    #[arg(value_name = "DIR")]
    directory: PathBuf,
    /// Documents to take answers and examples from; without, there are none
    #[arg(long, value_name = "INPUT", num_args = 1..)]
    from: Vec<PathBuf>,
}

impl Docs {
    pub(super) fn run(self, global: &Global) -> Result<Outcome> {
        let (store, outcome) = if self.from.is_empty() {
            (None, Outcome::Done)
        } else {
            let (store, outcome) = from_documents(&self.from, global)?;
            (Some(store), outcome)
        };
        let names: Vec<String> = self
            .from
            .iter()
            .map(|it| it.display().to_string())
            .collect();
        let names = names.join(" ");
        let pages = pages(Sources {
            ontology: &ontology::files(global.ontology.as_deref())?,
            base: &global.base,
            samples: store.as_ref().map(|store| (store, names.as_str())),
        })?;
        fs::create_dir_all(&self.directory)
            .with_context(|| format!("cannot make the directory {}", self.directory.display()))?;
        for page in pages {
            output::write_to(&self.directory.join(&page.name), |output| {
                Ok(output.write_all(page.text.as_bytes())?)
            })?;
        }
        Ok(outcome)
    }
}
