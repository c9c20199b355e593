//! The tasks that a resolution gives to missions, by kind, with how the mission engages in them
//! and how strongly they are asked for.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Kind, Role};
use crate::facts::{Assignment, Entity, MissionRelation, Relation, Stated, Task, gather};
use crate::pattern::regex;
use crate::recognize::acts::{act, decides};
use crate::recognize::missions::principal;
use crate::recognize::reader::{Reader, sentences};
use crate::recognize::scenes::{MissionMention, Scene};

/// Words of a paragraph whose list is a mandate.
static MANDATE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:mandates?|tasks?|tasked|functions?|terms of reference|responsibilit\w+|duties)\b",
    )
});
/// What makes the words behind a mission its task: "UNXYZ shall", "requests UNXYZ to", "with the
/// mandate to".
static IS_TO: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:,[^.;]{0,80},)?[^.;,]{0,60}?\b(?:shall|will|should|would|to|mandate|tasks?|tasked|in order to)\b",
    )
});

/// Behind that, what a mission is made up of, which is no task: "consist of 20 liaison officers".
static MADE_UP: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^ (?:consist|comprise|number|be (?:composed|made up)|(?:have|include) (?:an? )?(?:initial |total )?(?:(?:up to|some|about|strength of) )*[0-9])",
    )
});
/// Where its tasks begin behind that.
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\b(?:and (?:shall|will|would|should|to)|mandated?|tasks?|tasked|in order to)\b")
});

/// What a part of a mission is to do: "Civilian staff were to", "The police component would".
static PART_IS_TO: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:(?:The|Its) )?(?i:civilian|military|police) (?:staff|personnel|components?|elements?|contingents?|observers) (?:(?:was|were|is|are) to|would|will|should|shall)\b",
    )
});

/// The tasks of missions: the items of their lists, and what clauses and sentences say they are to
/// do. Each kind once for each mission.
#[must_use]
pub fn assignments(
    reader: &Reader,
    scenes: &[Scene],
    missions: &[Stated<MissionRelation>],
    tasks: &[(usize, Stated<Task>)],
) -> Vec<Stated<Assignment>> {
    let mut found = Assignments {
        reader,
        facts: Vec::new(),
    };
    let doer = principal(missions)
        .filter(|mission| mission.relation > Relation::Mentions)
        .map(|mission| &mission.mission);
    // An article tells of missions that other resolutions gave their tasks.
    let is_its = |mention: &MissionMention| {
        reader.document.kind != Kind::Article
            || missions.iter().any(|fact| {
                fact.value.mission.path == mention.mission.path
                    && fact.value.relation > Relation::Mentions
            })
    };
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        if let Role::Item { .. } = content.role {
            let paragraph = reader.paragraph_of(block).passage.text();
            let task = tasks.iter().find(|(at, _)| *at == block);
            let mission = task.and_then(|(_, task)| task.value.mission.as_ref());
            // "To monitor ..." is a mission's; what States are to do stands without "to".
            let is_mandate = MANDATE.is_match(paragraph) || text.to_lowercase().starts_with("to ");
            let of_mandate = || doer.filter(|_| task.is_some() && is_mandate);
            if let Some(mission) = mission.or_else(of_mandate) {
                let modality = modality(reader, paragraph);
                found.add(mission, block, 0..text.len(), modality.as_deref());
            }
            continue;
        }
        let parts_of =
            doer.filter(|_| reader.document.kind == Kind::Article && decides(reader, block));
        for (mission, sentence) in parts_of.iter().flat_map(|mission| {
            sentences(text)
                .into_iter()
                .map(move |sentence| (mission, sentence))
        }) {
            if let Some(is_to) = PART_IS_TO.find(&text[sentence.clone()]) {
                found.add(
                    mission,
                    block,
                    sentence.start + is_to.end()..sentence.end,
                    None,
                );
            }
        }
        for scene in scenes.iter().filter(|scene| scene.block == block) {
            if !decides(reader, block) {
                continue;
            }
            for mention in scene.missions.iter().filter(|mention| is_its(mention)) {
                // A name may hold what looks like the end of a sentence.
                let rest = text
                    .get(mention.range.end..scene.range.end)
                    .unwrap_or_default();
                let Some(is_to) = IS_TO.find(rest) else {
                    continue;
                };
                let behind = &rest[is_to.end()..];
                let made_up = if MADE_UP.is_match(behind) {
                    let Some(goes_on) = GOES_ON.find(behind) else {
                        continue;
                    };
                    goes_on.end()
                } else {
                    0
                };
                let start = mention.range.end + is_to.end() + made_up;
                let end = behind[made_up..]
                    .find(';')
                    .map_or(scene.range.end, |end| start + end);
                let modality = modality(reader, text);
                found.add(&mention.mission, block, start..end, modality.as_deref());
            }
        }
    }
    found.facts
}

struct Assignments<'a> {
    reader: &'a Reader<'a>,
    facts: Vec<Stated<Assignment>>,
}

impl Assignments<'_> {
    /// Adds the kinds of task that a part of a block cues.
    fn add(&mut self, mission: &Entity, block: usize, part: Range<usize>, modality: Option<&str>) {
        let passage = &self.reader.document.blocks[block].passage;
        let text = &passage.text()[part.clone()];
        for (range, task) in self.reader.lexicon.phrases_in("mandate-tasks", text) {
            let clause_start = text[..range.start].rfind([';', ',']).map_or(0, |at| at + 1);
            let engagement = self
                .reader
                .lexicon
                .phrases_in("engagement", &text[clause_start..range.end])
                .into_iter()
                .min_by_key(|(range, _)| range.start)
                .map(|(_, concept)| concept.path.clone());
            let words = part.start + range.start..part.start + range.end;
            let assignment = Assignment {
                task: task.path.clone(),
                mission: mission.clone(),
                engagement,
                modality: modality.map(str::to_owned),
            };
            let fact = self.reader.stated(assignment, passage, words);
            gather(&mut self.facts, fact, |a, b| {
                a.task == b.task && a.mission.path == b.mission.path
            });
        }
    }
}

/// How strongly the first act of a paragraph asks: "decides", "encourages".
fn modality(reader: &Reader, paragraph: &str) -> Option<String> {
    let verb = act(paragraph, reader.lexicon)?.verb;
    let found = reader.lexicon.phrases_in("strength-of-request", &verb);
    found.first().map(|(_, concept)| concept.path.clone())
}
