//! What all pages of the reference share: head, style and the way from one to the other.

use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("page.css");

/// The pages, in the order in which they are named on each.
pub(super) const PAGES: [(&str, &str); 4] = [
    ("index.html", "Overview"),
    ("vocabulary.html", "Vocabulary"),
    ("queries.html", "Questions"),
    ("examples.html", "Examples"),
];

/// A whole page. `contents` is its table of contents, beside the text where there is room.
pub(super) fn page(file: &str, title: &str, contents: &Markup, body: &Markup) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content="unsc-kg docs";
                title { (title) " · unsc-kg" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { "Skip to the text" }
                header {
                    span.name { "unsc-kg" }
                    nav aria-label="Pages" {
                        ul {
                            @for (other, name) in PAGES {
                                li {
                                    a href=(other) aria-current=[(other == file).then_some("page")] { (name) }
                                }
                            }
                        }
                    }
                }
                div.columns {
                    nav.contents aria-labelledby="contents" {
                        details open {
                            summary #contents { "On this page" }
                            (contents)
                        }
                    }
                    main #main {
                        h1 { (title) }
                        (body)
                    }
                }
                footer {
                    p {
                        "Made by " code { "unsc-kg docs" } " from the ontology and the queries that the program has loaded."
                    }
                }
            }
        }
    };
    let mut text = markup.into_string();
    text.push('\n');
    text
}

/// A list of links to parts of the page.
pub(super) fn contents(parts: &[(String, String)]) -> Markup {
    html! {
        ul {
            @for (anchor, title) in parts {
                li { a href={ "#" (anchor) } { (title) } }
            }
        }
    }
}
