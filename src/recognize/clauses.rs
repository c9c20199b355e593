//! Recitals and operative paragraphs of official texts, and what the Council does in each.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Block, Document, Role};
use crate::facts::{Action, Clause, Part, Stated};
use crate::lexicon::Concept;
use crate::passage::Passage;
use crate::pattern::regex;
use crate::recognize::acts::{Act, chain, chapeau, infinitive, is_bare, part_of};
use crate::recognize::addressees::addressees_at;
use crate::recognize::citations::resolutions_in;
use crate::recognize::deadlines::deadline_in;
use crate::recognize::names::{Class, Mentions};
use crate::recognize::offices::only_secretary_general;
use crate::recognize::reader::Reader;

/// An addressee that is the one of the act before: "calls upon the parties ... and urges them".
static AGAIN: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?: that| upon| on)? (?:them|it|him)\b"));

/// Behind a verb, somebody who was named before.
static HIM: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?: that| upon| on)? (?:him|he)\b"));

/// The paragraphs of a document by the places of their blocks: their parts, and their numbers as
/// printed, else by their place in the part.
#[must_use]
pub fn clause_numbers(document: &Document) -> BTreeMap<usize, (Part, u32)> {
    let mut recitals = 0;
    let mut numbers = BTreeMap::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let Some(part) = part_of(&block.role) else {
            continue;
        };
        let number = if let Role::Operative { number, .. } = block.role {
            number
        } else {
            recitals += 1;
            recitals
        };
        numbers.insert(index, (part, number));
    }
    numbers
}

/// The clauses of a document.
#[must_use]
pub fn clauses(reader: &Reader, mentions: &Mentions) -> Vec<Clause> {
    let numbers = clause_numbers(reader.document);
    let mut clauses: Vec<Clause> = Vec::new();
    for (index, Block { role, passage, .. }) in reader.document.blocks.iter().enumerate() {
        if let Role::Item { .. } = role
            && part_of(&reader.paragraph_of(index).role) == Some(Part::Operative)
            && let Some(clause) = clauses.last_mut()
            && is_bare(&clause.text.value, reader.lexicon)
            && let Some(act) = infinitive(passage.text(), reader.lexicon)
        {
            let words = act.words.start..passage.text().len();
            clause
                .actions
                .push(action(reader, mentions, index, act, words));
        }
        let Some((part, number)) = numbers.get(&index).copied() else {
            continue;
        };
        let mut actions: Vec<Action> = Vec::new();
        for (act, words) in chain(passage.text(), part, reader.lexicon) {
            let again = AGAIN.is_match(&passage.text()[act.words.end..]);
            let before = &passage.text()[..act.words.start];
            let him = HIM.is_match(&passage.text()[act.words.end..]);
            let mut action = action(reader, mentions, index, act, words);
            if let Some(latest) = actions.last().filter(|_| again) {
                action.addressees.clone_from(&latest.addressees);
            }
            if him && action.addressees.is_empty() {
                let he = only_secretary_general(reader.lexicon, before);
                action.addressees.extend(he.map(|(_, he)| he));
            }
            actions.push(action);
        }
        if actions.is_empty() && part == Part::Operative {
            actions.extend(from_chapeau(reader, index));
        }
        let whole = 0..passage.text().len();
        clauses.push(Clause {
            part,
            number,
            actions,
            text: reader.stated(passage.text().to_owned(), passage, whole),
        });
    }
    clauses
}

/// What the Council does by an act, in the words from it to the next.
fn action(
    reader: &Reader,
    mentions: &Mentions,
    block: usize,
    act: Act,
    words: Range<usize>,
) -> Action {
    let passage = &reader.document.blocks[block].passage;
    let text = &passage.text()[words.clone()];
    let asks = act.is_within("act/requesting", reader.lexicon);
    let (addressees, asks_for) = if asks {
        (
            addressees_at(reader, mentions, block, act.words.end),
            reports_asked_for(reader, passage, &words),
        )
    } else {
        (Vec::new(), Vec::new())
    };
    // What is recalled or noted has no deadline here.
    let settles = asks || act.concept.is_none() || act.is_within("act/deciding", reader.lexicon);
    let is_recital = part_of(&reader.paragraph_of(block).role) == Some(Part::Preamble);
    let deadline = (settles && !is_recital)
        .then(|| deadline_in(text, &reader.dates_in(text), reader.adopted))
        .flatten();
    Action {
        verb: reader.stated(act.verb, passage, act.words),
        concept: act.concept,
        addressees,
        deadline,
        asks_for,
        about: about(reader, mentions, block, &words),
        words: reader.evidence(passage, words),
    }
}

/// The kinds of report that the words of a request ask for, without those that are broader than
/// another.
fn reports_asked_for(
    reader: &Reader,
    passage: &Passage,
    words: &Range<usize>,
) -> Vec<Stated<String>> {
    let text = &passage.text()[words.clone()];
    let found = reader.lexicon.phrases_in("report-types", text);
    let is_narrowest = |kind: &Concept| {
        let mut others = found.iter().filter(|(_, other)| other.path != kind.path);
        !others.any(|(_, other)| reader.lexicon.is_within(&other.path, &kind.path))
    };
    let narrowest = found.iter().filter(|(_, kind)| is_narrowest(kind));
    let stated = narrowest.map(|(range, kind)| {
        let range = words.start + range.start..words.start + range.end;
        reader.stated(kind.path.clone(), passage, range)
    });
    stated.collect()
}

/// The named things between two places of a block.
fn about(reader: &Reader, mentions: &Mentions, block: usize, words: &Range<usize>) -> Vec<String> {
    let mut about: Vec<String> = Vec::new();
    let named = mentions
        .in_block(block)
        .filter(|mention| mention.class != Class::Context && words.contains(&mention.range.start))
        .map(|mention| mention.entity.path.clone());
    let text = reader.document.blocks[block].passage.text();
    let cited = resolutions_in(&text[words.clone()])
        .into_iter()
        .filter(|(_, number)| *number != reader.number)
        .map(|(_, number)| format!("resolution/{number}"));
    for path in named.chain(cited) {
        if !about.contains(&path) {
            about.push(path);
        }
    }
    about
}

/// What a paragraph does by the act of the line above.
fn from_chapeau(reader: &Reader, block: usize) -> Option<Action> {
    let (passage, act) = chapeau(reader, block)?;
    Some(Action {
        verb: reader.stated(act.verb, passage, act.words.clone()),
        concept: act.concept,
        addressees: Vec::new(),
        deadline: None,
        asks_for: Vec::new(),
        about: Vec::new(),
        words: reader.evidence(passage, act.words),
    })
}
