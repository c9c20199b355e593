//! One graph into a store.

use anyhow::{Result, bail};

use super::graph::Graph;
use super::{Summary, records};
use crate::graph::iri::Base;
use crate::remote::{RemoteStore, Write};

/// How large pieces may be, in bytes.
pub(super) struct Size {
    now: usize,
    most: usize,
    /// Pieces that were taken since one was too large.
    taken: u32,
}

impl Size {
    pub(super) fn new(most: usize) -> Self {
        Self {
            now: most,
            most,
            taken: 0,
        }
    }

    /// A piece was too large: the next are half as large.
    fn shrink(&mut self, piece: &str) {
        self.now = piece.len() / 2;
        self.taken = 0;
    }

    /// A piece was taken. After a while larger ones are tried again: it may have been another than
    /// the store that refused, or a store that was short of room.
    fn grow(&mut self) {
        const A_WHILE: u32 = 16;
        self.taken += 1;
        if self.taken.is_multiple_of(A_WHILE) {
            self.now = self.most.min(self.now * 2);
        }
    }
}

/// Sends a graph in pieces: the first in the place of what is there, with all that mentions blank
/// nodes, the others beside it. Each may be sent twice without harm. A piece that is too large for the
/// store is cut in half, and so are those after it.
pub(super) fn send(
    remote: &RemoteStore,
    base: &Base,
    graph: &Graph,
    summary: &Summary,
    size: &mut Size,
    mut sent: impl FnMut(usize),
) -> Result<()> {
    records::remove(remote, base, &graph.name)?;
    let (together, lines) = graph.lines();
    let (mut start, mut how, mut refused) = (0, Write::Put, 0);
    while how == Write::Put || start < lines.len() {
        let mut piece = match how {
            Write::Put => together.clone(),
            Write::Add => String::new(),
        };
        let mut parts = usize::from(!piece.is_empty());
        let mut end = start;
        while let Some(line) = lines.get(end)
            && (parts == 0 || piece.len() + line.len() <= size.now)
        {
            piece += line;
            parts += 1;
            end += 1;
        }
        match remote.write(&graph.name, &piece, how) {
            Err(error) if error.is_too_large() && parts > 1 => {
                size.shrink(&piece);
                continue;
            }
            // What cannot be cut may have been refused by another than the store.
            Err(error) if error.is_too_large() && refused < 2 => {
                refused += 1;
                continue;
            }
            other => other?,
        }
        size.grow();
        sent(piece.lines().count());
        (start, how, refused) = (end, Write::Add, 0);
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

#[cfg(test)]
mod tests {
    use super::Size;

    #[test]
    fn pieces_grow_again_after_a_while_and_no_further_than_before() {
        let mut size = Size::new(100);
        size.shrink(&"x".repeat(80));
        let mut seen = vec![size.now];
        for _ in 0..40 {
            size.grow();
            seen.push(size.now);
        }
        seen.dedup();
        assert_eq!(seen, [40, 80, 100]);
    }
}
