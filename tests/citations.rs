//! How resolutions cite others, and the documents of the United Nations that they name.

mod common;

use std::fs;

use common::csv;
use tempfile::TempDir;

/// The answer of a query on a text.
fn ask(query: &str, text: &str) -> String {
    let directory = TempDir::new().unwrap();
    let path = |name: &str| directory.path().join(name).display().to_string();
    fs::write(path("9999.txt"), text).unwrap();
    let query = if query.contains(' ') {
        fs::write(path("query.rq"), query).unwrap();
        path("query.rq")
    } else {
        query.to_owned()
    };
    csv(&query, &[&path("9999.txt")])
}

/// A resolution of one recital and one operative paragraph.
fn resolution(recital: &str, paragraph: &str) -> String {
    format!(
        "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n{recital}\n\n\
        1. {paragraph}\n\n2. Decides to remain seized of the matter.\n\n\
        Adopted unanimously at the 4000th meeting.\n"
    )
}

/// Ways of citing and the resolutions cited, in a line.
fn ways(text: &str) -> String {
    let query = "SELECT DISTINCT ?way ?n { ?type unsc:asProperty ?property ; skos:prefLabel ?way . \
        resolution:9999 ?property ?c . ?c unsc:number ?n } ORDER BY ?way ?n";
    let answer = ask(query, text);
    answer.lines().skip(1).collect::<Vec<_>>().join("; ")
}

#[test]
fn recitals_recall_and_reaffirm() {
    let cases = [
        (
            "Recalling its resolutions 1 (1946) of 2 May and 3 (1947) of 4 June 1947, and all \
            other resolutions on the matter, most recently resolution 5 (1948),",
            "recalls,1; recalls,3; recalls,5",
        ),
        (
            "Recalling and reaffirming its resolution 7 (1948), by which it took up the demands of \
            resolution 6 (1947),",
            "reaffirms,7; recalls,7",
        ),
        (
            "Recalling also that in its resolution 8 (1949) it set a day,",
            "recalls,8",
        ),
        (
            "Reaffirming the provisions of paragraph 2 (a) of Security Council resolution 9 (1950),",
            "reaffirms,9",
        ),
        // What was made by a resolution, what is due under one, what others did with one.
        (
            "Recalling the embargo imposed by resolution 10 (1951) and the report due under \
            resolution 11 (1951),",
            "",
        ),
        (
            "Reaffirming its resolve to see to the implementation of its decisions, in particular \
            resolution 12 (1952),",
            "",
        ),
        ("Noting that the parties recalled resolution 13 (1953),", ""),
    ];
    for (recital, expected) in cases {
        let text = resolution(recital, "Thanks the Secretary-General;");
        assert_eq!(ways(&text), expected, "{recital}");
    }
}

/// The symbols of resolutions that a text gives, its own too.
#[test]
fn symbols_have_the_year() {
    let symbols = |text: &str| {
        let query = "SELECT DISTINCT ?s { ?r a unsc:Resolution ; unsc:symbol ?s } ORDER BY ?s";
        let answer = ask(query, text);
        answer.lines().skip(1).collect::<Vec<_>>().join("; ")
    };
    let text = resolution(
        "Recalling resolutions 1 (1990) and S/RES/3 (1991), resolution 2 and General Assembly resolution 4 (1992),",
        "Thanks the Secretary-General for document S/RES/5;",
    );
    assert_eq!(
        symbols(&text),
        "S/RES/1 (1990); S/RES/3 (1991); S/RES/9999 (1999)"
    );
    assert_eq!(
        symbols(&text.replace("of 1 May 1999", "")),
        "S/RES/1 (1990); S/RES/3 (1991); S/RES/9999 (1999)",
        "the title has the year too"
    );
    assert_eq!(
        symbols(&text.replace("of 1 May 1999", "of 1 May 1998")),
        "S/RES/1 (1990); S/RES/3 (1991)",
        "title and day contradict each other"
    );
    let cited = "SELECT ?n { resolution:9999 dcterms:references/unsc:number ?n } ORDER BY ?n";
    assert_eq!(
        ask(cited, &text).lines().skip(1).collect::<Vec<_>>(),
        ["1", "2", "3", "5"]
    );
}

