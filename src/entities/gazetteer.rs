//! Names known beforehand: countries and towns, media, institutions, large companies, armed groups.
//!
//! Matching is folded and takes the longest name; capitals must stand where the gazetteer has them, so that `le monde`
//! is no newspaper and `EI` no syllable. Linear: a name is looked up by its first word. Persons are left out on purpose,
//! articles introduce them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::EntityKind;
use super::key::Keys;
use super::tokens::{Shape, Style, Token, tokens};
use crate::order::Order;
use crate::span::Span;

/// One known thing.
#[derive(Debug)]
pub(super) struct Entry {
    pub name: &'static str,
    pub kind: EntityKind,
    pub wikidata: Option<&'static str>,
}

#[derive(Debug)]
struct Alias {
    key: String,
    entry: usize,
    doubtful: bool,
    /// Short and all capital: must be so in the text as well.
    acronym: bool,
    opens_small: bool,
    ends_capital: bool,
    article: bool,
}

#[derive(Debug, Default)]
pub(super) struct Gazetteer {
    pub entries: Vec<Entry>,
    aliases: Vec<Alias>,
    /// First word of an alias to aliases, longest first.
    by_first: HashMap<String, Vec<usize>>,
}

/// A stretch of tokens that the gazetteer knows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub first: usize,
    /// Behind the last token.
    pub end: usize,
    pub entry: usize,
    /// The name is also a common word, a first name or a frequent surname.
    pub doubtful: bool,
}

const FILES: [&str; 2] = [include_str!("../../corpus/gazetteers/places.txt"), include_str!("../../corpus/gazetteers/bodies.txt")];

static SHIPPED: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::read(&FILES));

/// The gazetteer that ships inside.
pub(super) fn shipped() -> &'static Gazetteer {
    &SHIPPED
}

fn section(label: &str) -> Option<EntityKind> {
    Some(match label {
        "place" => EntityKind::Place,
        "media" => EntityKind::Media,
        "organisation" => EntityKind::Organisation,
        "group" => EntityKind::Group,
        "event" => EntityKind::Event,
        "law" => EntityKind::Law,
        "product" => EntityKind::Product,
        _ => return None,
    })
}

impl Gazetteer {
    fn read(files: &[&'static str]) -> Self {
        let mut read = Self::default();
        let mut kind = EntityKind::Place;
        let mut keys = Keys::default();
        for line in files.iter().flat_map(|file| file.lines()) {
            if let Some(label) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                kind = section(label).unwrap_or(kind);
            } else if !line.is_empty() && !line.starts_with('#') {
                read.add(line, kind, &mut keys);
            }
        }
        for aliases in read.by_first.values_mut() {
            aliases.order_by_key(|at| std::cmp::Reverse(read.aliases[*at].key.len()));
        }
        read
    }

    fn add(&mut self, line: &'static str, kind: EntityKind, keys: &mut Keys<'static>) {
        let mut fields = line.split('\t');
        let name = fields.next().unwrap_or_default();
        let others = fields.next().unwrap_or_default();
        let wikidata = fields.next().filter(|q| !q.is_empty());
        let entry = self.entries.len();
        self.entries.push(Entry { name: name.trim_end_matches('?'), kind, wikidata });
        for alias in std::iter::once(name).chain(others.split(';')).filter(|a| !a.is_empty()) {
            self.add_alias(alias, entry, keys);
        }
    }

    fn add_alias(&mut self, alias: &'static str, entry: usize, keys: &mut Keys<'static>) {
        let doubtful = alias.ends_with('?');
        let alias = alias.trim_end_matches('?');
        let parts = tokens(alias, Span::of(alias), keys);
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
        let key = parts.iter().map(|t| t.key.as_str()).collect::<Vec<_>>().join(" ");
        let head = key.split(' ').next().unwrap_or_default().to_owned();
        let found = Alias {
            entry,
            doubtful,
            acronym: parts.len() == 1 && first.shape == Shape::Upper && alias.len() <= 5,
            opens_small: first.shape == Shape::Lower || first.shape == Shape::Mixed,
            ends_capital: last.is_nameish(),
            article: parts.len() > 1 && matches!(&*first.key, "le" | "la" | "les" | "l") && !doubtful,
            key,
        };
        self.by_first.entry(head).or_default().push(self.aliases.len());
        self.aliases.push(found);
    }

    /// The longest known name that begins at token `first`.
    pub fn longest(&self, tokens: &[Token], first: usize, style: Style) -> Option<Match> {
        let head = tokens[first].key.split(' ').next()?;
        let aliases = self.by_first.get(head)?;
        aliases.iter().map(|at| &self.aliases[*at]).find_map(|alias| {
            let end = covered(&alias.key, tokens, first)?;
            let start = alias.fits(&tokens[first..end], style)?;
            Some(Match { first: first + start, end, entry: alias.entry, doubtful: alias.doubtful })
        })
    }

    /// The entry that has `key` among its names, if it is no doubtful one.
    pub fn by_key(&self, key: &str) -> Option<usize> {
        let aliases = self.by_first.get(key.split(' ').next()?)?;
        aliases.iter().map(|at| &self.aliases[*at]).find(|alias| alias.key == key).map(|alias| alias.entry)
    }
}

/// The token behind the stretch from `first` whose keys together are `key`.
fn covered(key: &str, tokens: &[Token], first: usize) -> Option<usize> {
    let mut rest = key;
    for (at, token) in tokens.iter().enumerate().skip(first) {
        if at > first && !token.near {
            return None;
        }
        rest = rest.strip_prefix(token.key.as_str())?;
        if rest.is_empty() {
            return Some(at + 1);
        }
        rest = rest.strip_prefix(' ')?;
    }
    None
}

impl Alias {
    /// Where the name begins within `tokens` (behind a small article), if the capitals stand right.
    fn fits(&self, tokens: &[Token], style: Style) -> Option<usize> {
        let (first, last) = (tokens.first()?, tokens.last()?);
        if style == Style::Shout {
            return (!self.doubtful && (!self.acronym || self.key.len() > 2)).then_some(0);
        }
        if self.acronym {
            return (first.shape == Shape::Upper).then_some(0);
        }
        if self.ends_capital && !last.is_nameish() {
            return None;
        }
        if first.is_nameish() || first.shape == Shape::Number || (self.opens_small && first.shape == Shape::Lower) {
            return Some(0);
        }
        (self.article && tokens.get(1).is_some_and(Token::is_nameish)).then_some(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Option<String> {
        let parts = tokens(text, Span::of(text), &mut Keys::default());
        let found = shipped().longest(&parts, 0, Style::Plain)?;
        let entry = &shipped().entries[found.entry];
        Some(format!("{} {}", entry.kind.label(), entry.name))
    }

    #[test]
    fn spellings_meet_and_the_longest_wins() {
        assert_eq!(find("ETATS-UNIS").as_deref(), Some("LOC États-Unis"));
        assert_eq!(find("Soudan du Sud").as_deref(), Some("LOC Soudan du Sud"));
        assert_eq!(find("le Monde").as_deref(), Some("MEDIA Le Monde"));
        assert_eq!(find("le monde"), None);
        assert_eq!(find("Ei"), None);
    }

    #[test]
    fn the_shipped_files_hold_no_person_and_stay_small() {
        assert!(shipped().entries.iter().all(|e| e.kind != EntityKind::Person));
        assert!(FILES.iter().map(|f| f.len()).sum::<usize>() < 60_000);
    }
}
