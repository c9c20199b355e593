//! `query`: shipped queries, forms of queries and results, errors.

mod common;

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::{Command, Stdio};

use common::{csv, run, sample_store, unsc_kg};
use tempfile::TempDir;
use unsc_kg::query::shipped::QUERIES;

#[test]
fn the_main_job() {
    let (code, output, error) = run(&["query", "missions", "--from", "input"]);
    assert_eq!((code, error.as_str()), (0, ""));
    let unmot = output
        .lines()
        .find(|line| line.contains("UNMOT"))
        .expect("UNMOT is a mission");
    let cells: Vec<&str> = unmot
        .split("  ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    assert_eq!(cells[..3], ["UNMOT", "968", "1994-12-16"]);
    let strength: Vec<&str> = cells[3].split(", ").collect();
    assert!(strength.contains(&"40 military observers"), "{unmot}");
    assert_eq!(cells[4..], ["6 months", "Tajikistan"]);
}

#[test]
fn the_list_has_every_query_with_its_question() {
    let (code, list, _) = run(&["query", "--list"]);
    assert_eq!(code, 0);
    for query in QUERIES {
        let line = list
            .lines()
            .find(|line| line.starts_with(&format!("  {} ", query.name)));
        let line = line.unwrap_or_else(|| panic!("{} is listed", query.name));
        assert!(line.contains(query.question()), "{line}");
    }
    assert!(
        list.contains("step by step? [place=tajikistan]\n"),
        "parameters are listed with their values: {list}"
    );
}

#[test]
fn parameters_can_be_set() {
    let (_directory, store) = sample_store();
    let timeline = |set: &[&str]| {
        let (code, output, error) = run(&[
            &["query", "timeline", "--store", &store, "--format", "csv"],
            set,
        ]
        .concat());
        let resolutions = output.lines().skip(1).map(|line| line.split(',').nth(1));
        let resolutions: BTreeSet<String> = resolutions.flatten().map(str::to_owned).collect();
        (
            code,
            resolutions.into_iter().collect::<Vec<_>>().join(" "),
            error,
        )
    };
    let answers = [
        (&[][..], "968"),
        (&["--set", "place=cyprus"], "186 324 359"),
        (&["--set", "place=Cyprus"], "186 324 359"),
        (&["--set", "place=state:cyprus"], "186 324 359"),
        (&["--set", "place=<state/cyprus>"], "186 324 359"),
        (
            &["--set", "place=<https://w3id.org/unsc/state/cyprus>"],
            "186 324 359",
        ),
        // The code of a country, a name of another time.
        (&["--set", "place=CYP"], "186 324 359"),
        (&["--set", "place=Ceylon"], "109"),
        (&["--set", "place=place:khorugh"], "968"),
        (
            &["--set", "place=cyprus", "--set", "place=liberia"],
            "1509 186 324 359",
        ),
    ];
    for (set, resolutions) in answers {
        let expected = (0, resolutions.to_owned(), String::new());
        assert_eq!(timeline(set), expected, "{set:?}");
    }
    let errors = [
        "place=cypris",
        "place=khorugh",
        "place=no such place",
        "place=place:a b",
        "mission=unmot",
        "place",
    ]
    .map(|set| timeline(&["--set", set]).2)
    .concat();
    insta::assert_snapshot!(errors);
}

#[test]
fn values_are_of_the_kind_that_a_query_asks_for() {
    let ask = |set: &str| {
        let output = unsc_kg()
            .args(["query", "-", "--from", "input/articles/0968.txt", "--format", "csv"])
            .args(["--set", set])
            .write_stdin(
                "SELECT ?number ?day ?language ?r ?later {\n VALUES ?number { 968 }\n \
                 VALUES ?day { \"1994-12-31\"^^xsd:date }\n VALUES ?language { \"Garm\"@en }\n \
                 OPTIONAL { ?r unsc:number ?number . ?r unsc:mentionsPlace/rdfs:label ?language }\n \
                 BIND(?day > \"2000-01-01\"^^xsd:date AS ?later) }",
            )
            .output()
            .unwrap();
        let text = [output.stdout, output.stderr].concat();
        String::from_utf8(text).unwrap().replace('\r', "") + "\n"
    };
    let shown = [
        "number=968",
        "number=969",
        "number=many",
        "day=2001-02-03",
        "day=2001-02-30",
        "language=Khorugh",
        "language=nowhere",
    ];
    insta::assert_snapshot!(shown.map(|set| format!("{set}\n{}", ask(set))).concat());
}

#[test]
fn facts_of_one_sample() {
    let (_, output, _) = run(&[
        "query",
        "facts",
        "--from",
        "input/articles/0968.txt",
        "--format",
        "csv",
    ]);
    insta::assert_snapshot!(output.replace('\r', ""));
}

/// No fact without words, and the words are the bytes that are named.
#[test]
fn every_fact_has_words() {
    let (_directory, store) = sample_store();
    let rows = |query: &str| -> Vec<csv::StringRecord> {
        let (_, output, _) = run(&["query", query, "--store", &store, "--format", "csv"]);
        csv::Reader::from_reader(output.as_bytes())
            .records()
            .map(Result::unwrap)
            .collect()
    };
    let key = |row: &csv::StringRecord| [0, 1, 2].map(|column| row[column].to_owned());
    let evidence = rows("evidence");
    let stated: BTreeSet<_> = evidence.iter().map(key).collect();
    let facts: BTreeSet<_> = rows("facts").iter().map(key).collect();
    assert!(facts.len() > 1000);
    assert_eq!(
        facts.difference(&stated).collect::<Vec<_>>(),
        Vec::<&[String; 3]>::new()
    );
    for row in &evidence {
        let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&row[3]);
        let bytes = std::fs::read(source).unwrap();
        let (start, end): (usize, usize) = (row[4].parse().unwrap(), row[5].parse().unwrap());
        assert_eq!(&bytes[start..end], row[6].as_bytes(), "{row:?}");
    }
}

