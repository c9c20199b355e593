//! What a resolution does with the missions that it names.

mod verbs;

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::{MissionRelation, Relation, Stated};
use crate::lexicon::Lexicon;
use crate::pattern::regex;
use crate::recognize::acts::decides;
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::reader::Reader;
use crate::recognize::scenes::{MissionMention, Scene};
use verbs::Deed;

/// Between a subject and its verb.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?: \([^()]{1,30}\))?(?: (?:had|has|have|then|also|later|itself|therefore|to))* $")
});

/// Each mission that a document names, then the strongest thing that it does with each.
#[must_use]
pub fn missions(
    reader: &Reader,
    mentions: &Mentions,
    scenes: &[Scene],
) -> Vec<Stated<MissionRelation>> {
    let mut facts: Vec<Stated<MissionRelation>> = mentions
        .entities(reader, &[Class::Mission])
        .into_iter()
        .map(|fact| {
            fact.map(|mission| MissionRelation {
                mission,
                relation: Relation::Mentions,
            })
        })
        .collect();
    facts.extend(strongest_relations(reader, mentions, scenes));
    facts
}

/// The one mission that a resolution does most with, and what: people and tasks in a sentence that
/// names no mission are its.
#[must_use]
pub fn principal(missions: &[Stated<MissionRelation>]) -> Option<&MissionRelation> {
    let strongest = missions.iter().map(|fact| fact.value.relation).max()?;
    let mut all = missions
        .iter()
        .filter(|fact| fact.value.relation == strongest);
    let first = all.next()?;
    all.next().is_none().then_some(&first.value)
}

fn strongest_relations(
    reader: &Reader,
    mentions: &Mentions,
    scenes: &[Scene],
) -> Vec<Stated<MissionRelation>> {
    let mut facts: Vec<Stated<MissionRelation>> = Vec::new();
    for scene in scenes.iter().filter(|scene| decides(reader, scene.block)) {
        let passage = &reader.document.blocks[scene.block].passage;
        for mention in &scene.missions {
            let is_others = |verb: usize| {
                let mut names = mentions.in_block(scene.block);
                names.any(|name| does(name, passage.text(), verb))
            };
            let found = relation(passage.text(), scene, mention, reader.lexicon, is_others);
            let Some((relation, words)) = found else {
                continue;
            };
            let mission = mention.mission.clone();
            let fact = reader.stated(MissionRelation { mission, relation }, passage, words);
            let known = facts
                .iter_mut()
                .find(|known| known.value.mission.path == mention.mission.path);
            match known {
                Some(known) if known.value.relation < relation => *known = fact,
                Some(known) if known.value.relation == relation => known.also.push(fact.evidence),
                Some(_) => {}
                None => facts.push(fact),
            }
        }
    }
    facts
}

/// What a sentence does with a mission: the strongest verb that has it as its object.
fn relation(
    text: &str,
    scene: &Scene,
    mention: &MissionMention,
    lexicon: &Lexicon,
    is_others: impl Fn(usize) -> bool,
) -> Option<(Relation, Range<usize>)> {
    let sentence = &text[scene.range.clone()];
    let offset = scene.range.start;
    let mut strongest: Option<(Relation, Range<usize>)> = None;
    for cue in lexicon.cues_in("relations", sentence) {
        let verb = offset + cue.range.start..offset + cue.range.end;
        let Some(said) = relation_named(lexicon.concept(&cue).notation.as_deref()) else {
            continue;
        };
        let has_another = scene
            .missions
            .iter()
            .any(|other| verb.end <= other.range.start && other.range.end <= mention.range.start);
        let is_others = is_others(verb.start);
        let deed = Deed {
            text,
            verb,
            mission: mention.range.clone(),
        };
        let relation = deed.relation(said);
        let acts = !has_another && !is_others && deed.is_done() && deed.has_object(relation);
        let is_stronger = strongest
            .as_ref()
            .is_none_or(|(known, _)| *known < relation);
        if acts && is_stronger {
            strongest = Some((relation, deed.words()));
        }
    }
    strongest
}

/// Whether a verb has a name right before it that is no mission's: another body acts.
fn does(name: &Mention, text: &str, verb: usize) -> bool {
    let is_actor = matches!(
        name.class,
        Class::Organization | Class::State | Class::Party | Class::Person
    );
    is_actor
        && text
            .get(name.range.end..verb)
            .is_some_and(|gap| SUBJECT.is_match(gap))
}

fn relation_named(notation: Option<&str>) -> Option<Relation> {
    Some(match notation? {
        "establishes" => Relation::Establishes,
        "extends" => Relation::Extends,
        "modifies" => Relation::Modifies,
        "terminates" => Relation::Terminates,
        _ => return None,
    })
}
