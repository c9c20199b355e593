//! Footnotes: where they begin, and their call numbers in the text.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::regex;
use crate::source::official::paragraphs::Paragraph;

/// "16 Ibid., ...", "* See ...", "3 One member (China) ...": a number or sign and words that
/// only footnotes begin with.
static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\s*(?P<marker>[0-9]{1,3}|[*†‡]{1,3}|[^\w\s(\[“\x22‘'.,;]{1,3}[0-9]{0,2})?[.,]?\s*(?:[IiJl1\[][bh][tilr]d\b|Official Records\b|Idem\b|See (?:also )?(?:foot|[Oo]fficial|document|S/|A/)|Resolutions and Decisions\b|Documents? [SA8]/)",
    )
});
/// What footnotes begin with, as numbered paragraphs may.
static LIKELY_NOTE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^\s*(?P<marker>[0-9]{1,3}|[*†‡]{1,3})\.?\s*(?:[SA$8]/[0-9A-Z]|[A-Z(“])")
});
/// "1/ S/25045.": the form of mimeographed documents.
static SLASHED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\s*(?P<marker>[0-9]{1,2}|[a-z]|\*{1,3})\s?/[s\s]\s*\S"));
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^\s*[0-9]{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
});
/// A call at the end of a paragraph, where its footnote can be on another page: "Nations, 374".
static LAST_CALL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?:(?:[a-z]{2}|[)”’\x22]|\b[12][0-9]{3})\s?[,;]|(?:\)|meeting|none|vote)\.)\s?(?P<call>[0-9]{1,3})\s*$",
    )
});
/// A call with a slash, which nothing else has: "of 4 March, 2/ and".
static SLASHED_CALL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?:[^\s0-9/]|\s)([0-9]{1,2}/)(?:\s|$)"));
const MONTH: &str =
    "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
/// Words that have a number after them that is no call.
static TAKES_A_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:\b(?:articles?|art|paragraphs?|paras?|rules?|resolutions?|chapters?|nos?|annex(?:es)?|parts?|sections?|pages?|pp?|vol|volume|items?|points?|and|or|to|of|by|in|than|least|most|about|some|for|with|the|a|an|from|until|till|on|through|between|within|after|before|since|all|these|those|its|their|only|over|under|above|below|is|are|was|were|be|that|at|as|January|February|March|April|May|June|July|August|September|October|November|December|Add|Rev|Corr|supplement|session|year|number|phase|group|category|zone|sector|line|latitude|longitude|operation)\.?|[0-9/]|[0-9],|\b[A-Z]{2,}-)\s*$",
    )
});
/// What follows a call: the end, punctuation, or a word that no number counts.
static FOLLOWS_CALL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:\s*$|\s*[,;:.)](?:\s|$)|\s+(?:and|or|of|on|in|to|that|which|who|for|by|with|from|as|at|between|is|are|was|were|has|have|had|be|should|shall|will|would|until|since|concerning|regarding|relating|containing|envisag\w+|established|adopted|submitted|addressed|dated|signed|annexed|pursuant|under|the|its|their|it|considers|recommends|states|concludes|indicates|shows|notes|contains|describes|calls|“about)\b)",
    )
});
static AFTER_COMMA: LazyLock<Regex> = LazyLock::new(|| regex(r"[,;.:)”’\x22]\s*$"));
/// What no number follows but a call: a year of a date, a document's symbol.
static COMPLETE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?:[0-9]\s+{MONTH}\s+[0-9]{{4}}|\bS/[0-9]+(?:/[A-Z][\w.]*)*\)?)\s+$"
    ))
});
/// A day of a month, which a year or a call follows.
static DAY_OF_MONTH: LazyLock<Regex> =
    LazyLock::new(|| regex(&format!(r"\b[0-9]{{1,2}}\s+{MONTH}\s+$")));
/// What follows a number that a comma stands before and that belongs to the text.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:\s*\(|\s*,?\s*(?:and|to|or)\s+[0-9]|\s*,\s*[0-9]|\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\s+(?:[a-z]{2,}[a-rt-z]s|[a-z]+sses)\b|[0-9/.-]*[0-9]|(?:st|nd|rd|th)\b|\s*(?:per cent|%))",
    )
});

/// The marker of a footnote that a line begins, empty if it was lost.
///
/// `below` says that the line stands where only footnotes can: below a footnote or the closing.
pub(super) fn begins(line: &str, below: bool, blank: bool) -> Option<String> {
    let marker = |found: regex::Captures| {
        found
            .name("marker")
            .map_or_else(String::new, |marker| marker.as_str().to_owned())
    };
    if let Some(found) = NOTE.captures(line) {
        return Some(marker(found));
    }
    if let Some(found) = SLASHED.captures(line).filter(|_| blank || below) {
        return Some(marker(found));
    }
    LIKELY_NOTE
        .captures(line)
        .filter(|_| below && !DAY.is_match(line))
        .map(marker)
}

