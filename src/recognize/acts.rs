//! Acts: the verbs by which the Council recites, decides and asks, alone or in a chain.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Block, Role};
use crate::facts::Part;
use crate::lexicon::{Concept, Lexicon};
use crate::passage::Passage;
use crate::pattern::regex;
use crate::recognize::reader::Reader;

/// What may stand before the verb: the Council's name, adverbs, "once again".
static BEFORE_VERB: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:(?i:the security council|therefore|and|accordingly|hereby|also|further|furthermore|once (?:again|more)|again|in this (?:regard|context|connection)|to this end|[a-z]+ly),? )+",
    )
});
/// Adverbs between a verb and what makes it an act: "Calls once again upon", "Remains deeply
/// concerned"; a scanner sets stray points.
static PARTICLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?P<verb>[\p{L}-]+)(?P<between>(?: (?:[.]|also|once|again|more|further|urgently|strongly|therefore|in particular|[a-z]+ly))+) (?P<particle>[a-z]+)\b",
    )
});
static FIRST_WORD: LazyLock<Regex> = LazyLock::new(|| regex(r"^[\p{L}-]+"));
/// Where a chain of acts may go on: "condemns ... and demands ...; Further requests ...".
static CHAIN: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:[;,:.] (?:and )?| and )"));
/// What an item of a list after "Decides:" begins with: "To call upon ...".
static INFINITIVE: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?i:to) (?P<verb>[\p{L}-]+)"));

/// Headings of sections on what was before a resolution or came after it.
static OTHER_TIMES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:background|history|context|origins?|events|aftermath|reactions?|responses?|outcome|consequences|legacy|later|subsequent|developments?|implementation|follow-up|since|today)\b",
    )
});

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

impl Act {
    /// Whether it belongs to a group of acts: `act/requesting`.
    #[must_use]
    pub fn is_within(&self, group: &str, lexicon: &Lexicon) -> bool {
        let concept = self.concept.as_deref();
        concept.is_some_and(|path| lexicon.is_within(path, group))
    }
}

/// The part of a resolution that a paragraph stands in, if it is a clause.
#[must_use]
pub fn part_of(role: &Role) -> Option<Part> {
    match role {
        Role::Recital => Some(Part::Preamble),
        Role::Operative { .. } => Some(Part::Operative),
        _ => None,
    }
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

/// The acts of a clause, each with the words from it to the next: the one that opens it, and those
/// that follow in the same form of the verb.
#[must_use]
pub fn chain(text: &str, part: Part, lexicon: &Lexicon) -> Vec<(Act, Range<usize>)> {
    let mut acts: Vec<Act> = act(text, lexicon).into_iter().collect();
    let Some(first) = acts.first().map(|act| act.words.end) else {
        return Vec::new();
    };
    for link in CHAIN.find_iter(text).filter(|link| link.start() >= first) {
        let rest = &text[link.end()..];
        let adverbs = BEFORE_VERB.find(rest).map_or(0, |before| before.end());
        let next = known_act(text, link.end() + adverbs, lexicon);
        let latest = acts.last().map_or(first, |act| act.words.end);
        if let Some(next) = next.filter(|next| next.words.start >= latest)
            && is_of_form(&next, part)
        {
            acts.push(next);
        }
    }
    let starts = acts.iter().map(|act| act.words.start);
    let ends: Vec<usize> = starts.skip(1).chain([text.len()]).collect();
    let words = |(act, end): (Act, usize)| {
        let words = act.words.start..text[..end].trim_end().len();
        (act, words)
    };
    acts.into_iter().zip(ends).map(words).collect()
}

/// Whether an act has the form of those of a part: "demands" in operative paragraphs; "noting" or
/// a state of mind, such as "concerned", in recitals.
fn is_of_form(act: &Act, part: Part) -> bool {
    let first = act.verb.split(' ').next().unwrap_or_default();
    let is_state = || {
        let concept = act.concept.as_deref();
        concept.is_some_and(|path| path.starts_with("act/be-"))
    };
    match part {
        Part::Operative => first.ends_with('s'),
        Part::Preamble => first.ends_with("ing") || is_state(),
    }
}

/// The act of an item of a list: "To call upon ..." is to call upon, after "Decides:".
#[must_use]
pub fn infinitive(text: &str, lexicon: &Lexicon) -> Option<Act> {
    let found = INFINITIVE.captures(text)?;
    let verb = found.name("verb")?;
    let third_person = match verb.as_str().to_lowercase() {
        verb if verb.ends_with(['s', 'x']) || verb.ends_with("ch") => format!("{verb}es"),
        verb => format!("{verb}s"),
    };
    let act = known_act(
        &format!("{third_person}{}", &text[verb.end()..]),
        0,
        lexicon,
    )?;
    let longer = third_person.len() - verb.len();
    Some(Act {
        words: verb.start()..verb.start() + act.words.end - longer,
        ..act
    })
}

/// Whether a paragraph is no more than an act, which the items of its list go on from: "Decides:".
pub(super) fn is_bare(text: &str, lexicon: &Lexicon) -> bool {
    act(text, lexicon).is_some_and(|act| !text[act.words.end..].contains(char::is_alphabetic))
}

fn act_named<'a>(verb: &str, lexicon: &'a Lexicon) -> Option<&'a Concept> {
    let found = lexicon.cues_in("acts", verb).into_iter().next()?;
    (found.range == (0..verb.len())).then(|| lexicon.concept(&found))
}

/// The act that a paragraph "1. That ..." takes from the line above the first one, "Resolves:",
/// with that line.
pub(super) fn chapeau<'a>(reader: &Reader<'a>, paragraph: usize) -> Option<(&'a Passage, Act)> {
    let mut before = reader.document.blocks[..paragraph].iter();
    let line = before.rfind(|block| {
        !matches!(
            block.role,
            Role::Operative { .. } | Role::Item { .. } | Role::Footnote { .. }
        )
    })?;
    let passage = &line.passage;
    let act = act(passage.text(), reader.lexicon)?;
    passage.text().ends_with(':').then_some((passage, act))
}

/// Whether an operative paragraph settles something or asks for it; articles have no acts and
/// always do, save where they tell of other times.
#[must_use]
pub fn decides(reader: &Reader, block: usize) -> bool {
    decides_from(reader, block).is_some()
}

/// Where in the text of a block the Council begins to settle or ask for something: at the first
/// such act of an operative paragraph ("Notes ... and decides that ..."), at the start elsewhere.
#[must_use]
pub fn decides_from(reader: &Reader, block: usize) -> Option<usize> {
    let at = reader.paragraph_at(block);
    let paragraph = reader.paragraph_of(block);
    let is_deciding = |act: &Act| {
        ["act/deciding", "act/requesting"]
            .iter()
            .any(|group| act.is_within(group, reader.lexicon))
    };
    match paragraph.role {
        Role::Operative { .. } => {
            let acts = chain(paragraph.passage.text(), Part::Operative, reader.lexicon);
            if acts.is_empty() {
                let (_, act) = chapeau(reader, at)?;
                return is_deciding(&act).then_some(0);
            }
            let first = acts.iter().position(|(act, _)| is_deciding(act))?;
            let start = if first == 0 || block != at {
                0
            } else {
                acts[first].0.words.start
            };
            Some(start)
        }
        Role::Lead => Some(0),
        Role::Paragraph => {
            let mut above = reader.document.blocks[..at].iter().rev();
            let heading = above.find(|block| block.role == Role::Heading);
            let is_now = |heading: &Block| !OTHER_TIMES.is_match(heading.passage.text());
            heading.is_none_or(is_now).then_some(0)
        }
        _ => None,
    }
}
