//! Offices: of which kind, in or for what, and whose.

mod common;

use std::fs;

use common::rows;
use tempfile::TempDir;

#[test]
fn offices_have_their_kind_and_what_they_are_in_or_for() {
    let cases: &[(&str, &str, &str)] = &[
        (
            "Welcoming the appointment of the Special Representative of the Secretary-General for Cambodia",
            "",
            "Special Representative Cambodia",
        ),
        (
            "Noting the report of the Force Commander of the United Nations Interim Force in Lebanon",
            "",
            "Force Commander United Nations Interim Force in Lebanon",
        ),
        (
            "Having heard the Minister for Foreign Affairs of Zambia and the Prime Minister of Chad",
            "",
            "Foreign Minister Zambia; Prime Minister Chad",
        ),
        (
            "Grateful to the Secretary-General of the Organization of African Unity",
            "",
            "Secretary-General Organization of African Unity",
        ),
        (
            "Having heard the President of Chad, Mr. John Doe",
            "John Doe President Chad",
            "President Chad",
        ),
        (
            "Grateful to John Doe, the Special Envoy to Haiti",
            "John Doe Special Envoy Haiti",
            "Special Envoy Haiti",
        ),
        (
            "Noting that it recommended that John Doe of Chad become Prime Minister of Chad",
            "John Doe Prime Minister Chad",
            "Prime Minister Chad",
        ),
        (
            "Having proposed Mr. John Doe to the General Assembly as the next Secretary-General",
            "John Doe Secretary-General ",
            "",
        ),
        // Neither a title nor joined to what follows.
        (
            "Having heard the representatives of Chad, and the Secretary-General on Chad",
            "",
            "",
        ),
    ];
    let directory = TempDir::new().unwrap();
    let document = directory.path().join("9999.txt").display().to_string();
    let ask = |query: &str, columns: &[usize]| {
        let answer = rows(&["query", query, "--format", "csv", "--from", &document]);
        let row = |row: &Vec<String>| {
            let cells = columns.iter().map(|column| row[*column].as_str());
            cells.collect::<Vec<_>>().join(" ")
        };
        let mut found: Vec<String> = answer.iter().map(row).collect();
        found.sort();
        found.join("; ")
    };
    for (recital, roles, posts) in cases {
        let text = format!(
            "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n{recital},\n\n\
            1. Decides to remain seized of the matter.\n\n\
            Adopted unanimously at the 4000th meeting.\n"
        );
        fs::write(&document, text).unwrap();
        assert_eq!(&ask("roles", &[4, 1, 3]), roles, "{recital}");
        assert_eq!(&ask("posts", &[1, 2]), posts, "{recital}");
    }
}
