//! Changes a query as text: takes conditions away and adds them, as the filters beside the results do.
//!
//! What somebody typed stays as it is, mistakes included; only what stands where a condition came or went is tidied. A
//! condition is added before the words: the last word of a query may still go on, and would stop to if something followed it.

use super::analysis;
use super::field::FieldName;
use super::function_words::is_function_word;
use super::lex::{End, Piece, Sign, ends_open, is_minus, lex};
use super::notice::Notices;
use super::parse::read_of;
use crate::span::Span;

/// `query` without the condition at `span`, as it is told in [`super::SearchResults::conditions`].
pub fn without(query: &str, span: Span) -> String {
    let pieces = pieces(query);
    let mut first = pieces.partition_point(|piece| piece.span.start < span.start);
    let mut end = pieces.partition_point(|piece| piece.span.end <= span.end);
    if first >= end || query.get(span.range()).is_none() {
        return query.to_owned();
    }
    // Operators and brackets that are left with nothing go as well.
    loop {
        let sign = |at: usize| pieces.get(at).map(|piece| piece.sign);
        let before = first.checked_sub(1).and_then(sign);
        let after = sign(end);
        let is_operator = |sign: Option<Sign>| matches!(sign, Some(Sign::And | Sign::Or | Sign::Near(_)));
        match (before, after) {
            (Some(Sign::Open), Some(Sign::Close)) => (first, end) = (first - 1, end + 1),
            (Some(Sign::Not), _) => first -= 1,
            (before, after) if is_operator(before) && (after.is_none_or(|sign| sign == Sign::Close) || is_operator(after)) => first -= 1,
            (before, after) if is_operator(after) && before.is_none_or(|sign| sign == Sign::Open) => end += 1,
            _ => break,
        }
    }
    let rest = &query[pieces[end - 1].span.end as usize..];
    let left = rejoin(&query[..pieces[first].span.start as usize], rest.trim_start_matches([',', ';']));
    unwrapped(&left).unwrap_or(left)
}

/// `query` with an operator between words that are typed one after the other: each is then looked for, and marked, by itself.
pub fn each_word(query: &str) -> String {
    let pieces = pieces(query);
    let is_word = |piece: &Piece| piece.sign == Sign::Chunk;
    let is_grammar = |piece: &Piece| is_word(piece) && is_function_word(&analysis::term(piece.span.slice(query)));
    let mut each = String::with_capacity(query.len());
    let mut last: Option<&Piece> = None;
    for piece in pieces.iter().filter(|piece| !is_grammar(piece)) {
        if let Some(last) = last {
            each.push_str(if is_word(last) && is_word(piece) {
                " AND "
            } else {
                &query[last.span.end as usize..piece.span.start as usize]
            });
        } else {
            each.push_str(&query[..piece.span.start as usize]);
        }
        each.push_str(piece.span.slice(query));
        last = Some(piece);
    }
    each + last.map_or("", |last| &query[last.span.end as usize..])
}

/// `query` with the condition that `field` has `value`; a minus before the name excludes. If it is there, it stays.
pub fn with_condition(query: &str, field: &str, value: &str) -> String {
    let condition = format!("{field}:{}", if names(field) { in_marks(value) } else { quoted(value) });
    let pieces = pieces(query);
    if conditions(&pieces).any(|span| span.slice(query) == condition) {
        return query.to_owned();
    }
    let mut depth = 0;
    let (mut has_choice, mut stray) = (false, Vec::new());
    for piece in &pieces {
        match piece.sign {
            Sign::Open => depth += 1,
            Sign::Close if depth == 0 => stray.push(piece.span),
            Sign::Close => depth -= 1,
            Sign::Or => has_choice |= depth == 0,
            _ => {}
        }
    }
    if has_choice {
        // A bracket that nothing opened would close the one that is put around.
        let mut held = String::with_capacity(query.len());
        let mut from = 0;
        for span in stray {
            held.push_str(&query[from..span.start as usize]);
            held.push(' ');
            from = span.end as usize;
        }
        held.push_str(&query[from..]);
        return format!("{condition} ({}{}", held.trim_start(), close(query, &pieces, depth));
    }
    // Behind the conditions that stand at the beginning.
    let n_leading = pieces.iter().take_while(|piece| matches!(piece.sign, Sign::Not | Sign::Field { .. })).count();
    let last = pieces[..n_leading].iter().rposition(|piece| matches!(piece.sign, Sign::Field { .. })).map(|at| pieces[at]);
    match last {
        Some(Piece { sign: Sign::Field { end: End::Closed, value, .. }, span }) if !value.is_empty() => {
            let (before, after) = query.split_at(span.end as usize);
            rejoin(&format!("{} {condition}", before.trim_start()), after)
        }
        _ => rejoin(&condition, query),
    }
}

