//! Persons, recognized by the title or office before their name, and the roles they have.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Match, Regex};

use crate::facts::{Entity, PersonInRole, Stated};
use crate::lexicon::{Found, Lexicon};
use crate::pattern::regex;
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::reader::{Reader, without_possessive};

/// Names with particles and initials; a full stop belongs to one letter only.
const NAME: &str = r"(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}’']*)(?:[- ](?:(?:al|el|bin|ben|ibn|ould|arap|wa|ole|af|de|da|do|dos|das|di|du|la|le|van|von|der|ter|del|Al|El)[- ])?(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}’']*)){0,3}";

static TITLED: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?:Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Count|Sir|Lord|Lady|Prince|King|Queen|Emperor|Emir|Sultan|Pope|Sheikh|Archbishop) (?P<name>{NAME})"
    ))
});
/// Initials, which only persons have: "N. Gopalaswami", "Lester B. Pearson".
static INITIALED: LazyLock<Regex> = LazyLock::new(|| {
    let word = r"\p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)*";
    regex(&format!(
        r"(?:^|[^.\p{{L}}-])(?P<name>(?:{word} )?(?:\p{{Lu}}\. ?){{1,3}}{word}(?: {word})?)\b"
    ))
});
static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame|Count|Prince|Archbishop|(?:His|Her) (?:Royal Highness|Majesty|Excellency|Holiness))\.? )+",
    )
});
static NAME_HERE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^(?:,? (?:who )?(?:was|is)(?: to be)?)?,? (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<name>{NAME})"
    ))
});
static OF: LazyLock<Regex> = LazyLock::new(|| regex(r"^ (?:of|for) (?:the )?"));
/// A domain that a comma ends before the holder's name.
static DOMAIN: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?P<domain> (?:of|for|in|at|on) [^,;.()]{1,60}), \p{Lu}"));
/// What may stand between an office and the name of its holder.
static OF_WHAT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: (?:of|for|to|in|at|on) (?:(?:the )?(?:\p{Ll}+ )?\p{Lu}[^,;.()]{0,60}|[^,;.()]{1,60},))?,? (?:(?:who )?(?:was|is|were)(?: to be)? )?(?:the late )?(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|General|Colonel)\.? )?$",
    )
});
static AFTER_NAME: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: \([^)]{1,30}\))?(?:, an? [^,.;]{1,40})?,? (?:(?:as|was|is|(?:was|were) (?:named|appointed|elected|chosen|made)|who was|(?:who )?(?:had )?became|who had become|(?:(?:should|shall|will|must) )?be appointed(?: as)?|appointed|to be) )?(?:(?:the|his|her|its|a|an|then|new|first|last|former|acting|interim) ){0,2}(?:\p{Lu}\p{Ll}+ )?$",
    )
});

/// A name before an office that it is apposed to: "Ehud Olmert, Prime Minister of Israel".
static NAME_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord)\.? )?(?P<name>{NAME}), (?:(?:the|then|former|acting|its|their) ){{0,2}}(?:\p{{Lu}}\p{{Ll}}+ )?$"
    ))
});
/// Names of those who lead: "a junta led by Ansumane Mané", "a coalition under Cyrille Adoula".
static LEADER: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?:(?:led|headed|chaired|commanded) by|(?:named|appointed|chosen|chose|nominated|elected|designated)|(?:coalition|forces?|garrison|government|junta|movement|rebels|regime|troops|faction|mission|team|observers|verifiers|delegation) (?:under|of)|(?:supporters|followers|loyalists|militia|militiamen|murder|assassination|death|arrest|extradition|trial|release|appointment|election|resignation|nomination) of|(?:composed|consisting|made up) of) (?P<name>{NAME})"
    ))
});
/// A name before a relative pronoun of persons: "Peter Smithers, whom the Council".
static WHO: LazyLock<Regex> =
    LazyLock::new(|| regex(&format!(r"\b(?P<name>{NAME}), who(?:m|se)?\b")));
