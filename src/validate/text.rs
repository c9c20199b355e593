//! What was found, for people: grouped by rule, each with the document, the fact and its words.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;

use anyhow::Result;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, GraphNameRef, NamedNodeRef, NamedOrBlankNode, Term};

use super::{Finding, Rule, Severity, subject};
use crate::graph::vocabulary::{dcterms, oa, prov, schema};
use crate::hash::sha256;
use crate::prefixes::{prefixes, shorten};
use crate::store::Store;

/// Rules and lines of a rule that fit on a screen.
const SCREEN: (usize, usize) = (10, 20);

/// Writes what was found; without `all` at most a screen of it.
///
/// # Errors
/// If the store or the output fails.
pub fn write(
    store: &Store,
    findings: &[Finding],
    rules: &[Rule],
    all: bool,
    output: &mut dyn Write,
) -> Result<()> {
    let count = |severity| {
        let found = findings
            .iter()
            .filter(|it| rules[it.rule].severity == severity);
        found.count()
    };
    let (violations, warnings) = (count(Severity::Violation), count(Severity::Warning));
    let broken: BTreeSet<_> = findings
        .iter()
        .map(|it| (rules[it.rule].severity, it.rule))
        .collect();
    let shown = if all {
        broken.len()
    } else {
        broken.len().min(SCREEN.0)
    };
    let most = if all {
        usize::MAX
    } else {
        (SCREEN.1 / shown.max(1) / 2).max(1)
    };
    for (severity, index) in broken.iter().take(shown) {
        let rule = &rules[*index];
        let found: Vec<_> = findings.iter().filter(|it| it.rule == *index).collect();
        writeln!(
            output,
            "{severity:?}: {} ({}){}{}",
            rule.name,
            found.len(),
            if rule.description.is_empty() { "" } else { " " },
            rule.description
        )?;
        for finding in found.iter().take(most) {
            let place = place(store, finding)?;
            let focus = name(store, &finding.focus);
            writeln!(output, "  {place}{focus}: {}", finding.message)?;
        }
        if found.len() > most {
            writeln!(output, "  and {} more", found.len() - most)?;
        }
    }
    if broken.len() > shown {
        writeln!(
            output,
            "{} more rules are broken; --all shows everything",
            broken.len() - shown
        )?;
    }
    writeln!(
        output,
        "{} rules; violations: {violations}, warnings: {warnings}",
        rules.len()
    )?;
    Ok(())
}

/// The documents that say it and their words, as `path:line “words”`.
fn place(store: &Store, finding: &Finding) -> Result<String> {
    let Some(focus) = subject(&finding.focus) else {
        return Ok(String::new());
    };
    let mut statements = match &finding.value {
        Some(value) if is_below(&finding.focus, value) => statements(store, None, Some(value))?,
        value => self::statements(store, Some(&focus), value.as_ref())?,
    };
    if let Some(path) = &finding.path {
        let path = Some(Term::from(path.clone()));
        statements.retain(|(it, _)| one(store, it, rdf::PREDICATE) == path);
    }
    if statements.is_empty() {
        statements = self::statements(store, None, Some(&finding.focus))?;
    }
    if statements.is_empty() {
        statements = self::statements(store, Some(&focus), None)?;
    }
    let mut places = Vec::new();
    for (statement, graph) in statements.iter().take(2) {
        let Some(path) = source(store, graph) else {
            continue;
        };
        places.push(words(store, statement, &path).unwrap_or(path.0));
        places.dedup();
    }
    if places.is_empty() {
        let mut graphs = Vec::new();
        let about = store
            .quads()
            .quads_for_pattern(Some(focus.as_ref()), None, None, None);
        for quad in about {
            graphs.push(quad?.graph_name);
        }
        graphs.sort_by_key(ToString::to_string);
        graphs.dedup();
        let sources = graphs.iter().filter_map(|graph| source(store, graph));
        places.extend(sources.map(|(path, _)| path).take(2));
    }
    if places.is_empty() {
        let path = one(store, &focus, dcterms::SOURCE).as_ref().and_then(text);
        places.extend(path);
    }
    let mut places = places.join(" and ");
    if !places.is_empty() {
        places.push(' ');
    }
    Ok(places)
}