/// `before` and `after` without what stood between them, with one blank or none. Blanks at the end stay: they end a word.
pub fn rejoin(before: &str, after: &str) -> String {
    let (before, after) = (before.trim_end(), after.trim_start());
    let blank = if before.is_empty() || after.is_empty() || before.ends_with('(') || after.starts_with(')') { "" } else { " " };
    [before, blank, after].concat()
}

fn pieces(query: &str) -> Vec<Piece> {
    let read = read_of(query);
    lex(read, &mut Notices::of(read))
}

/// Fields, each with the minus before it.
fn conditions(pieces: &[Piece]) -> impl Iterator<Item = Span> + '_ {
    let fields = pieces.iter().enumerate().filter(|(_, piece)| matches!(piece.sign, Sign::Field { .. }));
    fields.map(|(at, piece)| match at.checked_sub(1).map(|before| pieces[before]) {
        Some(before) if before.sign == Sign::Not => before.span.cover(piece.span),
        _ => piece.span,
    })
}

/// What closes the bracket that is put around `query`; nothing where something is still open, which the end closes.
fn close(query: &str, pieces: &[Piece], depth: usize) -> &'static str {
    if ends_open(pieces) || depth != 0 || read_of(query).len() < query.len() { "" } else { ")" }
}

/// What one pair of brackets around all of `query` holds.
fn unwrapped(query: &str) -> Option<String> {
    let pieces = pieces(query);
    let (first, last) = (pieces.first()?, pieces.last()?);
    let mut depth = 0;
    let closes_early = pieces[..pieces.len() - 1].iter().any(|piece| {
        depth += i32::from(piece.sign == Sign::Open) - i32::from(piece.sign == Sign::Close);
        depth <= 0
    });
    let is_around = first.sign == Sign::Open && last.sign == Sign::Close && !closes_early;
    is_around.then(|| query[first.span.end as usize..last.span.start as usize].trim().to_owned())
}

/// True of a field whose values are names, of which one in quotation marks is meant whole.
fn names(field: &str) -> bool {
    let name = FieldName::of(field.trim_start_matches(is_minus));
    matches!(name, Some(FieldName::Outlet | FieldName::Author | FieldName::Entity | FieldName::Speaker))
}

/// `value` as it is typed behind a colon.
pub fn quoted(value: &str) -> String {
    let value = value.trim();
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '\'' | '’' | '_' | '/');
    if !value.is_empty() && value.chars().all(is_plain) && !value.starts_with(is_minus) {
        return value.to_owned();
    }
    in_marks(value)
}

