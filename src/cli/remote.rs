//! A store on the other side of HTTP, for commands that talk to one.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;
use clap::Args;

use crate::remote::{Client, Credentials, Kind, Patience, RemoteStore};

/// What is known of a remote store but its address.
#[derive(Clone, Debug, Args)]
pub(super) struct RemoteArgs {
    /// What the remote store is, if it is not to be found out: oxigraph, virtuoso, fuseki, graphdb,
    /// rdf4j, qlever, generic
    #[arg(long, value_name = "KIND")]
    store_kind: Option<Kind>,
    #[arg(
        long,
        value_name = "FILE",
        help = "A file with UNSC_KG_USER and UNSC_KG_PASSWORD, or UNSC_KG_TOKEN, as lines NAME=VALUE; else they are taken from the environment"
    )]
    credentials: Option<PathBuf>,
    /// How long the remote store may say nothing
    #[arg(long, value_name = "SECONDS", default_value = "300")]
    timeout: u64,
}

impl RemoteArgs {
    /// Gets to know the store at an address.
    pub(super) fn open(&self, address: &str) -> Result<RemoteStore> {
        let credentials = match &self.credentials {
            Some(file) => Credentials::from_file(file)?,
            None => Credentials::from_environment()?,
        };
        let patience = Patience {
            silence: Duration::from_secs(self.timeout.max(1)),
            ..Patience::default()
        };
        RemoteStore::open(Client::new(credentials, patience), address, self.store_kind)
    }
}
