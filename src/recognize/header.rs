//! What names a resolution: number, date, meeting, subject, symbol.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::document::{Document, Kind, Role};
use crate::facts::{Header, Stated};
use crate::passage::Passage;
use crate::pattern::regex;
use crate::recognize::dates::{MONTHS, dates_in};
use crate::recognize::notice::Notice;
use crate::recognize::numbers::{as_digit, parse_number};

static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\bresolution\s+(?P<a>[0-9]{1,4})\b|^\W*(?P<b>[0-9]{1,4}) ?\("));
/// The title that articles on resolutions have in the encyclopedia.
static ARTICLE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^United Nations Security Council Resolution [1-9][0-9]{0,3}$"));
/// The year behind the number: "529 (1983)".
static YEAR: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b[0-9]{1,4} ?[(\[{](?P<year>[0-9]{4})[)\]}]"));
/// A number of a meeting, misread ones among them: "298Ist", "326lst", "176I1st".
static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?P<number>[0-9OIil](?: ?[0-9OIil]){0,3})(?:_|\s)?(?:1?(?:st|nd|rd|th|h)|55|5t)?[a-z]?[_.]?\s?(?:\([a-z ]+\)\s?|[a-z]+ )?(?i:me+tings?)\b",
    )
});
/// The number of a meeting away from its noun, where lines were mixed up.
static ORDINAL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b(?P<number>[0-9]{1,4})(?:st|nd|rd|th)\b"));
/// A day whose month is misread.
static LOOSE_DATE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?P<day>[0-9]{1,2})\s?(?:st|nd|rd|th)? (?P<month>[A-Z][\w\]|!]{2,8}),? (?P<year>(?:19|20)[0-9]{2})\b",
    )
});
static SYMBOL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b(?P<symbol>S/RES/[0-9]+(?: ?\([0-9]{4}\))?)"));
/// The symbol of the document that holds an early text: "[S/2322]"; a scanner takes S for 8.
static BRACKETED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"[\[({](?P<symbol>[S8]/[0-9]{1,5}(?:/[A-Za-z.]+ ?[0-9]+)*)\W"));

/// Reads the header of a document; values that can't be read become notices, never guesses.
///
/// `None` if the title has no number, which detection does not let happen.
#[must_use]
pub fn header(document: &Document, notices: &mut Vec<Notice>) -> Option<Header> {
    let title = &document.title;
    let found = NUMBER.captures(title.text())?;
    let words = found.name("a").or_else(|| found.name("b"))?;
    let number = document.stated(words.as_str().parse().ok()?, title, words.range());
    let mut header = Header {
        number,
        date: None,
        year: None,
        meeting: None,
        subject: None,
        symbol: None,
        document: None,
        article: article(document),
    };
    match document.kind {
        Kind::Article => from_fields(document, &mut header, notices),
        Kind::Official => from_title(document, &mut header, notices),
    }
    header.year = year(document, &header, notices);
    Some(header)
}

/// The title of an article, if it is that of an encyclopedia's article on a resolution and no
/// other way to name it.
fn article(document: &Document) -> Option<Stated<String>> {
    let title = document.title.text();
    let is_article = document.kind == Kind::Article && ARTICLE.is_match(title);
    is_article.then(|| document.stated(title.to_owned(), &document.title, 0..title.len()))
}

fn from_fields(document: &Document, header: &mut Header, notices: &mut Vec<Notice>) {
    let field = |name: &str| {
        let field = document
            .fields
            .iter()
            .find(|field| field.name.eq_ignore_ascii_case(name));
        field
            .map(|field| &field.value)
            .filter(|value| !value.text().is_empty())
    };
    let words = |name: &str| {
        field(name)
            .map(|value| document.stated(value.text().to_owned(), value, 0..value.text().len()))
    };
    header.subject = words("subject");
    header.symbol = words("code");
    header.document = words("document");
    if let Some(value) = field("meeting") {
        let digits = value.text().trim_end_matches(|c: char| c.is_lowercase());
        match parse_number(digits) {
            Some(number) => header.meeting = Some(document.stated(number, value, 0..digits.len())),
            None => notices.push(Notice::new(
                document,
                value,
                "the number of a meeting, such as 3,482",
            )),
        }
    }
    if let Some(day) = field("date") {
        let year = field("year").filter(|year| !day.text().contains(year.text()));
        let text = [Some(day), year]
            .into_iter()
            .flatten()
            .map(Passage::text)
            .collect::<Vec<_>>()
            .join(" ");
        match day_in(&text) {
            Some((_, date)) => {
                let parts = [Some(day), year].into_iter().flatten().map(Passage::whole);
                let whole = parts
                    .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
                    .unwrap_or_default();
                header.date = Some(Stated::new(date, document.evidence(whole)));
            }
            None => notices.push(Notice::new(
                document,
                day,
                "a day, such as 16 December, and a year",
            )),
        }
    }
}

