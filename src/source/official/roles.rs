//! What each paragraph of an official text is.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Block, Role};
use crate::passage::Passage;
use crate::source::official::paragraphs::Paragraph;

static COUNCIL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:Therefore,? )?[Tt]he S[ec]curity Council\s?[,.]?$"));
static CLOSING: LazyLock<Regex> = LazyLock::new(|| regex(r"^A[dc][ao]?pted (?:at|by|unan|with|the|as|in)"));
static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?P<number>[0-9]{1,3}|[lI])\s?[.,]\s+"));
static LISTED: LazyLock<Regex> = LazyLock::new(|| regex(r"^\((?P<marker>[a-z]{1,4}|[0-9]{1,2})\)\s*"));
static ROMAN: LazyLock<Regex> = LazyLock::new(|| regex("^[ivx]+$"));
/// Headings of what follows a resolution.
static AFTER: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?i:annex(?: [IVX0-9]+)?|appendix|decisions?|attachment|enclosure)\b[.:]?$|^At its [0-9]+\w+ meeting"));
/// Operative paragraphs without a number begin with a verb in the third person.
static THIRD_PERSON: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?:(?:And|Also|Further|Hereby|Therefore|To this end|Accordingly|In this (?:regard|connection)|[Tt]he Security Council|[A-Z][a-z]+ly),? )*(?:[A-Z]?[a-z]{2,}[^s\W]s|Re-?affirms|Expresses|Stresses|Approves)\b(?: |,)")
});
static PARTICIPLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?:And |Also |Further |Having |[A-Z][a-z]+ly )*(?:[A-Za-z][a-z]+ing|Having|Convinced|Concerned|Alarmed|Determined|Mindful|Conscious|Aware|Disturbed|Grieved|Moved|Shocked)\b")
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file")
}

/// Words before the title: a subject in capitals, a page head.
pub(super) fn before_title(text: &str, end: usize) -> Vec<Block> {
    let passage = Passage::new(text, 0..end);
    if passage.text().is_empty() {
        return Vec::new();
    }
    vec![Block { role: Role::Apparatus, passage }]
}

/// Gives every paragraph its role, in order.
pub(super) fn assign(text: &str, paragraphs: Vec<Paragraph>) -> Vec<Block> {
    let mut assigner = Assigner { text, blocks: Vec::new(), operative: 0, printed: false, after: false };
    for paragraph in paragraphs {
        assigner.paragraph(paragraph);
    }
    assigner.blocks
}

struct Assigner<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    /// The number of the latest operative paragraph.
    operative: u32,
    /// Whether operative paragraphs have printed numbers.
    printed: bool,
    /// Whether the resolution has ended.
    after: bool,
}

impl Assigner<'_> {
    fn paragraph(&mut self, paragraph: Paragraph) {
        let passage = Passage::from_ranges(self.text, paragraph.ranges.clone());
        let line = passage.text();
        if let Some(marker) = paragraph.footnote {
            self.push(Role::Footnote { marker }, passage);
        } else if CLOSING.is_match(line) && self.has_begun() {
            self.after = true;
            self.push(Role::Closing, passage);
        } else if self.after || AFTER.is_match(line) && self.has_begun() {
            self.after = true;
            self.push(Role::Apparatus, passage);
        } else if COUNCIL.is_match(line) {
            self.push(Role::Preface, passage);
        } else if let Some(found) = NUMBERED.captures(line)
            && self.is_next(&found["number"])
        {
            let text = found.get_match().end();
            self.operative += 1;
            self.printed = true;
            let role = Role::Operative { number: self.operative, printed: true };
            self.push(role, self.tail(&paragraph.ranges, &passage, text));
        } else if let Some(found) = LISTED.captures(line) {
            let text = found.get_match().end();
            let (marker, level) = self.marker(&found["marker"]);
            self.push(Role::Item { marker, level }, self.tail(&paragraph.ranges, &passage, text));
        } else {
            self.unmarked(passage, &paragraph.ranges);
        }
    }

    fn unmarked(&mut self, passage: Passage, ranges: &[Range<usize>]) {
        let line = passage.text();
        let acts = THIRD_PERSON.is_match(line) && !PARTICIPLE.is_match(line);
        if acts && !self.printed {
            self.operative += 1;
            self.push(Role::Operative { number: self.operative, printed: false }, passage);
        } else if self.operative == 0 {
            self.push(Role::Recital, passage);
        } else {
            self.extend_last(passage, ranges);
        }
    }

    /// A paragraph without a marker after operative ones goes on with the latest, as quoted text
    /// and words after a list do.
    fn extend_last(&mut self, passage: Passage, ranges: &[Range<usize>]) {
        let last = self.blocks.iter_mut().rev().find(|block| {
            matches!(block.role, Role::Operative { .. } | Role::Item { .. } | Role::Recital)
        });
        match last {
            Some(block) => block.passage.append(self.text, ranges.iter().cloned()),
            None => self.push(Role::Preface, passage),
        }
    }

    /// Whether a printed number is the one that comes next, or is read as it: numbers that are
    /// out of order belong to quoted text.
    fn is_next(&self, number: &str) -> bool {
        let next = self.operative + 1;
        match number {
            "l" | "I" => next == 1,
            _ => number.parse() == Ok(next) || self.operative > 0 && number.parse() == Ok(next + 1),
        }
    }

    /// The marker of an item as it must be in its list, and its level.
    fn marker(&self, printed: &str) -> (String, u8) {
        let latest = |level: u8| {
            let list = self.blocks.iter().rev().take_while(|block| {
                matches!(block.role, Role::Item { .. } | Role::Footnote { .. })
            });
            list.filter_map(|block| match &block.role {
                Role::Item { marker, level: l } if *l == level => Some(marker.as_str()),
                _ => None,
            })
            .next()
        };
        let expected = latest(1).and_then(next_letter);
        if expected.as_deref() == Some(printed) {
            return (printed.to_owned(), 1);
        }
        if printed == "6" && expected.as_deref() == Some("b") {
            return ("b".to_owned(), 1);
        }
        if ROMAN.is_match(printed) && latest(1).is_some() {
            return (printed.to_owned(), 2);
        }
        (printed.to_owned(), 1)
    }

    /// The passage without the marker before its text.
    fn tail(&self, ranges: &[Range<usize>], passage: &Passage, text: usize) -> Passage {
        if text >= passage.text().len() {
            return Passage::default();
        }
        let start = passage.origin(text..passage.text().len()).start;
        let rest = ranges.iter().filter(|range| range.end > start);
        Passage::from_ranges(self.text, rest.map(|range| range.start.max(start)..range.end))
    }

    fn has_begun(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block.role, Role::Operative { .. } | Role::Recital))
    }

    fn push(&mut self, role: Role, passage: Passage) {
        self.blocks.push(Block { role, passage });
    }
}

fn next_letter(letter: &str) -> Option<String> {
    let byte = *letter.as_bytes().first()?;
    (letter.len() == 1 && (b'a'..b'z').contains(&byte)).then(|| char::from(byte + 1).to_string())
}
