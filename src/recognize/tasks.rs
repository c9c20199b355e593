//! Items of lettered lists under a decision: mandates, duties, measures; the letters may stand
//! below numbers.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Kind, Role};
use crate::facts::{MissionRelation, Relation, Stated, Task};
use crate::pattern::regex;
use crate::recognize::acts::decides;
use crate::recognize::missions::principal;
use crate::recognize::reader::{Reader, sentences};
use crate::recognize::scenes::Scene;

static LETTER: LazyLock<Regex> = LazyLock::new(|| regex(r"^[a-z]{1,2}$"));

/// Parts of a mission, of which an article lists the tasks: "The military component ... was:".
static PART: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:The|Its) (?:\p{Ll}+ )?(?:component|element|contingent|operation|mission|force)s?\b[^.]*:$",
    )
});

/// The tasks of a document, in their order, each with the block that it is.
#[must_use]
pub fn tasks(
    reader: &Reader,
    scenes: &[Scene],
    missions: &[Stated<MissionRelation>],
) -> Vec<(usize, Stated<Task>)> {
    let doer = principal(missions)
        .filter(|_| reader.document.kind == Kind::Article)
        .filter(|mission| mission.relation > Relation::Mentions)
        .map(|mission| &mission.mission);
    let mut facts = Vec::new();
    let mut below_number = false;
    for (index, block) in reader.prose() {
        let Role::Item { marker, level } = &block.role else {
            continue;
        };
        let is_lettered = LETTER.is_match(marker);
        if *level == 1 {
            below_number = !is_lettered;
        }
        let is_first = *level == 1 || *level == 2 && below_number;
        if !is_lettered || !is_first || !decides(reader, index) {
            continue;
        }
        let paragraph = reader.paragraph_at(index);
        let mission = scenes
            .iter()
            .filter(|scene| scene.block == paragraph)
            .flat_map(|scene| &scene.missions)
            .rfind(|mention| !mention.is_outgoing)
            .map(|mention| mention.mission.clone())
            .or_else(|| of_part(reader, paragraph).and(doer).cloned());
        let text = block.passage.text().to_owned();
        let words = 0..text.len();
        let task = Task {
            letter: marker.clone(),
            clause: reader.clause_of(index),
            text,
            mission,
        };
        facts.push((index, reader.stated(task, &block.passage, words)));
    }
    facts
}

/// The sentence before a list that makes it one of the tasks of a part of a mission.
fn of_part(reader: &Reader, paragraph: usize) -> Option<Range<usize>> {
    let text = reader.document.blocks[paragraph].passage.text();
    sentences(text)
        .pop()
        .filter(|last| PART.is_match(&text[last.clone()]))
}
