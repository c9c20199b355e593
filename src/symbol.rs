//! Symbols of documents of the United Nations, in their normal form.

/// The symbol of a resolution of the Council, with the blank that its documents print before the
/// year of adoption: `S/RES/968 (1994)`. Lists of the Organization leave the blank out.
#[must_use]
pub fn of_resolution(number: u32, year: i16) -> String {
    format!("S/RES/{number} ({year})")
}
