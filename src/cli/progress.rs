//! Reading many documents on all cores, with a progress bar where a person watches.

use std::collections::HashSet;
use std::path::PathBuf;

use anyhow::Result;
use indicatif::{ParallelProgressIterator, ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::Global;
use crate::pipeline::{Converted, Pipeline};
use crate::source::{Rejection, locate};

/// What became of the inputs.
pub(super) struct Reading {
    /// Documents that were read, each graph once, in the order of the inputs.
    pub(super) converted: Vec<Converted>,
    /// Inputs that were not.
    pub(super) rejected: usize,
    /// Documents that had been read before, under another name.
    pub(super) repeated: usize,
}

/// Reads all documents of the inputs and reports on standard error those that can't be read.
pub(super) fn read(pipeline: &Pipeline, inputs: &[PathBuf], global: &Global) -> Result<Reading> {
    let locations = locate(inputs)?;
    let bar = bar(locations.len(), global);
    let results: Vec<Result<Converted, Rejection>> = locations
        .par_iter()
        .progress_with(bar.clone())
        .map(|location| pipeline.convert(location))
        .collect();
    bar.finish_and_clear();
    let mut reading = Reading {
        converted: Vec::new(),
        rejected: 0,
        repeated: 0,
    };
    let (mut graphs, mut said) = (HashSet::new(), HashSet::new());
    for result in results {
        match result {
            Ok(document) if !graphs.insert(document.graph.clone()) => {
                reading.repeated += 1;
                if !global.quiet {
                    anstream::eprintln!(
                        "{}: found a document that was read before",
                        document.source
                    );
                }
            }
            Ok(document) => {
                report(&document, &mut said, global);
                reading.converted.push(document);
            }
            Err(rejection) => {
                anstream::eprintln!("{rejection}");
                reading.rejected += 1;
            }
        }
    }
    Ok(reading)
}

/// Says what in a document could not be read, if that was not said before, and, if asked for more,
/// what was.
pub(super) fn report(document: &Converted, said: &mut HashSet<String>, global: &Global) {
    if global.quiet {
        return;
    }
    for notice in &document.notices {
        if said.insert(notice.clone()) {
            anstream::eprintln!("{notice}");
        }
    }
    if global.verbose {
        let Converted {
            source,
            content,
            facts,
            ..
        } = document;
        anstream::eprintln!("{source}: {content}, {facts} facts");
    }
}

fn bar(length: usize, global: &Global) -> ProgressBar {
    let target = if global.quiet {
        ProgressDrawTarget::hidden()
    } else {
        ProgressDrawTarget::stderr()
    };
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} documents {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(length as u64), target).with_style(style)
}
