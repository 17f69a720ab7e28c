//! Invented articles of each kind of copy, and others that are none.

use expect_test::{Expect, expect};

use super::containment;
use super::copies::*;
use crate::compare::Comparer;
use crate::corpus::{Article, Corpus, Fact, Metadata};

const DISPATCH: &str = "La rivière Orne a débordé dans la nuit de lundi à mardi et noyé les caves du quartier des tanneurs. \
    Une centaine d’habitants ont passé la nuit dans le gymnase du collège, ouvert par la commune vers deux heures. \
    Selon la préfecture, le niveau de l’eau devrait baisser mercredi en fin de matinée.";
const OWN: &str = "Devant sa boulangerie, Aline Perrot montre la trace brune que l’eau a laissée sur le comptoir. \
    « J’ai tout perdu, les farines et les fours, et l’assurance ne répond pas », raconte la commerçante. \
    Son voisin, luthier, a sauvé trois violons en les posant sur le haut d’une armoire.";
const OTHER: &str = "Le maire réclame depuis dix ans un bassin de retenue en amont du vieux pont de pierre. \
    Le département lui oppose le prix des terrains, que trois agriculteurs refusent de vendre. \
    Une réunion publique aura lieu vendredi soir dans la salle des fêtes, a promis le conseil.";
const ENGLISH: &str = "The old mill bridge over the river Tarn was closed on Monday after divers found a deep crack in its pillar. \
    Lorries must now drive through Oakham, and the council expects long queues in the morning. \
    Repairs will take at least six weeks, the county engineer told reporters on the bank.";

/// An article in one paragraph a sentence; `known` as `outlet|title|published|updated`, any of them empty.
fn article(name: &str, known: &str, text: &str) -> Article {
    let mut facts = known.split('|').map(|value| Some(value).filter(|value| !value.is_empty()).map(|value| Fact::given(value.to_owned())));
    let mut next = || facts.next().flatten();
    let (outlet, title, published, updated) = (next(), next(), next(), next());
    Article { given: Metadata { outlet, title, published, updated, ..Metadata::default() }, ..Article::new(name, text) }
}

fn families_of(articles: Vec<Article>) -> Vec<Family> {
    let corpus = Corpus::read(None, articles).expect("test articles have text");
    Comparer::new(&corpus).families(&corpus)
}

/// Articles are called by their place.
fn check(articles: &[(&str, &str)], expected: Expect) {
    let articles = articles.iter().zip(0..).map(|((known, text), place)| article(&format!("{place}.txt"), known, text)).collect();
    let shown: Vec<String> = families_of(articles)
        .iter()
        .map(|family| {
            let members: Vec<String> = family.members.iter().map(|id| id.0.to_string()).collect();
            let tie = |tie: &Tie| {
                let percent = |share: f32| (share * 100.0).round() as u32;
                let (x, y) = (percent(tie.share), percent(tie.share_with));
                format!("\n  {} in {}: {:?} {x} % {y} % {:?} not {:?}", tie.document.0, tie.with.0, tie.kind, tie.agrees, tie.differs)
            };
            format!("{:?}: {}{}", family.kind, members.join(" "), family.ties.iter().map(tie).collect::<String>())
        })
        .collect();
    expected.assert_eq(&shown.join("\n"));
}

