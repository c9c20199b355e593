//! What the Council does in a clause: chains of acts, those they are addressed to, deadlines.

mod common;

use std::fs;

use common::run;
use tempfile::TempDir;

const TEXT: &str = "Resolution 9999 (1999)
of 1 May 1999

The Security Council,

Recalling its resolution 9998 (1999), and noting the report that the Commission
adopted,

1. Condemns the attacks on the International Committee of the Red Cross and
demands that all parties and the Government of Angola respect it; Further requests
the Secretary-General to report within thirty days;

2. Calls once again upon Israel, the occupying Power, and all States to cooperate,
and urges them to report by 30 June 1999;

3. Decides:

(a) To call upon the parties concerned to implement resolution 9998 (1999);

(b) To renew the mandate of the United Nations Interim Force in Lebanon;

4. Decides that the Force shall:

(a) To maintain contacts with both sides;

5. Recommends to the General Assembly that Monaco be admitted to membership.

Adopted unanimously at the 4000th meeting.
";

#[test]
fn each_act_is_a_node_of_its_own() {
    let directory = TempDir::new().unwrap();
    let document = directory.path().join("9999.txt").display().to_string();
    fs::write(&document, TEXT).unwrap();
    let query = directory.path().join("actions.rq").display().to_string();
    fs::write(
        &query,
        "SELECT ?action ?verb ?addressee ?about ?deadline ?within {
            ?clause unsc:hasAction ?action . ?action unsc:verb ?verb .
            OPTIONAL { ?action unsc:addressee ?addressee }
            OPTIONAL { ?action schema:about ?about }
            OPTIONAL { ?action unsc:deadline ?deadline }
            OPTIONAL { ?action unsc:within ?within }
        } ORDER BY ?action ?addressee ?about",
    )
    .unwrap();
    let (code, table, error) = run(&["query", &query, "--from", &document]);
    assert_eq!(code, 0, "{error}");
    insta::assert_snapshot!(table);
}

#[test]
fn requests_of_a_sample() {
    let (code, csv, error) = run(&[
        "query",
        "requests",
        "--from",
        "input/official/0748.txt",
        "--format",
        "csv",
    ]);
    assert_eq!(code, 0, "{error}");
    insta::assert_snapshot!(csv.replace('\r', ""));
}
