//! How a resolution was adopted: tallies, manner, and what single members did.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Block, Document, Role};
use crate::facts::{Ballot, Choice, Manner, Stated, Tally, Vote};
use crate::lexicon::Lexicon;
use crate::passage::Passage;
use crate::pattern::regex;
use crate::recognize::notice::Notice;
use crate::recognize::numbers::parse_number;

/// A count in a closing line, misread ones among them: "I abstention", "] abstention".
const COUNT: &str = r"(?:[0-9]{1,2}|[Il\]|]|none|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen))";

static UNANIMOUS: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bunanimously\b"));
static CONSENSUS: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bby consensus\b"));
static NO_VOTE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bwithout (?:a )?vote\b"));
/// "by 13 votes to none", "13 votes in favour to 2 (Poland, ...) against".
static FOR_AGAINST: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?:(?:by|hy|with)\s+)?(?P<for>{COUNT})\s+votes?(?:\s+(?:in\s+favou?r|for))?,?\s+(?:t[oa]|and)\s+(?P<against>{COUNT})\b(?:\s+against)?(?:\s*\((?P<named>[^)}}]*)[)}}])?"
    ))
});
/// "with 3 abstentions (China, India, ...)", "and one abstention from China".
static ABSTENTIONS: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?P<count>{COUNT})\s*abstentions?(?:,?\s*(?:\((?P<named>[^)}}]*)[)}}]|(?:from|by)\s+(?P<from>[^.;]*)))?"
    ))
});
/// Articles: "China abstained", "while Cuba and Yemen voted against it".
static STATES_DID: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?P<did>abstained|voted (?:in favou?r|for)|(?:was|were) absent|(?:did not|not) (?:participat\w+|tak\w+ part)(?: in the vot\w+)?|voted against|present (?:and|but) not voting)\b",
    )
});
/// Names in brackets before what members did: "Two members (China and Iraq) did not participate".
static MEMBERS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\bmembers? \((?P<named>[^)]*)\)\s*(?P<did>did not participate|was absent|were absent|abstained|not participating)",
    )
});

/// Reads how a resolution was adopted from the infobox, the closing line and its footnotes, and
/// an article's prose.
#[must_use]
pub fn vote(document: &Document, lexicon: &Lexicon, notices: &mut Vec<Notice>) -> Vote {
    let mut reader = VoteReader {
        document,
        lexicon,
        vote: Vote::default(),
    };
    reader.fields(notices);
    for Block { role, passage } in &document.blocks {
        match role {
            Role::Closing => {
                reader.line(passage);
                reader.manner(passage);
            }
            Role::Footnote { .. } => reader.footnote(passage),
            Role::Lead | Role::Paragraph => reader.prose(passage),
            _ => {}
        }
    }
    reader.vote
}

struct VoteReader<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
    vote: Vote,
}

