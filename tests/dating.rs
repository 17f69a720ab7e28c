//! Days of publication that nobody states: invented corpora of other years and events, and the day each article is of.
//!
//! An interval must hold the true day; where nothing tells, nothing must be said.

use proptest::prelude::*;
use recoupe::corpus::{Article, Basis, Corpus, Document, Fact};

fn corpus(articles: &[(&str, &str)]) -> Corpus {
    Corpus::read(None, articles.iter().map(|(name, text)| Article::new(name, text)).collect()).expect("the articles are a corpus")
}

fn published<'a>(corpus: &'a Corpus, name: &str) -> Option<&'a Fact<String>> {
    corpus.find(name).expect("the article is there").metadata.published.as_ref()
}

/// Earliest, value and latest of an inferred date, with its reason.
fn inferred<'a>(corpus: &'a Corpus, name: &str) -> (Option<&'a str>, &'a str, Option<&'a str>, String) {
    let Some(Fact { value, basis: Basis::Inferred { earliest, latest, why } }) = published(corpus, name) else {
        panic!("{name} has no inferred date: {:?}", published(corpus, name));
    };
    (earliest.as_deref(), value, latest.as_deref(), why.to_string())
}

/// The interval holds `truth`, is not wider than `widest` days, and the value lies in it.
fn holds(corpus: &Corpus, name: &str, truth: &str, widest: i32) {
    let (earliest, value, latest, why) = inferred(corpus, name);
    let shown = format!("{name}: {earliest:?} {value} {latest:?} {why}");
    assert!(earliest.is_none_or(|day| day <= truth && day <= value), "{shown}");
    assert!(latest.is_none_or(|day| truth <= day && value <= day), "{shown}");
    assert!(why.ends_with('.'), "{shown}");
    let days = |iso: &str| -> i32 {
        let part = |range: std::ops::Range<usize>| iso[range].parse::<i32>().expect("a date in ISO 8601");
        part(0..4) * 365 + (part(5..7) - 1) * 61 / 2 + part(8..10)
    };
    if let (Some(earliest), Some(latest)) = (earliest, latest) {
        assert!(days(latest) - days(earliest) <= widest, "{shown}");
    }
}

fn is_silent(corpus: &Corpus, name: &str) {
    assert_eq!(published(corpus, name), None, "{name}");
}

/// A flood in a small town, November 2019; the twelfth is a Tuesday.
#[test]
fn a_weekday_is_the_day_that_a_dated_article_gives_it() {
    let corpus = corpus(&[
        (
            "dated.txt",
            "La Vesle déborde à Montreval, trois cents habitants évacués\n\nPublié le 12 novembre 2019 à 18h40\n\n\
             La Vesle est sortie de son lit mardi à l’aube dans le centre de Montreval. Trois cents habitants du quartier des Tanneries ont \
             été évacués par les pompiers vers le gymnase Pasteur.\n\n\
             La préfète Hélène Daumas doit visiter mercredi les écoles sinistrées du quartier des Tanneries. Le pont des Meuniers reste \
             fermé à la circulation.",
        ),
        (
            "agency.txt",
            "La rivière Vesle a débordé mardi dans le centre de Montreval, où trois cents habitants du quartier des Tanneries ont été \
             évacués, ont annoncé les pompiers. Aucune victime n’est à déplorer, a précisé la mairie. La préfète Hélène Daumas visitera \
             mercredi les écoles sinistrées du quartier.",
        ),
        (
            "weekly.txt",
            "Montreval panse ses plaies\n\nLes habitants du quartier des Tanneries, évacués mardi par les pompiers après la crue de la \
             Vesle dans le centre de Montreval, regagnent leurs logements.\n\n\
             La préfète Hélène Daumas a visité mercredi les écoles sinistrées du quartier des Tanneries et promis des crédits.",
        ),
        (
            "history.txt",
            "Les grandes crues de la région\n\nLe 14 mars 1956, la Vesle avait atteint quatre mètres. Les anciens s’en souvenaient encore \
             longtemps, et les archives de la ville gardent des dizaines de photographies de cette époque.",
        ),
    ]);
    holds(&corpus, "agency.txt", "2019-11-12", 1);
    holds(&corpus, "weekly.txt", "2019-11-14", 6);
    let (earliest, _, latest, why) = inferred(&corpus, "agency.txt");
    assert_eq!((earliest, latest), (Some("2019-11-12"), Some("2019-11-13")), "{why}");
    assert!(why.contains("«\u{a0}mardi\u{a0}» est le 12 novembre 2019") && why.contains("dated.txt"), "{why}");
    // What tells of 1956 was not written that year for certain: only the lower end is known.
    if published(&corpus, "history.txt").is_some() {
        holds(&corpus, "history.txt", "2019-11-13", 0);
    }
}

