//! What a store directory says of itself.

use serde::{Deserialize, Serialize};

/// The form of the directory; a program reads only its own.
pub(super) const VERSION: u32 = 4;

/// The `manifest.json` of a store directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the directory.
    pub version: u32,
    /// The program that wrote it, with its version.
    pub tool: String,
    /// The IRI below which the data is named.
    pub base: String,
    /// The file that holds the graph in its canonical form.
    pub data: String,
    /// SHA-256 of that file, in lower-case hexadecimal: the graph's hash by RDFC-1.0.
    pub sha256: String,
    /// Quads in it.
    pub quads: usize,
    /// The documents it was read from, by name.
    pub sources: Vec<SourceEntry>,
}

/// A document that a store was built from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceEntry {
    /// The path as given.
    pub name: String,
    /// The number of its resolution; none for tables.
    pub resolution: Option<u32>,
    /// The name of its graph.
    pub graph: String,
    /// Facts that were recognized in it.
    pub facts: usize,
}
