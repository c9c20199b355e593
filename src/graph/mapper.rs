//! Facts to quads: one function a kind of fact.

use std::collections::BTreeSet;

use oxigraph::model::vocab::{rdf, rdfs, xsd};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef};
use oxsdatatypes::Duration;

use crate::facts::{
    Choice, Clause, Entity, Header, Manner, MissionRelation, Part, PersonInRole, Relation,
    Resolution, Stated, Strength, Tally, Task, Term, TermSpan, Vote,
};
use crate::graph::iri::{slug, template};
use crate::graph::vocabulary::{dcterms, edtf, foaf, org, schema, skos, unsc};
use crate::graph::writer::{Writer, count};

/// Writes all that a resolution says.
pub fn map(resolution: &Resolution, writer: &mut Writer) {
    let subject = writer.name(template::RESOLUTION, &[]);
    let mut mapper = Mapper {
        subject,
        writer,
        named: BTreeSet::new(),
    };
    mapper.header(&resolution.header);
    mapper.vote(&resolution.vote);
    resolution
        .missions
        .iter()
        .for_each(|fact| mapper.mission(fact));
    resolution
        .strengths
        .iter()
        .for_each(|fact| mapper.strength(fact));
    resolution.terms.iter().for_each(|fact| mapper.term(fact));
    resolution.tasks.iter().for_each(|fact| mapper.task(fact));
    resolution
        .persons
        .iter()
        .for_each(|fact| mapper.person(fact));
    for (facts, predicate, class) in [
        (&resolution.places, unsc::MENTIONS_PLACE, unsc::PLACE),
        (&resolution.parties, unsc::MENTIONS_PARTY, unsc::PARTY),
        (
            &resolution.organizations,
            unsc::MENTIONS_ORGANIZATION,
            org::FORMAL_ORGANIZATION,
        ),
        (
            &resolution.agreements,
            unsc::MENTIONS_AGREEMENT,
            unsc::AGREEMENT,
        ),
    ] {
        for fact in facts {
            mapper.mention(fact, predicate, class);
        }
    }
    resolution.dates.iter().for_each(|fact| mapper.date(fact));
    resolution
        .citations
        .iter()
        .for_each(|fact| mapper.citation(fact));
    resolution
        .charter
        .iter()
        .for_each(|fact| mapper.charter(fact));
    resolution
        .measures
        .iter()
        .for_each(|fact| mapper.measure(fact));
    resolution
        .clauses
        .iter()
        .for_each(|clause| mapper.clause(clause));
}

struct Mapper<'a, 'b> {
    subject: NamedNode,
    writer: &'a mut Writer<'b>,
    /// Paths of the entities that have a name by now.
    named: BTreeSet<String>,
}

impl Mapper<'_, '_> {
    fn header(&mut self, header: &Header) {
        let subject = self.subject.clone();
        let number = header.number.value;
        self.writer.add(&subject, rdf::TYPE, unsc::RESOLUTION);
        self.state(unsc::NUMBER, count(number), &header.number);
        let year = header
            .date
            .as_ref()
            .map(|date| format!(" ({})", date.value.year()));
        let title = format!(
            "United Nations Security Council resolution {number}{}",
            year.unwrap_or_default()
        );
        self.writer.add(&subject, dcterms::TITLE, english(&title));
        if let Some(date) = &header.date {
            let literal = Literal::new_typed_literal(date.value.to_string(), xsd::DATE);
            self.state(dcterms::DATE, literal, date);
        }
        if let Some(meeting) = &header.meeting {
            let number = meeting.value.to_string();
            let node = self.writer.name(template::MEETING, &[("number", &number)]);
            self.writer.add(&node, rdf::TYPE, unsc::MEETING);
            self.writer.add(&node, unsc::NUMBER, count(meeting.value));
            self.state(unsc::ADOPTED_AT, node, meeting);
        }
        if let Some(subject) = &header.subject {
            self.state(unsc::AGENDA_ITEM, english(&subject.value), subject);
        }
        if let Some(symbol) = &header.symbol {
            self.state(
                dcterms::IDENTIFIER,
                Literal::new_simple_literal(&symbol.value),
                symbol,
            );
        }
        if let Some(document) = &header.document
            && let Ok(page) = NamedNode::new(&document.value)
        {
            self.state(rdfs::SEE_ALSO, page, document);
        }
    }

