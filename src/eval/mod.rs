//! How well the graph says what documents say: its facts compared with those that a reader marked.

mod gold;
mod report;
mod score;

pub use gold::{Gold, GoldError, Mark, read};
pub use report::write;
pub use score::{Counts, Fact, Miss, Score, facts, score};
