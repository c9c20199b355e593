//! Facts to quads: one function a kind of fact.

mod clause;
mod decision;
mod document;
mod event;
mod expression;
mod mandate;
mod table;
mod vote;

use std::collections::BTreeSet;

use jiff::civil::Date;
use oxigraph::model::vocab::{rdf, rdfs, xsd};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef};
use oxsdatatypes::Duration;

pub use table::map as map_table;

use crate::document::Kind;
use crate::facts::{
    CitedParagraph, Domain, Entity, Header, Office, PersonInRole, Resolution, Stated,
    TypedCitation, YearOfAdoption,
};
use crate::graph::iri::{slug, template};
use crate::graph::links::{akn, dbpedia, undocs};
use crate::graph::quads::{count, english, plain};
use crate::graph::vocabulary::{dcterms, edtf, foaf, org, owl, skos, unsc};
use crate::graph::writer::Writer;
use crate::ontology::NAMESPACE;
use crate::symbol;

/// Writes all that a document of a kind says of its resolution.
pub fn map(resolution: &Resolution, kind: Kind, writer: &mut Writer) {
    let subject = writer.name(template::RESOLUTION, &[]);
    let mut mapper = Mapper {
        subject,
        writer,
        named: BTreeSet::new(),
    };
    mapper.header(&resolution.header);
    mapper.expression(kind);
    mapper.vote(&resolution.vote);
    resolution
        .missions
        .iter()
        .for_each(|fact| mapper.mission(fact));
    resolution
        .strengths
        .iter()
        .for_each(|fact| mapper.strength(fact));
    resolution
        .details
        .iter()
        .for_each(|fact| mapper.detail(fact));
    resolution.terms.iter().for_each(|fact| mapper.term(fact));
    resolution.tasks.iter().for_each(|fact| mapper.task(fact));
    resolution
        .assignments
        .iter()
        .for_each(|fact| mapper.assignment(fact));
    resolution
        .persons
        .iter()
        .for_each(|fact| mapper.person(fact));
    resolution.posts.iter().for_each(|fact| mapper.post(fact));
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
    resolution
        .signings
        .iter()
        .for_each(|fact| mapper.signing(fact));
    resolution
        .situations
        .iter()
        .for_each(|fact| mapper.situation(fact));
    resolution.events.iter().for_each(|fact| mapper.event(fact));
    resolution.dates.iter().for_each(|fact| mapper.date(fact));
    resolution
        .periods
        .iter()
        .for_each(|fact| mapper.period(fact));
    resolution
        .citations
        .iter()
        .for_each(|fact| mapper.citation(fact));
    resolution.years.iter().for_each(|fact| mapper.year(fact));
    resolution
        .typed_citations
        .iter()
        .for_each(|fact| mapper.typed_citation(fact));
    resolution
        .paragraphs
        .iter()
        .for_each(|fact| mapper.paragraph(fact));
    resolution
        .documents
        .iter()
        .for_each(|fact| mapper.document(fact));
    resolution
        .charter
        .iter()
        .for_each(|fact| mapper.charter(fact));
    resolution
        .measures
        .iter()
        .for_each(|fact| mapper.measure(fact));
    resolution
        .decisions
        .iter()
        .for_each(|fact| mapper.decision(fact));
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
            .year
            .as_ref()
            .map(|year| format!(" ({})", year.value));
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
            let node = self.meeting(meeting.value);
            self.state(unsc::ADOPTED_AT, node, meeting);
        }
        if let Some(subject) = &header.subject {
            self.state(unsc::AGENDA_ITEM, english(&subject.value), subject);
        }
        if let Some(symbol) = &header.symbol {
            self.state(dcterms::IDENTIFIER, plain(&symbol.value), symbol);
        }
        if let Some(document) = &header.document
            && let Ok(page) = NamedNode::new(&document.value)
        {
            self.state(rdfs::SEE_ALSO, page, document);
        }
        self.links(header);
        self.akn(header);
    }

    /// Its name in Akoma Ntoso, which rests on number and day.
    fn akn(&mut self, header: &Header) {
        let Some(date) = &header.date else { return };
        let name = akn(header.number.value, date.value);
        let mut words = header.number.clone().map(|_| ());
        words.also.push(date.evidence.clone());
        let literal = Literal::new_typed_literal(name, xsd::ANY_URI);
        self.state(unsc::AKN_IRI, literal, &words);
    }

    /// What the Organization and others call the resolution, and where its text is, by their rules.
    fn links(&mut self, header: &Header) {
        if let Some(article) = &header.article {
            self.state(owl::SAME_AS, dbpedia(&article.value), article);
        }
        if let Some(year) = &header.year {
            let symbol = symbol::of_resolution(header.number.value, year.value);
            let (number, year) = (&header.number.evidence, &year.evidence);
            let mut words = Stated::new((), year.clone());
            if !year.bytes.contains(&number.bytes.start) {
                words.also.push(number.clone());
            }
            self.state(unsc::SYMBOL, plain(&symbol), &words);
            if let Some(page) = undocs(&symbol) {
                self.state(foaf::PAGE, page, &words);
            }
        }
    }

    fn meeting(&mut self, number: u32) -> NamedNode {
        let values = [("number", &*number.to_string())];
        let node = self.writer.name(template::MEETING, &values);
        self.writer.add(&node, rdf::TYPE, unsc::MEETING);
        self.writer.add(&node, unsc::NUMBER, count(number));
        node
    }

    fn person(&mut self, fact: &Stated<PersonInRole>) {
        let PersonInRole { person, role } = &fact.value;
        let node = self.entity(person, foaf::PERSON);
        if let Some(office) = role {
            let values = [("part", "role"), ("item", last_step(person))];
            let membership = self.writer.name(template::PART_ITEM, &values);
            self.writer.add(&membership, rdf::TYPE, org::MEMBERSHIP);
            self.writer.add(&membership, org::MEMBER, node.clone());
            self.office(&membership, office, org::ORGANIZATION, fact);
            self.state(unsc::STATES_ROLE, membership, fact);
        }
        self.state(unsc::MENTIONS_PERSON, node, fact);
    }

    fn post(&mut self, fact: &Stated<Office>) {
        let office = &fact.value;
        let kind = office.kind.rsplit('/').next().unwrap_or_default();
        let of = office.of.as_ref().map_or("", |of| last_step(of.entity()));
        let item = format!("{kind}-{of}");
        let values = [("part", "post"), ("item", item.as_str())];
        let node = self.writer.name(template::PART_ITEM, &values);
        self.writer.add(&node, rdf::TYPE, org::POST);
        self.office(&node, office, org::POST_IN, fact);
        self.state(unsc::MENTIONS_POST, node, fact);
    }

    /// What is said of an office: its title, its kind, and what it is in or for.
    fn office<T>(
        &mut self,
        node: &NamedNode,
        office: &Office,
        within: NamedNodeRef,
        fact: &Stated<T>,
    ) {
        let Office { kind, title, of } = office;
        self.writer.add(node, rdfs::LABEL, english(title));
        let kind = self.writer.entity(kind);
        self.writer.state(node, org::ROLE, kind, fact);
        if let Some(of) = of {
            let property = match of {
                Domain::In(_) => within,
                Domain::For(_) => unsc::OFFICE_FOR,
            };
            let of = self.writer.entity(&of.entity().path);
            self.writer.state(node, property, of, fact);
        }
    }

    fn mention(&mut self, fact: &Stated<Entity>, predicate: NamedNodeRef, class: NamedNodeRef) {
        let node = self.entity(&fact.value, class);
        self.state(predicate, node, fact);
    }

    fn date(&mut self, fact: &Stated<String>) {
        self.state(unsc::MENTIONS_DATE, date_literal(&fact.value), fact);
    }

    fn period(&mut self, fact: &Stated<String>) {
        self.state(unsc::MENTIONS_PERIOD, date_literal(&fact.value), fact);
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

    fn year(&mut self, fact: &Stated<YearOfAdoption>) {
        let YearOfAdoption { resolution, year } = fact.value;
        let values = [("number", &*resolution.to_string())];
        let node = self.writer.name(template::RESOLUTION, &values);
        let symbol = plain(&symbol::of_resolution(resolution, year));
        self.writer.state(&node, unsc::SYMBOL, symbol, fact);
    }

    /// The property that stands for the way of citing lies below `dcterms:references`, which is
    /// stated too.
    fn typed_citation(&mut self, fact: &Stated<TypedCitation>) {
        let TypedCitation {
            property, number, ..
        } = &fact.value;
        let values = [("number", &*number.to_string())];
        let node = self.writer.name(template::RESOLUTION, &values);
        let property = NamedNode::new_unchecked(format!("{NAMESPACE}{property}"));
        self.state(property.as_ref(), node, fact);
    }

    fn paragraph(&mut self, fact: &Stated<CitedParagraph>) {
        let CitedParagraph {
            resolution,
            paragraph,
        } = fact.value;
        let values = [
            ("number", &*resolution.to_string()),
            ("part", "clause"),
            ("item", &*paragraph.to_string()),
        ];
        let node = self.writer.name(template::PART_ITEM, &values);
        let of = self.writer.name(template::RESOLUTION, &values[..1]);
        self.writer.add(&node, rdf::TYPE, unsc::OPERATIVE_PARAGRAPH);
        self.writer.add(&node, unsc::NUMBER, count(paragraph));
        self.writer.add(&node, dcterms::IS_PART_OF, of);
        self.state(unsc::CITES_PARAGRAPH, node, fact);
    }

    fn charter(&mut self, fact: &Stated<String>) {
        let node = self.concept("charter", &slug(&fact.value));
        self.writer.add(&node, rdf::TYPE, unsc::CHARTER_PROVISION);
        self.writer
            .add(&node, skos::PREF_LABEL, english(&fact.value));
        self.state(unsc::INVOKES, node, fact);
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
                .add(&node, skos::PREF_LABEL, english(&entity.label));
            if let Some(notation) = &entity.notation {
                self.writer.add(&node, skos::NOTATION, plain(notation));
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

/// A date in EDTF level 1 as a literal: of XML Schema where that is as exact, so that queries can
/// compare days.
fn date_literal(date: &str) -> Literal {
    let datatype = match date.len() {
        _ if date.parse::<Date>().is_ok() => xsd::DATE,
        7 if ("01"..="12").contains(&&date[5..]) => xsd::G_YEAR_MONTH,
        4 => xsd::G_YEAR,
        _ => edtf::LEVEL_1,
    };
    Literal::new_typed_literal(date, datatype)
}

fn last_step(entity: &Entity) -> &str {
    entity.path.rsplit('/').next().unwrap_or(&entity.path)
}
