//! What measures do not apply to.

use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use regex::Regex;

use crate::document::Role;
use crate::pattern::regex;
use crate::recognize::reader::{Reader, sentences};

use super::list_around;

/// Words that say what a measure does not apply to; "unless the parties comply" says when it begins.
static EXEMPTS: LazyLock<Regex> = LazyLock::new(|| {
    let rest = r"(?:[^;.()]|\([^()]*\))*";
    let not = r"(?:shall|do|does|did|would|will) not(?: be deemed to)? apply to";
    let but = r"with the exception of|except(?:ing|ions? (?:for|to))?|other than|excluding|(?:but )?not including|save (?:for|in)|apart from|exempt(?:ing|ions? (?:for|of))";
    let unless = r"unless\b[^;.]*?\b(?:approved|authori[sz]ed|permitted|required|needed|notified)";
    regex(&format!(r"(?i)\b(?:{not}|{but}|{unless})\b{rest}"))
});
/// What is exempt, before the words that say so: "medical supplies were exempt".
static EXEMPT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:^|[;:.(] ?)(?P<what>[^;:.(]{3,200}?) (?:(?:was|were|is|are|shall be) (?:to be )?(?:exempt(?:ed)?|excluded|not (?:covered|affected)))\b",
    )
});
/// What joins the exempt to what is forbidden: "all trade was banned, though".
static JOINS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^(?:but|and) |, (?:but|though|although|while|whereas) "));
/// Paragraphs of the same resolution whose measures are spoken of, or items of one.
static OWN_PARAGRAPHS: LazyLock<Regex> = LazyLock::new(|| {
    let items = r"(?:,? ?(?:and |or )?\([a-z]\))*";
    regex(&format!(
        r"(?i)\bparagraphs? (?P<first>[0-9]{{1,2}})(?P<items>{items})(?:(?P<to>,? (?:to|and|or) |-)(?P<last>[0-9]{{1,2}})(?P<more>{items}))?(?P<next> of (?:its )?resolution [0-9]+)?"
    ))
});
static ITEM: LazyLock<Regex> = LazyLock::new(|| regex(r"\((?P<marker>[a-zA-Z])\)"));
/// That measures do not apply.
static NOT_APPLIED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:shall|do|does|will|would|did) not apply\b"));

/// That somebody may be exempted from them.
static MAY_EXEMPT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\bexemptions? (?:from|to) [^;.]*\b(?:may|shall|can) be (?:made|granted|allowed)\b[^;.]*",
    )
});

/// What a measure in a sentence of a block does not apply to: by that sentence and those behind it
/// up to the next measure, by the words that announce its list, by items that only exempt.
pub(super) fn around(
    reader: &Reader,
    block: usize,
    sentence: &Range<usize>,
    measure: &Range<usize>,
) -> Vec<String> {
    let list = list_around(reader, block);
    let text_of = |block: usize| reader.document.blocks[block].passage.text();
    let names_measure = |words: &str| {
        !reader.lexicon.cues_in("measures", words).is_empty()
            || !reader.lexicon.phrases_in("measures", words).is_empty()
    };
    let text = text_of(block);
    let behind = sentences(&text[sentence.end..]).into_iter();
    let behind = behind
        .map(|words| sentence.end + words.start..sentence.end + words.end)
        .take_while(|words| !names_measure(&text[words.clone()]));
    let end = behind.last().map_or(sentence.end, |last| last.end);
    let own = in_text(text, sentence.start..end).into_iter();
    let own = own.filter(|words| words.end <= measure.start || measure.end <= words.start);
    let announcing = (block != list.start)
        .then(|| sentences(text_of(list.start)).pop())
        .flatten()
        .map(|words| (list.start, words));
    let others = list
        .clone()
        .skip(1)
        .filter(|item| *item != block && !names_measure(text_of(*item)))
        .filter(|item| NOT_APPLIED.is_match(text_of(*item)) || EXEMPT.is_match(text_of(*item)))
        .map(|item| (item, 0..text_of(item).len()));
    let elsewhere = announcing.into_iter().chain(others);
    let elsewhere = elsewhere.flat_map(|(block, words)| {
        let text = text_of(block);
        in_text(text, words).into_iter().map(|words| &text[words])
    });
    let own = own.map(|words| &text[words]);
    own.chain(elsewhere).map(str::to_owned).collect()
}

