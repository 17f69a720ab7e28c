//! A query said in French, so that the page can tell how it understood what was typed.

use super::layer::Layer;
use super::query::{Annotated, Field, Filter, Inside, Leaf, LeafKind, Node, PlaceKind, Query, Reach, Typed, Within, Word};
use crate::corpus::calendar::{FIRST_YEAR, LAST_YEAR, MONTHS, n_days};

/// How `query` is understood; empty when it asks for nothing.
pub fn spoken(query: &Query) -> String {
    let mut said = query.root.as_ref().map(|root| node(query, root, Around::Nothing)).unwrap_or_default();
    for (names, which) in [(&query.sets.with, "dans l’article"), (&query.sets.without, "sans ceux de l’article")] {
        if !names.is_empty() {
            let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
            said.push_str(&format!(", {which} {}", names.join(", ")));
        }
    }
    said
}

/// What stands around a part of a query: a choice inside something else is said in brackets.
#[derive(Clone, Copy, PartialEq)]
enum Around {
    Nothing,
    Something,
}

fn node(query: &Query, part: &Node, around: Around) -> String {
    match part {
        Node::Words(words) => group(&words.leaves.iter().map(|leaf| &query.leaves[*leaf]).collect::<Vec<_>>()),
        Node::And(nodes) => {
            let said: Vec<String> = nodes.iter().map(|part| node(query, part, Around::Something)).collect();
            in_brackets(said.join(", "), around)
        }
        Node::Or(nodes) => {
            let said: Vec<String> = nodes.iter().map(|part| node(query, part, Around::Something)).collect();
            in_brackets(said.join(" ou "), around)
        }
        Node::Not(part) => format!("sauf {}", node(query, part, Around::Something)),
        Node::Filter(filter) => self::filter(filter),
    }
}

fn in_brackets(said: String, around: Around) -> String {
    if around == Around::Something { format!("({said})") } else { said }
}

/// Leaves typed one after the other; a place that all of them share is said once.
fn group(leaves: &[&Leaf]) -> String {
    let Some((first, rest)) = leaves.split_first() else { return String::new() };
    if rest.iter().all(|leaf| leaf.within == first.within) {
        let said: Vec<String> = leaves.iter().map(|leaf| kind(&leaf.kind)).collect();
        return said.join(" et ") + &places(&first.within);
    }
    let said: Vec<String> = leaves.iter().map(|leaf| kind(&leaf.kind) + &places(&leaf.within)).collect();
    said.join(" et ")
}

fn kind(leaf: &LeafKind) -> String {
    match leaf {
        LeafKind::Word(word) => quoted(&self::word(word)),
        LeafKind::Prefix(prefix) => format!("un mot qui commence par {}", quoted(prefix)),
        LeafKind::Suffix(suffix) => format!("un mot qui finit par {}", quoted(suffix)),
        LeafKind::Fuzzy { word, edits } => {
            format!("{} à {} près", quoted(&word.lower), if *edits == 1 { "une lettre" } else { "deux lettres" })
        }
        LeafKind::Pattern(pattern) => format!("un mot du motif /{pattern}/"),
        LeafKind::Phrase { words, slack: 0 } => format!("l’expression {}", quoted(&list(words, " "))),
        LeafKind::Phrase { words, slack } => {
            let words: Vec<String> = words.iter().map(|word| quoted(&self::word(word))).collect();
            let others = if *slack == 1 { "un autre mot".to_owned() } else { format!("{slack} autres mots") };
            format!("{}, {others} au plus entre eux", words.join(" et "))
        }
        LeafKind::Compound { parts, .. } => quoted(&list(parts, "-")),
        LeafKind::Near { left, reach, right } => {
            let right = side(right);
            let tie = match reach {
                Reach::Words(0) => format!("juste à côté {}", of(&right)),
                Reach::Words(1) => format!("à un mot au plus {}", of(&right)),
                Reach::Words(n) => format!("à {n} mots au plus {}", of(&right)),
                Reach::Sentence => format!("dans la même phrase {}", than(&right)),
                Reach::Paragraph => format!("dans le même paragraphe {}", than(&right)),
            };
            format!("{} {tie}", side(left))
        }
        LeafKind::Annotation(found) => annotation(found),
        LeafKind::Any => "tous les mots".to_owned(),
    }
}