impl VoteReader<'_> {
    fn fields(&mut self, notices: &mut Vec<Notice>) {
        for field in &self.document.fields {
            let value = &field.value;
            let tally = match field.name.to_ascii_lowercase().as_str() {
                "for" => Tally::For,
                "against" => Tally::Against,
                "abstention" | "abstentions" => Tally::Abstention,
                "absent" => Tally::Absent,
                "presentnotvoting" => Tally::NotVoting,
                "result" if !value.text().is_empty() => {
                    let words = 0..value.text().len();
                    self.vote.result = Some(self.stated(value, words, value.text().to_owned()));
                    continue;
                }
                _ => continue,
            };
            if !value.text().is_empty() {
                self.field(tally, value, notices);
            }
        }
    }

    /// A tally, perhaps with names in brackets: "2 (China, Russia)".
    fn field(&mut self, tally: Tally, value: &Passage, notices: &mut Vec<Notice>) {
        let text = value.text();
        let number = text.split(['(', '[']).next().unwrap_or(text).trim();
        match count(number) {
            Some(number) => self.tally(tally, number, value, 0..text.len()),
            None => notices.push(Notice::new(
                self.document,
                value,
                "a number of votes, or None",
            )),
        }
        let choice = match tally {
            Tally::For => Choice::Yes,
            Tally::Against => Choice::No,
            Tally::Abstention => Choice::Abstain,
            Tally::Absent => Choice::Absent,
            Tally::NotVoting => Choice::NotParticipating,
        };
        self.ballots(value, number.len()..text.len(), choice);
    }

    /// The tallies of a line, with the members that it names.
    fn line(&mut self, passage: &Passage) {
        let text = passage.text();
        if let Some(found) = FOR_AGAINST.captures(text) {
            for (group, tally) in [("for", Tally::For), ("against", Tally::Against)] {
                if let Some(words) = found.name(group)
                    && let Some(number) = count(words.as_str())
                {
                    self.tally(tally, number, passage, found.get_match().range());
                }
            }
            if let Some(named) = found.name("named") {
                self.ballots(passage, named.range(), Choice::No);
            }
        }
        if let Some(found) = ABSTENTIONS.captures(text) {
            if let Some(number) = count(&found["count"]) {
                self.tally(
                    Tally::Abstention,
                    number,
                    passage,
                    found.get_match().range(),
                );
            }
            if let Some(named) = found.name("named").or_else(|| found.name("from")) {
                self.ballots(passage, named.range(), Choice::Abstain);
            }
        }
    }

    fn manner(&mut self, passage: &Passage) {
        let found = [
            (&NO_VOTE, Manner::WithoutVote),
            (&CONSENSUS, Manner::Consensus),
            (&UNANIMOUS, Manner::Unanimously),
        ]
        .into_iter()
        .find_map(|(pattern, manner)| Some((pattern.find(passage.text())?.range(), manner)));
        if let (None, Some((words, manner))) = (&self.vote.manner, found) {
            self.vote.manner = Some(self.stated(passage, words, manner));
        }
    }

    /// Footnotes on the vote: who took no part, "Adopted without vote".
    fn footnote(&mut self, passage: &Passage) {
        let text = passage.text();
        for found in MEMBERS.captures_iter(text) {
            if let Some(named) = found.name("named") {
                self.ballots(passage, named.range(), choice_of(&found["did"]));
            }
        }
        if text.contains("dopted") || text.contains("put to the vote") {
            self.manner(passage);
        }
    }

    /// An article's sentences on its resolution's vote.
    fn prose(&mut self, passage: &Passage) {
        let text = passage.text();
        for sentence in crate::recognize::reader::sentences(text) {
            let words = &text[sentence.clone()];
            let on_vote =
                words.contains("adopted") || words.contains("vote") || words.contains("abst");
            if !on_vote {
                continue;
            }
            let part = Passage::new(&self.document.text, passage.origin(sentence.clone()));
            if words.contains("resolution") || words.contains("Resolution") {
                if words.contains("adopted") {
                    self.manner(&part);
                }
                self.line(&part);
            }
            self.states_did(&part);
        }
    }

    /// The states right before what they did: "China and Pakistan abstained".
    fn states_did(&mut self, passage: &Passage) {
        let text = passage.text();
        for found in STATES_DID.captures_iter(text) {
            let before = &text[..found.get_match().start()];
            let clause = before.rfind([';', ':']).map_or(0, |at| at + 1);
            let clause = clause.max(before.rfind(" while ").map_or(0, |at| at + 7));
            let clause = clause.max(before.rfind(" with ").map_or(0, |at| at + 6));
            let end = before.len();
            let states = self.lexicon.states_in(&text[clause..end]);
            let Some((last, _)) = states.last() else {
                continue;
            };
            let gap = &text[clause + last.end..end];
            if gap.len() <= 12 && !gap.contains('.') {
                let mut start = last.start;
                for (range, _) in states.iter().rev().skip(1) {
                    let between = &text[clause + range.end..clause + start];
                    if !matches!(
                        between.trim(),
                        "," | "and" | ", and" | "and the" | ", the" | ", and the"
                    ) {
                        break;
                    }
                    start = range.start;
                }
                self.ballots(passage, clause + start..end, choice_of(&found["did"]));
            }
        }
    }

    fn tally(&mut self, tally: Tally, number: u32, passage: &Passage, words: Range<usize>) {
        if !self.vote.tallies.iter().any(|known| known.value.0 == tally) {
            let fact = self.stated(passage, words, (tally, number));
            self.vote.tallies.push(fact);
        }
    }

    fn ballots(&mut self, passage: &Passage, within: Range<usize>, choice: Choice) {
        let text = &passage.text()[within.clone()];
        for (range, state) in self.lexicon.states_in(text) {
            if self
                .vote
                .ballots
                .iter()
                .any(|ballot| ballot.value.state.path == state.path)
            {
                continue;
            }
            let words = within.start + range.start..within.start + range.end;
            let fact = self.stated(passage, words, Ballot { state, choice });
            self.vote.ballots.push(fact);
        }
    }

    fn stated<T>(&self, passage: &Passage, words: Range<usize>, value: T) -> Stated<T> {
        Stated::new(value, self.document.evidence(passage.origin(words)))
    }
}

fn choice_of(did: &str) -> Choice {
    let did = did.to_lowercase();
    if did.starts_with("voted in") || did.starts_with("voted for") {
        Choice::Yes
    } else if did.starts_with("abstained") {
        Choice::Abstain
    } else if did.contains("absent") {
        Choice::Absent
    } else if did.contains("against") {
        Choice::No
    } else {
        Choice::NotParticipating
    }
}

/// A count as printed: digits, words, "none", and the signs that a scanned 1 turns into.
fn count(text: &str) -> Option<u32> {
    match text.to_lowercase().as_str() {
        "none" => Some(0),
        "i" | "l" | "]" | "|" => Some(1),
        other => parse_number(other),
    }
}
