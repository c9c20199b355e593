//! Rules checked on a store.

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::{Context, Result, bail};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{GraphNameRef, Literal, NamedNode, Term};
use oxigraph::sparql::QueryResults;
use oxigraph::store::Store as Quads;

use super::Finding;
use super::literal::{integer, is_of};
use super::path::{Path, subject};
use super::shape::{Constraint, Rule, Target, Test};
use super::vocabulary::sh;
use crate::query;
use crate::store::Store;

/// Checks the merge of a store's graphs. Findings are in the order of the rules and things.
///
/// # Errors
/// If a query of a rule is none.
pub fn check(store: &Store, rules: &[Rule]) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for (index, rule) in rules.iter().enumerate() {
        let context = || format!("shape {}", rule.iri);
        let mut found = Check {
            store,
            rule,
            index,
            instances: HashMap::new(),
        }
        .findings()
        .with_context(context)?;
        found.sort_by_cached_key(|it| {
            (it.focus.to_string(), it.value.as_ref().map(Term::to_string))
        });
        found.dedup();
        findings.append(&mut found);
    }
    Ok(findings)
}

struct Check<'a> {
    store: &'a Store,
    rule: &'a Rule,
    index: usize,
    /// The instances of classes, by need.
    instances: HashMap<NamedNode, HashSet<Term>>,
}

impl Check<'_> {
    fn findings(mut self) -> Result<Vec<Finding>> {
        let nodes = self.focus_nodes()?;
        let mut findings = Vec::new();
        for constraint in &self.rule.constraints {
            if let Constraint::Query(select, message) = constraint {
                self.query(select, message.as_deref(), &nodes, &mut findings)?;
                continue;
            }
            for focus in nodes.values() {
                self.constraint(constraint, focus, &mut findings)?;
            }
        }
        Ok(findings)
    }

    fn quads(&self) -> &Quads {
        self.store.quads()
    }

    fn focus_nodes(&self) -> Result<BTreeMap<String, Term>> {
        let mut nodes = BTreeMap::new();
        let mut add = |term: Term| nodes.insert(term.to_string(), term);
        for target in &self.rule.targets {
            match target {
                Target::Class(class) => {
                    instances(self.quads(), class)?.into_iter().for_each(|it| {
                        add(it);
                    });
                }
                Target::SubjectsOf(predicate) => {
                    for quad in triples(self.quads(), Some(predicate), None) {
                        add(quad?.subject.into());
                    }
                }
                Target::ObjectsOf(predicate) => {
                    for quad in triples(self.quads(), Some(predicate), None) {
                        add(quad?.object);
                    }
                }
            }
        }
        Ok(nodes)
    }

    fn constraint(
        &mut self,
        constraint: &Constraint,
        focus: &Term,
        findings: &mut Vec<Finding>,
    ) -> Result<()> {
        let values = |path: &Path, quads: &Quads| path.values(quads, focus);
        match constraint {
            Constraint::Each(path, test) => {
                for value in values(path, self.quads())? {
                    if !self.holds(test, &value)? {
                        findings.push(self.finding(focus, Some(value), component(test)));
                    }
                }
            }
            Constraint::MinCount(path, least) => {
                if values(path, self.quads())?.len() < *least {
                    findings.push(self.finding(focus, None, sh::MIN_COUNT_COMPONENT.into_owned()));
                }
            }
            Constraint::MaxCount(path, most) => {
                let values = values(path, self.quads())?;
                if values.len() > *most {
                    let mut finding =
                        self.finding(focus, None, sh::MAX_COUNT_COMPONENT.into_owned());
                    let found: Vec<_> = values.iter().map(words).collect();
                    finding.message += ", found ";
                    finding.message += &found.join(" and ");
                    findings.push(finding);
                }
            }
            Constraint::UniqueLang(path) => {
                let mut seen = HashMap::<String, usize>::new();
                for value in values(path, self.quads())? {
                    if let Term::Literal(literal) = value
                        && let Some(language) = literal.language()
                    {
                        *seen.entry(language.to_lowercase()).or_default() += 1;
                    }
                }
                for _ in seen.values().filter(|times| **times > 1) {
                    findings.push(self.finding(
                        focus,
                        None,
                        sh::UNIQUE_LANG_COMPONENT.into_owned(),
                    ));
                }
            }
            Constraint::Query(..) => {}
        }
        Ok(())
    }

    fn holds(&mut self, test: &Test, value: &Term) -> Result<bool> {
        let literal = match value {
            Term::Literal(literal) => Some(literal),
            _ => None,
        };
        let characters = match value {
            Term::NamedNode(node) => Some(node.as_str()),
            _ => literal.map(Literal::value),
        };
        Ok(match test {
            Test::Class(class) => {
                if !self.instances.contains_key(class) {
                    let found = instances(self.quads(), class)?;
                    self.instances.insert(class.clone(), found);
                }
                self.instances[class].contains(value)
            }
            Test::Datatype(datatype) => literal.is_some_and(|it| is_of(it, datatype.as_ref())),
            Test::Iri => value.is_named_node(),
            Test::In(terms) => terms.contains(value),
            Test::Pattern(pattern) => characters.is_some_and(|text| pattern.is_match(text)),
            Test::MinLength(least) => characters.is_some_and(|text| text.chars().count() >= *least),
            Test::MinInclusive(least) => literal.and_then(integer).is_some_and(|it| it >= *least),
            Test::MaxInclusive(most) => literal.and_then(integer).is_some_and(|it| it <= *most),
            Test::Or(alternatives) => {
                for tests in alternatives {
                    let mut all = true;
                    for test in tests {
                        all = all && self.holds(test, value)?;
                    }
                    if all {
                        return Ok(true);
                    }
                }
                false
            }
        })
    }

    /// A query without its thing given finds what is wrong with all things at once.
    fn query(
        &self,
        select: &str,
        message: Option<&str>,
        nodes: &BTreeMap<String, Term>,
        findings: &mut Vec<Finding>,
    ) -> Result<()> {
        let QueryResults::Solutions(rows) = query::run(self.store, select)? else {
            bail!("found another query, expected a SELECT");
        };
        for row in rows {
            let row = row?;
            let Some(focus) = row
                .get("this")
                .filter(|it| nodes.contains_key(&it.to_string()))
            else {
                continue;
            };
            let value = row.get("value").unwrap_or(focus).clone();
            let mut finding = self.finding(focus, Some(value), sh::SPARQL_COMPONENT.into_owned());
            if let Some(message) = message {
                message.clone_into(&mut finding.message);
            }
            for (variable, term) in row.iter() {
                let hole = format!("{{?{}}}", variable.as_str());
                finding.message = finding.message.replace(&hole, &words(term));
            }
            findings.push(finding);
        }
        Ok(())
    }

    fn finding(&self, focus: &Term, value: Option<Term>, component: NamedNode) -> Finding {
        Finding {
            rule: self.index,
            focus: focus.clone(),
            value,
            component,
            message: self.rule.message.clone(),
        }
    }
}

