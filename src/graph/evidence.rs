//! The words that facts rest on, in the Web Annotation vocabulary
//! (<https://www.w3.org/TR/annotation-vocab/>).
//!
//! An annotation links a statement, its body, to the words that state it, its targets. The words
//! are a part of the source that two selectors select, each of one type as the recommendation
//! demands: one by its bytes, one by quoting it.

use std::str::FromStr;

use anyhow::bail;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};

use crate::facts::Evidence;
use crate::graph::quads::{count, plain};
use crate::graph::vocabulary::{dcterms, oa, unsc};
use crate::graph::writer::Writer;
use crate::hash::sha256;

/// How much of the words that facts rest on goes into the graph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// None.
    None,
    /// The first words of every fact of a kind that `queries/facts.rq` shows.
    Facts,
    /// All words of every triple that was read from words.
    #[default]
    All,
}

impl Extent {
    /// The names that [`FromStr`] takes.
    pub const NAMES: &[&str] = &["none", "facts", "all"];
}

impl FromStr for Extent {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Ok(match name {
            "none" => Self::None,
            "facts" => Self::Facts,
            "all" => Self::All,
            _ => bail!("found {name:?}, expected one of {}", Self::NAMES.join(", ")),
        })
    }
}

/// The properties that `queries/facts.rq` takes its rows from.
const FACTS: &[NamedNodeRef] = &[
    unsc::NUMBER,
    dcterms::DATE,
    unsc::ADOPTED_AT,
    unsc::VOTES_FOR,
    unsc::VOTES_AGAINST,
    unsc::ABSTENTIONS,
    unsc::CHOICE,
    unsc::MENTIONS_MISSION,
    unsc::ESTABLISHES,
    unsc::EXTENDS,
    unsc::MODIFIES,
    unsc::TERMINATES,
    unsc::HAS_STRENGTH,
    unsc::HAS_TERM,
    unsc::HAS_TASK,
    unsc::MENTIONS_PERSON,
    unsc::MENTIONS_PLACE,
    unsc::MENTIONS_PARTY,
    unsc::MENTIONS_ORGANIZATION,
    unsc::MENTIONS_AGREEMENT,
    unsc::MENTIONS_DATE,
    dcterms::REFERENCES,
    unsc::INVOKES,
    unsc::IMPOSES,
    dcterms::HAS_PART,
];

impl Writer<'_> {
    /// Links a triple to the words that state it, as far as they are wanted.
    pub(super) fn annotate<'e>(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef,
        object: Term,
        words: impl Iterator<Item = &'e Evidence>,
    ) {
        let wanted = match self.evidence {
            Extent::None => 0,
            Extent::Facts => usize::from(FACTS.contains(&predicate)),
            Extent::All => usize::MAX,
        };
        if wanted == 0 {
            return;
        }
        let id = &sha256(format!("{subject} {predicate} {object}"))[..12];
        let statement = self.item("statement", id);
        self.add(&statement, rdf::TYPE, rdf::STATEMENT);
        self.add(&statement, rdf::SUBJECT, subject.clone());
        self.add(&statement, rdf::PREDICATE, predicate.into_owned());
        self.add(&statement, rdf::OBJECT, object);
        let annotation = self.item("annotation", id);
        self.add(&annotation, rdf::TYPE, oa::ANNOTATION);
        self.add(&annotation, oa::MOTIVATED_BY, oa::LINKING);
        self.add(&annotation, oa::HAS_BODY, statement);
        for words in words.take(wanted) {
            let words = self.words(words);
            self.add(&annotation, oa::HAS_TARGET, words);
        }
    }

    /// The part of the source that a quote is: its bytes and its words.
    fn words(&mut self, evidence: &Evidence) -> NamedNode {
        let (start, end) = (evidence.bytes.start, evidence.bytes.end);
        let words = self.item("words", &format!("{start}-{end}"));
        if self.words.insert((start, end)) {
            self.add(&words, rdf::TYPE, oa::SPECIFIC_RESOURCE);
            self.add(&words, oa::HAS_SOURCE, self.source().clone());
            let bytes = self.selector(&words, "bytes", oa::DATA_POSITION_SELECTOR);
            self.add(&bytes, oa::START, count(start));
            self.add(&bytes, oa::END, count(end));
            let quote = self.selector(&words, "quote", oa::TEXT_QUOTE_SELECTOR);
            let exact = plain(&evidence.quote);
            self.add(&quote, oa::EXACT, exact);
        }
        words
    }

    fn selector(&mut self, words: &NamedNode, by: &str, class: NamedNodeRef) -> NamedNode {
        let selector = NamedNode::new_unchecked(format!("{}/{by}", words.as_str()));
        self.add(words, oa::HAS_SELECTOR, selector.clone());
        self.add(&selector, rdf::TYPE, class);
        selector
    }
}
