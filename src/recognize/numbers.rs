//! Numbers and lengths of time, in digits and in words.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::regex;
use text2num::{Language, text2digits};

/// A number found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Where it begins, in bytes of the text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its value.
    pub value: u32,
}

/// A length of time found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// The length as an ISO 8601 duration: `P6M`.
    pub duration: String,
}

const WORD: &str = "(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|\
    fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|\
    eighty|ninety|hundred|thousand)";

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let words = format!("{WORD}(?:(?:[- ]| and ){WORD})*");
    regex(&format!(
        r"\b(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,3}} [0-9]{{3}}|[0-9]+|{words})\b"
    ))
});

static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^[ -](?:(?:further|additional|more|calendar|consecutive) )?(hour|day|week|month|year)s?\b",
    )
});

/// A time of day: "not later than 0600 hours".
static CLOCK: LazyLock<Regex> = LazyLock::new(|| regex(r"^[0-9]{4} hours\b"));

static ONE_UNIT: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)\b(?:an?|one|another)(?: (?:further|additional|new))?[ -](week|month|year)\b")
});

/// All numbers in a text, in their order.
///
/// ```
/// use unsc_kg::recognize::numbers::numbers_in;
/// let values: Vec<_> = numbers_in("eighty-eight, 6,700 and 26").iter().map(|n| n.value).collect();
/// assert_eq!(values, [88, 6700, 26]);
/// ```
#[must_use]
pub fn numbers_in(text: &str) -> Vec<Counted> {
    let counted = |found: regex::Match| {
        let value = parse_number(found.as_str())?;
        Some(Counted {
            start: found.start(),
            end: found.end(),
            value,
        })
    };
    NUMBER.find_iter(text).filter_map(counted).collect()
}

/// Reads a number written in digits, with or without separators, or in English words.
///
/// ```
/// use unsc_kg::recognize::numbers::parse_number;
/// assert_eq!(parse_number("3,482"), Some(3482));
/// assert_eq!(parse_number("one hundred and twenty"), Some(120));
/// assert_eq!(parse_number("some"), None);
/// ```
#[must_use]
pub fn parse_number(text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
    if digits.chars().all(|c| c.is_ascii_digit()) {
        return digits.parse().ok();
    }
    let words = text.to_lowercase();
    text2digits(&words, &Language::english()).ok()?.parse().ok()
}

/// The digit that a scanner took for a letter, other characters as they are.
pub(crate) fn as_digit(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'I' | 'l' | 'i' => '1',
        'Z' => '2',
        'S' => '5',
        'B' => '8',
        c => c,
    }
}

/// All lengths of time of a day or more in a text, in their order.
///
/// ```
/// use unsc_kg::recognize::numbers::periods_in;
/// let periods = periods_in("six months, an additional year and ninety days");
/// let durations: Vec<_> = periods.into_iter().map(|period| period.duration).collect();
/// assert_eq!(durations, ["P6M", "P1Y", "P90D"]);
/// ```
#[must_use]
pub fn periods_in(text: &str) -> Vec<Period> {
    let mut found = lengths_in(text);
    found.retain(|period| !period.duration.contains('T'));
    found
}

/// As [`periods_in`], with lengths in hours.
pub(crate) fn lengths_in(text: &str) -> Vec<Period> {
    let mut found = Vec::new();
    for number in numbers_in(text) {
        let unit = UNIT.captures(&text[number.end..]);
        let is_clock = CLOCK.is_match(&text[number.start..]);
        if let Some(unit) = unit.filter(|_| !is_clock) {
            found.push(Period {
                range: number.start..number.end + unit.get_match().end(),
                duration: duration(number.value, &unit[1]),
            });
        }
    }
    for one in ONE_UNIT.captures_iter(text) {
        let range = one.get_match().range();
        if !found.iter().any(|period| period.range.end == range.end) {
            found.push(Period {
                range,
                duration: duration(1, &one[1]),
            });
        }
    }
    found.sort_by_key(|period| period.range.start);
    found
}

fn duration(count: u32, unit: &str) -> String {
    let letter = unit[..1].to_ascii_uppercase();
    let time = if letter == "H" { "T" } else { "" };
    format!("P{time}{count}{letter}")
}

#[cfg(test)]
mod tests {
    use super::{lengths_in, numbers_in};

    #[test]
    fn numbers_end_where_words_do() {
        let text = "up to three thousand five hundred troops in 12 teams";
        let found: Vec<_> = numbers_in(text)
            .iter()
            .map(|n| (&text[n.start..n.end], n.value))
            .collect();
        assert_eq!(found, [("three thousand five hundred", 3500), ("12", 12)]);
    }

    #[test]
    fn periods_need_a_unit() {
        let texts = [
            "six-month period",
            "within twenty-four hours",
            "0600 hours",
            "12 men",
        ];
        let durations = texts.map(|t| {
            lengths_in(t)
                .into_iter()
                .map(|p| p.duration)
                .collect::<String>()
        });
        assert_eq!(durations, ["P6M", "PT24H", "", ""]);
    }
}
