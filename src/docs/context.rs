//! `context.jsonld`: short names for the terms, for those who write or read JSON-LD by hand.

use oxigraph::model::vocab::xsd;
use serde_json::{Map, Value, json};

use super::terms::Kind;
use super::vocabulary::Vocabulary;
use crate::ontology::NAMESPACE;

/// The context: prefixes, and our terms with the type of their values. A property to a resource
/// takes an IRI as a string; one with a single datatype takes a plain string or number.
pub(super) fn context(vocabulary: &Vocabulary) -> String {
    let mut context = Map::new();
    for (prefix, namespace) in vocabulary.prefixes() {
        // Prefixes of paths below the base would hide terms of the same name.
        if prefix == "unsc" || !namespace.starts_with(vocabulary.base().as_str()) {
            context.insert(prefix.clone(), json!(namespace));
        }
    }
    let texts = ["rdf:langString", "rdf:PlainLiteral"].map(|name| vocabulary.iri(name));
    for term in vocabulary.terms() {
        let Some(local) = term.iri.as_str().strip_prefix(NAMESPACE) else {
            continue;
        };
        let id = format!("unsc:{local}");
        let value: Value = match term.kind {
            Kind::ObjectProperty => json!({ "@id": id, "@type": "@id" }),
            Kind::DatatypeProperty => {
                let ranges = vocabulary.expressions(&term.iri, "rdfs:range");
                let ranges: Vec<_> = ranges.iter().flat_map(|it| it.alternatives()).collect();
                match ranges[..] {
                    [range] if texts.contains(range) => json!({ "@id": id, "@language": "en" }),
                    // A datatype of ours stands for several; each literal names its own. A string is
                    // one without being said so, and rdflib takes `"a"^^xsd:string` for another.
                    [range] if !range.as_str().starts_with(NAMESPACE) && *range != xsd::STRING => {
                        json!({ "@id": id, "@type": vocabulary.short(range.as_str()) })
                    }
                    _ => json!(id),
                }
            }
            _ => json!(id),
        };
        context.insert(local.to_owned(), value);
    }
    let mut text = format!("{:#}", json!({ "@context": context }));
    text.push('\n');
    text
}
