//! Links to other datasets: the tables of the ontology, those made from documents, and `links`.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use common::{csv, run};
use oxigraph::model::{NamedOrBlankNode, Term, Triple};
use regex::Regex;
use tempfile::TempDir;
use unsc_kg::ontology::{self, BASE, NAMESPACE};

const EXACT_MATCH: &str = "http://www.w3.org/2004/02/skos/core#exactMatch";
const PREF_LABEL: &str = "http://www.w3.org/2004/02/skos/core#prefLabel";

/// The datasets that names of the ontology are linked to, with the form of their identifiers.
const FORMS: &[(&str, &str)] = &[
    ("geonames", r"^https://sws\.geonames\.org/[1-9][0-9]{2,7}/$"),
    (
        "iso3166",
        r"^https://www\.omg\.org/spec/LCC/Countries/ISO3166-1-CountryCodes/[A-Z][A-Za-z-]+$",
    ),
    ("unbis", r"^http://metadata\.un\.org/thesaurus/[0-9]{7}$"),
    (
        "wikidata",
        r"^http://www\.wikidata\.org/entity/Q[1-9][0-9]*$",
    ),
];

fn iri(subject: &NamedOrBlankNode) -> &str {
    match subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(_) => "",
    }
}

/// Subjects and objects of exact matches, by the dataset that the object's form tells.
fn links(triples: &[Triple]) -> BTreeMap<&'static str, Vec<(String, String)>> {
    let mut links = BTreeMap::<_, Vec<_>>::new();
    // Alignments of the vocabulary are another matter.
    let is_name = |triple: &&Triple| !iri(&triple.subject).starts_with(NAMESPACE);
    let matches = triples
        .iter()
        .filter(|t| t.predicate.as_str() == EXACT_MATCH);
    for triple in matches.filter(is_name) {
        let Term::NamedNode(object) = &triple.object else {
            panic!("a link to no IRI: {triple}");
        };
        let is_of = |form: &str| Regex::new(form).unwrap().is_match(object.as_str());
        let known: Vec<&str> = FORMS
            .iter()
            .filter(|(_, form)| is_of(form))
            .map(|(target, _)| *target)
            .collect();
        assert_eq!(known.len(), 1, "a link of an unknown form: {triple}");
        let subject = iri(&triple.subject).strip_prefix(BASE).unwrap().to_owned();
        let link = (subject, object.as_str().to_owned());
        links.entry(known[0]).or_default().push(link);
    }
    links
}

#[test]
fn no_identifier_is_used_twice_and_all_have_their_form() {
    let triples = ontology::load(None).unwrap();
    let named: BTreeSet<&str> = triples
        .iter()
        .filter(|triple| triple.predicate.as_str() == PREF_LABEL)
        .map(|triple| iri(&triple.subject))
        .collect();
    let links = links(&triples);
    assert_eq!(links.len(), FORMS.len(), "{:?}", links.keys());
    for (target, links) in links {
        let (mut subjects, mut objects) = (BTreeSet::new(), BTreeSet::new());
        for (subject, object) in links {
            assert!(
                named.contains(&*format!("{BASE}{subject}")),
                "{subject} is not there"
            );
            assert!(
                objects.insert(object.clone()),
                "{target}: {object} is there twice"
            );
            assert!(
                subjects.insert(subject.clone()),
                "{target}: {subject} has two"
            );
        }
    }
}

#[test]
fn each_table_is_of_one_dataset_and_names_its_source() {
    let files = ontology::files(None).unwrap();
    let tables = files.iter().filter(|file| file.name.contains("links-"));
    let mut seen = BTreeSet::new();
    for file in tables {
        let links = links(&file.triples().unwrap());
        let targets: Vec<_> = links.keys().collect();
        let name = file.name.rsplit("links-").next().unwrap();
        assert_eq!(targets, [&name.trim_end_matches(".ttl")], "{}", file.name);
        assert!(file.text.contains("GitHub"), "{}: no source", file.name);
        seen.insert(name.to_owned());
    }
    assert_eq!(seen.len(), FORMS.len());
}

