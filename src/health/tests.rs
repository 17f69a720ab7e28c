//! Invented texts, damaged in every way, and sound ones that look like it.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::corpus::{Article, Fact, Metadata};

/// A title, an outlet and a date, so that only the text can be wrong.
fn article(name: &str, text: &str) -> Article {
    let given = |value: &str| Some(Fact::given(value.to_owned()));
    let given =
        Metadata { title: given("La crue de l’Orne"), outlet: given("Le Fleuve"), published: given("2021-03-02"), ..Metadata::default() };
    Article { given, ..Article::new(name, text) }
}

const OPENING: &str = "La rivière a débordé dans la nuit de lundi à mardi, et les caves du quartier des tanneurs sont sous l’eau.";
const CLOSING: &str = "Une réunion publique aura lieu vendredi soir dans la salle des fêtes, a promis le conseil de la commune.";

fn read(text: &str) -> Document {
    Corpus::read(None, vec![article("a.txt", text)]).expect("test articles have text").documents.remove(0)
}

/// Places where `middle` is damaged between two sound paragraphs.
fn damaged(middle: &str) -> String {
    let document = read(&format!("{OPENING}\n\n{middle}\n\n{CLOSING}"));
    let shown = |(span, damage): (Span, Damage)| format!("{damage:?}: {}", span.slice(document.text()).replace('\n', "⏎"));
    damages(&document).into_iter().map(shown).collect::<Vec<_>>().join("\n")
}

fn check(middle: &str, expected: Expect) {
    expected.assert_eq(&damaged(middle));
}

fn is_sound(middle: &str) {
    assert_eq!(damaged(middle), "", "{middle}");
}

