//! Symbols of documents of the United Nations: their forms in texts, and the normal one.
//!
//! What components mean was read in the Dag Hammarskjöld Library's guide to symbols
//! (<https://research.un.org/en/docs/symbols>): the organ, special series such as `PRST` and `PV.`,
//! and at the end `Add.`, `Corr.` or `Rev.`, which make a document of its own.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde::Serialize;

use crate::pattern::regex;
use crate::recognize::numbers::as_digit;

/// The symbol of a document, and another one if it was issued under two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Symbol {
    /// The symbol in its normal form, the Council's own if there are two: `S/1994/1180`.
    pub normal: String,
    /// The other: `A/47/277`.
    pub other: Option<String>,
}

/// The most documents that a range, "Add.1 to 31", is taken to stand for.
const LONGEST_RANGE: u32 = 60;

/// A number, with letters that a scanner takes for digits.
const NUMBER: &str = "[0-9OIl]{1,5}";

/// A symbol of an organ: `S/26488`, `S/1994/80/Add.1`, `S/PRST/1994/22`, `A/C.5/49/43`. A scanner
/// sets blanks behind strokes and points, and takes S for $ or, which tells less, for 8.
static SYMBOL: LazyLock<Regex> = LazyLock::new(|| {
    let series = r"(?:[A-Z]{2,5}|Agenda|(?:AC|C|CN|SC|WG|Sub|CONF)\.[0-9]{1,4})";
    let (part, ending) = ("(?:PV|SR|L)", "(?:Add|Corr|Re[vy])");
    regex(&format!(
        r"(?P<organ>\b[SAE]\$?|\$|\bST|\b8)(?:/ ?{series})*/ ?(?:{part}\. ?)?(?P<first>[0-9][0-9OIl]{{0,4}})\b(?:/ ?{NUMBER}\b)*(?:/ ?{part}\. ?{NUMBER}\b)?(?:/ ?{ending}\. ?{NUMBER}\b)*"
    ))
});
/// Further documents of the same symbol: "and Add.1 and 2", ", Corr.1", "-9", "to 31".
static FURTHER: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^(?:(?P<to> ?- ?| to )|,? and |, )(?:(?P<kind>Add|Corr|Re[vy])\. ?)?(?P<number>{NUMBER})\b"
    ))
});
/// Between the two symbols of one document: "A/47/277 - S/24111".
static SAME: LazyLock<Regex> = LazyLock::new(|| regex(r"^ ?[-–—] ?$"));
/// Before a symbol whose S was misread as 8, which else is a date or a share, or that is as short as
/// the name of a road.
static NAMED: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:\bdocuments? |\(|^[0-9]{0,3}/? )$"));

/// The symbol of a resolution of the Council, with the blank that its documents print before the
/// year of adoption: `S/RES/968 (1994)`. Lists of the Organization leave the blank out.
#[must_use]
pub fn of_resolution(number: u32, year: i16) -> String {
    format!("S/RES/{number} ({year})")
}

/// The symbols of documents in a text, with their places; those of the Council's resolutions are
/// left out, which have numbers to be known by.
///
/// ```
/// use unsc_kg::symbol::symbols_in;
/// let text = "the report (S/ 26111 and Add.1 and 2), document A/47/277 - S/24111 and S/RES/968 (1994)";
/// let symbols: Vec<_> = symbols_in(text).into_iter().map(|(_, symbol)| symbol.normal).collect();
/// assert_eq!(symbols, ["S/26111", "S/26111/Add.1", "S/26111/Add.2", "S/24111"]);
/// ```
#[must_use]
pub fn symbols_in(text: &str) -> Vec<(Range<usize>, Symbol)> {
    let mut found: Vec<(Range<usize>, Symbol)> = Vec::new();
    for captures in SYMBOL.captures_iter(text) {
        let Some(normal) = normal(text, &captures) else {
            continue;
        };
        let range = captures.get_match().range();
        if let Some((before, twin)) = found.last_mut()
            && SAME.is_match(&text[before.end..range.start])
            && twin.other.is_none()
            && twin.normal.starts_with("S/") != normal.starts_with("S/")
        {
            before.end = range.end;
            let other = std::mem::replace(&mut twin.normal, normal);
            twin.other = Some(other);
            if !twin.normal.starts_with("S/") {
                std::mem::swap(&mut twin.normal, twin.other.get_or_insert_default());
            }
            continue;
        }
        let further = further(text, range.end, &normal);
        let symbol = Symbol {
            normal,
            other: None,
        };
        found.push((range, symbol));
        found.extend(further);
    }
    found
}

