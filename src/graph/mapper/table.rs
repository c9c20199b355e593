//! What the rows of tables say.

use std::collections::BTreeSet;

use oxigraph::model::vocab::{rdf, rdfs, xsd};
use oxigraph::model::{Literal, NamedNode};

use super::{Mapper, last_step};
use crate::facts::{Draft, Entity, LibraryRecord, Stated};
use crate::graph::iri::template;
use crate::graph::links::undocs;
use crate::graph::quads::{count, english, plain};
use crate::graph::vocabulary::{dcterms, foaf, unsc};
use crate::graph::writer::Writer;
use crate::recognize::tables::Listing;

/// Writes all that the rows of a table say.
pub fn map(listing: &Listing, writer: &mut Writer) {
    let mut mapper = Mapper {
        subject: writer.source().clone(),
        writer,
        named: BTreeSet::new(),
    };
    match listing {
        Listing::LibraryRecords(records) => records.iter().for_each(|row| mapper.record(row)),
        Listing::Vetoes(drafts) => drafts.iter().for_each(|row| mapper.draft(row)),
    }
}

impl Mapper<'_, '_> {
    fn record(&mut self, record: &LibraryRecord) {
        let number = record.resolution.value;
        let values = [("number", &*number.to_string())];
        self.subject = self.writer.name(template::RESOLUTION, &values);
        let subject = self.subject.clone();
        self.writer.add(&subject, rdf::TYPE, unsc::RESOLUTION);
        self.state(unsc::NUMBER, count(number), &record.resolution);
        let page = NamedNode::new_unchecked(&record.page.value);
        self.state(foaf::IS_PRIMARY_TOPIC_OF, page, &record.page);
    }

    fn draft(&mut self, draft: &Draft) {
        self.subject = match &draft.symbol {
            Some(symbol) => self.by_symbol(template::DRAFT, &symbol.value),
            None => self.writer.item("draft", &draft.line.to_string()),
        };
        let subject = self.subject.clone();
        self.writer.add(&subject, rdf::TYPE, unsc::DRAFT_RESOLUTION);
        let label = match &draft.symbol {
            Some(symbol) => format!("draft resolution {}", symbol.value),
            None => format!("draft resolution of {}", draft.date.value),
        };
        self.writer.add(&subject, rdfs::LABEL, english(&label));
        if let Some(symbol) = &draft.symbol {
            let literal = plain(&symbol.value);
            self.state(unsc::SYMBOL, literal.clone(), symbol);
            self.state(dcterms::IDENTIFIER, literal, symbol);
            if let Some(page) = undocs(&symbol.value) {
                self.state(foaf::PAGE, page, symbol);
            }
        }
        if let Some(citation) = &draft.citation {
            let literal = plain(&citation.value);
            self.state(dcterms::BIBLIOGRAPHIC_CITATION, literal, citation);
        }
        if let Some(record) = &draft.printed_in {
            let document = self.un_document(&record.value);
            self.state(unsc::PRINTED_IN, document, record);
        }
        let date = Literal::new_typed_literal(draft.date.value.to_string(), xsd::DATE);
        self.state(dcterms::DATE, date, &draft.date);
        for record in &draft.records {
            let document = self.un_document(&record.value);
            self.state(unsc::RECORDED_IN, document, record);
            if let Some(number) = record
                .value
                .strip_prefix("S/PV.")
                .and_then(|n| n.parse::<u32>().ok())
            {
                let meeting = self.meeting(number);
                self.state(unsc::PUT_TO_VOTE_AT, meeting, record);
            }
        }
        if let Some(item) = &draft.agenda_item {
            self.state(unsc::AGENDA_ITEM, english(&item.value), item);
        }
        self.vetoes(&draft.vetoes);
    }

    /// Vetoes are votes against of permanent members, by which a draft fails.
    fn vetoes(&mut self, vetoes: &[Stated<Entity>]) {
        let draft = self.subject.clone();
        let vote = NamedNode::new_unchecked(format!("{}/vote", draft.as_str()));
        self.writer.add(&draft, unsc::HAS_VOTE, vote.clone());
        self.writer.add(&vote, rdf::TYPE, unsc::VOTE);
        for veto in vetoes {
            let state = self.entity(&veto.value, unsc::STATE);
            self.state(unsc::VETOED_BY, state.clone(), veto);
            let ballot = format!("{}/{}", vote.as_str(), last_step(&veto.value));
            let ballot = NamedNode::new_unchecked(ballot);
            self.writer.add(&vote, unsc::HAS_BALLOT, ballot.clone());
            self.writer.add(&ballot, rdf::TYPE, unsc::BALLOT);
            self.writer.add(&ballot, unsc::VOTER, state);
            let against = self.concept("choice", "no");
            self.writer.state(&ballot, unsc::CHOICE, against, veto);
        }
    }
}
