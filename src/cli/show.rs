//! `show`: one resolution for people.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::{Outcome, StoreArgs, output};
use crate::show;
use crate::store::Store;

/// Print what the store knows of a resolution, each fact with the words it rests on
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg show 968
  unsc-kg show 968 --html -o 968.html            each document with its words marked")]
pub(super) struct Show {
    /// The number of the resolution
    number: u32,
    /// Write a page for the browser: each document with the words of its facts marked
    #[arg(long)]
    html: bool,
    /// Where to write, - for standard output
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    #[command(flatten)]
    store: StoreArgs,
}

impl Show {
    pub(super) fn run(self) -> Result<Outcome> {
        let store = Store::open(&self.store.store)?;
        let page = show::page(&store, self.number)?;
        output::write_to(&self.output, |output| {
            if self.html {
                show::write_html(&page, output)
            } else {
                show::write(&page, output)
            }
        })?;
        Ok(Outcome::Done)
    }
}
