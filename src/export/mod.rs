//! The graph in RDF formats.
//!
//! But for JSON-LD all come from Oxigraph's writers, which group what follows on one another. Quads come as the
//! store's file has them, sorted by subject, and for the formats that have named graphs sorted by
//! those, types first, so that Turtle and TriG read well. (Sophia's pretty printer for Turtle was
//! tried: it takes minutes where this takes a second, since its time grows with the square of the
//! graph.)

pub mod bulk;
mod by_graph;
mod framed;
mod spaced;

use std::io::{self, Write};
use std::str::FromStr;

use anyhow::{Result, bail};
use itertools::Itertools;
use oxigraph::io::{RdfFormat, RdfSerializer, WriterQuadSerializer};
use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, NamedNode, Quad, Triple};

use crate::canonical;
use crate::prefixes::prefixes;
use crate::store::Stored;
pub(crate) use by_graph::by_graph;
use spaced::Spaced;

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
    /// JSON-LD with the terms of the published context: each graph under its name, what belongs to a
    /// thing inside it.
    JsonLd,
    /// RDF/XML: the union of all graphs.
    RdfXml,
    /// N-Quads in the canonical form of RDFC-1.0, to compare or to sign.
    Canonical,
}

impl Format {
    /// The names that [`FromStr`] takes.
    pub const NAMES: &[&str] = &[
        "turtle",
        "trig",
        "ntriples",
        "nquads",
        "jsonld",
        "rdfxml",
        "canonical",
    ];

    /// The format as Oxigraph names it.
    #[must_use]
    pub fn rdf(self) -> RdfFormat {
        match self {
            Self::Turtle => RdfFormat::Turtle,
            Self::TriG => RdfFormat::TriG,
            Self::NTriples => RdfFormat::NTriples,
            Self::NQuads | Self::Canonical => RdfFormat::NQuads,
            Self::JsonLd => RdfFormat::JsonLd {
                profile: oxigraph::io::JsonLdProfileSet::empty(),
            },
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
            "canonical" => Self::Canonical,
            _ => bail!("found {name:?}, expected one of {}", Self::NAMES.join(", ")),
        })
    }
}

/// Writes the whole graph, or one of its named graphs, in memory that does not grow with it (but
/// for the canonical form of one graph).
///
/// # Errors
/// If the store can't be read, has no graph of that name, or writing fails.
pub fn write(
    stored: &Stored,
    format: Format,
    graph: Option<&NamedNode>,
    output: &mut impl Write,
) -> Result<()> {
    let prefixes = prefixes(stored.base());
    match (format, graph) {
        (Format::NQuads | Format::Canonical, None) => {
            io::copy(&mut stored.nquads()?, output)?;
        }
        (Format::Canonical, Some(graph)) => {
            output.write_all(canonical(stored, graph)?.as_bytes())?;
        }
        (Format::JsonLd, _) => {
            framed::write(by_graph(quads(stored, graph)?)?, stored.base(), output)?;
        }
        _ => {
            let quads = quads(stored, graph)?;
            if format.rdf().supports_datasets() {
                serialize(by_graph(quads)?, format, &prefixes, output)?;
            } else {
                serialize(merged(quads), format, &prefixes, output)?;
            }
        }
    }
    Ok(output.flush()?)
}

/// Writes a part of a graph as Turtle that reads well.
///
/// # Errors
/// If writing fails.
pub(crate) fn turtle(
    triples: impl IntoIterator<Item = Triple>,
    prefixes: &[(String, String)],
    output: &mut impl Write,
) -> Result<()> {
    let mut triples: Vec<Triple> = triples.into_iter().collect();
    triples.sort_by_cached_key(ToString::to_string);
    let quads = triples
        .into_iter()
        .map(|triple| Ok(triple.in_graph(GraphName::DefaultGraph)));
    serialize(quads, Format::Turtle, prefixes, output)
}

/// The canonical form of a named graph.
///
/// # Errors
/// If the store can't be read or has no graph of that name.
pub fn canonical(stored: &Stored, graph: &NamedNode) -> Result<String> {
    let quads = quads(stored, Some(graph))?.collect::<Result<_>>()?;
    Ok(canonical::nquads(quads)?.0)
}

/// The quads of a store, or of one of its graphs, in canonical order.
fn quads<'a>(
    stored: &'a Stored,
    graph: Option<&'a NamedNode>,
) -> Result<impl Iterator<Item = Result<Quad>> + 'a> {
    let quads = stored.quads()?.map(|quad| Ok(quad?));
    let mut quads = quads
        .filter_ok(move |quad| {
            graph.is_none_or(|name| quad.graph_name.as_ref() == name.as_ref().into())
        })
        .peekable();
    if let Some(name) = graph
        && quads.peek().is_none()
    {
        bail!(
            "found no graph {name}; see the names with: echo 'SELECT DISTINCT ?g {{ GRAPH ?g {{}} }}' | unsc-kg query -"
        );
    }
    Ok(quads)
}

/// The union of all graphs.
fn merged(quads: impl Iterator<Item = Result<Quad>>) -> impl Iterator<Item = Result<Quad>> {
    quads.map_ok(|quad| Quad {
        graph_name: GraphName::DefaultGraph,
        ..quad
    })
}

/// Writes quads that come subject by subject, each once.
fn serialize(
    quads: impl Iterator<Item = Result<Quad>>,
    format: Format,
    prefixes: &[(String, String)],
    output: &mut impl Write,
) -> Result<()> {
    let mut serializer = RdfSerializer::from_format(format.rdf());
    for (name, namespace) in prefixes {
        serializer = serializer.with_prefix(name, namespace)?;
    }
    let spaced = matches!(format, Format::Turtle | Format::TriG);
    let mut serializer = serializer.for_writer(Spaced::new(&mut *output, spaced));
    let mut subject: Vec<Quad> = Vec::new();
    for quad in quads {
        let quad = quad?;
        if subject
            .last()
            .is_some_and(|last| !have_one_subject(last, &quad))
        {
            write_subject(&mut subject, &mut serializer)?;
        }
        if subject.last() != Some(&quad) {
            subject.push(quad);
        }
    }
    write_subject(&mut subject, &mut serializer)?;
    serializer.finish()?.flush()?;
    Ok(())
}

fn have_one_subject(a: &Quad, b: &Quad) -> bool {
    (&a.graph_name, &a.subject) == (&b.graph_name, &b.subject)
}

/// Writes what is said of a subject, its types first.
fn write_subject<W: Write>(
    quads: &mut Vec<Quad>,
    serializer: &mut WriterQuadSerializer<W>,
) -> Result<()> {
    quads.sort_by_key(|quad| quad.predicate.as_ref() != rdf::TYPE);
    for quad in quads.drain(..) {
        serializer.serialize_quad(&quad)?;
    }
    Ok(())
}
