//! The title of an official text: "Resolution 529 (1983) of 18 January 1983", "95 (1951).
//! Resolution of 1 September 1951 [S/2322]", "RESOLUTION 858 (1993) Adopted by ... on ...".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::regex;
use crate::source::lines;
use crate::source::official::openings;

/// A title in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    /// The lines that name the resolution.
    pub(crate) range: Range<usize>,
    /// "Adopted by the Security Council at its 3268th meeting, on 24 August 1993".
    pub(crate) adopted: Option<Range<usize>>,
    /// Where the text begins.
    pub(crate) end: usize,
}

static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:(?:UN |United Nations )?Security Council )?(?:Resolution|RESOLUTION)\s+[0-9]{1,4}\s*(?:[(\[{][0-9]{4}[)\]}]\W*[0-9]{0,2}\W*(?:$|(?i:of|adopted)\b)|\W*$)|[0-9]{1,4}\s*\([0-9]{4}\)\s*[.,]?\s*Resolution\b)",
    )
});
/// Lines that belong to the title that they follow: the day, the symbol.
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\s*(?:(?i:of|on)\s+[0-9I]|[0-9]{1,2}\w*\s+[A-Z][a-z]+\S?,?\s+[0-9]{4}\W*$|[\[({][S8]/[^\])}]*[\])}])",
    )
});
static ADOPTED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\W*A[dc][ao]?[op]ted\s+by\s+the\s+Security\s+Council\b"));
static DATED: LazyLock<Regex> = LazyLock::new(|| regex(r"\bon\b.*\b(?:19|20)[0-9]{2}\b"));

/// Finds the title: the first line that names a resolution by number and year, with the lines
/// after it that give date, symbol and meeting.
pub(crate) fn find(text: &str) -> Option<Title> {
    let lines: Vec<_> = lines(text)
        .filter(|(_, line)| !line.trim().is_empty())
        .collect();
    let index = lines.iter().position(|(_, line)| TITLE.is_match(line))?;
    let first = lines[index].0.clone();
    let mut title = Title {
        end: first.end,
        range: first,
        adopted: None,
    };
    let mut open = false;
    for (range, line) in &lines[index + 1..] {
        let goes_on = open && !openings::opens(line);
        if ADOPTED.is_match(line) || goes_on {
            let start = title
                .adopted
                .as_ref()
                .map_or(range.start, |adopted| adopted.start);
            open = !DATED.is_match(&text[start..range.end]) && range.end - start < 160;
            title.adopted = Some(start..range.end);
        } else if GOES_ON.is_match(line) && title.adopted.is_none() {
            title.range.end = range.end;
        } else {
            break;
        }
        title.end = range.end;
    }
    Some(title)
}

#[cfg(test)]
mod tests {
    use super::find;

    fn parts(text: &str) -> Option<(&str, Option<&str>)> {
        let title = find(text)?;
        Some((
            &text[title.range],
            title.adopted.map(|adopted| &text[adopted]),
        ))
    }

    #[test]
    fn reads_the_forms_of_all_times() {
        let old =
            "MASTHEAD\n\n7 (1946). Resolution of 26 June 1946\n[S/1]\n\nThe Security Council,";
        assert_eq!(
            parts(old),
            Some(("7 (1946). Resolution of 26 June 1946\n[S/1]", None))
        );
        let middle = "Resolution 529 (1983)\n\nof 18 January 1983\nThe Security Council,";
        assert_eq!(
            parts(middle),
            Some(("Resolution 529 (1983)\n\nof 18 January 1983", None))
        );
        let new = "RESOLUTION 3000 (2030)\n\nAdopted by the Security Council at its 9999th meeting,\non 1 May 2030\n\nThe";
        let adopted = "Adopted by the Security Council at its 9999th meeting,\non 1 May 2030";
        assert_eq!(parts(new), Some(("RESOLUTION 3000 (2030)", Some(adopted))));
    }

    #[test]
    fn a_mention_is_no_title() {
        assert_eq!(
            parts("We recall\nResolution 242 (1967) and all later ones."),
            None
        );
        assert_eq!(parts("resolution 242 (1967) was adopted"), None);
    }
}
