//! The Secretary-General: by the office, and by "him" and "his" behind it.

use std::ops::Range;

use crate::facts::Entity;
use crate::lexicon::{Found, Lexicon};

const SECRETARY_GENERAL: &str = "office/secretary-general";

/// The Secretary-General, if an office that was found is that.
pub(super) fn secretary_general(lexicon: &Lexicon, office: &Found) -> Option<Entity> {
    let concept = lexicon.concept(office);
    (concept.path == SECRETARY_GENERAL).then(|| concept.entity(&concept.label))
}

/// The Secretary-General as the only holder of an office that words name, so that "him" behind them
/// can be nobody else; with the place of the last naming.
pub(super) fn only_secretary_general(
    lexicon: &Lexicon,
    words: &str,
) -> Option<(Range<usize>, Entity)> {
    let offices = lexicon.cues_in("offices", words);
    let named = offices
        .iter()
        .map(|office| secretary_general(lexicon, office));
    let entity = named.collect::<Option<Vec<_>>>()?.pop()?;
    Some((offices.last()?.range.clone(), entity))
}
