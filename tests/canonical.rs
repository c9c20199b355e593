//! The canonical form: a graph has one hash, whoever builds it and whoever computes it.

mod common;

use std::fs;
use std::path::Path;

use common::{run, unsc_kg};
use oxigraph::io::{RdfFormat, RdfParser};
use sophia::api::source::QuadSource;
use sophia::c14n::rdfc10;
use sophia::inmem::dataset::LightDataset;
use sophia::turtle::parser::{nq, trig};
use tempfile::TempDir;
use unsc_kg::hash::sha256;

/// Names with blank nodes of every shape: labels of their own, a union, a list, nodes that only
/// their neighbours tell apart, and numbers that a store writes in another form.
const NAMES: &str = r#"@base <https://w3id.org/unsc/> .
@prefix : <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<organization/lake-league> skos:inScheme <scheme/organizations> ; skos:prefLabel "Lake League"@en ;
    skosxl:altLabel _:name , [ skosxl:literalForm "Pond League"@en ] ; :members 012 , "+7"^^xsd:int .
_:name skosxl:literalForm "League of \"Lakes\" \\ \u007F"@en .
:Class owl:unionOf ( :A [ owl:unionOf ( :B :C ) ] ) .
:ring :of _:a . _:a :next _:b . _:b :next _:c . _:c :next _:a .
"#;

/// Another file that uses the same labels for other nodes.
const MORE: &str = "@prefix : <https://example.org/> .\n:other :than _:name . _:name :is _:a .\n";

fn names(directory: &Path) -> String {
    fs::write(directory.join("names.ttl"), NAMES).unwrap();
    fs::write(directory.join("more.ttl"), MORE).unwrap();
    directory.display().to_string()
}

/// Builds a store and returns the hash that the program prints.
fn build(arguments: &[&str]) -> String {
    let (code, _, error) = run(&[&["build"], arguments].concat());
    assert_eq!(code, 0, "{error}");
    let hash = error
        .lines()
        .find_map(|line| line.strip_prefix("canonical hash "));
    hash.expect("build prints the hash").to_owned()
}

fn export(store: &str, arguments: &[&str]) -> String {
    let (code, output, error) = run(&[&["export", "--store", store], arguments].concat());
    assert_eq!(code, 0, "{error}");
    output
}

/// The canonical form that another way leads to: parsed and canonicalized by sophia alone.
fn sophia(dataset: &LightDataset) -> String {
    let mut form = Vec::new();
    rdfc10::normalize(dataset, &mut form).unwrap();
    String::from_utf8(form).unwrap()
}

#[test]
fn the_hash_is_that_of_the_recommendation() {
    let directory = TempDir::new().unwrap();
    let ontology = names(directory.path());
    let store = directory.path().join("store").display().to_string();
    let printed = build(&["input", "--ontology", &ontology, "--store", &store]);
    let form = export(&store, &["--canonical"]);
    let stored = fs::read_dir(&store)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|e| e == "nq"))
        .unwrap();
    assert!(
        fs::read_to_string(stored).unwrap() == form,
        "the store holds the canonical form"
    );
    assert_eq!(printed, format!("sha256:{}", sha256(&form)));
    assert_eq!(export(&store, &["--hash"]), format!("{printed}\n"));
    assert!(export(&store, &["--format", "canonical"]) == form);

    let trig: LightDataset = trig::parse_str(&export(&store, &["--format", "trig"]))
        .collect_quads()
        .unwrap();
    assert!(sophia(&trig) == form, "the same by way of TriG");
    // JSON-LD with blank nodes of other names, in another order.
    let json = export(&store, &["--format", "jsonld"]);
    let format = RdfFormat::JsonLd {
        profile: oxigraph::io::JsonLdProfileSet::empty(),
    };
    let mut lines: Vec<String> = RdfParser::from_format(format)
        .rename_blank_nodes()
        .for_slice(&json)
        .map(|quad| format!("{} .\n", quad.unwrap()))
        .collect();
    lines.reverse();
    let other: LightDataset = nq::parse_str(&lines.concat()).collect_quads().unwrap();
    assert!(sophia(&other) == form, "the same by way of JSON-LD");
    for blank in ["_:c14n0 ", "_:c14n9 "] {
        assert!(form.contains(blank), "the graph has blank nodes");
    }
    for number in [
        "\"12\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "\"7\"^^",
    ] {
        assert!(form.contains(number), "{number}");
    }
}

