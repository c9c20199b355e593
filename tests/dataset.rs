//! The description of the dataset: true counts, whole in itself, with names that stay.

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::run;
use tempfile::TempDir;

const DESCRIPTION: &str = "https://w3id.org/unsc/graph/dataset";

/// Links to two other datasets, one of which no name is linked to.
const LINKS: &str = "@base <https://w3id.org/unsc/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix void: <http://rdfs.org/ns/void#> .
<linkset/lakes> a void:Linkset ; dcterms:title \"Links to lakes\"@en ;
    void:linkPredicate skos:closeMatch ; void:objectsTarget <dataset/lakes> .
<dataset/lakes> a void:Dataset ; dcterms:title \"Lakes\"@en ; void:uriSpace \"https://example.org/lake/\" .
<linkset/seas> a void:Linkset ; void:linkPredicate skos:closeMatch ; void:objectsTarget <dataset/seas> .
<dataset/seas> a void:Dataset ; dcterms:title \"Seas\"@en ; void:uriSpace \"https://example.org/sea/\" .
<place/lake-one> skos:closeMatch <https://example.org/lake/1> , <https://example.org/pond/1> .
<place/lake-two> skos:closeMatch <https://example.org/lake/2> ; skos:relatedMatch <https://example.org/lake/3> .
<https://example.org/lake/4> skos:closeMatch <https://example.org/lake/5> .
<dataset> dcterms:publisher <https://example.org/library> .
";

struct Described {
    directory: TempDir,
    store: String,
}

/// A store of documents, with those links.
fn described(inputs: &[&str], more: &[&str]) -> Described {
    let directory = TempDir::new().unwrap();
    let ontology = directory.path().join("ontology");
    fs::create_dir(&ontology).unwrap();
    fs::write(ontology.join("links.ttl"), LINKS).unwrap();
    let store = directory.path().join("store").display().to_string();
    let ontology = ontology.display().to_string();
    let options = ["--ontology", &ontology, "--store", &store];
    let (code, _, error) = run(&[&["build"], inputs, &options[..], more].concat());
    assert_eq!(code, 0, "{error}");
    Described { directory, store }
}

impl Described {
    /// The rows of a query, given as text, sorted.
    fn ask(&self, query: &str) -> BTreeSet<Vec<String>> {
        let path = self.directory.path().join("query.rq");
        fs::write(&path, query).unwrap();
        self.rows(path.to_str().unwrap())
    }

    /// What the graph of the description says.
    fn graph(&self, columns: &str, pattern: &str) -> BTreeSet<Vec<String>> {
        self.ask(&format!(
            "SELECT {columns} {{ GRAPH <{DESCRIPTION}> {{ {pattern} }} }}"
        ))
    }

    fn rows(&self, query: &str) -> BTreeSet<Vec<String>> {
        let arguments = ["query", query, "--store", &self.store, "--format", "csv"];
        common::rows(&arguments).into_iter().collect()
    }
}

