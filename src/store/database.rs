//! The graph as a RocksDB database beside its N-Quads, for graphs larger than memory.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use oxigraph::store::Store;

/// The database that belongs to a file of N-Quads.
fn path(directory: &Path, data: &str) -> PathBuf {
    directory.join(format!("{data}.db"))
}

/// Loads N-Quads into a database that appears whole or not at all.
pub(super) fn write(directory: &Path, data: &str, quads: &[u8]) -> Result<()> {
    let path = path(directory, data);
    if path.exists() {
        return Ok(());
    }
    let new = tempfile::Builder::new()
        .prefix(".new-")
        .tempdir_in(directory)?;
    {
        let store = Store::open(new.path())?;
        super::load(&store, quads)?;
        store.flush()?;
    }
    fs::rename(new.keep(), &path).with_context(|| format!("cannot write {}", path.display()))
}

/// Opens the database of a store, if it was built with one.
pub(super) fn open(directory: &Path, data: &str) -> Result<Option<Store>> {
    let path = path(directory, data);
    if !path.exists() {
        return Ok(None);
    }
    let store = Store::open_read_only(&path)
        .with_context(|| format!("cannot open {}; build the store again", path.display()))?;
    Ok(Some(store))
}