#[test]
fn the_same_article_twice_is_found_whatever_its_page_and_its_encoding() {
    let spaced = DISPATCH.replace(". ", ".\n\n  ");
    let page = format!("Partager sur Facebook\nPartager sur Twitter\n{DISPATCH}\n\nTous droits réservés.");
    let misread = DISPATCH.replace('é', "Ã©").replace('à', "Ã ").replace('’', "â€™");
    check(
        &[("", DISPATCH), ("", &spaced), ("", OTHER), ("", &page), ("", &misread)],
        expect![[r#"
            Same: 4 0 1 3
              1 in 0: Same 100 % 100 % [] not []
              3 in 0: Same 100 % 100 % [] not []
              4 in 0: Same 100 % 100 % [] not []"#]],
    );
}

#[test]
fn a_later_version_of_one_outlet_comes_first() {
    let later = DISPATCH.replace("Une centaine d’habitants", "Plus de deux cents habitants").replace("mercredi", "jeudi");
    check(
        &[("Le Fleuve|Crue de l’Orne|2021-03-02|", DISPATCH), ("Le Fleuve|Crue de l’Orne : le bilan|2021-03-02|2021-03-03", &later)],
        expect![[r#"
            Version: 1 0
              0 in 1: Version 84 % 83 % [Outlet, Published] not [Title]"#]],
    );
}

#[test]
fn an_article_that_has_grown_under_its_title_is_a_version() {
    let grown = format!("{DISPATCH} {OWN} {OTHER}");
    check(
        &[("The Gazette|Bridge closed|2021-03-02", ENGLISH), ("|Crue de l’Orne|", DISPATCH), ("Le Fleuve|Crue de l’Orne|", &grown)],
        expect![[r#"
            Version: 2 1
              1 in 2: Version 100 % 35 % [Title] not []"#]],
    );
}

#[test]
fn a_dispatch_in_two_outlets_is_syndicated() {
    let cut = ENGLISH.replace("on Monday ", "").replace(", the county engineer told reporters on the bank", "");
    check(
        &[("The Gazette|Bridge closed|", ENGLISH), ("Oakham Post|Long queues feared|", &cut), ("Valley News|Bridge closed|", ENGLISH)],
        expect![[r#"
            Syndicated: 0 2 1
              2 in 0: Syndicated 100 % 100 % [Title] not [Outlet]
              1 in 0: Syndicated 95 % 78 % [] not [Title, Outlet]"#]],
    );
}

#[test]
fn an_excerpt_stands_in_a_longer_article() {
    let long = format!("{OWN} {DISPATCH} {OTHER}");
    check(
        &[("La Gazette|Le récit|", &long), ("Le Fleuve|La crue|", DISPATCH)],
        expect![[r#"
            Excerpt: 0 1
              1 in 0: Excerpt 100 % 34 % [] not [Title, Outlet]"#]],
    );
}

#[test]
fn half_a_dispatch_in_two_articles_makes_no_family_of_them() {
    let (one, two) = (format!("{DISPATCH} {OWN}"), format!("{OTHER} {DISPATCH}"));
    check(&[("La Gazette|Le récit|", &one), ("Le Fleuve|La colère|", &two)], expect![[""]]);
    check(&[("", &one), ("", &two)], expect![[""]]);
}

#[test]
fn an_excerpt_does_not_join_what_contains_it() {
    let (one, two) = (format!("{DISPATCH} {OWN}"), format!("{OTHER} {DISPATCH}"));
    check(
        &[("La Gazette|Le récit|", &one), ("Le Fleuve|La colère|", &two), ("L’Écho|La crue|", DISPATCH)],
        expect![[r#"
            Excerpt: 0 2
              2 in 0: Excerpt 100 % 54 % [] not [Title, Outlet]
            Excerpt: 1 2
              2 in 1: Excerpt 100 % 50 % [] not [Title, Outlet]"#]],
    );
}

#[test]
fn a_chain_of_versions_is_one_family() {
    let sentences: Vec<&str> = [DISPATCH, OWN, OTHER].iter().flat_map(|text| text.split_inclusive(". ")).collect();
    let version = |from: usize| sentences[from..from + 6].concat();
    let versions: Vec<String> = (0..3).map(version).collect();
    check(
        &[
            ("Le Fleuve||2021-03-02T08", &versions[0]),
            ("Le Fleuve||2021-03-02T09", &versions[1]),
            ("Le Fleuve||2021-03-02T10", &versions[2]),
        ],
        expect![[r#"
            Version: 2 1 0
              2 in 1: Version 85 % 78 % [Outlet] not [Published]
              1 in 0: Version 79 % 83 % [Outlet] not [Published]"#]],
    );
}

#[test]
fn the_bulletins_of_two_days_are_two_articles() {
    let bulletin = |day: &str, n: u32, town: &str| {
        format!(
            "Le préfet maintient {day} la vigilance orange pour la rivière Orne et ses affluents. La cote a atteint {n} mètres à {town} au \
             point du jour. Les habitants des quartiers bas sont invités à monter leurs meubles à l’étage et à garer leurs voitures sur les \
             hauteurs. Le prochain bulletin paraîtra dans la soirée sur le site de la préfecture."
        )
    };
    check(
        &[
            ("Le Fleuve|Vigilance : le point de lundi|2021-03-01", &bulletin("lundi", 3, "Thury")),
            ("Le Fleuve|Vigilance : le point de mardi|2021-03-02", &bulletin("mardi", 4, "Caen")),
        ],
        expect![[""]],
    );
}

#[test]
fn stubs_before_a_paywall_are_no_copies() {
    let stub = "Cet article est réservé à nos abonnés, qui peuvent le lire en entier.";
    check(&[("Le Fleuve|La crue|", stub), ("Le Fleuve|Le budget|", stub)], expect![[""]]);
}

#[test]
fn texts_in_another_script_are_told_apart() {
    check(
        &[
            ("", "Река вышла из берегов ночью, и жители провели ночь в школе."),
            ("", "Мост закрыт для грузовиков на шесть недель после осмотра."),
        ],
        expect![[""]],
    );
}

/// Work is counted, not timed: each shingle is held against eight articles at most, so pairs grow with the articles.
#[test]
fn two_thousand_versions_are_one_family_of_few_ties() {
    let version = |n: usize| article(&n.to_string(), "Le Fleuve||", &format!("{DISPATCH} {OWN} Le bilan est de {n} blessés."));
    let found = families_of((0..2_000).map(version).collect());
    let [family] = &found[..] else { panic!("{} families", found.len()) };
    assert_eq!((family.kind, family.members.len(), family.ties.len()), (CopyKind::Version, 2_000, 1_999));
    let n_pairs = |n: usize| {
        let corpus = Corpus::read(None, (0..n).map(version).collect()).expect("test articles have text");
        let mut n_pairs = 0;
        let (documents, _) = super::fixture::prepare(&corpus);
        let mut numbers = containment::Numbers::default();
        let shingled: Vec<_> = documents.iter().map(|document| numbers.shingled(document)).collect();
        let shingled: Vec<_> = shingled.iter().collect();
        containment::each_pair(&shingled, numbers.n_shingles(), |_, _| n_pairs += 1);
        n_pairs
    };
    let (few, many) = (n_pairs(60), n_pairs(600));
    assert!(few > 59 && many < 11 * few, "{few} {many}");
}
