//! The command line: one file a command.

mod build;
mod completions;
mod docs;
mod eval;
mod export;
mod graph;
mod links;
mod man;
mod map;
mod output;
mod progress;
mod push;
mod query;
mod remote;
mod show;
mod validate;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::graph::evidence::Extent;
use crate::graph::iri::Base;
use crate::pipeline::{Options, Pipeline};

/// Turns documents about United Nations Security Council resolutions into linked data.
#[derive(Debug, Parser)]
#[command(
    name = "unsc-kg",
    version,
    propagate_version = true,
    max_term_width = 100
)]
#[command(after_help = "\
Examples:
  unsc-kg query missions --from input            answer a question straight from documents
  unsc-kg build articles texts.d                 read documents into the store unsc-kg.store
  unsc-kg query votes --format csv               ask the store
  unsc-kg show 968                               one resolution with the words behind each fact
  unsc-kg links --counts                         what is linked to other datasets
  unsc-kg export --format turtle -o graph.ttl    take the graph away
  unsc-kg push http://127.0.0.1:7878             send it to an external triple store

Exit codes:
  0  done
  1  failed
  2  the command line is wrong
  3  done, but some documents could not be read
  4  done, but the graph breaks rules")]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    global: Global,
}

/// What holds for all commands.
#[derive(Clone, Debug, Args)]
struct Global {
    /// The IRI below which data is named
    #[arg(long, global = true, value_name = "IRI", default_value = crate::ontology::BASE)]
    base: Base,
    /// More Turtle files to recognize names and verbs by, beside the built-in ones
    #[arg(long, global = true, value_name = "DIR")]
    ontology: Option<PathBuf>,
    /// How much of the words that facts rest on goes into the graph: none, facts (the first words
    /// of each fact that the query `facts` shows) or all
    #[arg(long, global = true, value_name = "EXTENT", default_value = "all")]
    evidence: Extent,
    /// As --evidence none
    #[arg(long, global = true, hide = true, conflicts_with = "evidence")]
    without_evidence: bool,
    /// Say nothing but results and errors
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Also say what was read, document by document
    #[arg(long, short, global = true)]
    verbose: bool,
}

impl Global {
    fn pipeline(&self) -> Result<Pipeline> {
        Pipeline::new(Options {
            base: self.base.clone(),
            evidence: if self.without_evidence {
                Extent::None
            } else {
                self.evidence
            },
            ontology: self.ontology.clone(),
        })
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Build),
    Query(query::Query),
    Show(show::Show),
    Export(export::Export),
    Push(push::Push),
    Eval(eval::Eval),
    Links(links::Links),
    Map(map::Map),
    Validate(validate::Validate),
    Docs(docs::Docs),
    Completions(completions::Completions),
    Man(man::Man),
}

/// How a command ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    SomeRejected,
    Violations,
}

/// Runs the program with the arguments of the process and words its errors.
#[must_use]
pub fn run() -> ExitCode {
    let Cli { command, global } = Cli::parse();
    let result = match command {
        Command::Build(command) => command.run(&global),
        Command::Query(command) => command.run(&global),
        Command::Show(command) => command.run(),
        Command::Export(command) => command.run(),
        Command::Push(command) => command.run(&global),
        Command::Eval(command) => command.run(&global),
        Command::Links(command) => command.run(&global),
        Command::Map(command) => command.run(&global),
        Command::Validate(command) => command.run(&global),
        Command::Docs(command) => command.run(&global),
        Command::Completions(command) => command.run(),
        Command::Man(command) => command.run(),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeRejected) => ExitCode::from(3),
        Ok(Outcome::Violations) => ExitCode::from(4),
        Err(error) if output::is_closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::error(&error);
            ExitCode::FAILURE
        }
    }
}

/// Where a command finds its store.
#[derive(Clone, Debug, Args)]
struct StoreArgs {
    /// The store directory
    #[arg(
        long,
        value_name = "DIR",
        env = "UNSC_KG_STORE",
        default_value = "unsc-kg.store"
    )]
    store: PathBuf,
}
