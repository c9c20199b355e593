//! Persons, recognized by their form and the words around them, and the roles they have.

mod forms;
mod roles;

use std::ops::Range;

use crate::facts::{Entity, PersonInRole, Stated};
use crate::recognize::names::{Class, Mentions};
use crate::recognize::reader::Reader;

pub use forms::persons_in;
pub(crate) use forms::title_in;
use roles::role;

/// The persons of a document, each with the first role that the text gives.
#[must_use]
pub fn persons(reader: &Reader, mentions: &Mentions) -> Vec<Stated<PersonInRole>> {
    let mut facts: Vec<Stated<PersonInRole>> = Vec::new();
    for mention in mentions
        .iter()
        .filter(|mention| mention.class == Class::Person)
    {
        let passage = &reader.document.blocks[mention.block].passage;
        let role = role(passage.text(), mention, reader.lexicon);
        let known = facts
            .iter_mut()
            .find(|fact| fact.value.person.path == mention.entity.path);
        let of = role
            .as_ref()
            .and_then(|(_, words)| mission_behind(mentions, mention.block, passage.text(), words));
        let (role, words) = match role {
            Some((role, words)) => (Some(role), words),
            None => (None, mention.range.clone()),
        };
        match known {
            Some(fact) if fact.value.role.is_none() && role.is_some() => {
                fact.value.role = role;
                fact.value.of = of;
                let bare = std::mem::replace(&mut fact.evidence, reader.evidence(passage, words));
                fact.also.insert(0, bare);
            }
            Some(fact) => fact.also.push(reader.evidence(passage, words)),
            None => {
                let person = PersonInRole {
                    person: mention.entity.clone(),
                    role,
                    of,
                };
                facts.push(reader.stated(person, passage, words));
            }
        }
    }
    facts
}

/// The mission that an office is of: "Force Commander of UNXYZ", with the name before or after.
fn mission_behind(
    mentions: &Mentions,
    block: usize,
    text: &str,
    words: &Range<usize>,
) -> Option<Entity> {
    let is_of = |start: usize| {
        let before = text[..start].strip_suffix("the ").unwrap_or(&text[..start]);
        before.ends_with(" of ")
            && (words.start..words.end + " of the ".len()).contains(&(start - 1))
    };
    mentions
        .in_block(block)
        .find(|mention| mention.class == Class::Mission && is_of(mention.range.start))
        .map(|mention| mention.entity.clone())
}
