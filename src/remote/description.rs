//! What a store says of itself, by SPARQL 1.1 Service Description.

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNodeRef, Quad, Term};

use super::Error;
use super::client::{Client, Request};

const ENDPOINT: NamedNodeRef<'_> =
    NamedNodeRef::new_unchecked("http://www.w3.org/ns/sparql-service-description#endpoint");
const FEATURE: NamedNodeRef<'_> =
    NamedNodeRef::new_unchecked("http://www.w3.org/ns/sparql-service-description#feature");
const UNION: NamedNodeRef<'_> = NamedNodeRef::new_unchecked(
    "http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph",
);

/// What matters here of a service's description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Description {
    /// Where it takes queries.
    pub(super) endpoint: Option<String>,
    /// Whether its default graph is the union of all graphs.
    pub(super) is_union: bool,
}

/// Asks for the description at an address, or where servers usually have their endpoint below it: the
/// address of the endpoint with what it says. A server that says nothing is no error.
pub(super) fn find(client: &Client, address: &str) -> Result<(String, Description), Error> {
    let root = address.trim_end_matches('/');
    for address in [address, &format!("{root}/query"), &format!("{root}/sparql")] {
        if let Some(description) = describe(client, address)? {
            return Ok((address.to_owned(), description));
        }
    }
    Ok((address.to_owned(), Description::default()))
}

fn describe(client: &Client, address: &str) -> Result<Option<Description>, Error> {
    let (status, answer) = client.probe(Request {
        method: "GET",
        url: address,
        accept: "text/turtle, application/n-triples;q=0.9, application/rdf+xml;q=0.8",
        content: None,
    })?;
    let format = RdfFormat::from_media_type(answer.media_type());
    let format = format.filter(|_| status.is_success());
    Ok(format.and_then(|format| read(&answer.body, format, address)))
}

/// What RDF at an address says of a service, if it does.
fn read(text: &[u8], format: RdfFormat, address: &str) -> Option<Description> {
    let parser = RdfParser::from_format(format).with_base_iri(address).ok()?;
    let quads: Vec<Quad> = parser.for_slice(text).map_while(Result::ok).collect();
    let values = |property: NamedNodeRef<'static>| {
        let of = quads.iter().filter(move |quad| quad.predicate == property);
        of.map(|quad| &quad.object)
    };
    values(ENDPOINT).next()?;
    let endpoint = values(ENDPOINT).find_map(|value| match value {
        Term::NamedNode(node) if origin(node.as_str()) == origin(address) => {
            Some(node.as_str().to_owned())
        }
        // Another host, or the name by which a server behind a proxy knows itself.
        _ => None,
    });
    Some(Description {
        endpoint,
        is_union: values(FEATURE).any(|value| *value == UNION.into_owned().into()),
    })
}

/// Scheme and host of an address.
fn origin(address: &str) -> Option<(&str, &str)> {
    let mut parts = address.splitn(4, '/');
    Some((parts.next()?, parts.nth(1)?))
}

#[cfg(test)]
mod tests {
    use super::{Description, RdfFormat, read};

    #[test]
    fn a_description_says_where_and_of_what_queries_are_answered() {
        let described = |endpoint: &str, features: &str| {
            let text = format!(
                "@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
                 [] a sd:Service ; sd:endpoint <{endpoint}> ; sd:feature sd:EmptyGraphs{features} ."
            );
            read(text.as_bytes(), RdfFormat::Turtle, "https://host/data/")
        };
        let at = |endpoint: Option<&str>, is_union| {
            let endpoint = endpoint.map(str::to_owned);
            Some(Description { endpoint, is_union })
        };
        let union = ", sd:UnionDefaultGraph";
        let here = Some("https://host/data/sparql");
        assert_eq!(described("sparql", union), at(here, true));
        assert_eq!(described("/data/sparql", ""), at(here, false));
        assert_eq!(
            described("http://localhost:8890/sparql", union),
            at(None, true)
        );
        assert_eq!(read(b"hello", RdfFormat::Turtle, "https://host/"), None);
    }
}
