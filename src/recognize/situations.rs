//! What the Council deals with: "the situation in Angola", "the civil war in Tajikistan", "the
//! conflict between Eritrea and Ethiopia", "the question of Palestine".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::{Entity, Situation, Stated, gather};
use crate::pattern::regex;
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::placing::{Placed, Room, places_of};
use crate::recognize::reader::Reader;

/// Words before a cue by which it is nothing that there is: "any dispute with".
static NONE_IN_PARTICULAR: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:any|similar|such|future|other|former)(?: [\p{L}-]+)? $"));
/// All that may stand between the names of a subject that is no more than places: "Israel-Lebanon".
static BETWEEN_NAMES: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:[ ,/–—-]|and|the)*$"));

/// The situations that a document says its resolution is about, each once for each kind.
#[must_use]
pub fn situations(
    reader: &Reader,
    mentions: &Mentions,
    subject: Option<&Stated<String>>,
) -> Vec<Stated<Situation>> {
    let mut facts = Vec::new();
    if let Some(subject) = subject {
        for situation in of_subject(reader, &subject.value) {
            let fact = subject.clone().map(|_| situation);
            gather(&mut facts, fact, is_same);
        }
    }
    for (block, content) in reader.prose() {
        let names: Vec<&Mention> = mentions.in_block(block).collect();
        for (situation, words) in in_text(reader, content.passage.text(), &names) {
            let fact = reader.stated(situation, &content.passage, words);
            gather(&mut facts, fact, is_same);
        }
    }
    facts
}

fn is_same(a: &Situation, b: &Situation) -> bool {
    let paths = |situation: &Situation| -> Vec<String> {
        let places = situation.places.iter();
        places.map(|place| place.path.clone()).collect()
    };
    a.kind == b.kind && paths(a) == paths(b)
}

/// The situations of an infobox's subject, which may be no more than the names of places.
fn of_subject(reader: &Reader, subject: &str) -> Vec<Situation> {
    let names = Mentions::of_line(reader, subject);
    let names: Vec<&Mention> = names.iter().collect();
    let found = in_text(reader, subject, &names);
    if !found.is_empty() {
        return found.into_iter().map(|(situation, _)| situation).collect();
    }
    let mut rest = String::new();
    let mut at = 0;
    for name in &names {
        rest.push_str(&subject[at..name.range.start]);
        at = name.range.end;
    }
    rest.push_str(&subject[at..]);
    let places = names
        .iter()
        .all(|name| matches!(name.class, Class::State | Class::Place));
    if names.is_empty() || !places || !BETWEEN_NAMES.is_match(&rest) {
        return Vec::new();
    }
    let places = names.iter().map(|name| name.entity.clone()).collect();
    situation(None, places).into_iter().collect()
}

/// The situations that a text names, with their words.
fn in_text(reader: &Reader, text: &str, names: &[&Mention]) -> Vec<(Situation, Range<usize>)> {
    let mut found = Vec::new();
    for cue in reader.lexicon.cues_in("situation-types", text) {
        let inside = |mention: &&Mention| {
            mention.range.start < cue.range.end
                && cue.range.start < mention.range.end
                && mention.class != Class::Context
        };
        if names.iter().any(inside) || NONE_IN_PARTICULAR.is_match(&text[..cue.range.start]) {
            continue;
        }
        let concept = reader.lexicon.concept(&cue);
        let found_places = places_of(
            concept,
            (text, reader.lexicon),
            names,
            &(0..text.len()),
            &cue.range,
            Room::None,
        );
        let kind = (concept.path != "situation-type/situation").then(|| concept.path.clone());
        let together = found_places
            .first()
            .is_some_and(|first| first.by == "between");
        // What is between places is one thing; what is in several places is one in each.
        if together && let [first, .., last] = &*found_places {
            let words = first.words.start..last.words.end;
            let places = found_places.iter().map(|placed| placed.place.clone());
            let situation = situation(kind, places.collect());
            found.extend(situation.map(|situation| (situation, words)));
        } else if !together {
            for Placed { place, words, .. } in found_places {
                let situation = situation(kind.clone(), vec![place]);
                found.extend(situation.map(|situation| (situation, words)));
            }
        }
    }
    found
}

/// A situation of places that the ontology knows; others mean different things in different texts.
fn situation(kind: Option<String>, mut places: Vec<Entity>) -> Option<Situation> {
    places.sort_by(|a, b| a.path.cmp(&b.path));
    places.dedup_by(|a, b| a.path == b.path);
    let known = places.iter().all(|place| place.known);
    known.then_some(Situation { places, kind })
}
