//! Resolutions of the Council that a text cites, and Chapters and Articles of the Charter.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::facts::YearOfAdoption;
use crate::pattern::regex;

/// `425 (1978)`: the form in which the Council's resolutions are cited since 1946. The
/// Assembly's had Roman sessions, `181 (II)`, or a session before a slash, `46/182`.
static NUMBER_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\b(?P<number>[0-9]{1,4}) ?\((?:S/)?(?P<year>19[4-9][0-9]|20[0-9]{2})\)")
});

/// `S/RES/425`: a symbol, where the year is left out.
static SYMBOL: LazyLock<Regex> = LazyLock::new(|| regex(r"\bS/ ?RES/ ?(?P<number>[0-9]{1,4})\b"));

/// `resolutions 1325, 1820 and 1888`, as articles cite.
static RESOLUTION_NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?i:resolutions?) (?P<numbers>[0-9]{1,4}(?:(?:, | and |, and | through | to )(?:Resolution )?[0-9]{1,4})*)\b",
    )
});
static ONE_NUMBER: LazyLock<Regex> = LazyLock::new(|| regex("[0-9]{1,4}"));
static OF_THE_ASSEMBLY: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\bassembly(?:'s|’s)?(?: in(?: its)?)? (?:resolutions? )?$"));
static NOT_A_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:/| ?\((?:[IVX]|[A-Z]-)|[A-Z]| ?[A-Z]? \([IVX]|-[IVX]|[ ](?:January|February|March|April|May|June|July|August|September|October|November|December))",
    )
});

/// Reports and plans have chapters of their own.
static OF_A_REPORT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^,? (?:of|in|to) (?:the|his|its|their|that) [^.;,]{0,60}?(?:report|plan|agreement|annex|Agreement|Accords?)\b",
    )
});
/// Before a Chapter that a text says is not invoked.
static DENIED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:not|never|without|nor) (?:expressly |explicitly )?(?:refer\w*(?: to)?|mention\w*|invok\w*|cit\w+|adopted under|act\w* under)(?: to)? $",
    )
});
static CHAPTER: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\bChapters? (?P<number>[IVX]+)(?: (?:and|or) (?P<other>[IVX]+))?\b"));
static ARTICLES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\bArticles? (?P<numbers>[0-9]{1,3}(?:(?:,? \([0-9a-z]\)|, paragraphs? [0-9]+(?:(?: and |, )[0-9]+)*)*(?:, | and |, and | to | or )[0-9]{1,3})*)\b",
    )
});
static PARAGRAPHS: LazyLock<Regex> =
    LazyLock::new(|| regex(r",? paragraphs? [0-9]+(?:(?: and |, )[0-9]+)*|\([0-9a-z]\)"));
/// Instruments with Articles of their own.
static OTHER_INSTRUMENT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:,? paragraphs? [0-9]+|,? ?\([0-9a-z]\)|(?:,| and) [0-9]+)*,? (?:of|to|in|common to) (?:the|that|its|their) (?:[A-Z][\w-]* ){0,4}(?:Statute|Convention|Conventions|Treaty|Agreement|Agreements|Protocol|Constitution|Covenant|Rules|Pact|Declaration|Accord|Accords|Annex|statute|agreement)\b",
    )
});

/// Numbers of resolutions of the Council that a text cites, with their places.
///
/// ```
/// use unsc_kg::recognize::citations::resolutions_in;
/// let text = "resolutions 425 (1978) and 426 (1978), General Assembly resolution 181 (II)";
/// let numbers: Vec<_> = resolutions_in(text).into_iter().map(|(_, number)| number).collect();
/// assert_eq!(numbers, [425, 426]);
/// ```
#[must_use]
pub fn resolutions_in(text: &str) -> Vec<(Range<usize>, u32)> {
    let mut found: Vec<(Range<usize>, u32)> = Vec::new();
    for captures in NUMBER_YEAR.captures_iter(text) {
        let range = captures.get_match().range();
        if let Ok(number) = captures["number"].parse()
            && !OF_THE_ASSEMBLY.is_match(&text[..range.start])
        {
            found.push((range, number));
        }
    }
    for number in SYMBOL
        .captures_iter(text)
        .filter_map(|symbol| symbol.name("number"))
    {
        let known = found.iter().any(|(other, _)| other.start == number.start());
        if let Ok(value) = number.as_str().parse()
            && !known
        {
            found.push((number.range(), value));
        }
    }
    for captures in RESOLUTION_NUMBERS.captures_iter(text) {
        let Some(list) = captures.name("numbers") else {
            continue;
        };
        if OF_THE_ASSEMBLY.is_match(&text[..captures.get_match().start()]) {
            continue;
        }
        for number in ONE_NUMBER.find_iter(list.as_str()) {
            let range = list.start() + number.start()..list.start() + number.end();
            let known = found.iter().any(|(other, _)| other.start == range.start);
            if let Ok(value) = number.as_str().parse()
                && !known
                && value > 0
                && !NOT_A_NUMBER.is_match(&text[range.end..])
            {
                found.push((range, value));
            }
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The years of adoption that a text gives with the numbers of resolutions of the Council.
#[must_use]
pub fn years_in(text: &str) -> Vec<(Range<usize>, YearOfAdoption)> {
    let of_the_council = NUMBER_YEAR
        .captures_iter(text)
        .filter(|captures| !OF_THE_ASSEMBLY.is_match(&text[..captures.get_match().start()]));
    let year = |captures: Captures| {
        let resolution = captures["number"].parse().ok()?;
        let year = captures["year"].parse().ok()?;
        let words = captures.get_match().range();
        Some((words, YearOfAdoption { resolution, year }))
    };
    of_the_council.filter_map(year).collect()
}

/// Chapters and Articles of the Charter that a text names, with their places.
///
/// ```
/// use unsc_kg::recognize::citations::charter_in;
/// let text = "Acting under Chapter VII of the Charter and Article 2, paragraph 4, and Article 8 of the Statute";
/// let names: Vec<_> = charter_in(text).into_iter().map(|(_, name)| name).collect();
/// assert_eq!(names, ["Chapter VII", "Article 2"]);
/// ```
#[must_use]
pub fn charter_in(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for captures in CHAPTER.captures_iter(text) {
        let whole = captures.get_match();
        if OF_A_REPORT.is_match(&text[whole.end()..]) || DENIED.is_match(&text[..whole.start()]) {
            continue;
        }
        for number in [captures.name("number"), captures.name("other")]
            .into_iter()
            .flatten()
        {
            found.push((
                captures.get_match().range(),
                format!("Chapter {}", number.as_str()),
            ));
        }
    }
    for captures in ARTICLES.captures_iter(text) {
        let range = captures.get_match().range();
        if OTHER_INSTRUMENT.is_match(&text[range.end..]) {
            continue;
        }
        let numbers = PARAGRAPHS.replace_all(&captures["numbers"], "");
        for number in ONE_NUMBER.find_iter(&numbers) {
            found.push((range.clone(), format!("Article {}", number.as_str())));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}
