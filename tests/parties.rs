//! Who is a party: sides that oppose, wrong, bind and govern one another, and who is none.

mod common;

use std::fs;

use common::csv;
use tempfile::TempDir;

/// The parties that an article names, in the order of the alphabet.
fn parties(sentence: &str) -> String {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("9999.txt").display().to_string();
    let article = format!(
        "= United Nations Security Council Resolution 9999 =\n\nInfobox\n- Date: 1 May\n\
        - Year: 1999\n\n{sentence}\n"
    );
    fs::write(&path, article).unwrap();
    let facts = csv("facts", &[&path]);
    let parties = facts.lines().filter_map(|row| {
        let value = row.strip_prefix("9999,party,")?;
        Some(value.trim_end_matches(',').to_owned())
    });
    parties.collect::<Vec<_>>().join("; ")
}

#[test]
fn sides_of_a_dispute() {
    let cases = [
        ("Fighting went on between Chad and Libya.", "Chad; Libya"),
        (
            "It heard the representatives of Chad and Libya.",
            "Chad; Libya",
        ),
        ("It heard the representatives of Chad, Libya and Togo.", ""),
        ("The crossing between Chad and Libya was opened.", ""),
        ("Libya had invaded Chad.", "Chad; Libya"),
        (
            "It condemned the acts of aggression committed by Libya against Chad.",
            "Chad; Libya",
        ),
        ("It demanded that Libya withdraw.", "Libya"),
        ("It imposed sanctions on Libya.", "Libya"),
        ("There was a complaint by Chad.", "Chad"),
        ("It thanked Chad for its troops.", ""),
    ];
    for (sentence, expected) in cases {
        assert_eq!(parties(sentence), expected, "{sentence}");
    }
}

#[test]
fn governments_and_authorities() {
    let cases = [
        (
            "the Government of Chad and the authorities in Libya",
            "Government of Chad; authorities in Libya",
        ),
        (
            "the Government of Côte d'Ivoire",
            "Government of Côte d'Ivoire",
        ),
        (
            "The Transitional Government met.",
            "Transitional Government",
        ),
        (
            "The Government of National Unity met.",
            "Government of National Unity",
        ),
        ("It expressed its gratitude to the Government of Chad.", ""),
        (
            "the Assembly of Heads of State and Government of the Organization of African Unity",
            "",
        ),
        // No state's government.
        ("the local Serb authorities", "local Serb authorities"),
    ];
    for (sentence, expected) in cases {
        assert_eq!(parties(sentence), expected, "{sentence}");
    }
}
