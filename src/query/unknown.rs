//! Names in a query that a store does not have: a slip there gives no rows, and no error.

use std::sync::LazyLock;

use anyhow::Result;
use itertools::Itertools;
use oxigraph::model::NamedNode;
use oxigraph::sparql::QueryResults;
use regex::Regex;

use super::{Source, parse};
use crate::pattern::regex;
use crate::prefixes::{prefixes, shorten};

/// IRIs in the text of an algebra, but for datatypes, functions and the base.
static NAMES: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?P<other>\^\^<[^<>]*>|BASE <[^<>]*>|<[^<>]*>\()|<(?P<name>[^<>]+)>"));

/// The names in a query that occur in no triple of a source, shortened, in their order.
///
/// # Errors
/// If the text is no query or the source cannot be asked.
pub fn unknown(source: &impl Source, text: &str) -> Result<Vec<String>> {
    let query = parse(text, source.base())?.to_string();
    let names = NAMES.captures_iter(&query).filter_map(|found| {
        let name = found.name("name")?;
        NamedNode::new(name.as_str()).ok()
    });
    let mut unknown = Vec::new();
    for name in names.unique() {
        let known = source.answer(&format!(
            "ASK {{ {{ {name} ?p ?o }} UNION {{ ?s {name} ?o }} UNION {{ ?s ?p {name} }} UNION {{ GRAPH {name} {{ ?s ?p ?o }} }} }}"
        ))?;
        if matches!(known, QueryResults::Boolean(false)) {
            unknown.push(shorten(name.as_str(), &prefixes(source.base())));
        }
    }
    Ok(unknown)
}

#[cfg(test)]
mod tests {
    use oxigraph::model::{GraphName, NamedNode, Quad};

    use super::unknown;
    use crate::graph::iri::Base;
    use crate::store::Store;

    #[test]
    fn a_slip_in_a_name_is_found_and_nothing_else() {
        let node = |path: &str| NamedNode::new_unchecked(format!("https://w3id.org/unsc/{path}"));
        let graph = GraphName::from(node("graph/one"));
        let quad = Quad::new(
            node("resolution/1"),
            node("ontology#number"),
            node("x"),
            graph,
        );
        let store = Store::from_quads(vec![quad], Base::default()).unwrap();
        let query = "SELECT * { GRAPH <graph/one> { ?r unsc:number <x> ; unsc:numbr/unsc:number ?n } \
            FILTER(xsd:integer(?n) = \"1\"^^xsd:long) OPTIONAL { resolution:1 ?p resolution:2 } }";
        let found = unknown(&store, query).unwrap();
        assert_eq!(found, ["unsc:numbr", "resolution:2"]);
    }
}
