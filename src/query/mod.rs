//! SPARQL queries on a store, and their results.

mod expected;
mod format;
pub mod shipped;
mod syntax;
mod table;

use anyhow::{Result, bail};
use oxigraph::model::{Term, Variable};
use oxigraph::sparql::{QueryResults, QuerySolution, QuerySolutionIter, SparqlEvaluator};

pub use format::{Format, write};
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

/// Runs a query with values for some of its variables.
///
/// # Errors
/// Those of [`run`].
pub fn run_with(
    store: &Store,
    text: &str,
    values: &[(&str, Term)],
) -> Result<QueryResults<'static>> {
    let mut evaluator = SparqlEvaluator::new().with_base_iri(store.base().as_str())?;
    for (name, namespace) in prefixes(store.base()) {
        evaluator = evaluator.with_prefix(name, namespace)?;
    }
    let mut query = evaluator
        .parse_query(&format!("{text}{}", syntax::MARGIN))
        .map_err(|error| SyntaxError::new(text, &error))?;
    for (name, value) in values {
        query = query.substitute_variable(Variable::new(*name)?, value.clone());
    }
    Ok(query.on_store(store.quads()).execute()?)
}

/// Runs one of the shipped queries that is a SELECT, with values for some of its variables.
///
/// # Errors
/// If there is no such query, or what the evaluation says.
pub fn solutions(
    store: &Store,
    name: &str,
    values: &[(&str, Term)],
) -> Result<QuerySolutionIter<'static>> {
    let Some(query) = shipped::find(name) else {
        bail!("the query {name} is missing")
    };
    match run_with(store, query.text, values)? {
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
