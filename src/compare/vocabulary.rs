//! Words and stems of a corpus as numbers, and how telling each stem is.
//!
//! The weight of a stem falls with the number of different sentences it stands in (inverse document frequency, Spärck
//! Jones, 1972, with sentences for documents: a corpus about one event may have two articles). Maps are only asked, never
//! walked, so that no answer depends on their order.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::function_words::{digits_of, is_function_word};
use super::prepare::Prepared;
use super::{common_words, senses};
use crate::text::{self, Language};

/// Words and stems of a corpus as numbers, with how telling each stem is.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    words: HashMap<String, u32>,
    stems: HashMap<String, u32>,
    /// Number of different segments that hold a stem.
    frequency: Vec<u32>,
    /// 0 to 1; growing with rarity.
    weight: Vec<f32>,
    /// What a stem means, of the senses known.
    sense: Vec<Option<u32>>,
    /// Words of any article.
    common: Vec<bool>,
    /// Functions that stand before names.
    function: Vec<bool>,
    n_segments: usize,
}

/// A corpus is a small sample: a word is held as rare only as if this many more sentences had been read without it.
/// At 0 two articles of one sentence would have no rare word at all; growing, all words weigh the same. Chosen so that a
/// word in both of two short articles weighs about three quarters.
const UNSEEN_SENTENCES: f32 = 100.0;

/// Steps of a weight: sums of some thousands of such numbers are exact.
const STEPS: f32 = 4096.0;
/// What a word of any article weighs against another one as rare in the corpus.
const COMMON: f32 = 0.5;

impl Vocabulary {
    /// How telling a stem is, 0 to 1.
    pub fn weight(&self, stem: u32) -> f32 {
        self.weight.get(stem as usize).copied().unwrap_or(1.0)
    }

    /// The same where no words in a row are compared: a word of any article tells less than its rarity in a small corpus says.
    pub fn telling(&self, stem: u32) -> f32 {
        let is_common = self.common.get(stem as usize).copied().unwrap_or(false);
        self.weight(stem) * if is_common { COMMON } else { 1.0 }
    }

    /// True for a function that names go with (`le ministre`, `la procureure`): in common because the person is.
    pub fn is_function(&self, stem: u32) -> bool {
        self.function.get(stem as usize).copied().unwrap_or(false)
    }

    /// The sense of a stem, if it is one of those known.
    pub fn sense(&self, stem: u32) -> Option<u32> {
        self.sense.get(stem as usize).copied().flatten()
    }

    /// True for a stem in few sentences of the corpus.
    pub fn is_rare(&self, stem: u32) -> bool {
        self.frequency.get(stem as usize).is_none_or(|frequency| *frequency as usize <= 4 + self.n_segments / 100)
    }

    /// How telling something is that stands in so many sentences, 0 to 1.
    pub fn weight_of_frequency(&self, frequency: u32) -> f32 {
        let seen = self.n_segments as f32 + UNSEEN_SENTENCES;
        let weight = (1.0 + seen / (frequency as f32 + 1.0)).ln() / (1.0 + seen).ln();
        // In steps, so that sums of weights do not depend on their order.
        (weight * STEPS).round() / STEPS
    }

    /// Number of stems; they are numbered from 0.
    pub fn n_stems(&self) -> u32 {
        u32::try_from(self.frequency.len()).expect("fewer words than bytes")
    }

    /// What a surface form is, numbered if it is new.
    pub fn add(&mut self, language: Language, surface: &str) -> Form {
        let (folded, stem) = read(language, surface);
        Form { content: !is_function_word(&folded), word: number(&mut self.words, folded), stem: number(&mut self.stems, stem) }
    }

    /// What a surface form is. Words that the corpus does not have are all one.
    pub fn form(&self, language: Language, surface: &str) -> Form {
        let (folded, stem) = read(language, surface);
        let find = |map: &HashMap<String, u32>, key: &str| map.get(key).copied().unwrap_or(UNKNOWN);
        Form { content: !is_function_word(&folded), word: find(&self.words, &folded), stem: find(&self.stems, &stem) }
    }

    /// Counts the stems of one article; before all are counted, nothing has a weight. `seen` holds the sentences met.
    pub fn count(&mut self, document: &Prepared, seen: &mut HashSet<u64>) {
        self.frequency.resize(self.stems.len(), 0);
        // A sentence that stands in several places is counted once: text in common shall not make its own words frequent.
        for (stems, segment) in document.stems.iter().zip(0..) {
            if seen.insert(fingerprint(document.words(segment))) {
                stems.iter().for_each(|stem| self.frequency[*stem as usize] += 1);
            }
        }
        self.n_segments = seen.len();
    }

