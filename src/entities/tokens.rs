//! Sentences cut into the tokens that names are made of, with the shape of each.
//!
//! A name is told by its capitals, so a token keeps its shape beside its folded key; hyphens join (`Saint-Denis`),
//! elided articles split (`l’|État`), initials keep their stop (`B.`), web addresses stay whole (`LeFigaro.fr`). This is
//! finer than the words of `text::words`, which serve search. Knows nothing of gazetteers.

use unicode_normalization::char::is_combining_mark;

use super::key::{Key, Keys};
use crate::corpus::Document;
use crate::id::DocumentId;
use crate::span::Span;
use crate::text::filling::Bare;
use crate::text::{Language, fold};

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Lower,
    /// `Paris`, `Saint-Denis`.
    Capital,
    /// `ONU`: two letters or more, all capital.
    Upper,
    /// `iPhone`, `al-Bab`: begins small, holds a capital.
    Mixed,
    /// `B.`, `J.-P.`
    Initial,
    Number,
    Mark,
}

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub span: Span,
    /// Folded; hyphens and apostrophes are blanks, so that `Etats-Unis` and `États Unis` meet.
    pub key: Key,
    pub shape: Shape,
    /// Only white space stands between the token before and this one, a line break of wrapped text included, an empty
    /// line not.
    pub near: bool,
    /// A capital here says little: first word, or first after a colon, an opening quotation mark or a dash.
    pub opens: bool,
}

impl Token {
    /// True when the token could be a part of a name by its shape.
    pub fn is_nameish(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Mixed | Shape::Initial)
    }

    pub fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Mark | Shape::Number)
    }
}

/// What capitals say in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    /// Nearly every word has one: headlines in title case, lists of names.
    Title,
    /// Every letter is one.
    Shout,
}

#[derive(Clone, Debug)]
pub(super) struct Line {
    pub document: DocumentId,
    pub language: Language,
    pub style: Style,
    pub tokens: Vec<Token>,
}

/// The sentences of one article, in order.
pub(super) fn lines<'a>(document: &'a Document, keys: &mut Keys<'a>) -> impl Iterator<Item = Line> {
    document.sentences.iter().map(|sentence| {
        let tokens = tokens(document.text(), sentence.span, keys);
        Line { document: document.id, language: document.language, style: style(&tokens), tokens }
    })
}

/// Shorter sentences show no style: `Manuel Valls.` is not a headline.
const MIN_WORDS_FOR_STYLE: usize = 4;

fn style(tokens: &[Token]) -> Style {
    let words: Vec<_> = tokens.iter().filter(|t| t.is_word() && t.span.len() > 3).collect();
    if words.len() < MIN_WORDS_FOR_STYLE {
        let all = tokens.iter().filter(|t| t.is_word()).count();
        let upper = tokens.iter().filter(|t| t.shape == Shape::Upper).count();
        return if upper > 1 && upper == all { Style::Shout } else { Style::Plain };
    }
    let n = |wanted: fn(&Shape) -> bool| words.iter().filter(|t| wanted(&t.shape)).count();
    let lower = n(|s| *s == Shape::Lower);
    let upper = n(|s| *s == Shape::Upper);
    if upper * 10 >= words.len() * 8 {
        Style::Shout
    } else if lower * 5 <= words.len() {
        Style::Title
    } else {
        Style::Plain
    }
}

/// The tokens of `within`, in order.
pub(super) fn tokens<'a>(text: &'a str, within: Span, keys: &mut Keys<'a>) -> Vec<Token> {
    let Some(bare) = Bare::of(text, within) else { return bare_tokens(text, within, &mut |piece| keys.of_surface(piece, key)) };
    let mut tokens = bare_tokens(&bare.bare, Span::of(&bare.bare), &mut |piece| keys.of(key(piece)));
    tokens.iter_mut().for_each(|token| token.span = bare.place(token.span));
    tokens
}

/// What is the same in all spellings of a word.
fn key(piece: &str) -> String {
    fold(piece).replace(['-', '‐', '‑', '\''], " ")
}

fn bare_tokens<'t>(text: &'t str, within: Span, key: &mut dyn FnMut(&'t str) -> Key) -> Vec<Token> {
    let slice = within.slice(text);
    let base = within.start as usize;
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    let mut near = false;
    while let Some(c) = slice[at..].chars().next() {
        if c.is_whitespace() {
            near &= c != '\n' || !slice[at + 1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n');
            at += c.len_utf8();
            continue;
        }
        let end = if c.is_alphanumeric() { word_end(slice, at) } else { at + c.len_utf8() };
        let piece = &slice[at..end];
        let shape = shape(piece);
        let opens = match found.last() {
            None => true,
            Some(before) if before.shape == Shape::Mark => {
                found.len() == 1
                    || matches!(&*before.key, ":" | "«" | "\"" | "“" | "–" | "—" | "-" | "." | "!" | "?" | "…" | "•" | "[" | "+")
            }
            Some(_) => false,
        };
        let key = key(piece.trim_end_matches(['\'', '’']));
        found.push(Token { span: Span::new(base + at, base + end), key, shape, near, opens });
        near = true;
        at = end;
    }
    found
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '\u{ad}' | '\u{200d}')
}

const HYPHENS: [char; 3] = ['-', '‐', '‑'];

/// Parts that stand before a name with a hyphen and are none of it: `pro-Trump`, `ex-UMP`.
const PREFIXES: [&str; 12] = ["pro", "anti", "ex", "non", "post", "pre", "inter", "mi", "quasi", "sous", "trans", "ultra"];

