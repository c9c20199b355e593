//! How a resolution cites others: recalls, reaffirms, extends or ends what they provide.
//!
//! Which acts and words make which type is said in `ontology/citations.ttl`; what is here is how
//! a text puts an act, a reference and the words between them together.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::{CitedParagraph, Stated, TypedCitation, gather};
use crate::lexicon::{CITATION, Concept};
use crate::pattern::regex;
use crate::recognize::citations::resolutions_in;
use crate::recognize::deeds::{Deed, deeds};
use crate::recognize::reader::Reader;

/// The words of a reference before its first number: "paragraphs 2 and 3 of its resolution".
static BEFORE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let number = r"[0-9]{1,2}(?: ?\([0-9a-z -]+\))*";
    let of = r"(?:(?:all|the|its|their|this|that|of|said|relevant|previous|earlier|other|above-mentioned|United|Nations|Security|Council|Council['’]s) )*";
    regex(&format!(
        r"(?i)\b(?:{of}(?:provisions|terms|requirements|principles|objectives|demands)(?: (?:of|in|contained in|set out in|set forth in))? )?(?:{of}(?:operative )?(?P<paragraphs>paragraphs? {number}(?:(?:, and |, | and | or | to |-){number})*),? of )?{of}resolutions? (?:no\. ?)?$"
    ))
});
/// Between numbers of one list: "1 (1990) of 3 May 1990, 2 (1991) and 3 (1992)".
static BETWEEN_NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:,? ?of (?:the )?\w{1,3}(?: and \w{1,2})?(?: [A-Z][a-z]+)?(?: [0-9]{4})?)?[,.;]?(?: ?(?:and|and in|to|through|as well as|of)\b)?(?: (?:its|the|Security|Council|[Rr]esolutions?))* $",
    )
});
/// What may stand between an act and its object.
static BEFORE_OBJECT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:,? ?(?:also|further|again|once (?:more|again)|in this (?:regard|context|connection)|in particular|inter alia|especially|specifically|moreover|its|[a-z]+ly),?)* ?(?:that,? (?:in|by|under) )?$",
    )
});
/// Behind another thing in the list of an act's objects: "Recalling the agreement and its".
static AFTER_ANOTHER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^[^;:]*[\p{L}\p{N})’'](?:, | and |, and | as well as |, as well as |:)(?: ?(?:also|in particular|particularly|specifically|especially|including|inter alia|notably|most recently|and|,|:))* ?$",
    )
});
/// What makes a list of objects one of something else.
static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\b(?:that|which|whereby|who|whose|where|when|to [a-z]+|implement[a-z]*|compliance)\b")
});
static NOT: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(?:not|without|nor)(?: to)? ?$"));
static PARAGRAPH_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\b(?P<first>[0-9]{1,2})(?: ?\([^)]*\))*(?: to (?P<last>[0-9]{1,2}))?\b")
});

/// A reference to resolutions in one breath.
struct Reference {
    range: Range<usize>,
    numbers: Vec<(Range<usize>, u32)>,
}

/// The citations whose way the text says, each way once for each resolution.
#[must_use]
pub fn citation_types(reader: &Reader) -> Vec<Stated<TypedCitation>> {
    let mut facts: Vec<Stated<TypedCitation>> = Vec::new();
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        let references = references(text, reader.number);
        if references.is_empty() {
            continue;
        }
        for deed in deeds(reader, block) {
            let within = |reference: &&Reference| {
                deed.object <= reference.range.start && reference.range.end <= deed.words.end
            };
            for reference in references.iter().filter(within) {
                for (concept, words) in types(reader, text, &deed, reference) {
                    for (place, number) in &reference.numbers {
                        let citation = TypedCitation {
                            kind: concept.path.clone(),
                            property: concept.property.clone().unwrap_or_default(),
                            number: *number,
                        };
                        let words = words.start.min(place.start)..words.end.max(place.end);
                        let fact = reader.stated(citation, &content.passage, words);
                        gather(&mut facts, fact, PartialEq::eq);
                    }
                }
            }
        }
    }
    facts
}

