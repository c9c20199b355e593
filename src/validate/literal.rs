//! Whether literals are well-formed in their datatypes.

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNodeRef};
use oxsdatatypes::{Boolean, Date, DateTime, Duration, GYear, GYearMonth, Integer};

/// Whether a literal is of a datatype and well-formed in it.
pub(super) fn is_of(literal: &Literal, datatype: NamedNodeRef) -> bool {
    let value = literal.value();
    literal.datatype() == datatype
        && match datatype {
            xsd::INTEGER => value.parse::<Integer>().is_ok(),
            xsd::BOOLEAN => value.parse::<Boolean>().is_ok(),
            xsd::DATE => value.parse::<Date>().is_ok(),
            xsd::DATE_TIME => value.parse::<DateTime>().is_ok(),
            xsd::DURATION => value.parse::<Duration>().is_ok(),
            xsd::G_YEAR => value.parse::<GYear>().is_ok(),
            xsd::G_YEAR_MONTH => value.parse::<GYearMonth>().is_ok(),
            _ => true,
        }
}

/// The value of an `xsd:integer`.
pub(super) fn integer(literal: &Literal) -> Option<i64> {
    let is_integer = literal.datatype() == xsd::INTEGER;
    is_integer.then(|| literal.value().parse().ok()).flatten()
}
