//! The vocabulary: pitfalls of ontologies, each a query of `tests/pitfalls` that must find nothing
//! in the ontology and the graph of the samples, and must find what is wrong in a small graph with
//! that fault beside it.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use common::{corpus, run, sample_store};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, NamedOrBlankNode, Quad, Term, Triple};
use oxigraph::sparql::QueryResults;
use regex::Regex;
use tempfile::TempDir;
use unsc_kg::graph::iri::Base;
use unsc_kg::graph::vocabulary::{skos, unsc};
use unsc_kg::ontology::{self, NAMESPACE};
use unsc_kg::prefixes::{prefixes, shorten};
use unsc_kg::query;
use unsc_kg::store::Store;

/// The pitfalls by name.
fn pitfalls() -> BTreeMap<String, String> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pitfalls");
    let paths = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|e| e == "rq"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// What a pitfall's query finds, a line a row.
fn faults(store: &Store, query: &str) -> String {
    let prefixes = prefixes(store.base());
    let mut lines = String::new();
    let QueryResults::Solutions(rows) = query::run(store, query).unwrap() else {
        panic!("a pitfall is a SELECT")
    };
    for row in rows {
        let row = row.unwrap();
        let cells = row.values().iter().flatten().map(|term| match term {
            Term::NamedNode(node) => shorten(node.as_str(), &prefixes),
            term => term.to_string(),
        });
        writeln!(lines, "{}", cells.collect::<Vec<_>>().join(" ")).unwrap();
    }
    lines
}

fn assert_without_pitfalls(store: &Store) {
    let mut found = String::new();
    for (name, query) in pitfalls() {
        let faults = faults(store, &query);
        if !faults.is_empty() {
            writeln!(found, "{name}: {}{faults}", query.lines().next().unwrap()).unwrap();
        }
    }
    assert!(found.is_empty(), "\n{found}");
}

#[test]
fn the_graph_of_the_samples_has_no_pitfall() {
    let (_directory, store) = sample_store();
    assert_without_pitfalls(&Store::open(Path::new(&store)).unwrap());
}

#[test]
fn the_graph_of_real_documents_has_no_pitfall() {
    let Some(corpus) = corpus() else { return };
    let directory = TempDir::new().unwrap();
    let store = directory.path().join("store").display().to_string();
    let inputs = ["wikipedia", "official"].map(|name| corpus.join(name).display().to_string());
    let evidence = ["--evidence", "none"];
    let arguments = [
        &["build", &inputs[0], &inputs[1], "--store", &store],
        &evidence[..],
    ]
    .concat();
    let (code, _, error) = run(&arguments);
    assert_eq!(code, 0, "{error}");
    assert_without_pitfalls(&Store::open(Path::new(&store)).unwrap());
}

/// Each pitfall's query finds the fault of the small graph beside it.
#[test]
fn pitfalls_are_found_where_they_are() {
    let mut found = String::new();
    for (name, query) in pitfalls() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pitfalls/{name}.ttl"));
        let text = fs::read_to_string(&path).unwrap();
        let quads: Vec<Quad> = RdfParser::from_format(RdfFormat::Turtle)
            .for_slice(&text)
            .collect::<Result<_, _>>()
            .unwrap();
        let store = Store::from_quads(quads, Base::default()).unwrap();
        let faults = faults(&store, &query);
        assert!(!faults.is_empty(), "{name} finds nothing in its own fault");
        writeln!(found, "{name}\n{faults}").unwrap();
    }
    insta::assert_snapshot!(found);
}

