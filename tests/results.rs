//! `query --format parquet` and `graphml`: results for data frames and network tools.

mod common;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use common::run;
use parquet::file::reader::{FileReader, SerializedFileReader};
use tempfile::TempDir;

/// A store with little in it, and a query of one's own beside it.
fn store_and_query(query: &str) -> (TempDir, String, String) {
    let directory = TempDir::new().unwrap();
    let path = |name: &str| directory.path().join(name).display().to_string();
    let (store, file) = (path("store"), path("query.rq"));
    let sample = "input/articles/0968.txt";
    assert_eq!(run(&["build", sample, "--store", &store]).0, 0);
    fs::write(&file, query).unwrap();
    (directory, store, file)
}

/// Writes a result, which need not be text, to a file.
fn result(directory: &Path, store: &str, query: &str, format: &str) -> PathBuf {
    let path = directory.join("result");
    let status = Command::new(env!("CARGO_BIN_EXE_unsc-kg"))
        .args(["query", query, "--store", store, "--format", format])
        .stdout(File::create(&path).unwrap())
        .status()
        .unwrap();
    assert!(status.success());
    path
}

#[test]
fn parquet_has_types_and_nulls() {
    let (directory, store, query) = store_and_query(
        "SELECT * { VALUES (?integer ?number ?truth ?day ?text ?none) {
            (1 1.5 true '1994-12-16'^^xsd:date 'a' UNDEF)
            (UNDEF 2 false '1945-10-24'^^xsd:date 1 UNDEF)
            (-3 2e3 UNDEF UNDEF resolution:968 UNDEF)
        } }",
    );
    let path = result(directory.path(), &store, &query, "parquet");
    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
    let rows = reader.get_row_iter(None).unwrap();
    let rows: Vec<String> = rows.map(|row| row.unwrap().to_string()).collect();
    let mut schema = Vec::new();
    let described = reader.metadata().file_metadata().schema();
    parquet::schema::printer::print_schema(&mut schema, described);
    let schema = String::from_utf8(schema).unwrap();
    insta::assert_snapshot!(format!("{schema}\n{}", rows.join("\n")));
}

#[test]
fn graphml_has_nodes_and_edges_with_what_is_said_of_them() {
    let (directory, store, query) = store_and_query(
        "SELECT * { VALUES (?Source ?Target ?Type ?Weight ?SourceDate ?TargetDate ?SourceName) {
            (2 1 'recalls' 3 '1946-01-30'^^xsd:date '1946-01-25'^^xsd:date 'Iran <&> \"Azerbaijan\"')
            (3 2 UNDEF 1 '1946-04-04'^^xsd:date '1946-01-30'^^xsd:date UNDEF)
            (3 1 'recalls' UNDEF UNDEF UNDEF UNDEF)
            (4 UNDEF 'nothing' 9 UNDEF UNDEF UNDEF)
        } }",
    );
    let path = result(directory.path(), &store, &query, "graphml");
    insta::assert_snapshot!(fs::read_to_string(path).unwrap());
}

#[test]
fn what_has_no_such_form_is_said() {
    let (_directory, store, query) = store_and_query("ASK {}");
    let ask = |query: &str, format: &str| {
        let (code, output, error) = run(&["query", query, "--store", &store, "--format", format]);
        assert_eq!((code, output.as_str()), (1, ""));
        error
    };
    let error = ask(&query, "parquet");
    assert!(
        error.contains("found an ASK query, whose result is yes or no, and format Parquet"),
        "{error}"
    );
    let error = ask("missions", "graphml");
    assert!(
        error.contains("expected ?Source and ?Target among them"),
        "{error}"
    );
    let error = ask("missions", "turtle");
    assert!(
        error.contains("choose table, csv, tsv, json, xml, parquet or graphml"),
        "{error}"
    );
}
