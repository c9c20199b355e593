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
    common::rows(&arguments)
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
            "SELECT * {
               VALUES ?type { rdf:Statement oa:Annotation oa:SpecificResource
                 oa:DataPositionSelector oa:TextQuoteSelector }
               ?node a ?type }",
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

/// A directory of two documents with what its keeper says.
fn kept(provenance: &str) -> TempDir {
    let directory = TempDir::new().unwrap();
    for sample in SAMPLES {
        let name = std::path::Path::new(sample).file_name().unwrap();
        std::fs::copy(sample, directory.path().join(name)).unwrap();
    }
    std::fs::write(directory.path().join("provenance.ttl"), provenance).unwrap();
    directory
}

/// The graph of the graphs, without the directory's name.
fn provenance_of(directory: &TempDir) -> (String, String) {
    let path = directory.path().display().to_string();
    let (code, graph, error) = run(&["map", &path, "--evidence", "none"]);
    assert_eq!(code, 0, "{error}");
    let mut lines: Vec<String> = graph
        .lines()
        .filter_map(|line| line.strip_suffix(" <https://w3id.org/unsc/graph/provenance> ."))
        .map(|line| line.replace(&path, "DIRECTORY"))
        .collect();
    lines.sort_unstable();
    lines.dedup();
    (lines.join("\n"), error.replace(&path, "DIRECTORY"))
}

/// What holds for all documents, what for one, and who is who.
#[test]
fn keepers_say_where_documents_come_from() {
    let directory = kept(
        "@prefix dcterms: <http://purl.org/dc/terms/> .
         @prefix foaf: <http://xmlns.com/foaf/0.1/> .
         @prefix pav: <http://purl.org/pav/> .
         @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
         <> dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> ;
             pav:retrievedBy [ a foaf:Person ; foaf:name \"A Librarian\" ] .
         <0968.txt> pav:retrievedFrom <https://en.wikipedia.org/wiki/Example> ;
             pav:retrievedOn \"2024-05-01T00:00:00Z\"^^xsd:dateTime .
         <https://creativecommons.org/licenses/by-sa/4.0/> dcterms:title \"CC BY-SA 4.0\"@en .
         <https://example.org/else> dcterms:title \"Not about these documents\"@en .",
    );
    let (graph, error) = provenance_of(&directory);
    assert_eq!(error, "");
    insta::assert_snapshot!(graph);
    assert_eq!(provenance_of(&directory).0, graph, "always the same names");
}

/// A file that can't be read takes nothing from the documents but what it would have said.
#[test]
fn what_a_keeper_says_wrongly_is_reported_once() {
    for (provenance, expected) in [
        (
            "<> <http://purl.org/dc/terms/license> CC0 .",
            "DIRECTORY/provenance.ttl: Parser error at line 1 between columns 39 and 42",
        ),
        (
            "<> <http://purl.org/dc/terms/license> <CC0> .",
            "DIRECTORY/provenance.ttl: found the name <CC0>, expected a whole IRI",
        ),
    ] {
        let (graph, error) = provenance_of(&kept(provenance));
        assert!(error.starts_with(expected), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
        assert!(graph.contains("wasDerivedFrom") && !graph.contains("license"));
    }
}

#[test]
fn documents_without_a_licence_are_counted() {
    let build = |provenance: &str| {
        let directory = kept(provenance);
        let path = directory.path().display().to_string();
        let store = TempDir::new().unwrap();
        let (code, _, error) = run(&["build", &path, "--store", store.path().to_str().unwrap()]);
        assert_eq!(code, 0, "{error}");
        error
    };
    let line = "documents have no licence; say it in a provenance.ttl beside them";
    assert!(build("").contains(&format!("2 {line}")));
    let licence = "<http://purl.org/dc/terms/license> <https://example.org/licence> .";
    assert!(build(&format!("<0968.txt> {licence}")).contains(&format!("1 {line}")));
    assert!(!build(&format!("<> {licence}")).contains(line));
}
