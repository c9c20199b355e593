//! Where a document's graph comes from, in PROV-O.

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, NamedNode, Quad, Term};

use crate::document::{Encoding, Kind, Source};
use crate::graph::PROVENANCE_GRAPH;
use crate::graph::iri::Base;
use crate::graph::vocabulary::{dcterms, prov, schema, unsc};

/// The quads that say which source a graph was read from, and with what.
///
/// `format` is what kind of source it is; `statements` are further statements about the source, such as its licence, as its keeper
/// gave them.
#[must_use]
pub fn provenance(
    read: &Source,
    format: &str,
    graph: &NamedNode,
    source: &NamedNode,
    base: &Base,
    statements: &[(NamedNode, Term)],
) -> Vec<Quad> {
    let context = base.path(PROVENANCE_GRAPH);
    let tool = base.path("tool/unsc-kg");
    let quad = |subject: &NamedNode, predicate: NamedNode, object: Term| {
        Quad::new(subject.clone(), predicate, object, context.clone())
    };
    let literal = |value: &str| Term::from(Literal::new_simple_literal(value));
    let encoding = encoding(read.encoding);
    let mut quads = vec![
        quad(graph, rdf::TYPE.into(), prov::ENTITY.into()),
        quad(graph, prov::WAS_DERIVED_FROM.into(), source.clone().into()),
        quad(
            graph,
            prov::WAS_GENERATED_BY.into(),
            base.path("tool/unsc-kg/run").into(),
        ),
        quad(source, rdf::TYPE.into(), unsc::DOCUMENT.into()),
        quad(source, rdf::TYPE.into(), prov::ENTITY.into()),
        quad(source, dcterms::SOURCE.into(), literal(&read.name)),
        quad(source, dcterms::FORMAT.into(), literal(format)),
        quad(source, schema::SHA256.into(), literal(&read.sha256)),
        quad(source, unsc::ENCODING.into(), literal(encoding)),
        quad(
            &base.path("tool/unsc-kg/run"),
            rdf::TYPE.into(),
            prov::ACTIVITY.into(),
        ),
        quad(
            &base.path("tool/unsc-kg/run"),
            prov::WAS_ASSOCIATED_WITH.into(),
            tool.clone().into(),
        ),
        quad(&tool, rdf::TYPE.into(), prov::SOFTWARE_AGENT.into()),
        quad(&tool, rdfs::LABEL.into(), literal("unsc-kg")),
        quad(
            &tool,
            schema::SOFTWARE_VERSION.into(),
            literal(env!("CARGO_PKG_VERSION")),
        ),
    ];
    for (predicate, object) in statements {
        quads.push(quad(source, predicate.clone(), object.clone()));
    }
    quads
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
