//! The validation report as RDF (<https://www.w3.org/TR/shacl/#validation-report>).

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{BlankNode, GraphName, Literal, NamedNodeRef, Quad, Term};

use super::vocabulary::sh;
use super::{Finding, Rule, Severity};

/// The report in triples of the default graph. A graph conforms if nothing was found at all,
/// warnings included, as SHACL has it.
#[must_use]
pub fn triples(findings: &[Finding], rules: &[Rule]) -> Vec<Quad> {
    let mut quads = Vec::new();
    let mut add = |subject: &BlankNode, predicate: NamedNodeRef, object: Term| {
        let predicate = predicate.into_owned();
        let graph = GraphName::DefaultGraph;
        quads.push(Quad::new(subject.clone(), predicate, object, graph));
    };
    let report = BlankNode::new_unchecked("report");
    let conforms = Literal::new_typed_literal(findings.is_empty().to_string(), xsd::BOOLEAN);
    add(
        &report,
        rdf::TYPE,
        sh::VALIDATION_REPORT.into_owned().into(),
    );
    add(&report, sh::CONFORMS, conforms.into());
    for (index, finding) in findings.iter().enumerate() {
        let rule = &rules[finding.rule];
        let severity = match rule.severity {
            Severity::Violation => sh::VIOLATION,
            Severity::Warning => sh::WARNING,
            Severity::Info => sh::INFO,
        };
        let result = BlankNode::new_unchecked(format!("result{index}"));
        let message = Literal::new_language_tagged_literal_unchecked(&finding.message, "en");
        add(&report, sh::RESULT, result.clone().into());
        add(
            &result,
            rdf::TYPE,
            sh::VALIDATION_RESULT.into_owned().into(),
        );
        add(&result, sh::FOCUS_NODE, finding.focus.clone());
        add(&result, sh::RESULT_SEVERITY, severity.into_owned().into());
        add(&result, sh::SOURCE_SHAPE, rule.iri.clone().into());
        add(
            &result,
            sh::SOURCE_CONSTRAINT_COMPONENT,
            finding.component.clone().into(),
        );
        add(&result, sh::RESULT_MESSAGE, message.into());
        if let Some(path) = &finding.path {
            add(&result, sh::RESULT_PATH, path.clone().into());
        }
        if let Some(value) = &finding.value {
            add(&result, sh::VALUE, value.clone());
        }
    }
    quads
}
