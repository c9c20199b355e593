//! Parameters of queries: a variable to which a `VALUES` of its own gives terms.
//!
//! `VALUES ?mission { <mission/unficyp> }` asks of one mission, in every store and without a
//! setting. A setting puts other terms in their place.

use anyhow::{Result, bail};
use itertools::Itertools;
use spargebra::Query;
use spargebra::algebra::GraphPattern;
use spargebra::term::GroundTerm;

use super::setting::{Setting, term};
use super::{Source, parse};
use crate::graph::iri::Base;
use crate::pattern::regex;

/// The parameters of a query with their terms, in their order.
pub(super) fn parameters(query: &Query) -> Vec<(String, Vec<GroundTerm>)> {
    let mut found = Vec::new();
    visit(pattern(query), &mut |name, terms| {
        let terms = terms.iter().flatten().flatten().cloned().collect();
        found.push((name.to_owned(), terms));
    });
    found
}

/// Puts the values of settings in the place of a query's own.
///
/// # Errors
/// If the query has no such parameter or the value is none for it.
pub(super) fn set(text: &str, settings: &[Setting], source: &impl Source) -> Result<String> {
    let known = parameters(&parse(text, source.base())?);
    let mut text = text.to_owned();
    for name in settings.iter().map(|setting| &setting.name).unique() {
        let Some((_, own)) = known.iter().find(|(known, _)| known == name) else {
            let names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
            match names.as_slice() {
                [] => bail!("found a value for {name}, but the query has no parameters"),
                names => bail!(
                    "found a value for {name}, expected one for {}",
                    names.join(", ")
                ),
            }
        };
        let values = settings.iter().filter(|setting| setting.name == *name);
        let terms = values.map(|setting| term(setting, own, source));
        let terms: Vec<GroundTerm> = terms.collect::<Result<_>>()?;
        text = replace(&text, name, &terms, source.base())?;
    }
    Ok(text)
}

/// The text with other terms in each inline table of one variable. All else stays as it is, since
/// stores differ in what they make of a query that is written in another way.
fn replace(text: &str, name: &str, terms: &[GroundTerm], base: &Base) -> Result<String> {
    let variable = format!("[?$]{}", regex::escape(name));
    let table = regex(&format!(
        r"(?i)\bVALUES\s*(?:{variable}|\(\s*{variable}\s*\))\s*\{{"
    ));
    let values = terms.iter().map(GroundTerm::to_string).join(" ");
    let mut text = text.to_owned();
    // From the last to the first, so that places stay true.
    let starts: Vec<_> = table.find_iter(&text).map(|found| found.range()).collect();
    for start in starts.into_iter().rev() {
        let (before, after) = (&text[..start.start], &text[start.end..]);
        // A bracket may stand in a string or a comment: the table's is the first with which the
        // whole is a query.
        let ends = after.match_indices('}').map(|(at, _)| at + 1);
        let mut queries =
            ends.map(|end| format!("{before}VALUES ?{name} {{ {values} }}{}", &after[end..]));
        if let Some(query) = queries.find(|query| parse(query, base).is_ok()) {
            text = query;
        }
    }
    let set = parameters(&parse(&text, base)?);
    let mut set = set.iter().filter(|(known, _)| known == name);
    if !set.all(|(_, set)| set == terms) {
        bail!("cannot put a value for {name} into the query; write it there")
    }
    Ok(text)
}

fn pattern(query: &Query) -> &GraphPattern {
    match query {
        Query::Select { pattern, .. }
        | Query::Construct { pattern, .. }
        | Query::Describe { pattern, .. }
        | Query::Ask { pattern, .. } => pattern,
    }
}

/// Visits the inline tables of one variable.
fn visit(pattern: &GraphPattern, visitor: &mut impl FnMut(&str, &[Vec<Option<GroundTerm>>])) {
    match pattern {
        GraphPattern::Values {
            variables,
            bindings,
        } => {
            if let [variable] = variables.as_slice() {
                visitor(variable.as_str(), bindings);
            }
        }
        GraphPattern::Bgp { .. } | GraphPattern::Path { .. } => {}
        GraphPattern::Join { left, right }
        | GraphPattern::LeftJoin { left, right, .. }
        | GraphPattern::Lateral { left, right }
        | GraphPattern::Union { left, right }
        | GraphPattern::Minus { left, right } => {
            visit(left, visitor);
            visit(right, visitor);
        }
        GraphPattern::Filter { inner, .. }
        | GraphPattern::Graph { inner, .. }
        | GraphPattern::Extend { inner, .. }
        | GraphPattern::OrderBy { inner, .. }
        | GraphPattern::Project { inner, .. }
        | GraphPattern::Distinct { inner }
        | GraphPattern::Reduced { inner }
        | GraphPattern::Slice { inner, .. }
        | GraphPattern::Group { inner, .. }
        | GraphPattern::Service { inner, .. } => visit(inner, visitor),
    }
}

#[cfg(test)]
mod tests {
    use oxigraph::model::Literal;

    use super::{Base, parameters, parse, replace};

    #[test]
    fn values_go_into_the_tables_of_their_variable_alone() {
        let texts = [
            "SELECT * { VALUES ?n { 1 2 } ?r unsc:number ?n }",
            "# VALUES ?n { 3 }\nSELECT * { VALUES ( $n ) { (1) # }\n(2) } ?r unsc:number ?n, ?m VALUES ?m { 4 } }",
            "SELECT * { { ?r ?p ?n values ?n{\"}\" \"{\"} } UNION { VALUES ?n { 1 } } VALUES (?n ?m) { (1 2) } }",
        ];
        let base = Base::default();
        for text in texts {
            let seven = [Literal::from(7).into()];
            let set = replace(text, "n", &seven, &base).unwrap();
            let mut wanted = parameters(&parse(text, &base).unwrap());
            for (name, terms) in &mut wanted {
                if name == "n" {
                    *terms = seven.to_vec();
                }
            }
            assert_eq!(parameters(&parse(&set, &base).unwrap()), wanted, "{set}");
        }
    }
}
