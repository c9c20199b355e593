//! All steps from a location to quads.

use std::path::PathBuf;

use anyhow::{Context, Result};
use oxigraph::model::{NamedNode, Quad, Triple};

use crate::derive::Calendar;
use crate::document::{Document, Encoding, Source};
use crate::facts::Resolution;
use crate::graph::evidence::Extent;
use crate::graph::iri::Base;
use crate::graph::provenance::{self, Origin, provenance};
use crate::graph::writer::Writer;
use crate::graph::{dataset, derived, mapper};
use crate::lexicon::Lexicon;
use crate::recognize::notice::Notice;
use crate::recognize::{recognize, tables};
use crate::regimes::Regimes;
use crate::source::{self, Input, Keepers, Location, Parsed, Reason, Rejection, Statements};
use crate::table::Table;
use crate::{graph, ontology};

/// What the pipeline is made of.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The IRI below which data is named.
    pub base: Base,
    /// How much of the words that facts rest on goes into the graph.
    pub evidence: Extent,
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
    regimes: Regimes,
    keepers: Keepers,
}

/// What became of one document.
#[derive(Debug)]
pub struct Converted {
    /// The path as given.
    pub source: String,
    /// What was read: `resolution 968`, `table of vetoes, 12 rows`.
    pub content: String,
    /// The number of the resolution that it is about; none for tables.
    pub resolution: Option<u32>,
    /// The name of its graph.
    pub graph: NamedNode,
    /// Its graph and what is known of the graph.
    pub quads: Vec<Quad>,
    /// Facts that were recognized.
    pub facts: usize,
    /// Whether its keeper says under which licence it is.
    pub licensed: bool,
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
            regimes: Regimes::new(&ontology),
            ontology,
            keepers: Keepers::default(),
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

    /// The whole graph of documents: what they say, the reference data, and a description of the
    /// dataset that this is, which can be queried at the given address if there is one.
    #[must_use]
    pub fn dataset(&self, documents: Vec<Quad>, endpoint: Option<&NamedNode>) -> Vec<Quad> {
        let mut quads = self.reference();
        quads.extend(documents);
        let description = dataset::describe(&quads, &self.options.base, endpoint);
        quads.extend(description);
        quads
    }

    /// What a document says, and what in it could not be read.
    ///
    /// # Errors
    /// If the input is not a document about a resolution.
    pub fn read(&self, input: Input) -> Result<(Document, Resolution, Vec<String>), Rejection> {
        match source::read(input)? {
            Parsed::Document(document) => self.recognize(document),
            Parsed::Table(table) => Err(Rejection {
                name: table.source.name,
                line: None,
                reason: Reason::NoDocument(table.kind),
            }),
        }
    }

    fn recognize(
        &self,
        document: Document,
    ) -> Result<(Document, Resolution, Vec<String>), Rejection> {
        let (resolution, notices) = recognize(&document, &self.lexicon, &self.calendar)
            .ok_or_else(|| Rejection::without_number(&document))?;
        let notices = worded(&document.source, &notices);
        Ok((document, resolution, notices))
    }

    /// Reads a document or a table and maps it.
    ///
    /// # Errors
    /// If there is neither a document about a resolution nor a table at the location.
    pub fn convert(&self, location: &Location) -> Result<Converted, Rejection> {
        let parsed = source::read(location.open()?)?;
        let (statements, notice) = match self.keepers.statements(location) {
            Ok(statements) => (statements, None),
            Err(notice) => (Statements::default(), Some(notice)),
        };
        let mut converted = match parsed {
            Parsed::Document(document) => self.convert_document(document, &statements)?,
            Parsed::Table(table) => self.convert_table(table, &statements),
        };
        converted.notices.extend(notice);
        Ok(converted)
    }

    fn convert_document(
        &self,
        document: Document,
        statements: &Statements,
    ) -> Result<Converted, Rejection> {
        let (document, resolution, notices) = self.recognize(document)?;
        let number = resolution.header.number.value;
        let mut writer = self.writer(&number.to_string(), &document.source);
        mapper::map(&resolution, document.kind, &mut writer);
        let mut derived = self.calendar.derive(&resolution);
        derived.extend(self.regimes.derive(&resolution));
        derived::map(&derived, &mut writer);
        let format = provenance::format(document.kind);
        let (graph, quads) = self.finish(writer, &document.source, format, statements);
        Ok(Converted {
            source: document.source.name,
            content: format!("resolution {number}"),
            resolution: Some(number),
            facts: resolution.count(),
            licensed: statements.has_licence(),
            graph,
            quads,
            notices,
        })
    }

    fn convert_table(&self, table: Table, statements: &Statements) -> Converted {
        let (listing, notices) = tables::recognize(&table, &self.lexicon, &self.calendar);
        let mut writer = self.writer("table", &table.source);
        mapper::map_table(&listing, &mut writer);
        let format = table.kind.name();
        let (graph, quads) = self.finish(writer, &table.source, format, statements);
        Converted {
            content: format!("{format}, {} rows", listing.rows()),
            resolution: None,
            facts: listing.count(),
            licensed: statements.has_licence(),
            graph,
            quads,
            notices: worded(&table.source, &notices),
            source: table.source.name,
        }
    }

    fn writer<'a>(&'a self, about: &str, source: &'a Source) -> Writer<'a> {
        Writer::new(
            &self.options.base,
            about,
            &source.sha256[..12],
            self.options.evidence,
        )
    }

    /// The name of a document's graph and all its quads, with those on where it comes from.
    fn finish(
        &self,
        writer: Writer,
        source: &Source,
        format: &str,
        statements: &Statements,
    ) -> (NamedNode, Vec<Quad>) {
        let (graph, node) = (writer.graph().clone(), writer.source().clone());
        let mut quads = writer.finish();
        let base = &self.options.base;
        let origin = Origin {
            graph: &graph,
            node: &node,
            source,
            format,
        };
        quads.extend(provenance(origin, statements, base));
        (graph, quads)
    }
}

/// What could not be read in a source, for people.
fn worded(source: &Source, notices: &[Notice]) -> Vec<String> {
    let mut worded: Vec<String> = notices.iter().map(ToString::to_string).collect();
    if source.encoding == Encoding::Latin1 {
        worded.push(format!(
            "{}: found no UTF-8, read it as windows-1252 (Latin-1)",
            source.name
        ));
    }
    worded
}
