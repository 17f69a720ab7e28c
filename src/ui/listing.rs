//! Which names the index lists, and how, as an address: `#/index?type=per&a=003.txt&nom=caz&tri=mentions&vue=grille`.

use crate::entities::EntityKind;
use crate::protocol::{NameFilter, NameSort};

/// Which names are listed, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    pub kind: NameFilter,
    pub sort: NameSort,
    /// Name of the article that names them.
    pub article: Option<String>,
    /// What stands in one of their names.
    pub typed: String,
    pub layout: Layout,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    #[default]
    List,
    /// Names by articles.
    Grid,
}

/// What is typed beyond this is no name.
pub const LONGEST: usize = 80;

impl Listing {
    /// Writes it, pair by pair; what is as it comes is not written.
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        match self.kind {
            NameFilter::Named => {}
            NameFilter::Kind(kind) => pair("type", kind.label()),
            NameFilter::Described => pair("type", "DESC"),
        }
        if let Some(article) = &self.article {
            pair("a", article);
        }
        if !self.typed.is_empty() {
            pair("nom", &self.typed);
        }
        match self.sort {
            NameSort::Shared => {}
            NameSort::Mentions => pair("tri", "mentions"),
            NameSort::Name => pair("tri", "nom"),
        }
        if self.layout == Layout::Grid {
            pair("vue", "grille");
        }
    }

    /// Takes a pair of an address, if it is one of these.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "type" if value == "DESC" => self.kind = NameFilter::Described,
            "type" => self.kind = EntityKind::of_label(value).map_or(NameFilter::Named, NameFilter::Kind),
            "a" => self.article = Some(value.to_owned()),
            "nom" => self.typed = value.chars().take(LONGEST).collect(),
            "tri" => {
                self.sort = match value {
                    "mentions" => NameSort::Mentions,
                    "nom" => NameSort::Name,
                    _ => NameSort::Shared,
                }
            }
            "vue" => self.layout = if value == "grille" { Layout::Grid } else { Layout::List },
            _ => return false,
        }
        true
    }
}
