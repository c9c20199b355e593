//! What the keeper of a directory of documents says about them: licence, origin.

use std::path::Path;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNode, NamedOrBlankNode, Term};

use crate::source::Location;

/// The file of a directory that says something about all documents in it.
const FILE: &str = "provenance.ttl";

/// What a `provenance.ttl` beside a document, or in a directory above it, says of `<>`: each
/// statement is one on every document below. The nearest file counts.
///
/// A file that is not Turtle says nothing.
#[must_use]
pub fn statements(location: &Location) -> Vec<(NamedNode, Term)> {
    let Location::File(path) = location else {
        return Vec::new();
    };
    let file = path
        .ancestors()
        .skip(1)
        .map(|directory| directory.join(FILE))
        .find(|file| file.is_file());
    file.map_or_else(Vec::new, |file| read(&file).unwrap_or_default())
}

fn read(file: &Path) -> anyhow::Result<Vec<(NamedNode, Term)>> {
    const HERE: &str = "file:///here/";
    let text = std::fs::read(file)?;
    let parser = RdfParser::from_format(RdfFormat::Turtle).with_base_iri(HERE)?;
    let mut statements = Vec::new();
    for quad in parser.for_slice(&text) {
        let quad = quad?;
        let is_here =
            matches!(&quad.subject, NamedOrBlankNode::NamedNode(node) if node.as_str() == HERE);
        if is_here {
            statements.push((quad.predicate, quad.object));
        }
    }
    Ok(statements)
}
