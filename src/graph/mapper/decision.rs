//! What a resolution settles and imposes, and what it tells of agreements.

use oxigraph::model::vocab::rdf;

use super::{Mapper, date_literal, last_step};
use crate::facts::{Decision, Imposition, Part, Signing, Stated};
use crate::graph::iri::template;
use crate::graph::quads::english;
use crate::graph::vocabulary::unsc;

impl Mapper<'_, '_> {
    pub(super) fn measure(&mut self, fact: &Stated<Imposition>) {
        let Imposition {
            measure,
            targets,
            exemptions,
            span,
            clause,
        } = &fact.value;
        let values = [("part", "measure"), ("item", last_step(measure))];
        let node = self.writer.name(template::PART_ITEM, &values);
        let concept = self.writer.entity(&measure.path);
        self.writer.add(&node, rdf::TYPE, unsc::IMPOSITION);
        self.writer.add(&node, unsc::MEASURE, concept.clone());
        for target in targets {
            let target = self.writer.entity(&target.path);
            self.writer.add(&node, unsc::TARGET, target);
        }
        for exemption in exemptions {
            self.writer.add(&node, unsc::EXEMPTION, english(exemption));
        }
        if let Some(span) = span {
            self.span(&node, span);
        }
        if let Some(clause) = clause {
            let clause = self.clause_node(Part::Operative, *clause);
            self.writer.add(&node, unsc::IN_CLAUSE, clause);
        }
        self.state(unsc::IMPOSES, concept, fact);
        self.state(unsc::HAS_IMPOSITION, node, fact);
    }

    pub(super) fn decision(&mut self, fact: &Stated<Decision>) {
        let Decision { kind, on, clause } = &fact.value;
        let steps = [kind.rsplit('/').next().unwrap_or(kind)];
        let steps = steps.into_iter().chain(on.iter().map(last_step));
        let item = steps.collect::<Vec<_>>().join("-");
        let values = [("part", "decision"), ("item", item.as_str())];
        let node = self.writer.name(template::PART_ITEM, &values);
        let kind = self.writer.entity(kind);
        self.writer.add(&node, rdf::TYPE, unsc::DECISION);
        self.writer.add(&node, unsc::DECISION_TYPE, kind);
        for thing in on {
            let thing = self.writer.entity(&thing.path);
            self.writer.add(&node, unsc::ON, thing);
        }
        if let Some(clause) = clause {
            let clause = self.clause_node(Part::Operative, *clause);
            self.writer.add(&node, unsc::IN_CLAUSE, clause);
        }
        self.state(unsc::TAKES_DECISION, node, fact);
    }

    pub(super) fn signing(&mut self, fact: &Stated<Signing>) {
        let Signing {
            agreement,
            place,
            date,
            parties,
        } = &fact.value;
        let agreement = self.writer.entity(&agreement.path);
        if let Some(place) = place {
            let place = self.writer.entity(&place.path);
            self.writer.state(&agreement, unsc::SIGNED_AT, place, fact);
        }
        if let Some(date) = date {
            let day = date_literal(date);
            self.writer.state(&agreement, unsc::SIGNED_ON, day, fact);
        }
        for party in parties {
            let party = self.entity(party, unsc::PARTY);
            self.writer.state(&agreement, unsc::SIGNED_BY, party, fact);
        }
    }
}
