//! Where a thing is that a cue stands for, by the words that the ontology says join its place to it:
//! "invasion of Kuwait", "elections held in Angola", "the Cyprus question".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Entity;
use crate::lexicon::{Concept, Lexicon};
use crate::pattern::regex;
use crate::recognize::names::{Class, Mention};

/// What may stand between the joining words and the name of a place.
static KIND_OF_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?:^| )(?:the )?(?:(?:whole |entire )?(?:territory|people|areas?|city|town|village|port|region|province|frontiers?|soil) of (?:the )?)?$",
    )
});
/// Words between a cue and the words that join a place to it, without a new thought.
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?: [\p{L}\p{N}’'-]+)*$"));
/// Words by which something else begins that the place may belong to.
static NEW_THOUGHT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:that|which|who|whom|whose|as|but|because|to (?:the|an?|its|their|permanent|appear|achieve|ensure|allow|enable|bring|secure)|with (?:a|all|its|special|the|regard|respect)|after|before|during|following|pending|until|under|pursuant|accordance|conformity|resolutions?|reports?|letters?|statements?|decisions?|(?:and|or) \p{Ll}\p{L}*)\b",
    )
});
/// Words before "in" by which the place is that of those who did it, "by the régime", or where it was
/// agreed on: "signed".
static DOERS_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r" by .*\b\p{Ll}[\p{L}-]* $|\b(?:signed|initialled|concluded|reached)\b")
});
/// Between a place and a thing that it has: "Namibia's", "Cambodia".
static POSSESSES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:(?:[’']s?)(?: [\p{Ll}-]+){0,2}|(?: (?:civil|presidential|parliamentary|legislative|general|national|peace))?) $",
    )
});
/// What joins one place to the next.
static NEXT_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:,| and|, and| and in| and between|, on the one hand, and) (?:the )?(?:Government of )?(?:the )?$",
    )
});

/// How many words may stand between a cue and the words that join its place to it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Room {
    /// None: "situation in".
    None,
    /// Some: "withdrawal of all foreign forces from".
    Some,
}

/// Whether there is no more than one thought between a thing and what is said of it.
pub(super) fn is_one_thought(between: &str) -> bool {
    BETWEEN.is_match(between) && !NEW_THOUGHT.is_match(between)
}

/// A place joined to a cue: by which word, and where its name ends.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// The place.
    pub place: Entity,
    /// The joining word: `between`; `'s` for a place before the cue.
    pub by: String,
    /// The words from the cue to the place or from the place to the cue.
    pub words: Range<usize>,
}

/// The places that the words of a text make those of the thing that a cue stands for: the one that
/// is joined to it and those joined to that one.
pub(super) fn places_of(
    concept: &Concept,
    (text, lexicon): (&str, &Lexicon),
    names: &[&Mention],
    part: &Range<usize>,
    cue: &Range<usize>,
    room: Room,
) -> Vec<Placed> {
    let is_place = |mention: &&&Mention| {
        matches!(mention.class, Class::State | Class::Place) && part.contains(&mention.range.start)
    };
    let joins = |before: &str| {
        let before = KIND_OF_PLACE.replace(before, "");
        let by = concept.placed_by.iter().find(|by| {
            let rest = before.strip_suffix(by.as_str());
            rest.is_some_and(|rest| match room {
                Room::None => rest == " ",
                Room::Some => {
                    rest.ends_with(' ')
                        && is_one_thought(rest.trim_end())
                        && !(by.as_str() == "in" && DOERS_PLACE.is_match(rest))
                }
            })
        });
        by.cloned()
    };
    let mut behind = names
        .iter()
        .filter(is_place)
        .filter(|mention| mention.range.start > cue.end);
    let first = behind.by_ref().find_map(|mention| {
        let before = &text[cue.end..mention.range.start];
        let direct = text[cue.clone()].ends_with("ed") && matches!(before, " " | " the ");
        let by = joins(before).or_else(|| direct.then(String::new))?;
        Some((*mention, by))
    });
    if let Some((mention, by)) = first {
        let joined = |mention: &Mention| Placed {
            place: mention.entity.clone(),
            by: by.clone(),
            words: cue.start..mention.range.end,
        };
        let mut places = vec![joined(mention)];
        let mut last: &Mention = mention;
        for next in behind {
            let between = &text[last.range.end..next.range.start];
            // "Abkhazia, Georgia" is one place.
            let around = last.class == Class::Place
                && next.class == Class::State
                && between.starts_with(", ")
                && !between.contains("and");
            // "the war in Tajikistan and the Cyprus problem" are two things.
            let rest = &text[next.range.end..];
            let own = lexicon.cues_in(&concept.scheme, rest);
            let has_own = own.first().is_some_and(|cue| cue.range.start == 1);
            if around || has_own || !NEXT_PLACE.is_match(between) {
                break;
            }
            places.push(joined(next));
            last = next;
        }
        return places;
    }
    if !concept.placed_by.iter().any(|by| by == "'s") {
        return Vec::new();
    }
    before(text, lexicon, names, part, cue)
}

/// The place right before a cue, by its name or by the adjective of a state; both of two that are
/// joined there: "India-Pakistan question".
fn before(
    text: &str,
    lexicon: &Lexicon,
    names: &[&Mention],
    part: &Range<usize>,
    cue: &Range<usize>,
) -> Vec<Placed> {
    let fits = |range: &Range<usize>| {
        part.start <= range.start
            && range.end < cue.start
            && POSSESSES.is_match(&text[range.end..cue.start])
    };
    let placed = |place: &Entity, start: usize, by: &str| Placed {
        place: place.clone(),
        by: by.to_owned(),
        words: start..cue.end,
    };
    let is_place = |mention: &&&Mention| matches!(mention.class, Class::State | Class::Place);
    if let Some(mention) = names.iter().filter(is_place).find(|name| fits(&name.range)) {
        let joined = names.iter().filter(is_place).find(|other| {
            let between = text.get(other.range.end..mention.range.start);
            between.is_some_and(|between| matches!(between, "-" | "–" | " and "))
        });
        let Some(joined) = joined else {
            return vec![placed(&mention.entity, mention.range.start, "'s")];
        };
        let start = joined.range.start;
        return [joined, mention]
            .map(|mention| placed(&mention.entity, start, "between"))
            .into();
    }
    let adjectives = lexicon.demonyms_in(&text[part.start..cue.start]);
    let adjective = adjectives.iter().find_map(|found| {
        let range = part.start + found.range.start..part.start + found.range.end;
        // "the Israeli-Egyptian conflict" and "Israeli and Arab" are of more than one.
        let is_joined =
            text[..range.start].ends_with(['-', '–']) || text[..range.start].ends_with("and ");
        let place = lexicon.concept(found).entity(&text[range.clone()]);
        (fits(&range) && !is_joined).then(|| placed(&place, range.start, "'s"))
    });
    adjective.into_iter().collect()
}
