//! Who signed which agreement, where and when.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::{Entity, Signing, Stated};
use crate::pattern::regex;
use crate::recognize::dates::dates_in;
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::parties::governments;
use crate::recognize::reader::{Reader, sentences};

/// Between an agreement and its signing: "the Accord, which the parties signed".
static SIGNED_BEHIND: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^[^.;]{0,60}?\b(?:signed|initialled)\b"));
/// Before an agreement: "the signing, in Vienna on 1 March 1999, of the".
static SIGNED_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\b(?:sign(?:ing|ature)|signed|initialled)\b[^.;]{0,120}? (?:of )?(?:an? |the |this )?$")
});
/// Words before the place of a signing.
static AT: LazyLock<Regex> = LazyLock::new(|| regex(r" (?:at|in) (?:the )?$"));
/// Words from which the signatories are named.
static BY: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(?:by|between) "));

/// What a document says of the signing of agreements, once for each agreement.
#[must_use]
pub fn signings(reader: &Reader, mentions: &Mentions) -> Vec<Stated<Signing>> {
    let mut facts: Vec<Stated<Signing>> = Vec::new();
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        for sentence in sentences(text) {
            let agreements: Vec<&Mention> = mentions
                .in_block(block)
                .filter(|mention| {
                    mention.class == Class::Agreement
                        && sentence.start <= mention.range.start
                        && mention.range.end <= sentence.end
                })
                .collect();
            for (index, agreement) in agreements.iter().enumerate() {
                // What is said up to the next agreement is said of this one.
                let start = index
                    .checked_sub(1)
                    .map_or(sentence.start, |before| agreements[before].range.end);
                let end = agreements
                    .get(index + 1)
                    .map_or(sentence.end, |next| next.range.start);
                let behind = SIGNED_BEHIND.find(&text[agreement.range.end..end]);
                let before = SIGNED_BEFORE.find(&text[start..agreement.range.start]);
                let words = match (behind, before) {
                    (Some(signed), _) => agreement.range.end + signed.end()..end,
                    (None, Some(signed)) => start + signed.start()..end,
                    (None, None) => continue,
                };
                let words = words.start..words.start + part(&text[words.clone()]);
                let signing = Signing {
                    agreement: agreement.entity.clone(),
                    place: place(mentions, block, text, &words),
                    date: dates_in(&text[words.clone()])
                        .into_iter()
                        .next()
                        .map(|date| date.edtf),
                    parties: parties(reader, mentions, block, text, &words),
                };
                let says_more = signing.place.is_some()
                    || signing.date.is_some()
                    || !signing.parties.is_empty();
                let known = facts
                    .iter()
                    .any(|fact| fact.value.agreement.path == signing.agreement.path);
                if says_more && !known {
                    let words =
                        words.start.min(agreement.range.start)..words.end.max(agreement.range.end);
                    facts.push(reader.stated(signing, &content.passage, words));
                }
            }
        }
    }
    facts
}

/// How much of a text is one clause of its sentence.
fn part(text: &str) -> usize {
    text.find(';').unwrap_or(text.len())
}

fn place(mentions: &Mentions, block: usize, text: &str, words: &Range<usize>) -> Option<Entity> {
    let places = mentions.in_block(block).filter(|mention| {
        matches!(mention.class, Class::Place | Class::State)
            && words.contains(&mention.range.start)
            && AT.is_match(&text[words.start..mention.range.start])
    });
    places.map(|mention| mention.entity.clone()).next()
}

/// The parties, governments and states that are named from "by" or "between" on, up to the date.
fn parties(
    reader: &Reader,
    mentions: &Mentions,
    block: usize,
    text: &str,
    words: &Range<usize>,
) -> Vec<Entity> {
    let Some(by) = BY.find(&text[words.clone()]) else {
        return Vec::new();
    };
    let start = words.start + by.end();
    let end = dates_in(&text[start..words.end])
        .first()
        .map_or(words.end, |date| start + date.range.start);
    let governments = governments(reader, mentions, block, text);
    let mut named: Vec<(usize, Entity)> = governments
        .iter()
        .map(|(entity, range)| (range.start, entity.clone()))
        .collect();
    let bare = mentions.in_block(block).filter(|mention| {
        matches!(mention.class, Class::Party | Class::State | Class::Person)
            && !governments
                .iter()
                .any(|(_, range)| range.contains(&mention.range.start))
            && !AT.is_match(&text[..mention.range.start])
    });
    named.extend(bare.map(|mention| (mention.range.start, mention.entity.clone())));
    named.retain(|(at, _)| (start..end).contains(at));
    named.sort_by_key(|(at, _)| *at);
    let mut parties: Vec<Entity> = Vec::new();
    for (_, entity) in named {
        if !parties.iter().any(|known| known.path == entity.path) {
            parties.push(entity);
        }
    }
    parties
}
