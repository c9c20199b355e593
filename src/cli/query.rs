//! `query`: SPARQL on a store or straight on documents.

use std::fs;
use std::io::{self, Read};

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;

use super::graph::GraphArgs;
use super::remote::RemoteArgs;
use super::{Global, Outcome, output};
use crate::letters::capitalized;
use crate::prefixes::prefixes;
use crate::query::shipped::{self, QUERIES, SUBJECTS, Shipped};
use crate::query::{self, Format, Remote, Setting, Source, SyntaxError};

/// Answer a SPARQL query
///
/// A query is the name of one that comes with the program (see --list), a file, or - for
/// standard input. It sees the union of all graphs. Common prefixes are known without
/// declaration. A variable that a VALUES of its own gives terms to is a parameter, which --set
/// gives another value.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unsc-kg query missions --from input
  unsc-kg query facts --format csv > facts.csv
  unsc-kg query facts --format parquet > facts.parquet
  unsc-kg query citation-network --format graphml > citations.graphml
  unsc-kg query timeline --set place=cyprus
  unsc-kg query missions --endpoint http://127.0.0.1:8890/sparql
  echo 'SELECT * { ?r unsc:establishes ?m }' | unsc-kg query -
  unsc-kg query --list")]
pub(super) struct Query {
    /// A name, a file or -
    #[arg(required_unless_present = "list", value_name = "NAME|FILE|-")]
    name: Option<String>,
    /// List the queries that come with the program, with their questions
    #[arg(long, conflicts_with = "from")]
    list: bool,
    /// Give a parameter of the query a value; several for one name are alternatives
    #[arg(long, value_name = "NAME=VALUE", conflicts_with = "list")]
    set: Vec<Setting>,
    #[command(flatten)]
    graph: GraphArgs,
    /// Ask the store at this address instead of one here
    #[arg(long, value_name = "URL", conflicts_with_all = ["from", "list"])]
    endpoint: Option<String>,
    #[command(flatten)]
    remote: RemoteArgs,
    /// table, csv, tsv, json, xml, parquet, graphml (a row is an edge from ?Source to ?Target); for
    /// graphs turtle, ntriples, nquads, trig, jsonld, rdfxml
    #[arg(long, short, default_value = "table")]
    format: Format,
}

impl Query {
    pub(super) fn run(self, global: &Global) -> Result<Outcome> {
        let Some(name) = self.name.as_deref().filter(|_| !self.list) else {
            return list();
        };
        if name == "-" && self.graph.from.iter().any(|input| input.as_os_str() == "-") {
            bail!(
                "found - for the query and for a document, expected it once; give one of them as a file"
            );
        }
        let question = Question::read(name)?;
        if let Some(address) = &self.endpoint {
            let remote = Remote::new(self.remote.open(address)?, global.base.clone())?;
            self.answer(&question, &remote)?;
            return Ok(Outcome::Done);
        }
        let (store, outcome) = self.graph.open(global)?;
        self.answer(&question, &store)?;
        if let (Question::Own { text, .. }, false) = (&question, global.quiet) {
            let names = query::unknown(&store, text)?;
            if !names.is_empty() {
                eprintln!("note: no triple has {}", names.join(", "));
            }
        }
        Ok(outcome)
    }

    fn answer(&self, question: &Question, source: &impl Source) -> Result<()> {
        let (shown, text) = match question {
            Question::Shipped(query) => (format!("{}.rq", query.name), query.below(source.base())),
            Question::Own { shown, text } => (shown.clone(), text.into()),
        };
        let results = query::run_with(source, &text, &self.set).map_err(|error| {
            if error.is::<SyntaxError>() {
                anyhow!("{shown}: {error}")
            } else {
                error
            }
        })?;
        let prefixes = prefixes(source.base());
        output::write_to("-".as_ref(), |mut output| {
            query::write(
                results,
                self.format,
                &prefixes,
                output::width(),
                &mut output,
            )
        })
    }
}

/// One line a query: its name, its question and its parameters.
fn list() -> Result<Outcome> {
    let width = QUERIES.iter().map(|query| query.name.len()).max();
    let width = width.unwrap_or_default();
    output::write_to("-".as_ref(), |output| {
        for (index, subject) in SUBJECTS.iter().enumerate() {
            let gap = if index == 0 { "" } else { "\n" };
            writeln!(output, "{gap}{}", capitalized(subject))?;
            for query in QUERIES.iter().filter(|query| query.subject() == *subject) {
                write!(output, "  {:width$}  {}", query.name, query.question())?;
                for (name, value) in query.parameters() {
                    write!(output, " [{name}={value}]")?;
                }
                writeln!(output)?;
            }
        }
        Ok(())
    })?;
    Ok(Outcome::Done)
}

/// What is asked.
enum Question {
    /// A query that comes with the program.
    Shipped(&'static Shipped),
    /// One of a user, with the name to call it by in errors.
    Own { shown: String, text: String },
}

impl Question {
    fn read(name: &str) -> Result<Self> {
        if name == "-" {
            let mut text = String::new();
            io::stdin()
                .read_to_string(&mut text)
                .context("cannot read the query")?;
            let shown = "standard input".to_owned();
            return Ok(Self::Own { shown, text });
        }
        if let Some(query) = shipped::find(name) {
            return Ok(Self::Shipped(query));
        }
        match fs::read_to_string(name) {
            Ok(text) => Ok(Self::Own {
                shown: name.to_owned(),
                text,
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let near = shipped::nearest(name);
                let near = near.map(|query| format!("did you mean {}? ", query.name));
                bail!(
                    "found no query and no file named {name:?}; {}see the names with: unsc-kg query --list",
                    near.unwrap_or_default()
                )
            }
            Err(error) => Err(error).context(format!("cannot read {name}")),
        }
    }
}
