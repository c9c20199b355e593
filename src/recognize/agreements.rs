//! Agreements without a name of their own that their date makes one: "the 7 March 1974 cease-fire
//! agreement".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::regex;
use crate::recognize::dates::dates_in;

static KIND: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:cease-?fire|armistice|truce|peace|disengagement|ceasefire|status[- ]of[- ]forces|withdrawal|boundary) (?:agreement|accord|treaty|protocol)s?\b",
    )
});

/// Agreements that a text dates, without their dates.
#[must_use]
pub fn dated_agreements_in(text: &str) -> Vec<Range<usize>> {
    let dates = dates_in(text);
    let is_dated = |agreement: &Range<usize>| {
        dates.iter().any(|date| {
            let before = text.get(date.range.end..agreement.start);
            let after = text.get(agreement.end..date.range.start);
            before.is_some_and(|gap| gap == " ")
                || after.is_some_and(|gap| matches!(gap, " of " | " on "))
        })
    };
    KIND.find_iter(text)
        .map(|found| found.range())
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
    }
}
