//! The description of the dataset that a graph is, in VoID (<https://www.w3.org/TR/void/>) and DCAT
//! (<https://www.w3.org/TR/vocab-dcat-3/>), in a graph of its own.
//!
//! What is the same for every dataset stands in `ontology/dataset.ttl`, the datasets that links lead
//! to wherever the ontology has a `void:Linkset`. The rest is counted, over all other graphs.

mod counts;
mod licences;
mod reference;

use std::collections::BTreeSet;

use oxigraph::io::{JsonLdProfileSet, RdfFormat};
use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad, Term};

use counts::{Class, Counts};
use licences::by_licence;
use reference::{Linkset, Reference};

use crate::graph::iri::{Base, slug};
use crate::graph::quads::{Quads, count, english, plain};
use crate::graph::vocabulary::{dcat, dcterms, foaf, prov, unsc, void};
use crate::graph::{DATASET_GRAPH, REFERENCE_GRAPH, provenance};
use crate::hash::sha256;
use crate::prefixes::{prefixes, shorten};

/// The classes whose examples are examples of the dataset.
const SHOWN: &[NamedNodeRef] = &[
    unsc::RESOLUTION,
    unsc::MEETING,
    unsc::MISSION,
    unsc::STATE,
    foaf::PERSON,
];

/// The formats that the dataset can be exported in, by their file name extensions.
const FORMATS: &[RdfFormat] = &[
    RdfFormat::Turtle,
    RdfFormat::TriG,
    RdfFormat::NTriples,
    RdfFormat::NQuads,
    RdfFormat::JsonLd {
        profile: JsonLdProfileSet::empty(),
    },
    RdfFormat::RdfXml,
];

/// Describes the dataset that quads are, the reference data among them.
#[must_use]
pub fn describe(quads: &[Quad], base: &Base, endpoint: Option<&NamedNode>) -> Vec<Quad> {
    let reference = Reference::new(quads, base);
    let linksets = reference.linksets();
    let counts = counts::count(quads, base, &linksets);
    let mut description = Description {
        base,
        dataset: base.path("dataset"),
        quads: Quads::new(base.path(DATASET_GRAPH)),
        prefixes: prefixes(base),
    };
    description.itself();
    for path in ["dataset", "dataset/rights"] {
        description.copy(&reference, &base.path(path));
    }
    description.totals(&counts);
    description.partitions(&counts);
    for (linkset, links) in linksets.iter().zip(&counts.links) {
        if *links > 0 {
            description.linkset(linkset, *links, &reference);
        }
    }
    description.documents(quads);
    description.access(endpoint);
    description.quads.finish()
}

struct Description<'a> {
    base: &'a Base,
    dataset: NamedNode,
    quads: Quads,
    prefixes: Vec<(String, String)>,
}