/// One side of nearness; what has several parts is said in brackets.
fn side(leaf: &LeafKind) -> String {
    match leaf {
        LeafKind::Near { .. } | LeafKind::Phrase { slack: 1.., .. } => format!("({})", kind(leaf)),
        _ => kind(leaf),
    }
}

fn of(said: &str) -> String {
    match said.strip_prefix("le ") {
        Some(rest) => format!("du {rest}"),
        None if said.starts_with("un") => format!("d’{said}"),
        None => format!("de {said}"),
    }
}

fn than(said: &str) -> String {
    if said.starts_with("un") { format!("qu’{said}") } else { format!("que {said}") }
}

fn word(word: &Word) -> String {
    if word.typed == Typed::Unfinished { format!("{}…", word.lower) } else { word.lower.clone() }
}

fn list(words: &[Word], between: &str) -> String {
    words.iter().map(word).collect::<Vec<_>>().join(between)
}

fn annotation(found: &Annotated) -> String {
    let key = found.key.join(" ");
    match found.layer {
        Layer::Entity => format!("le nom {}", quoted(&key)),
        Layer::EntityType => format!("un nom {}", type_called(&key)),
        Layer::Quotation => "une citation".to_owned(),
        Layer::Speaker => format!("une citation de {}", quoted(&key)),
        Layer::Day => format!("la date {}", date(&key)),
        Layer::Figure => format!("le chiffre {}", quoted(&key)),
    }
}

fn type_called(key: &str) -> &'static str {
    match key {
        "per" => "de personne",
        "org" => "d’organisation",
        "loc" => "de lieu",
        "media" => "de média",
        "group" => "de groupe",
        "event" => "d’événement",
        "law" => "de loi",
        _ => "de produit",
    }
}

fn places(within: &[Within]) -> String {
    within.iter().map(|within| format!(" {}", place(within))).collect()
}

fn place(within: &Within) -> String {
    let (inside, outside) = match &within.place {
        PlaceKind::Field(Field::Title) => ("dans le titre", "hors du titre"),
        PlaceKind::Field(Field::Lead) => ("dans le chapô", "hors du chapô"),
        PlaceKind::Field(Field::Body) => ("dans le corps", "hors du corps"),
        PlaceKind::Field(Field::Caption) => ("dans une légende", "hors des légendes"),
        PlaceKind::Field(Field::Furniture) => ("en marge de l’article", "hors des marges"),
        PlaceKind::Annotation(Annotated { layer: Layer::Speaker, key }) => {
            let speaker = quoted(&key.join(" "));
            return match within.side {
                Inside::Inside => format!("dans une citation de {speaker}"),
                Inside::Outside => format!("hors des citations de {speaker}"),
            };
        }
        PlaceKind::Annotation(_) => ("dans une citation", "hors des citations"),
    };
    if within.side == Inside::Inside { inside } else { outside }.to_owned()
}

fn filter(filter: &Filter) -> String {
    match filter {
        Filter::Outlet(words) => format!("publié par {}", quoted(&words.join(" "))),
        Filter::Author(words) => format!("signé {}", quoted(&words.join(" "))),
        Filter::Published { first, last } => format!("publié {}", period(first, last)),
    }
}

