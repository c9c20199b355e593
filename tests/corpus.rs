//! Checks on real documents, where they are at hand.

mod common;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use common::{corpus, run};
use oxigraph::io::{RdfFormat, RdfParser};
use tempfile::TempDir;

#[test]
fn every_real_document_is_read() {
    let Some(corpus) = corpus() else { return };
    let directory = TempDir::new().unwrap();
    let store = directory.path().join("store").display().to_string();
    let inputs = [corpus.join("wikipedia"), corpus.join("official")];
    let files: usize = inputs
        .iter()
        .map(|input| std::fs::read_dir(input).unwrap().count())
        .sum();
    let inputs = inputs.map(|input| input.display().to_string());
    let (code, _, error) = run(&["build", &inputs[0], &inputs[1], "--store", &store]);
    assert_eq!(code, 0, "{error}");
    assert!(error.contains(&format!("{files} documents")), "{error}");

    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev");
    for gold in [corpus.join("../eval/gold"), ours] {
        if !gold.exists() {
            eprintln!("skipped: no gold at {}", gold.display());
            continue;
        }
        let gold = gold.display().to_string();
        let (_, report, error) = run(&["eval", &gold, &inputs[0], &inputs[1]]);
        eprintln!("{report}");
        let all = report.lines().last().unwrap_or(&error);
        let f1: f64 = all.split_whitespace().nth(3).unwrap().parse().unwrap();
        assert!(f1 >= 0.95, "F1 {f1} on {gold}");
    }
}

/// The operative paragraphs of every official text are numbered from 1 without a gap.
#[test]
fn clauses_are_whole() {
    let Some(corpus) = corpus() else { return };
    let official = corpus.join("official").display().to_string();
    let (_, csv, _) = run(&["query", "clauses", "--from", &official, "--format", "csv"]);
    let mut latest = (String::new(), 0);
    let mut gaps = Vec::new();
    for record in csv::Reader::from_reader(csv.as_bytes())
        .records()
        .map(Result::unwrap)
    {
        let number: u32 = record[1].parse().unwrap();
        let expected = if latest.0 == record[0] {
            latest.1 + 1
        } else {
            1
        };
        if number != expected && number != latest.1 {
            gaps.push(format!("{}: {number} after {}", &record[0], latest.1));
        }
        latest = (record[0].to_owned(), number);
    }
    assert!(gaps.len() <= 6, "numbers are missing: {gaps:#?}");
}

/// Rules that documents break by what they say, and why that is no fault of the graph. All others
/// must hold whatever the documents.
const SAID_BY_DOCUMENTS: &[(&str, &str)] = &[
    (
        "clauses-without-gap",
        "lines of a text are out of order or missing",
    ),
    (
        "resolution-date",
        "a text has no day of adoption that can be read, or two have different ones",
    ),
    (
        "enough-votes",
        "a text has another number of votes than were cast",
    ),
    (
        "votes-fit-council",
        "a text has another number of votes than were cast",
    ),
    (
        "abstaining-members-counted",
        "a text names more members than it counts",
    ),
    (
        "opposing-members-counted",
        "a text names more members than it counts",
    ),
    ("unanimous", "an article calls unanimous what was not"),
    ("one-tally", "two documents count differently"),
    ("one-tally-against", "two documents count differently"),
    (
        "one-tally-of-abstentions",
        "two documents count differently",
    ),
    ("one-meeting", "two documents name different meetings"),
    ("year-of-symbol", "a text is printed with a wrong year"),
    (
        "one-symbol",
        "a citation is printed or scanned with a wrong number beside its year",
    ),
    (
        "voter-sits",
        "a text names a member that did not sit on the Council",
    ),
    ("term-after-adoption", "a term is printed with a wrong year"),
    ("cites-earlier", "a citation is printed with a wrong number"),
    (
        "extends-living",
        "a text calls a mission by the name of the one before it",
    ),
    (
        "extends-established",
        "the documents lack the resolution that established a mission",
    ),
];

#[test]
fn the_graph_breaks_no_rule_but_those_that_documents_break() {
    let Some(corpus) = corpus() else { return };
    let inputs = ["wikipedia", "official"].map(|it| corpus.join(it).display().to_string());
    let arguments = [
        "validate", "--format", "ntriples", "--from", &inputs[0], &inputs[1],
    ];
    let (_, report, error) = run(&arguments);
    let shapes = "https://w3id.org/unsc/shape/";
    let mut severities = HashMap::new();
    let mut broken = Vec::new();
    for quad in RdfParser::from_format(RdfFormat::NTriples).for_slice(&report) {
        let quad = quad.unwrap();
        let object = quad.object.to_string();
        match quad.predicate.as_str().rsplit('#').next() {
            Some("resultSeverity") => {
                severities.insert(quad.subject, object);
            }
            Some("sourceShape") => broken.push((quad.subject, object)),
            _ => {}
        }
    }
    assert!(!severities.is_empty(), "something is found: {error}");
    let violated: BTreeSet<String> = broken
        .into_iter()
        .filter(|(result, _)| severities[result].ends_with("Violation>"))
        .map(|(_, shape)| shape.replace(shapes, ""))
        .collect();
    let explained: BTreeSet<String> = SAID_BY_DOCUMENTS
        .iter()
        .map(|(rule, _)| format!("<{rule}>"))
        .collect();
    let unexplained: Vec<_> = violated.difference(&explained).collect();
    assert!(unexplained.is_empty(), "the graph breaks {unexplained:?}");
}
