//! The `Authorization` header: Bearer at once, Basic and Digest when a server asks for them, and from
//! then on without being asked (RFC 6750, 7617, 7616).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use digest_auth::{AuthContext, HttpMethod, WwwAuthenticateHeader};

use super::Credentials;

/// How one server wants to be told who is asking.
#[derive(Debug)]
pub(super) struct Login {
    credentials: Credentials,
    scheme: Scheme,
}

#[derive(Debug, PartialEq)]
enum Scheme {
    /// Nobody asked.
    Unknown,
    Basic,
    /// The server's latest challenge, which counts how often it was answered.
    Digest(Box<WwwAuthenticateHeader>),
}

impl Login {
    pub(super) fn new(credentials: Credentials) -> Self {
        let scheme = Scheme::Unknown;
        Self {
            credentials,
            scheme,
        }
    }

    /// The header for a request, if there is anything to say.
    pub(super) fn header(&mut self, method: &str, path: &str, body: &[u8]) -> Option<String> {
        let (user, password) = match &self.credentials {
            Credentials::None => return None,
            Credentials::Token(token) => return Some(format!("Bearer {token}")),
            Credentials::Password { user, password } => (user, password),
        };
        match &mut self.scheme {
            Scheme::Unknown => None,
            Scheme::Basic => {
                let encoded = STANDARD.encode(format!("{user}:{password}"));
                Some(format!("Basic {encoded}"))
            }
            Scheme::Digest(challenge) => {
                let method = HttpMethod::from(method.to_owned());
                let context =
                    AuthContext::new_with_method(user, password, path, Some(body), method);
                Some(challenge.respond(&context).ok()?.to_header_string())
            }
        }
    }

    /// Takes what a server asks for that refused a request; whether there is now another answer
    /// to give than the refused one. A server that refuses without saying how to do better gets
    /// Basic.
    pub(super) fn challenged<'a>(&mut self, challenges: impl Iterator<Item = &'a str>) -> bool {
        if !matches!(self.credentials, Credentials::Password { .. }) {
            return false;
        }
        let named = |challenge: &str, name: &str| {
            challenge
                .get(..name.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(name))
        };
        let digest = challenges
            .filter(|challenge| named(challenge, "Digest"))
            .find_map(|challenge| WwwAuthenticateHeader::parse(challenge).ok());
        let (new, is_other) = match (digest, &self.scheme) {
            (Some(new), Scheme::Digest(old)) => {
                let is_other = new.nonce != old.nonce;
                (Scheme::Digest(Box::new(new)), is_other)
            }
            (Some(new), _) => (Scheme::Digest(Box::new(new)), true),
            (None, Scheme::Unknown) => (Scheme::Basic, true),
            (None, _) => return false,
        };
        self.scheme = new;
        is_other
    }
}
