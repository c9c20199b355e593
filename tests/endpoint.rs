//! `query --endpoint`: the same answers from a store on the other side of HTTP, whatever it takes for
//! its default graph.

mod common;
#[path = "common/guard.rs"]
mod guard;
#[path = "common/server.rs"]
mod server;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use common::{run, sample_store};
use server::{Behaviour, Server};
use tempfile::TempDir;
use unsc_kg::query::shipped::{QUERIES, Shipped};
use unsc_kg::query::{self, Format, Remote, Source};
use unsc_kg::remote::{Client, Credentials, Patience, RemoteStore};
use unsc_kg::store::{Store, Stored};

/// A server that has what a store has.
fn serve(store: &str, behaviour: Behaviour) -> Server {
    let server = Server::start(behaviour);
    let stored = Stored::open(Path::new(store)).unwrap();
    let there = server.store();
    let mut loader = there.bulk_loader();
    let quads = stored.quads().unwrap().map(Result::unwrap);
    loader.load_quads(quads).unwrap();
    loader.commit().unwrap();
    server
}

fn query(server: &Server, more: &[&str]) -> (i32, String) {
    let (code, output, error) = run(&[&["query", "--endpoint", &server.root], more].concat());
    (code, (output + &error).replace('\r', ""))
}

fn answer(source: &impl Source, query: &Shipped) -> String {
    let (mut text, csv) = (Vec::new(), "csv".parse::<Format>().unwrap());
    let results = query::run(source, query.text).unwrap();
    query::write(results, csv, &[], None, &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

/// The shipped queries that a server answers otherwise than the embedded store.
fn answered_otherwise(server: &Server, store: &str) -> Vec<&'static str> {
    let store = Store::open(Path::new(store)).unwrap();
    let client = Client::new(Credentials::None, Patience::default());
    let remote = RemoteStore::open(client, &server.root, None).unwrap();
    let remote = Remote::new(remote, store.base().clone()).unwrap();
    let queries = QUERIES.iter();
    let differing = queries.filter(|query| answer(&store, query) != answer(&remote, query));
    differing.map(|query| query.name).collect()
}

#[test]
fn a_store_that_can_unite_its_graphs_has_the_same_answers() {
    let (_directory, store) = sample_store();
    let behaviour = Behaviour {
        server: Some("Oxigraph/0.5"),
        is_old: true,
        ..Behaviour::default()
    };
    let server = serve(&store, behaviour);
    assert_eq!(answered_otherwise(&server, &store), Vec::<&str>::new());
}

#[test]
fn of_a_store_that_cannot_the_graphs_below_the_base_are_merged() {
    let directory = TempDir::new().unwrap();
    let store = directory.path().join("store").display().to_string();
    let documents = ["input/articles/0968.txt", "input/official/0425.txt"];
    let (code, _, error) = run(&[&["build", "--store", &store], &documents[..]].concat());
    assert_eq!(code, 0, "{error}");
    let server = serve(&store, Behaviour::default());
    let elsewhere = "INSERT DATA { GRAPH <http://example.org/other> { <https://w3id.org/unsc/resolution/968> \
        <https://w3id.org/unsc/ontology#establishes> <https://w3id.org/unsc/mission/unficyp> } }";
    server.store().update(elsewhere).unwrap();
    assert_eq!(answered_otherwise(&server, &store), Vec::<&str>::new());
}

#[test]
fn a_store_says_that_it_unites_its_graphs_and_where_it_answers() {
    let server = Server::start(Behaviour {
        describes: Some(
            "@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
             [] a sd:Service ; sd:endpoint </ask> ; sd:feature sd:UnionDefaultGraph .",
        ),
        ..Behaviour::default()
    });
    let (code, said) = query(&server, &["missions", "--format", "csv"]);
    assert_eq!(
        (code, said.as_str()),
        (0, "mission,resolution,date,strength,term,place\n")
    );
    let log = server.log();
    assert_eq!(log.last().map(String::as_str), Some("POST /ask 200"));
}

#[test]
fn questions_of_ones_own_are_asked_and_what_is_wrong_is_said() {
    let (directory, store) = sample_store();
    let behaviour = Behaviour {
        server: Some("Oxigraph/0.5"),
        most_rows: Some(1000),
        ..Behaviour::default()
    };
    let server = serve(&store, behaviour);
    let own = directory.path().join("own.rq");
    let file = own.to_str().unwrap();
    let mut said = String::new();
    for (text, more) in [
        (
            "SELECT ?m { <resolution/968> unsc:establishes ?m }",
            &[][..],
        ),
        ("ASK { resolution:968 unsc:establishes mission:unmot }", &[]),
        (
            "CONSTRUCT { ?r unsc:establishes ?m } WHERE { VALUES ?m { mission:unmot } ?r unsc:establishes ?m }",
            &["--format", "ntriples", "--set", "m=unficyp"],
        ),
        (
            "SELECT ?m { VALUES ?m { mission:unmot } }",
            &["--set", "m=unficip"],
        ),
        (
            "SELECT ?m { VALUES ?m { mission:unmot } }",
            &["--set", "n=unficyp"],
        ),
        ("SELECT ?m { resolution:968 unsc:establishes ?m", &[]),
        ("SELECT * { ?s ?p ?o }", &[]),
    ] {
        fs::write(&own, text).unwrap();
        let (code, answer) = query(&server, &[&[file], more].concat());
        let answer = answer.replace(file, "own.rq");
        let _ = writeln!(said, "{text} {}\n{code}: {answer}", more.join(" "));
    }
    let empty = Server::start(Behaviour::default());
    let (code, nothing) = query(&empty, &["missions"]);
    let _ = write!(said, "{code}: {nothing}");
    insta::assert_snapshot!(said);
}
