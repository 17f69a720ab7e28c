//! Invented corpora of two or three short articles: what disagrees, and what only looks so.

use super::*;
use crate::corpus::{Article, Document};

struct Told {
    corpus: Corpus,
    figures: FigureIndex,
    times: TimeIndex,
    facts: Facts,
}

/// Articles with the moment of their publication, or an empty one.
fn told(articles: &[(&str, &str)]) -> Told {
    let article = |(at, (published, text)): (usize, &(&str, &str))| {
        let head = if published.is_empty() { String::new() } else { format!("---\ndate: {published}\n---\n\n") };
        Article::new(&format!("{at}.md"), &format!("{head}{text}\n"))
    };
    let corpus = Corpus::read(None, articles.iter().enumerate().map(article).collect()).expect("the texts are articles");
    let entities = EntityIndex::build(&corpus);
    let quotes = QuoteIndex::build(&corpus, &entities);
    let times = TimeIndex::build(&corpus);
    let figures = FigureIndex::build(&corpus, &times);
    let facts = Facts::build(&corpus, &entities, &quotes, &times, &figures);
    Told { corpus, figures, times, facts }
}

impl Told {
    fn document(&self, id: DocumentId) -> &Document {
        self.corpus.document(id).expect("figures stand in articles")
    }

    /// The count of the figure written so in the first article.
    fn count(&self, surface: &str) -> &Count {
        let written = |place: &u32| {
            let figure = &self.figures.figures[*place as usize];
            figure.span.slice(self.document(figure.document).text()) == surface
        };
        let found = self.facts.counts.iter().find(|count| count.figures.iter().any(written));
        found.unwrap_or_else(|| panic!("no count has « {surface} »: {:?}", self.shown()))
    }

    fn verdict(&self, surface: &str) -> Verdict {
        self.count(surface).verdict
    }

    fn n_conflicts(&self) -> usize {
        self.facts.counts.iter().filter(|count| count.verdict == Verdict::Conflict).count()
    }

    fn shown(&self) -> Vec<String> {
        let shown = |count: &Count| {
            let figures = count.figures.iter().map(|place| {
                let figure = &self.figures.figures[*place as usize];
                figure.span.slice(self.document(figure.document).text()).to_owned()
            });
            format!("{} [{}] {:?}: {}", count.counted, figures.collect::<Vec<_>>().join(" | "), count.verdict, said(count))
        };
        self.facts.counts.iter().map(shown).collect()
    }
}

fn said(count: &Count) -> String {
    count.why.as_ref().map_or_else(String::new, ToString::to_string)
}

#[test]
fn digits_and_words_are_the_same_count() {
    let told = told(&[
        ("2021-03-02", "Le sommet de Genève sur le climat s’est ouvert. Il réunit 60 pays autour de la même table."),
        ("2021-03-02", "À Genève, le sommet sur le climat rassemble soixante pays pour trois jours."),
    ]);
    assert_eq!(told.verdict("60"), Verdict::Same, "{:?}", told.shown());
    assert_eq!(told.count("60").figures.len(), 2);
    assert!(told.count("60").counted.starts_with("pays"), "{:?}", told.shown());
}

#[test]
fn a_hundred_or_so_rounds_ninety_seven() {
    let told = told(&[
        ("2019-08-14T18:00", "Le naufrage du ferry au large de Lomba a fait 97 morts, a indiqué la préfecture maritime."),
        ("2019-08-14T18:30", "Une centaine de morts dans le naufrage du ferry au large de Lomba."),
    ]);
    assert_eq!(told.verdict("97"), Verdict::Rounding, "{:?}", told.shown());
    assert!(said(told.count("97")).contains("97") && said(told.count("97")).contains("entaine"));
}

#[test]
fn two_outlets_that_count_otherwise_on_one_day_disagree() {
    let told = told(&[
        ("2018-05-04", "L’usine Varnier de Brémoy va fermer. La direction supprimera 340 emplois à Brémoy d’ici à l’été."),
        ("2018-05-04", "Fermeture de l’usine Varnier à Brémoy : la direction supprimera 430 emplois à Brémoy cet été."),
    ]);
    assert_eq!(told.verdict("340"), Verdict::Conflict, "{:?}", told.shown());
    assert!(said(told.count("340")).contains("340") && said(told.count("340")).contains("430"));
}

