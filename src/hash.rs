//! SHA-256 as people write it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The SHA-256 of bytes, in lower-case hexadecimal.
///
/// ```
/// assert!(unsc_kg::hash::sha256(b"").starts_with("e3b0c44298fc1c14"));
/// ```
#[must_use]
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
