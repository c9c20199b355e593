//! What is done act by act, in clauses, items of lists and articles alike.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Match, Regex};

use crate::document::Role;
use crate::facts::Part;
use crate::lexicon::Found;
use crate::pattern::regex;
use crate::recognize::acts::{Act, chain, chapeau, decides, infinitive, is_bare, part_of};
use crate::recognize::reader::{Reader, sentences};

/// Who acts in a sentence of an article: what others do is no deed of the Council.
static ACTOR: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b(?:[Cc]ouncil|[Rr]esolution)\b(?: (?P<number>[0-9]{1,4})\b)?"));
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
        Role::Item { .. } => of_item(reader, block).into_iter().collect(),
        Role::Lead | Role::Paragraph if decides(reader, block) => {
            let sentences = sentences(text).into_iter();
            joined(text, sentences.flat_map(|s| of_sentence(reader, text, s)))
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

/// What the Council or the resolution does in a sentence: "after recalling", "the Council decided".
fn of_sentence(reader: &Reader, text: &str, sentence: Range<usize>) -> Vec<Deed> {
    let words = &text[sentence.clone()];
    let own = reader.number.to_string();
    // Other resolutions do nothing here.
    let is_own = |number: Option<Match>| number.is_none_or(|number| number.as_str() == own);
    let mut actors = ACTOR.captures_iter(words);
    let Some(actor) = actors.find(|actor| is_own(actor.name("number"))) else {
        return Vec::new();
    };
    let actor = actor.get_match();
    let mut found = reader.lexicon.cues_in("acts", words);
    found.retain(|found| {
        let is_past = words[found.range.clone()].ends_with("ed")
            && PASSIVE.is_match(&words[found.range.end..]);
        let before = &words[..found.range.start];
        !is_past && (!BEFORE_NOW.is_match(before) || AFTER_IT_HAD.is_match(before))
    });
    let starts = found.iter().map(|found| sentence.start + found.range.start);
    let ends: Vec<usize> = starts.skip(1).chain([sentence.end]).collect();
    let deed = |(found, end): (&Found, usize)| {
        let verb = &words[found.range.clone()];
        let first = verb.split(' ').next().unwrap_or_default();
        let acts = first.ends_with("ing") || found.range.start > actor.end();
        acts.then(|| Deed {
            acts: vec![reader.lexicon.concept(found).path.clone()],
            words: sentence.start + found.range.start..end,
            object: sentence.start + found.range.end,
        })
    };
    found.iter().zip(ends).filter_map(deed).collect()
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
