//! Who is asking: names and secrets from the environment or a file, never from the command line and
//! never in what is printed.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The variable with the user's name.
pub const USER: &str = "UNSC_KG_USER";
/// The variable with the user's password.
pub const PASSWORD: &str = "UNSC_KG_PASSWORD";
/// The variable with a token.
pub const TOKEN: &str = "UNSC_KG_TOKEN";

/// What a server may ask for.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Credentials {
    /// Nothing.
    #[default]
    None,
    /// A name and a password, for Basic and Digest.
    Password {
        /// The user's name.
        user: String,
        /// The user's password.
        password: String,
    },
    /// A token, for Bearer.
    Token(String),
}

impl Credentials {
    /// Takes them from the environment.
    ///
    /// # Errors
    /// If there is a password without a user, a user without a password, or a token beside them.
    pub fn from_environment() -> Result<Self> {
        let known = [USER, PASSWORD, TOKEN].into_iter();
        let found = known.filter_map(|name| Some((name.to_owned(), std::env::var(name).ok()?)));
        Self::from_variables(&found.collect())
    }

    /// Takes them from a file of lines `NAME=VALUE`, with the names of the environment.
    ///
    /// # Errors
    /// Those of [`Self::from_environment`], and if the file can't be read or has other names or none.
    pub fn from_file(path: &Path) -> Result<Self> {
        let shown = path.display();
        let lines =
            dotenvy::from_path_iter(path).with_context(|| format!("cannot read {shown}"))?;
        let variables: BTreeMap<String, String> = lines
            .collect::<Result<_, _>>()
            // The error itself would show the line, and with it the secret.
            .map_err(|_| anyhow::anyhow!("{shown}: found a line that is not NAME=VALUE"))?;
        if let Some(other) = variables
            .keys()
            .find(|name| ![USER, PASSWORD, TOKEN].contains(&name.as_str()))
        {
            bail!("{shown}: found {other}, expected {USER} and {PASSWORD}, or {TOKEN}");
        }
        match Self::from_variables(&variables).with_context(|| shown.to_string())? {
            Self::None => {
                bail!("{shown}: found nothing, expected {USER} and {PASSWORD}, or {TOKEN}")
            }
            credentials => Ok(credentials),
        }
    }

    fn from_variables(variables: &BTreeMap<String, String>) -> Result<Self> {
        let value = |name| {
            variables
                .get(name)
                .filter(|value| !value.is_empty())
                .cloned()
        };
        Ok(match (value(USER), value(PASSWORD), value(TOKEN)) {
            (None, None, None) => Self::None,
            (Some(user), Some(password), None) => Self::Password { user, password },
            (None, None, Some(token)) => Self::Token(token),
            (Some(_), None, None) => bail!("found {USER} without {PASSWORD}"),
            (None, Some(_), None) => bail!("found {PASSWORD} without {USER}"),
            _ => bail!("found {TOKEN} beside {USER} or {PASSWORD}, expected one of the two ways"),
        })
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Password { .. } => "Password",
            Self::Token(_) => "Token",
        })
    }
}
