//! Measures that a resolution imposes.

mod exemptions;

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
        r"(?i)\b(?:(?:shall|should|must|would|(?:was|were|are|is) (?:\p{Ll}+ ){0,2}to)\b[^.;]{0,240}?:?\s*(?:prevent|prohibit|freeze|deny|refrain|sever|reduce|halt|impose|implement|not|take|withdraw|refuse|interrupt|suspend|restrict|cease|ban|be (?:frozen|banned|barred|prevented|prohibited|denied))\b|\b(?:shall|should|must):?\s*$|(?:was|were) (?:frozen|banned|barred|denied|forbidden)\b|forb(?:ids?|ade)\b|placed? (?:an? )?(?:\p{Ll}+ ){0,4}(?:ban|freeze|sanctions)\b|embargo\b[^.;]{0,60}\b(?:was|were) (?:widened|broadened|tightened|expanded)\b|could no longer\b|impos(?:e|es|ed|ing)\b|prohibit(?:s|ed)?\b|bann?(?:ed|s)?\b|clos(?:es?|ed|ing) (?:\p{L}+ )?(?:airspace|air space)|establish\w* a|froze\b|(?:placed?|institut\w*|declar\w*|decid\w*)\b[^.;]{0,60}\b(?:embargo|no-fly zone|flight ban|ban on (?:\p{Ll}+ )?flights)|embargo\b[^.;]{0,60}\b(?:imposed|placed|against))",
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

/// Words before the state that a measure is against.
static AGAINST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:against|to|into|from|in|on|upon|with|of|by|for) (?:the )?(?:(?:territory|Government|authorities|regime|illegal regime) (?:of|in) (?:the )?)?$",
    )
});

/// What joins a target to the next.
static OR: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^,? (?:and|or|as well as)(?: (?:to|in|from))? (?:the )?$"));

/// What is between a target and its measure in "placed Iraq under economic sanctions".
static UNDER: LazyLock<Regex> = LazyLock::new(|| regex(r"^ under (?:[\w-]+ ){0,4}$"));

/// The measures that a document says its resolution imposes, each once.
#[must_use]
pub fn measures(reader: &Reader, mentions: &Mentions) -> Vec<Stated<Imposition>> {
    let mut facts: Vec<Stated<Imposition>> = Vec::new();
    // The blocks that impose each of them.
    let mut imposing: Vec<Vec<usize>> = Vec::new();
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
                let exempted = exemptions::around(reader, block, &sentence, &range);
                let known = facts
                    .iter_mut()
                    .zip(&mut imposing)
                    .find(|(fact, _)| fact.value.measure.path == concept.path);
                let mut targets = targets(reader, mentions, block, &sentence, &range);
                if targets.is_empty() {
                    targets = targets_of_list(reader, mentions, block);
                }
                if let Some((fact, blocks)) = known {
                    blocks.push(block);
                    fact.also.push(reader.evidence(&content.passage, range));
                    let known = &mut fact.value.targets;
                    if known
                        .iter()
                        .all(|known| targets.iter().any(|target| target.path == known.path))
                    {
                        *known = targets;
                    }
                    add(&mut fact.value.exemptions, exempted);
                    continue;
                }
                let imposition = Imposition {
                    measure: concept.entity(&concept.label),
                    targets,
                    exemptions: exempted,
                    span: span(reader, words),
                    clause: reader.clause_of(block),
                };
                facts.push(reader.stated(imposition, &content.passage, range));
                imposing.push(vec![block]);
            }
        }
    }
    for exempted in exemptions::of_paragraphs(reader) {
        for (fact, blocks) in facts.iter_mut().zip(&imposing) {
            if blocks.iter().any(|block| exempted.is_of(reader, *block)) {
                add(&mut fact.value.exemptions, [exempted.what.clone()]);
            }
        }
    }
    facts
}

fn add(exemptions: &mut Vec<String>, more: impl IntoIterator<Item = String>) {
    for exemption in more {
        if !exemptions.contains(&exemption) {
            exemptions.push(exemption);
        }
    }
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

/// The states or parties that a measure is against: those that are placed under it, or the first in
/// its sentence that the words before them make such, behind the words for the measure rather than
/// before them: "to Iraq or Kuwait".
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
    let Some(first) = found.first() else {
        return Vec::new();
    };
    let mut targets = vec![first.entity.clone()];
    let mut end = first.range.end;
    for next in mentions.in_block(block) {
        let between = text.get(end..next.range.start);
        if next.class == first.class && between.is_some_and(|between| OR.is_match(between)) {
            targets.push(next.entity.clone());
            end = next.range.end;
        }
    }
    targets
}

/// The targets that the list of a block names: the item nearest before it, else one behind it, else
/// the sentence nearest to the list. "To either country" is to those of an item before.
fn targets_of_list(reader: &Reader, mentions: &Mentions, block: usize) -> Vec<Entity> {
    let list = list_around(reader, block);
    let announcing = sentences(reader.document.blocks[list.start].passage.text());
    let announcing = announcing.into_iter().rev();
    let before = (list.start + 1..block).rev();
    let behind = (block + 1).max(list.start + 1)..list.end;
    before
        .chain(behind)
        .map(|item| (item, 0..reader.document.blocks[item].passage.text().len()))
        .chain(announcing.map(|words| (list.start, words)))
        .map(|(block, words)| targets(reader, mentions, block, &words, &(0..0)))
        .find(|targets| !targets.is_empty())
        .unwrap_or_default()
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
