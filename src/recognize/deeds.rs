//! What is done act by act, in clauses, items of lists and articles alike.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Match, Regex};

use crate::document::Role;
use crate::facts::Part;
use crate::lexicon::Found;
use crate::pattern::regex;
use crate::recognize::acts::{Act, act, chain, chapeau, decides, infinitive, is_bare, part_of};
use crate::recognize::reader::{Reader, sentences};

/// Who acts in a sentence of an article: what others do is no deed of the Council.
static ACTOR: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b(?:[Cc]ouncil|[Rr]esolution)\b(?: (?P<number>[0-9]{1,4})\b)?"));
/// A sentence whose subject is the Council or the resolution, so that the "it" of the next is too.
static OF_COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:[^.;:]{0,120}, )?(?:In )?(?:[Tt]he )?(?:United Nations )?(?:(?:Security )?Council|(?:Security Council )?[Rr]esolution(?: (?P<number>[0-9]{1,4}))?)\b(?:,| \p{Ll})",
    )
});
/// "It therefore", "Acting under Chapter VII, it".
static IT: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?:[^.;:]{0,120}, )?[Ii]t (?:(?:also|then|\p{Ll}+ly|therefore|further|still|next) )*$")
});
/// Before a verb in the passive: "Israel was called upon".
static ASKED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b(?:is|are|was|were) (?:(?:also|further|therefore|\p{Ll}+ly) )*$"));
/// Behind such a verb: "were urged to".
static TO_DO: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ (?:once more |again |also )?(?:to|not to)\b"));
/// What an article says that the sides of a conflict have to do: "all parties were to".
static SIDES_MUST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?i:[^.;:]{0,60}, )?(?i:every party|each side|(?:all |both |the |the two )+(?:parties|sides))(?: to [^,.;]{1,40}?)? (?P<must>(?:is|are|was|were|had|has|have) to|must)\b",
    )
});
/// Before what is a noun and no verb: "two earlier calls for a cease-fire".
static IN_NOUN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:the|its|his|their|these|those|such|earlier|previous|further|repeated|many|several|two|three|four|five|of|for|after|despite) $",
    )
});
/// Before a verb in the pluperfect: what "had demanded" tells of was done before.
static BEFORE_NOW: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\bhad (?:been |\p{Ll}+ly |already |also |earlier )*$"));
/// Between acts that have one object: "Recalling and reaffirming its resolutions".
static JOINED: LazyLock<Regex> = LazyLock::new(|| regex(r"^,?(?: and| also| further)* ?$"));
/// "after it had recalled" tells of this resolution.
static AFTER_IT_HAD: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\b[Aa]fter (?:it|the (?:Security )?Council) had (?:been |\p{Ll}+ly |also )*$")
});

/// Behind a verb that says what was done to something: "the embargo imposed by".
static PASSIVE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ (?:by|in|at|on|under|pursuant to|against)\b"));

/// One act, or acts with one object, and the words that they govern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deed {
    /// The paths of the acts: `act/recall`.
    pub acts: Vec<String>,
    /// From the first verb to the next act.
    pub words: Range<usize>,
    /// Where the words behind the verbs begin.
    pub object: usize,
}

/// What is done in a block: from act to act in a clause and in the sentences of an article; by the
/// act that the list is under in an item.
pub(super) fn deeds(reader: &Reader, block: usize) -> Vec<Deed> {
    let content = &reader.document.blocks[block];
    let text = content.passage.text();
    match &content.role {
        Role::Item { .. } if part_of(&reader.paragraph_of(block).role).is_none() => {
            of_told_item(reader, block).into_iter().collect()
        }
        Role::Item { .. } => of_item(reader, block).into_iter().collect(),
        Role::Lead | Role::Paragraph if decides(reader, block) => {
            joined(text, of_sentences(reader, text).into_iter())
        }
        role => part_of(role).map_or_else(Vec::new, |part| of_clause(reader, block, part)),
    }
}

fn of_clause(reader: &Reader, block: usize, part: Part) -> Vec<Deed> {
    let text = reader.document.blocks[block].passage.text();
    let acts = chain(text, part, reader.lexicon);
    if acts.is_empty() {
        let above = chapeau(reader, block).filter(|_| part == Part::Operative);
        let deed = |(_, act): (_, Act)| Deed {
            acts: act.concept.into_iter().collect(),
            words: 0..text.len(),
            object: 0,
        };
        return above.into_iter().map(deed).collect();
    }
    let deed = |(act, words): (Act, Range<usize>)| Deed {
        acts: act.concept.into_iter().collect(),
        object: act.words.end,
        words,
    };
    joined(text, acts.into_iter().map(deed))
}

fn of_item(reader: &Reader, block: usize) -> Option<Deed> {
    let text = reader.document.blocks[block].passage.text();
    let paragraph = reader.paragraph_of(block);
    let above = paragraph.passage.text();
    let part = part_of(&paragraph.role)?;
    let item = infinitive(text, reader.lexicon).filter(|_| is_bare(above, reader.lexicon));
    let object = item.as_ref().map_or(0, |act| act.words.end);
    let act = item.or_else(|| {
        let mut acts = chain(above, part, reader.lexicon);
        acts.pop().map(|(act, _)| act)
    })?;
    Some(Deed {
        acts: act.concept.into_iter().collect(),
        words: 0..text.len(),
        object,
    })
}

