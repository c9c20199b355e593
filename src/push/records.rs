//! What a remote store has of ours: what is there by its own counts, and what a push said that it
//! sent whole.
//!
//! The records are a graph of their own, `graph/pushed` below the base. The record of a graph is
//! removed before the graph is touched, and written when the store counts as many triples in it as
//! were sent, so that what has a record is whole, however a push ended.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use oxigraph::model::{Literal, NamedNode, Term, vocab::rdf};
use oxigraph::sparql::QuerySolution;

use super::Summary;
use crate::graph::PUSHED_GRAPH;
use crate::graph::iri::{Base, template};
use crate::graph::vocabulary::{schema, sd, void};
use crate::remote::{Error, RemoteStore};

/// Rows that are asked for at a time: Virtuoso gives no more than 10,000, and does not say so.
const PAGE: usize = 5_000;

/// The graphs of a remote store below a base, with the number of their triples.
pub(super) fn counts(remote: &RemoteStore, base: &Base) -> Result<BTreeMap<String, usize>> {
    let rows = pages(remote, |after| {
        let start = literal(base.as_str());
        format!(
            "SELECT ?g (COUNT(*) AS ?triples) {{ GRAPH ?g {{ ?s ?p ?o }} \
             FILTER(STRSTARTS(STR(?g), {start}) && STR(?g) > {after}) }} \
             GROUP BY ?g ORDER BY STR(?g) LIMIT {PAGE}"
        )
    })?;
    let counts = rows.iter().map(|row| Ok((iri(row)?, number(row)?)));
    let mut counts: BTreeMap<String, usize> = counts.collect::<Result<_>>()?;
    counts.remove(base.path(PUSHED_GRAPH).as_str());
    Ok(counts)
}

/// The triples that a remote store counts in a graph.
pub(super) fn count(remote: &RemoteStore, graph: &NamedNode) -> Result<usize> {
    let text = format!("SELECT (COUNT(*) AS ?triples) {{ GRAPH {graph} {{ ?s ?p ?o }} }}");
    let rows = remote.rows(&text)?;
    number(rows.first().context("the store counts nothing")?)
}

/// What is recorded of the graphs that were sent whole: number and hash, by name.
pub(super) fn records(
    remote: &RemoteStore,
    base: &Base,
) -> Result<BTreeMap<String, (usize, String)>> {
    let records = base.path(PUSHED_GRAPH);
    let rows = pages(remote, |after| {
        format!(
            "SELECT ?g ?triples ?sha256 {{ GRAPH {records} {{ ?record {} ?g ; {} ?triples ; {} ?sha256 }} \
             FILTER(STR(?g) > {after}) }} ORDER BY STR(?g) LIMIT {PAGE}",
            sd::NAME,
            void::TRIPLES,
            schema::SHA256
        )
    })?;
    rows.iter()
        .map(|row| {
            let sha256 = match row.get("sha256") {
                Some(Term::Literal(literal)) => literal.value().to_owned(),
                _ => String::new(),
            };
            Ok((iri(row)?, (number(row)?, sha256)))
        })
        .collect()
}

/// Says that a graph is there whole.
pub(super) fn write(remote: &RemoteStore, base: &Base, graph: &Summary) -> Result<(), Error> {
    let (records, record) = (base.path(PUSHED_GRAPH), record(base, &graph.name));
    let Summary {
        name,
        triples,
        sha256,
    } = graph;
    remote.update(&format!(
        "INSERT DATA {{ GRAPH {records} {{ {record} {} {}, {} ; {} {name} ; {} {triples} ; {} {} }} }}",
        rdf::TYPE,
        sd::NAMED_GRAPH,
        void::DATASET,
        sd::NAME,
        void::TRIPLES,
        schema::SHA256,
        literal(sha256),
    ))
}

/// Takes back that a graph is there whole.
pub(super) fn remove(remote: &RemoteStore, base: &Base, graph: &NamedNode) -> Result<(), Error> {
    let (records, record) = (base.path(PUSHED_GRAPH), record(base, graph));
    remote.update(&format!(
        "DELETE WHERE {{ GRAPH {records} {{ {record} ?property ?value }} }}"
    ))
}

/// The record of a graph, named by the graph's path.
fn record(base: &Base, graph: &NamedNode) -> NamedNode {
    let path = graph.as_str().trim_start_matches(base.as_str());
    base.name(template::RECORD, &[("graph", path)])
}

/// All rows of a query that gives a page of them behind the name of a graph.
fn pages(remote: &RemoteStore, query: impl Fn(String) -> String) -> Result<Vec<QuerySolution>> {
    let mut rows = remote.rows(&query(literal("")))?;
    let mut page = rows.len();
    while page == PAGE {
        let last = iri(rows.last().context("a page has rows")?)?;
        let more = remote.rows(&query(literal(&last)))?;
        page = more.len();
        rows.extend(more);
    }
    Ok(rows)
}

fn literal(text: &str) -> String {
    Literal::new_simple_literal(text).to_string()
}

fn iri(row: &QuerySolution) -> Result<String> {
    match row.get("g") {
        Some(Term::NamedNode(node)) => Ok(node.as_str().to_owned()),
        other => anyhow::bail!("found {other:?} as the name of a graph"),
    }
}

fn number(row: &QuerySolution) -> Result<usize> {
    match row.get("triples") {
        Some(Term::Literal(literal)) if literal.value().parse::<usize>().is_ok() => {
            Ok(literal.value().parse()?)
        }
        other => anyhow::bail!("found {other:?} as a number of triples"),
    }
}
