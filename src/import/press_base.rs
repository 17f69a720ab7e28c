//! Exports of press bases: one page of HTML with many articles, each with its own title, outlet and date.
//!
//! Only the bases whose pages are known are read so; any other page stays one article. Every article becomes plain text,
//! title first, as if it had been copied: the page's furniture (certificates, document numbers, lists of codes) stays in the
//! file, which is kept whole.

use super::table::numbered;
use super::{europresse, factiva, nexis};
use crate::corpus::{Article, Fact, Metadata, Origin, agency_named, page};

/// What a base says of one article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub title: String,
    /// Lead and body.
    pub paragraphs: Vec<String>,
    pub outlet: String,
    pub authors: Vec<String>,
    /// ISO 8601.
    pub published: Option<String>,
    pub url: Option<String>,
}

/// The articles of an export, by the file's name and its whole text; `None` when it is none.
pub(super) fn split(name: &str, text: &str) -> Option<Vec<Article>> {
    if !page::is_html(text) {
        return None;
    }
    let records = europresse::read(text).or_else(|| factiva::read(text)).or_else(|| nexis::read(text))?;
    let records: Vec<Record> = records.into_iter().filter(|record| !record.title.is_empty() || !record.paragraphs.is_empty()).collect();
    let n = records.len();
    let articles: Vec<Article> = records.into_iter().zip(0..).map(|(record, part)| record.article(name, part, n)).collect();
    Some(articles).filter(|articles| !articles.is_empty())
}

