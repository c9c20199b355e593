//! Lines to paragraphs, with footnotes set apart and paragraphs that they interrupt made whole.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::regex;
use crate::source::lines;
use crate::source::official::{closing, footnotes, furniture, openings};

/// A paragraph as stretches of the text that follow one another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) ranges: Vec<Range<usize>>,
    /// The number or sign of a footnote.
    pub(super) note: Option<String>,
    /// The marks of footnotes that were cut out of it, with their places in the text.
    pub(super) calls: Vec<(usize, String)>,
}

static LETTERED_HEADING: LazyLock<Regex> = LazyLock::new(|| regex(r"^[A-H]\.\s+[A-Z][^.;,:]*$"));

impl Paragraph {
    /// Its first line.
    pub(super) fn first<'a>(&self, text: &'a str) -> &'a str {
        self.start(text).lines().next().unwrap_or_default()
    }

    /// Its first stretch.
    pub(super) fn start<'a>(&self, text: &'a str) -> &'a str {
        self.ranges.first().map_or("", |range| &text[range.clone()])
    }
}

/// A footnote's call at the end of a line.
static CALL: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?P<end>[,;.:)])\s?(?:[0-9]{1,3}/?|\*{1,3}|[^\w\s,;.:)”’]{1,2}[0-9]{0,2})$")
});

/// Splits the text from a place on into paragraphs.
pub(super) fn split(text: &str, from: usize) -> Vec<Paragraph> {
    let mut splitter = Splitter {
        text,
        done: Vec::new(),
        main: None,
        at: 0,
        blank: true,
        closed: false,
    };
    for (range, line) in lines(text).filter(|(range, _)| range.start >= from) {
        if line.trim().is_empty() || furniture::is_furniture(line) {
            splitter.blank = true;
        } else {
            splitter.line(range, line);
            splitter.blank = false;
        }
    }
    splitter.done
}

/// Where a line goes.
enum Place {
    Note(String),
    New,
    /// On with the paragraph of this index.
    On(usize),
}

struct Splitter<'a> {
    text: &'a str,
    done: Vec<Paragraph>,
    /// The latest paragraph that is no footnote.
    main: Option<usize>,
    /// The paragraph that the latest line went to.
    at: usize,
    /// Whether a blank line or the edge of a page came last.
    blank: bool,
    /// Whether the resolution's closing line has come.
    closed: bool,
}

