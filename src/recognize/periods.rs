//! Stretches of time between dates, or open at one end, as intervals of EDTF level 1
//! (<https://www.loc.gov/standards/datetime/>).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::regex;
use crate::recognize::dates::Dated;

/// Before the first of two dates, and between them.
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bbetween (?:the )?$"));
static AND: LazyLock<Regex> = LazyLock::new(|| regex(r"^,? and (?:the )?$"));
static FROM: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bfrom (?:the )?$"));
static TO: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^,? (?:to|until|till|through|up to)(?: and including)? (?:the )?$"));
/// Between two days that share their month or year: "5 to 9 June 1967".
static SHARED_TO: LazyLock<Regex> = LazyLock::new(|| regex(r"^[^,]*?[0-9A-Za-z](?: to |[-–])"));
static SHARED_AND: LazyLock<Regex> = LazyLock::new(|| regex(r"^[^,]*? and "));
/// Around a date that a stretch of time only begins or only ends with.
static SINCE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)\b(?:since|as from|as of|with effect from|starting(?: on| from)?) (?:the )?$")
});
static ONWARDS: LazyLock<Regex> = LazyLock::new(|| regex(r"^,? (?:onwards?|and thereafter)\b"));
static UNTIL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:until|till|up to|through)(?: and including)? (?:the )?$"));

/// The stretches of time that a text names by the dates found in it, in their order.
///
/// ```
/// use unsc_kg::recognize::{dates::dates_in, periods::periods_of_dates};
/// let text = "between 1 and 30 June 1990, and in force since 17 September 1994";
/// let found = periods_of_dates(text, &dates_in(text));
/// let periods: Vec<_> = found.into_iter().map(|(_, edtf)| edtf).collect();
/// assert_eq!(periods, ["1990-06-01/1990-06-30", "1994-09-17/.."]);
/// ```
#[must_use]
pub fn periods_of_dates(text: &str, dates: &[Dated]) -> Vec<(Range<usize>, String)> {
    let mut periods = Vec::new();
    let mut at = 0;
    while let Some(date) = dates.get(at) {
        let before = &text[..date.range.start];
        let after = &text[date.range.end..];
        let next = dates.get(at + 1).filter(|next| date.edtf < next.edtf);
        let is_last_of_two = dates
            .get(at + 2)
            .is_none_or(|third| third.range != date.range);
        let end = next.filter(|next| {
            if next.range == date.range {
                let words = &text[date.range.clone()];
                let between = BETWEEN.is_match(before) && SHARED_AND.is_match(words);
                is_last_of_two && (between || SHARED_TO.is_match(words))
            } else {
                text.get(date.range.end..next.range.start)
                    .is_some_and(|gap| {
                        BETWEEN.is_match(before) && AND.is_match(gap)
                            || FROM.is_match(before) && TO.is_match(gap)
                    })
            }
        });
        if let Some(end) = end {
            let words = date.range.start..end.range.end;
            periods.push((words, format!("{}/{}", date.edtf, end.edtf)));
            at += 2;
            continue;
        }
        if SINCE.is_match(before) || FROM.is_match(before) && ONWARDS.is_match(after) {
            periods.push((date.range.clone(), format!("{}/..", date.edtf)));
        } else if UNTIL.is_match(before) {
            periods.push((date.range.clone(), format!("../{}", date.edtf)));
        }
        at += 1;
    }
    periods
}

#[cfg(test)]
mod tests {
    use super::periods_of_dates;
    use crate::recognize::dates::dates_in;

    #[test]
    fn closed_open_and_none() {
        let cases = [
            ("from 5 to 9 June 1967", "1967-06-05/1967-06-09"),
            ("5–9 June 1967", "1967-06-05/1967-06-09"),
            ("from 1 June to 30 November 1990", "1990-06-01/1990-11-30"),
            (
                "from 15 May 1990 until 1 July 1991",
                "1990-05-15/1991-07-01",
            ),
            (
                "between the summer of 1992 and March 1993",
                "1992-22/1993-03",
            ),
            ("from 1 June 1990 onwards", "1990-06-01/.."),
            ("extended until 19 July 1983", "../1983-07-19"),
            ("on 5 and 9 June 1967", ""),
            ("1, 3 and 5 June 1967", ""),
            ("the report from 5 June 1967", ""),
            ("letters of 5 June 1967 and 9 June 1968", ""),
        ];
        for (text, expected) in cases {
            let found = periods_of_dates(text, &dates_in(text));
            let found: Vec<_> = found.iter().map(|(_, edtf)| edtf.as_str()).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
