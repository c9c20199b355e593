//! Tables as inputs: what each row says, with the bytes of its cells, and rows that are left out.

mod common;

use std::fs;
use std::path::Path;

use common::{corpus, csv, run};
use tempfile::TempDir;
use unsc_kg::pipeline::{Options, Pipeline};

const HEADER: &str = "date,draft,meeting_record,agenda_item,member_veto1,member_veto2\n";

/// Writes a file of its own and hands over its path.
fn file(name: &str, content: impl AsRef<[u8]>) -> (TempDir, String) {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join(name);
    fs::write(&path, content).unwrap();
    let path = path.display().to_string();
    (directory, path)
}

/// The results of a query of one's own on a document.
fn ask(query: &str, document: &str) -> String {
    let (_directory, path) = file("query.rq", query);
    csv(&path, &[document])
}

#[test]
fn a_row_is_a_draft_that_failed() {
    let table = format!(
        "{HEADER}10/30/1956,S/3710 (as amended),S/PV.749,\"Letter, 29 October\",France,UK\n\
         2/16/1946,S/PV.23,S/PV.23,Lebanon,USSR,\n\
         8/31/2020,S/2020/852,\"S/2020/870\nS/2020/865\",Terrorism,USA,\n"
    );
    let (_directory, path) = file("list.csv", table);
    let (code, graph, error) = run(&["map", &path, "--evidence", "none"]);
    assert_eq!((code, error.as_str()), (0, ""));
    let lines = graph
        .lines()
        .filter(|line| !line.contains("graph/provenance"));
    let lines: Vec<String> = lines
        .map(|line| {
            let line = line.rsplit_once(" <").unwrap().0;
            line.replace("https://w3id.org/unsc/", "")
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_row_links_a_resolution_to_its_record() {
    let forms: [(&str, &[u8]); 5] = [
        ("plain", b"res_no,url_record\n968,https://digitallibrary.un.org/record/163640\n"),
        ("marked", b"\xef\xbb\xbfres_no,url_record\r\n968,https://digitallibrary.un.org/record/163640\r\n"),
        ("quoted", b"\"url_record\",\"note\",\"res_no\"\n\"https://digitallibrary.un.org/record/163640?ln=en\",\"a, \"\"b\"\"\",\"968\""),
        ("semicolons", b"# a comment\n\nRes_No ; URL_record\n 968 ; http://digitallibrary.un.org/record/163640/ \n"),
        ("latin1", b"note,res_no,url_record\nr\xe9sum\xe9,968,https://digitallibrary.un.org/record/163640\n"),
    ];
    for (name, bytes) in forms {
        let (_directory, path) = file(name, bytes);
        let query = "SELECT ?n ?page { ?r a unsc:Resolution ; unsc:number ?n ; foaf:isPrimaryTopicOf ?page }";
        let expected = "n,page\n968,https://digitallibrary.un.org/record/163640\n";
        assert_eq!(ask(query, &path), expected, "{name}");
        let quotes = evidence(&path, bytes);
        assert_eq!(
            quotes[0],
            ("968".to_owned(), "number".to_owned(), "968".to_owned()),
            "{name}"
        );
        let (_, kind, page) = &quotes[1];
        assert_eq!(kind, "record");
        assert!(
            page.trim_matches(['/', ' '])
                .contains("digitallibrary.un.org/record/163640"),
            "{page}"
        );
    }
}

/// Resolution, kind and quote of all evidence, after checking that the quote is those bytes.
fn evidence(path: &str, bytes: &[u8]) -> Vec<(String, String, String)> {
    let (code, output, error) = run(&["query", "evidence", "--from", path, "--format", "json"]);
    assert_eq!(code, 0, "{error}");
    let json: serde_json::Value = serde_json::from_str(&output).unwrap();
    let mut quotes = Vec::new();
    for row in json["results"]["bindings"].as_array().unwrap() {
        let text = |name: &str| row[name]["value"].as_str().unwrap_or_default().to_owned();
        let at = |name: &str| text(name).parse::<usize>().unwrap();
        let (words, quote) = (&bytes[at("start")..at("end")], text("quote"));
        // What is no UTF-8 is Latin-1, in which a byte is a character.
        let is_quote = words == quote.as_bytes()
            || words.iter().map(|byte| char::from(*byte)).eq(quote.chars());
        assert!(is_quote, "{quote:?} are not the bytes {words:?}");
        quotes.push((text("resolution"), text("kind"), quote));
    }
    quotes.sort();
    quotes
}

#[test]
fn the_words_of_a_cell_are_its_bytes() {
    let table = format!(
        "\u{feff}# drafts\r\n{HEADER}9/29/1972,\"S/10805/Rev.1 (as amended)\",S/PV.1666,\"The \"\"situation\"\", é\",UK,\r\n"
    );
    let (_directory, path) = file("list.csv", &table);
    let quotes: Vec<String> = evidence(&path, table.as_bytes())
        .into_iter()
        .map(|(_, kind, quote)| format!("{kind}: {quote}"))
        .collect();
    insta::assert_snapshot!(quotes.join("\n"));
}

#[test]
fn rows_that_cannot_be_read_are_reported_and_the_rest_is_read() {
    let vetoes = format!(
        "year,{HEADER}\
         1963,9/3/1963,S/5407,S/PV.1063,Palestine,USSR,\n\
         1963,3 September,S/5408,S/PV.1063,Palestine,USSR,\n\
         1963,13/9/1963,S/5409,S/PV.1063,Palestine,USSR,\n\
         1964,9/3/1963,S/5410,S/PV.1063,Palestine,USSR,\n\
         1963,9/3/1963,draft,S/PV.1063,Palestine,USSR,\n\
         1963,9/3/1963,,S/PV.1063,Palestine,USSR,\n\
         1963,9/3/1963,S/5411,the record,Palestine,USSR,\n\
         1963,9/3/1963,S/PV.1064,S/PV.1063,Palestine,USSR,\n\
         1963,9/3/1963,S/5412,S/PV.1063,Palestine,Norway,\n\
         1963,9/3/1963,S/5413,S/PV.1063,Palestine,USSR,Soviet Union\n\
         1963,9/3/1963,S/5414,S/PV.1063,Palestine,,\n\
         1963,9/3/1963,S/5407,S/PV.1063,Palestine,USSR,\n\
         1963,9/3/1963,S/5415,S/PV.1063,Palestine,USSR\n\
         1963,9/3/1963,S/5416,S/PV.1063,\"Palestine\"s,USSR,\n\
         1963,9/13/1963,S/5425/Rev.1,S/PV.1069,Rhodesia,UK,\n"
    );
    let records = "res_no,url_record\n\
         1,https://digitallibrary.un.org/record/111946\n\
         two,https://digitallibrary.un.org/record/111936\n\
         0,https://digitallibrary.un.org/record/111936\n\
         3,https://example.org/record/111937\n\
         4,\n\
         1,https://digitallibrary.un.org/record/111941\n\
         5,https://digitallibrary.un.org/record/111946\n\
         6,https://digitallibrary.un.org/record/111945\n";
    let directory = TempDir::new().unwrap();
    fs::write(directory.path().join("records.csv"), records).unwrap();
    fs::write(directory.path().join("vetoes.csv"), vetoes).unwrap();
    let inputs = directory.path().display().to_string();
    let (code, _, error) = run(&["map", &inputs, "--verbose"]);
    let error = error.replace(&format!("{inputs}/"), "");
    insta::assert_snapshot!(format!("exit code {code}\n{error}"));
}

/// A table says nothing of resolutions as documents do: the flat views of documents stay.
#[test]
fn tables_stand_beside_documents() {
    for query in ["facts", "votes", "abstentions"] {
        let rows = |inputs: &[&str]| {
            let mut rows: Vec<String> = csv(query, inputs).lines().map(str::to_owned).collect();
            rows.sort();
            rows
        };
        let alone = rows(&["input/articles", "input/official"]);
        assert_eq!(rows(&["input"]), alone, "{query}");
    }
    insta::assert_snapshot!(csv("drafts", &["input"]));
    insta::assert_snapshot!(csv("vetoes", &["input"]));
}

#[test]
fn tables_are_reported_where_a_document_is_expected() {
    let query = "SELECT ?format ?hash { ?file dcterms:format ?format ; schema:sha256 ?hash }";
    let path = "input/tables/vetoes.csv";
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let expected = format!(
        "format,hash\ntable of vetoes,{}\n",
        unsc_kg::hash::sha256(bytes)
    );
    assert_eq!(ask(query, path), expected);
    let pipeline = Pipeline::new(Options::default()).unwrap();
    let input = unsc_kg::source::Input {
        name: "vetoes.csv".to_owned(),
        bytes: HEADER.into(),
    };
    let rejection = pipeline.read(input).unwrap_err();
    assert_eq!(
        rejection.to_string(),
        "vetoes.csv: found a table of vetoes, expected an article extract or the official text of a resolution"
    );
}

/// Every row of the real tables is read, or left out with a reason.
#[test]
fn real_tables_are_read() {
    let Some(corpus) = corpus() else { return };
    let tables = corpus.join("tables");
    for (name, rows, left_out) in [
        ("undl_records.csv", 2722, 0),
        ("unsc_vetoes_1946_sept2022.csv", 214, 2),
    ] {
        let path = tables.join(name).display().to_string();
        let all = csv::Reader::from_path(&path).unwrap().records().count();
        assert_eq!(all, rows, "{name} is another version");
        let (code, _, error) = run(&["map", "--verbose", &path]);
        assert_eq!(code, 0);
        eprintln!("{error}");
        assert_eq!(error.matches(", expected ").count(), left_out, "{error}");
        assert!(
            error.contains(&format!(", {} rows,", rows - left_out)),
            "{error}"
        );
    }
}
