//! Measures in force on a day: ended with their regime, lifted before it, restored, or of a regime
//! whose end is not known.

mod common;

use std::fs;

use common::rows;
use tempfile::TempDir;

/// An official text of one paragraph that imposes something.
fn text(number: u32, day: &str, year: u16, imposed: &str) -> String {
    format!(
        "Resolution {number} ({year})\nof {day} {year}\n\nThe Security Council,\n\nRecalling this,\n\n\
        1. Decides that all States shall {imposed};\n\n2. Decides to remain seized of the matter.\n\n\
        Adopted unanimously at the 4000th meeting.\n"
    )
}

const WEAPONS: &str = "implement an embargo on all deliveries of weapons to";

#[test]
fn measures_end_as_their_regimes_do() {
    let iran = text(1737, "23 December", 2006, &format!("{WEAPONS} Iran"));
    let economic = text(661, "6 August", 1990, "impose economic sanctions on Iraq");
    let korea = text(1718, "14 October", 2006, &format!("{WEAPONS} it"));
    let none = text(9999, "1 May", 1999, &format!("{WEAPONS} Fiji"));
    let cases = [
        (&iran, "2006-12-22", ""),
        (&iran, "2016-01-16", "Iran yes"),
        (&iran, "2016-01-17", ""),
        (&iran, "2025-09-27", "Iran end not known"),
        (&economic, "2003-05-22", "Iraq yes"),
        (&economic, "2003-05-23", ""),
        (
            &korea,
            "2023-12-31",
            "Democratic People's Republic of Korea yes",
        ),
        (
            &korea,
            "2024-01-01",
            "Democratic People's Republic of Korea end not known",
        ),
        (&none, "1999-05-01", " end not known"),
    ];
    let directory = TempDir::new().unwrap();
    let document = directory.path().join("text.txt").display().to_string();
    for (text, day, expected) in cases {
        fs::write(&document, text).unwrap();
        let day = format!("day={day}");
        let query = ["query", "measures-in-force", "--format", "csv", "--set"];
        let answer = rows(&[&query[..], &[&day, "--from", &document]].concat());
        let found: Vec<String> = answer.iter().map(|row| row[5..].join(" ")).collect();
        assert_eq!(found.join("; "), expected, "{day}: {text}");
    }
}
