//! Which things of a store are linked to other datasets, and which are not.
//!
//! The datasets, the properties that link to them and the classes that have such links are those
//! that `ontology/links.ttl` describes.

use anyhow::{Result, bail};
use oxigraph::model::Term;
use oxigraph::sparql::{QueryResults, QuerySolution, QuerySolutionIter};

use crate::query::{self, run, solutions};
use crate::store::Store;

/// What to tell of links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// How many things have a link, by dataset and class.
    Counts,
    /// The things that have none.
    Missing,
    /// Those of them whose name stands for several things there.
    Ambiguous,
}

/// The rows of a report, for the given datasets or, if none is given, all.
///
/// # Errors
/// If a dataset is none of those described, or what the evaluation says.
pub fn report(store: &Store, report: Report, targets: &[String]) -> Result<QueryResults<'static>> {
    let known = self::targets(store)?;
    if let Some(other) = targets.iter().find(|target| !known.contains(target)) {
        bail!(
            "found the target {other:?}, expected one of {}",
            known.join(", ")
        );
    }
    let name = match report {
        Report::Counts => "links",
        Report::Missing | Report::Ambiguous => "unlinked",
    };
    let rows = solutions(store, name, &[])?;
    let variables = rows.variables().into();
    let targets = targets.to_vec();
    let is_wanted = move |row: &QuerySolution| {
        let target = query::text(row, "target");
        (targets.is_empty() || targets.contains(&target))
            && (report != Report::Ambiguous || row.get("note").is_some())
    };
    let rows = rows.filter(move |row| row.as_ref().map_or(true, &is_wanted));
    Ok(QueryResults::Solutions(QuerySolutionIter::new(
        variables, rows,
    )))
}

/// The names of the datasets that things may be linked to.
///
/// # Errors
/// What the evaluation says.
pub fn targets(store: &Store) -> Result<Vec<String>> {
    let query =
        "SELECT DISTINCT ?target { ?l a void:Linkset ; skos:notation ?target } ORDER BY ?target";
    let QueryResults::Solutions(rows) = run(store, query)? else {
        bail!("the query for linksets is no SELECT")
    };
    rows.map(|row| match row?.get("target") {
        Some(Term::Literal(name)) => Ok(name.value().to_owned()),
        _ => bail!("a linkset has a notation that is no literal"),
    })
    .collect()
}
