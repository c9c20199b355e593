//! What a resolution imposes and settles.

use serde::Serialize;

use super::{Entity, TermSpan};

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
