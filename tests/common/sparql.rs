//! The answers of a server's SPARQL endpoint.
#![allow(unreachable_pub, reason = "of a test alone")]

use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::GraphName;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

use super::Behaviour;

/// What a query sees as the default graph.
pub enum DefaultGraph {
    Union,
    /// These graphs, or the store's own if there are none.
    Merge(Vec<GraphName>),
}

/// The headers and the body that answer a query.
pub fn evaluate(
    store: &Store,
    text: &str,
    default: DefaultGraph,
    behaviour: &Behaviour,
) -> (Vec<(&'static str, String)>, Vec<u8>) {
    let mut query = SparqlEvaluator::new().parse_query(text).unwrap();
    match default {
        DefaultGraph::Union => query.dataset_mut().set_default_graph_as_union(),
        DefaultGraph::Merge(graphs) if graphs.is_empty() => {}
        DefaultGraph::Merge(graphs) => query.dataset_mut().set_default_graph(graphs),
    }
    let Behaviour {
        is_old, most_rows, ..
    } = *behaviour;
    let mut headers = Vec::new();
    let body = match query.on_store(store).execute().unwrap() {
        QueryResults::Solutions(rows) => {
            let variables = rows.variables().to_vec();
            let mut rows: Vec<_> = rows.collect();
            if let Some(most) = most_rows.filter(|most| rows.len() > *most) {
                rows.truncate(most);
                headers.push(("X-SPARQL-MaxRows", most.to_string()));
            }
            let mut serializer = QueryResultsSerializer::from_format(QueryResultsFormat::Json)
                .serialize_solutions_to_writer(Vec::new(), variables)
                .unwrap();
            for row in rows {
                serializer.serialize(&row.unwrap()).unwrap();
            }
            let body = serializer.finish().unwrap();
            if is_old { old(&body) } else { body }
        }
        QueryResults::Boolean(answer) => {
            QueryResultsSerializer::from_format(QueryResultsFormat::Json)
                .serialize_boolean_to_writer(Vec::new(), answer)
                .unwrap()
        }
        QueryResults::Graph(triples) => {
            let mut serializer =
                RdfSerializer::from_format(RdfFormat::NTriples).for_writer(Vec::new());
            for triple in triples {
                serializer.serialize_triple(&triple.unwrap()).unwrap();
            }
            serializer.finish().unwrap()
        }
    };
    (headers, body)
}

/// Results as before SPARQL 1.1: a literal with a datatype has a type of its own.
fn old(results: &[u8]) -> Vec<u8> {
    let mut results: serde_json::Value = serde_json::from_slice(results).unwrap();
    for row in results["results"]["bindings"].as_array_mut().unwrap() {
        for (_, term) in row.as_object_mut().unwrap() {
            if term.get("datatype").is_some() {
                term["type"] = "typed-literal".into();
            }
        }
    }
    serde_json::to_vec(&results).unwrap()
}