impl Splitter<'_> {
    fn line(&mut self, range: Range<usize>, line: &str) {
        match self.place(line) {
            Place::Note(marker) => {
                self.at = self.done.len();
                self.done.push(Paragraph {
                    ranges: vec![range],
                    note: Some(marker),
                    calls: Vec::new(),
                });
            }
            Place::New => {
                self.closed |= closing::is_closing(line);
                self.at = self.done.len();
                self.main = Some(self.at);
                self.done.push(Paragraph {
                    ranges: vec![range],
                    ..Paragraph::default()
                });
            }
            Place::On(index) => {
                let follows = !self.blank && index == self.at;
                self.at = index;
                let paragraph = &mut self.done[index];
                match paragraph.ranges.last_mut() {
                    Some(last) if follows => last.end = range.end,
                    _ => paragraph.ranges.push(range),
                }
            }
        }
    }

    fn place(&self, line: &str) -> Place {
        let in_note = self.done.get(self.at).is_some_and(|at| at.note.is_some());
        let below = in_note || self.closed && self.blank;
        if let Some(marker) = footnotes::begins(line, below && !self.is_paragraph(line), self.blank)
        {
            Place::Note(marker)
        } else if in_note {
            self.after_note(line)
        } else if self.main.is_some() {
            self.after_main(line)
        } else {
            Place::New
        }
    }

    /// Whether a line below a footnote is rather a numbered paragraph.
    fn is_paragraph(&self, line: &str) -> bool {
        !self.closed
            && openings::numbered(line)
                .is_some_and(|found| openings::is_known_act(&line[found.text..]))
    }

    fn after_note(&self, line: &str) -> Place {
        let note = self.words(self.at);
        let unfinished_main = self.main.filter(|main| self.goes_on(*main, line));
        if self.blank {
            match unfinished_main {
                _ if openings::opens(line) => Place::New,
                Some(main) => Place::On(main),
                None if !note.ends_with(['.', ')']) => Place::On(self.at),
                None => Place::New,
            }
        } else {
            match unfinished_main {
                _ if closing::is_closing(line) || self.is_paragraph(line) => Place::New,
                Some(main) if note.ends_with('.') && begins_low(line) => Place::On(main),
                _ => Place::On(self.at),
            }
        }
    }

    fn after_main(&self, line: &str) -> Place {
        let begins = if self.blank {
            openings::opens(line) || !self.goes_on(self.at, line)
        } else {
            self.begins(self.at, line)
        };
        if begins {
            Place::New
        } else {
            Place::On(self.at)
        }
    }

    /// Whether a paragraph stopped in mid sentence and a line behind a gap goes on with it.
    fn goes_on(&self, main: usize, line: &str) -> bool {
        let words = self.words(main);
        if closing::is_closing(&words) {
            return begins_low(line)
                && (!words.ends_with('.') || !words.contains(char::is_numeric));
        }
        let ended = words.ends_with(['.', ';', ':', '”', '"', '—']) && !words.ends_with("No.")
            || words.ends_with("; and");
        let apart = ended || openings::is_council(&words) || is_heading(&words) || is_heading(line);
        !apart && (begins_low(line) || !words.ends_with([',', ')', ']']))
    }

    /// Whether a line begins a paragraph though no blank line comes before it.
    fn begins(&self, main: usize, line: &str) -> bool {
        let before = self.words(main);
        if closing::is_closing(line) {
            return !before.ends_with(|c: char| c.is_lowercase());
        }
        if openings::is_council(line) || openings::is_council(&before) {
            return true;
        }
        let ended = before.ends_with(['.', ';', ':', ',']) && !before.ends_with("No.");
        let listed = ended
            || [" and", " or", "—", "-"]
                .iter()
                .any(|end| before.ends_with(end));
        ended && openings::numbered(line).is_some()
            || listed && openings::listed(line).is_some()
            || before.ends_with(',') && openings::is_recital(line)
            || before.ends_with([';', ',']) && openings::is_known_act(line)
            || ended && is_heading(line)
            || is_heading(&before) && openings::opens(line)
    }

    /// The words of a paragraph without a call at their end.
    fn words(&self, index: usize) -> String {
        let range = self.done[index].ranges.last().cloned().unwrap_or_default();
        CALL.replace(self.text[range].trim_end(), "$end")
            .trim_end()
            .to_owned()
    }
}

/// "A", "IV", "ANNEX", "B. General provisions": a line without a small letter, or behind one letter.
fn is_heading(words: &str) -> bool {
    let words = words.trim();
    words.len() < 80
        && (words.contains(char::is_uppercase) && !words.contains(char::is_lowercase)
            || LETTERED_HEADING.is_match(words))
}

fn begins_low(line: &str) -> bool {
    line.trim_start()
        .starts_with(|c: char| c.is_lowercase() || c.is_numeric() || c == '(')
}

#[cfg(test)]
mod tests {
    use super::split;

    fn paragraphs(text: &str) -> Vec<(Option<String>, Vec<&str>)> {
        let read = |p: super::Paragraph| (p.note, p.ranges.into_iter().map(|r| &text[r]).collect());
        split(text, 0).into_iter().map(read).collect()
    }

    #[test]
    fn footnotes_interrupt_paragraphs() {
        let text = "Recalling the report of\n4 March, 1/ which\n\n1/ S/1994/1.\n\n94-12345 (E)\nPage 2\n\n\
                    says so,\nNoting that,\n1. Calls upon all;\n2, Urges them.\nAdopted at the 9th meeting. 2\n\n\
                    2 One member (Utopia)\ndid not vote.";
        let note = |marker: &str| Some(marker.to_owned());
        let expected = vec![
            (
                None,
                vec!["Recalling the report of\n4 March, 1/ which", "says so,"],
            ),
            (note("1"), vec!["1/ S/1994/1."]),
            (None, vec!["Noting that,"]),
            (None, vec!["1. Calls upon all;"]),
            (None, vec!["2, Urges them."]),
            (None, vec!["Adopted at the 9th meeting. 2"]),
            (note("2"), vec!["2 One member (Utopia)\ndid not vote."]),
        ];
        assert_eq!(paragraphs(text), expected);
    }

    #[test]
    fn references_open_nothing() {
        let text = "of paragraphs 4\n(a) and (b), and article\n2. It goes on,\nand on";
        assert_eq!(paragraphs(text), [(None, vec![text])]);
    }
}
