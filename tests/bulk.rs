//! `export --split`: files for bulk loaders.

mod common;

use std::fs;
use std::io::Read;
use std::path::Path;

use common::{run, sample_store};
use unsc_kg::hash::sha256;

/// The content of a file, unpacked.
fn unpacked(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    let mut text = String::new();
    match path.extension().unwrap().to_str().unwrap() {
        "gz" => flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text),
        "zst" => ruzstd::decoding::StreamingDecoder::new(bytes.as_slice())
            .unwrap()
            .read_to_string(&mut text),
        _ => bytes.as_slice().read_to_string(&mut text),
    }
    .unwrap();
    text
}

fn has_blank_node(line: &str) -> bool {
    line.starts_with("_:") || line.contains("> _:")
}

#[test]
fn files_hold_every_quad_once() {
    let (directory, store) = sample_store();
    let whole = run(&["export", "--store", &store, "--canonical"]).1;
    for compression in ["none", "gzip", "zstd"] {
        let bulk = directory.path().join(compression);
        let output = bulk.to_str().unwrap();
        let (code, _, error) = run(&[
            "export",
            "--store",
            &store,
            "--split",
            "2MB",
            "--compress",
            compression,
            "--output",
            output,
        ]);
        assert_eq!((code, error.as_str()), (0, ""), "{compression}");

        let sums = fs::read_to_string(bulk.join("SHA256SUMS")).unwrap();
        let manifest = fs::read_to_string(bulk.join("manifest.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        let mut lines = Vec::new();
        let mut parts = manifest["files"]
            .as_array()
            .unwrap()
            .iter()
            .zip(sums.lines())
            .peekable();
        while let Some((part, sum)) = parts.next() {
            let name = part["name"].as_str().unwrap();
            let bytes = fs::read(bulk.join(name)).unwrap();
            assert_eq!(sum, format!("{}  {name}", sha256(&bytes)));
            assert_eq!(part["sha256"], sha256(&bytes));
            assert_eq!(part["bytes"], bytes.len());
            let text = unpacked(&bulk.join(name));
            assert_eq!(part["quads"], text.lines().count());
            assert!(text.len() <= 2_000_000, "{name} has {} bytes", text.len());
            let is_last = parts.peek().is_none();
            assert!(
                text.lines().all(|line| has_blank_node(line) == is_last),
                "{name}"
            );
            lines.extend(text.lines().map(str::to_owned));
        }
        lines.sort();
        assert!(
            lines.join("\n") + "\n" == whole,
            "{compression}: other quads"
        );
        assert_eq!(manifest["quads"], lines.len());
        assert_eq!(manifest["graph"], format!("sha256:{}", sha256(&whole)));
        let listed = fs::read_dir(&bulk).unwrap().count();
        assert_eq!(
            listed,
            sums.lines().count() + 3,
            "{compression}: other files"
        );
    }
}

#[test]
fn what_is_there_is_left_alone() {
    let (directory, store) = sample_store();
    let taken = directory.path().join("taken");
    fs::create_dir(&taken).unwrap();
    fs::write(taken.join("mine"), "mine").unwrap();
    for path in [&taken, &taken.join("mine")] {
        let path = path.to_str().unwrap();
        let (code, _, error) = run(&[
            "export", "--store", &store, "--split", "1GB", "--output", path,
        ]);
        assert_eq!(code, 1);
        let expected = "found something there, expected a directory that is new or empty";
        assert!(error.contains(expected), "{error}");
    }
    assert_eq!(fs::read_to_string(taken.join("mine")).unwrap(), "mine");
    assert_eq!(
        fs::read_dir(directory.path()).unwrap().count(),
        2,
        "nothing is left behind"
    );
}

#[test]
fn the_guide_names_each_loader() {
    let directory = tempfile::TempDir::new().unwrap();
    let store = directory.path().join("store").display().to_string();
    let sample = "input/articles/0968.txt";
    assert_eq!(
        run(&["build", sample, "--store", &store, "--evidence", "none"]).0,
        0
    );
    for compression in ["gzip", "zstd"] {
        let bulk = directory.path().join(compression);
        let output = bulk.to_str().unwrap();
        let code = run(&[
            "export",
            "--store",
            &store,
            "--split",
            "1GB",
            "--compress",
            compression,
            "--output",
            output,
        ])
        .0;
        assert_eq!(code, 0);
        let read = |name: &str| fs::read_to_string(bulk.join(name)).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&read("manifest.json")).unwrap();
        let guide = read("LOAD.md")
            .replace(&manifest["quads"].to_string(), "[number]")
            .replace(manifest["graph"].as_str().unwrap(), "[hash]");
        insta::assert_snapshot!(compression, guide);
    }
}
