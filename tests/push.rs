//! `push`: whole and once, whatever the store and the way there do.

mod common;
#[path = "common/guard.rs"]
mod guard;
#[path = "common/server.rs"]
mod server;

use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use backon::ExponentialBuilder;
use common::{run, unsc_kg};
use guard::{Digest, Guard};
use oxigraph::model::{NamedNode, Quad};
use regex::Regex;
use server::{Behaviour, Fault, Server};
use tempfile::TempDir;
use unsc_kg::canonical;
use unsc_kg::push::{self, Event, Options, Report};
use unsc_kg::remote::{Client, Credentials, Kind, Patience, RemoteStore};
use unsc_kg::store::Stored;

const OXIGRAPH: Option<&str> = Some("Oxigraph/0.5");
const RECORDS: &str = "https://w3id.org/unsc/graph/pushed";

/// A store of three documents.
static STORE: LazyLock<(TempDir, String)> = LazyLock::new(|| store_of(&["0968", "1037", "1509"]));

fn store_of(articles: &[&str]) -> (TempDir, String) {
    let directory = TempDir::new().unwrap();
    let store = directory.path().join("store").display().to_string();
    let paths: Vec<String> = articles
        .iter()
        .map(|number| format!("input/articles/{number}.txt"))
        .collect();
    let mut arguments = vec!["build", "--store", &store];
    arguments.extend(paths.iter().map(String::as_str));
    let (code, _, error) = run(&arguments);
    assert_eq!(code, 0, "{error}");
    (directory, store)
}

fn stored(store: &str) -> Stored {
    Stored::open(store.as_ref()).unwrap()
}

/// What a server holds but for the records, as the hash that a build prints.
fn hash(server: &Server) -> String {
    let quads = server.store().iter().map(Result::unwrap);
    let quads = quads.filter(|quad| !quad.graph_name.to_string().contains(RECORDS));
    canonical::hash(&canonical::nquads(quads.collect::<Vec<Quad>>()).unwrap().0)
}

fn hash_here(store: &str) -> String {
    format!("sha256:{}", stored(store).manifest().sha256)
}

/// A text without numbers of triples, which change with the ontology, and without the server's port.
fn masked(text: &str) -> String {
    let numbers = Regex::new("[0-9]+(?P<unit> triples)|(?P<before>expected )[0-9]+").unwrap();
    let text = numbers.replace_all(text, "${before}#$unit");
    let port = Regex::new("127.0.0.1:[0-9]+/").unwrap();
    port.replace_all(&text, "127.0.0.1/").into_owned()
}

/// Patience that keeps account of waits instead of waiting.
fn patience(silence: Duration, tries: usize) -> (Patience, Arc<Mutex<Vec<Duration>>>) {
    let waits = Arc::new(Mutex::new(Vec::new()));
    let account = Arc::clone(&waits);
    let patience = Patience {
        silence,
        between: ExponentialBuilder::default().with_max_times(tries),
        sleep: Arc::new(move |wait| account.lock().unwrap().push(wait)),
    };
    (patience, waits)
}

fn push(store: &str, remote: &RemoteStore, chunk: usize) -> (Report, Vec<String>) {
    let stored = stored(store);
    let plan = push::plan(&stored, remote).unwrap();
    let options = Options {
        chunk,
        verify: true,
        ..Options::default()
    };
    let mut failures = Vec::new();
    let report = push::push(&stored, remote, &plan, options, |event| {
        if let Event::Failed(graph, error) = event {
            failures.push(format!("{graph}: {error}"));
        }
    });
    (report.unwrap(), failures)
}

fn remote(server: &Server, credentials: Credentials, kind: Option<Kind>) -> RemoteStore {
    let client = Client::new(credentials, patience(Duration::from_secs(60), 8).0);
    RemoteStore::open(client, &server.root, kind).unwrap()
}

