use super::vote;
use crate::lexicon::Lexicon;
use crate::ontology;
use crate::recognize::notice::Notice;
use crate::source::{Input, read};
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(&ontology::load(None).unwrap()).unwrap());

/// The vote that a document states, on one line: manner; tallies; ballots.
fn of(text: &str) -> (String, Vec<Notice>) {
    let document = read(Input {
        name: "x".to_owned(),
        bytes: text.into(),
    })
    .unwrap()
    .document()
    .unwrap();
    let mut notices = Vec::new();
    let council = ["state/norway", "state/malta", "state/mali", "state/ukraine"];
    let vote = vote(
        &document,
        &LEXICON,
        &council.map(str::to_owned),
        &mut notices,
    );
    let manner = vote.manner.map(|manner| format!("{:?};", manner.value));
    let tallies = vote
        .tallies
        .iter()
        .map(|tally| format!("{:?} {}", tally.value.0, tally.value.1));
    let ballots = vote.ballots.iter().map(|ballot| {
        let name = ballot.value.state.path.trim_start_matches("state/");
        format!("{name} {:?}", ballot.value.choice)
    });
    (
        manner
            .into_iter()
            .chain(tallies)
            .chain(ballots)
            .collect::<Vec<_>>()
            .join(" "),
        notices,
    )
}

fn closing(line: &str) -> String {
    of(&format!(
        "Resolution 9999 (2099)\nof 1 May 2099\n\nThe Security Council,\n\nDecides it.\n\n{line}"
    ))
    .0
}

fn lead(text: &str) -> String {
    of(&format!(
        "= United Nations Security Council Resolution 9999 =\n\nInfobox\n- Number: 9999\n\n{text}"
    ))
    .0
}

#[test]
fn closing_lines() {
    let cases = [
        ("Adopted unanimously at the 99th meeting.", "Unanimously;"),
        ("Adopted at the 99th meeting by consensus.", "Consensus;"),
        (
            "Adopted at the 99th meeting by 9 votes to 2\n(Poland, Cuba).",
            "For 9 Against 2 poland No cuba No",
        ),
        (
            "Adopted at the 99th meeting by I4 votes ta none, with\n] abstention (China}.",
            "For 14 Against 0 Abstention 1 china Abstain",
        ),
        (
            "Adopted at the 99th meeting by 14 to none.",
            "For 14 Against 0",
        ),
        (
            "Adopted at the 99th meeting by 12 votes to 1\n(Cuba) with 2 abstentions (United\nKingdom of Great Britain’ and Northern Ireland and Yemen).",
            "For 12 Against 1 Abstention 2 cuba No united-kingdom Abstain yemen Abstain",
        ),
        (
            "Adopted at the 99th meeting by 9 votes (Australia,\npresent and not voting; Cuba, absent).",
            "For 9 australia NotParticipating cuba Absent",
        ),
        (
            "Adopted at the 99th meeting by 14 votes to none. One member (Yemen) did not participate in the vote.",
            "For 14 Against 0 yemen NotParticipating",
        ),
        (
            "Adopted at the 99th meeting by 13 votes to none. 3\n\n3 Two members (China and Iraq) did not participate in the voting.",
            "For 13 Against 0 china NotParticipating iraq NotParticipating",
        ),
        (
            "Adopted at the 99th meeting. 3\n\n3 Adopted without vote.",
            "WithoutVote;",
        ),
        (
            "Adopted at the 99th meeting. 3\n\n3 In the absence of any objection, the President\nstated that the draft resolution was adopted unanimously.",
            "WithoutObjection;",
        ),
        (
            "Adopted at the 99th meeting. 3\n\n3 The draft resolution was voted on in parts. No\nvote was taken on the text as a whole.",
            "InParts;",
        ),
    ];
    for (line, expected) in cases {
        assert_eq!(closing(line), expected, "{line}");
    }
}

