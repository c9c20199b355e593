//! Names and cue words to look for, read from the SKOS schemes of the ontology.

mod dated;
mod matcher;
mod phrase;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use anyhow::Result;
use oxigraph::model::{NamedOrBlankNode, Term, Triple};

pub use dated::Validity;
pub use matcher::{Found, Matcher};
pub use phrase::{CITATION, Phrases, Words};

use crate::facts::Entity;
use crate::ontology::{BASE, NAMESPACE};

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

/// A concept of one of the schemes.
#[derive(Clone, Debug, Default)]
pub struct Concept {
    /// Its path below the base IRI: `state/tajikistan`.
    pub path: String,
    /// The last step of its scheme's path: `states`.
    pub scheme: String,
    /// Its preferred name.
    pub label: String,
    /// Its acronym or code, if it has one.
    pub notation: Option<String>,
    /// The path of its broader concept, if it has one.
    pub broader: Option<String>,
    /// The local name of the class that it is an instance of or, for head nouns, denotes.
    pub class: String,
    /// For places: the path of the state that they are in.
    pub in_state: Option<String>,
    /// For decisions: the local name of the class of things that they are on.
    pub takes: Option<String>,
    /// For decisions and citations: the paths of the acts, or groups of acts, that make them; for
    /// events: by which they are asked for.
    pub by_acts: Vec<String>,
    /// For events and situations: the words that join a place to them, `'s` for a place before them.
    pub placed_by: Vec<String>,
    /// Words by which who did such an event is joined to it.
    pub done_by: Vec<String>,
    /// Words by which those whom such an event was done to are joined to it.
    pub done_to: Vec<String>,
    /// For citations: the local name of the property that stands for this way of citing.
    pub property: Option<String>,
    /// For kinds of documents: the component of symbols that tells the kind.
    pub in_symbol: Option<String>,
    /// Rows of words that cue it, as [`Phrases`] reads them.
    cues: Vec<String>,
    /// All names, hidden ones too.
    names: Vec<String>,
    /// Adjectives and names of its people.
    demonyms: Vec<String>,
}

impl Concept {
    /// All its names, hidden ones too.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether rows of words cue it.
    #[must_use]
    pub fn has_cues(&self) -> bool {
        !self.cues.is_empty()
    }

    /// The concept as a document names it.
    #[must_use]
    pub fn entity(&self, name: &str) -> Entity {
        Entity {
            path: self.path.clone(),
            name: name.to_owned(),
            label: self.label.clone(),
            notation: self.notation.clone(),
            known: true,
        }
    }
}

/// Schemes whose names stand for things in the world and are looked for all at once.
const NAME_SCHEMES: &[&str] = &[
    "agreements",
    "context",
    "missions",
    "organizations",
    "parties",
    "people",
    "places",
    "states",
];

/// Everything that can be recognized by its name.
#[derive(Debug)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    by_path: HashMap<String, usize>,
    names: Matcher,
    /// Long names of missions, to be found in upper and lower case.
    missions: Matcher,
    states: Matcher,
    demonyms: Matcher,
    cues: HashMap<String, Matcher>,
    /// Names that things bore for a time, with their bearers.
    dated: BTreeMap<String, Vec<(String, Validity)>>,
    /// Concepts with rows of cue words, by scheme.
    phrases: HashMap<String, Vec<(usize, Phrases)>>,
}

