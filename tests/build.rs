//! `build`: what is read, what is refused, and that nothing stored is ever lost.

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use common::{run, sample_store};
use tempfile::TempDir;

const TEXT: &str = "Resolution 9001 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n\
    1. Decides to extend the mandate of the United Nations Interim Force in Lebanon\n\
    for a period of six months.\n\nAdopted unanimously at the 4000th meeting.\n";

fn graph(store: &str) -> Vec<u8> {
    let graphs: Vec<_> = fs::read_dir(store)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "nq"))
        .collect();
    assert_eq!(graphs.len(), 1, "one graph in a store: {graphs:?}");
    fs::read(&graphs[0]).unwrap()
}

#[test]
fn reads_all_samples() {
    let (_directory, store) = sample_store();
    let (code, output, _) = run(&["query", "documents", "--store", &store, "--format", "csv"]);
    let documents: usize = ["input/articles", "input/official", "input/tables"]
        .map(|directory| walk(Path::new(directory)))
        .iter()
        .sum();
    assert_eq!((code, output.lines().count() - 1), (0, documents));
}

fn walk(directory: &Path) -> usize {
    fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(directory))
        .unwrap()
        .count()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let directory = TempDir::new().unwrap();
    let stores: Vec<String> = ["a", "b"]
        .iter()
        .map(|name| directory.path().join(name).display().to_string())
        .collect();
    let inputs = ["input/articles", "input/official"];
    assert_eq!(
        run(&["build", inputs[0], inputs[1], "--store", &stores[0]]).0,
        0
    );
    let other = common::unsc_kg()
        .args(["build", inputs[1], inputs[0], "--store", &stores[1]])
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .unwrap();
    assert!(other.status.success());
    assert!(
        graph(&stores[0]) == graph(&stores[1]),
        "order and threads changed the bytes"
    );
}

#[test]
fn what_is_no_resolution_is_reported_and_the_rest_is_read() {
    let directory = TempDir::new().unwrap();
    let inputs = directory.path().join("inputs");
    fs::create_dir(&inputs).unwrap();
    for (name, bytes) in [
        ("article.txt", "= Lebanon =\n\nA country.\n".as_bytes()),
        ("binary", b"\x7fELF\0\0\0"),
        ("empty.txt", b"  \n"),
        ("error.html", b"\n<!DOCTYPE html><html>404</html>"),
        ("good.txt", TEXT.as_bytes()),
        ("letter.txt", b"\n\nDear Sir,\n"),
        (
            "members.csv",
            b"# who sat\ncountry,start_year\nFrance,1946\n",
        ),
        ("print.pdf", b"%PDF-1.7"),
        ("table.json", b"{\"res_no\": 1}"),
        ("utf16.txt", b"\xff\xfeR\0"),
    ] {
        fs::write(inputs.join(name), bytes).unwrap();
    }
    let store = directory.path().join("store").display().to_string();
    let (code, _, error) = run(&["build", inputs.to_str().unwrap(), "--store", &store]);
    let error = error
        .replace(&format!("{}/", inputs.display()), "")
        .replace(&store, "STORE");
    let error = regex::Regex::new(r"[0-9.]+ s\b|[0-9]+ quads|[0-9a-f]{64}")
        .unwrap()
        .replace_all(&error, "…");
    insta::assert_snapshot!(format!("exit code {code}\n{error}"));
}

#[test]
fn compressed_and_latin1_and_marked_texts_say_the_same() {
    let directory = TempDir::new().unwrap();
    let text = TEXT.replace("Lebanon", "Lebanon (régime)");
    let latin1: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let gzip = {
        use std::io::Write;
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let crlf = text.replace('\n', "\r\n");
    let marked = format!("\u{feff}{text}");
    let facts = |name: &str, bytes: &[u8]| {
        let path = directory.path().join(name);
        fs::write(&path, bytes).unwrap();
        run(&[
            "query",
            "facts",
            "--from",
            path.to_str().unwrap(),
            "--format",
            "csv",
        ])
    };
    let plain = facts("plain", text.as_bytes());
    assert!(plain.1.contains("9001,term,P6M"), "{plain:?}");
    for (name, bytes) in [
        ("latin1", &latin1),
        ("gz", &gzip),
        ("crlf", &crlf.into_bytes()),
        ("marked", &marked.into_bytes()),
    ] {
        let (code, output, error) = facts(name, bytes);
        assert_eq!((code, output), (plain.0, plain.1.clone()), "{name}");
        assert_eq!(error.contains("windows-1252"), name == "latin1", "{error}");
    }
}

#[test]
fn words_are_the_bytes_that_are_named() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("marked.txt");
    let text = format!(
        "\u{feff}{}",
        TEXT.replace("in Lebanon", "in Lebanon (régime)")
    );
    fs::write(&path, text.as_bytes()).unwrap();
    let (code, output, _) = run(&[
        "query",
        "evidence",
        "--from",
        path.to_str().unwrap(),
        "--format",
        "json",
    ]);
    assert_eq!(code, 0);
    let json: serde_json::Value = serde_json::from_str(&output).unwrap();
    let rows = json["results"]["bindings"].as_array().unwrap();
    assert!(rows.len() > 5);
    for row in rows {
        let number = |name: &str| {
            row[name]["value"]
                .as_str()
                .unwrap()
                .parse::<usize>()
                .unwrap()
        };
        let words = &text.as_bytes()[number("start")..number("end")];
        assert_eq!(words, row["quote"]["value"].as_str().unwrap().as_bytes());
    }
}

