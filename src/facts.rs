//! What a resolution says, as typed facts in the field's terms.
//!
//! Every fact is [`Stated`]: it carries the words it was read from. The kinds of fact and the
//! form of their values are those of the flat view `queries/facts.rq`.

use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;

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
    /// Places, states among them.
    pub places: Vec<Stated<Entity>>,
    /// Parties to the dispute.
    pub parties: Vec<Stated<Entity>>,
    /// Bodies that are no mission, state or party.
    pub organizations: Vec<Stated<Entity>>,
    /// Dates in the prose, in EDTF level 1: `1992-21`, `1993-08`, `1991`.
    pub dates: Vec<Stated<String>>,
    /// Agreements, accords, protocols.
    pub agreements: Vec<Stated<Entity>>,
    /// Numbers of other resolutions of the Council.
    pub citations: Vec<Stated<u32>>,
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
            meeting,
            subject,
            symbol,
            document,
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
            self.places.len(),
            self.parties.len(),
            self.organizations.len(),
            self.dates.len(),
            self.agreements.len(),
            self.citations.len(),
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
    /// The Council's meeting, by its number.
    pub meeting: Option<Stated<u32>>,
    /// The subject, as an infobox or the line above the title gives it.
    pub subject: Option<Stated<String>>,
    /// The document symbol: `S/RES/968`.
    pub symbol: Option<Stated<String>>,
    /// The address of the official document.
    pub document: Option<Stated<String>>,
}

/// How a resolution was adopted.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Vote {
    /// `Adopted`, `Vetoed by ...`, as an infobox says.
    pub result: Option<Stated<String>>,
    /// Unanimously, by consensus, without a vote.
    pub manner: Option<Stated<Manner>>,
    /// Stated tallies.
    pub tallies: Vec<Stated<(Tally, u32)>>,
    /// What single states did, where the text names them.
    pub ballots: Vec<Stated<Ballot>>,
}

/// Ways to adopt a resolution other than by a recorded tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// All members voted for it.
    Unanimously,
    /// By consensus.
    Consensus,
    /// Without a vote.
    WithoutVote,
    /// Declared adopted by the President, nobody having objected.
    WithoutObjection,
    /// Voted on in parts, not as a whole.
    InParts,
}

/// The counts of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tally {
    /// Votes for.
    For,
    /// Votes against.
    Against,
    /// Abstentions.
    Abstention,
    /// Members absent.
    Absent,
    /// Members present and not voting.
    NotVoting,
}

/// What one state did in a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ballot {
    /// The state.
    pub state: Entity,
    /// What it did.
    pub choice: Choice,
}

/// What a member can do in a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// Voted for.
    Yes,
    /// Voted against.
    No,
    /// Abstained.
    Abstain,
    /// Was not there.
    Absent,
    /// Was there and took no part.
    NotParticipating,
}

/// What a resolution does with a mission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissionRelation {
    /// The mission.
    pub mission: Entity,
    /// What is done with it.
    pub relation: Relation,
}

/// What can be done with a mission, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// It is only named.
    Mentions,
    /// Strength or mandate are changed.
    Modifies,
    /// It goes on for longer.
    Extends,
    /// It ends.
    Terminates,
    /// It begins.
    Establishes,
}

/// A number of people of a mission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Strength {
    /// How many.
    pub count: u32,
    /// Of what, as the text puts it: `military observers`.
    pub category: String,
    /// The mission, where the text says it.
    pub mission: Option<Entity>,
}

/// Something said of a mission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissionDetail {
    /// The mission.
    pub mission: Entity,
    /// What is said.
    pub detail: Detail,
}

/// What can be said of a mission beside what is done with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Detail {
    /// A place where it is.
    Location(Entity),
    /// A mission that it takes over from.
    Replaces(Entity),
    /// The length of time from one review to the next, as an ISO 8601 duration.
    ReviewedEvery(String),
}

/// How long something runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The length or the end.
    pub span: TermSpan,
    /// What it depends on, in the words of the text: "unless the Council decides otherwise".
    pub condition: Option<String>,
    /// The mission, where the text says it.
    pub mission: Option<Entity>,
}

/// A length of time or its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TermSpan {
    /// An ISO 8601 duration: `P6M`.
    Period(String),
    /// The last day, in EDTF.
    Until(String),
}

/// An item of a lettered list under a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Task {
    /// The letter: `a`.
    pub letter: String,
    /// The number of the operative paragraph it stands under, in official texts.
    pub clause: Option<u32>,
    /// What is to be done, on one line.
    pub text: String,
    /// The mission whose mandate it is part of, where the text says it.
    pub mission: Option<Entity>,
}

/// A task that a resolution gives to a mission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assignment {
    /// What kind of task, by the path of its concept: `mandate-task/demining`.
    pub task: String,
    /// The mission.
    pub mission: Entity,
    /// How it engages in the task: `engagement/monitor`.
    pub engagement: Option<String>,
    /// How strongly it is asked to: `modality/encouraged`.
    pub modality: Option<String>,
}

/// A person and the role that the text gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonInRole {
    /// The person.
    pub person: Entity,
    /// The role as the text gives it: `President`.
    pub role: Option<String>,
    /// The mission that it is a role in: `Chief of Staff of` one.
    pub of: Option<Entity>,
}

/// A measure that a resolution imposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Imposition {
    /// What kind of measure.
    pub measure: Entity,
    /// The states and parties that it is against.
    pub targets: Vec<Entity>,
    /// What it does not apply to, in the words of the text.
    pub exemptions: Vec<String>,
    /// How long it is to last, if the text says it.
    pub span: Option<TermSpan>,
    /// The number of the operative paragraph, in official texts.
    pub clause: Option<u32>,
}

/// Something that a resolution settles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// What kind, by the path of its concept: `decision/admission`.
    pub kind: String,
    /// The things it is on: the state admitted, the body created.
    pub on: Vec<Entity>,
    /// The number of the operative paragraph, in official texts.
    pub clause: Option<u32>,
}

/// A recital or operative paragraph.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Clause {
    /// Which part of the resolution it belongs to.
    pub part: Part,
    /// The number as printed, else its place in the part, from 1.
    pub number: u32,
    /// What the Council does, in the order of the text; most clauses do one thing.
    pub actions: Vec<Action>,
    /// The whole paragraph on one line.
    pub text: Stated<String>,
}

/// One thing that the Council does in a clause.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Action {
    /// The words of the act as printed less adverbs: `decides`, `calls upon`.
    pub verb: Stated<String>,
    /// The concept of that act in the ontology: `act/decide`.
    pub concept: Option<String>,
    /// Who is asked or told to do something.
    pub addressees: Vec<Entity>,
    /// Until when.
    pub deadline: Option<TermSpan>,
    /// The paths of what it names.
    pub about: Vec<String>,
    /// The words from this act to the next.
    pub words: Evidence,
}

/// The two parts of a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The preamble.
    Preamble,
    /// The operative part.
    Operative,
}
