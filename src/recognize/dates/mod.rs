//! Dates in prose, as EDTF level 1 (<https://www.loc.gov/standards/datetime/>): days, months,
//! seasons and years.

mod yearless;

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use crate::pattern::regex;
pub use yearless::Context;

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// The date in EDTF level 1: `1994-12-16`, `1993-08`, `1992-21`, `1991`.
    pub edtf: String,
}

/// The months, from January.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const MONTH: &str = "(?i:January|February|March|April|May|June|July|August|September|October|\
                     November|December)";
const YEAR: &str = "(?:19|20)[0-9]{2}";
/// The end of a year, or the mark of a footnote that a scanner joined to it: "21 July 197518".
const END: &str = r"(?:[0-9]{1,2})?\b";
/// The mark of a footnote, where it can be no day: "3 August 130 1993".
const MARKED: &str = "(?: (?:[4-9][0-9]|[1-9][0-9]{2}))?";
const DAY: &str = "[0-3]?[0-9](?:st|nd|rd|th)?";

/// Days of one month, "24 and 29 September 1993", months of one year among them.
static DAYS_MONTH_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    let days = format!("{DAY}{MARKED}(?:(?:, | and |, and | to |[-–]){DAY})*");
    regex(&format!(
        r"\b(?P<lists>(?:{days} {MONTH}{MARKED}(?:, | and |, and | to |[-–]))*{days} {MONTH}){MARKED},? (?P<year>{YEAR}){END}"
    ))
});
static DAYS_MONTH: LazyLock<Regex> =
    LazyLock::new(|| regex(&format!(r"(?P<days>[0-9][^A-Z]*?) (?P<month>{MONTH})")));
/// A month or a whole date right before a number: then the number is the mark of a footnote.
static MONTH_BEFORE: LazyLock<Regex> =
    LazyLock::new(|| regex(&format!(r"\b(?:{MONTH},?|{MONTH} {YEAR}) $")));
static MONTH_DAYS_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?P<month>{MONTH}) (?P<days>{DAY}(?:(?:, | and |, and |[-–]){DAY})*),? (?P<year>{YEAR})\b"
    ))
});
static MONTHS_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?P<months>{MONTH}(?:(?:, | and |, and | or | to |[-–]){MONTH})*),? (?:of )?(?P<year>{YEAR})\b"
    ))
});
/// The mark of a footnote before a list of days: "March 12 and 9 March 1999".
static MARK: LazyLock<Regex> = LazyLock::new(|| regex("^[0-9]{1,3}(?:, and |, | and )"));
static ONE_MONTH: LazyLock<Regex> = LazyLock::new(|| regex(MONTH));
static ONE_DAY: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\b"));
static SEASON_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?P<season>(?i:spring|summer|autumn|fall|winter))(?: of)? (?P<year>{YEAR})\b"
    ))
});
/// A year by itself, not in a number of a resolution, a document symbol or a decade.
static YEAR_ALONE: LazyLock<Regex> = LazyLock::new(|| regex(&format!(r"\b{YEAR}\b")));
static NUMBER_BEFORE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?:[0-9A-Z][)\]}]? ?\(|[/.,][0-9]*|[0-9]-)$"));

/// All dates in a text, in their order.
///
/// ```
/// use unsc_kg::recognize::dates::dates_in;
/// let text = "on 24 and 29 September 1993 and in the spring of 1992";
/// let dates: Vec<_> = dates_in(text).into_iter().map(|date| date.edtf).collect();
/// assert_eq!(dates, ["1993-09-24", "1993-09-29", "1992-21"]);
/// ```
#[must_use]
pub fn dates_in(text: &str) -> Vec<Dated> {
    dates_as_of(text, None)
}

