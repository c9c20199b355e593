//! Names of persons by their form and the words around them: titles, initials, offices, those who
//! lead, states in brackets, lists.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Match, Regex};

use crate::lexicon::Lexicon;
use crate::pattern::regex;
use crate::recognize::reader::without_possessive;

/// Names with particles and initials; a full stop belongs to one letter only.
pub(super) const NAME: &str = r"(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}’']*)(?:[- ](?:(?:al|el|bin|ben|ibn|ould|arap|wa|ole|af|de|da|do|dos|das|di|du|la|le|van|von|der|ter|del|Al|El)[- ])?(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}’']*)){0,3}";

/// Forms of address, which are no part of a name.
pub(super) const ADDRESS: &str = "(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame|Count|Prince|Archbishop)";

/// A name behind a form of address or a title, of one word or more.
static TITLED: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?:{ADDRESS}\.?|King|Queen|Emperor|Emir|Sultan|Pope|Sheikh) (?P<name>{NAME})"
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
    regex(&format!(
        r"^(?:(?:{ADDRESS}|(?:His|Her) (?:Royal Highness|Majesty|Excellency|Holiness))\.? )+"
    ))
});
/// The name of who holds an office, right behind it.
static NAME_HERE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^(?:,? (?:who )?(?:was|is)(?: to be)?)?,? (?:{ADDRESS}\.? )?(?P<name>{NAME})"
    ))
});
static OF: LazyLock<Regex> = LazyLock::new(|| regex(r"^ (?:of|for) (?:the )?"));
/// A domain that a comma ends before the holder's name.
static DOMAIN: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?P<domain> (?:of|for|in|at|on) [^,;.()]{1,60}), \p{Lu}"));
/// A name before an office that it is apposed to: "Ehud Olmert, Prime Minister of Israel".
static NAME_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?:{ADDRESS}\.? )?(?P<name>{NAME}), (?:(?:the|then|former|acting|its|their) ){{0,2}}(?:\p{{Lu}}\p{{Ll}}+ )?$"
    ))
});
/// Names of those who lead: "a junta led by Ansumane Mané", "a coalition under Cyrille Adoula".
static LEADER: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?:(?:led|headed|chaired|commanded) by|(?:named|appointed|chosen|chose|nominated|elected|designated)|(?:coalition|forces?|garrison|government|junta|movement|rebels|regime|troops|faction|mission|team|observers|verifiers|delegation) (?:under|of)|(?:supporters|followers|loyalists|militias?|militiamen|murder|assassination|death|arrest|extradition|trial|release|appointment|election|resignation|nomination) of|(?:composed|consisting|made up) of) (?P<name>{NAME})"
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
/// What stands between the names of a list.
static LISTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^(?:,| and|, and) (?P<name>{NAME})(?:[,.;:)]| |$)"
    ))
});

/// Words that make a capitalized phrase something else than a name of a person.
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

/// Where a text names persons.
#[must_use]
pub fn persons_in(text: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut persons = Vec::new();
    for pattern in [&TITLED, &INITIALED, &WHO, &COLON, &LEADER] {
        let is_titled = std::ptr::eq(pattern, &raw const TITLED);
        let names = pattern.captures_iter(text);
        let names = names.filter_map(|found| found.name("name"));
        persons.extend(
            names
                .filter(|name| is_titled || is_full(name))
                .map(|name| name.range()),
        );
    }
    for (state, _) in lexicon.states_in(text) {
        let name = OF_STATE.captures(&text[..state.start]);
        let name = name.and_then(|found| found.name("name"));
        let name = name.filter(|name| is_full(name) && !is_part(text, name));
        persons.extend(name.map(|name| name.range()));
    }
    for office in lexicon.cues_in("offices", text) {
        let start = after_domain(text, office.range.end, lexicon);
        let behind = NAME_HERE.captures(&text[start..]);
        let behind = behind.and_then(|found| found.name("name")).filter(is_full);
        persons.extend(behind.map(|name| start + name.start()..start + name.end()));
        let before = NAME_BEFORE.captures(&text[..office.range.start]);
        let before = before.and_then(|found| found.name("name")).filter(is_full);
        persons.extend(before.map(|name| name.range()));
    }
    for person in &mut persons {
        person.start += title_in(&text[person.clone()]);
        let name = without_possessive(text[person.clone()].trim_end_matches('.'));
        person.end = person.start + name.len();
    }
    persons.retain(|person| is_person(&text[person.clone()], lexicon));
    let listed = listed_behind(text, lexicon, &persons);
    persons.extend(listed);
    persons
}

