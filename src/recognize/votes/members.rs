//! The members that a text on a vote names, and what they did.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use strsim::normalized_damerau_levenshtein;

use crate::facts::{Choice, Entity};
use crate::lexicon::{Concept, Lexicon};
use crate::pattern::regex;

/// What a member does in a vote, behind its name.
static DID: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:(?P<abstain>abstain(?:ed|ing))|(?P<absent>(?:(?:was|were|being) )?absent)|(?P<no>vot(?:ed|ing) against)|(?P<yes>vot(?:ed|ing) (?:in favou?r|for))|(?P<part>(?:(?:did|does|do) )?not (?:participat\w+|tak\w+ part|vot\w+)|present (?:and|but) not voting|(?:took|taking|takes) no part|chose not to (?:vote|participate)))\b",
    )
});
/// "with abstentions from Czechoslovakia and the Soviet Union", without their number.
static ABSTENTIONS: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\b(?:with|and) (?:the )?abstentions? (?:from|by|of) (?P<named>[^.;]*)")
});
/// "One member (Yemen) did not participate", "Two members (China and Iraq)".
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| regex(r"\((?P<named>[^()]*)\)\s*,?\s*$"));
/// What may stand between the names of a list.
static BETWEEN: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\W*(?:and|as well as)?\W*(?:the\s+)?$"));
static COMMA: LazyLock<Regex> = LazyLock::new(|| regex(r"\s*[,;()]\s*"));
static SEPARATOR: LazyLock<Regex> = LazyLock::new(|| regex(r"\s*(?:[,;()]|\band\b)\s*"));
/// What may stand between a name and what its bearer did: "China, a permanent member, abstained".
static BEFORE_DEED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:, [^,.;()]{3,80},)?(?:,| among them| both| all| each| which| who| had| was present but| were present but|\s)*$",
    )
});
/// What may stand before a name of a list, back to the name before it, and behind it.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?:^|[,;:.()\[\]–-])\W*(?:(?:and|as well as|by|from)\s)?\s*(?:the\s+)?$")
});
static BEHIND: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\s*(?:$|[,;:.()\[\]–-]|and\b|as well\b|of Great\b)"));
/// Signs that a scanner sets inside a name: "United. Kingdom", "Great Britain’ and".
static STRAY: LazyLock<Regex> = LazyLock::new(|| regex(r"[a-z](?P<sign>[.’‘'|_])\s"));

/// What precedes the member that a sentence is about: "The Government of".
static OPENS: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?:The )?(?:(?:Government|representative|delegation) of (?:the )?)?$")
});

/// What "it" does in a sentence: "It voted against this one".
pub(super) fn deed_of_it(sentence: &str) -> Option<Choice> {
    let deed = sentence.strip_prefix("It ")?;
    let found = DID.captures(deed)?;
    (found.get_match().start() == 0).then(|| choice_of(&found))
}

/// The member that a sentence is about, which the "it" of the next stands for.
pub(super) fn subject_of(sentence: &str, lexicon: &Lexicon) -> Option<Range<usize>> {
    let (range, _) = lexicon.states_in(sentence).into_iter().next()?;
    OPENS.is_match(&sentence[..range.start]).then_some(range)
}

/// The lists of members before what they did, with what it was.
pub(super) fn deeds_in(text: &str, lexicon: &Lexicon) -> Vec<(Range<usize>, Choice)> {
    let mut deeds = Vec::new();
    for found in ABSTENTIONS.captures_iter(text) {
        let named = found.name("named").map(|named| named.range());
        deeds.extend(named.map(|named| (named, Choice::Abstain)));
    }
    for found in DID.captures_iter(text) {
        let at = found.get_match().start();
        let choice = choice_of(&found);
        let named = BRACKETED
            .captures(&text[..at])
            .and_then(|found| found.name("named"));
        let named = named
            .map(|named| named.range())
            .or_else(|| list_before(text, at, lexicon));
        deeds.extend(named.map(|named| (named, choice)));
    }
    deeds
}

fn choice_of(found: &Captures) -> Choice {
    let kinds = [
        ("abstain", Choice::Abstain),
        ("absent", Choice::Absent),
        ("no", Choice::No),
        ("yes", Choice::Yes),
    ];
    let said = kinds
        .into_iter()
        .find(|(kind, _)| found.name(kind).is_some());
    said.map_or(Choice::NotParticipating, |(_, choice)| choice)
}

