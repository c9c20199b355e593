//! Turtle and TriG for people, by sophia's pretty printer.

use std::io::Write;

use anyhow::{Result, anyhow};
use oxigraph::model::{GraphNameRef, Quad, TermRef};
use sophia::api::prefix::{Prefix, PrefixMapPair};
use sophia::api::serializer::{QuadSerializer, TripleSerializer};
use sophia::iri::Iri;
use sophia::turtle::serializer::trig::TriGSerializer;
use sophia::turtle::serializer::turtle::{TurtleConfig, TurtleSerializer};
use sophia::xml::model::Trusted;

/// Writes quads of one graph as Turtle.
pub(super) fn turtle(
    quads: &[Quad],
    prefixes: &[(String, String)],
    output: &mut impl Write,
) -> Result<()> {
    let triples = quads.iter().map(|quad| Ok::<_, std::io::Error>(triple(quad)));
    TurtleSerializer::new_with_config(output, config(prefixes)?)
        .serialize_triples(triples)
        .map_err(|error| anyhow!("cannot write Turtle: {error}"))?;
    Ok(())
}

/// Writes quads as TriG.
pub(super) fn trig(
    quads: &[Quad],
    prefixes: &[(String, String)],
    output: &mut impl Write,
) -> Result<()> {
    let quads = quads.iter().map(|quad| Ok::<_, std::io::Error>((triple(quad), graph(quad))));
    TriGSerializer::new_with_config(output, config(prefixes)?)
        .serialize_quads(quads)
        .map_err(|error| anyhow!("cannot write TriG: {error}"))?;
    Ok(())
}

type Term<'a> = Trusted<TermRef<'a>>;

/// Oxigraph's terms as sophia's; what the store holds is known to be well-formed.
fn triple(quad: &Quad) -> [Term<'_>; 3] {
    [
        Trusted(quad.subject.as_ref().into()),
        Trusted(quad.predicate.as_ref().into()),
        Trusted(quad.object.as_ref()),
    ]
}

fn graph(quad: &Quad) -> Option<Term<'_>> {
    match quad.graph_name.as_ref() {
        GraphNameRef::NamedNode(node) => Some(Trusted(node.into())),
        GraphNameRef::BlankNode(node) => Some(Trusted(node.into())),
        GraphNameRef::DefaultGraph => None,
    }
}

fn config(prefixes: &[(String, String)]) -> Result<TurtleConfig> {
    let map = prefixes
        .iter()
        .map(|(name, namespace)| {
            Ok((Prefix::new(name.clone().into_boxed_str())?, Iri::new(namespace.clone().into_boxed_str())?))
        })
        .collect::<Result<Vec<PrefixMapPair>>>()?;
    Ok(TurtleConfig::new().with_pretty(true).with_own_prefix_map(map).with_indentation("    "))
}
