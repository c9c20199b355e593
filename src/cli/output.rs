//! What people see: errors on standard error, results on standard output.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;

use anstyle::{AnsiColor, Style};
use anyhow::{Context, Result};

use crate::store::new_file;

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// Words an error with its causes.
pub(super) fn error(error: &anyhow::Error) {
    anstream::eprintln!("{ERROR}error{ERROR:#}: {error:#}");
}

/// Whether an error only says that nobody reads our output any more.
pub(super) fn is_closed(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|e| e.kind() == ErrorKind::BrokenPipe)
    })
}

/// The width of the terminal that standard output is, if it is one.
pub(super) fn width() -> Option<u16> {
    let terminal = io::stdout().is_terminal();
    terminal
        .then(terminal_size::terminal_size)
        .flatten()
        .map(|(width, _)| width.0)
}

/// Writes to standard output for `-`, else to a file that appears whole or not at all.
pub(super) fn write_to(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    if path.as_os_str() == "-" {
        let mut output = BufWriter::new(io::stdout().lock());
        write(&mut output)?;
        return Ok(output.flush()?);
    }
    let directory = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let shown = path.display();
    let file = new_file(directory.unwrap_or(Path::new(".")))
        .with_context(|| format!("cannot write {shown}"))?;
    let mut output = BufWriter::new(file);
    write(&mut output)?;
    let file = output
        .into_inner()
        .with_context(|| format!("cannot write {shown}"))?;
    file.persist(path)
        .with_context(|| format!("cannot write {shown}"))?;
    Ok(())
}