#[test]
fn a_total_is_the_sum_of_its_parts() {
    let told = told(&[
        ("2016-02-11", "L’attaque du marché de Saldo a fait 17 morts, selon un bilan définitif."),
        ("2016-02-11", "L’attaque du marché de Saldo a fait 12 morts sur place. Cinq morts ont aussi été comptés à l’hôpital."),
    ]);
    assert_eq!(told.n_conflicts(), 0, "{:?}", told.shown());
    assert_eq!(told.verdict("17"), Verdict::Sum, "{:?}", told.shown());
}

#[test]
fn a_toll_that_rises_from_one_day_to_the_next_is_an_older_count() {
    let told = told(&[
        ("2020-10-03", "Les inondations dans la vallée de la Rome ont fait 4 morts et 8 disparus."),
        ("2020-10-05", "Les inondations dans la vallée de la Rome ont fait 9 morts et 13 disparus."),
    ]);
    assert_eq!(told.verdict("4"), Verdict::Older, "{:?}", told.shown());
    assert_eq!(told.verdict("8"), Verdict::Older, "{:?}", told.shown());
    assert_eq!(told.n_conflicts(), 0);
}

#[test]
fn police_and_organisers_count_each_for_themselves() {
    let told = told(&[
        ("2023-01-19", "Selon la préfecture, 3 000 manifestants ont défilé à Vergnes contre la réforme."),
        ("2023-01-19", "Selon les syndicats, 10 000 manifestants ont défilé à Vergnes contre la réforme."),
    ]);
    assert_eq!(told.verdict("3\u{a0}000".replace('\u{a0}', " ").as_str()), Verdict::Attribution, "{:?}", told.shown());
}

#[test]
fn a_part_and_its_whole_are_told_apart() {
    let told = told(&[
        ("2022-06-01", "L’accident du car sur l’autoroute a fait 31 blessés, dont six enfants."),
        ("2022-06-01", "L’accident du car sur l’autoroute a fait 8 blessés graves, transportés à l’hôpital."),
    ]);
    assert_eq!(told.n_conflicts(), 0, "{:?}", told.shown());
}

#[test]
fn two_towns_do_not_disagree() {
    let told = told(&[
        ("2017-11-20", "La tempête a privé d’électricité 12 000 foyers à Nantes, selon le réseau."),
        ("2017-11-20", "La tempête a privé d’électricité 7 500 foyers à Rennes, selon le réseau."),
    ]);
    assert_eq!(told.n_conflicts(), 0, "{:?}", told.shown());
}

#[test]
fn an_article_that_gives_both_figures_disagrees_with_neither() {
    let told = told(&[
        ("2021-09-09", "Le conseil de Morlac a voté 12 postes pour l’école. La première version prévoyait 15 postes pour l’école."),
        ("2021-09-09", "Le conseil de Morlac a voté 15 postes pour l’école."),
    ]);
    assert_eq!(told.n_conflicts(), 0, "{:?}", told.shown());
}

#[test]
fn a_rounded_price_is_no_other_price() {
    let told = told(&[
        ("2014-04-04", "Le nouveau stade de Corbel a coûté 47,6 millions d’euros à la ville."),
        ("2014-04-04", "Le nouveau stade de Corbel a coûté près de 48 millions d’euros à la ville."),
    ]);
    assert_eq!(told.verdict("47,6 millions d’euros"), Verdict::Rounding, "{:?}", told.shown());
}

#[test]
fn one_price_written_twice_otherwise_is_a_disagreement() {
    let told = told(&[
        ("2014-04-04", "Le nouveau stade de Corbel a coûté 47 millions d’euros à la ville."),
        ("2014-04-04", "Le nouveau stade de Corbel a coûté 74 millions d’euros à la ville."),
    ]);
    assert_eq!(told.verdict("47 millions d’euros"), Verdict::Conflict, "{:?}", told.shown());
}

