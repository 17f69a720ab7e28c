//! The fields of the query language: what they are called in French and English, and which values they know.
//!
//! Names and values are compared folded. What is nearly one of them is not read as it: a notice offers it.

use serde::{Deserialize, Serialize};

use super::layer::Layer;
use super::query::{Annotated, Called, Field, PlaceKind};
use crate::text::fold;

/// What stands before the colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldName {
    Outlet,
    Author,
    Date,
    /// `in:` a part of the article.
    Place,
    Entity,
    Type,
    Speaker,
    Figure,
    /// A day told in the text.
    When,
    /// `dans:` one article.
    With,
    /// `sans:` one article.
    Without,
}

/// Folded names, the one that the page writes first.
const NAMES: &[(FieldName, &[&str])] = &[
    (FieldName::Outlet, &["outlet", "media", "journal", "source"]),
    (FieldName::Author, &["author", "auteur"]),
    (FieldName::Date, &["date"]),
    (FieldName::Place, &["in", "zone"]),
    (FieldName::Entity, &["entity", "entite", "nom"]),
    (FieldName::Type, &["type"]),
    (FieldName::Speaker, &["speaker", "locuteur", "qui"]),
    (FieldName::Figure, &["figure", "chiffre"]),
    (FieldName::When, &["when", "quand"]),
    (FieldName::With, &["dans"]),
    (FieldName::Without, &["sans"]),
];

/// Values of `in:`, folded, the one that the page writes first.
const PLACES: &[(Place, &[&str])] = &[
    (Place::Field(Field::Title), &["title", "titre", "titres"]),
    (Place::Field(Field::Lead), &["lead", "chapo", "chapeau"]),
    (Place::Field(Field::Body), &["body", "corps", "texte"]),
    (Place::Field(Field::Caption), &["caption", "legende", "legendes"]),
    (Place::Field(Field::Furniture), &["furniture", "marge", "marges"]),
    (Place::Quotation, &["quote", "citation", "citations", "quotes"]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Field(Field),
    Quotation,
}

/// Values of `type:`, folded, the one of the exchange format first.
const TYPES: &[&[&str]] = &[
    &["per", "personne", "personnes", "person", "people"],
    &["org", "organisation", "organisations", "organization"],
    &["loc", "lieu", "lieux", "place", "places"],
    &["media", "medias", "journal"],
    &["group", "groupe", "groupes"],
    &["event", "evenement", "evenements", "events"],
    &["law", "loi", "lois", "laws"],
    &["product", "produit", "produits"],
];

impl FieldName {
    /// The field that is called `name`.
    pub fn of(name: &str) -> Option<Self> {
        let name = fold(name);
        NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(field, _)| *field)
    }

    /// The name that the page writes.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(field, _)| *field == self).map_or("", |(_, names)| names[0])
    }

    /// The values that it knows, as the page writes them; none if anything can be its value.
    pub fn values(self) -> Vec<&'static str> {
        match self {
            Self::Place => PLACES.iter().map(|(_, names)| names[0]).collect(),
            Self::Type => TYPES.iter().map(|names| names[0]).collect(),
            _ => Vec::new(),
        }
    }

    /// Fields that have a name which begins with `typed`, each with the first such name.
    pub fn beginning(typed: &str) -> Vec<(Self, &'static str)> {
        let typed = fold(typed);
        NAMES.iter().filter_map(|(field, names)| Some((*field, *names.iter().find(|name| name.starts_with(&typed))?))).collect()
    }

    /// Values that the field knows and that are called by a word which begins with `typed`, as the page writes them.
    pub fn values_beginning(self, typed: &str) -> Vec<&'static str> {
        let typed = fold(typed);
        let begins = |names: &&[&'static str]| names.iter().any(|name| name.starts_with(&typed));
        match self {
            Self::Place => PLACES.iter().map(|(_, names)| *names).filter(begins).map(|names| names[0]).collect(),
            Self::Type => TYPES.iter().copied().filter(begins).map(|names| names[0]).collect(),
            _ => Vec::new(),
        }
    }
}

/// Every name that a field may be called by, folded.
pub fn all_names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().flat_map(|(_, names)| names.iter().copied())
}

/// The known name one edit away from `name`, if it is no abbreviation of two or three letters.
pub fn near_name(name: &str) -> Option<&'static str> {
    nearest(&fold(name), all_names())
}

/// Whether a value is whole or may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Whole,
    Unfinished,
}

