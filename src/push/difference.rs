//! What a graph says here and what it says in a store.

use std::collections::BTreeSet;
use std::fmt::Write;

use anyhow::Result;
use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, Quad, Term};

use super::graph::Graph;
use crate::canonical;
use crate::remote::RemoteStore;

/// Triples of each side that are shown.
const SHOWN: usize = 3;

/// Reads a graph back and says in what it differs. Forms of a literal that stand for the same value
/// make no difference.
pub(super) fn between(graph: &Graph, remote: &RemoteStore) -> Result<Option<String>> {
    let (here, there) = (graph.quads.clone(), remote.read(&graph.name)?);
    let (here, there) = (by_value(here)?, by_value(there)?);
    if here == there {
        return Ok(None);
    }
    let (ours, theirs): (BTreeSet<&str>, BTreeSet<&str>) =
        (here.lines().collect(), there.lines().collect());
    let mut said = "the store has it otherwise".to_owned();
    for (side, only) in [
        ("only here", ours.difference(&theirs)),
        ("only there", theirs.difference(&ours)),
    ] {
        let only: Vec<&&str> = only.collect();
        for line in only.iter().take(SHOWN) {
            let triple = line.rsplit_once(" <").map_or(**line, |(triple, _)| triple);
            let _ = write!(said, "\n  {side}: {triple}");
        }
        if only.len() > SHOWN {
            let _ = write!(said, "\n  {side}: {} more", only.len() - SHOWN);
        }
    }
    Ok(Some(said))
}

/// The canonical form with each literal in that of its value. A whole number is an integer whatever
/// its datatype: Virtuoso writes a decimal `4` so.
fn by_value(mut quads: Vec<Quad>) -> Result<String> {
    for quad in &mut quads {
        let Term::Literal(literal) = &mut quad.object else {
            continue;
        };
        *literal = canonical::literal(literal.clone());
        if literal.datatype() == xsd::DECIMAL && !literal.value().contains('.') {
            *literal = Literal::new_typed_literal(literal.value(), xsd::INTEGER);
        }
    }
    Ok(canonical::nquads(quads)?.0)
}
