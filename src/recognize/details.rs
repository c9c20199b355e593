//! Where a mission is, which mission it takes over from, how often it is reviewed.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::{Detail, MissionDetail, Stated};
use crate::pattern::regex;
use crate::recognize::names::{Class, Mentions};
use crate::recognize::numbers::periods_in;
use crate::recognize::reader::Reader;
use crate::recognize::scenes::{MissionMention, Scene};

/// Between a mission, or its verb, and the place where it is: "deployed in".
static LOCATED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:deploy\w*|station\w*|headquarter\w*|based|presence)\b[^.;]{0,60}? (?:in|at|along|on|throughout|within|to) (?:the )?(?:(?:territory|city|town|port|region) of (?:the )?)?$",
    )
});
/// Between a mission and the one whose work it takes on.
static TAKES_OVER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^,?[^.;]{0,60}? (?:to succeed|succeed(?:s|ed|ing)|to replace|replac(?:es|ed|ing)|to take over from|t(?:akes|ook|aking) over from|would take over from|(?:as )?(?:an? |the )?successor (?:mission )?(?:to|of)|(?:as )?a follow-on (?:mission )?to) (?:the )?$",
    )
});
static EVERY: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bevery ?$"));
static REVIEWED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:review\w*|considered|renewed|renewable)\b"));

/// What a document says of its missions beside what it does with them, each once.
#[must_use]
pub fn details(
    reader: &Reader,
    mentions: &Mentions,
    scenes: &[Scene],
) -> Vec<Stated<MissionDetail>> {
    let mut facts: Vec<Stated<MissionDetail>> = Vec::new();
    for scene in scenes {
        let passage = &reader.document.blocks[scene.block].passage;
        let text = passage.text();
        let mut add = |mission: &MissionMention, detail: Detail, words: Range<usize>| {
            let value = MissionDetail {
                mission: mission.mission.clone(),
                detail,
            };
            if !facts.iter().any(|fact| fact.value == value) {
                facts.push(reader.stated(value, passage, words));
            }
        };
        for (mission, other) in pairs(&scene.missions) {
            let gap = &text[mission.range.end..other.range.start];
            if mission.mission.path != other.mission.path && TAKES_OVER.is_match(gap) {
                let words = mission.range.start..other.range.end;
                add(mission, Detail::Replaces(other.mission.clone()), words);
            }
        }
        let [mission] = scene.missions.as_slice() else {
            continue;
        };
        let place = mentions.in_block(scene.block).find(|place| {
            matches!(place.class, Class::Place | Class::State)
                && scene.range.contains(&place.range.start)
                && LOCATED.is_match(&text[scene.range.start..place.range.start])
        });
        if let Some(place) = place {
            let words =
                mission.range.start.min(place.range.start)..mission.range.end.max(place.range.end);
            add(mission, Detail::Location(place.entity.clone()), words);
        }
        let sentence = &text[scene.range.clone()];
        let review = periods_in(sentence).into_iter().find(|period| {
            EVERY.is_match(&sentence[..period.range.start])
                && REVIEWED.is_match(&sentence[..period.range.start])
        });
        if let Some(period) = review {
            let words =
                scene.range.start + period.range.start..scene.range.start + period.range.end;
            add(mission, Detail::ReviewedEvery(period.duration), words);
        }
    }
    facts
}

/// Missions of a sentence with the one that is named next.
fn pairs(missions: &[MissionMention]) -> impl Iterator<Item = (&MissionMention, &MissionMention)> {
    let mut sorted: Vec<&MissionMention> = missions.iter().collect();
    sorted.sort_by_key(|mention| mention.range.start);
    let next = sorted.clone().into_iter().skip(1);
    sorted.into_iter().zip(next)
}
