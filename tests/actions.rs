//! What the Council does in a clause: chains of acts, those they are addressed to, deadlines.

mod common;

use std::fs;

use common::{csv, run};
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
    insta::assert_snapshot!(csv("requests", &["input/official/0748.txt"]));
}

/// "1. That ..." takes its act from the line right above, an item behind sub-items its paragraph.
#[test]
fn what_stands_above_goes_on() {
    let directory = TempDir::new().unwrap();
    let document = directory.path().join("9999.txt").display().to_string();
    let text = "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n\
        Deploring that:\n\n(a) Nothing was done,\n\nResolves:\n\n\
        1. That the Committee shall meet;\n\n\
        2. That States shall:\n\n(a) Report on:\n\n(i) Arms;\n\n(ii) Aircraft;\n\n(b) Cooperate.\n\n\
        Adopted unanimously at the 4000th meeting.\n";
    fs::write(&document, text).unwrap();
    insta::assert_snapshot!(csv("clauses", &[&document]));
    let query = directory.path().join("tasks.rq").display().to_string();
    fs::write(
        &query,
        "SELECT ?letter ?clause { ?r unsc:hasTask ?t . ?t skos:notation ?letter
            OPTIONAL { ?t unsc:inClause/unsc:number ?clause } } ORDER BY ?letter",
    )
    .unwrap();
    insta::assert_snapshot!(csv(&query, &[&document]));
}

/// A name with a full stop before a capital is no end of a sentence that the program stumbles over.
#[test]
fn a_name_may_hold_the_end_of_a_sentence() {
    let directory = TempDir::new().unwrap();
    let path = |name: &str| directory.path().join(name).display().to_string();
    let text = "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n\
        1. Requests the Force of the U.N. Lake to monitor the Pact of Lake Inc. One, signed in Rome.\n";
    fs::write(path("9999.txt"), text).unwrap();
    fs::write(
        path("more.ttl"),
        "@base <https://w3id.org/unsc/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <mission/lake> skos:inScheme <scheme/missions> ; skos:prefLabel \"Force of the Un. Lake\"@en ;
            skos:altLabel \"Force of the U.N. Lake\"@en .
        <agreement/lake> skos:inScheme <scheme/agreements> ; skos:prefLabel \"Pact of Lake Inc. One\"@en .",
    )
    .unwrap();
    let arguments = [
        "query",
        "facts",
        "--from",
        &path("9999.txt"),
        "--ontology",
        directory.path().to_str().unwrap(),
    ];
    let (code, facts, error) = run(&arguments);
    assert_eq!(code, 0, "{error}");
    assert!(facts.contains("Pact of Lake Inc. One"), "{facts}");
}

/// The answer of a shipped query about a resolution whose recital and first paragraph are given.
fn answer(query: &str, recital: &str, paragraph: &str) -> String {
    let text = format!(
        "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n{recital},\n\n\
        1. {paragraph};\n\n2. Decides to remain seized of the matter.\n\n\
        Adopted unanimously at the 4000th meeting.\n"
    );
    let directory = TempDir::new().unwrap();
    let document = directory.path().join("9999.txt").display().to_string();
    fs::write(&document, text).unwrap();
    csv(query, &[&document])
}

/// "Him" and "his" are the Secretary-General where nobody else is named who holds an office.
#[test]
fn the_secretary_general_by_a_pronoun() {
    let paragraph = "Endorses the Secretary-General's approach and requests him to report within \
        twenty-four hours";
    let recital = "Having considered what the Secretary-General proposes in his report (S/1999/1)";
    let due = answer("reports-due", recital, paragraph);
    assert!(due.contains(",1,report,Secretary-General,P1D"), "{due}");
    let other = "Endorses the Secretary-General's approach and that of the Prime Minister, and \
        requests him to report within twenty-four hours";
    let due = answer("reports-due", recital, other);
    assert!(due.contains(",1,report,,P1D"), "{due}");
    let named = answer("un-documents", recital, paragraph);
    assert!(
        named.contains("S/1999/1,report,Secretary-General"),
        "{named}"
    );
    let recital = "Noting the report (S/1999/2) in which the Secretary-General explains this";
    let named = answer("un-documents", recital, paragraph);
    assert!(
        named.contains("S/1999/2,report,Secretary-General"),
        "{named}"
    );
}

/// What only says when something is to be done is not asked for.
#[test]
fn a_time_is_no_decision() {
    let decided = |paragraph| answer("decisions", "Recalling this", paragraph);
    let during = decided("Calls upon Mali to help during the drawdown, withdrawal and liquidation");
    assert!(!during.contains("withdrawal"), "{during}");
    let asked = decided("Calls upon Mali to help, and calls for the withdrawal of all forces");
    assert!(asked.contains("withdrawal"), "{asked}");
}
