//! A page for the browser: each document with its recognized words marked, and its facts beside it.
//! Nothing in it points elsewhere; a reader can keep and send the one file.

use std::collections::BTreeSet;
use std::io::Write;
use std::ops::Range;
use std::path::PathBuf;

use anyhow::Result;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{DocumentPart, Fact, Page};
use crate::hash::sha256;
use crate::source::{Location, decode};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Writes a page. The documents are read again from where they were; one that is not there any
/// more, or has changed since the store was built, appears with its facts only, and the page
/// says so.
///
/// # Errors
/// If writing fails.
pub fn write(page: &Page, output: &mut dyn Write) -> Result<()> {
    let kinds: BTreeSet<&str> = page
        .documents
        .iter()
        .flat_map(|document| &document.sections)
        .map(|section| section.kind.as_str())
        .collect();
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (page.title) }
                    fieldset {
                        legend { "Marked in the text" }
                        @for kind in kinds {
                            label class=(format!("k-{kind}")) {
                                input type="checkbox" value=(kind) checked;
                                " " (kind)
                            }
                        }
                    }
                }
                @for (index, document) in page.documents.iter().enumerate() {
                    (part(index, document))
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    output.write_all(markup.into_string().as_bytes())?;
    Ok(())
}

/// A document and its facts.
fn part(index: usize, document: &DocumentPart) -> Markup {
    let id = |fact: usize| format!("d{index}-f{fact}");
    let facts: Vec<(&str, &str, &Fact)> = document
        .sections
        .iter()
        .flat_map(|section| {
            let of_section = move |fact| (section.kind.as_str(), section.heading.as_str(), fact);
            section.facts.iter().map(of_section)
        })
        .collect();
    let mut number = 0;
    html! {
        section.document {
            h2 { (document.source) }
            div.columns {
                article {
                    @match text_of(document) {
                        Ok(text) => p.text { (marked(&text, &facts, &id)) },
                        Err(why) => p.missing { "The text can't be shown: " (why) },
                    }
                }
                aside {
                    @for section in &document.sections {
                        h3 class=(format!("k-{}", section.kind)) { (section.heading) }
                        ul {
                            @for fact in &section.facts {
                                @let this = { number += 1; number - 1 };
                                li id=(id(this)) tabindex="0" {
                                    b { (fact.fact) }
                                    @if let Some(words) = fact.words.first() {
                                        " " q { (words.quote) }
                                        @if fact.words.len() > 1 {
                                            " " small { "and " (fact.words.len() - 1) " more" }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A document's text, and where in it each byte of the source stands.
struct Text {
    text: String,
    /// The place in `text` of each byte of the source and of its end.
    places: Vec<usize>,
}

/// Reads the document again.
fn text_of(document: &DocumentPart) -> Result<Text, String> {
    if document.source == "-" {
        return Err("it was read from standard input".to_owned());
    }
    let location = Location::File(PathBuf::from(&document.source));
    let bytes = location.open().map_err(|error| error.to_string())?.bytes;
    if sha256(&bytes) != document.sha256 {
        return Err("the file has changed since the store was built; build it again".to_owned());
    }
    let length = bytes.len();
    let (text, encoding) = decode(bytes);
    Ok(Text {
        places: encoding.places(&text, length),
        text,
    })
}

/// The spans over a piece of the text, the shortest first.
fn over(spans: &[(Range<usize>, usize)], piece: Range<usize>) -> Vec<&(Range<usize>, usize)> {
    let mut over: Vec<_> = spans
        .iter()
        .filter(|(span, _)| span.start <= piece.start && piece.end <= span.end)
        .collect();
    over.sort_by_key(|(span, index)| (span.len(), *index));
    over
}

/// The text with the words of facts marked. Where facts overlap, the one with the fewest words
/// gives the colour, and all are told.
fn marked(text: &Text, facts: &[(&str, &str, &Fact)], id: &impl Fn(usize) -> String) -> Markup {
    let spans: Vec<(Range<usize>, usize)> = facts
        .iter()
        .enumerate()
        .flat_map(|(index, (_, _, fact))| fact.words.iter().map(move |words| (words, index)))
        .filter_map(|(words, index)| {
            let (start, end) = (words.bytes.start, words.bytes.end);
            Some((*text.places.get(start)?..*text.places.get(end)?, index))
        })
        .collect();
    let ends = spans.iter().flat_map(|(span, _)| [span.start, span.end]);
    let cuts: BTreeSet<usize> = ends.chain([0, text.text.len()]).collect();
    let cuts: Vec<usize> = cuts.into_iter().collect();
    html! {
        @for cut in cuts.windows(2) {
            @let piece = &text.text[cut[0]..cut[1]];
            @let over = over(&spans, cut[0]..cut[1]);
            @match over.first() {
                None => (piece),
                Some((_, first)) => {
                    @let ids: Vec<String> = over.iter().map(|(_, index)| id(*index)).collect();
                    @let told: Vec<String> = over
                        .iter()
                        .map(|(_, index)| format!("{}: {}", facts[*index].1, facts[*index].2.fact))
                        .collect();
                    mark class=(format!("k-{}", facts[*first].0))
                        data-facts=(ids.join(" ")) title=(told.join("\n")) { (piece) }
                },
            }
        }
    }
}
