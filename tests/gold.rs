//! The program against the articles that were marked by reading, set by set.

mod common;

use std::fs;
use std::path::Path;

use common::run;

/// Below these the program reads worse than it did.
const PRECISION: f64 = 0.98;
const F1: f64 = 0.97;

#[test]
fn articles_say_what_a_reader_marked() {
    let sets = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/articles");
    let mut low = Vec::new();
    let mut read = 0;
    for set in fs::read_dir(&sets).unwrap() {
        let set = set.unwrap().path();
        let [facts, texts] = ["facts", "texts"].map(|part| set.join(part).display().to_string());
        let (code, report, error) = run(&["eval", &facts, &texts]);
        assert_eq!(code, 0, "{error}");
        let all: Vec<f64> = report
            .lines()
            .last()
            .unwrap()
            .split_whitespace()
            .filter_map(|figure| figure.parse().ok())
            .collect();
        if all[0] < PRECISION || all[2] < F1 {
            low.push(format!("{}\n{report}", set.display()));
        }
        read += 1;
    }
    assert_eq!(read, 7);
    assert!(low.is_empty(), "{}", low.join("\n"));
}
