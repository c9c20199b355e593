//! The markers of list items and how deep they lie: (a), (b), (i), (ii), (c).

/// The lists that are open under a paragraph, outermost first, each with its latest marker.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    open: Vec<(String, Kind)>,
}

impl Lists {
    /// Takes the next marker as printed; the marker as it must be in its list, and its level.
    ///
    /// `announced` says that the item before ends with a colon, so that a list can begin below it.
    pub(super) fn next(&mut self, printed: &str, announced: bool) -> (String, u8) {
        let begins_list = is_first(printed) && (announced || self.open.is_empty());
        let found = if begins_list {
            None
        } else {
            self.successor(printed)
        };
        let (depth, marker) = found.unwrap_or_else(|| {
            let same_kind = self
                .open
                .iter()
                .rposition(|(_, list)| *list == kind(printed));
            let depth = match same_kind {
                Some(depth) if !begins_list => depth,
                _ => self.open.len(),
            };
            (depth, printed.to_owned())
        });
        let list = match self.open.get(depth) {
            Some((_, list))
                if !begins_list && after(&self.open[depth]).as_ref() == Some(&marker) =>
            {
                *list
            }
            _ => kind(&marker),
        };
        self.open.truncate(depth);
        self.open.push((marker.clone(), list));
        (marker, u8::try_from(depth + 1).unwrap_or(u8::MAX))
    }

    /// The list that goes on with a marker, the innermost first, and the marker that it has there;
    /// exact markers before those that can be a slip.
    fn successor(&self, printed: &str) -> Option<(usize, String)> {
        let next: Vec<_> = self.open.iter().map(after).collect();
        let exact = next
            .iter()
            .rposition(|next| next.as_deref() == Some(printed));
        let slip = || {
            next.iter()
                .rposition(|next| next.as_deref().is_some_and(|next| is_slip(printed, next)))
        };
        let depth = exact.or_else(slip)?;
        Some((depth, next[depth].clone()?))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    Roman,
    Letter,
}

fn kind(marker: &str) -> Kind {
    if marker.starts_with(|c: char| c.is_ascii_digit()) {
        Kind::Number
    } else if ROMAN.contains(&marker) {
        Kind::Roman
    } else {
        Kind::Letter
    }
}

const ROMAN: [&str; 20] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx",
];

fn is_first(marker: &str) -> bool {
    matches!(marker, "a" | "i" | "1" | "aa")
}

/// The marker after the latest of a list.
fn after((latest, list): &(String, Kind)) -> Option<String> {
    match (list, latest.as_bytes()) {
        (Kind::Number, _) => latest
            .parse::<u32>()
            .ok()
            .map(|number| (number + 1).to_string()),
        (Kind::Roman, _) => {
            let index = ROMAN.iter().position(|roman| roman == latest)?;
            ROMAN.get(index + 1).map(|next| (*next).to_owned())
        }
        (Kind::Letter, [letter @ b'a'..=b'y']) => Some(char::from(letter + 1).to_string()),
        (Kind::Letter, _) => None,
    }
}

/// Whether a marker can be what a scanner made of another.
fn is_slip(printed: &str, marker: &str) -> bool {
    const LOOK_ALIKE: [(&str, &str); 6] = [
        ("e", "c"),
        ("h", "b"),
        ("q", "g"),
        ("0", "o"),
        ("t", "f"),
        ("l", "i"),
    ];
    // A list of numbers would begin with 1.
    let is_digit =
        matches!(printed.as_bytes(), [b'2'..=b'9']) && matches!(marker.as_bytes(), [b'a'..=b'z']);
    is_digit
        || LOOK_ALIKE.contains(&(printed, marker))
        || printed.len() > 1 && printed == marker.replace('i', "l")
}

#[cfg(test)]
mod tests {
    use super::Lists;

    fn read(markers: &[(&str, bool)]) -> Vec<(String, u8)> {
        let mut lists = Lists::default();
        markers
            .iter()
            .map(|(marker, announced)| lists.next(marker, *announced))
            .collect()
    }

    fn named(found: &[(String, u8)]) -> Vec<(&str, u8)> {
        found
            .iter()
            .map(|(marker, level)| (marker.as_str(), *level))
            .collect()
    }

    #[test]
    fn lists_lie_in_lists() {
        let found = read(&[
            ("a", true),
            ("b", false),
            ("i", true),
            ("ii", false),
            ("c", false),
        ]);
        assert_eq!(
            named(&found),
            [("a", 1), ("b", 1), ("i", 2), ("ii", 2), ("c", 1)]
        );
        let found = read(&[
            ("i", true),
            ("ii", false),
            ("a", true),
            ("b", false),
            ("iii", false),
        ]);
        assert_eq!(
            named(&found),
            [("i", 1), ("ii", 1), ("a", 2), ("b", 2), ("iii", 1)]
        );
    }

    #[test]
    fn letters_and_slips_go_by_their_sequence() {
        let found = read(&[("a", true), ("6", false), ("e", false), ("d", false)]);
        assert_eq!(named(&found), [("a", 1), ("b", 1), ("c", 1), ("d", 1)]);
        let letters: Vec<_> = "abcdefghij"
            .chars()
            .map(|c| (c.to_string(), false))
            .collect();
        let letters: Vec<_> = letters.iter().map(|(c, b)| (c.as_str(), *b)).collect();
        assert!(read(&letters).iter().all(|(_, level)| *level == 1));
    }
}
