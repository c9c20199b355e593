//! What in a text may be a name, by the ontology or by its form, and which of the readings that
//! overlap to believe.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Entity;
use crate::graph::iri::slug;
use crate::lexicon::{Concept, Lexicon};
use crate::pattern::regex;
use crate::recognize::agreements::{dated_agreements_in, place_agreements_in};
use crate::recognize::names::Class;
use crate::recognize::persons::{persons_in, title_in};
use crate::recognize::phrases::{Phrase, looks_like_numeral, phrases_in};
use crate::recognize::places::unlisted_places_in;
use crate::recognize::reader::Reader;

/// A force of the United Nations in small letters, and where it is: "an observation group to".
static DESCRIBED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:United Nations (?:\p{Ll}[\p{Ll}-]+ ){1,3}|(?:observation|observer|verification|monitoring|peace-?keeping) )(?:force|mission|operation|group|observers) (?:in|for|of|to) (?:the )?(?:\p{Ll}+ern )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*",
    )
});

/// A reading: where, as what, and of which thing.
pub(crate) type Candidate = (Range<usize>, Class, Entity);

/// The names in a text, in their order, none inside another.
pub(crate) fn names_in(reader: &Reader, text: &str) -> Vec<Candidate> {
    without_overlaps(candidates(reader, text))
}

/// Everything in a text that may be a name, the more trusted readings first.
fn candidates(reader: &Reader, text: &str) -> Vec<Candidate> {
    let lexicon = reader.lexicon;
    let mut candidates: Vec<Candidate> = Vec::new();
    for found in lexicon.missions_in(text) {
        let entity = lexicon.concept(&found).entity(&text[found.range.clone()]);
        candidates.push((found.range, Class::Mission, entity));
    }
    candidates.extend(described_missions_in(text, lexicon));
    for found in lexicon.names_in(text) {
        let concept = lexicon.concept(&found);
        // "the Minsk process" is not at Minsk, "Air India" is a company.
        let is_place = matches!(concept.scheme.as_str(), "places" | "states");
        if is_place
            && (text[found.range.end..].starts_with(" process")
                || text[..found.range.start].ends_with("Air "))
        {
            continue;
        }
        let mut range = found.range;
        if concept.scheme == "people" {
            range.start += title_in(&text[range.clone()]);
        }
        let entity = concept.entity(&text[range.clone()]);
        candidates.push((range, class_of(concept), entity));
    }
    for person in persons_in(text, lexicon) {
        let name = &text[person.clone()];
        candidates.push((
            person.clone(),
            Class::Person,
            unlisted(Class::Person, name, None, reader),
        ));
    }
    for phrase in phrases_in(text, lexicon) {
        if goes_on_from_a_name(&phrase.range, &candidates, text, reader) {
            continue;
        }
        let class = match phrase.class.as_str() {
            "Mission" if is_led_from_outside(&phrase, text, lexicon) => Class::Mission,
            "Agreement" => Class::Agreement,
            "Party" => Class::Party,
            "Government" if is_no_states(&phrase, text, lexicon) => Class::Party,
            "Government" => continue,
            "Mission" | "FormalOrganization" => Class::Organization,
            "City" | "Region" | "Water" | "Island" | "Mountain" | "Place" => Class::Place,
            _ => Class::Context,
        };
        let name = &text[phrase.range.clone()];
        let entity = unlisted(class, name, phrase.acronym, reader);
        candidates.push((phrase.range, class, entity));
    }
    let of_places = place_agreements_in(text, lexicon);
    for agreement in dated_agreements_in(text).into_iter().chain(of_places) {
        let entity = unlisted(Class::Agreement, &text[agreement.clone()], None, reader);
        candidates.push((agreement, Class::Agreement, entity));
    }
    for place in unlisted_places_in(text, lexicon) {
        let entity = unlisted(Class::Place, &text[place.clone()], None, reader);
        candidates.push((place, Class::Place, entity));
    }
    candidates
}

/// Missions that a text describes in small letters with the words of one listed name and no other:
/// "a United Nations interim force for Southern Lebanon".
fn described_missions_in(text: &str, lexicon: &Lexicon) -> Vec<Candidate> {
    let described = |found: regex::Match| {
        let words = words_of(found.as_str());
        let has_all = |concept: &&Concept| {
            let mut names = concept.names().iter();
            names.any(|name| {
                let name = words_of(name);
                words.iter().all(|word| name.contains(word))
            })
        };
        let mut fitting = lexicon.concepts_of("missions").filter(has_all);
        let mission = fitting.next()?;
        let is_only = fitting.next().is_none();
        let candidate = || {
            (
                found.range(),
                Class::Mission,
                mission.entity(found.as_str()),
            )
        };
        is_only.then(candidate)
    };
    DESCRIBED.find_iter(text).filter_map(described).collect()
}

