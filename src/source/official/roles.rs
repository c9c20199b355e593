//! What each paragraph of an official text is.

use std::ops::Range;

use crate::document::{Block, Call, Role};
use crate::passage::Passage;
use crate::source::official::closing;
use crate::source::official::lists::Lists;
use crate::source::official::numbering::{self, Opening};
use crate::source::official::openings::{self, Marked};
use crate::source::official::paragraphs::Paragraph;

/// Gives every paragraph its role, in order.
pub(super) fn assign(text: &str, paragraphs: &[Paragraph]) -> Vec<Block> {
    let openings = openings_of(text, paragraphs);
    let numbers = numbering::number(&openings);
    let mut assigner = Assigner {
        text,
        blocks: Vec::new(),
        lists: Lists::default(),
        operative: 0,
        part: Part::Preamble,
        numbered: numbers.iter().any(Option::is_some),
    };
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let next = paragraphs[index + 1..]
            .iter()
            .find(|paragraph| paragraph.note.is_none());
        assigner.paragraph(paragraph, numbers[index], next);
    }
    assigner.blocks
}

/// How the paragraphs of the resolution open; those behind its end and footnotes do not count.
fn openings_of(text: &str, paragraphs: &[Paragraph]) -> Vec<Opening> {
    let mut ended = false;
    let mut chapeau = false;
    let mut openings = Vec::new();
    for paragraph in paragraphs {
        let line = paragraph.first(text);
        ended |= closing::is_closing(line) || openings::is_after(line);
        let mut opening = Opening::default();
        if paragraph.note.is_none() && !ended && !openings::is_quoted(line) {
            let found = openings::numbered(line);
            let words = found.as_ref().map_or(line, |found| &line[found.text..]);
            opening.acts = openings::is_act(words) && !openings::is_chapeau(paragraph.start(text))
                || chapeau && found.is_some();
            opening.marker = found.map(|found| found.marker);
            chapeau |= openings::is_chapeau(paragraph.start(text));
        }
        openings.push(opening);
    }
    openings
}

/// How far the resolution has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Preamble,
    Operative,
    /// Behind the closing line or the heading of an annex.
    After,
}

struct Assigner<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    lists: Lists,
    /// The number of the latest operative paragraph.
    operative: u32,
    part: Part,
    /// Whether operative paragraphs have numbers.
    numbered: bool,
}

