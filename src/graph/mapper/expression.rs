//! Work and expression: the text of a resolution in one language, and the file that has it.
//!
//! The levels are those of FRBR in ELI's terms. An article is no expression of the resolution: it
//! is a work of its own, about it.

use oxigraph::model::NamedNodeRef;
use oxigraph::model::vocab::rdf;

use super::Mapper;
use crate::document::Kind;
use crate::graph::iri::template;
use crate::graph::vocabulary::{eli, schema, unsc};

/// English in the authority table of languages of the European Union's Publications Office, whose
/// values ELI takes.
const ENGLISH: NamedNodeRef =
    NamedNodeRef::new_unchecked("http://publications.europa.eu/resource/authority/language/ENG");

impl Mapper<'_, '_> {
    /// How the source document and the resolution belong together.
    pub(super) fn expression(&mut self, kind: Kind) {
        let source = self.writer.source().clone();
        let resolution = self.subject.clone();
        match kind {
            Kind::Article => self.writer.add(&source, schema::ABOUT, resolution),
            Kind::Official => {
                let node = self.writer.name(template::PART, &[("part", "en")]);
                self.writer.add(&node, rdf::TYPE, unsc::EXPRESSION);
                self.writer.add(&node, eli::REALIZES, resolution);
                self.writer.add(&node, eli::LANGUAGE, ENGLISH);
                self.writer.add(&source, rdf::TYPE, eli::FORMAT);
                self.writer.add(&node, eli::IS_EMBODIED_BY, source);
            }
        }
    }
}
