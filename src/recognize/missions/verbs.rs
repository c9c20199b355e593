//! What a verb does with a mission of the same sentence, by the words before, between and behind.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Relation;
use crate::pattern::regex;

/// Between a mission and a verb in the passive voice.
static PASSIVE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^[^;.]{0,60}\b(?:was|were|be|is|are|been|being)(?: \p{Ll}+)? $"));
/// A mandate that ends of itself: "the mandate of the Mission (UNXYZ) would end".
static ENDS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)(?:would|shall|should|was to) end$|^c[oa]me to an end$"));
/// Between such a mission and its verb.
static ENDING: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?: \([^()]{1,30}\))?,? (?:(?:would|should|shall|will|was to) )?$"));
static MANDATE_OF: LazyLock<Regex> = LazyLock::new(|| regex(r"\bmandate of (?:the )?$"));
/// "the remaining contingents of": what is done to a part is not done to the whole.
static PART: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^ (?:contingents?|troops|soldiers|forces|members|headquarters)\b"));
/// Between a verb and the mission that it is about, for verbs that take other objects as well.
static DIRECT_OBJECT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^,?(?: (?:an?|the|its|immediately|immediate|terms|reference|scope|area|early|full|dispatch|under|authority|of|by|new|mandate|operations?|strength|size|presence|deployment|stationing|for|period|in|accordance|with|above-mentioned|report|to|be|known|as|up|follow-on|successor|and|tasks?|role|responsibilities|military|civilian|police|personnel|component|troops?|group|observers|unit|all|remaining|[0-9,]+))* ?$",
    )
});
/// Words between commas right behind a verb: "decides to establish, under its authority, the".
static INSERTED: LazyLock<Regex> = LazyLock::new(|| regex(r",(?: and)? [^.;,]{1,140},"));
/// Between a verb and the name of a mission that it describes first: "authorized a temporary
/// operation in the country known as".
static NAMED_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^ an? [^.;,]{0,90}\b(?:known as|called|named|code-?named|designated) (?:the )?[“\x22]?$",
    )
});
/// Between "extend" and a mission, words that say it is something else that is extended.
static OTHER_OBJECT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"[;.]|\b(?:co-?operation|support|assistance|thanks|gratitude|appreciation|invitation|facilities|deadline|time|protection|welcome|committee|embargo|measures)\b",
    )
});
/// After a mission that is authorized to do what it did before.
static GOES_ON: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?: \([^()]{1,30}\))? to (?:continue|go on|carry on|remain)\b"));
/// What is extended in scope, not in time: "extend the terms of reference of".
static SCOPE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^ (?:the|its) (?:terms of reference|scope|area|zone|functions|tasks|responsibilit\p{Ll}+|deployment|operations) ",
    )
});
/// A part of a mission that is put somewhere: "establish a presence of".
static PRESENCE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^ (?:an?|the) (?:\p{Ll}+ )?(?:presence|office|headquarters|component|contingent) (?:of|in|for) ",
    )
});
/// People who are sent to a mission that is there: "the deployment of a group of observers to the".
static SENT_TO: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)deployment of [^.;]+ to (?:the )?$"));
/// After a verb and its mission, words that say another resolution did it.
static BY_ANOTHER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?: \([\p{L}\d -]+\))?,? (?:by|in|under|pursuant to|through) (?:(?:Security Council|United Nations|its) )*[Rr]esolutions? [0-9]",
    )
});
/// Before a noun of something that is not done now: "the next extension of", "the proposed
/// establishment of".
static NOT_YET: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:next|proposed|possible|future|any|each|every|eventual|planned|subsequent|earlier|previous|recent|(?:would|could) authori[sz]e the|(?:report\w*|recommend\w*|proposals?|plans?|views?|consult\w*|options?)(?: \p{L}+){0,3} (?:on|for|about|concerning|regarding) the) $",
    )
});
/// "if and when such a mission is established": it is not yet.
static CONDITIONAL: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(?:if|once|until|unless)\b"));

/// A verb and a mission in a text.
pub(super) struct Deed<'a> {
    /// The text that both stand in.
    pub(super) text: &'a str,
    /// Where the verb stands, or the noun for what it does: "extension of".
    pub(super) verb: Range<usize>,
    /// Where the mission stands.
    pub(super) mission: Range<usize>,
}

