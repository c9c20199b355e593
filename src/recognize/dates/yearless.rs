//! Days and months without a year of their own, which a reader gives the year that the words
//! around them are about.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::{DAY, Dated, MONTH, MONTHS, YEAR, days, month_number, season_number, whole};
use crate::pattern::regex;
use crate::recognize::reader::sentences;

/// What is known of a text that names dates.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The day that the text is about or was written on.
    pub day: Date,
    /// Whether it tells a story, in which dates are of the year told of, months alone among them;
    /// else a day that no other word dates is before the day of the text.
    pub narrative: bool,
}

/// A day of a month, and what may be its year.
static DAY_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?P<days>{DAY}(?:(?:, | and |, and | to |[-–]){DAY})*) (?P<month>{MONTH})\b(?P<year>,? {YEAR})?"
    ))
});
static MONTH_DAY: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?P<month>{MONTH}) (?P<days>{DAY}(?:(?: and |[-–]){DAY})*)\b(?P<year>,? {YEAR})?"
    ))
});
/// A month behind a word that makes "May" and "March" one.
static MONTH_ALONE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?i:in|since|until|till|during|early|late|mid|from|of|last|and|or|by)[ -](?P<month>{MONTH})\b(?P<year>(?:,? (?:of )?|, | and | or |[-–]){YEAR}| [0-9])?"
    ))
});
static SEASON: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?i:in|by|of|since|until|during) (?:the |early |late )?(?P<season>(?i:spring|summer|autumn|fall|winter))\b(?P<year>(?: of)? {YEAR})?"
    ))
});
/// The year of a resolution before its day: "192 (1964) of 20 June".
static CITED_YEAR: LazyLock<Regex> =
    LazyLock::new(|| regex(&format!(r"[0-9] ?\((?P<year>{YEAR})\) of $")));
/// Between a day without a year and the date whose year it shares, marks of footnotes among them:
/// "1 March and of 4 May 1999", "2 March, 11 5 March 12 and 9 March 1999".
static SHARES_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: [0-9]{1,3})?(?:,| and| to| or| until)(?: and)?(?: [0-9]{1,3})?(?: [\p{L}’'-]+){0,8}(?: [0-9]{1,4} \([0-9]{4}\) of)?(?: [0-9]{1,3})? ?$",
    )
});
/// Before a day to come.
static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)\b(?:until|till|up to|(?:not|no) later than|expir\w+ on)(?: the)? $")
});
static SINCE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bsince (?:the )?$"));
static BY: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\b(?:by|before|prior to)(?: the)? $"));

/// Adds the days and months without a year for which the text tells one: that of the resolution
/// that they are the day of, of the date that they share it with or, in a context, the year that
/// the text is about there.
pub(super) fn add(text: &str, context: Option<Context>, found: &mut Vec<Dated>) {
    let mut yearless: Vec<(Range<usize>, String, String)> = Vec::new();
    let is_narrative = context.is_some_and(|context| context.narrative);
    let mut patterns = vec![&DAY_MONTH];
    if is_narrative {
        patterns.push(&MONTH_DAY);
    }
    for captures in patterns
        .into_iter()
        .flat_map(|pattern| pattern.captures_iter(text))
    {
        if captures.name("year").is_none() {
            yearless.push((
                whole(&captures),
                captures["days"].to_owned(),
                captures["month"].to_owned(),
            ));
        }
    }
    if is_narrative {
        for captures in MONTH_ALONE.captures_iter(text) {
            let month = captures.name("month").map_or(0..0, |month| month.range());
            if captures.name("year").is_none()
                && text[month.clone()].starts_with(char::is_uppercase)
            {
                let name = text[month.clone()].to_owned();
                yearless.push((month, String::new(), name));
            }
        }
        for captures in SEASON.captures_iter(text) {
            let season = captures
                .name("season")
                .map_or(0..0, |season| season.range());
            if captures.name("year").is_none() {
                yearless.push((season.clone(), String::new(), text[season].to_owned()));
            }
        }
    }
    yearless.sort_by_key(|(range, ..)| range.start);
    let explicit = found.clone();
    for (range, days, month) in yearless.into_iter().rev() {
        let year = year_of_citation(text, &range)
            .or_else(|| year_of_next(text, &range, (&days, &month), found))
            .or_else(|| context?.year(text, &range, &days, &month, &explicit));
        if let Some(year) = year {
            date(found, &range, &year, &days, &month);
        }
    }
}

