//! The rules of `ontology/shapes/`: each is broken by a graph of its own, and the samples keep all.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use common::run;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;
use tempfile::TempDir;
use unsc_kg::graph::iri::Base;
use unsc_kg::store::Store;
use unsc_kg::validate::{self, Rules};

/// The graphs of `tests/shapes/broken.trig` by their names.
fn broken() -> BTreeMap<String, Vec<Quad>> {
    let text = fs::read_to_string("tests/shapes/broken.trig").unwrap();
    let mut graphs = BTreeMap::<String, Vec<Quad>>::new();
    for quad in RdfParser::from_format(RdfFormat::TriG).for_slice(&text) {
        let quad = quad.unwrap();
        graphs
            .entry(quad.graph_name.to_string())
            .or_default()
            .push(quad);
    }
    graphs
}

fn rules() -> Rules {
    validate::load(None, &Base::default()).unwrap()
}

#[test]
fn every_rule_is_broken_by_its_graph_alone() {
    let (rules, broken) = (rules(), broken());
    let names: BTreeSet<_> = rules.list.iter().map(|rule| rule.iri.to_string()).collect();
    let graphs: BTreeSet<_> = broken.keys().cloned().collect();
    assert_eq!(
        names, graphs,
        "a graph for every rule and a rule for every graph"
    );
    let (mut found, mut astray) = (String::new(), Vec::new());
    for (name, quads) in broken {
        let store = Store::from_quads(quads, Base::default()).unwrap();
        writeln!(found, "{name}").unwrap();
        let findings = validate::check(&store, &rules).unwrap();
        if findings.is_empty() {
            astray.push(format!("{name} breaks no rule"));
        }
        for finding in findings {
            let rule = rules.list[finding.rule].iri.to_string();
            let value = finding.value.map(|it| it.to_string()).unwrap_or_default();
            let component = finding.component.as_str().rsplit('#').next().unwrap();
            if rule != name {
                astray.push(format!(
                    "{name} breaks {rule} too: {} {value}",
                    finding.focus
                ));
            }
            writeln!(
                found,
                "  {} {value} {component}: {}",
                finding.focus, finding.message
            )
            .unwrap();
        }
    }
    assert!(astray.is_empty(), "{}", astray.join("\n"));
    insta::assert_snapshot!(found);
}

#[test]
fn the_samples_break_no_rule() {
    let (code, report, error) = run(&["validate", "--from", "input", "--all"]);
    assert_eq!(code, 0, "{error}{report}");
    insta::assert_snapshot!(report);
}

#[test]
fn what_is_wrong_is_named_with_its_document_and_words() {
    let directory = TempDir::new().unwrap();
    let text = "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n\
        1. Decides to extend the mandate of the United Nations Interim Force in Lebanon\n\
        until 1 April 1999.\n\nAdopted by 16 votes to none at the 4000th meeting.\n";
    let path = directory.path().join("9999.txt");
    fs::write(&path, text).unwrap();
    let path = path.display().to_string();
    let (code, report, error) = run(&["validate", "--from", &path, "--all"]);
    assert_eq!(code, 4, "{error}{report}");
    insta::assert_snapshot!(report.replace(&path, "9999.txt"));
    let (code, report, _) = run(&["validate", "--from", &path, "--format", "ntriples"]);
    assert_eq!(code, 4);
    insta::assert_snapshot!(report);
}

/// What SHACL has and the shapes that are built in do without: shapes in shapes, logic, closure.
#[test]
fn shapes_of_ones_own_are_checked() {
    let directory = TempDir::new().unwrap();
    let shapes = r#"
        @base <https://w3id.org/unsc/> .
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix unsc: <https://w3id.org/unsc/ontology#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        <shape/mine> a sh:NodeShape ; sh:targetClass unsc:Strength ; sh:name "few"@en ;
            sh:property [ sh:path unsc:count ; sh:maxInclusive 39 ; sh:message "expected few"@en ] ;
            sh:not [ sh:path unsc:category ; sh:hasValue "military observers"@en ] .
        <shape/tasks> a sh:NodeShape ; sh:targetClass unsc:Term ; sh:closed true ;
            sh:ignoredProperties ( rdf:type ) ; sh:severity sh:Info ."#;
    fs::write(directory.path().join("mine.ttl"), shapes).unwrap();
    let shapes = directory.path().display().to_string();
    let document = "input/articles/0968.txt";
    let input = ["validate", "--shapes", &shapes, "--from", document, "--all"];
    let (code, report, error) = run(&input);
    assert_eq!(code, 4, "{error}{report}");
    insta::assert_snapshot!(report);
}

#[test]
fn a_shape_that_says_what_is_not_known_is_an_error() {
    let directory = TempDir::new().unwrap();
    let shape = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<shape/x> a sh:NodeShape ;\n\
        sh:name \"x\" ; sh:targetClass <C> ; sh:minCuont 1 .\n";
    fs::write(directory.path().join("x.ttl"), shape).unwrap();
    let shapes = directory.path().display().to_string();
    let input = ["validate", "--shapes", &shapes, "--from", "input/official"];
    let (code, _, error) = run(&input);
    assert_eq!(code, 1);
    insta::assert_snapshot!(error);
}
