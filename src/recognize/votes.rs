//! How a resolution was adopted: tallies, manner, and what single members did.

mod members;

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::document::{Block, Document, Role};
use crate::facts::{Ballot, Choice, Manner, Stated, Tally, Vote};
use crate::lexicon::{Concept, Lexicon};
use crate::passage::Passage;
use crate::pattern::regex;
use crate::recognize::notice::Notice;
use crate::recognize::numbers::{as_digit, parse_number};
use crate::recognize::reader::sentences;

/// A count, misread ones among them: "I abstention", "] abstention", "I4 votes".
const COUNT: &str = r"(?:\b[0-9IlOoSBZ]{1,2}|\]|\b(?i:none|nil|zero|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen))";
/// Members in brackets, which a scanner may have closed with a brace or not at all.
const NAMED: &str = r"(?:\s*[({\[](?P<named>[^)}]*)(?:[)}]|$))?";

static UNANIMOUS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\bunanim(?:ously|ous (?:vote|result|adoption))\b"));
static CONSENSUS: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bby consensus\b"));
static NO_VOTE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bwithout (?:a )?vote\b"));
static NO_OBJECTION: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:absence of (?:any )?|without (?:any )?)objections?\b"));
static IN_PARTS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:(?:voted (?:up)?on|put to the vote|adopted) in parts|paragraph by para-?\s*graph)\b",
    )
});
/// The ways to state tallies, the fullest first: "by 13 votes to none", "by 14 to none",
/// "12 votes in favour", "by 9 votes", "2 against (Cuba, Yemen)", "with 3 abstentions (China, ...)".
static TALLIES: LazyLock<[Regex; 6]> = LazyLock::new(|| {
    let to = r"(?:t[oa]|[il1]o|10|and)";
    let in_favour = r"(?:in\s+(?:favou?r|support)|for)";
    [
        format!(
            r"(?P<for>{COUNT})\s+votes?(?:\s+{in_favour})?,?\s+{to}\s+(?P<against>{COUNT})\b(?:\s+against)?{NAMED}"
        ),
        format!(r"\bby\s+(?P<for>{COUNT})\s+{to}\s+(?P<against>{COUNT})\b(?:\s+against)?{NAMED}"),
        format!(
            r"(?:(?P<for>{COUNT})\s+(?:votes?\s+|members\s+(?:voted\s+)?)?{in_favour}|\b(?:by|hy|with|received)\s+(?P<votes>{COUNT})\s+votes?(?:\s+{in_favour})?)\b(?:\s*[({{\[](?P<in_favour>[^)}}]*)\))?"
        ),
        format!(r"(?P<against>{COUNT})\s+(?:votes?\s+)?against\b(?:,?\s+(?:from|by)\s+(?P<from>[^.;]*?)(?:,?\s+(?:and|with|while)\s+(?:{COUNT}|the)\b|[.;]|$)|{NAMED})"),
        format!(r"\bagainst\s+(?P<against>{COUNT})\b(?:\s+votes?)?{NAMED}"),
        format!(
            r"(?P<abstention>{COUNT})\s*abste?[a-z]?n?t?[il]ons?\b(?:,?\s+(?:from|by)\s+(?P<from>[^.;]*)|{NAMED})"
        ),
    ]
    .map(|pattern| regex(&pattern))
});
/// A number of a resolution that a sentence names.
static RESOLUTION: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\bresolutions? (?P<number>[0-9]{1,4})\b"));

