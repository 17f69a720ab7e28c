//! What a name is quoted for, on its page.

use crate::quotes::{Certainty, QuoteKind};
use crate::say;

pub fn attributed() -> &'static str {
    say!("Ce qui lui est attribué", "Attributed statements")
}

pub fn all_with_versions() -> &'static str {
    say!("Toutes, avec leurs versions d’un article à l’autre", "All, with their versions from article to article")
}

pub fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Indirect => say!("sans guillemets", "without quotation marks"),
        QuoteKind::Partial => say!("fragment cité", "quoted fragment"),
        _ => say!("citation", "quotation"),
    }
}

/// Why it is not sure who speaks.
pub fn doubt(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::Guessed => Some(say!("qui parle est une supposition", "the speaker is a guess")),
        Certainty::Inherited => Some(say!("suite de la citation précédente", "continues the quotation before")),
        Certainty::Resolved => Some(say!("par un pronom ou une fonction", "by a pronoun or a function")),
        Certainty::Named | Certainty::Described => None,
    }
}