/// The ways in which an act cites, each with the words from the first that say so.
fn types<'a>(
    reader: &Reader<'a>,
    text: &str,
    deed: &Deed,
    reference: &Reference,
) -> Vec<(&'a Concept, Range<usize>)> {
    let is_by = |concept: &&Concept| {
        let mut pairs = deed
            .acts
            .iter()
            .flat_map(|act| concept.by_acts.iter().map(move |by| (act, by)));
        pairs.any(|(act, by)| reader.lexicon.is_within(act, by))
    };
    let of_scheme = reader.lexicon.concepts_of("citations");
    let of_objects = of_scheme.filter(|concept| !concept.has_cues());
    let mut types: Vec<(&Concept, Range<usize>)> = Vec::new();
    if is_object(&text[deed.object..reference.range.start]) {
        let words = deed.words.start..reference.range.start;
        types.extend(
            of_objects
                .filter(is_by)
                .map(|concept| (concept, words.clone())),
        );
    }
    let masked = masked(&text[..deed.words.end], &reference.range);
    let cued = reader
        .lexicon
        .phrases_in("citations", &masked[deed.words.start..]);
    for (found, concept) in cued {
        let words = deed.words.start + found.start..deed.words.start + found.end;
        if is_by(&concept) && !NOT.is_match(&text[..words.start]) {
            types.push((concept, words));
        }
    }
    types
}

/// Whether a reference behind some words is an object of the act before them.
fn is_object(between: &str) -> bool {
    BEFORE_OBJECT.is_match(between) || AFTER_ANOTHER.is_match(between) && !CLAUSE.is_match(between)
}

/// A text with a reference in it replaced by its sign, every other word at its place.
fn masked(text: &str, reference: &Range<usize>) -> String {
    let blanks = " ".repeat(reference.len().saturating_sub(CITATION.len()));
    [
        &text[..reference.start],
        CITATION,
        &blanks,
        &text[reference.end..],
    ]
    .concat()
}

/// The references to other resolutions in a text.
fn references(text: &str, own: u32) -> Vec<Reference> {
    let mut references: Vec<Reference> = Vec::new();
    for (range, number) in resolutions_in(text) {
        if let Some(last) = references.last_mut()
            && BETWEEN_NUMBERS.is_match(&text[last.range.end..range.start])
        {
            last.range.end = range.end;
            last.numbers.push((range, number));
            continue;
        }
        let before = BEFORE_NUMBER.find(&text[..range.start]);
        references.push(Reference {
            range: before.map_or(range.start, |before| before.start())..range.end,
            numbers: vec![(range, number)],
        });
    }
    for reference in &mut references {
        reference.numbers.retain(|(_, number)| *number != own);
    }
    references.retain(|reference| !reference.numbers.is_empty());
    references
}

/// The operative paragraphs of other resolutions that a text cites by their numbers.
#[must_use]
pub fn paragraphs_in(text: &str) -> Vec<(Range<usize>, CitedParagraph)> {
    let mut found = Vec::new();
    for (range, resolution) in resolutions_in(text) {
        let Some(before) = BEFORE_NUMBER.captures(&text[..range.start]) else {
            continue;
        };
        let Some(paragraphs) = before.name("paragraphs") else {
            continue;
        };
        for numbers in PARAGRAPH_NUMBER.captures_iter(paragraphs.as_str()) {
            let number = |name| {
                numbers
                    .name(name)
                    .and_then(|n| n.as_str().parse::<u32>().ok())
            };
            let Some(first) = number("first") else {
                continue;
            };
            for paragraph in first..=number("last").unwrap_or(first) {
                let words = paragraphs.start()..range.end;
                found.push((
                    words,
                    CitedParagraph {
                        resolution,
                        paragraph,
                    },
                ));
            }
        }
    }
    found
}
