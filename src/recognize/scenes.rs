//! The sentences that name missions, by name or by a short form: "the Force", "its mandate".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::Role;
use crate::facts::Entity;
use crate::lexicon::Lexicon;
use crate::pattern::regex;
use crate::recognize::acts::decides_from;
use crate::recognize::names::{Class, Mentions};
use crate::recognize::reader::{Reader, sentences};

/// "the Force", "the multinational force", "its mandate": a mission named before; "an observer
/// mission": the one that is named after.
static SHORT_FORM: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?P<article>[Tt]he|[Ii]ts|an?) (?P<noun>(?:(?:Observer|Advance|Special|Interim|(?i:multinational|peace-?keeping|observer|monitoring|verification|stabili[sz]ation|assistance|temporary|new|expanded|military)) ){0,2}(?:Force|Mission|Operation|mission|force|operation|Observer Group|Transitional Authority|Group|Observers|mandate))\b",
    )
});
/// "It was to be stationed": the mission of the sentences before, not the Council.
static IT_RUNS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^It (?:was|would|is|will) (?:to |also |initially )?(?:be )?(?:stationed|deployed|last|remain|composed|made up|consist|comprise|have)\b",
    )
});
/// "after recalling ..., the Council": what comes before is not what this resolution does.
static COUNCIL_ACTS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r",? (?:the )?(?:Security )?[Cc]ouncil (?:\p{Ll}+ly |then |also |further |therefore )*\p{Ll}+ed\b",
    )
});
static LOOKS_BACK: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:after|having|recalling|noting|reaffirming|considering)\b"));

/// Words before a mission that another takes over from.
static TAKEN_OVER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|t(?:ake|akes|ook|aken|aking) over from|successor (?:mission )?(?:to|of)|follow-on (?:mission )?to) (?:the )?$",
    )
});

/// A mission in a sentence, by name or by a short form.
#[derive(Clone, Debug)]
pub struct MissionMention {
    /// Where in the block's text.
    pub range: Range<usize>,
    /// The mission.
    pub mission: Entity,
    /// Whether it is only named as the one that another takes over from.
    pub is_outgoing: bool,
}

/// A sentence of a block that may say what happens to a mission.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The block, by its place in the document.
    pub block: usize,
    /// The part of the block's text in which the resolution acts.
    pub range: Range<usize>,
    /// The missions in it.
    pub missions: Vec<MissionMention>,
}

/// The sentences that name a mission, by name or by a short form.
#[must_use]
pub fn scenes(reader: &Reader, mentions: &Mentions) -> Vec<Scene> {
    let mut scenes = Vec::new();
    let mut latest: Vec<&Entity> = Vec::new();
    let all = mentions.entities(reader, &[Class::Mission]);
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        for sentence in sentences(text) {
            let mut missions: Vec<MissionMention> = Vec::new();
            for mention in mentions.in_block(block).filter(|mention| {
                mention.class == Class::Mission && sentence.contains(&mention.range.start)
            }) {
                let before = &text[sentence.start..mention.range.start];
                // "replaced the X Mission (XM)": the acronym goes with the name.
                let is_outgoing = TAKEN_OVER.is_match(before)
                    || missions.last().is_some_and(|last| {
                        let between = text.get(last.range.end..mention.range.start);
                        last.is_outgoing
                            && last.mission.path == mention.entity.path
                            && between == Some(" (")
                    });
                latest.retain(|entity| entity.path != mention.entity.path);
                let place = if is_outgoing { 0 } else { latest.len() };
                latest.insert(place, &mention.entity);
                missions.push(MissionMention {
                    range: mention.range.clone(),
                    mission: mention.entity.clone(),
                    is_outgoing,
                });
            }
            for short in SHORT_FORM.captures_iter(&text[sentence.clone()]) {
                let range = short.get_match().range();
                // "The force would terminate its mission" is about what it was sent for.
                let is_work = &short["article"] == "its" && &short["noun"] == "mission";
                if is_work || text[sentence.start + range.end..].starts_with(" of ") {
                    continue;
                }
                let range = sentence.start + range.start..sentence.start + range.end;
                let taken = mentions
                    .in_block(block)
                    .any(|m| m.range.start < range.end && range.start < m.range.end);
                let only = (all.len() == 1).then(|| &all[0].value);
                let meant = match &short["article"] {
                    "a" | "an" => {
                        only.filter(|only| has_words(only, &short["noun"], reader.lexicon))
                    }
                    _ => meant_by(&short["noun"], &latest, reader.lexicon).or(only),
                };
                if let Some(mission) = meant.filter(|_| !taken) {
                    missions.push(MissionMention {
                        range,
                        mission: mission.clone(),
                        is_outgoing: false,
                    });
                }
            }
            if missions.is_empty()
                && let Some(it) = IT_RUNS.find(&text[sentence.clone()])
                && let Some(mission) = latest.last()
            {
                let range = sentence.start..sentence.start + it.end();
                let mission = (*mission).clone();
                missions.push(MissionMention {
                    range,
                    mission,
                    is_outgoing: false,
                });
            }
            if !missions.is_empty() {
                let start = sentence.start + acts_from(&text[sentence.clone()], &content.role);
                let start = start.max(decides_from(reader, block).unwrap_or_default());
                scenes.push(Scene {
                    block,
                    range: start.min(sentence.end)..sentence.end,
                    missions,
                });
            }
        }
    }
    scenes
}

/// The latest mission that a short form can mean: one that has its words in its name, if there is
/// one, else the latest of all; a multinational force is no other mission.
fn meant_by<'a>(noun: &str, latest: &[&'a Entity], lexicon: &Lexicon) -> Option<&'a Entity> {
    let any = latest
        .last()
        .filter(|_| !noun.to_lowercase().contains("multinational"));
    let mut named = latest.iter().rev();
    named
        .find(|entity| has_words(entity, noun, lexicon))
        .or(any)
        .copied()
}

/// Whether a mission has all words of a short form in one of its names.
fn has_words(entity: &Entity, noun: &str, lexicon: &Lexicon) -> bool {
    let listed = lexicon
        .by_path(&entity.path)
        .map_or("", |concept| concept.label.as_str());
    let noun = noun.to_lowercase();
    [listed, &entity.name].iter().any(|name| {
        let name = name.to_lowercase();
        let mut words = name.split([' ', '-']);
        noun.split([' ', '-'])
            .all(|word| words.any(|part| part == word))
    })
}

/// Where in a sentence of an article the Council begins to act, after what it recalled.
pub(super) fn acts_from(sentence: &str, role: &Role) -> usize {
    if !matches!(role, Role::Lead | Role::Paragraph) {
        return 0;
    }
    COUNCIL_ACTS
        .find(sentence)
        .filter(|council| LOOKS_BACK.is_match(&sentence[..council.start()]))
        .map_or(0, |council| council.start())
}
