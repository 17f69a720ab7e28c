//! Which forms share a stem, in each language.
//!
//! To stem all forms would take a fifth of the time in which an index is built, and few of them are ever asked for. A stem
//! begins as its forms do, so forms are stemmed when a stem with their first two letters is first asked for, those with the same
//! two at once. Stems are not kept, but a mark made of each: the few forms of the same mark are stemmed again to be sure.

use std::sync::OnceLock;

use super::dictionary::{Dictionary, TermId};
#[cfg(feature = "whole")]
use super::saved::{LoadError, Saved, Writer};
use crate::id::Fingerprint;
use crate::text::{Language, Stems};

pub const LANGUAGES: [Language; 2] = [Language::French, Language::English];

/// The forms of one language.
#[derive(Clone, Debug, Default)]
pub struct StemTable {
    /// By the first two letters, once they were asked for: forms in order of their marks.
    classes: Vec<OnceLock<Vec<Marked>>>,
    /// Forms whose stem begins with other letters: few, all of them short.
    odd: Vec<Marked>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Marked {
    mark: u32,
    term: TermId,
}

/// What a byte can be in the letters of a class: none, a digit, a letter from a to z, all others.
const LETTERS: usize = 38;

/// Bytes of the longest form whose stem may begin with other letters: what is left of a longer one holds the first two. English
/// cuts more at once (`ingly`).
const fn longest_odd(language: Language) -> usize {
    match language {
        Language::French => 5,
        Language::English => 7,
    }
}

impl StemTable {
    /// Takes a form not met in this language before.
    pub fn add(&mut self, language: Language, term: TermId, dictionary: &Dictionary) {
        if self.classes.is_empty() {
            self.classes.resize_with(LETTERS * LETTERS, OnceLock::new);
        }
        let folded = dictionary.folded(term);
        self.classes[class(folded.as_bytes())].take();
        if folded.len() <= longest_odd(language) {
            let stem = Stems::of(language).stem(dictionary.form(term));
            if class(stem.as_bytes()) != class(folded.as_bytes()) {
                self.odd.push(Marked { mark: mark(&stem), term });
            }
        }
    }

    /// True when no text of the language was read.
    pub fn is_empty(&self) -> bool {
        self.classes.is_empty()
    }

    /// Forms whose stem in `language` is `stem`.
    pub fn with_stem<'a>(&'a self, dictionary: &'a Dictionary, language: Language, stem: &'a str) -> impl Iterator<Item = TermId> + 'a {
        let class = class(stem.as_bytes());
        let marked = self.classes.get(class).map_or(&[][..], |known| known.get_or_init(|| marked(dictionary, language, class)));
        let mark = mark(stem);
        let first = marked.partition_point(|form| form.mark < mark);
        let of_class = marked[first..].iter().take_while(move |form| form.mark == mark);
        let odd = self.odd.iter().filter(move |form| form.mark == mark);
        of_class.chain(odd).map(|form| form.term).filter(move |term| Stems::of(language).stem(dictionary.form(*term)) == stem)
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        let marked: usize = self.classes.iter().filter_map(OnceLock::get).map(Vec::capacity).sum();
        (marked + self.odd.capacity()) * size_of::<Marked>() + self.classes.capacity() * size_of::<OnceLock<Vec<Marked>>>()
    }
}

#[cfg(feature = "whole")]
impl StemTable {
    pub fn save(&self, writer: &mut Writer) {
        writer.number(u32::from(!self.classes.is_empty()));
        writer.number(self.odd.len() as u32);
        self.odd.iter().flat_map(|form| [form.mark, form.term]).for_each(|number| writer.number(number));
    }

    pub fn load(saved: &mut Saved) -> Result<Self, LoadError> {
        let mut table = Self::default();
        if saved.number()? != 0 {
            table.classes.resize_with(LETTERS * LETTERS, OnceLock::new);
        }
        for _ in 0..saved.number()? {
            table.odd.push(Marked { mark: saved.number()?, term: saved.number()? });
        }
        Ok(table)
    }
}

/// The forms of a class in order of their marks.
fn marked(dictionary: &Dictionary, language: Language, of: usize) -> Vec<Marked> {
    let stems = Stems::of(language);
    let forms = dictionary.narrow(dictionary.all(), |folded| class(folded).cmp(&of)).map(|rank| dictionary.at(rank));
    let forms = forms.filter(|term| dictionary.term(*term).is_of(1 << language as u8));
    let mut marked: Vec<u64> = forms.map(|term| u64::from(mark(&stems.stem(dictionary.form(term)))) << 32 | u64::from(term)).collect();
    // As numbers, which share one compiled sort.
    marked.sort_unstable();
    marked.into_iter().map(|packed| Marked { mark: (packed >> 32) as u32, term: packed as TermId }).collect()
}

/// A number for the first two letters, in the order of the words.
fn class(folded: &[u8]) -> usize {
    let letter = |at: usize| match folded.get(at) {
        None => 0,
        Some(digit @ b'0'..=b'9') => usize::from(digit - b'0') + 1,
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 11,
        Some(_) => LETTERS - 1,
    };
    letter(0) * LETTERS + letter(1)
}

fn mark(stem: &str) -> u32 {
    let Fingerprint(all) = Fingerprint::of(stem.as_bytes());
    (all ^ all >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn only_short_forms_have_a_stem_with_other_letters(
            form in "([a-z]{1,2}|[a-zéèœ]{1,5})(ing|ed|edly|ingly|trice|ées|aient|ment|s|eux|if|y|ied|ies|[a-zéèçœ]{1,4}){0,3}"
        ) {
            let folded = crate::text::fold(&form);
            for language in LANGUAGES.into_iter().filter(|language| folded.len() > longest_odd(*language)) {
                prop_assert_eq!(class(Stems::of(language).stem(&form).as_bytes()), class(folded.as_bytes()), "{}", form);
            }
        }
    }
}
