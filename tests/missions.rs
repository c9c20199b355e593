//! What is said of missions: what is done with them, where they are, whom they replace, on what
//! terms; by name, by another name, by a short form.

mod common;

use std::fs;

use common::csv;
use tempfile::TempDir;

/// The answer of a query on an article with the given sentences.
fn ask(query: &str, sentences: &str) -> String {
    let directory = TempDir::new().unwrap();
    let path = |name: &str| directory.path().join(name).display().to_string();
    let article = format!(
        "= United Nations Security Council Resolution 9999 =\n\nInfobox\n- Date: 1 May\n\
        - Year: 1999\n\n{sentences}\n"
    );
    fs::write(path("9999.txt"), article).unwrap();
    fs::write(path("query.rq"), query).unwrap();
    csv(&path("query.rq"), &[&path("9999.txt")])
}

/// What is done with each mission, one a line.
fn relations(sentences: &str) -> String {
    let query = "SELECT ?relation ?mission {
        VALUES ?relation { unsc:establishes unsc:extends unsc:modifies unsc:terminates unsc:mentionsMission }
        ?r ?relation ?mission } ORDER BY ?relation ?mission";
    let answer = ask(query, sentences);
    let local = |iri: &str| iri.rsplit(['#', '/']).next().unwrap_or_default().to_owned();
    let line = |line: &str| line.split(',').map(local).collect::<Vec<_>>().join(" ");
    answer
        .lines()
        .skip(1)
        .map(line)
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn another_name_is_no_other_mission() {
    assert_eq!(
        relations(
            "The Council authorised an expansion of the United Nations Operation in Somalia, called \
            UNOSOM II."
        ),
        "mentionsMission unosom-ii; modifies unosom-ii"
    );
}

#[test]
fn a_mission_may_be_described_before_it_is_named() {
    assert_eq!(
        relations(
            "The Council authorised a temporary force in the country known as Opération Turquoise."
        ),
        "establishes operation-turquoise; mentionsMission operation-turquoise"
    );
    assert_eq!(
        relations(
            "The Council established a multinational force. The Multinational Harbour Force (MHF) \
            would stay until the multinational force was relieved."
        ),
        "establishes mhf; mentionsMission mhf"
    );
}

#[test]
fn a_participle_before_a_mission_does_nothing_to_it() {
    assert_eq!(
        relations("The Council thanked the expanded UNIFIL for its work."),
        "mentionsMission unifil"
    );
}

#[test]
fn what_is_done_with_a_mission_and_what_is_not() {
    let cases = [
        // Whoever acts: the Council, now.
        (
            "The Council set up, immediately and for six months, UNIFIL.",
            "establishes",
        ),
        ("The Council had created UNIFIL some years before.", ""),
        (
            "The Council recalled that UNIFIL was established by resolution 425.",
            "",
        ),
        ("NATO established UNIFIL.", ""),
        (
            "The report on the termination of UNIFIL was awaited by the Council.",
            "",
        ),
        ("The Council looked to the next extension of UNIFIL.", ""),
        ("The troops would leave if UNIFIL was terminated.", ""),
        // What is done with it.
        (
            "The Council authorised UNIFIL to continue its work until 1 June.",
            "extends",
        ),
        (
            "The Council extended the terms of reference of UNIFIL.",
            "modifies",
        ),
        (
            "The Council authorised the deployment of a group of observers to UNIFIL.",
            "modifies",
        ),
        (
            "The Council confirmed that the mandate of UNIFIL would end on 1 June.",
            "terminates",
        ),
        ("The remaining UNIFIL contingents would be withdrawn.", ""),
        (
            "The Council created a United Nations interim force for southern Lebanon.",
            "establishes",
        ),
        ("The Council launched UNIFIL.", "establishes"),
    ];
    for (sentence, relation) in cases {
        let done = if relation.is_empty() {
            "mentionsMission unifil".to_owned()
        } else {
            let mut both = [
                format!("{relation} unifil"),
                "mentionsMission unifil".to_owned(),
            ];
            both.sort();
            both.join("; ")
        };
        assert_eq!(relations(sentence), done, "{sentence}");
    }
}

