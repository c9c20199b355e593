//! The prefixes of the graph: declared in exports, known to queries, used to shorten IRIs.

use crate::graph::iri::Base;

/// Prefixes of vocabularies, whatever the base.
const VOCABULARIES: &[(&str, &str)] = &[
    ("unsc", "https://w3id.org/unsc/ontology#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("edtf", "http://id.loc.gov/datatypes/edtf/"),
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("pav", "http://purl.org/pav/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("skosxl", "http://www.w3.org/2008/05/skos-xl#"),
    ("vann", "http://purl.org/vocab/vann/"),
    ("void", "http://rdfs.org/ns/void#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Paths below the base that have a prefix of their own, named like it.
const PATHS: &[&str] = &[
    "act",
    "charter",
    "choice",
    "document",
    "draft",
    "event-status",
    "event-type",
    "manner",
    "measure",
    "meeting",
    "mission",
    "office",
    "organization",
    "party",
    "person",
    "place",
    "resolution",
    "scheme",
    "situation",
    "situation-type",
    "state",
];

/// All prefixes with their namespaces.
#[must_use]
pub fn prefixes(base: &Base) -> Vec<(String, String)> {
    let vocabularies = VOCABULARIES
        .iter()
        .map(|(name, iri)| ((*name).to_owned(), (*iri).to_owned()));
    let paths = PATHS
        .iter()
        .map(|path| ((*path).to_owned(), format!("{}{path}/", base.as_str())));
    vocabularies.chain(paths).collect()
}

/// An IRI as `prefix:local` if a prefix fits, else in angle brackets.
#[must_use]
pub fn shorten(iri: &str, prefixes: &[(String, String)]) -> String {
    let longest = prefixes
        .iter()
        .filter_map(|(name, namespace)| Some((name, iri.strip_prefix(namespace.as_str())?)))
        .min_by_key(|(_, local)| local.len());
    longest.map_or_else(
        || format!("<{iri}>"),
        |(name, local)| format!("{name}:{local}"),
    )
}
