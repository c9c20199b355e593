//! Clauses and what the Council does in them.

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{Literal, NamedNode};

use super::{Mapper, canonical_duration, date_literal};
use crate::facts::{Action, Clause, Part, Stated, TermSpan};
use crate::graph::iri::template;
use crate::graph::quads::{count, english};
use crate::graph::vocabulary::{dcterms, schema, unsc};

impl Mapper<'_, '_> {
    pub(super) fn clause(&mut self, clause: &Clause) {
        let node = self.clause_node(clause.part, clause.number);
        let class = match clause.part {
            Part::Preamble => unsc::RECITAL,
            Part::Operative => unsc::OPERATIVE_PARAGRAPH,
        };
        self.writer.add(&node, rdf::TYPE, class);
        self.writer.add(&node, unsc::NUMBER, count(clause.number));
        if let Some(first) = clause.actions.first() {
            self.act(&node, first);
        }
        for (index, action) in clause.actions.iter().enumerate() {
            self.action(clause, index + 1, action);
        }
        self.writer
            .add(&node, schema::TEXT, english(&clause.text.value));
        self.state(dcterms::HAS_PART, node, &clause.text);
    }

    /// What is done, in the words of the text and as a concept.
    fn act(&mut self, subject: &NamedNode, action: &Action) {
        let verb = english(&action.verb.value);
        self.writer.state(subject, unsc::VERB, verb, &action.verb);
        if let Some(concept) = &action.concept {
            let concept = self.writer.entity(concept);
            self.writer.add(subject, unsc::ACT, concept);
        }
    }

    fn action(&mut self, clause: &Clause, place: usize, action: &Action) {
        let values = [
            ("part", part_step(clause.part)),
            ("item", &clause.number.to_string()),
            ("act", &place.to_string()),
        ];
        let node = self.writer.name(template::ACTION, &values);
        self.writer.add(&node, rdf::TYPE, unsc::ACTION);
        self.act(&node, action);
        for addressee in &action.addressees {
            let class = unsc::PARTY;
            let addressee = self.entity(addressee, class);
            self.writer.add(&node, unsc::ADDRESSEE, addressee);
        }
        match &action.deadline {
            Some(TermSpan::Until(day)) => self.writer.add(&node, unsc::DEADLINE, date_literal(day)),
            Some(TermSpan::Period(period)) => {
                let length = Literal::new_typed_literal(canonical_duration(period), xsd::DURATION);
                self.writer.add(&node, unsc::WITHIN, length);
            }
            None => {}
        }
        for kind in &action.asks_for {
            let concept = self.writer.entity(&kind.value);
            self.writer.state(&node, unsc::ASKS_FOR, concept, kind);
        }
        for path in &action.about {
            let thing = self.writer.entity(path);
            self.writer.add(&node, schema::ABOUT, thing);
        }
        let words = Stated::new((), action.words.clone());
        let clause = self.clause_node(clause.part, clause.number);
        self.writer.state(&clause, unsc::HAS_ACTION, node, &words);
    }

    pub(super) fn clause_node(&self, part: Part, number: u32) -> NamedNode {
        let values = [("part", part_step(part)), ("item", &number.to_string())];
        self.writer.name(template::PART_ITEM, &values)
    }
}

fn part_step(part: Part) -> &'static str {
    match part {
        Part::Preamble => "recital",
        Part::Operative => "clause",
    }
}
