//! Parameters of queries: a variable to which a `VALUES` of its own gives terms.
//!
//! `VALUES ?mission { <mission/unficyp> }` asks of one mission, in every store and without a
//! setting. A setting puts other terms in their place.

use std::str::FromStr;

use anyhow::{Result, bail};
use oxigraph::model::{Literal, NamedNode, Term, TermRef};
use oxsdatatypes::Date;
use spargebra::Query;
use spargebra::algebra::GraphPattern;
use spargebra::term::GroundTerm;

use crate::graph::iri::slug;
use crate::graph::vocabulary::skos;
use crate::prefixes::{prefixes, shorten};
use crate::store::Store;

/// A value for a parameter; settings of the same name are alternatives.
///
/// The value is read as the query's own is: a day where that is a day, a name beside it where that
/// is an IRI. An IRI may also stand in angle brackets or have a known prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The variable, without its question mark.
    pub name: String,
    /// The value as people write it.
    pub value: String,
}

impl Setting {
    /// Sets a parameter.
    #[must_use]
    pub fn new(name: &str, value: &impl ToString) -> Self {
        Self {
            name: name.to_owned(),
            value: value.to_string(),
        }
    }
}

impl FromStr for Setting {
    type Err = anyhow::Error;

    /// Takes `NAME=VALUE`.
    fn from_str(text: &str) -> Result<Self> {
        match text.split_once('=') {
            Some((name, value)) if !name.is_empty() && !value.is_empty() => {
                Ok(Self::new(name.trim_start_matches('?'), &value))
            }
            _ => bail!("found {text:?}, expected NAME=VALUE"),
        }
    }
}

/// The parameters of a query with their terms, in their order.
pub(super) fn parameters(query: &mut Query) -> Vec<(String, Vec<GroundTerm>)> {
    let mut found = Vec::new();
    visit(pattern(query), &mut |name, terms| {
        let terms = terms.iter().flatten().flatten().cloned().collect();
        found.push((name.to_owned(), terms));
    });
    found
}

/// Puts the values of settings in the place of a query's own.
///
/// # Errors
/// If the query has no such parameter or the value is none for it.
pub(super) fn set(query: &mut Query, settings: &[Setting], store: &Store) -> Result<()> {
    let known = parameters(query);
    for Setting { name, .. } in settings {
        let Some((_, own)) = known.iter().find(|(known, _)| known == name) else {
            let names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
            match names.as_slice() {
                [] => bail!("found a value for {name}, but the query has no parameters"),
                names => bail!(
                    "found a value for {name}, expected one for {}",
                    names.join(", ")
                ),
            }
        };
        let values = settings.iter().filter(|setting| setting.name == *name);
        let terms: Vec<Vec<Option<GroundTerm>>> = values
            .map(|setting| Ok(vec![Some(term(setting, own, store)?)]))
            .collect::<Result<_>>()?;
        visit(pattern(query), &mut |parameter, rows| {
            if parameter == name {
                rows.clone_from(&terms);
            }
        });
    }
    Ok(())
}

fn pattern(query: &mut Query) -> &mut GraphPattern {
    match query {
        Query::Select { pattern, .. }
        | Query::Construct { pattern, .. }
        | Query::Describe { pattern, .. }
        | Query::Ask { pattern, .. } => pattern,
    }
}

/// Visits the inline tables of one variable.
fn visit(
    pattern: &mut GraphPattern,
    visitor: &mut impl FnMut(&str, &mut Vec<Vec<Option<GroundTerm>>>),
) {
    match pattern {
        GraphPattern::Values {
            variables,
            bindings,
        } => {
            if let [variable] = variables.as_slice() {
                visitor(variable.as_str(), bindings);
            }
        }
        GraphPattern::Bgp { .. } | GraphPattern::Path { .. } => {}
        GraphPattern::Join { left, right }
        | GraphPattern::LeftJoin { left, right, .. }
        | GraphPattern::Lateral { left, right }
        | GraphPattern::Union { left, right }
        | GraphPattern::Minus { left, right } => {
            visit(left, visitor);
            visit(right, visitor);
        }
        GraphPattern::Filter { inner, .. }
        | GraphPattern::Graph { inner, .. }
        | GraphPattern::Extend { inner, .. }
        | GraphPattern::OrderBy { inner, .. }
        | GraphPattern::Project { inner, .. }
        | GraphPattern::Distinct { inner }
        | GraphPattern::Reduced { inner }
        | GraphPattern::Slice { inner, .. }
        | GraphPattern::Group { inner, .. }
        | GraphPattern::Service { inner, .. } => visit(inner, visitor),
    }
}