impl Description<'_> {
    /// What the description is.
    fn itself(&mut self) {
        let description = self.base.path(DATASET_GRAPH);
        let tool = provenance::tool(&mut self.quads, self.base);
        let building = self.part("building", "");
        self.add(&description, rdf::TYPE, void::DATASET_DESCRIPTION);
        self.add(
            &description,
            dcterms::TITLE,
            english("Description of the dataset"),
        );
        self.add(&description, dcterms::CREATOR, tool.clone());
        self.add(&description, foaf::PRIMARY_TOPIC, self.dataset.clone());
        self.about(dcterms::CREATOR, tool.clone());
        self.about(prov::WAS_GENERATED_BY, building.clone());
        self.add(&building, rdf::TYPE, prov::ACTIVITY);
        self.add(&building, prov::WAS_ASSOCIATED_WITH, tool);
        self.add(&building, prov::USED, self.base.path(REFERENCE_GRAPH));
    }

    fn totals(&mut self, counts: &Counts) {
        for (property, number) in [
            (void::TRIPLES, counts.triples),
            (void::DISTINCT_SUBJECTS, counts.subjects),
            (void::DISTINCT_OBJECTS, counts.objects),
            (void::ENTITIES, counts.entities),
            (void::CLASSES, counts.classes.len()),
            (void::PROPERTIES, counts.properties.len()),
        ] {
            self.about(property, count(number));
        }
        self.about(void::URI_SPACE, plain(self.base.as_str()));
        if let Some((first, last)) = counts.days {
            let period = self.part("period", "");
            self.about(dcterms::TEMPORAL, period.clone());
            self.add(&period, rdf::TYPE, dcterms::PERIOD_OF_TIME);
            for (property, day) in [(dcat::START_DATE, first), (dcat::END_DATE, last)] {
                self.add(
                    &period,
                    property,
                    Literal::new_typed_literal(day, xsd::DATE),
                );
            }
        }
    }

    fn partitions(&mut self, counts: &Counts) {
        for (class, Class { entities, example }) in &counts.classes {
            let partition = self.part("class", &self.step(class));
            let class = NamedNode::new_unchecked(*class);
            self.about(void::CLASS_PARTITION, partition.clone());
            self.add(&partition, rdf::TYPE, void::DATASET);
            self.add(&partition, void::CLASS, class.clone());
            self.add(&partition, void::ENTITIES, count(*entities));
            if let Some((_, example)) = example {
                let example = NamedNode::new_unchecked(example.0);
                if SHOWN.contains(&class.as_ref()) {
                    self.about(void::EXAMPLE_RESOURCE, example.clone());
                }
                self.add(&partition, void::EXAMPLE_RESOURCE, example);
            }
        }
        for (property, triples) in &counts.properties {
            let partition = self.part("property", &self.step(property));
            self.about(void::PROPERTY_PARTITION, partition.clone());
            self.add(&partition, rdf::TYPE, void::DATASET);
            self.add(
                &partition,
                void::PROPERTY,
                NamedNode::new_unchecked(*property),
            );
            self.add(&partition, void::TRIPLES, count(*triples));
        }
        let terms = counts.classes.keys().chain(counts.properties.keys());
        for vocabulary in terms
            .filter_map(|term| vocabulary(term))
            .collect::<BTreeSet<_>>()
        {
            self.about(void::VOCABULARY, NamedNode::new_unchecked(vocabulary));
        }
    }

    fn linkset(&mut self, linkset: &Linkset, links: usize, reference: &Reference) {
        self.about(void::SUBSET, linkset.node.clone());
        self.copy(reference, &linkset.node);
        self.copy(reference, &linkset.target);
        self.add(&linkset.node, void::SUBJECTS_TARGET, self.dataset.clone());
        self.add(&linkset.node, void::TRIPLES, count(links));
    }

    /// The parts of the dataset that licences are stated of: the documents' graphs.
    fn documents(&mut self, quads: &[Quad]) {
        for (licences, graphs) in by_licence(quads, self.base) {
            let licences: Vec<&str> = licences.into_iter().collect();
            let step = match &licences[..] {
                [] => "without-licence".to_owned(),
                licences => slug(&licences.join(" ")),
            };
            let part = self.part("documents", &step);
            let title = format!("{graphs} graphs of documents");
            self.about(void::SUBSET, part.clone());
            self.add(&part, rdf::TYPE, void::DATASET);
            self.add(&part, dcterms::TITLE, english(&title));
            for licence in licences {
                self.add(&part, dcterms::LICENSE, NamedNode::new_unchecked(licence));
            }
        }
    }

    /// How to get at the dataset.
    fn access(&mut self, endpoint: Option<&NamedNode>) {
        for format in FORMATS {
            let distribution = self.part("distribution", format.file_extension());
            let media = format!(
                "https://www.iana.org/assignments/media-types/{}",
                format.media_type()
            );
            self.about(dcat::HAS_DISTRIBUTION, distribution.clone());
            self.add(&distribution, rdf::TYPE, dcat::DISTRIBUTION);
            self.add(&distribution, dcterms::TITLE, english(format.name()));
            self.add(
                &distribution,
                dcat::MEDIA_TYPE,
                NamedNode::new_unchecked(media),
            );
        }
        if let Some(endpoint) = endpoint {
            let service = self.part("endpoint", "");
            self.about(void::SPARQL_ENDPOINT, endpoint.clone());
            self.add(&service, rdf::TYPE, dcat::DATA_SERVICE);
            self.add(&service, dcterms::TITLE, english("SPARQL endpoint"));
            self.add(&service, dcat::ENDPOINT_URL, endpoint.clone());
            self.add(&service, dcat::SERVES_DATASET, self.dataset.clone());
        }
    }

    /// Says of a thing here what the reference data says of it.
    fn copy(&mut self, reference: &Reference, node: &NamedNode) {
        for (predicate, object) in reference.said(node.as_str()) {
            self.add(node, *predicate, object.into_owned());
        }
    }

    fn about(&mut self, predicate: NamedNodeRef, object: impl Into<Term>) {
        let dataset = self.dataset.clone();
        self.add(&dataset, predicate, object);
    }

    fn add(&mut self, subject: &NamedNode, predicate: NamedNodeRef, object: impl Into<Term>) {
        self.quads.add(subject, predicate, object);
    }

    /// Names a part of the dataset: `dataset/class/unsc-Mission`.
    fn part(&self, part: &str, item: &str) -> NamedNode {
        let path = format!("dataset/{part}/{item}");
        self.base.path(path.trim_end_matches('/'))
    }

    /// A term as a step of a path, by its prefix or, if it has none, by its hash.
    fn step(&self, term: &str) -> String {
        let short = shorten(term, &self.prefixes);
        match short.split_once(':') {
            Some((prefix, local)) if !short.starts_with('<') && !local.contains(['/', '#']) => {
                format!("{prefix}-{local}")
            }
            _ => sha256(term)[..12].to_owned(),
        }
    }
}

/// The vocabulary of a term, as VoID finds it: what precedes its local name, without the hash.
fn vocabulary(term: &str) -> Option<&str> {
    let end = term.rfind(['/', '#'])? + 1;
    Some(term[..end].trim_end_matches('#'))
}
