//! A page for the terminal.

use std::io::Write;

use anyhow::Result;

use super::{Fact, Page};

/// Prints a page.
///
/// # Errors
/// If writing fails.
pub fn write(page: &Page, output: &mut dyn Write) -> Result<()> {
    writeln!(output, "{}", page.title)?;
    for document in &page.documents {
        writeln!(output, "\nfrom {}", document.source)?;
        for section in &document.sections {
            writeln!(output, "\n  {}", section.heading)?;
            let width = section
                .facts
                .iter()
                .map(|fact| fact.fact.chars().count())
                .max();
            let width = width.unwrap_or_default().min(40);
            for Fact { fact, words, .. } in &section.facts {
                match words.first() {
                    Some(words) => {
                        writeln!(output, "    {fact:width$}  “{}”", in_short(&words.quote))?;
                    }
                    None => writeln!(output, "    {fact}")?,
                }
            }
        }
    }
    Ok(())
}

/// A quote on one line, long ones without their middle.
fn in_short(quote: &str) -> String {
    const LONGEST: usize = 100;
    let line: Vec<char> = quote
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .collect();
    if line.len() <= LONGEST {
        return line.into_iter().collect();
    }
    let head: String = line[..LONGEST * 2 / 3].iter().collect();
    let tail: String = line[line.len() - LONGEST / 4..].iter().collect();
    format!("{head} … {tail}")
}
