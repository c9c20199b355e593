//! The queries that come with the program.

/// A query and the question that it answers.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// Its name, without `.rq`.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

impl Shipped {
    /// The question: the comment that heads the query.
    #[must_use]
    pub fn question(&self) -> String {
        let comments = self.text.lines().map_while(|line| line.strip_prefix('#'));
        comments.map(str::trim).collect::<Vec<_>>().join(" ")
    }
}

macro_rules! queries {
    ($($name:literal),* $(,)?) => {
        &[$(Shipped { name: $name, text: include_str!(concat!("../../queries/", $name, ".rq")) }),*]
    };
}

/// All of them, by name.
pub const QUERIES: &[Shipped] = queries![
    "abstentions",
    "acts",
    "agreements",
    "charter",
    "citations",
    "clauses",
    "council",
    "dates",
    "decisions",
    "documents",
    "drafts",
    "evidence",
    "extensions",
    "facts",
    "mandates",
    "measures",
    "missions",
    "organizations",
    "parties",
    "persons",
    "places",
    "requests",
    "secretaries-general",
    "show",
    "signings",
    "strengths",
    "task-codes",
    "tasks",
    "timeline",
    "vetoes",
    "votes",
];

/// The query of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Shipped> {
    QUERIES.iter().find(|query| query.name == name)
}
