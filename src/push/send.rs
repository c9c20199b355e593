//! One graph into a store.

use anyhow::{Result, bail};

use super::graph::Graph;
use super::{Summary, records};
use crate::graph::iri::Base;
use crate::remote::{RemoteStore, Write};

/// Sends a graph in pieces of at most so many bytes: the first in the place of what is there, with
/// all that mentions blank nodes, the others beside it. Each may be sent twice without harm. A piece
/// that is too large for the store is cut in half, and so are all after it.
pub(super) fn send(
    remote: &RemoteStore,
    base: &Base,
    graph: &Graph,
    summary: &Summary,
    size: &mut usize,
    mut sent: impl FnMut(usize),
) -> Result<()> {
    records::remove(remote, base, &graph.name)?;
    let (together, lines) = graph.lines();
    let (mut start, mut how) = (0, Write::Put);
    while how == Write::Put || start < lines.len() {
        let mut piece = match how {
            Write::Put => together.clone(),
            Write::Add => String::new(),
        };
        let mut parts = usize::from(!piece.is_empty());
        let mut end = start;
        while let Some(line) = lines.get(end)
            && (parts == 0 || piece.len() + line.len() <= *size)
        {
            piece += line;
            parts += 1;
            end += 1;
        }
        match remote.write(&graph.name, &piece, how) {
            Err(error) if error.is_too_large() && parts > 1 => {
                *size = piece.len() / 2;
                continue;
            }
            other => other?,
        }
        sent(piece.lines().count());
        (start, how) = (end, Write::Add);
    }
    let found = records::count(remote, &graph.name)?;
    if found != summary.triples {
        bail!(
            "the store counts {found} triples, expected {}",
            summary.triples
        );
    }
    Ok(records::write(remote, base, summary)?)
}
