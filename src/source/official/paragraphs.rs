//! Lines to paragraphs, with footnotes set apart and paragraphs that they interrupt made whole.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::source::lines;

/// A paragraph as stretches of the text that follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) ranges: Vec<Range<usize>>,
    /// The number or sign of a footnote.
    pub(super) footnote: Option<String>,
}

/// A number or sign at the beginning of a footnote; operative paragraphs have a full stop.
static FOOTNOTE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\s*(?P<marker>[0-9]{1,3}/?|\*{1,3}|[a-z]/)\s*(?P<text>(?:Ibid|[JIl]bid|Official Records|See\b|See,|Document|Idem|Resolution|For the|One member|Two members|Three members|Adopted (?:without|unanim|by)|In the absence|The draft|United Nations|General Assembly|Modified|Subsequently|Republic of|Not participating|[SA\$]/[0-9]|[A-Z“\x22(]).*)$",
    )
});
static MONTH: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^[0-9]{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb)")
});
/// The beginning of a paragraph that needs no blank line before it.
static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\s*(?P<number>[0-9]{1,3}|[lI])\s?[.,]\s+\S"));
static LISTED: LazyLock<Regex> = LazyLock::new(|| regex(r"^\s*\((?:[a-z]{1,4}|[0-9]{1,2})\)\s+\S"));
static CLOSING: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\s*A[dc][ao]?pted\s+(?:at|by|unan|with|the|as|in)"));
static COUNCIL: LazyLock<Regex> = LazyLock::new(|| regex(r"^\s*The Security Council\s*[,.]?\s*$"));
static RECITAL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\s*(?:(?:Also|Further|Deeply|Gravely|Once again|[A-Z][a-z]+ly) )?(?:[A-Za-z][a-z]+ing|Convinced|Concerned|Alarmed|Determined|Mindful|Conscious|Aware|Disturbed|Grieved|Having)\b"));
static ACT: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\s*(?:(?:Also|Further|Hereby|[A-Z][a-z]+ly) )?[A-Z]?[a-z]+[^s\W]s\b"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file")
}

/// Splits the text from a place on into paragraphs.
pub(super) fn split(text: &str, from: usize) -> Vec<Paragraph> {
    let mut splitter = Splitter::default();
    for (range, line) in lines(text).filter(|(range, _)| range.start >= from) {
        splitter.line(text, range, line);
    }
    splitter.finish(text)
}

#[derive(Default)]
struct Splitter {
    done: Vec<Paragraph>,
    open: Option<Paragraph>,
    /// Whether a blank line came last.
    blank: bool,
}

impl Splitter {
    fn line(&mut self, text: &str, range: Range<usize>, line: &str) {
        if line.trim().is_empty() {
            self.blank = true;
            return;
        }
        let begins_note = FOOTNOTE.captures(line).filter(|_| self.may_begin_note(line));
        if let Some(note) = begins_note {
            let marker = note["marker"].trim_end_matches('/').to_owned();
            self.begin(Paragraph { ranges: vec![range], footnote: Some(marker) });
        } else if self.blank || self.open.is_none() || self.begins(text, line) {
            self.begin(Paragraph { ranges: vec![range], footnote: None });
        } else if let Some(open) = &mut self.open
            && let Some(last) = open.ranges.last_mut()
        {
            last.end = range.end;
        }
        self.blank = false;
    }

    /// Notes stand below a blank line or below other notes.
    fn may_begin_note(&self, line: &str) -> bool {
        let below_note = self.open.as_ref().is_some_and(|open| open.footnote.is_some());
        (self.blank || below_note) && !MONTH.is_match(line.trim_start())
    }

    /// Whether a line begins a paragraph though no blank line comes before it.
    fn begins(&self, text: &str, line: &str) -> bool {
        let Some(open) = &self.open else { return true };
        let before = open.ranges.last().map_or("", |range| text[range.clone()].trim_end());
        let ended = before.ends_with([';', '.', ':', ',', ')', '—', '-']);
        if CLOSING.is_match(line) || COUNCIL.is_match(line) || COUNCIL.is_match(before) {
            return true;
        }
        if open.footnote.is_some() {
            return NUMBERED.is_match(line) && before.ends_with('.');
        }
        ended && (LISTED.is_match(line) || NUMBERED.is_match(line) && !MONTH.is_match(line))
            || before.ends_with(',') && RECITAL.is_match(line) && line.trim_start().starts_with(char::is_uppercase)
            || before.ends_with([';', '.', ',']) && before.len() > 20
                && !before.ends_with("No.")
                && ACT.is_match(line)
                && line.trim_start().starts_with(char::is_uppercase)
                && before.ends_with(';')
    }

    fn begin(&mut self, paragraph: Paragraph) {
        self.done.extend(self.open.replace(paragraph));
    }

    fn finish(mut self, text: &str) -> Vec<Paragraph> {
        self.done.extend(self.open.take());
        join_interrupted(text, self.done)
    }
}

/// Joins a paragraph that stops in mid sentence with the one that goes on in lower case, past
/// the footnotes between them.
fn join_interrupted(text: &str, paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let mut joined: Vec<Paragraph> = Vec::new();
    for paragraph in paragraphs {
        let open = joined.iter_mut().rev().find(|p| p.footnote.is_none());
        if paragraph.footnote.is_none()
            && let Some(open) = open
            && is_unfinished(text, open)
            && goes_on(text, &paragraph)
        {
            open.ranges.extend(paragraph.ranges);
        } else {
            joined.push(paragraph);
        }
    }
    joined
}

fn is_unfinished(text: &str, paragraph: &Paragraph) -> bool {
    let last = paragraph.ranges.last().map_or("", |range| text[range.clone()].trim_end());
    !last.ends_with(['.', ';', ':', ',', '”', '"']) || last.ends_with("No.")
}

fn goes_on(text: &str, paragraph: &Paragraph) -> bool {
    let first = paragraph.ranges.first().map_or("", |range| text[range.clone()].trim_start());
    !CLOSING.is_match(first)
        && !NUMBERED.is_match(first)
        && !LISTED.is_match(first)
        && !COUNCIL.is_match(first)
        && first.starts_with(|c: char| c.is_lowercase() || c.is_numeric() || c == '(')
}
