//! Heads of articles as programs and people write them, and what is read of each; of those in right YAML a maintained parser
//! must say the same.

use super::front_matter::{self, Key};
use super::{Article, Corpus, Fact};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use saphyr_parser::{Event, Parser};

fn facts(raw: &str) -> Vec<(Key, String)> {
    let found = front_matter::read(raw).map(|found| found.facts).unwrap_or_default();
    let plain = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    found.into_iter().filter(|(key, _)| *key != Key::Other).map(|(key, span)| (key, plain(front_matter::text(raw, span)))).collect()
}

fn check(raw: &str, expected: Expect) {
    expected.assert_eq(&facts(raw).iter().map(|(key, text)| format!("{key:?}: {text}\n")).collect::<String>());
}

/// As [`check`]; and each value is one that the parser reads, in this order.
fn check_yaml(raw: &str, expected: Expect) {
    check(raw, expected);
    let head = raw.trim_start_matches('\u{feff}');
    let scalars: Vec<String> = Parser::new_from_str(head)
        .map_while(Result::ok)
        .take_while(|(event, _)| !matches!(event, Event::DocumentEnd))
        .filter_map(|(event, _)| match event {
            Event::Scalar(text, ..) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ").replace("[[", "").replace("]]", "")),
            _ => None,
        })
        .collect();
    let mut rest = scalars.iter();
    for (key, text) in facts(raw) {
        assert!(rest.any(|scalar| *scalar == text), "{key:?}: {text} is no value of {scalars:?}");
    }
}

