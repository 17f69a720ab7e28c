//! Rows of a table of text: commas, semicolons, tabs or bars, with or without a row of names.
//!
//! The delimiter is guessed from the first rows: it is the one that cuts most of them into equally many cells, names of
//! columns that are known counting for it. A first line `sep=;`, as spreadsheets write it, decides at once.

use super::mend::{mend, n_lines};
use super::{column_names, columns};
use crate::say;

/// A table: one article a row, as far as it goes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    pub names: Vec<String>,
    pub rows: Vec<Row>,
    pub left_out: Vec<LeftOut>,
    pub unit: Unit,
    /// What stood between the cells, to join those of a row that has too many.
    pub delimiter: char,
}

/// One row.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Where it stands in its file, from 1, counted in [`Unit`]s.
    pub place: u32,
    pub cells: Vec<String>,
}

/// A row that does not come in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LeftOut {
    pub place: u32,
    pub why: String,
}

/// What places are counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Unit {
    #[default]
    Line,
    Entry,
}

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The delimiter is guessed from so many bytes.
const SAMPLE: usize = 128 * 1024;
/// And from so many rows at most.
const SAMPLE_ROWS: usize = 200;

/// Reads `text` as a table.
pub(super) fn read(name: &str, text: &str) -> Grid {
    let text = text.trim_start_matches('\u{feff}');
    let (said, text, first_line) = match said_delimiter(text) {
        Some((delimiter, rest)) => (Some(delimiter), rest, 2),
        None => (None, text, 1),
    };
    let by_name = || (name.ends_with(".tsv") || name.ends_with(".tab")).then_some(b'\t').filter(|_| text.contains('\t'));
    let delimiter = said.or_else(by_name).unwrap_or_else(|| guess(text));
    let mended = mend(text, delimiter, first_line);
    let mut grid = Grid { delimiter: char::from(delimiter), ..Grid::default() };
    let broken = |place| LeftOut { place, why: say!("guillemet non fermé", "quotation mark not closed").to_owned() };
    grid.left_out = mended.unclosed.into_iter().map(broken).collect();
    for (line, piece) in &mended.pieces {
        push_rows(piece, *line, delimiter, usize::MAX, &mut grid);
    }
    grid.take_names();
    grid
}

impl Grid {
    /// Makes the first row the names, if it is a row of names.
    fn take_names(&mut self) {
        let width = self.rows.first().map_or(0, |row| row.cells.len());
        if columns::has_names(&self.rows) {
            self.names = self.rows.remove(0).cells.iter().map(|name| name.trim().to_owned()).collect();
        } else {
            self.names = (1..=usual_width(&self.rows).unwrap_or(width)).map(|n| format!("{} {n}", say!("colonne", "column"))).collect();
        }
        for (name, n) in self.names.iter_mut().zip(1..) {
            if name.is_empty() {
                *name = format!("{} {n}", say!("colonne", "column"));
            }
        }
    }
}

/// The delimiter of a line `sep=;`, and what follows it.
fn said_delimiter(text: &str) -> Option<(u8, &str)> {
    let end = text.find(['\n', '\r'])?;
    let line = text[..end].trim_matches('"');
    let said = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| line[4..].bytes().next());
    let rest = text[end..].strip_prefix("\r\n").or_else(|| text.get(end + 1..))?;
    said.filter(u8::is_ascii).map(|delimiter| (delimiter, rest))
}

/// The delimiter that makes a table of the first rows; tabs when none does, which leaves each line whole.
fn guess(text: &str) -> u8 {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let score = |delimiter: u8| {
        let mut grid = Grid::default();
        for (line, piece) in &mend(sample, delimiter, 1).pieces {
            push_rows(piece, *line, delimiter, SAMPLE_ROWS, &mut grid);
        }
        if sample.len() < text.len() && grid.rows.len() > 1 && grid.rows.len() < SAMPLE_ROWS {
            grid.rows.pop();
        }
        let width = usual_width(&grid.rows).filter(|width| *width > 1)?;
        let even = grid.rows.iter().filter(|row| row.cells.len() == width).count() * 100 / grid.rows.len();
        let known = grid.rows.first().map_or(0, |row| row.cells.iter().filter(|cell| column_names::is_known(cell)).count());
        (even >= 60 || known >= 2).then_some((even * (1 + known), width))
    };
    let scored = DELIMITERS.iter().filter_map(|delimiter| Some((score(*delimiter)?, *delimiter)));
    // Of equals the first wins.
    scored.rev().max_by_key(|(score, _)| *score).map_or(b'\t', |(_, delimiter)| delimiter)
}

