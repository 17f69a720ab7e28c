//! Who signed, for which house, with which agency: heads of articles as the press writes them, all invented.

use recoupe::corpus::{Article, Corpus, Fact};

const FRENCH: &str = "Le ministre a annoncé lundi la fermeture du pont du Moulin aux camions, après la découverte de fissures dans une pile de \
    l’ouvrage par les services de la voirie départementale.\n\nLes travaux dureront six mois au moins, selon la préfecture, et les riverains \
    devront emprunter la déviation par le pont des Meuniers jusqu’à la fin du chantier.";
const ENGLISH: &str = "The minister announced on Monday that the Mill bridge would be closed to lorries, after cracks were found in one of its piers \
    by engineers from the county roads department.\n\nThe works will take at least six months, the council said, and residents will have to \
    follow a diversion over the Millers bridge until the end of the works.";

/// Head, authors, agencies, outlet.
type Case = (&'static str, &'static [&'static str], &'static [&'static str], Option<&'static str>);

fn check(title: &str, body: &str, cases: &[Case]) {
    let names = |facts: &[Fact<String>]| facts.iter().map(|fact| fact.value.clone()).collect::<Vec<_>>();
    for (head, authors, agencies, outlet) in cases {
        let article = Article::new("a.txt", &format!("{title}\n\n{head}\n\n{body}\n"));
        let corpus = Corpus::read(None, vec![article]).expect("the article is a corpus");
        let found = &corpus.documents[0].metadata;
        assert_eq!(names(&found.authors), *authors, "{head}");
        assert_eq!(names(&found.agencies), *agencies, "{head}");
        assert_eq!(found.outlet.as_ref().map(|fact| fact.value.as_str()), *outlet, "{head}");
    }
}

#[test]
fn french_heads_tell_who_signed() {
    check(
        "Le pont du Moulin est fermé aux camions",
        FRENCH,
        &[
            ("Par Jean DUPONT, envoyé spécial à Kiev", &["Jean DUPONT"], &[], None),
            ("Par Marie Le Goff et Jean-Paul d’Ormesson, avec AFP", &["Marie Le Goff", "Jean-Paul d’Ormesson"], &["AFP"], None),
            ("De notre correspondant à Rome, Paolo Bianchi", &["Paolo Bianchi"], &[], None),
            ("De notre correspondant", &[], &[], None),
            ("Le Monde avec AFP et Reuters", &[], &["AFP", "Reuters"], Some("Le Monde")),
            ("Reuters", &[], &["Reuters"], None),
            ("Propos recueillis par L. M. et Claire Vasseur", &["L. M.", "Claire Vasseur"], &[], None),
            ("J.-M. D. (avec AFP)", &["J.-M. D."], &["AFP"], None),
            ("Par Hugo van der Meer, à Bruxelles, et Inès de La Tour", &["Hugo van der Meer", "Inès de La Tour"], &[], None),
            ("Texte : Luc Mandrin – Photos : Ana Petit", &["Luc Mandrin"], &[], None),
            ("Une enquête de Claire Vasseur et Luc Mandrin", &["Claire Vasseur", "Luc Mandrin"], &[], None),
            ("Source AFP", &[], &["AFP"], None),
            ("Ouest-France, Rennes", &[], &[], Some("Ouest-France")),
            ("Le Courrier de l’Ouest – Angers", &[], &[], Some("Le Courrier de l’Ouest")),
        ],
    );
}

#[test]
fn english_heads_tell_who_signed() {
    check(
        "Mill bridge closed to lorries after cracks",
        ENGLISH,
        &[
            ("By Jane Doe and John Smith in Paris", &["Jane Doe", "John Smith"], &[], None),
            ("By Sarah O’Connor, Political Editor", &["Sarah O’Connor"], &[], None),
            ("Reporting by Jane Doe; Editing by John Smith", &["Jane Doe"], &[], None),
            ("By our Foreign Staff", &[], &[], None),
            ("By Agence France-Presse", &[], &["AFP"], None),
            ("The Guardian, London", &[], &[], Some("The Guardian")),
        ],
    );
}

#[test]
fn sentences_that_begin_like_a_signature_are_none() {
    check(
        "Le pont du Moulin est fermé aux camions",
        FRENCH,
        &[
            ("Par Toutatis, le village résiste encore à la pluie et au froid.", &[], &[], None),
            ("Une enquête de police a été ouverte lundi par le parquet de la ville.", &[], &[], None),
            ("Texte de loi : ce qui change pour les communes de montagne.", &[], &[], None),
        ],
    );
}
