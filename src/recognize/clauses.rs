//! Recitals and operative paragraphs of official texts, each with the act that opens it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Block, Role};
use crate::facts::{Clause, Part};
use crate::lexicon::{Concept, Lexicon};
use crate::pattern::regex;
use crate::recognize::reader::Reader;

/// What may stand before the verb: the Council's name, adverbs, "once again".
static BEFORE_VERB: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:(?i:the security council|therefore|and|accordingly|hereby|also|further|furthermore|once (?:again|more)|again|in this (?:regard|context|connection)|to this end|[a-z]+ly),? )+",
    )
});
/// Stray signs and adverbs between a verb and its particle: "Calls _ on", "Calls once again upon".
static PARTICLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?P<verb>[\p{L}-]+)(?P<between>(?: (?:[_.]|also|once|again|more|further|urgently|strongly|therefore|in particular|[a-z]+ly))+) (?P<particle>upon|on|for|note|to|tribute)\b",
    )
});
static FIRST_WORD: LazyLock<Regex> = LazyLock::new(|| regex(r"^[\p{L}-]+"));

/// The act that opens a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Its words as printed less adverbs, in lower case: `calls upon`.
    pub verb: String,
    /// Where they stand.
    pub words: Range<usize>,
    /// The path of its concept, if the ontology knows the verb.
    pub concept: Option<String>,
}

/// The act that opens a text.
///
/// A verb that the ontology does not know counts only in the form of operative paragraphs, the
/// third person singular.
#[must_use]
pub fn act(text: &str, lexicon: &Lexicon) -> Option<Act> {
    if let Some(act) = known_act(text, 0, lexicon) {
        return Some(act);
    }
    let start = BEFORE_VERB.find(text).map_or(0, |before| before.end());
    known_act(text, start, lexicon).or_else(|| {
        let word = FIRST_WORD.find(&text[start..])?;
        let verb = word.as_str().to_lowercase();
        (verb.ends_with('s') && !verb.ends_with("ss") && verb.len() > 3).then(|| Act {
            verb,
            words: start..start + word.end(),
            concept: None,
        })
    })
}

fn known_act(text: &str, start: usize, lexicon: &Lexicon) -> Option<Act> {
    let rest = &text[start..];
    if let Some(parts) = PARTICLE.captures(rest) {
        let verb = format!("{} {}", &parts["verb"], &parts["particle"]).to_lowercase();
        if let Some(concept) = act_named(&verb, lexicon) {
            let words = start..start + parts.get_match().end();
            return Some(Act {
                verb,
                words,
                concept: Some(concept.path.clone()),
            });
        }
    }
    let found = lexicon
        .cues_in("acts", rest)
        .into_iter()
        .find(|found| found.range.start == 0)?;
    Some(Act {
        verb: rest[found.range.clone()].to_lowercase(),
        words: start..start + found.range.end,
        concept: Some(lexicon.concept(&found).path.clone()),
    })
}

fn act_named<'a>(verb: &str, lexicon: &'a Lexicon) -> Option<&'a Concept> {
    let found = lexicon.cues_in("acts", verb).into_iter().next()?;
    (found.range == (0..verb.len())).then(|| lexicon.concept(&found))
}

/// Whether the act of an operative paragraph settles something or asks for it; articles have no
/// acts and always pass.
#[must_use]
pub fn decides(reader: &Reader, block: usize) -> bool {
    let paragraph = reader.paragraph_of(block);
    match paragraph.role {
        Role::Operative { .. } => act(paragraph.passage.text(), reader.lexicon)
            .and_then(|act| act.concept)
            .is_some_and(|concept| {
                ["act/deciding", "act/requesting"]
                    .iter()
                    .any(|group| reader.lexicon.is_within(&concept, group))
            }),
        Role::Lead | Role::Paragraph => true,
        _ => false,
    }
}

/// The clauses of a document.
#[must_use]
pub fn clauses(reader: &Reader) -> Vec<Clause> {
    let mut recitals = 0;
    let mut clauses = Vec::new();
    for Block { role, passage } in &reader.document.blocks {
        let (part, number) = match role {
            Role::Recital => {
                recitals += 1;
                (Part::Preamble, recitals)
            }
            Role::Operative { number, .. } => (Part::Operative, *number),
            _ => continue,
        };
        let act = act(passage.text(), reader.lexicon);
        let concept = act.as_ref().and_then(|act| act.concept.clone());
        clauses.push(Clause {
            part,
            number,
            act: act.map(|act| reader.stated(act.verb, passage, act.words)),
            concept,
            text: reader.stated(passage.text().to_owned(), passage, 0..passage.text().len()),
        });
    }
    clauses
}
