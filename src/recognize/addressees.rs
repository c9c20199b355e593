//! To whom an act is addressed: named ones, and those whom a phrase stands for, such as "all States".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Entity;
use crate::pattern::regex;
use crate::recognize::names::{Class, Mentions};
use crate::recognize::parties::governments;
use crate::recognize::reader::Reader;

/// Words between an act and its first addressee.
static BEFORE_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:,? ?(?:that|once|more|again|also|further|strongly|urgently|accordingly|in particular|especially|for this purpose),?)*,? ?(?:(?:to|from) )?",
    )
});
/// Words between addressees of one list.
static BEFORE_NEXT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^,? (?:and|as well as|or|in particular|especially|including)(?: (?:in particular|all other|other|on|upon))? |^, ",
    )
});
static ARTICLE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:the |its |his |these |those |all the |all |both )"));

/// The addressees that a text names one after the other from a place on.
pub(super) fn addressees_at(
    reader: &Reader,
    mentions: &Mentions,
    block: usize,
    start: usize,
) -> Vec<Entity> {
    let text = reader.document.blocks[block].passage.text();
    let mut candidates = governments(reader, mentions, block, text);
    candidates.extend(
        mentions
            .in_block(block)
            .filter(|mention| !matches!(mention.class, Class::Agreement | Class::Place))
            .map(|mention| (mention.entity.clone(), mention.range.clone())),
    );
    for scheme in ["addressees", "offices"] {
        candidates.extend(reader.lexicon.cues_in(scheme, text).iter().map(|found| {
            let concept = reader.lexicon.concept(found);
            (concept.entity(&concept.label), found.range.clone())
        }));
    }
    let mut found: Vec<Entity> = Vec::new();
    let mut at = start + end_of(&BEFORE_FIRST, &text[start..]);
    while let Some((entity, range)) = longest_at(text, at, &candidates) {
        if !found.iter().any(|known| known.path == entity.path) {
            found.push(entity.clone());
        }
        match end_of(&BEFORE_NEXT, &text[range.end..]) {
            0 => break,
            more => at = range.end + more,
        }
    }
    found
}

/// The longest candidate that begins at a place, or behind an article there.
fn longest_at<'a>(
    text: &str,
    at: usize,
    candidates: &'a [(Entity, Range<usize>)],
) -> Option<&'a (Entity, Range<usize>)> {
    let behind = at + end_of(&ARTICLE, &text[at..]);
    candidates
        .iter()
        .filter(|(_, range)| range.start == at || range.start == behind)
        .max_by_key(|(_, range)| range.end)
}

fn end_of(pattern: &Regex, text: &str) -> usize {
    pattern.find(text).map_or(0, |found| found.end())
}
