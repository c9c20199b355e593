//! Names that stand for one thing at one time and for another at another: "Congo", "Yugoslavia".

use std::collections::BTreeMap;

use oxigraph::model::{NamedOrBlankNode, Term, Triple};

use crate::ontology::BASE;

const XL: &str = "http://www.w3.org/2008/05/skos-xl#";
const VALID_FROM: &str = "https://schema.org/validFrom";
const VALID_THROUGH: &str = "https://schema.org/validThrough";

/// The time in which a thing bore a name: days, months or years in ISO 8601, the last one included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    from: Option<String>,
    through: Option<String>,
}

impl Validity {
    /// Whether a day, `1994-12-16`, is within it.
    #[must_use]
    pub fn covers(&self, day: &str) -> bool {
        let from = self.from.as_deref().unwrap_or_default();
        let through = self.through.as_deref().unwrap_or("9999");
        from <= day && &day[..through.len().min(day.len())] <= through
    }
}

/// The dated names of an ontology: for each name the paths of the things that bore it, and when.
pub(super) fn dated_names(ontology: &[Triple]) -> BTreeMap<String, Vec<(String, Validity)>> {
    let mut owners = BTreeMap::<&str, &str>::new();
    let mut labels = BTreeMap::<&str, (String, Validity)>::new();
    for triple in ontology {
        let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
            continue;
        };
        let subject = subject.as_str();
        match &triple.object {
            Term::NamedNode(label) if triple.predicate.as_str().starts_with(XL) => {
                if let Some(path) = subject.strip_prefix(BASE) {
                    owners.insert(label.as_str(), path);
                }
            }
            Term::Literal(value) => {
                let value = value.value().to_owned();
                let is_form = triple.predicate.as_str().strip_prefix(XL) == Some("literalForm");
                match triple.predicate.as_str() {
                    VALID_FROM => labels.entry(subject).or_default().1.from = Some(value),
                    VALID_THROUGH => labels.entry(subject).or_default().1.through = Some(value),
                    _ if is_form => labels.entry(subject).or_default().0 = value,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let mut names = BTreeMap::<String, Vec<(String, Validity)>>::new();
    for (label, (name, validity)) in labels {
        if let Some(owner) = owners.get(label) {
            let bearer = ((*owner).to_owned(), validity);
            names.entry(name).or_default().push(bearer);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::Validity;

    #[test]
    fn years_are_whole() {
        let validity = Validity {
            from: Some("1960".to_owned()),
            through: Some("1964".to_owned()),
        };
        let covers = ["1959-12-31", "1960-01-01", "1964-12-31", "1965-01-01"]
            .map(|day| validity.covers(day));
        assert_eq!(covers, [false, true, true, false]);
        assert!(Validity::default().covers("2026-11-23"));
    }
}
