//! What a resolution does with the missions that it names.

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

/// Between a mission and a verb in the passive voice.
static PASSIVE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^[^;.]{0,60}\b(?:was|were|be|is|are|been|being)(?: \p{Ll}+)? $"));
/// A mandate that ends of itself: "the mandate of the Mission (UNXYZ) would end".
static ENDS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)(?:would|shall|should|was to) end$|^c[oa]me to an end$"));
static ENDING: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?: \([^()]{1,30}\))?,? (?:(?:would|should|shall|will|was to) )?$"));
static MANDATE_OF: LazyLock<Regex> = LazyLock::new(|| regex(r"\bmandate of (?:the )?$"));
/// "the remaining contingents of": what is done to a part is not done to the whole.
static PART: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ (?:contingents?|troops|soldiers|forces|members|headquarters)\b"));
/// Between a verb and the mission that it is about, for verbs that take other objects as well.
static DIRECT_OBJECT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^,?(?: (?:an?|the|its|immediately|immediate|terms|reference|scope|area|early|full|dispatch|under|authority|of|by|new|mandate|operations?|strength|size|presence|deployment|stationing|for|period|in|accordance|with|above-mentioned|report|to|be|known|as|up|follow-on|successor|and|tasks?|role|responsibilities|military|civilian|police|personnel|component|troops?|group|observers|unit|all|remaining|[0-9,]+))* ?$",
    )
});

/// Before a noun of something that is not done now: "the next extension of", "the proposed
/// establishment of".
static NOT_YET: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:next|proposed|possible|future|any|each|every|eventual|planned|subsequent|earlier|previous|recent|(?:would|could) authori[sz]e the|(?:report\w*|recommend\w*|proposals?|plans?|views?|consult\w*|options?)(?: \p{L}+){0,3} (?:on|for|about|concerning|regarding) the) $",
    )
});
/// "if and when such a mission is established": it is not yet.
static CONDITIONAL: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(?:if|once|until|unless)\b"));
/// After a mission that is authorized to do what it did before.
static GOES_ON: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?: \([^()]{1,30}\))? to (?:continue|go on|carry on|remain)\b"));
/// Between a subject and its verb.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?: \([^()]{1,30}\))?(?: (?:had|has|have|then|also|later|itself|therefore|to))* $")
});
/// Words between commas right behind a verb: "decides to establish, under its authority, the".
static INSERTED: LazyLock<Regex> = LazyLock::new(|| regex(r",(?: and)? [^.;,]{1,140},"));
/// What is extended in scope, not in time: "extend the terms of reference of".
static SCOPE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^ (?:the|its) (?:terms of reference|scope|area|zone|functions|tasks|responsibilit\p{Ll}+|deployment|operations) ",
    )
});
/// People who are sent to a mission that is there: "the deployment of a group of observers to the".
static SENT_TO: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)deployment of [^.;]+ to (?:the )?$"));
static PRESENCE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^ (?:an?|the) (?:\p{Ll}+ )?(?:presence|office|headquarters|component|contingent) (?:of|in|for) ",
    )
});
/// Between a verb and the name of a mission that it describes first: "authorized a temporary
/// operation in the country known as".
static NAMED_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^ an? [^.;,]{0,90}\b(?:known as|called|named|code-?named|designated) (?:the )?[“\x22]?$",
    )
});

/// Between "extend" and a mission, words that say it is something else that is extended.
static OTHER_OBJECT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"[;.]|\b(?:co-?operation|support|assistance|thanks|gratitude|appreciation|invitation|facilities|deadline|time|protection|welcome|committee|embargo|measures)\b",
    )
});

