//! The IRIs of the graph, from RFC 6570 templates below a base IRI.

use anyhow::{Context, Result, bail};
use deunicode::deunicode;
use iri_string::spec::IriSpec;
use iri_string::template::UriTemplateStr;
use iri_string::template::simple_context::SimpleContext;
use iri_string::types::{IriReferenceStr, IriStr};
use oxigraph::model::NamedNode;

use crate::ontology;

/// The shapes of all IRIs that are made from facts.
pub mod template {
    /// A resolution by its number.
    pub const RESOLUTION: &str = "resolution/{number}";
    /// A thing that belongs to one resolution: `resolution/968/vote`; its text in one language:
    /// `resolution/968/en`.
    pub const PART: &str = "resolution/{number}/{part}";
    /// One of several such things: `resolution/968/clause/4`.
    pub const PART_ITEM: &str = "resolution/{number}/{part}/{item}";
    /// An item of such a thing: `resolution/968/clause/2/a`.
    pub const PART_SUBITEM: &str = "resolution/{number}/{part}/{item}/{subitem}";
    /// One thing that the Council does in a clause: `resolution/968/clause/2/act/1`.
    pub const ACTION: &str = "resolution/{number}/{part}/{item}/act/{act}";
    /// A meeting of the Council by its number.
    pub const MEETING: &str = "meeting/{number}";
    /// A source document, by the resolution it is about (`table` for tables) and its SHA-256: the
    /// name of its graph.
    pub const DOCUMENT: &str = "document/{number}-{hash}";
    /// A thing that belongs to a source document: `document/968-1a2b/words/120-145`.
    pub const DOCUMENT_ITEM: &str = "document/{number}-{hash}/{part}/{item}";
    /// A draft by its symbol: `draft/s-2020-654`.
    pub const DRAFT: &str = "draft/{symbol}";
    /// A document of the United Nations by its symbol: `un-document/s-pv-1063`.
    pub const UN_DOCUMENT: &str = "un-document/{symbol}";
    /// What the Council deals with, by its places: `situation/angola`.
    pub const SITUATION: &str = "situation/{places}";
    /// What a remote store was sent whole, by the path of the graph.
    pub const RECORD: &str = "graph/pushed/{graph}";
    /// A concept of a scheme: `manner/unanimously`.
    pub const CONCEPT: &str = "{scheme}/{concept}";
}

/// The IRI below which all data is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Default for Base {
    fn default() -> Self {
        Self(ontology::BASE.to_owned())
    }
}

impl std::str::FromStr for Base {
    type Err = anyhow::Error;

    /// Takes an absolute IRI that ends in `/` or `#`.
    fn from_str(base: &str) -> Result<Self> {
        let iri = IriStr::new(base).with_context(|| {
            format!(
                "the base {base:?} is not an absolute IRI such as {}",
                ontology::BASE
            )
        })?;
        if !iri.as_str().ends_with(['/', '#']) {
            bail!("the base {base:?} must end in / or #, so that names can follow it");
        }
        Ok(Self(base.to_owned()))
    }
}

impl Base {
    /// The IRI itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Names a thing by a template and the values of its variables; characters that an IRI
    /// can't have are percent-encoded.
    ///
    /// ```
    /// use unsc_kg::graph::iri::{Base, template};
    /// let clause = Base::default()
    ///     .name(template::PART_ITEM, &[("number", "968"), ("part", "clause"), ("item", "4")]);
    /// assert_eq!(clause.as_str(), "https://w3id.org/unsc/resolution/968/clause/4");
    /// ```
    ///
    /// # Panics
    /// If the template is not one of RFC 6570; those of [`template`] are.
    #[must_use]
    pub fn name(&self, template: &str, values: &[(&str, &str)]) -> NamedNode {
        let mut context = SimpleContext::new();
        for (name, value) in values {
            context.insert(*name, *value);
        }
        let template = UriTemplateStr::new(template).expect("a template of RFC 6570");
        let path = template
            .expand::<IriSpec, _>(&context)
            .expect("a template without modifiers");
        self.path(&path.to_string())
    }

    /// Names a thing by its path below the base, such as an entity's.
    ///
    /// # Panics
    /// If the path can't be part of an IRI; paths made by [`slug`] and templates can.
    #[must_use]
    pub fn path(&self, path: &str) -> NamedNode {
        assert!(
            IriReferenceStr::new(path).is_ok(),
            "{path:?} is no path of an IRI"
        );
        NamedNode::new_unchecked(format!("{}{path}", self.0))
    }

    /// An IRI of the ontology's files as it is with this base; those of the vocabulary, its terms
    /// and its versions stay.
    #[must_use]
    pub fn rebase(&self, iri: NamedNode) -> NamedNode {
        let vocabulary = ontology::NAMESPACE.trim_end_matches('#');
        match iri.as_str().strip_prefix(ontology::BASE) {
            Some(path) if !iri.as_str().starts_with(vocabulary) => self.path(path),
            _ => iri,
        }
    }
}

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