/// All dates in a text, those without a year read in its context.
#[must_use]
pub fn dates_as_of(text: &str, context: Option<Context>) -> Vec<Dated> {
    let mut found = Vec::new();
    for captures in DAYS_MONTH_YEAR.captures_iter(text) {
        let year = captures.name("year").map_or(0..0, |year| year.range());
        let mut range = whole(&captures).start..year.end;
        let mut lists = &captures["lists"];
        if MONTH_BEFORE.is_match(&text[..range.start])
            && let Some(mark) = MARK.find(lists)
        {
            range.start += mark.end();
            lists = &lists[mark.end()..];
        }
        for list in DAYS_MONTH.captures_iter(lists) {
            days(
                &mut found,
                &range,
                &text[year.clone()],
                &list["days"],
                &list["month"],
            );
        }
    }
    for captures in MONTH_DAYS_YEAR.captures_iter(text) {
        let range = whole(&captures);
        days(
            &mut found,
            &range,
            &captures["year"],
            &captures["days"],
            &captures["month"],
        );
    }
    for captures in MONTHS_YEAR.captures_iter(text) {
        for month in ONE_MONTH.find_iter(&captures["months"]) {
            let edtf = format!("{}-{:02}", &captures["year"], month_number(month.as_str()));
            add(&mut found, whole(&captures), edtf);
        }
    }
    for captures in SEASON_YEAR.captures_iter(text) {
        let season = season_number(&captures["season"]);
        add(
            &mut found,
            whole(&captures),
            format!("{}-{season}", &captures["year"]),
        );
    }
    for year in YEAR_ALONE.find_iter(text) {
        let decade = text[year.end()..].starts_with(['s', '/', '\'', '’']);
        if !decade && !NUMBER_BEFORE.is_match(&text[..year.start()]) {
            add(&mut found, year.range(), year.as_str().to_owned());
        }
    }
    yearless::add(text, context, &mut found);
    found.retain(|date| !date.edtf.is_empty());
    found.sort_by_key(|date| date.range.start);
    found
}

/// Adds the days of one month; a day that the month does not have takes its words all the same.
fn days(found: &mut Vec<Dated>, range: &Range<usize>, year: &str, days: &str, month: &str) {
    for day in ONE_DAY.captures_iter(days) {
        let date = day["day"].parse().ok().and_then(|day| {
            let month = i8::try_from(month_number(month)).ok()?;
            Date::new(year.parse().ok()?, month, day).ok()
        });
        add(
            found,
            range.clone(),
            date.map_or_else(String::new, |date| date.to_string()),
        );
    }
}

/// Adds a date unless its words belong to another that was found before.
fn add(found: &mut Vec<Dated>, range: Range<usize>, edtf: String) {
    let taken = |date: &Dated| {
        date.range != range && date.range.start < range.end && range.start < date.range.end
    };
    if !found.iter().any(taken) {
        found.push(Dated { range, edtf });
    }
}

fn whole(captures: &Captures) -> Range<usize> {
    captures.get_match().range()
}

/// The number of a season in EDTF.
fn season_number(name: &str) -> usize {
    match name.to_ascii_lowercase().as_str() {
        "spring" => 21,
        "summer" => 22,
        "autumn" | "fall" => 23,
        _ => 24,
    }
}

fn month_number(name: &str) -> usize {
    let at = MONTHS
        .iter()
        .position(|month| month.eq_ignore_ascii_case(name));
    at.map_or(0, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::dates_in;

    fn edtf(text: &str) -> Vec<String> {
        dates_in(text).into_iter().map(|date| date.edtf).collect()
    }

    #[test]
    fn reads_british_american_and_shared_dates() {
        assert_eq!(
            edtf("16 December 1994, December 15, 1996"),
            ["1994-12-16", "1996-12-15"]
        );
        assert_eq!(
            edtf("20 June and 9 August 1964"),
            ["1964-06-20", "1964-08-09"]
        );
        assert_eq!(
            edtf("1, 3 and 24 May 1948"),
            ["1948-05-01", "1948-05-03", "1948-05-24"]
        );
        assert_eq!(edtf("May and June 1967"), ["1967-05", "1967-06"]);
        assert_eq!(
            edtf("192 (1964) of 20 June and 193 (1964) of 9 August 1964"),
            ["1964-06-20", "1964-08-09"]
        );
        assert_eq!(
            edtf("letters of 1 March and of 4 May 1999"),
            ["1999-03-01", "1999-05-04"]
        );
        assert_eq!(edtf("on 13 August, the report S/1999/10"), [""; 0]);
        assert_eq!(edtf("his reply of 13 August 199917 to it"), ["1999-08-13"]);
    }

    #[test]
    fn marks_of_footnotes_are_no_days() {
        assert_eq!(
            edtf("of 2 March, 11 5 March 12 and 9 March 1999, 13"),
            ["1999-03-02", "1999-03-05", "1999-03-09"]
        );
        assert_eq!(
            edtf("of 20 127 and 23 July 128 and 3 August 130 1993"),
            ["1993-07-20", "1993-07-23", "1993-08-03"]
        );
        assert_eq!(
            edtf("of 13 August 1948 4 and 5 January 1949,5"),
            ["1948-08-13", "1949-01-05"]
        );
    }

    #[test]
    fn a_year_is_a_date_only_by_itself() {
        assert_eq!(edtf("the 1991 election, since 1967"), ["1991", "1967"]);
        assert_eq!(
            edtf("resolution 425 (1978), S/1994/1102, in the 1990s"),
            [""; 0]
        );
        assert_eq!(edtf("31 February 1990"), [""; 0]);
    }
}
