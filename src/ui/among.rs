//! Which mentions of an entity its page shows, as an address: `?f=civil` those of one manner, `?avec=org:google&pres=alinea`
//! those beside another entity, `?f=doute` those that are uncertain.

use crate::protocol::{Manner, Nearness};

/// Which mentions are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Among {
    #[default]
    All,
    Manner(Manner),
    Doubtful,
    With {
        slug: String,
        nearness: Nearness,
    },
}

impl Among {
    /// Writes it, pair by pair.
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        match self {
            Self::All => {}
            Self::Manner(manner) => pair("f", manner_key(*manner)),
            Self::Doubtful => pair("f", "doute"),
            Self::With { slug, nearness } => {
                pair("avec", slug);
                if *nearness == Nearness::Paragraph {
                    pair("pres", "alinea");
                }
            }
        }
    }

    /// Takes a pair of an address, if it is one of these.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        let near = |value: &str| if value == "alinea" { Nearness::Paragraph } else { Nearness::Sentence };
        match (key, &mut *self) {
            ("f", _) if value == "doute" => *self = Self::Doubtful,
            ("f", _) => *self = Manner::ALL.into_iter().find(|manner| manner_key(*manner) == value).map_or(Self::All, Self::Manner),
            ("avec", _) => *self = Self::With { slug: value.to_owned(), nearness: Nearness::Sentence },
            ("pres", Self::With { nearness, .. }) => *nearness = near(value),
            ("pres", _) => {}
            _ => return false,
        }
        true
    }
}

fn manner_key(manner: Manner) -> &'static str {
    match manner {
        Manner::Full => "complet",
        Manner::Titled => "civil",
        Manner::Short => "court",
        Manner::Given => "prenom",
        Manner::Acronym => "sigle",
        Manner::Described => "designation",
        Manner::Other => "autre",
    }
}
