//! Agreements without a name of their own that their date makes one: "the 7 March 1974 cease-fire
//! agreement".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::lexicon::Lexicon;
use crate::pattern::regex;
use crate::recognize::dates::dates_in;

/// An agreement with one word that says of what kind it is.
static KIND: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?P<kind>[\p{Ll}-]{4,}|status of forces|status-of-forces) (?:agreement|accord|treaty|protocol|armistice)s?\b",
    )
});
/// Words before "agreement" that tell of no kind.
const NO_KINDS: &[&str] = &[
    "above-mentioned",
    "annexed",
    "bilateral",
    "both",
    "concerning",
    "current",
    "draft",
    "earlier",
    "existing",
    "final",
    "following",
    "general",
    "initial",
    "mutual",
    "other",
    "present",
    "previous",
    "recent",
    "relevant",
    "said",
    "several",
    "signed",
    "such",
    "that",
    "their",
    "these",
    "this",
    "those",
    "under",
    "various",
    "with",
];
/// Between an agreement and its date.
static DATED: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?: of| on|,? (?:signed|concluded|reached)(?: (?:at|in) [^.;]{1,40})? on) $")
});

/// An agreement named in small letters after the place where it was made: "the Lomé agreement".
static OF_PLACE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ (?:peace )?(?:agreement|accord|protocol)s?\b"));

/// Agreements that a text names after places, each with its place.
#[must_use]
pub fn place_agreements_in(text: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let names = lexicon.names_in(text).into_iter();
    names
        .filter(|found| lexicon.concept(found).scheme == "places")
        .filter_map(|found| {
            let kind = OF_PLACE.find(&text[found.range.end..])?;
            Some(found.range.start..found.range.end + kind.end())
        })
        .collect()
}

/// Agreements that a text dates, without their dates.
#[must_use]
pub fn dated_agreements_in(text: &str) -> Vec<Range<usize>> {
    let dates = dates_in(text);
    let is_dated = |agreement: &Range<usize>| {
        dates.iter().any(|date| {
            let before = text.get(date.range.end..agreement.start);
            let after = text.get(agreement.end..date.range.start);
            before.is_some_and(|gap| gap == " ") || after.is_some_and(|gap| DATED.is_match(gap))
        })
    };
    KIND.captures_iter(text)
        .filter(|found| !NO_KINDS.contains(&&found["kind"]))
        .map(|found| found.get_match().range())
        .filter(is_dated)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::dated_agreements_in;

    #[test]
    fn only_a_date_makes_it_a_name() {
        let text =
            "the truce agreement of 1 May 1948, 3 May 1949 armistice agreement, a peace agreement";
        let found: Vec<_> = dated_agreements_in(text)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, ["truce agreement", "armistice agreement"]);
        let place_between = "a truce agreement, signed in Tehran, Iran, on 1 May 1948";
        assert_eq!(dated_agreements_in(place_between).len(), 1);
    }
}