/// `value` in quotation marks that do not stand in it.
fn in_marks(value: &str) -> String {
    let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let value = value.trim();
    if !value.contains(['"', '＂']) {
        return format!("\"{value}\"");
    }
    if !value.contains('»') {
        return format!("«\u{a0}{value}\u{a0}»");
    }
    format!("\"{}\"", value.replace(['"', '＂'], " ").trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::parse::parse;
    use crate::search::query::{Called, Filter, Node};
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn check(lines: &[String], expected: Expect) {
        expected.assert_eq(&lines.iter().map(|line| format!("{line}|\n")).collect::<String>());
    }

    #[test]
    fn a_condition_is_added_before_the_words() {
        let add = |query: &str| format!("{query} → {}", with_condition(query, "outlet", "Le Monde"));
        let queries = [
            "",
            "terror",
            "pont OR gare",
            "date:2015 pont",
            "outlet:\"Le Monde\" x",
            "(pont OR gare) quai",
            "pont OR \"ga",
            "(pont OR (gare",
            "outlet:\"x",
            "auteur:",
            "-",
        ];
        check(
            &queries.map(add),
            expect![[r#"
             → outlet:"Le Monde"|
            terror → outlet:"Le Monde" terror|
            pont OR gare → outlet:"Le Monde" (pont OR gare)|
            date:2015 pont → date:2015 outlet:"Le Monde" pont|
            outlet:"Le Monde" x → outlet:"Le Monde" x|
            (pont OR gare) quai → outlet:"Le Monde" (pont OR gare) quai|
            pont OR "ga → outlet:"Le Monde" (pont OR "ga|
            (pont OR (gare → outlet:"Le Monde" (pont OR (gare|
            outlet:"x → outlet:"Le Monde" outlet:"x|
            auteur: → outlet:"Le Monde" auteur:|
            - → outlet:"Le Monde" -|
        "#]],
        );
        assert_eq!(with_condition("x", "-in", "quote"), "-in:quote x");
        assert_eq!(with_condition("", "entity", "dit « l\"autre »"), "entity:\"dit « l autre »\"");
    }

    #[test]
    fn a_condition_goes_with_what_it_leaves_alone() {
        let take = |query: &str| {
            let (read, _) = parse(query);
            format!("{query} → {}", without(query, read.conditions[0]))
        };
        let queries = [
            "pont outlet:x gare ",
            "-in:quote pont",
            "outlet:x OR outlet:y",
            "pont AND outlet:x",
            "(outlet:x) pont",
            "pont NOT (NOT outlet:x)",
            "outlet:x (pont OR gare)",
            "pont /s entity:x gare",
            "auteur : Dupont, port",
        ];
        check(
            &queries.map(take),
            expect![[r#"
            pont outlet:x gare  → pont gare |
            -in:quote pont → pont|
            outlet:x OR outlet:y → outlet:y|
            pont AND outlet:x → pont|
            (outlet:x) pont → pont|
            pont NOT (NOT outlet:x) → pont|
            outlet:x (pont OR gare) → pont OR gare|
            pont /s entity:x gare → pont /s gare|
            auteur : Dupont, port → port|
        "#]],
        );
    }

    proptest! {
        #[test]
        fn a_condition_that_is_added_is_read(
            query in "([a-c]{1,3}|[()\"«»-]|OR|AND|NOT|NEAR/2|/s|in:|-outlet:|date:2015|title|[ ']){0,12}",
            value in "[a-cé\"«»:()' .-]{0,5}[a-z]{2}",
        ) {
            let added = with_condition(&query, "author", &value);
            let words = crate::search::term::name(&value);
            let (read, _) = parse(&added);
            let holds = |node: &Node| matches!(node, Node::Filter(Filter::Author(author, Called::Exactly)) if *author == words);
            let root = read.root.unwrap();
            let is_true = match &root {
                Node::And(nodes) => nodes.iter().any(holds),
                node => holds(node),
            };
            prop_assert!(is_true, "{} + {} = {}", query, value, added);
        }

        #[test]
        fn what_was_added_can_be_taken_away(query in "([a-c]{2,3} |\"a b\" |[(]a[)] |a OR b |-a |date:2015 ){0,6}", value in "[a-cé' ]{0,5}[a-z]{2}") {
            let added = with_condition(&query, "author", &value);
            let (read, _) = parse(&added);
            let span = *read.conditions.iter().find(|span| span.slice(&added).starts_with("author")).unwrap();
            let (left, before) = (parse(&without(&added, span)).0, parse(&query).0);
            prop_assert_eq!(left.root, before.root, "{} → {}", query, added);
        }
    }
}
