//! What a resolution settles beside missions and measures: admissions, bodies created, threats to
//! the peace determined.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

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
/// The decisions of a document, each kind once for each thing that it is on.
#[must_use]
pub fn decisions(reader: &Reader, mentions: &Mentions) -> Vec<Stated<Decision>> {
    let mut facts: Vec<Stated<Decision>> = Vec::new();
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        for deed in deeds(reader, block) {
            for cue in reader
                .lexicon
                .cues_in("decisions", &text[deed.words.clone()])
            {
                let concept = reader.lexicon.concept(&cue);
                let words = deed.words.start + cue.range.start..deed.words.start + cue.range.end;
                if !deed.acts.iter().any(|act| concept.by_acts.contains(act)) {
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
            if before.is_empty() {
                entities(&mut found.iter())
            } else {
                before
            }
        }
    };
    (class == "Place" || !things.is_empty()).then_some(things)
}