/// The normal form of a symbol, if it is one.
fn normal(text: &str, captures: &Captures) -> Option<String> {
    let whole = captures.get_match();
    let organ = &captures["organ"];
    let before = &text[..whole.start()];
    let is_doubtful = organ == "8" || whole.len() == "S/7".len();
    if before.ends_with(['/', '.']) || is_doubtful && !NAMED.is_match(before) {
        return None;
    }
    if organ == "8" && captures["first"].len() < 3 {
        return None;
    }
    let organ = match organ {
        "8" | "$" | "S$" => "S",
        organ => organ,
    };
    let rest = &whole.as_str()[captures["organ"].len()..];
    let steps = rest.split('/').skip(1).map(step);
    let normal = [organ.to_owned()].into_iter().chain(steps);
    let normal = normal.collect::<Vec<_>>().join("/");
    (!normal.starts_with("S/RES/") && !normal.ends_with('/')).then_some(normal)
}

/// A component without blanks, its digits mended: `Add.I` is `Add.1`.
fn step(component: &str) -> String {
    let component = component.trim().replace(' ', "").replace("Rey.", "Rev.");
    let (head, number) = component
        .rsplit_once('.')
        .map_or(("", component.as_str()), |(head, number)| (head, number));
    if number.is_empty() || number.contains(|c| !matches!(c, '0'..='9' | 'O' | 'I' | 'l')) {
        return component;
    }
    let number: String = number.chars().map(as_digit).collect();
    if head.is_empty() {
        number
    } else {
        format!("{head}.{number}")
    }
}

/// The number of an addendum; a letter behind a digit can be one more digit or a stain.
fn suffix_number(number: &str) -> String {
    if number.len() == 1 {
        step(number)
    } else {
        number.to_owned()
    }
}

/// The documents that follow one of the same symbol: its addenda, corrigenda and revisions, the
/// rest of a range of these. Of a range of other numbers, "S/1994/1 to 5", only the ends that have a
/// symbol are said.
fn further(text: &str, from: usize, first: &str) -> Vec<(Range<usize>, Symbol)> {
    let mut found = Vec::new();
    let (stem, mut latest) = match first.rsplit_once('/') {
        Some((stem, last)) if suffix(last).is_some() => (stem.to_owned(), suffix(last)),
        _ => (first.to_owned(), None),
    };
    let mut at = from;
    while let Some(captures) = FURTHER.captures(&text[at..]) {
        let number = captures
            .name("number")
            .map_or(0..0, |number| number.range());
        let words = at + number.start..at + number.end;
        // "Add.1l" may be 1 or 11.
        let Ok(value) = suffix_number(&captures["number"]).parse::<u32>() else {
            break;
        };
        let kind = captures
            .name("kind")
            .map(|kind| kind.as_str().replace("Rey", "Rev"));
        let is_range = captures.name("to").is_some();
        let (kind, values, words) = match (kind, &latest) {
            (Some(kind), _) if !is_range => {
                let start = captures
                    .name("kind")
                    .map_or(number.start, |kind| kind.start());
                (kind, value..=value, at + start..words.end)
            }
            (kind, Some((known, last)))
                if is_range
                    && kind.as_ref().is_none_or(|kind| kind == known)
                    && value > *last
                    && value - last <= LONGEST_RANGE =>
            {
                (known.clone(), last + 1..=value, words)
            }
            (None, Some((known, last))) if !is_range && value > *last => {
                (known.clone(), value..=value, words)
            }
            _ => break,
        };
        for value in values {
            let normal = format!("{stem}/{kind}.{value}");
            found.push((
                words.clone(),
                Symbol {
                    normal,
                    other: None,
                },
            ));
        }
        at += captures.get_match().end();
        latest = Some((kind, value));
    }
    found
}

/// `Add.1` as its kind and number.
fn suffix(component: &str) -> Option<(String, u32)> {
    let (kind, number) = component.split_once('.')?;
    let known = ["Add", "Corr", "Rev"].contains(&kind);
    known.then(|| Some((kind.to_owned(), number.parse().ok()?)))?
}
