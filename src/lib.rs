//! Turns documents about United Nations Security Council resolutions into linked data.
//!
//! ```text
//! bytes -> source -> Document -> recognize -> Resolution facts -> graph -> store -> query, export, show
//! ```

pub mod document;
pub mod facts;
pub mod graph;
pub mod lexicon;
pub mod ontology;
pub mod passage;
pub mod pipeline;
pub mod recognize;
pub mod source;