/// An explosion in a port, June 2021; the third is a Thursday.
#[test]
fn english_accounts_date_each_other() {
    let corpus = corpus(&[
        (
            "gazette.txt",
            "Blast at Wexcombe harbour kills two dockers\n\nPublished June 4, 2021\n\n\
             Two dockers were killed on Thursday when a fuel tank exploded at Wexcombe harbour, the coastguard said. Four others were taken \
             to St Brannoc hospital.\n\nThe harbour master, Ruth Calloway, will face questions from councillors on Monday.",
        ),
        (
            "wire.txt",
            "Two dockers died on Thursday in the explosion of a fuel tank at Wexcombe harbour, the coastguard said. Harbour master Ruth \
             Calloway told reporters that the tank had been inspected in April. She is due to answer questions from councillors on Monday.",
        ),
        (
            "later.txt",
            "Wexcombe: harbour master defends safety record\n\nHarbour master Ruth Calloway faced questions from councillors on Monday over \
             the fuel tank that exploded on June 3 and killed two dockers at Wexcombe harbour.\n\nThe inquiry will open next month.",
        ),
    ]);
    holds(&corpus, "wire.txt", "2021-06-03", 13);
    holds(&corpus, "later.txt", "2021-06-08", 13);
}

/// A strike around the turn of the year 2019/2020; 31 December is a Tuesday, 3 January a Friday.
#[test]
fn years_turn_with_the_calendar() {
    let corpus = corpus(&[
        (
            "dated.txt",
            "Grève au dépôt de Saint-Brice : la direction reçoit les syndicats\n\nPublié le 3 janvier 2020\n\n\
             La direction du dépôt de Saint-Brice a reçu vendredi les syndicats de conducteurs, en grève depuis le 30 décembre. Une nouvelle \
             rencontre est prévue le 6 janvier avec le médiateur Paul Astier.",
        ),
        (
            "before.txt",
            "Saint-Brice : pas de bus pour le réveillon\n\nLes conducteurs du dépôt de Saint-Brice ont cessé le travail le 30 décembre. Les \
             syndicats seront reçus vendredi 3 janvier par la direction du dépôt.",
        ),
        (
            "after.txt",
            "Fin de la grève à Saint-Brice\n\nLes conducteurs du dépôt de Saint-Brice ont repris le travail mardi. Ils étaient en grève depuis \
             le 30 décembre. Le médiateur Paul Astier avait réuni syndicats et direction le 6 janvier.",
        ),
    ]);
    holds(&corpus, "before.txt", "2019-12-31", 10);
    holds(&corpus, "after.txt", "2020-01-08", 330);
}

/// Nobody is dated; one text writes the year. A trial in May 2017; the sixteenth is a Tuesday.
#[test]
fn an_undated_corpus_stands_on_the_one_text_that_writes_the_year() {
    let corpus = corpus(&[
        (
            "a.txt",
            "Procès Marchetti : dix ans requis\n\nLe procès de l’ancien notaire Aldo Marchetti s’est ouvert mardi 16 mai 2017 devant la cour \
             d’assises de Loriol. L’avocate générale Inès Roubaud a décrit un homme « sans scrupules ».",
        ),
        (
            "b.txt",
            "L’ancien notaire Aldo Marchetti nie tout\n\nLe procès de l’ancien notaire Aldo Marchetti s’est ouvert mardi devant la cour d’assises \
             de Loriol. Le verdict est attendu vendredi.",
        ),
        (
            "c.txt",
            "Aldo Marchetti bientôt jugé\n\nLe procès de l’ancien notaire Aldo Marchetti s’ouvrira mardi devant la cour d’assises de Loriol. \
             Cent témoins seront entendus.",
        ),
    ]);
    holds(&corpus, "a.txt", "2017-05-16", 0);
    holds(&corpus, "b.txt", "2017-05-16", 13);
    holds(&corpus, "c.txt", "2017-05-13", 13);
}

