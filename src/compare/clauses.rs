//! Where the clauses of a sentence begin, near enough to compare them one by one.
//!
//! A long sentence says several things, and two accounts rarely cut them alike; so a restatement is sought among runs of
//! clauses. A clause begins behind a comma, a mark or a bracket, or before a word that opens one. What is short stays
//! with its neighbour: an enumeration is no row of clauses. No parser is meant here, and none is needed.

use super::prepare::Token;
use crate::span::Span;
use crate::text;

/// Content words of a clause at least; with fewer it stays with the one before.
const CONTENT: usize = 3;

/// Folded words that open a clause.
const OPENERS: &[&str] = &[
    "et", "mais", "qui", "que", "dont", "ou", "afin", "pour", "car", "lorsque", "quand", "alors", "tandis", "apres", "avant", "and", "but",
    "who", "which", "that", "while", "when", "after", "before",
];

/// Places of `tokens`, relative, at which a clause of the sentence begins; the first is 0.
pub(super) fn starts(raw: &str, tokens: &[Token]) -> Vec<usize> {
    let mut starts = vec![0];
    for (place, pair) in (1..).zip(tokens.windows(2)) {
        let between = Span { start: pair[0].span.end, end: pair[1].span.start }.slice(raw);
        let opens = || !pair[1].content && OPENERS.contains(&text::fold(pair[1].span.slice(raw)).as_str());
        if !(between.contains([',', ';', ':', '(', ')', '«', '»', '“', '”', '"', '–', '—']) || opens()) {
            continue;
        }
        // Between two names a comma or a conjunction goes on with a list.
        let next = tokens[place..].iter().find(|token| token.content);
        if pair[0].name_like && next.is_some_and(|next| next.name_like) {
            continue;
        }
        let n_content = |tokens: &[Token]| tokens.iter().filter(|token| token.content).count();
        let last = *starts.last().expect("the first clause begins at 0");
        if n_content(&tokens[last..place]) >= CONTENT && n_content(&tokens[place..]) >= CONTENT {
            starts.push(place);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture::{self, prepare};
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: Expect) {
        let (documents, _) = prepare(&fixture::corpus(&[text]));
        let tokens = &documents[0].tokens;
        let shown: Vec<_> = starts(text, tokens).iter().map(|at| tokens[*at].span.slice(text)).collect();
        expected.assert_eq(&shown.join(" / "));
    }

    #[test]
    fn clauses_begin_behind_commas_and_before_openers_but_not_in_enumerations() {
        check(
            "La ministre visite lundi une ferme inondée, puis reçoit Orme, Balto et Cyan pour signer leur accord de vente.",
            expect!["La / puis / pour"],
        );
    }
}
