//! `man`: the manual pages.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, CommandFactory};

use super::{Cli, Outcome, output};

/// Write the manual page, or with --output one a command into a directory
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg man | man -l -
  unsc-kg man --output ~/.local/share/man/man1")]
pub(super) struct Man {
    /// The directory for the pages
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(self) -> Result<Outcome> {
        if let Some(directory) = self.output {
            clap_mangen::generate_to(Cli::command(), &directory)
                .with_context(|| format!("cannot write to {}", directory.display()))?;
        } else {
            let page = clap_mangen::Man::new(Cli::command());
            output::write_to("-".as_ref(), |mut output| Ok(page.render(&mut output)?))?;
        }
        Ok(Outcome::Done)
    }
}
