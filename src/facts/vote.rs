//! How a resolution was adopted.

use serde::Serialize;

use super::{Entity, Stated};

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
