//! What a class asks of a corpus.

use super::Engine;
use crate::protocol::{ClassRequest, ClassView};
use crate::say;

impl Engine {
    pub(super) fn class(&mut self, _: &ClassRequest) -> Result<ClassView, String> {
        Err(say!("cette activité n’est pas prête", "this activity is not ready").to_owned())
    }
}