fn from_title(document: &Document, header: &mut Header, notices: &mut Vec<Notice>) {
    let title = &document.title;
    let of_role = |role: Role| {
        document
            .blocks
            .iter()
            .filter(move |block| block.role == role)
            .map(|block| &block.passage)
    };
    let dated = |passage: &Passage| {
        let (words, date) = day_in(passage.text())?;
        Some(document.stated(date, passage, words))
    };
    header.date = dated(title).or_else(|| of_role(Role::Closing).find_map(dated));
    if header.date.is_none() {
        notices.push(Notice::new(
            document,
            title,
            "the day of adoption, such as \"of 18 January 1983\"",
        ));
    }
    header.meeting = meeting(document, &of_role(Role::Closing).chain([title]));
    if let (None, Some(closing)) = (&header.meeting, of_role(Role::Closing).next()) {
        notices.push(Notice::new(
            document,
            closing,
            "the number of a meeting, such as \"the 2411th meeting\"",
        ));
    }
    let heads =
        of_role(Role::Apparatus).filter(|passage| passage.whole().start < title.whole().start);
    header.symbol = heads
        .chain([title])
        .find_map(|passage| symbol(document, passage));
    let above =
        of_role(Role::Preface).take_while(|passage| passage.whole().start < title.whole().start);
    header.subject = above.last().map(|passage| {
        document.stated(passage.text().to_owned(), passage, 0..passage.text().len())
    });
}

/// The year behind the number in the title, else that of the day, if they agree.
fn year(document: &Document, header: &Header, notices: &mut Vec<Notice>) -> Option<Stated<i16>> {
    let title = &document.title;
    let printed = YEAR.captures(title.text()).and_then(|found| {
        let year = found["year"].parse().ok()?;
        Some(document.stated(year, title, found.get_match().range()))
    });
    let of_day = header.date.clone().map(|day| day.map(Date::year));
    match (printed, of_day) {
        (Some(printed), Some(of_day)) if printed.value != of_day.value => {
            let expected = "the same year after the number as in the date";
            notices.push(Notice::new(document, title, expected));
            None
        }
        (printed, of_day) => printed.or(of_day),
    }
}

fn meeting<'a>(
    document: &Document,
    passages: &(impl Iterator<Item = &'a Passage> + Clone),
) -> Option<Stated<u32>> {
    [&MEETING, &ORDINAL].into_iter().find_map(|pattern| {
        passages.clone().find_map(|passage| {
            let words = pattern.captures(passage.text())?.name("number")?;
            let digits: String = words
                .as_str()
                .chars()
                .filter(|c| *c != ' ')
                .map(as_digit)
                .collect();
            Some(document.stated(digits.parse().ok()?, passage, words.range()))
        })
    })
}

fn symbol(document: &Document, passage: &Passage) -> Option<Stated<String>> {
    let found = SYMBOL
        .captures(passage.text())
        .or_else(|| BRACKETED.captures(passage.text()))?;
    let words = found.name("symbol")?;
    let symbol = format!("S{}", &words.as_str()[1..]);
    Some(document.stated(symbol, passage, words.range()))
}

/// The first day in a text, through a slip in the name of its month.
fn day_in(text: &str) -> Option<(Range<usize>, Date)> {
    let exact = dates_in(text)
        .into_iter()
        .find_map(|date| Some((date.range, date.edtf.parse::<Date>().ok()?)));
    exact.or_else(|| {
        let loose = LOOSE_DATE.captures(text)?;
        let (year, day) = (loose["year"].parse().ok()?, loose["day"].parse().ok()?);
        Some((
            loose.get_match().range(),
            Date::new(year, month(&loose["month"])?, day).ok()?,
        ))
    })
}

/// The only month whose name differs from a word in one letter.
fn month(word: &str) -> Option<i8> {
    let mut alike = (1..).zip(MONTHS).filter(|(_, month)| {
        let differing = month
            .chars()
            .zip(word.chars())
            .filter(|(a, b)| !a.eq_ignore_ascii_case(b));
        month.chars().count() == word.chars().count() && differing.count() <= 1
    });
    let (month, _) = alike.next()?;
    alike.next().is_none().then_some(month)
}

#[cfg(test)]
mod tests {
    use super::{day_in, header, month};
    use crate::facts::Header;
    use crate::recognize::notice::Notice;
    use crate::source::{Input, read};

    fn of(text: &str) -> (Header, Vec<Notice>) {
        let document = read(Input {
            name: "x".to_owned(),
            bytes: text.into(),
        })
        .unwrap()
        .document()
        .unwrap();
        let mut notices = Vec::new();
        (header(&document, &mut notices).unwrap(), notices)
    }

    #[test]
    fn months_are_mended_only_if_one_fits() {
        assert_eq!(
            ["Apri]", "Auqust", "Jume", "Juna", "Jubs"].map(month),
            [Some(4), Some(8), Some(6), Some(6), None]
        );
        let date = |text| day_in(text).map(|(_, date)| date.to_string());
        assert_eq!(date("of 3 Apri] 1991"), Some("1991-04-03".to_owned()));
        assert_eq!(date("of 31 Apri] 1991"), None);
    }

    #[test]
    fn reads_titles_and_closings() {
        let (header, notices) = of(
            "PEACE\n\n9999 (1951). Resolution of 1 September 1951\n[8/2322]\n\n\
            The Security Council,\n\nDecides it.\n\nAdopted at the 55I st meeting.",
        );
        assert_eq!(header.date.unwrap().value.to_string(), "1951-09-01");
        assert_eq!(header.meeting.unwrap().value, 551);
        assert_eq!(header.symbol.unwrap().value, "S/2322");
        assert_eq!(header.subject.unwrap().value, "PEACE");
        assert_eq!(notices, []);
    }

    #[test]
    fn what_is_not_read_is_said() {
        let (header, notices) = of(
            "= United Nations Security Council Resolution 9999 =\n\nInfobox\n\
            - Date: soon\n- Year: 1999\n- Meeting: 3,482nd\n\nLead.",
        );
        assert_eq!((header.date, header.meeting.unwrap().value), (None, 3482));
        assert_eq!((notices[0].line, notices[0].found.as_str()), (4, "soon"));
    }
}