    fn vote(&mut self, vote: &Vote) {
        if vote.manner.is_none() && vote.tallies.is_empty() && vote.ballots.is_empty() {
            let source = self.writer.source().clone();
            self.writer
                .add(&source, unsc::STATES_NO_VOTE_ON, self.subject.clone());
        }
        if *vote == Vote::default() {
            return;
        }
        let node = self.writer.name(template::PART, &[("part", "vote")]);
        self.writer.add(&node, rdf::TYPE, unsc::VOTE);
        let subject = self.subject.clone();
        self.writer.add(&subject, unsc::HAS_VOTE, node.clone());
        if let Some(result) = &vote.result {
            self.writer
                .state(&node, unsc::RESULT, english(&result.value), result);
        }
        if let Some(manner) = &vote.manner {
            let concept = match manner.value {
                Manner::Unanimously => "unanimously",
                Manner::Consensus => "consensus",
                Manner::WithoutVote => "without-vote",
                Manner::WithoutObjection => "without-objection",
                Manner::InParts => "in-parts",
            };
            let concept = self.concept("manner", concept);
            self.writer.state(&node, unsc::MANNER, concept, manner);
        }
        for tally in &vote.tallies {
            let predicate = match tally.value.0 {
                Tally::For => unsc::VOTES_FOR,
                Tally::Against => unsc::VOTES_AGAINST,
                Tally::Abstention => unsc::ABSTENTIONS,
                Tally::Absent => unsc::ABSENT,
                Tally::NotVoting => unsc::NOT_VOTING,
            };
            self.writer
                .state(&node, predicate, count(tally.value.1), tally);
        }
        for ballot in &vote.ballots {
            let state = self.entity(&ballot.value.state, unsc::STATE);
            let slug = last_step(&ballot.value.state);
            let item = self
                .writer
                .name(template::PART_ITEM, &[("part", "vote"), ("item", slug)]);
            let choice = match ballot.value.choice {
                Choice::Yes => "yes",
                Choice::No => "no",
                Choice::Abstain => "abstain",
                Choice::Absent => "absent",
                Choice::NotParticipating => "not-participating",
            };
            let choice = self.concept("choice", choice);
            self.writer.add(&item, rdf::TYPE, unsc::BALLOT);
            self.writer.add(&item, unsc::VOTER, state);
            self.writer.add(&node, unsc::HAS_BALLOT, item.clone());
            self.writer.state(&item, unsc::CHOICE, choice, ballot);
        }
    }