/// What an item of a list in an article says by a verb of its own: "The resolution:", "demands ...".
fn of_told_item(reader: &Reader, block: usize) -> Option<Deed> {
    let text = reader.document.blocks[block].passage.text();
    if let Some(deed) = of_sides(text, 0..text.len()).filter(|_| decides(reader, block)) {
        return Some(deed);
    }
    let above = reader.paragraph_of(block).passage.text();
    let last = sentences(above).pop()?;
    let opens = above.trim_end().ends_with([':', ','])
        && (is_of_council(reader, &above[last.clone()]) || above[last].ends_with(" it:"));
    let act = act(text, reader.lexicon).filter(|_| opens && decides(reader, block))?;
    Some(Deed {
        acts: vec![act.concept?],
        words: 0..text.len(),
        object: act.words.end,
    })
}

/// What the sides of a conflict have to do, which the Council demands; others may follow them.
fn of_sides(text: &str, sentence: Range<usize>) -> Option<Deed> {
    let must = SIDES_MUST.captures(&text[sentence.clone()])?.name("must")?;
    let behind = &text[sentence.start + must.end()..sentence.end];
    let others = [";", ", and ", ", while "];
    let end = others.iter().filter_map(|other| behind.find(other)).min();
    Some(Deed {
        acts: vec!["act/demand".to_owned()],
        words: sentence.start + must.start()
            ..end.map_or(sentence.end, |end| sentence.start + must.end() + end),
        object: sentence.start + must.end(),
    })
}

/// Whether the Council or this resolution is the subject of a sentence.
fn is_of_council(reader: &Reader, sentence: &str) -> bool {
    let own = reader.number.to_string();
    OF_COUNCIL.captures(sentence).is_some_and(|found| {
        let number = found.name("number");
        number.is_none_or(|number| number.as_str() == own)
    })
}

/// What is done in the sentences of an article's paragraph, "it" being the Council of the one before.
fn of_sentences(reader: &Reader, text: &str) -> Vec<Deed> {
    let mut goes_on = false;
    let mut deeds = Vec::new();
    for sentence in sentences(text) {
        let words = &text[sentence.clone()];
        let it = |found: &&Found| IT.is_match(&words[..found.range.start]);
        let acts = reader.lexicon.cues_in("acts", words);
        let by_it = acts.iter().find(it).filter(|_| goes_on);
        goes_on =
            is_of_council(reader, words) || goes_on && words.starts_with("It ") || by_it.is_some();
        let from = by_it.map(|found| found.range.start);
        let by_acts = of_sentence(reader, text, sentence.clone(), from);
        if by_acts.is_empty() {
            deeds.extend(of_sides(text, sentence));
        }
        deeds.extend(by_acts);
    }
    deeds
}

/// What the Council or the resolution does in a sentence: "after recalling", "the Council decided",
/// or what "it" does from a place on; else who is asked or allowed something, which it does too.
fn of_sentence(
    reader: &Reader,
    text: &str,
    sentence: Range<usize>,
    by_it: Option<usize>,
) -> Vec<Deed> {
    let words = &text[sentence.clone()];
    let own = reader.number.to_string();
    // Other resolutions do nothing here.
    let is_own = |number: Option<Match>| number.is_none_or(|number| number.as_str() == own);
    let mut actors = ACTOR.captures_iter(words);
    let actor = actors.find(|actor| is_own(actor.name("number")));
    let actor = actor.map(|actor| actor.get_match().end()).or(by_it);
    let mut found = reader.lexicon.cues_in("acts", words);
    found.retain(|found| {
        let is_past = words[found.range.clone()].ends_with("ed")
            && PASSIVE.is_match(&words[found.range.end..]);
        let before = &words[..found.range.start];
        let is_noun = is_noun(&words[found.range.clone()]) && IN_NOUN.is_match(before);
        let is_earlier = BEFORE_NOW.is_match(before) && !AFTER_IT_HAD.is_match(before);
        !(is_past || is_noun || is_earlier)
    });
    let starts = found.iter().map(|found| sentence.start + found.range.start);
    let ends: Vec<usize> = starts.skip(1).chain([sentence.end]).collect();
    let deed = |(found, end): (&Found, usize)| {
        let verb = &words[found.range.clone()];
        let first = verb.split(' ').next().unwrap_or_default();
        let of_actor = |actor| first.ends_with("ing") || found.range.start >= actor;
        let acts = actor.is_some_and(of_actor) || is_asked(reader, words, found);
        acts.then(|| Deed {
            acts: vec![reader.lexicon.concept(found).path.clone()],
            words: sentence.start + found.range.start..end,
            object: sentence.start + found.range.end,
        })
    };
    found.iter().zip(ends).filter_map(deed).collect()
}

/// Whether a form of a verb may be a noun: "calls for".
fn is_noun(verb: &str) -> bool {
    verb.split(' ')
        .next()
        .is_some_and(|first| first.ends_with('s'))
}

/// Whether somebody is asked or allowed something in the passive, by nobody else than the Council.
fn is_asked(reader: &Reader, words: &str, found: &Found) -> bool {
    let act = &reader.lexicon.concept(found).path;
    let asks = reader.lexicon.is_within(act, "act/requesting") || act == "act/authorize";
    let behind = &words[found.range.end..];
    asks && ASKED.is_match(&words[..found.range.start])
        && words[found.range.clone()].contains("ed")
        && TO_DO.is_match(behind)
}

/// Acts with nothing between them take the object of the last.
fn joined(text: &str, deeds: impl Iterator<Item = Deed>) -> Vec<Deed> {
    let mut joined: Vec<Deed> = Vec::new();
    for mut deed in deeds {
        let before = joined.pop_if(|last| {
            last.words.end <= deed.words.start
                && JOINED.is_match(&text[last.object..deed.words.start])
        });
        if let Some(before) = before {
            deed.acts.extend(before.acts);
            deed.words.start = before.words.start;
        }
        joined.push(deed);
    }
    joined
}