/// How long the title before a name is: of "Sir Peter Smithers" the first four bytes.
pub(crate) fn title_in(name: &str) -> usize {
    TITLE.find(name).map_or(0, |title| title.end())
}

/// Whether a name has more than one word.
fn is_full(name: &Match) -> bool {
    name.as_str().contains(' ')
}

/// Whether a phrase before "of" and a state is part of a longer one: "the Armed Forces of",
/// "Minister of Foreign Affairs of".
fn is_part(text: &str, name: &Match) -> bool {
    const JOINS: &[&str] = &["the", "The", "of", "for", "its", "their"];
    const LISTS: &[&str] = &["composed of", "consisting of", "made up of"];
    let before = text[..name.start()].trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    name.as_str().starts_with("The ")
        || JOINS.contains(&last) && !LISTS.iter().any(|list| before.ends_with(list))
}

/// The names that go on from one that is known or found in a list: "A, B and C".
fn listed_behind(text: &str, lexicon: &Lexicon, persons: &[Range<usize>]) -> Vec<Range<usize>> {
    let known = lexicon.names_in(text).into_iter();
    let known = known.filter(|found| lexicon.concept(found).scheme == "people");
    let mut ends: Vec<usize> = persons.iter().map(|person| person.end).collect();
    ends.extend(known.map(|found| found.range.end));
    let is_name = |name: &Match| {
        is_full(name) && !TITLED.is_match(name.as_str()) && is_person(name.as_str(), lexicon)
    };
    let mut listed = Vec::new();
    while let Some(end) = ends.pop() {
        let next = LISTED.captures(&text[end..]);
        let next = next.and_then(|next| next.name("name")).filter(is_name);
        if let Some(name) = next {
            let name = end + name.start()..end + name.end();
            ends.push(name.end);
            listed.push(name);
        }
    }
    listed
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

/// Whether a capitalized phrase can be a person's name: no part of it names a body, a place, an
/// office or an act.
fn is_person(name: &str, lexicon: &Lexicon) -> bool {
    let things = lexicon.names_in(name);
    let is_thing = things
        .iter()
        .any(|found| lexicon.concept(found).scheme != "people");
    !is_thing
        && !name.split(' ').any(|word| OTHERS.contains(&word))
        && ["heads", "offices", "acts"]
            .iter()
            .all(|scheme| lexicon.cues_in(scheme, name).is_empty())
        && lexicon.demonyms_in(name).is_empty()
}

#[cfg(test)]
mod tests {
    use super::persons_in;
    use crate::lexicon::Lexicon;
    use crate::ontology;

    #[test]
    fn words_around_a_name_make_it_a_persons() {
        let lexicon = Lexicon::new(&ontology::load(None).unwrap()).unwrap();
        let cases = [
            ("It heard Mr. Doe and N. Gopal Ayar.", "Doe|N. Gopal Ayar"),
            ("the envoy John Doe", "John Doe"),
            ("John Doe, Prime Minister of Chad", "John Doe"),
            ("the mayor of the capital, Jane Doe, came", "Jane Doe"),
            ("a coalition under Ann Doe took office", "Ann Doe"),
            (
                "composed of Ann Doe of Zambia and Max Roe of Ghana",
                "Ann Doe|Max Roe",
            ),
            (
                "three members of the party: Ann Doe, Max Roe and Jo Poe.",
                "Ann Doe|Jo Poe|Max Roe",
            ),
            ("Ann Doe, whom the army had made president,", "Ann Doe"),
            ("It elected Ann Doe (Chad).", "Ann Doe"),
            (
                "the Armed Forces of Chad, the Foreign Ministers of Chad",
                "",
            ),
            ("by the Member States of the region", ""),
        ];
        for (text, expected) in cases {
            let mut found: Vec<&str> = persons_in(text, &lexicon)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            found.sort_unstable();
            found.dedup();
            assert_eq!(found.join("|"), expected, "{text}");
        }
    }
}
