//! Recognizes in a document's words what a resolution says.

pub mod citations;
pub mod dates;
pub mod numbers;
