use super::*;
use crate::compare::Join;
use crate::corpus::Article;
use crate::health::{Damage, IssueKind};
use crate::protocol::{LedgerRequest, LedgerSheet, LedgerView, NOBODY, Piece, SHOWN_QUOTES, SHOWN_VOICES, Seam, UtteranceView};
use crate::quotes::{QuoteKind, Relation};
use expect_test::{Expect, expect};

fn engine(texts: &[&str]) -> Engine {
    let articles = texts.iter().zip(0..).map(|(text, n)| Article::new(&format!("{n}.txt"), text)).collect();
    Engine::new(Corpus::read(None, articles).expect("the articles are a corpus"))
}

fn all() -> LedgerRequest {
    LedgerRequest { n_voices: SHOWN_VOICES, n_quotes: SHOWN_QUOTES, ..LedgerRequest::default() }
}

fn ledger(engine: &mut Engine, request: LedgerRequest) -> LedgerView {
    match engine.answer(Request::Ledger(request)) {
        Response::Ledger(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn utterance(engine: &mut Engine, document: u32, start: u32) -> UtteranceView {
    match engine.answer(Request::Utterance { document: DocumentId(document), start }) {
        Response::Utterance(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn told(view: &LedgerView) -> String {
    let voice = |voice: &protocol::Voice| {
        let articles: Vec<String> = voice.articles.iter().map(|(id, tally)| format!("{}:{}", id.0, tally.n_words)).collect();
        format!("{} | {} q | {} m | {}\n", voice.key, voice.tally.n_quotes, voice.tally.n_words, articles.join(" "))
    };
    view.voices.iter().map(voice).collect()
}

const FULL: &str = "Le maire a parlé hier. « Nous fermerons le vieux pont de pierre dès lundi matin, parce que la crue a rongé ses deux \
    piles et que personne ne doit y passer », a déclaré Jeanne Morel, maire de Brest.";
const CUT: &str =
    "Brest ferme un ouvrage. « Nous fermerons le vieux pont de pierre dès lundi matin », a martelé Jeanne Morel, maire de Brest.";
const SPLICED: &str = "La ville prend une décision. « Nous fermerons le vieux pont de pierre et personne ne doit y passer », a affirmé Jeanne \
    Morel, maire de Brest.";
const OTHER: &str =
    "Un habitant du quai s’inquiète. « Je ne sais pas comment aller au travail », explique un habitant du quai. Rien d’autre n’est dit.";

#[test]
fn who_is_quoted_most_comes_first_and_each_word_counts_in_its_article() {
    let view = ledger(&mut engine(&[FULL, CUT, SPLICED, OTHER]), all());
    check(
        &told(&view),
        expect![[r#"
            per:jeanne-morel | 3 q | 49 m | 0:26 1:10 2:13
            source:3.txt:un habitant du quai | 1 q | 8 m | 3:8
        "#]],
    );
    assert_eq!((view.n_voices, view.n_named, view.total.n_words, view.n_quotes), (2, 1, 57, 4));
    assert_eq!(
        view.shared.iter().map(|shared| (shared.card.n_articles, shared.n_wordings, shared.n_spliced)).collect::<Vec<_>>(),
        [(3, 3, 1)]
    );
}

fn check(found: &str, expected: Expect) {
    expected.assert_eq(found);
}

#[test]
fn conditions_keep_what_they_say_and_the_list_is_bounded() {
    let mut engine = engine(&[FULL, CUT, SPLICED, OTHER]);
    let one = ledger(&mut engine, LedgerRequest { voice: Some("per:jeanne-morel".to_owned()), n_quotes: 2, ..all() });
    assert_eq!((one.quotes.len(), one.n_quotes, one.total.n_quotes), (2, 3, 4), "the total stays that of all voices");
    assert_eq!(one.chosen.map(|voice| voice.tally.n_quotes), Some(3));
    let insisting = ledger(&mut engine, LedgerRequest { stance: Some(crate::quotes::Stance::Insisting), ..all() });
    assert_eq!(insisting.quotes.iter().map(|card| card.mark.document.0).collect::<Vec<_>>(), [1]);
    assert_eq!(insisting.stances.iter().sum::<u32>(), 4, "the other stances stay counted");
    let nowhere = ledger(&mut engine, LedgerRequest { voice: Some("per:nobody-such".to_owned()), ..all() });
    assert_eq!((nowhere.n_quotes, nowhere.chosen), (0, None));
    let last = ledger(&mut engine, LedgerRequest { article: Some(DocumentId(3)), ..all() });
    assert_eq!(told(&last), "source:3.txt:un habitant du quai | 1 q | 8 m | 3:8\n");
}

#[test]
fn every_quotation_is_shown_within_its_sentence() {
    let view = ledger(&mut engine(&[FULL]), all());
    let card = &view.quotes[0];
    let passage = &card.passage;
    assert!(passage.text.starts_with('«') && passage.text.ends_with("maire de Brest."), "{}", passage.text);
    assert_eq!((passage.mark, passage.cut_before, passage.cut_after), (card.mark.span, false, false));
}

#[test]
fn a_quotation_of_a_megabyte_is_shown_in_part() {
    let long = format!("Il a parlé. « {} », a dit Jeanne Morel.", "Nous irons au pont et nous verrons la crue. ".repeat(20_000));
    let mut engine = engine(&[&long, FULL]);
    let view = ledger(&mut engine, all());
    let card = view.quotes.iter().max_by_key(|card| card.mark.span.len()).expect("there are quotations");
    assert!(card.passage.text.len() < 2_000 && card.passage.cut_after);
    let view = utterance(&mut engine, 0, card.mark.span.start);
    let shown: usize = view.versions.iter().flat_map(|version| &version.pieces).map(|piece| format!("{piece:?}").len()).sum();
    assert!(shown < 20_000, "{shown}");
}

fn shown(view: &UtteranceView) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Kept(words) => words.clone(),
        Piece::Left(words, n) => format!("[-{words}-]{n}"),
        Piece::Own(words) => format!("[+{words}+]"),
        Piece::Aside(words) => format!("({words})"),
    };
    let version = |version: &protocol::VersionView| {
        let pieces: Vec<String> = version.pieces.iter().map(piece).collect();
        format!("{}: {}\n", version.relation.label(), pieces.join(" "))
    };
    view.versions.iter().map(version).collect()
}

#[test]
fn an_utterance_shows_its_versions_word_by_word_and_who_has_none() {
    let mut engine = engine(&[OTHER, CUT, SPLICED, FULL]);
    let start = u32::try_from(CUT.find('«').expect("there is a mark")).expect("it is short");
    let view = utterance(&mut engine, 1, start);
    check(
        &shown(&view),
        expect![[r#"
            full: Nous fermerons le vieux pont de pierre dès lundi matin, parce que la crue a rongé ses deux piles et que personne ne doit y passer
            spliced: Nous fermerons le vieux pont de pierre [-dès lundi matin, parce que la crue a rongé ses deux piles et que-]14 [+et+] personne ne doit y passer
            cut: Nous fermerons le vieux pont de pierre dès lundi matin [-parce que la crue a rongé ses deux piles et que personne ne doit y passer-]16
        "#]],
    );
    assert_eq!(view.absent, [DocumentId(0)]);
    let splices = &view.versions[1].splices;
    assert_eq!(splices.len(), 1);
    assert_eq!((splices[0].before.as_str(), splices[0].n_left, splices[0].seam), ("vieux pont de pierre", 14, Seam::None));
}

#[test]
fn a_quotation_without_other_version_stands_alone() {
    let mut engine = engine(&[OTHER, FULL]);
    let start = u32::try_from(OTHER.find('«').expect("there is a mark")).expect("it is short");
    let view = utterance(&mut engine, 0, start + 6);
    assert_eq!((view.versions.len(), view.absent.as_slice()), (1, &[DocumentId(1)][..]));
    assert_eq!(view.versions[0].relation, Relation::Full);
    assert!(matches!(engine.answer(Request::Utterance { document: DocumentId(0), start: 1 }), Response::Refused { .. }));
    assert!(matches!(engine.answer(Request::Utterance { document: DocumentId(9), start: 1 }), Response::Refused { .. }));
}

#[test]
fn a_corpus_without_quotations_has_an_empty_ledger() {
    let view = ledger(&mut engine(&["Le pont est fermé depuis lundi. La ville attend la fin de la crue."]), all());
    assert_eq!(view, LedgerView::default());
}

#[test]
fn an_utterance_in_several_versions_is_a_finding() {
    let Response::Overview(overview) = engine(&[FULL, CUT, SPLICED]).answer(Request::Overview) else { panic!("no overview") };
    let versions = overview.findings.iter().find_map(|finding| match finding {
        Finding::Versions { n_articles, n_wordings, seam, .. } => Some((*n_articles, *n_wordings, *seam)),
        _ => None,
    });
    assert_eq!(versions, Some((3, 3, Join::Spliced)));
}

#[test]
fn the_sheets_hold_every_row_and_run_no_formula() {
    let mut engine = engine(&[FULL, CUT, "Il a crié. « =2+2 et encore un pont », a dit Jeanne Morel hier matin."]);
    let mut sheet = |sheet: LedgerSheet| match engine.answer(Request::LedgerSheet { request: LedgerRequest::default(), sheet }) {
        Response::Sheet(text) => text,
        other => panic!("{other:?}"),
    };
    let quotes = sheet(LedgerSheet::Quotes(crate::concordance::Separator::Comma));
    assert!(quotes.starts_with('\u{feff}') && quotes.lines().count() == 4 && quotes.contains(",'=2+2"), "{quotes}");
    assert_eq!(sheet(LedgerSheet::Voices(crate::concordance::Separator::Semicolon)).lines().count(), 4);
}

#[test]
fn marks_of_distance_and_titles_are_counted_apart() {
    let text = "Le « grand » pont est fermé. « Nous le fermons pour un mois », a dit Jeanne Morel. On projette le film « Le Pont de la rivière Kwaï ».";
    let view = ledger(&mut engine(&[text]), all());
    let scare = ledger(&mut engine(&[text]), LedgerRequest { kind: Some(QuoteKind::Scare), ..all() });
    assert_eq!((view.n_quotes, view.kinds[3]), (1, scare.n_quotes));
    assert_eq!((scare.n_quotes, scare.voices[0].key.as_str()), (1, NOBODY));
}

#[test]
fn marks_that_do_not_meet_are_told_once() {
    let text =
        "Le maire a parlé à la presse mardi. « Nous fermons le pont, a-t-il dit, et nous le rouvrirons au mois de mai.\n\nLa ville attend.";
    let Response::Health(view) = engine(&[text]).answer(Request::Health) else { panic!("no report") };
    let unpaired = view.issues.iter().filter(|issue| matches!(issue.kind, IssueKind::Damaged { first: Damage::UnpairedMark, .. }));
    assert_eq!(unpaired.count(), 1);
}

#[test]
fn what_a_hundred_articles_copy_is_one_utterance_with_its_cuts() {
    let copy = |n: usize| if n.is_multiple_of(3) { CUT.to_owned() } else { FULL.to_owned() };
    let texts: Vec<String> = (0..120).map(copy).collect();
    let mut engine = engine(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let view = ledger(&mut engine, all());
    let told: Vec<_> = view.shared.iter().map(|shared| (shared.card.n_versions, shared.card.n_articles, shared.n_wordings)).collect();
    assert_eq!(told, [(120, 120, 2)]);
    let start = view.shared[0].card.start;
    let view = utterance(&mut engine, 1, start);
    assert_eq!(
        view.versions.iter().map(|version| (version.relation, version.same.len())).collect::<Vec<_>>(),
        [(Relation::Full, 79), (Relation::Cut, 39)]
    );
}

#[test]
fn there_are_never_more_wordings_than_versions() {
    let told = |words: &str| format!("La ville attend. La maire, Jeanne Morel, a indiqué mardi que {words}. Les riverains restent calmes.");
    let (a, b) = (
        told("le pont de la gare fermerait en mai pour six mois de travaux"),
        told("le vieux pont de la gare fermerait en mai pour six mois de gros travaux"),
    );
    let mut engine = engine(&[&a, &b, FULL, CUT]);
    let view = ledger(&mut engine, all());
    assert!(view.shared.iter().all(|shared| shared.n_wordings <= shared.card.n_versions), "{:?}", view.shared);
    assert!(view.shared.iter().all(|shared| !shared.text.contains("gare")), "what nobody put between marks is not shown between marks");
    let start = u32::try_from(a.find("que le pont").expect("it is there")).expect("it is short");
    assert_eq!(utterance(&mut engine, 0, start).n_versions, 2);
}
