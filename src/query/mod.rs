//! SPARQL queries on a store, here or on the other side of HTTP, and their results.

mod columns;
mod expected;
mod format;
mod graphml;
mod parameters;
mod parquet;
mod remote;
mod setting;
pub mod shipped;
mod syntax;
mod table;
mod unknown;

use anyhow::{Result, bail};
use oxigraph::model::Term;
use oxigraph::sparql::{QueryResults, QuerySolution, QuerySolutionIter, SparqlEvaluator};
use regex::Regex;
use spargebra::{Query, SparqlParser};

pub use format::{Format, write};
pub use remote::Remote;
pub use setting::Setting;
pub use syntax::SyntaxError;
pub use unknown::unknown;

use crate::graph::iri::Base;
use crate::pattern::regex;
use crate::prefixes::prefixes;
use crate::store::Store;

/// What answers queries.
pub trait Source {
    /// The IRI below which its data is named.
    fn base(&self) -> &Base;

    /// Answers a query that says all its prefixes itself, on the union of all graphs.
    ///
    /// # Errors
    /// A [`SyntaxError`] if the text is no query, else what the evaluation says.
    fn answer(&self, text: &str) -> Result<QueryResults<'static>>;
}

impl Source for Store {
    fn base(&self) -> &Base {
        Self::base(self)
    }

    /// A `SERVICE` reaches no network.
    fn answer(&self, text: &str) -> Result<QueryResults<'static>> {
        let parser = SparqlParser::new().with_base_iri(Self::base(self).as_str())?;
        let query = parser.parse_query(text);
        let query = query.map_err(|error| SyntaxError::new(text, &error))?;
        let evaluator = SparqlEvaluator::new().without_default_http_service_handler();
        let query = evaluator.for_query(query);
        Ok(query.on_store(self.quads()).execute()?)
    }
}

/// Runs a query on the merge of all graphs.
///
/// The prefixes of [`crate::prefixes`] are known, and relative IRIs are below the source's base.
///
/// # Errors
/// A [`SyntaxError`] if the text is no query, else what the evaluation says.
pub fn run(source: &impl Source, text: &str) -> Result<QueryResults<'static>> {
    run_with(source, text, &[])
}

/// Runs a query with values for its parameters.
///
/// # Errors
/// Those of [`run`], and if a setting is none for the query.
pub fn run_with(
    source: &impl Source,
    text: &str,
    settings: &[Setting],
) -> Result<QueryResults<'static>> {
    parse(text, source.base())?;
    let text = parameters::set(text, settings, source)?;
    source.answer(&complete(&text, source.base()))
}

fn parse(text: &str, base: &Base) -> Result<Query> {
    let mut parser = SparqlParser::new().with_base_iri(base.as_str())?;
    for (name, namespace) in prefixes(base) {
        parser = parser.with_prefix(name, namespace)?;
    }
    let query = parser.parse_query(&format!("{text}{}", syntax::MARGIN));
    Ok(query.map_err(|error| SyntaxError::new(text, &error))?)
}

/// A query with the base and the known prefixes that it uses and does not say itself, on its first
/// line, so that what a store says of a line is true.
fn complete(text: &str, base: &Base) -> String {
    let says = |pattern: &str| {
        let pattern: Regex = regex(&format!(r"(?i)\b{pattern}"));
        pattern.is_match(text)
    };
    let own = (!says(r"BASE\s*<")).then(|| format!("BASE <{}> ", base.as_str()));
    let known = prefixes(base).into_iter().filter(|(name, _)| {
        text.contains(&format!("{name}:")) && !says(&format!(r"PREFIX\s+{name}\s*:"))
    });
    let known = known.map(|(name, namespace)| format!("PREFIX {name}: <{namespace}> "));
    let prologue: String = own.into_iter().chain(known).collect();
    prologue + text
}

/// Runs one of the shipped queries that is a SELECT, with values for its parameters.
///
/// # Errors
/// If there is no such query, or what the evaluation says.
pub fn solutions(
    source: &impl Source,
    name: &str,
    settings: &[Setting],
) -> Result<QuerySolutionIter<'static>> {
    let Some(query) = shipped::find(name) else {
        bail!("the query {name} is missing")
    };
    match run_with(source, &query.below(source.base()), settings)? {
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