    fn mission(&mut self, fact: &Stated<MissionRelation>) {
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

    fn strength(&mut self, fact: &Stated<Strength>) {
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

    fn term(&mut self, fact: &Stated<Term>) {
        let (item, predicate, literal) = match &fact.value.span {
            TermSpan::Period(period) => {
                let duration = canonical_duration(period);
                (
                    period,
                    unsc::DURATION,
                    Literal::new_typed_literal(duration, xsd::DURATION),
                )
            }
            TermSpan::Until(date) => (date, unsc::UNTIL, edtf_date(date)),
        };
        let node = self
            .writer
            .name(template::PART_ITEM, &[("part", "term"), ("item", item)]);
        self.writer.add(&node, rdf::TYPE, unsc::TERM);
        self.writer.add(&node, predicate, literal);
        // Twelve months are a year to XML Schema; the notation stays as stated.
        self.writer
            .add(&node, skos::NOTATION, Literal::new_simple_literal(item));
        self.mandate(fact.value.mission.as_ref(), unsc::HAS_TERM, &node);
        self.state(unsc::HAS_TERM, node, fact);
    }

    fn task(&mut self, fact: &Stated<Task>) {
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
        self.writer
            .add(&node, skos::NOTATION, Literal::new_simple_literal(letter));
        self.writer.add(&node, dcterms::DESCRIPTION, english(text));
        if let Some(clause) = clause {
            let clause = self.clause_node(Part::Operative, *clause);
            self.writer.add(&node, unsc::IN_CLAUSE, clause);
        }
        self.mandate(mission.as_ref(), unsc::HAS_TASK, &node);
        self.state(unsc::HAS_TASK, node, fact);
    }

    fn person(&mut self, fact: &Stated<PersonInRole>) {
        let PersonInRole { person, role } = &fact.value;
        let node = self.entity(person, foaf::PERSON);
        if let Some(role) = role {
            let values = [("part", "role"), ("item", last_step(person))];
            let membership = self.writer.name(template::PART_ITEM, &values);
            self.writer.add(&membership, rdf::TYPE, org::MEMBERSHIP);
            self.writer.add(&membership, org::MEMBER, node.clone());
            self.writer.add(&membership, rdfs::LABEL, english(role));
            self.state(unsc::STATES_ROLE, membership, fact);
        }
        self.state(unsc::MENTIONS_PERSON, node, fact);
    }

    fn mention(&mut self, fact: &Stated<Entity>, predicate: NamedNodeRef, class: NamedNodeRef) {
        let node = self.entity(&fact.value, class);
        self.state(predicate, node, fact);
    }

    fn date(&mut self, fact: &Stated<String>) {
        self.state(unsc::MENTIONS_DATE, edtf_date(&fact.value), fact);
    }

    fn citation(&mut self, fact: &Stated<u32>) {
        let number = fact.value.to_string();
        let node = self
            .writer
            .name(template::RESOLUTION, &[("number", &number)]);
        self.writer.add(&node, rdf::TYPE, unsc::RESOLUTION);
        self.writer.add(&node, unsc::NUMBER, count(fact.value));
        self.state(dcterms::REFERENCES, node, fact);
    }

    fn charter(&mut self, fact: &Stated<String>) {
        let node = self.concept("charter", &slug(&fact.value));
        self.writer.add(&node, rdf::TYPE, unsc::CHARTER_PROVISION);
        self.writer
            .add(&node, skos::PREF_LABEL, english(&fact.value));
        self.state(unsc::INVOKES, node, fact);
    }

    fn measure(&mut self, fact: &Stated<Entity>) {
        let node = self.writer.entity(&fact.value.path);
        self.state(unsc::IMPOSES, node, fact);
    }

    fn clause(&mut self, clause: &Clause) {
        let node = self.clause_node(clause.part, clause.number);
        let class = match clause.part {
            Part::Preamble => unsc::RECITAL,
            Part::Operative => unsc::OPERATIVE_PARAGRAPH,
        };
        self.writer.add(&node, rdf::TYPE, class);
        self.writer.add(&node, unsc::NUMBER, count(clause.number));
        if let Some(act) = &clause.act {
            self.writer
                .state(&node, unsc::VERB, english(&act.value), act);
        }
        if let Some(concept) = &clause.concept {
            let concept = self.writer.entity(concept);
            self.writer.add(&node, unsc::ACT, concept);
        }
        self.writer
            .add(&node, schema::TEXT, english(&clause.text.value));
        self.state(dcterms::HAS_PART, node, &clause.text);
    }

    fn clause_node(&self, part: Part, number: u32) -> NamedNode {
        let part = match part {
            Part::Preamble => "recital",
            Part::Operative => "clause",
        };
        let values = [("part", part), ("item", &number.to_string())];
        self.writer.name(template::PART_ITEM, &values)
    }

    /// Makes a strength, term or task part of the mandate that the resolution gives a mission.
    fn mandate(&mut self, mission: Option<&Entity>, predicate: NamedNodeRef, part: &NamedNode) {
        let Some(mission) = mission else { return };
        let values = [("part", "mandate"), ("item", last_step(mission))];
        let mandate = self.writer.name(template::PART_ITEM, &values);
        let node = self.writer.entity(&mission.path);
        let subject = self.subject.clone();
        self.writer
            .add(&subject, unsc::HAS_MANDATE, mandate.clone());
        self.writer.add(&mandate, rdf::TYPE, unsc::MANDATE);
        self.writer.add(&mandate, unsc::OF_MISSION, node);
        self.writer.add(&mandate, predicate, part.clone());
    }

    /// Names an entity: what the document first calls it and, if that is all that is known, what
    /// it is.
    fn entity(&mut self, entity: &Entity, class: NamedNodeRef) -> NamedNode {
        let node = self.writer.entity(&entity.path);
        if !self.named.insert(entity.path.clone()) {
            return node;
        }
        self.writer.add(&node, rdfs::LABEL, english(&entity.name));
        if !entity.known {
            self.writer.add(&node, rdf::TYPE, class);
            self.writer
                .add(&node, skos::PREF_LABEL, english(&entity.name));
            if let Some(notation) = &entity.notation {
                self.writer
                    .add(&node, skos::NOTATION, Literal::new_simple_literal(notation));
            }
        }
        node
    }

    fn concept(&self, scheme: &str, concept: &str) -> NamedNode {
        self.writer.name(
            template::CONCEPT,
            &[("scheme", scheme), ("concept", concept)],
        )
    }

    fn state<T>(
        &mut self,
        predicate: NamedNodeRef,
        object: impl Into<oxigraph::model::Term>,
        fact: &Stated<T>,
    ) {
        let subject = self.subject.clone();
        self.writer.state(&subject, predicate, object, fact);
    }
}

fn english(text: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(text, "en")
}

/// The canonical form of XML Schema, which has no weeks; stores keep it as it is.
fn canonical_duration(period: &str) -> String {
    let weeks = period
        .strip_prefix('P')
        .and_then(|rest| rest.strip_suffix('W')?.parse::<u32>().ok());
    let period = weeks.map_or_else(|| period.to_owned(), |weeks| format!("P{}D", weeks * 7));
    period
        .parse::<Duration>()
        .map_or(period, |duration| duration.to_string())
}

fn edtf_date(date: &str) -> Literal {
    Literal::new_typed_literal(date, edtf::LEVEL_1)
}

fn last_step(entity: &Entity) -> &str {
    entity.path.rsplit('/').next().unwrap_or(&entity.path)
}
