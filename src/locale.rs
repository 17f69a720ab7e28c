//! The language in which the reader is spoken to: not that of an article, which is [`crate::text::Language`].
//!
//! There is one at a time in one memory. The page chooses it, and each request carries it to the engine, so that sentences
//! made there are in it too. A message is a function whose two forms stand side by side ([`say!`](crate::say)): one that is missing does
//! not compile. What is kept, exported or compared never depends on it.

use std::cell::Cell;

use serde::{Deserialize, Serialize};

use crate::say;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Locale {
    #[default]
    French,
    English,
}

impl Locale {
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// What it calls itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::French => "Français",
            Self::English => "English",
        }
    }

    /// The one that a language tag (`en-GB`, `fr`) asks for, if there is one.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|locale| locale.code().eq_ignore_ascii_case(language))
    }

    /// True when so many of something are named in the singular.
    pub fn is_one(self, n: usize) -> bool {
        match self {
            Self::French => n < 2,
            Self::English => n == 1,
        }
    }
}

thread_local! {
    static CURRENT: Cell<Locale> = const { Cell::new(Locale::French) };
}

/// The language of the moment.
pub fn current() -> Locale {
    CURRENT.get()
}

/// Speaks another language from now on.
pub fn set(locale: Locale) {
    CURRENT.set(locale);
}

/// Words that are somebody else's, between the marks of the language.
pub fn in_marks(words: &str) -> String {
    say!(format!("«\u{a0}{words}\u{a0}»"), format!("“{words}”"))
}

/// What `make` makes while `locale` is spoken.
pub fn speaking<T>(locale: Locale, make: impl FnOnce() -> T) -> T {
    let before = CURRENT.replace(locale);
    let made = make();
    CURRENT.set(before);
    made
}

/// Both forms of a message, French first; the one of the moment is made.
#[macro_export]
macro_rules! say {
    ($french:expr, $english:expr $(,)?) => {
        match $crate::locale::current() {
            $crate::locale::Locale::French => $french,
            $crate::locale::Locale::English => $english,
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_language_whatever_its_region() {
        assert_eq!(Locale::of_tag("en-GB"), Some(Locale::English));
        assert_eq!(Locale::of_tag("FR_ca"), Some(Locale::French));
        assert_eq!((Locale::of_tag("de"), Locale::of_tag("fra"), Locale::of_tag("")), (None, None, None));
    }

    #[test]
    fn a_message_is_said_in_the_language_of_the_moment() {
        let greeting = || say!("bonjour", "hello");
        let before = greeting();
        set(Locale::English);
        assert_eq!((before, greeting()), ("bonjour", "hello"));
        set(Locale::French);
        assert_eq!((speaking(Locale::English, greeting), greeting()), ("hello", "bonjour"));
    }

    #[test]
    fn nothing_is_singular_in_french_only() {
        let singular = |locale: Locale| [0, 1, 2].map(|n| locale.is_one(n));
        assert_eq!(singular(Locale::French), [true, true, false]);
        assert_eq!(singular(Locale::English), [false, true, false]);
    }
}
