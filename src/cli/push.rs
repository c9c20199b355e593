//! `push`: the graph into an external triple store.

use anyhow::{Result, bail};
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::remote::RemoteArgs;
use super::{Global, Outcome, StoreArgs};
use crate::push::{self, Event, Options, Plan};
use crate::remote::RemoteStore;
use crate::store::Stored;

/// Send the graph to an external triple store
///
/// URL is the server's root or one of its endpoints. Graph by graph: what the store has already, by
/// its own count and by the record that a push leaves there, is not sent again. What a busy server or
/// a broken connection keeps from arriving is sent again after a while; what still fails is named,
/// and the next push goes on there. In the end the store's counts are compared with ours.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg push http://127.0.0.1:7878                         Oxigraph
  unsc-kg push http://127.0.0.1:8890/sparql                  Virtuoso, with UNSC_KG_USER and UNSC_KG_PASSWORD
  unsc-kg push http://127.0.0.1:3030/unsc                    Fuseki
  unsc-kg push http://127.0.0.1:7200/repositories/unsc       GraphDB, RDF4J
  unsc-kg push https://example.org/sparql --dry-run          what would be sent
  unsc-kg push http://127.0.0.1:7878 --verify                read all back and compare")]
pub(super) struct Push {
    /// The address of the store
    #[arg(value_name = "URL")]
    address: String,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    remote: RemoteArgs,
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
    /// Remove graphs below the base that the store has and we have not
    #[arg(long)]
    delete_missing: bool,
    /// Read all graphs back and compare them by their canonical form, not only by count
    #[arg(long)]
    verify: bool,
}

impl Push {
    pub(super) fn run(self, global: &Global) -> Result<Outcome> {
        let stored = Stored::open(&self.store.store)?;
        let remote = self.remote.open(&self.address)?;
        let plan = push::plan(&stored, &remote)?;
        if self.dry_run {
            println!("{}", self.planned(&plan, &remote));
            return Ok(Outcome::Done);
        }
        let options = Options {
            delete_missing: self.delete_missing,
            verify: self.verify,
            ..Options::default()
        };
        let bar = bar(&plan, global);
        let report = push::push(&stored, &remote, &plan, options, |event| match event {
            Event::Sent(triples) => bar.inc(triples as u64),
            Event::Done(graph) if global.verbose => {
                bar.suspend(|| anstream::eprintln!("{graph} is there"));
            }
            Event::Done(_) => {}
            Event::Failed(graph, error) => {
                bar.suspend(|| anstream::eprintln!("{graph}: {error:#}"));
            }
        });
        bar.finish_and_clear();
        let report = report?;
        if !global.quiet {
            let (sent, triples) = (graphs(report.sent), report.triples);
            let same = plan.graphs.len() - plan.send.len();
            println!(
                "{}: {sent} sent, {triples} triples; {same} were there",
                remote.kind()
            );
            if report.removed > 0 {
                println!("removed {}", graphs(report.removed));
            }
            if !self.delete_missing {
                for line in missing(&plan) {
                    println!("{line}");
                }
            }
        }
        if !report.failed.is_empty() {
            bail!(
                "{} of {} are not there as they are here; push again to send what is missing",
                report.failed.len(),
                graphs(plan.graphs.len())
            );
        }
        if !global.quiet {
            let how = if self.verify {
                "is there, triple for triple"
            } else {
                "has as many triples there"
            };
            println!("every graph {how}\n{}", remote.default_graph());
        }
        Ok(Outcome::Done)
    }

    fn planned(&self, plan: &Plan, remote: &RemoteStore) -> String {
        let triples: usize = plan.to_send().map(|graph| graph.triples).sum();
        let mut lines = vec![format!(
            "{}: would send {} with {triples} triples; {} are there",
            remote.kind(),
            graphs(plan.send.len()),
            plan.graphs.len() - plan.send.len()
        )];
        let sent = plan.to_send();
        lines.extend(sent.map(|graph| format!("  {} {} triples", graph.name, graph.triples)));
        if self.delete_missing {
            let gone = plan.missing.iter();
            lines.extend(
                gone.map(|(name, triples)| format!("would remove {name}, {triples} triples")),
            );
        } else {
            lines.extend(missing(plan));
        }
        lines.join("\n")
    }
}

/// Graphs that only the store has.
fn missing(plan: &Plan) -> impl Iterator<Item = String> {
    let missing = plan.missing.iter();
    missing.map(|(name, triples)| {
        format!("only there: {name}, {triples} triples; --delete-missing removes it")
    })
}

fn graphs(count: usize) -> String {
    if count == 1 {
        "1 graph".to_owned()
    } else {
        format!("{count} graphs")
    }
}

fn bar(plan: &Plan, global: &Global) -> ProgressBar {
    let target = if global.quiet {
        ProgressDrawTarget::hidden()
    } else {
        ProgressDrawTarget::stderr()
    };
    let style = ProgressStyle::with_template("{bar:30} {human_pos}/{human_len} triples {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    let length = plan.to_send().map(|graph| graph.triples as u64).sum();
    ProgressBar::with_draw_target(Some(length), target).with_style(style)
}
