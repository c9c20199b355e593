//! Places that no list holds, recognized by the words around them: "in Khorugh", "the Garm and
//! Gorno-Badakhshan regions".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::lexicon::Lexicon;
use crate::pattern::regex;
use crate::recognize::dates::MONTHS;
use crate::recognize::reader::without_possessive;

const NAME: &str =
    r"\p{Lu}\p{Ll}[\p{L}’']*(?:[- ](?:(?:al|el|ez|as|de|es)[- ])?\p{Lu}\p{Ll}[\p{L}’']*){0,2}";

/// A name after a preposition of place, ending where no other part of a name follows.
static AFTER_PREPOSITION: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?:in|at|near|around|towards|outside|into) (?:the (?:city|town|village|port|province|region|district|area) of )?(?P<name>{NAME})(?P<next>.?.?)"
    ))
});
/// Names before a common noun for a kind of place, two of them joined by "and".
static BEFORE_KIND: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?P<first>{NAME})(?: and (?P<second>{NAME}))? (?:regions?|provinces?|districts?|governorates?|prefectures?|valley|peninsula|river|airport|enclave|pocket|refugee camps?|safe area)\b"
    ))
});

/// The next name of a list of places.
static LISTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:,| and|, and| or| to) (?P<name>\p{Lu}\p{Ll}[\p{Ll}’'-]+)(?:[,.;:)]|$| and | or | corridors?\b)",
    )
});

/// Places of a text that are recognized by the words around them.
#[must_use]
pub fn unlisted_places_in(text: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for captures in AFTER_PREPOSITION.captures_iter(text) {
        let next = &captures["next"];
        let goes_on = next
            .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/'))
            || next.starts_with(' ') && next.ends_with(char::is_uppercase)
            || next.starts_with(" (");
        if let Some(name) = captures.name("name").filter(|_| !goes_on) {
            places.push(name.range());
        }
    }
    for captures in BEFORE_KIND.captures_iter(text) {
        places.extend(
            ["first", "second"]
                .into_iter()
                .filter_map(|n| captures.name(n))
                .map(|m| m.range()),
        );
    }
    places.extend(listed_beside(text, lexicon, &places));
    for place in &mut places {
        let name = &text[place.clone()];
        place.end = place.start + without_possessive(name).len();
    }
    places.retain(|range| is_bare_name(&text[range.clone()], lexicon));
    places
}

/// Names of one word in a list with places: "at Beira, Limpopo and Nacala", "from Smara to Tifariti".
fn listed_beside(text: &str, lexicon: &Lexicon, places: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_place = |scheme: &str| matches!(scheme, "places" | "states");
    let known = lexicon.names_in(text).into_iter();
    let known = known.filter(|found| is_place(&lexicon.concept(found).scheme));
    let mut ends: Vec<usize> = known.map(|found| found.range.end).collect();
    ends.extend(places.iter().map(|place| place.end));
    let mut found = Vec::new();
    while let Some(end) = ends.pop() {
        let next = LISTED
            .captures(&text[end..])
            .and_then(|next| next.name("name"));
        if let Some(name) = next {
            let name = end + name.start()..end + name.end();
            ends.push(name.end);
            found.push(name);
        }
    }
    found
}

/// Whether a name has none of the words that make it something else than a place: heads of
/// names of bodies, months, nationalities, acts, offices.
fn is_bare_name(name: &str, lexicon: &Lexicon) -> bool {
    const OTHERS: &[&str] = &[
        "North",
        "South",
        "East",
        "West",
        "Chapter",
        "Article",
        "Articles",
        "Resolution",
        "Resolutions",
        "Charter",
        "Annex",
        "Member",
        "Members",
        "State",
        "States",
        "Security",
        "Council",
        "United",
        "Nations",
        "Secretary",
        "General",
        "This",
        "That",
        "The",
        "These",
        "Those",
        "Its",
        "His",
        "All",
        "Both",
        "Each",
        "Order",
        "Section",
        "Paragraph",
        "Part",
        "Phase",
        "Stage",
        "English",
        "French",
        "Arabic",
        "Muslim",
        "Christian",
        "Christmas",
        "Operation",
        "Federal",
        "Sector",
        "Sectors",
        "Special",
        "Time",
        "War",
        "Peace",
        "Government",
        "Governments",
        "Republic",
    ];
    let has = |scheme: &str| !lexicon.cues_in(scheme, name).is_empty();
    let mut words = name.split([' ', '-']);
    !words.any(|word| OTHERS.contains(&word) || MONTHS.contains(&word))
        && !has("heads")
        && !has("acts")
        && !has("offices")
        && lexicon.demonyms_in(name).is_empty()
}
