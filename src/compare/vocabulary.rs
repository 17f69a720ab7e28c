//! Words and stems of a corpus as numbers, and how telling each stem is.
//!
//! The weight of a stem falls with the number of different sentences it stands in (inverse document frequency, Spärck
//! Jones, 1972, with sentences for documents: a corpus about one event may have two articles). Maps are only asked, never
//! walked, so that no answer depends on their order.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::prepare::Prepared;
use super::senses;
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
    n_segments: usize,
}

/// A corpus is a small sample: a word is held as rare only as if this many more sentences had been read without it.
/// At 0 two articles of one sentence would have no rare word at all; growing, all words weigh the same. Chosen so that a
/// word in both of two short articles weighs about three quarters.
const UNSEEN_SENTENCES: f32 = 100.0;

impl Vocabulary {
    /// How telling a stem is, 0 to 1.
    pub fn weight(&self, stem: u32) -> f32 {
        self.weight[stem as usize]
    }

    /// The sense of a stem, if it is one of those known.
    pub fn sense(&self, stem: u32) -> Option<u32> {
        self.sense[stem as usize]
    }

    /// True for a stem in few sentences of the corpus.
    pub fn is_rare(&self, stem: u32) -> bool {
        self.frequency[stem as usize] as usize <= 4 + self.n_segments / 100
    }

    /// How telling something is that stands in so many sentences, 0 to 1.
    pub fn weight_of_frequency(&self, frequency: u32) -> f32 {
        let seen = self.n_segments as f32 + UNSEEN_SENTENCES;
        (1.0 + seen / (frequency as f32 + 1.0)).ln() / (1.0 + seen).ln()
    }

    /// Number of stems; they are numbered from 0.
    pub fn n_stems(&self) -> u32 {
        u32::try_from(self.frequency.len()).expect("fewer words than bytes")
    }

    pub fn number_word(&mut self, folded: String) -> u32 {
        Self::number(&mut self.words, folded)
    }

    pub fn number_stem(&mut self, stem: String) -> u32 {
        Self::number(&mut self.stems, stem)
    }

    fn number(map: &mut HashMap<String, u32>, key: String) -> u32 {
        let next = u32::try_from(map.len()).expect("fewer words than bytes");
        *map.entry(key).or_insert(next)
    }

    /// Counts stems in all articles and weighs them; before, nothing has a weight.
    pub fn finish(&mut self, documents: &[Prepared]) {
        // A sentence that stands in several places is counted once: text in common shall not make its own words frequent.
        let mut seen = HashSet::new();
        self.frequency = vec![0; self.stems.len()];
        for document in documents {
            for (stems, segment) in document.stems.iter().zip(0..) {
                if seen.insert(document.words(segment).collect::<Vec<_>>()) {
                    stems.iter().for_each(|stem| self.frequency[*stem as usize] += 1);
                }
            }
        }
        self.n_segments = seen.len();
        self.sense = vec![None; self.stems.len()];
        for (stem, sense) in SENSES.iter() {
            if let Some(number) = self.stems.get(stem) {
                self.sense[*number as usize] = Some(*sense);
            }
        }
        self.weight = self.frequency.iter().map(|frequency| self.weight_of_frequency(*frequency)).collect();
    }
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
    use crate::compare::fixture;
    use crate::compare::prepare::prepare;

    #[test]
    fn a_number_in_words_meets_its_digits() {
        let (documents, _) = prepare(&fixture::corpus(&["Soixante pays.", "60 pays."]));
        assert_eq!(documents[0].tokens[0].stem, documents[1].tokens[0].stem);
    }

    #[test]
    fn a_rare_stem_weighs_more_than_a_frequent_one() {
        let (documents, vocabulary) = prepare(&fixture::corpus(&["Un pont cède.", "Un pont tient.", "Un pont plie."]));
        let weight = |at: usize| vocabulary.weight(documents[0].tokens[at].stem);
        assert!(weight(2) > weight(1));
    }
}
