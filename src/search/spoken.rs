//! A query said in the language of the moment, so that the page can tell how it understood what was typed.

use super::layer::Layer;
use super::query::{Annotated, Field, Filter, Inside, Leaf, LeafKind, Node, PlaceKind, Query, Reach, Typed, Within, Word};
use crate::corpus::calendar::{ENGLISH_MONTHS, FIRST_YEAR, LAST_YEAR, MONTHS, n_days};
use crate::locale::in_marks as quoted;
use crate::say;

/// How `query` is understood; empty when it asks for nothing.
pub fn spoken(query: &Query) -> String {
    let mut said = query.root.as_ref().map(|root| node(query, root, Around::Nothing)).unwrap_or_default();
    for (names, which) in [
        (&query.sets.with, say!("dans l’article", "in the article")),
        (&query.sets.without, say!("sans ceux de l’article", "without those of the article")),
    ] {
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
            in_brackets(said.join(say!(" ou ", " or ")), around)
        }
        Node::Not(part) => say!("sauf ", "except ").to_owned() + &node(query, part, Around::Something),
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
        return said.join(and()) + &places(&first.within);
    }
    let said: Vec<String> = leaves.iter().map(|leaf| kind(&leaf.kind) + &places(&leaf.within)).collect();
    said.join(and())
}

fn and() -> &'static str {
    say!(" et ", " and ")
}

fn kind(leaf: &LeafKind) -> String {
    match leaf {
        LeafKind::Word(word) => quoted(&self::word(word)),
        LeafKind::Prefix(prefix) => say!("un mot qui commence par ", "a word that begins with ").to_owned() + &quoted(prefix),
        LeafKind::Suffix(suffix) => say!("un mot qui finit par ", "a word that ends with ").to_owned() + &quoted(suffix),
        LeafKind::Fuzzy { word, edits } => {
            let near = if *edits == 1 {
                say!(" à une lettre près", " (give or take one letter)")
            } else {
                say!(" à deux lettres près", " (give or take two letters)")
            };
            quoted(&word.lower) + near
        }
        LeafKind::Pattern(pattern) => say!(format!("un mot du motif /{pattern}/"), format!("a word that fits /{pattern}/")),
        LeafKind::Phrase { words, slack: 0 } => say!("l’expression ", "the phrase ").to_owned() + &quoted(&list(words, " ")),
        LeafKind::Phrase { words, slack } => {
            let words: Vec<String> = words.iter().map(|word| quoted(&self::word(word))).collect();
            let words = words.join(and());
            match slack {
                1 => words + say!(", un autre mot au plus entre eux", ", at most one other word between them"),
                n => say!(format!("{words}, {n} autres mots au plus entre eux"), format!("{words}, at most {n} other words between them")),
            }
        }
        LeafKind::Compound { parts, .. } => quoted(&list(parts, "-")),
        LeafKind::Near { left, reach, right } => {
            let right = side(right);
            let tie = say!(french_tie(*reach, &right), english_tie(*reach, &right));
            format!("{} {tie}", side(left))
        }
        LeafKind::Annotation(found) => annotation(found),
        LeafKind::Any => say!("tous les mots", "all words").to_owned(),
    }
}

/// One side of nearness; what has several parts is said in brackets.
fn side(leaf: &LeafKind) -> String {
    match leaf {
        LeafKind::Near { .. } | LeafKind::Phrase { slack: 1.., .. } => format!("({})", kind(leaf)),
        _ => kind(leaf),
    }
}

fn french_tie(reach: Reach, right: &str) -> String {
    match reach {
        Reach::Words(0) => format!("juste à côté {}", of(right)),
        Reach::Words(1) => format!("à un mot au plus {}", of(right)),
        Reach::Words(n) => format!("à {n} mots au plus {}", of(right)),
        Reach::Sentence => format!("dans la même phrase {}", than(right)),
        Reach::Paragraph => format!("dans le même paragraphe {}", than(right)),
    }
}

fn english_tie(reach: Reach, right: &str) -> String {
    match reach {
        Reach::Words(0) => format!("right beside {right}"),
        Reach::Words(1) => format!("within one word of {right}"),
        Reach::Words(n) => format!("within {n} words of {right}"),
        Reach::Sentence => format!("in the same sentence as {right}"),
        Reach::Paragraph => format!("in the same paragraph as {right}"),
    }
}

/// French `de` before what follows.
fn of(said: &str) -> String {
    match said.strip_prefix("le ") {
        Some(rest) => format!("du {rest}"),
        None if said.starts_with("un") => format!("d’{said}"),
        None => format!("de {said}"),
    }
}

/// French `que` before what follows.
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
        Layer::Entity => say!("le nom ", "the name ").to_owned() + &quoted(&key),
        Layer::EntityType => say!("un nom ", "a name ").to_owned() + type_called(&key),
        Layer::Quotation => say!("une citation", "a quotation").to_owned(),
        Layer::Speaker => say!("une citation de ", "a quotation of ").to_owned() + &quoted(&key),
        Layer::Day => say!("la date ", "the date ").to_owned() + &date(&key),
        Layer::Figure => say!("le chiffre ", "the figure ").to_owned() + &quoted(&key),
    }
}

