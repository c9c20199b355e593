//! What a resolution settles beside missions and measures: admissions, bodies created, threats to
//! the peace determined.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::Role;
use crate::facts::{Decision, Entity, Part, Stated, gather};
use crate::lexicon::Concept;
use crate::pattern::regex;
use crate::recognize::acts::{Act, chain, part_of};
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::reader::{Reader, sentences};

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
/// Who acts in a sentence of an article: what others called for is no decision of the Council.
static ACTOR: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(?:[Cc]ouncil|[Rr]esolution)\b"));

/// What the Council does in a part of a block: by which acts, in which words.
pub(super) struct Deed {
    /// The paths of the acts.
    pub acts: Vec<String>,
    /// The words from the act to the next.
    pub words: Range<usize>,
}

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

/// What is done in a block: from act to act in a clause, by the acts of its paragraph in an item
/// of a list; in an article what a sentence says that the Council or the resolution does.
pub(super) fn deeds(reader: &Reader, block: usize) -> Vec<Deed> {
    let content = &reader.document.blocks[block];
    let text = content.passage.text();
    let acts_of = |text: &str, part| chain(text, part, reader.lexicon).into_iter();
    match &content.role {
        Role::Item { .. } => {
            let paragraph = reader.paragraph_of(block);
            let part = part_of(&paragraph.role).unwrap_or(Part::Operative);
            let acts = acts_of(paragraph.passage.text(), part);
            vec![Deed {
                acts: acts.filter_map(|(act, _)| act.concept).collect(),
                words: 0..text.len(),
            }]
        }
        Role::Lead | Role::Paragraph => sentences(text)
            .into_iter()
            .filter_map(|sentence| {
                let actor = ACTOR.find(&text[sentence.clone()])?;
                let words = sentence.start + actor.end()..sentence.end;
                let found = reader.lexicon.cues_in("acts", &text[words.clone()]);
                let acts = found.iter().map(|found| reader.lexicon.concept(found));
                Some(Deed {
                    acts: acts.map(|concept| concept.path.clone()).collect(),
                    words,
                })
            })
            .collect(),
        role => part_of(role).map_or_else(Vec::new, |part| {
            let deed = |(act, words): (Act, Range<usize>)| Deed {
                acts: act.concept.into_iter().collect(),
                words,
            };
            acts_of(text, part).map(deed).collect()
        }),
    }
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
