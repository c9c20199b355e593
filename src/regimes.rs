//! Which sanctions regime a measure belongs to, though no document says it.
//!
//! The regimes stand in `ontology/regimes.ttl`, the rules in `ontology/rules.ttl`.

use std::collections::BTreeMap;

use oxigraph::model::{NamedOrBlankNode, Term, Triple};

use crate::derive::{Conclusion, Derived};
use crate::facts::{Imposition, Resolution};
use crate::ontology::{BASE, NAMESPACE};

const START: &str = "https://schema.org/startDate";
const END: &str = "https://schema.org/endDate";
const RESTORED: &str = "https://w3id.org/unsc/ontology#restoredOn";

/// The sanctions regimes of the ontology.
#[derive(Clone, Debug, Default)]
pub struct Regimes(Vec<Regime>);

/// A regime: paths below the base IRI, and dates as exact as the ontology has them.
#[derive(Clone, Debug, Default)]
struct Regime {
    path: String,
    begun_by: String,
    start: String,
    end: Option<String>,
    restored: Option<String>,
    against: Vec<String>,
}

impl Regime {
    /// Whether it was in force on a day, `1994-12-16`; days of a year that is all that is known of
    /// the beginning or end count.
    fn covers(&self, day: &str) -> bool {
        let has_come = |start: &String| start.as_str() <= day;
        let is_over = |end: &String| day.get(..end.len()).is_some_and(|day| day > end.as_str());
        let ended = self.end.as_ref().is_some_and(is_over);
        has_come(&self.start) && (!ended || self.restored.as_ref().is_some_and(has_come))
    }
}

impl Regimes {
    /// Reads the regimes of the ontology.
    #[must_use]
    pub fn new(ontology: &[Triple]) -> Self {
        let mut regimes = BTreeMap::<&str, Regime>::new();
        for triple in ontology {
            let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
                continue;
            };
            let Some(path) = subject.as_str().strip_prefix(BASE) else {
                continue;
            };
            let is_regime = path
                .strip_prefix("regime/")
                .is_some_and(|name| !name.contains('/'));
            if !is_regime {
                continue;
            }
            let regime = regimes.entry(path).or_default();
            path.clone_into(&mut regime.path);
            let predicate = triple.predicate.as_str();
            match &triple.object {
                Term::NamedNode(object) => {
                    let object = object.as_str().strip_prefix(BASE).unwrap_or_default();
                    match predicate.strip_prefix(NAMESPACE) {
                        Some("begunBy") => object.clone_into(&mut regime.begun_by),
                        Some("regimeAgainst") => regime.against.push(object.to_owned()),
                        _ => {}
                    }
                }
                Term::Literal(value) if predicate == START => {
                    value.value().clone_into(&mut regime.start);
                }
                Term::Literal(value) if predicate == END => {
                    regime.end = Some(value.value().to_owned());
                }
                Term::Literal(value) if predicate == RESTORED => {
                    regime.restored = Some(value.value().to_owned());
                }
                _ => {}
            }
        }
        Self(regimes.into_values().collect())
    }

    /// The regimes that the measures of a resolution belong to.
    #[must_use]
    pub fn derive(&self, resolution: &Resolution) -> Vec<Derived> {
        let measures = resolution.measures.iter();
        let regimes = measures.filter_map(|measure| {
            let (rule, regime) = self.regime_of(&measure.value, resolution)?;
            Some(Derived {
                rule,
                conclusion: Conclusion::Regime {
                    measure: measure.value.measure.path.clone(),
                    regime: regime.path.clone(),
                },
            })
        });
        regimes.collect()
    }

    fn regime_of(
        &self,
        imposition: &Imposition,
        resolution: &Resolution,
    ) -> Option<(&'static str, &Regime)> {
        let own = format!("resolution/{}", resolution.header.number.value);
        if let Some(regime) = self.only(|regime| regime.begun_by == own) {
            return Some(("rule/regime-begun", regime));
        }
        let day = resolution.header.date.as_ref()?.value.to_string();
        let targets = &imposition.targets;
        if targets.is_empty() {
            let cited = |regime: &Regime| {
                let cites = |number: u32| regime.begun_by == format!("resolution/{number}");
                resolution.citations.iter().any(|cited| cites(cited.value))
            };
            let regime = self.only(|regime| regime.covers(&day) && cited(regime))?;
            return Some(("rule/regime-cited", regime));
        }
        let is_target = |regime: &Regime| {
            targets
                .iter()
                .any(|target| regime.against.contains(&target.path))
        };
        let regime = self.only(|regime| regime.covers(&day) && is_target(regime))?;
        Some(("rule/regime-of-the-target", regime))
    }

    /// The only regime that fits, if one does.
    fn only(&self, fits: impl Fn(&Regime) -> bool) -> Option<&Regime> {
        let mut fitting = self.0.iter().filter(|regime| fits(regime));
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first)
    }
}
