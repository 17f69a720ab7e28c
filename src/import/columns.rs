//! Which column of a table is what: told by its name in French or English, and by what its cells look like.
//!
//! A name counts only where the cells do not contradict it: a column called `date` without dates is no date. Columns that
//! no name tells are told by their cells: long text, dates, addresses, a few names again and again. What is guessed is
//! shown to a person, who may say otherwise.

use std::collections::BTreeSet;

use super::column_names::{Role, is_known, role};
use super::dates;
use super::rows::Row;
use super::{Columns, Table};
use crate::corpus::page;
use crate::text::fold;

/// Cells are judged on so many rows.
const LOOKED_AT: usize = 200;
/// A person is shown so many rows,
const SHOWN_ROWS: usize = 5;
/// and so many characters of a cell.
const SHOWN_CHARS: usize = 60;
/// Cells that long on average are articles, whatever their column is called: two sentences of a dispatch.
const LONG: usize = 120;

/// True when the first of `rows` holds names of columns.
pub(super) fn has_names(rows: &[Row]) -> bool {
    let Some((first, rest)) = rows.split_first() else { return false };
    let mut met = BTreeSet::new();
    let name = |cell: &String| {
        let cell = cell.trim();
        cell.chars().count() <= 60
            && dates::iso(cell).is_none()
            && !is_url(cell)
            && cell.parse::<f64>().is_err()
            && !cell.ends_with(['.', '!', '?'])
    };
    let all_names = first.cells.iter().all(name) && first.cells.iter().all(|cell| cell.trim().is_empty() || met.insert(fold(cell.trim())));
    let n_known = first.cells.iter().filter(|cell| is_known(cell)).count();
    // Without a known name, the row must differ from those below: short above long text, a word above dates.
    let differs = |place: usize| {
        let seen = Seen::of(rest, place);
        seen.n > 0
            && first.cells.get(place).is_some_and(|cell| !cell.trim().is_empty())
            && (seen.mean >= LONG || seen.dates() || seen.urls())
    };
    all_names && (n_known > 0 || (0..first.cells.len()).any(differs))
}

/// The table for a person to see, with `columns` or the guess.
pub(super) fn table(names: &[String], rows: &[Row], columns: Option<&Columns>) -> Table {
    let shown = |cell: &String| {
        let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(SHOWN_CHARS) {
            Some((at, _)) => format!("{}…", &line[..at]),
            None => line,
        }
    };
    let sample = rows.iter().take(SHOWN_ROWS).map(|row| row.cells.iter().take(names.len()).map(shown).collect()).collect();
    Table { names: names.to_vec(), columns: columns.cloned().unwrap_or_else(|| guess(names, rows)), sample }
}

/// Which column seems to be what.
fn guess(names: &[String], rows: &[Row]) -> Columns {
    let seen: Vec<Seen> = (0..names.len()).map(|place| Seen::of(rows, place)).collect();
    let mut guess = Guess { taken: vec![false; names.len()], known: names.iter().map(|name| role(name)).collect(), seen };
    // Dates and addresses first: nothing else looks like them.
    let published = guess.named(Role::Published, Seen::some_dates).or_else(|| guess.like(Seen::dates));
    let url = guess.named(Role::Url, Seen::some_urls).or_else(|| guess.named(Role::Outlet, Seen::urls)).or_else(|| guess.like(Seen::urls));
    let text = guess.text();
    let title = guess.named(Role::Title, Seen::filled).or_else(|| guess.like(Seen::titles));
    let authors = guess.named(Role::Authors, Seen::words).or_else(|| guess.like(Seen::people));
    let name = guess.named(Role::Name, Seen::unique);
    let outlet = guess.named(Role::Outlet, Seen::words).or_else(|| guess.like(Seen::repeats));
    Columns { text, title, outlet, authors, published, url, name }
}

struct Guess {
    taken: Vec<bool>,
    known: Vec<Option<(Role, usize)>>,
    seen: Vec<Seen>,
}

impl Guess {
    fn take(&mut self, place: Option<usize>) -> Option<u32> {
        let place = place?;
        self.taken[place] = true;
        u32::try_from(place).ok()
    }