/// The place that `in:` calls by `value`.
pub fn place(value: &str, typed: Value) -> Option<PlaceKind> {
    let names: Vec<&[&str]> = PLACES.iter().map(|(_, names)| *names).collect();
    Some(match PLACES[called(&names, value, typed)?].0 {
        Place::Field(field) => PlaceKind::Field(field),
        Place::Quotation => PlaceKind::Annotation(Annotated { layer: Layer::Quotation, key: Vec::new(), called: Called::Partly }),
    })
}

/// The type of entity that `type:` calls by `value`, as in the exchange format but in lower case.
pub fn entity_type(value: &str, typed: Value) -> Option<&'static str> {
    called(TYPES, value, typed).map(|at| TYPES[at][0])
}

/// The known value of `field` one edit away from `value`.
pub fn near_value(field: FieldName, value: &str) -> Option<&'static str> {
    let value = fold(value);
    match field {
        FieldName::Place => nearest(&value, PLACES.iter().flat_map(|(_, names)| names.iter().copied())),
        FieldName::Type => nearest(&value, TYPES.iter().flat_map(|names| names.iter().copied())),
        _ => None,
    }
}

/// The value of `in:` that somebody meant who wrote it as a field: `titre:port`.
pub fn place_meant(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let known = PLACES.iter().flat_map(|(_, names)| names.iter().copied()).find(|known| *known == folded);
    known.or_else(|| near_value(FieldName::Place, name))
}

/// Which of `rows` is called `value`; while it is typed, also the only one of which it is a beginning.
fn called(rows: &[&[&str]], value: &str, typed: Value) -> Option<usize> {
    let value = fold(value);
    if let Some(at) = rows.iter().position(|names| names.contains(&value.as_str())) {
        return Some(at);
    }
    if typed == Value::Whole || value.is_empty() {
        return None;
    }
    let mut begun = (0..rows.len()).filter(|at| rows[*at].iter().any(|name| name.starts_with(&value)));
    let only = begun.next()?;
    begun.next().is_none().then_some(only)
}

fn nearest<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let word: Vec<char> = word.chars().collect();
    names.into_iter().find(|name| name.len() > 3 && is_one_edit(&word, &name.chars().collect::<Vec<char>>()))
}

/// True when one letter more, less, other, or two turned round make one of the other.
fn is_one_edit(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[same..], &long[same..]);
    match long.len() - short.len() {
        0 => match (short, long) {
            ([], []) => false,
            ([a, b, rest @ ..], [c, d, other @ ..]) if a == d && b == c && rest == other => true,
            _ => short[1..] == long[1..],
        },
        1 => short == &long[1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_answer_to_their_french_names_accents_and_case_apart() {
        for (name, field) in
            [("Média", FieldName::Outlet), ("AUTEUR", FieldName::Author), ("zone", FieldName::Place), ("qui", FieldName::Speaker)]
        {
            assert_eq!(FieldName::of(name), Some(field), "{name}");
        }
        assert_eq!(FieldName::of("foo"), None);
        assert!(all_names().all(|name| FieldName::of(name).is_some_and(|field| FieldName::of(field.name()) == Some(field))));
    }

    #[test]
    fn a_name_one_edit_away_is_offered() {
        assert_eq!(near_name("autor"), Some("author"));
        assert_eq!(near_name("autuer"), Some("auteur"));
        assert_eq!(near_name("jornal"), Some("journal"));
        assert_eq!(near_name("foo"), None);
        assert_eq!(near_value(FieldName::Place, "titel"), Some("title"));
    }

    #[test]
    fn names_and_values_are_offered_by_any_of_their_names() {
        assert_eq!(FieldName::beginning("au"), [(FieldName::Author, "author")]);
        assert_eq!(FieldName::beginning("aute"), [(FieldName::Author, "auteur")]);
        assert_eq!(FieldName::Place.values_beginning("Tit"), ["title"]);
        assert_eq!(FieldName::Place.values_beginning("lég"), ["caption"]);
        assert_eq!(FieldName::Type.values_beginning("").len(), TYPES.len());
        assert!(FieldName::Outlet.values_beginning("").is_empty());
    }

    #[test]
    fn a_value_may_go_on_while_it_is_typed() {
        assert_eq!(place("ti", Value::Unfinished), Some(PlaceKind::Field(Field::Title)));
        assert_eq!(place("c", Value::Unfinished), None, "légende, citation, chapô, corps");
        assert_eq!(place("ti", Value::Whole), None);
        assert_eq!(entity_type("Événement", Value::Whole), Some("event"));
    }
}
