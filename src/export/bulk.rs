//! The graph as files for the bulk loaders of triple stores.
//!
//! N-Quads, since all of them read it, cut between lines. A blank node is one only within a file,
//! so that all that mentions blank nodes is in the last one.

mod load;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, Result, bail};
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde::Serialize;

use crate::canonical::mentions_blank;
use crate::hash::sha256;
use crate::store::Stored;

/// How files are compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compression {
    /// Not at all.
    #[default]
    None,
    /// gzip, which most loaders read.
    Gzip,
    /// Zstandard, which is unpacked faster.
    Zstd,
}

impl Compression {
    /// The end that a file's name gets.
    fn extension(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Gzip => ".gz",
            Self::Zstd => ".zst",
        }
    }

    fn compress(self, bytes: Vec<u8>) -> Result<Vec<u8>> {
        Ok(match self {
            Self::None => bytes,
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::default());
                encoder.write_all(&bytes)?;
                encoder.finish()?
            }
            Self::Zstd => compress_to_vec(bytes.as_slice(), CompressionLevel::Fastest),
        })
    }
}

impl FromStr for Compression {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        Ok(match name {
            "none" => Self::None,
            "gzip" => Self::Gzip,
            "zstd" => Self::Zstd,
            _ => bail!("found {name:?}, expected none, gzip or zstd"),
        })
    }
}

/// What lies in a directory of files for loaders: its `manifest.json`.
#[derive(Debug, Serialize)]
pub struct Bulk {
    /// The program that wrote them, with its version.
    pub tool: &'static str,
    /// The media type of the files' content.
    pub format: &'static str,
    /// Quads in all files.
    pub quads: usize,
    /// The hash of the whole graph by RDFC-1.0, `sha256:` and lower-case hexadecimal.
    pub graph: String,
    /// The files, in the order of their names.
    pub files: Vec<Part>,
}

/// A file of a [`Bulk`].
#[derive(Debug, Serialize)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Quads in it.
    pub quads: usize,
    /// Its size in bytes.
    pub bytes: usize,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// Writes the graph as N-Quads in files of at most so many bytes before compression, with a
/// `manifest.json`, a `SHA256SUMS` and a `LOAD.md` that says how loaders take them. The directory
/// appears whole or not at all. (A file is put together in memory; a line that is longer than a
/// file may be gets one of its own.)
///
/// # Errors
/// If there is something at the directory's place, or reading or writing fails.
pub fn write(
    stored: &Stored,
    directory: &Path,
    size: usize,
    compression: Compression,
) -> Result<Bulk> {
    let shown = directory.display();
    if fs::read_dir(directory).map_or(directory.exists(), |mut it| it.next().is_some()) {
        bail!("{shown}: found something there, expected a directory that is new or empty");
    }
    let parent = directory.parent().filter(|it| !it.as_os_str().is_empty());
    let new = tempfile::Builder::new()
        .prefix(".new-")
        .tempdir_in(parent.unwrap_or(Path::new(".")))
        .with_context(|| format!("cannot make {shown}"))?;
    let bulk = fill(stored, new.path(), size, compression)
        .with_context(|| format!("cannot write {shown}"))?;
    fs::rename(new.keep(), directory).with_context(|| format!("cannot write {shown}"))?;
    Ok(bulk)
}

fn fill(stored: &Stored, directory: &Path, size: usize, compression: Compression) -> Result<Bulk> {
    let mut files = Vec::new();
    let (mut part, mut with_blanks) = (Content::default(), Content::default());
    let mut end = |part: &mut Content| -> Result<()> {
        let number = files.len() + 1;
        let name = format!("unsc-kg-{number:04}.nq{}", compression.extension());
        let quads = part.quads;
        let bytes = compression.compress(std::mem::take(part).lines)?;
        fs::write(directory.join(&name), &bytes)?;
        files.push(Part {
            name,
            quads,
            bytes: bytes.len(),
            sha256: sha256(&bytes),
        });
        Ok(())
    };
    for quad in stored.quads()? {
        let quad = quad?;
        let line = format!("{quad} .\n");
        if mentions_blank(&quad) {
            with_blanks.push(&line);
            continue;
        }
        if part.quads > 0 && part.lines.len() + line.len() > size {
            end(&mut part)?;
        }
        part.push(&line);
    }
    for mut rest in [part, with_blanks] {
        if rest.quads > 0 {
            end(&mut rest)?;
        }
    }
    let bulk = Bulk {
        tool: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")),
        format: "application/n-quads",
        quads: files.iter().map(|part| part.quads).sum(),
        graph: format!("sha256:{}", stored.manifest().sha256),
        files,
    };
    let manifest = serde_json::to_string_pretty(&bulk)? + "\n";
    fs::write(directory.join("manifest.json"), manifest)?;
    let sums = bulk
        .files
        .iter()
        .map(|part| format!("{}  {}\n", part.sha256, part.name));
    fs::write(directory.join("SHA256SUMS"), sums.collect::<String>())?;
    fs::write(directory.join("LOAD.md"), load::guide(&bulk, compression))?;
    Ok(bulk)
}

/// Lines that are to be a file.
#[derive(Default)]
struct Content {
    lines: Vec<u8>,
    quads: usize,
}

impl Content {
    fn push(&mut self, line: &str) {
        self.lines.extend_from_slice(line.as_bytes());
        self.quads += 1;
    }
}
