use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::corpus::Article;

fn read(text: &str) -> (Corpus, Vec<Figure>) {
    let corpus = Corpus::read(None, vec![Article::new("a.txt", text)]).expect("the text is an article");
    let figures = FigureIndex::build(&corpus, &TimeIndex::build(&corpus)).figures;
    (corpus, figures)
}

fn shown(value: Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Range(least, most) => format!("{least}..{most}"),
        Value::Ratio { part, of } => format!("{part}/{of}"),
    }
}

fn check(text: &str, expected: Expect) {
    let (corpus, figures) = read(text);
    let line = |figure: &Figure| {
        let bound = match figure.bound {
            Some(Bound::AtLeast) => " >",
            Some(Bound::AtMost) => " <",
            None => "",
        };
        let counted = figure.counted.as_ref().map_or("", |counted| counted.key.as_str());
        let unit = figure.unit.as_deref().unwrap_or("");
        let text = figure.span.slice(corpus.documents[0].text());
        format!("{}{bound}{} {unit}|{counted} <{text}>", shown(figure.value), if figure.approximate { " ~" } else { "" })
    };
    expected.assert_eq(&figures.iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn digits_and_words_are_one_figure() {
    check(
        "Les 60 pays et les soixante pays ont invité quatre autres pays et 12\u{202f}000 personnes.",
        expect![[r#"
        60 |pays <60>
        60 |pays <soixante>
        4 |pays <quatre>
        12000 |personne <12 000>"#]],
    );
}

#[test]
fn what_is_rough_says_so() {
    check(
        "Près de 400 élus, plus de vingt maires, une centaine de députés, au moins 3 sénateurs, jusqu’à 7 juges, moins de 5 % des voix.",
        expect![[r#"
            400 ~ |elu <Près de 400>
            20 > ~ |maire <plus de vingt>
            100 ~ |depute <une centaine>
            3 > |senateur <au moins 3>
            7 < |juge <jusqu’à 7>
            5 < ~ %| <moins de 5 %>"#]],
    );
}

#[test]
fn ranges_shares_and_ratios_are_read() {
    check(
        "De dix à douze maisons, entre 3 et 4 % des voix, deux à trois millions de livres.",
        expect![[r#"
        10..12 |maison <dix à douze>
        3..4 %| <3 et 4 %>
        2000000..3000000 |livre <deux à trois millions>"#]],
    );
    check(
        "Un Français sur trois, la moitié des élus, les trois quarts du parc, dix fois plus, deux fois, le double de voix.",
        expect![[r#"
        1/3 ratio| <Un Français sur trois>
        1/2 ratio| <moitié>
        3/4 ratio| <trois quarts>
        10 fois| <dix fois plus>
        2 fois| <deux fois>
        2 fois|voix <double>"#]],
    );
}

#[test]
fn money_and_measures_have_their_unit() {
    check(
        "Elle coûte 1€, 2,5 millions d’euros, 80 M€, 300 dollars, 90 km/h, 12 km, 4 000 tonnes de blé et 35 °C.",
        expect![[r#"
        1 EUR| <1€>
        2500000 EUR| <2,5 millions d’euros>
        80000000 EUR| <80 M€>
        300 USD| <300 dollars>
        90 km/h| <90 km/h>
        12 km| <12 km>
        4000 t|ble <4 000 tonnes>
        35 °C| <35 °C>"#]],
    );
    check(
        "The mayor said it was $1.2 million for 42 miles of road, and that about 30 people were there with two-thirds of it.",
        expect![[r#"
        1200000 USD| <$1.2 million>
        42 |mile <42>
        30 ~ |person <about 30>
        2/3 ratio| <two-thirds>"#]],
    );
}

#[test]
fn a_scale_at_the_end_of_a_word_counts_behind_a_currency() {
    check(
        "The company said that sales fell to £312m and that it would cost between £18m and £21m, about $1.2bn. Ted Rowley, 58, was there with a 90m rope.",
        expect![[r#"
            312000000 GBP| <£312m>
            18000000..21000000 GBP| <£18m and £21m>
            1200000000 USD| <$1.2bn>
            90 m| <90m>"#]],
    );
    check(
        "Il coordonne la vingtaine de bénévoles et une petite centaine de lits ; elle a passé la quarantaine.",
        expect![[r#"
        20 ~ |benevole <vingtaine>
        100 ~ |lit <une petite centaine>"#]],
    );
}

#[test]
fn names_ranks_dates_and_lengths_are_no_figures() {
    check(
        "L’article 49 et la Ligue 1 ; le Covid-19 et le G20 ; en 2015, le 3 mars à 14 heures, à 17 ans ; le 3e et le troisième, page 12, \
         au 06 12 34 56 78, sur France 24, l’un des deux, tous deux, un téléphone neuf, 3-1, n° 5.",
        expect![[""]],
    );
}

#[test]
fn an_article_counts_only_where_a_toll_is_told() {
    check(
        "Il a tué une femme et blessé trois hommes. Le bilan a fait un mort. Une femme passe. Un homme a deux ans.",
        expect![[r#"
        1 |femme <une>
        3 |homme <trois>
        1 |mort <un>"#]],
    );
}

#[test]
fn what_cannot_be_one_number_is_none() {
    check(&format!("Voici 1.2.3,4 et {} et 12.34.5.", "9".repeat(400)), expect![[""]]);
}

proptest! {
    #[test]
    fn no_words_make_it_fail(
        words in proptest::collection::vec(prop::sample::select(vec![
            "12", "000", "1.2.3,4", "%", "€", "$", "£", "312m", "2bn", "deux", "cent", "mille", "millions", "de", "d’", "un", "une", "sur", "trois", "entre", "et", "à",
            "plus de", "quart", "tiers", "centaine", "fois", "plus", "M€", "km", "/h", "-", "0", "999999999999999999", ".", ",", "mort", "le", "double",
        ]), 0..14),
        joint in prop::sample::select(vec![" ", "", "\u{202f}"]),
    ) {
        let text = format!("Titre\n\n{}", words.join(joint));
        let (corpus, figures) = read(&text);
        let mut end = 0;
        for figure in figures {
            prop_assert!(!figure.span.slice(corpus.documents[0].text()).is_empty() && figure.span.start >= end, "{:?}", figure);
            end = figure.span.end;
        }
    }
}

#[test]
fn halves_of_a_scale_crosses_and_tolls_of_one_are_read() {
    check(
        "Accident : un mort, 12 blessés. La chute a coûté la vie à un grutier. Les travaux coûteront entre 1,5 et 2 millions d’euros, la route trois milliards et \
         demi de dollars. Il roulait en 4 × 4. Un passant a vu un ouvrier.",
        expect![[r#"
            1 |mort <un>
            12 |blesse <12>
            1 |grutier <un>
            1500000..2000000 EUR| <1,5 et 2 millions d’euros>
            3500000000 USD| <trois milliards et demi de dollars>"#]],
    );
}
