//! The store: a directory that holds the graph, and the Oxigraph store that queries run on.

#[cfg(feature = "rocksdb")]
mod database;
mod directory;
mod manifest;
mod stored;

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::{GraphName, Quad};
use oxigraph::store::LoaderError;

pub(crate) use directory::new_file;
pub use directory::write;
pub use manifest::{Manifest, SourceEntry};
pub use stored::Stored;
pub(crate) use stored::parse;

use crate::graph::iri::Base;

/// A graph that can be queried; nothing done to it changes the directory that it came from.
#[derive(Clone)]
pub struct Store {
    quads: oxigraph::store::Store,
    base: Base,
}

impl Store {
    /// Loads quads into memory.
    ///
    /// # Errors
    /// If the embedded store fails.
    pub fn from_quads(quads: Vec<Quad>, base: Base) -> Result<Self> {
        let store = oxigraph::store::Store::new()?;
        let mut loader = store.bulk_loader();
        loader.load_quads(quads)?;
        loader.commit()?;
        merge(&store)?;
        Ok(Self { quads: store, base })
    }

    /// Opens a store directory.
    ///
    /// # Errors
    /// If there is no store, it is of another version, or its data is damaged.
    pub fn open(directory: &Path) -> Result<Self> {
        #[cfg(feature = "rocksdb")]
        {
            let manifest = directory::manifest(directory)?;
            if let Some(quads) = database::open(directory, &manifest.data)? {
                let base = manifest.base.parse()?;
                return Ok(Self { quads, base });
            }
        }
        let (manifest, mut file) = directory::open(directory)?;
        let failed = || format!("cannot load the graph in {}", directory.display());
        let mut data = Vec::new();
        file.read_to_end(&mut data).with_context(failed)?;
        let store = oxigraph::store::Store::new()?;
        load(&store, &data).with_context(failed)?;
        Ok(Self {
            quads: store,
            base: manifest.base.parse()?,
        })
    }

    /// The IRI below which its data is named.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// The quads, as Oxigraph holds them; their merge is the default graph.
    #[must_use]
    pub fn quads(&self) -> &oxigraph::store::Store {
        &self.quads
    }
}

/// Loads N-Quads that a checksum vouches for. The loader's own parsing would give blank nodes
/// other names each time.
fn load(store: &oxigraph::store::Store, quads: &[u8]) -> Result<()> {
    let mut loader = store.bulk_loader();
    let parser = RdfParser::from_format(RdfFormat::NQuads).lenient();
    let quads = parser
        .for_slice(quads)
        .map(|quad| quad.map_err(RdfParseError::from));
    loader.load_ok_quads::<_, LoaderError>(quads)?;
    loader.commit()?;
    merge(store)
}

/// Puts the merge of all graphs into the default graph, each triple once. The union that Oxigraph
/// makes for a query has a triple once for each graph that has it (its issue 1919), so that counts
/// would be wrong.
fn merge(store: &oxigraph::store::Store) -> Result<()> {
    let mut loader = store.bulk_loader();
    let triples = store.iter().map(|quad| {
        quad.map(|quad| Quad {
            graph_name: GraphName::DefaultGraph,
            ..quad
        })
    });
    loader.load_ok_quads::<_, oxigraph::store::StorageError>(triples)?;
    loader.commit()?;
    Ok(())
}
