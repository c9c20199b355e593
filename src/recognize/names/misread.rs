//! Names that a scanner misread by a letter or two, as those that they were.

use strsim::{damerau_levenshtein, normalized_damerau_levenshtein};

use super::{Class, Mentions};
use crate::document::Kind;
use crate::lexicon::Concept;
use crate::recognize::phrases::looks_like_numeral;
use crate::recognize::reader::Reader;

/// How like two names are, of 1, if one is the other misread.
const ALIKE: f64 = 0.94;

impl Mentions {
    /// Lets the name of a mission that differs from a listed one in a letter or two, as scanned
    /// texts do, stand for it: "Peace-kceping Force in Cyprus".
    pub(super) fn join_misread(&mut self, reader: &Reader) {
        for mention in self
            .0
            .iter_mut()
            .filter(|mention| mention.class == Class::Mission && !mention.entity.known)
            .filter(|mention| mention.entity.notation.is_none())
        {
            let name = &with_numeral(&mention.entity.name);
            let likeness = |concept: &&Concept| {
                let names = concept.names().iter();
                let best = names.map(|listed| normalized_damerau_levenshtein(listed, name));
                best.fold(0.0, f64::max)
            };
            let missions = reader.lexicon.concepts_of("missions");
            let mut alike: Vec<(f64, &Concept)> = missions
                .map(|concept| (likeness(&concept), concept))
                .filter(|(likeness, _)| *likeness >= ALIKE)
                .collect();
            alike.sort_by(|(a, _), (b, _)| b.total_cmp(a));
            if let [(best, concept), rest @ ..] = alike.as_slice()
                && rest.first().is_none_or(|(next, _)| next < best)
            {
                mention.entity = concept.entity(&mention.entity.name);
            }
        }
    }

    /// Lets an unlisted place whose name differs in one letter from that of one state, as scanned
    /// texts do, stand for it: "Grcece".
    pub(super) fn join_misread_states(&mut self, reader: &Reader) {
        const LETTERS: usize = 6;
        if reader.document.kind != Kind::Official {
            return;
        }
        for mention in self
            .0
            .iter_mut()
            .filter(|mention| mention.class == Class::Place && !mention.entity.known)
            .filter(|mention| mention.entity.name.len() >= LETTERS)
        {
            let name = &mention.entity.name;
            let meant = |concept: &'_ Concept| {
                let mut names = concept.names().iter();
                let listed = names.find(|listed| damerau_levenshtein(listed, name) == 1)?;
                Some(concept.entity(listed))
            };
            let mut alike = reader.lexicon.concepts_of("states").filter_map(meant);
            if let (Some(state), None) = (alike.next(), alike.next()) {
                mention.class = Class::State;
                mention.entity = state;
            }
        }
    }
}

/// A name with the numeral at its end as it was meant: "Mission II" of "Mission IJ".
fn with_numeral(name: &str) -> String {
    match name.rsplit_once(' ') {
        Some((rest, last)) if looks_like_numeral(last) => {
            format!("{rest} {}", last.replace(['J', 'l', '1'], "I"))
        }
        _ => name.to_owned(),
    }
}
