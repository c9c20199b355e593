//! Solutions as GraphML (<http://graphml.graphdrawing.org/>), for Gephi, networkx and their kind.
//!
//! One row is an edge from `?Source` to `?Target`. Variables that begin with either word are
//! attributes of that node (`?SourceDate` and `?TargetDate` are its `Date`), the others are
//! attributes of the edge.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{Result, bail};
use oxigraph::sparql::QuerySolutionIter;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::columns::{Column, Kind, columns};

const SOURCE: &str = "Source";
const TARGET: &str = "Target";

/// Writes all solutions; the types of attributes come before the first node.
pub(super) fn write(solutions: QuerySolutionIter<'static>, output: &mut impl Write) -> Result<()> {
    let columns = columns(solutions)?;
    let network = Network::new(&columns)?;
    let mut writer = Writer::new_with_indent(&mut *output, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = [("xmlns", "http://graphml.graphdrawing.org/xmlns")];
    let root = writer.create_element("graphml").with_attributes(root);
    root.write_inner_content(|writer| network.write(writer))?;
    writeln!(output)?;
    Ok(())
}

/// A network: rows as edges, and what is said of their ends.
struct Network<'a> {
    source: Vec<Option<String>>,
    target: Vec<Option<String>>,
    nodes: BTreeMap<String, BTreeMap<&'a str, String>>,
    /// Attributes of nodes.
    node_keys: BTreeMap<&'a str, Kind>,
    /// Attributes of edges.
    edge_keys: Vec<&'a Column>,
}

impl<'a> Network<'a> {
    fn new(columns: &'a [Column]) -> Result<Self> {
        let ends = |end: &str| columns.iter().find(|column| column.name == end);
        let (Some(source), Some(target)) = (ends(SOURCE), ends(TARGET)) else {
            let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
            bail!(
                "found the columns {}, expected ?{SOURCE} and ?{TARGET} among them: in GraphML a row is an edge",
                names.join(", ")
            );
        };
        let (source, target) = (source.texts().collect(), target.texts().collect());
        let mut network = Self {
            source,
            target,
            nodes: BTreeMap::new(),
            node_keys: BTreeMap::new(),
            edge_keys: Vec::new(),
        };
        for column in columns {
            network.add(column);
        }
        Ok(network)
    }

    fn add(&mut self, column: &'a Column) {
        let ends = [(SOURCE, &self.source), (TARGET, &self.target)];
        let end = ends
            .into_iter()
            .find_map(|(end, ids)| Some((column.name.strip_prefix(end)?, ids)));
        let Some((attribute, ids)) = end else {
            self.edge_keys.push(column);
            return;
        };
        for (id, value) in ids.iter().zip(column.texts()) {
            let Some(id) = id else { continue };
            let node = self.nodes.entry(id.clone()).or_default();
            if let Some(value) = value.filter(|_| !attribute.is_empty()) {
                node.insert(attribute, value);
            }
        }
        if !attribute.is_empty() {
            let kind = self.node_keys.entry(attribute).or_insert(column.kind());
            if *kind != column.kind() {
                *kind = Kind::Text;
            }
        }
    }

    fn write<W: Write>(&self, writer: &mut Writer<W>) -> std::io::Result<()> {
        for (name, kind) in &self.node_keys {
            key(writer, "node", name, *kind)?;
        }
        for column in &self.edge_keys {
            key(writer, "edge", &column.name, column.kind())?;
        }
        let graph = writer.create_element("graph");
        let graph = graph.with_attribute(("edgedefault", "directed"));
        graph.write_inner_content(|writer| {
            for (id, attributes) in &self.nodes {
                let node = writer
                    .create_element("node")
                    .with_attribute(("id", id.as_str()));
                let attributes = attributes
                    .iter()
                    .map(|(name, value)| (*name, value.as_str()));
                described(node, "node", attributes)?;
            }
            let texts: Vec<Vec<Option<String>>> = self
                .edge_keys
                .iter()
                .map(|column| column.texts().collect())
                .collect();
            for (row, ends) in self.source.iter().zip(&self.target).enumerate() {
                let (Some(source), Some(target)) = ends else {
                    continue;
                };
                let ends = [("source", source.as_str()), ("target", target.as_str())];
                let edge = writer.create_element("edge").with_attributes(ends);
                let attributes = self
                    .edge_keys
                    .iter()
                    .zip(&texts)
                    .filter_map(|(column, texts)| {
                        Some((column.name.as_str(), texts[row].as_deref()?))
                    });
                described(edge, "edge", attributes)?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// Declares an attribute.
fn key<W: Write>(writer: &mut Writer<W>, of: &str, name: &str, kind: Kind) -> std::io::Result<()> {
    let kind = match kind {
        Kind::Integer => "long",
        Kind::Number => "double",
        Kind::Boolean => "boolean",
        Kind::Date | Kind::Text => "string",
    };
    let id = format!("{of}-{name}");
    let attributes = [
        ("id", id.as_str()),
        ("for", of),
        ("attr.name", name),
        ("attr.type", kind),
    ];
    writer
        .create_element("key")
        .with_attributes(attributes)
        .write_empty()?;
    Ok(())
}

/// Writes a node or an edge with its attributes.
fn described<'a, W: Write>(
    element: quick_xml::writer::ElementWriter<'_, W>,
    of: &str,
    attributes: impl Iterator<Item = (&'a str, &'a str)>,
) -> std::io::Result<()> {
    let mut attributes = attributes.peekable();
    if attributes.peek().is_none() {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|writer| {
        for (name, value) in attributes {
            let key = format!("{of}-{name}");
            let data = writer
                .create_element("data")
                .with_attribute(("key", key.as_str()));
            data.write_text_content(BytesText::new(value))?;
        }
        Ok(())
    })?;
    Ok(())
}
