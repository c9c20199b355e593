//! How a resolution was adopted.

use oxigraph::model::vocab::rdf;

use super::{Mapper, last_step};
use crate::facts::{Choice, Manner, Tally, Vote};
use crate::graph::iri::template;
use crate::graph::quads::{count, english};
use crate::graph::vocabulary::unsc;

impl Mapper<'_, '_> {
    pub(super) fn vote(&mut self, vote: &Vote) {
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
}
