//! Who did an event and whom it was done to, where words join them to it: "the invasion of Kuwait by
//! the forces of Iraq", "the Israeli attack", "the death of Judge Doe".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Entity;
use crate::lexicon::{Concept, Lexicon};
use crate::pattern::regex;
use crate::recognize::names::{Class, Mention};
use crate::recognize::placing::is_one_thought;

/// What may stand between "by" and a name: "by the military forces of".
static FORCES_OF: LazyLock<Regex> =
    LazyLock::new(|| regex(r" by (?:the )?(?:(?:[\p{Ll}é-]+ ){1,4}of (?:the )?)?$"));
/// What may stand between "by" and an adjective: "by the racist".
static BY_THE: LazyLock<Regex> = LazyLock::new(|| regex(r" by (?:the )?(?:[\p{Ll}é-]+ ){0,2}$"));
/// What may stand between an event and the adjective of the forces that do it.
static OF_FORCES: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ of (?:all |any )?(?:the )?(?:remaining )?$"));
/// Forces, behind an adjective.
static FORCES: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^ (?:[\p{Ll}-]+ ){0,2}(?:forces?|troops|army|military|soldiers|personnel|units)\b")
});
/// Between a possessor and its event: "Iraq's brutal".
static POSSESSES: LazyLock<Regex> = LazyLock::new(|| regex(r"^[’']s? (?:[\p{Ll}-]+ ){0,2}$"));
/// Between an adjective and its event.
static QUALIFIES: LazyLock<Regex> = LazyLock::new(|| regex(r"^ (?:[\p{Ll}-]+ ){0,2}$"));
/// What may stand between the joining words and the name of whom it was done to.
static WHOM: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?: the)?(?: (?:(?:territory|people|Government|forces|personnel|positions?|members) of)(?: the)?|(?: late)?(?: \p{Lu}[\p{L}-]*\.?){1,3})? $",
    )
});
/// A second event that shares what follows: "invasion and illegal occupation of".
static SHARED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ and (?:[\p{Ll}-]+ ){1,2}(?P<rest>(?:of|on|upon|against|by) )"));

/// Someone joined to an event, with the words from the one to the other.
pub(super) type Participant = (Entity, Range<usize>);

/// The text of an event, and what is named in the part of a sentence that tells of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling<'a> {
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    pub names: &'a [&'a Mention],
    /// The part of the sentence.
    pub part: &'a Range<usize>,
    /// The words for the event.
    pub cue: &'a Range<usize>,
    /// Where the next event begins.
    pub next: usize,
}

impl Telling<'_> {
    /// Who did the event.
    pub(super) fn doers(&self, concept: &Concept) -> Vec<Participant> {
        let joined_by = |word: &str| concept.done_by.iter().any(|by| by == word);
        let mut doers = Vec::new();
        if joined_by("by") {
            doers.extend(self.behind(|before| is_by(before, &FORCES_OF), is_power));
            doers.extend(self.adjective(|before, _| is_by(before, &BY_THE)));
        }
        if joined_by("of") {
            doers.extend(
                self.adjective(|before, after| {
                    OF_FORCES.is_match(before) && FORCES.is_match(after)
                }),
            );
        }
        if joined_by("'s") {
            doers.extend(self.before());
        }
        doers.into_iter().take(1).collect()
    }

    /// Whom the event was done to.
    pub(super) fn undergoers(&self, concept: &Concept) -> Vec<Participant> {
        let is_whom = |before: &str| {
            let whom = WHOM.find(before).map_or(before.len(), |whom| whom.start());
            concept.done_to.iter().any(|word| {
                let rest = before[..whom].strip_suffix(word.as_str());
                let is_first = |rest: &str| !rest.split(' ').any(|other| other == word);
                rest.is_some_and(|rest| {
                    rest.ends_with(' ') && is_one_thought(rest.trim_end()) && is_first(rest)
                })
            })
        };
        let can_be = |mention: &Mention| {
            is_power(mention) || matches!(mention.class, Class::Person | Class::Mission)
        };
        let found = self.behind(is_whom, can_be);
        found.into_iter().collect()
    }

    /// The first name behind the event that the words between make a participant.
    fn behind(
        &self,
        joins: impl Fn(&str) -> bool,
        can_be: impl Fn(&Mention) -> bool,
    ) -> Option<Participant> {
        let mut behind = self.names.iter().filter(|mention| {
            mention.range.start > self.cue.end && mention.range.start < self.next
        });
        let found = behind.find(|mention| {
            let before = &self.text[self.cue.end..mention.range.start];
            can_be(mention) && joins(&shared(before))
        })?;
        Some((found.entity.clone(), self.cue.start..found.range.end))
    }

    /// The first adjective of a state behind the event that the words around it make a participant.
    fn adjective(&self, joins: impl Fn(&str, &str) -> bool) -> Option<Participant> {
        let rest = &self.text[self.cue.end..self.next];
        let found = self.lexicon.demonyms_in(rest).into_iter().find(|found| {
            joins(
                &shared(&rest[..found.range.start]),
                &rest[found.range.end..],
            )
        })?;
        let state = self
            .lexicon
            .concept(&found)
            .entity(&rest[found.range.clone()]);
        Some((state, self.cue.start..self.cue.end + found.range.end))
    }

    /// Whose the event is: "Iraq's invasion", "the Israeli attack".
    fn before(&self) -> Option<Participant> {
        let within =
            |range: &Range<usize>| self.part.start <= range.start && range.end < self.cue.start;
        let owner = self.names.iter().find(|mention| {
            within(&mention.range)
                && is_power(mention)
                && POSSESSES.is_match(&self.text[mention.range.end..self.cue.start])
        });
        if let Some(owner) = owner {
            return Some((owner.entity.clone(), owner.range.start..self.cue.end));
        }
        let opening = &self.text[self.part.start..self.cue.start];
        let found = self
            .lexicon
            .demonyms_in(opening)
            .into_iter()
            .find(|found| {
                let is_joined = opening[..found.range.start].ends_with(['-', '–'])
                    || opening[..found.range.start].ends_with("and ");
                !is_joined && QUALIFIES.is_match(&opening[found.range.end..])
            })?;
        let state = self
            .lexicon
            .concept(&found)
            .entity(&opening[found.range.clone()]);
        Some((state, self.part.start + found.range.start..self.cue.end))
    }
}

/// Whether the words behind an event end in "by" and what may follow it.
fn is_by(before: &str, by: &Regex) -> bool {
    by.find(before)
        .is_some_and(|by| is_one_thought(&before[..by.start()]))
}

/// Whether a mention can do something to others: a state, movement or body.
fn is_power(mention: &Mention) -> bool {
    matches!(
        mention.class,
        Class::State | Class::Party | Class::Organization
    )
}

/// The words behind an event without a second one that shares what follows.
fn shared(before: &str) -> String {
    SHARED.replace(before, " $rest").into_owned()
}