#[test]
fn a_store_gets_everything_and_then_nothing() {
    let (_, store) = &*STORE;
    let server = Server::start(Behaviour {
        server: OXIGRAPH,
        ..Behaviour::default()
    });
    let push = |more: &[&str]| {
        let (code, output, error) =
            run(&[&["push", &server.root, "--store", store], more].concat());
        assert_eq!(code, 0, "{error}");
        (output, server.log())
    };
    let (planned, log) = push(&["--dry-run"]);
    assert_eq!(log, ["GET / 404", "POST /query 200", "POST /query 200"]);
    assert!(server.store().is_empty().unwrap());
    insta::assert_snapshot!("dry-run", masked(&planned));

    let (first, _) = push(&[]);
    insta::assert_snapshot!("first", masked(&first));
    assert_eq!(hash(&server), hash_here(store));

    let (second, log) = push(&["--verify"]);
    insta::assert_snapshot!("second", masked(&second));
    assert!(
        log.iter()
            .all(|line| line.starts_with("GET") || line == "POST /query 200"),
        "{log:?}"
    );
}

#[test]
fn a_generic_endpoint_is_pushed_to_by_updates() {
    let (_, store) = &*STORE;
    let server = Server::start(Behaviour::default());
    let remote = remote(&server, Credentials::None, None);
    assert_eq!(remote.kind(), Kind::Generic);
    let (report, failures) = push(store, &remote, 100_000);
    assert_eq!(failures, Vec::<String>::new());
    assert!(report.sent > 4, "{report:?}");
    assert_eq!(hash(&server), hash_here(store));
    assert!(server.log().iter().all(|line| !line.contains("PUT")));
    assert_eq!(push(store, &remote, 100_000).0.sent, 0);
}

/// A document more and another less: one graph is new, one is only there, those that say where graphs
/// come from differ, the others stay.
#[test]
fn only_what_changed_is_sent() {
    let (_, store) = &*STORE;
    let (_directory, other) = store_of(&["0968", "1037", "1325"]);
    let server = Server::start(Behaviour {
        server: OXIGRAPH,
        ..Behaviour::default()
    });
    let say = |arguments: &[&str]| {
        let (code, output, error) = run(&[&["push", &server.root, "--store"], arguments].concat());
        assert_eq!(code, 0, "{error}");
        output
    };
    say(&[store]);
    let kept = say(&[&other, "--dry-run"]) + &say(&[&other]);
    insta::assert_snapshot!("changed", masked(&kept));
    let removed =
        say(&[&other, "--delete-missing", "--dry-run"]) + &say(&[&other, "--delete-missing"]);
    insta::assert_snapshot!("removed", masked(&removed));
    assert_eq!(hash(&server), hash_here(&other));
    let again = say(&[&other]);
    assert!(
        again.starts_with("Oxigraph: 0 graphs sent, 0 triples; 6 were there\n"),
        "{again}"
    );
}

/// What a network can do: two of five requests fail in one way or another.
#[test]
fn faults_on_the_way_lose_and_double_nothing() {
    let (_, store) = &*STORE;
    for seed in 1..=3 {
        let server = Server::start(Behaviour {
            server: OXIGRAPH,
            guard: digest(),
            largest: Some(60_000),
            faults: faults(seed),
            ..Behaviour::default()
        });
        let (patience, waits) = patience(Duration::from_secs(1), 20);
        let client = Client::new(dba(), patience);
        let remote = RemoteStore::open(client, &server.root, None).unwrap();
        let (report, failures) = push(store, &remote, 1 << 20);
        assert_eq!(failures, Vec::<String>::new());
        assert_eq!(hash(&server), hash_here(store), "seed {seed}");
        let waits = waits.lock().unwrap();
        assert!(
            waits.contains(&Duration::from_secs(77)),
            "Retry-After is followed"
        );
        let log = server.log();
        for status in [401, 413, 429, 503] {
            let seen = log.iter().any(|line| line.ends_with(&status.to_string()));
            assert!(seen, "{status} was answered");
        }
        server.behave(|behaviour| behaviour.faults.clear());
        let again = push(store, &remote, 1 << 20).0;
        assert_eq!((report.sent > 4, again.sent), (true, 0));
    }
}

