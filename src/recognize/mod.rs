//! Recognizes in a document's words what a resolution says, one file a kind of fact.
//!
//! Names and cue words come from the ontology; what is here is how English texts of the Council
//! put them together.

pub mod acts;
mod addressees;
pub mod agreements;
pub mod assignments;
mod candidates;
pub mod citation_types;
pub mod citations;
pub mod clauses;
pub mod dates;
pub mod deadlines;
pub mod decisions;
mod deeds;
pub mod details;
pub mod documents;
pub mod events;
pub mod header;
pub mod measures;
pub mod missions;
pub mod names;
pub mod notice;
pub mod numbers;
mod offices;
mod participants;
pub mod parties;
pub mod periods;
pub mod persons;
pub mod phrases;
pub mod places;
mod placing;
pub mod reader;
pub mod scenes;
pub mod signings;
pub mod situations;
pub mod strengths;
pub mod tables;
pub mod tasks;
pub mod terms;
pub mod votes;

use std::ops::Range;

use crate::derive::Calendar;
use crate::document::Document;
use crate::facts::{Header, Resolution, Stated, Vote, gather};
use crate::lexicon::Lexicon;
use names::{Class, Mentions};
use notice::Notice;
use reader::Reader;

/// Reads what a document says, and what in it could not be read.
///
/// `None` if the title has no number, which the sources do not let happen.
#[must_use]
pub fn recognize(
    document: &Document,
    lexicon: &Lexicon,
    calendar: &Calendar,
) -> Option<(Resolution, Vec<Notice>)> {
    let mut notices = Vec::new();
    let header = header::header(document, &mut notices)?;
    let day = header.date.as_ref().map(|date| date.value);
    let council = day.map_or_else(Vec::new, |day| calendar.council(day));
    let vote = votes::vote(document, lexicon, &council, &mut notices);
    Some((resolution(document, lexicon, header, vote), notices))
}

fn resolution(document: &Document, lexicon: &Lexicon, header: Header, vote: Vote) -> Resolution {
    let number = header.number.value;
    let reader = Reader {
        document,
        lexicon,
        number,
        adopted: header.date.as_ref().map(|date| date.value),
    };
    let mentions = Mentions::find(&reader);
    let scenes = scenes::scenes(&reader, &mentions);
    let missions = missions::missions(&reader, &mentions, &scenes);
    let adopted = header.date.as_ref().map(|date| date.value.to_string());
    let mut dates = each_once(&reader, |text| {
        let cited = citations::resolutions_in(text);
        let is_number = |range: &Range<usize>| {
            cited
                .iter()
                .any(|(other, _)| other.start < range.end && range.start < other.end)
        };
        reader
            .dates_in(text)
            .into_iter()
            .filter(|date| !is_number(&date.range))
            .map(|date| (date.range, date.edtf))
            .collect()
    });
    dates.retain(|date| Some(&date.value) != adopted.as_ref());
    let mut citations = each_once(&reader, citations::resolutions_in);
    citations.retain(|citation| citation.value != number);
    let mut years = each_once(&reader, citations::years_in);
    years.retain(|cited| cited.value.resolution != number);
    let mut paragraphs = each_once(&reader, citation_types::paragraphs_in);
    paragraphs.retain(|cited| cited.value.resolution != number);
    let tasks = tasks::tasks(&reader, &scenes, &missions);
    Resolution {
        assignments: assignments::assignments(&reader, &scenes, &missions, &tasks),
        strengths: strengths::strengths(&reader, &mentions, &missions),
        missions,
        details: details::details(&reader, &mentions, &scenes),
        terms: terms::terms(&reader, &scenes),
        tasks: tasks.into_iter().map(|(_, task)| task).collect(),
        persons: persons::persons(&reader, &mentions),
        posts: persons::posts(&reader, &mentions),
        places: mentions.entities(&reader, &[Class::State, Class::Place]),
        parties: parties::parties(&reader, &mentions),
        organizations: mentions.entities(&reader, &[Class::Organization]),
        agreements: mentions.entities(&reader, &[Class::Agreement]),
        signings: signings::signings(&reader, &mentions),
        situations: situations::situations(&reader, &mentions, header.subject.as_ref()),
        events: events::events(&reader, &mentions),
        charter: each_once(&reader, citations::charter_in),
        measures: measures::measures(&reader, &mentions),
        decisions: decisions::decisions(&reader, &mentions),
        clauses: clauses::clauses(&reader, &mentions),
        dates,
        periods: each_once(&reader, |text| {
            periods::periods_of_dates(text, &reader.dates_in(text))
        }),
        citations,
        years,
        documents: documents::documents(&reader, &mentions),
        typed_citations: citation_types::citation_types(&reader),
        paragraphs,
        header,
        vote,
    }
}

/// A fact for each different value that a finder finds in the prose, with all its words.
fn each_once<T: PartialEq>(
    reader: &Reader,
    find: impl Fn(&str) -> Vec<(Range<usize>, T)>,
) -> Vec<Stated<T>> {
    let mut facts: Vec<Stated<T>> = Vec::new();
    for (_, block) in reader.prose() {
        for (words, value) in find(block.passage.text()) {
            let fact = reader.stated(value, &block.passage, words);
            gather(&mut facts, fact, PartialEq::eq);
        }
    }
    facts
}