/// What a paragraph says that the measures of other paragraphs do not apply to.
pub(super) struct Exempted {
    paragraphs: RangeInclusive<u32>,
    /// The markers of the items that are meant, if not all.
    items: Vec<String>,
    /// The words that say so.
    pub(super) what: String,
}

impl Exempted {
    /// Whether a measure of a block is meant: what one item imposes is not exempted with another.
    pub(super) fn is_of(&self, reader: &Reader, block: usize) -> bool {
        let is_item = match reader.document.blocks[block].role {
            Role::Item { .. } => self.items.is_empty() || self.items.contains(&item(reader, block)),
            _ => true,
        };
        let paragraph = reader.clause_of(block);
        is_item && paragraph.is_some_and(|number| self.paragraphs.contains(&number))
    }
}

/// The marker of the item right under its paragraph that a block is, or is part of.
fn item(reader: &Reader, block: usize) -> String {
    let above = reader.document.blocks[..=block].iter().rev();
    let mut markers = above.filter_map(|block| match &block.role {
        Role::Item { marker, level: 1 } => Some(marker.clone()),
        _ => None,
    });
    markers.next().unwrap_or_default()
}

/// What paragraphs say that measures of other paragraphs do not apply to.
pub(super) fn of_paragraphs(reader: &Reader) -> Vec<Exempted> {
    let mut found = Vec::new();
    for block in &reader.document.blocks {
        let Role::Operative { .. } = block.role else {
            continue;
        };
        let text = block.passage.text();
        for sentence in sentences(text) {
            let words = &text[sentence];
            let may = MAY_EXEMPT.find(words).map(|may| may.range());
            let not = NOT_APPLIED.find(words).map(|not| 0..not.start());
            let Some(naming) = may.clone().or(not) else {
                continue;
            };
            let named = OWN_PARAGRAPHS
                .captures_iter(&words[naming])
                .find(|named| named.name("next").is_none());
            let Some(named) = named else { continue };
            let number = |name| {
                named
                    .name(name)
                    .and_then(|n| n.as_str().parse::<u32>().ok())
            };
            let Some(first) = number("first") else {
                continue;
            };
            let last = number("last").unwrap_or(first);
            let markers = ["items", "more"].map(|part| named.name(part).map_or("", |m| m.as_str()));
            let markers = markers.iter().flat_map(|part| ITEM.captures_iter(part));
            // "paragraphs 5 (b) to 7" are taken as a whole.
            let items = markers.filter(|_| first == last);
            let items: Vec<String> = items.map(|item| item["marker"].to_lowercase()).collect();
            let what = may.map_or_else(|| in_text(words, 0..words.len()), |may| vec![may]);
            found.extend(what.into_iter().map(|what| Exempted {
                paragraphs: first..=last,
                items: items.clone(),
                what: words[what].trim_end().to_owned(),
            }));
        }
    }
    found
}

/// The words in a part of a text that exempt.
fn in_text(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let words = &text[part.clone()];
    let said = EXEMPTS.find_iter(words);
    let before = EXEMPT.captures_iter(words);
    let before = before.filter_map(|found| {
        let what = found.name("what")?;
        let start = JOINS.find_iter(what.as_str()).last();
        Some(what.start() + start.map_or(0, |join| join.end())..what.end())
    });
    said.map(|found| found.range())
        .chain(before)
        .map(|found| {
            let trimmed = words[found.clone()].trim_end();
            part.start + found.start..part.start + found.start + trimmed.len()
        })
        .collect()
}