#[test]
fn different_things_of_one_story_are_not_joined() {
    let told = told(&[
        ("2015-01-08", "Deux hommes armés ont pénétré dans la bijouterie de Salins. La police a déployé 80 agents."),
        ("2015-01-08", "Trois hommes ont été entendus comme témoins après le vol de Salins. Le maire a reçu 40 agents municipaux."),
    ]);
    assert_eq!(told.n_conflicts(), 0, "{:?}", told.shown());
    assert!(told.facts.counts.iter().all(|count| count.n_documents == 1), "{:?}", told.shown());
}

#[test]
fn a_toll_without_dates_is_not_called_a_disagreement() {
    let told = told(&[
        ("", "L’effondrement de la passerelle de Murat a fait 14 blessés."),
        ("", "L’effondrement de la passerelle de Murat a fait 19 blessés."),
    ]);
    assert_eq!(told.verdict("14"), Verdict::Older, "{:?}", told.shown());
    assert!(said(told.count("14")).contains("date"), "{:?}", told.shown());
}

#[test]
fn english_counts_are_joined_too() {
    let told = told(&[
        ("2019-03-02", "The factory fire in Holmby killed 21 workers on Friday, the mayor of the town said."),
        ("2019-03-02", "The factory fire in Holmby killed twenty-one workers on Friday and left the town in shock."),
    ]);
    assert_eq!(told.verdict("21"), Verdict::Same, "{:?}", told.shown());
}

#[test]
fn a_meeting_put_on_two_days_is_a_clash_of_days() {
    let told = told(&[
        ("2018-05-20", "La commission départementale rendra son rapport sur la digue de Lussan le 4 juin 2018."),
        ("2018-05-20", "La commission départementale rendra son rapport sur la digue de Lussan le 11 juin 2018."),
    ]);
    assert_eq!(told.facts.clashes.len(), 1, "{:?}", told.facts);
    assert!(told.facts.clashes[0].why.to_string().contains("4 juin") && told.facts.clashes[0].why.to_string().contains("11 juin"));
}

#[test]
fn two_stages_of_one_affair_are_no_clash_of_days() {
    let told = told(&[
        ("2018-05-20", "Le procès de l’incendie de Lussan s’est ouvert le 4 juin 2017 devant le tribunal."),
        ("2018-05-20", "Le procès de l’incendie de Lussan s’est achevé le 11 juin 2017 devant le tribunal."),
        ("2018-05-20", "La foire de Lussan se tient le 2 mai 2018 sur la place. La foire de Lussan se tient le 9 mai 2018 sur la place."),
    ]);
    assert_eq!(told.facts.clashes, Vec::new());
}

#[test]
fn one_day_told_by_two_articles_is_one_event() {
    let told = told(&[
        ("2018-05-20", "Le barrage de Cize a cédé le 12 mai 2018 dans la nuit."),
        ("2018-05-21", "La rupture du barrage de Cize, le 12 mai 2018, a surpris les habitants. Une enquête a été ouverte le 14 mai 2018."),
    ]);
    let joined = told.facts.events.iter().find(|event| event.n_documents == 2).expect("one event is shared");
    let time = &told.times.times[joined.passages[0].time as usize];
    assert!(time.value.starts_with("2018-05-12"), "{}", time.value);
}

#[test]
fn a_range_holds_the_number_of_the_other_article() {
    let told = told(&[
        ("2020-01-10", "Entre 200 et 250 hectares de forêt ont brûlé dans le massif des Alves."),
        ("2020-01-10", "L’incendie du massif des Alves a détruit 230 hectares de forêt."),
    ]);
    assert_eq!(told.n_conflicts(), 0, "{:?}", told.shown());
    assert_eq!(told.verdict("230 hectares"), Verdict::Rounding, "{:?}", told.shown());
}

#[test]
fn a_share_in_words_is_a_share_in_per_cent() {
    let told = told(&[
        ("2022-02-02", "Un tiers des salariés de la fonderie Pradal ont fait grève mardi."),
        ("2022-02-02", "À la fonderie Pradal, 33 % des salariés ont fait grève mardi."),
    ]);
    assert_eq!(told.n_conflicts(), 0, "{:?}", told.shown());
    assert_eq!(told.verdict("33 %"), Verdict::Rounding, "{:?}", told.shown());
}

