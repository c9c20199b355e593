//! Until when something is to be done.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::facts::TermSpan;
use crate::pattern::regex;
use crate::recognize::dates::Dated;
use crate::recognize::numbers::lengths_in;

static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:within|(?:not|no) later than|not more than|in no more than)(?: (?:the next|the first|the following|a further|a period of|a further period of|the coming|no more than|not more than))? ?$",
    )
});
static BY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:by|(?:not|no) later than|before|prior to|on or before|at the latest by)(?: (?:the end of|midnight on|midnight))? ?$",
    )
});

/// The first deadline that a text sets: a length of time ("within thirty days of ...") or a day
/// ("not later than 30 June 1988") among the dates found in it, none before the day of adoption.
#[must_use]
pub fn deadline_in(text: &str, dates: &[Dated], adopted: Option<Date>) -> Option<TermSpan> {
    let adopted = adopted.map(|day| day.to_string());
    let is_over = |edtf: &str| {
        let adopted = adopted.as_deref().and_then(|day| day.get(..edtf.len()));
        adopted.is_some_and(|adopted| edtf < adopted)
    };
    let periods = lengths_in(text).into_iter().filter_map(|period| {
        let is_limit = WITHIN.is_match(&text[..period.range.start]);
        is_limit.then_some((period.range.start, TermSpan::Period(period.duration)))
    });
    let days = dates.iter().filter_map(|date| {
        let is_limit = BY.is_match(&text[..date.range.start]) && !is_over(&date.edtf);
        is_limit.then_some((date.range.start, TermSpan::Until(date.edtf.clone())))
    });
    let first = periods.chain(days).min_by_key(|(start, _)| *start);
    first.map(|(_, span)| span)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::deadline_in;
    use crate::facts::TermSpan::{Period, Until};
    use crate::recognize::dates::{Context, dates_as_of, dates_in};

    #[test]
    fn days_and_lengths_of_time() {
        let cases = [
            (
                "to report within thirty days of the adoption",
                Some(Period("P30D".to_owned())),
            ),
            (
                "to report within twenty-four hours on the withdrawal",
                Some(Period("PT24H".to_owned())),
            ),
            (
                "to report not later than 30 June 1988",
                Some(Until("1988-06-30".to_owned())),
            ),
            (
                "to report by the end of May 1991",
                Some(Until("1991-05".to_owned())),
            ),
            ("extended for six months until 30 June 1988", None),
        ];
        for (text, deadline) in cases {
            assert_eq!(deadline_in(text, &dates_in(text), None), deadline, "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_still_to_come() {
        let context = Context {
            day: date(1999, 6, 15),
            narrative: false,
        };
        let text = "to report by 31 March";
        let dates = dates_as_of(text, Some(context));
        assert_eq!(
            deadline_in(text, &dates, None),
            Some(Until("2000-03-31".to_owned()))
        );
    }

    #[test]
    fn what_is_past_is_no_deadline() {
        let adopted = Some(date(1999, 6, 15));
        let read = |text: &str| deadline_in(text, &dates_in(text), adopted);
        assert_eq!(
            read("to go back to where they were before 1 June 1999"),
            None
        );
        assert_eq!(
            read("to hand over what was taken before May 1999, by June 1999"),
            Some(Until("1999-06".to_owned()))
        );
    }
}