/// Cuts the calls of footnotes out of the paragraphs: numbers that a footnote has, in their
/// sequence, at places where the text has no use for a number.
pub(super) fn cut_calls(text: &str, paragraphs: &mut [Paragraph]) {
    let markers: Vec<String> = paragraphs.iter().filter_map(|p| p.note.clone()).collect();
    for paragraph in paragraphs.iter_mut().filter(|p| p.note.is_none()) {
        for range in std::mem::take(&mut paragraph.ranges) {
            cut_from(text, range, &markers, paragraph);
        }
    }
}

/// Adds a range to a paragraph, and the calls in it apart.
fn cut_from(text: &str, range: Range<usize>, markers: &[String], paragraph: &mut Paragraph) {
    let mut start = range.start;
    let mut keep = |kept: Range<usize>| {
        if !text[kept.clone()].trim().is_empty() {
            paragraph.ranges.push(kept);
        }
    };
    for call in calls(&text[range.clone()], markers) {
        let call = range.start + call.start..range.start + call.end;
        let marker = text[call.clone()].trim_end_matches('/').to_owned();
        paragraph.calls.push((call.start, marker));
        keep(start..call.start);
        start = call.end;
    }
    keep(start..range.end);
}

/// Where the calls of footnotes stand in a text.
fn calls(text: &str, markers: &[String]) -> Vec<Range<usize>> {
    let last = LAST_CALL
        .captures(text)
        .and_then(|found| found.name("call"));
    let slashed = SLASHED_CALL
        .captures_iter(text)
        .filter_map(|found| found.get(1));
    let mut found: Vec<Range<usize>> = slashed.chain(last).map(|call| call.range()).collect();
    for marker in markers.iter().filter(|marker| !marker.is_empty()) {
        let mut places: Vec<_> = text
            .match_indices(marker.as_str())
            .map(|(at, _)| call_at(text, at, marker))
            .filter(|call| !call.is_empty() && !found.contains(call))
            .collect();
        found.append(&mut places);
    }
    found.sort_by_key(|call| (call.start, Reverse(call.end)));
    found.dedup_by(|later, earlier| later.start < earlier.end);
    found
}

/// The range of a call, empty if the words there are none.
fn call_at(text: &str, at: usize, marker: &str) -> Range<usize> {
    let (before, after) = (&text[..at], &text[at + marker.len()..]);
    let sign = marker.starts_with(|c: char| !c.is_alphanumeric());
    let own_word = !before.ends_with(|c: char| c.is_ascii_digit() || "/.-$".contains(c))
        && !after.starts_with('/');
    let is_call = if sign {
        marker.starts_with('*') && !before.trim().is_empty()
    } else {
        own_word && !before.trim().is_empty() && !COUNTED.is_match(after) && {
            if COMPLETE.is_match(before) {
                !after.starts_with(char::is_alphanumeric)
            } else if DAY_OF_MONTH.is_match(before) {
                FOLLOWS_CALL.is_match(after)
            } else if AFTER_COMMA.is_match(before) {
                !after.starts_with(|c: char| c.is_alphanumeric() || c == '/')
            } else {
                !TAKES_A_NUMBER.is_match(before)
                    && before.trim_end().ends_with(char::is_alphabetic)
                    && FOLLOWS_CALL.is_match(after)
            }
        }
    };
    if is_call {
        at..at + marker.len()
    } else {
        at..at
    }
}

#[cfg(test)]
mod tests {
    use super::{begins, calls};

    fn uncalled(text: &str, markers: &[&str]) -> String {
        let markers: Vec<_> = markers.iter().map(ToString::to_string).collect();
        let mut rest = text.to_owned();
        for call in calls(text, &markers).into_iter().rev() {
            rest.replace_range(call, "");
        }
        rest
    }

    #[test]
    fn calls_go_and_numbers_stay() {
        assert_eq!(
            uncalled("of 12 June 1951, 16", &["16"]),
            "of 12 June 1951, "
        );
        assert_eq!(
            uncalled("the report 23 and its annex, 24 and", &["23", "24"]),
            "the report  and its annex,  and"
        );
        assert_eq!(
            uncalled("of 4 March, 2/ and 3 ships", &["2", "3"]),
            "of 4 March,  and 3 ships"
        );
        for kept in [
            "under Article 16 of",
            "of 1 August, 16 (1947)",
            "by 16 votes",
            "on 3, 16 and 20 May",
            "S/5/16 and",
            "with 16 observers",
            "16 December",
            "paragraphs 2, 16 and 20",
            "6, 16, and 24 of",
        ] {
            assert_eq!(uncalled(kept, &["16"]), kept);
        }
    }

    #[test]
    fn notes_begin_where_they_can() {
        assert_eq!(
            begins("16 Ibid., document S/1.", false, false),
            Some("16".to_owned())
        );
        assert_eq!(begins("1/ S/25045.", false, true), Some("1".to_owned()));
        assert_eq!(
            begins("3 One member (China) did", true, true),
            Some("3".to_owned())
        );
        assert_eq!(begins("15 June 1987;", true, true), None);
        assert_eq!(begins("46 Member States", false, true), None);
    }
}
