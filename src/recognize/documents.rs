//! Documents of the United Nations that a text names by their symbols, and what it says of them:
//! "the report of the Secretary-General of 12 November 1994 (S/1994/1290)".
//!
//! A symbol stands in the text or in a footnote; there the words beside it are those before the
//! footnote's mark. Which nouns are kinds of documents is said in `ontology/documents.ttl`.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::document::{Block, Role};
use crate::facts::{Entity, Evidence, NamedDocument, Stated};
use crate::lexicon::Found;
use crate::pattern::regex;
use crate::recognize::citations::resolutions_in;
use crate::recognize::clauses::clause_numbers;
use crate::recognize::names::{Class, Mentions};
use crate::recognize::reader::Reader;
use crate::symbol::{Symbol, symbols_in};

/// What stands before an author.
static BY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: (?:made|submitted|issued|presented|prepared|sent|circulated))?,? (?:of|by|from)(?: the)? ",
    )
});
/// What joins an office to the state or body that it is one of.
static OF: LazyLock<Regex> = LazyLock::new(|| regex(r"^ of (?:the )?"));
/// Behind an author that is one of several: "of the representatives of Jordan and Israel".
static AND_OTHERS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:,| and| as well as| or) (?:the |of |of the )?\p{Lu}"));
/// Before the day that a document bears.
static DATED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: addressed to (?:the )?(?:President of the (?:Security )?Council|Secretary-General))?,? (?:(?:made|issued|submitted)(?: to the Security Council)? )?(?:of|dated|on) $",
    )
});
/// Before "note" where it is no noun of its own: "Taking note of".
static TAKING: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:take|takes|taking|took|taken)(?: [a-z]+)? $"));
/// Before the noun of a document that somebody named before has made.
static HIS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\bhis (?:(?:further|first|second|latest|above-mentioned) )?$"));
/// Behind a symbol, before who says something in the document.
static IN_WHICH: LazyLock<Regex> = LazyLock::new(|| regex(r"^\)?,? in which (?:the )?"));
/// Words that end what a noun before them is said of.
static BREAK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"[;:]|, and\b|\. |\band (?:of )?(?:the|its|his|their|that|to|a|an)\b|\b(?:which|who|whose|where|when|while|agreement|accords?|treaty|plan|request|invitation|proposals?|application)\b",
    )
});
/// Between the symbols of a list: ") and of 13 August 1993 (".
static LISTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: ?- ?| to )$|^(?:, annex(?:es)? [IVX]+)?[)\]]?,?(?: ?and)?(?: (?:of|on|dated))?(?: [0-9]{1,2} [A-Z][a-z]+(?: [0-9]{4})?)?,? ?[(\[]?$",
    )
});
/// Behind a symbol, before its day.
static DATED_BEHIND: LazyLock<Regex> = LazyLock::new(|| regex(r"^\)? (?:of|dated) $"));
/// That a document was submitted as a resolution asked.
static PURSUANT: LazyLock<Regex> = LazyLock::new(|| {
    let paragraphs = r"paragraphs? [0-9]+(?: ?\([a-z]\))?(?: and [0-9]+)* of";
    let submitted = "submitted|prepared|presented|transmitted|issued";
    regex(&format!(
        r"(?:^\)?,?|\b(?:{submitted})(?: to (?:the )?(?:Security )?Council)?)(?: (?:{submitted}))? (?:pursuant to|in accordance with|in response to|in compliance with)(?: the request (?:contained )?in)?(?: {paragraphs})?(?: the| its| Security| Council| Council['’]s| said)* resolutions? $"
    ))
});

/// Where documents are named at one place of a block.
struct Place<'a> {
    block: usize,
    /// The words of the symbols in the block, or the mark of a footnote that has them.
    range: Range<usize>,
    symbols: Vec<(Symbol, Evidence)>,
    content: &'a Block,
}

impl Place<'_> {
    /// Whether one document is named, with its addenda and corrigenda perhaps, which bear other days.
    fn is_one(&self) -> bool {
        let mut symbols = self.symbols.iter().map(|(symbol, _)| &symbol.normal);
        symbols.next().is_some_and(|first| {
            let is_of_first = |other: &String| {
                let suffix = other.strip_prefix(first.as_str());
                suffix.is_some_and(|suffix| suffix.starts_with('/'))
            };
            symbols.all(is_of_first)
        })
    }
}

/// What the words beside a symbol say.
#[derive(Clone, Default)]
struct Description {
    kind: Option<(Range<usize>, String)>,
    author: Option<(Range<usize>, Entity)>,
    date: Option<(Range<usize>, Date)>,
    pursuant_to: Option<(Range<usize>, u32)>,
}

