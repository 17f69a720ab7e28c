//! Which forms of the texts answer one word of a query, and how near each is to what was typed.

use std::ops::Range;

use super::dictionary::TermId;
use super::edits;
use super::function_words::is_function_word;
use super::index::Index;
use super::query::{Typed, Word};
use super::stems::LANGUAGES;
use crate::order::Order;

/// How near what stands in a text is to what was typed; the nearer, the smaller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    #[default]
    Exact,
    /// With other accents.
    Folded,
    Inflected,
    Longer,
    Misspelt,
}

/// Number of [`Form`]s.
pub const N_FORMS: usize = 5;

/// The nearest first.
pub const FORMS: [Form; N_FORMS] = [Form::Exact, Form::Folded, Form::Inflected, Form::Longer, Form::Misspelt];

/// A form that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sought {
    pub term: TermId,
    pub form: Form,
    /// Languages of the parts in which it is, one bit each.
    pub languages: u8,
}

/// All languages.
pub const ANY: u8 = 0x7f;

/// Words shorter than this are not taken for misspelt ones: one letter of three makes another word. Elasticsearch's AUTO
/// says three; four spares the acronyms.
const SHORTEST_MISSPELT: usize = 4;

/// Which forms of a word are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// As typed, accents and case apart.
    Exact,
    /// Also inflected.
    Inflected,
}

/// Forms of `word`. Their order depends on the forms only, not on when each came into the index.
pub fn of_word(index: &Index, word: &Word, reach: Reach) -> Vec<Sought> {
    let mut found = as_typed(index, &word.term, Some(&word.lower));
    let is_known = !found.is_empty();
    let longer = if word.typed == Typed::Unfinished { index.dictionary.with_prefix(&word.term) } else { 0..0 };
    // The beginning of a word has no forms: « écoli » is on its way to « écoliers », not a form of « école ». But « ouverte »
    // is a word where « ouvertes » is one of its forms.
    let goes_on = !is_known && word.typed == Typed::Unfinished && longer.clone().any(|rank| index.lives(index.dictionary.at(rank), ANY));
    let begins = |term: TermId| index.dictionary.folded(term).starts_with(&word.term);
    let mut inflected: Vec<(TermId, u8)> = Vec::new();
    for language in LANGUAGES.into_iter().filter(|_| reach == Reach::Inflected) {
        let bit = 1 << language as u8;
        let mut forms = index.same_stem(language, &word.lower);
        forms.retain(|term| index.lives(*term, bit));
        if goes_on && !forms.iter().any(|term| begins(*term)) {
            continue;
        }
        for term in forms.into_iter().filter(|term| !found.iter().any(|known| known.term == *term)) {
            match inflected.iter_mut().find(|(known, _)| *known == term) {
                Some((_, languages)) => *languages |= bit,
                None => inflected.push((term, bit)),
            }
        }
    }
    inflected.order_by(|a, b| index.dictionary.key(a.0).cmp(&index.dictionary.key(b.0)));
    found.extend(inflected.iter().map(|&(term, languages)| Sought { term, form: Form::Inflected, languages }));
    if word.typed == Typed::Unfinished {
        add_longer(index, longer, &word.term, &inflected, &mut found);
    }
    found
}

/// Forms that begin with `prefix`.
pub fn of_prefix(index: &Index, prefix: &str) -> Vec<Sought> {
    let mut found = as_typed(index, prefix, None);
    add_longer(index, index.dictionary.with_prefix(prefix), prefix, &[], &mut found);
    found
}

/// Forms that `fits` is true of, given without accents.
pub fn that(index: &Index, mut fits: impl FnMut(&str) -> bool) -> Vec<Sought> {
    let terms = index.dictionary.all().map(|rank| index.dictionary.at(rank));
    terms.filter(|term| fits(index.dictionary.folded(*term))).map(|term| Sought { term, form: Form::Exact, languages: ANY }).collect()
}

/// All words that carry matter.
pub fn any(index: &Index) -> Vec<Sought> {
    that(index, |folded| !is_function_word(folded))
}

/// Forms one letter away from `word`, which is folded, if nobody asked for them: none for short words.
pub fn misspelt(index: &Index, word: &str) -> Vec<Sought> {
    if word.chars().count() < SHORTEST_MISSPELT { Vec::new() } else { near(index, word, 1) }
}

/// Forms at most `n_edits` letters away from `word`, which is folded.
pub fn near(index: &Index, word: &str, n_edits: u32) -> Vec<Sought> {
    let ranks: Vec<u32> = match n_edits {
        1 => edits::one_away(&index.dictionary, word),
        _ => edits::at_most(&index.dictionary, word, n_edits),
    };
    ranks.into_iter().map(|rank| Sought { term: index.dictionary.at(rank), form: Form::Misspelt, languages: ANY }).collect()
}

/// The ways in which `term` stands in the texts; all are exact unless it is told how it was typed.
pub fn as_typed(index: &Index, term: &str, typed: Option<&str>) -> Vec<Sought> {
    let dictionary = &index.dictionary;
    let terms = dictionary.accented(term).map(|rank| dictionary.at(rank)).filter(|term| index.lives(*term, ANY));
    let form = |term| if typed.is_none_or(|typed| dictionary.form(term) == typed) { Form::Exact } else { Form::Folded };
    terms.map(|term| Sought { term, form: form(term), languages: ANY }).collect()
}

fn add_longer(index: &Index, ranks: Range<u32>, prefix: &str, inflected: &[(TermId, u8)], found: &mut Vec<Sought>) {
    // Those that are the prefix itself come first.
    let itself = index.dictionary.spelt_alike(ranks.clone(), prefix);
    found.reserve(ranks.len());
    for rank in ranks.start.max(itself.end)..ranks.end {
        let term = index.dictionary.at(rank);
        let known = inflected.iter().find(|(known, _)| *known == term).map_or(0, |(_, languages)| *languages);
        let languages = ANY & !known;
        found.push(Sought { term, form: Form::Longer, languages });
    }
}