/// Another order, other directories, one thread, and a directory given in another way.
#[test]
fn two_builds_agree() {
    let directory = TempDir::new().unwrap();
    let inputs = directory.path().join("elsewhere/input");
    fs::create_dir_all(inputs.join("articles")).unwrap();
    fs::create_dir_all(inputs.join("official")).unwrap();
    for document in [
        "articles/0968.txt",
        "articles/0338.txt",
        "official/0186.txt",
    ] {
        fs::copy(Path::new("input").join(document), inputs.join(document)).unwrap();
    }
    fs::copy("input/provenance.ttl", inputs.join("provenance.ttl")).unwrap();
    let store = |name: &str| directory.path().join(name).display().to_string();
    let here = build(&[
        "input/articles/0968.txt",
        "input/official/0186.txt",
        "input/articles/0338.txt",
        "--store",
        &store("here"),
    ]);
    let there = unsc_kg()
        .current_dir(directory.path().join("elsewhere"))
        .env("RAYON_NUM_THREADS", "1")
        .args(["build", "./input//", "--store", &store("there")])
        .output()
        .unwrap();
    let there = String::from_utf8(there.stderr).unwrap();
    assert!(
        there.contains(&format!("canonical hash {here}\n")),
        "{here}\n{there}"
    );
    // The path of a document, as given, is part of the graph.
    let inputs = inputs.display().to_string();
    assert_ne!(build(&[&inputs, "--store", &store("other")]), here);
}

/// Blank nodes of one reference graph are never those of another, and always its own.
#[test]
fn mapped_references_can_be_joined() {
    let directory = TempDir::new().unwrap();
    let map = |name: &str, text: &str| {
        let ontology = directory.path().join(name);
        fs::create_dir_all(&ontology).unwrap();
        fs::write(ontology.join("names.ttl"), text).unwrap();
        let ontology = ontology.display().to_string();
        let (code, output, error) = run(&["map", "--reference", "--ontology", &ontology]);
        assert_eq!(code, 0, "{error}");
        output
    };
    let ours = map("ours", NAMES);
    let theirs = map("theirs", MORE);
    assert!(map("again", NAMES) == ours);
    let labels = |text: &str| -> std::collections::BTreeSet<String> {
        let label = regex::Regex::new("_:[0-9a-z]+").unwrap();
        label
            .find_iter(text)
            .map(|found| found.as_str().to_owned())
            .collect()
    };
    assert!(labels(&ours).len() > labels(&theirs).len());
    assert!(labels(&ours).is_disjoint(&labels(&theirs)));
}

/// Blank nodes that nothing tells apart in a reasonable time are refused, not waited for.
#[test]
fn entangled_blank_nodes_are_refused() {
    let directory = TempDir::new().unwrap();
    let nodes: Vec<String> = (0..12).map(|number| format!("_:n{number}")).collect();
    let all = nodes.join(", ");
    let near = |node| format!("{node} <https://example.org/near> {all} .");
    let text = nodes.iter().map(near).collect::<Vec<_>>().join("\n");
    fs::write(directory.path().join("knot.ttl"), text).unwrap();
    let ontology = directory.path().display().to_string();
    let store = directory.path().join("store").display().to_string();
    let sample = "input/articles/0968.txt";
    let (code, _, error) = run(&["build", sample, "--ontology", &ontology, "--store", &store]);
    assert_eq!(code, 1);
    assert!(
        error.contains("cannot tell blank nodes apart, give some of them names"),
        "{error}"
    );
}
