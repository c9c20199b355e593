//! What can be asked of a remote store: queries, updates, and graphs as wholes.

use std::io::Cursor;

use anyhow::{Context, Result, bail};
use form_urlencoded::Serializer;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNode, Quad, Triple};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsParser};
use oxigraph::sparql::{QueryEvaluationError, QueryResults, QuerySolution, QueryTripleIter};

use super::client::{ANYTHING, Request, Response, check_address};
use super::description::{Description, find};
use super::kind::detect;
use super::{Client, Endpoints, Error, Kind};

const TRIPLES: &str = "application/n-triples";
const FORM: &str = "application/x-www-form-urlencoded";
const TURTLE: &str = "text/turtle";
const RESULTS: &str = "application/sparql-results+json";

/// What a query sees as the default graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dataset<'a> {
    /// What the store takes for it, or what the query says.
    Own,
    /// The union of all graphs, where the store has that; see [`RemoteStore::has_union`].
    Union,
    /// The merge of these graphs.
    Merge(&'a [NamedNode]),
}

/// A store that answers SPARQL over HTTP.
pub struct RemoteStore {
    client: Client,
    kind: Kind,
    endpoints: Endpoints,
    description: Description,
}

impl RemoteStore {
    /// Gets to know the store at an address, the server's root or one of its endpoints.
    ///
    /// # Errors
    /// If the address is none, holds a password, or nobody answers there.
    pub fn open(client: Client, address: &str, kind: Option<Kind>) -> Result<Self> {
        check_address(address)?;
        let kind = kind.map_or_else(|| detect(&client, address), Ok)?;
        // Of the others it is known.
        let (address, description) = match kind {
            Kind::Generic => find(&client, address)?,
            _ => (address.to_owned(), Description::default()),
        };
        let mut endpoints = Endpoints::new(kind, &address)?;
        if let Some(endpoint) = &description.endpoint {
            endpoints.query.clone_from(endpoint);
        }
        Ok(Self {
            client,
            kind,
            endpoints,
            description,
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

    /// Whether it can be asked to take the union of all graphs for the default graph.
    #[must_use]
    pub fn has_union(&self) -> bool {
        self.kind != Kind::Generic || self.description.is_union
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
            Kind::Generic if self.has_union() => "its queries see all graphs as one",
            Kind::Generic => {
                "whether its queries see all graphs as one is for the store to say; if not, they need GRAPH or FROM"
            }
        }
    }

    /// Answers a SELECT or ASK query.
    ///
    /// # Errors
    /// If the store gives no answer that can be read, or only a part of it.
    pub fn query(&self, text: &str, dataset: Dataset<'_>) -> Result<QueryResults<'static>> {
        let answer = self.ask(text, dataset, RESULTS)?;
        is_whole(&answer)?;
        let format = QueryResultsFormat::from_media_type(answer.media_type());
        let parser = QueryResultsParser::from_format(format.unwrap_or(QueryResultsFormat::Json));
        let results = parser.for_reader(Cursor::new(answer.body));
        let results = results.with_context(|| self.unreadable())?;
        Ok(results.into())
    }

    /// Answers a CONSTRUCT or DESCRIBE query.
    ///
    /// # Errors
    /// If the store gives no answer, or only a part of it.
    pub fn construct(&self, text: &str, dataset: Dataset<'_>) -> Result<QueryResults<'static>> {
        let (accept, format) = if self.kind == Kind::Virtuoso {
            // As for `read_pages`.
            (TURTLE, RdfFormat::Turtle)
        } else {
            (TRIPLES, RdfFormat::NTriples)
        };
        let answer = self.ask(text, dataset, accept)?;
        is_whole(&answer)?;
        let format = RdfFormat::from_media_type(answer.media_type()).unwrap_or(format);
        let triples = triples(answer.body, format).map(|triple| {
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
            accept: ANYTHING,
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
            accept: ANYTHING,
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
            accept: ANYTHING,
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
                triples(answer.body, RdfFormat::NTriples).collect()
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
            let answer = self.ask(&text, Dataset::Own, TURTLE)?;
            let page = triples(answer.body, RdfFormat::Turtle).collect::<Result<Vec<_>>>();
            let page = page.with_context(|| self.unreadable())?;
            let is_last = page.len() < PAGE;
            all.extend(page);
            if is_last {
                return Ok(all);
            }
        }
    }

    /// Sends a query as a form, which all kinds take, and no cache answers.
    fn ask(&self, text: &str, dataset: Dataset<'_>, accept: &str) -> Result<Response, Error> {
        let mut form = Serializer::new(String::new());
        form.append_pair("query", text);
        match (dataset, self.endpoints.union) {
            (Dataset::Union, Some((name, value))) => {
                form.append_pair(name, value);
            }
            (Dataset::Merge(graphs), _) => {
                let graphs = graphs
                    .iter()
                    .map(|graph| ("default-graph-uri", graph.as_str()));
                form.extend_pairs(graphs);
            }
            _ => {}
        }
        self.client.send(Request {
            method: "POST",
            url: &self.endpoints.query,
            accept,
            content: Some((FORM, form.finish().as_bytes())),
        })
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

/// Makes sure that an answer is not cut off. Virtuoso gives no more rows than it is set up to, which
/// this header alone tells.
fn is_whole(answer: &Response) -> Result<()> {
    match answer.headers.get("x-sparql-maxrows") {
        None => Ok(()),
        Some(most) => bail!(
            "the store gives no more than {} rows of an answer that has more; add LIMIT and OFFSET to the query, or raise ResultSetMaxRows there",
            most.to_str().unwrap_or("so many")
        ),
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
