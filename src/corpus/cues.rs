//! What a line says of itself: `Publié le …` a date, `À lire aussi` a list of links, `Commentaires` the end.
//!
//! The cues are words of the trade, kept as data in `corpus/cues/`; none belongs to one site. A cue is looked up by the
//! words of the line, so the cost does not grow with the number of cues.

use crate::order::Order;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a line announces or is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    /// Names of those who wrote.
    Byline,
    /// Hour or day of publication or change.
    Date,
    /// Who made the picture.
    Credit,
    /// What a lost picture leaves: `Image`, `JPEG`.
    Picture,
    /// Links to other articles.
    Related,
    /// A plea, a newsletter or a footer: the article is probably over.
    Closing,
    /// The readers' comments: the article is over.
    Comments,
    /// A line of the page's own furniture, wherever it stands.
    Furniture,
}

/// Where in a line the words of a cue count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Whole,
    Start,
    /// At the start, or after a full stop inside a paragraph.
    Sentence,
    Anywhere,
}

struct Entry {
    rest: Vec<&'static str>,
    place: Place,
    cue: Cue,
}

/// Cues by their first word.
pub(super) struct Cues(BTreeMap<&'static str, Vec<Entry>>);

const FILES: [(Cue, &str); 8] = [
    (Cue::Furniture, include_str!("../../corpus/cues/furniture.txt")),
    (Cue::Related, include_str!("../../corpus/cues/related.txt")),
    (Cue::Comments, include_str!("../../corpus/cues/comments.txt")),
    (Cue::Closing, include_str!("../../corpus/cues/closing.txt")),
    (Cue::Picture, include_str!("../../corpus/cues/picture.txt")),
    (Cue::Date, include_str!("../../corpus/cues/date.txt")),
    (Cue::Byline, include_str!("../../corpus/cues/byline.txt")),
    (Cue::Credit, include_str!("../../corpus/cues/credit.txt")),
];

/// A cue that was met, and how many words of the line it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Met {
    pub cue: Cue,
    pub n_words: usize,
    /// Whether the line says nothing but the cue.
    pub whole: bool,
    /// Whether the cue says so wherever it stands in a line.
    pub anywhere: bool,
}

impl Cues {
    pub(super) fn get() -> &'static Self {
        static CUES: OnceLock<Cues> = OnceLock::new();
        CUES.get_or_init(|| {
            let mut by_word: BTreeMap<&'static str, Vec<Entry>> = BTreeMap::new();
            for (cue, file) in FILES {
                for line in file.lines().filter(|line| !line.starts_with('#')) {
                    let mut words = line.split_whitespace();
                    let place = match words.next() {
                        Some("=") => Place::Whole,
                        Some("^") => Place::Start,
                        Some(".") => Place::Sentence,
                        Some("~") => Place::Anywhere,
                        _ => continue,
                    };
                    if let Some(first) = words.next() {
                        by_word.entry(first).or_default().push(Entry { rest: words.collect(), place, cue });
                    }
                }
            }
            Cues(by_word)
        })
    }

    /// The cues of a line with these folded words, the one that takes most words first; of equals, in the order of
    /// `FILES`.
    pub(super) fn of(&self, words: &[String]) -> Vec<Met> {
        let mut met: Vec<Met> = Vec::new();
        for at in 0..words.len() {
            for entry in self.starting_with(&words[at]) {
                let n_words = 1 + entry.rest.len();
                if !follows(&words[at + 1..], &entry.rest) {
                    continue;
                }
                let whole = at == 0 && n_words == words.len();
                let counts = match entry.place {
                    Place::Whole => whole,
                    Place::Start | Place::Sentence => at == 0 && is_announcement(n_words, words.len()),
                    Place::Anywhere => true,
                };
                if counts {
                    met.push(Met { cue: entry.cue, n_words, whole, anywhere: entry.place == Place::Anywhere });
                }
            }
        }
        met.order_by_key(|m| std::cmp::Reverse(m.n_words));
        met
    }

    /// The cue that may stand after a full stop and stands at the start of these words.
    pub(super) fn after_stop(&self, words: &[String]) -> Option<Cue> {
        let first = words.first()?;
        self.starting_with(first).find(|entry| entry.place == Place::Sentence && follows(&words[1..], &entry.rest)).map(|entry| entry.cue)
    }

    /// The cue at the start of these words that takes most of them, whatever may follow.
    pub(super) fn opening(&self, words: &[String]) -> Option<Met> {
        let first = words.first()?;
        let fits = self.starting_with(first).filter(|entry| follows(&words[1..], &entry.rest));
        let met = fits.map(|entry| Met {
            cue: entry.cue,
            n_words: 1 + entry.rest.len(),
            whole: entry.place == Place::Whole,
            anywhere: entry.place == Place::Anywhere,
        });
        // Of cues of one length the one that may be followed by more is the more careful.
        met.max_by_key(|met| (met.n_words, !met.whole))
    }

    fn starting_with(&self, word: &str) -> impl Iterator<Item = &Entry> {
        let numeral = word.starts_with(|c: char| c.is_ascii_digit()).then_some("#");
        let entries = |key: &str| self.0.get(key).into_iter().flatten();
        entries(word).chain(numeral.into_iter().flat_map(entries))
    }
}

/// `#` stands for any numeral.
fn follows(words: &[String], rest: &[&str]) -> bool {
    words.len() >= rest.len()
        && rest.iter().zip(words).all(|(cue, word)| word == cue || *cue == "#" && word.starts_with(|c: char| c.is_ascii_digit()))
}

/// A cue of one or two words opens only a short line: `Partagez cet article`, but not a paragraph that happens to begin
/// so. Longer cues are surer of themselves.
fn is_announcement(n_cue: usize, n_line: usize) -> bool {
    match n_cue {
        1 | 2 => n_line <= 22,
        _ => n_line <= 60,
    }
}
