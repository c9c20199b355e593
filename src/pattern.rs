//! Regular expressions that are part of the program.

use regex::Regex;

/// Compiles a pattern; kept in a `LazyLock`, it is compiled once.
///
/// # Panics
/// If the pattern is wrong, which the first run of any test shows.
pub(crate) fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("a pattern of the program: {error}"))
}
