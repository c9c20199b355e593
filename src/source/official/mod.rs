//! Official texts of resolutions: title, recitals, operative paragraphs, closing line, footnotes.
//!
//! The texts are printed in columns and were scanned: lines break anywhere, footnotes stand where
//! the page ended, numbers and markers are misread. First come paragraphs, then their roles.

mod paragraphs;
mod roles;
pub(crate) mod title;

use crate::passage::Passage;
use crate::source::Parts;

/// Reads the structure of an official text that has a title.
pub(super) fn read(text: &str) -> Parts {
    let title = title::find(text).map(|title| title.range).unwrap_or_default();
    let paragraphs = paragraphs::split(text, title.end);
    let mut blocks = roles::before_title(text, title.start);
    blocks.extend(roles::assign(text, paragraphs));
    Parts { title: Passage::new(text, title), fields: Vec::new(), blocks }
}
