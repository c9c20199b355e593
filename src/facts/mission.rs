//! Missions, what a resolution does with them and what it gives them.

use serde::Serialize;

use super::Entity;

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
