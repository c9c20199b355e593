//! `eval`: documents measured against marked facts.

mod common;

use std::fs;

use common::run;
use tempfile::TempDir;

/// Marks of the sample on resolution 968, some of them wrong on purpose.
const MARKS: &str = "\
# a comment
number\t968
mission\tUNMOT|Mission of Observers\testablishes
person\tKofi Annan\tSecretary-General
?place\t*
";

fn eval(marks: &str) -> (i32, String, String) {
    let gold = TempDir::new().unwrap();
    fs::write(gold.path().join("0968.tsv"), marks).unwrap();
    fs::write(gold.path().join("0001.tsv"), "number\t1\n").unwrap();
    let directory = gold.path().display().to_string();
    let (code, output, error) = run(&["eval", &directory, "input/articles/0968.txt"]);
    (
        code,
        output.replace(&directory, "GOLD"),
        error.replace(&directory, "GOLD"),
    )
}

#[test]
fn figures_and_misses() {
    let (code, output, error) = eval(MARKS);
    assert_eq!(code, 0, "{error}");
    assert_eq!(
        error,
        "found no document about resolution 1, which has gold: all its facts count as missed\n"
    );
    insta::assert_snapshot!(output);
}

#[test]
fn bad_gold_is_named() {
    let (code, _, error) = eval("number\t968\ntown\tKhorugh\n");
    assert_eq!(code, 1);
    assert!(
        error.contains("GOLD/0968.tsv:2: found \"town\", expected one of number, date"),
        "{error}"
    );
}
