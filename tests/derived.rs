//! Facts that no document says: told apart from those that one does, and right.

mod common;

use std::fs;

use common::csv;
use tempfile::TempDir;

/// Fourteen votes for, one member that took no part, as its footnote says.
#[test]
fn the_rest_voted_for() {
    insta::assert_snapshot!(csv("council", &["input/articles/0338.txt"]));
}

/// Rwanda alone voted against; the article does not name the abstaining member.
#[test]
fn who_did_what_is_not_guessed() {
    insta::assert_snapshot!(csv("council", &["input/articles/0955.txt"]));
}

#[test]
fn facts_are_stated_ones_only() {
    let facts = csv("facts", &["input/official/0619.txt"]);
    assert!(
        !facts.contains("ballot") && !facts.contains("inFavour"),
        "{facts}"
    );
}

#[test]
fn measures_belong_to_regimes() {
    // Begun by the resolution itself, against a known target, or only cited; none where two fit.
    let cases = [
        (
            "748 (1992)",
            "31 March 1992",
            "Decides that all States shall implement an embargo on all deliveries of weapons to Libya",
            "libya-748,regime-begun",
        ),
        (
            "9999 (1993)",
            "1 June 1993",
            "Decides that all States shall implement an embargo on all deliveries of weapons to Somalia",
            "somalia,regime-of-the-target",
        ),
        (
            "9999 (1993)",
            "1 June 1993",
            "Decides that all States shall freeze all funds",
            "libya-748,regime-cited",
        ),
        (
            "9999 (2003)",
            "22 December 2003",
            "Decides that all States shall implement an embargo on all deliveries of weapons to Liberia",
            "",
        ),
        (
            "9999 (2025)",
            "1 November 2025",
            "Decides that all States shall implement an embargo on all deliveries of weapons to Iran",
            "iran,regime-of-the-target",
        ),
        (
            "9999 (2003)",
            "13 September 2003",
            "Decides that all States shall implement an embargo on all deliveries of weapons to Libya",
            "",
        ),
    ];
    let query = "SELECT ?regime ?rule { ?f unsc:ofRegime ?g ; unsc:rule ?r ; unsc:ofImposition/unsc:measure ?m \
        BIND(REPLACE(STR(?g), '^.*/', '') AS ?regime) BIND(REPLACE(STR(?r), '^.*/', '') AS ?rule) }";
    let directory = TempDir::new().unwrap();
    let file = directory.path().join("query.rq").display().to_string();
    fs::write(&file, query).unwrap();
    for (number, day, paragraph, expected) in cases {
        let recital = if expected.ends_with("cited") {
            "Reaffirming its resolution 748 (1992)"
        } else {
            "Recalling this"
        };
        let text = format!(
            "Resolution {number}\nof {day}\n\nThe Security Council,\n\n{recital},\n\n\
            1. {paragraph};\n\n2. Decides to remain seized of the matter.\n\n\
            Adopted unanimously at the 4000th meeting.\n"
        );
        let document = directory.path().join("text.txt").display().to_string();
        fs::write(&document, text).unwrap();
        let answer = csv(&file, &[&document]);
        let rows: Vec<&str> = answer.lines().skip(1).collect();
        assert_eq!(rows.join(" "), expected, "{paragraph}");
    }
}
