//! `export` and `map`.

mod common;

use std::collections::BTreeSet;

use common::{run, sample_store};
use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfParser};
use oxigraph::model::dataset::CanonicalizationAlgorithm;
use oxigraph::model::{Dataset, GraphName, Quad};
use sophia::api::source::{QuadSource, TripleSource};
use sophia::api::term::SimpleTerm;
use sophia::inmem::dataset::LightDataset;
use sophia::isomorphism::isomorphic_datasets;
use sophia::turtle::parser::{nq, trig, turtle};

fn export(store: &str, format: &str) -> String {
    let (code, output, error) = run(&["export", "--store", store, "--format", format]);
    assert_eq!(code, 0, "{error}");
    output
}

fn read(text: &str, format: RdfFormat) -> BTreeSet<String> {
    let quads = RdfParser::from_format(format).for_slice(text);
    canonical(quads.map(|quad| quad.expect("an export reads back")))
}

/// Quads whose blank nodes have canonical names, so that equal sets are isomorphic datasets.
fn canonical(quads: impl Iterator<Item = Quad>) -> BTreeSet<String> {
    let mut dataset: Dataset = quads.collect();
    dataset.canonicalize(CanonicalizationAlgorithm::Unstable);
    dataset.iter().map(|quad| quad.to_string()).collect()
}

#[test]
fn json_ld_has_terms_for_keys_and_parts_in_their_whole() {
    let directory = tempfile::TempDir::new().unwrap();
    let store = directory.path().join("store").display().to_string();
    let document = "input/official/0828.txt";
    let (code, _, error) = run(&["build", document, "--evidence", "none", "--store", &store]);
    assert_eq!(code, 0, "{error}");
    let graph: serde_json::Value = serde_json::from_str(&export(&store, "jsonld")).unwrap();
    let graphs = graph["@graph"].as_array().unwrap();
    let of_document = graphs
        .iter()
        .find(|graph| graph["@id"].as_str().unwrap().starts_with("document/"));
    insta::assert_snapshot!(format!("{:#}", of_document.unwrap()));
}

/// All formats hold the same graph: those with named graphs every quad, the others the union.
#[test]
fn all_formats_say_the_same() {
    let (_directory, store) = sample_store();
    let quads: Vec<Quad> = RdfParser::from_format(RdfFormat::NQuads)
        .for_slice(&export(&store, "nquads"))
        .collect::<Result<_, _>>()
        .unwrap();
    let named = canonical(quads.iter().cloned());
    let union = canonical(quads.iter().map(|quad| Quad {
        graph_name: GraphName::DefaultGraph,
        ..quad.clone()
    }));
    assert!(named.len() > 10_000);
    let json = RdfFormat::JsonLd {
        profile: JsonLdProfileSet::empty(),
    };
    for (name, format, expected) in [
        ("trig", RdfFormat::TriG, &named),
        ("jsonld", json, &named),
        ("canonical", RdfFormat::NQuads, &named),
        ("turtle", RdfFormat::Turtle, &union),
        ("ntriples", RdfFormat::NTriples, &union),
        ("rdfxml", RdfFormat::RdfXml, &union),
    ] {
        assert!(
            read(&export(&store, name), format) == *expected,
            "{name} differs"
        );
    }
}

/// A second reader, sophia, finds isomorphic graphs in what the first one wrote.
#[test]
fn another_library_reads_the_same() {
    let (_directory, store) = sample_store();
    let graph = "https://w3id.org/unsc/graph/provenance";
    let export = |format: &str| {
        run(&[
            "export", "--store", &store, "--format", format, "--graph", graph,
        ])
        .1
    };
    let nquads: LightDataset = nq::parse_str(&export("nquads")).collect_quads().unwrap();
    let trig: LightDataset = trig::parse_str(&export("trig")).collect_quads().unwrap();
    assert!(isomorphic_datasets(&nquads, &trig).unwrap());
    let triples = turtle::parse_str(&export("turtle"))
        .collect_triples::<Vec<[SimpleTerm; 3]>>()
        .unwrap()
        .len();
    assert_eq!(triples, export("nquads").lines().count());
}

#[test]
fn a_graph_that_is_not_there_is_named() {
    let (_directory, store) = sample_store();
    let graph = "https://example.org/none";
    let (code, output, error) = run(&["export", "--store", &store, "--graph", graph]);
    assert_eq!((code, output.as_str()), (1, ""));
    assert!(
        error.contains("found no graph <https://example.org/none>"),
        "{error}"
    );
}