/// Weekdays, months and days of nobody knows which year.
#[test]
fn nothing_is_inferred_from_nothing() {
    let corpus = corpus(&[
        (
            "a.txt",
            "Le marché change de place\n\nLe conseil municipal a décidé jeudi de déplacer le marché. Il se tiendra désormais place du Lavoir.",
        ),
        (
            "b.txt",
            "Une rue rebaptisée\n\nLa rue du Moulin portera le nom de Louise Arnal. Le maire l’a annoncé le 12 mai. Les riverains sont ravis.",
        ),
        ("c.txt", "Concert annulé\n\nLe concert prévu en avril à la salle Jean-Moulin est annulé, faute de public."),
        ("d.txt", "Zut."),
    ]);
    for name in ["a.txt", "b.txt", "c.txt", "d.txt"] {
        is_silent(&corpus, name);
    }
}

/// Dated articles of one series tell of two Fridays a fortnight apart in the same words.
#[test]
fn signals_that_contradict_each_other_decide_nothing() {
    let telling =
        "Le ministre de la Ville Karim Benali a inauguré vendredi à Verdelle la nouvelle gare routière, devant les élus du canton.";
    let corpus = corpus(&[
        ("first.txt", &format!("Inauguration à Verdelle\n\nPublié le 21 septembre 2018\n\n{telling} La foule a applaudi.")),
        ("second.txt", &format!("Verdelle, encore\n\nPublié le 5 octobre 2018\n\n{telling} Cette fois, il pleuvait.")),
        (
            "undated.txt",
            "Le ministre de la Ville Karim Benali a inauguré vendredi à Verdelle la nouvelle gare routière. Il a serré des mains.",
        ),
    ]);
    if published(&corpus, "undated.txt").is_some() {
        holds(&corpus, "undated.txt", "2018-09-21", 400);
        holds(&corpus, "undated.txt", "2018-10-05", 400);
    }
}

/// The page says 2012 for its last change, and its text tells of 2016 as past: neither bounds anything.
#[test]
fn a_change_before_what_is_told_bounds_nothing() {
    let corpus = corpus(&[(
        "a.txt",
        "Le pont rouvre\n\nLe pont du Moulin a rouvert mardi 4 octobre 2016 après deux ans de travaux, a annoncé la mairie de Saint-Brice dans un \
         communiqué.\n\nDernière modification : 03/02/2012",
    )]);
    if published(&corpus, "a.txt").is_some() {
        holds(&corpus, "a.txt", "2016-10-05", 0);
    }
}

/// The same place and the same people, a week later.
#[test]
fn a_later_week_is_not_taken_for_the_first() {
    let corpus = corpus(&[
        (
            "first.txt",
            "Incendie de la scierie Bertin\n\nPublié le 9 mars 2022\n\nLa scierie Bertin de Montreval a brûlé mercredi matin. Soixante pompiers \
             ont lutté toute la journée contre les flammes. Trois ouvriers ont été blessés.",
        ),
        (
            "later.txt",
            "Scierie Bertin : une enquête ouverte\n\nLe procureur a annoncé mercredi l’ouverture d’une enquête sur l’installation électrique de \
             l’atelier. Les salariés, au chômage technique, ont manifesté devant la mairie.\n\nLe 9 mars, l’usine avait été détruite.",
        ),
    ]);
    if published(&corpus, "later.txt").is_some() {
        holds(&corpus, "later.txt", "2022-03-17", 330);
    }
}