    fn free(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.taken.len()).filter(|place| !self.taken[*place])
    }

    /// The column that is called so, and looks it.
    fn named(&mut self, role: Role, looks: impl Fn(&Seen) -> bool) -> Option<u32> {
        let rank = |place: &usize| self.known[*place].filter(|known| known.0 == role).map(|known| known.1);
        let place = self.free().filter(|place| rank(place).is_some() && looks(&self.seen[*place])).min_by_key(|place| rank(place));
        self.take(place)
    }

    /// The first column that looks so, and is not called something else.
    fn like(&mut self, looks: impl Fn(&Seen) -> bool) -> Option<u32> {
        let place = self.free().find(|place| self.known[*place].is_none() && looks(&self.seen[*place]));
        self.take(place)
    }

    /// Of the columns that are called text the best called one, unless another is more than twice as long; of the others the
    /// longest that is long.
    fn text(&mut self) -> Option<u32> {
        let rank = |place: &usize| self.known[*place].filter(|known| known.0 == Role::Text).map(|known| known.1);
        let mean = |place: &usize| self.seen[*place].mean;
        let called = || self.free().filter(|place| rank(place).is_some() && self.seen[*place].filled());
        let longest = called().map(|place| mean(&place)).max().unwrap_or(0);
        let named = called().filter(|place| mean(place) * 2 >= longest).min_by_key(|place| rank(place));
        let long = |place: &usize| self.known[*place].is_none() && mean(place) >= LONG && !self.seen[*place].some_urls();
        let unnamed = self.free().filter(long).max_by_key(|place| (mean(place), usize::MAX - place));
        // `description: a line` beside `field_7: a page` is not the article.
        let place = match (named, unnamed) {
            (Some(named), Some(unnamed)) if mean(&named) * 10 < mean(&unnamed) => Some(unnamed),
            (named, unnamed) => named.or(unnamed),
        };
        self.take(place)
    }
}

/// What the cells of a column look like.
#[derive(Debug, Default)]
struct Seen {
    n_rows: usize,
    /// Cells with something in them.
    n: usize,
    /// Characters of such a cell, on average.
    mean: usize,
    n_words: usize,
    n_dates: usize,
    n_urls: usize,
    n_people: usize,
    n_worded: usize,
    n_capital: usize,
    n_distinct: usize,
    n_stopped: usize,
}

impl Seen {
    fn of(rows: &[Row], place: usize) -> Self {
        let mut seen = Self::default();
        let mut distinct = BTreeSet::new();
        for row in rows.iter().take(LOOKED_AT) {
            seen.n_rows += 1;
            let cell = row.cells.get(place).map_or("", |cell| cell.trim());
            if cell.is_empty() {
                continue;
            }
            seen.n += 1;
            seen.mean += cell.chars().count();
            // Words are counted for short cells only; of long ones it is known what they are.
            seen.n_words += cell.split_whitespace().take(100).count();
            seen.n_dates += usize::from(is_date(cell));
            seen.n_urls += usize::from(is_url(cell));
            seen.n_people += usize::from(cell.len() < 120 && page::is_names(cell));
            seen.n_worded += usize::from(cell.contains(char::is_alphabetic));
            seen.n_capital += usize::from(cell.starts_with(char::is_uppercase));
            seen.n_stopped += usize::from(cell.ends_with(['.', '…']));
            distinct.insert(cell);
        }
        seen.mean = seen.mean.checked_div(seen.n).unwrap_or(0);
        seen.n_distinct = distinct.len();
        seen
    }

    fn filled(&self) -> bool {
        self.n > 0
    }

    fn most(&self, n: usize) -> bool {
        self.n > 0 && n * 10 >= self.n * 8
    }

    fn dates(&self) -> bool {
        self.most(self.n_dates)
    }

    /// A column of another name that is a date half of the time is one.
    fn some_dates(&self) -> bool {
        self.n > 0 && (self.n_dates * 2 >= self.n || self.mean == 4)
    }

    fn urls(&self) -> bool {
        self.most(self.n_urls)
    }

    fn some_urls(&self) -> bool {
        self.n > 0 && self.n_urls * 2 >= self.n
    }

    /// Neither addresses nor numbers.
    fn words(&self) -> bool {
        self.most(self.n_worded) && !self.urls()
    }

    fn people(&self) -> bool {
        self.most(self.n_people)
    }

    /// Each row has its own, and a short one.
    fn unique(&self) -> bool {
        self.n > 0 && self.n == self.n_rows && self.n_distinct == self.n && self.mean <= 200
    }

