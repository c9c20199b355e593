//! Queries on a store on the other side of HTTP.

use std::collections::HashSet;

use anyhow::{Result, bail};
use oxigraph::model::{Literal, NamedNode, Term, Variable};
use oxigraph::sparql::{QueryResults, QuerySolutionIter};
use spargebra::algebra::GraphPattern;
use spargebra::{Query, SparqlParser};

use super::{Source, SyntaxError};
use crate::graph::PUSHED_GRAPH;
use crate::graph::iri::Base;
use crate::remote::{Dataset, RemoteStore};

/// A remote store with data below a base.
pub struct Remote {
    store: RemoteStore,
    base: Base,
    /// The graphs that are one to a query, where the store has no union of all.
    graphs: Option<Vec<NamedNode>>,
}

impl Remote {
    /// Looks at what is below a base in a store.
    ///
    /// # Errors
    /// If the store cannot be asked, or has no union of all graphs and no graph below the base.
    pub fn new(store: RemoteStore, base: Base) -> Result<Self> {
        let graphs = if store.has_union() {
            None
        } else {
            Some(graphs(&store, &base)?)
        };
        Ok(Self {
            store,
            base,
            graphs,
        })
    }
}

impl Source for Remote {
    fn base(&self) -> &Base {
        &self.base
    }

    /// A triple that several graphs have may count once for each: that is for the store to say.
    fn answer(&self, text: &str) -> Result<QueryResults<'static>> {
        let query = SparqlParser::new().parse_query(text);
        let query = query.map_err(|error| SyntaxError::new(text, &error))?;
        let dataset = match &self.graphs {
            _ if query.dataset().is_some() => Dataset::Own,
            Some(graphs) => Dataset::Merge(graphs),
            None => Dataset::Union,
        };
        match query {
            Query::Construct { .. } | Query::Describe { .. } => self.store.construct(text, dataset),
            Query::Ask { .. } => self.store.query(text, dataset),
            Query::Select { pattern, .. } => match self.store.query(text, dataset)? {
                QueryResults::Solutions(rows) if is_distinct(&pattern) => Ok(distinct(rows).into()),
                results => Ok(results),
            },
        }
    }
}

/// The graphs of a store below a base, without the records of pushes.
fn graphs(store: &RemoteStore, base: &Base) -> Result<Vec<NamedNode>> {
    let records = base.path(PUSHED_GRAPH);
    let start = Literal::from(base.as_str());
    let text = format!(
        "SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), {start}) && ?g != {records}) }}"
    );
    let QueryResults::Solutions(rows) = store.query(&text, Dataset::Own)? else {
        bail!("found no table as the answer of a SELECT")
    };
    let mut graphs = Vec::new();
    for row in rows {
        if let Some(Term::NamedNode(graph)) = row?.get("g") {
            graphs.push(graph.clone());
        }
    }
    if graphs.is_empty() {
        bail!(
            "the store has no graph below {}; see: unsc-kg push",
            base.as_str()
        );
    }
    graphs.sort_unstable();
    Ok(graphs)
}

/// Whether no row can be there twice: it says so, or shows all that it groups by.
fn is_distinct(pattern: &GraphPattern) -> bool {
    match pattern {
        GraphPattern::Distinct { .. } => true,
        GraphPattern::Slice { inner, .. } => is_distinct(inner),
        GraphPattern::Project { inner, variables } => {
            keys(inner).is_some_and(|keys| keys.iter().all(|key| variables.contains(key)))
        }
        _ => false,
    }
}

/// The variables that a query groups by, if it does.
fn keys(pattern: &GraphPattern) -> Option<&[Variable]> {
    match pattern {
        GraphPattern::Group { variables, .. } => Some(variables),
        GraphPattern::OrderBy { inner, .. }
        | GraphPattern::Extend { inner, .. }
        | GraphPattern::Filter { inner, .. } => keys(inner),
        _ => None,
    }
}

/// Each row once. Virtuoso 7 gives rows with empty cells more often, `DISTINCT`, `GROUP BY` or not.
fn distinct(rows: QuerySolutionIter<'static>) -> QuerySolutionIter<'static> {
    let variables = rows.variables().into();
    let mut seen = HashSet::new();
    let rows = rows.filter(move |row| match row {
        Ok(row) => seen.insert(row.values().to_vec()),
        Err(_) => true,
    });
    QuerySolutionIter::new(variables, rows)
}

#[cfg(test)]
mod tests {
    use super::{Query, SparqlParser, is_distinct};

    #[test]
    fn rows_are_distinct_that_say_so_or_show_what_they_group_by() {
        let distinct = |text: &str| match SparqlParser::new().parse_query(text).unwrap() {
            Query::Select { pattern, .. } => is_distinct(&pattern),
            _ => panic!("{text} is no SELECT"),
        };
        let texts = [
            "SELECT ?s { ?s ?p ?o } ORDER BY ?s",
            "SELECT ?s { { SELECT DISTINCT ?s ?p { ?s ?p ?o } } }",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s",
            "SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 2",
            "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (?n > 1) ORDER BY ?n",
        ];
        assert_eq!(texts.map(distinct), [false, false, false, true, true]);
    }
}
