//! Cuts what was typed into signs: brackets, operators, phrases, fields with their values, patterns, and chunks between
//! white space, commas and the like.
//!
//! One pass from left to right; nothing is looked at more than twice, so that a long query takes no longer than its length.
//! Does not look into chunks: which words they hold is for `term`.

use super::field::{self, FieldName};
use super::notice::{NoticeKind, Notices};
use super::query::Reach;
use crate::span::Span;

/// Words in between when NEAR does not say how many, as in SQLite FTS5.
pub const NEAR_BY_DEFAULT: u32 = 10;

/// The most words in between that can be asked for; more is all of an article.
const FARTHEST: u32 = 1_000;

/// A sign and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    pub sign: Sign,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sign {
    Open,
    Close,
    And,
    Or,
    Not,
    Near(Reach),
    /// Its words are the piece itself.
    Chunk,
    /// The words between quotation marks, and how many others may stand among them.
    Phrase {
        inside: Span,
        slack: u32,
        end: End,
    },
    /// What stands between the bars.
    Pattern(Span),
    Field {
        name: FieldName,
        value: Span,
        end: End,
    },
}

impl Sign {
    /// True for what can be looked up or excluded, or begins it.
    pub fn starts_item(self) -> bool {
        matches!(self, Self::Open | Self::Not) || self.is_term()
    }

    /// True for what can be looked up, or ends it.
    pub fn ends_item(self) -> bool {
        self == Self::Close || self.is_term()
    }

    fn is_term(self) -> bool {
        matches!(self, Self::Chunk | Self::Phrase { .. } | Self::Pattern(_) | Self::Field { .. })
    }
}

/// True when the last of `pieces` is a phrase that is not closed: what is added to the query is added to the phrase.
pub fn ends_open(pieces: &[Piece]) -> bool {
    matches!(pieces.last(), Some(Piece { sign: Sign::Phrase { end: End::Open, .. } | Sign::Field { end: End::Open, .. }, .. }))
}

/// How a phrase or a value in quotation marks ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Closed,
    Open,
}

/// Signs of `text`, in order.
pub fn lex(text: &str, notices: &mut Notices<'_>) -> Vec<Piece> {
    let mut lexer = Lexer { text, at: 0, pieces: Vec::new(), notices };
    while let Some(first) = lexer.rest().chars().next() {
        lexer.piece(first);
    }
    lexer.pieces
}

struct Lexer<'t, 'n, 'm> {
    text: &'t str,
    at: usize,
    pieces: Vec<Piece>,
    notices: &'n mut Notices<'m>,
}

