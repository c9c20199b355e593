//! What can be asked of a remote store: queries, updates, and graphs as wholes.

use std::io::Cursor;

use anyhow::{Context, Result, bail};
use form_urlencoded::Serializer;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNode, Quad, Triple};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsParser};
use oxigraph::sparql::{QueryEvaluationError, QueryResults, QuerySolution, QueryTripleIter};

use super::client::{Request, check_address};
use super::kind::detect;
use super::{Client, Endpoints, Error, Kind};

const TRIPLES: &str = "application/n-triples";
const FORM: &str = "application/x-www-form-urlencoded";
const RESULTS: &str = "application/sparql-results+json";

/// What a query sees as the default graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dataset {
    /// What the store takes for it.
    Own,
    /// The union of all graphs, where the store can be asked for that.
    Union,
}

/// A store that answers SPARQL over HTTP.
pub struct RemoteStore {
    client: Client,
    kind: Kind,
    endpoints: Endpoints,
}

impl RemoteStore {
    /// Gets to know the store at an address, the server's root or one of its endpoints.
    ///
    /// # Errors
    /// If the address is none, holds a password, or nobody answers there.
    pub fn open(client: Client, address: &str, kind: Option<Kind>) -> Result<Self> {
        check_address(address)?;
        let kind = kind.map_or_else(|| detect(&client, address), Ok)?;
        let endpoints = Endpoints::new(kind, address)?;
        Ok(Self {
            client,
            kind,
            endpoints,
        })
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Where it takes what.
    #[must_use]
    pub fn endpoints(&self) -> &Endpoints {
        &self.endpoints
    }

    /// What its queries see as the default graph, for people.
    #[must_use]
    pub fn default_graph(&self) -> &'static str {
        match self.kind {
            Kind::Oxigraph => {
                "its queries see all graphs as one with the parameter union-default-graph, or if it is served with --union-default-graph"
            }
            Kind::Virtuoso => {
                "its queries see all graphs as one; a triple that is in several counts once for each"
            }
            Kind::Fuseki => {
                "its queries see all graphs as one with default-graph-uri=urn:x-arq:UnionGraph, or if its dataset has tdb2:unionDefaultGraph"
            }
            Kind::GraphDb | Kind::Rdf4j | Kind::Qlever => "its queries see all graphs as one",
            Kind::Generic => {
                "whether its queries see all graphs as one is for the store to say; if not, they need GRAPH or FROM"
            }
        }
    }

