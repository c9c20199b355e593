//! All steps from a location to quads.

use std::path::PathBuf;

use anyhow::{Context, Result};
use oxigraph::model::{NamedNode, Quad, Triple};

use crate::derive::Calendar;
use crate::document::{Document, Encoding};
use crate::facts::Resolution;
use crate::graph::iri::Base;
use crate::graph::writer::Writer;
use crate::graph::{derived, mapper, provenance};
use crate::lexicon::Lexicon;
use crate::recognize::recognize;
use crate::source::{self, Input, Location, Rejection};
use crate::{graph, ontology};

/// What the pipeline is made of.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The IRI below which data is named.
    pub base: Base,
    /// Leaves out the words that facts rest on.
    pub without_evidence: bool,
    /// A directory with more `.ttl` files to recognize by.
    pub ontology: Option<PathBuf>,
}

/// Reads documents and maps them; one for all threads.
#[derive(Debug)]
pub struct Pipeline {
    options: Options,
    ontology: Vec<Triple>,
    lexicon: Lexicon,
    calendar: Calendar,
}

/// What became of one document.
#[derive(Debug)]
pub struct Converted {
    /// The path as given.
    pub source: String,
    /// The number of the resolution that it is about.
    pub resolution: u32,
    /// The name of its graph.
    pub graph: NamedNode,
    /// Its graph and what is known of the graph.
    pub quads: Vec<Quad>,
    /// Facts that were recognized.
    pub facts: usize,
    /// What could not be read, worded for people.
    pub notices: Vec<String>,
}

impl Pipeline {
    /// Reads the ontology.
    ///
    /// # Errors
    /// If a file of the ontology can't be read.
    pub fn new(options: Options) -> Result<Self> {
        let ontology = ontology::load(options.ontology.as_deref())?;
        let lexicon = Lexicon::new(&ontology).context("cannot build the lexicon")?;
        Ok(Self {
            options,
            lexicon,
            calendar: Calendar::new(&ontology),
            ontology,
        })
    }

    /// The base IRI.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.options.base
    }

    /// The ontology with its reference data, in its graph.
    #[must_use]
    pub fn reference(&self) -> Vec<Quad> {
        graph::reference(&self.ontology, &self.options.base)
    }

    /// What a document says, and what in it could not be read.
    ///
    /// # Errors
    /// If the input is not a document about a resolution.
    pub fn read(&self, input: Input) -> Result<(Document, Resolution, Vec<String>), Rejection> {
        let document = source::read(input)?;
        let (resolution, notices) = recognize(&document, &self.lexicon, &self.calendar)
            .ok_or_else(|| Rejection::without_number(&document))?;
        let mut notices: Vec<String> = notices.iter().map(ToString::to_string).collect();
        if document.source.encoding == Encoding::Latin1 {
            let name = &document.source.name;
            notices.push(format!(
                "{name}: found no UTF-8, read it as windows-1252 (Latin-1)"
            ));
        }
        Ok((document, resolution, notices))
    }

    /// Reads a document and maps it.
    ///
    /// # Errors
    /// If there is no document about a resolution at the location.
    pub fn convert(&self, location: &Location) -> Result<Converted, Rejection> {
        let (document, resolution, notices) = self.read(location.open()?)?;
        let number = resolution.header.number.value;
        let (base, hash) = (&self.options.base, &document.source.sha256[..12]);
        let mut writer = Writer::new(base, number, hash, !self.options.without_evidence);
        mapper::map(&resolution, &mut writer);
        derived::map(&self.calendar.derive(&resolution), &mut writer);
        let (graph, source) = (writer.graph().clone(), writer.source().clone());
        let mut quads = writer.finish();
        let statements = source::statements(location);
        quads.extend(provenance::provenance(
            &document,
            &graph,
            &source,
            base,
            &statements,
        ));
        Ok(Converted {
            source: document.source.name,
            resolution: number,
            facts: resolution.count(),
            graph,
            quads,
            notices,
        })
    }
}
