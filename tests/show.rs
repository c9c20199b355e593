//! `show`: one resolution for people, in the terminal and in the browser.

mod common;

use std::fs;

use common::{run, sample_store};
use regex::Regex;
use tempfile::TempDir;

#[test]
fn prints_facts_with_words() {
    let (_directory, store) = sample_store();
    let (code, output, _) = run(&["show", "968", "--store", &store]);
    assert_eq!(code, 0);
    insta::assert_snapshot!(output);
    let (code, _, error) = run(&["show", "12345", "--store", &store]);
    assert_eq!(code, 1);
    assert!(
        error.contains("found no document about resolution 12345"),
        "{error}"
    );
}

/// A document with facts inside facts, in an encoding with one byte a character.
const LATIN1: &[u8] = b"Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n\
    1. Decides to extend the mandate of the United Nations\nInterim Force in Lebanon \
    <until> 1 June 2000;\n\n2. Thanks C\xf4te d'Ivoire.\n\n\
    Adopted unanimously at the 4000th meeting.\n";

/// Builds a store of [`LATIN1`] and returns its directory, the document and the store.
fn latin1() -> (TempDir, String, String) {
    let directory = TempDir::new().unwrap();
    let path = |name: &str| directory.path().join(name).display().to_string();
    let (document, store) = (path("9999.txt"), path("store"));
    fs::write(&document, LATIN1).unwrap();
    let (code, _, error) = run(&["build", &document, "--store", &store]);
    assert_eq!(code, 0, "{error}");
    (directory, document, store)
}

#[test]
fn the_page_marks_the_document() {
    let (_directory, _, store) = latin1();
    let (code, page, error) = run(&["show", "9999", "--html", "--store", &store]);
    assert_eq!(code, 0, "{error}");
    let text = Regex::new("(?s)<p class=\"text\">(.*?)</p>").unwrap();
    let text = &text.captures(&page).unwrap()[1];
    insta::assert_snapshot!(text);
    let bare = Regex::new("<[^>]*>").unwrap().replace_all(text, "");
    let bare = bare
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    let document: String = LATIN1.iter().map(|byte| char::from(*byte)).collect();
    assert_eq!(bare, document, "the text is the document's, unchanged");
    assert!(
        !page.contains("http://") && !page.contains("src="),
        "it is self-contained"
    );
}

#[test]
fn a_changed_document_is_not_shown() {
    let (_directory, document, store) = latin1();
    fs::write(&document, "another text").unwrap();
    let (code, page, _) = run(&["show", "9999", "--html", "--store", &store]);
    assert_eq!(code, 0);
    assert!(
        page.contains("the file has changed since the store was built"),
        "{page}"
    );
    assert!(
        page.contains("<b>1999-05-01</b> <q>1 May 1999</q>"),
        "{page}"
    );
}
