//! Recitals and operative paragraphs, and what the Council does in them.

use serde::Serialize;

use super::{Entity, Evidence, Stated, TermSpan};

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
    /// The kinds of report that it asks for, by the paths of their concepts: `report-type/report`.
    pub asks_for: Vec<Stated<String>>,
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
