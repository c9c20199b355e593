//! `completions`: for shells.

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::{Cli, Outcome, output};

/// Write a script that completes commands in a shell
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  unsc-kg completions bash > ~/.local/share/bash-completion/completions/unsc-kg")]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> Result<Outcome> {
        let mut script = Vec::new();
        generate(self.shell, &mut Cli::command(), "unsc-kg", &mut script);
        output::write_to("-".as_ref(), |output| Ok(output.write_all(&script)?))?;
        Ok(Outcome::Done)
    }
}
