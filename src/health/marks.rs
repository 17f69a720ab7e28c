//! Quotation marks that nothing closes, that nothing opened, or that another sort closes.
//!
//! Marks are matched paragraph by paragraph; but a quotation may run over paragraphs, each opened anew and only the last one
//! closed, or opened once and closed much later. So a mark left open waits for some paragraphs before it is told. Single
//! marks are left alone: apostrophes look like them. What is doubtful is sound: inches, German order (`»…«`), one `»` for
//! two ends.

use super::Damage;
use super::paragraph::Paragraph;
use crate::order::Order;
use crate::span::Span;

/// Marks of one paragraph at most: with more it is no prose, and matching them takes the square of their number.
const MARKS: usize = 1_000;
/// Paragraphs over which a quotation may run without a mark.
const RUNS_OVER: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Sort {
    Guillemets,
    Curly,
    Straight,
}

/// A mark by itself.
#[derive(Clone, Copy, Debug)]
struct Mark {
    sort: Sort,
    /// `None` for a straight one that may do both.
    opens: Option<bool>,
    span: Span,
}

/// What one paragraph leaves.
#[derive(Debug, Default)]
struct Left {
    /// Marks still open at its end, outermost first.
    open: Vec<Mark>,
    /// Marks that nothing opened.
    closing: Vec<Mark>,
    /// From a mark to the one of another sort that closes it.
    mismatched: Vec<Span>,
}

/// Marks without counterpart in the paragraphs of an article.
pub(super) fn examine(paragraphs: &[Paragraph]) -> Vec<(Span, Damage)> {
    let mut found = Vec::new();
    // A mark left open by an earlier paragraph: its sort, its place in the document, paragraphs since.
    let mut waiting: Option<(Sort, Span, usize)> = None;
    for paragraph in paragraphs {
        let marks = marks(&paragraph.text);
        if !paragraph.is_running() {
            let left = match_marks(&marks);
            found.extend(unpaired(paragraph, &left));
            continue;
        }
        let (reopens, rest) = match (waiting, marks.split_first()) {
            (Some((sort, ..)), Some((first, rest))) if goes_on(sort, first, &paragraph.text) => (Some(*first), rest),
            _ => (None, &marks[..]),
        };
        let mut left = match_marks(rest);
        if let Some((sort, place, since)) = waiting.take() {
            let closes = left.closing.iter().position(|mark| mark.sort == sort);
            match closes {
                Some(at) => {
                    left.closing.remove(at);
                }
                None if reopens.is_some() || since < RUNS_OVER && marks.is_empty() => waiting = Some((sort, place, since + 1)),
                None => found.push((place, Damage::UnpairedMark)),
            }
        }
        found.extend(left.mismatched.drain(..).map(|span| (paragraph.place(span), Damage::MismatchedMarks)));
        found.extend(left.closing.drain(..).map(|mark| (paragraph.place(mark.span), Damage::UnpairedMark)));
        if waiting.is_none() && !left.open.is_empty() {
            let first = left.open.remove(0);
            waiting = Some((first.sort, paragraph.place(first.span), 0));
        }
        found.extend(left.open.into_iter().map(|mark| (paragraph.place(mark.span), Damage::UnpairedMark)));
    }
    found.extend(waiting.map(|(_, place, _)| (place, Damage::UnpairedMark)));
    found
}

fn unpaired(paragraph: &Paragraph, left: &Left) -> Vec<(Span, Damage)> {
    let alone = left.open.iter().chain(&left.closing).map(|mark| (paragraph.place(mark.span), Damage::UnpairedMark));
    let mismatched = left.mismatched.iter().map(|span| (paragraph.place(*span), Damage::MismatchedMarks));
    alone.chain(mismatched).collect()
}

/// True when a paragraph begins with a mark that says that the quotation goes on: `«`, or `»` as in old books, or `"`.
fn goes_on(sort: Sort, first: &Mark, text: &str) -> bool {
    let begins = text[..first.span.start as usize].chars().all(|c| !c.is_alphanumeric());
    let is_last = text[first.span.end as usize..].trim().is_empty();
    begins && !is_last && first.sort == sort
}