/// From `first` to `last`, ISO 8601 days.
fn period(first: &str, last: &str) -> String {
    let (is_start, is_end) = (first == format!("{FIRST_YEAR}-01-01"), last == format!("{LAST_YEAR}-12-31"));
    let last_of_month = || {
        let (year, month) = (last.get(..4)?.parse().ok()?, last.get(5..7)?.parse().ok()?);
        Some(format!("{}-{:02}", last.get(..7)?, n_days(year, month)))
    };
    match () {
        () if first == last => format!("le {}", date(first)),
        () if is_end => format!("à partir du {}", date(first)),
        () if is_start => format!("jusqu’au {}", date(last)),
        () if first.get(..4) == last.get(..4) && first.ends_with("-01-01") && last.ends_with("-12-31") => {
            format!("en {}", date(first.get(..4).unwrap_or(first)))
        }
        () if first.get(..7) == last.get(..7) && first.ends_with("-01") && last_of_month().as_deref() == Some(last) => {
            format!("en {}", date(first.get(..7).unwrap_or(first)))
        }
        () => format!("du {} au {}", date(first), date(last)),
    }
}

/// `2015-02-20` as `20 février 2015`, `2015-02` as `février 2015`.
fn date(iso: &str) -> String {
    let mut parts = iso.split('-');
    let year = parts.next().unwrap_or(iso);
    let month = parts.next().and_then(|month| MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?));
    let Some(month) = month else { return year.to_owned() };
    match parts.next().map(|day| day.trim_start_matches('0')) {
        None => format!("{month} {year}"),
        Some("1") => format!("1er {month} {year}"),
        Some(day) => format!("{day} {month} {year}"),
    }
}

fn quoted(text: &str) -> String {
    format!("«\u{a0}{text}\u{a0}»")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::parse::parse;
    use expect_test::expect;

    #[test]
    fn a_query_is_said_as_it_is_understood() {
        let said = |text: &str| format!("{text} ⇒ {}\n", spoken(&parse(text).0).replace('\u{a0}', " "));
        let queries = [
            "port gare",
            "in:title port gare -quai outlet:\"Le Monde\" ",
            "pont OR \"le maire\" -inond* ",
            "(pont OR quai) /s *graphie ",
            "maire~2 NEAR/1 \"a b c\"~5 ",
            "speaker:valls loi -in:titre ",
            "entity:cazeneuve type:org figure:60 when:2015-02-20 ",
            "date:2015 date:2015-02 date:2015-01-01..2015-03 date:2015-02.. -date:..2015-03-01 ",
            "dans:003 sans:002",
            "in:quote",
            "/terr.*/ cyber-attaque ",
            "",
        ];
        expect![[r#"
            port gare ⇒ « port » et « gare… »
            in:title port gare -quai outlet:"Le Monde"  ⇒ « port » et « gare » dans le titre, sauf « quai » dans le titre, publié par « le monde »
            pont OR "le maire" -inond*  ⇒ « pont » ou (l’expression « le maire », sauf un mot qui commence par « inond »)
            (pont OR quai) /s *graphie  ⇒ « pont » dans la même phrase qu’un mot qui finit par « graphie » ou « quai » dans la même phrase qu’un mot qui finit par « graphie »
            maire~2 NEAR/1 "a b c"~5  ⇒ « maire » à deux lettres près à un mot au plus de (« a » et « b » et « c », 5 autres mots au plus entre eux)
            speaker:valls loi -in:titre  ⇒ « loi » dans une citation de « valls » hors du titre
            entity:cazeneuve type:org figure:60 when:2015-02-20  ⇒ le nom « cazeneuve », un nom d’organisation, le chiffre « 60 », la date 20 février 2015
            date:2015 date:2015-02 date:2015-01-01..2015-03 date:2015-02.. -date:..2015-03-01  ⇒ publié en 2015, publié en février 2015, publié du 1er janvier 2015 au 31 mars 2015, publié à partir du 1er février 2015, sauf publié jusqu’au 1er mars 2015
            dans:003 sans:002 ⇒ tous les mots, dans l’article « 003 », sans ceux de l’article « 002 »
            in:quote ⇒ une citation
            /terr.*/ cyber-attaque  ⇒ un mot du motif /terr.*/ et « cyber-attaque »
             ⇒ 
        "#]].assert_eq(&queries.map(said).concat());
    }
}
