//! Words that tell names from other words: first names, ordinary words that begin sentences, cues beside a name.
//!
//! All are data files; this module only reads and answers. Keys are folded, hyphens and apostrophes are blanks.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::text::fold;

/// What a word beside a name says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// `M.`, `Mme`, `Dr`: before a person, part of the name.
    Civil,
    /// `ministre`, `avocat`: before a person.
    Function,
    /// `a déclaré`: after whoever speaks.
    Speech,
    Place,
    Organisation,
    Media,
    Group,
    Product,
    Law,
    Event,
    /// `ministère`, `université`: begins a name with its complement, capital or not.
    HeadOrganisation,
    /// `Union`, `Banque`: begins a name with its complement when it has a capital itself.
    HeadCapital,
    HeadPlace,
    HeadEvent,
    HeadLaw,
    /// `Coupe`, `Traité`: as above, only with a capital.
    HeadEventCapital,
    HeadLawCapital,
    /// `né`: makes a place of what follows `à`.
    PlaceVerb,
    /// `salariés`, `usine`: with `de`, makes an organisation of what follows.
    Owned,
    /// `Inc`, `Airlines`: ends the name of a company.
    CompanyForm,
    /// A function that one person holds at a time: `le ministre` can stand for its holder.
    Office,
    /// `géants`, `opérateurs`: label of a set of companies.
    Collective,
    /// `News`: ends the name of a newspaper.
    MediaForm,
    /// `Park`: ends the English name of a place.
    PlaceForm,
    HeadMediaCapital,
    HeadClub,
    /// `chiffre d’affaires`: what a firm has.
    Firm,
    /// `collectif`: before a name that goes on in small letters.
    HeadSlogan,
    /// `film`: the name behind is a title.
    Work,
    /// `ailière`, `bourgmestre`: what somebody is, in small letters; no proof of a person by itself.
    Profession,
}

/// The tagger was trained on the cues before this one.
const TRAINED: u32 = Cue::Profession as u32;

const CUES: [(&str, Cue); 30] = [
    ("civil", Cue::Civil),
    ("function", Cue::Function),
    ("speech", Cue::Speech),
    ("place", Cue::Place),
    ("organisation", Cue::Organisation),
    ("media", Cue::Media),
    ("group", Cue::Group),
    ("product", Cue::Product),
    ("law", Cue::Law),
    ("event", Cue::Event),
    ("head_organisation", Cue::HeadOrganisation),
    ("head_capital", Cue::HeadCapital),
    ("head_place", Cue::HeadPlace),
    ("head_event", Cue::HeadEvent),
    ("head_law", Cue::HeadLaw),
    ("head_event_capital", Cue::HeadEventCapital),
    ("head_law_capital", Cue::HeadLawCapital),
    ("place_verb", Cue::PlaceVerb),
    ("owned", Cue::Owned),
    ("company_form", Cue::CompanyForm),
    ("office", Cue::Office),
    ("collective", Cue::Collective),
    ("media_form", Cue::MediaForm),
    ("place_form", Cue::PlaceForm),
    ("head_media_capital", Cue::HeadMediaCapital),
    ("head_club", Cue::HeadClub),
    ("firm", Cue::Firm),
    ("head_slogan", Cue::HeadSlogan),
    ("work", Cue::Work),
    ("profession", Cue::Profession),
];

#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// First name to whether it is doubtful: also a common word or a place.
    first_names: HashMap<String, bool>,
    /// First names whose ending misleads about the sex of who bears them.
    genders: HashMap<String, Gender>,
    ordinary: HashSet<String>,
    /// `britannique`, `Espagnols`.
    people: HashSet<String>,
    /// What a minister is in charge of: written with a capital in French, no name.
    portfolios: HashSet<String>,
    /// Word or two words to its cues.
    cues: HashMap<String, Cues>,
    /// What a cue of several words begins with.
    begins: HashSet<String>,
    /// `raconte`, `racontait`, `raconté`: forms of verbs of speech.
    says: HashSet<String>,
}

/// What one word says: a bit for each cue.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cues(u32);

impl Cues {
    pub fn has(self, cue: Cue) -> bool {
        self.0 & (1 << (cue as u32)) != 0
    }

    pub const fn none() -> Self {
        Self(0)
    }

    /// The places of the cues in their list, of those that the tagger was trained on.
    pub fn places(self) -> impl Iterator<Item = u32> {
        (0..TRAINED).filter(move |bit| self.0 >> bit != 0 && self.0 & (1 << bit) != 0)
    }

    /// What either says.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Forms of the verbs of speech that do not end in -er.
const SAYS: [&str; 44] = [
    "dit",
    "disait",
    "redit",
    "repond",
    "repondait",
    "repondu",
    "poursuit",
    "poursuivait",
    "poursuivi",
    "reprend",
    "ecrit",
    "ecrivait",
    "lit",
    "conclut",
    "conclu",
    "decrit",
    "sourit",
    "rit",
    "reagit",
    "reflechit",
    "reconnait",
    "reconnu",
    "admet",
    "admis",
    "convient",
    "convenu",
    "previent",
    "prevenu",
    "avertit",
    "averti",
    "soutient",
    "soutenu",
    "defend",
    "promet",
    "promis",
    "dement",
    "maintient",
    "predit",
    "apprend",
    "se souvient",
    "souvient",
    "rappelle",
    "compatit",
    "rencherit",
];

static SHIPPED: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

pub(super) fn shipped() -> &'static Lexicon {
    &SHIPPED
}

