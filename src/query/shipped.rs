//! The queries that come with the program.
//!
//! Each is a file in `queries/` that is complete SPARQL 1.1 and runs in any store. Its first line is
//! the question; the next says its subject; further comments say how to read the answer.

use std::borrow::Cow;

use spargebra::SparqlParser;
use spargebra::term::GroundTerm;

use super::parameters::parameters;
use crate::graph::iri::Base;
use crate::ontology::{self, NAMESPACE};
use crate::prefixes::{prefixes, shorten};

/// What the queries are about, in the order of lists.
pub const SUBJECTS: &[&str] = &[
    "resolutions",
    "votes",
    "council",
    "missions",
    "mandates",
    "measures",
    "decisions",
    "paragraphs",
    "citations",
    "conflicts",
    "names",
    "sources",
];

/// A query and the question that it answers.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// Its name, without `.rq`.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

impl Shipped {
    /// The question: the first comment.
    #[must_use]
    pub fn question(&self) -> &'static str {
        self.comments().next().unwrap_or_default()
    }

    /// What it is about, one of [`SUBJECTS`].
    #[must_use]
    pub fn subject(&self) -> &'static str {
        let subject = self.comments().find_map(|line| line.strip_prefix(SUBJECT));
        subject.unwrap_or_default()
    }

    /// How to read the answer: the other comments that head it.
    #[must_use]
    pub fn notes(&self) -> String {
        let notes = self.comments().skip(1);
        let notes = notes.filter(|line| !line.starts_with(SUBJECT));
        notes.collect::<Vec<_>>().join(" ")
    }

    /// Its parameters with the values that it has itself, as people set them.
    ///
    /// ```
    /// let timeline = unsc_kg::query::shipped::find("timeline").unwrap();
    /// assert_eq!(timeline.parameters(), [("place".to_owned(), "tajikistan".to_owned())]);
    /// ```
    ///
    /// # Panics
    /// If it is no SPARQL; a test runs each.
    #[must_use]
    pub fn parameters(&self) -> Vec<(String, String)> {
        let query = SparqlParser::new().parse_query(self.text).expect("SPARQL");
        let named = parameters(&query).into_iter();
        named
            .flat_map(|(name, terms)| {
                let value = |term| (name.clone(), setting(term));
                terms.iter().map(value).collect::<Vec<_>>()
            })
            .collect()
    }

    /// Its text for a graph that is named below a base.
    #[must_use]
    pub fn below(&self, base: &Base) -> Cow<'static, str> {
        let own = format!("BASE <{}>", ontology::BASE);
        if base.as_str() == ontology::BASE || !self.text.contains(&own) {
            return Cow::Borrowed(self.text);
        }
        let text = self
            .text
            .replacen(&own, &format!("BASE <{}>", base.as_str()), 1);
        Cow::Owned(text)
    }

    /// The lines of comment that head it.
    fn comments(&self) -> impl Iterator<Item = &'static str> {
        let lines = self.text.lines();
        lines.map_while(|line| line.strip_prefix('#').map(str::trim))
    }
}

/// A term as people set it: a literal without its marks, a thing by its name, a term of a
/// vocabulary with its prefix.
fn setting(term: &GroundTerm) -> String {
    match term {
        GroundTerm::Literal(literal) => literal.value().to_owned(),
        GroundTerm::NamedNode(node) => {
            let short = shorten(node.as_str(), &prefixes(&Base::default()));
            let is_thing =
                !node.as_str().starts_with(NAMESPACE) && node.as_str().starts_with(ontology::BASE);
            match short.trim_matches(['<', '>']).rsplit(['/', ':']).next() {
                Some(name) if is_thing => name.to_owned(),
                _ => short,
            }
        }
        term @ GroundTerm::Triple(_) => term.to_string(),
    }
}

/// What the line begins with that says the subject.
const SUBJECT: &str = "Subject: ";

macro_rules! queries {
    ($($name:literal),* $(,)?) => {
        &[$(Shipped { name: $name, text: include_str!(concat!("../../queries/", $name, ".rq")) }),*]
    };
}

/// All of them, by name.
pub const QUERIES: &[Shipped] = queries![
    "abstentions",
    "abstentions-by-decade",
    "acts",
    "addressees",
    "admissions",
    "agenda",
    "agreements",
    "appointments",
    "bodies-created",
    "by-year",
    "cease-fires",
    "chapter-seven",
    "charter",
    "citation-chain",
    "citation-network",
    "citation-types",
    "citations",
    "cited-by",
    "cited-together",
    "clause",
    "clauses",
    "co-voting",
    "conflict",
    "council",
    "dataset",
    "dates",
    "deadlines",
    "decisions",
    "derived",
    "documents",
    "drafts",
    "elected",
    "events",
    "evidence",
    "expressions",
    "extensions",
    "fact-evidence",
    "facts",
    "kinds-of-task",
    "labels",
    "largest-strengths",
    "licences",
    "links",
    "longest-terms",
    "mandate-gaps",
    "mandates",
    "measures",
    "measures-in-force",
    "meetings",
    "members",
    "missions",
    "missions-by-secretary-general",
    "missions-on-a-day",
    "new-members",
    "no-vote-stated",
    "non-participation",
    "observers",
    "offices",
    "organizations",
    "organizations-together",
    "parties",
    "persons",
    "places",
    "places-on-a-map",
    "posts",
    "predecessors",
    "recitals",
    "regime-measures",
    "regimes",
    "renamed-states",
    "reports-answered",
    "reports-due",
    "requests",
    "roles",
    "secretaries-general",
    "seized",
    "show",
    "signings",
    "situations",
    "states-named",
    "strengths",
    "successor-states",
    "successors",
    "targets",
    "task-codes",
    "tasks",
    "tasks-by-generation",
    "threats",
    "timeline",
    "unanimity",
    "un-documents",
    "unlinked",
    "vetoes",
    "votes",
    "without-vote",
];

/// The query of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Shipped> {
    QUERIES.iter().find(|query| query.name == name)
}

/// The query whose name is most like one that does not exist, or the first that has it in its own.
#[must_use]
pub fn nearest(name: &str) -> Option<&'static Shipped> {
    const ALIKE: f64 = 0.75;
    let likeness = |query: &&Shipped| strsim::normalized_damerau_levenshtein(name, query.name);
    let alike = QUERIES.iter().filter(|query| likeness(query) >= ALIKE);
    let nearest = alike.max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let holding = || {
        QUERIES
            .iter()
            .find(|query| name.len() > 3 && query.name.contains(name))
    };
    nearest.or_else(holding)
}
