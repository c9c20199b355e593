//! Names that others give to things, made by their rules.

use oxigraph::model::NamedNode;

/// The address of a document of the United Nations by its symbol, as the Organization's own lists
/// link to it: `https://undocs.org/S/RES/170(1961)` in those of resolutions,
/// `https://undocs.org/S/PV.785` in those of meetings. Brackets are not encoded.
///
/// ```
/// use unsc_kg::graph::links::undocs;
/// let page = undocs("S/RES/968 (1994)").unwrap();
/// assert_eq!(page.as_str(), "https://undocs.org/S/RES/968(1994)");
/// ```
///
/// `None` if the symbol has characters that no symbol has.
#[must_use]
pub fn undocs(symbol: &str) -> Option<NamedNode> {
    let symbol = symbol.replace(' ', "");
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "/.()-".contains(c);
    let iri = || NamedNode::new_unchecked(format!("https://undocs.org/{symbol}"));
    symbol.chars().all(is_sign).then(iri)
}