/// Every number is the one that SPARQL counts over the other graphs, and none is missing.
#[test]
fn counts_are_those_of_sparql() {
    let described = described(&["input"], &[]);
    let triples = format!(
        "SELECT DISTINCT ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{DESCRIPTION}>) }}"
    );
    let ours = "isIRI(?s) && STRSTARTS(STR(?s), 'https://w3id.org/unsc/')";
    let mut counted = BTreeSet::new();
    for (part, of, number, filter) in [
        ("dataset", "'triples'", "*", "true"),
        ("dataset", "'subjects'", "DISTINCT ?s", "true"),
        ("dataset", "'objects'", "DISTINCT ?o", "true"),
        ("dataset", "'properties'", "DISTINCT ?p", "true"),
        ("dataset", "'classes'", "DISTINCT ?o", "?p = rdf:type"),
        ("dataset", "'entities'", "DISTINCT ?s", ours),
        ("property", "?p", "*", "true"),
        ("class", "?o", "*", "?p = rdf:type"),
        (
            "links",
            "'Lakes'",
            "*",
            &format!(
                "{ours} && ?p = skos:closeMatch && STRSTARTS(STR(?o), 'https://example.org/lake/')"
            ),
        ),
    ] {
        counted.extend(described.ask(&format!(
            "SELECT ('{part}' AS ?part) ?of (COUNT({number}) AS ?number)
             {{ {{ {triples} }} FILTER({filter}) BIND({of} AS ?of) }} GROUP BY ?of"
        )));
    }
    let told: BTreeSet<Vec<String>> = described
        .rows("dataset")
        .into_iter()
        .filter(|row| row[0] != "links" || row[1] == "Lakes")
        .map(|row| row[..3].to_vec())
        .collect();
    assert!(told.len() > 150);
    let wrong: Vec<_> = told.symmetric_difference(&counted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The description is whole in its graph: nothing in it has to be looked up elsewhere.
#[test]
fn the_description_is_whole() {
    let described = described(
        &["input/articles/0968.txt", "input/official/0186.txt"],
        &["--endpoint", "https://example.org/sparql"],
    );
    for (columns, pattern, expected) in [
        (
            "?dataset ?publisher",
            "?description a void:DatasetDescription ; foaf:primaryTopic ?dataset .
             ?dataset a void:Dataset, dcat:Dataset ; dcterms:title ?title ; dcterms:publisher ?publisher",
            "https://w3id.org/unsc/dataset https://example.org/library",
        ),
        (
            "?linkset ?p ?n",
            "?dataset void:subset ?linkset . ?linkset void:subjectsTarget ?dataset ;
               void:objectsTarget/void:uriSpace ?space ; void:linkPredicate ?p ; void:triples ?n
             FILTER(STRSTARTS(?space, 'https://example.org/'))",
            "https://w3id.org/unsc/linkset/lakes http://www.w3.org/2004/02/skos/core#closeMatch 2",
        ),
        (
            "?endpoint",
            "?dataset void:sparqlEndpoint ?endpoint .
             ?service dcat:servesDataset ?dataset ; dcat:endpointURL ?endpoint",
            "https://example.org/sparql",
        ),
        (
            "?first ?last",
            "?dataset dcterms:temporal ?period .
             ?period dcat:startDate ?first ; dcat:endDate ?last",
            "1964-03-04 1994-12-16",
        ),
        (
            "?title",
            "?dataset void:subset ?part . ?part dcterms:title ?title ;
               dcterms:license <https://spdx.org/licenses/MIT>, <https://spdx.org/licenses/Apache-2.0>",
            "2 graphs of documents",
        ),
        (
            "?class",
            "?dataset dcterms:rights ?rights . ?rights a ?class ; rdfs:comment ?comment",
            "http://purl.org/dc/terms/RightsStatement",
        ),
        (
            "?agent",
            "?dataset dcterms:creator ?agent ; prov:wasGeneratedBy/prov:wasAssociatedWith ?agent .
             ?agent a prov:SoftwareAgent ; schema:softwareVersion ?version",
            concat!("https://w3id.org/unsc/tool/unsc-kg/", env!("CARGO_PKG_VERSION")),
        ),
    ] {
        let rows = described.graph(columns, pattern);
        let rows: Vec<String> = rows.iter().map(|row| row.join(" ")).collect();
        assert_eq!(rows, [expected], "{pattern}");
    }
    for (fault, pattern) in [
        (
            "a blank node",
            "?s ?p ?o FILTER(isBlank(?s) || isBlank(?o))",
        ),
        (
            "a partition without its class or property",
            "?d void:classPartition|void:propertyPartition ?part
             FILTER NOT EXISTS { ?part void:class|void:property ?of ; void:entities|void:triples ?n }",
        ),
        (
            "an example that is not of the class",
            "?part void:class ?class ; void:exampleResource ?example
             FILTER NOT EXISTS { GRAPH ?other { ?example a ?class } }",
        ),
        (
            "a distribution without a media type",
            "?d dcat:distribution ?part
             FILTER NOT EXISTS { ?part a dcat:Distribution ; dcat:mediaType ?type }",
        ),
        ("a download that nobody offers", "?s dcat:downloadURL|void:dataDump ?o"),
    ] {
        assert_eq!(described.graph("*", pattern), BTreeSet::new(), "{fault}");
    }
}

/// Names of parts are those of what they are about, whatever else is in the dataset.
#[test]
fn parts_keep_their_names() {
    let parts = |inputs: &[&str]| {
        described(inputs, &[])
            .ask("SELECT ?part ?of { ?part void:class|void:property|void:linkPredicate ?of }")
    };
    let one = parts(&["input/articles/0968.txt"]);
    let two = parts(&["input/articles/0968.txt", "input/official/0748.txt"]);
    assert!(one.is_subset(&two) && one.len() < two.len());
    let mission = [
        "https://w3id.org/unsc/dataset/class/unsc-Mission",
        "https://w3id.org/unsc/ontology#Mission",
    ];
    assert!(one.contains(&mission.map(str::to_owned)[..]));
    let (_, _, error) = run(&["build", "input", "--endpoint", "not an address"]);
    assert!(error.contains("invalid value 'not an address'"), "{error}");
}