/// The terms of `src/graph/vocabulary.rs`.
fn written() -> BTreeSet<String> {
    let text = include_str!("../src/graph/vocabulary.rs");
    let module =
        Regex::new(r#"(?s)namespace!\((?:\s*///[^\n]*)+\s+\w+, "([^"]+)",(.+?)\);"#).unwrap();
    let local = Regex::new(r#"= "([^"]+)""#).unwrap();
    let modules = module.captures_iter(text);
    modules
        .flat_map(|module| {
            let (_, [namespace, terms]) = module.extract();
            let terms = local.captures_iter(terms);
            terms.map(move |term| format!("{namespace}{}", &term[1]))
        })
        .collect()
}

/// What the vocabulary's own files say, and what the other files of the ontology do.
fn vocabulary_and_data() -> (Vec<Triple>, Vec<Triple>) {
    let (vocabulary, data): (Vec<_>, Vec<_>) = ontology::files(None)
        .unwrap()
        .into_iter()
        .partition(|file| file.name.starts_with("ontology/vocabulary/"));
    let triples = |files: Vec<ontology::File>| {
        let triples = files.iter().map(|file| file.triples().unwrap());
        triples.flatten().collect()
    };
    (triples(vocabulary), triples(data))
}

/// The terms that the vocabulary says the type of.
fn declared(vocabulary: &[Triple]) -> BTreeSet<String> {
    let types = vocabulary
        .iter()
        .filter(|triple| triple.predicate == rdf::TYPE);
    let subjects = types.filter_map(|triple| match &triple.subject {
        NamedOrBlankNode::NamedNode(node) => Some(node.as_str().to_owned()),
        NamedOrBlankNode::BlankNode(_) => None,
    });
    subjects.collect()
}

/// What the program writes is declared. Not so a datatype of others, which OWL 2 DL would have to
/// define, and an individual of theirs.
#[test]
fn terms_that_are_written_are_declared() {
    let (vocabulary, _) = vocabulary_and_data();
    let (written, declared) = (written(), declared(&vocabulary));
    assert!(
        written.contains(unsc::RESOLUTION.as_str()) && written.contains(skos::NOTATION.as_str())
    );
    let missing: Vec<_> = written
        .difference(&declared)
        .filter(|term| !term.starts_with("http://www.w3.org/2002/07/owl#"))
        .collect();
    let others = [
        "http://id.loc.gov/datatypes/edtf/EDTF-level1",
        "http://www.w3.org/ns/oa#linking",
    ];
    assert_eq!(missing, others);
}

/// What is declared of ours is written by the program or used in the ontology's data, or it is the
/// inverse, a class above or the range of such a term.
#[test]
fn terms_that_are_declared_are_used() {
    let (vocabulary, data) = vocabulary_and_data();
    let mut used = written();
    used.extend(
        data.iter()
            .map(|triple| triple.predicate.as_str().to_owned()),
    );
    used.extend(data.iter().filter_map(|triple| named(&triple.object)));
    // Drawings are data of the vocabulary itself.
    used.insert(format!("{NAMESPACE}draws"));
    used.insert(format!("{NAMESPACE}Drawing"));
    let related: Vec<String> = vocabulary
        .iter()
        .filter_map(|triple| {
            let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
                return None;
            };
            let object = named(&triple.object)?;
            let relation = triple.predicate.as_str().rsplit('#').next()?;
            match relation {
                "inverseOf" if used.contains(&object) => Some(subject.as_str().to_owned()),
                "inverseOf" | "subClassOf" | "range" if used.contains(subject.as_str()) => {
                    Some(object)
                }
                _ => None,
            }
        })
        .collect();
    used.extend(related);
    let unused: Vec<String> = declared(&vocabulary)
        .into_iter()
        .filter(|term| term.starts_with(NAMESPACE) && !used.contains(term))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

fn named(term: &Term) -> Option<String> {
    match term {
        Term::NamedNode(node) => Some(node.as_str().to_owned()),
        _ => None,
    }
}

/// The ontology has the version of the program.
#[test]
fn versions_agree() {
    let (vocabulary, _) = vocabulary_and_data();
    let version = |name: &str| {
        let triple = vocabulary
            .iter()
            .find(|triple| triple.predicate.as_str().ends_with(name));
        triple.expect("the ontology has a version").object.clone()
    };
    let program = env!("CARGO_PKG_VERSION");
    assert_eq!(
        version("#versionInfo"),
        Literal::new_simple_literal(program).into()
    );
    let iri = format!("https://w3id.org/unsc/ontology/{program}");
    assert_eq!(named(&version("#versionIRI")), Some(iri));
}

/// `docs/vocabulary.md` tells where each vocabulary that is used was read, and lists every term of
/// theirs and ours.
#[test]
fn the_table_is_whole() {
    let table = include_str!("../docs/vocabulary.md");
    let token = Regex::new(r"`(\w+:[\w-]+)`").unwrap();
    let tokens = token.captures_iter(table);
    let told: BTreeSet<&str> = tokens.map(|token| token.extract::<1>().1[0]).collect();
    let prefixes = table_prefixes(table);
    let own = BTreeMap::from([("unsc", NAMESPACE)]);
    let name = |term: &String| {
        let mut all = prefixes.iter().chain(&own);
        let known = all.find_map(|(prefix, namespace)| {
            Some(format!("{prefix}:{}", term.strip_prefix(namespace)?))
        });
        known.unwrap_or_else(|| term.clone())
    };
    let untold: Vec<String> = terms()
        .iter()
        .map(name)
        .filter(|term| !told.contains(term.as_str()))
        .collect();
    assert_eq!(untold, Vec::<String>::new(), "not in docs/vocabulary.md");
}

/// All terms of vocabularies that the program or the ontology uses, save those of RDF, RDFS and OWL.
fn terms() -> BTreeSet<String> {
    let (vocabulary, data) = vocabulary_and_data();
    let mut terms = written();
    terms.extend(declared(&vocabulary));
    for triple in vocabulary.iter().chain(&data) {
        terms.insert(triple.predicate.as_str().to_owned());
        if triple.predicate == rdf::TYPE {
            terms.extend(named(&triple.object));
        }
    }
    let aligned = Regex::new("#(subClassOf|subPropertyOf|[a-z]+Match)$").unwrap();
    let alignments = vocabulary
        .iter()
        .filter(|triple| aligned.is_match(triple.predicate.as_str()));
    terms.extend(alignments.filter_map(|triple| named(&triple.object)));
    let ours = |term: &String| term.starts_with(NAMESPACE) || !term.starts_with(ontology::BASE);
    let built_in = [
        rdf::TYPE.as_str(),
        rdfs::LABEL.as_str(),
        "http://www.w3.org/2002/07/owl#",
    ];
    let built_in = built_in.map(|term| &term[..=term.find('#').unwrap()]);
    terms.retain(|term| ours(term) && !built_in.iter().any(|start| term.starts_with(start)));
    terms
}

/// The prefixes that the table itself gives: `| foaf | <http://xmlns.com/foaf/0.1/> |`.
fn table_prefixes(table: &str) -> BTreeMap<&str, &str> {
    let row = Regex::new(r"(?m)^\| (\w+) \| <([^>]+)> \|").unwrap();
    row.captures_iter(table)
        .map(|row| row.extract::<2>().1)
        .map(|[prefix, namespace]| (prefix, namespace))
        .collect()
}
