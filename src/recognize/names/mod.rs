//! The names in a document: those that the ontology knows and those recognized by their form,
//! each resolved to one entity, none inside another.

mod coreference;
mod misread;

use std::ops::Range;

use crate::facts::{Entity, Stated, gather};
use crate::recognize::candidates::names_in;
use crate::recognize::reader::Reader;

/// What kind of thing a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// A state.
    State,
    /// A place that is no state.
    Place,
    /// A mission of the United Nations or a force that the Council authorized.
    Mission,
    /// A body that is neither.
    Organization,
    /// A movement, group or authority.
    Party,
    /// A person.
    Person,
    /// An agreement, accord, protocol.
    Agreement,
    /// What every resolution names: the United Nations, the Council, the Charter.
    Context,
}

/// A name in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The block it stands in, by its place in the document.
    pub block: usize,
    /// Where in the block's text.
    pub range: Range<usize>,
    /// What kind of thing it stands for.
    pub class: Class,
    /// The thing.
    pub entity: Entity,
}

/// All names of a document, in their order.
#[derive(Debug)]
pub struct Mentions(Vec<Mention>);

impl Mentions {
    /// Finds the names in a document's prose.
    #[must_use]
    pub fn find(reader: &Reader) -> Self {
        let mut mentions = Vec::new();
        for (block, content) in reader.prose() {
            let text = content.passage.text();
            let named = names_in(reader, text);
            mentions.extend(named.into_iter().map(|(range, class, entity)| Mention {
                block,
                range,
                class,
                entity,
            }));
        }
        let mut mentions = Self(mentions);
        mentions.read_by_date(reader);
        mentions.join_misread(reader);
        mentions.join_misread_states(reader);
        mentions.join_renamed(reader);
        mentions.join_acronyms(reader);
        mentions.join_short_names(reader);
        mentions.join_kinds_of_bodies();
        mentions.join_head_nouns(reader);
        mentions
    }

    /// Finds the names in a line that is no block, such as a field's value; their block is the first.
    #[must_use]
    pub fn of_line(reader: &Reader, line: &str) -> Self {
        let named = names_in(reader, line).into_iter();
        let mut mentions = Self(
            named
                .map(|(range, class, entity)| Mention {
                    block: 0,
                    range,
                    class,
                    entity,
                })
                .collect(),
        );
        mentions.read_by_date(reader);
        mentions
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Mention> {
        self.0.iter()
    }

    /// Those in one block.
    pub fn in_block(&self, block: usize) -> impl Iterator<Item = &Mention> {
        let start = self.0.partition_point(|mention| mention.block < block);
        self.0[start..]
            .iter()
            .take_while(move |mention| mention.block == block)
    }

    /// One fact for each entity of the classes, with all words that name it.
    #[must_use]
    pub fn entities(&self, reader: &Reader, classes: &[Class]) -> Vec<Stated<Entity>> {
        let mut facts: Vec<Stated<Entity>> = Vec::new();
        for mention in self
            .iter()
            .filter(|mention| classes.contains(&mention.class))
        {
            let passage = &reader.document.blocks[mention.block].passage;
            let fact = reader.stated(mention.entity.clone(), passage, mention.range.clone());
            gather(&mut facts, fact, |a, b| a.path == b.path);
        }
        facts
    }
}
