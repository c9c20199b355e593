//! Requests over HTTP that are tried again while that helps.

use std::borrow::Cow;
use std::io::{ErrorKind, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};
use backon::{BackoffBuilder, ExponentialBuilder};
use flate2::Compression;
use flate2::write::GzEncoder;
use iri_string::types::UriStr;
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use ureq::http::request::Builder;
use ureq::http::{self, HeaderMap, StatusCode, header};
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};

use super::login::Login;
use super::{Cause, Credentials, Error};

/// How long to wait for what.
#[derive(Clone)]
pub struct Patience {
    /// For the server's next bytes, or to take ours.
    pub silence: Duration,
    /// Between tries.
    pub between: ExponentialBuilder,
    /// How to wait.
    pub sleep: Arc<dyn Fn(Duration) + Send + Sync>,
}

impl Default for Patience {
    /// Five minutes of silence; eight more tries within about two minutes.
    fn default() -> Self {
        Self {
            silence: Duration::from_secs(300),
            between: ExponentialBuilder::default()
                .with_min_delay(Duration::from_millis(500))
                .with_max_delay(Duration::from_secs(30))
                .with_max_times(8)
                .with_jitter(),
            sleep: Arc::new(std::thread::sleep),
        }
    }
}

/// The longest that a server's `Retry-After` is followed.
const LONGEST_WAIT: Duration = Duration::from_secs(600);

/// The fewest bytes that are compressed.
const WORTH_PACKING: usize = 1024;

/// What a request accepts that asks for nothing back, since it changes the store.
pub(super) const ANYTHING: &str = "*/*";

/// What to ask of a server.
#[derive(Clone, Copy, Debug)]
pub(super) struct Request<'a> {
    pub(super) method: &'static str,
    pub(super) url: &'a str,
    pub(super) accept: &'a str,
    /// The media type and the bytes of what is sent.
    pub(super) content: Option<(&'a str, &'a [u8])>,
}

/// What a server answered.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Response {
    /// The media type of what it is; empty if it says none.
    pub(super) fn media_type(&self) -> &str {
        let kind = self.headers.get(header::CONTENT_TYPE);
        kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default()
    }
}

/// Makes requests of one server.
pub struct Client {
    agent: ureq::Agent,
    login: Mutex<Login>,
    patience: Patience,
    /// Whether it ever answered.
    met: AtomicBool,
    /// Whether it ever let us read, and whether write.
    admitted: [AtomicBool; 2],
    /// Whether it said that it takes what is compressed.
    unpacks: AtomicBool,
}

