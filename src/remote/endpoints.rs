//! Where a kind of store takes what, from the address that people have: the server's root or any of
//! its endpoints.
//!
//! Where that was read: Oxigraph's `cli/src/main.rs`; Virtuoso's own answers (7.2.5); Jena's "Fuseki
//! Data Service Configuration Syntax", whose standard names these are; RDF4J's `rdf4j-openapi.yaml`;
//! QLever's `ParsedRequestBuilder.cpp` and `GraphStoreProtocol.h`.

use anyhow::{Result, bail};

use super::Kind;

/// The addresses of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoints {
    /// Takes queries.
    pub query: String,
    /// Takes updates.
    pub update: String,
    /// Takes whole graphs, by SPARQL's Graph Store Protocol.
    pub graphs: Option<String>,
    /// A parameter that makes the default graph of a query the union of all graphs.
    pub union: Option<(&'static str, &'static str)>,
}

impl Endpoints {
    /// The addresses of a store of a kind.
    ///
    /// # Errors
    /// If the address does not say which of the server's stores is meant.
    pub fn new(kind: Kind, address: &str) -> Result<Self> {
        let address = address.trim_end_matches('/');
        let without = |ends: &[&str]| {
            let end = ends.iter().find_map(|end| address.strip_suffix(end));
            end.unwrap_or(address).to_owned()
        };
        Ok(match kind {
            Kind::Oxigraph => {
                let root = without(&["/query", "/update", "/store"]);
                Self {
                    query: format!("{root}/query"),
                    update: format!("{root}/update"),
                    graphs: Some(format!("{root}/store")),
                    union: Some(("union-default-graph", "")),
                }
            }
            Kind::Virtuoso => {
                let root = without(&[
                    "/sparql",
                    "/sparql-auth",
                    "/sparql-graph-crud",
                    "/sparql-graph-crud-auth",
                ]);
                Self {
                    query: format!("{root}/sparql"),
                    update: format!("{root}/sparql-auth"),
                    graphs: Some(format!("{root}/sparql-graph-crud-auth")),
                    union: None,
                }
            }
            Kind::Fuseki => {
                let dataset = without(&["/query", "/sparql", "/update", "/data", "/get"]);
                if dataset.matches('/').count() < 3 {
                    bail!("found {address}, expected the address of a dataset: {address}/NAME");
                }
                Self {
                    query: format!("{dataset}/query"),
                    update: format!("{dataset}/update"),
                    graphs: Some(format!("{dataset}/data")),
                    union: Some(("default-graph-uri", "urn:x-arq:UnionGraph")),
                }
            }
            Kind::GraphDb | Kind::Rdf4j => {
                let repository = without(&["/statements", "/rdf-graphs/service"]);
                if !repository.contains("/repositories/") {
                    bail!(
                        "found {address}, expected the address of a repository: {address}/repositories/NAME"
                    );
                }
                Self {
                    update: format!("{repository}/statements"),
                    graphs: Some(format!("{repository}/rdf-graphs/service")),
                    query: repository,
                    union: None,
                }
            }
            Kind::Qlever => Self {
                query: address.to_owned(),
                update: address.to_owned(),
                graphs: Some(address.to_owned()),
                union: None,
            },
            Kind::Generic => {
                let root = address
                    .strip_suffix("/query")
                    .or_else(|| address.strip_suffix("/update"));
                Self {
                    query: root.map_or_else(|| address.to_owned(), |root| format!("{root}/query")),
                    update: root
                        .map_or_else(|| address.to_owned(), |root| format!("{root}/update")),
                    graphs: None,
                    union: None,
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::{Endpoints, Kind};

    #[test]
    fn any_of_its_addresses_leads_to_a_store() {
        let addresses = [
            (
                Kind::Oxigraph,
                "http://host:7878",
                &["", "/", "/query", "/update", "/store"][..],
            ),
            (
                Kind::Virtuoso,
                "http://host:8890",
                &["", "/sparql", "/sparql-auth", "/sparql-graph-crud-auth"],
            ),
            (
                Kind::Fuseki,
                "http://host:3030/unsc",
                &["", "/query", "/sparql", "/update", "/data"],
            ),
            (
                Kind::GraphDb,
                "http://host:7200/repositories/unsc",
                &["", "/statements"],
            ),
            (
                Kind::Rdf4j,
                "https://host/rdf4j-server/repositories/unsc",
                &["", "/rdf-graphs/service"],
            ),
            (Kind::Qlever, "http://host:7001", &["", "/"]),
            (Kind::Generic, "https://host/sparql", &[""]),
            (Kind::Generic, "https://host/unsc/query", &["", "/"]),
        ];
        let mut shown = String::new();
        for (kind, root, ends) in addresses {
            let all: Vec<Endpoints> = ends
                .iter()
                .map(|end| Endpoints::new(kind, &format!("{root}{end}")).unwrap())
                .collect();
            assert!(all.iter().all(|it| *it == all[0]), "{all:?}");
            writeln!(shown, "{kind}: {:#?}", all[0]).unwrap();
        }
        for (kind, address) in [
            (Kind::Fuseki, "http://host:3030/"),
            (Kind::GraphDb, "http://host:7200"),
        ] {
            writeln!(shown, "{}", Endpoints::new(kind, address).unwrap_err()).unwrap();
        }
        insta::assert_snapshot!(shown);
    }
}
