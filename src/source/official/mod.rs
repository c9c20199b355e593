//! Official texts of resolutions: title, recitals, operative paragraphs, closing line, footnotes.
//!
//! The texts are printed in columns and were scanned: lines break anywhere, footnotes stand where
//! the page ended, numbers and markers are misread. First come paragraphs, then their numbers by
//! their sequence, then their roles.

mod closing;
mod footnotes;
mod furniture;
mod lists;
mod numbering;
mod openings;
mod paragraphs;
mod roles;
pub(crate) mod title;

use crate::document::{Block, Role};
use crate::passage::Passage;
use crate::source::{Parts, lines};

/// Reads the structure of an official text that has a title.
pub(super) fn read(text: &str) -> Parts {
    let Some(title) = title::find(text) else {
        return Parts::default();
    };
    let mut blocks = before_title(text, title.range.start);
    if let Some(adopted) = title.adopted {
        let passage = closing::mended(&Passage::new(text, adopted));
        blocks.push(Block::new(Role::Closing, passage));
    }
    let mut paragraphs = paragraphs::split(text, title.end);
    footnotes::cut_calls(text, &mut paragraphs);
    blocks.extend(roles::assign(text, &paragraphs));
    Parts {
        title: Passage::new(text, title.range),
        fields: Vec::new(),
        blocks,
    }
}

/// Lines before the title: the head of the page, the subject.
fn before_title(text: &str, end: usize) -> Vec<Block> {
    let filled = lines(text).filter(|(range, line)| range.start < end && !line.trim().is_empty());
    filled
        .map(|(range, line)| {
            let role = if furniture::is_masthead(line) {
                Role::Apparatus
            } else {
                Role::Preface
            };
            Block::new(role, Passage::new(text, range))
        })
        .collect()
}