/// A week after the flood, again on a Tuesday, the same people in the same streets.
#[test]
fn one_weekday_in_common_leaves_two_weeks_open() {
    let corpus = corpus(&[
        (
            "flood.txt",
            "La Vesle déborde\n\nPublié le 12 novembre 2019\n\nLa Vesle est sortie de son lit mardi dans le centre de Montreval, où les habitants du \
             quartier des Tanneries ont été évacués.",
        ),
        (
            "march.txt",
            "Colère à Montreval\n\nLes habitants du quartier des Tanneries ont manifesté mardi dans le centre de Montreval. Ils réclament une digue, \
             promise depuis des années.",
        ),
    ]);
    if published(&corpus, "march.txt").is_some() {
        holds(&corpus, "march.txt", "2019-11-19", 13);
    }
}

/// A strike over three weeks of 2023: 6 March is a Monday. Each article in turn loses its date.
const STRIKE: [(&str, &str, &str); 6] = [
    (
        "2023-03-06",
        "Les dockers de Port-Hervé cessent le travail",
        "Les dockers de Port-Hervé ont cessé le travail lundi à l’appel de l’intersyndicale, pour protester contre la vente du terminal à \
         Maritrans. Le secrétaire général Yann Le Coz a promis une grève « longue et dure ».\n\nUne assemblée générale est prévue jeudi devant \
         les grilles du terminal.",
    ),
    (
        "2023-03-10",
        "Port-Hervé : la grève reconduite",
        "Réunis jeudi devant les grilles du terminal, les dockers de Port-Hervé ont reconduit la grève contre la vente à Maritrans. Le secrétaire \
         général Yann Le Coz a été applaudi.\n\nLe préfet Marc Tessier recevra lundi l’intersyndicale.",
    ),
    (
        "2023-03-13",
        "Le préfet reçoit les dockers",
        "Le préfet Marc Tessier a reçu lundi l’intersyndicale des dockers de Port-Hervé, en grève depuis le 6 mars. « Le dialogue est renoué », a \
         déclaré Yann Le Coz à la sortie de la préfecture.",
    ),
    (
        "2023-03-16",
        "Maritrans suspend le rachat du terminal",
        "La société Maritrans a suspendu mercredi le rachat du terminal de Port-Hervé. L’intersyndicale, reçue lundi par le préfet Marc Tessier, \
         y voit une première victoire. Les dockers voteront vendredi sur la reprise du travail.",
    ),
    (
        "2023-03-20",
        "Port-Hervé au travail",
        "Les dockers de Port-Hervé ont repris le travail lundi après deux semaines de grève contre la vente du terminal à Maritrans. Yann Le Coz \
         reste vigilant : la société devra présenter un nouveau projet en juin.",
    ),
    (
        "2023-06-12",
        "Maritrans revient",
        "La société Maritrans a présenté lundi un nouveau projet pour le terminal de Port-Hervé. En mars dernier, les dockers avaient cessé le \
         travail pendant deux semaines à l’appel de l’intersyndicale.",
    ),
];

#[test]
fn each_date_that_is_hidden_lies_in_what_is_inferred() {
    let mut n_inferred = 0;
    for (hidden, (truth, ..)) in STRIKE.iter().enumerate() {
        let page = |(place, (day, title, body)): (usize, &(&str, &str, &str))| {
            let stamp =
                if place == hidden { String::new() } else { format!("Publié le {}/{}/{}\n\n", &day[8..10], &day[5..7], &day[..4]) };
            Article::new(&format!("{day}x.txt").replace('-', "a"), &format!("{title}\n\n{stamp}{body}"))
        };
        let corpus = Corpus::read(None, STRIKE.iter().enumerate().map(page).collect()).expect("the articles are a corpus");
        let document = &corpus.documents[hidden];
        if document.metadata.published.is_some() {
            holds(&corpus, &document.name, truth, 330);
            n_inferred += 1;
        }
    }
    // The others name one Monday of an event that has three.
    assert!(n_inferred >= 3, "{n_inferred}");
}

