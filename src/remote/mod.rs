//! A triple store on the other side of HTTP: what it is, where it takes what, and what can be asked
//! of it.

mod client;
mod credentials;
mod description;
mod endpoints;
mod error;
mod kind;
mod login;
mod store;

pub use client::{Client, Patience};
pub use credentials::{Credentials, PASSWORD, TOKEN, USER};
pub use endpoints::Endpoints;
pub use error::{Cause, Error};
pub use kind::Kind;
pub(crate) use store::Write;
pub use store::{Dataset, RemoteStore};