/// Concepts that are not the same but close, broader, narrower or related: all in a linkset of their
/// property, and no two things are related in two ways.
#[test]
fn relations_are_those_of_a_linkset_and_one_for_a_pair() {
    let triples = ontology::load(None).unwrap();
    let tables = ontology::files(None).unwrap();
    let tables = tables.iter().filter(|file| file.name.contains("links-"));
    let of = |property: &str, wanted: &str| -> BTreeSet<(String, String)> {
        triples
            .iter()
            .filter(|t| t.predicate.as_str().ends_with(property))
            .filter(|t| iri(&t.subject).contains(wanted))
            .map(|t| {
                let object = t.object.to_string();
                let object = object.trim_matches(['<', '>', '"']);
                (iri(&t.subject).to_owned(), object.to_owned())
            })
            .collect()
    };
    let targets: BTreeMap<_, _> = of("objectsTarget", "/linkset/").into_iter().collect();
    let spaces: BTreeMap<_, _> = of("uriSpace", "/dataset/").into_iter().collect();
    let described: BTreeSet<(String, &str)> = of("linkPredicate", "/linkset/")
        .into_iter()
        .map(|(linkset, predicate)| (predicate, &*spaces[&targets[&linkset]]))
        .collect();
    let mut pairs = BTreeMap::new();
    for triple in tables.flat_map(|file| file.triples().unwrap()) {
        let predicate = triple.predicate.as_str();
        if !predicate.ends_with("Match") {
            continue;
        }
        let Term::NamedNode(object) = &triple.object else {
            panic!("a link to no IRI: {triple}");
        };
        let is_described = described
            .iter()
            .any(|(link, space)| link == predicate && object.as_str().starts_with(space));
        assert!(is_described, "a link of no linkset: {triple}");
        let pair = (iri(&triple.subject).to_owned(), object.as_str().to_owned());
        assert_eq!(
            pairs.insert(pair, triple.predicate.clone()),
            None,
            "{triple}"
        );
    }
}

/// Identifiers of a second source: Our World in Data's table of countries and, for others than States,
/// another of the tables that the ontology names (Wikidata), the column
/// "Geoname ID" of datasets/country-codes, and the index of concepts of akjoshi/linkedsdg (UNBIS).
#[test]
fn some_links_are_those_of_a_second_source() {
    let triples = ontology::load(None).unwrap();
    let links = links(&triples);
    for (target, pairs) in [
        (
            "wikidata",
            [
                ("mission/unifil", "http://www.wikidata.org/entity/Q160805"),
                ("party/hamas", "http://www.wikidata.org/entity/Q38799"),
                ("person/kofi-annan", "http://www.wikidata.org/entity/Q1254"),
                ("state/timor-leste", "http://www.wikidata.org/entity/Q574"),
                ("state/yemen", "http://www.wikidata.org/entity/Q805"),
                (
                    "place/western-sahara",
                    "http://www.wikidata.org/entity/Q6250",
                ),
            ],
        ),
        (
            "geonames",
            [
                ("state/afghanistan", "https://sws.geonames.org/1149361/"),
                ("state/tajikistan", "https://sws.geonames.org/1220409/"),
                ("state/liberia", "https://sws.geonames.org/2275384/"),
                ("state/timor-leste", "https://sws.geonames.org/1966436/"),
                ("state/yemen", "https://sws.geonames.org/69543/"),
                ("place/western-sahara", "https://sws.geonames.org/2461445/"),
            ],
        ),
        (
            "unbis",
            [
                (
                    "event-type/cease-fire",
                    "http://metadata.un.org/thesaurus/1000868",
                ),
                (
                    "measure/arms-embargo",
                    "http://metadata.un.org/thesaurus/1000390",
                ),
                (
                    "mandate-task/transitional-justice",
                    "http://metadata.un.org/thesaurus/1006637",
                ),
                (
                    "place/gulf-of-aden",
                    "http://metadata.un.org/thesaurus/1002797",
                ),
                ("state/liberia", "http://metadata.un.org/thesaurus/1003707"),
                ("state/yemen", "http://metadata.un.org/thesaurus/1007098"),
            ],
        ),
    ] {
        for (subject, object) in pairs {
            let link = (subject.to_owned(), object.to_owned());
            assert!(links[target].contains(&link), "{target}: {link:?}");
        }
    }
}

