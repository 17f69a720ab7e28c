//! Whole comparisons of small invented articles, and what must hold for any text.

use std::fmt::Write;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::fixture::{annotated, corpus, id};
use super::*;
use crate::text;

fn compared(a: &str, b: &str) -> (Corpus, Comparison) {
    let corpus = corpus(&[a, b]);
    let comparison = Comparer::new(&corpus).compare(annotated(&corpus, &EntityIndex::default()), id(0), id(1));
    (corpus, comparison)
}

fn check(a: &str, b: &str, expected: Expect) {
    let (_, comparison) = compared(a, b);
    let mut shown = String::new();
    for passage in &comparison.passages {
        let quoted = if passage.quoted { ", quoted" } else { "" };
        writeln!(shown, "{:?}{quoted}\n  {}\n  {}", passage.closeness, passage.a.slice(a), passage.b.slice(b)).expect("a string takes all");
    }
    expected.assert_eq(&shown);
}

#[test]
fn a_passage_is_found_wherever_it_was_moved() {
    check(
        "Le tunnel ferme. Une fuite d’eau a noyé la salle des machines. On attend les pompes.",
        "Selon la régie, une fuite d'eau a noyé la salle des machines lundi. Aucun train ne roule.",
        expect![[r#"
            Verbatim
              Une fuite d’eau a noyé la salle des machines
              une fuite d'eau a noyé la salle des machines
        "#]],
    );
}

#[test]
fn a_passage_goes_on_over_changed_and_dropped_words() {
    check(
        "Les ouvriers de la fonderie réclament le paiement immédiat des heures de nuit.",
        "Hier, les ouvriers de la vieille fonderie réclamaient le paiement des heures de nuit.",
        expect![[r#"
            NearVerbatim
              Les ouvriers de la fonderie réclament le paiement immédiat des heures de nuit
              les ouvriers de la vieille fonderie réclamaient le paiement des heures de nuit
        "#]],
    );
}

#[test]
fn a_formula_is_no_common_text() {
    check(
        "Le ministre de l’Agriculture Paul Verdier visite une ferme.",
        "Une usine a reçu hier le ministre de l'Agriculture Paul Verdier.",
        expect![""],
    );
}

#[test]
fn a_short_quotation_is_found_between_marks_and_without() {
    check(
        "Elle dénonce une « mascarade judiciaire » et part.",
        "Pour l'avocate, c'est une \"mascarade judiciaire\".",
        expect![[r#"
            Verbatim, quoted
              « mascarade judiciaire »
              "mascarade judiciaire"
        "#]],
    );
    check(
        "Elle dénonce une « mascarade judiciaire » et part.",
        "Mascarade judiciaire ou non, le procès a eu lieu.",
        expect![[r#"
            Verbatim
              mascarade judiciaire
              Mascarade judiciaire
        "#]],
    );
}

#[test]
fn a_quotation_is_told_from_the_words_around_it() {
    check(
        "Le préfet a promis jeudi « une reconstruction rapide des trois ponts emportés » aux habitants réunis.",
        "Le préfet a promis jeudi \"une reconstruction rapide des trois ponts emportés\", sans donner de date.",
        expect![[r#"
            Verbatim
              Le préfet a promis jeudi
              Le préfet a promis jeudi
            Verbatim, quoted
              « une reconstruction rapide des trois ponts emportés »
              "une reconstruction rapide des trois ponts emportés"
        "#]],
    );
}

#[test]
fn the_same_statement_in_other_words_is_found() {
    check(
        "La justice suisse extradera le banquier poursuivi pour fraude fiscale avant la fin de janvier.",
        "Poursuivi à Paris pour une fraude fiscale, le banquier sera extradé par la Suisse en janvier.",
        expect![[r#"
            Reworded
              La justice suisse extradera le banquier poursuivi pour fraude fiscale avant la fin de janvier.
              Poursuivi à Paris pour une fraude fiscale, le banquier sera extradé par la Suisse en janvier.
        "#]],
    );
}

#[test]
fn a_clause_that_only_names_somebody_is_no_statement() {
    check(
        "Le maire, Honoré Vaultier Desmarais, a fait ouvrir le gymnase municipal et distribuer des couvertures.",
        "Elle rencontrera vendredi le maire Honoré Vaultier Desmarais.",
        expect![[r#""#]],
    );
}

#[test]
fn a_restatement_is_narrowed_to_its_clause() {
    check(
        "La tempête a privé de courant douze mille foyers du littoral, arraché les toits de trois hangars agricoles, couché des peupliers \
         centenaires sur la voie ferrée et jeté deux chalutiers contre la jetée du vieux bassin, et le préfet a fermé toutes les écoles de la ville jusqu’à lundi.",
        "Fermeture des écoles de la ville sur ordre du préfet, tandis que les pêcheurs attendent une accalmie au port de commerce, que \
         les agriculteurs comptent leurs pertes auprès des assureurs venus de la métropole voisine, et que la compagnie maritime annule \
         ses traversées vers les îles jusqu’au retour du beau temps.",
        expect![[r#"
            Reworded
              et le préfet a fermé toutes les écoles de la ville jusqu’à lundi.
              Fermeture des écoles de la ville sur ordre du préfet
        "#]],
    );
}

#[test]
fn articles_without_a_common_word_have_nothing_in_common() {
    check("Un orage a coupé la ligne.", "Les comptes du club sont gelés.", expect![""]);
}

#[test]
fn an_article_stands_wholly_in_its_double() {
    let text = "Incendie à la minoterie\n\nLe feu a pris vers minuit dans le grand silo. Nul blessé. L’enquête commence.\n\nIl pleut.";
    let (_, comparison) = compared(text, text);
    assert_eq!((comparison.share_a, comparison.share_b), (1.0, 1.0));
    assert!(comparison.passages.iter().all(|passage| passage.a == passage.b && passage.closeness == Closeness::Verbatim));
    assert_eq!(compared("Oui.", "Oui.").1.share_a, 1.0);
}

#[test]
fn a_refrain_of_two_thousand_sentences_stands_in_one() {
    let sentence = "Le barrage de la vallée a cédé hier soir sous la pression des eaux. ";
    let (_, comparison) = compared(&sentence.repeat(2_000), &sentence.repeat(2));
    assert_eq!((comparison.share_a, comparison.share_b), (1.0, 1.0));
}

#[test]
fn an_unknown_article_has_nothing_in_common() {
    let corpus = corpus(&["Un texte.", "Un texte."]);
    let comparison = Comparer::new(&corpus).compare(annotated(&corpus, &EntityIndex::default()), id(0), id(7));
    assert_eq!((comparison.passages, comparison.share_a), (vec![], 0.0));
}

/// Articles of a few words in all orders: repetitions, marks and borders meet in every way.
fn article() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "pont", "Pont", "ferme", "fermé", "lundi", "camions", "le", "de", "l’", "d'", "« ", " »", "\"", ", ", ". ", ".\n\n", "Lyon", "12",
        "douze",
    ]);
    prop::collection::vec(word, 1..60).prop_map(|words| format!("A {}", words.join(" ")))
}

/// Rows as they are read: the texts of their cells, and of the title.
fn rows(texts: &[&str]) -> Vec<(usize, Vec<String>, String)> {
    let corpus = corpus(texts);
    let entities = EntityIndex::default();
    let ids: Vec<DocumentId> = corpus.documents.iter().map(|document| document.id).collect();
    let statements = Comparer::new(&corpus).statements(annotated(&corpus, &entities), &ids);
    let text = |id: DocumentId, span: Span| corpus.documents[id.index()].text()[span.range()].to_owned();
    let row = |row: &Statement| {
        let mut cells: Vec<String> = row.cells.iter().flat_map(|cell| cell.spans.iter().map(|span| text(cell.document, *span))).collect();
        cells.sort();
        (row.cells.len(), cells, text(row.document, row.span))
    };
    let mut rows: Vec<_> = statements.rows.iter().map(row).collect();
    // Those of one article stand in order of articles.
    let n_shared = rows.iter().filter(|(n, ..)| *n > 1).count();
    rows[n_shared..].sort();
    rows
}

#[test]
fn what_is_told_in_two_sentences_stands_in_one_cell() {
    let texts = [
        "Le préfet de l’Ain a fermé hier les onze écoles du canton et suspendu tous les transports scolaires.",
        "Le préfet a fermé les onze écoles du canton. Les transports scolaires sont tous suspendus par le préfet de l’Ain.",
    ];
    let rows = rows(&texts);
    assert!(rows.iter().any(|(n, cells, _)| *n == 2 && cells.len() == 3), "{rows:#?}");
}

#[test]
fn two_identical_articles_share_every_row_and_one_alone_none() {
    let text = "La fonderie ferme lundi. Les ouvriers réclament le paiement de leurs heures de nuit. Le maire parle de trahison.";
    assert!(rows(&[text, text]).iter().all(|(n, ..)| *n == 2));
    assert_eq!(rows(&[text]).iter().map(|(n, ..)| *n).collect::<Vec<_>>(), [1, 1, 1]);
    assert_eq!(rows(&["Il pleut sur la ville."]).len(), 1);
}

#[test]
fn of_many_versions_of_one_text_few_pairs_are_compared_and_each_sentence_is_one_row() {
    let text = "La fonderie ferme lundi matin. Les ouvriers réclament le paiement de leurs heures de nuit. Le maire parle de trahison.";
    let texts = vec![text; 300];
    let corpus = corpus(&texts);
    let entities = EntityIndex::default();
    let ids: Vec<DocumentId> = corpus.documents.iter().map(|document| document.id).collect();
    let statements = Comparer::new(&corpus).statements(annotated(&corpus, &entities), &ids);
    assert!(statements.n_compared <= 300 * 12 && statements.n_pairs == 300 * 299 / 2, "{}", statements.n_compared);
    assert_eq!(statements.rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [300, 300, 300]);
}

#[test]
fn a_name_with_its_function_is_no_common_text() {
    let corpus = corpus(&[
        "On a vu hier le ministre de la Culture, le professeur Simon Ravel, rire au théâtre.",
        "Pour le ministre de la Culture, le professeur Simon Ravel, rien ne presse.",
    ]);
    let entities = EntityIndex::default();
    let comparison = Comparer::new(&corpus).compare(annotated(&corpus, &entities), id(0), id(1));
    assert_eq!(comparison.passages.iter().filter(|passage| passage.closeness <= Closeness::NearVerbatim).count(), 0);
}

#[test]
fn a_passage_elsewhere_is_told_with_its_score_and_where_it_is_not() {
    let corpus = corpus(&[
        "Une fuite d’eau a noyé la salle des machines du tunnel.",
        "On attend les pompes. Une fuite d'eau a noyé la salle des machines.",
        "Le conseil vote le budget.",
    ]);
    let entities = EntityIndex::default();
    let answer = Comparer::new(&corpus).elsewhere(annotated(&corpus, &entities), id(0), Span::new(4, 20));
    assert_eq!(answer.found.iter().map(|found| found.document).collect::<Vec<_>>(), [id(1)]);
    assert!(answer.found[0].closeness <= Closeness::NearVerbatim && answer.found[0].score > 0.5);
    assert_eq!(answer.absent, [id(2)]);
    let nowhere = Comparer::new(&corpus).elsewhere(annotated(&corpus, &entities), id(9), Span::new(0, 4));
    assert_eq!(nowhere, Elsewhere::default());
}

proptest! {
    #[test]
    fn rows_do_not_depend_on_the_order_of_articles(texts in prop::collection::vec(article(), 2..5), seed in 0..24_usize) {
        let given: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut moved = given.clone();
        moved.rotate_left(seed % given.len());
        if seed % 2 == 1 {
            moved.reverse();
        }
        prop_assert_eq!(rows(&given), rows(&moved));
    }

    #[test]
    fn a_comparison_mirrors_itself(a in article(), b in article()) {
        let corpus = corpus(&[&a, &b]);
        let entities = EntityIndex::default();
        let comparer = Comparer::new(&corpus);
        let (there, back) = {
            let annotated = annotated(&corpus, &entities);
            (comparer.compare(annotated, id(0), id(1)), comparer.compare(annotated, id(1), id(0)))
        };
        prop_assert_eq!(there.clone().mirrored(), back.clone());
        prop_assert_eq!(there.share_a, back.share_b);
    }

    #[test]
    fn passages_lie_on_boundaries_and_their_runs_are_equal_when_folded(a in article(), b in article()) {
        let (_, comparison) = compared(&a, &b);
        let words = |text: &str, span: Span| text::words(text, span).map(|word| text::fold(word.slice(text))).collect::<Vec<_>>();
        for passage in &comparison.passages {
            prop_assert!(a.get(passage.a.range()).is_some() && b.get(passage.b.range()).is_some());
            prop_assert!((0.0..=1.0).contains(&passage.score));
            for (x, y) in &passage.runs {
                prop_assert!(passage.a.contains(*x) && passage.b.contains(*y));
                prop_assert_eq!(words(&a, *x), words(&b, *y));
            }
            if passage.closeness == Closeness::Verbatim {
                prop_assert_eq!(words(&a, passage.a), words(&b, passage.b));
            }
        }
    }

    #[test]
    fn no_two_passages_of_common_text_overlap_on_both_sides(a in article(), b in article()) {
        let (_, comparison) = compared(&a, &b);
        let common: Vec<_> = comparison.passages.iter().filter(|passage| passage.closeness != Closeness::Reworded).collect();
        for (place, x) in common.iter().enumerate() {
            prop_assert!(common[..place].iter().all(|y| !(x.a.overlaps(y.a) && x.b.overlaps(y.b))));
        }
    }

    #[test]
    fn any_text_can_be_compared(a in "\\PC{1,80}", b in "\\PC{1,80}") {
        if !a.trim().is_empty() && !b.trim().is_empty() {
            let (_, comparison) = compared(&a, &b);
            prop_assert!((0.0..=1.0).contains(&comparison.share_a));
        }
    }
}

#[test]
fn what_two_articles_share_weighs_the_same_wherever_they_stand() {
    let given = [
        "A le 12 Lyon .  12 lundi",
        "A ferme .  Lyon Pont lundi 12 lundi .\n\n ferme ferme ferme ferme le",
        "A .\n\n Lyon 12 pont .\n\n Lyon lundi lundi le lundi lundi lundi le pont lundi le le lundi 12 le lundi le .\n\n ferme camions ferme pont",
        "A  » pont pont «  12 camions ferme pont Lyon  » ferme «  12 pont «  «  pont pont ferme  »",
    ];
    let mut moved = given;
    moved.rotate_left(2);
    assert_eq!(rows(&given), rows(&moved));
}
