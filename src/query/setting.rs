//! Values for the parameters of queries, as people write them.

use std::str::FromStr;

use anyhow::{Result, bail};
use oxigraph::model::{Literal, NamedNode, Term};
use oxigraph::sparql::QueryResults;
use oxsdatatypes::Date;
use spargebra::term::GroundTerm;

use super::Source;
use crate::graph::iri::slug;
use crate::graph::vocabulary::skos;
use crate::ontology::NAMESPACE;
use crate::prefixes::{prefixes, shorten};

/// A value for a parameter; settings of the same name are alternatives.
///
/// The value is read as the query's own is: a day where that is a day, a name where that is an
/// IRI. An IRI may also stand in angle brackets or have a known prefix.
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

/// The term that a value stands for, by the terms that the query has itself.
pub(super) fn term(
    setting: &Setting,
    own: &[GroundTerm],
    source: &impl Source,
) -> Result<GroundTerm> {
    Ok(match own.first() {
        Some(GroundTerm::NamedNode(model)) => node(setting, model, source)?.into(),
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

/// An IRI of the store: in angle brackets, with a prefix, or beside another by one of its names or by
/// its last step.
fn node(
    Setting { name, value }: &Setting,
    model: &NamedNode,
    source: &impl Source,
) -> Result<NamedNode> {
    let prefixes = prefixes(source.base());
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
        Some(path) => format!("{}{path}", source.base().as_str()),
        None => with_prefix.unwrap_or_else(|| format!("{parent}{}", slug(value))),
    };
    let example = shorten(model.as_str(), &prefixes);
    let Ok(node) = NamedNode::new(iri) else {
        bail!("found {name}={value}, which is no IRI; expected one such as {example}")
    };
    if let Some(named) = named(value, parent, source)? {
        return Ok(named);
    }
    let described = source.answer(&format!("ASK {{ {node} ?property ?value }}"))?;
    if matches!(described, QueryResults::Boolean(true)) {
        return Ok(node);
    }
    let shown = shorten(node.as_str(), &prefixes);
    // Not to find one is no error of its own.
    match nearest(node.as_str(), source).unwrap_or_default() {
        Some(near) => bail!(
            "found {name}={value}, but the store knows no {shown}; did you mean {}?",
            shorten(&near, &prefixes)
        ),
        None => bail!(
            "found {name}={value}, but the store knows no {shown}; expected one such as {example}"
        ),
    }
}

/// The one thing below an IRI that bears a name: its own, another of any time, an acronym or the code
/// of a country.
fn named(name: &str, parent: &str, source: &impl Source) -> Result<Option<NamedNode>> {
    let text = format!(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX skosxl: <http://www.w3.org/2008/05/skos-xl#> \
         PREFIX unsc: <{NAMESPACE}> SELECT DISTINCT ?thing {{ \
         ?thing skos:prefLabel|skos:altLabel|skos:notation|(skosxl:altLabel/skosxl:literalForm)|unsc:iso3166Alpha2|unsc:iso3166Alpha3 ?name \
         FILTER(LCASE(STR(?name)) = {} && STRSTARTS(STR(?thing), {})) }}",
        Literal::from(name.to_lowercase()),
        Literal::from(parent),
    );
    let QueryResults::Solutions(rows) = source.answer(&text)? else {
        bail!("found no table as the answer of a SELECT")
    };
    let things = rows.map(|row| Ok(row?.get("thing").cloned()));
    let things: Vec<Option<Term>> = things.collect::<Result<_>>()?;
    Ok(match things.as_slice() {
        [Some(Term::NamedNode(thing))] => Some(thing.clone()),
        _ => None,
    })
}

/// The named thing of the same kind whose IRI is most like one that does not exist, or the thing
/// of another kind that has its very name.
fn nearest(iri: &str, source: &impl Source) -> Result<Option<String>> {
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
    let labelled = format!(
        "SELECT DISTINCT ?thing {{ ?thing {} ?label FILTER(STRSTARTS(STR(?thing), {}) || STRENDS(STR(?thing), {})) }}",
        skos::PREF_LABEL,
        Literal::from(parent.as_str()),
        Literal::from(format!("/{name}")),
    );
    let QueryResults::Solutions(rows) = source.answer(&labelled)? else {
        bail!("found no table as the answer of a SELECT")
    };
    let mut best: Option<(f64, String)> = None;
    for row in rows {
        let row = row?;
        let Some(Term::NamedNode(thing)) = row.get("thing") else {
            continue;
        };
        let thing = (likeness(thing.as_str()), thing.as_str().to_owned());
        let is_better = |best: &(f64, String)| (best.0, &thing.1) < (thing.0, &best.1);
        if thing.0 >= ALIKE && best.as_ref().is_none_or(is_better) {
            best = Some(thing);
        }
    }
    Ok(best.map(|(_, thing)| thing))
}
