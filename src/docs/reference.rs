//! `vocabulary.html`: every class, property and datatype, and the schemes of concepts.

use maud::{Markup, html};
use oxigraph::model::{NamedNode, TermRef};

use super::drawing;
use super::expression::{Expression, Piece};
use super::page::{contents, page};
use super::terms::{Kind, Scheme, Subject, Term};
use super::vocabulary::{Vocabulary, anchor};

/// What is said of a term, in the order of its rows.
const ROWS: &[(&str, &str)] = &[
    ("rdfs:subClassOf", "Subclass of"),
    ("rdfs:subPropertyOf", "Subproperty of"),
    ("owl:equivalentClass", "Same as"),
    ("owl:equivalentProperty", "Same as"),
    ("rdfs:domain", "Domain"),
    ("rdfs:range", "Range"),
    ("schema:domainIncludes", "Used on"),
    ("schema:rangeIncludes", "Used with"),
    ("owl:onDatatype", "Based on"),
    ("owl:hasKey", "Key"),
    ("skos:exactMatch", "Exact match"),
    ("skos:closeMatch", "Close match"),
    ("skos:broadMatch", "Broader match"),
    ("skos:narrowMatch", "Narrower match"),
    ("skos:relatedMatch", "Related match"),
    ("rdfs:seeAlso", "See also"),
    ("skos:scopeNote", "Note"),
    ("skos:editorialNote", "Note"),
    ("skos:example", "Example"),
    ("dcterms:source", "Source"),
    ("owl:deprecated", "Deprecated"),
];

/// What is said elsewhere on the page, or follows from the term being there.
const ELSEWHERE: &[&str] = &[
    "rdf:type",
    "rdfs:label",
    "rdfs:comment",
    "rdfs:isDefinedBy",
    "owl:inverseOf",
    "owl:disjointWith",
    "owl:propertyDisjointWith",
];

/// Who names a term in which property: what follows for it.
const USES: &[(&str, &str)] = &[
    ("rdfs:subClassOf", "Subclasses"),
    ("rdfs:subPropertyOf", "Subproperties"),
    ("rdfs:domain", "In domain of"),
    ("rdfs:range", "In range of"),
];

/// Characteristics of properties, said as types.
const CHARACTERISTICS: &[(&str, &str)] = &[
    ("owl:FunctionalProperty", "at most one value"),
    (
        "owl:InverseFunctionalProperty",
        "identifies what it is said of",
    ),
    ("owl:TransitiveProperty", "transitive"),
    ("owl:SymmetricProperty", "symmetric"),
    ("owl:AsymmetricProperty", "asymmetric"),
    ("owl:IrreflexiveProperty", "irreflexive"),
    ("owl:ReflexiveProperty", "reflexive"),
];

/// The page.
pub(super) fn html(vocabulary: &Vocabulary) -> String {
    let (concepts, things): (Vec<Scheme>, Vec<Scheme>) = vocabulary
        .schemes()
        .into_iter()
        .partition(|scheme| scheme.of_concepts);
    let listed = html! {
        ul {
            li { a href="#about" { "About the vocabulary" } }
            @for drawing in drawing::all(vocabulary) {
                li { a href={ "#" (drawing.anchor()) } { (drawing.title) } }
            }
            li { a href="#index" { "All terms by name" } }
            @for subject in &vocabulary.subjects {
                li { a href={ "#" (subject.anchor()) } { (subject.title) } }
            }
            li {
                a href="#schemes" { "Schemes of concepts" }
                (contents(&concepts.iter().map(|s| (s.anchor(), vocabulary.label(&s.iri))).collect::<Vec<_>>()))
            }
            li { a href="#names" { "Schemes of names" } }
        }
    };
    let body = html! {
        section #about {
            @for ontology in vocabulary.ontologies() { (about(vocabulary, &ontology)) }
        }
        @for drawing in drawing::all(vocabulary) {
            section id=(drawing.anchor()) {
                h2 { (drawing.title) }
                p { (drawing.description) }
                figure { (drawing.svg("")) }
            }
        }
        section #index { (index(vocabulary)) }
        @for subject in &vocabulary.subjects { (of_subject(vocabulary, subject)) }
        section #schemes {
            h2 { "Schemes of concepts" }
            p { "The kinds that values of some properties are taken from. The words that cue them stand in the same files." }
            @for scheme in &concepts { (of_scheme(vocabulary, scheme)) }
        }
        section #names {
            h2 { "Schemes of names" }
            p { "Things of the world that documents name, with all their names." }
            div.table {
                table {
                    thead { tr { th scope="col" { "Scheme" } th scope="col" { "IRI" } th scope="col" { "Things" } } }
                    tbody {
                        @for scheme in &things {
                            tr id=(scheme.anchor()) {
                                td { (vocabulary.label(&scheme.iri)) }
                                td { code { (vocabulary.short(scheme.iri.as_str())) } }
                                td.number { (scheme.members.len()) }
                            }
                        }
                    }
                }
            }
        }
    };
    let title = vocabulary.ontologies().first().map_or_else(
        || "Vocabulary".to_owned(),
        |ontology| vocabulary.label(ontology),
    );
    page("vocabulary.html", &title, &listed, &body)
}

