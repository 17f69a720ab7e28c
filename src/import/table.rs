//! Tables of articles, one a row: separated values and JSON of several shapes become articles and what is said of them.
//!
//! Rows that cannot come in are left out one by one and named with their place; the rest comes in. The title stands above
//! the text, as it does on a page, unless the text begins with it.

use std::collections::BTreeSet;

use super::cells::{body, one_line, people};
use super::rows::{Grid, LeftOut, Row, Unit};
use super::{Columns, Read, Refusal, columns, dates, records, rows};
use crate::corpus::article::LONGEST;
use crate::corpus::{Article, Fact, Metadata, Origin, agency_named};
use crate::order::Order;
use crate::say;

/// So many rows that were left out are named one by one.
const NAMED: usize = 20;

/// The articles of a table, by the file's name and its whole text.
///
/// # Errors
/// When it is damaged as a whole, holds no article, or no column seems to hold the text.
pub(super) fn read(name: &str, text: &str, columns: Option<&Columns>) -> Result<(Vec<Article>, Read), Refusal> {
    let grid = records::read(name, text)?.unwrap_or_else(|| rows::read(&name.to_ascii_lowercase(), text));
    let unit = grid.unit;
    let (articles, read, left_out) = articles(name, grid, columns)?;
    Ok((articles, Read { left_out: told(left_out, unit), ..read }))
}

/// Name of one of many articles in a file; such names sort in the order of the file.
pub(super) fn numbered(file: &str, place: usize, n: usize) -> String {
    let digits = n.to_string().len().max(4);
    format!("{file}#{place:0digits$}")
}

fn articles(file: &str, mut grid: Grid, columns: Option<&Columns>) -> Result<(Vec<Article>, Read, Vec<LeftOut>), Refusal> {
    if grid.rows.is_empty() {
        let broken = told(std::mem::take(&mut grid.left_out), grid.unit);
        return Err(broken.into_iter().next().map_or(Refusal::NoArticle, |why| Refusal::Damaged { why }));
    }
    let table = columns::table(&grid.names, &grid.rows, columns);
    let Some(text_at) = table.columns.text.filter(|place| (*place as usize) < grid.names.len()) else {
        return Err(Refusal::NoTextColumn { table });
    };
    let n_rows = grid.rows.len();
    let mut names = Names::of(file, &grid.rows, table.columns.name);
    let mut left_out = std::mem::take(&mut grid.left_out);
    let mut articles = Vec::new();
    for (row, n) in grid.rows.into_iter().zip(1..) {
        let place = row.place;
        let made = even(row, grid.names.len(), text_at as usize, grid.delimiter).and_then(|cells| article(&cells, &table.columns, text_at));
        match made {
            Ok((text, given)) => {
                let origin = Origin { part: u32::try_from(articles.len()).unwrap_or(u32::MAX), ..Origin::default() };
                articles.push(Article { given, origin, ..Article::new(&names.next(n, n_rows), &text) });
            }
            Err(why) => left_out.push(LeftOut { place, why }),
        }
    }
    if articles.is_empty() {
        return Err(Refusal::NoArticle);
    }
    left_out.order_by_key(|row| row.place);
    let n_articles = u32::try_from(articles.len()).unwrap_or(u32::MAX);
    Ok((articles, Read { n_articles, table: Some(table), ..Read::default() }, left_out))
}

/// The cells of a row, as many as there are columns; too many are joined where only the text can have held delimiters.
fn even(row: Row, width: usize, text_at: usize, delimiter: char) -> Result<Vec<String>, String> {
    let mut cells = row.cells;
    while cells.len() > width && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    if cells.len() > width {
        if text_at + 1 != width {
            let n = cells.len();
            return Err(say!(format!("{n} cellules au lieu de {width}"), format!("{n} cells instead of {width}")));
        }
        let rest = cells.split_off(text_at);
        cells.push(rest.join(&delimiter.to_string()));
    }
    cells.resize(width, String::new());
    Ok(cells)
}

