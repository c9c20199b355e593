//! Who is let in, by the ways of HTTP, checked as a server does.
#![allow(dead_code, unreachable_pub, reason = "each test uses its part")]

use digest_auth::{AuthContext, AuthorizationHeader, HttpMethod, WwwAuthenticateHeader};

/// Whom a server lets in.
#[derive(Default)]
pub enum Guard {
    /// Everybody.
    #[default]
    Nobody,
    /// Who sends exactly this; others are asked with that.
    Header(&'static str, &'static str),
    /// Who answers a challenge, each answer once and so many answers to a challenge.
    Digest(Digest),
}

/// The state of a Digest challenge.
#[derive(Default)]
pub struct Digest {
    pub user: &'static str,
    pub password: &'static str,
    /// How often a nonce may be used.
    pub uses: u32,
    pub nonces: u32,
    pub count: u32,
}

impl Guard {
    /// Lets a request in, or says what to answer it with.
    pub fn admit(&mut self, method: &str, target: &str, given: Option<&str>) -> Result<(), String> {
        match self {
            Self::Nobody => Ok(()),
            Self::Header(expected, challenge) => match given {
                Some(given) if given == *expected => Ok(()),
                _ => Err((*challenge).to_owned()),
            },
            Self::Digest(digest) => digest.admit(method, target, given),
        }
    }
}

impl Digest {
    fn challenge(&self) -> String {
        // As Virtuoso words it.
        format!(
            "Digest realm=\"SPARQL\", domain=\"/sparql-auth\", nonce=\"{:032x}\", opaque=\"5ebe\", stale=\"false\", qop=\"auth\", algorithm=\"MD5\"",
            self.nonces
        )
    }

    fn admit(&mut self, method: &str, target: &str, given: Option<&str>) -> Result<(), String> {
        let given = given.and_then(|given| AuthorizationHeader::parse(given).ok());
        if let Some(given) = given {
            let nonce = format!("{:032x}", self.nonces);
            let fresh =
                given.nonce == nonce && given.nc == self.count + 1 && self.count < self.uses;
            if fresh && given.uri == target && self.is_right(method, target, &given) {
                self.count += 1;
                return Ok(());
            }
        }
        (self.nonces, self.count) = (self.nonces + 1, 0);
        Err(self.challenge())
    }

    /// Answers the challenge as the client should have, and compares.
    fn is_right(&self, method: &str, target: &str, given: &AuthorizationHeader) -> bool {
        let mut challenge = WwwAuthenticateHeader::parse(&self.challenge()).unwrap();
        challenge.nc = given.nc - 1;
        let method = HttpMethod::from(method.to_owned());
        let body: Option<&[u8]> = None;
        let mut context =
            AuthContext::new_with_method(self.user, self.password, target, body, method);
        context.set_custom_cnonce(given.cnonce.clone().unwrap());
        let right = challenge.respond(&context).unwrap();
        right.response == given.response && given.username == self.user
    }
}