/// How many cells most rows have.
pub(super) fn usual_width(rows: &[Row]) -> Option<usize> {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for row in rows {
        *counts.entry(row.cells.len()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(width, n)| (*n, *width)).map(|(width, _)| width)
}

/// The rows of `piece`, whose first line is `line`, until there are `limit`.
fn push_rows(piece: &str, line: u32, delimiter: u8, limit: usize, grid: &mut Grid) {
    let capacity = piece.len().clamp(64, 1 << 16);
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).flexible(true).delimiter(delimiter).buffer_capacity(capacity).from_reader(piece.as_bytes());
    let (mut place, mut counted) = (line, 0);
    let mut record = csv::StringRecord::new();
    while grid.rows.len() < limit {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                grid.left_out.push(LeftOut { place, why: error.to_string() });
                break;
            }
        }
        let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(piece.len()));
        // Blank lines before a row are no part of it.
        let blank = piece.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['\n', '\r']).len());
        let start = (start + blank).min(piece.len()).max(counted);
        place += n_lines(&piece[counted..start]);
        counted = start;
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            grid.rows.push(Row { place, cells: record.iter().map(str::to_owned).collect() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: Expect) {
        let grid = read("a.csv", text);
        let mut shown = format!("{:?}\n", grid.names);
        for row in &grid.rows {
            shown += &format!("{} {:?}\n", row.place, row.cells);
        }
        for left_out in &grid.left_out {
            shown += &format!("{} {}\n", left_out.place, left_out.why);
        }
        expected.assert_eq(&shown);
    }

    #[test]
    fn a_french_spreadsheet_is_read() {
        check(
            "\u{feff}sep=;\r\nTitre;Texte;Date\r\n\"Un; deux\";\"Ligne un\r\nligne deux, \"\"citée\"\"\";20/02/2015\r\n\r\nTrois;Quatre, cinq;\r\n",
            expect![[r#"
                ["Titre", "Texte", "Date"]
                3 ["Un; deux", "Ligne un\r\nligne deux, \"citée\"", "20/02/2015"]
                6 ["Trois", "Quatre, cinq", ""]
            "#]],
        );
    }

    #[test]
    fn commas_in_texts_do_not_hide_the_delimiter() {
        check(
            "a;b;c\nun, deux;trois, quatre, cinq;six\nsept;huit;neuf, dix\n",
            expect![[r#"
                ["colonne 1", "colonne 2", "colonne 3"]
                1 ["a", "b", "c"]
                2 ["un, deux", "trois, quatre, cinq", "six"]
                3 ["sept", "huit", "neuf, dix"]
            "#]],
        );
    }

    #[test]
    fn an_unclosed_mark_costs_one_row() {
        check(
            "title,text\nUn,\"Le texte un\nDeux,\"Le texte deux\"\nTrois,Le texte trois\n",
            expect![[r#"
                ["title", "text"]
                3 ["Deux", "Le texte deux"]
                4 ["Trois", "Le texte trois"]
                2 guillemet non fermé
            "#]],
        );
    }

    #[test]
    fn lines_of_old_systems_and_tabs_are_read() {
        check(
            "titre\ttexte\rUn\tLe texte, un\rDeux\tLe texte; deux",
            expect![[r#"
                ["titre", "texte"]
                2 ["Un", "Le texte, un"]
                3 ["Deux", "Le texte; deux"]
            "#]],
        );
    }
}
