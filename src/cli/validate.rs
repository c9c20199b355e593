//! `validate`: whether the graph keeps the rules of the shapes.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};
use oxigraph::io::{RdfFormat, RdfSerializer};

use super::graph::GraphArgs;
use super::{Global, Outcome, output};
use crate::validate::{self, Severity};

/// Check the graph against the rules, SHACL shapes
///
/// What breaks a rule is named with its document, its words and their line, grouped by rule. A
/// graph that breaks a rule by more than a warning ends with exit code 4.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg validate                               the store unsc-kg.store
  unsc-kg validate --from input --all            documents, everything that was found
  unsc-kg validate --format turtle > report.ttl  the report of SHACL")]
pub(super) struct Validate {
    #[command(flatten)]
    graph: GraphArgs,
    /// More Turtle files of shapes, beside the built-in ones
    #[arg(long, value_name = "DIR")]
    shapes: Option<PathBuf>,
    /// Show everything, not only a screen of it
    #[arg(long)]
    all: bool,
    /// How to write what was found
    #[arg(long, short, value_enum, default_value = "text")]
    format: Format,
}

/// The forms of the report.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Turtle,
    Ntriples,
}

impl Validate {
    pub(super) fn run(self, global: &Global) -> Result<Outcome> {
        let (store, outcome) = self.graph.open(global)?;
        let rules = validate::load(self.shapes.as_deref(), store.base())?;
        let findings = validate::check(&store, &rules)?;
        output::write_to("-".as_ref(), |output| {
            let format = match self.format {
                Format::Text => {
                    return validate::write(&store, &findings, &rules.list, self.all, output);
                }
                Format::Turtle => RdfFormat::Turtle,
                Format::Ntriples => RdfFormat::NTriples,
            };
            let serializer = RdfSerializer::from_format(format)
                .with_prefix("sh", "http://www.w3.org/ns/shacl#")?
                .with_prefix("shape", format!("{}shape/", store.base().as_str()))?;
            let mut writer = serializer.for_writer(output);
            for quad in validate::triples(&findings, &rules.list) {
                writer.serialize_quad(&quad)?;
            }
            writer.finish()?;
            Ok(())
        })?;
        let violated = findings
            .iter()
            .any(|it| rules.list[it.rule].severity == Severity::Violation);
        Ok(if violated {
            Outcome::Violations
        } else {
            outcome
        })
    }
}