/// The term that a value stands for, by the terms that the query has itself.
fn term(setting: &Setting, own: &[GroundTerm], store: &Store) -> Result<GroundTerm> {
    Ok(match own.first() {
        Some(GroundTerm::NamedNode(model)) => node(setting, model, store)?.into(),
        Some(GroundTerm::Literal(model)) => literal(setting, model)?.into(),
        _ => Literal::from(setting.value.as_str()).into(),
    })
}

/// A literal of the datatype or language of another.
fn literal(Setting { name, value }: &Setting, model: &Literal) -> Result<Literal> {
    use oxigraph::model::vocab::xsd;
    if let Some(language) = model.language() {
        return Ok(Literal::new_language_tagged_literal(value, language)?);
    }
    let fits = match model.datatype() {
        xsd::DATE => value.parse::<Date>().is_ok(),
        xsd::INTEGER => value.parse::<i64>().is_ok(),
        _ => true,
    };
    if !fits {
        let kind = if model.datatype() == xsd::DATE {
            "a day"
        } else {
            "a number"
        };
        bail!(
            "found {name}={value}, expected {kind} such as {}",
            model.value()
        );
    }
    Ok(Literal::new_typed_literal(value, model.datatype()))
}

/// An IRI of the store: in angle brackets, with a prefix, or by its name beside another.
fn node(Setting { name, value }: &Setting, model: &NamedNode, store: &Store) -> Result<NamedNode> {
    let prefixes = prefixes(store.base());
    let beside = |iri: &str| iri.rfind(['/', '#']).map_or(0, |end| end + 1);
    let parent = &model.as_str()[..beside(model.as_str())];
    let with_prefix = value.split_once(':').and_then(|(prefix, local)| {
        let (_, namespace) = prefixes.iter().find(|(known, _)| known == prefix)?;
        Some(format!("{namespace}{local}"))
    });
    let iri = match value
        .strip_prefix('<')
        .and_then(|iri| iri.strip_suffix('>'))
    {
        Some(iri) if iri.contains(':') => iri.to_owned(),
        Some(path) => format!("{}{path}", store.base().as_str()),
        None => with_prefix.unwrap_or_else(|| format!("{parent}{}", slug(value))),
    };
    let example = shorten(model.as_str(), &prefixes);
    let Ok(node) = NamedNode::new(iri) else {
        bail!("found {name}={value}, which is no IRI; expected one such as {example}")
    };
    let described = store
        .quads()
        .quads_for_pattern(Some((&node).into()), None, None, None)
        .next();
    if described.is_some() {
        return Ok(node);
    }
    let shown = shorten(node.as_str(), &prefixes);
    match nearest(node.as_str(), store) {
        Some(near) => bail!(
            "found {name}={value}, but the store knows no {shown}; did you mean {}?",
            shorten(&near, &prefixes)
        ),
        None => bail!(
            "found {name}={value}, but the store knows no {shown}; expected one such as {example}"
        ),
    }
}

/// The named thing of the same kind whose IRI is most like one that does not exist, or the thing
/// of another kind that has its very name.
fn nearest(iri: &str, store: &Store) -> Option<String> {
    const ALIKE: f64 = 0.75;
    let split = |iri: &'_ str| {
        let at = iri.rfind('/').map_or(0, |slash| slash + 1);
        (iri[..at].to_owned(), iri[at..].to_owned())
    };
    let (parent, name) = split(iri);
    let likeness = |other: &str| {
        let (kind, other) = split(other);
        match (kind == parent, other == name) {
            (_, true) => 1.0,
            (true, false) => strsim::normalized_damerau_levenshtein(&name, &other),
            (false, false) => 0.0,
        }
    };
    let labelled = store
        .quads()
        .quads_for_pattern(None, Some(skos::PREF_LABEL), None, None);
    let subjects = labelled
        .flatten()
        .filter_map(|quad| match Term::from(quad.subject).as_ref() {
            TermRef::NamedNode(node) => Some(node.as_str().to_owned()),
            _ => None,
        });
    subjects
        .map(|subject| (likeness(&subject), subject))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(one, a), (other, b)| one.total_cmp(other).then_with(|| b.cmp(a)))
        .map(|(_, subject)| subject)
}
