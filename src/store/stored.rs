//! A graph as its directory holds it, read quad after quad without loading it.

use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::Path;

use anyhow::Result;
use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::Quad;

use super::Manifest;
use super::directory;
use crate::graph::iri::Base;

/// A store directory whose bytes were checked.
#[derive(Debug)]
pub struct Stored {
    manifest: Manifest,
    base: Base,
    file: File,
}

impl Stored {
    /// Opens a store directory. A build that replaces it later does no harm.
    ///
    /// # Errors
    /// If there is no store, it is of another version, or its data is damaged.
    pub fn open(directory: &Path) -> Result<Self> {
        let (manifest, file) = directory::open(directory)?;
        let base = manifest.base.parse()?;
        Ok(Self {
            manifest,
            base,
            file,
        })
    }

    /// The IRI below which its data is named.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// What the directory says of itself.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The canonical form, N-Quads in the order of their code points, from its start.
    ///
    /// # Errors
    /// If the file can't be read.
    pub fn nquads(&self) -> Result<impl Read> {
        let mut file = &self.file;
        file.rewind()?;
        Ok(BufReader::new(file))
    }

    /// The quads in canonical order: those of a subject follow on one another, and so do those of
    /// one triple in several graphs.
    ///
    /// # Errors
    /// If the file can't be read.
    pub fn quads(&self) -> Result<impl Iterator<Item = Result<Quad, RdfParseError>>> {
        Ok(parse(self.nquads()?))
    }
}

/// Reads N-Quads that this program wrote.
pub(crate) fn parse(nquads: impl Read) -> impl Iterator<Item = Result<Quad, RdfParseError>> {
    RdfParser::from_format(RdfFormat::NQuads)
        .lenient()
        .for_reader(nquads)
}
