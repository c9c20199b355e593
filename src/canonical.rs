//! The canonical form of a graph, RDFC-1.0 (<https://www.w3.org/TR/rdf-canon/>).
//!
//! Two graphs that say the same have the same canonical form, byte for byte, whoever made them and
//! in whatever order: N-Quads in the order of their code points, blank nodes called by what is said
//! of them. The labels are sophia's work. They depend on nothing but the quads that mention blank
//! nodes, so that only those are looked at: of a large graph a small part, the reference data.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::str::FromStr;

use anyhow::{Result, anyhow};
use oxigraph::model::vocab::xsd;
use oxigraph::model::{
    BlankNode, GraphName, GraphNameRef, Literal, NamedOrBlankNode, Quad, Term, TermRef,
};
use oxsdatatypes::{
    Boolean, Date, DateTime, DayTimeDuration, Decimal, Double, Duration, Float, GDay, GMonth,
    GMonthDay, GYear, GYearMonth, Integer, Time, YearMonthDuration,
};
use rayon::prelude::*;
use sophia::api::quad::Spog;
use sophia::api::source::QuadSource;
use sophia::c14n::rdfc10;
use sophia::inmem::dataset::LightDataset;
use sophia::xml::model::Trusted;

use crate::hash::sha256;

/// Quads as canonical N-Quads, each once, with their number.
///
/// # Errors
/// If blank nodes are so entangled that telling them apart would take for ever.
pub fn nquads(mut quads: Vec<Quad>) -> Result<(String, usize)> {
    relabel(&mut quads, "")?;
    // What Oxigraph writes of a term is canonical: its escapes are those of the recommendation.
    let mut lines: Vec<String> = quads
        .into_par_iter()
        .map(|quad| format!("{quad} .\n"))
        .collect();
    lines.par_sort_unstable();
    lines.dedup();
    Ok((lines.concat(), lines.len()))
}

/// The hash of a canonical form, as it is printed: `sha256:e3b0…`.
#[must_use]
pub fn hash(nquads: &str) -> String {
    format!("sha256:{}", sha256(nquads))
}

/// Gives blank nodes labels that are the same for the same graph and those of no other graph, so
/// that graphs can be written one behind the other.
///
/// # Errors
/// Those of [`nquads`].
pub fn label_apart(quads: &mut [Quad]) -> Result<()> {
    let mentions: Vec<Quad> = quads
        .iter()
        .filter(|q| mentions_blank(q))
        .cloned()
        .collect();
    if mentions.is_empty() {
        return Ok(());
    }
    let hash = sha256(nquads(mentions)?.0);
    relabel(quads, &format!("b{}", &hash[..12]))
}

/// A literal as stores give it back: the number, day or length of time that its text stands for, in
/// the canonical form of XML Schema. Integers of all sizes become `xsd:integer`, as in Oxigraph.
#[must_use]
pub fn literal(literal: Literal) -> Literal {
    fn form<T: FromStr + ToString>(text: &str) -> Option<String> {
        text.parse::<T>().ok().map(|value| value.to_string())
    }
    let text = literal.value();
    let (form, datatype) = match literal.datatype() {
        kind @ xsd::BOOLEAN => (form::<Boolean>(text), kind),
        xsd::INTEGER
        | xsd::BYTE
        | xsd::SHORT
        | xsd::INT
        | xsd::LONG
        | xsd::UNSIGNED_BYTE
        | xsd::UNSIGNED_SHORT
        | xsd::UNSIGNED_INT
        | xsd::UNSIGNED_LONG
        | xsd::POSITIVE_INTEGER
        | xsd::NEGATIVE_INTEGER
        | xsd::NON_POSITIVE_INTEGER
        | xsd::NON_NEGATIVE_INTEGER => (form::<Integer>(text), xsd::INTEGER),
        kind @ xsd::DECIMAL => (form::<Decimal>(text), kind),
        kind @ xsd::DOUBLE => (form::<Double>(text), kind),
        kind @ xsd::FLOAT => (form::<Float>(text), kind),
        xsd::DATE_TIME | xsd::DATE_TIME_STAMP => (form::<DateTime>(text), xsd::DATE_TIME),
        kind @ xsd::DATE => (form::<Date>(text), kind),
        kind @ xsd::TIME => (form::<Time>(text), kind),
        kind @ xsd::DURATION => (form::<Duration>(text), kind),
        kind @ xsd::YEAR_MONTH_DURATION => (form::<YearMonthDuration>(text), kind),
        kind @ xsd::DAY_TIME_DURATION => (form::<DayTimeDuration>(text), kind),
        kind @ xsd::G_YEAR => (form::<GYear>(text), kind),
        kind @ xsd::G_YEAR_MONTH => (form::<GYearMonth>(text), kind),
        kind @ xsd::G_MONTH => (form::<GMonth>(text), kind),
        kind @ xsd::G_MONTH_DAY => (form::<GMonthDay>(text), kind),
        kind @ xsd::G_DAY => (form::<GDay>(text), kind),
        _ => return literal,
    };
    form.map_or(literal.clone(), |form| {
        Literal::new_typed_literal(form, datatype)
    })
}

