//! Where documents are, and their bytes.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use crate::source::rejection::{Reason, Rejection};

/// The most bytes that a document may have after decompression.
const LIMIT: u64 = 16 << 20;

/// Names of files that tell about a directory and are no documents of it.
const ABOUT: &[&str] = &[
    "readme",
    "license",
    "licence",
    "changelog",
    "provenance.ttl",
];

/// A place to read a document from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// A document's bytes, decompressed.
#[derive(Debug)]
pub struct Input {
    /// The path as given, `-` for standard input.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Finds the files behind paths: directories are walked in the order of names, without hidden
/// files and without those that tell about the directory (README, LICENSE, provenance.ttl); `-`
/// is standard input.
///
/// # Errors
/// If a path does not exist or a directory can't be read.
pub fn locate(paths: &[PathBuf]) -> Result<Vec<Location>> {
    let mut locations = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            locations.push(Location::Stdin);
            continue;
        }
        if !path.exists() {
            bail!(
                "{}: found no such file or directory; check the path",
                path.display()
            );
        }
        let walk = WalkDir::new(path)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_aside(entry.path()));
        for entry in walk {
            let entry = entry.with_context(|| format!("cannot walk {}", path.display()))?;
            if entry.file_type().is_file() {
                locations.push(Location::File(entry.into_path()));
            }
        }
    }
    Ok(locations)
}

fn is_aside(path: &Path) -> bool {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    name.starts_with('.') || ABOUT.iter().any(|about| name.starts_with(about))
}

impl Location {
    /// The path as given, `-` for standard input; written alike on all systems, with `/` between
    /// steps and without steps that lead nowhere (`./`).
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => {
                let steps = path.components().filter(|step| *step != Component::CurDir);
                let path = steps.collect::<PathBuf>().display().to_string();
                if cfg!(windows) {
                    path.replace('\\', "/")
                } else {
                    path
                }
            }
            Self::Stdin => "-".to_owned(),
        }
    }

    /// Reads the bytes; gzip, bzip2 and Zstandard are opened by their first bytes.
    ///
    /// # Errors
    /// If the file can't be read or decompressed, or is larger than any document.
    pub fn open(&self) -> Result<Input, Rejection> {
        let name = self.name();
        let bytes = match self {
            Self::File(path) => File::open(path).and_then(|file| read(BufReader::new(file))),
            Self::Stdin => read(io::stdin().lock()),
        };
        let reject = |reason| Rejection {
            name: name.clone(),
            line: None,
            reason,
        };
        let bytes = bytes.map_err(|error| reject(Reason::Unreadable(error)))?;
        if bytes.len() as u64 > LIMIT {
            return Err(reject(Reason::TooLarge(LIMIT)));
        }
        Ok(Input { name, bytes })
    }
}

fn read(mut source: impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    source.by_ref().take(4).read_to_end(&mut head)?;
    let rest = io::Cursor::new(head.clone()).chain(source);
    let mut bytes = Vec::new();
    let decoded: Box<dyn Read + '_> = match head.as_slice() {
        [0x1f, 0x8b, ..] => Box::new(flate2::read::MultiGzDecoder::new(rest)),
        b"BZh1" | b"BZh2" | b"BZh3" | b"BZh4" | b"BZh5" | b"BZh6" | b"BZh7" | b"BZh8" | b"BZh9" => {
            Box::new(bzip2::read::MultiBzDecoder::new(rest))
        }
        [0x28, 0xb5, 0x2f, 0xfd] => {
            Box::new(ruzstd::decoding::StreamingDecoder::new(rest).map_err(io::Error::other)?)
        }
        _ => Box::new(rest),
    };
    decoded.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
