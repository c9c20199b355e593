//! JSON-LD that reads like JSON: the terms of the published context (`docs/context.jsonld`) for keys,
//! and what belongs to a thing, by its IRI or since it has none, inside that thing.
//!
//! The context stands in the file, with the base, so that nobody needs a network to read it.

use std::collections::HashMap;
use std::io::Write;

use anyhow::{Context as _, Result};
use itertools::Itertools;
use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{
    GraphName, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term, TermRef,
};
use serde_json::{Map, Value, json};

use crate::graph::iri::Base;

/// Writes quads that come graph by graph; one graph is held in memory.
pub(super) fn write(
    quads: impl Iterator<Item = Result<Quad>>,
    base: &Base,
    output: &mut impl Write,
) -> Result<()> {
    let names = Names::new(base)?;
    write!(output, "{{\"@context\": {},\n\"@graph\": [", names.context)?;
    let mut separator = "";
    let graphs = quads.chunk_by(|quad| quad.as_ref().ok().map(|quad| quad.graph_name.clone()));
    for (name, quads) in &graphs {
        let nodes = nodes(quads.collect::<Result<_>>()?);
        let (start, end) = match &name {
            Some(GraphName::NamedNode(name)) => {
                let name = json!(names.id(name.as_str()));
                (format!("{{\"@id\": {name}, \"@graph\": ["), "]}")
            }
            Some(GraphName::BlankNode(name)) => {
                (format!("{{\"@id\": \"{name}\", \"@graph\": ["), "]}")
            }
            Some(GraphName::DefaultGraph) | None => (String::new(), ""),
        };
        write!(output, "{separator}\n{start}")?;
        for (index, node) in Frames::new(&nodes, &names).all().into_iter().enumerate() {
            output.write_all(if index == 0 { b"\n" } else { b",\n" })?;
            serde_json::to_writer_pretty(&mut *output, &node)?;
        }
        write!(output, "{end}")?;
        separator = ",";
    }
    writeln!(output, "\n]}}")?;
    Ok(())
}

/// How the context shortens IRIs and what it says of values.
struct Names {
    context: Value,
    base: String,
    terms: HashMap<String, Name>,
    prefixes: Vec<(String, String)>,
}

/// A term, and what a plain value of it is.
struct Name {
    term: String,
    plain: Plain,
}

/// What a plain string stands for.
enum Plain {
    Text,
    Thing,
    Language(String),
    Datatype(String),
}

impl Names {
    fn new(base: &Base) -> Result<Self> {
        let published = include_str!("../../docs/context.jsonld");
        let mut published: Value = serde_json::from_str(published)?;
        let context = published["@context"].as_object_mut();
        let context = context.context("found no object, expected the terms of the context")?;
        let texts = context
            .iter()
            .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
        let prefixes: Vec<_> = texts.filter(|(_, iri)| iri.ends_with(['#', '/'])).collect();
        let full = |short: &str| match short.split_once(':') {
            Some((prefix, local)) => {
                let namespace = prefixes.iter().find(|(name, _)| name == prefix);
                namespace.map_or_else(
                    || short.to_owned(),
                    |(_, namespace)| format!("{namespace}{local}"),
                )
            }
            None => short.to_owned(),
        };
        let mut terms = HashMap::new();
        for (term, value) in context.iter() {
            let plain = match (value["@type"].as_str(), value["@language"].as_str()) {
                (Some("@id"), _) => Plain::Thing,
                (Some(datatype), _) => Plain::Datatype(full(datatype)),
                (None, Some(language)) => Plain::Language(language.to_owned()),
                (None, None) => Plain::Text,
            };
            if let Some(iri) = value.as_str().or(value["@id"].as_str()) {
                let term = term.clone();
                terms.insert(full(iri), Name { term, plain });
            }
        }
        context.insert("@base".to_owned(), json!(base.as_str()));
        Ok(Self {
            context: published["@context"].take(),
            base: base.as_str().to_owned(),
            terms,
            prefixes,
        })
    }

    /// A thing's IRI as it stands for `@id`: relative where nothing else can be meant.
    fn id(&self, iri: &str) -> String {
        let below = iri.strip_prefix(&self.base).filter(|path| {
            let is_name = path.starts_with(|first: char| first.is_ascii_alphanumeric());
            is_name && !path.contains([':', '\\']) && !path.contains("./")
        });
        below.unwrap_or(iri).to_owned()
    }

    /// A property's or a class's IRI: a term, else with a prefix.
    fn key(&self, iri: NamedNodeRef<'_>) -> String {
        let iri = iri.as_str();
        if let Some(name) = self.terms.get(iri) {
            return name.term.clone();
        }
        let with_prefix = self.prefixes.iter().filter_map(|(prefix, namespace)| {
            let local = iri.strip_prefix(namespace.as_str())?;
            (!local.is_empty() && !local.starts_with("//")).then(|| format!("{prefix}:{local}"))
        });
        with_prefix
            .min_by_key(String::len)
            .unwrap_or_else(|| iri.to_owned())
    }

    fn plain(&self, property: NamedNodeRef<'_>) -> &Plain {
        let name = self.terms.get(property.as_str());
        name.map_or(&Plain::Text, |name| &name.plain)
    }