#[test]
fn results_have_the_w3c_forms() {
    let (_directory, store) = sample_store();
    let ask = |text: &str, format: &str| {
        let output = unsc_kg()
            .args(["query", "-", "--store", &store, "--format", format])
            .write_stdin(text)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    };
    let select =
        "SELECT ?n ?d { VALUES ?r { resolution:968 } ?r unsc:number ?n ; dcterms:date ?d }";
    let construct =
        "CONSTRUCT { resolution:968 dcterms:date ?d } { resolution:968 dcterms:date ?d }";
    let forms = [
        (select, "table"),
        (select, "csv"),
        (select, "tsv"),
        (select, "json"),
        (select, "xml"),
        (select, "turtle"),
        ("ASK { mission:unmot a unsc:Mission }", "table"),
        ("ASK { mission:unmot a unsc:Mission }", "json"),
        (construct, "ntriples"),
        (construct, "rdfxml"),
        (construct, "csv"),
        ("DESCRIBE <manner/consensus>", "ntriples"),
    ];
    // The triples of a graph come in no order.
    let in_order = |answer: String, format: &str| {
        let mut lines: Vec<&str> = answer.lines().collect();
        if format == "ntriples" {
            lines.sort_unstable();
        }
        lines.join("\n")
    };
    let shown: String = forms
        .map(|(query, format)| {
            let answer = in_order(ask(query, format), format);
            format!("## {format}\n{answer}\n")
        })
        .concat();
    insta::assert_snapshot!(shown.replace('\r', ""));
}

#[test]
fn a_syntax_error_shows_its_place() {
    let output = unsc_kg()
        .args(["query", "-", "--from", "input/articles/0968.txt"])
        .write_stdin("SELECT ?r\nWHERE { ?r unsc:number }\n")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error.starts_with("error: standard input: line 2, column 24: found \"}\", expected"),
        "{error}"
    );
    assert!(
        error.ends_with("2 | WHERE { ?r unsc:number }\n  |                        ^\n"),
        "{error}"
    );
}

