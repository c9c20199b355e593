//! Persons, recognized by their form and the words around them, and the roles they have.

mod forms;
mod posts;
mod roles;

use crate::facts::{PersonInRole, Stated};
use crate::recognize::names::{Class, Mentions};
use crate::recognize::reader::Reader;

pub use forms::persons_in;
pub(crate) use forms::title_in;
pub use posts::posts;
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
        let (role, words) = match role(passage.text(), mention, reader.lexicon) {
            Some((found, words)) => {
                let (office, _) = posts::office(reader, mentions, mention.block, &found);
                (Some(office), words)
            }
            None => (None, mention.range.clone()),
        };
        let known = facts
            .iter_mut()
            .find(|fact| fact.value.person.path == mention.entity.path);
        match known {
            Some(fact) if fact.value.role.is_none() && role.is_some() => {
                fact.value.role = role;
                let bare = std::mem::replace(&mut fact.evidence, reader.evidence(passage, words));
                fact.also.insert(0, bare);
            }
            Some(fact) => fact.also.push(reader.evidence(passage, words)),
            None => {
                let person = PersonInRole {
                    person: mention.entity.clone(),
                    role,
                };
                facts.push(reader.stated(person, passage, words));
            }
        }
    }
    facts
}
