//! What the Council deals with, and what happened where and when.

mod common;

use std::fs;

use common::csv;
use tempfile::TempDir;

/// An official text with one recital and one operative paragraph.
fn text(recital: &str, paragraph: &str) -> String {
    format!(
        "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n{recital},\n\n\
        1. {paragraph};\n\n2. Decides to remain seized of the matter.\n\n\
        Adopted unanimously at the 4000th meeting.\n"
    )
}

/// The rows of a query's answer on a text.
fn ask(query: &str, text: &str) -> Vec<String> {
    let directory = TempDir::new().unwrap();
    let document = directory.path().join("9999.txt").display().to_string();
    fs::write(&document, text).unwrap();
    let answer = csv(query, &[&document]);
    answer.lines().skip(1).map(str::to_owned).collect()
}

const NOTHING: &str = "Takes note of the report";

#[test]
fn events_have_their_own_day_and_place() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "Alarmed by the invasion of Kuwait on 2 August 1990 by the forces of Iraq",
            NOTHING,
            &["invasion,1990-08-02,Kuwait,Iraq,Kuwait,,9999"],
        ),
        (
            "Recalling the 1991 presidential election in Tajikistan",
            NOTHING,
            &["election,1991,Tajikistan,,,,9999"],
        ),
        (
            "Welcoming the elections held in Angola on 29 and 30 September 1992",
            NOTHING,
            &["election,1992-09-29/1992-09-30,Angola,,,held,9999"],
        ),
        (
            "Grieved by the raids that culminated on 6 March 1978 in the armed invasion of Zambia",
            NOTHING,
            &["invasion,1978-03-06,Zambia,,Zambia,,9999"],
        ),
        (
            "Recalling the cease-fires signed in Geneva on 23 November 1991 and in Sarajevo on 2 January 1992",
            NOTHING,
            &[
                "cease-fire,1991-11-23,,,,agreed,9999",
                "cease-fire,1992-01-02,,,,agreed,9999",
            ],
        ),
        (
            "Noting the cease-fire agreement, signed in Tehran, Iran, on 17 September 1994",
            NOTHING,
            &["cease-fire,1994-09-17,,,,agreed,9999"],
        ),
        (
            "Noting the cease-fire agreement of 27 July 1993 and the report of 3 August 1993",
            "Calls for a cease-fire in Abkhazia",
            &[
                "cease-fire,,Abkhazia,,,called for,9999",
                "cease-fire,1993-07-27,,,,agreed,9999",
            ],
        ),
        (
            "Noting with regret the death of Judge John Doe on 30 November 1998",
            "Demands that a cease-fire should take effect on 3 May 1999",
            &[
                "cease-fire,1999-05-03,,,,called for,9999",
                "death,1998-11-30,,,John Doe,,9999",
            ],
        ),
        (
            "Recalling the cease-fire agreements signed in Geneva on 23 November 1991 and in Sarajevo",
            NOTHING,
            &["cease-fire,1991-11-23,,,,agreed,9999"],
        ),
        (
            "Considering that this is a step for the cessation of hostilities in Bosnia and Herzegovina",
            NOTHING,
            &[],
        ),
        // The day is that of a line, a treaty, a letter; the place that of those who did it.
        (
            "Concerned at the outbreak of violence along the line established on 24 February 1949",
            "Notes the withdrawal in the Treaty of 29 January 1942 and attacks by the authorities in \
            Pretoria",
            &[],
        ),
        // What is none in particular.
        (
            "Convinced that any further attack on Lebanon is a danger",
            "Calls upon all to prevent attacks on Lebanon and to respect the cease-fire line in Kashmir",
            &[],
        ),
    ];
    for (recital, paragraph, expected) in cases {
        assert_eq!(
            &ask("events", &text(recital, paragraph)),
            expected,
            "{recital}; {paragraph}"
        );
    }
}

#[test]
fn who_did_it_and_whom_it_was_done_to_are_as_the_words_say() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Condemning the Israeli attack on Tunisia of 1 October 1985",
            &["attack,1985-10-01,Tunisia,Israel,Tunisia,,9999"],
        ),
        (
            "Condemning the armed attack committed by the racist regime of South Africa against Angola",
            &["attack,,Angola,South Africa,Angola,,9999"],
        ),
        (
            "Condemning the invasion of Kuwait by the military forces of Iraq",
            &["invasion,,Kuwait,Iraq,Kuwait,,9999"],
        ),
        (
            "Demanding Iraq's immediate withdrawal from Kuwait on 3 May 1999",
            &["withdrawal,1999-05-03,Kuwait,Iraq,,called for,9999"],
        ),
        (
            "Welcoming the withdrawal of the Cuban troops from Angola",
            &["withdrawal,,Angola,Cuba,,,9999"],
        ),
        // The words do not say whose it was, nor that it was done to the state of the place.
        (
            "Condemning the bombing of a village in Zambia on 2 May 1998 and the conduct of Portugal",
            &["bombing,1998-05-02,Zambia,,,,9999"],
        ),
        (
            "Condemning the attack of 2 May 1998, as reported by Chad",
            &["attack,1998-05-02,,,,,9999"],
        ),
    ];
    for (recital, expected) in cases {
        assert_eq!(
            &ask("events", &text(recital, NOTHING)),
            expected,
            "{recital}"
        );
    }
}

#[test]
fn situations_are_known_by_their_places() {
    let query = "SELECT ?situation ?type { ?r unsc:concerns ?s BIND(REPLACE(STR(?s), '^.*/', '') AS ?situation) \
        OPTIONAL { ?s unsc:situationType/skos:prefLabel ?type } } ORDER BY ?situation ?type";
    let directory = TempDir::new().unwrap();
    let file = directory.path().join("query.rq").display().to_string();
    fs::write(&file, query).unwrap();
    let cases: &[(&str, &[&str])] = &[
        ("Concerned at the situation in Angola", &["angola,"]),
        (
            "Recalling the civil war in Tajikistan and the Cyprus problem",
            &["cyprus,question", "tajikistan,civil war"],
        ),
        (
            "Deploring the conflict between Ethiopia and Eritrea",
            &["eritrea-ethiopia,conflict"],
        ),
        (
            "Having considered the India-Pakistan question and the situation in Abkhazia, Georgia",
            &["abkhazia,", "india-pakistan,question"],
        ),
        (
            "Having examined the situation in Rwanda and Burundi",
            &["burundi,", "rwanda,"],
        ),
        // What a place is that no scheme lists, only its own text knows.
        (
            "Concerned at the situation in the Province of Zanloria",
            &[],
        ),
        (
            "Convinced that any dispute over Kashmir and the question of the death sentences in South \
            Africa can be settled",
            &[],
        ),
    ];
    for (recital, expected) in cases {
        assert_eq!(&ask(&file, &text(recital, NOTHING)), expected, "{recital}");
    }
}
