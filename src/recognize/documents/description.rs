//! What the words beside a symbol say of the document.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::authors;
use super::places::Place;
use crate::facts::Entity;
use crate::lexicon::Found;
use crate::pattern::regex;
use crate::recognize::citations::resolutions_in;
use crate::recognize::names::Mentions;
use crate::recognize::reader::Reader;

/// Before the day that a document bears.
static DATED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: addressed to (?:the )?(?:President of the (?:Security )?Council|Secretary-General))?,? (?:(?:made|issued|submitted)(?: to the Security Council)? )?(?:of|dated|on) $",
    )
});
/// Before "note" where it is no noun of its own: "Taking note of".
static TAKING: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:take|takes|taking|took|taken)(?: [a-z]+)? $"));
/// Words that end what a noun before them is said of.
static BREAK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"[;:]|, and\b|\. |\band (?:of )?(?:the|its|his|their|that|to|a|an)\b|\b(?:which|who|whose|where|when|while|agreement|accords?|treaty|plan|request|invitation|proposals?|application)\b",
    )
});
/// Behind a symbol, before its day.
static DATED_BEHIND: LazyLock<Regex> = LazyLock::new(|| regex(r"^\)? (?:of|dated) $"));
/// That a document was submitted as a resolution asked.
static PURSUANT: LazyLock<Regex> = LazyLock::new(|| {
    let paragraphs = r"paragraphs? [0-9]+(?: ?\([a-z]\))?(?: and [0-9]+)* of";
    let submitted = "submitted|prepared|presented|transmitted|issued";
    regex(&format!(
        r"(?:^\)?,?|\b(?:{submitted})(?: to (?:the )?(?:Security )?Council)?)(?: (?:{submitted}))? (?:pursuant to|in accordance with|in response to|in compliance with)(?: the request (?:contained )?in)?(?: {paragraphs})?(?: the| its| Security| Council| Council['’]s| said)* resolutions? $"
    ))
});

/// What the words beside a symbol say.
#[derive(Clone, Default)]
pub(super) struct Description {
    pub(super) kind: Option<(Range<usize>, String)>,
    pub(super) author: Option<(Range<usize>, Entity)>,
    pub(super) date: Option<(Range<usize>, Date)>,
    pub(super) pursuant_to: Option<(Range<usize>, u32)>,
}

/// What the words beside a place say of the documents named there.
pub(super) fn describe(
    reader: &Reader,
    mentions: &Mentions,
    place: &Place,
    since: usize,
    listed: Option<&Description>,
) -> Description {
    let text = place.content.passage.text();
    let mut description = Description::default();
    let window = since..place.range.start;
    let nouns = reader
        .lexicon
        .cues_in("document-types", &text[window.clone()]);
    let is_noun = |noun: &&Found| !TAKING.is_match(&text[..window.start + noun.range.start]);
    let noun = nouns.iter().rfind(is_noun).map(|noun| {
        let range = window.start + noun.range.start..window.start + noun.range.end;
        (range, reader.lexicon.concept(noun))
    });
    let noun = noun.filter(|(range, _)| {
        let between = &text[range.end..place.range.start];
        let is_mark = place.range.is_empty();
        let between = if is_mark {
            between.trim_end_matches([' ', ',', ';', ':', '.'])
        } else {
            between
        };
        !BREAK.is_match(between)
    });
    let one = place.is_one();
    if let Some((range, concept)) = noun
        && (one || text[..range.end].ends_with('s'))
    {
        let mut at = range.end;
        description.kind = Some((range.clone(), concept.path.clone()));
        description.date = dated(reader, text, at, place.range.start, &range);
        if let Some((words, _)) = &description.date {
            at = words.end;
        }
        let is_report = concept.path.ends_with("report");
        if let Some((entity, end)) = authors::behind(reader, mentions, place, at) {
            description.author = Some((range.clone(), entity));
            if description.date.is_none() {
                description.date = dated(reader, text, end, place.range.start, &range);
            }
        } else if let Some((office, entity)) = authors::possessor(reader, text, range.start) {
            description.author = Some((office.start..range.end, entity));
            description.date = description
                .date
                .or_else(|| dated(reader, text, at, place.range.start, &range));
        } else if let Some((office, entity)) =
            authors::his(reader, text, range.start).filter(|_| is_report)
        {
            description.author = Some((office.start..range.end, entity));
        } else if let Some((entity, end)) = authors::in_which(reader, mentions, place) {
            description.author = Some((range.start..end, entity));
        }
        description.pursuant_to = [range.end, place.range.end].into_iter().find_map(|at| {
            let cited = resolutions_in(&text[at..]).into_iter().next()?;
            let is_reason = PURSUANT.is_match(&text[at..at + cited.0.start]);
            is_reason.then_some((range.start..at + cited.0.end, cited.1))
        });
    } else if let Some(listed) = listed {
        let own = window.clone();
        let day = reader.dates_in(&text[own.clone()]).into_iter().next();
        let day = day.and_then(|day| day.edtf.parse().ok());
        let at = |words: &Range<usize>| words.start..place.range.start;
        description.kind = listed.kind.as_ref().map(|(w, kind)| (at(w), kind.clone()));
        description.author = listed.author.as_ref().map(|(w, it)| (at(w), it.clone()));
        description.date = day.map(|day| (own, day));
    }
    if description.date.is_none() && one {
        let behind = &text[place.range.end..];
        let day = reader.dates_in(behind).into_iter().next();
        description.date = day.and_then(|day| {
            let is_its = DATED_BEHIND.is_match(&behind[..day.range.start]);
            let range = place.range.start..place.range.end + day.range.end;
            is_its.then_some((range, day.edtf.parse().ok()?))
        });
    }
    description
}

/// The day right behind a place of the text, before another, with the words from a noun on.
fn dated(
    reader: &Reader,
    text: &str,
    at: usize,
    end: usize,
    noun: &Range<usize>,
) -> Option<(Range<usize>, Date)> {
    let behind = &text[at..end];
    let day = reader.dates_in(behind).into_iter().next()?;
    let words = noun.start..at + day.range.end;
    let is_its = DATED.is_match(&behind[..day.range.start]);
    is_its.then_some((words, day.edtf.parse().ok()?))
}