    /// Some words that no other row has, and no stop after them.
    fn titles(&self) -> bool {
        let words = self.n_words.checked_div(self.n).unwrap_or(0);
        self.most(self.n_capital)
            && self.n_distinct * 10 >= self.n * 9
            && (3..40).contains(&words)
            && self.mean < 200
            && self.n_stopped * 3 < self.n
            && self.n_dates * 2 < self.n
    }

    /// A few names again and again.
    fn repeats(&self) -> bool {
        let words = self.n_words.checked_div(self.n).unwrap_or(0);
        self.n >= 6
            && self.n_distinct * 2 <= self.n
            && self.most(self.n_capital)
            && (3..=40).contains(&self.mean)
            && words <= 6
            && self.n_dates == 0
    }
}

/// A date that nothing else is: not a year, which may be a count.
fn is_date(cell: &str) -> bool {
    cell.len() > 4 && dates::iso(cell).is_some()
}

fn is_url(cell: &str) -> bool {
    let rest = cell.strip_prefix("https://").or_else(|| cell.strip_prefix("http://")).or_else(|| cell.strip_prefix("www."));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    const TEXT: &str =
        "La rivière est sortie de son lit vendredi, et trois cents habitants ont été évacués du centre de la commune par les pompiers.";

    /// The guess for columns of these names, each with the cell that all rows have; `TEXT` stands for a text.
    fn check(columns: &[(&str, &str)], expected: Expect) {
        let names: Vec<String> = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
        let row = |place| Row { place, cells: columns.iter().map(|(_, cell)| cell.replace("TEXT", &format!("{TEXT} {place}"))).collect() };
        let rows: Vec<Row> = (1..4).map(row).collect();
        let Columns { text, title, outlet, authors, published, url, name } = guess(&names, &rows);
        let told = [
            ("text", text),
            ("title", title),
            ("outlet", outlet),
            ("authors", authors),
            ("published", published),
            ("url", url),
            ("name", name),
        ];
        let line = |(role, place): (&str, Option<u32>)| Some(format!("{role}: {}\n", names[place? as usize]));
        expected.assert_eq(&told.into_iter().filter_map(line).collect::<String>());
    }

    #[test]
    fn columns_of_services_and_archives_are_known() {
        // Pages gathered by a crawler, where `source` is an address.
        check(
            &[
                ("title", "Un titre"),
                ("author", "Ana Petit"),
                ("hostname", "gazette.example"),
                ("date", "2021-03-12"),
                ("id", "1"),
                ("raw_text", "TEXT"),
                ("text", "TEXT"),
                ("source", "https://gazette.example/1"),
                ("source-hostname", "La Gazette"),
                ("tags", "a;b"),
            ],
            expect![[r#"
                text: text
                title: title
                outlet: source-hostname
                authors: author
                published: date
                url: source
            "#]],
        );
        // Posts of a content system.
        check(
            &[
                ("id", "12"),
                ("date", "2021-03-12T14:05:00"),
                ("guid.rendered", "https://g.example/?p=1"),
                ("link", "https://g.example/1"),
                ("title.rendered", "Un titre"),
                ("content.rendered", "<p>TEXT</p>"),
                ("excerpt.rendered", "<p>Un.</p>"),
                ("author", "3"),
            ],
            expect![[r#"
                text: content.rendered
                title: title.rendered
                published: date
                url: link
            "#]],
        );
        // A spreadsheet kept by hand.
        check(
            &[
                ("N°", "1"),
                ("Date de mise en ligne", "12/03/2021"),
                ("Nom du média", "La Gazette"),
                ("Type de média", "PQR"),
                ("Titre de l’article", "Un titre"),
                ("Lien vers l’article", "https://g.example/1"),
                ("Contenu de l’article", "TEXT"),
                ("Journaliste(s)", "Ana Petit"),
            ],
            expect![[r#"
                text: Contenu de l’article
                title: Titre de l’article
                outlet: Nom du média
                authors: Journaliste(s)
                published: Date de mise en ligne
                url: Lien vers l’article
            "#]],
        );
    }

    #[test]
    fn a_name_that_the_cells_contradict_does_not_count() {
        check(
            &[("date", "bientôt"), ("url", "aucune"), ("publié", "2021-03-12"), ("texte", ""), ("x", "TEXT")],
            expect![[r#"
            text: x
            published: publié
        "#]],
        );
    }
}
