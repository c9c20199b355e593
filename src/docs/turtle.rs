//! `ontology.ttl`: the vocabulary as one file, as it is to be served at its namespace.

use std::convert::Infallible;

use anyhow::{Result, anyhow};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Triple};
use sophia::api::prefix::{Prefix, PrefixMapPair};
use sophia::api::prelude::*;
use sophia::iri::Iri;
use sophia::turtle::serializer::turtle::{TurtleConfig, TurtleSerializer};
use sophia::xml::model::Trusted;

use super::vocabulary::Vocabulary;
use crate::canonical;

/// The file. Names of blank nodes are those of the canonical form, so that it is always the same.
///
/// # Errors
/// If the graph can't be written, which would be a fault of the program.
pub(super) fn turtle(vocabulary: &Vocabulary) -> Result<String> {
    let quads: Vec<Quad> = vocabulary
        .triples
        .iter()
        .filter(|triple| belongs(vocabulary, triple))
        .map(|triple| triple.clone().in_graph(GraphName::DefaultGraph))
        .collect();
    let (lines, _) = canonical::nquads(quads)?;
    let triples: Vec<Triple> = RdfParser::from_format(RdfFormat::NQuads)
        .for_slice(&lines)
        .map(|quad| quad.map(Triple::from))
        .collect::<Result<_, _>>()?;
    let config = TurtleConfig::new()
        .with_pretty(true)
        .with_own_prefix_map(prefixes(vocabulary, &lines));
    let mut serializer = TurtleSerializer::new_stringifier_with_config(config);
    let triples = triples.iter().map(|triple| {
        let subject = Trusted(triple.subject.as_ref().into());
        let predicate = Trusted(triple.predicate.as_ref().into());
        Ok::<_, Infallible>([subject, predicate, Trusted(triple.object.as_ref())])
    });
    serializer
        .serialize_triples(triples)
        .map_err(|error| anyhow!("cannot write the ontology: {error}"))?;
    Ok(serializer.to_string())
}

/// Whether a triple is of the vocabulary: of a term, of the ontology itself, or of a blank node
/// that they lead to. Names of the world and the words that cue them are not.
fn belongs(vocabulary: &Vocabulary, triple: &Triple) -> bool {
    match &triple.subject {
        NamedOrBlankNode::BlankNode(_) => true,
        NamedOrBlankNode::NamedNode(node) => {
            vocabulary.ontologies().contains(node)
                || vocabulary.terms().any(|term| term.iri == *node)
        }
    }
}

/// The prefixes that the triples use.
fn prefixes(vocabulary: &Vocabulary, lines: &str) -> Vec<PrefixMapPair> {
    let used = vocabulary.prefixes().iter();
    let used = used.filter(|(_, namespace)| lines.contains(&format!("<{namespace}")));
    used.map(|(name, namespace)| {
        let (name, namespace) = (name.clone().into(), namespace.clone().into());
        (Prefix::new_unchecked(name), Iri::new_unchecked(namespace))
    })
    .collect()
}
