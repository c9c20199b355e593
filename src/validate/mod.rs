//! SHACL (<https://www.w3.org/TR/shacl/>): whether a graph keeps the rules of `ontology/shapes/`.
//!
//! The crate `shacl` of rudof checks them, on the store itself. What it found is told here: with the
//! document, the fact and its words, grouped by rule.

mod check;
mod graph;
mod report;
mod shape;
mod text;
pub mod vocabulary;

pub use check::check;
pub use report::triples;
pub use shape::{Rule, Rules, Severity, load};
pub use text::write;

use oxigraph::model::{NamedNode, NamedOrBlankNode, Term};

/// Where a graph breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The position of the rule among the rules.
    pub rule: usize,
    /// The thing that breaks it.
    pub focus: Term,
    /// The value that is not as expected; none if values as a whole are not.
    pub value: Option<Term>,
    /// The property whose values are not as expected, if it is one.
    pub path: Option<NamedNode>,
    /// The kind of constraint, such as `sh:MinCountConstraintComponent`.
    pub component: NamedNode,
    /// What is wrong, for people.
    pub message: String,
}

/// A term as the subject of triples; a literal is none.
fn subject(term: &Term) -> Option<NamedOrBlankNode> {
    match term {
        Term::NamedNode(node) => Some(node.clone().into()),
        Term::BlankNode(node) => Some(node.clone().into()),
        _ => None,
    }
}
