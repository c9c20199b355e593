//! The store directory: `manifest.json` names the file that holds the graph, `graph-HASH.nq`. Its
//! bytes are the graph's canonical form, so that their SHA-256 is the graph's hash everywhere.
//!
//! A build writes the new graph beside the old one and then replaces the manifest by a rename,
//! which happens whole or not at all: at every moment the directory holds one whole store.

use std::fs::{self, File};
use std::io::{ErrorKind, Seek, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use oxigraph::model::Quad;

use super::manifest::{Manifest, SourceEntry, VERSION};
use crate::canonical;
use crate::graph::iri::Base;
use crate::hash::{sha256, sha256_of};

const MANIFEST: &str = "manifest.json";
const LOCK: &str = "lock";

/// Writes quads as the store in a directory, which is made if it is not there.
///
/// The same quads and sources give the same bytes, in whatever order they come.
///
/// # Errors
/// If the directory holds something else than a store, another build is at it, or writing
/// fails; what was stored before is then still there.
pub fn write(
    directory: &Path,
    quads: Vec<Quad>,
    mut sources: Vec<SourceEntry>,
    base: &Base,
) -> Result<Manifest> {
    refuse_other_content(directory)?;
    fs::create_dir_all(directory)
        .with_context(|| format!("cannot make the directory {}", directory.display()))?;
    let _lock = lock(directory)?;
    let (data, count) = canonical::nquads(quads)?;
    let hash = sha256(&data);
    sources.sort();
    let manifest = Manifest {
        version: VERSION,
        tool: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
        base: base.as_str().to_owned(),
        data: format!("graph-{}.nq", &hash[..16]),
        sha256: hash,
        quads: count,
        sources,
    };
    replace(directory, &manifest.data, data.as_bytes())?;
    #[cfg(feature = "rocksdb")]
    super::database::write(directory, &manifest.data, data.as_bytes())?;
    let json = serde_json::to_string_pretty(&manifest)? + "\n";
    replace(directory, MANIFEST, json.as_bytes())?;
    remove_old(directory, &manifest.data);
    Ok(manifest)
}

/// Opens the file that holds the graph of a store, and checks that it is what was stored.
pub(super) fn open(directory: &Path) -> Result<(Manifest, File)> {
    let (manifest, path, mut file) = loop {
        let manifest = manifest(directory)?;
        let path = directory.join(&manifest.data);
        match File::open(&path) {
            Ok(file) => break (manifest, path, file),
            // A build took the graph away in between: the new manifest names the new one.
            Err(error)
                if error.kind() == ErrorKind::NotFound
                    && self::manifest(directory)? != manifest => {}
            Err(error) => {
                return Err(error).context(format!(
                    "cannot read the graph in {}; build the store again",
                    path.display()
                ));
            }
        }
    };
    let failed = || format!("cannot read {}", path.display());
    let hash = sha256_of(&mut file).with_context(failed)?;
    if hash != manifest.sha256 {
        bail!(
            "{}: found other bytes than were stored; build the store again",
            path.display()
        );
    }
    file.rewind().with_context(failed)?;
    Ok((manifest, file))
}

/// Reads the manifest of a store.
pub(super) fn manifest(directory: &Path) -> Result<Manifest> {
    let shown = directory.display();
    let path = directory.join(MANIFEST);
    let json = match fs::read(&path) {
        Ok(json) => json,
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "found no store at {shown}; build one with: unsc-kg build INPUT... --store {shown}"
        ),
        Err(error) => return Err(error).context(format!("cannot read {}", path.display())),
    };
    let version = serde_json::from_slice::<serde_json::Value>(&json).ok();
    let version = version.and_then(|manifest| manifest.get("version")?.as_u64());
    if version != Some(u64::from(VERSION)) {
        bail!(
            "{}: found version {}, expected {VERSION}; build the store again",
            path.display(),
            version.map_or_else(|| "none".to_owned(), |version| version.to_string())
        );
    }
    serde_json::from_slice(&json)
        .with_context(|| format!("{} is damaged; build the store again", path.display()))
}

/// Writes a file under another name and then gives it its own.
fn replace(directory: &Path, name: &str, content: &[u8]) -> Result<()> {
    let path = directory.join(name);
    let write = || -> std::io::Result<()> {
        let mut file = new_file(directory)?;
        file.write_all(content)?;
        file.as_file().sync_all()?;
        file.persist(&path)?;
        File::open(directory)?.sync_all()
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}

/// A file without a name yet, for everybody to read as far as the process's mask lets them.
pub(crate) fn new_file(directory: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.prefix(".new-").tempfile_in(directory)
}

/// Removes the graph of the store before and what a build that was stopped left behind. What
/// can't be removed does no harm.
fn remove_old(directory: &Path, data: &str) {
    let Ok(entries) = fs::read_dir(directory) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_old = is_graph(&name) && !name.starts_with(data);
        if is_old || name.starts_with(".new-") {
            let path = entry.path();
            let _ = if path.is_dir() {
                fs::remove_dir_all(path)
            } else {
                fs::remove_file(path)
            };
        }
    }
}

fn refuse_other_content(directory: &Path) -> Result<()> {
    let shown = directory.display();
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).context(format!("cannot use {shown} as a store")),
    };
    let names = entries
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<_>>>()?;
    let is_ours = |name: &str| {
        name == MANIFEST || name == LOCK || name.starts_with(".new-") || is_graph(name)
    };
    // Every build makes the lock first: what has none is nobody's store.
    let has_lock = names.iter().any(|name| name == LOCK);
    if let Some(other) = names.iter().find(|name| !has_lock || !is_ours(name)) {
        bail!(
            "{shown}: found {other:?}, expected a store or an empty directory; choose another --store"
        );
    }
    Ok(())
}

/// Whether a name is of the form that builds give to graphs: `graph-0123456789abcdef.nq`, and
/// `.db` after it for its database.
fn is_graph(name: &str) -> bool {
    let name = name.strip_suffix(".db").unwrap_or(name);
    name.strip_prefix("graph-")
        .and_then(|name| name.strip_suffix(".nq"))
        .is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn lock(directory: &Path) -> Result<File> {
    let path = directory.join(LOCK);
    let file = File::create(&path).with_context(|| format!("cannot make {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => {
            bail!(
                "{}: another build is writing this store; wait for it",
                directory.display()
            )
        }
        Err(fs::TryLockError::Error(error)) => {
            Err(error).context(format!("cannot lock {}", path.display()))
        }
    }
}

#[cfg(test)]
mod tests {
    use oxigraph::model::{GraphName, NamedNode, Quad};

    use super::{Base, open, write};

    #[test]
    fn a_build_takes_no_graph_from_under_a_reader() {
        let directory = tempfile::TempDir::new().unwrap();
        let build = |number: u32| {
            let node = NamedNode::new_unchecked(format!("https://example.org/{number}"));
            let quad = Quad::new(node.clone(), node.clone(), node, GraphName::DefaultGraph);
            write(directory.path(), vec![quad], Vec::new(), &Base::default()).unwrap();
        };
        build(0);
        std::thread::scope(|scope| {
            let builds = scope.spawn(|| (1..400).for_each(build));
            while !builds.is_finished() {
                open(directory.path()).unwrap();
            }
        });
    }
}
