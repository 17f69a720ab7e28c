//! What somebody is typing at the cursor, and which part of the query a completion would replace.

use serde::{Deserialize, Serialize};

use super::condition::quoted;
use super::field::FieldName;
use super::lex::{Piece, Sign, lex};
use super::notice::Notices;
use super::parse::read_of;
use crate::span::Span;
use crate::text;

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typing {
    pub kind: TypingKind,
    /// What a completion replaces; empty where nothing has been typed yet.
    pub span: Span,
    /// The part of it before the cursor, without quotation marks.
    pub typed: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TypingKind {
    /// Nothing that could be completed: an operator, a pattern, a number.
    Nothing,
    Word,
    /// A word between quotation marks.
    Phrase,
    /// The name of a field, its colon already typed.
    Field,
    Value(FieldName),
}

/// What is being typed in `query` when the cursor stands at `byte`.
pub fn context_at(query: &str, byte: usize) -> Typing {
    let read = read_of(query);
    let mut cursor = byte.min(read.len());
    while !read.is_char_boundary(cursor) {
        cursor -= 1;
    }
    let pieces = lex(read, &mut Notices::of(read));
    let at = pieces.partition_point(|piece| (piece.span.start as usize) < cursor);
    let Some(piece) = at.checked_sub(1).map(|at| pieces[at]) else { return nothing(TypingKind::Word, cursor) };
    if (piece.span.end as usize) < cursor {
        let is_blank = read[piece.span.end as usize..cursor].trim().is_empty();
        return match piece.sign {
            Sign::Field { name, value, .. } if value.is_empty() && is_blank => nothing(TypingKind::Value(name), cursor),
            _ => nothing(TypingKind::Word, cursor),
        };
    }
    inside(read, piece, cursor)
}

impl Typing {
    /// `query` with `completion` in place of what is typed, and where the cursor stands then.
    pub fn complete(&self, query: &str, completion: &str) -> (String, usize) {
        let instead = match self.kind {
            TypingKind::Value(_) => quoted(completion) + " ",
            TypingKind::Word if completion.contains(char::is_whitespace) => format!("\"{completion}\" "),
            TypingKind::Word => format!("{completion} "),
            TypingKind::Phrase | TypingKind::Field | TypingKind::Nothing => completion.to_owned(),
        };
        let after = query.get(self.span.end as usize..).unwrap_or("");
        let after = if instead.ends_with(' ') { after.strip_prefix(' ').unwrap_or(after) } else { after };
        let before = query.get(..self.span.start as usize).unwrap_or(query);
        ([before, &instead, after].concat(), before.len() + instead.len())
    }
}

fn nothing(kind: TypingKind, cursor: usize) -> Typing {
    Typing { kind, span: Span::new(cursor, cursor), typed: String::new() }
}

/// The cursor stands in `piece`, or at its end.
fn inside(read: &str, piece: Piece, cursor: usize) -> Typing {
    let part = |kind, span: Span| Typing { kind, span, typed: read[span.start as usize..cursor].to_owned() };
    match piece.sign {
        Sign::Field { name, value, .. } => {
            let colon = piece.span.slice(read).find([':', '：']).map_or(piece.span.end as usize, |at| at + piece.span.start as usize);
            if cursor <= colon {
                return part(TypingKind::Field, Span::new(piece.span.start as usize, colon).trim(read));
            }
            let behind = &read[colon..piece.span.end as usize];
            let start = piece.span.end as usize - behind.trim_start_matches([':', '：']).trim_start().len();
            let typed = Span::new((value.start as usize).min(cursor), (value.end as usize).min(cursor));
            Typing {
                kind: TypingKind::Value(name),
                span: Span::new(start.min(cursor), piece.span.end as usize),
                typed: typed.slice(read).to_owned(),
            }
        }
        Sign::Phrase { inside, .. } if inside.start as usize <= cursor && cursor <= inside.end as usize => {
            word_at(read, inside, cursor).map_or_else(|| nothing(TypingKind::Phrase, cursor), |word| part(TypingKind::Phrase, word))
        }
        Sign::Chunk if !piece.span.slice(read).contains(['*', '~']) => {
            word_at(read, piece.span, cursor).map_or_else(|| nothing(TypingKind::Word, cursor), |word| part(TypingKind::Word, word))
        }
        Sign::Open | Sign::Not => nothing(TypingKind::Word, cursor),
        _ => nothing(TypingKind::Nothing, cursor),
    }
}

fn word_at(read: &str, within: Span, cursor: usize) -> Option<Span> {
    text::words(read, within).find(|word| (word.start as usize) < cursor && cursor <= word.end as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use proptest::prelude::*;

    /// The bar is the cursor.
    fn read(typed: &str) -> String {
        let (before, after) = typed.split_once('|').unwrap();
        let query = [before, after].concat();
        let typing = context_at(&query, before.len());
        format!("{typed} ⇒ {:?} « {} » typed « {} »\n", typing.kind, typing.span.slice(&query), typing.typed)
    }

    #[test]
    fn what_is_typed_at_the_cursor_has_a_kind_and_a_place() {
        let queries = [
            "|",
            "po|nt gare",
            "pont | gare",
            "maire de l'î|",
            "-po|",
            "cyber-att|",
            "\"le mai|re du\"",
            "« le mai|",
            "outlet:|",
            "in: |",
            "outlet:\"Le M|",
            "outlet:Mon|de x",
            "aut|eur : Dupont",
            "pont (ga|",
            "pré*|",
            "/ab|c/",
            "OR|",
            "date:2015-|",
        ];
        expect![[r#"
            | ⇒ Word «  » typed «  »
            po|nt gare ⇒ Word « pont » typed « po »
            pont | gare ⇒ Word «  » typed «  »
            maire de l'î| ⇒ Word « î » typed « î »
            -po| ⇒ Word « po » typed « po »
            cyber-att| ⇒ Word « att » typed « att »
            "le mai|re du" ⇒ Phrase « maire » typed « mai »
            « le mai| ⇒ Phrase « mai » typed « mai »
            outlet:| ⇒ Value(Outlet) «  » typed «  »
            in: | ⇒ Value(Place) «  » typed «  »
            outlet:"Le M| ⇒ Value(Outlet) « "Le M » typed « Le M »
            outlet:Mon|de x ⇒ Value(Outlet) « Monde » typed « Mon »
            aut|eur : Dupont ⇒ Field « auteur » typed « aut »
            pont (ga| ⇒ Word « ga » typed « ga »
            pré*| ⇒ Nothing «  » typed «  »
            /ab|c/ ⇒ Nothing «  » typed «  »
            OR| ⇒ Nothing «  » typed «  »
            date:2015-| ⇒ Value(Date) « 2015- » typed « 2015- »
        "#]]
        .assert_eq(&queries.map(read).concat());
    }

    #[test]
    fn a_completion_takes_the_place_of_what_is_typed() {
        let complete = |query: &str, completion: &str| context_at(query, query.len()).complete(query, completion).0;
        assert_eq!(complete("pont outlet:\"Le M", "Le Monde"), "pont outlet:\"Le Monde\" ");
        assert_eq!(complete("outlet: lib", "Libération"), "outlet: Libération ");
        assert_eq!(complete("maire de l'î", "île"), "maire de l'île ");
        assert_eq!(complete("\"le mai", "maire"), "\"le maire");
        assert_eq!(context_at("po gare", 2).complete("po gare", "port"), ("port gare".to_owned(), 5));
    }

    proptest! {
        #[test]
        fn the_place_is_in_the_query(query in "([a-cé]{1,3}|[\"«»()*~/:-]|OR|in:|title|[ ']){0,12}|\\PC{0,20}", byte in 0..60usize) {
            let typing = context_at(&query, byte);
            prop_assert!(query.get(typing.span.range()).is_some());
            typing.complete(&query, "mot");
        }
    }
}