    /// Answers a SELECT or ASK query.
    ///
    /// # Errors
    /// If the store gives no answer that can be read.
    pub fn query(&self, text: &str, dataset: Dataset) -> Result<QueryResults<'static>> {
        let answer = self.ask(text, dataset, RESULTS)?;
        let parser = QueryResultsParser::from_format(QueryResultsFormat::Json);
        let results = parser.for_reader(Cursor::new(answer));
        let results = results.with_context(|| self.unreadable())?;
        Ok(results.into())
    }

    /// Answers a CONSTRUCT or DESCRIBE query.
    ///
    /// # Errors
    /// If the store gives no answer.
    pub fn construct(&self, text: &str, dataset: Dataset) -> Result<QueryResults<'static>> {
        let answer = self.ask(text, dataset, TRIPLES)?;
        let triples = triples(answer, RdfFormat::NTriples).map(|triple| {
            triple.map_err(|error| QueryEvaluationError::Unexpected(error.into_boxed_dyn_error()))
        });
        Ok(QueryTripleIter::new(triples).into())
    }

    /// The rows of a SELECT query.
    pub(crate) fn rows(&self, text: &str) -> Result<Vec<QuerySolution>> {
        match self.query(text, Dataset::Own)? {
            QueryResults::Solutions(rows) => {
                let rows: Result<_, _> = rows.collect();
                rows.with_context(|| self.unreadable())
            }
            _ => bail!("{}", self.unreadable()),
        }
    }

    /// Carries an update out. It must be one that may be carried out twice.
    pub(crate) fn update(&self, text: &str) -> Result<(), Error> {
        let form = Serializer::new(String::new())
            .append_pair("update", text)
            .finish();
        self.client.send(Request {
            method: "POST",
            url: &self.endpoints.update,
            accept: "*/*",
            content: Some((FORM, form.as_bytes())),
        })?;
        Ok(())
    }

    /// Puts triples, as N-Triples, in the place of a graph or adds them to it. Adding may happen
    /// twice, so that blank nodes are only to be put.
    pub(crate) fn write(&self, graph: &NamedNode, triples: &str, how: Write) -> Result<(), Error> {
        let Some(url) = self.graph(graph) else {
            let clear = match how {
                Write::Put => format!("DROP SILENT GRAPH {graph} ;\n"),
                Write::Add => String::new(),
            };
            return self.update(&format!(
                "{clear}INSERT DATA {{ GRAPH {graph} {{\n{triples}}} }}"
            ));
        };
        self.client.send(Request {
            method: match how {
                Write::Put => "PUT",
                Write::Add => "POST",
            },
            url: &url,
            accept: "*/*",
            content: Some((TRIPLES, triples.as_bytes())),
        })?;
        Ok(())
    }

    /// Removes a graph, if it is there.
    pub(crate) fn remove(&self, graph: &NamedNode) -> Result<(), Error> {
        let Some(url) = self.graph(graph) else {
            return self.update(&format!("DROP SILENT GRAPH {graph}"));
        };
        let removed = self.client.send(Request {
            method: "DELETE",
            url: &url,
            accept: "*/*",
            content: None,
        });
        match removed {
            Err(error) if error.is_missing() => Ok(()),
            removed => removed.map(drop),
        }
    }

    /// Reads a graph back.
    pub(crate) fn read(&self, graph: &NamedNode) -> Result<Vec<Quad>> {
        let triples = match self.graph(graph) {
            _ if self.kind == Kind::Virtuoso => self.read_pages(graph),
            Some(url) => {
                let got = self.client.send(Request {
                    method: "GET",
                    url: &url,
                    accept: TRIPLES,
                    content: None,
                });
                let body = match got {
                    Err(error) if error.is_missing() => Vec::new(),
                    got => got?.body,
                };
                triples(body, RdfFormat::NTriples).collect()
            }
            None => {
                let text = format!("CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH {graph} {{ ?s ?p ?o }} }}");
                let answer = self.ask(&text, Dataset::Own, TRIPLES)?;
                triples(answer, RdfFormat::NTriples).collect()
            }
        };
        let triples: Vec<Triple> = triples.with_context(|| self.unreadable())?;
        let quads = triples.into_iter();
        Ok(quads.map(|triple| triple.in_graph(graph.clone())).collect())
    }

    /// Reads a graph as Virtuoso gives it whole: in pages, since it gives no more than 10,000 triples
    /// at a time and does not say so, and as Turtle, since its N-Triples have other lengths of time
    /// than it knows: `"6"^^xsd:duration` for six months.
    fn read_pages(&self, graph: &NamedNode) -> Result<Vec<Triple>> {
        const PAGE: usize = 10_000;
        let mut all = Vec::new();
        loop {
            let text = format!(
                "CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH {graph} {{ ?s ?p ?o }} }} LIMIT {PAGE} OFFSET {}",
                all.len()
            );
            let answer = self.ask(&text, Dataset::Own, "text/turtle")?;
            let page = triples(answer, RdfFormat::Turtle).collect::<Result<Vec<_>>>();
            let page = page.with_context(|| self.unreadable())?;
            let is_last = page.len() < PAGE;
            all.extend(page);
            if is_last {
                return Ok(all);
            }
        }
    }

    /// Sends a query as a form, which all kinds take, and no cache answers.
    fn ask(&self, text: &str, dataset: Dataset, accept: &str) -> Result<Vec<u8>> {
        let mut form = Serializer::new(String::new());
        form.append_pair("query", text);
        if let (Dataset::Union, Some((name, value))) = (dataset, self.endpoints.union) {
            form.append_pair(name, value);
        }
        let answer = self.client.send(Request {
            method: "POST",
            url: &self.endpoints.query,
            accept,
            content: Some((FORM, form.finish().as_bytes())),
        })?;
        Ok(answer.body)
    }

    /// The address of a graph, if the store has such addresses.
    fn graph(&self, graph: &NamedNode) -> Option<String> {
        let parameter = Serializer::new(String::new())
            .append_pair("graph", graph.as_str())
            .finish();
        let graphs = self.endpoints.graphs.as_deref()?;
        Some(format!("{graphs}?{parameter}"))
    }

    fn unreadable(&self) -> String {
        format!("cannot read the answer of {}", self.endpoints.query)
    }
}

/// How triples are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Write {
    /// In the place of what is there.
    Put,
    /// Beside it.
    Add,
}

fn triples(text: Vec<u8>, format: RdfFormat) -> impl Iterator<Item = Result<Triple>> {
    RdfParser::from_format(format)
        .lenient()
        .for_reader(Cursor::new(text))
        .map(|quad| Ok(quad?.into()))
}
