//! Results in the W3C's formats, and in those of data frames and network tools.

use std::io::Write;
use std::str::FromStr;

use anyhow::{Result, bail};
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::sparql::QueryResults;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};

use super::{graphml, parquet, table};

/// A form of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// An aligned table for people; Turtle for graphs.
    Table,
    /// A W3C results format, for SELECT and ASK.
    Results(QueryResultsFormat),
    /// Apache Parquet, for SELECT.
    Parquet,
    /// GraphML, for a SELECT of `?Source` and `?Target`.
    GraphMl,
    /// An RDF format, for CONSTRUCT and DESCRIBE.
    Graph(RdfFormat),
}

impl Format {
    /// The names that [`FromStr`] takes.
    pub const NAMES: &[&str] = &[
        "table", "csv", "tsv", "json", "xml", "parquet", "graphml", "turtle", "ntriples", "nquads",
        "trig", "jsonld", "rdfxml",
    ];

    /// Its name for people.
    fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Results(format) => format.name(),
            Self::Parquet => "Parquet",
            Self::GraphMl => "GraphML",
            Self::Graph(format) => format.name(),
        }
    }
}

impl FromStr for Format {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        Ok(match name {
            "table" => Self::Table,
            "csv" => Self::Results(QueryResultsFormat::Csv),
            "tsv" => Self::Results(QueryResultsFormat::Tsv),
            "json" => Self::Results(QueryResultsFormat::Json),
            "xml" => Self::Results(QueryResultsFormat::Xml),
            "parquet" => Self::Parquet,
            "graphml" => Self::GraphMl,
            // A canonical form is one of the whole graph, not of an answer.
            _ => match name.parse::<crate::export::Format>() {
                Ok(format) if format != crate::export::Format::Canonical => {
                    Self::Graph(format.rdf())
                }
                _ => bail!("found {name:?}, expected one of {}", Self::NAMES.join(", ")),
            },
        })
    }
}

/// Writes results as they come.
///
/// `width` is that of the terminal, if the table goes to one.
///
/// # Errors
/// If the format is not one for this form of query, evaluation fails on the way or writing does.
pub fn write(
    results: QueryResults<'static>,
    format: Format,
    prefixes: &[(String, String)],
    width: Option<u16>,
    output: &mut impl Write,
) -> Result<()> {
    match (results, format) {
        (QueryResults::Solutions(solutions), Format::Table) => {
            table::write(solutions, prefixes, width, output)?;
        }
        (QueryResults::Solutions(solutions), Format::Results(format)) => {
            let variables = solutions.variables().to_vec();
            let mut serializer = QueryResultsSerializer::from_format(format)
                .serialize_solutions_to_writer(&mut *output, variables)?;
            for solution in solutions {
                serializer.serialize(&solution?)?;
            }
            serializer.finish()?;
        }
        (QueryResults::Solutions(solutions), Format::Parquet) => parquet::write(solutions, output)?,
        (QueryResults::Solutions(solutions), Format::GraphMl) => graphml::write(solutions, output)?,
        (QueryResults::Boolean(answer), Format::Table) => {
            writeln!(output, "{}", if answer { "yes" } else { "no" })?;
        }
        (QueryResults::Boolean(answer), Format::Results(format)) => {
            QueryResultsSerializer::from_format(format)
                .serialize_boolean_to_writer(&mut *output, answer)?;
        }
        (QueryResults::Graph(triples), format @ (Format::Table | Format::Graph(_))) => {
            let format = if let Format::Graph(format) = format {
                format
            } else {
                RdfFormat::Turtle
            };
            let mut serializer = RdfSerializer::from_format(format);
            for (name, namespace) in prefixes {
                serializer = serializer.with_prefix(name, namespace)?;
            }
            let mut serializer = serializer.for_writer(&mut *output);
            for triple in triples {
                serializer.serialize_triple(&triple?)?;
            }
            serializer.finish()?;
        }
        (QueryResults::Graph(_), format) => bail!(
            "found a CONSTRUCT or DESCRIBE query, whose result is a graph, and format {}; choose turtle, ntriples, nquads, trig, jsonld or rdfxml",
            format.name()
        ),
        (QueryResults::Boolean(_), format @ (Format::Parquet | Format::GraphMl)) => bail!(
            "found an ASK query, whose result is yes or no, and format {}; choose table, csv, tsv, json or xml",
            format.name()
        ),
        (_, format @ Format::Graph(_)) => bail!(
            "found a SELECT or ASK query, whose result is a table, and format {}; choose table, csv, tsv, json, xml, parquet or graphml",
            format.name()
        ),
    }
    output.flush()?;
    Ok(())
}
