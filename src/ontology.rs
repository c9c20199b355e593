//! The ontology that drives recognition: the Turtle files in `ontology/`, built into the program,
//! and those of a directory that the user adds.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{Term, Triple};

use crate::canonical;

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
    "citations.ttl",
    "council.ttl",
    "dataset.ttl",
    "decisions.ttl",
    "documents.ttl",
    "events.ttl",
    "heads.ttl",
    "links.ttl",
    "links-geonames.ttl",
    "links-iso3166.ttl",
    "links-unbis.ttl",
    "links-wikidata.ttl",
    "mandate-tasks.ttl",
    "measures.ttl",
    "missions.ttl",
    "offices.ttl",
    "organizations.ttl",
    "parties.ttl",
    "people.ttl",
    "places.ttl",
    "places-curated.ttl",
    "personnel.ttl",
    "regimes.ttl",
    "relations.ttl",
    "report-types.ttl",
    "rules.ttl",
    "situations.ttl",
    "states.ttl",
    "task-datasets.ttl",
    "votes.ttl",
    "vocabulary/borrowed.ttl",
    "vocabulary/citations.ttl",
    "vocabulary/clauses.ttl",
    "vocabulary/datatypes.ttl",
    "vocabulary/derived.ttl",
    "vocabulary/disjoint.ttl",
    "vocabulary/documents.ttl",
    "vocabulary/drafts.ttl",
    "vocabulary/drawings.ttl",
    "vocabulary/events.ttl",
    "vocabulary/head.ttl",
    "vocabulary/links.ttl",
    "vocabulary/mandates.ttl",
    "vocabulary/measures-and-decisions.ttl",
    "vocabulary/missions.ttl",
    "vocabulary/names.ttl",
    "vocabulary/places.ttl",
    "vocabulary/recognition.ttl",
    "vocabulary/regimes.ttl",
    "vocabulary/resolutions.ttl",
    "vocabulary/sources.ttl",
    "vocabulary/task-datasets.ttl",
    "vocabulary/votes.ttl",
];

/// The built-in shapes by name.
const SHAPES: &[(&str, &str)] = files![
    "shapes/citations.ttl",
    "shapes/clauses.ttl",
    "shapes/dataset.ttl",
    "shapes/documents.ttl",
    "shapes/drafts.ttl",
    "shapes/events.ttl",
    "shapes/evidence.ttl",
    "shapes/missions.ttl",
    "shapes/names.ttl",
    "shapes/prefixes.ttl",
    "shapes/regimes.ttl",
    "shapes/resolutions.ttl",
    "shapes/votes.ttl",
];

/// A file of the ontology.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path, for people: of a built-in file the one in the project.
    pub name: String,
    /// Its text, Turtle.
    pub text: String,
}

impl File {
    /// What it says of itself: the comment that heads it.
    #[must_use]
    pub fn heading(&self) -> String {
        let comments = self.text.lines().map_while(|line| line.strip_prefix('#'));
        comments.map(str::trim).collect::<Vec<_>>().join(" ")
    }

    /// The prefixes that it declares, with their namespaces, by name.
    #[must_use]
    pub fn prefixes(&self) -> Vec<(String, String)> {
        let mut parser = RdfParser::from_format(RdfFormat::Turtle).for_slice(&self.text);
        // Prefixes are known once what declares them is read; faults are for `triples` to tell.
        while parser.next().is_some() {}
        let declared = parser.prefixes();
        let declared = declared.map(|(name, iri)| (name.to_owned(), iri.to_owned()));
        // The parser has them in no order.
        let mut declared: Vec<(String, String)> = declared.collect();
        declared.sort();
        declared
    }

    /// Its triples, in their order.
    ///
    /// # Errors
    /// If it is not Turtle; the error names the file and line.
    pub fn triples(&self) -> Result<Vec<Triple>> {
        let parser = RdfParser::from_format(RdfFormat::Turtle)
            .with_base_iri(BASE)?
            .without_named_graphs()
            .rename_blank_nodes();
        let triples = parser.for_slice(&self.text);
        triples
            .map(|quad| {
                let mut triple: Triple = quad?.into();
                if let Term::Literal(literal) = triple.object {
                    triple.object = canonical::literal(literal).into();
                }
                Ok(triple)
            })
            .collect::<Result<_>>()
            .with_context(|| self.name.clone())
    }
}

/// The built-in files and, if given, every `.ttl` file of a directory, in the order of their names.
///
/// # Errors
/// If the directory or a file can't be read.
pub fn files(more: Option<&Path>) -> Result<Vec<File>> {
    with(FILES, more)
}

/// The built-in files of shapes and, if given, every `.ttl` file of a directory.
///
/// # Errors
/// If the directory or a file can't be read.
pub fn shapes(more: Option<&Path>) -> Result<Vec<File>> {
    with(SHAPES, more)
}

fn with(built_in: &[(&str, &str)], more: Option<&Path>) -> Result<Vec<File>> {
    let mut files: Vec<File> = built_in
        .iter()
        .map(|(name, text)| File {
            name: format!("ontology/{name}"),
            text: (*text).to_owned(),
        })
        .collect();
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
            files.push(File {
                text: fs::read_to_string(&path)
                    .with_context(|| format!("cannot read {}", path.display()))?,
                name: path.display().to_string(),
            });
        }
    }
    Ok(files)
}

/// The triples of all [`files`].
///
/// # Errors
/// Those of [`files`], or if one is not Turtle.
pub fn load(more: Option<&Path>) -> Result<Vec<Triple>> {
    let mut triples = Vec::new();
    for file in files(more)? {
        triples.extend(file.triples()?);
    }
    Ok(triples)
}
