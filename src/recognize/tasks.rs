//! Items of lettered lists under a decision: mandates, duties, measures; the letters may stand
//! below numbers.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::Role;
use crate::facts::{Stated, Task};
use crate::pattern::regex;
use crate::recognize::acts::decides;
use crate::recognize::reader::Reader;
use crate::recognize::scenes::Scene;

static LETTER: LazyLock<Regex> = LazyLock::new(|| regex(r"^[a-z]{1,2}$"));

/// The tasks of a document, in their order, each with the block that it is.
#[must_use]
pub fn tasks(reader: &Reader, scenes: &[Scene]) -> Vec<(usize, Stated<Task>)> {
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
            .map(|mention| mention.mission.clone());
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
