//! Bytes to text.

use encoding_rs::WINDOWS_1252;

use crate::document::Encoding;

/// Reads UTF-8, with or without a byte order mark, and takes all else for windows-1252, in which
/// every byte is a character.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> (String, Encoding) {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let mark = if bytes.starts_with(MARK) {
        MARK.len()
    } else {
        0
    };
    match String::from_utf8(bytes) {
        Ok(text) => (text[mark..].to_owned(), Encoding::Utf8 { mark }),
        Err(error) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(error.as_bytes());
            (text.into_owned(), Encoding::Latin1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::document::Encoding;

    #[test]
    fn tells_utf8_from_latin1() {
        let utf8 = decode("\u{feff}régime".as_bytes().to_vec());
        assert_eq!(utf8, ("régime".to_owned(), Encoding::Utf8 { mark: 3 }));
        let latin1 = decode(b"r\xe9gime \x93so\x94".to_vec());
        assert_eq!(latin1, ("régime “so”".to_owned(), Encoding::Latin1));
    }
}
