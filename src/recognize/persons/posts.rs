//! Offices that a text names, whoever holds them: "the Special Representative of the
//! Secretary-General for Cambodia", "the Force Commander of UNXYZ".

use std::ops::Range;

use super::roles::singular;
use crate::facts::{Domain, Office, Stated, gather};
use crate::lexicon::Found;
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::reader::Reader;

/// The offices that a document names as titles, with a capital, and with what they are in or for.
#[must_use]
pub fn posts(reader: &Reader, mentions: &Mentions) -> Vec<Stated<Office>> {
    let mut facts: Vec<Stated<Office>> = Vec::new();
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        let in_name = |found: &Found| {
            mentions.in_block(block).any(|mention| {
                mention.range.start <= found.range.start && found.range.end <= mention.range.end
            })
        };
        let is_title = |found: &Found| text[found.range.clone()].starts_with(char::is_uppercase);
        for found in reader.lexicon.cues_in("offices", text) {
            if in_name(&found) || !is_title(&found) {
                continue;
            }
            let (office, words) = office(reader, mentions, block, &found);
            if office.of.is_some() {
                let fact = reader.stated(office, &content.passage, words);
                gather(&mut facts, fact, |a, b| {
                    let path = |office: &Office| Some(office.of.as_ref()?.entity().path.clone());
                    a.kind == b.kind && path(a) == path(b)
                });
            }
        }
    }
    facts
}

/// The office that a cue stands for, and its words up to what it is in or for.
pub(super) fn office(
    reader: &Reader,
    mentions: &Mentions,
    block: usize,
    found: &Found,
) -> (Office, Range<usize>) {
    let text = reader.document.blocks[block].passage.text();
    let concept = reader.lexicon.concept(found);
    let is_joined = |mention: &&Mention| {
        let between = text.get(found.range.end..mention.range.start);
        let between = between.and_then(|between| between.strip_prefix(' '));
        between.is_some_and(|between| {
            let word = between.trim_end().trim_end_matches(" the");
            between.ends_with(' ') && concept.placed_by.iter().any(|by| by == word)
        })
    };
    let can_have = |mention: &&Mention| {
        !matches!(
            mention.class,
            Class::Person | Class::Agreement | Class::Context
        )
    };
    let of = mentions.in_block(block).filter(can_have).find(is_joined);
    let end = of.map_or(found.range.end, |of| of.range.end);
    let office = Office {
        kind: concept.path.clone(),
        title: singular(&text[found.range.clone()], reader.lexicon).to_owned(),
        of: of.map(|of| match of.class {
            Class::Mission | Class::Organization => Domain::In(of.entity.clone()),
            _ => Domain::For(of.entity.clone()),
        }),
    };
    (office, found.range.start..end)
}
