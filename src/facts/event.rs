//! What the Council deals with, and what happened.

use serde::Serialize;

use super::{Entity, Stated};

/// What the Council deals with in a place or between places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Situation {
    /// The places, in the order of their paths.
    pub places: Vec<Entity>,
    /// What kind it is in the words of the text, by the path of its concept:
    /// `situation-type/civil-war`. None for "the situation".
    pub kind: Option<String>,
}

/// Something that happened or is to happen, as far as one sentence tells of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// What kind, by the path of its concept: `event-type/cease-fire`.
    pub kind: String,
    /// What people call the kind: `cease-fire`.
    pub label: String,
    /// How far it has come, by the path of its concept: `event-status/called-for`.
    pub status: Option<String>,
    /// Where.
    pub place: Option<Entity>,
    /// When, in EDTF level 1: a day, month, year or several days in a row.
    pub date: Option<String>,
    /// Who did it, or who is to.
    pub by: Vec<Stated<Entity>>,
    /// Whom it was done to.
    pub to: Vec<Stated<Entity>>,
    /// The number of the operative paragraph, in official texts.
    pub clause: Option<u32>,
}
