//! Blank lines between the subjects of a Turtle file.

use std::io::{self, Write};

/// Passes lines on and adds a blank one after each statement and after the prefixes.
pub(super) struct Spaced<W: Write> {
    output: W,
    active: bool,
    line: Vec<u8>,
    /// Whether the latest line declared a prefix.
    prefix: bool,
}

impl<W: Write> Spaced<W> {
    /// A writer that adds nothing if it is not active.
    pub(super) fn new(output: W, active: bool) -> Self {
        Self {
            output,
            active,
            line: Vec::new(),
            prefix: false,
        }
    }

    fn end_line(&mut self) -> io::Result<()> {
        let prefix = self.line.starts_with(b"@prefix");
        if self.prefix && !prefix {
            self.output.write_all(b"\n")?;
        }
        self.prefix = prefix;
        self.output.write_all(&self.line)?;
        if self.line.ends_with(b" .\n") && !prefix {
            self.output.write_all(b"\n")?;
        }
        self.line.clear();
        Ok(())
    }
}

impl<W: Write> Write for Spaced<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.active {
            return self.output.write(bytes);
        }
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                self.end_line()?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.line.is_empty() {
            self.end_line()?;
        }
        self.output.flush()
    }
}
