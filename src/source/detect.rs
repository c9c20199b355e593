//! What a text is, by its content.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::Kind;
use crate::pattern::regex;
use crate::source::lines;
use crate::source::official::title;
use crate::source::rejection::Reason;
use crate::source::table;

type Refusal = (Option<usize>, Reason);

static ARTICLE_TITLE: LazyLock<Regex> = LazyLock::new(|| regex(r"^= *([^=].*?) *=$"));
static RESOLUTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)\b(?:UN|U\.N\.|United Nations) Security Council Resolution ([0-9]{1,4})\b")
});
static MARKUP: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^\s*<(?:!doctype|html|head|\?xml|body)"));

/// Refuses bytes that are no plain text.
pub(super) fn refuse_other_formats(bytes: &[u8]) -> Result<(), Refusal> {
    let format = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16 text"),
        _ if bytes.starts_with(b"%PDF") => Some("a PDF file"),
        _ if bytes.starts_with(b"PK\x03\x04") => Some("a ZIP or office file"),
        _ if bytes.contains(&0) => Some("binary data"),
        _ => None,
    };
    match format {
        Some(format) => Err((None, Reason::Format(format))),
        None => Ok(()),
    }
}

/// What a text was found to be.
pub(super) enum Found {
    Document(Kind),
    Table(table::Header),
}

/// What a text is.
pub(super) fn kind(text: &str) -> Result<Found, Refusal> {
    let mut filled = lines(text)
        .enumerate()
        .filter(|(_, (_, line))| !line.trim().is_empty());
    let Some((index, (_, first))) = filled.next() else {
        return Err((None, Reason::Empty));
    };
    let line = Some(index + 1);
    if MARKUP.is_match(first) {
        return Err((line, Reason::Format("an HTML or XML page")));
    }
    if let Some(header) = table::header(text) {
        return Ok(Found::Table(header));
    }
    if let Some(title) = ARTICLE_TITLE.captures(first.trim()) {
        return if RESOLUTION.is_match(&title[1]) {
            Ok(Found::Document(Kind::Article))
        } else {
            Err((line, Reason::OtherArticle(title[1].to_owned())))
        };
    }
    if title::find(text).is_some() {
        return Ok(Found::Document(Kind::Official));
    }
    if first.trim_start().starts_with(['{', '[']) && first.contains('"') {
        return Err((line, Reason::Format("JSON")));
    }
    if let Some((line, columns)) = table::other_header(text) {
        return Err((Some(line), Reason::OtherTable(columns)));
    }
    let words: String = first.trim().chars().take(60).collect();
    Err((line, Reason::NoTitle(words)))
}