#[test]
fn heads_of_site_generators() {
    // Jekyll.
    check_yaml(
        "---\nlayout: post\ntitle:  \"Crue : le pont du Moulin \\\"menacé\\\"\"\ndate:   2021-03-12 14:05:00 +0100\nauthor: Ana Petit\ncategories: crue vallée\npermalink: /2021/crue/\n---\nTexte.",
        expect![[r#"
            Title: Crue : le pont du Moulin "menacé"
            Published: 2021-03-12 14:05:00 +0100
            Author: Ana Petit
        "#]],
    );
    // Hugo, in YAML.
    check_yaml(
        "---\ntitle: 'L''eau monte'\ndate: 2021-03-12T14:05:00+01:00\nlastmod: 2021-03-13\ndraft: false\nauthors: [\"Ana Petit\", Luc Mandrin]\ntags: [crue, \"pont, route\"]\nparams:\n  source: La Gazette du Val # le journal\ncover:\n  title: Une photo\n  source: Agence Photo\n---\n\nTexte.",
        expect![[r#"
            Title: L'eau monte
            Published: 2021-03-12T14:05:00+01:00
            Updated: 2021-03-13
            Author: Ana Petit
            Author: Luc Mandrin
            Outlet: La Gazette du Val
        "#]],
    );
    // Hugo and Zola, in TOML.
    check(
        "+++\ntitle = \"L’eau monte\"\ndate = 2021-03-12T14:05:00+01:00\ndescription = \"\"\"\nDeux\nlignes\"\"\"\nauthors = [\n  \"Ana Petit\",\n  \"Luc Mandrin\",\n]\n[extra]\nsource = 'La Gazette du Val'\n[menu.main]\ntitle = \"Menu\"\n+++\nTexte.",
        expect![[r#"
            Title: L’eau monte
            Published: 2021-03-12T14:05:00+01:00
            Author: Ana Petit
            Author: Luc Mandrin
            Outlet: La Gazette du Val
        "#]],
    );
}

#[test]
fn heads_of_notebooks() {
    // Obsidian's web clipper.
    check_yaml(
        "---\ntitle: \"La Loue déborde\"\nsource: \"https://gazette.example/crue?id=1#haut\"\nauthor:\n  - \"[[Ana Petit]]\"\n  - \"[[Luc Mandrin]]\"\npublished: 2021-03-12\ncreated: 2021-04-01\ndescription: \"Trois cents habitants: évacués\"\ntags:\n  - \"clippings\"\n---\nTexte.",
        expect![[r#"
            Title: La Loue déborde
            Url: https://gazette.example/crue?id=1#haut
            Author: Ana Petit
            Author: Luc Mandrin
            Published: 2021-03-12
        "#]],
    );
    // Zettlr.
    check_yaml(
        "---\nid: 20210312140500\ntitle: La Loue déborde\nkeywords:\n- crue\n- vallée\nauthor: Ana Petit\ndate: 12 mars 2021\n...\nTexte.",
        expect![[r#"
            Title: La Loue déborde
            Author: Ana Petit
            Published: 12 mars 2021
        "#]],
    );
    // Logseq and Org exports have unindented lists and empty values.
    check_yaml(
        "---\ntitle: La crue\nauthors:\n- Ana Petit\n- Luc Mandrin\nurl:\nalias: ~\nsource: null\n---\nTexte.",
        expect![[r#"
        Title: La crue
        Author: Ana Petit
        Author: Luc Mandrin
    "#]],
    );
}

#[test]
fn heads_of_documents() {
    // Pandoc.
    check_yaml(
        "---\ntitle: |\n  La Loue déborde\n  à Saint-Brice\nsubtitle: Un bilan\nauthor:\n- name: Ana Petit\n  affiliation: La Gazette du Val\n- name: Luc Mandrin\ndate: March 12, 2021\nabstract: >\n  Le centre est sous\n  un mètre d’eau.\n\n  date: 1999-01-01\nlang: fr\n...\n\nTexte.",
        expect![[r#"
            Title: La Loue déborde à Saint-Brice
            Author: Ana Petit
            Author: Luc Mandrin
            Published: March 12, 2021
        "#]],
    );
    // Quarto.
    check_yaml(
        "---\ntitle: >-\n  La Loue déborde,\n  trois cents évacués\nauthor:\n  name: Ana Petit\n  email: ana@gazette.example\n  url: https://gazette.example/ana\ndate: \"2021-03-12\"\ndate-modified: last-modified\nformat:\n  html:\n    title: non\n---\nTexte.",
        expect![[r#"
            Title: La Loue déborde, trois cents évacués
            Author: Ana Petit
            Published: 2021-03-12
            Updated: last-modified
        "#]],
    );
    // A value that goes on, quoted and not, and maps in brackets.
    check_yaml(
        "---\ntitle: La Loue déborde\n  à Saint-Brice\nauthors: [{name: Ana Petit, role: reporter}, {\"name\": \"Luc Mandrin\"}]\noutlet: \"La Gazette\n  du Val\"\npublisher: {name: Groupe Val, url: \"https://val.example\"}\n---\nTexte.",
        expect![[r#"
            Title: La Loue déborde à Saint-Brice
            Author: Ana Petit
            Author: Luc Mandrin
            Outlet: La Gazette du Val
            Outlet: Groupe Val
        "#]],
    );
}

#[test]
fn heads_written_by_hand() {
    // Keys in French, typed where accents are marks of their own, with CR LF and a byte-order mark.
    check_yaml(
        "\u{feff}---\r\ntitre: La crue\r\nauteurs: Ana Petit et Luc Mandrin\r\npublie\u{301} le: 12/03/2021\r\nmédia: La Gazette du Val\r\nlien: https://gazette.example/1\r\n---\r\nTexte.",
        expect![[r#"
            Title: La crue
            Author: Ana Petit et Luc Mandrin
            Published: 12/03/2021
            Outlet: La Gazette du Val
            Url: https://gazette.example/1
        "#]],
    );
    // No YAML at all, though it looks so.
    check(
        "---\ntitle: Crue : le pont menacé\nauthor: @ana\nsource: La Gazette : édition du Val\ndate: 2021-03-12 # vérifiée\n\turl: https://gazette.example/1\n---\nTexte.",
        expect![[r#"
            Title: Crue : le pont menacé
            Author: @ana
            Outlet: La Gazette : édition du Val
            Published: 2021-03-12
        "#]],
    );
    check(
        "---\ntitle: \"Jamais fermé\ndate: 2021-03-12\n---\nTexte.",
        expect![[r#"
        Title: "Jamais fermé
        Published: 2021-03-12
    "#]],
    );
    check(
        "---\nauthors: [Ana Petit, Luc\ndate: 2021-03-12\n---\nTexte.",
        expect![[r#"
        Author: [Ana Petit, Luc
        Published: 2021-03-12
    "#]],
    );
    // Without fences.
    check(
        "Titre : La crue\nAuteur : Ana Petit\nDate : 12 mars 2021\nSource : La Gazette du Val\n\nTexte.",
        expect![[r#"
        Title: La crue
        Author: Ana Petit
        Published: 12 mars 2021
        Outlet: La Gazette du Val
    "#]],
    );
    check(
        "**Titre :** La crue\n**Auteur :** Ana Petit\n\nTexte.",
        expect![[r#"
        Title: La crue
        Author: Ana Petit
    "#]],
    );
    // Tags, comments and indented lists.
    check_yaml(
        "---\n# Fiche\ntitle: !!str 12 mars\nauthors:\n    - Ana Petit   # Saint-Brice\n\n    - 'Luc Mandrin'\nsource:\n  name: La Gazette du Val\n  url: https://gazette.example/\n---\nTexte.",
        expect![[r#"
            Title: 12 mars
            Author: Ana Petit
            Author: Luc Mandrin
            Outlet: La Gazette du Val
            Url: https://gazette.example/
        "#]],
    );
}

#[test]
fn a_document_says_what_its_head_states() {
    let raw = "---\ntitle: |\n  La Loue \u{ab} déborde \u{bb}\n  à Saint-Brice\nauthor:\n- name: Ana Petit\n  affiliation: La Gazette du Val\n- name: Luc Mandrin\n\
               date: March 12, 2021\nsource: \"https://gazette.example/1\"\noutlet: \"L\\\"Écho\"\n...\n\nLa rivière est sortie de son lit vendredi. Trois cents habitants ont été évacués.";
    let corpus = Corpus::read(None, vec![Article::new("a.md", raw)]).unwrap();
    let found = &corpus.documents[0].metadata;
    let value = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone()).unwrap_or_default();
    assert_eq!(value(&found.title), "La Loue « déborde » à Saint-Brice");
    assert_eq!(value(&found.outlet), "L\"Écho");
    assert_eq!(value(&found.url), "https://gazette.example/1");
    assert_eq!(value(&found.published), "2021-03-12");
    assert_eq!(found.authors.iter().map(|fact| fact.value.as_str()).collect::<Vec<_>>(), ["Ana Petit", "Luc Mandrin"]);
}

#[test]
fn what_stands_between_two_rules_is_no_head() {
    for raw in [
        "---\nUn texte.\n---\nUn autre.",
        "---\n\n---\n",
        "---\nLe maire a dit : « Non. »\nPuis il est parti.\nFin.\n---\nSuite.",
        "---\ntitle: x\n",
    ] {
        assert_eq!(front_matter::read(raw), None, "{raw}");
    }
}

proptest! {
    #[test]
    fn values_stand_in_order_and_inside(body in "(title|author|source|date|name|x|:|=|: |- |\\[|\\]|\\{|\\}|\"|'|,|\n|\n  |\\||>|#| |é|\\\\|!){0,60}") {
        for fence in ["---", "+++"] {
            let raw = format!("{fence}\n{body}\n{fence}\nTexte");
            let Some(found) = front_matter::read(&raw) else { continue };
            let mut at = 0;
            for (_, span) in &found.facts {
                prop_assert!(span.start >= at && span.end <= found.whole.end, "{raw}");
                front_matter::text(&raw, *span);
                at = span.end;
            }
        }
    }
}