/// Reads how a resolution was adopted from the infobox, the closing line and its footnotes, and
/// an article's prose. What is stated twice counts once, as stated first.
///
/// `council` are the paths of the members of the Council on that day; they mend misread names.
#[must_use]
pub fn vote(
    document: &Document,
    lexicon: &Lexicon,
    council: &[String],
    notices: &mut Vec<Notice>,
) -> Vote {
    let mut reader = VoteReader {
        document,
        lexicon,
        council: council
            .iter()
            .filter_map(|path| lexicon.by_path(path))
            .collect(),
        notices,
        vote: Vote::default(),
    };
    reader.fields();
    for Block { role, passage, .. } in &document.blocks {
        match role {
            Role::Closing => {
                reader.tallies(passage);
                reader.manner(passage);
                reader.members(passage);
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
    council: Vec<&'a Concept>,
    notices: &'a mut Vec<Notice>,
    vote: Vote,
}

impl VoteReader<'_> {
    fn fields(&mut self) {
        for field in self
            .document
            .fields
            .iter()
            .filter(|field| !field.value.text().is_empty())
        {
            let name = field.name.to_ascii_lowercase().replace([' ', '_', '-'], "");
            let tally = match name.as_str() {
                "for" => Tally::For,
                "against" => Tally::Against,
                "abstention" | "abstentions" | "abstained" => Tally::Abstention,
                "absent" => Tally::Absent,
                "presentnotvoting" | "notvoting" => Tally::NotVoting,
                "result" => {
                    let text = field.value.text().to_owned();
                    self.vote.result = Some(self.stated(&field.value, 0..text.len(), text));
                    continue;
                }
                _ => continue,
            };
            self.field(tally, &field.value);
        }
    }

    /// A tally of an infobox, perhaps with names in brackets: "2 (China, Russia)".
    fn field(&mut self, tally: Tally, value: &Passage) {
        let text = value.text();
        let number = text.split(['(', '[']).next().unwrap_or(text).trim_end();
        let named = self.ballots(value, number.len()..text.len(), choice(tally));
        match count(number) {
            Some(number) => self.tally(tally, number, value, 0..text.len()),
            None if named > 0 => {}
            None => self.notices.push(Notice::new(
                self.document,
                value,
                "a number of votes, or None",
            )),
        }
    }

    /// The tallies that a passage states, with the members that it names.
    fn tallies(&mut self, passage: &Passage) {
        for pattern in TALLIES.iter() {
            if let Some(found) = pattern.captures(passage.text()) {
                self.found(&found, passage);
            }
        }
    }

    fn found(&mut self, found: &Captures, passage: &Passage) {
        let groups = [
            ("for", Tally::For),
            ("votes", Tally::For),
            ("against", Tally::Against),
            ("abstention", Tally::Abstention),
        ];
        let whole = found.get_match().range();
        for (group, tally) in groups {
            let number = found.name(group).and_then(|words| count(words.as_str()));
            let known = self
                .vote
                .tallies
                .iter()
                .find(|known| known.value.0 == tally);
            let agrees = known.is_none_or(|known| Some(known.value.1) == number);
            let Some(number) = number.filter(|_| agrees) else {
                continue;
            };
            self.tally(tally, number, passage, whole.clone());
            let named = match tally {
                // "9 votes (Australia, present and not voting)" names no voter for it.
                Tally::For => found
                    .name("in_favour")
                    .filter(|named| !named.as_str().contains("not voting")),
                _ => found.name("named").or_else(|| found.name("from")),
            };
            let Some(named) = named else {
                continue;
            };
            let recognized = self.ballots(passage, named.range(), choice(tally));
            if recognized != number as usize {
                self.notices.push(Notice::new(
                    self.document,
                    passage,
                    "as many known States as the tally says",
                ));
            }
        }
    }

    fn manner(&mut self, passage: &Passage) {
        let manners = [
            (&NO_VOTE, Manner::WithoutVote),
            (&NO_OBJECTION, Manner::WithoutObjection),
            (&CONSENSUS, Manner::Consensus),
            (&UNANIMOUS, Manner::Unanimously),
            (&IN_PARTS, Manner::InParts),
        ];
        let found = manners
            .into_iter()
            .find_map(|(pattern, manner)| Some((pattern.find(passage.text())?.range(), manner)));
        if let (None, Some((words, manner))) = (&self.vote.manner, found) {
            self.vote.manner = Some(self.stated(passage, words, manner));
        }
    }

    /// Footnotes on the vote: who took no part, "Adopted without vote".
    fn footnote(&mut self, passage: &Passage) {
        let text = passage.text();
        if text.contains(" member") {
            self.members(passage);
        }
        if ["dopted", "put to the vote", "voted on"]
            .iter()
            .any(|cue| text.contains(cue))
        {
            self.manner(passage);
        }
    }

    /// An article's sentences on its resolution's vote.
    fn prose(&mut self, passage: &Passage) {
        let mut goes_on = false;
        let mut before: Option<Passage> = None;
        for sentence in sentences(passage.text()) {
            let words = &passage.text()[sentence.clone()];
            let part = Passage::new(&self.document.text, passage.origin(sentence.clone()));
            let is_on_vote = ["adopted", "vot", "abst", "passed", "carried"]
                .iter()
                .any(|cue| words.contains(cue))
                && self.is_on_own_vote(words);
            if is_on_vote {
                self.manner(&part);
                self.tallies(&part);
            }
            // "Egypt abstained. The Soviet Union was absent."
            if is_on_vote || goes_on && RESOLUTION.find(words).is_none() {
                self.members(&part);
                if let (Some(choice), Some(before)) = (members::deed_of_it(words), &before)
                    && let Some(member) = members::subject_of(before.text(), self.lexicon)
                {
                    self.ballots(before, member, choice);
                }
            }
            goes_on = is_on_vote;
            before = Some(part);
        }
    }

    /// Whether a sentence names no other resolution than the document's.
    fn is_on_own_vote(&self, sentence: &str) -> bool {
        let own = RESOLUTION.captures(self.document.title.text());
        let own = own.as_ref().map(|found| &found["number"]);
        let mut named = RESOLUTION.captures_iter(sentence);
        // The first is the subject: "Resolution 968, adopted unanimously after recalling ...".
        named
            .next()
            .is_none_or(|found| Some(&found["number"]) == own)
    }

    /// What the members that a passage names did.
    fn members(&mut self, passage: &Passage) {
        for (named, choice) in members::deeds_in(passage.text(), self.lexicon) {
            self.ballots(passage, named, choice);
        }
    }

    fn lacks(&self, tally: Tally) -> bool {
        !self.vote.tallies.iter().any(|known| known.value.0 == tally)
    }

    fn tally(&mut self, tally: Tally, number: u32, passage: &Passage, words: Range<usize>) {
        if self.lacks(tally) {
            let fact = self.stated(passage, words, (tally, number));
            self.vote.tallies.push(fact);
        }
    }

    /// Adds the ballots of the members in a list; how many it names.
    fn ballots(&mut self, passage: &Passage, within: Range<usize>, choice: Choice) -> usize {
        let list = &passage.text()[within.clone()];
        let mut named = members::listed_in(list, self.lexicon);
        named.extend(members::misread_in(list, &self.council, self.lexicon));
        for (range, state) in &named {
            let known = |ballot: &Stated<Ballot>| ballot.value.state.path == state.path;
            if !self.vote.ballots.iter().any(known) {
                let words = within.start + range.start..within.start + range.end;
                let fact = self.stated(
                    passage,
                    words,
                    Ballot {
                        state: state.clone(),
                        choice,
                    },
                );
                self.vote.ballots.push(fact);
            }
        }
        named.len()
    }

    fn stated<T>(&self, passage: &Passage, words: Range<usize>, value: T) -> Stated<T> {
        self.document.stated(value, passage, words)
    }
}

fn choice(tally: Tally) -> Choice {
    match tally {
        Tally::For => Choice::Yes,
        Tally::Against => Choice::No,
        Tally::Abstention => Choice::Abstain,
        Tally::Absent => Choice::Absent,
        Tally::NotVoting => Choice::NotParticipating,
    }
}

/// A count as printed: digits, words, "none", and the signs that a scanned 1 turns into.
fn count(text: &str) -> Option<u32> {
    let text = text.trim();
    match text.to_lowercase().as_str() {
        "none" | "nil" | "no" | "zero" => Some(0),
        "]" => Some(1),
        "" => None,
        _ if text.chars().all(|c| as_digit(c).is_ascii_digit()) => {
            text.chars().map(as_digit).collect::<String>().parse().ok()
        }
        words => parse_number(words),
    }
}

#[cfg(test)]
mod tests;
