use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::corpus::{Article, Basis, Fact, Metadata};

/// The corpus of one text that was published on this day.
fn corpus(published: Option<Fact<String>>, text: &str) -> Corpus {
    let given = Metadata { published, ..Metadata::default() };
    Corpus::read(None, vec![Article { given, ..Article::new("a.txt", text) }]).expect("the text is an article")
}

fn told(text: &str, published: &str) -> (Corpus, Vec<Time>) {
    let corpus = corpus(Some(Fact::given(published.to_owned())), text);
    let times = TimeIndex::build(&corpus).times;
    (corpus, times)
}

fn check(text: &str, expected: Expect) {
    check_on(text, "2018-05-17", expected);
}

/// Published on a Thursday.
fn check_on(text: &str, published: &str, expected: Expect) {
    let (corpus, times) = told(text, published);
    let line = |time: &Time| {
        let text = time.span.slice(corpus.documents[0].text());
        format!("{} {} <{text}> {:?}", time.kind.label(), time.value, time.certainty)
    };
    expected.assert_eq(&times.iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn days_are_placed_by_the_tense_of_their_sentence() {
    check(
        "Le maire a parlé mardi. Il recevra les élus mardi. Le conseil s’est réuni vendredi dernier.",
        expect![[r#"
        DATE 2018-05-15 <mardi> Resolved
        DATE 2018-05-22 <mardi> Resolved
        DATE 2018-05-11 <vendredi dernier> Resolved"#]],
    );
    check(
        "Il a été arrêté le 3 juin. La fête aura lieu le 3 juin. Elle date du 3 juin 1998.",
        expect![[r#"
        DATE 2018-06-03 <le 3 juin> Likely
        DATE 2018-06-03 <le 3 juin> Resolved
        DATE 1998-06-03 <3 juin 1998> Written"#]],
    );
    check(
        "Avant-hier, il pleuvait. Hier soir aussi. Demain matin, il fera beau, et après-demain encore.",
        expect![[r#"
        DATE 2018-05-15 <Avant-hier> Resolved
        DATE 2018-05-16TEV <Hier soir> Resolved
        DATE 2018-05-18TMO <Demain matin> Resolved
        DATE 2018-05-19 <après-demain> Resolved"#]],
    );
}

#[test]
fn stretches_of_the_calendar_are_placed() {
    check(
        "Il est venu en mars dernier, au printemps 2012, l’hiver dernier, au troisième trimestre, en 1789 et dans les années 60.",
        expect![[r#"
            DATE 2018-03 <mars dernier> Resolved
            DATE 2012-SP <printemps 2012> Written
            DATE 2017-WI <l’hiver dernier> Likely
            DATE 2017-Q3 <troisième trimestre> Likely
            DATE 1789 <1789> Written
            DATE 196X <les années 60> Written"#]],
    );
    check(
        "La semaine dernière, le mois dernier, cette année, l’an prochain et le week-end dernier.",
        expect![[r#"
        DATE 2018-W19 <La semaine dernière> Resolved
        DATE 2018-04 <le mois dernier> Resolved
        DATE 2018 <cette année> Resolved
        DATE 2019 <l’an prochain> Resolved
        DATE 2018-W19-WE <le week-end dernier> Resolved"#]],
    );
    check(
        "Entre 2003 et 2007, du 3 au 9 avril, de janvier à mars, les 7 et 8 mai et début juin.",
        expect![[r#"
        DATE 2003/2007 <Entre 2003 et 2007> Written
        DATE 2018-04-03/2018-04-09 <3 au 9 avril> Resolved
        DATE 2018-01/2018-03 <janvier à mars> Likely
        DATE 2018-05-07/2018-05-08 <les 7 et 8 mai> Resolved
        DATE 2018-06 <début juin> Likely"#]],
    );
}

#[test]
fn lengths_ages_and_habits_are_read() {
    check(
        "Pendant près de trois semaines, une heure et demie, un an, quelques jours, 17 ans, ces dernières années et une vingtaine de minutes.",
        expect![[r#"
            DURATION P3W <près de trois semaines> Vague
            DURATION PT1.5H <une heure et demie> Vague
            DURATION P1Y <un an> Vague
            DURATION PXD <quelques jours> Vague
            DURATION P17Y <17 ans> Vague
            DURATION PXY <ces dernières années> Vague
            DURATION PT20M <une vingtaine de minutes> Vague"#]],
    );
    check(
        "Il court chaque jour, tous les deux ans, deux fois par mois, tous les lundis, et lit une lettre mensuelle.",
        expect![[r#"
        SET P1D <chaque jour> Vague
        SET P2Y <tous les deux ans> Vague
        SET P1M <deux fois par mois> Vague
        SET XXXX-WXX-1 <tous les lundis> Vague
        SET P1M <mensuelle> Vague"#]],
    );
}

#[test]
fn what_is_counted_from_the_scene_follows_it() {
    check(
        "Le 3 mars, il a disparu. Le lendemain, sa voiture a été trouvée. Deux jours plus tard, il appelait. La veille du vote, rien.",
        expect![[r#"
        DATE 2018-03-03 <Le 3 mars> Resolved
        DATE 2018-03-04 <Le lendemain> Resolved
        DATE 2018-03-06 <Deux jours plus tard> Resolved
        DATE 2018-03-06 <La veille> Resolved"#]],
    );
    check(
        "Il y a deux ans, il partait. Dans trois mois, il reviendra. Il est né il y a une trentaine d’années.",
        expect![[r#"
        DATE 2016 <Il y a deux ans> Resolved
        DATE 2018-08 <Dans trois mois> Resolved
        DATE 1988 <il y a une trentaine d’années> Resolved"#]],
    );
}

#[test]
fn hours_are_told_from_lengths() {
    check(
        "La séance de mardi à 20 h 30 a duré 3 heures. À 14 heures, on sortait. Il a couru en 2h30, de 8h à 10h30.",
        expect![[r#"
        DATE 2018-05-15T20:30 <mardi à 20 h 30> Likely
        DURATION PT3H <3 heures> Vague
        DATE 2018-05-15T14:00 <14 heures> Likely
        DURATION PT2H30M <2h30> Vague
        DATE T08:00/T10:30 <8h à 10h30> Vague"#]],
    );
}

#[test]
fn words_of_somebody_count_from_their_day() {
    check(
        "Il a parlé mardi à Lyon. « Je suis venu aujourd’hui vous voir », a-t-il dit. « Aujourd’hui, tout va mal. »",
        expect![[r#"
        DATE 2018-05-15 <mardi> Resolved
        DATE 2018-05-15 <aujourd’hui> Resolved
        DATE PRESENT_REF <Aujourd’hui> Vague"#]],
    );
}

#[test]
fn english_is_read_at_a_first_level() {
    check(
        "The mayor said on Tuesday that the road was closed for two weeks. It will open next month. She left three years ago, in June 2014, at 5 p.m.",
        expect![[r#"
            DATE 2018-05-15 <Tuesday> Resolved
            DURATION P2W <two weeks> Vague
            DATE 2018-06 <next month> Resolved
            DATE 2015 <three years ago> Resolved
            DATE 2014-06 <June 2014> Written
            DATE 2018-05-15T17:00 <5 p.m> Likely"#]],
    );
}

#[test]
fn what_is_in_no_calendar_is_no_day() {
    check(
        "Le 31 février, le 30 février 2015, le 45 mars et le 12/13/2015 n’existent pas, ni le 31 avril.",
        expect!["DATE 2015-12-13 <le 12/13/2015> Written"],
    );
    check(
        "La salle Mars, avril en moins, le Boeing 2000, 1984 euros et 2015 personnes. Mme Avril est venue.",
        expect!["DATE 2018-04 <avril> Likely"],
    );
}

#[test]
fn without_a_day_of_publication_nothing_is_made_up() {
    let corpus = corpus(None, "Un titre\n\nIl parle vendredi, il y a deux jours, le 7 mars, aujourd’hui et en 2012.");
    let times = TimeIndex::build(&corpus).times;
    let found: Vec<_> = times.iter().map(|time| (time.value.as_str(), time.earliest.is_some())).collect();
    let expected = [("XXXX-WXX-5", false), ("PAST_REF", false), ("XXXX-03-07", false), ("XXXX-XX-XX", false), ("2012", true)];
    assert_eq!(found, expected);
}

#[test]
fn an_inferred_day_of_publication_makes_its_days_an_interval() {
    let basis = Basis::Inferred { earliest: Some("2015-03-07".to_owned()), latest: Some("2015-06-01".to_owned()), why: "x".into() };
    let published = Fact { value: "2015-04-20".to_owned(), basis };
    let times =
        TimeIndex::build(&corpus(Some(published), "Un titre\n\nLe ministre reçoit aujourd’hui les élus. Il écrivait en 2009.")).times;
    let day = |time: &Time| (time.earliest.map(Day::iso), time.latest.map(Day::iso), time.certainty);
    let iso = |day: &str| Some(day.to_owned());
    assert_eq!((times[0].value.as_str(), day(&times[0])), ("2015-04", (iso("2015-03-07"), iso("2015-06-01"), Certainty::Likely)));
    assert_eq!(day(&times[1]), (iso("2009-01-01"), iso("2009-12-31"), Certainty::Written));
    assert!(times[0].holds(Day::of(2015, 5, 2).expect("the day exists")) && times[0].why().contains("20 avril 2015"));
}

#[test]
fn reading_takes_time_with_the_length_of_a_sentence() {
    // One sentence without end: a reader that looked on to its end at each place would never return.
    let text = format!("Un titre\n\n{}", "hier, le 3 mars, deux ans et 2h30 du 3 au 4 mai, ".repeat(2_000));
    let (_, times) = told(&text, "2018-05-17");
    assert!(times.len() > 8_000, "{}", times.len());
}

#[test]
fn chains_of_figures_are_not_read_again_at_each() {
    for link in ["1.", "0 ", "2015-", "1,", "cent ", "1 000 "] {
        let (_, times) = told(&format!("Un titre\n\nDepuis {}.", link.repeat(10_000)), "2018-05-17");
        assert!(times.len() < 10_000, "{link}");
    }
}

proptest! {
    #[test]
    fn no_words_and_no_day_make_it_fail(
        year in 0..=9999_i32,
        (month, day) in (0..=13_u32, 0..=32_u32),
        words in proptest::collection::vec(prop::sample::select(vec![
            "le", "31", "février", "vendredi", "prochain", "dernier", "il y a", "9999", "ans", "dans", "siècles", "0", "la", "veille",
            "plus tard", "du", "au", "entre", "et", "mars", "2015", "à", "h", "30", "20h30", ":", "«", "»", "depuis", "fin", "XXe", "siècle",
            "une", "centaine", "d’années", "semaine", "1.2.3,4", "trimestre", "77777777777777777777", "années", "80", "aujourd’hui", ".",
        ]), 0..14),
        joint in prop::sample::select(vec![" ", "", "-", "\u{a0}", "\n"]),
    ) {
        let text = format!("Titre\n\n{}", words.join(joint));
        let (corpus, times) = told(&text, &format!("{year:04}-{month:02}-{day:02}"));
        let mut end = 0;
        for time in times {
            prop_assert!(!time.span.slice(corpus.documents[0].text()).is_empty() && time.span.start >= end, "{:?}", time);
            prop_assert!(time.earliest.zip(time.latest).is_none_or(|(first, last)| first <= last), "{:?}", time);
            end = time.span.end;
        }
    }
}

#[test]
fn what_is_to_come_goes_on_and_the_writer_counts_in_his_own_clauses() {
    check(
        "Le 14 mai, le pont a cédé. « La fissure est stable, a précisé hier soir le préfet. Rien ne bouge. » Il reviendra lundi. Une réunion est prévue à 18 h 30.",
        expect![[r#"
            DATE 2018-05-14 <Le 14 mai> Resolved
            DATE 2018-05-16TEV <hier soir> Resolved
            DATE 2018-05-21 <lundi> Resolved
            DATE 2018-05-21T18:30 <18 h 30> Likely"#]],
    );
    check(
        "GAP, 12 nov 2017 (AFP) - Un rapport de 2014 consulté par la presse. Il y croit depuis le mois de juin. Des fuites auraient été vues à l’automne. La visite décennale et 2000 personnes.",
        expect![[r#"
            DATE 2017-11-12 <12 nov 2017> Written
            DATE 2014 <2014> Written
            DATE 2017-06 <le mois de juin> Resolved
            DATE 2017-FA <l’automne> Likely
            SET P10Y <décennale> Vague"#]],
    );
}

#[test]
fn hours_in_words_parts_of_a_day_nights_and_feasts_are_placed() {
    check(
        "Le feu a pris mercredi. Peu avant six heures, une poutre a cédé. Vers dix-huit heures trente, tout était éteint, et à sept heures du soir on dînait. \
         Le gardien avait marché six heures. Le village est à une heure trente de route et la côte à deux heures vingt d’avion.",
        expect![[r#"
            DATE 2018-05-16 <mercredi> Resolved
            DATE 2018-05-16T06:00 <six heures> Likely
            DATE 2018-05-16T18:30 <Vers dix-huit heures trente> Likely
            DATE 2018-05-16T19:00 <sept heures du soir> Likely
            DURATION PT6H <six heures> Vague
            DURATION PT1H30M <une heure trente> Vague
            DURATION PT2H20M <deux heures vingt> Vague"#]],
    );
    check(
        "Dans la nuit du 14 au 15 mai, le quai s’est affaissé. Vers 3 heures, l’eau montait. Elle est redescendue à l’aube. Le pont, fermé en fin de matinée, \
         rouvrira avant Noël. Ce qui s’est joué dimanche, c’est l’avenir. Hier midi, tout allait bien. C’était l’aube du siècle, il faisait nuit.",
        expect![[r#"
            DATE 2018-05-14TNI <la nuit du 14 au 15 mai> Resolved
            DATE 2018-05-15T03:00 <Vers 3 heures> Likely
            DATE 2018-05-15TMO <à l’aube> Likely
            DATE 2018-05-15TMO <en fin de matinée> Likely
            DATE 2018-12-25 <Noël> Resolved
            DATE 2018-05-13 <dimanche> Resolved
            DATE 2018-05-16T12:00 <Hier midi> Resolved"#]],
    );
    check(
        "Deux maisons ont brûlé pendant la nuit. Le gardien travaille la nuit, dans la nuit noire.",
        expect!["DATE 2018-05-16TNI <la nuit> Likely"],
    );
}
