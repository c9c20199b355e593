//! Rules checked on a store, by the crate `shacl`.

use anyhow::{Context, Result, bail};
use oxigraph::model::{NamedNode, Term};
use rudof_rdf::rdf_core::{NeighsRDF, SHACLPath};
use shacl::validator::processor::ShaclProcessor;
use shacl::validator::report::ValidationResult;
use shacl::validator::{ShaclConfig, ShaclValidationMode};

use super::graph::Graph;
use super::vocabulary::{SHACL, sh};
use super::{Finding, Rules};
use crate::store::Store;

/// Checks the merge of a store's graphs. Findings are in the order of the rules and things.
///
/// # Errors
/// If the store fails, or a query of a rule is none.
pub fn check(store: &Store, rules: &Rules) -> Result<Vec<Finding>> {
    let mut graph = Graph(store.clone());
    let mode = ShaclValidationMode::Native;
    let report = graph.validate(&rules.schema, &mode, &ShaclConfig::new())?;
    let results = report.results().iter();
    let mut findings = results
        .map(|result| finding(&graph, rules, result))
        .collect::<Result<Vec<_>>>()?;
    let text = |term: &Option<Term>| term.as_ref().map(Term::to_string);
    findings.sort_by_cached_key(|it| {
        let (focus, component) = (it.focus.to_string(), it.component.to_string());
        (
            it.rule,
            focus,
            text(&it.value),
            component,
            it.message.clone(),
        )
    });
    findings.dedup();
    Ok(findings)
}

fn finding(graph: &Graph, rules: &Rules, result: &ValidationResult) -> Result<Finding> {
    let shape = result.source().context("a result names no shape")?;
    let rule = rules.position(&shape.clone().into())?;
    let component = Term::from(result.constraint_component().clone());
    let Term::NamedNode(component) = component else {
        bail!("found constraint component {component}, expected an IRI");
    };
    let mut finding = Finding {
        rule,
        focus: result.focus_node().clone().into(),
        value: result.value().cloned().map(Term::from),
        path: match result.path() {
            Some(SHACLPath::Predicate { pred }) => Some(pred.clone().into()),
            _ => None,
        },
        message: String::new(),
        component,
    };
    finding.message = message(graph, rules, result, &finding)?;
    Ok(finding)
}

/// What is wrong: what the query says, else what the shape says, else which constraint it is.
fn message(
    graph: &Graph,
    rules: &Rules,
    result: &ValidationResult,
    finding: &Finding,
) -> Result<String> {
    let shape = result.source().cloned().map(Term::from);
    let said = shape.and_then(|shape| rules.message(&shape));
    if finding.component == sh::SPARQL_COMPONENT {
        let message = result.message().iter().map(|(_, message)| message).min();
        let message = message.cloned().or(said).unwrap_or_default();
        // The value first: it is often named below the thing.
        let terms = [finding.value.as_ref(), Some(&finding.focus)];
        return Ok(terms.into_iter().flatten().fold(message, short));
    }
    let Some(mut message) = said else {
        let mut message = format!("breaks {}", constraint(&finding.component));
        if let Some(value) = &finding.value {
            message += ", found ";
            message += &words(value);
        }
        return Ok(message);
    };
    if finding.component == sh::MAX_COUNT_COMPONENT
        && let Some(path) = result.path()
    {
        let values = graph.objects_for_shacl_path(&finding.focus, path)?;
        let mut values: Vec<_> = values.iter().map(words).collect();
        values.sort();
        message += ", found ";
        message += &values.join(" and ");
    }
    Ok(message)
}

/// A kind of constraint by its property: `sh:minCount` for `sh:MinCountConstraintComponent`.
fn constraint(component: &NamedNode) -> String {
    let name = component.as_str().trim_start_matches(SHACL);
    let name = name.trim_end_matches("ConstraintComponent");
    let (first, rest) = name.split_at(1);
    format!("sh:{}{rest}", first.to_lowercase())
}

/// A message with a term as people read it in place of its IRI.
fn short(message: String, term: &Term) -> String {
    match term {
        Term::NamedNode(iri) => message.replace(iri.as_str(), &words(term)),
        _ => message,
    }
}

/// A term as people read it: a literal without quotes, the last steps of an IRI.
fn words(term: &Term) -> String {
    match term {
        Term::Literal(literal) => literal.value().to_owned(),
        Term::NamedNode(node) => {
            let steps: Vec<_> = node.as_str().rsplitn(3, '/').take(2).collect();
            steps.into_iter().rev().collect::<Vec<_>>().join("/")
        }
        term => term.to_string(),
    }
}
