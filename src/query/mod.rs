//! SPARQL queries on a store, and their results.

mod columns;
mod expected;
mod format;
mod graphml;
mod parameters;
mod parquet;
pub mod shipped;
mod syntax;
mod table;

use anyhow::{Result, bail};
use oxigraph::model::Term;
use oxigraph::sparql::{QueryResults, QuerySolution, QuerySolutionIter, SparqlEvaluator};
use spargebra::{Query, SparqlParser};

pub use format::{Format, write};
pub use parameters::Setting;
pub use syntax::SyntaxError;

use crate::prefixes::prefixes;
use crate::store::Store;

/// Runs a query on the merge of all graphs, in which each triple counts once.
///
/// The prefixes of [`crate::prefixes`] are known, and relative IRIs are below the store's base.
///
/// # Errors
/// A [`SyntaxError`] if the text is no query, else what the evaluation says.
pub fn run(store: &Store, text: &str) -> Result<QueryResults<'static>> {
    run_with(store, text, &[])
}

/// Runs a query with values for its parameters.
///
/// # Errors
/// Those of [`run`], and if a setting is none for the query.
pub fn run_with(store: &Store, text: &str, settings: &[Setting]) -> Result<QueryResults<'static>> {
    let mut query = parse(store, text)?;
    parameters::set(&mut query, settings, store)?;
    evaluate(store, query)
}

/// Runs a query that says all its prefixes itself.
///
/// # Errors
/// Those of [`run`].
pub fn run_alone(store: &Store, text: &str) -> Result<QueryResults<'static>> {
    let parser = SparqlParser::new().with_base_iri(store.base().as_str())?;
    let query = parser.parse_query(text);
    evaluate(
        store,
        query.map_err(|error| SyntaxError::new(text, &error))?,
    )
}

/// Evaluates a query on the store alone: a `SERVICE` reaches no network.
fn evaluate(store: &Store, query: Query) -> Result<QueryResults<'static>> {
    let evaluator = SparqlEvaluator::new().without_default_http_service_handler();
    let query = evaluator.for_query(query);
    Ok(query.on_store(store.quads()).execute()?)
}

fn parse(store: &Store, text: &str) -> Result<Query> {
    let mut parser = SparqlParser::new().with_base_iri(store.base().as_str())?;
    for (name, namespace) in prefixes(store.base()) {
        parser = parser.with_prefix(name, namespace)?;
    }
    let query = parser.parse_query(&format!("{text}{}", syntax::MARGIN));
    Ok(query.map_err(|error| SyntaxError::new(text, &error))?)
}

/// Runs one of the shipped queries that is a SELECT, with values for its parameters.
///
/// # Errors
/// If there is no such query, or what the evaluation says.
pub fn solutions(
    store: &Store,
    name: &str,
    settings: &[Setting],
) -> Result<QuerySolutionIter<'static>> {
    let Some(query) = shipped::find(name) else {
        bail!("the query {name} is missing")
    };
    match run_with(store, &query.below(store.base()), settings)? {
        QueryResults::Solutions(solutions) => Ok(solutions),
        _ => bail!("the query {name} is no SELECT"),
    }
}

/// What a row has for a variable, as people read it: a literal without quotes; empty if unbound.
#[must_use]
pub fn text(row: &QuerySolution, name: &str) -> String {
    match row.get(name) {
        Some(Term::Literal(literal)) => literal.value().to_owned(),
        Some(term) => term.to_string(),
        None => String::new(),
    }
}
