//! `show`: one resolution for people.

use anyhow::Result;
use clap::Args;

use super::{Outcome, StoreArgs, output};
use crate::show;
use crate::store::Store;

/// Print what the store knows of a resolution, each fact with the words it rests on
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  unsc-kg show 968")]
pub(super) struct Show {
    /// The number of the resolution
    number: u32,
    #[command(flatten)]
    store: StoreArgs,
}

impl Show {
    pub(super) fn run(self) -> Result<Outcome> {
        let store = Store::open(&self.store.store)?;
        let page = show::page(&store, self.number)?;
        output::write_to("-".as_ref(), |output| show::write(&page, output))?;
        Ok(Outcome::Done)
    }
}
