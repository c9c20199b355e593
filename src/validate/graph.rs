//! A store as the crates of rudof read and query a graph: the merge of its graphs, not copied.

use std::fmt;

use anyhow::{Result, bail};
use oxigraph::model::{
    BlankNode, GraphNameRef, Literal, NamedNode, NamedOrBlankNode, Term, Triple,
};
use oxigraph::sparql::QueryResults;
use prefixmap::{PrefixMap, PrefixMapError};
use rudof_iri::IriS;
use rudof_rdf::rdf_core::query::{
    QueryRDF, QueryResultFormat, QuerySolution, QuerySolutions, VarName,
};
use rudof_rdf::rdf_core::{Any, Matcher, NeighsRDF, Rdf};
use shacl::validator::engine::{Engine, NativeEngine};
use shacl::validator::processor::ShaclProcessor;
use shacl::validator::{ShaclConfig, ShaclValidationMode};

use crate::query::Source;
use crate::store::Store;

/// The merge of a store's graphs.
pub(super) struct Graph(pub(super) Store);

impl fmt::Debug for Graph {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the graph below {}", self.0.base().as_str())
    }
}

/// Terms are Oxigraph's own; there are no prefixes, as messages are written in [`super::check`].
impl Rdf for Graph {
    type Subject = NamedOrBlankNode;
    type IRI = NamedNode;
    type Term = Term;
    type BNode = BlankNode;
    type Literal = Literal;
    type Triple = Triple;
    type Err = anyhow::Error;

    fn qualify_iri(&self, iri: &NamedNode) -> String {
        iri.to_string()
    }

    fn qualify_subject(&self, subject: &NamedOrBlankNode) -> String {
        subject.to_string()
    }

    fn qualify_term(&self, term: &Term) -> String {
        term.to_string()
    }

    fn prefixmap(&self) -> Option<PrefixMap> {
        None
    }

    fn resolve_prefix_local(&self, prefix: &str, local: &str) -> Result<IriS, PrefixMapError> {
        PrefixMap::new().resolve_prefix_local(prefix, local)
    }
}

impl NeighsRDF for Graph {
    fn triples(&self) -> Result<impl Iterator<Item = Triple>> {
        self.triples_matching(&Any, &Any, &Any)
    }

    fn triples_matching<S, P, O>(
        &self,
        subject: &S,
        predicate: &P,
        object: &O,
    ) -> Result<impl Iterator<Item = Triple> + '_>
    where
        S: Matcher<NamedOrBlankNode>,
        P: Matcher<NamedNode>,
        O: Matcher<Term>,
    {
        let quads = self.0.quads().quads_for_pattern(
            subject.value().map(NamedOrBlankNode::as_ref),
            predicate.value().map(NamedNode::as_ref),
            object.value().map(Term::as_ref),
            Some(GraphNameRef::DefaultGraph),
        );
        let triples = quads.map(|quad| Ok(quad?.into()));
        Ok(triples.collect::<Result<Vec<_>>>()?.into_iter())
    }
}

impl QueryRDF for Graph {
    fn query_select(&self, text: &str) -> Result<QuerySolutions<Self>> {
        let QueryResults::Solutions(rows) = self.0.answer(text)? else {
            bail!("found another query, expected a SELECT")
        };
        let variables = rows.variables().iter();
        let names: Vec<_> = variables.map(|it| VarName::new(it.as_str())).collect();
        let solutions = rows.map(|row| {
            let values = row?.values().to_vec();
            Ok(QuerySolution::new(names.clone(), values))
        });
        let solutions = solutions.collect::<Result<Vec<_>>>()?;
        Ok(QuerySolutions::new(solutions, PrefixMap::new()))
    }

    fn query_construct(&self, _: &str, _: &QueryResultFormat) -> Result<String> {
        bail!("a shape never constructs a graph")
    }

    fn query_ask(&self, text: &str) -> Result<bool> {
        match self.0.answer(text)? {
            QueryResults::Boolean(answer) => Ok(answer),
            _ => bail!("found another query, expected an ASK"),
        }
    }
}

impl ShaclProcessor<Graph> for Graph {
    fn store(&self) -> &Graph {
        self
    }

    /// The engine that walks the graph; it queries only what is written as a query.
    fn runner(_: &ShaclValidationMode, config: &ShaclConfig) -> Box<dyn Engine<Graph>> {
        Box::new(NativeEngine::new(config.recursion_semantics()))
    }

    /// The store has indexes already.
    fn use_class_index(&self) -> bool {
        false
    }
}
