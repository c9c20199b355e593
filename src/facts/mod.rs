//! What a resolution says, as typed facts in the field's terms.
//!
//! Every fact is [`Stated`]: it carries the words it was read from. The kinds of fact and the
//! form of their values are those of the flat view `queries/facts.rq`.

mod citation;
mod clause;
mod decision;
mod document;
mod event;
mod listed;
mod mission;
mod vote;

use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;

pub use citation::{CitedParagraph, TypedCitation, YearOfAdoption};
pub use clause::{Action, Clause, Part};
pub use decision::{Decision, Imposition};
pub use document::NamedDocument;
pub use event::{Event, Situation};
pub use listed::{Draft, LibraryRecord};
pub use mission::{
    Assignment, Detail, MissionDetail, MissionRelation, Relation, Strength, Task, Term, TermSpan,
};
pub use vote::{Ballot, Choice, Manner, Tally, Vote};

/// The words that state a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The bytes in the source, which are the quote in the source's encoding.
    pub bytes: Range<usize>,
    /// The exact words, line breaks and scanning slips included.
    pub quote: String,
}

/// A value and the words that state it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stated<T> {
    /// The value.
    pub value: T,
    /// The words; where a document says it more than once, the first that say it fully.
    pub evidence: Evidence,
    /// Other words that say it, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Evidence>,
}

impl<T> Stated<T> {
    /// Joins a value and its words.
    pub fn new(value: T, evidence: Evidence) -> Self {
        Self {
            value,
            evidence,
            also: Vec::new(),
        }
    }

    /// The same words for a value made of this one.
    pub fn map<U>(self, value: impl FnOnce(T) -> U) -> Stated<U> {
        Stated {
            value: value(self.value),
            evidence: self.evidence,
            also: self.also,
        }
    }

    /// All words that state it.
    pub fn words(&self) -> impl Iterator<Item = &Evidence> {
        std::iter::once(&self.evidence).chain(&self.also)
    }
}

/// Adds a fact, or its words to the fact that says the same.
pub(crate) fn gather<T>(
    facts: &mut Vec<Stated<T>>,
    fact: Stated<T>,
    is_same: impl Fn(&T, &T) -> bool,
) {
    let known = facts
        .iter_mut()
        .find(|known| is_same(&known.value, &fact.value));
    match known {
        Some(known) => known.also.extend(fact.words().cloned()),
        None => facts.push(fact),
    }
}

/// Something with a name of its own: a state, a mission, a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Entity {
    /// Its path below the base IRI: `state/tajikistan`.
    pub path: String,
    /// The name that the document uses, on one line.
    pub name: String,
    /// The name that goes for it in all documents.
    pub label: String,
    /// Its acronym, if it has one: `UNMOT`.
    pub notation: Option<String>,
    /// Whether the ontology knows it; if not, the document is all that is known of it.
    pub known: bool,
}

/// All that one document says of the resolution it is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Resolution {
    /// Number, date, meeting, subject.
    pub header: Header,
    /// How it was adopted.
    pub vote: Vote,
    /// Missions that it names, and the strongest thing that it does with each.
    pub missions: Vec<Stated<MissionRelation>>,
    /// Numbers of people of a mission.
    pub strengths: Vec<Stated<Strength>>,
    /// Where missions are, which they take over from, how often they are reviewed.
    pub details: Vec<Stated<MissionDetail>>,
    /// How long a mission or its mandate runs.
    pub terms: Vec<Stated<Term>>,
    /// Items of lettered lists under a decision.
    pub tasks: Vec<Stated<Task>>,
    /// The kinds of task that it gives to missions.
    pub assignments: Vec<Stated<Assignment>>,
    /// Named persons with the role that the text gives them.
    pub persons: Vec<Stated<PersonInRole>>,
    /// Offices that it names with what they are in or for, whoever holds them.
    pub posts: Vec<Stated<Office>>,
    /// Places, states among them.
    pub places: Vec<Stated<Entity>>,
    /// Parties to the dispute.
    pub parties: Vec<Stated<Entity>>,
    /// Bodies that are no mission, state or party.
    pub organizations: Vec<Stated<Entity>>,
    /// Dates in the prose, in EDTF level 1: `1992-21`, `1993-08`, `1991`.
    pub dates: Vec<Stated<String>>,
    /// Stretches of time in the prose, as intervals of EDTF level 1: `1993-08-01/1993-09-30`,
    /// open at one end in `1992/..`.
    pub periods: Vec<Stated<String>>,
    /// Agreements, accords, protocols.
    pub agreements: Vec<Stated<Entity>>,
    /// Who signed which of them, where and when.
    pub signings: Vec<Stated<Signing>>,
    /// What the Council deals with.
    pub situations: Vec<Stated<Situation>>,
    /// What happened, or was asked for, somewhere or at some time.
    pub events: Vec<Stated<Event>>,
    /// Numbers of other resolutions of the Council.
    pub citations: Vec<Stated<u32>>,
    /// The years in which they were adopted, where the text says it.
    pub years: Vec<Stated<YearOfAdoption>>,
    /// The same where the text says in which way it cites: recalls, reaffirms, extends.
    pub typed_citations: Vec<Stated<TypedCitation>>,
    /// Operative paragraphs of other resolutions, by their numbers.
    pub paragraphs: Vec<Stated<CitedParagraph>>,
    /// Documents of the United Nations that it names by their symbols.
    pub documents: Vec<Stated<NamedDocument>>,
    /// Chapters and Articles of the Charter: `Chapter VII`, `Article 39`.
    pub charter: Vec<Stated<String>>,
    /// Measures that this resolution imposes.
    pub measures: Vec<Stated<Imposition>>,
    /// What it settles beside missions and measures: admissions, bodies created.
    pub decisions: Vec<Stated<Decision>>,
    /// Recitals and operative paragraphs with their acts; official texts only.
    pub clauses: Vec<Clause>,
}

