//! Persons, recognized by the title or office before their name, and the roles they have.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Match, Regex};

use crate::facts::{Entity, PersonInRole, Stated};
use crate::lexicon::Lexicon;
use crate::pattern::regex;
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::reader::{Reader, without_possessive};

/// Names with particles and initials; a full stop belongs to one letter only.
const NAME: &str = r"(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}’']*)(?:[- ](?:(?:al|el|bin|ben|arap|de|da|dos|van|von|der|del|Al|El)[- ])?(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}’']*)){0,3}";

static TITLED: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?:Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Count|Sir|Lord|Lady|Prince|King|Queen|Emperor|Emir|Sultan|Pope|Sheikh|Archbishop) (?P<name>{NAME})"
    ))
});
static NAME_HERE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^(?:,? (?:who )?(?:was|is)(?: to be)?)?,? (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<name>{NAME})"
    ))
});
static OF: LazyLock<Regex> = LazyLock::new(|| regex(r"^ (?:of|for) (?:the )?"));
/// What may stand between an office and the name of its holder.
static OF_WHAT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: (?:of|for|to) (?:the )?(?:\p{Ll}+ )?\p{Lu}[^,;.()]{0,60})?,? (?:(?:who )?(?:was|is|were)(?: to be)? )?(?:the late )?(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|General|Colonel)\.? )?$",
    )
});
static AFTER_NAME: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: \([^)]{1,30}\))?,? (?:(?:as|was|is|who was|(?:who )?(?:had )?became|who had become|(?:(?:should|shall|will|must) )?be appointed(?: as)?|appointed|to be) )?(?:(?:the|his|her|its|a|an|then|new|former|acting) ){0,2}(?:\p{Lu}\p{Ll}+ )?$",
    )
});

/// A name before an office that it is apposed to: "Ehud Olmert, Prime Minister of Israel".
static NAME_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord)\.? )?(?P<name>{NAME}), (?:(?:the|then|former|acting|its|their) ){{0,2}}(?:\p{{Lu}}\p{{Ll}}+ )?$"
    ))
});
/// Names of those who lead: "a junta led by Ansumane Mané".
static LEADER: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?:led|headed|chaired|commanded) by (?P<name>{NAME})"
    ))
});

/// Persons with a title ("Mr. ...") or an office right before their name.
#[must_use]
pub fn persons_in(text: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut persons: Vec<Range<usize>> = TITLED
        .captures_iter(text)
        .filter_map(|captures| captures.name("name"))
        .map(|name| name.range())
        .collect();
    for office in lexicon.cues_in("offices", text) {
        let start = after_domain(text, office.range.end, lexicon);
        if let Some(name) = NAME_HERE
            .captures(&text[start..])
            .and_then(|c| c.name("name"))
            && name.as_str().contains(' ')
        {
            persons.push(start + name.start()..start + name.end());
        }
    }
    for office in lexicon.cues_in("offices", text) {
        let before = NAME_BEFORE.captures(&text[..office.range.start]);
        let name = before.and_then(|before| before.name("name"));
        persons.extend(name.filter(is_full).map(|name| name.range()));
    }
    let leaders = LEADER
        .captures_iter(text)
        .filter_map(|led| led.name("name"));
    persons.extend(leaders.filter(is_full).map(|name| name.range()));
    for person in &mut persons {
        let name = without_possessive(text[person.clone()].trim_end_matches('.'));
        person.end = person.start + name.len();
    }
    persons.retain(|person| is_person(&text[person.clone()], lexicon));
    persons
}

/// Whether a name has more than one word.
fn is_full(name: &Match) -> bool {
    name.as_str().contains(' ')
}

/// Where the words end that say of what an office is: "President of Finland".
fn after_domain(text: &str, office: usize, lexicon: &Lexicon) -> usize {
    let Some(of) = OF.find(&text[office..]) else {
        return office;
    };
    let start = office + of.end();
    let domain = lexicon.names_in(&text[start..]).into_iter().next();
    domain
        .filter(|found| found.range.start == 0)
        .map_or(office, |found| start + found.range.end)
}

/// Whether a capitalized phrase after an office can be its holder's name: no part of it names a
/// body, a place, an office or an act.
fn is_person(name: &str, lexicon: &Lexicon) -> bool {
    let things = lexicon.names_in(name);
    let is_thing = things
        .iter()
        .any(|found| lexicon.concept(found).scheme != "people");
    !is_thing
        && ["heads", "offices", "acts"]
            .iter()
            .all(|scheme| lexicon.cues_in(scheme, name).is_empty())
        && lexicon.demonyms_in(name).is_empty()
}

/// The persons of a document, each with the first role that the text gives.
#[must_use]
pub fn persons(reader: &Reader, mentions: &Mentions) -> Vec<Stated<PersonInRole>> {
    let mut facts: Vec<Stated<PersonInRole>> = Vec::new();
    for mention in mentions
        .iter()
        .filter(|mention| mention.class == Class::Person)
    {
        let passage = &reader.document.blocks[mention.block].passage;
        let role = role(passage.text(), mention, reader.lexicon);
        let known = facts
            .iter_mut()
            .find(|fact| fact.value.person.path == mention.entity.path);
        let of = role
            .as_ref()
            .and_then(|(_, words)| mission_behind(mentions, mention.block, passage.text(), words));
        let (role, words) = match role {
            Some((role, words)) => (Some(role), words),
            None => (None, mention.range.clone()),
        };
        match known {
            Some(fact) if fact.value.role.is_none() && role.is_some() => {
                fact.value.role = role;
                fact.value.of = of;
                let bare = std::mem::replace(&mut fact.evidence, reader.evidence(passage, words));
                fact.also.insert(0, bare);
            }
            Some(fact) => fact.also.push(reader.evidence(passage, words)),
            None => {
                let person = PersonInRole {
                    person: mention.entity.clone(),
                    role,
                    of,
                };
                facts.push(reader.stated(person, passage, words));
            }
        }
    }
    facts
}

/// The mission that an office is of: "Force Commander of UNXYZ", with the name before or after.
fn mission_behind(
    mentions: &Mentions,
    block: usize,
    text: &str,
    words: &Range<usize>,
) -> Option<Entity> {
    let is_of = |start: usize| {
        let before = text[..start].strip_suffix("the ").unwrap_or(&text[..start]);
        before.ends_with(" of ")
            && (words.start..words.end + " of the ".len()).contains(&(start - 1))
    };
    mentions
        .in_block(block)
        .find(|mention| mention.class == Class::Mission && is_of(mention.range.start))
        .map(|mention| mention.entity.clone())
}

/// The office before or after a name, and the words from the one to the other.
fn role(text: &str, mention: &Mention, lexicon: &Lexicon) -> Option<(String, Range<usize>)> {
    let offices = lexicon.cues_in("offices", text);
    let before = offices.iter().rev().find(|office| {
        office.range.end <= mention.range.start
            && OF_WHAT.is_match(&text[office.range.end..mention.range.start])
    });
    let after = || {
        offices.iter().find(|office| {
            office.range.start >= mention.range.end
                && AFTER_NAME.is_match(&text[mention.range.end..office.range.start])
        })
    };
    let office = before.or_else(after)?;
    let words =
        office.range.start.min(mention.range.start)..office.range.end.max(mention.range.end);
    Some((text[office.range.clone()].to_owned(), words))
}