#[test]
fn unknown_names_are_helped() {
    let (code, _, error) = run(&["query", "mission", "--from", "input/articles/0968.txt"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("found no query and no file named \"mission\""),
        "{error}"
    );
    assert_eq!(run(&["query"]).0, 2);
    let (code, _, error) = run(&["query", "-", "--from", "-"]);
    assert!(code == 1 && error.contains("expected it once"), "{error}");
    for format in ["yaml", "canonical"] {
        let (code, _, error) = run(&["query", "votes", "--format", format]);
        assert_eq!(code, 2);
        assert!(error.contains("expected one of table, csv"), "{error}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("unsc-kg"))
        .args(["query", "evidence", "--from", "input", "--format", "csv"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}

#[test]
fn a_name_added_to_the_ontology_is_recognized() {
    let directory = tempfile::TempDir::new().unwrap();
    let mut file = std::fs::File::create(directory.path().join("mine.ttl")).unwrap();
    file.write_all(
        b"@base <https://w3id.org/unsc/> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\
          <organization/zeta> skos:inScheme <scheme/organizations> ; skos:prefLabel \"free and fair elections\" .\n",
    )
    .unwrap();
    let query = [
        "query",
        "facts",
        "--from",
        "input/articles/0968.txt",
        "--format",
        "csv",
    ];
    let row = "968,organization,free and fair elections";
    let (_, without, _) = run(&query);
    let mut with = query.to_vec();
    with.extend(["--ontology", directory.path().to_str().unwrap()]);
    let (_, with, _) = run(&with);
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/input/articles/0968.txt"
    ))
    .unwrap();
    assert!(
        text.contains("free and fair elections"),
        "the sample has the words"
    );
    assert!(!without.contains(row) && with.contains(row));
}

/// Two documents say the same of one resolution; what both say counts once.
#[test]
fn a_triple_in_two_graphs_counts_once() {
    let (directory, documents) = twins();
    let query = directory.path().join("count.rq").display().to_string();
    std::fs::write(
        &query,
        "SELECT (COUNT(*) AS ?missions) (COUNT(?date) AS ?dates) { ?r unsc:extends ?m ; dcterms:date ?date }",
    )
    .unwrap();
    let arguments = ["query", &query, "--format", "csv", "--from"];
    let (code, output, error) = run(&[&arguments[..], &[&documents[0], &documents[1]]].concat());
    assert_eq!(
        (code, output.as_str()),
        (0, "missions,dates\r\n1,1\r\n"),
        "{error}"
    );
}

/// Two official texts of one resolution that differ in a blank.
fn twins() -> (tempfile::TempDir, [String; 2]) {
    let directory = tempfile::TempDir::new().unwrap();
    let documents = ["", " "].map(|blank| {
        let path = directory.path().join(format!("{}.txt", blank.len()));
        let text = format!(
            "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n1. Decides to extend the \
            mandate of the United Nations Interim Force in Lebanon;{blank}\n\nAdopted unanimously at the \
            4000th meeting.\n"
        );
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    });
    (directory, documents)
}

/// Lettered lists of mandates, by kind of task, each with a way to engage.
#[test]
fn tasks_of_missions_are_typed() {
    let documents = ["input/articles/0968.txt", "input/articles/1037.txt"];
    insta::assert_snapshot!(csv("tasks", &documents));
}

/// What datasets divide by the way of engagement is coded by it; what has subtasks, by the subtask.
#[test]
fn tasks_have_the_codes_of_datasets() {
    let documents = ["input/articles/0968.txt", "input/articles/1037.txt"];
    insta::assert_snapshot!(csv("task-codes", &documents));
}

/// Every category of a dataset counts a kind of task that exists, but for the one that is no task.
#[test]
fn categories_of_datasets_count_tasks() {
    let query = r"
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX unsc: <https://w3id.org/unsc/ontology#>
        SELECT DISTINCT ?code WHERE {
          { ?category a unsc:TaskCategory FILTER NOT EXISTS { ?category unsc:countsTask ?any } }
          UNION { ?category unsc:countsTask ?task FILTER NOT EXISTS { ?task a unsc:MandateTask } }
          ?category skos:notation ?code
        }";
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(query.as_bytes()).unwrap();
    let query = file.path().to_str().unwrap();
    let answer = csv(query, &["input/articles/0968.txt"]);
    assert_eq!(answer.trim().lines().collect::<Vec<_>>(), ["code", "ch7"]);
}

/// Queries name things by their paths, so they fit a graph below any base.
#[test]
fn queries_fit_a_graph_below_another_base() {
    let options = ["--from", "input/official/0232.txt", "--format", "csv"];
    let threats = |base: &[&str]| run(&[&["query", "threats"], base, &options].concat()).1;
    let own = threats(&[]);
    assert!(own.lines().count() > 1, "{own}");
    assert_eq!(threats(&["--base", "https://example.org/kg/"]), own);
}

/// `SERVICE` would ask another endpoint: the crates could, the program does not.
#[test]
fn a_query_reaches_no_network() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let directory = TempDir::new().unwrap();
    let query = directory.path().join("service.rq").display().to_string();
    let text = format!("SELECT * {{ SERVICE <http://{address}/> {{ ?s ?p ?o }} }}");
    std::fs::write(&query, text).unwrap();
    let (code, _, error) = run(&["query", &query, "--from", "input/official/0696.txt"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!(error.replace(&address.to_string(), "ADDRESS"));
    let called = listener.accept().map_err(|error| error.kind());
    assert_eq!(called.err(), Some(std::io::ErrorKind::WouldBlock));
}