/// Faults in an order that a seed decides, for as many requests as a push makes.
fn faults(seed: u64) -> Vec<Fault> {
    let mut state = seed;
    let mut random = || {
        // xorshift64
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut faults: Vec<Fault> = (0..2000)
        .map(|_| match random() % 15 {
            0 => Fault::Cut,
            1 => Fault::CutAnswer,
            2 => Fault::Status(503, None),
            3 => Fault::Status(429, Some(77)),
            4 => Fault::Status(
                [502, 504, 408][usize::try_from(random() % 3).unwrap()],
                None,
            ),
            5 => Fault::Status([401, 413][usize::try_from(random() % 2).unwrap()], None),
            _ => Fault::None,
        })
        .collect();
    faults[usize::try_from(10 + random() % 20).unwrap()] = Fault::Stall;
    faults
}

fn dba() -> Credentials {
    let (user, password) = ("dba".to_owned(), "secret".to_owned());
    Credentials::Password { user, password }
}

fn digest() -> Guard {
    Guard::Digest(Digest {
        user: "dba",
        password: "secret",
        uses: 9,
        ..Digest::default()
    })
}

#[test]
fn a_graph_that_fails_is_named_and_the_next_push_goes_on() {
    let (_, store) = &*STORE;
    let server = Server::start(Behaviour {
        server: OXIGRAPH,
        refuses: Some("document/1037"),
        loses: Some("document/1509"),
        ..Behaviour::default()
    });
    let push = || {
        let (code, output, error) = run(&["push", &server.root, "--store", store]);
        let log = server.log();
        let puts = log.iter().filter(|line| line.starts_with("PUT")).count();
        (code, format!("{output}{error}\nputs: {puts}\n"))
    };
    let (code, failed) = push();
    assert_eq!(code, 1);
    server.behave(|behaviour| (behaviour.refuses, behaviour.loses) = (None, None));
    let (code, mended) = push();
    assert_eq!(code, 0);
    insta::assert_snapshot!("failed", masked(&(failed + &mended)));
    assert_eq!(hash(&server), hash_here(store));
}

/// A store that has as many triples as it should and a record of them, but not those triples.
#[test]
fn reading_back_finds_what_counts_do_not() {
    let (_, store) = &*STORE;
    let server = Server::start(Behaviour {
        server: OXIGRAPH,
        ..Behaviour::default()
    });
    let push = |more: &[&str]| run(&[&["push", &server.root, "--store", store], more].concat());
    assert_eq!(push(&[]).0, 0);
    let change = "DELETE { GRAPH ?g { ?r ?p \"1994-12-16\"^^<http://www.w3.org/2001/XMLSchema#date> } } \
        INSERT { GRAPH ?g { ?r ?p \"1994-12-17\"^^<http://www.w3.org/2001/XMLSchema#date> } } \
        WHERE { GRAPH ?g { ?r <https://w3id.org/unsc/ontology#number> 968 ; ?p \"1994-12-16\"^^<http://www.w3.org/2001/XMLSchema#date> } }";
    server.store().update(change).unwrap();
    assert_eq!(push(&[]).0, 0, "counts agree");
    let (code, _, error) = push(&["--verify"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!("otherwise", error);
}

#[test]
fn servers_are_told_who_is_asking_in_their_way() {
    let (_, store) = &*STORE;
    let bearer = "Bearer s3cret";
    let basic = "Basic ZGJhOnNlY3JldA==";
    let guards = [
        (
            Credentials::Token("s3cret".to_owned()),
            Guard::Header(bearer, "Bearer"),
        ),
        (dba(), Guard::Header(basic, "Basic realm=\"unsc\"")),
        (dba(), digest()),
    ];
    for (credentials, guard) in guards {
        let server = Server::start(Behaviour {
            guard,
            server: OXIGRAPH,
            ..Behaviour::default()
        });
        push(store, &remote(&server, credentials, None), 1 << 20);
        assert_eq!(hash(&server), hash_here(store));
        let log = server.log();
        let refused = log.iter().filter(|line| line.ends_with("401")).count();
        assert!(
            refused <= 1 + log.len() / 9,
            "answers are given before they are asked for: {log:?}"
        );
    }
}

/// No secret is shown, whatever goes wrong.
/// A page of the store's account of its graphs has 5,000.
#[test]
fn a_store_may_have_more_graphs_than_a_page() {
    let (_, store) = &*STORE;
    let server = Server::start(Behaviour {
        server: OXIGRAPH,
        ..Behaviour::default()
    });
    let name = |n: u32| NamedNode::new_unchecked(format!("https://w3id.org/unsc/other/{n}"));
    let quads = (0..10_001).map(|n| Quad::new(name(n), name(n), name(n), name(n)));
    let there = server.store();
    let mut loader = there.bulk_loader();
    loader.load_quads(quads).unwrap();
    loader.commit().unwrap();
    let remote = remote(&server, Credentials::None, None);
    let plan = push::plan(&stored(store), &remote).unwrap();
    let expected = (0..10_001).map(|n| (name(n), 1)).collect();
    assert_eq!(plan.missing, expected);
    assert_eq!(plan.send.len(), plan.graphs.len());
}

#[test]
fn requests_are_compressed_where_that_is_understood() {
    let (_, store) = &*STORE;
    let server = Server::start(Behaviour {
        unpacks: true,
        server: OXIGRAPH,
        ..Behaviour::default()
    });
    let (report, failures) = push(store, &remote(&server, Credentials::None, None), 1 << 20);
    assert_eq!(failures, Vec::<String>::new(), "{report:?}");
    assert_eq!(hash(&server), hash_here(store));
}

#[test]
fn who_is_not_let_in_is_told_and_nothing_else() {
    let (directory, store) = &*STORE;
    let server = Server::start(Behaviour {
        guard: digest(),
        server: OXIGRAPH,
        ..Behaviour::default()
    });
    let file = directory.path().join("credentials");
    let push = |address: &str, more: &[&str], environment: &[(&str, &str)]| {
        let output = unsc_kg()
            .args(["push", address, "--store", store])
            .args(more)
            .envs(environment.iter().copied())
            .output()
            .unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), output.stdout.as_slice()),
            (Some(1), &b""[..])
        );
        assert!(!error.contains("hush"), "{error}");
        error
            .replace(&server.root, "http://server")
            .replace(file.to_str().unwrap(), "FILE")
    };
    let root = server.root.as_str();
    let with_password = root.replace("http://", "http://dba:hush@");
    let mut said = [
        push(root, &[], &[]),
        push(
            root,
            &[],
            &[("UNSC_KG_USER", "dba"), ("UNSC_KG_PASSWORD", "hush")],
        ),
        push(root, &[], &[("UNSC_KG_TOKEN", "hush")]),
        push(root, &[], &[("UNSC_KG_USER", "dba")]),
        push(
            root,
            &[],
            &[("UNSC_KG_PASSWORD", "hush"), ("UNSC_KG_TOKEN", "hush")],
        ),
        push(&with_password, &[], &[]),
        push("127.0.0.1:7878", &[], &[]),
    ]
    .concat();
    for lines in [
        "UNSC_KG_USER=dba\nUNSC_KG_PASSWORD=hush\n",
        "PASSWORD=hush\n",
        "hush hush\n",
        "",
    ] {
        std::fs::write(&file, lines).unwrap();
        said += &push(root, &["--credentials", file.to_str().unwrap()], &[]);
    }
    insta::assert_snapshot!("denied", said);
    let log = server.log();
    assert!(log.iter().all(|line| line.ends_with("401")), "{log:?}");
}
