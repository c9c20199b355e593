//! From facts to RDF quads.

pub mod iri;
