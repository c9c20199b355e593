//! The offices that a text gives to persons, before or after their names.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::forms::{ADDRESS, NAME};
use crate::lexicon::{Found, Lexicon};
use crate::pattern::regex;
use crate::recognize::names::Mention;

/// What may stand between an office and the name of its holder.
static OF_WHAT: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^(?: (?:of|for|to|in|at|on) (?:(?:the )?(?:\p{{Ll}}+ )?\p{{Lu}}[^,;.()]{{0,60}}|[^,;.()]{{1,60}},))?,? (?:(?:who )?(?:was|is|were)(?: to be)? )?(?:the late )?(?:(?:{ADDRESS}|General|Colonel)\.? )?$"
    ))
});
/// What may stand between a name and the office of its bearer.
static AFTER_NAME: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: \([^)]{1,30}\)| of (?:the )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}(?: become)| to the General Assembly(?: as))?(?:, an? [^,.;]{1,40})?,? (?:(?:as|was|is|(?:was|were) (?:named|appointed|elected|chosen|made)|who was|(?:who )?(?:had )?became|who had become|(?:(?:should|shall|will|must) )?be appointed(?: as)?|appointed|to be) )?(?:(?:the|his|her|its|a|an|then|new|next|first|last|former|acting|interim) ){0,2}(?:\p{Lu}\p{Ll}+ )?$",
    )
});
/// The names of a list before another one.
static LIST_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?P<names>{NAME}(?:, {NAME})*)(?:,| and|, and) $"
    ))
});

/// The office before or after a name, and the words from the one to the other.
pub(super) fn role(
    text: &str,
    mention: &Mention,
    lexicon: &Lexicon,
) -> Option<(Found, Range<usize>)> {
    let offices = lexicon.cues_in("offices", text);
    let before = offices.iter().rev().find(|office| {
        office.range.end <= mention.range.start
            && OF_WHAT.is_match(&text[office.range.end..mention.range.start])
    });
    let after = || {
        offices.iter().find(|office| {
            office.range.start >= mention.range.end
                && AFTER_NAME.is_match(&text[mention.range.end..office.range.start])
        })
    };
    let in_list = || {
        let first = list_start(text, mention.range.start)?;
        let is_shared = |office: &&Found| {
            text[..office.range.end].ends_with('s')
                && office.range.end <= first
                && OF_WHAT.is_match(&text[office.range.end..first])
        };
        offices.iter().rev().find(is_shared)
    };
    let office = before.or_else(after).or_else(in_list)?;
    let words =
        office.range.start.min(mention.range.start)..office.range.end.max(mention.range.end);
    Some((office.clone(), words))
}

/// Where a list of names begins that goes on right before a place: "officers, A, B and C".
fn list_start(text: &str, at: usize) -> Option<usize> {
    let names = LIST_BEFORE.captures(&text[..at])?.name("names")?;
    Some(names.start())
}

/// The office of one of those who hold it: "representative" of "representatives".
pub(super) fn singular<'a>(office: &'a str, lexicon: &Lexicon) -> &'a str {
    let one = office.strip_suffix('s').unwrap_or(office);
    let is_office = |found: &Found| found.range == (0..one.len());
    let known = lexicon.cues_in("offices", one).iter().any(is_office);
    if known { one } else { office }
}
