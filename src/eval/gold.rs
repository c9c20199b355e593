//! Gold facts: what a careful reader marks in documents, one file a resolution, a fact a line.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The kinds of fact that are compared, in the order in which they are reported; those of
/// `queries/facts.rq`.
pub(super) const KINDS: [&str; 21] = [
    "number",
    "date",
    "meeting",
    "for",
    "against",
    "abstention",
    "ballot",
    "mission",
    "strength",
    "term",
    "task",
    "person",
    "place",
    "party",
    "organization",
    "mentioned-date",
    "agreement",
    "cites",
    "charter",
    "measure",
    "clause",
];

/// The facts that a reader marked in the documents about one resolution.
#[derive(Clone, Debug)]
pub struct Gold {
    /// The resolution, from the file's name: `0968.tsv`.
    pub resolution: u32,
    /// The file.
    pub path: PathBuf,
    /// Its marks, in their order.
    pub marks: Vec<Mark>,
}

/// A fact that a reader marked: kind, value and detail, parted by tabs.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The line of the file, from 1.
    pub line: usize,
    /// Whether it may be found or not, as a `?` before the kind says.
    pub optional: bool,
    /// One of the kinds that are compared: `place`.
    pub kind: &'static str,
    /// Value and detail as written, for people.
    pub shown: String,
    value: Cell,
    detail: Cell,
}

impl Mark {
    /// Whether a fact is the marked one; value and detail are without case, accents and the like.
    #[must_use]
    pub fn matches(&self, kind: &str, value: &str, detail: &str) -> bool {
        self.kind == kind && self.value.takes(value) && self.detail.takes(detail)
    }
}

/// A cell of a mark.
#[derive(Clone, Debug)]
enum Cell {
    /// `*`, or an empty detail.
    Anything,
    /// Equally good answers, which `|` parts.
    OneOf(BTreeSet<String>),
}

impl Cell {
    fn new(cell: &str) -> Self {
        if matches!(cell.trim(), "*" | "") {
            Self::Anything
        } else {
            Self::OneOf(cell.split('|').map(plain).collect())
        }
    }

    fn takes(&self, answer: &str) -> bool {
        match self {
            Self::Anything => true,
            Self::OneOf(answers) => answers.contains(answer),
        }
    }
}

/// A line that is no mark.
#[derive(Debug, Error)]
#[error("{path}:{line}: found {found:?}, expected {expected}", path = path.display())]
pub struct GoldError {
    path: PathBuf,
    line: usize,
    found: String,
    expected: String,
}

/// Reads the `NNNN.tsv` files of a directory.
///
/// # Errors
/// A [`GoldError`] for a line that is no mark; else if the directory or a file can't be read or
/// there is no such file.
pub fn read(directory: &Path) -> Result<Vec<Gold>> {
    let failed = || format!("cannot read {}", directory.display());
    let mut paths = fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .with_context(failed)
        .map(|paths: Vec<PathBuf>| paths)?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "tsv"));
    paths.sort();
    if paths.is_empty() {
        bail!(
            "found no gold in {}, expected files such as 0968.tsv",
            directory.display()
        );
    }
    paths.into_iter().map(file).collect()
}

fn file(path: PathBuf) -> Result<Gold> {
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let Some(resolution) = stem.and_then(|stem| stem.parse().ok()) else {
        bail!(
            "{}: expected the number of a resolution as the name, such as 0968.tsv",
            path.display()
        );
    };
    let marks = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(index, line)| mark(&path, index + 1, line))
        .collect::<Result<_, _>>()?;
    Ok(Gold {
        resolution,
        path,
        marks,
    })
}

fn mark(path: &Path, line: usize, text: &str) -> Result<Mark, GoldError> {
    let error = |found: &str, expected: String| GoldError {
        path: path.to_owned(),
        line,
        found: found.to_owned(),
        expected,
    };
    let (written, rest) = text
        .split_once('\t')
        .ok_or_else(|| error(text, "a kind, a tab and a value".to_owned()))?;
    let kind = written.strip_prefix('?').unwrap_or(written);
    let kind = KINDS
        .into_iter()
        .find(|known| *known == kind)
        .ok_or_else(|| error(written, format!("one of {}", KINDS.join(", "))))?;
    let mut cells = rest.split('\t');
    let mut cell = || Cell::new(cells.next().unwrap_or_default());
    Ok(Mark {
        line,
        optional: written.starts_with('?'),
        kind,
        shown: rest.replace('\t', "  "),
        value: cell(),
        detail: cell(),
    })
}

/// A value in the form in which it is compared: without case, accents, a leading "the", kinds of
/// dash and punctuation at its ends.
#[must_use]
pub(super) fn plain(value: &str) -> String {
    let letters: String = value
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '’' => '\'',
            c => c,
        })
        .collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    let line = words.join(" ").to_lowercase();
    let line = line.trim_matches([' ', '.', ';', ',']);
    line.strip_prefix("the ").unwrap_or(line).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{mark, plain};

    #[test]
    fn marks_take_what_is_equally_good() {
        let mark = mark("0001.tsv".as_ref(), 1, "?person\tU Thant|Thant\t*").unwrap();
        assert!(mark.optional && mark.matches("person", "thant", "president"));
        assert!(!mark.matches("place", "thant", ""));
        assert_eq!(plain(" The Côte d’Ivoire–Mali,"), "cote d'ivoire-mali");
    }

    #[test]
    fn errors_name_the_place() {
        let error = |line| mark("0001.tsv".as_ref(), 7, line).unwrap_err().to_string();
        assert_eq!(
            error("place Mali"),
            "0001.tsv:7: found \"place Mali\", expected a kind, a tab and a value"
        );
        assert!(
            error("town\tMali").starts_with("0001.tsv:7: found \"town\", expected one of number")
        );
    }
}
