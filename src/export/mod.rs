//! The graph in RDF formats.
//!
//! Turtle and TriG are for reading: sophia's pretty printer groups them by subject, types first,
//! in a stable order, which a streaming writer does not. The other formats are for machines and
//! come from Oxigraph's writers, sorted.

mod pretty;

use std::io::Write;
use std::str::FromStr;

use anyhow::{Result, bail};
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::{GraphNameRef, NamedNode, Quad};

use crate::prefixes::prefixes;
use crate::store::Store;

/// An RDF format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Turtle: the union of all graphs.
    Turtle,
    /// TriG: each graph under its name.
    TriG,
    /// N-Triples: the union of all graphs.
    NTriples,
    /// N-Quads: each graph under its name.
    NQuads,
    /// JSON-LD with the prefixes as its context: each graph under its name.
    JsonLd,
    /// RDF/XML: the union of all graphs.
    RdfXml,
}

impl Format {
    /// The names that [`FromStr`] takes.
    pub const NAMES: &[&str] = &["turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml"];

    /// The format as Oxigraph names it.
    #[must_use]
    pub fn rdf(self) -> RdfFormat {
        match self {
            Self::Turtle => RdfFormat::Turtle,
            Self::TriG => RdfFormat::TriG,
            Self::NTriples => RdfFormat::NTriples,
            Self::NQuads => RdfFormat::NQuads,
            Self::JsonLd => RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() },
            Self::RdfXml => RdfFormat::RdfXml,
        }
    }
}

impl FromStr for Format {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        Ok(match name {
            "turtle" | "ttl" => Self::Turtle,
            "trig" => Self::TriG,
            "ntriples" | "nt" => Self::NTriples,
            "nquads" | "nq" => Self::NQuads,
            "jsonld" => Self::JsonLd,
            "rdfxml" => Self::RdfXml,
            _ => bail!("found {name:?}, expected one of {}", Self::NAMES.join(", ")),
        })
    }
}

/// Writes the whole graph, or one of its named graphs.
///
/// # Errors
/// If the store can't be read or writing fails.
pub fn write(
    store: &Store,
    format: Format,
    graph: Option<&NamedNode>,
    output: &mut impl Write,
) -> Result<()> {
    let quads = sorted(store, graph, format.rdf().supports_datasets())?;
    let prefixes = prefixes(store.base());
    match format {
        Format::Turtle => pretty::turtle(&quads, &prefixes, output)?,
        Format::TriG => pretty::trig(&quads, &prefixes, output)?,
        _ => {
            let mut serializer = RdfSerializer::from_format(format.rdf());
            for (name, namespace) in prefixes {
                serializer = serializer.with_prefix(name, namespace)?;
            }
            let mut serializer = serializer.for_writer(&mut *output);
            for quad in &quads {
                serializer.serialize_quad(quad)?;
            }
            serializer.finish()?;
        }
    }
    output.flush()?;
    Ok(())
}

/// The quads in the order of graph, subject, predicate and object, each once; all in the default
/// graph if the format has no others.
fn sorted(store: &Store, graph: Option<&NamedNode>, named: bool) -> Result<Vec<Quad>> {
    let graph = graph.map(|graph| GraphNameRef::NamedNode(graph.as_ref()));
    let mut quads = store
        .quads()
        .quads_for_pattern(None, None, None, graph)
        .map(|quad| {
            let mut quad = quad?;
            if !named {
                quad.graph_name = oxigraph::model::GraphName::DefaultGraph;
            }
            Ok(quad)
        })
        .collect::<Result<Vec<_>>>()?;
    quads.sort_by_cached_key(|quad| {
        (quad.graph_name.to_string(), quad.subject.to_string(), quad.predicate.to_string(), quad.object.to_string())
    });
    quads.dedup();
    Ok(quads)
}
