//! Names that mean a thing named elsewhere in the document: acronyms, parts of names, head nouns,
//! and names that several things bore.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Class, Mention, Mentions};
use crate::facts::Entity;
use crate::pattern::regex;
use crate::recognize::reader::Reader;

/// Between a name and the one that it is said to have.
static CALLED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^,? (?:(?:to be |now )?(?:called|known as|named|renamed|designated)|\((?:henceforth|hereinafter|hereafter)(?: referred to as| called)?) (?:the )?[“\x22]?$",
    )
});

impl Mentions {
    /// Lets a name that is part of a longer one stand for it: "Mr. Jarring" for "Gunnar Jarring",
    /// "Peace Accords" for "Peace Accords for Angola", "Peacekeeping Force" for the one in Cyprus.
    pub(super) fn join_short_names(&mut self, reader: &Reader) {
        let longer: Vec<(Class, Entity)> = self
            .iter()
            .map(|mention| (mention.class, mention.entity.clone()))
            .collect();
        for mention in self.0.iter_mut().filter(|mention| !mention.entity.known) {
            let whole = longer.iter().find(|(class, entity)| {
                let listed = reader
                    .lexicon
                    .by_path(&entity.path)
                    .map(|concept| concept.label.as_str());
                let names = [Some(entity.name.as_str()), listed];
                names
                    .into_iter()
                    .flatten()
                    .any(|whole| is_short_for(&mention.entity.name, whole, mention.class, *class))
            });
            if let Some((class, entity)) = whole {
                mention.class = *class;
                mention.entity = entity.clone();
            }
        }
    }

    /// Lets a listed body's name that ends that of just one other in the document stand for that:
    /// "Mixed Armistice Commission" for the one that it named in full.
    pub(super) fn join_kinds_of_bodies(&mut self) {
        let listed = |it: &&Mention| it.class == Class::Organization && it.entity.known;
        let bodies = self.iter().filter(listed);
        let bodies: Vec<Entity> = bodies.map(|it| it.entity.clone()).collect();
        for mention in &mut self.0 {
            if mention.class != Class::Organization || !mention.entity.known {
                continue;
            }
            let end = format!(" {}", mention.entity.name);
            let longer = bodies.iter().filter(|it| it.name.ends_with(&end));
            let longer: BTreeMap<&str, &Entity> = longer.map(|it| (it.path.as_str(), it)).collect();
            let mut longer = longer.into_values();
            if let (Some(whole), None) = (longer.next(), longer.next()) {
                mention.entity = whole.clone();
            }
        }
    }

    /// Lets a name that several states or missions bore stand for the one whose city the document names, else
    /// for the one that bore it on the day of adoption.
    pub(super) fn read_by_date(&mut self, reader: &Reader) {
        let lexicon = reader.lexicon;
        let states_of_cities: BTreeSet<&str> = reader
            .document
            .blocks
            .iter()
            .flat_map(|block| lexicon.names_in(block.passage.text()))
            .filter_map(|found| lexicon.concept(&found).in_state.as_deref())
            .collect();
        let day = reader.adopted.map(|day| day.to_string());
        for mention in self
            .0
            .iter_mut()
            .filter(|mention| matches!(mention.class, Class::State | Class::Mission))
        {
            let bearers = lexicon.bearers_of(&mention.entity.name);
            let others = bearers
                .iter()
                .filter(|(path, _)| *path != mention.entity.path);
            if others.count() == 0 {
                continue;
            }
            let readings = || {
                bearers
                    .iter()
                    .map(|(path, _)| path)
                    .chain([&mention.entity.path])
            };
            let mut located: Vec<&String> = readings()
                .filter(|path| states_of_cities.contains(path.as_str()))
                .collect();
            located.dedup();
            let on_the_day = || {
                let day = day.as_deref()?;
                let mut bearers = bearers.iter().filter(|(_, validity)| validity.covers(day));
                let only = bearers.next().map(|(path, _)| path);
                only.filter(|_| bearers.next().is_none())
            };
            let meant = match located.as_slice() {
                [one] => Some(*one),
                _ => on_the_day(),
            };
            if let Some(concept) = meant.and_then(|path| lexicon.by_path(path)) {
                mention.entity = concept.entity(&mention.entity.name);
            }
        }
    }

    /// Lets the name of a mission be that of the one it is said to be called: "the Operation in
    /// Somalia, called UNOSOM II".
    pub(super) fn join_renamed(&mut self, reader: &Reader) {
        for index in 1..self.0.len() {
            let (before, after) = self.0.split_at_mut(index);
            let (Some(name), Some(other)) = (before.last_mut(), after.first()) else {
                continue;
            };
            let text = reader.document.blocks[name.block].passage.text();
            let are_missions = name.class == Class::Mission && other.class == Class::Mission;
            if are_missions
                && name.block == other.block
                && CALLED.is_match(&text[name.range.end..other.range.start])
            {
                name.entity = other.entity.clone();
            }
        }
    }

