//! Missions and what a resolution gives them.

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef};

use super::{Mapper, canonical_duration, date_literal, last_step};
use crate::facts::{
    Assignment, Detail, Entity, MissionDetail, MissionRelation, Part, Relation, Stated, Strength,
    Task, Term, TermSpan,
};
use crate::graph::iri::{slug, template};
use crate::graph::quads::{count, english, plain};
use crate::graph::vocabulary::{dcterms, skos, unsc};

impl Mapper<'_, '_> {
    pub(super) fn mission(&mut self, fact: &Stated<MissionRelation>) {
        let node = self.entity(&fact.value.mission, unsc::MISSION);
        let predicate = match fact.value.relation {
            Relation::Establishes => unsc::ESTABLISHES,
            Relation::Extends => unsc::EXTENDS,
            Relation::Modifies => unsc::MODIFIES,
            Relation::Terminates => unsc::TERMINATES,
            Relation::Mentions => unsc::MENTIONS_MISSION,
        };
        self.state(predicate, node, fact);
    }

    pub(super) fn strength(&mut self, fact: &Stated<Strength>) {
        let Strength {
            count: number,
            category,
            mission,
        } = &fact.value;
        let item = format!("{number}-{}", slug(category));
        let node = self.writer.name(
            template::PART_ITEM,
            &[("part", "strength"), ("item", &item)],
        );
        self.writer.add(&node, rdf::TYPE, unsc::STRENGTH);
        self.writer.add(&node, unsc::COUNT, count(*number));
        self.writer.add(&node, unsc::CATEGORY, english(category));
        self.mandate(mission.as_ref(), unsc::HAS_STRENGTH, &node);
        self.state(unsc::HAS_STRENGTH, node, fact);
    }

    pub(super) fn term(&mut self, fact: &Stated<Term>) {
        let item = match &fact.value.span {
            TermSpan::Period(item) | TermSpan::Until(item) => item,
        };
        let node = self
            .writer
            .name(template::PART_ITEM, &[("part", "term"), ("item", item)]);
        self.writer.add(&node, rdf::TYPE, unsc::TERM);
        self.span(&node, &fact.value.span);
        if let Some(condition) = &fact.value.condition {
            self.writer.add(&node, unsc::CONDITION, english(condition));
        }
        // Twelve months are a year to XML Schema; the notation stays as stated.
        self.writer.add(&node, skos::NOTATION, plain(item));
        self.mandate(fact.value.mission.as_ref(), unsc::HAS_TERM, &node);
        self.state(unsc::HAS_TERM, node, fact);
    }

    /// A length of time or its last day.
    pub(super) fn span(&mut self, subject: &NamedNode, span: &TermSpan) {
        match span {
            TermSpan::Period(period) => {
                let length = Literal::new_typed_literal(canonical_duration(period), xsd::DURATION);
                self.writer.add(subject, unsc::DURATION, length);
            }
            TermSpan::Until(day) => self.writer.add(subject, unsc::UNTIL, date_literal(day)),
        }
    }

    pub(super) fn task(&mut self, fact: &Stated<Task>) {
        let Task {
            letter,
            clause,
            text,
            mission,
        } = &fact.value;
        let node = match clause.map(|number| number.to_string()) {
            Some(clause) => self.writer.name(
                template::PART_SUBITEM,
                &[("part", "clause"), ("item", &clause), ("subitem", letter)],
            ),
            None => self
                .writer
                .name(template::PART_ITEM, &[("part", "task"), ("item", letter)]),
        };
        self.writer.add(&node, rdf::TYPE, unsc::TASK);
        self.writer.add(&node, skos::NOTATION, plain(letter));
        self.writer.add(&node, dcterms::DESCRIPTION, english(text));
        if let Some(clause) = clause {
            let clause = self.clause_node(Part::Operative, *clause);
            self.writer.add(&node, unsc::IN_CLAUSE, clause);
        }
        self.mandate(mission.as_ref(), unsc::HAS_TASK, &node);
        self.state(unsc::HAS_TASK, node, fact);
    }

    pub(super) fn assignment(&mut self, fact: &Stated<Assignment>) {
        let Assignment {
            task,
            mission,
            engagement,
            modality,
        } = &fact.value;
        let task_step = task.rsplit('/').next().unwrap_or(task);
        let item = format!("{task_step}-{}", last_step(mission));
        let values = [("part", "assignment"), ("item", item.as_str())];
        let node = self.writer.name(template::PART_ITEM, &values);
        self.writer.add(&node, rdf::TYPE, unsc::TASK_ASSIGNMENT);
        let links = [
            (unsc::TASK_TYPE, Some(task)),
            (unsc::OF_MISSION, Some(&mission.path)),
            (unsc::ENGAGEMENT, engagement.as_ref()),
            (unsc::MODALITY, modality.as_ref()),
        ];
        for (predicate, path) in links {
            if let Some(path) = path {
                let thing = self.writer.entity(path);
                self.writer.add(&node, predicate, thing);
            }
        }
        self.mandate(Some(mission), unsc::ASSIGNS_TASK, &node);
        self.state(unsc::ASSIGNS_TASK, node, fact);
    }

    pub(super) fn detail(&mut self, fact: &Stated<MissionDetail>) {
        let MissionDetail { mission, detail } = &fact.value;
        let mandate = self.mandate_of(mission);
        match detail {
            Detail::Location(place) => {
                let place = self.writer.entity(&place.path);
                self.writer.state(&mandate, unsc::LOCATION, place, fact);
            }
            Detail::Replaces(other) => {
                let mission = self.writer.entity(&mission.path);
                let other = self.writer.entity(&other.path);
                self.writer.state(&mission, dcterms::REPLACES, other, fact);
            }
            Detail::ReviewedEvery(period) => {
                let length = Literal::new_typed_literal(canonical_duration(period), xsd::DURATION);
                self.writer
                    .state(&mandate, unsc::REVIEWED_EVERY, length, fact);
            }
        }
    }

    /// Makes a strength, term or task part of the mandate that the resolution gives a mission.
    fn mandate(&mut self, mission: Option<&Entity>, predicate: NamedNodeRef, part: &NamedNode) {
        if let Some(mission) = mission {
            let mandate = self.mandate_of(mission);
            self.writer.add(&mandate, predicate, part.clone());
        }
    }

    /// The mandate that the resolution gives a mission.
    fn mandate_of(&mut self, mission: &Entity) -> NamedNode {
        let values = [("part", "mandate"), ("item", last_step(mission))];
        let mandate = self.writer.name(template::PART_ITEM, &values);
        let node = self.writer.entity(&mission.path);
        let subject = self.subject.clone();
        self.writer
            .add(&subject, unsc::HAS_MANDATE, mandate.clone());
        self.writer.add(&mandate, rdf::TYPE, unsc::MANDATE);
        self.writer.add(&mandate, unsc::OF_MISSION, node);
        mandate
    }
}
