//! Where facts and graphs come from, in the forms of the Web Annotation vocabulary and PROV-O.

mod common;

use std::collections::BTreeSet;

use common::run;
use tempfile::TempDir;

const SAMPLES: [&str; 2] = ["input/articles/0968.txt", "input/official/0186.txt"];

/// The rows of a query, given as text, on the samples.
fn ask(query: &str, evidence: &str) -> Vec<Vec<String>> {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("query.rq");
    std::fs::write(&path, query).unwrap();
    let query = path.display().to_string();
    rows(&query, evidence)
}

fn rows(query: &str, evidence: &str) -> Vec<Vec<String>> {
    let options = ["--evidence", evidence, "--format", "csv", "--from"];
    let arguments = [&["query", query], &options[..], &SAMPLES].concat();
    let (code, output, error) = run(&arguments);
    assert_eq!(code, 0, "{error}");
    let mut reader = csv::Reader::from_reader(output.as_bytes());
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn words_are_web_annotations() {
    let described = ask(
        "SELECT ?node ?p ?o {
           ?statement rdf:subject resolution:968 ; rdf:predicate unsc:establishes .
           ?annotation oa:hasBody ?statement .
           ?annotation (oa:hasBody|oa:hasTarget|oa:hasSelector)* ?node . ?node ?p ?o
           FILTER(CONTAINS(STR(?node), '/document/'))
         } ORDER BY ?node ?p ?o",
        "all",
    );
    let lines: Vec<String> = described.iter().map(|row| row.join(" ")).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

/// What the recommendation demands of annotations and selectors holds for every one.
#[test]
fn annotations_conform() {
    let number = |query: &str| ask(query, "all")[0][0].parse::<usize>().unwrap();
    assert!(number("SELECT (COUNT(*) AS ?n) { ?a a oa:Annotation }") > 100);
    for (fault, pattern) in [
        (
            "an annotation of a triple that is not there",
            "?a oa:hasBody ?b . ?b rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
             FILTER NOT EXISTS { ?s ?p ?o }",
        ),
        (
            "a number of bodies, targets or motivations",
            "{ SELECT ?a (COUNT(DISTINCT ?b) AS ?bodies) (COUNT(DISTINCT ?t) AS ?targets)
                 (COUNT(DISTINCT ?m) AS ?motivations)
               { ?a a oa:Annotation OPTIONAL { ?a oa:hasBody ?b } OPTIONAL { ?a oa:hasTarget ?t }
                 OPTIONAL { ?a oa:motivatedBy ?m } } GROUP BY ?a }
             FILTER(?bodies != 1 || ?targets < 1 || ?motivations != 1)",
        ),
        (
            "a selector of other than one type",
            "{ SELECT ?s (COUNT(DISTINCT ?type) AS ?types)
               { ?words oa:hasSelector ?s OPTIONAL { ?s a ?type } } GROUP BY ?s }
             FILTER(?types != 1)",
        ),
        (
            "a quote without words, or bytes without an end",
            "?s a ?type FILTER(?type IN (oa:TextQuoteSelector, oa:DataPositionSelector))
             FILTER NOT EXISTS { ?s a oa:TextQuoteSelector ; oa:exact ?exact }
             FILTER NOT EXISTS { ?s a oa:DataPositionSelector ; oa:start ?start ; oa:end ?end }",
        ),
    ] {
        let query = format!("SELECT (COUNT(*) AS ?n) {{ {pattern} }}");
        assert_eq!(number(&query), 0, "{fault}");
    }
}

/// Facts are the same however many of their words are kept.
#[test]
fn evidence_is_as_much_as_is_asked_for() {
    let facts = rows("facts", "all");
    assert!(facts.len() > 50);
    assert_eq!(rows("facts", "facts"), facts);
    assert_eq!(rows("facts", "none"), facts);
    let annotated = |evidence: &str| {
        let query = "SELECT ?s ?p ?o (COUNT(*) AS ?words) (MIN(?start) AS ?first) {
               ?b rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
               ?a oa:hasBody ?b ; oa:hasTarget/oa:hasSelector/oa:start ?start
             } GROUP BY ?s ?p ?o ORDER BY ?s ?p ?o";
        ask(query, evidence)
    };
    assert_eq!(annotated("none"), Vec::<Vec<String>>::new());
    assert!(
        ask(
            "SELECT * { ?s a ?type FILTER(STRSTARTS(STR(?type), STR(oa:))) }",
            "none"
        )
        .is_empty()
    );

    let shown = std::fs::read_to_string("queries/facts.rq").unwrap();
    // Of a row's detail, the words are those of the row.
    let details = ["unsc:statesRole", "unsc:verb"];
    let is_shown = |predicate: &str| {
        let name = predicate
            .replace("https://w3id.org/unsc/ontology#", "unsc:")
            .replace("http://purl.org/dc/terms/", "dcterms:");
        let whole = regex::Regex::new(&format!(r"\b{name}\b")).unwrap();
        whole.is_match(&shown) && !details.contains(&name.as_str())
    };
    let all = annotated("all");
    let triples = |rows: &[Vec<String>]| -> BTreeSet<Vec<String>> {
        rows.iter().map(|row| row[..3].to_vec()).collect()
    };
    let expected: BTreeSet<_> = triples(&all)
        .into_iter()
        .filter(|triple| is_shown(&triple[1]))
        .collect();
    let some = annotated("facts");
    assert!(expected.len() < all.len());
    assert_eq!(triples(&some), expected);
    assert!(some.iter().all(|row| row[3] == "1"), "the first words only");
    assert!(all.iter().any(|row| row[3] != "1"));
    let (code, _, error) = run(&["map", SAMPLES[0], "--evidence", "some"]);
    assert_eq!(code, 2);
    assert!(
        error.contains("expected one of none, facts, all"),
        "{error}"
    );
}