/// Text and metadata of one row.
fn article(cells: &[String], columns: &Columns, text_at: u32) -> Result<(String, Metadata), String> {
    let cell = |place: Option<u32>| place.and_then(|place| cells.get(place as usize)).map_or("", |cell| cell.trim());
    let text = cell(Some(text_at));
    if !text.contains(char::is_alphanumeric) {
        return Err(say!("pas de texte", "no text").to_owned());
    }
    if text.len() > LONGEST {
        return Err(say!(format!("texte trop long : {} octets", text.len()), format!("text too long: {} bytes", text.len())));
    }
    let (agencies, authors): (Vec<String>, Vec<String>) =
        people(cell(columns.authors)).into_iter().partition(|name| agency_named(name).is_some());
    let fact = |place| Some(one_line(cell(place))).filter(|value| !value.is_empty()).map(Fact::given);
    let title = fact(columns.title);
    let given = Metadata {
        outlet: fact(columns.outlet),
        authors: authors.into_iter().map(Fact::given).collect(),
        agencies: agencies.into_iter().map(Fact::given).collect(),
        published: dates::iso(cell(columns.published)).map(Fact::given),
        url: fact(columns.url),
        title,
        ..Metadata::default()
    };
    let text = body(text, given.title.as_ref().map(|title| title.value.as_str()));
    Ok((text, given))
}

/// What the articles are called: by their column of names where that tells them apart.
struct Names<'a> {
    file: &'a str,
    own: Option<std::vec::IntoIter<String>>,
}

impl<'a> Names<'a> {
    fn of(file: &'a str, rows: &[Row], column: Option<u32>) -> Self {
        let name = |row: &Row| row.cells.get(column? as usize).map(|cell| one_line(cell)).filter(|name| (1..=200).contains(&name.len()));
        let mut own: Option<Vec<String>> = rows.iter().map(name).collect();
        // A mere number says nothing, and two tables have the same ones.
        if let Some(names) = own.as_mut().filter(|names| names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_digit()))) {
            let width = names.iter().map(String::len).max().unwrap_or(0);
            names.iter_mut().for_each(|name| *name = format!("{file}#{name:0>width$}"));
        }
        let differ = |names: &Vec<String>| names.iter().collect::<BTreeSet<_>>().len() == names.len();
        Self { file, own: own.filter(differ).map(Vec::into_iter) }
    }

    /// The name of row `n` from 1, of `n_rows`.
    fn next(&mut self, n: usize, n_rows: usize) -> String {
        self.own.as_mut().and_then(Iterator::next).unwrap_or_else(|| numbered(self.file, n, n_rows))
    }
}