/// Names behind a colon that people are listed after: "three members of the party: A, B and C".
static COLON: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?:members|judges|persons|people|men|women|leaders|officers|candidates|nominees|commissioners|experts)\b[^.;:]{{0,80}}: (?P<name>{NAME})(?:,| and)"
    ))
});
/// A name and the state that its bearer is of: "Josef Korbel of Czechoslovakia", "A. Aman (Egypt)".
static OF_STATE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?P<name>{NAME}) (?:\((?:the )?|(?:of|from) (?:the )?)$"
    ))
});
/// The names of a list before another one.
static LIST_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?P<names>{NAME}(?:, {NAME})*)(?:,| and|, and) $"
    ))
});
/// What stands between the names of a list.
static LISTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^(?:,| and|, and) (?P<name>{NAME})(?:[,.;:)]| |$)"
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
    persons.extend(
        INITIALED
            .captures_iter(text)
            .filter_map(|found| found.name("name"))
            .map(|name| name.range()),
    );
    for (state, _) in lexicon.states_in(text) {
        let before = OF_STATE.captures(&text[..state.start]);
        let name = before.and_then(|before| before.name("name"));
        // "the Armed Forces of", "Minister of Foreign Affairs of"
        let is_bare = |name: &Match| {
            let before = text[..name.start()].trim_end();
            let joined = ["the", "The", "of", "for", "its", "their", "and", "or"];
            let last = before.rsplit(' ').next().unwrap_or_default();
            let is_part = joined.contains(&last)
                && !["composed of", "consisting of", "made up of"]
                    .iter()
                    .any(|of| before.ends_with(of));
            !is_part && !name.as_str().starts_with("The ")
        };
        let name = name.filter(|name| is_full(name) && is_bare(name));
        persons.extend(name.map(|name| name.range()));
    }
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
    let told_of = [&WHO, &COLON]
        .into_iter()
        .flat_map(|pattern| pattern.captures_iter(text))
        .filter_map(|found| found.name("name"));
    persons.extend(told_of.filter(is_full).map(|name| name.range()));
    let leaders = LEADER
        .captures_iter(text)
        .filter_map(|led| led.name("name"));
    persons.extend(leaders.filter(is_full).map(|name| name.range()));
    for person in &mut persons {
        person.start += title_in(&text[person.clone()]);
        let name = without_possessive(text[person.clone()].trim_end_matches('.'));
        person.end = person.start + name.len();
    }
    persons.retain(|person| is_person(&text[person.clone()], lexicon));
    let listed = lexicon.names_in(text).into_iter();
    let listed = listed.filter(|found| lexicon.concept(found).scheme == "people");
    let mut ends: Vec<usize> = persons.iter().map(|person| person.end).collect();
    ends.extend(listed.map(|found| found.range.end));
    while let Some(end) = ends.pop() {
        let next = LISTED
            .captures(&text[end..])
            .and_then(|next| next.name("name"));
        let is_name = |name: &Match| {
            let name = name.as_str();
            name.contains(' ') && !TITLED.is_match(name) && is_person(name, lexicon)
        };
        if let Some(name) = next.filter(is_name) {
            let name = end + name.start()..end + name.end();
            ends.push(name.end);
            persons.push(name);
        }
    }
    persons
}

/// How long the title before a name is: of "Sir Peter Smithers" the first four bytes.
pub(super) fn title_in(name: &str) -> usize {
    TITLE.find(name).map_or(0, |title| title.end())
}

/// Whether a name has more than one word.
fn is_full(name: &Match) -> bool {
    name.as_str().contains(' ')
}

/// Where the words end that say of what or where an office is: "President of Finland", "mayor of
/// the capital, ".
fn after_domain(text: &str, office: usize, lexicon: &Lexicon) -> usize {
    if let Some(domain) = DOMAIN
        .captures(&text[office..])
        .and_then(|found| found.name("domain"))
    {
        return office + domain.end();
    }
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
    const OTHERS: &[&str] = &[
        "Member",
        "Members",
        "State",
        "States",
        "Secretary",
        "Government",
        "National",
        "International",
    ];
    !is_thing
        && !name.split(' ').any(|word| OTHERS.contains(&word))
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
    let in_list = || {
        let first = list_start(text, mention.range.start)?;
        let is_shared = |office: &&Found| {
            text[..office.range.end].ends_with('s')
                && office.range.end <= first
                && OF_WHAT.is_match(&text[office.range.end..first])
        };
        offices.iter().rev().find(is_shared)
    };
    let office = before.or_else(after).or_else(in_list)?;
    let words =
        office.range.start.min(mention.range.start)..office.range.end.max(mention.range.end);
    Some((
        singular(&text[office.range.clone()], lexicon).to_owned(),
        words,
    ))
}

/// Where a list of names begins that goes on right before a place: "officers, A, B and C".
fn list_start(text: &str, at: usize) -> Option<usize> {
    let names = LIST_BEFORE.captures(&text[..at])?.name("names")?;
    Some(names.start())
}

/// The office of one of those who hold it: "representative" of "representatives".
fn singular<'a>(office: &'a str, lexicon: &Lexicon) -> &'a str {
    let one = office.strip_suffix('s').unwrap_or(office);
    let is_office = |found: &Found| found.range == (0..one.len());
    let known = lexicon.cues_in("offices", one).iter().any(is_office);
    if known { one } else { office }
}
