//! Documents of the United Nations that a text names by their symbols, and what it says of them:
//! "the report of the Secretary-General of 12 November 1994 (S/1994/1290)".
//!
//! A symbol stands in the text or in a footnote; there the words beside it are those before the
//! footnote's mark. Which nouns are kinds of documents is said in `ontology/documents.ttl`.

mod authors;
mod description;
mod places;

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::{NamedDocument, Stated};
use crate::pattern::regex;
use crate::recognize::clauses::clause_numbers;
use crate::recognize::names::Mentions;
use crate::recognize::reader::Reader;
use crate::symbol::Symbol;
use description::{Description, describe};
use places::places;

/// Between the symbols of a list: ") and of 13 August 1993 (".
static LISTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: ?- ?| to )$|^(?:, annex(?:es)? [IVX]+)?[)\]]?,?(?: ?and)?(?: (?:of|on|dated))?(?: [0-9]{1,2} [A-Z][a-z]+(?: [0-9]{4})?)?,? ?[(\[]?$",
    )
});

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