impl Resolution {
    /// How many facts there are.
    #[must_use]
    pub fn count(&self) -> usize {
        let Header {
            number: _,
            date,
            year: _,
            meeting,
            subject,
            symbol,
            document,
            article: _,
        } = &self.header;
        let header = 1
            + usize::from(date.is_some())
            + usize::from(meeting.is_some())
            + [subject, symbol, document].into_iter().flatten().count();
        let Vote {
            result,
            manner,
            tallies,
            ballots,
        } = &self.vote;
        let vote = usize::from(result.is_some())
            + usize::from(manner.is_some())
            + tallies.len()
            + ballots.len();
        let lists = [
            self.missions.len(),
            self.strengths.len(),
            self.details.len(),
            self.terms.len(),
            self.tasks.len(),
            self.assignments.len(),
            self.persons.len(),
            self.posts.len(),
            self.places.len(),
            self.parties.len(),
            self.organizations.len(),
            self.dates.len(),
            self.periods.len(),
            self.agreements.len(),
            self.signings.len(),
            self.situations.len(),
            self.events.len(),
            self.citations.len(),
            self.years.len(),
            self.typed_citations.len(),
            self.paragraphs.len(),
            self.documents.len(),
            self.charter.len(),
            self.measures.len(),
            self.decisions.len(),
            self.clauses.len(),
        ];
        header + vote + lists.iter().sum::<usize>()
    }
}

/// What names a resolution.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Header {
    /// 968
    pub number: Stated<u32>,
    /// The day of adoption.
    pub date: Option<Stated<Date>>,
    /// The year of adoption, by the title or the day; none if they differ.
    pub year: Option<Stated<i16>>,
    /// The Council's meeting, by its number.
    pub meeting: Option<Stated<u32>>,
    /// The subject, as an infobox or the line above the title gives it.
    pub subject: Option<Stated<String>>,
    /// The document symbol: `S/RES/968`.
    pub symbol: Option<Stated<String>>,
    /// The address of the official document.
    pub document: Option<Stated<String>>,
    /// The title of the encyclopedia's article on it.
    pub article: Option<Stated<String>>,
}

/// A person and the role that the text gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonInRole {
    /// The person.
    pub person: Entity,
    /// The first office that the text gives.
    pub role: Option<Office>,
}

/// An office or role as a text states it: "Special Representative of the Secretary-General for
/// Cambodia".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Office {
    /// What kind, by the path of its concept: `office/special-representative`.
    pub kind: String,
    /// Its name in the words of the text: `Special Representative of the Secretary-General`.
    pub title: String,
    /// What it is in or for.
    pub of: Option<Domain>,
}

/// What an office is in or for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Domain {
    /// A mission or another body.
    In(Entity),
    /// A state, territory or party.
    For(Entity),
}

impl Domain {
    /// The body, state, territory or party.
    #[must_use]
    pub fn entity(&self) -> &Entity {
        match self {
            Self::In(entity) | Self::For(entity) => entity,
        }
    }
}

/// The signing of an agreement, as far as a document tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signing {
    /// The agreement.
    pub agreement: Entity,
    /// Where it was signed.
    pub place: Option<Entity>,
    /// When, in EDTF level 1.
    pub date: Option<String>,
    /// Who signed it.
    pub parties: Vec<Entity>,
}