/// "United Nations Emergency Force" was the name of two.
#[test]
fn a_name_that_two_missions_bore_is_read_by_the_day() {
    let query = "SELECT ?mission { ?r unsc:mentionsMission ?mission }";
    let text = "The Council thanked the United Nations Emergency Force.";
    let answer = ask(query, text);
    assert!(answer.ends_with("unef-ii\n"), "{answer}");
}

#[test]
fn details_of_missions() {
    let query = "SELECT ?of ?p ?o {
        VALUES ?p { unsc:location unsc:reviewedEvery unsc:condition dcterms:replaces org:organization }
        GRAPH ?document { ?of ?p ?o } FILTER NOT EXISTS { GRAPH <graph/reference> { ?of ?p ?o } }
    } ORDER BY ?p ?of ?o";
    insta::assert_snapshot!(ask(
        query,
        "The Council decided that UNIFIL would be deployed in Lebanon. It extended UNIFIL for six \
        months, unless the Council decides otherwise. The mandate of UNIFIL would be reviewed every \
        three months. UNAMIR was to take over from ECOMIL. The Force Commander of UNIFIL, John Doe, \
        was thanked."
    ));
}

/// An acronym that a listed mission has leads to it, by whatever name the document explains it.
#[test]
fn a_listed_acronym_is_the_listed_mission() {
    let sentences = "The Council commended the Military Observer Group (ECOMOG) in Liberia.";
    let types = ask("SELECT ?type { <mission/ecomog> a ?type }", sentences);
    assert_eq!(
        types,
        "type\nhttps://w3id.org/unsc/ontology#AuthorizedForce\n"
    );
    assert_eq!(relations(sentences), "mentionsMission ecomog");
}

/// Who a mission is made up of is no task of it.
#[test]
fn tasks_of_missions_in_articles() {
    let query = "SELECT DISTINCT ?kind { ?r unsc:assignsTask/unsc:taskType/skos:prefLabel ?kind } ORDER BY ?kind";
    let cases = [
        (
            "The Council established UNAMID. UNAMID was to consist of up to 300 observers and liaison \
            officers and 60 police.",
            "",
        ),
        (
            "The Council established UNAMID. UNAMID was to have up to 300 liaison officers and would \
            protect civilians.",
            "Protection of civilians",
        ),
        // The acronym of the mission that is replaced goes with its name.
        (
            "The Council established MINUSMA. It replaced the African-led International Support \
            Mission in Mali (AFISMA). The mission was authorised to use all necessary means.",
            "Use of force",
        ),
        (
            "The Council established UNAMID. Civilian staff were to organise elections.",
            "Electoral assistance",
        ),
        (
            "The Council established UNAMID. The parties were to organise elections.",
            "",
        ),
        (
            "The Council established UNAMID. UNAMID was to have liaison with the parties.",
            "Liaison; Liaison between the parties",
        ),
    ];
    for (sentences, expected) in cases {
        let answer = ask(query, sentences);
        let rows: Vec<&str> = answer.lines().skip(1).collect();
        assert_eq!(rows.join("; "), expected, "{sentences}");
    }
}

/// A list for a part of the only mission that is established is its mandate, one for others is not.
#[test]
fn a_list_for_a_part_of_a_mission_is_its_mandate() {
    let items = |above: &str| {
        let query =
            "SELECT ?m ?item { ?mandate unsc:ofMission ?m ; unsc:hasTask/skos:notation ?item }";
        let answer = ask(
            query,
            &format!(
                "The Council established UNTAES.\n\n{above}:\n\n(a) to supervise the ceasefire;\n(b) to be there."
            ),
        );
        answer.lines().count() - 1
    };
    assert_eq!(
        items("The military component, with up to 5,000 troops, was"),
        2
    );
    assert_eq!(items("The parties were"), 0);
}

/// "Office in" is one head noun, so the place behind it is part of the name.
#[test]
fn an_office_in_a_place_is_a_mission() {
    assert_eq!(
        relations("The Council thanked the United Nations Office in Mali (UNOM)."),
        "mentionsMission unom"
    );
}
