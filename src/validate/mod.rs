//! SHACL (<https://www.w3.org/TR/shacl/>): whether a graph keeps the rules of `ontology/shapes/`.
//!
//! A rule is a shape with targets of its own: a property shape, or a node shape with a query. Read
//! and checked is the part of SHACL that the rules need; a shape that says more is an error, never
//! passed over. The crate `shacl` would check all of it, but brings 146 crates, two of which need a
//! C compiler, and makes queries reach the network.

mod check;
mod literal;
mod path;
mod report;
mod shape;
mod text;
pub mod vocabulary;

pub use check::check;
pub use report::triples;
pub use shape::{Rule, Severity, load};
pub use text::write;

use oxigraph::model::{NamedNode, Term};

/// Where a graph breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The position of the rule among the rules.
    pub rule: usize,
    /// The thing that breaks it.
    pub focus: Term,
    /// The value that is not as expected; none if values as a whole are not.
    pub value: Option<Term>,
    /// The kind of constraint, such as `sh:MinCountConstraintComponent`.
    pub component: NamedNode,
    /// What is wrong, for people.
    pub message: String,
}