/// Whether a thing is named below another: `resolution/968/clause/2/act/1`.
fn is_below(thing: &Term, part: &Term) -> bool {
    match (thing, part) {
        (Term::NamedNode(thing), Term::NamedNode(part)) => {
            let rest = part.as_str().strip_prefix(thing.as_str());
            rest.is_some_and(|rest| rest.starts_with('/'))
        }
        _ => false,
    }
}

/// The statements with a subject or object, and the graphs they are in.
fn statements(
    store: &Store,
    subject: Option<&NamedOrBlankNode>,
    object: Option<&Term>,
) -> Result<Vec<(NamedOrBlankNode, GraphName)>> {
    let about = subject.map(|node| Term::from(node.clone()));
    let (predicate, term) = match (&about, object) {
        (Some(about), _) => (rdf::SUBJECT, about),
        (None, Some(object)) => (rdf::OBJECT, object),
        (None, None) => return Ok(Vec::new()),
    };
    let found = store
        .quads()
        .quads_for_pattern(None, Some(predicate), Some(term.as_ref()), None);
    let mut statements = Vec::new();
    for quad in found {
        let quad = quad?;
        let says = |object: &Term| one(store, &quad.subject, rdf::OBJECT).as_ref() == Some(object);
        let fits = object.is_none_or(says);
        if fits && quad.graph_name != GraphName::DefaultGraph {
            statements.push((quad.subject, quad.graph_name));
        }
    }
    statements.sort_by_cached_key(|(statement, graph)| (graph.to_string(), statement.to_string()));
    Ok(statements)
}

/// The path and hash of the document that a graph was read from.
fn source(store: &Store, graph: &GraphName) -> Option<(String, String)> {
    let GraphName::NamedNode(graph) = graph else {
        return None;
    };
    let document = subject(&one(store, &graph.clone().into(), prov::WAS_DERIVED_FROM)?)?;
    let path = text(&one(store, &document, dcterms::SOURCE)?)?;
    let hash = text(&one(store, &document, schema::SHA256)?)?;
    Some((path, hash))
}

/// The words of a statement with their place; the line if the document is still what it was.
fn words(store: &Store, statement: &NamedOrBlankNode, source: &(String, String)) -> Option<String> {
    let body = Term::from(statement.clone());
    let annotations = store.quads().quads_for_pattern(
        None,
        Some(oa::HAS_BODY),
        Some(body.as_ref()),
        Some(GraphNameRef::DefaultGraph),
    );
    let annotation = annotations.flatten().next()?.subject;
    let words = subject(&one(store, &annotation, oa::HAS_TARGET)?)?;
    let selectors = all(store, &words, oa::HAS_SELECTOR);
    let selected = |predicate| {
        let found = selectors.iter().filter_map(subject);
        found
            .filter_map(|it| one(store, &it, predicate))
            .find_map(|it| text(&it))
    };
    let quote = selected(oa::EXACT)?;
    let start: usize = selected(oa::START)?.parse().ok()?;
    let (path, hash) = source;
    let bytes = fs::read(path).ok().filter(|bytes| sha256(bytes) == *hash);
    let line = bytes.and_then(|bytes| {
        let before = bytes.get(..start)?;
        Some(before.split(|byte| *byte == b'\n').count())
    });
    let line = line.map_or_else(|| format!(" byte {start}"), |line| format!(":{line}"));
    let mut quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((at, _)) = quote.char_indices().nth(60) {
        quote.replace_range(at.., "…");
    }
    Some(format!("{path}{line} “{quote}”"))
}

/// What a thing is called.
fn name(store: &Store, thing: &Term) -> String {
    match thing {
        Term::NamedNode(node) => shorten(node.as_str(), &prefixes(store.base())),
        Term::Literal(literal) => literal.value().to_owned(),
        thing => thing.to_string(),
    }
}

fn one(store: &Store, subject: &NamedOrBlankNode, predicate: NamedNodeRef) -> Option<Term> {
    all(store, subject, predicate).into_iter().next()
}

fn all(store: &Store, subject: &NamedOrBlankNode, predicate: NamedNodeRef) -> Vec<Term> {
    let graph = Some(GraphNameRef::DefaultGraph);
    let found =
        store
            .quads()
            .quads_for_pattern(Some(subject.as_ref()), Some(predicate), None, graph);
    found.flatten().map(|quad| quad.object).collect()
}

fn text(term: &Term) -> Option<String> {
    match term {
        Term::Literal(literal) => Some(literal.value().to_owned()),
        _ => None,
    }
}