#[test]
fn misread_names_are_left_out_and_reported() {
    let (vote, notices) = of(
        "Resolution 9999 (2099)\nof 1 May 2099\n\nThe Security Council,\n\nDecides it.\n\n\
        Adopted at the 99th meeting by 12 votes to none, with 2 abstentions (Gabom, the Nig of Northern Ireland).",
    );
    assert_eq!(vote, "For 12 Against 0 Abstention 2");
    assert_eq!((notices.len(), notices[0].line), (1, 8));
}

#[test]
fn prose_of_articles() {
    let cases = [
        (
            "Resolution 9999, adopted unanimously on 1 May 2099, went far.",
            "Unanimously;",
        ),
        (
            "The resolution was adopted by 14 votes to none; China abstained.",
            "For 14 Against 0 china Abstain",
        ),
        (
            "Resolution 9999 was adopted with 13 votes in favour, while Cuba and the Russian Federation abstained from voting.",
            "For 13 cuba Abstain russian-federation Abstain",
        ),
        (
            "It was adopted by nine votes to one (Cuba) with five abstentions, and China did not take part in the vote.",
            "For 9 Against 1 Abstention 5 cuba No china NotParticipating",
        ),
        (
            "It passed by 9 votes in support (Cuba, Malta), 1 against (Iraq) and with two abstentions from China and Yemen, while Mali did not participate.",
            "For 9 Against 1 Abstention 2 cuba Yes malta Yes iraq No china Abstain yemen Abstain mali NotParticipating",
        ),
        ("Resolution 8888 had been adopted unanimously.", ""),
        // A sentence goes on from the one on the vote, and from no other.
        (
            "It was approved by 9 votes. China abstained. The Soviet Union was absent.",
            "For 9 china Abstain russian-federation Absent",
        ),
        ("The talks had failed. China was absent.", ""),
        (
            "Nine members, Malta and Mali among them, voted for the resolution.",
            "malta Yes mali Yes",
        ),
        // "It" is the member that the sentence before is about.
        (
            "The Government of Norway had asked for it. It voted against this text.",
            "norway No",
        ),
        (
            "A man from Norway had asked. It voted against this text.",
            "",
        ),
        (
            "The members voted in writing; the unanimous result was announced.",
            "Unanimously;",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(lead(text), expected, "{text}");
    }
}

#[test]
fn infoboxes() {
    let (vote, notices) = of(
        "= United Nations Security Council Resolution 9999 =\n\nInfobox\n- For: 12\n\
        - Against: None\n- Abstention: 2 (China, Russia)\n- Absent: \n- Present not voting: some\n\n\
        Resolution 9999 was adopted by 12 votes to none with one abstention.",
    );
    assert_eq!(
        vote,
        "For 12 Against 0 Abstention 2 china Abstain russian-federation Abstain"
    );
    assert_eq!((notices.len(), notices[0].line), (1, 8));
}

/// The infobox gives the tally, the prose the names.
#[test]
fn a_known_tally_still_has_names() {
    let (vote, _) = of(
        "= United Nations Security Council Resolution 9999 =\n\nInfobox\n- Abstention: 2\n\n\
        Resolution 9999 was adopted with two abstentions from China and Yemen.",
    );
    assert_eq!(vote, "Abstention 2 china Abstain yemen Abstain");
}

#[test]
fn misread_members_are_mended_if_one_of_the_council_fits() {
    let closing = |list: &str| {
        of(&format!(
            "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\nDecides it.\n\n\
            Adopted at the 4000th meeting by 13 votes to none, with 2 abstentions ({list}).\n"
        ))
    };
    let (vote, notices) = closing("Norwey and Ukrainian Socialist Republic");
    assert_eq!(
        vote,
        "For 13 Against 0 Abstention 2 norway Abstain ukraine Abstain"
    );
    assert_eq!(notices, []);
    let (vote, notices) = closing("Mala, Poland");
    assert_eq!(vote, "For 13 Against 0 Abstention 2 poland Abstain");
    assert_eq!(notices.len(), 1);
}
