//! SHA-256 as people write it.

use std::fmt::Write;
use std::io::{self, BufRead, BufReader, Read};

use sha2::{Digest, Sha256};

/// The SHA-256 of bytes, in lower-case hexadecimal.
///
/// ```
/// assert!(unsc_kg::hash::sha256(b"").starts_with("e3b0c44298fc1c14"));
/// ```
#[must_use]
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(bytes))
}

/// The SHA-256 of all that is still to be read.
///
/// # Errors
/// If reading fails.
pub fn sha256_of(input: impl Read) -> io::Result<String> {
    let mut input = BufReader::new(input);
    let mut hasher = Sha256::new();
    loop {
        let bytes = input.fill_buf()?;
        if bytes.is_empty() {
            break;
        }
        hasher.update(bytes);
        let read = bytes.len();
        input.consume(read);
    }
    Ok(hex(&hasher.finalize()))
}

fn hex(digest: &[u8]) -> String {
    digest
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
