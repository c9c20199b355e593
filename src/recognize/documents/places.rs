//! Where a text names documents: by their symbols, or by the marks of footnotes that have them.

use std::ops::Range;

use crate::document::{Block, Role};
use crate::facts::Evidence;
use crate::recognize::reader::Reader;
use crate::symbol::{Symbol, symbols_in};

/// Where documents are named at one place of a block.
pub(super) struct Place<'a> {
    pub(super) block: usize,
    /// The words of the symbols in the block, or the mark of a footnote that has them.
    pub(super) range: Range<usize>,
    pub(super) symbols: Vec<(Symbol, Evidence)>,
    pub(super) content: &'a Block,
}

impl Place<'_> {
    /// Whether one document is named, with its addenda and corrigenda perhaps, which bear other days.
    pub(super) fn is_one(&self) -> bool {
        let mut symbols = self.symbols.iter().map(|(symbol, _)| &symbol.normal);
        symbols.next().is_some_and(|first| {
            let is_of_first = |other: &String| {
                let suffix = other.strip_prefix(first.as_str());
                suffix.is_some_and(|suffix| suffix.starts_with('/'))
            };
            symbols.all(is_of_first)
        })
    }
}

/// Where documents are named, in the order of the text; those of footnotes whose mark was not
/// found come last, without a place in a paragraph.
pub(super) fn places<'a>(reader: &Reader<'a>) -> Vec<Place<'a>> {
    let blocks = &reader.document.blocks;
    let mut places = Vec::new();
    let mut called = Vec::new();
    for (block, content) in blocks.iter().enumerate() {
        if matches!(content.role, Role::Footnote { .. } | Role::Apparatus) {
            continue;
        }
        let mut of_block: Vec<Place> = Vec::new();
        if content.role.is_prose() {
            for (range, symbol) in symbols_in(content.passage.text()) {
                let evidence = reader.evidence(&content.passage, range.clone());
                of_block.push(Place {
                    block,
                    range,
                    symbols: vec![(symbol, evidence)],
                    content,
                });
            }
        }
        for call in &content.calls {
            let Some(note) = note_of(blocks, block, &call.marker) else {
                continue;
            };
            called.push(note);
            of_block.push(Place {
                block,
                range: call.at..call.at,
                symbols: symbols_of(reader, &blocks[note]),
                content,
            });
        }
        of_block.sort_by_key(|place| place.range.start);
        places.append(&mut of_block);
    }
    for (block, content) in blocks.iter().enumerate() {
        if matches!(content.role, Role::Footnote { .. }) && !called.contains(&block) {
            places.push(Place {
                block,
                range: 0..0,
                symbols: symbols_of(reader, content),
                content,
            });
        }
    }
    places.retain(|place| !place.symbols.is_empty());
    places
}

/// The symbols that a footnote names.
fn symbols_of(reader: &Reader, note: &Block) -> Vec<(Symbol, Evidence)> {
    let found = symbols_in(note.passage.text()).into_iter();
    let evident = found.map(|(range, symbol)| (symbol, reader.evidence(&note.passage, range)));
    evident.collect()
}

/// The footnote that a mark in a block calls: the only one with that marker, else the next.
fn note_of(blocks: &[Block], block: usize, marker: &str) -> Option<usize> {
    let is_it = |(_, other): &(usize, &Block)| matches!(&other.role, Role::Footnote { marker: own } if own == marker);
    let mut notes = blocks.iter().enumerate().filter(is_it).map(|(at, _)| at);
    let first = notes.next()?;
    match notes.next() {
        None => Some(first),
        Some(second) => [first, second]
            .into_iter()
            .chain(notes)
            .find(|at| *at > block),
    }
}