/// What an ontology says of itself.
fn about(vocabulary: &Vocabulary, ontology: &NamedNode) -> Markup {
    let shown =
        ["dcterms:title", "dcterms:description", "rdf:type"].map(|name| vocabulary.iri(name));
    html! {
        @if let Some(text) = vocabulary.text(ontology, "dcterms:description") { p { (text) } }
        dl {
            dt { "IRI" } dd { code { (ontology.as_str()) } }
            @for property in vocabulary.properties(ontology) {
                @if !shown.contains(&property) {
                    @let name = vocabulary.short(property.as_str());
                    dt { (words(name.split_once(':').map_or(name.as_str(), |(_, local)| local))) }
                    dd { (values(vocabulary, ontology, &name)) }
                }
            }
            dt { "as files" }
            dd { a href="ontology.ttl" { "Turtle" } ", " a href="context.jsonld" { "JSON-LD context" } }
        }
    }
}

/// `preferredNamespacePrefix` as "preferred namespace prefix", `versionIRI` as "version IRI".
fn words(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for letter in name.chars() {
        let starts = |word: &String| letter.is_uppercase() && word.ends_with(char::is_lowercase);
        if words.last().is_none_or(starts) {
            words.push(String::new());
        }
        words.last_mut().expect("there is one").push(letter);
    }
    let acronym = |word: &String| word.chars().all(char::is_uppercase);
    let words = words.into_iter().map(|word| {
        if acronym(&word) {
            word
        } else {
            word.to_lowercase()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// All terms, classes apart from the rest.
fn index(vocabulary: &Vocabulary) -> Markup {
    let mut terms: Vec<&Term> = vocabulary.terms().collect();
    terms.sort_by_key(|term| vocabulary.short(term.iri.as_str()));
    let (classes, others): (Vec<_>, Vec<_>) =
        terms.into_iter().partition(|term| term.kind == Kind::Class);
    let list = |terms: &[&Term]| {
        html! {
            p.index {
                @for term in terms { (link(vocabulary, &term.iri)) " " }
            }
        }
    };
    html! {
        h2 { "All terms by name" }
        h3 { "Classes (" (classes.len()) ")" }
        (list(&classes))
        h3 { "Properties and datatypes (" (others.len()) ")" }
        (list(&others))
    }
}

fn of_subject(vocabulary: &Vocabulary, subject: &Subject) -> Markup {
    html! {
        section id=(subject.anchor()) {
            h2 { a.self href={ "#" (subject.anchor()) } { (subject.title) } }
            @if !subject.about.is_empty() { p { (subject.about) } }
            @for term in &subject.terms { (of_term(vocabulary, term)) }
        }
    }
}

fn of_term(vocabulary: &Vocabulary, term: &Term) -> Markup {
    let iri = &term.iri;
    let anchor = anchor(vocabulary, iri);
    let listed = |property: &NamedNode| {
        let name = vocabulary.short(property.as_str());
        ROWS.iter().any(|(row, _)| *row == name) || ELSEWHERE.contains(&name.as_str())
    };
    let others = vocabulary
        .properties(iri)
        .into_iter()
        .filter(|it| !listed(it));
    let others: Vec<String> = others.map(|it| vocabulary.short(it.as_str())).collect();
    let inverse = vocabulary.subjects("owl:inverseOf", iri).into_iter();
    let inverse = inverse
        .map(Into::into)
        .chain(vocabulary.objects(iri, "owl:inverseOf"));
    let inverse: Vec<TermRef<'_>> = inverse.filter(TermRef::is_named_node).collect();
    let disjoint: Vec<NamedNode> = vocabulary.disjoint_with(iri).into_iter().collect();
    let types = vocabulary.objects(iri, "rdf:type");
    let characteristics: Vec<&str> = CHARACTERISTICS
        .iter()
        .filter(|(class, _)| types.contains(&vocabulary.iri(class).as_ref().into()))
        .map(|(_, words)| *words)
        .collect();
    html! {
        section.term id=(anchor) {
            h3 {
                a.self href={ "#" (anchor) } { (vocabulary.label(iri)) }
                span.kind { (term.kind.name()) }
            }
            p.iri { (iri.as_str()) }
            @for comment in vocabulary.objects(iri, "rdfs:comment") { p { (value(vocabulary, comment)) } }
            dl {
                @if !characteristics.is_empty() { dt { "Character" } dd { (characteristics.join(", ")) } }
                @for (property, heading) in ROWS { (row(heading, &values(vocabulary, iri, property))) }
                (row("Inverse", &commas(inverse.into_iter().map(|it| value(vocabulary, it)))))
                (row("Disjoint with", &commas(disjoint.iter().map(|it| link(vocabulary, it)))))
                @for property in &others { (row(property, &values(vocabulary, iri, property))) }
                @for (property, heading) in USES {
                    @let terms = vocabulary.naming(property, iri);
                    (row(heading, &commas(terms.iter().map(|it| link(vocabulary, &it.iri)))))
                }
            }
        }
    }
}

/// A row, if there is something to say in it.
fn row(heading: &str, values: &Markup) -> Markup {
    html! {
        @if !values.0.is_empty() { dt { (heading) } dd { (values) } }
    }
}

/// All values of a property, one after another.
fn values(vocabulary: &Vocabulary, subject: &NamedNode, property: &str) -> Markup {
    let expressions = vocabulary.expressions(subject, property);
    commas(expressions.iter().map(|it| expression(vocabulary, it)))
}

fn commas(parts: impl Iterator<Item = Markup>) -> Markup {
    html! {
        @for (index, part) in parts.enumerate() {
            @if index > 0 { ", " }
            (part)
        }
    }
}

fn value(vocabulary: &Vocabulary, term: TermRef<'_>) -> Markup {
    expression(vocabulary, &Expression::read(vocabulary, term))
}

fn expression(vocabulary: &Vocabulary, expression: &Expression) -> Markup {
    html! {
        @for piece in expression.pieces() {
            @match piece {
                Piece::Name(name) => (link(vocabulary, &name)),
                Piece::Words(words) => (words),
            }
        }
    }
}

/// A thing's name, leading to where it is told: on this page, or where its IRI leads.
fn link(vocabulary: &Vocabulary, iri: &NamedNode) -> Markup {
    let here = vocabulary.terms().any(|term| term.iri == *iri);
    let short = vocabulary.short(iri.as_str());
    let has_prefix = short != iri.as_str();
    let name = short.strip_prefix("unsc:").unwrap_or(&short);
    html! {
        @if here {
            a href={ "#" (anchor(vocabulary, iri)) } {
                @if has_prefix { code { (name) } } @else { (vocabulary.label(iri)) }
            }
        } @else {
            a href=(iri.as_str()) {
                @if has_prefix { code { (name) } } @else { (name) }
            }
        }
    }
}

/// A scheme of concepts, each with its names and its meaning.
fn of_scheme(vocabulary: &Vocabulary, scheme: &Scheme) -> Markup {
    html! {
        section id=(scheme.anchor()) {
            h3 { a.self href={ "#" (scheme.anchor()) } { (vocabulary.label(&scheme.iri)) } }
            p.iri { (scheme.iri.as_str()) }
            @if let Some(text) = vocabulary.text(&scheme.iri, "dcterms:description") { p { (text) } }
            details {
                summary { (scheme.members.len()) " concepts" }
                div.table {
                    table {
                        thead { tr { th scope="col" { "Concept" } th scope="col" { "IRI" } th scope="col" { "Meaning" } } }
                        tbody {
                            @for member in &scheme.members {
                                tr {
                                    td { (vocabulary.label(member)) }
                                    td { code { (vocabulary.short(member.as_str())) } }
                                    td { (meaning(vocabulary, member)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a concept means: its definition, else what is broader or like it.
fn meaning(vocabulary: &Vocabulary, concept: &NamedNode) -> Markup {
    let text = ["skos:definition", "skos:scopeNote", "rdfs:comment"]
        .iter()
        .find_map(|property| vocabulary.text(concept, property));
    let broader = vocabulary.objects(concept, "skos:broader");
    html! {
        @if let Some(text) = text { (text) }
        @else if !broader.is_empty() {
            "a kind of "
            @for (index, it) in broader.iter().enumerate() {
                @if index > 0 { ", " }
                @if let TermRef::NamedNode(it) = it { (vocabulary.label(&it.into_owned())) }
            }
        }
    }
}