    /// Lets "the Commission" stand for the commission named last before it.
    pub(super) fn join_head_nouns(&mut self, reader: &Reader) {
        let mut joined: Vec<Mention> = Vec::new();
        for (block, content) in reader.prose() {
            let text = content.passage.text();
            for noun in reader.lexicon.cues_in("heads", text) {
                let word = &text[noun.range.clone()];
                let taken = |mention: &Mention| {
                    mention.range.start < noun.range.end && noun.range.start < mention.range.end
                };
                let is_bare = text[..noun.range.start].ends_with(" the ")
                    && !word.contains(' ')
                    && !goes_on(&text[noun.range.end..]);
                if !is_bare || self.in_block(block).any(taken) {
                    continue;
                }
                let before = self.0.iter().rev().find(|mention| {
                    (mention.block, mention.range.end) <= (block, noun.range.start)
                        && mention.class == Class::Organization
                        && mention.entity.name.split(' ').any(|part| part == word)
                });
                joined.extend(before.map(|mention| Mention {
                    block,
                    range: noun.range,
                    ..mention.clone()
                }));
            }
        }
        self.0.extend(joined);
        self.0
            .sort_by_key(|mention| (mention.block, mention.range.start));
    }

    /// Lets an acronym that the document introduces stand for the name before it.
    pub(super) fn join_acronyms(&mut self, reader: &Reader) {
        let introduced: HashMap<String, (Class, Entity)> = self
            .iter()
            .filter(|mention| !mention.entity.known)
            .filter_map(|mention| {
                let acronym = mention.entity.notation.clone()?;
                Some((acronym, (mention.class, mention.entity.clone())))
            })
            .collect();
        if introduced.is_empty() {
            return;
        }
        for (block, content) in reader.prose() {
            for (range, word) in capital_words(content.passage.text()) {
                let taken = |mention: &Mention| {
                    mention.range.start < range.end && range.start < mention.range.end
                };
                if let Some((class, entity)) = introduced.get(word)
                    && !self.in_block(block).any(taken)
                {
                    let mention = Mention {
                        block,
                        range,
                        class: *class,
                        entity: entity.clone(),
                    };
                    self.0.push(mention);
                    self.0
                        .sort_by_key(|mention| (mention.block, mention.range.start));
                }
            }
        }
    }
}

/// Whether an agreement in small letters is the one with a capital: "Lomé agreement" is the "Lomé
/// Peace Agreement".
fn is_of_same_place(name: &str, whole: &str) -> bool {
    let place = |name: &str| {
        let small = name.find(' ')?;
        Some(name[..small].to_owned())
    };
    let is_small = name.ends_with("agreement") || name.ends_with("accord");
    is_small && place(name).is_some() && place(name) == place(whole) && name != whole
}

/// Whether a name can be a short form of a longer one, given what they stand for.
fn is_short_for(name: &str, whole: &str, class: Class, whole_class: Class) -> bool {
    let ends_it = || {
        whole
            .strip_suffix(name)
            .is_some_and(|rest| rest.ends_with(' '))
    };
    let begins_it = || {
        whole
            .strip_prefix(name)
            .is_some_and(|rest| rest.starts_with(' '))
    };
    match (class, whole_class) {
        (Class::Person, Class::Person) => ends_it(),
        (Class::Agreement, Class::Agreement) => {
            ends_it() || begins_it() || is_of_same_place(name, whole)
        }
        (Class::Organization, Class::Organization) => ends_it() || begins_it(),
        (Class::Mission | Class::Organization, Class::Mission) => {
            let words = |text: &str| -> Vec<String> {
                text.to_lowercase()
                    .replace('-', "")
                    .split(' ')
                    .map(str::to_owned)
                    .collect()
            };
            let (part, whole) = (words(name), words(whole));
            part.len() > 1
                && part.len() < whole.len()
                && part.iter().all(|word| whole.contains(word))
        }
        _ => false,
    }
}

/// Whether a name goes on behind its head noun: "the Commission of Inquiry".
fn goes_on(rest: &str) -> bool {
    ["of ", "on ", "for "].iter().any(|join| {
        let rest = rest.trim_start().strip_prefix(join);
        let rest = rest.map(|rest| rest.strip_prefix("the ").unwrap_or(rest));
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    }) || rest.trim_start_matches(' ').starts_with(char::is_uppercase)
}

fn capital_words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/');
    text.split(move |c| !is_part(c))
        .filter(|word| word.len() > 1)
        .map(move |word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            (start..start + word.len(), word)
        })
}
