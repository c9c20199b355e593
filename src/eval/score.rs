//! Precision, recall and F1 of the facts of a graph against gold.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::gold::{Gold, plain};
use crate::query::{self, text};
use crate::store::Store;

/// A fact of the graph: kind, value and detail as they are compared.
pub type Fact = (String, String, String);

/// The facts of a store, by resolution, as the shipped query `facts` returns them.
///
/// # Errors
/// If the store can't be asked.
pub fn facts(store: &Store) -> Result<BTreeMap<u32, BTreeSet<Fact>>> {
    let mut facts: BTreeMap<u32, BTreeSet<Fact>> = BTreeMap::new();
    for solution in query::solutions(store, "facts", &[])? {
        let row = solution?;
        let fact = (
            text(&row, "kind"),
            plain(&text(&row, "value")),
            plain(&text(&row, "detail")),
        );
        if let Ok(resolution) = text(&row, "resolution").parse() {
            facts.entry(resolution).or_default().insert(fact);
        }
    }
    Ok(facts)
}

/// How many facts were right, wrong and missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Marked and found.
    pub right: u32,
    /// Found and not marked.
    pub wrong: u32,
    /// Marked and not found.
    pub missed: u32,
}

impl Counts {
    /// The share of what was found that is right; 0 if nothing was found.
    #[must_use]
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// The share of what was marked that was found; 0 if nothing was marked.
    #[must_use]
    pub fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    /// The harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(self) -> f64 {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        0.0
    } else {
        f64::from(part) / f64::from(whole)
    }
}

/// A fact on which graph and gold differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss {
    /// The graph has it, the gold has not.
    Wrong {
        /// The file of the gold.
        gold: String,
        /// The fact.
        fact: Fact,
    },
    /// The gold has it, the graph has not.
    Missed {
        /// File and line of the mark.
        gold: String,
        /// Its kind.
        kind: &'static str,
        /// Its value and detail as written.
        mark: String,
    },
}

/// The outcome of a comparison.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// By kind.
    pub kinds: BTreeMap<&'static str, Counts>,
    /// What differs, in the gold's order.
    pub misses: Vec<Miss>,
    /// Resolutions with gold about which the graph says nothing.
    pub absent: Vec<u32>,
}

impl Score {
    /// Over all kinds, each fact counted alike.
    #[must_use]
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        for counts in self.kinds.values() {
            total.add(*counts);
        }
        total
    }
}

/// Compares facts with gold. A fact that only an optional mark takes counts neither way.
#[must_use]
pub fn score(gold: &[Gold], facts: &BTreeMap<u32, BTreeSet<Fact>>) -> Score {
    let mut score = Score::default();
    let none = BTreeSet::new();
    for file in gold {
        let found = facts.get(&file.resolution).unwrap_or_else(|| {
            score.absent.push(file.resolution);
            &none
        });
        compare(file, found, &mut score);
    }
    score
}

fn compare(gold: &Gold, found: &BTreeSet<Fact>, score: &mut Score) {
    let mut hit = BTreeSet::new();
    for fact in found {
        let (kind, value, detail) = fact;
        let takers: Vec<(usize, bool)> = gold
            .marks
            .iter()
            .enumerate()
            .filter(|(_, mark)| mark.matches(kind, value, detail))
            .map(|(index, mark)| (index, mark.optional))
            .collect();
        let required = takers.iter().filter(|(_, optional)| !optional);
        // Two facts that one mark takes need two marks, if there are two.
        if let Some((index, _)) = required.clone().find(|(index, _)| !hit.contains(index)) {
            hit.insert(*index);
        } else if takers.is_empty()
            && let Some(kind) = super::gold::KINDS.into_iter().find(|known| known == kind)
        {
            score.kinds.entry(kind).or_default().wrong += 1;
            score.misses.push(Miss::Wrong {
                gold: gold.path.display().to_string(),
                fact: fact.clone(),
            });
        }
    }
    for (index, mark) in gold
        .marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| !mark.optional)
    {
        let counts = score.kinds.entry(mark.kind).or_default();
        if hit.contains(&index) {
            counts.right += 1;
        } else {
            counts.missed += 1;
            score.misses.push(Miss::Missed {
                gold: format!("{}:{}", gold.path.display(), mark.line),
                kind: mark.kind,
                mark: mark.shown.clone(),
            });
        }
    }
}
