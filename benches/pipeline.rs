//! How fast documents become quads, a store and answers: `cargo bench`.

use std::path::PathBuf;

use oxigraph::model::Quad;
use unsc_kg::graph::iri::Base;
use unsc_kg::pipeline::{Options, Pipeline};
use unsc_kg::source::{Location, locate};
use unsc_kg::store::{self, Store, Stored};
use unsc_kg::{export, query};

fn main() {
    divan::main();
}

fn pipeline() -> Pipeline {
    Pipeline::new(Options::default()).expect("the built-in ontology is read")
}

fn samples() -> Vec<Location> {
    let input = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/input"));
    locate(&[input]).expect("the samples are there")
}

fn quads() -> Vec<Quad> {
    let pipeline = pipeline();
    let mut quads = pipeline.reference();
    for location in samples() {
        quads.extend(pipeline.convert(&location).expect("a sample is read").quads);
    }
    quads
}

fn store() -> Store {
    Store::from_quads(quads(), Base::default()).expect("the graph is loaded")
}

/// Reading the ontology and building the automata.
#[divan::bench]
fn start() -> Pipeline {
    pipeline()
}

/// All samples, on one thread.
#[divan::bench]
fn convert(bencher: divan::Bencher) {
    let (pipeline, samples) = (pipeline(), samples());
    bencher.bench_local(|| {
        samples
            .iter()
            .map(|location| pipeline.convert(location).unwrap().quads.len())
            .sum::<usize>()
    });
}

/// Loading the graph of the samples, ontology included.
#[divan::bench]
fn load() -> Store {
    store()
}

/// Shipped queries, to the last row.
#[divan::bench(args = ["missions", "facts", "evidence", "votes"])]
fn ask(bencher: divan::Bencher, name: &str) {
    let store = store();
    let text = query::shipped::find(name).expect("a shipped query").text;
    bencher.bench_local(|| {
        let mut output = Vec::new();
        let results = query::run(&store, text).unwrap();
        query::write(results, "csv".parse().unwrap(), &[], None, &mut output).unwrap();
        output.len()
    });
}

/// Exports of the samples.
#[divan::bench(args = ["turtle", "trig", "nquads", "jsonld", "rdfxml", "canonical"])]
fn write(bencher: divan::Bencher, format: &str) {
    let directory = tempfile::TempDir::new().expect("a temporary directory");
    store::write(directory.path(), quads(), Vec::new(), &Base::default()).expect("it is stored");
    let stored = Stored::open(directory.path()).expect("the store is opened");
    bencher.bench_local(|| {
        let mut output = Vec::new();
        export::write(&stored, format.parse().unwrap(), None, &mut output).unwrap();
        output.len()
    });
}
