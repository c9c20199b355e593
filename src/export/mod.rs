//! The graph in RDF formats.
//!
//! All come from Oxigraph's writers, which group what follows on one another; quads are sorted by
//! graph and subject, types first, so that Turtle and TriG read well. The canonical form comes
//! from sophia. (Its pretty printer for Turtle was tried: it takes minutes where the sorted
//! writer takes a second, since its time grows with the square of the graph.)

mod spaced;

use std::io::Write;
use std::str::FromStr;

use anyhow::{Result, bail};
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, GraphNameRef, NamedNode, Quad, Triple};

use crate::canonical;
use crate::prefixes::prefixes;
use crate::store::Store;
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
    /// JSON-LD with the prefixes as its context: each graph under its name.
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

/// Writes the whole graph, or one of its named graphs.
///
/// # Errors
/// If the store can't be read, has no graph of that name, or writing fails.
pub fn write(
    store: &Store,
    format: Format,
    graph: Option<&NamedNode>,
    output: &mut impl Write,
) -> Result<()> {
    expect(store, graph)?;
    if format == Format::Canonical {
        output.write_all(canonical(store, graph)?.as_bytes())?;
    } else {
        let quads = sorted(store, graph, format.rdf().supports_datasets())?;
        serialize(&quads, format, &prefixes(store.base()), output)?;
    }
    output.flush()?;
    Ok(())
}

/// Writes quads as they come.
fn serialize(
    quads: &[Quad],
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
    for quad in quads {
        serializer.serialize_quad(quad)?;
    }
    serializer.finish()?.flush()?;
    Ok(())
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
    let quads = triples
        .into_iter()
        .map(|triple| triple.in_graph(GraphName::DefaultGraph));
    let mut quads: Vec<Quad> = quads.collect();
    sort(&mut quads);
    quads.dedup();
    serialize(&quads, Format::Turtle, prefixes, output)
}

/// The canonical form of the whole graph, or of one of its named graphs.
///
/// # Errors
/// If the store can't be read or has no graph of that name.
pub fn canonical(store: &Store, graph: Option<&NamedNode>) -> Result<String> {
    expect(store, graph)?;
    Ok(canonical::nquads(quads(store, graph, true)?)?.0)
}

fn expect(store: &Store, graph: Option<&NamedNode>) -> Result<()> {
    if let Some(name) = graph
        && !store.quads().contains_named_graph(name)?
    {
        bail!(
            "found no graph {name}; see the names with: echo 'SELECT DISTINCT ?g {{ GRAPH ?g {{}} }}' | unsc-kg query -"
        );
    }
    Ok(())
}

/// The quads, each once; all in the default graph if the format has no others.
fn quads(store: &Store, graph: Option<&NamedNode>, named: bool) -> Result<Vec<Quad>> {
    let graph = match graph {
        Some(graph) => Some(GraphNameRef::NamedNode(graph.as_ref())),
        // The store has the merge of all graphs in its default graph.
        None => (!named).then_some(GraphNameRef::DefaultGraph),
    };
    store
        .quads()
        .quads_for_pattern(None, None, None, graph)
        .filter(|quad| {
            let merged = |quad: &Quad| quad.graph_name.is_default_graph();
            graph.is_some() || !quad.as_ref().is_ok_and(merged)
        })
        .map(|quad| {
            let mut quad = quad?;
            if !named {
                quad.graph_name = GraphName::DefaultGraph;
            }
            Ok(quad)
        })
        .collect()
}

/// The quads in their order.
fn sorted(store: &Store, graph: Option<&NamedNode>, named: bool) -> Result<Vec<Quad>> {
    let mut quads = quads(store, graph, named)?;
    sort(&mut quads);
    Ok(quads)
}

/// Sorts by graph, subject, predicate (types first) and object.
fn sort(quads: &mut [Quad]) {
    quads.sort_by_cached_key(|quad| {
        let Quad {
            graph_name,
            subject,
            predicate,
            object,
        } = quad;
        let is_type = predicate.as_ref() == rdf::TYPE;
        (
            graph_name.to_string(),
            subject.to_string(),
            !is_type,
            predicate.to_string(),
            object.to_string(),
        )
    });
}
