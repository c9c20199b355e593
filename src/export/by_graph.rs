//! Quads in the order of their graphs, in memory that does not grow with their number.

use std::fs::File;
use std::io::{BufWriter, Seek, Write};

use anyhow::Result;
use itertools::Itertools;
use oxigraph::model::{GraphNameRef, Quad};

use crate::store;

/// Quads that are held in memory at a time, about 100 MB.
const RUN: usize = 200_000;

/// Sorts quads by graph; those of a graph keep their order. What is more than one run goes to
/// temporary files, which are merged.
pub(crate) fn by_graph(quads: impl Iterator<Item = Result<Quad>>) -> Result<Sorted> {
    sorted(quads, RUN)
}

pub(crate) type Sorted = Box<dyn Iterator<Item = Result<Quad>>>;

fn sorted(mut quads: impl Iterator<Item = Result<Quad>>, size: usize) -> Result<Sorted> {
    let mut files = Vec::new();
    loop {
        let mut run: Vec<Quad> = quads.by_ref().take(size).try_collect()?;
        run.sort_by(|a, b| graph(a).cmp(graph(b)));
        let is_last = run.len() < size;
        if is_last && files.is_empty() {
            return Ok(Box::new(run.into_iter().map(Ok)));
        }
        files.push(spill(&run)?);
        if is_last {
            break;
        }
    }
    let runs = files
        .into_iter()
        .enumerate()
        .map(|(index, file)| store::parse(file).map(move |quad| quad.map(|quad| (index, quad))));
    let merged = runs.kmerge_by(|a, b| match (a, b) {
        (Ok((first, a)), Ok((second, b))) => (graph(a), first) < (graph(b), second),
        (Err(_), _) => true,
        _ => false,
    });
    Ok(Box::new(merged.map(|quad| Ok(quad?.1))))
}

/// Writes quads to a file without a name.
fn spill(quads: &[Quad]) -> Result<File> {
    let mut file = BufWriter::new(tempfile::tempfile()?);
    for quad in quads {
        writeln!(file, "{quad} .")?;
    }
    let mut file = file.into_inner()?;
    file.rewind()?;
    Ok(file)
}

fn graph(quad: &Quad) -> &str {
    match quad.graph_name.as_ref() {
        GraphNameRef::NamedNode(node) => node.as_str(),
        GraphNameRef::BlankNode(node) => node.as_str(),
        GraphNameRef::DefaultGraph => "",
    }
}

#[cfg(test)]
mod tests {
    use oxigraph::model::{GraphName, NamedNode, Quad};

    use super::{Result, sorted};

    #[test]
    fn runs_on_disk_are_merged_in_order() {
        let node = |n: usize| NamedNode::new_unchecked(format!("https://example.org/{n:02}"));
        let quads: Vec<Quad> = (0..50)
            .map(|n| Quad::new(node(n), node(0), node(0), GraphName::from(node(n % 3))))
            .collect();
        let mut expected = quads.clone();
        expected.sort_by_key(|quad| quad.graph_name.to_string());
        for size in [1, 7, 25, 50, 51] {
            let sorted: Result<Vec<Quad>> = sorted(quads.iter().cloned().map(Ok), size)
                .unwrap()
                .collect();
            assert_eq!(sorted.unwrap(), expected, "runs of {size}");
        }
    }
}
