//! Records of resolutions in the United Nations Digital Library.

use std::sync::LazyLock;

use regex::Regex;

use super::{Fault, RowOf};
use crate::facts::LibraryRecord;
use crate::pattern::regex;

/// An address of a record, in whatever language its page is asked for.
static RECORD: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^https?://digitallibrary\.un\.org/record/(?P<number>[0-9]+)/?(?:\?ln=[a-z]{2})?$")
});

/// Reads a row; neither the resolution nor the record may stand in a row before.
pub(super) fn record(row: RowOf, before: &[LibraryRecord]) -> Result<LibraryRecord, Fault> {
    let number = "the number of a resolution in the column res_no";
    let (place, words) = row.required("res_no", number)?;
    let fault = || (words.to_owned(), number);
    let resolution = words.parse().ok().filter(|number| *number > 0);
    let resolution = row.table.stated(resolution.ok_or_else(fault)?, place);

    let address =
        "an address such as https://digitallibrary.un.org/record/111946 in the column url_record";
    let (place, words) = row.required("url_record", address)?;
    let fault = || (words.to_owned(), address);
    let number = &RECORD.captures(words).ok_or_else(fault)?["number"];
    let page = format!("https://digitallibrary.un.org/record/{number}");
    let record = LibraryRecord {
        resolution,
        page: row.table.stated(page, place),
    };

    let again = |other: &&LibraryRecord| {
        other.resolution.value == record.resolution.value || other.page.value == record.page.value
    };
    if before.iter().any(|other| again(&other)) {
        let found = format!("{} with {words}", record.resolution.value);
        return Err((found, "a resolution and a record that no row before has"));
    }
    Ok(record)
}