/// The documents that a text names, each with its paragraph, kind, author, day and resolution.
fn documents(text: &str) -> Vec<String> {
    let query = "SELECT ?symbol ?clause ?kind ?author ?date ?n { \
        resolution:9999 unsc:namesDocument ?d . ?d dcterms:identifier ?symbol . \
        OPTIONAL { resolution:9999 dcterms:hasPart ?c . ?c unsc:namesDocument ?d ; unsc:number ?clause } \
        OPTIONAL { ?d unsc:documentType/skos:prefLabel ?kind } \
        OPTIONAL { ?d unsc:documentAuthor/skos:prefLabel ?author } \
        OPTIONAL { ?d dcterms:created ?date } \
        OPTIONAL { ?d unsc:submittedPursuantTo/unsc:number ?n } } ORDER BY ?symbol ?clause";
    let answer = ask(query, text);
    answer.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn documents_are_known_by_their_symbols() {
    let cases = [
        (
            "Having considered the report of the Secretary-General of 2 March 1999 (S/1999/ 220 and \
            Add.1), submitted pursuant to resolution 9990 (1998),",
            &[
                "S/1999/220,1,report,Secretary-General,1999-03-02,9990",
                "S/1999/220/Add.1,1,report,Secretary-General,,",
            ][..],
        ),
        (
            "Taking note of the letter dated 3 March 1999 from the Permanent Representative of Portugal to \
            the United Nations addressed to the President of the Security Council (S/1999/l0), and of the \
            agreement signed that day (S/1999/12, annex),",
            &["S/1999/10,1,letter,Portugal,1999-03-03,", "S/1999/12,1,,,,"],
        ),
        (
            "Recalling the statement made by its President on 4 March 1999 (S/PRST/1999/3), document \
            A/53/5 - S/1999/14, the record S/PV.3999 and S/RES/5 (1946),",
            &[
                "S/1999/14,1,,,,",
                "S/PRST/1999/3,1,statement by the President of the Council,,1999-03-04,",
                "S/PV.3999,1,verbatim record,,,",
            ],
        ),
        (
            "Having noted the letters of the representatives of Portugal and Spain in documents S/9 and \
            S/10/Rev.1 and the reports of the Secretary-General of 1 March (S/8, Add.1-3) and 2 March \
            1999 (S/11),",
            &[
                "S/10/Rev.1,1,letter,,,",
                "S/11,1,report,Secretary-General,1999-03-02,",
                "S/8,1,report,Secretary-General,1999-03-01,",
                "S/8/Add.1,1,report,Secretary-General,,",
                "S/8/Add.2,1,report,Secretary-General,,",
                "S/8/Add.3,1,report,Secretary-General,,",
                "S/9,1,letter,,,",
            ],
        ),
        (
            "Taking note of the initiative of the European Council (S/1999/7), and of the note by the \
            Secretary-General (S/1999/8),",
            &["S/1999/7,1,,,,", "S/1999/8,1,note,Secretary-General,,"],
        ),
        // No symbols: dates, shares, cities, a misread number.
        (
            "Noting the talks of 8/12 March, 4/5 of the voters, and Sector S/7 of the A/1 road, and 26G26,",
            &[],
        ),
    ];
    for (recital, expected) in cases {
        let text = resolution(recital, "Thanks them;");
        assert_eq!(documents(&text), expected, "{recital}");
    }
}

#[test]
fn footnotes_name_documents_for_the_paragraph_that_bears_their_mark() {
    let text = resolution(
        "Having considered the reports of the Secretary-General of 2 March 1999, 7 and of 3 and 4 May 1999, 6",
        "Takes note of the note by the Secretary-General; 8",
    ) + "\n6 Documents S/1999/5 and S/1999/6, respectively.\n7 Official Records of the Security Council, document S/1999/1.\n8 Ibid., document S/1999/2.\n\
        9 Ibid., document S/1999/3.\n";
    let expected = [
        "S/1999/1,1,report,Secretary-General,1999-03-02,",
        "S/1999/2,1,note,Secretary-General,,",
        "S/1999/3,,,,,",
        "S/1999/5,1,,,,",
        "S/1999/6,1,,,,",
    ];
    assert_eq!(documents(&text), expected);
}

#[test]
fn operative_paragraphs_change_and_end() {
    let cases = [
        (
            "Decides to renew until 31 May 2000 the measures imposed by paragraphs 2 and 4 to 6 of \
            resolution 1 (1991) and resolution 2 (1992);",
            "extends provisions of,1; extends provisions of,2",
        ),
        (
            "Decides to extend the mandate of the Force in Ruritania, as defined in resolution 3 \
            (1993), for six months;",
            "extends provisions of,3",
        ),
        (
            "Decides, in accordance with paragraph 9 of resolution 4 (1994), to lift the \
            prohibitions imposed by that paragraph;",
            "acts pursuant to,4",
        ),
        (
            "Decides to terminate the arms embargo imposed by paragraph 1 of resolution 5 (1995);",
            "terminates provisions of,5",
        ),
        (
            "Decides that the measures set out in resolution 6 (1996) shall be suspended at once;",
            "suspends provisions of,6",
        ),
        (
            "Decides to amend paragraph 3 of its resolution 7 (1997) as follows;",
            "amends,7",
        ),
        (
            "Demands that all parties comply without delay with the terms of resolution 8 (1998) \
            and reaffirms resolution 7 (1997);",
            "calls for implementation of,8; reaffirms,7",
        ),
        (
            "Decides that the embargo imposed by paragraph 5 of resolution 13 (1992) of 23 January \
            1992 shall not apply to trucks;",
            "amends,13",
        ),
        // Nothing is done to what is only named, nor what is put off.
        (
            "Extends the stay of the Force established under resolution 9 (1999);",
            "",
        ),
        (
            "Decides not to lift the measures imposed by resolution 10 (1999);",
            "",
        ),
        (
            "Decides to end the suspension of the measures set out in resolution 11 (1999);",
            "",
        ),
        (
            "Requests the Secretary-General to report on how the parties implement resolution 12 \
            (1999);",
            "",
        ),
    ];
    for (paragraph, expected) in cases {
        let text = resolution("Noting this,", paragraph);
        assert_eq!(ways(&text), expected, "{paragraph}");
    }
}

#[test]
fn lists_go_on_from_their_act() {
    let text = resolution(
        "Recalling:\n\n(a) Resolution 1 (1990);\n\n(b) The report on resolution 2 (1991);",
        "Decides:\n\n(a) To call upon the parties to implement resolution 3 (1992);",
    );
    assert_eq!(ways(&text), "calls for implementation of,3; recalls,1");
}

#[test]
fn articles_tell_what_the_council_did() {
    let article = |lead: &str| {
        format!(
            "= United Nations Security Council Resolution 9999 =\n\nInfobox\n- Date: 1 May\n\
            - Year: 1999\n\n{lead}\n"
        )
    };
    let cases = [
        (
            "United Nations Security Council resolution 9999, adopted unanimously on 1 May 1999, \
            after recalling resolutions 1 (1990) and 2 (1991) on Ruritania and reaffirming \
            resolution 3 (1992), the Council lifted the arms embargo imposed by resolution 4 (1993).",
            "reaffirms,3; recalls,1; recalls,2; terminates provisions of,4",
        ),
        (
            "The government had reaffirmed resolution 1 (1990). The report on resolution 2 (1991) \
            was before the Council.",
            "",
        ),
    ];
    for (lead, expected) in cases {
        assert_eq!(ways(&article(lead)), expected, "{lead}");
    }
}

#[test]
fn words_prove_the_way_and_paragraphs_are_named() {
    let text = resolution(
        "Recalling its resolution 1 (1990),",
        "Decides to renew the measures imposed by paragraphs 2 (a) and 4 to 6 of resolution 1 (1990);",
    );
    insta::assert_snapshot!(ask("citation-types", &text));
    let paragraphs = "SELECT ?p { resolution:9999 unsc:citesParagraph ?p } ORDER BY ?p";
    insta::assert_snapshot!(ask(paragraphs, &text));
}
