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
    let url = guess.named(Role::Url, Seen::some_urls).or_else(|| guess.like(Seen::urls));
    let text = guess.text();
    let title = guess.named(Role::Title, Seen::filled).or_else(|| guess.like(Seen::titles));
    let authors = guess.named(Role::Authors, Seen::filled).or_else(|| guess.like(Seen::people));
    let name = guess.named(Role::Name, Seen::unique);
    let outlet = guess.named(Role::Outlet, Seen::filled).or_else(|| guess.like(Seen::repeats));
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

    /// Of the columns that are called text the longest; of the others the longest that is long.
    fn text(&mut self) -> Option<u32> {
        let called = |place: &usize| matches!(self.known[*place], Some((Role::Text, _)));
        let mean = |place: &usize| self.seen[*place].mean;
        let longest = |wanted: &dyn Fn(&usize) -> bool| {
            self.free().filter(|place| wanted(place)).max_by_key(|place| (mean(place), usize::MAX - place))
        };
        let named = longest(&|place| called(place) && self.seen[*place].filled());
        let unnamed = longest(&|place| self.known[*place].is_none() && mean(place) >= LONG && !self.seen[*place].some_urls());
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
            seen.n_dates += usize::from(
                dates::iso(cell).is_some() && cell.len() != 4 && cell.parse::<f64>().is_ok_and(|n| n > 1e8) | cell.parse::<f64>().is_err(),
            );
            seen.n_urls += usize::from(is_url(cell));
            seen.n_people += usize::from(cell.len() < 120 && page::is_names(cell));
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

fn is_url(cell: &str) -> bool {
    let rest = cell.strip_prefix("https://").or_else(|| cell.strip_prefix("http://")).or_else(|| cell.strip_prefix("www."));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}