    /// Weighs the stems, when all are counted.
    pub fn finish(&mut self) {
        self.sense = vec![None; self.stems.len()];
        for (stem, sense) in SENSES.iter() {
            if let Some(number) = self.stems.get(stem) {
                self.sense[*number as usize] = Some(*sense);
            }
        }
        self.weight = self.frequency.iter().map(|frequency| self.weight_of_frequency(*frequency)).collect();
        self.common = vec![false; self.stems.len()];
        self.function = vec![false; self.stems.len()];
        let mark = |marked: &mut Vec<bool>, stems: &[String]| {
            for number in stems.iter().filter_map(|stem| self.stems.get(stem)) {
                marked[*number as usize] = true;
            }
        };
        mark(&mut self.common, common_words::stems());
        mark(&mut self.function, common_words::functions());
    }
}

/// What one surface form is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Equal for words that fold alike.
    pub word: u32,
    /// Equal for words of one stem.
    pub stem: u32,
    /// Carries matter of its own: no function word.
    pub content: bool,
}

/// Number of a word that stands nowhere in the corpus.
const UNKNOWN: u32 = u32::MAX;

/// A surface form folded, and its stem.
fn read(language: Language, surface: &str) -> (String, String) {
    let folded = text::fold(surface);
    let stem = digits_of(&folded).map_or_else(|| stem(language, surface), str::to_owned);
    (folded, stem)
}

fn number(map: &mut HashMap<String, u32>, key: String) -> u32 {
    let next = u32::try_from(map.len()).expect("fewer words than bytes");
    *map.entry(key).or_insert(next)
}

/// A number for a row of words, so that rows are told apart without being kept: of four million, two agree by chance once
/// in a million corpora. Each step is that of the FxHash of Firefox, with a shift so that low bits know of high ones.
pub(super) fn fingerprint(words: impl Iterator<Item = u32>) -> u64 {
    words.fold(0, |hash: u64, word| {
        // The first word has number 0, which would leave a hash of 0 as it is.
        let mixed = (hash.rotate_left(5) ^ (u64::from(word) + 1)).wrapping_mul(0x517c_c1b7_2722_0a95);
        mixed ^ (mixed >> 32)
    })
}

/// Stems of the words of known sense; where a stem is of both languages, the French sense comes last and stays.
static SENSES: LazyLock<Vec<(String, u32)>> = LazyLock::new(|| {
    let languages = [Language::English, Language::French];
    languages.into_iter().flat_map(|language| senses::words().map(move |(sense, word)| (stem(language, word), sense))).collect()
});

/// The stem of a word, folded. Stemmed with its accents, which the French rules look at, and without a leading `anti`,
/// which one account may put before a word and another leave out; transliterated `dj` meets `j`.
pub(super) fn stem(language: Language, surface: &str) -> String {
    let lower = text::compose(&text::filling::stripped(surface)).to_lowercase();
    let lower = lower.strip_prefix('d').filter(|rest| rest.starts_with('j')).unwrap_or(&lower);
    let bare = lower.strip_prefix("anti").filter(|rest| rest.len() > 5).unwrap_or(lower);
    text::fold(&text::stem::snowball(language, bare))
}

#[cfg(test)]
mod tests {
    use crate::compare::fixture::{self, prepare};

    #[test]
    fn a_number_in_words_meets_its_digits() {
        let (documents, _) = prepare(&fixture::corpus(&["Soixante pays.", "60 pays."]));
        assert_eq!(documents[0].tokens[0].stem, documents[1].tokens[0].stem);
    }

    #[test]
    fn a_row_of_words_is_told_from_the_same_without_its_first_word() {
        assert_ne!(super::fingerprint([0, 0, 7].into_iter()), super::fingerprint([0, 7].into_iter()));
        assert_ne!(super::fingerprint([0].into_iter()), super::fingerprint([].into_iter()));
    }

    #[test]
    fn a_rare_stem_weighs_more_than_a_frequent_one() {
        let (documents, vocabulary) = prepare(&fixture::corpus(&["Un pont cède.", "Un pont tient.", "Un pont plie."]));
        let weight = |at: usize| vocabulary.weight(documents[0].tokens[at].stem);
        assert!(weight(2) > weight(1));
    }
}
