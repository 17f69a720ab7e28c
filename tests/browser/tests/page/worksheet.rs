//! The worksheet and its key: made in few steps, on two pages each, and what the key says is what the engine says.

use recoupe::engine::Engine;
use recoupe::protocol::{ActivityKind, Choice, ClassRequest, ClassView, LessonRequest, LessonView, Request, Response};

use crate::{drawn, open};

/// The lesson that a sheet of these words is made from, as the shell would ask for it.
fn lesson(kind: ActivityKind, n_questions: u32, words: u32) -> LessonView {
    let mut engine = Engine::shipped().unwrap();
    let articles = engine.corpus().documents.iter().take(3).map(|document| document.id).collect();
    let request = ClassRequest::Lesson(LessonRequest { kinds: vec![kind], seed: 0, n_questions, articles, words });
    let Response::Class(bytes) = engine.answer(Request::Class(request.pack())) else { panic!("a class is answered") };
    let Some(ClassView::Lesson(view)) = ClassView::unpack(&bytes) else { panic!("a lesson is a lesson") };
    view
}

#[test]
fn a_fresh_page_comes_to_a_printed_sheet_in_three_steps() {
    let page = open("#/panorama");
    page.eval("window.print = () => { window.printed = (window.printed || 0) + 1; }");
    page.click_text("nav a", "Corpus");
    page.click(".to-print a");
    page.wait_for(".sheet .sheet-task");
    page.click(".sheet-steps .print");
    page.wait_until("window.printed === 1");
    assert!(page.text(".sheet-steps [role=status]").contains("deux pages"), "{}", page.text(".sheet-steps [role=status]"));
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn sheet_and_key_are_two_pages_each_and_nothing_is_cut() {
    let page = open("#/classe/fiche");
    for (address, inside) in [("#/classe/fiche", ".sheet-articles"), ("#/classe/corrige", ".sheet-answer")] {
        page.go(address);
        page.wait_for(&format!(".sheet {inside}"));
        drawn(&page);
        assert!(page.n_printed_pages() <= 2, "{address}");
        // Nothing is wider than the paper, in which it would be cut.
        let wider = "[...document.querySelectorAll('.sheet *')].filter((e) => e.getBoundingClientRect().right > document.querySelector('.sheet').getBoundingClientRect().right + 1).length";
        assert_eq!(page.eval(wider), 0, "{address}");
        page.assert_accessible();
    }
    page.assert_quiet();
}

#[test]
fn the_page_of_the_teacher_is_two_pages_in_either_language() {
    for language in ["fr", "en"] {
        let page = open(&format!("?lang={language}#/classe"));
        page.wait_for(".lesson .offer tbody tr");
        drawn(&page);
        assert!(page.n_printed_pages() <= 2, "{language}: {}", page.n_printed_pages());
        page.assert_quiet();
    }
}

#[test]
fn the_key_says_what_the_engine_says_and_opens_where_it_stands() {
    let page = open("#/classe/corrige?avec=voix&n=3&mots=240");
    page.wait_for(".sheet .sheet-answer");
    let expected: Vec<String> = lesson(ActivityKind::Speaker, 3, 240).activities[0]
        .questions
        .iter()
        .map(|question| match &question.choices[question.answers[0] as usize] {
            Choice::Words(name) => name.clone(),
            other => panic!("names are chosen from, not {other:?}"),
        })
        .collect();
    assert!(!expected.is_empty());
    assert_eq!(page.texts(".sheet-answer"), expected);
    // The number beside an answer is that of a paragraph of the sheet, and opens its passage.
    let number = page.text(".sheet-question .sheet-proofs a");
    page.click(".sheet-question .sheet-proofs a");
    page.wait_until("location.hash.startsWith('#/lire/') && location.hash.includes('p=')");
    page.back();
    page.wait_for(".sheet .sheet-answer");
    page.click_text("nav a", "Fiche");
    page.wait_for(".sheet .paragraph-number");
    assert!(page.fragment().contains("avec=voix"), "the choice stays: {}", page.fragment());
    assert!(page.texts(".paragraph-number").contains(&number), "{number}");
    page.assert_quiet();
}

#[test]
fn a_sheet_says_that_it_is_shortened_and_when_it_is_too_long() {
    let page = open("#/classe/fiche?mots=80");
    page.wait_for(".sheet .sheet-task");
    page.wait_for_text("Texte raccourci pour la classe");
    page.go("#/classe/fiche?mots=100000&n=6");
    page.wait_for_text("Pour revenir à deux");
    assert!(!page.text(".sheet").contains("Texte raccourci"));
    page.assert_quiet();
}

#[test]
fn what_is_chosen_is_in_the_address_and_done_by_keyboard() {
    let page = open("#/classe/fiche");
    page.wait_for(".sheet .sheet-task");
    let n = page.count(".sheet-articles section");
    assert_eq!(n, 3);
    page.tab_to(".sheet-choices details:first-child summary");
    page.press("Enter");
    page.tab_to(".sheet-choices details:first-child li:nth-child(3) input");
    page.press(" ");
    page.wait_until("document.querySelectorAll('.sheet-articles section').length === 2");
    assert!(page.fragment().contains("article=000.txt&article=001.txt"), "{}", page.fragment());
    assert_eq!(page.eval("document.activeElement.matches('.sheet-choices input')"), true, "focus stays where it was");
    page.assert_quiet();
}

#[test]
fn one_article_makes_a_sheet_of_what_one_article_offers() {
    let page = open("#/panorama");
    page.drop_files("new File(['Le pont ferme\\n\\nLe pont de Brest a fermé lundi 3 mai 2021, peu après midi, sur ordre de la mairie. « Nous rouvrirons le pont avant la fin de l’été », a promis la maire, Hélène Faure. Les bus sont détournés par le port.'], 'un.txt')",
    );
    page.wait_for_text("Le pont ferme");
    page.go("#/classe/fiche");
    page.wait_for(".sheet .sheet-articles section");
    page.wait_until("document.querySelectorAll('.sheet-articles section').length === 1");
    page.go("#/classe/corrige");
    page.wait_for_text("Il faut au moins deux articles");
    page.assert_quiet();
}

#[test]
fn from_a_phone_the_sheet_is_printed_as_from_a_desk() {
    let page = open("#/classe/fiche");
    page.resize(360, 740);
    page.wait_for(".sheet .sheet-task");
    drawn(&page);
    assert_eq!(page.overflow(), 0, "the paper scrolls in its own frame");
    assert!(page.n_printed_pages() <= 2, "{}", page.n_printed_pages());
    page.assert_quiet();
}

#[test]
fn forty_articles_make_a_lesson_and_a_sheet_that_says_what_it_leaves_out() {
    let page = open("#/panorama");
    let files: Vec<String> = (0..40)
        .map(|n| {
            let (day, town) = (1 + n % 28, ["Brest", "Lorient", "Vannes", "Quimper"][n % 4]);
            format!(
                "new File(['---\\ntitle: Le port de {town} rouvre, jour {n}\\noutlet: Journal {n}\\ndate: 2019-03-{day:02}\\n---\\n\\nLe maire de {town} a annoncé que {} navires \
                 étaient revenus au port. « Nous attendions ce jour depuis la tempête numéro {n} », a déclaré Jeanne Le Goff, capitaine. Les quais ferment à {} heures.\\n'], 'a{n}.md')",
                120 + 7 * n,
                8 + n % 12
            )
        })
        .collect();
    page.drop_files(&files.join(", "));
    page.wait_until("document.querySelectorAll('.grid thead th').length === 41");
    // Forty that tell nearly the same give no sentence of one alone, and the page says so.
    page.go("#/classe/article");
    page.wait_for_text("n’est sûrement propre à l’un d’eux");
    page.go("#/classe/fiche");
    page.wait_for(".sheet .sheet-task");
    drawn(&page);
    assert!(page.n_printed_pages() <= 2, "{}", page.n_printed_pages());
    let chosen = page.count(".sheet-articles > *");
    assert!((1..40).contains(&chosen), "{chosen}");
    page.assert_accessible();
    page.assert_quiet();
}