#[test]
fn a_build_that_fails_or_is_killed_leaves_a_whole_store() {
    let (_directory, store) = sample_store();
    let before = graph(&store);
    let (code, _, error) = run(&["build", "Cargo.toml", "--store", &store]);
    assert_eq!(code, 1, "{error}");
    assert!(graph(&store) == before);
    let program = assert_cmd::cargo::cargo_bin("unsc-kg");
    for delay in (0..300).step_by(20) {
        let mut child = Command::new(&program)
            .args(["build", "input/articles", "--store", &store, "--quiet"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(Duration::from_millis(delay));
        let _ = child.kill();
        child.wait().unwrap();
        let (code, output, error) = run(&["query", "votes", "--store", &store, "--format", "csv"]);
        assert_eq!(code, 0, "{error}");
        assert!(output.contains("\n968,1994-12-16,15,0,0,"), "{output}");
    }
    assert_eq!(run(&["build", "input", "--store", &store]).0, 0);
    assert!(
        graph(&store) == before,
        "leftovers are gone and the store is as it was"
    );
}

#[test]
fn a_directory_with_other_things_is_not_taken() {
    let directory = TempDir::new().unwrap();
    fs::write(directory.path().join("thesis.doc"), "years of work").unwrap();
    let (code, _, error) = run(&[
        "build",
        "input",
        "--store",
        directory.path().to_str().unwrap(),
    ]);
    assert_eq!(code, 1);
    assert!(
        error.contains("found \"thesis.doc\", expected a store or an empty directory"),
        "{error}"
    );
    assert!(directory.path().join("thesis.doc").exists());
}

/// Nor is one that only looks a little like a store.
#[test]
fn names_like_ours_are_not_taken() {
    let directory = TempDir::new().unwrap();
    let store = directory.path().to_str().unwrap();
    for (name, content) in [
        ("manifest.json", "{\"name\": \"an app\"}"),
        ("graph-notes.txt", "years of work"),
    ] {
        let path = directory.path().join(name);
        fs::write(&path, content).unwrap();
        let (code, _, error) = run(&["build", "input/articles/0968.txt", "--store", store]);
        assert_eq!(code, 1, "{error}");
        assert!(error.contains("expected a store"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
}

#[test]
fn damaged_and_missing_stores_are_named() {
    let (directory, store) = sample_store();
    let missing = directory.path().join("nothing").display().to_string();
    let (code, _, error) = run(&["query", "votes", "--store", &missing]);
    assert_eq!(code, 1);
    assert!(error.contains("found no store at"), "{error}");
    let manifest = Path::new(&store).join("manifest.json");
    let json = fs::read_to_string(&manifest).unwrap();
    let data = fs::read_dir(&store)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|e| e == "nq"))
        .unwrap();
    let mut bytes = fs::read(&data).unwrap();
    bytes.truncate(bytes.len() / 2);
    fs::write(&data, bytes).unwrap();
    // With a database beside it, the file is not read.
    if cfg!(not(feature = "rocksdb")) {
        let (code, _, error) = run(&["query", "votes", "--store", &store]);
        assert_eq!(code, 1);
        assert!(
            error.contains("found other bytes than were stored"),
            "{error}"
        );
    }
    fs::write(&manifest, json.replace("\"version\": 4", "\"version\": 99")).unwrap();
    let (code, _, error) = run(&["query", "votes", "--store", &store]);
    assert_eq!(code, 1);
    assert!(error.contains("found version 99, expected 4"), "{error}");
}
