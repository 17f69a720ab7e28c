//! The ledger of quotations as an address: which quotations are meant. What is not asked is not written.
//!
//! ```text
//! #/citations?qui=per:bernard-cazeneuve&a=003.txt&sorte=directe&verbe=affirme&n=40&m=60
//! #/citations/003.txt/2043                        the utterance of the quotation that begins there
//! ```
//! `qui` who speaks, `a` article, `sorte` kind, `verbe` stance of the verb; `n` how many voices are shown and `m` how many
//! quotations, 0 for as many as at first.

use yew::AttrValue;

use super::route::{Place, View};
use crate::id::DocumentId;
use crate::protocol::{LedgerRequest, SHOWN_QUOTES, SHOWN_VOICES};
use crate::quotes::{QuoteKind, Stance};

/// Which quotations are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    pub voice: Option<String>,
    /// By name.
    pub article: Option<String>,
    pub kind: Option<QuoteKind>,
    pub stance: Option<Stance>,
    pub n_voices: u32,
    pub n_quotes: u32,
}

/// Kinds in an address.
const KIND_WORDS: [(QuoteKind, &str); 5] = [
    (QuoteKind::Direct, "directe"),
    (QuoteKind::Partial, "partielle"),
    (QuoteKind::Indirect, "rapportee"),
    (QuoteKind::Scare, "distance"),
    (QuoteKind::Title, "titre"),
];
/// Stances in an address.
const STANCE_WORDS: [(Stance, &str); 6] = [
    (Stance::Neutral, "dit"),
    (Stance::Explaining, "explique"),
    (Stance::Claiming, "affirme"),
    (Stance::Insisting, "martele"),
    (Stance::Doubting, "pretend"),
    (Stance::Asking, "demande"),
];

impl Ledger {
    /// The same as it comes.
    pub fn page(&self) -> Self {
        Self { voice: self.voice.clone(), ..Self::default() }
    }

    /// The address of the ledger with something changed, as many rows as at first.
    #[inline(never)]
    pub fn changed(&self, change: &dyn Fn(&mut Self)) -> AttrValue {
        let mut ledger = Self { n_voices: 0, n_quotes: 0, ..self.clone() };
        change(&mut ledger);
        Place::of(View::Quotes(ledger)).fragment().into()
    }

    /// True when something is asked.
    pub fn is_narrow(&self) -> bool {
        self.voice.is_some() || self.article.is_some() || self.kind.is_some() || self.stance.is_some()
    }

    /// Writes what is asked, pair by pair.
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if let Some(voice) = &self.voice {
            pair("qui", voice);
        }
        if let Some(article) = &self.article {
            pair("a", article);
        }
        if let Some((_, word)) = KIND_WORDS.iter().find(|(kind, _)| Some(*kind) == self.kind) {
            pair("sorte", word);
        }
        if let Some((_, word)) = STANCE_WORDS.iter().find(|(stance, _)| Some(*stance) == self.stance) {
            pair("verbe", word);
        }
        for (key, n) in [("n", self.n_voices), ("m", self.n_quotes)] {
            if n > 0 {
                pair(key, &n.to_string());
            }
        }
    }

    /// Takes one pair of an address, if it is the ledger's; what is damaged asks nothing.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "qui" => self.voice = Some(value.to_owned()),
            "a" => self.article = Some(value.to_owned()),
            "sorte" => self.kind = KIND_WORDS.iter().find(|(_, word)| *word == value).map(|(kind, _)| *kind),
            "verbe" => self.stance = STANCE_WORDS.iter().find(|(_, word)| *word == value).map(|(stance, _)| *stance),
            "n" => self.n_voices = value.parse().unwrap_or(0),
            "m" => self.n_quotes = value.parse().unwrap_or(0),
            _ => return false,
        }
        true
    }

    /// The same as a request; `article` is the one that is named.
    pub fn request(&self, article: Option<DocumentId>) -> LedgerRequest {
        let shown = |n: u32, at_first: u32| if n == 0 { at_first } else { n };
        LedgerRequest {
            article,
            kind: self.kind,
            stance: self.stance,
            voice: self.voice.clone(),
            n_voices: shown(self.n_voices, SHOWN_VOICES),
            n_quotes: shown(self.n_quotes, SHOWN_QUOTES),
        }
    }
}
