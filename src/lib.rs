//! Turns documents about United Nations Security Council resolutions into linked data.
//!
//! ```text
//! bytes -> source -> Document -> recognize -> Resolution -> graph -> quads -> store -> query, export, show
//! ```
//!
//! [`pipeline`] runs the steps up to quads for one document; each can be used alone.
//!
//! ```
//! use unsc_kg::pipeline::{Options, Pipeline};
//! use unsc_kg::source::Input;
//!
//! let text = "Resolution 9999 (1999)\nof 1 May 1999\n\nThe Security Council,\n\n\
//!     1. Decides to extend the mandate of the United Nations Interim Force in Lebanon\n\
//!     for a period of six months.\n\nAdopted unanimously at the 4000th meeting.\n";
//! let input = Input { name: "example".to_owned(), bytes: text.as_bytes().to_vec() };
//! let pipeline = Pipeline::new(Options::default())?;
//! let (_, resolution, _) = pipeline.read(input)?;
//! assert_eq!(resolution.header.number.value, 9999);
//! assert_eq!(resolution.terms[0].evidence.quote, "six months");
//! # Ok::<(), anyhow::Error>(())
//! ```

pub mod canonical;
pub mod cli;
pub mod derive;
pub mod docs;
pub mod document;
pub mod eval;
pub mod export;
pub mod facts;
pub mod graph;
pub mod hash;
mod letters;
pub mod lexicon;
pub mod links;
pub mod ontology;
pub mod passage;
mod pattern;
pub mod pipeline;
pub mod prefixes;
pub mod push;
pub mod query;
pub mod recognize;
pub mod regimes;
pub mod remote;
pub mod show;
pub mod source;
pub mod store;
pub mod symbol;
pub mod table;
pub mod validate;
