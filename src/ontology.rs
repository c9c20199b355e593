//! The ontology that drives recognition: the Turtle files in `ontology/`, built into the program,
//! and those of a directory that the user adds.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Triple;

/// The base IRI that the files in `ontology/` are written with.
pub const BASE: &str = "https://w3id.org/unsc/";

/// The namespace of the vocabulary; it stays the same whatever base the data has.
pub const NAMESPACE: &str = "https://w3id.org/unsc/ontology#";

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../ontology/", $name)))),*]
    };
}

/// The built-in files by name.
const FILES: &[(&str, &str)] = files![
    "acts.ttl",
    "addressees.ttl",
    "agreements.ttl",
    "council.ttl",
    "decisions.ttl",
    "heads.ttl",
    "mandate-tasks.ttl",
    "measures.ttl",
    "missions.ttl",
    "organizations.ttl",
    "parties.ttl",
    "people.ttl",
    "places.ttl",
    "places-curated.ttl",
    "personnel.ttl",
    "relations.ttl",
    "rules.ttl",
    "states.ttl",
    "task-datasets.ttl",
    "unsc.ttl",
    "vocabulary/task-datasets.ttl",
];

/// Reads the built-in files and, if given, every `.ttl` file of a directory, in the order of
/// their names.
///
/// # Errors
/// If the directory can't be read or a file is not Turtle; the error names the file and line.
pub fn load(more: Option<&Path>) -> Result<Vec<Triple>> {
    let mut triples = Vec::new();
    for (name, text) in FILES {
        parse(text, &mut triples).with_context(|| format!("ontology/{name}"))?;
    }
    if let Some(directory) = more {
        let mut paths = fs::read_dir(directory)
            .and_then(|entries| {
                entries
                    .map(|e| e.map(|e| e.path()))
                    .collect::<Result<Vec<_>, _>>()
            })
            .with_context(|| {
                format!("cannot read the ontology directory {}", directory.display())
            })?;
        paths.retain(|path| path.extension().is_some_and(|e| e == "ttl"));
        paths.sort();
        for path in paths {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            parse(&text, &mut triples).with_context(|| path.display().to_string())?;
        }
    }
    Ok(triples)
}

fn parse(text: &str, triples: &mut Vec<Triple>) -> Result<()> {
    let parser = RdfParser::from_format(RdfFormat::Turtle)
        .with_base_iri(BASE)?
        .without_named_graphs();
    for quad in parser.for_slice(text) {
        triples.push(quad?.into());
    }
    Ok(())
}