impl Lexicon {
    /// Reads the schemes out of the ontology.
    ///
    /// # Errors
    /// If there are more names than an automaton can hold.
    pub fn new(ontology: &[Triple]) -> Result<Self> {
        let concepts = concepts(ontology);
        let names_of = |schemes: &[&str]| {
            let mut names = Vec::new();
            for (index, concept) in concepts.iter().enumerate() {
                if schemes.contains(&concept.scheme.as_str()) {
                    names.extend(concept.names.iter().map(|name| (name.as_str(), index)));
                }
            }
            names
        };
        let demonyms = concepts.iter().enumerate().flat_map(|(index, concept)| {
            concept
                .demonyms
                .iter()
                .map(move |name| (name.as_str(), index))
        });
        let mut cues = HashMap::new();
        for concept in &concepts {
            let scheme = concept.scheme.as_str();
            if !NAME_SCHEMES.contains(&scheme) && !cues.contains_key(scheme) {
                let matcher = if scheme == "heads" {
                    Matcher::new(names_of(&[scheme]))
                } else {
                    Matcher::ignoring_case(names_of(&[scheme]))
                };
                cues.insert(scheme.to_owned(), matcher?);
            }
        }
        let mut phrases = HashMap::<String, Vec<(usize, Phrases)>>::new();
        for (index, concept) in concepts.iter().enumerate() {
            if !concept.cues.is_empty() {
                let of_scheme = phrases.entry(concept.scheme.clone()).or_default();
                of_scheme.push((index, Phrases::new(&concept.cues)));
            }
        }
        Ok(Self {
            dated: dated::dated_names(ontology),
            phrases,
            names: Matcher::new(names_of(NAME_SCHEMES))?,
            missions: Matcher::ignoring_case(
                names_of(&["missions"])
                    .into_iter()
                    .filter(|(name, _)| [" in ", " for "].iter().any(|of| name.contains(of))),
            )?,
            states: Matcher::new(names_of(&["states"]))?,
            demonyms: Matcher::new(demonyms)?,
            cues,
            by_path: concepts
                .iter()
                .enumerate()
                .map(|(i, c)| (c.path.clone(), i))
                .collect(),
            concepts,
        })
    }

    /// The concept that was found.
    #[must_use]
    pub fn concept(&self, found: &Found) -> &Concept {
        &self.concepts[found.concept]
    }

    /// The things that a name stood for only for a time, and when.
    #[must_use]
    pub fn bearers_of(&self, name: &str) -> &[(String, Validity)] {
        self.dated.get(name).map_or(&[], Vec::as_slice)
    }

    /// The concept at a path below the base IRI.
    #[must_use]
    pub fn by_path(&self, path: &str) -> Option<&Concept> {
        self.by_path.get(path).map(|index| &self.concepts[*index])
    }

    /// The concepts of a scheme.
    pub fn concepts_of(&self, scheme: &str) -> impl Iterator<Item = &Concept> {
        self.concepts
            .iter()
            .filter(move |concept| concept.scheme == scheme)
    }

    /// Names of things in the world, longest first, none inside another.
    #[must_use]
    pub fn names_in(&self, text: &str) -> Vec<Found> {
        self.names.find(text)
    }

    /// Long names of missions in upper and lower case: "United Nations Mission for the referendum".
    #[must_use]
    pub fn missions_in(&self, text: &str) -> Vec<Found> {
        self.missions.find(text)
    }

    /// Names of states, as they were called at any time.
    #[must_use]
    pub fn states_in(&self, text: &str) -> Vec<(Range<usize>, Entity)> {
        let entity = |found: &Found| self.concept(found).entity(&text[found.range.clone()]);
        self.states
            .find(text)
            .iter()
            .map(|found| (found.range.clone(), entity(found)))
            .collect()
    }

    /// The state of a name.
    #[must_use]
    pub fn state_named(&self, name: &str) -> Option<Entity> {
        let states = self.states_in(name);
        let whole = |(range, state): (Range<usize>, _)| (range == (0..name.len())).then_some(state);
        states.into_iter().find_map(whole)
    }

    /// Adjectives and names of peoples; the concepts are their states.
    #[must_use]
    pub fn demonyms_in(&self, text: &str) -> Vec<Found> {
        self.demonyms.find(text)
    }

    /// Cue words of a scheme: `acts`, `heads`, `measures`, `offices`, `personnel`, `relations`.
    #[must_use]
    pub fn cues_in(&self, scheme: &str, text: &str) -> Vec<Found> {
        self.cues
            .get(scheme)
            .map_or_else(Vec::new, |matcher| matcher.find(text))
    }

