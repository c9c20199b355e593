//! `docs`: the reference.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use common::run;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::graph::CanonicalizationAlgorithm;
use oxigraph::model::{Graph, NamedOrBlankNode, Triple};
use regex::Regex;
use tempfile::TempDir;

/// The reference of the program as it is.
static REFERENCE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| reference(&[]));

/// What the command writes, by name of the file.
fn reference(more: &[&str]) -> BTreeMap<String, String> {
    let directory = TempDir::new().expect("a temporary directory");
    let path = directory.path().display().to_string();
    let (code, _, error) = run(&[&["docs", &path, "--from", "input"], more].concat());
    assert_eq!(code, 0, "{error}");
    read(directory.path())
}

fn read(directory: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(directory).expect("the directory is there");
    let files = entries.map(|entry| entry.expect("an entry").path());
    files
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            Some((name, fs::read_to_string(path).ok()?))
        })
        .collect()
}

/// Every link to a place in the reference leads to one.
#[test]
fn links_lead_somewhere() {
    let pages = &*REFERENCE;
    let (id, href) = (
        Regex::new(r#" id="([^"]+)""#).unwrap(),
        Regex::new(r#" href="([^"]+)""#).unwrap(),
    );
    let places: BTreeSet<String> = pages
        .iter()
        .flat_map(|(name, text)| {
            let ids = id.captures_iter(text).map(|id| id[1].to_owned());
            let ids: Vec<String> = ids.collect();
            let distinct: BTreeSet<&String> = ids.iter().collect();
            assert_eq!(ids.len(), distinct.len(), "{name} has an id twice");
            let places = ids.into_iter().map(move |id| format!("{name}#{id}"));
            places.chain([name.clone()])
        })
        .collect();
    let mut checked = 0;
    for (name, text) in pages {
        for link in href.captures_iter(text) {
            let link = &link[1];
            if link.contains("://") {
                continue;
            }
            let target = if link.starts_with('#') {
                format!("{name}{link}")
            } else {
                link.to_owned()
            };
            assert!(places.contains(&target), "{name} links to {link}");
            checked += 1;
        }
    }
    assert!(checked > 500, "{checked} links");
}

/// The one file has what the files of the vocabulary say of terms, and nothing else.
#[test]
fn the_one_file_says_what_the_files_say() {
    let parse = |text: &str| -> Vec<Triple> {
        RdfParser::from_format(RdfFormat::Turtle)
            .with_base_iri("https://w3id.org/unsc/")
            .unwrap()
            .for_slice(text)
            .map(|quad| quad.expect("Turtle").into())
            .collect()
    };
    let mut one: Graph = parse(&REFERENCE["ontology.ttl"]).iter().collect();
    let files = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology/vocabulary"));
    let mut many: Graph = files
        .values()
        .flat_map(|text| parse(text))
        .filter(|triple| match &triple.subject {
            // Terms, of others too; not what the vocabulary is told by, such as drawings.
            NamedOrBlankNode::NamedNode(node) => node
                .as_str()
                .strip_prefix("https://w3id.org/unsc/")
                .is_none_or(|path| path.starts_with("ontology")),
            NamedOrBlankNode::BlankNode(_) => true,
        })
        .collect::<Vec<_>>()
        .iter()
        .collect();
    one.canonicalize(CanonicalizationAlgorithm::Unstable);
    many.canonicalize(CanonicalizationAlgorithm::Unstable);
    let lines = |graph: &Graph| {
        graph
            .iter()
            .map(|it| it.to_string())
            .collect::<BTreeSet<_>>()
    };
    let (one, many) = (lines(&one), lines(&many));
    assert_eq!(
        one.difference(&many).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    assert_eq!(
        many.difference(&one).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

/// A user's terms are told beside ours, with all that is said of them.
#[test]
fn terms_of_a_user_are_told_too() {
    let directory = TempDir::new().unwrap();
    let turtle = r#"# Lakes, and who sails on them.
@prefix : <https://example.org/lakes#> .
@prefix unsc: <https://w3id.org/unsc/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:Lake a owl:Class ; rdfs:subClassOf unsc:Water , [ a owl:Restriction ; owl:onProperty :sailedBy ; owl:minCardinality 1 ] ;
    rdfs:label "lake"@en ; rdfs:comment "A lake with sails & <waves>."@en ; skos:example "Lake \"Victoria\""@en ;
    :depth 80 .
:Pond a owl:Class ; rdfs:label "pond"@en .
[] a owl:AllDisjointClasses ; owl:members ( :Lake :Pond ) .
:sailedBy a owl:ObjectProperty , owl:FunctionalProperty ; rdfs:label "sailed by"@en ;
    rdfs:domain [ a owl:Class ; owl:unionOf ( :Lake unsc:Place ) ] ; rdfs:range unsc:Party .
:sails a owl:ObjectProperty ; rdfs:label "sails"@en ; owl:inverseOf :sailedBy .
"#;
    fs::write(directory.path().join("lakes.ttl"), turtle).unwrap();
    let pages = reference(&["--ontology", &directory.path().display().to_string()]);
    let page = &pages["vocabulary.html"];
    let start = page
        .find(r#"<section id="subject-lakes">"#)
        .expect("the section");
    let end = page.find(r#"<section id="schemes">"#).expect("the schemes");
    insta::assert_snapshot!(
        page[start..end]
            .replace("<section", "\n<section")
            .replace("<dt", "\n<dt")
    );
}

/// What is committed in `docs/` is what the program writes today, file by file.
#[test]
fn the_committed_reference_is_of_today() {
    let committed = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs"));
    for (name, text) in &*REFERENCE {
        let found = committed.get(name).map_or("", String::as_str);
        let lines = found
            .lines()
            .zip(text.lines())
            .position(|(found, now)| found != now);
        let line = lines.unwrap_or_else(|| found.lines().count().min(text.lines().count())) + 1;
        assert!(
            found == text,
            "docs/{name} is out of date from line {line} on; run: cargo run -- docs docs --from input"
        );
    }
}
