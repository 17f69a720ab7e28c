//! Which forms share a stem, in each language.
//!
//! To stem all forms would take a fifth of the time in which an index is built, and few of them are ever asked for. A stem
//! begins as its forms do, so forms are stemmed when a stem with their first two letters is first asked for, those with the same
//! two at once. Stems are not kept, but a mark made of each: to be sure, one form of a mark is stemmed again, or all where one mark
//! stands for two stems.

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
    classes: Vec<OnceLock<Class>>,
    /// Forms whose stem begins with other letters: few, all of them short.
    odd: Vec<Marked>,
}

#[derive(Clone, Debug, Default)]
struct Class {
    marked: Vec<Marked>,
    /// True when forms of one mark have different stems: then all of them are stemmed again, else one.
    mixed: bool,
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
        let known = self.classes.get(class).map(|known| known.get_or_init(|| Class::of(dictionary, language, class)));
        let (marked, mixed) = known.map_or((&[][..], false), |known| (&known.marked[..], known.mixed));
        let mark = mark(stem);
        let first = marked.partition_point(|form| form.mark < mark);
        let of_class = &marked[first..];
        let of_class = &of_class[..of_class.partition_point(|form| form.mark == mark)];
        let is_one = move |form: &Marked| Stems::of(language).stem(dictionary.form(form.term)) == stem;
        let of_class = if mixed || of_class.first().is_some_and(is_one) { of_class } else { &[] };
        let odd = self.odd.iter().filter(move |form| form.mark == mark && is_one(form));
        of_class.iter().filter(move |form| !mixed || is_one(form)).chain(odd).map(|form| form.term)
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        let marked: usize = self.classes.iter().filter_map(OnceLock::get).map(|class| class.marked.capacity()).sum();
        (marked + self.odd.capacity()) * size_of::<Marked>() + self.classes.capacity() * size_of::<OnceLock<Class>>()
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

impl Class {
    /// The forms of a class in order of their marks.
    fn of(dictionary: &Dictionary, language: Language, of: usize) -> Self {
        let stemmer = Stems::of(language);
        let forms = dictionary.narrow(dictionary.all(), |folded| class(folded).cmp(&of)).map(|rank| dictionary.at(rank));
        let forms: Vec<TermId> = forms.filter(|term| dictionary.term(*term).is_of(1 << language as u8)).collect();
        let stems: Vec<String> = forms.iter().map(|term| stemmer.stem(dictionary.form(*term))).collect();
        let mut places: Vec<u64> = stems.iter().zip(0u64..).map(|(stem, at)| u64::from(mark(stem)) << 32 | at).collect();
        // As numbers, which share one compiled sort.
        places.sort_unstable();
        let at = |packed: u64| packed as u32 as usize;
        let mixed = places.windows(2).any(|pair| pair[0] >> 32 == pair[1] >> 32 && stems[at(pair[0])] != stems[at(pair[1])]);
        let marked = places.into_iter().map(|packed| Marked { mark: (packed >> 32) as u32, term: forms[at(packed)] }).collect();
        Self { marked, mixed }
    }
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
