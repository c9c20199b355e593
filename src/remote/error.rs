//! What goes wrong between here and a store, worded without secrets.

use std::time::Duration;

/// A request that failed, after as many tries as were worth it.
#[derive(Debug, thiserror::Error)]
#[error("{method} {url}: {cause}")]
pub struct Error {
    /// The method of the request.
    pub method: &'static str,
    /// Its address.
    pub url: String,
    /// What went wrong.
    pub cause: Cause,
}

/// Why a request failed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Cause {
    /// The server answered something else than success.
    #[error("the server answers {status}{}", said(message))]
    Status {
        /// The status code.
        status: u16,
        /// The beginning of what it says.
        message: String,
        /// How long it asks to wait.
        retry_after: Option<Duration>,
    },
    /// The server does not let us in.
    #[error("the server refuses{}; {}", said(message), login_hint(*given))]
    Denied {
        /// The beginning of what it says.
        message: String,
        /// Whether it was told who is asking.
        given: bool,
    },
    /// The server, which let us in before, does not do so now.
    #[error("the server refuses what it took before{}", said(message))]
    Forgotten {
        /// The beginning of what it says.
        message: String,
    },
    /// There was no whole answer.
    #[error("{0}")]
    Broken(String),
    /// Nobody is there.
    #[error("cannot connect: {0}")]
    Unreachable(String),
    /// The answer is not what was asked for.
    #[error("found {0}")]
    Unexpected(String),
}

impl Cause {
    /// Whether the same request may do better later.
    pub(super) fn is_transient(&self) -> bool {
        match self {
            Self::Status { status, .. } => matches!(status, 408 | 429 | 502 | 503 | 504),
            Self::Broken(_) | Self::Forgotten { .. } => true,
            Self::Denied { .. } | Self::Unreachable(_) | Self::Unexpected(_) => false,
        }
    }

    /// Whether what was sent was larger than the server takes.
    pub(super) fn is_too_large(&self) -> bool {
        matches!(self, Self::Status { status: 413, .. })
    }

    /// How long the server asks to wait.
    pub(super) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            _ => None,
        }
    }
}

impl Error {
    /// Whether the request was larger than the server takes.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.cause.is_too_large()
    }

    /// Whether what was asked for is not there.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self.cause, Cause::Status { status: 404, .. })
    }

    /// Whether the next request will fare no better.
    #[must_use]
    pub fn ends_all(&self) -> bool {
        match &self.cause {
            Cause::Denied { .. } | Cause::Unreachable(_) => true,
            cause => cause.is_transient(),
        }
    }
}

fn said(message: &str) -> String {
    if message.is_empty() {
        String::new()
    } else {
        format!(": {message}")
    }
}

fn login_hint(given: bool) -> &'static str {
    if given {
        "look at the user, password or token and what they are allowed to do"
    } else {
        "say who is asking in UNSC_KG_USER and UNSC_KG_PASSWORD, in UNSC_KG_TOKEN, or in a file with --credentials"
    }
}
