//! From facts to RDF quads: one named graph a document, what is known of the documents
//! themselves in the graph of the graphs, the ontology in one of its own.

pub mod dataset;
pub mod derived;
pub mod evidence;
pub mod iri;
pub mod links;
pub mod mapper;
pub mod provenance;
mod quads;
pub mod vocabulary;
pub mod writer;

use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term, Triple};

use iri::Base;

/// The path of the graph that holds the ontology and its reference data.
pub const REFERENCE_GRAPH: &str = "graph/reference";

/// The path of the graph that says where the other graphs come from.
pub const PROVENANCE_GRAPH: &str = "graph/provenance";

/// The path of the graph that describes the dataset.
pub const DATASET_GRAPH: &str = "graph/dataset";

/// The path of the graph that says in a remote store what was sent there whole.
pub const PUSHED_GRAPH: &str = "graph/pushed";

/// The ontology below another base, in its named graph.
#[must_use]
pub fn reference(ontology: &[Triple], base: &Base) -> Vec<Quad> {
    let graph = GraphName::NamedNode(base.path(REFERENCE_GRAPH));
    ontology
        .iter()
        .map(|triple| {
            let subject = match &triple.subject {
                NamedOrBlankNode::NamedNode(node) => base.rebase(node.clone()).into(),
                node @ NamedOrBlankNode::BlankNode(_) => node.clone(),
            };
            let object = match &triple.object {
                Term::NamedNode(node) => base.rebase(node.clone()).into(),
                term => term.clone(),
            };
            Quad::new(subject, triple.predicate.clone(), object, graph.clone())
        })
        .collect()
}
