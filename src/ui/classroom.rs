//! Addresses of the pages for a class: which activity, which questions of it, a sheet to print.
//!
//! ```text
//! #/classe                                     the lesson, step by step
//! #/classe/voix?graine=3&n=5                   an activity: its kind, which questions, how many
//! #/classe/cinq-questions/003.txt              the five questions of an article
//! #/classe/fiche?avec=voix,chiffre&n=4&mots=250&article=003.txt   a sheet to print: the activities on it, words of each article, which
//! #/classe/corrige?avec=voix,chiffre&n=4     its key
//! ```

use crate::protocol::ActivityKind;

/// Which page of the class, and how it is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classroom {
    pub page: ClassPage,
    /// Which questions are asked.
    pub seed: u32,
    /// How many of each activity; 0 for as many as at first.
    pub n: u32,
    /// The activities of a sheet; none for all that the corpus offers.
    pub with: Vec<ActivityKind>,
    /// Words that each article is shortened to on a sheet; 0 for the whole.
    pub words: u32,
    /// The articles of a sheet, by name; none for those that it begins with.
    pub articles: Vec<String>,
}

/// One page of the class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ClassPage {
    #[default]
    Lesson,
    Activity(ActivityKind),
    /// The first article when no name is given.
    FiveW(Option<String>),
    Worksheet,
    Key,
}

/// Longest list or number that is read from an address.
const MOST_WORDS: u32 = 100_000;

impl Classroom {
    pub fn of(page: ClassPage) -> Self {
        Self { page, ..Self::default() }
    }

    /// The page of these words of an address, behind `classe`.
    pub(super) fn at(words: &[&str]) -> Option<Self> {
        Some(Self::of(match *words {
            [] => ClassPage::Lesson,
            ["cinq-questions"] => ClassPage::FiveW(None),
            ["cinq-questions", name] => ClassPage::FiveW(Some(name.to_owned())),
            ["fiche"] => ClassPage::Worksheet,
            ["corrige"] => ClassPage::Key,
            [kind] => ClassPage::Activity(ActivityKind::of_label(kind)?),
            _ => return None,
        }))
    }

    /// The words of its address behind `classe`, the name of an article written by `encode`.
    pub(super) fn path(&self, encode: &dyn Fn(&str) -> String) -> String {
        match &self.page {
            ClassPage::Lesson => String::new(),
            ClassPage::Activity(kind) => format!("/{}", kind.label()),
            ClassPage::FiveW(None) => "/cinq-questions".to_owned(),
            ClassPage::FiveW(Some(name)) => format!("/cinq-questions/{}", encode(name)),
            ClassPage::Worksheet => "/fiche".to_owned(),
            ClassPage::Key => "/corrige".to_owned(),
        }
    }

    pub(super) fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if !self.with.is_empty() {
            pair("avec", &self.with.iter().map(|kind| kind.label()).collect::<Vec<_>>().join(","));
        }
        for (key, number) in [("graine", self.seed), ("n", self.n), ("mots", self.words)] {
            if number > 0 {
                pair(key, &number.to_string());
            }
        }
        self.articles.iter().for_each(|name| pair("article", name));
    }

    /// Takes a pair of an address; false when it means nothing here.
    pub(super) fn take(&mut self, key: &str, value: &str) -> bool {
        let number = || value.parse().unwrap_or(0).min(MOST_WORDS);
        match key {
            "avec" => {
                for kind in value.split(',').filter_map(ActivityKind::of_label) {
                    if !self.with.contains(&kind) {
                        self.with.push(kind);
                    }
                }
            }
            "graine" => self.seed = value.parse().unwrap_or(0),
            "n" => self.n = number(),
            "mots" => self.words = number(),
            "article" if !self.articles.iter().any(|name| name == value) => self.articles.push(value.to_owned()),
            _ => return false,
        }
        true
    }
}