pub(super) fn key(word: &str) -> String {
    fold(word).replace(['-', '_', '\''], " ")
}

fn words(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    file.lines().filter(|line| !line.starts_with('#')).flat_map(move |line| {
        if let Some(label) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            section = label;
            return Vec::new();
        }
        line.split_whitespace().map(|word| (section, word)).collect()
    })
}

impl Lexicon {
    fn read() -> Self {
        let mut read = Self::default();
        for (section, name) in words(include_str!("../../corpus/gazetteers/first_names.txt")) {
            match section {
                "masculine" => drop(read.genders.insert(key(name), Gender::Masculine)),
                "feminine" => drop(read.genders.insert(key(name), Gender::Feminine)),
                _ => {}
            }
            if !section.is_empty() {
                continue;
            }
            read.first_names.insert(key(name.trim_end_matches('?')), name.ends_with('?'));
        }
        for (section, word) in words(include_str!("../../corpus/gazetteers/words.txt")) {
            match section {
                "portfolio" => read.portfolios.insert(key(word)),
                "people" => read.people.insert(key(word)),
                _ => read.ordinary.insert(key(word)),
            };
        }
        for (_, verb) in words(include_str!("../../corpus/cues/speech.txt")) {
            let verb = key(verb.rsplit_once(' ').map_or(verb, |(_, verb)| verb).trim_start_matches("s'").trim_start_matches("se_"));
            if let Some(stem) = verb.strip_suffix("er") {
                read.says.extend(["e", "ait", "a"].map(|ending| format!("{stem}{ending}")));
            }
        }
        read.says.extend(SAYS.map(str::to_owned));
        for (section, word) in words(include_str!("../../corpus/gazetteers/cues.txt")) {
            if let Some((_, cue)) = CUES.iter().find(|(label, _)| *label == section) {
                let key = key(word);
                read.begins.extend(key.match_indices(' ').map(|(at, _)| key[..at].to_owned()));
                read.cues.entry(key).or_default().0 |= 1 << (*cue as u32);
            }
        }
        read
    }

    pub fn has(&self, key: &str, cue: Cue) -> bool {
        self.cues(key).has(cue)
    }

    /// All that `key` says.
    pub fn cues(&self, key: &str) -> Cues {
        self.cues.get(key.trim_end_matches('.')).copied().unwrap_or_default()
    }

    /// True for a form of a verb of speech that stands beside who speaks.
    pub fn says(&self, key: &str) -> bool {
        self.says.contains(key)
    }

    /// True when a cue of several words may begin with `key`.
    pub fn begins_cue(&self, key: &str) -> bool {
        self.begins.contains(key)
    }

    /// Every word list that can stand at the start of a sentence, and what no name is made of alone.
    pub fn is_ordinary(&self, key: &str) -> bool {
        self.ordinary.contains(key) || self.people.contains(key) || looks_derived(key)
    }

    /// True for an adjective or noun of nationality.
    pub fn is_people(&self, key: &str) -> bool {
        self.people.contains(key)
    }

    /// A guess from the ending of a first name, good enough to choose between two bearers of one surname.
    pub fn gender(&self, first_name: &str) -> Gender {
        let head = first_name.split(' ').next().unwrap_or_default();
        let listed = self.genders.get(first_name).or_else(|| self.genders.get(head));
        let guess = if head.ends_with(['a', 'e', 'h']) { Gender::Feminine } else { Gender::Masculine };
        listed.copied().unwrap_or(guess)
    }

    pub fn is_portfolio(&self, key: &str) -> bool {
        self.portfolios.contains(key)
    }

    /// `Jean`, `Jean-Claude`; `None` when unknown, else whether it proves a person.
    pub fn first_name(&self, key: &str) -> Option<Sure> {
        let head = key.split(' ').next().unwrap_or_default();
        let doubtful = self.first_names.get(key).or_else(|| self.first_names.get(head))?;
        Some(if *doubtful { Sure::No } else { Sure::Yes })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Feminine,
    Masculine,
}

/// Whether a word list is proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    Yes,
    No,
}

/// Endings of French and English words that names do not have: adverbs, abstract nouns, participles.
fn looks_derived(key: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "ement", "amment", "emment", "tions", "ation", "ition", "ction", "isme", "ismes", "istes", "ements", "iques", "aires", "euses",
        "ness", "ingly",
    ];
    key.len() > 6 && !key.contains(' ') && ENDINGS.iter().any(|ending| key.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_and_first_names_are_read_folded() {
        assert!(shipped().has("mme", Cue::Civil));
        assert!(shipped().has("premier ministre", Cue::Function));
        assert!(!shipped().has("chaise", Cue::Function));
        assert_eq!(shipped().first_name("jean claude"), Some(Sure::Yes));
        assert_eq!(shipped().first_name("rose"), Some(Sure::No));
        assert_eq!(shipped().first_name("table"), None);
        assert!(shipped().is_ordinary("selon"));
    }

    #[test]
    fn what_begins_a_cue_of_several_words_is_known() {
        assert!(shipped().begins_cue("premier"));
        assert!(!shipped().begins_cue("chaise"));
        let several = shipped().cues.keys().filter_map(|key| key.rsplit_once(' '));
        assert!(several.into_iter().all(|(before, _)| shipped().begins_cue(before)));
    }
}