#[test]
fn days_that_no_calendar_has_are_told() {
    check(
        "Le conseil se réunira le 31 février prochain dans la salle des fêtes.",
        expect![[r#"NoSuchDay { written: "31 février" }: 31 février"#]],
    );
    check(
        "La mesure date du 29 février 2023, dit le maire de la commune.",
        expect![[r#"NoSuchDay { written: "29 février 2023" }: 29 février 2023"#]],
    );
    check("Le contrat a été signé le 31/04/2021 par les deux parties.", expect![[r#"NoSuchDay { written: "31/04/2021" }: 31/04/2021"#]]);
    is_sound("La mesure date du 29 février 2024, et du 31 mars, et du 30/04/2021 aussi.");
    is_sound("Il y eut 12 réunions en mars, puis une le 04/31/2021 à l’américaine.");
}

#[test]
fn numbers_that_cannot_be_read_are_told() {
    check("La somme de 1.2.3,4 euros a été versée à la commune.", expect![[r#"NoSuchNumber { written: "1.2.3,4" }: 1.2.3,4"#]]);
    is_sound("La somme de 1.234.567,89 euros et de 1,234,567.89 dollars, la version 1.2.3 et l’adresse 192.168.0.1 sont lues.");
    let digits = "7".repeat(400);
    assert!(damaged(&format!("On a compté {digits} grains de sable sur la plage.")).starts_with("NoSuchNumber"));
}

#[test]
fn words_that_fell_out_are_told_by_what_is_left() {
    check("Des groupes tels que  (ONF) et des voisins ont prêté la main aux secours de la commune.", expect!["LostWords: que  (ONF)"]);
    check("Les dons se sont accumulés en  après les appels lancés par la mairie et par les écoles.", expect!["LostWords: en  après"]);
    check("Le maire de , venu sur place, a parlé aux habitants du quartier et aux pompiers.", expect!["LostWords: de ,"]);
    check("Le préfet a signé l’arrêté « » devant la presse réunie dans la cour de la mairie.", expect!["LostWords: « »"]);
}

#[test]
fn a_sound_sentence_has_lost_no_words() {
    for text in [
        "Le parti socialiste  (PS) et la (future) majorité en parlent, prends-les, dit-il sur spiegel.de, le site.",
        "Sur un an, le prix de l’eau a baissé  et les habitants en sont contents, de la Seine (au nord) à l’Orne.",
        "Il s’en va.  Puis il revient, et la ville entière le salue par la fenêtre de la gare.",
    ] {
        is_sound(text);
    }
}

#[test]
fn marks_without_counterpart_are_told() {
    check("Elle a dit : « Nous partirons demain matin, et la ville restera derrière nous.", expect!["UnpairedMark: «"]);
    check("Nous partirons demain matin », a dit la maire de la ville devant les habitants.", expect!["UnpairedMark: »"]);
    check(
        "Elle veut \"resserrer les liens » entre les deux rives de la ville et du port.",
        expect![[r#"MismatchedMarks: "resserrer les liens »"#]],
    );
    check(
        "Il parle d’une “affaire classée\" devant la presse réunie au tribunal de la ville.",
        expect![[r#"MismatchedMarks: “affaire classée""#]],
    );
    check("The mayor said \"we will rebuild the bridge in a year, and the town will pay for it.", expect![[r#"UnpairedMark: ""#]]);
}

#[test]
fn marks_that_match_are_sound() {
    for text in [
        "« Il parle de “confiance” encore », dit-elle, \"et d'élan\", d’« unité » et d’\"espoir\" pour la ville.",
        "Il a dit « l’autre m’a crié « partez ! » avant de fuir », selon la police de la ville.",
        "Une planche de 5\" et une de 3'10\" ont cédé, puis le 15\" de l’entrée de la vieille halle.",
        "« La nuit fut longue, et l’eau montait sans cesse dans la rue.\n\n« Au matin, les barques sont venues nous prendre. »",
        "\"We waited on the roof all night, and the water rose.\n\n\"In the morning the boats came.\" She wept.",
        "« La nuit fut longue, et l’eau montait sans cesse dans la rue.\n\nAu matin, les barques sont venues nous prendre. »",
        "Der Minister sagte »nein« und ging; l’article de la Zeitung le dit en allemand.",
        "A \"work based on the\nLibrary\" means either the Library or any\nderivative work under the law.",
        "C'était l'an d'avant, qu'on le veuille ou non, et l'eau d'alors n'est pas l'eau d'aujourd'hui.",
    ] {
        is_sound(text);
    }
}

#[test]
fn a_text_cut_in_the_middle_is_told() {
    let end = |last: &str| {
        let text = format!("{OPENING}\n\n{CLOSING}\n\n{last}");
        let document = read(&text);
        damages(&document).into_iter().map(|(_, damage)| format!("{damage:?}")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        end("Le département, qui avait refusé le bassin de retenue en amont du pont, assure que les terrains de la"),
        "Cut(Unfinished)"
    );
    assert_eq!(end("Le département, qui avait refusé le bassin de retenue, assure que les terrains […]"), "Cut(Ellipsis)");
    assert_eq!(end("Le département, qui avait refusé le bassin de retenue, assure que les terrains..."), "Cut(Ellipsis)");
    assert_eq!(end("Il vous reste 62 % de cet article à lire."), "Cut(Paywall)");
    assert_eq!(end("Lire la suite"), "Cut(Paywall)");
    assert_eq!(end("Le bassin de retenue est prêt depuis l’automne dernier, selon le département. jro/abc/de"), "");
    assert_eq!(end("Le bassin de retenue est prêt depuis l’automne dernier, selon le département. Jean Roy avec AFP"), "");
    assert_eq!(
        end("Le bassin de retenue est prêt depuis l’automne dernier, et la suite se lira dans les eaux…\n\nÀ lire aussi\nLire la suite"),
        "Cut(Ellipsis)"
    );
}

#[test]
fn a_paragraph_without_its_stop_is_told_where_others_have_theirs() {
    let text = format!(
        "{OPENING}\n\n{CLOSING}\n\nElle dit avoir « beaucoup insisté sur le sort des familles du quartier, des vieillards qui vivent seuls dans les étages, et surtout des enfants »\n\n{CLOSING}\n\n{OPENING}"
    );
    let document = read(&text);
    let found: Vec<_> = damages(&document).into_iter().map(|(span, damage)| (span.slice(&text).to_owned(), damage)).collect();
    assert_eq!(found, [("surtout des enfants »".to_owned(), Damage::NoStop)]);
}

#[test]
fn missing_spaces_cut_words_and_code_of_the_page_are_told() {
    check("La police est venue à la fin.Cette nuit encore, elle a gardé la rue de la gare.", expect!["NoSpace: fin.Cette"]);
    check(
        "Le gouver- nement a promis une aide ; le gouvernement la versera en mars aux sinistrés.",
        expect![[r#"CutWord { joined: "gouvernement" }: -"#]],
    );
    check(
        "Le préfet&nbsp;a parlé aux habitants</p> de la ville haute et du port de commerce.",
        expect![[r#"
        Residue: &nbsp;
        Residue: <"#]],
    );
    is_sound(
        "Sur LeFigaro.fr, Change.Org et Node.js, M.Dupont parle de la R&D ; le Sud- et le Nord-Est, dit-\nil, et peut-\nêtre vice-\nprésident.",
    );
}

#[test]
fn a_label_that_lost_its_dates_is_told() {
    let lost = "La crue de l’Orne\nPublié le Mis à jour le\nTemps de lecture : 2 min\n\n";
    let kept = "La crue de l’Orne\nPublié le\n2 mars 2021\nTemps de lecture : 2 min\n\n";
    let found =
        |head: &str| damages(&read(&format!("{head}{OPENING}\n\n{CLOSING}"))).into_iter().map(|(_, damage)| damage).collect::<Vec<_>>();
    assert_eq!(found(lost), [Damage::LostDate]);
    assert_eq!(found(kept), []);
}

/// What is told of each article of a corpus, as sentences.
fn told(articles: Vec<Article>) -> String {
    let corpus = Corpus::read(None, articles).expect("test articles have text");
    examine(&corpus)
        .iter()
        .map(|issue| format!("{} {}", corpus.documents[issue.document.index()].name, issue.kind))
        .collect::<Vec<_>>()
        .join("\n")
}

const ENGLISH: &str = "The river rose in the night and the cellars of the old town were under water by the morning, said the mayor. \
    The bridge was closed to lorries, and the school was opened for those who had to leave their homes with their children.";
const SPANISH: &str = "El río se desbordó en la noche del lunes y los sótanos de las casas del barrio viejo están bajo el agua, dijo el alcalde. \
    El puente fue cerrado para los camiones y la escuela se abrió para las familias que tuvieron que salir de sus casas.";

#[test]
fn what_is_not_known_and_what_is_in_another_language_is_told_in_french() {
    let sound = format!("{OPENING}\n\n{CLOSING}\n\n{OPENING} {CLOSING}");
    let utf16 = Article { origin: crate::corpus::Origin { encoding: Encoding::Utf16, ..Default::default() }, ..article("e", &sound) };
    let mixed = format!("{sound}\n\n{ENGLISH}\n\n{CLOSING}");
    expect![[r#"
        b Un paragraphe est en anglais.
        c Texte très court : 44 mots.
        c Article en anglais, alors que la plupart sont en français.
        d Texte très court : 47 mots.
        d Article en espagnol, alors que la plupart sont en français.
        e Le fichier était écrit en UTF-16 ; il a été converti.
        f Caractères mal décodés (4 mots) : « dÃ©bordÃ© » se lit sans doute « débordé ».
        g Aucun titre trouvé.
        g Aucun média trouvé.
        g La date de publication n’est que supposée.
        h Texte très court : 19 mots.
        l Seul le titre a été trouvé : le texte de l’article manque."#]]
    .assert_eq(&told(vec![
        article("a", &sound),
        article("b", &mixed),
        article("c", ENGLISH),
        article("d", SPANISH),
        utf16,
        article("f", &sound.replace('é', "Ã©")),
        Article::new("g", &sound),
        article("h", CLOSING),
        article("i", &sound),
        article("j", &sound),
        article("k", &sound),
        article("l", "La crue de l’Orne"),
    ]));
}

#[test]
fn a_text_damaged_in_many_places_is_one_issue() {
    let text = format!("{OPENING} L\u{fffd}eau. ").repeat(300);
    let told = told(vec![article("a", &text)]);
    assert_eq!(told, "a Des caractères sont illisibles (300 endroits).");
}

#[test]
fn a_very_long_article_is_told_beside_its_corpus() {
    let text = |n: usize| format!("{OPENING}\n\n{CLOSING}\n\n").repeat(n);
    let corpus = [4, 4, 4, 200].iter().enumerate().map(|(place, n)| article(&place.to_string(), &text(*n))).collect();
    expect!["3 Texte très long : 8200 mots ; l’article médian en compte 164."].assert_eq(&told(corpus));
}

/// With the square of their length, these would take minutes.
#[test]
fn long_texts_without_order_are_read() {
    for piece in ["fin.Début", "«", "«“\"", "Ã©", "mot-", "mot- ", "de ,", "en  et ", "<p>&nbsp;", "» ", "( )", "le maire de , ; "]
    {
        let document = read(&format!("{OPENING}\n\n{}\n\n{CLOSING}", piece.repeat(60_000)));
        assert!(damages(&document).iter().all(|(span, _)| !span.is_empty()), "{piece}");
    }
}

proptest! {
    #[test]
    fn places_of_damage_lie_on_boundaries(text in "((«|»|“|”|\"|Ã©|â€™|\u{fffd}|de ,|en  et|\\(EI\\)|fin\\.Elle|mot-\n|&nbsp;|<p>|</p>|…|\n\n|Publié le)|[a-zé .]{1,9}){1,30}") {
        prop_assume!(!text.trim().is_empty());
        let document = read(&text);
        for (span, damage) in damages(&document) {
            prop_assert!(document.text().get(span.range()).is_some() && !span.is_empty(), "{:?}", damage);
        }
    }
}
