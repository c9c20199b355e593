//! What happened where and when: "the invasion of Kuwait on 2 August 1990", "the 1991 presidential
//! election in Tajikistan", and what was asked for: "demands a cease-fire in Beirut".
//!
//! An event needs a day or a place in its own sentence, joined to it by words that leave no doubt.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::{Entity, Event, Stated, gather};
use crate::lexicon::Found;
use crate::pattern::regex;
use crate::recognize::dates::Dated;
use crate::recognize::deeds::deeds;
use crate::recognize::names::{Class, Mention, Mentions};
use crate::recognize::participants::Telling;
use crate::recognize::placing::{Room, is_one_thought, places_of};
use crate::recognize::reader::{Reader, sentences};

/// Words between an event and its day: "carried out against the airport of Beirut on".
static DAY_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?P<between>(?: [\p{L}\p{N}’'()-]+)*?) (?:on|in|since|from|as from|at midnight on|effective|at [0-9]{4} hours(?: GMT)? on)(?: the)?(?: night of| morning of| evening of| or about| \p{Lu}[a-z]+day,?)? ?$",
    )
});
/// Words between an event and its day where these make the day that of the nearest noun.
static OF_DAY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?i: agreements?| accords?| arrangements?)?(?: (?:in|on|at|against|into|upon|from|of)(?: the)?(?: \p{Lu}[\p{L}’'-]+)+)?(?: of| dated),?(?: the)? $",
    )
});
/// Words between a day and the event behind it: "1991 presidential".
static DAY_BEFORE: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?: [\p{L}-]+){0,3} $"));
/// Words that are no part of an event's name, or that end what a day is said of.
static PARTICLES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:of|in|on|at|by|to|for|from|and|or|the|an?|its|their|his|was|were|is|are|had|has|have|with|against|caused|killed|resulted|one|two|several|many)\b",
    )
});
/// Words behind a cue by which it stands for something else: "cease-fire line".
static NO_EVENT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^ (?:lines?|orders?|provisions?|resolutions?|zones?|proposals?|plans?|process|commissions?|committees?|observers?|monitors|campaigns?|laws?|results|schedule|supervision|violations?|commitments?|sentences?|penalty|toll)\b",
    )
});
/// Words between an event and a date by which the day is that of something else, where they do not
/// stand right behind the event: "the line established between them on".
static OTHERS_DAY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:Treaty|Convention|Declaration|Protocol|Charter|Memorandum|Pact|established|signed|concluded|adopted|issued|created|drawn|passed|dated)\b",
    )
});
/// Words right behind an event by which it is one that was agreed on.
static AGREED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?i: agreements?| accords?)?(?:,? (?:(?:that |which )?(?:was|were) )?(?:signed|concluded|established|reached|declared)(?: (?:in|at)(?:,? \p{Lu}[\p{L}’'-]+)+, )?)?",
    )
});
/// A day between an event and the preposition before it: "culminating on 6 March 1978 in the armed".
static IN_THE: LazyLock<Regex> = LazyLock::new(|| regex(r"^ in (?:the|an?) (?:[\p{L}-]+ ){0,2}$"));
/// Between the days of events of one kind: "in Geneva on 1 May and in Sarajevo on 2 May".
static AND_ON: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^,? and (?:(?:in|at) (?:\p{Lu}[\p{L}’'-]+ )+)?on (?:the )?$"));
/// A day that opens a sentence says when all of it happened.
static OPENS: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:On|In) $"));
/// A word by which what follows is one that there was: "the armed attack", "Iraq's invasion".
static DETERMINES: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?i:the|this|that|its|his|their|recent)$|[’']s?$"));
/// Words before an event by which it is none in particular, or none yet.
static NONE_IN_PARTICULAR: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:any|no|further|such|all|future|possible|threat(?:s|ened)? of|against|each|every|prevent\w*|without|right to|(?:steps?|conditions?|efforts?|measures?|means|basis|progress|conducive|contribut\w+) (?:for|towards?|to))(?: [\p{L}-]+){0,2} $",
    )
});

