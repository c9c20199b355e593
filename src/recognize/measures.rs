//! Measures that a resolution imposes.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::Role;
use crate::facts::{Entity, Imposition, Stated, TermSpan};
use crate::pattern::regex;
use crate::recognize::acts::{act, decides};
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::numbers::periods_in;
use crate::recognize::reader::{Reader, sentences};
use crate::recognize::scenes::acts_from;

/// Words by which a clause imposes something.
static IMPOSES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:(?:shall|should|must|would|(?:was|were|are|is) (?:\p{Ll}+ ){0,2}to)\b[^.;]{0,240}?:?\s*(?:prevent|prohibit|freeze|deny|refrain|sever|reduce|halt|impose|implement|not|take|withdraw|interrupt|suspend|restrict|cease|ban|be (?:frozen|banned|barred|prevented|prohibited|denied))\b|\b(?:shall|should|must):?\s*$|(?:was|were) (?:frozen|banned|barred|denied|forbidden)\b|forb(?:ids?|ade)\b|placed? (?:an? )?(?:\p{Ll}+ ){0,4}(?:ban|freeze|sanctions)\b|embargo\b[^.;]{0,60}\b(?:was|were) (?:widened|broadened|tightened|expanded)\b|could no longer\b|impos(?:e|es|ed|ing)\b|prohibit(?:s|ed)?\b|bann?(?:ed|s)?\b|establish\w* a|froze\b|(?:placed?|institut\w*|declar\w*|decid\w*)\b[^.;]{0,60}\bembargo|embargo\b[^.;]{0,60}\b(?:imposed|placed|against))",
    )
});
/// Words by which it speaks of measures that are there already or that go.
static NOT_NOW: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:lift\p{L}*|terminat\p{L}*|suspend\p{L}*|shall not apply|shall no longer apply|exempt\p{L}*|violat\p{L}*|(?:measures?|embargo|sanctions|restrictions?|prohibitions?|ban)[^.;]{0,40} (?:imposed|established) (?:by|in|under|pursuant)|previously|abid\p{L}+ by|compl\p{L}+ with|enforc\p{L}+|[Rr]esolution [0-9]+ \([0-9]{4}\), (?:which|that)|remain\p{L}* in|in place|recall\p{L}*|renew\p{L}*|extend\p{L}*|already|permit\p{L}*|authori[sz]\p{L}*)\b",
    )
});

/// Words right behind a measure by which it goes or does not apply.
static GOES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:,? (?:which (?:was|were) |that (?:was|were) )?(?:imposed|established) (?:by|in|under|pursuant)\b|[^.;]{0,80}?\b(?:lift\p{L}*|terminat\p{L}*|suspend\p{L}*|ended|shall not apply|shall no longer apply|remain\p{L}* in|in place)\b)",
    )
});

/// What a list of tasks is announced by; they are about measures that there are.
static TASKS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:following (?:tasks|mandate|functions)|tasks:|its (?:mandate|tasks) (?:shall|will))\b",
    )
});

/// Words that say what a measure does not apply to.
static EXEMPTS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:(?:shall|do|does|did|would|will) not apply to|with the exception of|except(?:ing)? (?:for|with|when|as|that|in|where)|other than|excluding|but not including)\b[^;.)]*",
    )
});
/// Words before the state that a measure is against.
static AGAINST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:against|to|into|from|in|on|upon|with|of|by|for) (?:the )?(?:(?:territory|Government|authorities|regime|illegal regime) (?:of|in) (?:the )?)?$",
    )
});

/// What is between a target and its measure in "placed Iraq under economic sanctions".
static UNDER: LazyLock<Regex> = LazyLock::new(|| regex(r"^ under (?:[\w-]+ ){0,4}$"));

/// The measures that a document says its resolution imposes, each once.
#[must_use]
pub fn measures(reader: &Reader, mentions: &Mentions) -> Vec<Stated<Imposition>> {
    let mut facts: Vec<Stated<Imposition>> = Vec::new();
    for (block, content) in reader.prose() {
        if !imposes(reader, block) {
            continue;
        }
        let text = content.passage.text();
        for sentence in sentences(text) {
            let words = &text[sentence.clone()];
            if !says_so(reader, block, words) {
                continue;
            }
            let named = reader.lexicon.cues_in("measures", words);
            let named = named
                .iter()
                .map(|found| (found.range.clone(), reader.lexicon.concept(found)));
            let described = reader.lexicon.phrases_in("measures", words);
            for (found, concept) in named.chain(described) {
                let start = acts_from(words, &content.role).min(found.start);
                if NOT_NOW.is_match(&words[start..found.end]) || GOES.is_match(&words[found.end..])
                {
                    continue;
                }
                let range = sentence.start + found.start..sentence.start + found.end;
                let known = facts
                    .iter_mut()
                    .find(|fact| fact.value.measure.path == concept.path);
                let mut targets = targets(reader, mentions, block, &sentence, &range);
                if targets.is_empty() {
                    targets = targets_of_list(reader, mentions, block);
                }
                if let Some(fact) = known {
                    fact.also.push(reader.evidence(&content.passage, range));
                    if fact.value.targets.is_empty() {
                        fact.value.targets = targets;
                    }
                    continue;
                }
                let imposition = Imposition {
                    measure: concept.entity(&concept.label),
                    targets,
                    exemptions: exemptions(reader, block),
                    span: span(reader, words),
                    clause: reader.clause_of(block),
                };
                facts.push(reader.stated(imposition, &content.passage, range));
            }
        }
    }
    facts
}

