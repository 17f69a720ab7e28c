//! Quotation marks of a table put right, so that one that was never closed does not swallow the rows after it.
//!
//! A reader of tables takes everything up to the next mark for one cell, and says nothing when none comes. So the text is
//! gone through once before: a mark that closes nothing is doubled and thereby part of its cell, and a row whose cell never
//! ends is left out. What was right stays byte for byte the same. The cells themselves are read by the crate `csv`.

use std::borrow::Cow;

/// A text in pieces that read well, and the lines of rows that do not.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Mended<'a> {
    /// Pieces of whole rows, each with the number of its first line, from 1.
    pub pieces: Vec<(u32, Cow<'a, str>)>,
    /// Rows with a mark that is never closed, by line.
    pub unclosed: Vec<u32>,
}

/// Reading again after a broken row costs, all in all, no more than so many times the text: a text made to be read again
/// and again is read line by line from there on.
const READ_AGAIN: usize = 4;

/// What a mark inside a quoted cell is.
enum Mark {
    /// The cell ends after it.
    Closes,
    /// Part of the cell, and written so.
    Doubled,
    /// A mark after a backslash: part of the cell, to be doubled.
    Escaped,
    /// Part of the cell, to be doubled.
    Stray,
    /// It opens another cell: the one before was never closed.
    Opens,
}

/// Goes through `text`, whose cells are parted by `delimiter`; its first line has the number `line`.
pub(super) fn mend(text: &str, delimiter: u8, mut line: u32) -> Mended<'_> {
    let backslashes = has_backslashes(text.as_bytes(), delimiter);
    let mut mended = Mended::default();
    let (mut at, mut piece_start, mut piece_line) = (0, 0, line);
    let mut edits = Vec::new();
    let mut budget = text.len() * READ_AGAIN;
    while at < text.len() {
        let n_edits = edits.len();
        match end_of_row(text.as_bytes(), at, Syntax { delimiter, backslashes, many_lines: budget > 0 }, &mut edits) {
            Ok(end) => {
                line += n_lines(&text[at..end]);
                at = end;
            }
            Err(read_to) => {
                budget = budget.saturating_sub(read_to - at);
                edits.truncate(n_edits);
                mended.push(piece_line, edited(&text[piece_start..at], piece_start, &edits));
                mended.unclosed.push(line);
                edits.clear();
                at = after_line(text, at);
                line += 1;
                (piece_start, piece_line) = (at, line);
            }
        }
    }
    mended.push(piece_line, edited(&text[piece_start..], piece_start, &edits));
    mended
}

/// True when marks inside cells stand behind a backslash, and are nowhere doubled.
fn has_backslashes(bytes: &[u8], delimiter: u8) -> bool {
    let behind_backslash = bytes.windows(2).any(|pair| pair == b"\\\"");
    let is_inside = |byte: u8| byte != b'\\' && byte != b'"' && byte != delimiter && !is_break(byte);
    behind_backslash && !bytes.windows(3).any(|three| three[1..] == *b"\"\"" && is_inside(three[0]))
}

impl<'a> Mended<'a> {
    fn push(&mut self, line: u32, piece: Cow<'a, str>) {
        if !piece.is_empty() {
            self.pieces.push((line, piece));
        }
    }
}

/// How many lines end in `text`; CR LF ends one.
pub(super) fn n_lines(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let ends = |(i, byte): (usize, &u8)| *byte == b'\n' || *byte == b'\r' && bytes.get(i + 1) != Some(&b'\n');
    u32::try_from(bytes.iter().enumerate().filter(|item| ends((item.0, item.1))).count()).unwrap_or(u32::MAX)
}

#[derive(Clone, Copy)]
struct Syntax {
    delimiter: u8,
    backslashes: bool,
    /// A quoted cell may go on over a line's end.
    many_lines: bool,
}

/// A mark to be doubled: at its place, or at that of the backslash before it.
#[derive(Clone, Copy)]
enum Edit {
    Double(usize),
    Unescape(usize),
}

/// After the row that begins at `start`; how far was read when a cell of it never ends.
fn end_of_row(bytes: &[u8], start: usize, syntax: Syntax, edits: &mut Vec<Edit>) -> Result<usize, usize> {
    let (mut at, mut at_cell_start) = (start, true);
    while let Some(&byte) = bytes.get(at) {
        if at_cell_start && byte == b'"' {
            at = end_of_cell(bytes, at, syntax, edits)?;
            at_cell_start = false;
            continue;
        }
        at += 1;
        if is_break(byte) {
            at += usize::from(byte == b'\r' && bytes.get(at) == Some(&b'\n'));
            break;
        }
        at_cell_start = byte == syntax.delimiter;
    }
    Ok(at)
}

