//! Numbers of people of a mission.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::Role;
use crate::facts::{Entity, MissionRelation, Stated, Strength};
use crate::lexicon::Lexicon;
use crate::pattern::regex;
use crate::recognize::missions::principal;
use crate::recognize::names::{Class, Mentions};
use crate::recognize::numbers::{Counted, numbers_in};
use crate::recognize::reader::{Reader, sentences};

/// Adjectives between a number and a category of people.
static ADJECTIVES: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ (?:(?:United Nations|[\p{L}-]+) ){0,3}$"));
/// An adjective that shares the noun of the next number: "18 international and 26 local staff".
static SHARES_NOUN: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ (?P<adjective>\p{Ll}+)(?:,| and|, and) (?:up to |about |some )?$"));
/// A body of people before its strength: "a medical company with a strength of about".
static OF_BODY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?P<body>(?:\p{Ll}+ ){0,2}(?:unit|battalion|contingent|component|company|force))s?,? (?:with|of|at|having) (?:an? |its )?(?:\p{Ll}+ )?strength of (?:\p{Ll}+ |up to )?$",
    )
});
/// After a category that only says of what kind a unit is: "five infantry battalions".
static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^ (?:battalions?|companies|company|units?|brigades?|regiments?|stations?|posts?|vehicles?|equipment|aircraft)\b",
    )
});
/// A level of people that a number says: "its troop level was raised to", "the number of police
/// officers would be at most", "a strength of".
static LEVEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:(?P<kind>troop|police|military) (?:level|strength|ceiling)s?\b[^.;]{0,40}|number of (?:United Nations |UN )?(?P<counted>(?:\p{Ll}+ ){0,2}(?:troops|observers|personnel|officers|monitors|police))\b[^.;]{0,140}|strength(?: of (?:the )?\p{L}+)?) (?:to|of|at|at most|be)(?: about| some| a maximum of| up to)? $",
    )
});
/// What a number counts that is no level.
static NO_LEVEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: further| additional)? ?(?:days?|weeks?|months?|years?|hours?|per cent|percent|%|kilomet|companies|battalions)",
    )
});
/// "a 60-strong advance team"
static STRONG: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^[- ]strong (?:[\p{Lu}\d-]+ )?(?P<body>(?:\p{Ll}+ ){0,2}(?:team|force|unit|battalion|contingent|mission|group))\b",
    )
});
/// People of any kind, who count where a team or unit is made up of them.
static PEOPLE: LazyLock<Regex> = LazyLock::new(|| regex(r"^ (?P<people>persons|people|members)\b"));
static BODY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:team|mission|force|unit|group|contingent|component)\b[^.;]{0,30}(?: of|,? with|,? comprising|,? numbering) (?:up to |not more than |no more than |about |some )?$",
    )
});
/// Words of a sentence about the size of a mission.
static SIZE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:compris\p{L}*|consist\p{L}*|compos\p{L}*|strength|ceiling|up to|deploy\p{L}*|increase\p{L}*|additional|reinforc\p{L}*|establish\p{L}*|maximum|level|number\p{L}*|plann\p{L}*|cut|rais\p{L}*|expan\p{L}*|attach\p{L}*|recommend\p{L}*|(?:mission|force|operation|group)\b[^.;]{0,50}\bhad|peak|component|(?:to|would|should) have|headed by|not more than|no more than|includ\p{L}*|reduc\p{L}*|authori[sz]\p{L}*|contingent|made up of|total of)\b",
    )
});
/// Categories that only missions have, whatever a sentence is about.
static OF_MISSIONS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:military (?:observers?|liaison officers?)|civilian police(?: \p{Ll}+)?|police (?:observers?|monitors?))$",
    )
});
/// Words of a sentence about something that happened to people.
static HARM: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:killed|killing|deaths?|died|murder\p{L}*|wounded|injured|detain\p{L}*|hostages?|captured|abduct\p{L}*|kidnap\p{L}*|prisoners|missing|attack\p{L}*)\b",
    )
});

/// The strengths that a document states.
#[must_use]
pub fn strengths(
    reader: &Reader,
    mentions: &Mentions,
    missions: &[Stated<MissionRelation>],
) -> Vec<Stated<Strength>> {
    let principal = principal(missions).map(|relation| &relation.mission);
    let mut facts: Vec<Stated<Strength>> = Vec::new();
    for (block, content) in reader
        .prose()
        .filter(|(_, block)| block.role != Role::Recital)
    {
        let text = content.passage.text();
        for sentence in sentences(text) {
            let words = &text[sentence.clone()];
            let is_on_size = SIZE.is_match(words);
            let mission = mission_of(&sentence, block, mentions).or_else(|| principal.cloned());
            let counts = counts(words, reader.lexicon);
            for (range, count, category) in counts
                .into_iter()
                .filter(|(range, ..)| !HARM.is_match(part_around(words, range)))
                .filter(|(range, _, category)| {
                    // Where no mission has a name, only people of the United Nations count.
                    let is_theirs =
                        !missions.is_empty() || words[range.clone()].contains("United Nations");
                    is_theirs && (is_on_size || OF_MISSIONS.is_match(category))
                })
            {
                let strength = Strength {
                    count,
                    category,
                    mission: mission.clone(),
                };
                let known = |fact: &Stated<Strength>| {
                    fact.value.count == count && fact.value.category == strength.category
                };
                if !facts.iter().any(known) {
                    let range = sentence.start + range.start..sentence.start + range.end;
                    facts.push(reader.stated(strength, &content.passage, range));
                }
            }
        }
    }
    facts
}

