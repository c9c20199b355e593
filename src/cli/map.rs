//! `map`: documents in, N-Quads out.

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::{Global, Outcome, output, progress};
use crate::canonical;
use crate::source::{Location, locate};

/// Write documents as N-Quads, one after the other, without a store
///
/// Outputs of many runs can be concatenated: the same fact of the same document has the same
/// name everywhere. The ontology is not part of the output unless asked for.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg map input > graph.nq
  unsc-kg map --stdin < 0968.txt
  unsc-kg map --reference > ontology.nq")]
pub(super) struct Map {
    /// Files and directories to read
    #[arg(required_unless_present_any = ["stdin", "reference"], value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Read one document from standard input
    #[arg(long)]
    stdin: bool,
    /// Write the ontology with its reference data first
    #[arg(long)]
    reference: bool,
}

impl Map {
    pub(super) fn run(self, global: &Global) -> Result<Outcome> {
        let pipeline = global.pipeline()?;
        let mut locations = locate(&self.inputs)?;
        if self.stdin {
            locations.push(Location::Stdin);
        }
        let mut said = HashSet::new();
        let mut outcome = Outcome::Done;
        output::write_to("-".as_ref(), |output| {
            if self.reference {
                let mut reference = pipeline.reference();
                canonical::label_apart(&mut reference)?;
                write(&reference, output)?;
            }
            for location in &locations {
                match pipeline.convert(location) {
                    Ok(document) => {
                        progress::report(&document, &mut said, global);
                        write(&document.quads, output)?;
                    }
                    Err(rejection) => {
                        anstream::eprintln!("{rejection}");
                        outcome = Outcome::SomeRejected;
                    }
                }
            }
            Ok(())
        })?;
        Ok(outcome)
    }
}

fn write(quads: &[oxigraph::model::Quad], output: &mut dyn Write) -> Result<()> {
    for quad in quads {
        writeln!(output, "{quad} .")?;
    }
    Ok(())
}