impl Client {
    /// A client that says who it is when asked.
    #[must_use]
    pub fn new(credentials: Credentials, patience: Patience) -> Self {
        // The certificates that the machine trusts, so that those of an institution hold.
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(Duration::from_secs(20).min(patience.silence)))
            .timeout_per_read(Some(patience.silence))
            .timeout_per_write(Some(patience.silence))
            .user_agent(concat!("unsc-kg/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls)
            .build();
        Self {
            agent: config.into(),
            login: Mutex::new(Login::new(credentials)),
            patience,
            met: AtomicBool::new(false),
            admitted: [AtomicBool::new(false), AtomicBool::new(false)],
            unpacks: AtomicBool::new(false),
        }
    }

    /// Makes a request, and makes it again after a while if the server is busy or the connection
    /// breaks. What is asked for must be the same when it is asked for twice.
    pub(super) fn send(&self, request: Request<'_>) -> Result<Response, Error> {
        let (status, response) = self.probe(request)?;
        if status.is_success() {
            return Ok(response);
        }
        Err(request.failed(refusal(status, &response)))
    }

    /// As [`Self::send`], whatever the answer says at last.
    pub(super) fn probe(&self, request: Request<'_>) -> Result<(StatusCode, Response), Error> {
        let mut delays = self.patience.between.build();
        loop {
            let answer = self.attempt(request);
            let cause = match &answer {
                Ok((status, response)) => refusal(*status, response),
                Err(cause) => cause.clone(),
            };
            match delays.next() {
                Some(delay)
                    if cause.is_transient() || request.is_small() && cause.is_too_large() =>
                {
                    let delay = cause.retry_after().unwrap_or(delay);
                    (self.patience.sleep)(delay.min(LONGEST_WAIT));
                }
                _ => return answer.map_err(|cause| request.failed(cause)),
            }
        }
    }

    /// Makes a request, twice if the server asks who is asking.
    fn attempt(&self, request: Request<'_>) -> Result<(StatusCode, Response), Cause> {
        let (mut given, mut asked) = (false, false);
        let admitted = &self.admitted[usize::from(request.writes())];
        loop {
            let header = self.header(request);
            given |= header.is_some();
            let (status, response) = self.exchange(request, header)?;
            let refused = status == StatusCode::UNAUTHORIZED || status == StatusCode::FORBIDDEN;
            if !refused {
                if status.is_success() {
                    admitted.store(true, Ordering::Relaxed);
                }
                return Ok((status, response));
            }
            let challenges = response.headers.get_all(header::WWW_AUTHENTICATE);
            let challenges = challenges.iter().filter_map(|value| value.to_str().ok());
            let is_new = self.login().challenged(challenges);
            // Asked again after an answer means that the answer is wrong, unless it held before.
            if asked || !is_new {
                let message = beginning(&response.body);
                if status == StatusCode::UNAUTHORIZED && admitted.load(Ordering::Relaxed) {
                    return Err(Cause::Forgotten { message });
                }
                return Err(Cause::Denied { message, given });
            }
            asked = true;
        }
    }

    fn header(&self, request: Request<'_>) -> Option<String> {
        let path = request.url.splitn(4, '/').nth(3).unwrap_or_default();
        let body = request.content.map_or(&[][..], |(_, body)| body);
        self.login()
            .header(request.method, &format!("/{path}"), body)
    }

    fn login(&self) -> MutexGuard<'_, Login> {
        self.login.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn exchange(
        &self,
        request: Request<'_>,
        authorization: Option<String>,
    ) -> Result<(StatusCode, Response), Cause> {
        let mut head = http::Request::builder()
            .method(request.method)
            .uri(request.url)
            .header(header::ACCEPT, request.accept);
        if let Some(authorization) = authorization {
            head = head.header(header::AUTHORIZATION, authorization);
        }
        let answer = match request.content {
            Some((kind, body)) => {
                let (head, body) = self.packed(head.header(header::CONTENT_TYPE, kind), body);
                let sent = head.body(&*body);
                self.agent.run(sent.map_err(|error| unsendable(&error))?)
            }
            None => self
                .agent
                .run(head.body(()).map_err(|error| unsendable(&error))?),
        };
        let mut answer = answer.map_err(|error| self.broken(&error))?;
        self.met.store(true, Ordering::Relaxed);
        let body = answer.body_mut().with_config().limit(u64::MAX);
        let body = body.read_to_vec().map_err(|error| self.broken(&error))?;
        let headers = std::mem::take(answer.headers_mut());
        if unpacks(&headers) {
            self.unpacks.store(true, Ordering::Relaxed);
        }
        Ok((answer.status(), Response { headers, body }))
    }

    /// What is sent, compressed if the server takes it so.
    fn packed<'a>(&self, head: Builder, body: &'a [u8]) -> (Builder, Cow<'a, [u8]>) {
        if body.len() < WORTH_PACKING || !self.unpacks.load(Ordering::Relaxed) {
            return (head, body.into());
        }
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        match packed.write_all(body).and_then(|()| packed.finish()) {
            Ok(packed) => (head.header(header::CONTENT_ENCODING, "gzip"), packed.into()),
            Err(_) => (head, body.into()),
        }
    }