/// States that are there today have all links that a code of ISO 3166 leads to, or a note.
#[test]
fn states_without_a_link_are_known() {
    let directory = TempDir::new().unwrap();
    let query = directory.path().join("query.rq");
    let text = "SELECT ?target ?state {
        ?linkset a void:Linkset ; skos:notation ?target ; void:objectsTarget/void:uriSpace ?space .
        FILTER(?target IN (\"geonames\", \"iso3166\", \"unbis\", \"wikidata\"))
        ?linkset void:linkPredicate skos:exactMatch .
        ?s a unsc:State ; unsc:iso3166Alpha2 ?code ; skos:prefLabel ?state .
        FILTER NOT EXISTS { ?s skos:exactMatch ?link FILTER(STRSTARTS(STR(?link), ?space)) }
    } ORDER BY ?target ?state";
    fs::write(&query, text).unwrap();
    let answer = csv(query.to_str().unwrap(), &["input/articles/0968.txt"]);
    insta::assert_snapshot!(answer);
}

/// What documents are linked to: subject, property and object of links in their graphs.
fn of_document(text: &str) -> String {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("document.txt");
    fs::write(&path, text).unwrap();
    let query = directory.path().join("query.rq");
    let text = "SELECT ?n ?p ?o { VALUES ?p { owl:sameAs foaf:page }
        ?r a unsc:Resolution ; unsc:number ?n ; ?p ?o } ORDER BY ?n ?p";
    fs::write(&query, text).unwrap();
    csv(query.to_str().unwrap(), &[path.to_str().unwrap()])
}

#[test]
fn articles_and_texts_are_linked_by_title_and_symbol() {
    let article = |title: &str| {
        of_document(&format!(
            "= {title} =\n\nInfobox\n- Date: 16 December 1994\n\nIt recalled resolution 937.\n"
        ))
    };
    let page = "968,http://xmlns.com/foaf/0.1/page,https://undocs.org/S/RES/968(1994)\n";
    let thing = "968,http://www.w3.org/2002/07/owl#sameAs,http://dbpedia.org/resource/United_Nations_Security_Council_Resolution_968\n";
    assert_eq!(
        article("United Nations Security Council Resolution 968"),
        format!("n,p,o\n{thing}{page}")
    );
    let other = "UN Security Council Resolution 968";
    assert_eq!(
        article(other),
        format!("n,p,o\n{page}"),
        "no article has that title"
    );
    let official = "Resolution 968 (1994)\nof 16 December 1994\n\nThe Security Council,\n\n1. Decides to remain seized.\n";
    assert_eq!(of_document(official), format!("n,p,o\n{page}"));
    let undated = official
        .replace("of 16 December 1994", "")
        .replace(" (1994)", "");
    assert_eq!(of_document(&undated), "n,p,o\n", "no symbol without a year");
}

#[test]
fn links_counts_what_is_linked() {
    let (code, output, error) = run(&["links", "--counts", "--from", "input", "--format", "csv"]);
    assert_eq!((code, error.as_str()), (0, ""));
    insta::assert_snapshot!(output.replace('\r', ""));
}

#[test]
fn links_lists_what_is_not_linked() {
    let of = |arguments: &[&str]| {
        let arguments = [&["links", "--format", "csv"], arguments].concat();
        let (code, output, error) = run(&arguments);
        assert_eq!((code, error.as_str()), (0, ""));
        output.replace('\r', "")
    };
    let to = ["--to", "iso3166", "--to", "geonames", "--from", "input"];
    insta::assert_snapshot!(of(&to));
    insta::assert_snapshot!(of(&["--ambiguous", "--from", "input"]));
    let all = of(&["--from", "input"]);
    let dbpedia = of(&["--to", "dbpedia", "--from", "input"]);
    assert!(dbpedia.lines().all(|line| all.contains(line)));
    assert!(
        dbpedia
            .lines()
            .skip(1)
            .all(|line| line.starts_with("dbpedia,Resolution,"))
    );
}

#[test]
fn links_names_the_datasets_there_are() {
    let (code, _, error) = run(&["links", "--to", "viaf", "--from", "input/articles/0968.txt"]);
    assert_eq!(code, 1);
    assert_eq!(
        error,
        "error: found the target \"viaf\", expected one of dbpedia, geonames, iso3166, unbis, undl, undocs, wikidata\n"
    );
}
