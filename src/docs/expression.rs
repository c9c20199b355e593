//! Class expressions of OWL, as far as vocabularies use them, in words.

use oxigraph::model::{BlankNodeRef, NamedNode, Term, TermRef};

use super::vocabulary::Vocabulary;

/// What a class, range or the like is said to be.
#[derive(Clone, Debug)]
pub(super) enum Expression {
    /// A named thing.
    Named(NamedNode),
    /// A literal, or a blank node of a form that is not known.
    Other(Term),
    /// One of these: a union or an enumeration.
    Any(Vec<Expression>),
    /// All of these: an intersection.
    All(Vec<Expression>),
    /// Anything but this.
    Not(Box<Expression>),
    /// The inverse of a property.
    Inverse(Box<Expression>),
    /// A restriction: a property, how it is restricted, to what.
    Restriction(Box<Expression>, &'static str, Option<Box<Expression>>),
}

/// How each property of a restriction restricts.
const RESTRICTIONS: &[(&str, &str)] = &[
    ("owl:someValuesFrom", "some"),
    ("owl:allValuesFrom", "only"),
    ("owl:hasValue", "value"),
    ("owl:cardinality", "exactly"),
    ("owl:qualifiedCardinality", "exactly"),
    ("owl:minCardinality", "at least"),
    ("owl:minQualifiedCardinality", "at least"),
    ("owl:maxCardinality", "at most"),
    ("owl:maxQualifiedCardinality", "at most"),
];

impl Expression {
    /// Reads what stands for an expression.
    pub(super) fn read(vocabulary: &Vocabulary, term: TermRef<'_>) -> Self {
        match term {
            TermRef::NamedNode(node) => Self::Named(node.into_owned()),
            TermRef::BlankNode(node) => Self::read_node(vocabulary, node),
            term => Self::Other(term.into_owned()),
        }
    }

    fn read_node(vocabulary: &Vocabulary, node: BlankNodeRef<'_>) -> Self {
        let one = |property| vocabulary.objects(node, property).first().copied();
        let read = |term| Self::read(vocabulary, term);
        let all = |list| vocabulary.list(list).into_iter().map(read).collect();
        if let Some(list) = one("owl:unionOf").or_else(|| one("owl:oneOf")) {
            return Self::Any(all(list));
        }
        if let Some(list) = one("owl:intersectionOf") {
            return Self::All(all(list));
        }
        if let Some(not) = one("owl:complementOf").or_else(|| one("owl:datatypeComplementOf")) {
            return Self::Not(Box::new(read(not)));
        }
        if let Some(property) = one("owl:inverseOf") {
            return Self::Inverse(Box::new(read(property)));
        }
        if let Some(property) = one("owl:onProperty") {
            let how = RESTRICTIONS
                .iter()
                .find_map(|(restriction, words)| Some((*words, one(restriction)?)));
            let (words, value) = how.map_or(("restricted", None), |(words, value)| {
                (words, Some(Box::new(read(value))))
            });
            return Self::Restriction(Box::new(read(property)), words, value);
        }
        Self::Other(node.into_owned().into())
    }

    /// The named things that it allows: itself, or those of its union.
    pub(super) fn alternatives(&self) -> Vec<&NamedNode> {
        match self {
            Self::Named(node) => vec![node],
            Self::Any(parts) => parts.iter().flat_map(Self::alternatives).collect(),
            _ => Vec::new(),
        }
    }

    /// The expression in words and names, to be written in a row.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let words = |words: &str| vec![Piece::Words(words.to_owned())];
        match self {
            Self::Named(node) => vec![Piece::Name(node.clone())],
            Self::Other(Term::Literal(literal)) => words(literal.value()),
            Self::Other(_) => words("an expression"),
            Self::Any(parts) => joined(parts, " or "),
            Self::All(parts) => joined(parts, " and "),
            Self::Not(part) => [words("not "), part.pieces()].concat(),
            Self::Inverse(part) => [words("inverse of "), part.pieces()].concat(),
            Self::Restriction(property, how, value) => {
                let how = words(&format!(" {how} "));
                let value = value.as_ref().map_or_else(Vec::new, |value| value.pieces());
                [property.pieces(), how, value].concat()
            }
        }
    }
}

/// A part of an expression as it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Piece {
    /// A thing, to be linked.
    Name(NamedNode),
    /// Words between.
    Words(String),
}

fn joined(parts: &[Expression], word: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in parts {
        if !pieces.is_empty() {
            pieces.push(Piece::Words(word.to_owned()));
        }
        pieces.extend(part.pieces());
    }
    pieces
}