/// The documents of a text, each once, in the order in which they are named.
#[must_use]
pub fn documents(reader: &Reader, mentions: &Mentions) -> Vec<Stated<NamedDocument>> {
    let numbers = clause_numbers(reader.document);
    let mut documents: Vec<Stated<NamedDocument>> = Vec::new();
    let mut before: Option<(usize, usize, Description)> = None;
    for place in places(reader) {
        let since = match &before {
            Some((block, end, _)) if *block == place.block => place.range.start.min(*end),
            _ => 0,
        };
        let listed = before.as_ref().filter(|(block, end, _)| {
            let text = place.content.passage.text();
            let between = text.get(*end..place.range.start);
            *block == place.block && *end > 0 && between.is_none_or(|it| LISTED.is_match(it))
        });
        let description = describe(reader, mentions, &place, since, listed.map(|it| &it.2));
        let clause = numbers.get(&reader.paragraph_at(place.block)).copied();
        for (index, (symbol, evidence)) in place.symbols.iter().enumerate() {
            let is_dated = index == 0 && place.is_one();
            let stated = |range: &Range<usize>| {
                let words = range.start.min(place.range.start)..range.end.max(place.range.end);
                reader.evidence(&place.content.passage, words)
            };
            let fact = NamedDocument {
                symbol: symbol.clone(),
                clauses: clause
                    .map(|clause| Stated::new(clause, evidence.clone()))
                    .into_iter()
                    .collect(),
                kind: kind_by_symbol(reader, symbol)
                    .map(|kind| Stated::new(kind, evidence.clone()))
                    .or_else(|| {
                        let (words, kind) = description.kind.as_ref()?;
                        Some(Stated::new(kind.clone(), stated(words)))
                    }),
                author: description
                    .author
                    .as_ref()
                    .map(|(words, author)| Stated::new(author.clone(), stated(words))),
                date: description
                    .date
                    .as_ref()
                    .filter(|_| is_dated)
                    .map(|(words, date)| Stated::new(*date, stated(words))),
                pursuant_to: description
                    .pursuant_to
                    .as_ref()
                    .filter(|_| is_dated)
                    .map(|(words, number)| Stated::new(*number, stated(words))),
            };
            join(&mut documents, Stated::new(fact, evidence.clone()));
        }
        before = Some((place.block, place.range.end, description));
    }
    documents
}

/// The kind of document that a component of its symbol tells.
fn kind_by_symbol(reader: &Reader, symbol: &Symbol) -> Option<String> {
    let mut kinds = reader.lexicon.concepts_of("document-types");
    let tells = |part: &String| symbol.normal.contains(part.as_str());
    let kind = kinds.find(|kind| kind.in_symbol.as_ref().is_some_and(tells))?;
    Some(kind.path.clone())
}

/// Adds a document, or what is new of it to what is known.
fn join(documents: &mut Vec<Stated<NamedDocument>>, fact: Stated<NamedDocument>) {
    let is_same =
        |known: &&mut Stated<NamedDocument>| known.value.symbol.normal == fact.value.symbol.normal;
    let Some(known) = documents.iter_mut().find(is_same) else {
        documents.push(fact);
        return;
    };
    known.also.push(fact.evidence);
    let (known, new) = (&mut known.value, fact.value);
    for clause in new.clauses {
        crate::facts::gather(&mut known.clauses, clause, PartialEq::eq);
    }
    known.symbol.other = known.symbol.other.take().or(new.symbol.other);
    // Two words for one document are two accounts of it, which are not mixed.
    let differs = |(a, b): (&Stated<String>, &Stated<String>)| a.value != b.value;
    if known
        .kind
        .as_ref()
        .zip(new.kind.as_ref())
        .is_some_and(differs)
    {
        return;
    }
    known.kind = known.kind.take().or(new.kind);
    known.author = known.author.take().or(new.author);
    known.date = known.date.take().or(new.date);
    known.pursuant_to = known.pursuant_to.take().or(new.pursuant_to);
}

