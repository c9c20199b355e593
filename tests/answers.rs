//! Every query that ships, with its whole answer on `input/`: `tests/answers/NAME.csv`.
//!
//! The answers were checked by reading the documents. After a change that is meant, write them
//! anew and read the difference:
//!
//! ```sh
//! INSTA_UPDATE=always cargo test --test answers
//! ```

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::sample_store;
use unsc_kg::query::shipped::{QUERIES, SUBJECTS, Shipped};
use unsc_kg::query::{self, Format};
use unsc_kg::store::Store;

/// The query whose answer is the size of all that the program knows; tests/dataset.rs counts it
/// in another way.
const COUNTED: &str = "dataset";

fn directory(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The names of the files in a directory, without their extension.
fn stems(directory: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(directory).unwrap();
    let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    files.map(|file| stem(file.unwrap().path())).collect()
}

/// The answer to a query as CSV with plain line ends.
fn answer(store: &Store, shipped: &Shipped) -> String {
    let mut output = Vec::new();
    let csv: Format = "csv".parse().unwrap();
    query::run(store, shipped.text)
        .and_then(|results| query::write(results, csv, &[], None, &mut output))
        .unwrap_or_else(|error| panic!("{}: {error}", shipped.name));
    String::from_utf8(output).unwrap().replace('\r', "")
}

/// Lines that only one of two texts has, a few of each.
fn difference(expected: &str, found: &str) -> String {
    let only = |sign, these: &str, those: &str| {
        let those: BTreeSet<&str> = those.lines().collect();
        let lines = these.lines().filter(|line| !those.contains(line));
        let lines = lines.take(5).map(|line| format!("  {sign} {line}\n"));
        lines.collect::<String>()
    };
    only('-', expected, found) + &only('+', found, expected)
}

#[test]
fn every_query_has_its_answer() {
    let (_directory, store) = sample_store();
    let store = Store::open(Path::new(&store)).unwrap();
    let answers = directory("tests/answers");
    let write = std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always");
    let mut wrong = Vec::new();
    for shipped in QUERIES.iter().filter(|query| query.name != COUNTED) {
        let file = answers.join(shipped.name).with_extension("csv");
        let found = answer(&store, shipped);
        assert!(found.lines().count() > 1, "{} finds nothing", shipped.name);
        if write {
            fs::write(&file, &found).unwrap();
        }
        let expected = fs::read_to_string(&file)
            .unwrap_or_default()
            .replace('\r', "");
        if expected != found {
            wrong.push(format!(
                "{}\n{}",
                shipped.name,
                difference(&expected, &found)
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "answers differ (the head of the test says what to do):\n{}",
        wrong.concat()
    );
    let mut names: BTreeSet<String> = QUERIES.iter().map(|it| it.name.to_owned()).collect();
    assert_eq!(
        stems(&directory("queries")),
        names,
        "each query is built in, and no other"
    );
    names.remove(COUNTED);
    assert_eq!(
        stems(&answers),
        names,
        "an answer for each query, and no other"
    );
}

#[test]
fn answers_do_not_depend_on_the_order_of_loading() {
    let (_directory, store) = sample_store();
    let store = Store::open(Path::new(&store)).unwrap();
    let quads = store.quads().iter().map(Result::unwrap);
    let mut quads: Vec<_> = quads
        .filter(|quad| !quad.graph_name.is_default_graph())
        .collect();
    quads.sort_by_cached_key(|quad| quad.to_string().bytes().rev().collect::<Vec<_>>());
    let shuffled = Store::from_quads(quads, store.base().clone()).unwrap();
    let differ = QUERIES
        .iter()
        .filter(|query| answer(&store, query) != answer(&shuffled, query));
    assert_eq!(
        differ.map(|query| query.name).collect::<Vec<_>>(),
        Vec::<&str>::new()
    );
}

#[test]
fn every_query_is_headed_by_its_question_and_subject() {
    for shipped in QUERIES {
        assert!(
            shipped.question().ends_with('?'),
            "{}: {}",
            shipped.name,
            shipped.question()
        );
        assert!(
            SUBJECTS.contains(&shipped.subject()),
            "{}: {:?}",
            shipped.name,
            shipped.subject()
        );
    }
    for subject in SUBJECTS {
        assert!(
            QUERIES.iter().any(|query| query.subject() == *subject),
            "{subject} is asked about"
        );
    }
}

/// Outside the program there is no base IRI and no prefix but what a query declares.
#[test]
fn every_query_is_complete_sparql() {
    for shipped in QUERIES {
        let parsed = spargebra::SparqlParser::new().parse_query(shipped.text);
        assert!(parsed.is_ok(), "{}: {}", shipped.name, parsed.unwrap_err());
    }
}
