//! How the paragraphs of an official text begin, scanning slips included.

use std::sync::LazyLock;

use regex::Regex;

use crate::letters::capitalized;
use crate::pattern::regex;
use crate::source::official::closing::is_closing;

/// The words before the preamble: "The Security Council,", "Therefore the Security Council".
static COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^\W*(?:The S[eo]curity Council|Therefore,?(?:\s+[Tt]he S[eo]curity Council)?)\W*$")
});
/// Headings of what is printed after a resolution.
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?i:annex|appendix|attachment|enclosure)(?:\s+[IVX0-9A-Z]+)?\W*$|Decisions?\W*$|At its [0-9]+\w+ meeting\b)",
    )
});
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^[\s\-‘'•]*(?P<marker>[0-9lIiLZSO]{1,2})(?:\s?[.,:;)]\s*|\s+)(?P<text>[‘'“\x22(\[]?[A-Za-z].*)?$",
    )
});
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^\s*[0-9]{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
});
static LISTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\s*(?:[(\[{]\s?(?P<bracketed>[a-z]|aa|bb|cc|dd|[ivxl]{2,5}|[0-9]{1,2})\s?[)}\]]{1,2}|(?P<open>[a-z]|[ivx]{2,4})\))\s*(?P<text>\S.*)$",
    )
});
/// Words of a reference that a line break can bring behind a marker: "(b) and (c) above".
static REFERENCE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:and|or|above|below|of|thereof|to\s+\(|[,;.)])(?:\W|$)"));

const ADVERBS: &str = r"(?:(?:And|Also|Further|Furthermore|Hereby|Therefore|Again|Accordingly|Moreover|To this end|Once (?:again|more)|In this (?:regard|respect|connection|context)|(?:[Tt]he )?Security Council|[A-Za-z][a-z]+ly),?\s+)*";

/// Verbs with which the Council acts.
static KNOWN_ACT: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^\W?{ADVERBS}(?i:accepts?|adopts|affirms|agrees|appeals|appoints|approves|asks|authorizes|calls|censures|commends|concurs|condemns|confirms|considers|decides|declares|demands|denounces|deplores|deprecates|designates|determines|directs|draws|emphasizes|encourages|endorses|establishes|expects|express(?:es)?|extends|finds|fully supports|holds|insists|instructs|invites|lends|looks|maintains|mandates|notes|notifies|observes|orders|pays|re-?affirms?|re-?emphasizes|re-?iterates|recalls|recognizes|recommends|regrets|reguests|rejects|reminds|renews|requests?|requires|resolves|salutes|strongly supports|stresses|supports|takes|transmits|undertakes|underlines|underscores|urges|warns|welcomes)\b"
    ))
});
/// Any verb in the third person, and "It is resolved".
static ACT: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^\W?(?:{ADVERBS}(?P<verb>[A-Z]?[a-z][a-z-]*[^\Ws]s)\b|It is resolved\b)"
    ))
});
static NOT_A_VERB: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:whereas|this|its|his|is|as|was|has|thus|states|members?|nations|measures|parties|governments|forces|rules|persons|elections)$",
    )
});
static RECITAL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W?(?:(?:And|Also|Further|Furthermore|Once (?:again|more)|[A-Z][a-z]+ly|Having|Being|In particular),?\s+)*(?i:[a-z-]{2,}(?:ing|ed)|having|[a-z]{3,}ful|conscious|aware|anxious|desirous|cognizant|indignant|solicitous|without prejudice|whereas|in view of|in the exercise|bearing)\b",
    )
});

/// A marker and where the text behind it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    pub(super) marker: String,
    pub(super) text: usize,
}

pub(super) fn is_council(line: &str) -> bool {
    COUNCIL.is_match(line)
}

pub(super) fn is_after(line: &str) -> bool {
    AFTER.is_match(line)
}

/// Whether a line opens a recital: "Recalling", "Deeply concerned", "Whereas".
pub(super) fn is_recital(line: &str) -> bool {
    let words = line.trim_start();
    let name = words
        .get(..6)
        .is_some_and(|first| first.eq_ignore_ascii_case("united"));
    !name && words.starts_with(|c: char| !c.is_lowercase()) && RECITAL.is_match(line)
}