fn year_of_citation(text: &str, range: &Range<usize>) -> Option<String> {
    let cited = CITED_YEAR.captures(&text[..range.start])?;
    Some(cited["year"].to_owned())
}

/// The year of the date that follows in a list, which is a later one.
fn year_of_next(
    text: &str,
    range: &Range<usize>,
    (days, month): (&str, &str),
    found: &[Dated],
) -> Option<String> {
    let behind = found.iter().filter(|date| date.range.start >= range.end);
    let next = behind.min_by_key(|date| date.range.start)?;
    let shares = SHARES_YEAR.is_match(&text[range.end..next.range.start]);
    let year = next.edtf.get(..4).filter(|_| shares)?;
    let mut dated = Vec::new();
    date(&mut dated, range, year, days, month);
    let is_earlier = dated.iter().all(|date| date.edtf <= next.edtf);
    is_earlier.then(|| year.to_owned())
}

impl Context {
    /// The year that a text is about at a place, if that is plain.
    fn year(
        self,
        text: &str,
        range: &Range<usize>,
        days: &str,
        month: &str,
        explicit: &[Dated],
    ) -> Option<String> {
        let before = &text[..range.start];
        let own = self.day.year();
        let mut dated = Vec::new();
        date(&mut dated, range, &own.to_string(), days, month);
        let in_own_year = &dated.first()?.edtf;
        let today = self.day.to_string();
        let is_past = in_own_year.as_str() <= &today[..in_own_year.len()];
        if SINCE.is_match(before) && !is_past {
            return Some((own - 1).to_string());
        }
        if AHEAD.is_match(before) || !self.narrative && BY.is_match(before) {
            return Some((if is_past { own + 1 } else { own }).to_string());
        }
        if !self.narrative {
            return is_past.then(|| own.to_string());
        }
        let latest = explicit
            .iter()
            .filter(|date| date.range.end <= range.start)
            .max_by_key(|date| date.range.end);
        let Some(latest) = latest else {
            return Some(own.to_string());
        };
        let year = latest.edtf.get(..4)?;
        let same_sentence = sentences(text).iter().any(|sentence| {
            sentence.contains(&latest.range.start) && sentence.contains(&range.start)
        });
        (same_sentence || year.parse() == Ok(own)).then(|| year.to_owned())
    }
}

/// Adds the days of a month, or the month if there are none.
fn date(found: &mut Vec<Dated>, range: &Range<usize>, year: &str, days: &str, month: &str) {
    if days.is_empty() {
        let number = if MONTHS.iter().any(|name| name.eq_ignore_ascii_case(month)) {
            month_number(month)
        } else {
            season_number(month)
        };
        let edtf = format!("{year}-{number:02}");
        super::add(found, range.clone(), edtf);
    } else {
        self::days(found, range, year, days, month);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Context;
    use crate::recognize::dates::dates_as_of;

    fn edtf(text: &str, narrative: bool) -> String {
        let context = Context {
            day: date(1999, 6, 15),
            narrative,
        };
        let dates = dates_as_of(text, Some(context));
        dates
            .iter()
            .map(|date| date.edtf.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn in_a_resolution_days_are_before_it_unless_they_are_to_come() {
        let cases = [
            ("the report of 1 June", "1999-06-01"),
            ("the events of 20 July", ""),
            ("by 31 July", "1999-07-31"),
            ("no later than 31 January", "2000-01-31"),
            ("in May", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(edtf(text, false), expected, "{text}");
        }
    }

    #[test]
    fn a_story_is_of_the_year_that_it_tells_of() {
        let cases = [
            ("On 7 August it retook the town.", "1999-08-07"),
            ("Troops came on July 11.", "1999-07-11"),
            ("between 4 and 7 August", "1999-08-04 1999-08-07"),
            (
                "It broke out in 1947, and on October 22 tribesmen came.",
                "1947 1947-10-22",
            ),
            (
                "It broke out in 1947. On October 22 tribesmen came.",
                "1947",
            ),
            (
                "Elections could be held in February or March 2000.",
                "2000-02 2000-03",
            ),
            ("It froze the delivery in September.", "1999-09"),
            ("By the autumn they had left.", "1999-23"),
            ("They may march in step; the March on Rome.", ""),
            ("extended until 31 January", "2000-01-31"),
            ("It had lain idle since 30 November.", "1998-11-30"),
            ("It had lain idle since 30 May.", "1999-05-30"),
        ];
        for (text, expected) in cases {
            assert_eq!(edtf(text, true), expected, "{text}");
        }
    }
}
