//! The title of an official text: "Resolution 529 (1983) of 18 January 1983", "95 (1951).
//! Resolution of 1 September 1951 [S/2322]", "RESOLUTION 858 (1993) Adopted by ... on ...".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::source::lines;

/// A title in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    /// All lines of it.
    pub(crate) range: Range<usize>,
}

static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\s*(?:(?i:resolution)\s+[0-9]{1,4}\s*(?:[(\[{][0-9]{4}[)\]}]|$)|[0-9]{1,4}\s*\([0-9]{4}\)\s*[.,]?\s*(?i:resolution)\b)",
    )
});
/// Lines that belong to the title that they follow.
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^\s*(?:(?i:of) [0-9I]|[0-9]{1,2}\w* [A-Z][a-z]+\]? [0-9]{4}\s*$|[\[(]S/|Ad[ao]pted by the Security Council|meeting, on|on [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}\s*$)")
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file")
}

/// Finds the title: the first line that names a resolution by number and year, with the lines
/// after it that give date, symbol and meeting.
pub(crate) fn find(text: &str) -> Option<Title> {
    let lines: Vec<_> = lines(text).collect();
    let index = lines.iter().position(|(_, line)| TITLE.is_match(line))?;
    let mut end = lines[index].0.end;
    for (range, line) in &lines[index + 1..] {
        if GOES_ON.is_match(line) {
            end = range.end;
        } else if !line.trim().is_empty() {
            break;
        }
    }
    Some(Title { range: lines[index].0.start..end })
}