/// Where documents are named, in the order of the text; those of footnotes whose mark was not
/// found come last, without a place in a paragraph.
fn places<'a>(reader: &Reader<'a>) -> Vec<Place<'a>> {
    let blocks = &reader.document.blocks;
    let mut places = Vec::new();
    let mut called = Vec::new();
    for (block, content) in blocks.iter().enumerate() {
        if matches!(content.role, Role::Footnote { .. } | Role::Apparatus) {
            continue;
        }
        let mut of_block: Vec<Place> = Vec::new();
        if content.role.is_prose() {
            for (range, symbol) in symbols_in(content.passage.text()) {
                let evidence = reader.evidence(&content.passage, range.clone());
                of_block.push(Place {
                    block,
                    range,
                    symbols: vec![(symbol, evidence)],
                    content,
                });
            }
        }
        for call in &content.calls {
            let Some(note) = note_of(blocks, block, &call.marker) else {
                continue;
            };
            called.push(note);
            of_block.push(Place {
                block,
                range: call.at..call.at,
                symbols: symbols_of(reader, &blocks[note]),
                content,
            });
        }
        of_block.sort_by_key(|place| place.range.start);
        places.append(&mut of_block);
    }
    for (block, content) in blocks.iter().enumerate() {
        if matches!(content.role, Role::Footnote { .. }) && !called.contains(&block) {
            places.push(Place {
                block,
                range: 0..0,
                symbols: symbols_of(reader, content),
                content,
            });
        }
    }
    places.retain(|place| !place.symbols.is_empty());
    places
}

/// The symbols that a footnote names.
fn symbols_of(reader: &Reader, note: &Block) -> Vec<(Symbol, Evidence)> {
    let found = symbols_in(note.passage.text()).into_iter();
    let evident = found.map(|(range, symbol)| (symbol, reader.evidence(&note.passage, range)));
    evident.collect()
}

/// The footnote that a mark in a block calls: the only one with that marker, else the next.
fn note_of(blocks: &[Block], block: usize, marker: &str) -> Option<usize> {
    let is_it = |(_, other): &(usize, &Block)| matches!(&other.role, Role::Footnote { marker: own } if own == marker);
    let mut notes = blocks.iter().enumerate().filter(is_it).map(|(at, _)| at);
    let first = notes.next()?;
    match notes.next() {
        None => Some(first),
        Some(second) => [first, second]
            .into_iter()
            .chain(notes)
            .find(|at| *at > block),
    }
}

/// What the words beside a place say of the documents named there.
fn describe(
    reader: &Reader,
    mentions: &Mentions,
    place: &Place,
    since: usize,
    listed: Option<&Description>,
) -> Description {
    let text = place.content.passage.text();
    let mut description = Description::default();
    let window = since..place.range.start;
    let nouns = reader
        .lexicon
        .cues_in("document-types", &text[window.clone()]);
    let is_noun = |noun: &&Found| !TAKING.is_match(&text[..window.start + noun.range.start]);
    let noun = nouns.iter().rfind(is_noun).map(|noun| {
        let range = window.start + noun.range.start..window.start + noun.range.end;
        (range, reader.lexicon.concept(noun))
    });
    let noun = noun.filter(|(range, _)| {
        let between = &text[range.end..place.range.start];
        let is_mark = place.range.is_empty();
        let between = if is_mark {
            between.trim_end_matches([' ', ',', ';', ':', '.'])
        } else {
            between
        };
        !BREAK.is_match(between)
    });
    let one = place.is_one();
    if let Some((range, concept)) = noun
        && (one || text[..range.end].ends_with('s'))
    {
        let mut at = range.end;
        description.kind = Some((range.clone(), concept.path.clone()));
        description.date = dated(reader, text, at, place.range.start, &range);
        if let Some((words, _)) = &description.date {
            at = words.end;
        }
        if let Some((entity, end)) = author(reader, mentions, place, at) {
            description.author = Some((range.clone(), entity));
            if description.date.is_none() {
                description.date = dated(reader, text, end, place.range.start, &range);
            }
        } else if let Some(office) = possessor(reader, text, range.start) {
            description.author = Some((office.0.start..range.end, office.1));
            description.date = description
                .date
                .or_else(|| dated(reader, text, at, place.range.start, &range));
        } else if let Some(author) = concept
            .path
            .ends_with("report")
            .then(|| his(reader, text, range.start))
            .flatten()
        {
            description.author = Some((author.0.start..range.end, author.1));
        } else if let Some((entity, end)) = in_which(reader, mentions, place) {
            description.author = Some((range.start..end, entity));
        }
        description.pursuant_to = [range.end, place.range.end].into_iter().find_map(|at| {
            let cited = resolutions_in(&text[at..]).into_iter().next()?;
            let is_reason = PURSUANT.is_match(&text[at..at + cited.0.start]);
            is_reason.then_some((range.start..at + cited.0.end, cited.1))
        });
    } else if let Some(listed) = listed {
        let own = window.clone();
        let day = reader.dates_in(&text[own.clone()]).into_iter().next();
        let day = day.and_then(|day| day.edtf.parse().ok());
        let at = |words: &Range<usize>| words.start..place.range.start;
        description.kind = listed.kind.as_ref().map(|(w, kind)| (at(w), kind.clone()));
        description.author = listed.author.as_ref().map(|(w, it)| (at(w), it.clone()));
        description.date = day.map(|day| (own, day));
    }
    if description.date.is_none() && one {
        let behind = &text[place.range.end..];
        let day = reader.dates_in(behind).into_iter().next();
        description.date = day.and_then(|day| {
            let is_its = DATED_BEHIND.is_match(&behind[..day.range.start]);
            let range = place.range.start..place.range.end + day.range.end;
            is_its.then_some((range, day.edtf.parse().ok()?))
        });
    }
    description
}