/// The events of a document that have a day or a place, each once.
#[must_use]
pub fn events(reader: &Reader, mentions: &Mentions) -> Vec<Stated<Event>> {
    let mut facts: Vec<Stated<Event>> = Vec::new();
    for (block, content) in reader.prose() {
        let text = content.passage.text();
        let names: Vec<&Mention> = mentions.in_block(block).collect();
        // "Cease-fire Agreement" tells of a cease-fire, no other name of an event.
        let in_name = |cue: &Found| {
            let is_agreed = !reader.lexicon.concept(cue).by_acts.is_empty();
            names.iter().any(|mention| {
                mention.range.start <= cue.range.start
                    && cue.range.end <= mention.range.end
                    && !(mention.class == Class::Agreement && is_agreed)
            })
        };
        let mut cues = reader.lexicon.cues_in("event-types", text);
        cues.retain(|cue| !in_name(cue) && !NO_EVENT.is_match(&text[cue.range.end..]));
        if cues.is_empty() {
            continue;
        }
        let scene = Scene {
            reader,
            block,
            text,
            dates: reader.dates_in(text),
            names,
        };
        for part in sentences(text)
            .into_iter()
            .flat_map(|part| parts(text, part))
        {
            let of_part: Vec<&Found> = cues
                .iter()
                .filter(|cue| part.contains(&cue.range.start))
                .collect();
            for (index, cue) in of_part.iter().enumerate() {
                let next = of_part
                    .get(index + 1)
                    .map_or(part.end, |next| next.range.start);
                if let Some((mut event, words)) = scene.event(&part, cue, next, index == 0) {
                    let telling = scene.telling(&part, &cue.range, next);
                    let concept = reader.lexicon.concept(cue);
                    let stated = |(entity, words)| reader.stated(entity, &content.passage, words);
                    event.by = telling.doers(concept).into_iter().map(stated).collect();
                    event.to = telling
                        .undergoers(concept)
                        .into_iter()
                        .map(stated)
                        .collect();
                    for (date, day) in scene.further_days(&cue.range, &words, next) {
                        let mut further = event.clone();
                        further.date = Some(date);
                        let words = words.start..day.end;
                        add(&mut facts, reader.stated(further, &content.passage, words));
                    }
                    add(&mut facts, reader.stated(event, &content.passage, words));
                }
            }
        }
    }
    facts
}

/// Adds an event, or its words and participants to the one that is the same.
fn add(facts: &mut Vec<Stated<Event>>, fact: Stated<Event>) {
    let known = facts
        .iter_mut()
        .find(|known| is_same(&known.value, &fact.value));
    if let Some(known) = known {
        let same = |a: &Entity, b: &Entity| a.path == b.path;
        for doer in &fact.value.by {
            gather(&mut known.value.by, doer.clone(), same);
        }
        for undergoer in &fact.value.to {
            gather(&mut known.value.to, undergoer.clone(), same);
        }
        known.also.extend(fact.words().cloned());
    } else {
        facts.push(fact);
    }
}

fn is_same(a: &Event, b: &Event) -> bool {
    let place = |event: &Event| event.place.as_ref().map(|place| place.path.clone());
    a.kind == b.kind && a.status == b.status && a.date == b.date && place(a) == place(b)
}

/// The parts of a sentence between semicolons.
fn parts(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut start = sentence.start;
    text[sentence.clone()]
        .split(';')
        .map(|part| {
            let range = start..start + part.len();
            start = range.end + 1;
            range
        })
        .collect()
}

/// A block in which events are told of.
struct Scene<'a> {
    reader: &'a Reader<'a>,
    block: usize,
    text: &'a str,
    dates: Vec<Dated>,
    names: Vec<&'a Mention>,
}

