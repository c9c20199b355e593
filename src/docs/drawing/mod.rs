//! Drawings of the model: the classes that the ontology says to draw, and what relates them.

mod svg;

use std::collections::{BTreeMap, BTreeSet};

use maud::Markup;
use oxigraph::model::{NamedNode, Term as RdfTerm};

use super::terms::{Kind, Term};
use super::vocabulary::{Vocabulary, anchor};

/// A drawing, as a resource of the class `unsc:Drawing` describes it.
#[derive(Debug)]
pub(super) struct Drawing {
    /// The last part of its IRI, which names its file.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) description: String,
    boxes: Vec<Class>,
    arrows: Vec<Arrow>,
}

/// A class with its properties to literals.
#[derive(Debug)]
struct Class {
    iri: NamedNode,
    name: String,
    /// Where on the page of the vocabulary it is told, if it is.
    anchor: Option<String>,
    /// Which file declares it: classes of one file have one colour.
    subject: usize,
    attributes: Vec<(String, String)>,
}

/// What relates two classes, by their places among the classes.
#[derive(Debug)]
struct Arrow {
    from: usize,
    to: usize,
    meaning: Meaning,
}

#[derive(Debug)]
enum Meaning {
    Subclass,
    /// The properties from one to the other.
    Properties(Vec<String>),
}

/// All drawings that the ontology describes, in its order.
pub(super) fn all(vocabulary: &Vocabulary) -> Vec<Drawing> {
    let mut drawings = vocabulary.named("unsc:Drawing");
    let place = |iri: &NamedNode| {
        let subject = iri.clone().into();
        let mut subjects = vocabulary.triples.iter().map(|triple| &triple.subject);
        subjects.position(|it| *it == subject)
    };
    drawings.sort_by_cached_key(place);
    drawings
        .iter()
        .map(|iri| Drawing::new(vocabulary, iri))
        .collect()
}

impl Drawing {
    fn new(vocabulary: &Vocabulary, iri: &NamedNode) -> Self {
        let text = |property| vocabulary.text(iri, property).unwrap_or_default();
        let boxes = classes(vocabulary, iri);
        Self {
            name: iri
                .as_str()
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_owned(),
            title: text("dcterms:title"),
            description: text("dcterms:description"),
            arrows: arrows(vocabulary, &boxes),
            boxes,
        }
    }

    /// The name of its part of the page.
    pub(super) fn anchor(&self) -> String {
        format!("drawing-{}", self.name)
    }

    /// The drawing as SVG, its classes linked to their places on the page `vocabulary`.
    pub(super) fn svg(&self, vocabulary: &str) -> Markup {
        svg::draw(self, vocabulary)
    }
}

/// The classes that a drawing shows, in the order in which the ontology names them: the layout
/// begins with the first.
fn classes(vocabulary: &Vocabulary, drawing: &NamedNode) -> Vec<Class> {
    let draws = vocabulary.iri("unsc:draws");
    let named = vocabulary
        .triples
        .iter()
        .filter_map(|triple| match &triple.object {
            RdfTerm::NamedNode(class)
                if triple.predicate == draws && triple.subject == drawing.clone().into() =>
            {
                Some(class.clone())
            }
            _ => None,
        });
    named
        .map(|iri| Class {
            name: vocabulary.label(&iri),
            anchor: vocabulary
                .terms()
                .any(|term| term.iri == iri)
                .then(|| anchor(vocabulary, &iri)),
            subject: vocabulary.subject_of(&iri),
            attributes: attributes(vocabulary, &iri),
            iri,
        })
        .collect()
}

/// A class's own properties to literals with their datatypes.
fn attributes(vocabulary: &Vocabulary, class: &NamedNode) -> Vec<(String, String)> {
    let texts = ["rdf:langString", "rdf:PlainLiteral"].map(|name| vocabulary.iri(name));
    let local = |iri: &NamedNode| {
        if texts.contains(iri) {
            return "text".to_owned();
        }
        let short = vocabulary.short(iri.as_str());
        short
            .rsplit_once(':')
            .map_or(short.clone(), |(_, local)| local.to_owned())
    };
    let of_class = |iri: &NamedNode| ends(vocabulary, iri, &DOMAIN).contains(class);
    let properties = vocabulary
        .terms()
        .filter(|term| term.kind == Kind::DatatypeProperty);
    properties
        .filter(|term| of_class(&term.iri))
        .map(|term| {
            let ranges = ends(vocabulary, &term.iri, &RANGE);
            let ranges: Vec<String> = ranges.iter().map(local).collect();
            (local(&term.iri), ranges.join(" or "))
        })
        .collect()
}

/// By what the classes at the ends of a property are said: with `schema:domainIncludes` where a
/// borrowed property is used between them, of which its own domain does not speak.
const DOMAIN: [&str; 2] = ["rdfs:domain", "schema:domainIncludes"];
const RANGE: [&str; 2] = ["rdfs:range", "schema:rangeIncludes"];

/// The classes at one end of a property.
fn ends(vocabulary: &Vocabulary, property: &NamedNode, end: &[&str]) -> Vec<NamedNode> {
    let expressions = end
        .iter()
        .flat_map(|end| vocabulary.expressions(property, end));
    let classes =
        expressions.flat_map(|it| it.alternatives().into_iter().cloned().collect::<Vec<_>>());
    classes.collect()
}

/// The boxes that stand for a class: its own, else those of the classes right below it.
fn drawn_for(vocabulary: &Vocabulary, boxes: &[Class], class: &NamedNode) -> Vec<usize> {
    if let Some(place) = boxes.iter().position(|it| it.iri == *class) {
        return vec![place];
    }
    let below = vocabulary.naming("rdfs:subClassOf", class);
    below
        .iter()
        .flat_map(|term| drawn_for(vocabulary, boxes, &term.iri))
        .collect()
}

/// The arrows between the classes: properties from one class to another make one arrow.
fn arrows(vocabulary: &Vocabulary, boxes: &[Class]) -> Vec<Arrow> {
    let place = |iri: &NamedNode| boxes.iter().position(|class| class.iri == *iri);
    let places = |property: &NamedNode, end: &[&str]| -> BTreeSet<usize> {
        ends(vocabulary, property, end)
            .iter()
            .flat_map(|class| drawn_for(vocabulary, boxes, class))
            .collect()
    };
    let mut between: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    // Of two inverse properties the one is drawn that names the other: it is the one in the graph.
    let drawn = |term: &&Term| {
        let inverse = vocabulary.subjects("owl:inverseOf", &term.iri);
        term.kind == Kind::ObjectProperty && inverse.is_empty()
    };
    for term in vocabulary.terms().filter(drawn) {
        let short = vocabulary.short(term.iri.as_str());
        let name = short.trim_start_matches("unsc:");
        for from in places(&term.iri, &DOMAIN) {
            for to in places(&term.iri, &RANGE) {
                between.entry((from, to)).or_default().push(name.to_owned());
            }
        }
    }
    let properties = between.into_iter().map(|((from, to), names)| Arrow {
        from,
        to,
        meaning: Meaning::Properties(names),
    });
    let subclasses = boxes.iter().enumerate().flat_map(|(from, class)| {
        let above = vocabulary.expressions(&class.iri, "rdfs:subClassOf");
        let above: Vec<usize> = above
            .iter()
            .flat_map(|it| it.alternatives())
            .filter_map(place)
            .collect();
        above.into_iter().map(move |to| Arrow {
            from,
            to,
            meaning: Meaning::Subclass,
        })
    });
    properties.chain(subclasses).collect()
}
