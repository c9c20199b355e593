//! Whose a document is, by the words beside its symbol.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::places::Place;
use crate::facts::Entity;
use crate::pattern::regex;
use crate::recognize::names::{Class, Mentions};
use crate::recognize::offices::{only_secretary_general, secretary_general};
use crate::recognize::reader::Reader;

/// What stands before an author.
static BY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: (?:made|submitted|issued|presented|prepared|sent|circulated))?,? (?:of|by|from)(?: the)? ",
    )
});
/// What joins an office to the state or body that it is one of.
static OF: LazyLock<Regex> = LazyLock::new(|| regex(r"^ of (?:the )?"));
/// Behind an author that is one of several: "of the representatives of Jordan and Israel".
static AND_OTHERS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:,| and| as well as| or) (?:the |of |of the )?\p{Lu}"));
/// Before the noun of a document that somebody named before has made.
static HIS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\bhis (?:(?:further|first|second|latest|above-mentioned) )?$"));
/// Behind a symbol, before who says something in the document.
static IN_WHICH: LazyLock<Regex> = LazyLock::new(|| regex(r"^\)?,? in which (?:the )?"));

/// Whose a document is, by the words behind a place, and where they end: a body, a state, the
/// Secretary-General; of one who holds another office the state or body that it is an office of.
pub(super) fn behind(
    reader: &Reader,
    mentions: &Mentions,
    place: &Place,
    at: usize,
) -> Option<(Entity, usize)> {
    let text = place.content.passage.text();
    let start = at + BY.find(&text[at..place.range.start])?.end();
    let is_alone = |(_, end): &(Entity, usize)| {
        let before_symbol = text.get(*end..place.range.start);
        before_symbol.is_some_and(|words| !AND_OTHERS.is_match(words))
    };
    let offices = reader.lexicon.cues_in("offices", text);
    let office = offices.iter().find(|office| office.range.start == start);
    if let Some(office) = office {
        if let Some(entity) = secretary_general(reader.lexicon, office) {
            return Some((entity, office.range.end));
        }
        let of = office.range.end + OF.find(&text[office.range.end..])?.end();
        return named_at(mentions, place.block, of).filter(is_alone);
    }
    named_at(mentions, place.block, start).filter(is_alone)
}

/// The state, body or mission that is named at a place.
fn named_at(mentions: &Mentions, block: usize, at: usize) -> Option<(Entity, usize)> {
    let is_author = |class: Class| {
        matches!(
            class,
            Class::State | Class::Organization | Class::Mission | Class::Context | Class::Party
        )
    };
    let mention = mentions
        .in_block(block)
        .find(|mention| mention.range.start == at && is_author(mention.class))?;
    Some((mention.entity.clone(), mention.range.end))
}

/// "the Secretary-General's report": whose a document is by the words before its noun.
pub(super) fn possessor(
    reader: &Reader,
    text: &str,
    noun: usize,
) -> Option<(Range<usize>, Entity)> {
    let before = text[..noun].trim_end_matches(|c: char| c.is_lowercase() || c == ' ');
    let before = before.strip_suffix(['’', '\''])?;
    let offices = reader.lexicon.cues_in("offices", before);
    let office = offices
        .last()
        .filter(|office| office.range.end == before.len())?;
    let entity = secretary_general(reader.lexicon, office)?;
    Some((office.range.clone(), entity))
}

/// "the recommendations of the Secretary-General in his report": who is meant by "his", where the
/// words before name the Secretary-General and nobody else with an office.
pub(super) fn his(reader: &Reader, text: &str, noun: usize) -> Option<(Range<usize>, Entity)> {
    let before = HIS.find(&text[..noun])?.start();
    only_secretary_general(reader.lexicon, &text[..before])
}

/// "the report (S/20093) in which the Secretary-General explains": who says something in a document.
pub(super) fn in_which(
    reader: &Reader,
    mentions: &Mentions,
    place: &Place,
) -> Option<(Entity, usize)> {
    let text = place.content.passage.text();
    let start = place.range.end + IN_WHICH.find(&text[place.range.end..])?.end();
    let offices = reader.lexicon.cues_in("offices", &text[start..]);
    let office = offices.iter().find(|office| office.range.start == 0);
    match office {
        Some(office) => {
            let entity = secretary_general(reader.lexicon, office)?;
            Some((entity, start + office.range.end))
        }
        None => named_at(mentions, place.block, start),
    }
}
