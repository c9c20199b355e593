//! What the SPARQL parser expected, in words for people.

/// What the parser could have read on with, taken from the list in its message.
///
/// The list is of tokens in quotes, classes of characters in brackets, keywords, and sentences
/// on what a query must not do.
pub(super) struct Expected<'a> {
    items: Vec<&'a str>,
}

impl<'a> Expected<'a> {
    pub(super) fn new(list: &'a str) -> Self {
        Self {
            items: list.split(", ").map(str::trim).collect(),
        }
    }

    /// How many characters the parser was ahead of the place when it gave up.
    ///
    /// It counts the letters of a keyword that it looked for in vain as read. If it expected
    /// anything else at that place, then it really came that far.
    pub(super) fn overshoot(&self) -> usize {
        let is_keyword = |item: &str| item.chars().all(|c| c.is_ascii_alphabetic() || c == '_');
        if self.items.iter().all(|item| is_keyword(item)) {
            self.items.iter().map(|item| item.len()).min().unwrap_or(0)
        } else {
            0
        }
    }

    /// Whether the complaint is about the word before the place.
    pub(super) fn is_about_what_precedes(&self) -> bool {
        self.sentence().is_some()
    }

    /// What was found instead of what was expected.
    pub(super) fn message(&self, word: &str) -> String {
        let found = match word {
            "" => "the end of the query".to_owned(),
            word => format!("{word:?}"),
        };
        match self.sentence() {
            Some("Prefix not found") => {
                let prefix = word.split(':').next().unwrap_or_default();
                return format!(
                    "found {found}, expected a known prefix; add: PREFIX {prefix}: <IRI>"
                );
            }
            Some(sentence) => return sentence.to_owned(),
            None => {}
        }
        match self.words().as_slice() {
            [] if word.is_empty() => "found the end of the query, expected more".to_owned(),
            [] => format!("found no SPARQL query from {found} on"),
            [word] => format!("found {found}, expected {word}"),
            words => format!("found {found}, expected one of {}", words.join(", ")),
        }
    }

    fn sentence(&self) -> Option<&'a str> {
        let is_sentence =
            |item: &&&str| item.starts_with(char::is_alphabetic) && item.contains(' ');
        self.items.iter().find(is_sentence).copied()
    }

    /// The tokens by what they begin; keywords are left out, since they were tried further left,
    /// and classes of characters, since a word could always go on.
    fn words(&self) -> Vec<&'a str> {
        let compares = self.items.contains(&"\"<=\"");
        let mut words: Vec<&str> = self
            .items
            .iter()
            .filter(|item| item.starts_with('"'))
            .filter_map(|item| match *item {
                "\"?\"" | "\"$\"" => Some("a variable"),
                "\"'\"" | "\"'''\"" | r#""\"""# | r#""\"\"\"""# => Some("a string"),
                "\"<\"" if !compares => Some("an IRI"),
                "\":\"" => Some("a prefixed name"),
                "\"_:\"" => Some("a blank node"),
                // RDF 1.2, which the graph does not use.
                "\"<<\"" | "\"<<(\"" => None,
                item => Some(item),
            })
            .collect();
        words.sort_by_key(|word| (word.starts_with('"'), *word));
        words.dedup();
        words
    }
}
