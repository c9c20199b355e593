//! The graph into a triple store that people already have, whole and once.
//!
//! Graph by graph: a graph is what changes when a document does, and what stores can replace. What
//! is there already, by the store's own count and by a record of what was sent, is not sent again,
//! so that a push that was stopped goes on where it was, and one that has nothing to do does
//! nothing. In the end the store is asked what it has; what differs is an error that names the graph.

mod difference;
mod graph;
mod records;
mod send;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow};
use oxigraph::model::NamedNode;

use send::Size;

use crate::remote::{Error, RemoteStore};
use crate::store::Stored;

pub use graph::Summary;

/// What a push does.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Removes graphs below the base that the store has and we have not.
    pub delete_missing: bool,
    /// Reads all graphs back and compares them, not only how many triples they have.
    pub verify: bool,
    /// The most that is sent in one request, in bytes.
    pub chunk: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            delete_missing: false,
            verify: false,
            chunk: 8 << 20,
        }
    }
}

/// What is to be done.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// All graphs of ours, in the order of their names.
    pub graphs: Vec<Summary>,
    /// The names of those that the store has not, or has otherwise.
    pub send: BTreeSet<NamedNode>,
    /// Graphs below the base that only the store has, with the number of their triples.
    pub missing: BTreeMap<NamedNode, usize>,
}

impl Plan {
    /// The graphs to be sent.
    pub fn to_send(&self) -> impl Iterator<Item = &Summary> {
        let is_to_send = |graph: &&Summary| self.send.contains(&graph.name);
        self.graphs.iter().filter(is_to_send)
    }
}

/// What happens on the way.
#[derive(Debug)]
pub enum Event<'a> {
    /// A part of a graph was sent, of so many triples.
    Sent(usize),
    /// A graph is there whole.
    Done(&'a NamedNode),
    /// A graph could not be sent, or is not what was sent.
    Failed(&'a NamedNode, anyhow::Error),
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Graphs that were sent whole.
    pub sent: usize,
    /// Triples in them.
    pub triples: usize,
    /// Graphs that were removed.
    pub removed: usize,
    /// Graphs that are not as they should be.
    pub failed: BTreeSet<NamedNode>,
}

/// Compares what we have with what a store has.
///
/// # Errors
/// If either can't be read.
pub fn plan(stored: &Stored, remote: &RemoteStore) -> Result<Plan> {
    let base = stored.base();
    let graphs = graph::graphs(stored)?.map(|graph| graph?.summary());
    let graphs: Vec<Summary> = graphs.collect::<Result<_>>()?;
    let (counts, records) = (
        records::counts(remote, base)?,
        records::records(remote, base)?,
    );
    let is_there = |graph: &Summary| {
        let name = graph.name.as_str();
        counts.get(name) == Some(&graph.triples)
            && records.get(name) == Some(&(graph.triples, graph.sha256.clone()))
    };
    let send = graphs.iter().filter(|graph| !is_there(graph));
    let send = send.map(|graph| graph.name.clone()).collect();
    let ours: BTreeSet<&str> = graphs.iter().map(|graph| graph.name.as_str()).collect();
    let missing = counts
        .iter()
        .filter(|(name, _)| !ours.contains(name.as_str()))
        .map(|(name, count)| (NamedNode::new_unchecked(name.as_str()), *count));
    let missing = missing.collect();
    Ok(Plan {
        graphs,
        send,
        missing,
    })
}

/// Does what is planned, and checks it. A graph that fails does not stop the others, but for a store
/// that does not let us in or is gone.
///
/// # Errors
/// If the store can't be used any more.
pub fn push(
    stored: &Stored,
    remote: &RemoteStore,
    plan: &Plan,
    options: Options,
    mut observe: impl FnMut(Event<'_>),
) -> Result<Report> {
    let mut report = Report::default();
    let mut size = Size::new(options.chunk);
    if !plan.send.is_empty() {
        let wanted: BTreeMap<&NamedNode, &Summary> =
            plan.to_send().map(|graph| (&graph.name, graph)).collect();
        for graph in graph::graphs(stored)? {
            let graph = graph?;
            let Some(summary) = wanted.get(&graph.name) else {
                continue;
            };
            let sent = send::send(remote, stored.base(), &graph, summary, &mut size, |count| {
                observe(Event::Sent(count));
            });
            match sent {
                Ok(()) => {
                    report.sent += 1;
                    report.triples += summary.triples;
                    observe(Event::Done(&graph.name));
                }
                Err(error) if error.downcast_ref().is_some_and(Error::ends_all) => {
                    return Err(error.context(format!("cannot send {}", graph.name)));
                }
                Err(error) => {
                    report.failed.insert(graph.name.clone());
                    observe(Event::Failed(&graph.name, error));
                }
            }
        }
    }
    if options.delete_missing {
        for graph in plan.missing.keys() {
            remote.remove(graph)?;
            records::remove(remote, stored.base(), graph)?;
            report.removed += 1;
        }
    }
    check(stored, remote, plan, options, &mut report, observe)?;
    Ok(report)
}

/// Asks the store what it has, and compares.
fn check(
    stored: &Stored,
    remote: &RemoteStore,
    plan: &Plan,
    options: Options,
    report: &mut Report,
    mut observe: impl FnMut(Event<'_>),
) -> Result<()> {
    let mut fail = |name: &NamedNode, error: anyhow::Error, report: &mut Report| {
        if report.failed.insert(name.clone()) {
            observe(Event::Failed(name, error));
        }
    };
    let counts = records::counts(remote, stored.base())?;
    for Summary { name, triples, .. } in &plan.graphs {
        let found = counts.get(name.as_str()).copied().unwrap_or_default();
        if found != *triples {
            let error = anyhow!("the store counts {found} triples, expected {triples}");
            fail(name, error, report);
        }
    }
    if options.verify {
        for graph in graph::graphs(stored)? {
            let graph = graph?;
            if let Some(difference) = difference::between(&graph, remote)? {
                fail(&graph.name, anyhow!(difference), report);
            }
        }
    }
    if options.delete_missing {
        for name in plan.missing.keys() {
            if let Some(found) = counts.get(name.as_str()) {
                let error = anyhow!("the store still has {found} triples of it");
                fail(name, error, report);
            }
        }
    }
    Ok(())
}
