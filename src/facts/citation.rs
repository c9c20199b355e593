//! How a resolution cites others.

use serde::Serialize;

/// A citation of another resolution and the way in which it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TypedCitation {
    /// Which way, by the path of its concept: `citation/recalls`.
    pub kind: String,
    /// The local name of the property that stands for it: `recalls`.
    pub property: String,
    /// The number of the resolution that is cited.
    pub number: u32,
}

/// The year in which another resolution was adopted, which its symbol has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct YearOfAdoption {
    /// The number of the resolution.
    pub resolution: u32,
    /// The year.
    pub year: i16,
}

/// An operative paragraph of another resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CitedParagraph {
    /// The number of the resolution.
    pub resolution: u32,
    /// The number of the paragraph.
    pub paragraph: u32,
}
