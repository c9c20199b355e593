//! Measures with their targets, exemptions and length, and what a resolution settles beside them.

mod common;

use std::fs;

use common::csv;
use tempfile::TempDir;

const TEXT: &str = "Resolution 9999 (1999)
of 1 May 1999

The Security Council,

Recalling the embargo on weapons established by resolution 9998 (1999),

1. Determines that the situation in Liberia constitutes a threat to the peace;

2. Decides that all States shall, for a period of twelve months, implement an embargo
on all deliveries of weapons to Liberia, except for weapons of the peace-keeping forces;

3. Decides that all States shall:

(a) Deny permission to any aircraft to take off for Liberia;

(b) Prevent the entry into their territories of its leaders;

4. Decides to establish, in accordance with rule 28 of its rules of procedure, a
Committee of the Security Council to report on the embargo;

5. Authorizes Member States to use all necessary means;

6. Recommends to the General Assembly that Monaco be admitted to membership in the
United Nations and that Mr. John Doe be appointed Secretary-General;

7. Calls upon all parties to observe a cease-fire and to withdraw their forces;

8. Notes that the embargo shall not be a threat to the peace;

9. Decides to remain seized of the matter.

Adopted unanimously at the 4000th meeting.
";

/// The answer of a query on a text.
fn ask(query: &str, text: &str) -> String {
    let directory = TempDir::new().unwrap();
    let document = directory.path().join("9999.txt").display().to_string();
    fs::write(&document, text).unwrap();
    csv(query, &[&document])
}

#[test]
fn measures_have_targets_and_exemptions() {
    insta::assert_snapshot!(ask("measures", TEXT));
}

/// What one operative paragraph imposes: measures and targets.
fn imposed(paragraph: &str) -> String {
    let text = format!(
        "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\nRecalling this,\n\n\
        1. {paragraph}\n\n2. Decides to remain seized of the matter.\n\n\
        Adopted unanimously at the 4000th meeting.\n"
    );
    let query = "SELECT ?m ?t { ?i unsc:measure/skos:notation ?m OPTIONAL { ?i unsc:target/skos:prefLabel ?t } } ORDER BY ?m ?t";
    let directory = TempDir::new().unwrap();
    let file = directory.path().join("query.rq").display().to_string();
    fs::write(&file, query).unwrap();
    let answer = ask(&file, &text);
    answer.lines().skip(1).collect::<Vec<_>>().join(" ")
}

#[test]
fn measures_in_the_words_of_many_resolutions() {
    let cases = [
        // A list that names the target that is known names the others too, no other list does.
        (
            "Decides that all States shall prevent the sale of commodities to Haiti. All States shall \
            prevent the import of commodities from Haiti or Cuba;",
            "economic-sanctions,Cuba economic-sanctions,Haiti",
        ),
        (
            "Decides that all States shall prevent the sale of commodities to Haiti. All States shall \
            prevent the import of commodities from Cuba;",
            "economic-sanctions,Haiti",
        ),
        (
            "Decides that all States shall, for the purposes of the peace that everybody in the \
            region and beyond it wishes for, at once implement an embargo on all deliveries of \
            weapons to Liberia;",
            "arms-embargo,Liberia",
        ),
        (
            "Decides that States in which there are funds of the Government of Haiti shall require \
            all who hold such funds to freeze them;",
            "assets-freeze,Haiti",
        ),
        (
            "Decides that:\n\n(a) All Member States shall prevent the supply or sale to Liberia of:\n\n\
            (i) Any battle tanks or warships;\n\n(ii) Luxury goods;",
            "arms-embargo,Liberia luxury-goods-ban,Liberia",
        ),
        (
            "Decides that all States shall prevent the entry into or transit through their \
            territories of those whom the Committee established by paragraph 9 names, save where \
            it authorizes it;",
            "travel-ban,",
        ),
        (
            "Decides that all States shall:\n\n(a) Refuse any aircraft that comes from Liberia \
            permission to land on their territory;\n\n(b) Prevent the sale of arms to any person \
            in Haiti or Cuba;",
            "arms-embargo,Cuba arms-embargo,Haiti flight-ban,Liberia",
        ),
        (
            "Decides, because of its attack on Kuwait, to place Iraq under an arms embargo;",
            "arms-embargo,Iraq",
        ),
        // What there is already, what goes, what a committee is to look into.
        ("Decides to lift the arms embargo on Liberia;", ""),
        (
            "Decides that the arms embargo shall not apply to Liberia;",
            "",
        ),
        (
            "Decides to establish a Committee to undertake the following tasks:\n\n(a) To study how \
            the mandatory arms embargo against Liberia could be made to work;",
            "",
        ),
        (
            "Decides that all States shall comply with the arms embargo on Liberia;",
            "",
        ),
    ];
    for (paragraph, expected) in cases {
        assert_eq!(imposed(paragraph), expected, "{paragraph}");
    }
}