/// Gives blank nodes their canonical labels behind a prefix.
fn relabel(quads: &mut [Quad], prefix: &str) -> Result<()> {
    let mentions: LightDataset = quads
        .iter()
        .filter(|quad| mentions_blank(quad))
        .map(|quad| Ok::<_, Infallible>(spog(quad)))
        .collect_quads()
        .map_err(|error| anyhow!("cannot index the graph: {error}"))?;
    let (_, labels) = rdfc10::relabel(&mentions).map_err(|error| {
        anyhow!("cannot tell blank nodes apart, give some of them names: {error}")
    })?;
    let labels: BTreeMap<&str, BlankNode> = labels
        .iter()
        .map(|(old, new)| {
            let label = format!("{prefix}{}", new.as_str());
            (old.as_ref(), BlankNode::new_unchecked(label))
        })
        .collect();
    let renamed = |node: &BlankNode| labels[node.as_str()].clone();
    for quad in quads {
        if let NamedOrBlankNode::BlankNode(node) = &mut quad.subject {
            *node = renamed(node);
        }
        if let Term::BlankNode(node) = &mut quad.object {
            *node = renamed(node);
        }
        if let GraphName::BlankNode(node) = &mut quad.graph_name {
            *node = renamed(node);
        }
    }
    Ok(())
}

/// Whether a quad has a blank node anywhere.
pub(crate) fn mentions_blank(quad: &Quad) -> bool {
    quad.subject.is_blank_node() || quad.object.is_blank_node() || quad.graph_name.is_blank_node()
}

/// Oxigraph's terms as sophia's; what the store holds is known to be well-formed.
fn spog(quad: &Quad) -> Spog<Trusted<TermRef<'_>>> {
    let graph = match quad.graph_name.as_ref() {
        GraphNameRef::NamedNode(node) => Some(Trusted(node.into())),
        GraphNameRef::BlankNode(node) => Some(Trusted(node.into())),
        GraphNameRef::DefaultGraph => None,
    };
    let triple = [
        Trusted(quad.subject.as_ref().into()),
        Trusted(quad.predicate.as_ref().into()),
        Trusted(quad.object.as_ref()),
    ];
    (triple, graph)
}

#[cfg(test)]
mod tests {
    use oxigraph::model::{GraphName, Literal, NamedNode, Quad, Term};
    use oxigraph::store::Store;

    use super::literal;

    /// What a store gives back is what went in, so that the hash of a build is that of its export.
    #[test]
    fn literals_are_those_that_a_store_gives_back() {
        let xsd = |name: &str| {
            NamedNode::new_unchecked(format!("http://www.w3.org/2001/XMLSchema#{name}"))
        };
        let node = NamedNode::new_unchecked("https://example.org/node");
        for (text, name) in [
            ("1", "boolean"),
            ("042", "integer"),
            ("+7", "nonNegativeInteger"),
            ("-0", "byte"),
            ("1.50", "decimal"),
            ("1", "decimal"),
            ("1.0", "double"),
            ("INF", "float"),
            ("2000-01-01T24:00:00", "dateTime"),
            ("2000-01-01T00:00:00.0+00:00", "dateTimeStamp"),
            ("2000-01-01+00:00", "date"),
            ("12:00:00.10", "time"),
            ("2000+00:00", "gYear"),
            ("2000-01-00:00", "gYearMonth"),
            ("--01+00:00", "gMonth"),
            ("--01-02+00:00", "gMonthDay"),
            ("---02+00:00", "gDay"),
            ("P12M", "duration"),
            ("P12M", "yearMonthDuration"),
            ("PT24H", "dayTimeDuration"),
            ("not a number", "integer"),
            (" a text ", "string"),
            ("http://example.org/%7e", "anyURI"),
        ] {
            let given = Literal::new_typed_literal(text, xsd(name));
            let store = Store::new().unwrap();
            let graph = GraphName::DefaultGraph;
            let quad = Quad::new(node.clone(), node.clone(), given.clone(), graph);
            store.insert(&quad).unwrap();
            let back = store.iter().next().unwrap().unwrap().object;
            assert_eq!(Term::from(literal(given)), back, "{text:?}^^xsd:{name}");
        }
    }
}
