//! The IRIs of the graph, from RFC 6570 templates below a base IRI.

use deunicode::deunicode;

/// A name as a step of a path: lower-case ASCII letters and digits with hyphens between words.
///
/// ```
/// use unsc_kg::graph::iri::slug;
/// assert_eq!(slug("Côte d’Ivoire"), "cote-d-ivoire");
/// assert_eq!(slug("Boutros Boutros-Ghali"), "boutros-boutros-ghali");
/// ```
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in deunicode(name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
