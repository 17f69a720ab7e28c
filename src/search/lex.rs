//! Cuts what was typed into signs: brackets, operators, phrases, and chunks between white space, commas and the like.
//!
//! Does not look into chunks: which words they hold is for `parse`.

use super::{Notice, NoticeKind};

/// Words in between when NEAR does not say how many, as in SQLite FTS5.
const NEAR_BY_DEFAULT: u32 = 10;

#[derive(Clone, Debug, PartialEq)]
pub enum Sign {
    Open,
    Close,
    And,
    Or,
    Not,
    Near(u32),
    Chunk(String),
    /// The words between quotation marks.
    Phrase(String),
}

/// Signs of `text`, in order.
pub fn lex(text: &str, notices: &mut Vec<Notice>) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        rest = match first {
            '(' => {
                signs.push(Sign::Open);
                after
            }
            ')' => {
                signs.push(Sign::Close);
                after
            }
            '-' | '−' | '–' if after.starts_with(|c: char| c.is_alphanumeric() || opens_phrase(c) || c == '(') => {
                signs.push(Sign::Not);
                after
            }
            c if opens_phrase(c) => {
                let end = after.find(closing(c));
                if end.is_none() {
                    notices.push(Notice::of(NoticeKind::UnclosedPhrase));
                }
                let inside = &after[..end.unwrap_or(after.len())];
                signs.push(Sign::Phrase(inside.to_owned()));
                after[inside.len()..].strip_prefix(closing(c)).unwrap_or("")
            }
            c if separates(c) => after,
            _ => {
                let end = rest.find(|c| separates(c) || opens_phrase(c) || matches!(c, '(' | ')')).unwrap_or(rest.len());
                let sign = operator(&rest[..end]).unwrap_or_else(|| Sign::Chunk(rest[..end].to_owned()));
                rest = &rest[end..];
                let (sign, after) = match sign {
                    Sign::Near(_) => near(rest),
                    sign => (sign, rest),
                };
                signs.push(sign);
                after
            }
        };
    }
    signs
}

fn separates(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | ':' | '!' | '?' | '/' | '|' | '»' | '…')
}

fn opens_phrase(c: char) -> bool {
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

fn operator(chunk: &str) -> Option<Sign> {
    match chunk {
        "AND" | "ET" => Some(Sign::And),
        "OR" | "OU" => Some(Sign::Or),
        "NOT" | "SAUF" => Some(Sign::Not),
        "NEAR" | "PRES" | "PRÈS" => Some(Sign::Near(NEAR_BY_DEFAULT)),
        _ => None,
    }
}

/// The operator NEAR with the number that `rest` may begin with, and what follows.
fn near(rest: &str) -> (Sign, &str) {
    let Some(digits) = rest.strip_prefix('/') else { return (Sign::Near(NEAR_BY_DEFAULT), rest) };
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    (Sign::Near(digits[..end].parse().unwrap_or(NEAR_BY_DEFAULT)), &digits[end..])
}
