//! Names that others give to things, made by their rules.

use std::fmt::Write;

use jiff::civil::Date;
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

/// The name of a resolution, as a work, by Akoma Ntoso for the United Nations: jurisdiction, type and
/// subtype of document, author, day and number (part 1, naming of documents), with the author and
/// the number that the United Nations put there in its own files (github.com/UNxml/SCresolutions).
///
/// ```
/// use unsc_kg::graph::links::akn;
/// let day = jiff::civil::date(1994, 12, 16);
/// assert_eq!(akn(968, day), "/akn/un/statement/deliberation/unsc/1994-12-16/968-1994/");
/// ```
#[must_use]
pub fn akn(number: u32, adopted: Date) -> String {
    let year = adopted.year();
    format!("/akn/un/statement/deliberation/unsc/{adopted}/{number}-{year}/")
}

/// The thing that an article of the English Wikipedia is about, in `DBpedia`, by the article's title:
/// blanks become one underscore, other characters than letters and digits of ASCII and some signs
/// are percent-encoded (wiki.dbpedia.org/URIencoding).
///
/// ```
/// use unsc_kg::graph::links::dbpedia;
/// let thing = dbpedia("United Nations Security Council Resolution 968");
/// assert_eq!(
///     thing.as_str(),
///     "http://dbpedia.org/resource/United_Nations_Security_Council_Resolution_968"
/// );
/// assert_eq!(dbpedia("Côte d'Ivoire").as_str(), "http://dbpedia.org/resource/C%C3%B4te_d%27Ivoire");
/// ```
#[must_use]
pub fn dbpedia(title: &str) -> NamedNode {
    let mut iri = "http://dbpedia.org/resource/".to_owned();
    for byte in title
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("_")
        .bytes()
    {
        if byte.is_ascii_alphanumeric() || b".-*/:_,&".contains(&byte) {
            iri.push(char::from(byte));
        } else {
            let _ = write!(iri, "%{byte:02X}");
        }
    }
    NamedNode::new_unchecked(iri)
}