/// Ends of web addresses that may follow a name in a text.
const DOMAINS: [&str; 12] = ["fr", "com", "org", "net", "info", "eu", "be", "ch", "uk", "tv", "io", "gouv"];

/// Bytes after which a token takes no further part: no name is longer, and a chain of hyphens would be read again at each part.
const LONGEST: usize = 200;

/// End of the token that begins at byte `start`.
fn word_end(slice: &str, start: usize) -> usize {
    let mut end = plain_end(slice, start);
    loop {
        let piece = &slice[start..end];
        if piece.len() > LONGEST {
            return end;
        }
        let mut rest = slice[end..].chars();
        let (Some(mark), next) = (rest.next(), rest.next()) else { return end };
        let after = end + mark.len_utf8();
        let word_follows = next.is_some_and(char::is_alphanumeric);
        if HYPHENS.contains(&mark) && word_follows && !PREFIXES.contains(&fold(piece).as_str()) {
            end = plain_end(slice, after);
        } else if matches!(mark, '\'' | '’') && word_follows {
            match apostrophe(slice, piece, after) {
                Some(longer) => end = longer,
                None => return end,
            }
            if end == after {
                return end;
            }
        } else if mark == '.' {
            let last = piece.rsplit(['.', '-']).next().unwrap_or(piece);
            let initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
            let domain = &slice[after..plain_end(slice, after)];
            if word_follows && DOMAINS.contains(&domain) && piece.chars().any(char::is_alphabetic) {
                end = after + domain.len();
            } else if initial {
                // `U.S.A.` and `J.-P.` go on; `B. Dupont` stops behind the full stop.
                let dotted = next.is_some_and(char::is_uppercase) && slice[after..].chars().nth(1) == Some('.');
                let hyphen = next.is_some_and(|c| HYPHENS.contains(&c)) && slice[after..].chars().nth(1).is_some_and(char::is_uppercase);
                end = after;
                if dotted {
                    end = plain_end(slice, after);
                } else if hyphen {
                    end = plain_end(slice, after + next.map_or(0, char::len_utf8));
                } else {
                    return end;
                }
            } else {
                return end;
            }
        } else {
            return end;
        }
    }
}

fn plain_end(slice: &str, start: usize) -> usize {
    slice[start..].find(|c| !is_word_char(c)).map_or(slice.len(), |length| start + length)
}

/// Where a token goes on after its apostrophe: right behind it for an elided word, after the next word for `O’Brien` and
/// `aujourd’hui`, nowhere (`None`) for the English genitive.
fn apostrophe(slice: &str, piece: &str, after: usize) -> Option<usize> {
    let next = plain_end(slice, after);
    let word = &slice[after..next];
    let folded = fold(piece);
    let irish = matches!(piece, "O" | "N" | "M" | "K") && word.chars().next().is_some_and(char::is_uppercase);
    if word == "s" {
        None
    } else if irish {
        Some(next)
    } else if folded.chars().count() == 1 || folded.ends_with("qu") {
        Some(after)
    } else {
        Some(next)
    }
}

/// The key of the token at `at` when nothing parts it from the one before, else nothing.
pub(super) fn near_key(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).filter(|token| token.near).map_or("", |token| token.key.as_str())
}

fn shape(piece: &str) -> Shape {
    let (mut upper, mut lower, mut digits, mut others) = (0, 0, 0, 0);
    let mut first = None;
    for c in piece.chars() {
        if c.is_alphabetic() {
            first.get_or_insert(c);
        }
        match c {
            c if c.is_uppercase() => upper += 1,
            c if c.is_lowercase() => lower += 1,
            c if c.is_numeric() => digits += 1,
            c if c.is_alphabetic() => others += 1,
            _ => {}
        }
    }
    match first {
        None if digits > 0 => Shape::Number,
        None => Shape::Mark,
        // `4e`, `20h`, `3D`, `13-Novembre`: what begins with a figure is left to the gazetteer.
        Some(_) if piece.starts_with(char::is_numeric) => Shape::Number,
        Some(_) if piece.ends_with('.') && lower == 0 => Shape::Initial,
        Some(c) if c.is_uppercase() => {
            if lower == 0 && upper > 1 {
                Shape::Upper
            } else {
                Shape::Capital
            }
        }
        Some(_) if upper > 0 => Shape::Mixed,
        Some(_) if lower == 0 && others > 0 => Shape::Lower,
        Some(_) => Shape::Lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: Expect) {
        let found: Vec<_> = tokens(text, Span::of(text), &mut Keys::default()).iter().map(|t| t.span.slice(text).to_owned()).collect();
        expected.assert_eq(&found.join("|"));
    }

    #[test]
    fn hyphens_join_and_elided_words_split() {
        check("L’Est de Saint-Denis, d'O'Brien qu'elle", expect!["L’|Est|de|Saint-Denis|,|d'|O'Brien|qu'|elle"]);
    }

    #[test]
    fn initials_keep_their_stop_and_addresses_stay_whole() {
        check("J.-P. Mas, B. Roy, U.S.A. et LeMatin.fr.", expect!["J.-P.|Mas|,|B.|Roy|,|U.S.A.|et|LeMatin.fr|."]);
    }

    #[test]
    fn prefixes_and_genitives_are_cut_off() {
        check("ex-UMP pro-Mas Lee's al-Bab aujourd'hui", expect!["ex|-|UMP|pro|-|Mas|Lee|'|s|al-Bab|aujourd'hui"]);
    }
}
