//! Which paragraphs are the operative ones, by the sequence of their numbers.
//!
//! A number misread by the scanner is mended where its neighbours leave one reading; a number out
//! of sequence belongs to a quoted text or to a list.

/// What is to be known of a paragraph to number it.
#[derive(Clone, Debug, Default)]
pub(super) struct Opening {
    /// The number as printed.
    pub(super) marker: Option<String>,
    /// Whether it opens with an act of the Council.
    pub(super) acts: bool,
}

/// The numbers of the operative paragraphs among all, as printed or mended.
pub(super) fn number(openings: &[Opening]) -> Vec<Option<u32>> {
    let mut numbers = vec![None; openings.len()];
    if !has_series(openings) {
        return numbers;
    }
    let mut next = 1;
    for (index, opening) in openings.iter().enumerate() {
        let rest = &openings[index + 1..];
        let fits = reads(opening, next) && (opening.acts || !acts_later(rest, next));
        let stands_for = next > 1 || opening.marker.is_some();
        let misread =
            opening.acts && stands_for && first_of(rest, next, next + 1) == Some(next + 1);
        if fits || misread {
            numbers[index] = Some(next);
            next += 1;
        } else if let Some(skipped) = skip(opening, next)
            && opening.acts
            && first_of(rest, next, skipped + 1) != Some(next)
        {
            numbers[index] = Some(skipped);
            next = skipped + 1;
        }
    }
    numbers
}

/// Whether there are numbered paragraphs of the Council's own: one that acts, or the items of a
/// short "Resolves:" before the first.
fn has_series(openings: &[Opening]) -> bool {
    let first = openings
        .iter()
        .position(|opening| opening.marker.is_some() && reads(opening, 1));
    let Some(first) = first else {
        return openings
            .iter()
            .filter(|opening| opening.marker.is_some() && opening.acts)
            .count()
            > 1;
    };
    openings[first..]
        .iter()
        .any(|opening| opening.marker.is_some() && opening.acts)
}

/// Whether a later paragraph has a number and acts, so that one without an act is of another series.
fn acts_later(rest: &[Opening], number: u32) -> bool {
    rest.iter()
        .any(|opening| opening.acts && reads(opening, number))
}

/// The first of two numbers that is read among the paragraphs to come.
fn first_of(rest: &[Opening], one: u32, other: u32) -> Option<u32> {
    rest.iter().find_map(|opening| {
        [one, other]
            .into_iter()
            .find(|number| reads(opening, *number))
    })
}

/// A number beyond the next, where one was lost.
fn skip(opening: &Opening, next: u32) -> Option<u32> {
    let printed: u32 = opening.marker.as_ref()?.parse().ok()?;
    (next + 1..=next + 2).contains(&printed).then_some(printed)
}

/// Whether a printed number can be read as a number: letters stand for the digits they resemble.
fn reads(opening: &Opening, number: u32) -> bool {
    let Some(marker) = &opening.marker else {
        return false;
    };
    let digits: String = marker
        .chars()
        .map(|c| match c {
            'l' | 'I' | 'i' | 'L' => '1',
            'O' => '0',
            'S' => '5',
            'Z' => '2',
            c => c,
        })
        .collect();
    digits.parse() == Ok(number)
}

#[cfg(test)]
mod tests {
    use super::{Opening, number};

    fn numbers(paragraphs: &[(&str, bool)]) -> Vec<Option<u32>> {
        let opening = |(marker, acts): &(&str, bool)| Opening {
            marker: (!marker.is_empty()).then(|| (*marker).to_owned()),
            acts: *acts,
        };
        number(&paragraphs.iter().map(opening).collect::<Vec<_>>())
    }

    #[test]
    fn mends_slips_by_the_sequence() {
        let found = numbers(&[
            ("", false),
            ("l", true),
            ("Z", true),
            ("8", true),
            ("4", true),
            ("", true),
            ("6", true),
        ]);
        assert_eq!(
            found,
            [None, Some(1), Some(2), Some(3), Some(4), Some(5), Some(6)]
        );
    }

    #[test]
    fn numbers_of_other_series_stay_out() {
        let found = numbers(&[
            ("1", true),
            ("1", false),
            ("2", false),
            ("2", true),
            ("3", true),
        ]);
        assert_eq!(found[0], Some(1));
        assert_eq!(found[4], Some(3));
        assert_eq!(
            numbers(&[("", true), ("1", false), ("2", false)]),
            [None, None, None]
        );
    }
}