/// What is exempt stands before, behind or in another paragraph; conditions exempt nothing.
#[test]
fn exemptions_in_many_words() {
    let exempt = |paragraphs: &str| {
        let text = format!(
            "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\nRecalling this,\n\n\
            1. {paragraphs}\n\n3. Decides to remain seized of the matter.\n\n\
            Adopted unanimously at the 4000th meeting.\n"
        );
        let query = "SELECT ?e { ?i unsc:exemption ?e } ORDER BY ?e";
        let directory = TempDir::new().unwrap();
        let file = directory.path().join("query.rq").display().to_string();
        fs::write(&file, query).unwrap();
        let answer = ask(&file, &text);
        answer.lines().skip(1).collect::<Vec<_>>().join(" | ")
    };
    let cases = [
        (
            "Decides that all States shall prevent the sale of arms to Haiti; medical supplies are exempt;",
            "medical supplies",
        ),
        (
            "Decides that all States shall:\n\n(a) Deny permission to any aircraft to land if it comes \
            from Haiti, unless the flight has been approved by the Committee;\n\n(b) Prevent the sale \
            of arms to Haiti, save for pistols of the police;",
            "save for pistols of the police | unless the flight has been approved by the Committee",
        ),
        (
            "Decides that all States shall ban flights to Haiti;\n\n2. Decides that the ban in \
            paragraph 1 shall not apply to flights with food;",
            "shall not apply to flights with food",
        ),
        // What one item imposes is not exempted with another.
        (
            "Decides that all States shall:\n\n(a) Ban flights to Haiti;\n\n(b) Prevent the sale \
            of arms to Haiti;\n\n2. Decides that paragraph 1 (c) shall not apply to food;",
            "",
        ),
        (
            "Decides that all States shall:\n\n(a) Ban flights to Haiti;\n\n(b) Prevent the sale \
            of arms to Haiti;\n\n2. Decides that exemptions from paragraph 1 (a) may be made for \
            the sick;",
            "exemptions from paragraph 1 (a) may be made for the sick",
        ),
        (
            "Decides that all States shall, unless the parties keep the peace, prevent the sale of \
            arms to Haiti;",
            "",
        ),
    ];
    for (paragraphs, expected) in cases {
        assert_eq!(exempt(paragraphs), expected, "{paragraphs}");
    }
}

#[test]
fn decisions_are_typed() {
    insta::assert_snapshot!(ask("decisions", TEXT));
}

/// Two agreements in one sentence, a state in a name that is no place of signing.
#[test]
fn signings_have_place_day_and_parties() {
    let text = TEXT.replace(
        "9. Decides",
        "9. Welcomes the signing, on 25 July 1998 in Vienna, of the Peace Agreement and the \
        Protocol on Refugees in Liberia, signed at Geneva on 1 March 1999 by the Government of \
        Liberia and Guinea;\n\n10. Decides",
    );
    insta::assert_snapshot!(ask("signings", &text));
}

/// What others called for is no decision of the Council, nor what it did before.
#[test]
fn history_in_articles_is_no_decision() {
    let article = "= United Nations Security Council Resolution 9999 =\n\nInfobox\n- Date: 1 May\n\
        - Year: 1999\n\nThe President called for a cease-fire. The Council called for the withdrawal \
        of foreign forces.\n";
    assert_eq!(
        ask("decisions", article),
        "decision,on,resolution,date,clause\nwithdrawal,,9999,1999-05-01,\n"
    );
}

/// "It", the passive and lists tell of the Council as its name does; a noun tells of nothing done.
#[test]
fn decisions_that_articles_tell_of() {
    let cases = [
        (
            "The Council regretted it. It was also troubled. It therefore demanded a cease-fire.",
            "cease-fire",
        ),
        ("Chad regretted it. It demanded a cease-fire.", ""),
        ("The resolution followed two calls for a cease-fire.", ""),
        (
            "All sides were urged to stop fighting at once.",
            "cease-fire",
        ),
        ("All sides had been urged to stop fighting.", ""),
        (
            "All parties were to cease fighting within a day.",
            "cease-fire",
        ),
        (
            "It has two paragraphs:\n\n(a) every party to the war was to stop firing;\n\
            (b) talks were to begin.",
            "cease-fire",
        ),
        ("The mission was to supervise the cease-fire.", ""),
        (
            "The parties had to help, and the mission was to watch the cease-fire.",
            "",
        ),
        (
            "The resolution, under Chapter VII,\n\n- demands an immediate ceasefire;\n\
            - authorises states to use all necessary means.",
            "authorization to use force; cease-fire",
        ),
        (
            "Two groups spoke:\n\n- demands for a ceasefire;\n- calls for help.",
            "",
        ),
        (
            "The Council called upon Chad to pull its forces back.",
            "withdrawal",
        ),
        (
            "The Council regarded the situation in Chad as a threat to international peace.",
            "threat to the peace Chad",
        ),
        (
            "Resolution 9999 established the International Criminal Tribunal for Rwanda.",
            "creation of a body International Criminal Tribunal for Rwanda",
        ),
        (
            "The Council recommended that Kofi Annan of Ghana become Secretary-General.",
            "appointment to an office Kofi Annan",
        ),
    ];
    for (sentences, expected) in cases {
        let article = format!(
            "= United Nations Security Council Resolution 9999 =\n\nInfobox\n- Date: 1 May\n\
            - Year: 1999\n\n{sentences}\n"
        );
        let answer = ask("decisions", &article);
        let row = |line: &str| {
            let columns: Vec<&str> = line.split(',').collect();
            format!("{} {}", columns[0], columns[1]).trim().to_owned()
        };
        let rows: Vec<String> = answer.lines().skip(1).map(row).collect();
        assert_eq!(rows.join("; "), expected, "{sentences}");
    }
}