/// The list of states that ends right before a place.
fn list_before(text: &str, end: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let states = lexicon.states_in(&text[..end]);
    let (last, _) = states.last()?;
    if !BEFORE_DEED.is_match(&text[last.end..end]) {
        return None;
    }
    let mut start = last.start;
    for (range, _) in states.iter().rev().skip(1) {
        if !BETWEEN.is_match(&text[range.end..start]) {
            break;
        }
        start = range.start;
    }
    Some(start..last.end)
}

/// The states of a list: whole names between its commas, so that a misread name is left out
/// rather than read as another that it contains.
pub(super) fn listed_in(text: &str, lexicon: &Lexicon) -> Vec<(Range<usize>, Entity)> {
    let (clean, places) = without_strays(text);
    let states = lexicon.states_in(&clean);
    let ends = [0]
        .into_iter()
        .chain(states.iter().map(|(range, _)| range.end));
    let starts = states
        .iter()
        .skip(1)
        .map(|(range, _)| range.start)
        .chain([clean.len()]);
    ends.zip(starts)
        .zip(&states)
        .filter(|((before, after), (range, _))| {
            BEFORE.is_match(&clean[*before..range.start])
                && BEHIND.is_match(&clean[range.end..*after])
        })
        .map(|(_, (range, state))| {
            (
                places[range.start]..places[range.end - 1] + 1,
                state.clone(),
            )
        })
        .collect()
}

/// Misread names in a list of members, mended where one member of the Council of the day, and no
/// other, has a name much like it: "Norwey" when Norway sat on it.
pub(super) fn misread_in(
    text: &str,
    council: &[&Concept],
    lexicon: &Lexicon,
) -> Vec<(Range<usize>, Entity)> {
    let read = listed_in(text, lexicon);
    let is_read = |piece: &Range<usize>| {
        read.iter()
            .any(|(range, _)| range.start < piece.end && piece.start < range.end)
    };
    let start = |piece: &str| piece.as_ptr() as usize - text.as_ptr() as usize;
    let within = |piece: &str| start(piece)..start(piece) + piece.len();
    let mut misread: Vec<(Range<usize>, Entity)> = Vec::new();
    // Names with "and" in them first: "United Kingclom of Great Britain and Northern Ireland".
    for piece in COMMA.split(text).chain(SEPARATOR.split(text)).map(within) {
        let taken = |(range, _): &(Range<usize>, Entity)| {
            range.start < piece.end && piece.start < range.end
        };
        if !piece.is_empty()
            && !is_read(&piece)
            && !misread.iter().any(taken)
            && let Some(member) = meant(&text[piece.clone()], council)
        {
            misread.push((piece, member));
        }
    }
    misread
}

/// The one member whose name is most like a misread one, under that name.
fn meant(name: &str, council: &[&Concept]) -> Option<Entity> {
    const ENOUGH: f64 = 0.7;
    const APART: f64 = 0.1;
    let likeness = |known: &String| normalized_damerau_levenshtein(name, known);
    let mut alike: Vec<(f64, Entity)> = council
        .iter()
        .filter_map(|member| {
            let names = member.names().iter();
            let (best, known) = names
                .map(|known| (likeness(known), known))
                .max_by(|(a, _), (b, _)| a.total_cmp(b))?;
            (best >= ENOUGH).then(|| (best, member.entity(known)))
        })
        .collect();
    alike.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let next = alike.get(1).map_or(0.0, |(next, _)| *next);
    let (best, member) = alike.into_iter().next()?;
    (best - next >= APART).then_some(member)
}

/// A text without stray signs inside names, and where its bytes stand in the text.
fn without_strays(text: &str) -> (String, Vec<usize>) {
    let signs: Vec<_> = STRAY
        .captures_iter(text)
        .filter_map(|found| found.name("sign"))
        .map(|sign| sign.range())
        .collect();
    let mut clean = String::new();
    let mut places = Vec::new();
    for (at, c) in text.char_indices() {
        if !signs.iter().any(|sign| sign.contains(&at)) {
            clean.push(c);
            places.extend(at..at + c.len_utf8());
        }
    }
    (clean, places)
}