fn type_called(key: &str) -> &'static str {
    match key {
        "per" => say!("de personne", "of a person"),
        "org" => say!("d’organisation", "of an organisation"),
        "loc" => say!("de lieu", "of a place"),
        "media" => say!("de média", "of a media outlet"),
        "group" => say!("de groupe", "of a group"),
        "event" => say!("d’événement", "of an event"),
        "law" => say!("de loi", "of a law"),
        _ => say!("de produit", "of a product"),
    }
}

fn places(within: &[Within]) -> String {
    within.iter().map(|within| format!(" {}", place(within))).collect()
}

fn place(within: &Within) -> String {
    let (inside, outside) = match &within.place {
        PlaceKind::Field(Field::Title) => say!(("dans le titre", "hors du titre"), ("in the headline", "outside the headline")),
        PlaceKind::Field(Field::Lead) => say!(("dans le chapô", "hors du chapô"), ("in the standfirst", "outside the standfirst")),
        PlaceKind::Field(Field::Body) => say!(("dans le corps", "hors du corps"), ("in the body", "outside the body")),
        PlaceKind::Field(Field::Caption) => say!(("dans une légende", "hors des légendes"), ("in a caption", "outside captions")),
        PlaceKind::Field(Field::Furniture) => {
            say!(("en marge de l’article", "hors des marges"), ("around the article", "not around the article"))
        }
        PlaceKind::Annotation(_) => say!(("dans une citation", "hors des citations"), ("in a quotation", "outside quotations")),
    };
    let whose = match &within.place {
        PlaceKind::Annotation(Annotated { layer: Layer::Speaker, key, .. }) => say!(" de ", " of ").to_owned() + &quoted(&key.join(" ")),
        _ => String::new(),
    };
    if within.side == Inside::Inside { inside } else { outside }.to_owned() + &whose
}

fn filter(filter: &Filter) -> String {
    match filter {
        Filter::Outlet(words, _) => say!("publié par ", "published by ").to_owned() + &quoted(&words.join(" ")),
        Filter::Author(words, _) => say!("signé ", "written by ").to_owned() + &quoted(&words.join(" ")),
        Filter::Published { first, last } => say!("publié ", "published ").to_owned() + &period(first, last),
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
        () if first == last => say!("le ", "on ").to_owned() + &date(first),
        () if is_end => say!("à partir du ", "from ").to_owned() + &date(first),
        () if is_start => say!("jusqu’au ", "until ").to_owned() + &date(last),
        () if first.get(..4) == last.get(..4) && first.ends_with("-01-01") && last.ends_with("-12-31") => {
            in_period(first.get(..4).unwrap_or(first))
        }
        () if first.get(..7) == last.get(..7) && first.ends_with("-01") && last_of_month().as_deref() == Some(last) => {
            in_period(first.get(..7).unwrap_or(first))
        }
        () => say!(format!("du {} au {}", date(first), date(last)), format!("from {} to {}", date(first), date(last))),
    }
}

fn in_period(iso: &str) -> String {
    say!("en ", "in ").to_owned() + &date(iso)
}

/// `2015-02-20` as `20 février 2015` or `20 February 2015`, `2015-02` as `février 2015`.
fn date(iso: &str) -> String {
    let mut parts = iso.split('-');
    let year = parts.next().unwrap_or(iso);
    let month = parts.next().and_then(|month| say!(&MONTHS, &ENGLISH_MONTHS).get(month.parse::<usize>().ok()?.checked_sub(1)?));
    let Some(month) = month else { return year.to_owned() };
    match parts.next().map(|day| day.trim_start_matches('0')) {
        None => format!("{month} {year}"),
        Some("1") => format!("1{} {month} {year}", say!("er", "")),
        Some(day) => format!("{day} {month} {year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};
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

    #[test]
    fn the_same_query_is_said_in_english() {
        locale::set(Locale::English);
        let said = |text: &str| format!("{text} ⇒ {}\n", spoken(&parse(text).0));
        let queries = [
            "in:title port gare -quai outlet:\"Le Monde\" ",
            "(pont OR quai) /s *graphie ",
            "maire~2 NEAR/1 \"a b c\"~5 ",
            "\"a b\"~1 ",
            "speaker:valls loi -in:titre type:org date:2015-02.. -date:..2015-03-01 date:2015-02 when:2015-03-01 ",
            "dans:003 sans:002",
        ];
        let all = queries.map(said).concat();
        locale::set(Locale::French);
        expect![[r#"
            in:title port gare -quai outlet:"Le Monde"  ⇒ “port” and “gare” in the headline, except “quai” in the headline, published by “le monde”
            (pont OR quai) /s *graphie  ⇒ “pont” in the same sentence as a word that ends with “graphie” or “quai” in the same sentence as a word that ends with “graphie”
            maire~2 NEAR/1 "a b c"~5  ⇒ “maire” (give or take two letters) within one word of (“a” and “b” and “c”, at most 5 other words between them)
            "a b"~1  ⇒ “a” and “b”, at most one other word between them
            speaker:valls loi -in:titre type:org date:2015-02.. -date:..2015-03-01 date:2015-02 when:2015-03-01  ⇒ “loi” in a quotation of “valls” outside the headline, a name of an organisation in a quotation of “valls” outside the headline, published from 1 February 2015, except published until 1 March 2015, published in February 2015, the date 1 March 2015 in a quotation of “valls” outside the headline
            dans:003 sans:002 ⇒ all words, in the article “003”, without those of the article “002”
        "#]].assert_eq(&all);
    }
}