impl Assigner<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, number: Option<u32>, next: Option<&Paragraph>) {
        let line = paragraph.first(self.text);
        if let Some(marker) = &paragraph.note {
            self.push(
                Role::Footnote {
                    marker: marker.clone(),
                },
                paragraph,
            );
        } else if closing::is_closing(line) && self.takes_closing() {
            self.part = Part::After;
            self.push(Role::Closing, paragraph);
        } else if self.part == Part::After || openings::is_after(line) {
            self.part = Part::After;
            self.push(Role::Apparatus, paragraph);
        } else if openings::is_council(line) {
            self.push(Role::Preface, paragraph);
        } else if let Some(number) = number {
            let marked = openings::numbered(line);
            let printed = marked.is_some();
            self.operative(number, printed, &from_marker(paragraph, marked.as_ref()));
        } else if let Some(marked) = openings::listed(line).or_else(|| openings::numbered(line)) {
            self.marked(paragraph, &marked);
        } else {
            self.unmarked(paragraph, next);
        }
    }

    /// A resolution has one closing line, perhaps behind its annex, or the same twice.
    fn takes_closing(&self) -> bool {
        let is_closing = |block: &Block| block.role == Role::Closing;
        self.last().is_some_and(is_closing) || !self.blocks.iter().any(is_closing)
    }

    /// The latest block that is no footnote.
    fn last(&self) -> Option<&Block> {
        self.blocks
            .iter()
            .rev()
            .find(|block| !matches!(block.role, Role::Footnote { .. }))
    }

    fn operative(&mut self, number: u32, printed: bool, paragraph: &Paragraph) {
        self.part = Part::Operative;
        self.lists = Lists::default();
        // "1. (a) Decides ...": the paragraph is its own first item.
        let first = openings::listed(paragraph.first(self.text));
        if let Some(first) = &first {
            self.lists.next(&first.marker, true);
        }
        // Where the series begins anew, in a second part, numbers go on.
        let number = if number > self.operative {
            number
        } else {
            self.operative + 1
        };
        self.operative = number;
        self.push(
            Role::Operative { number, printed },
            &from_marker(paragraph, first.as_ref()),
        );
    }

    /// An item of a list, or an operative paragraph that has a letter for a number.
    fn marked(&mut self, paragraph: &Paragraph, marked: &Marked) {
        let line = paragraph.first(self.text);
        let below_council =
            matches!(self.last_words(), Some((Role::Preface, _))) || self.blocks.is_empty();
        let stays = self.part == Part::Preamble && below_council || self.lettered();
        let body = from_marker(paragraph, Some(marked));
        if stays && openings::is_act(&line[marked.text..]) {
            self.operative(self.operative + 1, false, &body);
            return;
        }
        let announced = self
            .last_words()
            .is_none_or(|(_, ends_with_colon)| ends_with_colon);
        let (letter, level) = self.lists.next(&marked.marker, announced);
        self.push(
            Role::Item {
                marker: letter,
                level,
            },
            &body,
        );
    }

    /// Whether the operative paragraphs are "(a) Resolves ...; (b) Requests ...".
    fn lettered(&self) -> bool {
        !self.numbered
            && self.last().is_some_and(|last| {
                matches!(last.role, Role::Operative { printed: false, .. })
                    && !last.passage.text().ends_with(':')
            })
    }

    fn unmarked(&mut self, paragraph: &Paragraph, next: Option<&Paragraph>) {
        let line = paragraph.first(self.text);
        let next_line = next.map_or("", |next| next.first(self.text));
        let quoted = openings::is_quoted(line);
        if openings::is_chapeau(paragraph.start(self.text))
            && openings::numbered(next_line).is_some()
        {
            self.push(Role::Preface, paragraph);
        } else if !quoted && !openings::is_recital(line) && openings::is_act(line) && self.may_act()
        {
            self.operative(self.operative + 1, false, paragraph);
        } else if paragraph.ranges.len() == 1 && is_heading(paragraph.start(self.text), next_line) {
            self.push(Role::Heading, paragraph);
        } else if self.part == Part::Operative || quoted || is_name(line) {
            self.go_on(paragraph);
        } else {
            self.lists = Lists::default();
            self.push(Role::Recital, paragraph);
        }
    }

    /// Whether an act without a number can be an operative paragraph: where none has one, or
    /// behind the last of them.
    fn may_act(&self) -> bool {
        let ended = self.last_words().is_none_or(|(_, colon)| !colon);
        if self.numbered {
            self.part == Part::Operative && ended
        } else {
            true
        }
    }

    /// Adds a paragraph to what it goes on with: behind a list in small letters the paragraph above
    /// the list, else the latest.
    fn go_on(&mut self, paragraph: &Paragraph) {
        let below_list = paragraph
            .first(self.text)
            .starts_with(|c: char| c.is_lowercase());
        let takes = |role: &Role| match role {
            Role::Operative { .. } | Role::Recital => true,
            Role::Item { .. } => !below_list,
            _ => false,
        };
        match self
            .blocks
            .iter_mut()
            .rev()
            .find(|block| takes(&block.role))
        {
            Some(block) => {
                let ranges = paragraph.ranges.iter().cloned();
                block.passage.append(self.text, ranges);
                block.calls.extend(calls(paragraph, &block.passage));
            }
            None => self.push(Role::Recital, paragraph),
        }
    }

    /// The role of the latest block that is no footnote, and whether it ends with a colon.
    fn last_words(&self) -> Option<(Role, bool)> {
        let last = self.last()?;
        Some((
            last.role.clone(),
            last.passage.text().ends_with([':', '—', '-']),
        ))
    }

    fn push(&mut self, role: Role, paragraph: &Paragraph) {
        let mut passage = Passage::from_ranges(self.text, paragraph.ranges.iter().cloned());
        if role == Role::Closing {
            passage = closing::mended(&passage);
        }
        if !passage.text().is_empty() {
            let calls = calls(paragraph, &passage);
            self.blocks.push(Block {
                role,
                passage,
                calls,
            });
        }
    }
}

/// The marks of footnotes in a paragraph by their places in its passage.
fn calls(paragraph: &Paragraph, passage: &Passage) -> Vec<Call> {
    let calls = paragraph.calls.iter();
    let placed = calls.map(|(place, marker)| Call {
        at: passage.at(*place),
        marker: marker.clone(),
    });
    placed.collect()
}

/// "A", "II", "Sanctions Committee": a short line without an end before a paragraph that opens.
fn is_heading(line: &str, next: &str) -> bool {
    let words = line.trim();
    words.len() < 80
        && !words.contains('\n')
        && words.starts_with(|c: char| c.is_uppercase())
        && !words.ends_with(['.', ';', ',', ':', ')'])
        && openings::opens(next)
        && !openings::opens(line)
}

/// A name of a list of names: "Mr. ...", "Ms. ...".
fn is_name(line: &str) -> bool {
    ["Mr.", "Mrs.", "Ms.", "Sir ", "- "]
        .iter()
        .any(|title| line.trim_start().starts_with(title))
}

/// A paragraph without the marker before its text.
fn from_marker(paragraph: &Paragraph, marked: Option<&Marked>) -> Paragraph {
    let mut paragraph = paragraph.clone();
    if let (Some(marked), Some(first)) = (marked, paragraph.ranges.first_mut()) {
        *first = Range {
            start: first.start + marked.text,
            end: first.end,
        };
    }
    paragraph
}