impl Deed<'_> {
    /// The verb, the mission and what is between.
    pub(super) fn words(&self) -> Range<usize> {
        self.verb.start.min(self.mission.start)..self.verb.end.max(self.mission.end)
    }

    /// What the verb does with the mission, given what it says by itself.
    pub(super) fn relation(&self, verb: Relation) -> Relation {
        let behind = &self.text[self.verb.end..];
        match verb {
            _ if self.goes_on() => Relation::Extends,
            // "establish a presence of" sends a mission to one more place.
            Relation::Establishes if PRESENCE.is_match(behind) || self.is_sent_to() => {
                Relation::Modifies
            }
            Relation::Extends if SCOPE.is_match(behind) => Relation::Modifies,
            relation => relation,
        }
    }

    /// Whether the resolution does it: not another one, earlier, later or perhaps.
    pub(super) fn is_done(&self) -> bool {
        let before = &self.text[..self.verb.start];
        !BY_ANOTHER.is_match(self.behind())
            && !NOT_YET.is_match(before)
            && !is_pluperfect(before)
            && !self.is_adjective()
            && (self.goes_on() || !self.empowers())
    }

    /// Whether the mission is the verb's object, before or behind it.
    pub(super) fn has_object(&self, relation: Relation) -> bool {
        if let Some(gap) = self.text.get(self.verb.end..self.mission.start) {
            return is_object(gap, relation);
        }
        self.text
            .get(self.mission.end..self.verb.start)
            .is_some_and(|gap| self.is_passive(gap))
    }

    /// Whether the mission before the verb is what it is done to.
    fn is_passive(&self, gap: &str) -> bool {
        let clause = self.text[..self.verb.start].rsplit([',', ';', '.']).next();
        let ends = ENDS.is_match(&self.text[self.verb.clone()])
            && ENDING.is_match(gap)
            && MANDATE_OF.is_match(&self.text[..self.mission.start]);
        (PASSIVE.is_match(gap) || ends)
            && !PART.is_match(gap)
            && !clause.is_some_and(|clause| CONDITIONAL.is_match(clause))
    }

    /// The text behind both.
    fn behind(&self) -> &str {
        &self.text[self.words().end..]
    }

    /// Whether the verb is "authorize" and the mission is to do what it did before.
    fn goes_on(&self) -> bool {
        self.is_authorized() && GOES_ON.is_match(self.behind())
    }

    fn is_authorized(&self) -> bool {
        let verb = self.text[self.verb.clone()].to_lowercase();
        verb.starts_with("authori")
    }

    fn is_sent_to(&self) -> bool {
        let up_to_mission = self.text.get(self.verb.start..self.mission.start);
        up_to_mission.is_some_and(|words| SENT_TO.is_match(words))
    }

    /// Whether "authorize" has something else as its object: to authorize a mission is to establish
    /// it, unless it is authorized to do something.
    fn empowers(&self) -> bool {
        let gap = self.text.get(self.verb.end..self.mission.start);
        let gap = gap.unwrap_or_default();
        let sentence = self.text[self.mission.end..].split(['.', ';']).next();
        let is_told_to = sentence.is_some_and(|sentence| sentence.contains(" to "));
        self.is_authorized()
            && !self.text[self.verb.clone()].contains("deployment")
            && !NAMED_AFTER.is_match(gap)
            && (!matches!(gap, " the " | " a " | " an ") || is_told_to)
    }

    /// Whether a participle only describes the mission: "the expanded UNXYZ".
    fn is_adjective(&self) -> bool {
        let is_next = self.text.get(self.verb.end..self.mission.start) == Some(" ");
        let articles = [" the ", " an ", " a ", " its "];
        let before = &self.text[..self.verb.start];
        is_next
            && self.text[self.verb.clone()].ends_with("ed")
            && articles.iter().any(|article| before.ends_with(article))
    }
}

/// Whether the words between a verb and a mission behind it make it the object.
fn is_object(gap: &str, relation: Relation) -> bool {
    if relation == Relation::Extends {
        return gap.len() <= 90 && !OTHER_OBJECT.is_match(gap);
    }
    let rest = INSERTED.replace_all(gap, "");
    rest.len() <= 110 && DIRECT_OBJECT.is_match(&rest)
        || NAMED_AFTER.is_match(&rest)
        || relation == Relation::Establishes && is_new(gap)
}

/// Whether a gap before a mission ends in an article that makes it a new one: "establish, under the
/// authority of the Council, a".
fn is_new(gap: &str) -> bool {
    gap.len() <= 250
        && !gap.contains(['.', ';'])
        && [" a ", " an "].iter().any(|article| gap.ends_with(article))
        && gap.matches(" a ").count() + gap.matches(" an ").count() == 1
}

/// Whether a verb behind these words is in the pluperfect: "the Council had created".
fn is_pluperfect(before: &str) -> bool {
    [
        " had ",
        " had been ",
        " had already ",
        " had earlier ",
        " having been ",
    ]
    .iter()
    .any(|had| before.ends_with(had))
}