/// After the mark that closes the cell opened at `open`; how far was read when none does.
fn end_of_cell(bytes: &[u8], open: usize, syntax: Syntax, edits: &mut Vec<Edit>) -> Result<usize, usize> {
    let (mut at, mut broken) = (open + 1, false);
    while let Some(&byte) = bytes.get(at) {
        if is_break(byte) && !syntax.many_lines {
            return Err(at);
        }
        broken |= is_break(byte);
        if byte != b'"' {
            at += 1;
            continue;
        }
        match mark(bytes, at, syntax, broken) {
            Mark::Closes => return Ok(at + 1),
            Mark::Opens => return Err(at),
            Mark::Doubled => at += 1,
            Mark::Escaped => edits.push(Edit::Unescape(at - 1)),
            Mark::Stray => edits.push(Edit::Double(at)),
        }
        at += 1;
    }
    Err(at)
}

/// What the mark at `at` inside a quoted cell is; `broken` when a line has ended in the cell.
fn mark(bytes: &[u8], at: usize, syntax: Syntax, broken: bool) -> Mark {
    let before = bytes[at - 1];
    let starts_cell = before == syntax.delimiter || is_break(before);
    match bytes.get(at + 1) {
        _ if syntax.backslashes && before == b'\\' => Mark::Escaped,
        None => Mark::Closes,
        Some(&next) if next == syntax.delimiter || is_break(next) => Mark::Closes,
        Some(b'"') => Mark::Doubled,
        Some(_) if broken && starts_cell => Mark::Opens,
        Some(_) => Mark::Stray,
    }
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

fn after_line(text: &str, from: usize) -> usize {
    let Some(end) = text[from..].find(['\n', '\r']) else { return text.len() };
    let end = from + end;
    end + if text[end..].starts_with("\r\n") { 2 } else { 1 }
}

/// `piece`, which starts at `offset`, with its marks doubled.
fn edited<'a>(piece: &'a str, offset: usize, edits: &[Edit]) -> Cow<'a, str> {
    if edits.is_empty() {
        return Cow::Borrowed(piece);
    }
    let mut text = String::with_capacity(piece.len() + edits.len());
    let mut copied = 0;
    for edit in edits {
        let (at, next) = match *edit {
            Edit::Double(at) => (at - offset, at - offset),
            Edit::Unescape(at) => (at - offset, at - offset + 1),
        };
        text.push_str(&piece[copied..at]);
        text.push('"');
        copied = next;
    }
    text.push_str(&piece[copied..]);
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, pieces: &[(u32, &str)], unclosed: &[u32]) {
        let mended = mend(text, b',', 1);
        let found: Vec<(u32, &str)> = mended.pieces.iter().map(|(line, piece)| (*line, &**piece)).collect();
        assert_eq!((found.as_slice(), mended.unclosed.as_slice()), (pieces, unclosed), "{text}");
    }

    #[test]
    fn what_is_right_stays_as_it_is() {
        for text in ["a,b\n\"c, d\",\"e\nf \"\"g\"\" h\"\r\nx,y", "a 5\" pipe,b\n", "", "\"\",\"\"\n"] {
            let mended = mend(text, b',', 1);
            assert!(mended.unclosed.is_empty());
            assert!(mended.pieces.iter().all(|(_, piece)| matches!(piece, Cow::Borrowed(_))), "{text}");
        }
    }

    #[test]
    fn marks_that_close_nothing_are_doubled() {
        check("1,\"Il dit \"oui\" hier\",x\n", &[(1, "1,\"Il dit \"\"oui\"\" hier\",x\n")], &[]);
        check("1,\"Il dit \\\"oui\\\"\",x\n", &[(1, "1,\"Il dit \"\"oui\"\"\",x\n")], &[]);
    }

    #[test]
    fn a_row_that_never_ends_is_left_out_alone() {
        check("a,b\n1,\"x\n2,\"y\"\n3,z\n", &[(1, "a,b\n"), (3, "2,\"y\"\n3,z\n")], &[2]);
        check("1,\"x\n2,y\n3,z\n", &[(2, "2,y\n3,z\n")], &[1]);
        check("1,\"x\r\n\"2\",\"y\"\r\n", &[(2, "\"2\",\"y\"\r\n")], &[1]);
    }

    #[test]
    fn hostile_marks_are_read_in_time_that_grows_with_the_text() {
        let steps = |n: usize| {
            let text = "x,\"\"a\n".repeat(n) + "y,\"b";
            mend(&text, b',', 1).unclosed.len()
        };
        // Every row runs to the end until the budget is spent; then each ends with its line.
        assert_eq!(steps(200), 201);
        assert_eq!(steps(200_000), 200_001);
    }

    proptest! {
        #[test]
        fn every_line_is_kept_or_left_out(text in "[a\",\n\r\\\\é]{0,60}") {
            let mended = mend(&text, b',', 1);
            let kept: u32 = mended.pieces.iter().map(|(_, piece)| n_lines(piece)).sum();
            let last_line_left_out = !text.ends_with(['\n', '\r']) && mended.pieces.last().is_none_or(|(_, piece)| piece.ends_with(['\n', '\r']));
            let left_out = u32::try_from(mended.unclosed.len()).unwrap() - u32::from(last_line_left_out && !text.is_empty());
            prop_assert_eq!(kept + left_out, n_lines(&text));
        }
    }
}