#[test]
fn a_toll_of_long_ago_does_not_change_any_more() {
    let told = told(&[
        ("2019-06-10", "L’incendie du théâtre de Sorel, le 3 mars 2011, avait fait 38 morts parmi les spectateurs."),
        ("2019-06-12", "L’incendie du théâtre de Sorel, le 3 mars 2011, avait fait 83 morts parmi les spectateurs."),
    ]);
    assert_eq!(told.verdict("38"), Verdict::Conflict, "{:?}", told.shown());
}

#[test]
fn people_killed_are_as_many_dead() {
    let told = told(&[
        ("2019-06-10", "Douze personnes ont été tuées dans l’attaque du poste frontière de Kella."),
        ("2019-06-10", "L’attaque du poste frontière de Kella a fait douze morts."),
        ("2019-06-10", "Des assaillants ont tué 12 personnes au poste frontière de Kella, lors d’une attaque à l’aube."),
    ]);
    let count = told.count("Douze");
    assert_eq!((count.verdict, count.n_documents), (Verdict::Same, 3), "{:?}", told.shown());
}

#[test]
fn an_unnamed_number_is_not_joined() {
    let told = told(&[
        ("2019-06-10", "Le match de Verneuil s’est achevé sur un score de 3 buts à 1."),
        ("2019-06-10", "Le club de Verneuil a engagé 3 joueurs et vendu 5 autres."),
    ]);
    assert!(told.facts.counts.iter().all(|count| count.n_documents == 1), "{:?}", told.shown());
}

#[test]
fn every_figure_has_one_count() {
    let texts: Vec<String> = (0..120)
        .map(|n| format!("La réunion de quartier numéro {} a rassemblé {} participants à Lussan le {} mai 2018.", n, 100 + n, 1 + n % 28))
        .collect();
    let articles: Vec<(&str, &str)> = texts.iter().map(|text| ("2018-06-01", text.as_str())).collect();
    let told = told(&articles);
    let n: usize = told.facts.counts.iter().map(|count| count.figures.len()).sum();
    assert_eq!(n, told.figures.figures.len(), "every figure has one count");
}

#[test]
fn nothing_is_nothing() {
    assert_eq!(told(&[("", "Rien n’est compté ici, et rien n’a de jour.")]).facts.counts, Vec::new());
}

#[test]
fn a_thing_counted_on_one_day_of_one_affair_is_one_count_in_other_words() {
    let told = told(&[
        ("2019-04-10", "Le musée de Lodre a retiré le 3 avril 64 tableaux de la collection Varenne, dont la restauration était contestée."),
        (
            "2019-04-11",
            "La collection Varenne fait débat au musée de Lodre. Selon nos calculs, 61 tableaux ont quitté les salles le 3 avril.",
        ),
    ]);
    assert_eq!(told.verdict("64"), Verdict::Conflict, "{:?}", told.shown());
}

#[test]
fn of_another_day_or_affair_it_is_not() {
    for other in [
        "La collection Varenne fait débat au musée de Lodre. Selon nos calculs, 61 tableaux ont quitté les salles le 5 avril.",
        "Le cirque Arlan quitte Brive. Selon nos calculs, 61 tableaux ont été vendus aux enchères le 3 avril.",
    ] {
        let told = told(&[
            (
                "2019-04-10",
                "Le musée de Lodre a retiré le 3 avril 64 tableaux de la collection Varenne, dont la restauration était contestée.",
            ),
            ("2019-04-11", other),
        ]);
        assert_eq!(told.n_conflicts(), 0, "{:?}", told.shown());
    }
}

#[test]
fn a_noun_that_each_article_counts_once_is_counted_once() {
    let first = (
        "2019-04-10",
        "Le car de la compagnie Dorval, parti de Lodre, a versé avec 47 voyageurs dans un virage de la route de Sainte-Anne.",
    );
    let other =
        |more: &str| format!("Un car de la compagnie Dorval a versé sur la route de Sainte-Anne. À bord du car, 52 voyageurs.{more}");
    let alone = other("");
    let told_once = told(&[first, ("2019-04-11", &alone)]);
    assert_eq!(told_once.verdict("47"), Verdict::Conflict, "{:?}", told_once.shown());
    let twice = other(" Le car suivant avait 30 voyageurs.");
    let told_twice = told(&[first, ("2019-04-11", &twice)]);
    assert_eq!(told_twice.n_conflicts(), 0, "{:?}", told_twice.shown());
}
