//! Names that mean one thing at one time and another at another.

mod common;

use std::fs;

use common::csv;
use tempfile::TempDir;

/// The states that a text of a year names, by their IRIs.
fn states(year: u32, text: &str) -> String {
    let directory = TempDir::new().unwrap();
    let path = |name: &str| directory.path().join(name).display().to_string();
    let document = format!(
        "Resolution 9999 ({year})\nof 1 August {year}\n\nThe Security Council,\n\n1. {text}\n\n\
        Adopted unanimously at the 4000th meeting.\n"
    );
    fs::write(path("9999.txt"), document).unwrap();
    fs::write(
        path("states.rq"),
        "SELECT ?state { ?r unsc:mentionsPlace ?state . ?state a unsc:State } ORDER BY ?state",
    )
    .unwrap();
    let answer = csv(&path("states.rq"), &[&path("9999.txt")]);
    let names = answer
        .lines()
        .skip(1)
        .map(|line| line.rsplit('/').next().unwrap());
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_name_is_read_by_the_day_of_adoption() {
    let congo = "Calls upon Belgium to withdraw from the Republic of the Congo.";
    assert_eq!(
        states(1960, congo),
        "belgium democratic-republic-of-the-congo"
    );
    assert_eq!(states(1990, congo), "belgium congo");
    let yugoslavia = "Calls upon Yugoslavia to cooperate.";
    assert_eq!(states(1980, yugoslavia), "yugoslavia");
    assert_eq!(states(1999, yugoslavia), "serbia");
    assert_eq!(
        states(1999, "Recalls the situation in the former Yugoslavia."),
        "yugoslavia"
    );
}

#[test]
fn a_city_tells_which_state_is_meant() {
    assert_eq!(
        states(
            1960,
            "Recommends that the Republic of the Congo (capital Brazzaville) be admitted."
        ),
        "congo"
    );
}

/// Persons with an office before or behind their name, or none but leadership.
#[test]
fn persons_are_known_by_what_they_are() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("9999.txt").display().to_string();
    let text = "= United Nations Security Council Resolution 9999 =\n\nInfobox\n- Date: 1 May\n\
        - Year: 1999\n\nThe junta led by Jean Doe met John Roe, the President of Liberia, and Sir \
        Jack Poe, British Foreign Secretary. The mediator was Mary Moe. King Max of Jordan, \
        Security Council, President of the day. It heard the Mediator, Count Ludwig Noe.\n";
    fs::write(&path, text).unwrap();
    let facts = csv("facts", &[&path]);
    let persons: Vec<&str> = facts
        .lines()
        .filter_map(|line| line.strip_prefix("9999,person,"))
        .collect();
    assert_eq!(
        persons,
        [
            "Jack Poe,Foreign Secretary",
            "Jean Doe,",
            "John Roe,President",
            "Ludwig Noe,Mediator",
            "Mary Moe,mediator",
            "Max,King"
        ]
    );
}

/// Bodies by the names that a text of 1961 gives them.
#[test]
fn a_body_is_named_once_in_full_and_what_it_resolved_on_is_no_part_of_its_name() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("9999.txt").display().to_string();
    let text = "Resolution 9999 (1961)\nof 1 August 1961\n\nThe Security Council,\n\n\
        1. Recalls the decision of the Israel-Jordan Mixed Armistice Commission and the resolutions of \
        the Assembly on the Territory;\n\n\
        2. Requests the members of the Mixed Armistice Commission to co-operate.\n\n\
        Adopted unanimously at the 4000th meeting.\n";
    fs::write(&path, text).unwrap();
    let facts = csv("facts", &[&path]);
    let bodies = facts
        .lines()
        .filter_map(|line| line.strip_prefix("9999,organization,"));
    assert_eq!(
        bodies.collect::<Vec<_>>(),
        ["Israel-Jordan Mixed Armistice Commission,"]
    );
}
