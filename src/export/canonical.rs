//! The canonical form of the graph, RDFC-1.0 (<https://www.w3.org/TR/rdf-canon/>), by sophia.
//!
//! Two graphs that say the same have the same canonical form, byte for byte, whoever made them.

use std::convert::Infallible;
use std::io::Write;

use anyhow::{Result, anyhow};
use oxigraph::model::{GraphNameRef, Quad, TermRef};
use sophia::api::quad::Spog;
use sophia::api::source::QuadSource;
use sophia::c14n::rdfc10;
use sophia::inmem::dataset::LightDataset;
use sophia::xml::model::Trusted;

/// Writes quads as canonical N-Quads.
pub(crate) fn write(quads: &[Quad], output: &mut impl Write) -> Result<()> {
    let dataset: LightDataset = quads
        .iter()
        .map(|quad| Ok::<_, Infallible>(spog(quad)))
        .collect_quads()
        .map_err(|error| anyhow!("cannot index the graph: {error}"))?;
    rdfc10::normalize(&dataset, output).map_err(|error| anyhow!("cannot canonicalize: {error}"))
}

/// Oxigraph's terms as sophia's; what the store holds is known to be well-formed.
fn spog(quad: &Quad) -> Spog<Trusted<TermRef<'_>>> {
    let graph = match quad.graph_name.as_ref() {
        GraphNameRef::NamedNode(node) => Some(Trusted(node.into())),
        GraphNameRef::BlankNode(node) => Some(Trusted(node.into())),
        GraphNameRef::DefaultGraph => None,
    };
    let triple = [
        Trusted(quad.subject.as_ref().into()),
        Trusted(quad.predicate.as_ref().into()),
        Trusted(quad.object.as_ref()),
    ];
    (triple, graph)
}
