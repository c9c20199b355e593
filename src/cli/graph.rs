//! Which graph a command looks at: that of a store, or what documents say.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::{Global, Outcome, StoreArgs, progress};
use crate::store::Store;

/// A store or documents.
#[derive(Clone, Debug, Args)]
pub(super) struct GraphArgs {
    /// Look at what these documents say instead of a store
    #[arg(long, value_name = "INPUT", num_args = 1..)]
    pub(super) from: Vec<PathBuf>,
    #[command(flatten)]
    store: StoreArgs,
}

impl GraphArgs {
    /// Opens the store, or reads the documents.
    pub(super) fn open(&self, global: &Global) -> Result<(Store, Outcome)> {
        if self.from.is_empty() {
            return Ok((Store::open(&self.store.store)?, Outcome::Done));
        }
        from_documents(&self.from, global)
    }
}

/// A store in memory of what documents say.
pub(super) fn from_documents(inputs: &[PathBuf], global: &Global) -> Result<(Store, Outcome)> {
    let pipeline = global.pipeline()?;
    let reading = progress::read(&pipeline, inputs, global)?;
    let documents = reading.converted.into_iter();
    let quads = documents.flat_map(|document| document.quads).collect();
    let quads = pipeline.dataset(quads, None);
    let store = Store::from_quads(quads, pipeline.base().clone())?;
    Ok((
        store,
        if reading.rejected == 0 {
            Outcome::Done
        } else {
            Outcome::SomeRejected
        },
    ))
}
