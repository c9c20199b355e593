//! A score for people.

use std::io::Write;

use anyhow::Result;

use super::gold::KINDS;
use super::score::{Counts, Miss, Score};

/// Writes what differs, then a line for each kind and one for all of them.
///
/// # Errors
/// If writing fails.
pub fn write(score: &Score, with_misses: bool, output: &mut dyn Write) -> Result<()> {
    if with_misses && !score.misses.is_empty() {
        for miss in &score.misses {
            match miss {
                Miss::Wrong {
                    gold,
                    fact: (kind, value, detail),
                } => {
                    let fact = format!("{value}  {detail}");
                    writeln!(output, "{gold}: wrong {kind}: {}", fact.trim_end())?;
                }
                Miss::Missed { gold, kind, mark } => {
                    writeln!(output, "{gold}: missed {kind}: {mark}")?;
                }
            }
        }
        writeln!(output)?;
    }
    writeln!(
        output,
        "{:16} precision  recall     F1  right  wrong  missed",
        "kind"
    )?;
    for kind in KINDS {
        if let Some(counts) = score.kinds.get(kind) {
            line(kind, *counts, output)?;
        }
    }
    line("all", score.total(), output)
}

fn line(kind: &str, counts: Counts, output: &mut dyn Write) -> Result<()> {
    let Counts {
        right,
        wrong,
        missed,
    } = counts;
    let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
    writeln!(
        output,
        "{kind:16} {precision:9.3}  {recall:6.3}  {f1:5.3}  {right:5}  {wrong:5}  {missed:6}"
    )?;
    Ok(())
}
