//! Measures that a resolution imposes.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::Role;
use crate::facts::{Entity, Stated};
use crate::pattern::regex;
use crate::recognize::acts::{act, decides};
use crate::recognize::reader::{Reader, sentences};

/// Words by which a clause imposes something.
static IMPOSES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:shall\b[^.;]{0,80}?:?\s*(?:prevent|prohibit|freeze|deny|refrain|sever|reduce|halt|impose|implement|not|take|withdraw|interrupt|suspend|restrict|cease|ban)\b|\bshall:?\s*$|impos(?:e|es|ed|ing)\b|prohibit(?:s|ed)?\b|bann?(?:ed|s)?\b|establish\w* a|froze\b|embargo)",
    )
});
/// Words by which it speaks of measures that are there already or that go.
static NOT_NOW: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:lift\p{L}*|terminat\p{L}*|suspend\p{L}*|shall not apply|shall no longer apply|exempt\p{L}*|violat\p{L}*|imposed (?:by|in|under|pursuant)|previously|recall\p{L}*|renew\p{L}*|extend\p{L}*|already|permit\p{L}*|authori[sz]\p{L}*)\b",
    )
});

/// The measures that a document says its resolution imposes, each once.
#[must_use]
pub fn measures(reader: &Reader) -> Vec<Stated<Entity>> {
    let mut facts: Vec<Stated<Entity>> = Vec::new();
    for (block, content) in reader.prose() {
        if !imposes(reader, block) {
            continue;
        }
        let text = content.passage.text();
        for sentence in sentences(text) {
            let words = &text[sentence.clone()];
            let listed = matches!(content.role, Role::Item { .. });
            if !listed && !IMPOSES.is_match(words) || NOT_NOW.is_match(words) {
                continue;
            }
            for found in reader.lexicon.cues_in("measures", words) {
                let concept = reader.lexicon.concept(&found);
                let range = sentence.start + found.range.start..sentence.start + found.range.end;
                if !facts.iter().any(|fact| fact.value.path == concept.path) {
                    let entity = concept.entity(&concept.label);
                    facts.push(reader.stated(entity, &content.passage, range));
                }
            }
        }
    }
    facts
}

/// Whether the paragraph that a block belongs to is one by which the Council imposes.
fn imposes(reader: &Reader, block: usize) -> bool {
    let paragraph = reader.paragraph_of(block);
    let text = paragraph.passage.text();
    match paragraph.role {
        Role::Operative { .. } => {
            let decides = act(text, reader.lexicon).and_then(|act| act.concept);
            decides.is_some_and(|path| reader.lexicon.is_within(&path, "act/deciding"))
                && IMPOSES.is_match(text)
        }
        _ => decides(reader, block),
    }
}