/// Rows that were left out, in words.
fn told(left_out: Vec<LeftOut>, unit: Unit) -> Vec<String> {
    let (one, many) = match unit {
        Unit::Line => say!(("ligne", "lignes"), ("line", "lines")),
        Unit::Entry => say!(("entrée", "entrées"), ("entry", "entries")),
    };
    let rest = left_out.len().saturating_sub(NAMED);
    let colon = say!(" : ", ": ");
    let mut told: Vec<String> = left_out.into_iter().take(NAMED).map(|row| format!("{one} {}{colon}{}", row.place, row.why)).collect();
    match rest {
        0 => {}
        1 => told.push(say!(format!("et 1 autre {one}"), format!("and 1 other {one}"))),
        n => told.push(say!(format!("et {n} autres {many}"), format!("and {n} other {many}"))),
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, ZoneKind};
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    /// Articles as their names, metadata and texts, then what was left out.
    fn check(name: &str, text: &str, expected: Expect) {
        expected.assert_eq(&match read(name, text, None) {
            Ok((articles, read)) => {
                let mut shown: String = articles.iter().map(line).collect();
                read.left_out.iter().for_each(|row| shown += &format!("! {row}\n"));
                shown
            }
            Err(refusal) => format!("{refusal}\n"),
        });
    }

    fn line(article: &Article) -> String {
        let value = |fact: &Option<Fact<String>>| fact.as_ref().map_or("-".to_owned(), |fact| fact.value.clone());
        let Metadata { title, outlet, authors, published, url, .. } = &article.given;
        let authors: Vec<&str> = authors.iter().map(|fact| fact.value.as_str()).collect();
        let text = article.text.replace('\r', "").replace('\n', "⏎");
        let cut = text.char_indices().nth(50).map_or(text.len(), |(at, _)| at);
        let facts = [value(title), value(outlet), authors.join(" + "), value(published), value(url)].join(" | ");
        format!("{}: {facts}\n  {}\n", article.name, &text[..cut])
    }

    const BODY: &str = "Le pont du Moulin est fermé aux camions depuis mardi, a annoncé la mairie, qui craint un affaissement. Les riverains, eux, s’inquiètent.";

    #[test]
    fn a_table_without_names_is_read_by_its_cells() {
        let row = |n: usize| {
            format!(
                "La crue monte à Saint-Brice jour {n};La Gazette du Val;0{n}/03/2021;\"{BODY}\n\nFin {n}.\";https://gazette.example/{n}\n"
            )
        };
        let text: String = (1..8).map(row).collect();
        let (articles, read) = super::read("crue.csv", &text, None).unwrap();
        assert_eq!(articles.len(), 7);
        let columns = read.table.unwrap().columns;
        assert_eq!(
            columns,
            Columns { text: Some(3), title: Some(0), outlet: Some(1), authors: None, published: Some(2), url: Some(4), name: None }
        );
        assert_eq!(articles[6].name, "crue.csv#0007");
    }

    #[test]
    fn names_in_french_and_english_tell_the_columns() {
        check(
            "a.csv",
            &format!(
                "id,Titre,Journal,Auteur(s),Date de publication,Texte\n7,La crue,Le Fleuve,\"Ana Petit, Luc Mas\",20 février 2015,\"{BODY}\"\n12,Le pont,Le Val,AFP,Feb 21 2015,\"{BODY}\"\n"
            ),
            expect![[r#"
                a.csv#07: La crue | Le Fleuve | Ana Petit + Luc Mas | 2015-02-20 | -
                  La crue⏎⏎Le pont du Moulin est fermé aux camions d
                a.csv#12: Le pont | Le Val |  | 2015-02-21 | -
                  Le pont⏎⏎Le pont du Moulin est fermé aux camions d
            "#]],
        );
        check(
            "b.tsv",
            &format!(
                "headline\tcontent\tsource\tpublished_at\tlink\nThe flood\t{BODY}\tThe River\t2015-02-20T11:20:00Z\thttps://river.example/1\n"
            ),
            expect![[r#"
                b.tsv#0001: The flood | The River |  | 2015-02-20T11:20 | https://river.example/1
                  The flood⏎⏎Le pont du Moulin est fermé aux camions
            "#]],
        );
    }

    #[test]
    fn json_of_several_shapes_is_read() {
        check(
            "news.json",
            &format!(
                r#"{{"status":"ok","totalResults":2,"articles":[{{"source":{{"id":null,"name":"Le Fleuve"}},"author":"Ana Petit","title":"La crue","description":"Bref.","url":"https://fleuve.example/1","publishedAt":"2021-03-12T14:05:00Z","content":"{BODY}"}},{{"source":{{"id":"val","name":"Le Val"}},"author":null,"title":"Le pont","url":null,"publishedAt":null,"content":null}}]}}"#
            ),
            expect![[r#"
                news.json#0001: La crue | Le Fleuve | Ana Petit | 2021-03-12T14:05 | https://fleuve.example/1
                  La crue⏎⏎Le pont du Moulin est fermé aux camions d
                ! entrée 2 : pas de texte
            "#]],
        );
        check(
            "solr.json",
            &format!(
                r#"{{"response":{{"numFound":1,"docs":[{{"id":"x-1","title":["La crue"],"paragraphs":["{BODY}","{BODY}"],"authors":[{{"name":"Ana Petit"}},{{"name":"Luc Mas"}}],"date":1424431200}}]}}}}"#
            ),
            expect![[r#"
                x-1: La crue | - | Ana Petit + Luc Mas | 2015-02-20T11:20 | -
                  La crue⏎⏎Le pont du Moulin est fermé aux camions d
            "#]],
        );
        check(
            "one.json",
            &format!(r#"{{"title":"La crue","text":"{BODY}","tags":[{{"t":1}}]}}"#),
            expect![[r#"
            one.json#0001: La crue | - |  | - | -
              La crue⏎⏎Le pont du Moulin est fermé aux camions d
        "#]],
        );
        check(
            "keyed.json",
            &format!(r#"{{"a.txt":{{"text":"{BODY}"}},"b.txt":{{"text":"{BODY}"}}}}"#),
            expect![[r#"
            a.txt: - | - |  | - | -
              Le pont du Moulin est fermé aux camions depuis mar
            b.txt: - | - |  | - | -
              Le pont du Moulin est fermé aux camions depuis mar
        "#]],
        );
        check(
            "frame.json",
            &format!(
                r#"{{"title":{{"0":"Un","1":"Deux","10":"Onze"}},"text":{{"0":"{BODY}","1":"{BODY}","10":null}},"date":{{"1":1424431200000}}}}"#
            ),
            expect![[r#"
                frame.json#0001: Un | - |  | - | -
                  Un⏎⏎Le pont du Moulin est fermé aux camions depuis
                frame.json#0002: Deux | - |  | 2015-02-20T11:20 | -
                  Deux⏎⏎Le pont du Moulin est fermé aux camions depu
                ! entrée 3 : pas de texte
            "#]],
        );
        check(
            "inner.json",
            &format!(r#"{{"article":{{"title":"Un","text":"{BODY}"}}}}"#),
            expect![[r#"
            inner.json#0001: Un | - |  | - | -
              Un⏎⏎Le pont du Moulin est fermé aux camions depuis
        "#]],
        );
        check(
            "bad.json",
            "{\n  \"title\": \"x\",\n",
            expect![[r#"
            le fichier est abîmé : JSON illisible, ligne 3, colonne 0
        "#]],
        );
    }

    #[test]
    fn a_bad_line_of_json_is_lost_alone() {
        check(
            "a.jsonl",
            &format!("{{\"text\":\"{BODY}\"}}\r\n{{\"text\":\r\n\r\n{{\"text\":\"{BODY} bis\"}}\n{{\"text\":\"\"}}\n"),
            expect![[r#"
                a.jsonl#0001: - | - |  | - | -
                  Le pont du Moulin est fermé aux camions depuis mar
                a.jsonl#0002: - | - |  | - | -
                  Le pont du Moulin est fermé aux camions depuis mar
                ! ligne 2 : JSON illisible
                ! ligne 5 : vide
            "#]],
        );
    }

    #[test]
    fn rows_that_do_not_come_in_are_named() {
        check(
            "a.csv",
            &format!("title,text,url\nUn,\"{BODY}\",\nDeux,,\nTrois,\"{BODY}\nQuatre,\"{BODY}\",x\nCinq,{BODY},x\nSix\n"),
            expect![[r#"
                a.csv#0001: Un | - |  | - | -
                  Un⏎⏎Le pont du Moulin est fermé aux camions depuis
                a.csv#0003: Quatre | - |  | - | -
                  Quatre⏎⏎Le pont du Moulin est fermé aux camions de
                ! ligne 3 : pas de texte
                ! ligne 4 : guillemet non fermé
                ! ligne 6 : 7 cellules au lieu de 3
                ! ligne 7 : pas de texte
            "#]],
        );
        let many: String = (0..330).map(|n| format!("T{n},\n")).collect();
        let (_, read) = super::read("a.csv", &format!("title,text\nUn,\"{BODY}\"\n{many}"), None).unwrap();
        assert_eq!(read.left_out.len(), 21);
        assert_eq!((read.left_out[0].as_str(), read.left_out[20].as_str()), ("ligne 3 : pas de texte", "et 310 autres lignes"));
    }

    #[test]
    fn a_table_of_nothing_but_broken_rows_is_damaged() {
        check(
            "a.csv",
            "titre,texte\nUn,\"x\nDeux,\"y\n",
            expect![[r#"
            le fichier est abîmé : ligne 2 : guillemet non fermé
        "#]],
        );
        check(
            "a.jsonl",
            "{\n{\n",
            expect![[r#"
            le fichier est abîmé : ligne 1 : JSON illisible
        "#]],
        );
        check(
            "a.csv",
            "titre,texte\n",
            expect![[r#"
            pas de texte d’article dedans
        "#]],
        );
    }

    #[test]
    fn what_a_person_says_of_the_columns_is_obeyed() {
        let text = format!("title,text\nUn,\"{BODY}\"\n");
        let said = Columns { text: Some(0), title: None, outlet: Some(1), ..Columns::default() };
        let (articles, read) = super::read("a.csv", &text, Some(&said)).unwrap();
        assert_eq!((&*articles[0].text, articles[0].given.title.as_ref()), ("Un", None));
        assert_eq!(read.table.unwrap().columns, said);
        let nowhere = Columns { text: Some(9), ..Columns::default() };
        assert!(matches!(super::read("a.csv", &text, Some(&nowhere)), Err(Refusal::NoTextColumn { .. })));
    }

    #[test]
    fn a_table_without_text_is_shown_for_a_person_to_say() {
        let refusal = read("a.csv", "nom,age\nAna,12\nLuc,13\n", None).unwrap_err();
        let Refusal::NoTextColumn { table } = refusal else { panic!("{refusal:?}") };
        assert_eq!((table.names, table.sample[1][0].as_str()), (vec!["nom".to_owned(), "age".to_owned()], "Luc"));
    }

    #[test]
    fn cells_of_html_become_clean_sentences() {
        let cells = [
            format!("<p>{BODY}</p><p>La pr&eacute;fecture a <b>rouvert</b> la route hier soir &agrave; 20 h.</p>"),
            format!("{BODY}<br/><br/>La pr&eacute;fecture a <b>rouvert</b> la route hier soir &agrave; 20 h."),
            format!("{BODY}\n\nLa pr&eacute;fecture a rouvert la route hier soir &agrave; 20 h."),
        ];
        for cell in cells {
            let text = format!("titre;texte\nLa crue & le pont;\"{cell}\"\n");
            let (articles, _) = super::read("a.csv", &text, None).unwrap();
            let corpus = Corpus::read(None, articles).unwrap();
            let document = &corpus.documents[0];
            let sentences: Vec<String> = document
                .sentences
                .iter()
                .map(|sentence| {
                    crate::text::filling::stripped(sentence.span.slice(document.text())).split_whitespace().collect::<Vec<_>>().join(" ")
                })
                .collect();
            let (first, second) = BODY.split_once(". ").unwrap();
            assert_eq!(
                sentences,
                ["La crue & le pont", &format!("{first}."), second, "La préfecture a rouvert la route hier soir à 20 h."],
                "{cell}"
            );
            assert_eq!(document.sentences[0].zone, ZoneKind::Title);
        }
    }

    #[test]
    fn a_cell_that_is_no_article_for_a_person_is_left_out() {
        let columns = Columns { text: Some(0), ..Columns::default() };
        let refused = article(&["a".repeat(LONGEST + 1)], &columns, 0);
        assert_eq!(refused, Err("texte trop long : 64000001 octets".to_owned()));
        assert!(article(&["a".repeat(1_000)], &columns, 0).is_ok());
    }

    fn grid_of(name: &str, text: &str) -> Option<Grid> {
        records::read(name, text).ok().map(|grid| grid.unwrap_or_else(|| rows::read(name, text)))
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(\\PC|[\n\r\",;|\t{}:\\[\\]])(\\PC|[\n\r\",;|\t{}:\\[\\]]){0,120}") {
            for name in ["a.csv", "a.tsv", "a.json", "a.jsonl", "a"] {
                let _ = super::read(name, &text, None);
                let _ = super::read(name, &text, Some(&Columns { text: Some(1), title: Some(0), name: Some(0), ..Columns::default() }));
            }
        }

        #[test]
        fn what_a_writer_wrote_is_read_cell_for_cell(
            cells in proptest::collection::vec(proptest::collection::vec("[a-zé,;|\"\n\r \t]{0,20}", 3), 1..20),
            delimiter in proptest::sample::select(vec![b',', b';', b'\t', b'|']),
        ) {
            let mut writer = csv::WriterBuilder::new().delimiter(delimiter).quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            writer.write_record(["titre", "texte", "journal"]).unwrap();
            cells.iter().for_each(|row| writer.write_record(row).unwrap());
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let grid = rows::read("a.csv", &text);
            prop_assert_eq!(&grid.names, &["titre", "texte", "journal"]);
            let filled: Vec<&Vec<String>> = cells.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
            let read: Vec<&Vec<String>> = grid.rows.iter().map(|row| &row.cells).collect();
            prop_assert_eq!(read, filled);
            prop_assert!(grid.left_out.is_empty());
        }

        #[test]
        fn every_row_comes_in_or_is_left_out(text in "[ab \",\n]{0,80}") {
            let text = format!("titre,texte\n{text}");
            let grid = grid_of("a.csv", &text).unwrap();
            let n_rows = grid.rows.len() + grid.left_out.len();
            if let Ok((articles, _, left_out)) = articles("a.csv", grid, None) {
                prop_assert_eq!(articles.len() + left_out.len(), n_rows);
            }
        }
    }
}
