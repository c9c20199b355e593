//! Parties to a dispute: governments, movements, and states that a demand is addressed to.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Kind, Role};
use crate::facts::{Entity, Stated, gather};
use crate::pattern::regex;
use crate::recognize::acts::act;
use crate::recognize::candidates::unlisted;
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::reader::Reader;

/// Before the name of a state: "the Transitional Government of".
static GOVERNMENT_OF: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:\p{Lu}\p{Ll}+ )?(?:Governments? of|governments? of|(?P<authorities>authorities (?:of|in))) (?:the )?(?:Republic of )?$",
    )
});
/// After an adjective of a state: "Tajik government", "Egyptian Government".
static GOVERNMENT_AFTER: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ (?:\p{L}+ )?(?P<body>[Gg]overnment|[Aa]uthorities)\b"));
static BEFORE_DEMONYM: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b(?:local|de facto|illegal|self-proclaimed) $"));
/// Between the states of a list.
static LIST: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:, | and |, and | and (?:of )?(?:the )?)$"));
/// Before the first of two states that face one another.
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:between|on the part of|both|(?:representatives|statements) (?:of|from|by)|(?:concluded|signed|reached) by) (?:the )?$",
    )
});
/// Between two states of which one attacks the other, and the word for it before or between them:
/// "acts of aggression committed by South Africa against Angola".
static AGAINST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:[^.;]{0,50} against|(?: had| has)? (?:invaded|overran|attacked|occupied|annexed|bombarded|shelled)) (?:the )?(?:territory of )?(?:the )?$",
    )
});
static VIOLENCE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:aggression|attacks?|attacked|invaded|overran|occupied|annexed|bombarded|shelled|invasion|raids?|incursions?|hostilities|acts of (?:violence|war)|military (?:action|operations?))\b",
    )
});
/// Before a government that only helps: "its gratitude to the Government of".
static HELPS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:gratitude|appreciation|thanks|grateful|rely|offers?|contributions?|hospitality)(?: \p{Ll}+){0,3} (?:to|on|upon|by|from|of) the $",
    )
});
/// Between a state and the movement that it is named beside.
static BESIDE: LazyLock<Regex> = LazyLock::new(|| regex(r"^ and (?:the )?$"));
/// Before a state that measures are against.
static SANCTIONED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:sanctions|embargo)\b(?: \p{Ll}+){0,3} (?:on|against) (?:the )?(?:Government of )?(?:the )?$",
    )
});
/// Before a state that is wronged, or that complains of it.
static VIOLATED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:violat\p{Ll}+ (?:of )?(?:the |its )?(?:sovereignty|territorial integrity|territory|airspace|air space|independence)(?:,? (?:and |the |territorial |integrity|sovereignty|independence|airspace|political )+)* of|annex(?:ed|ation of)?|invasion of|invad\p{Ll}+|occupation of|attack(?:s|ed)? (?:on|against)|aggression against|complaints? (?:by|of|from)) (?:the )?(?:Government of )?(?:the )?$",
    )
});
/// Around a state of which an article says what it has to do.
static DEMANDED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:demand(?:s|ed)?(?: of [Rr]esolution [0-9]+)?|insisted|condemned|call(?:ed|s|ing)? (?:again |once more |once again )?(?:up)?on|urged)(?: that| on)?(?: the)?(?: Government of)?(?: the)? $",
    )
});
static BOUND: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ (?:(?:was|were) (?:not )?to|had to|must) \p{Ll}"));
static PEOPLES_ATTACK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^ (?:armed |air |military |naval )?(?:attacks?|aggression|raids?|invasion|incursions?)\b",
    )
});
static AGAINST_PEOPLE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b(?:aggression|attacks?|raids?)\b[^.;]{0,60} (?:against|on|into) $"));
static HEARD: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b(?:representatives|statements) (?:of|from|by) (?:the )?$"));
/// The item of the agenda "the situation between Iraq and Kuwait" opposes nobody.
static SITUATION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:situation|borders?|boundary|boundaries|frontiers?|crossing|bridge|road|passage) between (?:the )?$",
    )
});
/// Between an act and a state that it is addressed to.
static ADDRESSED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: (?:that|once|more|again|also|further|strongly|urgently|the|both|Government|Governments|of|parties|particularly|in particular),?)* ?$",
    )
});

/// The parties that a document names, each once.
#[must_use]
pub fn parties(reader: &Reader, mentions: &Mentions) -> Vec<Stated<Entity>> {
    let mut facts = mentions.entities(reader, &[Class::Party]);
    let mut add = |entity: Entity, words: Range<usize>, block: usize| {
        let passage = &reader.document.blocks[block].passage;
        let fact = reader.stated(entity, passage, words);
        gather(&mut facts, fact, |a, b| a.path == b.path);
    };
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        for (entity, words) in governments(reader, mentions, block, text) {
            add(entity, words, block);
        }
    }
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        let states: Vec<&Mention> = mentions
            .in_block(block)
            .filter(|mention| mention.class == Class::State)
            .collect();
        let addressed = addressee_start(reader, block);
        let is_told = reader.document.kind == Kind::Article;
        for (index, first) in states.iter().enumerate() {
            let before = &text[..first.range.start];
            let opposed = BETWEEN.is_match(before) && !SITUATION.is_match(before);
            let asked = addressed.is_some_and(|end| {
                end <= first.range.start && ADDRESSED.is_match(&text[end..first.range.start])
            });
            let attacked = attacked(text, &states[index..]);
            let beside = mentions.in_block(block).any(|other| {
                other.class == Class::Party
                    && other.range.start > first.range.end
                    && BESIDE.is_match(&text[first.range.end..other.range.start])
            });
            let after = &text[first.range.end..];
            let bound = SANCTIONED.is_match(before)
                || VIOLATED.is_match(before)
                || is_told && (DEMANDED.is_match(before) || BOUND.is_match(after));
            if !opposed && !asked && !beside && !bound && attacked.is_none() {
                continue;
            }
            let mut list = list_from(text, &states[index..]);
            // More than two are heard as neighbours or friends.
            let is_heard = HEARD.is_match(before);
            if opposed && (list.len() < 2 || is_heard && list.len() > 2) {
                continue;
            }
            list.extend(attacked);
            for state in list {
                add(
                    government(reader, &state.entity, &state.entity.name),
                    state.range.clone(),
                    block,
                );
            }
        }
    }
    facts
}

