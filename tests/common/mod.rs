//! What the tests share.
#![allow(dead_code, unreachable_pub, reason = "each test uses its part")]

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The program, as users run it.
pub fn unsc_kg() -> Command {
    let mut command = Command::cargo_bin("unsc-kg").expect("the program is built for tests");
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("UNSC_KG_STORE")
        .env("NO_COLOR", "1");
    command
}

/// Runs the program and returns its exit code with what it wrote to standard output and error.
pub fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = unsc_kg()
        .args(arguments)
        .output()
        .expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    (
        output.status.code().unwrap_or(-1),
        text(output.stdout),
        text(output.stderr),
    )
}

/// The results of a query on documents, as CSV with plain line ends.
pub fn csv(query: &str, documents: &[&str]) -> String {
    let arguments = [&["query", query, "--format", "csv", "--from"], documents].concat();
    let (code, output, error) = run(&arguments);
    assert_eq!(code, 0, "{error}");
    output.replace('\r', "")
}

/// The rows of an answer that the program gives as CSV, without the header.
pub fn rows(arguments: &[&str]) -> Vec<Vec<String>> {
    let (code, output, error) = run(arguments);
    assert_eq!(code, 0, "{error}");
    let mut reader = csv::Reader::from_reader(output.as_bytes());
    let rows = reader
        .records()
        .map(|row| row.expect("the program writes CSV"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// A store of the sample documents, in a directory that goes away with the value.
pub fn sample_store() -> (TempDir, String) {
    let directory = TempDir::new().expect("a temporary directory");
    let store = directory.path().join("store").display().to_string();
    let (code, _, error) = run(&["build", "input", "--store", &store]);
    assert_eq!(code, 0, "{error}");
    (directory, store)
}

/// The real documents, if they are beside the checkout.
pub fn corpus() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let corpus = std::env::var_os("UNSC_KG_CORPUS").map_or(beside, PathBuf::from);
    if corpus.is_dir() {
        return Some(corpus);
    }
    eprintln!("skipped: no corpus at {}", corpus.display());
    None
}