impl<'t> Lexer<'t, '_, '_> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Puts `sign` where the next `length` bytes are.
    fn push(&mut self, sign: Sign, length: usize) {
        self.pieces.push(Piece { sign, span: Span::new(self.at, self.at + length) });
        self.at += length;
    }

    fn piece(&mut self, first: char) {
        let width = first.len_utf8();
        let after = &self.rest()[width..];
        match first {
            '(' | '（' => self.push(Sign::Open, width),
            ')' | '）' => self.push(Sign::Close, width),
            c if is_minus(c) && after.starts_with(|c: char| c.is_alphanumeric() || opens_phrase(c) || matches!(c, '(' | '*' | '/')) => {
                self.push(Sign::Not, width);
            }
            '-' if after.starts_with(char::is_whitespace) && !after.trim_start().is_empty() => {
                let (span, blank) = (self.span(width), after.len() - after.trim_start().len());
                self.notices.mend(NoticeKind::LoneMinus, span, self.span(width + blank), "-");
                self.at += width;
            }
            '/' if self.is_fresh() => self.slash(after),
            '»' => {
                let span = self.span(width);
                self.notices.mend(NoticeKind::StrayQuote, span, span, "");
                self.at += width;
            }
            c if opens_phrase(c) => self.phrase(c),
            c if separates(c) => self.at += width,
            _ => self.chunk(),
        }
    }

    fn span(&self, length: usize) -> Span {
        Span::new(self.at, self.at + length)
    }

    /// True where a sign of its own may begin: at the start, after white space, a bracket or a minus.
    fn is_fresh(&self) -> bool {
        self.text[..self.at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(' || is_minus(c))
    }

    /// `/s`, `/p`, `/pattern/`; else the bar only separates.
    fn slash(&mut self, after: &str) {
        let reach = match after.chars().next() {
            Some('s') => Some(Reach::Sentence),
            Some('p') => Some(Reach::Paragraph),
            _ => None,
        };
        if let Some(reach) = reach.filter(|_| after[1..].chars().next().is_none_or(|c| c.is_whitespace() || c == '(' || opens_phrase(c))) {
            return self.push(Sign::Near(reach), 2);
        }
        let mut escaped = false;
        let bar = after.char_indices().take_while(|(_, c)| !c.is_whitespace()).find(|(_, c)| {
            let found = *c == '/' && !escaped;
            escaped = *c == '\\' && !escaped;
            found
        });
        match bar {
            Some((end, _)) if end > 0 => {
                let inside = Span::new(self.at + 1, self.at + 1 + end);
                self.push(Sign::Pattern(inside), end + 2);
            }
            _ => {
                let word = after.find(char::is_whitespace).unwrap_or(after.len());
                if after[..word].contains(char::is_alphanumeric) {
                    let pattern = self.span(1 + word);
                    match after[word..].contains('/') {
                        // It has blanks inside: no bar makes a pattern of it.
                        true => self.notices.tell(NoticeKind::OpenPattern, pattern),
                        false => self.notices.mend(NoticeKind::OpenPattern, pattern, pattern, &format!("/{}/", &after[..word])),
                    }
                }
                self.at += 1;
            }
        }
    }

    fn phrase(&mut self, open: char) {
        let (inside, length, end) = self.quoted(self.at, open);
        let after = &self.text[self.at + length..];
        let (slack, mark) = match after.strip_prefix('~') {
            Some(digits) if end == End::Closed => {
                let n_digits = n_digits(digits);
                let at = self.at + length + 1;
                (if n_digits == 0 { 0 } else { self.number(at, n_digits, FARTHEST) }, 1 + n_digits)
            }
            _ => (0, 0),
        };
        if end == End::Open {
            self.open_quote(inside);
        }
        self.push(Sign::Phrase { inside, slack, end }, length + mark);
    }

    /// What the quotation mark at `at` opens: the inside, how many bytes with the marks, and whether it ends.
    fn quoted(&self, at: usize, open: char) -> (Span, usize, End) {
        let width = open.len_utf8();
        let after = &self.text[at + width..];
        let found = after.find(closing(open));
        let inside = Span::new(at + width, at + width + found.unwrap_or(after.len()));
        let close = self.text[inside.end as usize..].chars().next().map_or(0, char::len_utf8);
        (inside, width + inside.len() + close, if found.is_some() { End::Closed } else { End::Open })
    }

    fn open_quote(&mut self, inside: Span) {
        let end = Span::new(inside.end as usize, inside.end as usize);
        let mark = self.text[..inside.start as usize].chars().next_back();
        let mark = Span::new(inside.start as usize - mark.map_or(0, char::len_utf8), inside.start as usize);
        match mark.slice(self.text) {
            // A mark with nothing behind it: somebody is about to type, or it is one too many.
            _ if inside.slice(self.text).trim().is_empty() => self.notices.mend(NoticeKind::UnclosedPhrase, mark, mark, ""),
            "«" => self.notices.mend(NoticeKind::UnclosedPhrase, mark, end, "\u{a0}»"),
            "“" | "„" => self.notices.mend(NoticeKind::UnclosedPhrase, mark, end, "”"),
            open => self.notices.mend(NoticeKind::UnclosedPhrase, mark, end, open),
        }
    }

    /// The number written in `n_digits` bytes at `at`, at most `most`.
    fn number(&mut self, at: usize, n_digits: usize, most: u32) -> u32 {
        let digits = Span::new(at, at + n_digits);
        let asked = digits.slice(self.text);
        let number = asked.parse().unwrap_or(u32::MAX);
        if number > most {
            let kind = NoticeKind::NumberCut { asked: asked.chars().take(12).collect(), read: most };
            self.notices.mend(kind, digits, digits, &most.to_string());
        }
        number.min(most)
    }

    fn chunk(&mut self) {
        let rest = self.rest();
        let end = rest.find(|c| separates(c) || c == '»' || opens_phrase(c) || is_bracket(c)).unwrap_or(rest.len());
        let chunk = &rest[..end];
        // « AND/OR » is a word like another.
        let is_glued = rest[end..].starts_with('/') || self.text[..self.at].ends_with('/');
        match chunk {
            "AND" | "ET" | "OR" | "OU" | "NOT" | "SAUF" if is_glued => self.push(Sign::Chunk, end),
            "AND" | "ET" => self.push(Sign::And, end),
            "OR" | "OU" => self.push(Sign::Or, end),
            "NOT" | "SAUF" => self.push(Sign::Not, end),
            "NEAR" | "PRES" | "PRÈS" => self.near(end),
            _ => self.field_or_words(end),
        }
    }

    /// NEAR with the number that may follow.
    fn near(&mut self, end: usize) {
        let after = &self.rest()[end..];
        let n_digits = after.strip_prefix('/').map_or(0, n_digits);
        if n_digits > 0 {
            let between = self.number(self.at + end + 1, n_digits, FARTHEST);
            return self.push(Sign::Near(Reach::Words(between)), end + 1 + n_digits);
        }
        let length = end + usize::from(after.starts_with('/'));
        let span = self.span(length);
        let instead = format!("{}/{NEAR_BY_DEFAULT}", &self.rest()[..end]);
        // At the end of the query the number is about to be typed.
        if self.text.len() > span.end as usize {
            self.notices.mend(NoticeKind::NearWithoutNumber { read: NEAR_BY_DEFAULT }, span, span, &instead);
        }
        self.push(Sign::Near(Reach::Words(NEAR_BY_DEFAULT)), length);
    }

    /// The chunk of `end` bytes, or the field of which it is the name.
    fn field_or_words(&mut self, end: usize) {
        let (chunk, after) = self.rest().split_at(end);
        let colon = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let Some(value) = colon.strip_prefix([':', '：']) else { return self.push(Sign::Chunk, end) };
        if let Some(name) = FieldName::of(chunk) {
            return self.field(name, self.text.len() - value.len());
        }
        let is_name = chunk.chars().count() > 1 && chunk.chars().all(char::is_alphabetic) && colon.len() == after.len();
        if is_name && value.starts_with(|c: char| c.is_alphanumeric() || opens_phrase(c)) {
            let (span, kind) = (self.span(end), NoticeKind::UnknownField { field: chunk.to_owned() });
            match field::near_name(chunk) {
                Some(name) => self.notices.mend(kind, span, span, name),
                None => {
                    let (named, instead) = (self.span(end + 1), field::place_meant(chunk));
                    let place = instead.map(|place| format!("{}:{place} ", FieldName::Place.name()));
                    self.notices.mend(kind, span, named, &place.unwrap_or_else(|| format!("{chunk} ")));
                }
            }
        }
        self.push(Sign::Chunk, end);
    }

    /// The field whose colon ends before `colon`. A space after the colon is somebody still typing, or French.
    fn field(&mut self, name: FieldName, colon: usize) {
        let after = &self.text[colon..];
        let start = colon + after.len() - after.trim_start().len();
        let rest = &self.text[start..];
        let (value, end, closed) = match rest.chars().next() {
            Some(open) if opens_phrase(open) => {
                let (inside, length, end) = self.quoted(start, open);
                if end == End::Open {
                    self.open_quote(inside);
                }
                (inside.trim(self.text), start + length, end)
            }
            _ => {
                let run = &rest
                    [..rest.find(|c: char| c.is_whitespace() || c.is_control() || opens_phrase(c) || is_bracket(c)).unwrap_or(rest.len())];
                let run = run.trim_end_matches([',', ';', '»', '!', '?']);
                if start > colon && begins_another(run) {
                    (Span::new(colon, colon), colon, End::Closed)
                } else {
                    (Span::new(start, start + run.len()), start + run.len(), End::Closed)
                }
            }
        };
        let end = if value.is_empty() && end == start { colon } else { end };
        self.push(Sign::Field { name, value, end: closed }, end - self.at);
    }
}

/// True for what stands behind a colon and a space but is no value: an operator, an exclusion, another field.
fn begins_another(run: &str) -> bool {
    matches!(run, "AND" | "ET" | "OR" | "OU" | "NOT" | "SAUF" | "NEAR" | "PRES" | "PRÈS")
        || run.starts_with(is_minus)
        || run.split_once([':', '：']).is_some_and(|(name, _)| FieldName::of(name).is_some())
}

fn n_digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

pub fn separates(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | ':' | '：' | '!' | '?' | '/' | '|' | '…')
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '（' | '）')
}

pub fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−' | '–')
}

pub fn opens_phrase(c: char) -> bool {
    matches!(c, '"' | '«' | '“' | '”' | '„' | '＂')
}

/// What closes a phrase that `open` opened; a typed curly mark is closed by any curly or straight one.
fn closing(open: char) -> &'static [char] {
    match open {
        '«' => &['»'],
        '"' | '＂' => &['"', '＂'],
        _ => &['”', '“', '"'],
    }
}
