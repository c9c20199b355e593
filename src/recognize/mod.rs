//! Recognizes in a document's words what a resolution says, one file a kind of fact.
//!
//! Names and cue words come from the ontology; what is here is how English texts of the Council
//! put them together.

pub mod citations;
pub mod clauses;
pub mod dates;
pub mod measures;
pub mod missions;
pub mod names;
pub mod numbers;
pub mod parties;
pub mod persons;
pub mod phrases;
pub mod places;
pub mod reader;
pub mod strengths;
pub mod tasks;
pub mod terms;