/// The day right behind a place of the text, before another, with the words from a noun on.
fn dated(
    reader: &Reader,
    text: &str,
    at: usize,
    end: usize,
    noun: &Range<usize>,
) -> Option<(Range<usize>, Date)> {
    let behind = &text[at..end];
    let day = reader.dates_in(behind).into_iter().next()?;
    let words = noun.start..at + day.range.end;
    let is_its = DATED.is_match(&behind[..day.range.start]);
    is_its.then_some((words, day.edtf.parse().ok()?))
}

/// Whose a document is, by the words behind a place, and where they end: a body, a state, the
/// Secretary-General; of one who holds another office the state or body that it is an office of.
fn author(
    reader: &Reader,
    mentions: &Mentions,
    place: &Place,
    at: usize,
) -> Option<(Entity, usize)> {
    let text = place.content.passage.text();
    let start = at + BY.find(&text[at..place.range.start])?.end();
    let is_alone = |(_, end): &(Entity, usize)| {
        let before_symbol = text.get(*end..place.range.start);
        before_symbol.is_some_and(|words| !AND_OTHERS.is_match(words))
    };
    let offices = reader.lexicon.cues_in("offices", text);
    let office = offices.iter().find(|office| office.range.start == start);
    if let Some(office) = office {
        let concept = reader.lexicon.concept(office);
        if concept.path == "office/secretary-general" {
            return Some((concept.entity(&concept.label), office.range.end));
        }
        let of = office.range.end + OF.find(&text[office.range.end..])?.end();
        return named_at(mentions, place.block, of).filter(is_alone);
    }
    named_at(mentions, place.block, start).filter(is_alone)
}

/// The state, body or mission that is named at a place.
fn named_at(mentions: &Mentions, block: usize, at: usize) -> Option<(Entity, usize)> {
    let is_author = |class: Class| {
        matches!(
            class,
            Class::State | Class::Organization | Class::Mission | Class::Context | Class::Party
        )
    };
    let mention = mentions
        .in_block(block)
        .find(|mention| mention.range.start == at && is_author(mention.class))?;
    Some((mention.entity.clone(), mention.range.end))
}

/// "the Secretary-General's report": whose a document is by the words before its noun.
fn possessor(reader: &Reader, text: &str, noun: usize) -> Option<(Range<usize>, Entity)> {
    let before = text[..noun].trim_end_matches(|c: char| c.is_lowercase() || c == ' ');
    let before = before.strip_suffix(['’', '\''])?;
    let offices = reader.lexicon.cues_in("offices", before);
    let office = offices
        .last()
        .filter(|office| office.range.end == before.len())?;
    let concept = reader.lexicon.concept(office);
    let is_one = concept.path == "office/secretary-general";
    is_one.then(|| (office.range.clone(), concept.entity(&concept.label)))
}

/// "the recommendations of the Secretary-General in his report": who is meant by "his", where the
/// words before name the Secretary-General and nobody else with an office.
fn his(reader: &Reader, text: &str, noun: usize) -> Option<(Range<usize>, Entity)> {
    let before = HIS.find(&text[..noun])?;
    let offices = reader.lexicon.cues_in("offices", &text[..before.start()]);
    let office = offices.last()?;
    let concept = reader.lexicon.concept(office);
    let is_alone = offices
        .iter()
        .all(|other| reader.lexicon.concept(other).path == concept.path);
    let is_one = is_alone && concept.path == "office/secretary-general";
    is_one.then(|| (office.range.clone(), concept.entity(&concept.label)))
}

/// "the report (S/20093) in which the Secretary-General explains": who says something in a document.
fn in_which(reader: &Reader, mentions: &Mentions, place: &Place) -> Option<(Entity, usize)> {
    let text = place.content.passage.text();
    let start = place.range.end + IN_WHICH.find(&text[place.range.end..])?.end();
    let offices = reader.lexicon.cues_in("offices", &text[start..]);
    let office = offices.iter().find(|office| office.range.start == 0);
    let concept = office.map(|office| (reader.lexicon.concept(office), office.range.end));
    match concept {
        Some((concept, end)) if concept.path == "office/secretary-general" => {
            Some((concept.entity(&concept.label), start + end))
        }
        Some(_) => None,
        None => named_at(mentions, place.block, start),
    }
}