#[test]
fn a_tag_that_the_text_belies_is_set_aside() {
    let page = "<!doctype html><html lang=\"fr\"><head><title>Crue</title><meta property=\"article:published_time\" content=\"2021-06-01T08:00\">\
                </head><body><article><h1>La crue de Montreval fait deux morts</h1><p>La rivière a débordé mardi 12 mars 2013 dans le centre de \
                Montreval, où deux personnes sont mortes, a annoncé la mairie.</p><p>Une réunion publique se tiendra le 20 mars 2013 à la salle \
                des fêtes, en présence du préfet.</p></article></body></html>";
    let corpus = corpus(&[("crue.html", page)]);
    holds(&corpus, "crue.html", "2013-03-13", 9);
    let contradicted = &corpus.documents[0].metadata.contradicted;
    assert_eq!(
        contradicted.iter().map(|c| (c.value.as_str(), c.span.slice(page))).collect::<Vec<_>>(),
        [("2021-06-01T08:00", "2021-06-01T08:00")]
    );
    assert!(contradicted[0].why.to_string().contains("20 mars 2013"), "{}", contradicted[0].why);
}

#[test]
fn a_text_about_the_past_keeps_the_date_of_its_page() {
    let page = "<!doctype html><html lang=\"fr\"><head><title>Crue</title><meta property=\"article:published_time\" content=\"2021-06-01T08:00\">\
                </head><body><article><h1>Il y a huit ans, la crue</h1><p>La rivière avait débordé le 12 mars 2013 dans le centre de \
                Montreval, où deux personnes étaient mortes.</p><p>Les habitants s’en souviennent encore aujourd’hui.</p></article></body></html>";
    let corpus = corpus(&[("crue.html", page)]);
    assert_eq!(published(&corpus, "crue.html").map(|fact| fact.value.as_str()), Some("2021-06-01T08:00"));
}

#[test]
fn a_publication_after_the_last_change_is_set_aside() {
    let text = "Le pont est fermé\nPublié le 3 mars 2024 à 10h\nMis à jour le 5 avril 2021 à 9h\nLe pont du Moulin est fermé aux camions depuis \
                mardi, a annoncé la mairie de Saint-Brice dans un communiqué.";
    let corpus = corpus(&[("a.txt", text)]);
    let found = &corpus.documents[0].metadata;
    assert_eq!(found.contradicted.iter().map(|c| c.value.as_str()).collect::<Vec<_>>(), ["2024-03-03T10:00"]);
    assert_ne!(found.published.as_ref().map(|fact| fact.value.as_str()), Some("2024-03-03T10:00"));
    holds(&corpus, "a.txt", "2021-04-05", 0);
}

#[test]
fn the_day_of_the_site_is_not_that_of_the_article() {
    let text = "Le pont est fermé\nPublié le 3 mars 2021 à 10h\nLe pont du Moulin est fermé aux camions depuis mardi, a annoncé la mairie de \
                Saint-Brice dans un communiqué publié sur son site.\nDernière mise à jour du site : 7 mai 2024";
    let corpus = corpus(&[("a.txt", text)]);
    let found = &corpus.documents[0].metadata;
    assert_eq!(found.updated, None);
    assert_eq!(found.published.as_ref().map(|fact| fact.value.as_str()), Some("2021-03-03T10:00"));
}

#[test]
fn a_stamp_of_the_collection_is_set_aside_and_never_a_date() {
    let text = "crawled 2023-05 Le préfet a inauguré mardi 4 octobre 2016 le pont du Moulin à Saint-Brice. Les travaux seront achevés le \
                20 octobre 2016.";
    let corpus = corpus(&[("a.txt", text)]);
    holds(&corpus, "a.txt", "2016-10-05", 16);
    assert_eq!(corpus.documents[0].metadata.contradicted.iter().map(|c| c.value.as_str()).collect::<Vec<_>>(), ["2023-05"]);
}