/// The part of a sentence between commas that a place is in.
fn part_around<'a>(sentence: &'a str, range: &Range<usize>) -> &'a str {
    const BREAKS: [char; 2] = [',', ';'];
    let start = sentence[..range.start].rfind(BREAKS).unwrap_or_default();
    let end = sentence[range.end..].find(BREAKS);
    let end = end.map_or(sentence.len(), |at| range.end + at);
    &sentence[start..end]
}

fn mission_of(sentence: &Range<usize>, block: usize, mentions: &Mentions) -> Option<Entity> {
    mentions
        .in_block(block)
        .find(|mention| mention.class == Class::Mission && sentence.contains(&mention.range.start))
        .map(|mention| mention.entity.clone())
}

/// The category of people that words behind a number name by the noun at their end, of the given
/// length; a noun that fits all takes what is said before it: "logistics personnel".
fn category_in(words: &str, noun: usize) -> String {
    const ANY: &[&str] = &["personnel", "staff", "officers"];
    let noun = &words[words.len() - noun..];
    let whole = words.trim_start();
    let whole = whole.strip_prefix("United Nations ").unwrap_or(whole);
    let is_small = whole
        .split(' ')
        .all(|word| word.starts_with(char::is_lowercase));
    if ANY.contains(&noun) && is_small {
        whole.to_owned()
    } else {
        noun.to_owned()
    }
}

/// Numbers of people in a sentence, with their categories.
fn counts(text: &str, lexicon: &Lexicon) -> Vec<(Range<usize>, u32, String)> {
    let categories = lexicon.cues_in("personnel", text);
    let numbers = numbers_in(text);
    let of_number = |number: &Counted| {
        let category = categories.iter().find(|c| c.range.start > number.end)?;
        let is_unit = UNIT.is_match(&text[category.range.end..]);
        (!is_unit && ADJECTIVES.is_match(&text[number.end..category.range.start])).then(|| {
            let words = &text[number.end..category.range.end];
            (category.range.end, category_in(words, category.range.len()))
        })
    };
    let mut found = Vec::new();
    for (index, number) in numbers.iter().enumerate() {
        if number.value == 0 || text[..number.start].ends_with(['(', '/']) {
            continue;
        }
        if let Some((end, category)) = of_number(number) {
            found.push((number.start..end, number.value, category));
        } else if let Some(next) = numbers.get(index + 1)
            && let Some(shared) = SHARES_NOUN.captures(&text[number.end..next.start])
            && let Some((end, category)) = of_number(next)
        {
            let noun = category.rsplit(' ').next().unwrap_or(&category);
            found.push((
                number.start..end,
                number.value,
                format!("{} {noun}", &shared["adjective"]),
            ));
        } else if let Some(strong) = STRONG.captures(&text[number.end..])
            && let Some(body) = strong.name("body")
        {
            let range = number.start..number.end + body.end();
            found.push((range, number.value, body.as_str().to_owned()));
        } else if let Some(level) = LEVEL.captures(&text[..number.start])
            && !NO_LEVEL.is_match(&text[number.end..])
        {
            let counted = level.name("counted").map(|counted| counted.as_str());
            let kind = level.name("kind").map(|kind| kind.as_str());
            let category = match (counted, kind) {
                (Some(counted), _) => counted.to_owned(),
                (None, Some("troop")) => "troops".to_owned(),
                (None, Some(kind)) => kind.to_owned(),
                (None, None) => "strength".to_owned(),
            };
            found.push((number.start..number.end, number.value, category));
        } else if let Some(people) = PEOPLE.captures(&text[number.end..])
            && BODY.is_match(&text[..number.start])
            && let Some(people) = people.name("people")
        {
            let range = number.start..number.end + people.end();
            found.push((range, number.value, people.as_str().to_owned()));
        } else if let Some(of) = OF_BODY.captures(&text[..number.start])
            && let Some(body) = of.name("body")
        {
            let body = body.as_str();
            let body = body.strip_prefix("a ").unwrap_or(body);
            found.push((number.start..number.end, number.value, body.to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::counts;
    use crate::lexicon::Lexicon;
    use crate::ontology;

    #[test]
    fn people_and_what_they_are() {
        let lexicon = Lexicon::new(&ontology::load(None).unwrap()).unwrap();
        let cases = [
            (
                "18 international and 26 local staff",
                "18 international staff; 26 local staff",
            ),
            (
                "20,000 troops and 8,000 logistics personnel",
                "20000 troops; 8000 logistics personnel",
            ),
            (
                "its troop level was raised to 6,000 within three months",
                "6000 troops",
            ),
            (
                "the number of military observers would be at most 160",
                "160 military observers",
            ),
            (
                "an advance team of not more than sixty persons",
                "60 persons",
            ),
            (
                "It was to grow to a strength of 6,000 by July",
                "6000 strength",
            ),
            ("the 60-strong advance team", "60 advance team"),
            ("five infantry battalions and sixty persons in all", ""),
        ];
        for (text, expected) in cases {
            let found: Vec<String> = counts(text, &lexicon)
                .into_iter()
                .map(|(_, count, category)| format!("{count} {category}"))
                .collect();
            assert_eq!(found.join("; "), expected, "{text}");
        }
    }
}
