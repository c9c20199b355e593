//! Article extracts: a title, an infobox as a list, a lead, sections.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Block, Field, Role};
use crate::passage::Passage;
use crate::pattern::regex;
use crate::source::{Parts, lines};

static FIELD: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\s*[-–*•]\s*(?P<name>[A-Za-z][A-Za-z _]*?)\s*:(?P<value>.*)$"));
static HEADING: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\s*={2,6}\s*(?P<title>.*?)\s*={2,6}\s*$"));
static ITEM: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\s*(?:\((?P<bracketed>[a-z]{1,4}|[0-9]{1,2})\)|(?P<plain>[a-z]|[0-9]{1,2})[.)]|(?P<bullet>[-–*•]))\s+",
    )
});
static ROMAN: LazyLock<Regex> = LazyLock::new(|| regex("^[ivx]+$"));
/// Sections that state nothing about the resolution.
static APPARATUS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:see also|references|notes?|footnotes|external links|further reading|sources|bibliography|citations|works cited)$",
    )
});

/// Where in an article a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Infobox,
    Lead,
    Section,
    Apparatus,
}

/// Reads the structure of an article.
pub(super) fn read(text: &str) -> Parts {
    let mut reader = Reader {
        text,
        part: Part::Lead,
        fields: Vec::new(),
        blocks: Vec::new(),
        open: None,
    };
    let mut title = None;
    for (range, line) in lines(text) {
        if title.is_none() && !line.trim().is_empty() {
            title = Some(Passage::new(text, inner(&range, line)));
        } else {
            reader.line(range, line);
        }
    }
    reader.close();
    Parts {
        title: title.unwrap_or_default(),
        fields: reader.fields,
        blocks: reader.blocks,
    }
}

/// The part of a title line between its equals signs.
fn inner(range: &Range<usize>, line: &str) -> Range<usize> {
    let start = line.len() - line.trim_start_matches(['=', ' ', '\t']).len();
    let end = line.trim_end_matches(['=', ' ', '\t']).len();
    range.start + start..range.start + end.max(start)
}

struct Reader<'a> {
    text: &'a str,
    part: Part,
    fields: Vec<Field>,
    blocks: Vec<Block>,
    /// A block that goes on until a blank line or another one.
    open: Option<(Role, Range<usize>)>,
}

impl Reader<'_> {
    fn line(&mut self, range: Range<usize>, line: &str) {
        if line.trim().is_empty() {
            self.close();
            if self.part == Part::Infobox && !self.fields.is_empty() {
                self.part = Part::Lead;
            }
        } else if line.trim().eq_ignore_ascii_case("infobox") && self.fields.is_empty() {
            self.part = Part::Infobox;
        } else if self.part == Part::Infobox {
            self.infobox(range, line);
        } else if let Some(heading) = HEADING.captures(line) {
            self.close();
            let apparatus = APPARATUS.is_match(&heading["title"]);
            self.part = if apparatus {
                Part::Apparatus
            } else {
                Part::Section
            };
            self.open = Some((Role::Heading, inner(&range, line)));
            self.close();
        } else if let Some((marker, start)) = self.item(line) {
            self.close();
            let level = self.level(&marker);
            self.open = Some((Role::Item { marker, level }, range.start + start..range.end));
        } else if let Some((_, open)) = &mut self.open {
            open.end = range.end;
        } else {
            let role = match self.part {
                Part::Apparatus => Role::Apparatus,
                Part::Section => Role::Paragraph,
                Part::Lead | Part::Infobox => Role::Lead,
            };
            self.open = Some((role, range));
        }
    }

    /// A field, or more of the one before.
    fn infobox(&mut self, range: Range<usize>, line: &str) {
        if let Some(field) = FIELD.captures(line)
            && let Some(value) = field.name("value")
        {
            let value = range.start + value.start()..range.start + value.end();
            let value = Passage::new(self.text, value);
            self.fields.push(Field {
                name: field["name"].to_owned(),
                value,
            });
        } else if let Some(field) = self.fields.last_mut() {
            let empty = field.value.text().is_empty();
            let start = if empty {
                range.start
            } else {
                field.value.whole().start
            };
            field.value = Passage::new(self.text, start..range.end);
        } else {
            self.part = Part::Lead;
            self.line(range, line);
        }
    }

    /// The marker of a list item and where its text begins.
    fn item(&self, line: &str) -> Option<(String, usize)> {
        if self.part == Part::Apparatus {
            return None;
        }
        let item = ITEM.captures(line)?;
        let marker = ["bracketed", "plain", "bullet"]
            .into_iter()
            .find_map(|name| item.name(name))?;
        Some((marker.as_str().to_owned(), item.get_match().end()))
    }

    /// Roman numerals are items of an item, unless they follow the letters: (h), (i).
    fn level(&self, marker: &str) -> u8 {
        let previous = self
            .blocks
            .iter()
            .rev()
            .find_map(|block| match &block.role {
                Role::Item { marker, level: 1 } => Some(marker.as_str()),
                _ => None,
            });
        let in_list = matches!(
            self.blocks.last(),
            Some(Block {
                role: Role::Item { .. },
                ..
            })
        );
        let follows = previous.is_some_and(|p| p.len() == 1 && marker.len() == 1 && p < marker);
        if in_list && ROMAN.is_match(marker) && !follows {
            2
        } else {
            1
        }
    }

    fn close(&mut self) {
        if let Some((role, range)) = self.open.take() {
            let passage = Passage::new(self.text, range);
            self.blocks.push(Block::new(role, passage));
        }
    }
}