fn component(test: &Test) -> NamedNode {
    match test {
        Test::Class(_) => sh::CLASS_COMPONENT,
        Test::Datatype(_) => sh::DATATYPE_COMPONENT,
        Test::Iri => sh::NODE_KIND_COMPONENT,
        Test::In(_) => sh::IN_COMPONENT,
        Test::Pattern(_) => sh::PATTERN_COMPONENT,
        Test::MinLength(_) => sh::MIN_LENGTH_COMPONENT,
        Test::MinInclusive(_) => sh::MIN_INCLUSIVE_COMPONENT,
        Test::MaxInclusive(_) => sh::MAX_INCLUSIVE_COMPONENT,
        Test::Or(_) => sh::OR_COMPONENT,
    }
    .into_owned()
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

fn triples<'a>(
    quads: &'a Quads,
    predicate: Option<&NamedNode>,
    object: Option<&Term>,
) -> oxigraph::store::QuadIter<'a> {
    let predicate = predicate.map(NamedNode::as_ref);
    let graph = Some(GraphNameRef::DefaultGraph);
    quads.quads_for_pattern(None, predicate, object.map(Term::as_ref), graph)
}

/// The instances of a class and the classes below it.
fn instances(quads: &Quads, class: &NamedNode) -> Result<HashSet<Term>> {
    let (sub, kind) = (rdfs::SUB_CLASS_OF.into_owned(), rdf::TYPE.into_owned());
    let mut classes = vec![Term::from(class.clone())];
    let (mut seen, mut found) = (HashSet::new(), HashSet::new());
    while let Some(class) = classes.pop() {
        if subject(&class).is_none() || !seen.insert(class.clone()) {
            continue;
        }
        for quad in triples(quads, Some(&kind), Some(&class)) {
            found.insert(quad?.subject.into());
        }
        for quad in triples(quads, Some(&sub), Some(&class)) {
            classes.push(quad?.subject.into());
        }
    }
    Ok(found)
}
