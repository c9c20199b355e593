//! Facts that no document says: told apart from those that one does, and right.

mod common;

use common::csv;

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