/// After a verb and its mission, words that say another resolution did it.
static BY_ANOTHER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: \([\p{L}\d -]+\))?,? (?:by|in|under|pursuant to|through) (?:(?:Security Council|United Nations|its) )*[Rr]esolutions? [0-9]",
    )
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
        let cue_range = offset + cue.range.start..offset + cue.range.end;
        let Some(relation) = relation_named(lexicon.concept(&cue).notation.as_deref()) else {
            continue;
        };
        let after = &text[cue_range.end.max(mention.range.end)..];
        let goes_on = is_authorized(&text[cue_range.clone()]) && GOES_ON.is_match(after);
        let relation = match relation {
            _ if goes_on => Relation::Extends,
            // "establish a presence of" sends a mission to one more place.
            Relation::Establishes
                if PRESENCE.is_match(&text[cue_range.end..])
                    || SENT_TO.is_match(
                        &text[cue_range.start..mention.range.start.max(cue_range.start)],
                    ) =>
            {
                Relation::Modifies
            }
            Relation::Extends if SCOPE.is_match(&text[cue_range.end..]) => Relation::Modifies,
            relation => relation,
        };
        if BY_ANOTHER.is_match(after)
            || !goes_on && empowers(text, &cue_range, mention)
            || is_adjective(text, &cue_range, mention)
            || is_earlier(&text[..cue_range.start])
            || NOT_YET.is_match(&text[..cue_range.start])
            || is_others(cue_range.start)
        {
            continue;
        }
        let acts = if cue_range.end <= mention.range.start {
            let gap = &text[cue_range.end..mention.range.start];
            let between = |other: &MissionMention| {
                other.range.start >= cue_range.end && other.range.end <= mention.range.start
            };
            !scene.missions.iter().any(between)
                && if relation == Relation::Extends {
                    gap.len() <= 90 && !OTHER_OBJECT.is_match(gap)
                } else {
                    let rest = INSERTED.replace_all(gap, "");
                    rest.len() <= 110 && DIRECT_OBJECT.is_match(&rest)
                        || NAMED_AFTER.is_match(&rest)
                        || relation == Relation::Establishes && is_new(gap)
                }
        } else if cue_range.start >= mention.range.end {
            let clause = text[..cue_range.start].rsplit([',', ';', '.']).next();
            let gap = &text[mention.range.end..cue_range.start];
            let ends = ENDS.is_match(&text[cue_range.clone()])
                && ENDING.is_match(gap)
                && MANDATE_OF.is_match(&text[..mention.range.start]);
            (PASSIVE.is_match(gap) || ends)
                && !PART.is_match(gap)
                && !clause.is_some_and(|clause| CONDITIONAL.is_match(clause))
        } else {
            false
        };
        if acts
            && strongest
                .as_ref()
                .is_none_or(|(known, _)| *known < relation)
        {
            let words =
                cue_range.start.min(mention.range.start)..cue_range.end.max(mention.range.end);
            strongest = Some((relation, words));
        }
    }
    strongest
}

fn is_authorized(verb: &str) -> bool {
    verb.to_lowercase().starts_with("authori")
}

/// Whether "authorize" has something else as its object: to authorize a mission is to establish it,
/// unless it is authorized to do something.
fn empowers(text: &str, cue: &Range<usize>, mention: &MissionMention) -> bool {
    let gap = text.get(cue.end..mention.range.start).unwrap_or_default();
    let sentence = text[mention.range.end..]
        .split(['.', ';'])
        .next()
        .unwrap_or_default();
    is_authorized(&text[cue.clone()])
        && !text[cue.clone()].contains("deployment")
        && !NAMED_AFTER.is_match(gap)
        && (!matches!(gap, " the " | " a " | " an ") || sentence.contains(" to "))
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

/// Whether a gap before a mission ends in an article that makes it a new one: "establish, under the
/// authority of the Council, a".
fn is_new(gap: &str) -> bool {
    gap.len() <= 250
        && !gap.contains(['.', ';'])
        && [" a ", " an "].iter().any(|article| gap.ends_with(article))
        && gap.matches(" a ").count() + gap.matches(" an ").count() == 1
}

/// Whether a verb is in the pluperfect: "the Council had created", "which had been set up".
fn is_earlier(before: &str) -> bool {
    [
        " had ",
        " had been ",
        " had already ",
        " had earlier ",
        " having been ",
    ]
    .iter()
    .any(|had| before.ends_with(had))
}

/// Whether a participle only describes a mission: "the expanded UNXYZ".
fn is_adjective(text: &str, cue: &Range<usize>, mention: &MissionMention) -> bool {
    let is_next = text.get(cue.end..mention.range.start) == Some(" ");
    let articles = [" the ", " an ", " a ", " its "];
    is_next
        && text[cue.clone()].ends_with("ed")
        && articles
            .iter()
            .any(|article| text[..cue.start].ends_with(article))
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
