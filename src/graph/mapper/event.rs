//! What the Council deals with, and what happened.

use oxigraph::model::vocab::{rdf, rdfs};

use super::{Mapper, date_literal, last_step};
use crate::facts::{Event, Part, Situation, Stated};
use crate::graph::iri::{slug, template};
use crate::graph::quads::english;
use crate::graph::vocabulary::{skos, unsc};

impl Mapper<'_, '_> {
    pub(super) fn situation(&mut self, fact: &Stated<Situation>) {
        let Situation { places, kind } = &fact.value;
        let steps: Vec<&str> = places.iter().map(last_step).collect();
        let values = [("places", &*steps.join("-"))];
        let node = self.writer.name(template::SITUATION, &values);
        let labels: Vec<&str> = places.iter().map(|place| place.label.as_str()).collect();
        let label = format!("Situation: {}", labels.join(", "));
        self.writer.add(&node, rdf::TYPE, unsc::SITUATION);
        self.writer.add(&node, skos::PREF_LABEL, english(&label));
        for place in places {
            let place = self.entity(place, unsc::PLACE);
            self.writer.add(&node, unsc::IN_PLACE, place);
        }
        if let Some(kind) = kind {
            let kind = self.writer.entity(kind);
            self.writer.state(&node, unsc::SITUATION_TYPE, kind, fact);
        }
        self.state(unsc::CONCERNS, node, fact);
    }

    pub(super) fn event(&mut self, fact: &Stated<Event>) {
        let Event {
            kind,
            label,
            status,
            place,
            date,
            by,
            to,
            clause,
        } = &fact.value;
        let last = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let steps = [
            Some(last(kind)),
            status.as_deref().map(last),
            place.as_ref().map(|place| last_step(place).to_owned()),
            date.as_deref().map(slug),
        ];
        let item = steps.into_iter().flatten().collect::<Vec<_>>().join("-");
        let values = [("part", "event"), ("item", item.as_str())];
        let node = self.writer.name(template::PART_ITEM, &values);
        let words = [
            Some(label.clone()),
            place.as_ref().map(|place| place.label.clone()),
            date.clone(),
        ];
        let name = words.into_iter().flatten().collect::<Vec<_>>().join(", ");
        self.writer.add(&node, rdf::TYPE, unsc::EVENT);
        self.writer.add(&node, rdfs::LABEL, english(&name));
        let kind = self.writer.entity(kind);
        self.writer.state(&node, unsc::EVENT_TYPE, kind, fact);
        if let Some(status) = status {
            let status = self.writer.entity(status);
            self.writer.state(&node, unsc::EVENT_STATUS, status, fact);
        }
        if let Some(place) = place {
            let place = self.entity(place, unsc::PLACE);
            self.writer.state(&node, unsc::AT_PLACE, place, fact);
        }
        if let Some(date) = date {
            let day = date_literal(date);
            self.writer.state(&node, unsc::ON_DATE, day, fact);
        }
        for (participants, property) in [(by, unsc::CARRIED_OUT_BY), (to, unsc::SUFFERED_BY)] {
            for participant in participants {
                let who = self.writer.entity(&participant.value.path);
                self.writer.state(&node, property, who, participant);
            }
        }
        if let Some(clause) = clause {
            let clause = self.clause_node(Part::Operative, *clause);
            self.writer.add(&node, unsc::IN_CLAUSE, clause);
        }
        self.state(unsc::MENTIONS_EVENT, node, fact);
    }
}