impl Scene<'_> {
    /// The event that a cue stands for, with the words that say so, up to the cue of the next one.
    fn event(
        &self,
        part: &Range<usize>,
        cue: &Found,
        next: usize,
        first: bool,
    ) -> Option<(Event, Range<usize>)> {
        let concept = self.reader.lexicon.concept(cue);
        let cue = &cue.range;
        let own = part.start..next;
        let placed = places_of(
            concept,
            (self.text, self.reader.lexicon),
            &self.names,
            &own,
            cue,
            Room::Some,
        );
        let placed = placed.into_iter().next();
        let date = self.date(part, cue, next, first);
        let asks = self.asks(cue);
        let status = if concept.by_acts.is_empty() {
            None
        } else {
            self.status(part, cue, next, asks)
        };
        let called_for = status.as_deref() == Some(CALLED_FOR);
        let is_one = called_for || self.is_particular(part, cue) && (!asks || status.is_some());
        if date.is_none() && (placed.is_none() || !is_one) {
            return None;
        }
        let mut words = cue.clone();
        for more in [
            &placed.as_ref().map(|p| p.words.clone()),
            &date.as_ref().map(|d| d.1.clone()),
        ]
        .into_iter()
        .flatten()
        {
            words = words.start.min(more.start)..words.end.max(more.end);
        }
        let event = Event {
            kind: concept.path.clone(),
            label: concept.label.clone(),
            status,
            place: placed.map(|placed| placed.place),
            date: date.map(|(date, _)| date),
            by: Vec::new(),
            to: Vec::new(),
            clause: self.reader.clause_of(self.block),
        };
        Some((event, words))
    }

    fn telling<'a>(
        &'a self,
        part: &'a Range<usize>,
        cue: &'a Range<usize>,
        next: usize,
    ) -> Telling<'a> {
        Telling {
            text: self.text,
            lexicon: self.reader.lexicon,
            names: &self.names,
            part,
            cue,
            next,
        }
    }

    /// When an event was, in EDTF, and the words of the date.
    fn date(
        &self,
        part: &Range<usize>,
        cue: &Range<usize>,
        next: usize,
        first: bool,
    ) -> Option<(String, Range<usize>)> {
        let in_part = || {
            self.dates
                .iter()
                .filter(|date| part.contains(&date.range.start))
        };
        let behind = in_part()
            .find(|date| date.range.start >= cue.end)
            .filter(|date| date.range.start < next && self.is_behind(cue.end, date.range.start));
        let before = || {
            in_part()
                .rfind(|date| date.range.end <= cue.start)
                .filter(|date| {
                    let between = &self.text[date.range.end..cue.start];
                    DAY_BEFORE.is_match(between) && !PARTICLES.is_match(between)
                        || IN_THE.is_match(between)
                })
        };
        let opening = || {
            let date = in_part().next().filter(|_| first)?;
            let opens = OPENS.is_match(&self.text[part.start..date.range.start]);
            let between = self.text.get(date.range.end..cue.start)?;
            (opens
                && !between.contains(';')
                && is_one_thought(between.trim_start_matches(',').trim_end()))
            .then_some(date)
        };
        let date = behind.or_else(before).or_else(opening)?;
        let days = in_part().filter(|other| other.range == date.range);
        Some((in_a_row(&days.collect::<Vec<_>>())?, date.range.clone()))
    }

    /// The days of further events that a cue in the plural stands for, behind that of the first.
    fn further_days(
        &self,
        cue: &Range<usize>,
        words: &Range<usize>,
        next: usize,
    ) -> Vec<(String, Range<usize>)> {
        let mut days = Vec::new();
        let first = self.dates.iter().find(|date| date.range.end == words.end);
        let mut end = words.end;
        let is_plural = first.is_some() && self.text[cue.clone()].ends_with('s');
        let behind = self.dates.iter().filter(|date| date.range.start < next);
        for date in behind.filter(|_| is_plural) {
            let between = self.text.get(end..date.range.start);
            if between.is_some_and(|between| AND_ON.is_match(between)) {
                end = date.range.end;
                days.push((date.edtf.clone(), date.range.clone()));
            }
        }
        days
    }

    /// Whether the words between an event and a date make the date that of the event.
    fn is_behind(&self, end: usize, start: usize) -> bool {
        let between = &self.text[end..start];
        let agreed = AGREED.find(between).map_or(0, |agreed| agreed.end());
        if OTHERS_DAY.is_match(&between[agreed..]) {
            return false;
        }
        // Behind where it was agreed, between commas, only what follows is looked at.
        let behind = if between[..agreed].ends_with(", ") {
            &between[agreed - 1..]
        } else {
            between
        };
        let on = DAY_BEHIND.captures(behind);
        let on = on.is_some_and(|found| is_one_thought(&found["between"]));
        on || OF_DAY.is_match(between)
    }

    /// Whether the words before a cue make it an event that there was.
    fn is_particular(&self, part: &Range<usize>, cue: &Range<usize>) -> bool {
        let before = &self.text[part.start..cue.start];
        let is_determined = before
            .split_whitespace()
            .rev()
            .take(4)
            .find(|word| DETERMINES.is_match(word) || PARTICLES.is_match(word))
            .is_some_and(|word| DETERMINES.is_match(word));
        is_determined && !NONE_IN_PARTICULAR.is_match(before)
    }

    /// Whether the Council asks for something where a cue stands.
    fn asks(&self, cue: &Range<usize>) -> bool {
        let lexicon = self.reader.lexicon;
        deeds(self.reader, self.block).iter().any(|deed| {
            let is_asking = |act: &String| lexicon.is_within(act, "act/requesting");
            deed.words.contains(&cue.start) && deed.acts.iter().any(is_asking)
        })
    }

    /// How far an event has come: what is said of it, else whether the Council asks for it here.
    fn status(
        &self,
        part: &Range<usize>,
        cue: &Range<usize>,
        next: usize,
        asks: bool,
    ) -> Option<String> {
        let lexicon = self.reader.lexicon;
        let definite = self.text[part.start..cue.start].ends_with("the ");
        let near = floor(self.text, cue.start.saturating_sub(40).max(part.start))
            ..floor(self.text, (cue.end + 90).min(next));
        let said = lexicon.cues_in("event-statuses", &self.text[near]);
        let said = said
            .first()
            .map(|found| lexicon.concept(found).path.clone());
        said.filter(|_| definite || !asks)
            .or_else(|| asks.then(|| CALLED_FOR.to_owned()))
    }
}

/// The status of what the Council asks for.
const CALLED_FOR: &str = "event-status/called-for";

/// The nearest place at or before one in a text where a character begins.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Dates that share their words as one: several days in a row are an interval.
fn in_a_row(dates: &[&Dated]) -> Option<String> {
    match dates {
        [] => None,
        [date] => Some(date.edtf.clone()),
        [first, .., last] if first.edtf.len() == last.edtf.len() && first.edtf < last.edtf => {
            Some(format!("{}/{}", first.edtf, last.edtf))
        }
        [first, ..] => Some(first.edtf.clone()),
    }
}
