//! What a resolution settles beside missions and measures: admissions, bodies created, threats to
//! the peace determined.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::Role;
use crate::facts::{Decision, Entity, Stated, gather};
use crate::lexicon::Concept;
use crate::pattern::regex;
use crate::recognize::deeds::deeds;
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::reader::Reader;

/// Words between a cue and the body that is created: "to establish, in accordance with rule 28, a".
static BEFORE_BODY: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?:,[^;.]{0,90},)?(?: (?:to|an?|the|one))?(?: \p{Ll}[\p{L}-]*){0,2} ?(?:the )?$")
});

/// Words between "refer" and the body that gets the matter.
static MATTER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^ (?:the |this |its )?(?:situation|matter|question|dispute|application|case|item|report)\b[^;.]* to (?:the )?(?:\p{Lu}\p{Ll}+ of (?:the )?)?$",
    )
});
/// What states have made that want to be admitted.
static APPLICATIONS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\bapplications?\b[^;.]*? (?:of|by|from)\b"));

/// Before what only says when something is to be done: "cooperate during the drawdown and withdrawal".
static WHEN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:during|after|following|pending|throughout) (?:the |its |their |such )?(?:\p{L}[\p{L}-]*(?:,| and|, and) |(?:early|full|complete|total|immediate|final|said) )*$",
    )
});

/// The decisions of a document, each kind once for each thing that it is on.
#[must_use]
pub fn decisions(reader: &Reader, mentions: &Mentions) -> Vec<Stated<Decision>> {
    let mut facts: Vec<Stated<Decision>> = Vec::new();
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        for deed in deeds(reader, block) {
            let done = &text[deed.words.clone()];
            let named = reader.lexicon.cues_in("decisions", done);
            let named = named
                .iter()
                .map(|found| (found.range.clone(), reader.lexicon.concept(found)));
            let described = reader.lexicon.phrases_in("decisions", done);
            for (found, concept) in named.chain(described) {
                let words = deed.words.start + found.start..deed.words.start + found.end;
                let is_time = WHEN.is_match(&text[deed.words.start..words.start]);
                if is_time || !deed.acts.iter().any(|act| concept.by_acts.contains(act)) {
                    continue;
                }
                let Some(on) = things(concept, reader, mentions, block, &deed.words, &words) else {
                    continue;
                };
                let decision = Decision {
                    kind: concept.path.clone(),
                    on,
                    clause: reader.clause_of(block),
                };
                let fact = reader.stated(decision, &content.passage, words);
                gather(&mut facts, fact, |a, b| a.kind == b.kind && a.on == b.on);
            }
        }
    }
    facts
}

/// The states whose applications the recitals name: "that these countries be admitted".
fn applicants(reader: &Reader, mentions: &Mentions) -> Vec<Entity> {
    let mut states: Vec<Entity> = Vec::new();
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        let Some(applications) = APPLICATIONS.find(text) else {
            continue;
        };
        if content.role != Role::Recital {
            continue;
        }
        let named = mentions.in_block(block).filter(|mention| {
            mention.class == Class::State && mention.range.start >= applications.end()
        });
        states.extend(named.map(|mention| mention.entity.clone()));
    }
    states.dedup_by(|a, b| a.path == b.path);
    states
}

/// What a decision is on: a body is named behind the cue, other things mostly before it. `None`
/// if the kind of decision is on a thing and there is none.
fn things(
    concept: &Concept,
    reader: &Reader,
    mentions: &Mentions,
    block: usize,
    deed: &Range<usize>,
    cue: &Range<usize>,
) -> Option<Vec<Entity>> {
    let Some(class) = &concept.takes else {
        return Some(Vec::new());
    };
    let fits = |mention: &&Mention| {
        deed.contains(&mention.range.start)
            && match class.as_str() {
                "State" => mention.class == Class::State,
                "Person" => mention.class == Class::Person,
                "Place" => matches!(mention.class, Class::State | Class::Place),
                _ => mention.class == Class::Organization,
            }
    };
    let text = reader.document.blocks[block].passage.text();
    let found: Vec<&Mention> = mentions.in_block(block).filter(fits).collect();
    let entities = |mentions: &mut dyn Iterator<Item = &&Mention>| -> Vec<Entity> {
        mentions.map(|mention| mention.entity.clone()).collect()
    };
    let things = match class.as_str() {
        "FormalOrganization" => {
            let mut behind = found.iter().filter(|mention| {
                mention.range.start >= cue.end
                    && [&BEFORE_BODY, &MATTER]
                        .iter()
                        .any(|gap| gap.is_match(&text[cue.end..mention.range.start]))
            });
            entities(&mut behind.by_ref().take(1))
        }
        "Place" => entities(&mut found.iter().take(1)),
        _ => {
            let before = found
                .iter()
                .filter(|mention| mention.range.end <= cue.start);
            let before = entities(&mut before.into_iter());
            if !before.is_empty() {
                before
            } else if found.is_empty() && class == "State" {
                applicants(reader, mentions)
            } else {
                entities(&mut found.iter())
            }
        }
    };
    (class == "Place" || !things.is_empty()).then_some(things)
}