    /// The concepts of a scheme that are cued by rows of words, each with where it first is.
    #[must_use]
    pub fn phrases_in(&self, scheme: &str, text: &str) -> Vec<(Range<usize>, &Concept)> {
        let of_scheme = self.phrases.get(scheme).into_iter().flatten();
        let words = Words::new(text);
        of_scheme
            .filter_map(|(concept, phrases)| {
                Some((phrases.find(&words)?, &self.concepts[*concept]))
            })
            .collect()
    }

    /// The concept that is narrower than `broader` or is it.
    #[must_use]
    pub fn is_within(&self, path: &str, broader: &str) -> bool {
        let mut at = Some(path);
        while let Some(path) = at {
            if path == broader {
                return true;
            }
            at = self
                .by_path(path)
                .and_then(|concept| concept.broader.as_deref());
        }
        false
    }
}

fn concepts(ontology: &[Triple]) -> Vec<Concept> {
    let mut concepts = BTreeMap::<&str, Concept>::new();
    for triple in ontology {
        let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
            continue;
        };
        let Some(path) = subject.as_str().strip_prefix(BASE) else {
            continue;
        };
        let concept = concepts.entry(path).or_default();
        let predicate = triple.predicate.as_str();
        match &triple.object {
            Term::NamedNode(object) => {
                let object = object.as_str();
                let local = || {
                    object
                        .rsplit(['#', '/'])
                        .next()
                        .unwrap_or_default()
                        .to_owned()
                };
                let below = || object.strip_prefix(BASE).map(str::to_owned);
                if predicate.strip_prefix(SKOS) == Some("inScheme") {
                    path.clone_into(&mut concept.path);
                    concept.scheme = local();
                } else if predicate.strip_prefix(SKOS) == Some("broader") {
                    concept.broader = below();
                } else if predicate.strip_prefix(NAMESPACE) == Some("inState") {
                    concept.in_state = below();
                } else if predicate.strip_prefix(NAMESPACE) == Some("takes") {
                    concept.takes = Some(local());
                } else if predicate.strip_prefix(NAMESPACE) == Some("asProperty") {
                    concept.property = Some(local());
                } else if matches!(predicate.strip_prefix(NAMESPACE), Some("byAct" | "askedBy")) {
                    concept.by_acts.extend(below());
                } else if predicate.strip_prefix(NAMESPACE) == Some("denotes")
                    || predicate.ends_with("#type") && concept.class.is_empty()
                {
                    concept.class = local();
                }
            }
            Term::Literal(value) => match predicate.strip_prefix(SKOS) {
                Some("prefLabel") => {
                    value.value().clone_into(&mut concept.label);
                    concept.names.push(value.value().to_owned());
                }
                Some("altLabel" | "hiddenLabel") => concept.names.push(value.value().to_owned()),
                Some("notation") => concept.notation = Some(value.value().to_owned()),
                _ if predicate.strip_prefix(NAMESPACE) == Some("demonym") => {
                    concept.demonyms.push(value.value().to_owned());
                }
                _ if predicate.strip_prefix(NAMESPACE) == Some("doneBy") => {
                    concept.done_by.push(value.value().to_owned());
                }
                _ if predicate.strip_prefix(NAMESPACE) == Some("doneTo") => {
                    concept.done_to.push(value.value().to_owned());
                }
                _ if predicate.strip_prefix(NAMESPACE) == Some("placedBy") => {
                    concept.placed_by.push(value.value().to_owned());
                }
                _ if predicate.strip_prefix(NAMESPACE) == Some("inSymbol") => {
                    concept.in_symbol = Some(value.value().to_owned());
                }
                _ if predicate.strip_prefix(NAMESPACE) == Some("cue") => {
                    concept.cues.push(value.value().to_owned());
                }
                _ => {}
            },
            _ => {}
        }
    }
    concepts
        .into_values()
        .filter(|concept| !concept.scheme.is_empty())
        .collect()
}