/// Windows line ends and page breaks survive every format.
#[test]
fn awkward_characters_survive() {
    let directory = tempfile::TempDir::new().unwrap();
    let path = directory.path().join("crlf.txt");
    let text = "Resolution 9001 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n\
        1. Calls upon \"all\" Governments <&> \\ to co-operate\nwith the\u{c}\n\
        Secretary-General;\n\n2. Decides to remain seized.\n";
    std::fs::write(&path, text.replace('\n', "\r\n")).unwrap();
    let store = directory.path().join("store").display().to_string();
    assert_eq!(
        run(&["build", path.to_str().unwrap(), "--store", &store]).0,
        0
    );
    let ntriples = read(&export(&store, "ntriples"), RdfFormat::NTriples);
    assert!(
        ntriples.iter().any(|triple| triple.contains("\\r\\n")),
        "the words keep their line ends"
    );
    assert!(read(&export(&store, "turtle"), RdfFormat::Turtle) == ntriples);
    assert!(read(&export(&store, "rdfxml"), RdfFormat::RdfXml) == ntriples);
}

/// A link goes on to lead to its file, and a pipe stays a pipe.
#[cfg(unix)]
#[test]
fn links_and_pipes_are_written_through() {
    let (directory, store) = sample_store();
    let [file, link, pipe] = ["file", "link", "pipe"].map(|name| directory.path().join(name));
    let to = |path: &std::path::Path| {
        let path = path.to_str().unwrap().to_owned();
        let store = store.clone();
        move || run(&["export", "--store", &store, "--output", &path])
    };
    let graph = export(&store, "turtle");
    std::fs::write(&file, "old").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(to(&link)(), (0, String::new(), String::new()));
    assert!(link.is_symlink() && std::fs::read_to_string(&file).unwrap() == graph);
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let writer = std::thread::spawn(to(&pipe));
    assert!(std::fs::read_to_string(&pipe).unwrap() == graph);
    assert_eq!(writer.join().unwrap().0, 0);
}

#[test]
fn turtle_reads_well() {
    let directory = tempfile::TempDir::new().unwrap();
    let store = directory.path().join("store").display().to_string();
    let sample = "input/articles/0968.txt";
    assert_eq!(
        run(&["build", sample, "--store", &store, "--evidence", "none"]).0,
        0
    );
    let turtle = export(&store, "turtle");
    let start = turtle
        .find("\nresolution:968 a ")
        .expect("the resolution is a subject");
    let end = start + turtle[start..].find("\n\n").expect("statements are apart");
    insta::assert_snapshot!(turtle[start..end].replace('\t', "    "));
}

#[test]
fn map_writes_what_build_stores() {
    let (_directory, store) = sample_store();
    let (code, mapped, error) = run(&["map", "--reference", "input"]);
    assert_eq!((code, error.as_str()), (0, ""));
    let mut stored = read(&export(&store, "nquads"), RdfFormat::NQuads);
    let whole = stored.len();
    stored.retain(|quad| !quad.ends_with("<https://w3id.org/unsc/graph/dataset>"));
    assert!(stored.len() < whole, "only the whole can be described");
    assert!(read(&mapped, RdfFormat::NQuads) == stored);
}

#[test]
fn another_base_changes_names_and_nothing_else() {
    let sample = "input/articles/0968.txt";
    let (_, ours, _) = run(&["map", sample, "--reference"]);
    let (_, theirs, _) = run(&[
        "map",
        sample,
        "--reference",
        "--base",
        "https://example.org/kg/",
    ]);
    let back = theirs.replace("https://example.org/kg/", "https://w3id.org/unsc/");
    // Names of statements and their annotations are made of what is stated, the base included.
    let unnamed = regex::Regex::new("(statement|annotation)/[0-9a-f]+").unwrap();
    let quads = |text: &str| read(&unnamed.replace_all(text, "$1"), RdfFormat::NQuads);
    assert!(quads(&ours) == quads(&back));
    assert_eq!(run(&["map", sample, "--base", "not an iri"]).0, 2);
}

#[test]
fn manuals_and_completions_are_there() {
    let (code, page, _) = run(&["man"]);
    assert!(code == 0 && page.contains(".TH unsc-kg 1"), "{page}");
    let (code, script, _) = run(&["completions", "bash"]);
    assert!(code == 0 && script.contains("_unsc__kg()"), "{script}");
    for command in [
        "build",
        "query",
        "show",
        "eval",
        "export",
        "map",
        "man",
        "completions",
    ] {
        let (code, help, _) = run(&[command, "--help"]);
        assert!(
            code == 0 && help.contains("Example"),
            "{command} --help has an example"
        );
    }
}
