//! The kinds of store that are known, and how each is told from the others.
//!
//! Where that was read: Oxigraph's and Virtuoso's `Server` header in their answers (0.5.13, 7.2.5);
//! Fuseki's `Fuseki-Request-Id` in its source (`ServletBase.java`; the `Server` header is off by
//! default there); the paths of RDF4J in its REST API (`rdf4j-openapi.yaml`), which GraphDB has too;
//! `cmd=stats` of QLever in its source (`Server.cpp`, `ResponseJson.cpp`).

use std::fmt;
use std::str::FromStr;

use anyhow::{Result, bail};
use ureq::http::HeaderMap;

use super::client::{Client, Request};

/// A kind of store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Oxigraph's server.
    Oxigraph,
    /// Virtuoso.
    Virtuoso,
    /// Apache Jena Fuseki.
    Fuseki,
    /// Ontotext GraphDB.
    GraphDb,
    /// Eclipse RDF4J Server.
    Rdf4j,
    /// QLever.
    Qlever,
    /// Any that speaks SPARQL 1.1 Query and Update.
    Generic,
}

const NAMES: [(Kind, &str, &str); 7] = [
    (Kind::Oxigraph, "oxigraph", "Oxigraph"),
    (Kind::Virtuoso, "virtuoso", "Virtuoso"),
    (Kind::Fuseki, "fuseki", "Apache Jena Fuseki"),
    (Kind::GraphDb, "graphdb", "GraphDB"),
    (Kind::Rdf4j, "rdf4j", "RDF4J or GraphDB"),
    (Kind::Qlever, "qlever", "QLever"),
    (Kind::Generic, "generic", "a SPARQL endpoint"),
];

impl FromStr for Kind {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        let known = NAMES.iter().find(|(_, known, _)| *known == name);
        let Some((kind, ..)) = known else {
            let names = NAMES.map(|(_, name, _)| name).join(", ");
            bail!("found {name:?}, expected one of {names}");
        };
        Ok(*kind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = NAMES.iter().find(|(kind, ..)| kind == self);
        f.write_str(known.map_or("", |(_, _, title)| title))
    }
}

/// Asks a server what it is: for the description of its service that SPARQL 1.1 provides for, whose
/// answer tells by its headers, whatever it says.
pub(super) fn detect(client: &Client, address: &str) -> Result<Kind, super::Error> {
    let get = |url: &str, accept: &str| {
        client.probe(Request {
            method: "GET",
            url,
            accept,
            content: None,
        })
    };
    let (_, answer) = get(address, "text/turtle, */*;q=0.1")?;
    if let Some(kind) = by_headers(&answer.headers) {
        return Ok(kind);
    }
    if address.contains("/repositories/") {
        return Ok(Kind::Rdf4j);
    }
    let (_, counted) = get(&format!("{address}?cmd=stats"), "application/json")?;
    let counted = serde_json::from_slice::<serde_json::Value>(&counted.body).unwrap_or_default();
    if counted.get("num-triples-normal").is_some() {
        return Ok(Kind::Qlever);
    }
    Ok(Kind::Generic)
}

fn by_headers(headers: &HeaderMap) -> Option<Kind> {
    let server = headers.get("server").and_then(|value| value.to_str().ok());
    let server = server.unwrap_or_default();
    match server.split(['/', ' ']).next()? {
        "Oxigraph" => Some(Kind::Oxigraph),
        "Virtuoso" => Some(Kind::Virtuoso),
        "GraphDB" => Some(Kind::GraphDb),
        _ if headers.contains_key("fuseki-request-id") => Some(Kind::Fuseki),
        _ => None,
    }
}
