//! Where a document's graph comes from, in PROV-O (<https://www.w3.org/TR/prov-o/>): from which
//! source, by which activity of which version of the program. When that was is not said, so that
//! the same documents give the same graph.

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNode, NamedOrBlankNode, Quad, Term};

use crate::document::{Encoding, Kind, Source};
use crate::graph::iri::Base;
use crate::graph::quads::{Quads, english, plain};
use crate::graph::vocabulary::{dcterms, prov, schema, unsc};
use crate::graph::{PROVENANCE_GRAPH, REFERENCE_GRAPH};
use crate::source::Statements;

/// A graph that was read from a source.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The graph's name.
    pub graph: &'a NamedNode,
    /// The name of its source.
    pub node: &'a NamedNode,
    /// The source.
    pub source: &'a Source,
    /// What kind of source it is: `official text`.
    pub format: &'a str,
}

/// The quads that say where a graph comes from. The source's licence, if its keeper says one, is
/// the graph's too, since the graph quotes the source.
#[must_use]
pub fn provenance(origin: Origin, keeper: &Statements, base: &Base) -> Vec<Quad> {
    let Origin {
        graph,
        node,
        source,
        format,
    } = origin;
    let mut quads = Quads::new(base.path(PROVENANCE_GRAPH));
    let reading = NamedNode::new_unchecked(format!("{}/reading", graph.as_str()));
    let tool = tool(&mut quads, base);
    quads.add(graph, rdf::TYPE, prov::ENTITY);
    quads.add(graph, prov::WAS_DERIVED_FROM, node.clone());
    quads.add(graph, prov::WAS_GENERATED_BY, reading.clone());
    quads.add(graph, prov::WAS_ATTRIBUTED_TO, tool.clone());
    quads.add(&reading, rdf::TYPE, prov::ACTIVITY);
    let label = format!("reading of {}: {format}", source.name);
    quads.add(&reading, rdfs::LABEL, english(&label));
    quads.add(&reading, prov::USED, node.clone());
    quads.add(&reading, prov::USED, base.path(REFERENCE_GRAPH));
    quads.add(&reading, prov::WAS_ASSOCIATED_WITH, tool);
    quads.add(node, rdf::TYPE, unsc::DOCUMENT);
    quads.add(node, rdf::TYPE, prov::ENTITY);
    quads.add(node, dcterms::SOURCE, plain(&source.name));
    quads.add(node, dcterms::FORMAT, plain(format));
    quads.add(node, schema::SHA256, plain(&source.sha256));
    quads.add(node, unsc::ENCODING, plain(encoding(source.encoding)));
    for (predicate, object) in &keeper.document {
        let object = named(object.clone(), base);
        if predicate.as_ref() == dcterms::LICENSE {
            quads.add(graph, dcterms::LICENSE, object.clone());
        }
        quads.add(node, predicate.as_ref(), object);
    }
    for triple in &keeper.others {
        let subject = match triple.subject.clone() {
            NamedOrBlankNode::NamedNode(node) => node,
            NamedOrBlankNode::BlankNode(node) => keepers_node(node.as_str(), base),
        };
        let object = named(triple.object.clone(), base);
        quads.add(&subject, triple.predicate.as_ref(), object);
    }
    quads.finish()
}

/// Describes this version of the program.
pub(super) fn tool(quads: &mut Quads, base: &Base) -> NamedNode {
    const VERSION: &str = env!("CARGO_PKG_VERSION");
    let tool = base.path(&format!("tool/unsc-kg/{VERSION}"));
    quads.add(&tool, rdf::TYPE, prov::SOFTWARE_AGENT);
    quads.add(&tool, rdfs::LABEL, plain(&format!("unsc-kg {VERSION}")));
    quads.add(&tool, schema::SOFTWARE_VERSION, plain(VERSION));
    tool
}

/// What a keeper left without a name gets one.
fn named(term: Term, base: &Base) -> Term {
    match term {
        Term::BlankNode(node) => keepers_node(node.as_str(), base).into(),
        term => term,
    }
}

fn keepers_node(label: &str, base: &Base) -> NamedNode {
    base.path(&format!("provenance/{label}"))
}

/// What kind of source a document is.
#[must_use]
pub fn format(kind: Kind) -> &'static str {
    match kind {
        Kind::Article => "article extract",
        Kind::Official => "official text",
    }
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 { .. } => "UTF-8",
        Encoding::Latin1 => "windows-1252",
    }
}