#[test]
fn a_dispatch_taken_over_is_of_the_same_days() {
    let dispatch = "Le conseil régional a voté une aide de deux millions d’euros pour les sinistrés de la vallée, après un long débat entre la \
                    majorité et l’opposition. La présidente a défendu un geste de solidarité nécessaire, tandis que plusieurs élus ont dénoncé un \
                    plan insuffisant et tardif. Les dossiers pourront être déposés dans les mairies, qui disposeront d’un guichet commun pour les \
                    familles et les entreprises touchées par la catastrophe.";
    let corpus = corpus(&[
        ("dated.txt", &format!("Deux millions pour la vallée\n\nPublié le 9 mars 2022\n\n{dispatch}")),
        ("undated.txt", &format!("Vallée : le geste de la région\n\n{dispatch} Le maire s’est réjoui.")),
        (
            "other.txt",
            "Vallée : un concert de soutien\n\nDes musiciens donneront un concert de soutien dans la salle des fêtes, au profit des familles.",
        ),
    ]);
    holds(&corpus, "undated.txt", "2022-03-10", 11);
    is_silent(&corpus, "other.txt");
}

#[test]
fn a_file_name_tells_a_day_that_the_text_does_not_contradict() {
    let text = "Le pont est fermé\n\nLe pont du Moulin est fermé aux camions, a annoncé la mairie dans un communiqué publié sur son site.";
    let corpus = corpus(&[("2021-03-04_lemonde_pont.txt", text)]);
    let found = &corpus.documents[0].metadata;
    let (earliest, value, latest, why) = inferred(&corpus, "2021-03-04_lemonde_pont.txt");
    assert_eq!((earliest, value, latest), (Some("2021-03-04"), "2021-03-04", Some("2021-03-04")));
    assert!(why.contains("nom du fichier"), "{why}");
    assert_eq!(found.outlet.as_ref().map(|fact| (fact.value.as_str(), fact.is_inferred())), Some(("Le Monde", true)));
}

fn assert_ordered(document: &Document) {
    let Some(Fact { value, basis: Basis::Inferred { earliest, latest, .. } }) = &document.metadata.published else { return };
    assert!(earliest.as_ref().is_none_or(|earliest| earliest <= value), "{earliest:?} {value}");
    assert!(latest.as_ref().is_none_or(|latest| value <= latest), "{value} {latest:?}");
    assert!(value.len() >= 10 && value.is_char_boundary(10), "{value}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Texts made of words of time: no panic, and every value lies in its interval.
    #[test]
    fn a_value_lies_in_its_interval(texts in proptest::collection::vec(proptest::collection::vec(proptest::sample::select(vec![
        "Le ministre Paul Astier", "a visité", "visitera", "Verdelle", "la gare routière", "vendredi", "jeudi 19", "le 31 février", "20 février",
        "2015", "0", "9999", "12/03/2013", "2013-03-12", "dernier", "prochain", "en avril", "ce", "hier", "demain", "aujourd’hui", ".", "\n\n",
        "Publié le", "Mis à jour le", "date", "crawled 2021-10", "30 décembre", "3 janvier 2020", "«", "»", "last", "May", "2, 2021", "le 29 février",
    ]), 1..40), 1..5)) {
        let articles = texts.iter().enumerate().map(|(n, words)| (format!("{n}.txt"), format!("Un texte. {}", words.join(" "))));
        let articles: Vec<Article> = articles.map(|(name, text)| Article::new(&name, &text)).collect();
        let corpus = Corpus::read(None, articles).expect("the articles are a corpus");
        corpus.documents.iter().for_each(assert_ordered);
    }

    #[test]
    fn any_texts_are_dated_or_not(texts in proptest::collection::vec("\\PC{1,80}", 1..4)) {
        let articles = texts.iter().enumerate().filter(|(_, text)| !text.trim().is_empty());
        let articles: Vec<Article> = articles.map(|(n, text)| Article::new(&format!("{n}"), text)).collect();
        prop_assume!(!articles.is_empty());
        Corpus::read(None, articles).expect("the articles are a corpus").documents.iter().for_each(assert_ordered);
    }
}