/// Whether a sentence imposes, an item of a list with the words above the list: "All States shall:".
fn says_so(reader: &Reader, block: usize, sentence: &str) -> bool {
    let Role::Item { level, .. } = reader.document.blocks[block].role else {
        return IMPOSES.is_match(sentence);
    };
    let paragraph = reader.paragraph_at(block);
    let above = (paragraph..block)
        .rev()
        .find(|index| match reader.document.blocks[*index].role {
            Role::Item { level: other, .. } => other < level,
            _ => *index == paragraph,
        });
    let blocks = [Some(paragraph), above.filter(|above| *above != paragraph)];
    let mut words: Vec<&str> = blocks
        .into_iter()
        .flatten()
        .map(|index| reader.document.blocks[index].passage.text())
        .collect();
    words.push(sentence);
    let words = words.join(" ");
    IMPOSES.is_match(&words) && !TASKS.is_match(&words)
}

/// The state or party that a measure is against: the one that is placed under it, or the first in
/// its sentence that the words before it make one, behind the words for the measure rather than
/// before them.
fn targets(
    reader: &Reader,
    mentions: &Mentions,
    block: usize,
    sentence: &Range<usize>,
    measure: &Range<usize>,
) -> Vec<Entity> {
    let text = reader.document.blocks[block].passage.text();
    let is_under = |mention: &Mention| {
        let between = text.get(mention.range.end..measure.start);
        between.is_some_and(|between| UNDER.is_match(between))
    };
    let against = |mention: &&Mention| {
        matches!(mention.class, Class::State | Class::Place | Class::Party)
            && sentence.contains(&mention.range.start)
            && (is_under(mention) || AGAINST.is_match(&text[sentence.start..mention.range.start]))
    };
    let mut found: Vec<&Mention> = mentions.in_block(block).filter(against).collect();
    found.sort_by_key(|mention| (!is_under(mention), mention.range.start < measure.end));
    let first = found.first().map(|mention| mention.entity.clone());
    first.into_iter().collect()
}

/// The first target that the paragraph of a block or the items of its list name.
fn targets_of_list(reader: &Reader, mentions: &Mentions, block: usize) -> Vec<Entity> {
    let whole = |block: usize| 0..reader.document.blocks[block].passage.text().len();
    list_around(reader, block)
        .map(|block| targets(reader, mentions, block, &whole(block), &(0..0)))
        .find(|targets| !targets.is_empty())
        .unwrap_or_default()
}

/// What the measures of a paragraph and of its list do not apply to.
fn exemptions(reader: &Reader, block: usize) -> Vec<String> {
    list_around(reader, block)
        .flat_map(|block| {
            let text = reader.document.blocks[block].passage.text();
            EXEMPTS
                .find_iter(text)
                .map(|found| found.as_str().trim().to_owned())
        })
        .collect()
}

/// The paragraph that a block belongs to and the items of its list, by their places.
fn list_around(reader: &Reader, block: usize) -> Range<usize> {
    let start = reader.paragraph_at(block);
    let blocks = &reader.document.blocks;
    let end = (start + 1..blocks.len()).find(|index| reader.paragraph_at(*index) != start);
    start..end.unwrap_or(blocks.len())
}

/// How long a measure lasts: "for a period of 12 months", "until 1 June 1999".
fn span(reader: &Reader, sentence: &str) -> Option<TermSpan> {
    let before = |start: usize, words: &[&str]| {
        let before = sentence[..start].trim_end();
        words.iter().any(|word| before.ends_with(word))
    };
    let period = periods_in(sentence)
        .into_iter()
        .find(|period| before(period.range.start, &["for", "period of", "for an initial"]));
    let day = || {
        reader
            .dates_in(sentence)
            .into_iter()
            .find(|date| before(date.range.start, &["until", "up to"]))
    };
    match period {
        Some(period) => Some(TermSpan::Period(period.duration)),
        None => day().map(|date| TermSpan::Until(date.edtf)),
    }
}

/// Whether the paragraph that a block belongs to is one by which the Council imposes.
fn imposes(reader: &Reader, block: usize) -> bool {
    let paragraph = reader.paragraph_of(block);
    let text = paragraph.passage.text();
    match paragraph.role {
        Role::Operative { .. } => {
            let act = act(text, reader.lexicon);
            act.is_some_and(|act| act.is_within("act/deciding", reader.lexicon))
        }
        _ => decides(reader, block),
    }
}
