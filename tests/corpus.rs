//! Checks on real documents, where they are at hand.

mod common;

use std::path::Path;

use common::{corpus, run};
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