/// Whether a line opens with an act of the Council that is common.
pub(super) fn is_known_act(line: &str) -> bool {
    line.trim_start().starts_with(|c: char| !c.is_lowercase()) && KNOWN_ACT.is_match(line)
}

/// Whether a line opens with a verb in the third person.
pub(super) fn is_act(line: &str) -> bool {
    is_known_act(line)
        || ACT.captures(line).is_some_and(|act| {
            line.trim_start().starts_with(|c: char| !c.is_lowercase())
                && !act
                    .name("verb")
                    .is_some_and(|verb| NOT_A_VERB.is_match(verb.as_str()))
        })
}

/// An act and nothing but a colon after it, which numbered paragraphs go on from: "Resolves:".
pub(super) fn is_chapeau(paragraph: &str) -> bool {
    let words = paragraph.trim_end();
    words.ends_with(':') && words.split_whitespace().count() <= 4 && is_act(words)
}

pub(super) fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with(['“', '"', '‟', '«'])
}

/// The printed number of a paragraph: "1.", "14,", "l.", "7 Calls".
pub(super) fn numbered(line: &str) -> Option<Marked> {
    let found = NUMBERED.captures(line)?;
    let (marker, text) = (found.name("marker")?, found.name("text")?);
    let bare = line[marker.end()..text.start()].trim().is_empty();
    if DAY.is_match(line) || bare && !is_known_act(text.as_str()) {
        return None;
    }
    let lower = text.as_str().starts_with(|c: char| c.is_lowercase());
    if lower && !is_known_act(&capitalized(text.as_str())) {
        return None;
    }
    Some(Marked {
        marker: marker.as_str().to_owned(),
        text: text.start(),
    })
}

/// The marker of an item of a list: "(a)", "(iv)", "(6)".
pub(super) fn listed(line: &str) -> Option<Marked> {
    let found = LISTED.captures(line)?;
    let marker = found.name("bracketed").or_else(|| found.name("open"))?;
    let text = found.name("text")?;
    let reference = REFERENCE.is_match(text.as_str());
    (!reference).then(|| Marked {
        marker: marker.as_str().to_owned(),
        text: text.start(),
    })
}

/// Whether a line opens a paragraph by its own words, whatever stands before it.
pub(super) fn opens(line: &str) -> bool {
    is_council(line)
        || is_closing(line)
        || is_after(line)
        || is_recital(line)
        || is_known_act(line)
        || is_quoted(line)
        || numbered(line).is_some()
        || listed(line).is_some()
}

#[cfg(test)]
mod tests {
    use super::{is_act, is_chapeau, is_council, is_recital, listed, numbered};

    #[test]
    fn tells_acts_from_recitals() {
        for act in [
            "Decides to meet",
            "Further finds that",
            "Hereby resolves to",
            "It is resolved that",
        ] {
            assert!(is_act(act) && !is_recital(act), "{act}");
        }
        for recital in [
            "Recalling its",
            "Deeply concerned at",
            "Whereas it",
            "Mindful of",
            "Also noting",
        ] {
            assert!(is_recital(recital) && !is_act(recital), "{recital}");
        }
    }

    #[test]
    fn reads_markers_with_slips() {
        let marker = |line| numbered(line).map(|found| found.marker);
        let found = [
            "1. Calls",
            "14, Urges",
            "1 . Asks",
            "l. Notes",
            "7 Calls upon all",
        ]
        .map(marker);
        assert_eq!(
            found,
            ["1", "14", "1", "l", "7"].map(|m| Some(m.to_owned()))
        );
        assert_eq!(
            ["2 November 1973", "15 ships sailed", "34, 35 and 36"].map(marker),
            [None, None, None]
        );
        let item = |line| listed(line).map(|found| found.marker);
        assert_eq!(item("(a} To verify"), Some("a".to_owned()));
        assert_eq!(["(b) and (c) above", "(1947) of"].map(item), [None, None]);
    }

    #[test]
    fn knows_the_frame_of_a_resolution() {
        assert!(
            is_council("The Security Council,") && is_council("Therefore the Security Council,")
        );
        assert!(
            is_council("Therefore")
                && !is_council("")
                && !is_council("The Security Council requests")
        );
        assert!(
            is_chapeau("Resolves :")
                && !is_chapeau("Agrees that any settlement should meet these:")
        );
    }
}