/// The marks of a paragraph; none when it holds marks that are used in another way.
fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let (mut before, mut inches) = (' ', false);
    for (at, c) in text.char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        let after = text[span.end as usize..].chars().next().unwrap_or(' ');
        let mut push = |sort, opens| found.push(Mark { sort, opens, span });
        match c {
            '«' => push(Sort::Guillemets, Some(true)),
            '»' => push(Sort::Guillemets, Some(false)),
            '“' => push(Sort::Curly, Some(true)),
            '”' => push(Sort::Curly, Some(false)),
            '„' | '‟' | '〝' => return Vec::new(),
            '"' => {
                inches |= before.is_ascii_digit() || matches!(before, '\'' | '’' | '′');
                let opens = !before.is_alphanumeric() && !after.is_whitespace() && !matches!(after, ',' | '.' | ')' | ';');
                let closes = !before.is_whitespace() && !after.is_alphanumeric();
                push(Sort::Straight, (opens != closes).then_some(opens));
            }
            _ => {}
        }
        before = c;
    }
    if found.len() > MARKS {
        return Vec::new();
    }
    // One mark of inches, feet or seconds makes the straight ones odd.
    let n_straight = found.iter().filter(|mark| mark.sort == Sort::Straight).count();
    if inches && n_straight % 2 == 1 {
        found.retain(|mark| mark.sort != Sort::Straight);
    }
    for (sort, opens) in [(Sort::Guillemets, true), (Sort::Curly, true), (Sort::Curly, false)] {
        if is_foreign(&found, sort, opens) {
            found.retain(|mark| mark.sort != sort);
        }
    }
    found
}

/// `»…«` as in German, `”…”` as in Swedish, `“…“`: in even number, and never the other way.
fn is_foreign(marks: &[Mark], sort: Sort, opens: bool) -> bool {
    let of_sort: Vec<&Mark> = marks.iter().filter(|mark| mark.sort == sort).collect();
    let n = of_sort.iter().filter(|mark| mark.opens == Some(opens)).count();
    let reversed =
        of_sort.len().is_multiple_of(2) && of_sort.chunks(2).all(|pair| pair[0].opens == Some(false) && pair[1].opens == Some(true));
    let alike = sort == Sort::Curly && n == of_sort.len() && n.is_multiple_of(2);
    n > 0 && (reversed || alike)
}

/// Matches the marks of one paragraph.
fn match_marks(marks: &[Mark]) -> Left {
    let mut left = Left::default();
    let mut open: Vec<Mark> = Vec::new();
    // Marks that closed nothing of their own sort while another was open: it may be what they close.
    let mut foreign: Vec<Mark> = Vec::new();
    // Guillemets inside guillemets may end in one `»` for both.
    let mut nested = false;
    let odd = marks.iter().filter(|mark| mark.sort == Sort::Straight).count() % 2 == 1;
    for mark in marks {
        let own = open.iter().rposition(|other| other.sort == mark.sort);
        // Straight marks in even number close each other in turn; of an odd number, what stands beside them tells.
        let opens = match (mark.opens, own) {
            (Some(opens), _) if mark.sort != Sort::Straight || odd => opens,
            (_, own) => own.is_none(),
        };
        match (opens, own) {
            (true, own) => {
                nested |= mark.sort == Sort::Guillemets && own.is_some();
                open.push(*mark);
            }
            (false, Some(at)) => {
                left.open.extend(open.drain(at + 1..));
                open.truncate(at);
                if nested && mark.sort == Sort::Guillemets && open.iter().any(|other| other.sort == Sort::Guillemets) {
                    nested = is_followed_by_closing(marks, mark);
                    if !nested {
                        open.retain(|other| other.sort != Sort::Guillemets);
                    }
                }
            }
            (false, None) => foreign.push(*mark),
        }
    }
    left.open.extend(open);
    left.open.order_by_key(|mark| mark.span);
    for mark in foreign {
        // The nearest open mark before it, in the same sentence or so.
        let at = left.open.iter().rposition(|other| other.span.end <= mark.span.start && mark.sort != other.sort);
        match at {
            Some(at) => {
                let opened = left.open.remove(at);
                left.mismatched.push(opened.span.cover(mark.span));
            }
            None => left.closing.push(mark),
        }
    }
    left
}

/// True when a `»` follows before the next `«`.
fn is_followed_by_closing(marks: &[Mark], mark: &Mark) -> bool {
    let mut later = marks.iter().filter(|other| other.span > mark.span && other.sort == Sort::Guillemets);
    later.next().is_some_and(|next| next.opens == Some(false))
}