/// The words of a name that tell it from others, in lower case.
fn words_of(name: &str) -> Vec<String> {
    const SMALL: &[&str] = &[
        "a", "an", "and", "eastern", "for", "in", "northern", "of", "on", "southern", "the", "to",
        "western",
    ];
    name.to_lowercase()
        .replace('-', "")
        .split(' ')
        .filter(|word| !SMALL.contains(word))
        .map(str::to_owned)
        .collect()
}

/// Whether a phrase with the head noun of a mission has the name of who leads it, or an acronym:
/// "United Nations Mission in ...", "... Support Mission (XYZ)"; a "Special Mission" is a body.
fn is_led_from_outside(phrase: &Phrase, text: &str, lexicon: &Lexicon) -> bool {
    const LEADERS: &[&str] = &[
        "United Nation",
        "UN ",
        "African",
        "European",
        "Multinational",
        "Inter-",
    ];
    let name = &text[phrase.range.clone()];
    let is_national = !lexicon.demonyms_in(name).is_empty();
    phrase.acronym.is_some() && !is_national
        || LEADERS.iter().any(|leader| name.starts_with(leader))
}

/// Whether a government has a name of its own, such as "Transitional Government", and is not that of
/// a state, "Government of Chad", "Chadian Government", or of one named elsewhere.
fn is_no_states(phrase: &Phrase, text: &str, lexicon: &Lexicon) -> bool {
    const ELSEWHERE: &[&str] = &["State", "Republic", "Kingdom", "Union", "Territory"];
    let name = &text[phrase.range.clone()];
    let of = name
        .split_once("Government of ")
        .map(|(_, rest)| rest.strip_prefix("the ").unwrap_or(rest));
    let is_elsewhere = of.is_some_and(|rest| ELSEWHERE.contains(&rest) || rest.len() < 3);
    // "Assembly of Heads of State and Government"
    let is_heads = text[..phrase.range.start].ends_with("State and ");
    // A name may run on behind the phrase: "Government of Côte d'Ivoire".
    let states = lexicon.states_in(&text[phrase.range.start..]);
    let has_state = states
        .first()
        .is_some_and(|(state, _)| state.start < name.len());
    !is_elsewhere
        && !is_heads
        && !has_state
        && lexicon.demonyms_in(name).is_empty()
        && lexicon.cues_in("offices", name).is_empty()
}

/// Whether a phrase only goes on from a listed name: "United Nations Protection Force in Sectors
/// East" names no other force. With a head noun of its own it does name another thing.
fn goes_on_from_a_name(
    phrase: &Range<usize>,
    names: &[Candidate],
    text: &str,
    reader: &Reader,
) -> bool {
    names.iter().any(|(name, ..)| {
        name.start == phrase.start
            && name.end < phrase.end
            && !looks_like_numeral(text[name.end..phrase.end].trim())
            && reader
                .lexicon
                .cues_in("heads", &text[name.end..phrase.end])
                .is_empty()
    })
}

/// Keeps the longest of names that overlap, the more trusted of equals.
fn without_overlaps(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|(range, ..)| std::cmp::Reverse(range.len()));
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let overlaps =
            |other: &Candidate| other.0.start < candidate.0.end && candidate.0.start < other.0.end;
        if !kept.iter().any(overlaps) {
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|(range, ..)| range.start);
    kept
}

fn class_of(concept: &Concept) -> Class {
    match concept.scheme.as_str() {
        "states" => Class::State,
        "places" => Class::Place,
        "missions" => Class::Mission,
        "organizations" => Class::Organization,
        "parties" => Class::Party,
        "people" => Class::Person,
        "agreements" => Class::Agreement,
        _ => Class::Context,
    }
}

/// An entity that only this document is known to name. Names such as "Joint Commission" mean
/// different things in different resolutions, so its path is below the resolution's; a person's
/// full name and a mission's acronym are taken to mean one thing everywhere, which may be a listed
/// one under a name that is not.
pub(crate) fn unlisted(
    class: Class,
    name: &str,
    notation: Option<String>,
    reader: &Reader,
) -> Entity {
    let kind = match class {
        Class::State => "state",
        Class::Place => "place",
        Class::Mission => "mission",
        Class::Organization | Class::Context => "organization",
        Class::Party => "party",
        Class::Person => "person",
        Class::Agreement => "agreement",
    };
    let slug = slug(notation.as_deref().unwrap_or(name));
    let path = match class {
        Class::Person => format!("{kind}/{slug}"),
        Class::Mission if notation.is_some() => format!("{kind}/{slug}"),
        _ => format!("resolution/{}/{kind}/{slug}", reader.number),
    };
    if let Some(listed) = reader.lexicon.by_path(&path) {
        return listed.entity(name);
    }
    Entity {
        path,
        name: name.to_owned(),
        label: name.to_owned(),
        notation,
        known: false,
    }
}
