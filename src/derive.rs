//! What follows though no document says it: who was Secretary-General, who sat on the Council,
//! and who must have voted for a resolution.
//!
//! The rules are named and defined in `ontology/rules.ttl`, the terms of office stand in
//! `people.ttl` and `council.ttl`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use oxigraph::model::{NamedOrBlankNode, Term, Triple};

use crate::facts::{Choice, Manner, Resolution, Tally, Vote};
use crate::ontology::BASE;

const START: &str = "https://schema.org/startDate";
const END: &str = "https://schema.org/endDate";
const ORG: &str = "http://www.w3.org/ns/org#";

/// A fact that follows by a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The rule, by the path of its concept: `rule/unanimity`.
    pub rule: &'static str,
    /// What follows.
    pub conclusion: Conclusion,
}

/// What can follow. States, persons and the like are given by their paths below the base IRI.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conclusion {
    /// Who was Secretary-General.
    SecretaryGeneral(String),
    /// Who sat on the Council.
    Council(Vec<String>),
    /// Who voted for the resolution.
    InFavour(Vec<String>),
    /// Which sanctions regime a measure that it imposes belongs to.
    Regime {
        /// The measure.
        measure: String,
        /// The regime.
        regime: String,
    },
}

/// Who held which office when.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    secretaries_general: Vec<Tenure>,
    council: Vec<Tenure>,
    permanent: Vec<Tenure>,
}

/// The time of a person or state in an office, from its first day to its last.
#[derive(Clone, Debug)]
struct Tenure {
    holder: String,
    start: Date,
    end: Option<Date>,
}

impl Tenure {
    fn covers(&self, day: Date) -> bool {
        self.start <= day && self.end.is_none_or(|end| day <= end)
    }
}

impl Calendar {
    /// Reads the memberships of the ontology that have a first day.
    #[must_use]
    pub fn new(ontology: &[Triple]) -> Self {
        let mut memberships = BTreeMap::<&str, BTreeMap<&str, &str>>::new();
        for triple in ontology {
            let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
                continue;
            };
            let predicate = triple.predicate.as_str();
            let value = match &triple.object {
                Term::NamedNode(object) if predicate.starts_with(ORG) => object.as_str(),
                Term::Literal(value) if [START, END].contains(&predicate) => value.value(),
                _ => continue,
            };
            let membership = memberships.entry(subject.as_str()).or_default();
            membership.insert(predicate.trim_start_matches(ORG), value);
        }
        let mut calendar = Self::default();
        for membership in memberships.values() {
            let below = |name| membership.get(name)?.strip_prefix(BASE);
            let day = |name| membership.get(name)?.parse::<Date>().ok();
            let (Some(holder), Some(start)) = (below("member"), day(START)) else {
                continue;
            };
            let tenure = Tenure {
                holder: holder.to_owned(),
                start,
                end: day(END),
            };
            if below("role") == Some("office/secretary-general") {
                calendar.secretaries_general.push(tenure);
            } else if below("organization") == Some("organization/security-council") {
                if below("role") == Some("role/permanent-member") {
                    calendar.permanent.push(tenure.clone());
                }
                calendar.council.push(tenure);
            }
        }
        calendar
    }

    /// The paths of the states that sat on the Council on a day.
    #[must_use]
    pub fn council(&self, day: Date) -> Vec<String> {
        let sitting = self.council.iter().filter(|tenure| tenure.covers(day));
        sitting.map(|tenure| tenure.holder.clone()).collect()
    }

    /// The paths of the permanent members of the Council on a day.
    #[must_use]
    pub fn permanent_members(&self, day: Date) -> Vec<String> {
        let sitting = self.permanent.iter().filter(|tenure| tenure.covers(day));
        sitting.map(|tenure| tenure.holder.clone()).collect()
    }

    /// What follows from the date of a resolution and from what is said of its vote.
    #[must_use]
    pub fn derive(&self, resolution: &Resolution) -> Vec<Derived> {
        let Some(date) = &resolution.header.date else {
            return Vec::new();
        };
        let day = date.value;
        let mut derived = Vec::new();
        if let Some(tenure) = self.secretaries_general.iter().find(|t| t.covers(day)) {
            derived.push(Derived {
                rule: "rule/secretary-general-of-the-day",
                conclusion: Conclusion::SecretaryGeneral(tenure.holder.clone()),
            });
        }
        let council = self.council(day);
        if council.is_empty() {
            return derived;
        }
        if let Some((rule, states)) = in_favour(&resolution.vote, &council) {
            derived.push(Derived {
                rule,
                conclusion: Conclusion::InFavour(states),
            });
        }
        derived.push(Derived {
            rule: "rule/council-of-the-day",
            conclusion: Conclusion::Council(council),
        });
        derived
    }
}

/// The members that must have voted for a resolution, and by which rule. Nothing follows if the
/// text names a voter that was no member: then the date or the name was misread.
fn in_favour(vote: &Vote, council: &[String]) -> Option<(&'static str, Vec<String>)> {
    let is_member = |path: &String| council.contains(path);
    if !vote
        .ballots
        .iter()
        .all(|ballot| is_member(&ballot.value.state.path))
    {
        return None;
    }
    let did_otherwise = |member: &String| {
        vote.ballots
            .iter()
            .any(|ballot| &ballot.value.state.path == member && ballot.value.choice != Choice::Yes)
    };
    let rest: Vec<String> = council
        .iter()
        .filter(|member| !did_otherwise(member))
        .cloned()
        .collect();
    let stated = vote
        .tallies
        .iter()
        .find(|tally| tally.value.0 == Tally::For)
        .map(|tally| tally.value.1 as usize);
    let manner = vote.manner.as_ref().map(|manner| manner.value);
    match (stated, manner) {
        (Some(votes), _) if votes == rest.len() => Some(("rule/remaining-members", rest)),
        (None, Some(Manner::Unanimously)) => Some(("rule/unanimity", rest)),
        _ => None,
    }
}
