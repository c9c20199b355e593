//! `eval`: the program measured on documents that a reader has marked.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::graph::from_documents;
use super::{Global, Outcome, output};
use crate::eval;

/// Compare the facts of documents with those that a reader marked
///
/// The directory of gold holds a file NNNN.tsv for each resolution, a fact a line: kind, value and detail as
/// in the query facts, parted by tabs. | parts equally good answers, * takes anything, ? before
/// the kind marks a fact that may be found or not, # begins a comment. Resolutions without gold
/// are not looked at.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  unsc-kg eval gold texts.d")]
pub(super) struct Eval {
    /// The directory of marked facts
    gold_dir: PathBuf,
    /// Files and directories of documents, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Print the figures only, not the facts that differ
    #[arg(long)]
    summary: bool,
}

impl Eval {
    pub(super) fn run(self, global: &Global) -> Result<Outcome> {
        let gold = eval::read(&self.gold_dir)?;
        let (store, outcome) = from_documents(&self.inputs, global)?;
        let result = eval::score(&gold, &eval::facts(&store)?);
        if !global.quiet {
            for number in &result.absent {
                anstream::eprintln!(
                    "found no document about resolution {number}, which has gold: all its facts count as missed"
                );
            }
        }
        output::write_to("-".as_ref(), |output| {
            eval::write(&result, !self.summary, output)
        })?;
        Ok(outcome)
    }
}