    fn literal(&self, literal: &Literal, plain: &Plain) -> Value {
        let (text, datatype) = (literal.value(), literal.datatype());
        if let Some(language) = literal.language() {
            return match plain {
                Plain::Language(known) if known == language => json!(text),
                _ => json!({ "@value": text, "@language": language }),
            };
        }
        let is_same = match plain {
            Plain::Text => datatype == xsd::STRING,
            Plain::Datatype(known) => datatype.as_str() == known,
            Plain::Thing | Plain::Language(_) => false,
        };
        // Numbers as numbers, where JSON's are as exact and nothing else is said of them.
        let number = text.parse::<i32>().ok();
        let number = number.filter(|n| datatype == xsd::INTEGER && n.to_string() == text);
        match (number, plain) {
            (Some(number), Plain::Text) => json!(number),
            (Some(number), _) if is_same => json!(number),
            _ if is_same => json!(text),
            _ if datatype == xsd::STRING => json!({ "@value": text }),
            _ => json!({ "@value": text, "@type": self.key(datatype) }),
        }
    }
}

/// A thing with what is said of it.
type Node = (NamedOrBlankNode, Vec<(NamedNode, Term)>);

/// The things of a graph whose quads come subject by subject.
fn nodes(quads: Vec<Quad>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for quad in quads {
        if nodes.last().is_none_or(|(node, _)| *node != quad.subject) {
            nodes.push((quad.subject, Vec::new()));
        }
        if let Some((_, said)) = nodes.last_mut() {
            said.push((quad.predicate, quad.object));
        }
    }
    nodes
}

/// The things of one graph, each in the thing that it belongs to.
struct Frames<'a> {
    nodes: &'a [Node],
    names: &'a Names,
    places: HashMap<TermRef<'a>, usize>,
    /// In which thing a thing stands.
    owners: Vec<Option<usize>>,
    written: Vec<bool>,
}

impl<'a> Frames<'a> {
    fn new(nodes: &'a [Node], names: &'a Names) -> Self {
        let places = nodes.iter().enumerate();
        let places: HashMap<TermRef<'a>, usize> = places
            .map(|(at, (node, _))| (node.as_ref().into(), at))
            .collect();
        let mut owners: Vec<Option<usize>> = vec![None; nodes.len()];
        for (at, (node, said)) in nodes.iter().enumerate() {
            let objects = said.iter().filter(|(property, _)| owns(property));
            for thing in objects.filter_map(|(_, object)| places.get(&object.as_ref())) {
                // The nearest of several.
                let nearest = owners[*thing].map_or(0, |owner| nodes[owner].0.to_string().len());
                if belongs(&nodes[*thing].0, node) && node.to_string().len() > nearest {
                    owners[*thing] = Some(at);
                }
            }
        }
        Self {
            nodes,
            names,
            places,
            owners,
            written: vec![false; nodes.len()],
        }
    }

    /// The things that stand for themselves, with all that stands in them; last, blank nodes that
    /// only stand in one another.
    fn all(mut self) -> Vec<Value> {
        let (own, others): (Vec<usize>, Vec<usize>) =
            (0..self.nodes.len()).partition(|at| self.owners[*at].is_none());
        let mut framed = Vec::new();
        for at in own.into_iter().chain(others) {
            if !self.written[at] {
                framed.push(self.frame(at));
            }
        }
        framed
    }

    fn frame(&mut self, at: usize) -> Value {
        self.written[at] = true;
        let (nodes, names) = (self.nodes, self.names);
        let (node, said) = &nodes[at];
        let mut object = Map::new();
        object.insert("@id".to_owned(), json!(id(node.as_ref().into(), names)));
        for (property, value) in said {
            let (key, value) = match value {
                Term::NamedNode(class) if *property == rdf::TYPE => {
                    ("@type".to_owned(), json!(names.key(class.as_ref())))
                }
                value => (
                    names.key(property.as_ref()),
                    self.value(at, property, value),
                ),
            };
            match object.get_mut(&key) {
                None => {
                    object.insert(key, value);
                }
                Some(Value::Array(values)) => values.push(value),
                Some(first) => *first = json!([first.take(), value]),
            }
        }
        Value::Object(object)
    }

    /// A value of a thing: a part of it whole, another thing by its IRI.
    fn value(&mut self, at: usize, property: &NamedNode, value: &Term) -> Value {
        let plain = self.names.plain(property.as_ref());
        if let Term::Literal(literal) = value {
            return self.names.literal(literal, plain);
        }
        let part = self.places.get(&value.as_ref()).copied();
        let part = part.filter(|part| self.owners[*part] == Some(at) && !self.written[*part]);
        match part.filter(|_| owns(property)) {
            Some(part) => self.frame(part),
            None if matches!(plain, Plain::Thing) => json!(id(value.as_ref(), self.names)),
            None => json!({ "@id": id(value.as_ref(), self.names) }),
        }
    }
}

/// Whether a value of a property may stand in its subject; a statement about one has it elsewhere.
fn owns(property: &NamedNode) -> bool {
    let property = property.as_ref();
    ![rdf::SUBJECT, rdf::PREDICATE, rdf::OBJECT].contains(&property)
}

/// Whether a thing is a part of another by its IRI, or has none.
fn belongs(thing: &NamedOrBlankNode, whole: &NamedOrBlankNode) -> bool {
    match (thing, whole) {
        (NamedOrBlankNode::BlankNode(_), _) => thing != whole,
        (NamedOrBlankNode::NamedNode(thing), NamedOrBlankNode::NamedNode(whole)) => {
            let rest = thing.as_str().strip_prefix(whole.as_str());
            rest.is_some_and(|rest| rest.starts_with(['/', '#']))
        }
        _ => false,
    }
}

fn id(term: TermRef<'_>, names: &Names) -> String {
    match term {
        TermRef::NamedNode(node) => names.id(node.as_str()),
        other => other.to_string(),
    }
}