    fn broken(&self, error: &ureq::Error) -> Cause {
        let refused = match error {
            ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => true,
            // What TLS does not take is no better the next time.
            ureq::Error::Io(io) if io.kind() == ErrorKind::InvalidData => {
                return Cause::Unexpected(format!(
                    "{io}; expected a certificate that this machine trusts (SSL_CERT_FILE can name more)"
                ));
            }
            ureq::Error::Io(io) => io.kind() == ErrorKind::ConnectionRefused,
            ureq::Error::Timeout(_) | ureq::Error::Protocol(_) => false,
            _ => return Cause::Unexpected(error.to_string()),
        };
        // One that was there is on its way back.
        if refused && !self.met.load(Ordering::Relaxed) {
            return Cause::Unreachable(error.to_string());
        }
        Cause::Broken(error.to_string())
    }
}

impl Request<'_> {
    /// Whether it is to change the store.
    fn writes(&self) -> bool {
        self.accept == ANYTHING
    }

    /// Whether no limit of a server can be meant for it, so that one who says that it is too large
    /// does not say so for long.
    fn is_small(&self) -> bool {
        self.content.is_none_or(|(_, body)| body.len() <= 8 << 10)
    }

    fn failed(&self, cause: Cause) -> Error {
        Error {
            method: self.method,
            url: self.url.to_owned(),
            cause,
        }
    }
}

/// Checks that an address is one to make requests of, and that it holds no password.
pub(super) fn check_address(address: &str) -> Result<()> {
    let shape = "expected one such as https://host/sparql";
    let Ok(uri) = UriStr::new(address) else {
        bail!("found an address that is no URL, {shape}");
    };
    let authority = uri.authority_components();
    let authority =
        authority.with_context(|| format!("found an address without a host, {shape}"))?;
    if authority.userinfo().is_some() {
        bail!(
            "found a user or a password in the address, which others can see there; put them into UNSC_KG_USER and UNSC_KG_PASSWORD or a file for --credentials"
        );
    }
    if !matches!(uri.scheme_str(), "http" | "https") {
        bail!("found {address}, {shape}");
    }
    if uri.query_str().is_some() || uri.fragment().is_some() {
        bail!("found {address}, expected an address without a query");
    }
    Ok(())
}

fn refusal(status: StatusCode, response: &Response) -> Cause {
    let message = match response.headers.get(header::LOCATION) {
        Some(place) if status.is_redirection() => {
            format!("look at {}", place.to_str().unwrap_or_default())
        }
        _ => beginning(&response.body),
    };
    // Virtuoso answers so where others say 401 or 403.
    if status == StatusCode::INTERNAL_SERVER_ERROR && message.contains("Error SR186") {
        let given = false;
        return Cause::Denied { message, given };
    }
    Cause::Status {
        status: status.as_u16(),
        message,
        retry_after: retry_after(&response.headers),
    }
}

/// Whether an answer says that requests may be compressed with gzip (RFC 9110, 12.5.3).
fn unpacks(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING);
    let accepted = accepted.iter().filter_map(|value| value.to_str().ok());
    let mut codings = accepted.flat_map(|value| value.split(','));
    codings.any(|coding| coding.trim().eq_ignore_ascii_case("gzip"))
}

/// A number of seconds or a date (RFC 9110, 10.2.3).
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(header::RETRY_AFTER)?.to_str().ok()?;
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = rfc2822::DateTimeParser::new().parse_timestamp(value).ok()?;
    let now = Timestamp::try_from(SystemTime::now()).ok()?;
    Some(Duration::try_from(date.duration_since(now)).unwrap_or_default())
}

/// The first line of text in what a server says.
fn beginning(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    match lines.next() {
        Some(line) if !line.starts_with('<') => line.chars().take(300).collect(),
        _ => String::new(),
    }
}

fn unsendable(error: &http::Error) -> Cause {
    Cause::Unexpected(format!("a request that cannot be sent: {error}"))
}
