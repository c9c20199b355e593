//! Derived facts to quads, each a resource of its own that names its rule.

use oxigraph::model::NamedNodeRef;
use oxigraph::model::vocab::rdf;

use crate::derive::{Conclusion, Derived};
use crate::graph::iri::template;
use crate::graph::vocabulary::unsc;
use crate::graph::writer::Writer;

/// Writes what follows for a resolution.
pub fn map(derived: &[Derived], writer: &mut Writer) {
    let resolution = writer.name(template::RESOLUTION, &[]);
    for Derived { rule, conclusion } in derived {
        let (item, predicate, things): (String, NamedNodeRef, &[String]) = match conclusion {
            Conclusion::SecretaryGeneral(person) => (
                "secretary-general".to_owned(),
                unsc::SECRETARY_GENERAL,
                std::slice::from_ref(person),
            ),
            Conclusion::Council(states) => ("council".to_owned(), unsc::COUNCIL_MEMBER, states),
            Conclusion::InFavour(states) => ("in-favour".to_owned(), unsc::IN_FAVOUR, states),
            Conclusion::Regime { measure, regime } => (
                format!("regime-{}", last_step(measure)),
                unsc::OF_REGIME,
                std::slice::from_ref(regime),
            ),
        };
        let node = writer.name(
            template::PART_ITEM,
            &[("part", "derived"), ("item", &*item)],
        );
        writer.add(&resolution, unsc::HAS_DERIVED_FACT, node.clone());
        writer.add(&node, rdf::TYPE, unsc::DERIVED_FACT);
        let rule = writer.entity(rule);
        writer.add(&node, unsc::RULE, rule);
        if let Conclusion::Regime { measure, .. } = conclusion {
            let values = [("part", "measure"), ("item", last_step(measure))];
            let imposition = writer.name(template::PART_ITEM, &values);
            writer.add(&node, unsc::OF_IMPOSITION, imposition);
        }
        for thing in things {
            let thing = writer.entity(thing);
            writer.add(&node, predicate, thing);
        }
    }
}

fn last_step(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
