//! How long a mission or its mandate runs.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::{Stated, Term, TermSpan};
use crate::pattern::regex;
use crate::recognize::acts::decides;
use crate::recognize::numbers::periods_in;
use crate::recognize::reader::{Reader, sentences};
use crate::recognize::scenes::Scene;

/// Words before a length of time that make it a term: "for a period of", "for another".
static BEFORE_PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:periods? of|periods? not (?:to exceed|exceeding)|for|for (?:an?|another|the)(?: \p{L}+){0,3}|further|additional|by|initial|interim|of|another|(?:term|period|mandate)\b[^.;,]{0,40} (?:was|is|would be|shall be)(?: to be| set at)?)(?: up to| a maximum of)? ?$",
    )
});
/// Words before a length of time that make it something else: a deadline, an interval.
static NOT_A_TERM: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:within|every|each|after|before|past|last|next|beyond the initial|than|least|ago|previous|the first|notice of|intervals of|at)(?: \p{L}+){0,2} ?$",
    )
});
/// Words before a date that make it the end of a term.
static BEFORE_END: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:until|till|beyond|through|expir\p{L}+(?: on)?|ending(?: on)?|ends? on|up to|to|terminat\p{L}+ on)(?: and including| no later than| midnight(?: on)?| the)? ?$",
    )
});
/// Verbs of running and ending, one of which a sentence about a term has.
static RUNS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:exten[ds]\p{L}*|extension|renew\p{L}*|prolong\p{L}*|establish\p{L}*|set up|maintain\p{L}*|remain\p{L}*|stay\p{L}*|authori[sz]\p{L}*|mandate|continu\p{L}*|station\p{L}*|expir\p{L}*|terminat\p{L}*|deploy\p{L}*|limit\p{L}*|last(?:s|ed|ing)|(?:shall|should|will|would|to) last|created?|launch\p{L}*|(?:first|initial) (?:term|period))\b",
    )
});

/// Before a length of time in which a mandate ends.
static EXPIRES: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:expire|terminate|end)s? within(?: a period of)? ?$"));
static ENDS_ON: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)\b(?:terminat\p{L}*|end(?:s|ed|ing)?|expir\p{L}*)\b[^.;,]{0,80} on(?: the)? ?$")
});
static TEAM: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\bmandate of the (?:\p{Ll}+ ){0,2}(?:team|mission|force|group|observers)\b|\b[Tt]he (?:[Ff]orce|[Mm]ission|[Gg]roup|team|observers) (?:shall|should|will|would|was to|were to|is to|are to)(?: be)? (?:established|stationed|deployed|set up|remain|stay|operate|last)\b",
    )
});
/// What a term depends on.
static CONDITION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:unless|provided that|on (?:the )?condition that|on the understanding|subject to)\b[^.;]*",
    )
});

/// The terms that a document states, each once.
#[must_use]
pub fn terms(reader: &Reader, scenes: &[Scene]) -> Vec<Stated<Term>> {
    let mut facts: Vec<Stated<Term>> = Vec::new();
    let nameless = of_nameless_teams(reader, scenes);
    let scenes = scenes.iter().chain(&nameless);
    for scene in scenes.filter(|scene| decides(reader, scene.block)) {
        let passage = &reader.document.blocks[scene.block].passage;
        let text = &passage.text()[scene.range.clone()];
        if !RUNS.is_match(text) {
            continue;
        }
        let periods = periods_in(text).into_iter().filter_map(|period| {
            let before = &text[..period.range.start];
            let is_term = BEFORE_PERIOD.is_match(before) && !NOT_A_TERM.is_match(before)
                || EXPIRES.is_match(before);
            is_term.then_some((TermSpan::Period(period.duration), period.range))
        });
        let ends = reader.dates_in(text).into_iter().filter_map(|date| {
            let before = &text[..date.range.start];
            (BEFORE_END.is_match(before) || ENDS_ON.is_match(before))
                .then_some((TermSpan::Until(date.edtf), date.range))
        });
        let condition = CONDITION
            .find(text)
            .map(|found| found.as_str().trim().to_owned());
        for (span, words) in periods.chain(ends) {
            let mission = scene
                .missions
                .first()
                .map(|mention| mention.mission.clone());
            if !facts.iter().any(|fact| fact.value.span == span) {
                let condition = condition.clone();
                let term = Term {
                    span,
                    condition,
                    mission,
                };
                let words = scene.range.start + words.start..scene.range.start + words.end;
                facts.push(reader.stated(term, passage, words));
            }
        }
    }
    facts
}

/// The sentences on the mandate of a team that has no name, where no mission is named.
fn of_nameless_teams(reader: &Reader, scenes: &[Scene]) -> Vec<Scene> {
    let is_scene = |block: usize, range: &Range<usize>| {
        let mut same = scenes.iter().filter(|scene| scene.block == block);
        same.any(|scene| scene.range.end == range.end)
    };
    let mut nameless = Vec::new();
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        for range in sentences(text) {
            if TEAM.is_match(&text[range.clone()]) && !is_scene(block, &range) {
                let missions = Vec::new();
                nameless.push(Scene {
                    block,
                    range,
                    missions,
                });
            }
        }
    }
    nameless
}