impl Record {
    fn article(self, file: &str, part: u32, n: usize) -> Article {
        let text = std::iter::once(self.title.as_str())
            .chain(self.paragraphs.iter().map(String::as_str))
            .filter(|paragraph| !paragraph.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n");
        let fact = |value: String| Some(value).filter(|value| !value.is_empty()).map(Fact::given);
        let (agencies, authors): (Vec<String>, Vec<String>) = self.authors.into_iter().partition(|name| agency_named(name).is_some());
        let given = Metadata {
            title: fact(self.title),
            outlet: fact(self.outlet),
            authors: authors.into_iter().map(Fact::given).collect(),
            agencies: agencies.into_iter().map(Fact::given).collect(),
            published: self.published.map(Fact::given),
            url: self.url.map(Fact::given),
            ..Metadata::default()
        };
        let origin = Origin { part, ..Origin::default() };
        Article { given, origin, ..Article::new(&numbered(file, part as usize + 1, n), &text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, ZoneKind};
    use crate::import::InputFile;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    const EUROPRESSE: &str = include_str!("../../tests/imports/europresse.html");
    const EUROPRESSE_2012: &str = include_str!("../../tests/imports/europresse_2012.html");
    const FACTIVA: &str = include_str!("../../tests/imports/factiva.html");
    const FACTIVA_FIELDS: &str = include_str!("../../tests/imports/factiva_fields.html");
    const NEXIS: &str = include_str!("../../tests/imports/nexis.html");

    /// Articles as their names, metadata and paragraphs.
    fn check(text: &str, expected: Expect) {
        let mut shown = String::new();
        for article in split("a.html", text).unwrap_or_default() {
            let value = |fact: &Option<Fact<String>>| fact.as_ref().map_or("-".to_owned(), |fact| fact.value.clone());
            let Metadata { title, outlet, authors, agencies, published, url, .. } = &article.given;
            let signed: Vec<&str> = authors.iter().chain(agencies).map(|fact| fact.value.as_str()).collect();
            let facts = [value(title), value(outlet), signed.join(" + "), value(published), value(url)].join(" | ");
            shown += &format!("{}: {facts}\n", article.name);
            for paragraph in article.text.split("\n\n") {
                let cut = paragraph.char_indices().nth(70).map_or(paragraph.len(), |(at, _)| at);
                shown += &format!("  {}\n", &paragraph[..cut]);
            }
        }
        expected.assert_eq(&shown);
    }

    #[test]
    fn a_selection_of_europresse_becomes_its_articles() {
        check(
            EUROPRESSE,
            expect![[r#"
                a.html#0001: La Loue déborde à Saint-Brice, trois cents habitants évacués | La Gazette du Val | Ana Petit + Luc Mandrin | 2021-03-12 | -
                  La Loue déborde à Saint-Brice, trois cents habitants évacués
                  Le centre du bourg est sous un mètre d’eau depuis l’aube.
                  La rivière est sortie de son lit vers quatre heures, vendredi 12 mars,
                  « Jamais vu »
                  « Nous n’avions jamais vu l’eau monter si vite », raconte la maire, Cl
                a.html#0002: Crue de la Loue : le pont du Moulin menacé | Le Courrier des Rives | AFP | 2021-03-13T08:32 | https://rives.example/faits-divers/pont-du-moulin?id=12&p=1
                  Crue de la Loue : le pont du Moulin menacé
                  Le pont du Moulin, à Saint-Brice, a été fermé à la circulation samedi 
                  Deux de ses piles ont été ébranlées par la crue qui frappe la vallée d
                a.html#0003: Flood-hit French town counts the cost | The Valley Post | Emma Castle | 2021-03-14 | -
                  Flood-hit French town counts the cost
                  Residents of Saint-Brice began clearing mud from their homes on Sunday
                  The town hall put the damage at four million euros. “We will need help
            "#]],
        );
        check(
            EUROPRESSE_2012,
            expect![[r#"
            a.html#0001: Un pont pour Saint-Brice | Le Fleuve | Ana Petit | 2012-10-04 | -
              Un pont pour Saint-Brice
              Le conseil a voté la reconstruction du pont.
              Les travaux commenceront au printemps, selon la mairie. Ils doivent du
            a.html#0002: Le pont divise le conseil | La Gazette du Val |  | 2012-10-05 | -
              Le pont divise le conseil
              L'opposition a quitté la séance avant le vote, jeudi soir, à Saint-Bri
              Elle demande une étude de plus.
        "#]],
        );
    }

    #[test]
    fn both_displays_of_factiva_become_articles() {
        check(
            FACTIVA,
            expect![[r#"
            a.html#0001: La Loue déborde à Saint-Brice | La Gazette du Val | Ana Petit | 2021-03-12T15:32 | -
              La Loue déborde à Saint-Brice
              La rivière est sortie de son lit vendredi 12 mars à Saint-Brice. Trois
              « L’eau montait très vite », raconte Jeanne Roy, une habitante.
            a.html#0002: Flood-hit French town counts the cost | The Valley Post | EMMA CASTLE | 2021-03-14 | -
              Flood-hit French town counts the cost
              SAINT-BRICE, March 14 -- Residents began clearing mud on Sunday.
              The town hall put the damage at four million euros.
        "#]],
        );
        check(
            FACTIVA_FIELDS,
            expect![[r#"
            a.html#0001: La Loue déborde à Saint-Brice | La Gazette du Val | Ana Petit + Luc Mandrin | 2021-03-12T15:32 | -
              La Loue déborde à Saint-Brice
              La rivière est sortie de son lit vendredi 12 mars à Saint-Brice. Trois
              Le gymnase a été ouvert par la mairie.
              « L’eau montait très vite », raconte Jeanne Roy, une habitante du cent
              La crue doit se poursuivre jusqu’à samedi, selon la préfecture.
            a.html#0002: Flood-hit French town counts the cost | The Valley Post | Emma Castle | 2021-03-14 | -
              Flood-hit French town counts the cost
              Residents of Saint-Brice began clearing mud on Sunday, two days after 
        "#]],
        );
    }

    #[test]
    fn a_delivery_of_nexis_becomes_its_documents() {
        check(
            NEXIS,
            expect![[r#"
                a.html#0001: Flood-hit French town counts the cost | The Valley Post | EMMA CASTLE | 2021-03-14 | -
                  Flood-hit French town counts the cost
                  Residents began clearing mud from their homes on Sunday.
                  "We will need help," the mayor said.
                a.html#0002: La Loue déborde à Saint-Brice | La Gazette du Val | Ana Petit + Luc Mandrin | 2021-03-12 | -
                  La Loue déborde à Saint-Brice
                  Le centre est sous un mètre d’eau.
                  La rivière est sortie de son lit vers quatre heures, vendredi.
                  WASHINGTON: ainsi commence un paragraphe.
            "#]],
        );
    }

    #[test]
    fn the_articles_of_an_export_are_ordinary_documents() {
        let corpus = Corpus::read(None, split("revue.html", EUROPRESSE).unwrap()).unwrap();
        let mut shown = String::new();
        for document in &corpus.documents {
            let value = |fact: &Option<Fact<String>>| fact.as_ref().map_or("-".to_owned(), |fact| fact.value.clone());
            let of = &document.metadata;
            let authors: Vec<&str> = of.authors.iter().map(|fact| fact.value.as_str()).collect();
            shown += &format!("{} | {} | {} | {}\n", value(&of.title), value(&of.outlet), value(&of.published), authors.join(" + "));
            for zone in &document.zones {
                let text = zone.span.slice(&document.raw);
                let cut = text.char_indices().nth(50).map_or(text.len(), |(at, _)| at);
                shown += &format!("  {:?}: {}\n", zone.kind, &text[..cut]);
            }
            assert!(document.zones.iter().all(|zone| zone.kind.is_article()), "{shown}");
            assert_eq!(document.zones[0].kind, ZoneKind::Title);
        }
        expect![[r#"
            La Loue déborde à Saint-Brice, trois cents habitants évacués | La Gazette du Val | 2021-03-12 | Ana Petit + Luc Mandrin
              Title: La Loue déborde à Saint-Brice, trois cents habitan
              Lead: Le centre du bourg est sous un mètre d’eau depuis 
              Body: La rivière est sortie de son lit vers quatre heure
              Heading: « Jamais vu »
              Body: « Nous n’avions jamais vu l’eau monter si vite », 
            Crue de la Loue : le pont du Moulin menacé | Le Courrier des Rives | 2021-03-13T08:32 | 
              Title: Crue de la Loue : le pont du Moulin menacé
              Lead: Le pont du Moulin, à Saint-Brice, a été fermé à la
              Body: Deux de ses piles ont été ébranlées par la crue qu
            Flood-hit French town counts the cost | The Valley Post | 2021-03-14 | Emma Castle
              Title: Flood-hit French town counts the cost
              Lead: Residents of Saint-Brice began clearing mud from t
              Body: The town hall put the damage at four million euros
        "#]]
        .assert_eq(&shown);
    }

    #[test]
    fn a_file_that_is_an_export_comes_in_as_its_articles() {
        let file = InputFile { name: "revue.html".to_owned(), bytes: EUROPRESSE.as_bytes().to_vec(), columns: None };
        let imported = crate::import::read(file);
        let parts: Vec<(u32, bool)> =
            imported.articles.iter().map(|article| (article.origin.part, article.origin.source.is_some())).collect();
        assert_eq!(parts, [(0, true), (1, true), (2, true)]);
        assert!(matches!(&imported.outcomes[0].result, Ok(read) if read.n_articles == 3));
        assert_eq!(imported.sources.len(), 1);
    }

    #[test]
    fn another_page_is_one_article() {
        assert_eq!(split("a.html", "<html><article><h1>Un titre</h1><p>Un texte.</p></article></html>"), None);
        assert_eq!(split("a.txt", "DocPublicationName titreArticle <article>"), None);
        assert_eq!(split("a.html", "<html>DocPublicationName titreArticle <DOCFULL> DOCUMENT Headline Article\""), None);
    }

    proptest! {
        #[test]
        fn any_cut_of_an_export_is_read(which in 0..5_usize, from in 0..9_000_usize, to in 0..9_000_usize) {
            let text = [EUROPRESSE, EUROPRESSE_2012, FACTIVA, FACTIVA_FIELDS, NEXIS][which];
            let (from, to) = (text.floor_char_boundary(from), text.floor_char_boundary(to));
            let cut = format!("<html>{}{}", &text[..from.min(to)], &text[from.max(to)..]);
            let articles = split("a.html", &cut).unwrap_or_default();
            prop_assert!(articles.iter().all(|article| !article.text.trim().is_empty()));
        }
    }
}