/// Governments that a text names in so many words.
pub(super) fn governments(
    reader: &Reader,
    mentions: &Mentions,
    block: usize,
    text: &str,
) -> Vec<(Entity, Range<usize>)> {
    let mut found = Vec::new();
    let states: Vec<&Mention> = mentions
        .in_block(block)
        .filter(|mention| mention.class == Class::State)
        .collect();
    for (index, state) in states.iter().enumerate() {
        let Some(named) = GOVERNMENT_OF.captures(&text[..state.range.start]) else {
            continue;
        };
        let before = named.get_match();
        let body = named.name("authorities");
        let body = body.map_or("Government of", |body| body.as_str());
        if HELPS.is_match(&text[..before.start()]) {
            continue;
        }
        for (place, listed) in list_from(text, &states[index..]).into_iter().enumerate() {
            let start = if place == 0 {
                before.start()
            } else {
                listed.range.start
            };
            let article = if text[..listed.range.start].ends_with("the ") {
                "the "
            } else {
                ""
            };
            let name = format!("{body} {article}{}", listed.entity.name);
            found.push((
                government(reader, &listed.entity, &name),
                start..listed.range.end,
            ));
        }
    }
    for demonym in reader.lexicon.demonyms_in(text) {
        let concept = reader.lexicon.concept(&demonym);
        let behind = &text[demonym.range.end..];
        let is_wronged = AGAINST_PEOPLE.is_match(&text[..demonym.range.start])
            && behind.starts_with(" territory");
        if is_wronged || PEOPLES_ATTACK.is_match(behind) {
            let state = concept.entity(&concept.label);
            let words = demonym.range.clone();
            found.push((government(reader, &state, &concept.label), words));
        }
        if let Some(body) = GOVERNMENT_AFTER.captures(&text[demonym.range.end..]) {
            let end = demonym.range.end + body.get_match().end();
            let start = part_of_people(reader, text, demonym.range.start);
            let words = start.unwrap_or(demonym.range.start)..end;
            let is_listed = mentions.in_block(block).any(|mention| {
                mention.class == Class::Party
                    && mention.range.start < words.end
                    && words.start < mention.range.end
            });
            if is_listed {
                continue;
            }
            let name = &text[words.clone()];
            let party = match start {
                Some(_) => unlisted(Class::Party, name, None, reader),
                None => government(reader, &concept.entity(""), name),
            };
            found.push((party, words));
        }
    }
    found
}

/// Where the words begin that make the authorities of a people others than the government of its
/// state: "local Serb authorities", "Turkish Cypriot authorities".
fn part_of_people(reader: &Reader, text: &str, demonym: usize) -> Option<usize> {
    if let Some(before) = BEFORE_DEMONYM.find(&text[..demonym]) {
        return Some(before.start());
    }
    let peoples = reader.lexicon.demonyms_in(&text[..demonym]);
    let other = peoples.last()?;
    (other.range.end + 1 == demonym).then_some(other.range.start)
}

/// The government of a state, under the name that the text gives.
fn government(reader: &Reader, state: &Entity, name: &str) -> Entity {
    let slug = state.path.rsplit('/').next().unwrap_or_default();
    let state = reader.lexicon.by_path(&state.path);
    let state = state.map_or("", |concept| concept.label.as_str());
    Entity {
        path: format!("party/government-of-{slug}"),
        name: name.to_owned(),
        label: format!("Government of {state}"),
        notation: None,
        known: false,
    }
}

/// The state that the first of some attacks, in the words of a text.
fn attacked<'a>(text: &str, states: &[&'a Mention]) -> Option<&'a Mention> {
    let [first, second, ..] = states else {
        return None;
    };
    let between = &text[first.range.end..second.range.start];
    let clause = text[..second.range.start].rsplit(['.', ';', ',']).next()?;
    (AGAINST.is_match(between) && VIOLENCE.is_match(clause)).then_some(*second)
}

/// The states that are listed one after the other, from the first on.
fn list_from<'a>(text: &str, states: &[&'a Mention]) -> Vec<&'a Mention> {
    let mut list = vec![states[0]];
    for pair in states.windows(2) {
        if !LIST.is_match(&text[pair[0].range.end..pair[1].range.start]) {
            break;
        }
        list.push(pair[1]);
    }
    list
}

/// Where the words after an act begin, in an operative paragraph that asks for something.
fn addressee_start(reader: &Reader, block: usize) -> Option<usize> {
    let content = &reader.document.blocks[block];
    if !matches!(content.role, Role::Operative { .. }) {
        return None;
    }
    let act = act(content.passage.text(), reader.lexicon)?;
    act.is_within("act/requesting", reader.lexicon)
        .then_some(act.words.end)
}
