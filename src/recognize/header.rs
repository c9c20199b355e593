//! What names a resolution: number, date, meeting, subject, symbol.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::document::{Document, Kind, Role};
use crate::facts::{Header, Stated};
use crate::passage::Passage;
use crate::recognize::dates::dates_in;
use crate::recognize::notice::Notice;
use crate::recognize::numbers::parse_number;

static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\bresolution (?P<a>[0-9]{1,4})\b|^(?P<b>[0-9]{1,4}) ?\("));
/// A number of a meeting, perhaps with a footnote mark or a slip in its ending.
static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?P<number>[0-9OIil]{1,2} ?[0-9OIl]{3}|[0-9OIl]{1,4}|[0-9]{1,3} [0-9]{1,3}) ?(?:st|nd|rd|th|h|[a-z]{2,3})?[_.]? ?(?:\([a-z ]+\) )?meetings?\b")
});
/// A date whose month is misread past its first letters.
static LOOSE_DATE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\b(?P<day>[0-9]{1,2})[a-z]? (?P<month>[A-Z][a-z]{2})[a-z\]|]* (?P<year>(?:19|20)[0-9]{2})\b")
});
static SYMBOL: LazyLock<Regex> = LazyLock::new(|| regex(r"\bS/RES/[0-9]+(?: ?\([0-9]{4}\))?"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file")
}

/// Reads the header of a document; values that can't be read become notices, never guesses.
///
/// `None` if the title has no number, which detection does not let happen.
#[must_use]
pub fn header(document: &Document, notices: &mut Vec<Notice>) -> Option<Header> {
    let title = &document.title;
    let found = NUMBER.captures(title.text())?;
    let words = found.name("a").or_else(|| found.name("b"))?;
    let number = stated(document, title, words.range(), words.as_str().parse().ok()?);
    let mut header =
        Header { number, date: None, meeting: None, subject: None, symbol: None, document: None };
    match document.kind {
        Kind::Article => from_fields(document, &mut header, notices),
        Kind::Official => from_title(document, &mut header, notices),
    }
    Some(header)
}

fn from_fields(document: &Document, header: &mut Header, notices: &mut Vec<Notice>) {
    let field = |name: &str| {
        let field = document.fields.iter().find(|field| field.name.eq_ignore_ascii_case(name));
        field.map(|field| &field.value).filter(|value| !value.text().is_empty())
    };
    let whole = |value: &Passage| 0..value.text().len();
    header.subject =
        field("subject").map(|value| stated(document, value, whole(value), value.text().to_owned()));
    header.symbol =
        field("code").map(|value| stated(document, value, whole(value), value.text().to_owned()));
    header.document =
        field("document").map(|value| stated(document, value, whole(value), value.text().to_owned()));
    if let Some(value) = field("meeting") {
        header.meeting = parse_number(value.text())
            .map(|number| stated(document, value, whole(value), number))
            .or_else(|| {
                notices.push(Notice::new(document, value, "the number of a meeting, such as 3,482"));
                None
            });
    }
    if let Some(day) = field("date") {
        let year = field("year");
        let text = match year {
            Some(year) if !day.text().contains(year.text()) => format!("{} {}", day.text(), year.text()),
            _ => day.text().to_owned(),
        };
        match only_day(&text) {
            Some(date) => {
                let end = year.map_or(day.whole().end, |year| year.whole().end.max(day.whole().end));
                let evidence = document.evidence(day.whole().start..end);
                header.date = Some(Stated::new(date, evidence));
            }
            None => notices.push(Notice::new(document, day, "a day, such as 16 December, and a year")),
        }
    }
}

fn from_title(document: &Document, header: &mut Header, notices: &mut Vec<Notice>) {
    let title = &document.title;
    if let Some((words, date)) = day_in(title.text()) {
        header.date = Some(stated(document, title, words, date));
    } else {
        notices.push(Notice::new(document, title, "the day of adoption, such as \"of 18 January 1983\""));
    }
    let closings = document.blocks.iter().filter(|block| block.role == Role::Closing);
    header.meeting = closings.map(|block| &block.passage).chain([title]).find_map(|passage| {
        let found = MEETING.captures(passage.text())?;
        let words = found.name("number")?;
        let digits: String = words.as_str().chars().filter(|c| *c != ' ').map(as_digit).collect();
        Some(stated(document, passage, words.range(), digits.parse().ok()?))
    });
    header.symbol = SYMBOL
        .find(title.text())
        .map(|symbol| stated(document, title, symbol.range(), symbol.as_str().to_owned()));
}

/// The first day in a text, through a slip in the name of the month.
fn day_in(text: &str) -> Option<(Range<usize>, Date)> {
    let exact = dates_in(text)
        .into_iter()
        .find_map(|date| Some((date.range, date.edtf.parse::<Date>().ok()?)));
    exact.or_else(|| {
        let loose = LOOSE_DATE.captures(text)?;
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = MONTHS.iter().position(|month| *month == &loose["month"])? + 1;
        let (year, day) = (loose["year"].parse().ok()?, loose["day"].parse().ok()?);
        Some((loose.get_match().range(), Date::new(year, i8::try_from(month).ok()?, day).ok()?))
    })
}

fn only_day(text: &str) -> Option<Date> {
    day_in(text).map(|(_, date)| date)
}

/// Letters that scanning takes for digits.
fn as_digit(c: char) -> char {
    match c {
        'O' => '0',
        'I' | 'l' | 'i' => '1',
        c => c,
    }
}

fn stated<T>(document: &Document, passage: &Passage, words: Range<usize>, value: T) -> Stated<T> {
    Stated::new(value, document.evidence(passage.origin(words)))
}
