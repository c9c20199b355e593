//! Drafts that permanent members vetoed.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::{Fault, RowOf};
use crate::derive::Calendar;
use crate::facts::{Draft, Entity, Stated};
use crate::lexicon::Lexicon;
use crate::pattern::regex;

/// Symbols of documents of the Council: "S/5425/Rev.1", "S/2020/654", "S/PV.1069".
static SYMBOL: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"S/(?:PV\.(?P<meeting>[0-9]+)|(?:[0-9]{4}/)?[0-9]+)(?:/(?:Rev|Add|Corr)\. ?[0-9]+)*\b")
});
/// What may stand between symbols.
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:[\s,;&]|\band\b)*$"));
static DAY: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{4})$"));

/// Reads a row; its draft may not stand in a row before.
pub(super) fn draft(
    row: RowOf,
    before: &[Draft],
    lexicon: &Lexicon,
    calendar: &Calendar,
) -> Result<Draft, Fault> {
    let date = date(row)?;
    let records = records(row)?;
    let expected = "the symbol of a draft or of the meeting record that has its text, such as S/5407 or S/PV.49, in the column draft";
    let (place, words) = row.required("draft", expected)?;
    let symbol = SYMBOL.captures_at(words, 0);
    let symbol = symbol.filter(|found| found.get_match().start() == 0);
    let symbol = symbol.ok_or_else(|| (words.to_owned(), expected))?;
    let within = symbol.get_match().range();
    let stated = |range: Range<usize>| {
        let place = place.start + range.start..place.start + range.end;
        row.table.stated(words[range].to_owned(), place)
    };
    let own = stated(within.clone());
    let (symbol, printed_in) = match symbol.name("meeting") {
        Some(meeting) if is_later(meeting.as_str(), &records) => {
            let expected = "the record of a meeting no later than the vote in the column draft";
            return Err((words.to_owned(), expected));
        }
        Some(_) => (None, Some(own)),
        None => (Some(own), None),
    };
    let is_again = |other: &Draft| {
        let other = other.symbol.as_ref().map(|symbol| &symbol.value);
        other.is_some() && other == symbol.as_ref().map(|symbol| &symbol.value)
    };
    if before.iter().any(is_again) {
        return Err((words.to_owned(), "a draft that no row before has"));
    }
    let agenda_item = row.table.cell(row.row, "agenda_item");
    let agenda_item =
        agenda_item.map(|cell| row.table.stated(cell.value.clone(), cell.range.clone()));
    Ok(Draft {
        line: row.row.line,
        vetoes: vetoes(row, date.value, lexicon, calendar)?,
        citation: (within.len() < words.len()).then(|| stated(0..words.len())),
        symbol,
        printed_in,
        date,
        records,
        agenda_item,
    })
}

/// The day of the vote; year and month may stand in columns of their own and are then the same.
fn date(row: RowOf) -> Result<Stated<Date>, Fault> {
    let expected = "a day as month/day/year, such as 2/16/1946, in the column date";
    let (place, words) = row.required("date", expected)?;
    let number = |name: &str| DAY.captures(words)?[name].parse().ok();
    let american = || {
        Date::new(
            number("year")?,
            i8::try_from(number("month")?).ok()?,
            i8::try_from(number("day")?).ok()?,
        )
        .ok()
    };
    let date = words.parse().ok().or_else(american);
    let date: Date = date.ok_or_else(|| (words.to_owned(), expected))?;
    for (column, part) in [("year", date.year()), ("month", i16::from(date.month()))] {
        let said = row.words(column).map(|(_, words)| words);
        if said.is_some_and(|said| said.parse() != Ok(part)) {
            let found = format!(
                "{words} with {} in the column {column}",
                said.unwrap_or_default()
            );
            return Err((found, "the same day in both"));
        }
    }
    Ok(row.table.stated(date, place))
}

/// The documents that record the vote.
fn records(row: RowOf) -> Result<Vec<Stated<String>>, Fault> {
    let Some((place, words)) = row.words("meeting_record") else {
        return Ok(Vec::new());
    };
    let expected = "symbols of documents, such as S/PV.1063, in the column meeting_record";
    if !BETWEEN.is_match(&SYMBOL.replace_all(words, " ")) {
        return Err((words.to_owned(), expected));
    }
    let stated = |found: regex::Match| {
        let place = place.start + found.start()..place.start + found.end();
        row.table.stated(found.as_str().to_owned(), place)
    };
    Ok(SYMBOL.find_iter(words).map(stated).collect())
}

/// Whether a meeting is later than one whose record is among the given ones.
fn is_later(meeting: &str, records: &[Stated<String>]) -> bool {
    let number = |text: &str| text.parse::<u32>().ok();
    let meeting = number(meeting);
    records.iter().any(|record| {
        let record = SYMBOL.captures(&record.value);
        let record = record.and_then(|found| number(found.name("meeting")?.as_str()));
        record.is_some() && meeting > record
    })
}

/// The members that vetoed a draft: those named that were permanent members on that day.
fn vetoes(
    row: RowOf,
    day: Date,
    lexicon: &Lexicon,
    calendar: &Calendar,
) -> Result<Vec<Stated<Entity>>, Fault> {
    let members = calendar.permanent_members(day);
    let expected = "a permanent member of the Council on that day in the columns member_veto";
    let mut vetoes = Vec::<Stated<Entity>>::new();
    for (index, column) in row.table.columns.iter().enumerate() {
        let cell = &row.row.cells[index];
        if !column.starts_with("member_veto") || cell.value.is_empty() {
            continue;
        }
        let state = lexicon.state_named(&cell.value);
        let state = state.filter(|state| members.contains(&state.path));
        let is_again = |state: &Entity| vetoes.iter().any(|other| other.value.path == state.path);
        match state.filter(|state| !is_again(state)) {
            Some(state) => vetoes.push(row.table.stated(state, cell.range.clone())),
            None => return Err((cell.value.clone(), expected)),
        }
    }
    if vetoes.is_empty() {
        return Err(("no name in the columns member_veto".to_owned(), expected));
    }
    Ok(vetoes)
}
