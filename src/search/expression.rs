//! Patterns (`/regex/`), held against whole folded words.
//!
//! A pattern is read when the query is: what cannot be is told with its place. The engine behind it runs in linear time and
//! refuses what grows beyond a limit, so no pattern can hold up the page. It is part of the whole engine only; the page's first
//! module reads patterns without searching them.

use super::notice::PatternFault;
use crate::span::Span;
use crate::text::fold;

/// Characters of a pattern. More is not typed for one word.
const LONGEST: u32 = 200;

/// Bytes of a compiled pattern: some hundred letters with a few repetitions. At 0 no pattern is read; what is tried on each
/// word of the dictionary grows with it.
#[cfg(feature = "whole")]
const LARGEST: usize = 1 << 14;

/// What is wrong with the pattern, and where in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatternError {
    pub fault: PatternFault,
    pub at: Span,
}

/// `pattern` as it is held against folded words: its letters folded, its signs kept.
pub fn read(pattern: &str) -> Result<String, PatternError> {
    let whole = |fault| PatternError { fault, at: Span::of(pattern) };
    if pattern.chars().nth(LONGEST as usize).is_some() {
        return Err(whole(PatternFault::TooLong { most: LONGEST }));
    }
    check(pattern)?;
    let folded = folded(pattern);
    #[cfg(feature = "whole")]
    if let Err(why) = compile(&folded) {
        let is_size = why.to_string().contains("size");
        return Err(whole(if is_size { PatternFault::TooLarge } else { PatternFault::Malformed }));
    }
    Ok(folded)
}

/// The pattern that `read` gave, ready to be held against words.
#[cfg(feature = "whole")]
pub fn compile(pattern: &str) -> Result<regex_lite::Regex, regex_lite::Error> {
    regex_lite::RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(LARGEST).nest_limit(20).build()
}

/// Folds all letters but those that a backslash makes signs.
fn folded(pattern: &str) -> String {
    let mut folded = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find('\\') {
        folded.push_str(&fold(&rest[..at]));
        let sign = rest[at + 1..].chars().next().map_or(0, char::len_utf8);
        folded.push_str(&rest[at..at + 1 + sign]);
        rest = &rest[at + 1 + sign..];
    }
    folded.push_str(&fold(rest));
    folded
}

/// Finds what people get wrong, with its place, which the engine's own errors do not tell.
fn check(pattern: &str) -> Result<(), PatternError> {
    let mut open: Vec<usize> = Vec::new();
    let mut chars = pattern.char_indices().peekable();
    let mut before = None;
    while let Some((at, c)) = chars.next() {
        let wrong = |fault, end: usize| Err(PatternError { fault, at: Span::new(at, end) });
        match c {
            '\\' => match chars.next() {
                None => return wrong(PatternFault::Malformed, at + 1),
                Some((_, '1'..='9' | 'k' | 'p' | 'P')) => return wrong(PatternFault::Unsupported, at + 2),
                Some(_) => {}
            },
            '[' => {
                let rest = pattern[at + 1..].trim_start_matches('^');
                let first = pattern.len() - rest.len();
                let Some(end) = class_end(pattern, first) else { return wrong(PatternFault::Unbalanced, at + 1) };
                while chars.next_if(|(at, _)| *at <= end).is_some() {}
            }
            '(' => {
                let rest = &pattern[at + 1..];
                if ["?=", "?!", "?<=", "?<!", "?>"].iter().any(|sign| rest.starts_with(sign)) {
                    return wrong(PatternFault::Unsupported, at + 3);
                }
                open.push(at);
                if let Some(flags) = rest.strip_prefix('?') {
                    let end = flags.find([':', '>', ')']).map_or(at + 2, |end| at + 2 + end);
                    while chars.next_if(|(at, _)| *at < end).is_some() {}
                }
            }
            ')' if open.pop().is_none() => return wrong(PatternFault::Unbalanced, at + 1),
            '*' | '+' | '?' | '{' if matches!(before, None | Some('(' | '|')) => {
                return wrong(PatternFault::NothingToRepeat, at + 1);
            }
            '{' => {
                let Some(end) = pattern[at..].find('}') else { return wrong(PatternFault::Unbalanced, at + 1) };
                while chars.next_if(|(inside, _)| *inside <= at + end).is_some() {}
            }
            _ => {}
        }
        before = Some(if c == '\\' { 'x' } else { c });
    }
    match open.pop() {
        Some(at) => Err(PatternError { fault: PatternFault::Unbalanced, at: Span::new(at, at + 1) }),
        None => Ok(()),
    }
}

/// Where the class whose first character stands at `first` ends; a bracket that comes first is one of its characters.
fn class_end(pattern: &str, first: usize) -> Option<usize> {
    let mut escaped = false;
    pattern[first..].char_indices().find_map(|(at, c)| {
        let ends = c == ']' && at > 0 && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(first + at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wrong(pattern: &str) -> String {
        match read(pattern) {
            Ok(folded) => folded,
            Err(PatternError { fault, at }) => format!("{fault:?} « {} »", at.slice(pattern)),
        }
    }

    #[test]
    fn letters_are_folded_and_signs_are_kept() {
        assert_eq!(wrong(r"É[À-É]\Dœ+"), r"e[a-e]\Doe+");
        assert_eq!(wrong("terroris(te|me)s?"), "terroris(te|me)s?");
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        assert_eq!(wrong("ab(c"), "Unbalanced « ( »");
        assert_eq!(wrong("ab)c"), "Unbalanced « ) »");
        assert_eq!(wrong("a[bc"), "Unbalanced « [ »");
        assert_eq!(wrong("a|*b"), "NothingToRepeat « * »");
        assert_eq!(wrong("(?=a)b"), "Unsupported « (?= »");
        assert_eq!(wrong(r"(a)\1"), r"Unsupported « \1 »");
        assert_eq!(wrong(r"a\"), r"Malformed « \ »");
        assert_eq!(wrong(&"a".repeat(300))[..7], *"TooLong");
    }

    #[cfg(feature = "whole")]
    #[test]
    fn what_would_grow_beyond_the_limit_is_refused() {
        assert_eq!(wrong("(a{900}){900}")[..8], *"TooLarge");
        assert!(compile("(a+)+b").is_ok_and(|pattern| !pattern.is_match(&"a".repeat(5_000))));
    }

    proptest! {
        #[test]
        fn any_pattern_is_read_or_refused(pattern in "[a-cé()\\[\\]{}*+?|^$\\\\.,:<>=!0-9-]{0,30}|\\PC{0,30}") {
            if let Err(PatternError { at, .. }) = read(&pattern) {
                prop_assert!(pattern.get(at.range()).is_some());
            }
        }
    }
}
