//! What a page carries beside its text: running heads, page numbers, job numbers.

use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::regex;

static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)^\s*(?:
            S/RES/[0-9]+\s*(?:\([0-9]{4}\))?\*?
            | [Pp]age\s+[0-9]+
            | [0-9]{2}-[0-9]{5}\s*(?:\(E\))?[\s0-9/*]*
            | [0-9]{1,2}/[0-9]{1,2}(?:\s+[0-9]{2}-[0-9]{5})?
            | /\s?\.\.\.
            | \*[0-9]{7}\*
            | [-–—]\s*[0-9]{1,3}\s*[-–—]
            | \|
            | United\ Nations\s+S/RES/.*
        )\s*$",
    )
});
static MASTHEAD: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)^\s*(?:
            UNITED\s+NATIONS | United\ Nations | NATIONS\ UNIES | S | [S\s]*Security\ Council | SECURITY\s+COUNCIL
            | Distr\b.* | DISTR\b.* | GENERAL | General | ORIGINAL\b.* | Original:.* | ENGLISH
            | S/RES/.* | [0-9]{1,2}\ [A-Z][a-z]+\ [0-9]{4} | [A-Z][a-z]+-[a-z]+\ [Yy]ear
        )\s*$",
    )
});

/// Whether a line belongs to the page and not to the text.
pub(super) fn is_furniture(line: &str) -> bool {
    FURNITURE.is_match(line)
}

/// Whether a line belongs to the head of a document's first page.
pub(super) fn is_masthead(line: &str) -> bool {
    is_furniture(line) || MASTHEAD.is_match(line)
}
