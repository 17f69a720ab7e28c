//! Reads one thing to look up: a word, a beginning, an ending, a word with letters astray, a compound, a phrase.

use super::analysis::{self, Link};
use super::function_words::is_function_word;
use super::lex::is_minus;
use super::notice::{NoticeKind, Notices};
use super::query::{Leaf, LeafKind, Typed, Word};
use crate::figures;
use crate::span::Span;
use crate::text::numerals::{Form, numeral};
use crate::text::{self, Language, Line};

/// The most letters astray that are read: with three, most short words are each other.
const MOST_EDITS: u32 = 2;

/// What a chunk says besides its words.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    None,
    /// `préf*`
    Longer,
    /// `*fixe`
    Ending,
    /// `mot~1`
    Edits(u32),
}

/// Words of `text`, what stands between them, the last as it is `typed`.
pub fn words(text: &str, typed: Typed) -> (Vec<Word>, Vec<Link>) {
    let (mut words, mut links): (Vec<_>, Vec<_>) = analysis::tokens(text, Span::of(text))
        .map(|token| {
            let raw = token.span.slice(text);
            (Word { lower: analysis::lower(raw), term: analysis::term(raw), typed: Typed::Whole }, token.link)
        })
        .filter(|(word, _)| !word.term.is_empty())
        .unzip();
    links.pop();
    if let Some(last) = words.last_mut() {
        last.typed = typed;
    }
    (words, links)
}

/// Folded words of the value of a field.
pub fn folded(value: &str) -> Vec<String> {
    words(value, Typed::Whole).0.into_iter().map(|word| word.term).collect()
}

/// The same of a name of an outlet or author, which is held against whole words: `l'express` is not asked for its particle.
pub fn name(value: &str) -> Vec<String> {
    let words: Vec<&str> = text::words(value, Span::of(value)).map(|word| word.slice(value)).collect();
    let matters = |word: &&&str| words.len() == 1 || !analysis::is_elided(word);
    words.iter().filter(matters).map(|word| analysis::term(word)).filter(|term| !term.is_empty()).collect()
}

/// The same of a figure: numbers as they are counted, in digits or in words, and nouns in the singular.
pub fn figure(value: &str) -> Vec<String> {
    let line = Line::of(value, Span::of(value));
    let mut key = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let read = [Language::French, Language::English].into_iter().find_map(|language| numeral(&line, at, language));
        match read.filter(|read| read.form != Form::Article) {
            Some(read) => {
                key.push(read.number.to_string());
                at = read.next;
            }
            None => {
                let nouns = folded(line.written(at)).into_iter().filter(|word| !is_function_word(word));
                key.extend(nouns.map(|word| figures::singular(&word, Language::French)));
                at += 1;
            }
        }
    }
    key
}

/// True for the `l` of « l interieur »: a particle before a vowel, its apostrophe not typed.
pub fn is_bare_particle(word: &Word, next: &str) -> bool {
    analysis::is_elided(&word.lower) && analysis::term(next).starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h'])
}

/// The phrase of these words; nothing when there is none.
pub fn phrase(text: &str, typed: Typed, slack: u32) -> Option<Leaf> {
    let (all, _) = words(text, typed);
    let bare: Vec<bool> = all.windows(2).map(|pair| is_bare_particle(&pair[0], &pair[1].term)).collect();
    let kept: Vec<Word> = all.into_iter().zip(bare.into_iter().chain([false])).filter(|(_, bare)| !bare).map(|(word, _)| word).collect();
    let slack = if kept.len() > 1 { slack } else { 0 };
    (!kept.is_empty()).then(|| Leaf { text: text.trim().to_owned(), kind: LeafKind::Phrase { words: kept, slack }, within: Vec::new() })
}

/// What the chunk at `span` of `query` asks for; nothing when no word is in it.
pub fn chunk(query: &str, span: Span, typed: Typed, notices: &mut Notices<'_>) -> Option<Leaf> {
    let text = span.slice(query);
    let (body, mark) = marked(query, span, notices);
    let typed = if mark == Mark::None { typed } else { Typed::Whole };
    let (mut parts, links) = words(body, typed);
    let Some(last) = parts.pop() else {
        if text.contains('*') && !text.contains(char::is_alphanumeric) {
            notices.mend(NoticeKind::LoneStar, span, span, "");
        }
        return None;
    };
    let text = text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '~')).to_owned();
    let kind = match (parts.is_empty(), mark) {
        (true, Mark::None) => LeafKind::Word(last),
        (true, Mark::Longer) => LeafKind::Prefix(last.term),
        (true, Mark::Ending) => LeafKind::Suffix(last.term),
        (true, Mark::Edits(edits)) => LeafKind::Fuzzy { word: last, edits },
        (false, mark) => {
            let typed = if mark == Mark::Longer { Typed::Unfinished } else { last.typed };
            parts.push(Word { typed, ..last });
            let lowers: Vec<&str> = parts.iter().map(|word| word.lower.as_str()).collect();
            let lower = links.iter().all(|link| *link == Link::Joined).then(|| analysis::joined(&lowers)).flatten();
            let joined = lower.map(|lower| Word { term: analysis::term(&lower), lower, typed });
            LeafKind::Compound { parts, joined }
        }
    };
    Some(Leaf { text, kind, within: Vec::new() })
}

/// The words of a chunk, and what is asked of them.
fn marked<'q>(query: &'q str, span: Span, notices: &mut Notices<'_>) -> (&'q str, Mark) {
    let text = span.slice(query);
    if let Some((body, digits)) = text.rsplit_once('~')
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !body.contains('*')
    {
        let asked = digits.parse().unwrap_or(if digits.is_empty() { 1 } else { u32::MAX });
        if asked > MOST_EDITS {
            let place = Span::new(span.end as usize - digits.len(), span.end as usize);
            let kind = NoticeKind::NumberCut { asked: digits.chars().take(12).collect(), read: MOST_EDITS };
            notices.mend(kind, place, place, &MOST_EDITS.to_string());
        }
        return (body, if asked == 0 { Mark::None } else { Mark::Edits(asked.min(MOST_EDITS)) });
    }
    let Some(star) = text.find('*') else { return (text, Mark::None) };
    let before = &text[..star];
    if before.contains(char::is_alphanumeric) {
        if text[star..].contains(char::is_alphanumeric) {
            star_inside(query, span, &format!("{before}*"), notices);
        }
        return (before, Mark::Longer);
    }
    let body = text[star..].trim_start_matches('*');
    if body.contains('*') {
        let stem = body.split('*').find(|part| part.contains(char::is_alphanumeric)).unwrap_or("");
        star_inside(query, span, &format!("{stem}*"), notices);
        return (stem, Mark::Longer);
    }
    (body, Mark::Ending)
}

/// An asterisk where none is read: a pattern would say what is meant.
fn star_inside(query: &str, span: Span, read: &str, notices: &mut Notices<'_>) {
    let kind = NoticeKind::StarInside { read: read.to_owned() };
    let parts: Vec<&str> = span.slice(query).split('*').collect();
    let is_fresh = query[..span.start as usize].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(' || is_minus(c));
    if is_fresh && parts.iter().all(|part| part.chars().all(char::is_alphanumeric)) {
        notices.mend(kind, span, span, &format!("/{}/", parts.join(".*")));
    } else {
        notices.tell(kind, span);
    }
}
