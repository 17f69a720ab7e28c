//! Notes on passages: made, found again, handed on, brought together.

use browser_tests::{Page, Theme, Visit};

use crate::files::{FIRST, SECOND};
use crate::{drawn, open, opened};

/// Chooses by its words in a list to choose from.
#[track_caller]
fn choose(page: &Page, css: &str, words: &str) {
    page.wait_for(css);
    let found = page.eval(&format!(
        "(() => {{ const field = document.querySelector('{css}'); const option = [...field.options].find((one) => one.text.startsWith('{words}'));
           if (!option) return [...field.options].map((one) => one.text); field.value = option.value; field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true; }})()"
    ));
    assert_eq!(found, true, "no “{words}” in {css}");
}

/// Fills the form that is open with a new label and a comment, and saves it.
#[track_caller]
fn save(page: &Page, label: &str, comment: &str) {
    page.wait_until("document.activeElement?.id === 'note-comment'");
    page.type_text(comment);
    choose(page, "#note-label", "Nouvelle");
    page.fill("#note-label-name", label);
    page.click(".note-form button[type='submit']");
    page.wait_gone(".note-form");
}

/// The two articles of the files, as the corpus.
#[track_caller]
fn two_articles() -> Page {
    let page = open("#/panorama");
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    page
}

/// A file of one pupil, as a JavaScript expression of `File`.
fn pupil(name: &str, exact: &str, comment: &str) -> String {
    format!(
        "new File([JSON.stringify({{ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items: [{{ type: 'Annotation',
            body: [{{ type: 'TextualBody', purpose: 'commenting', value: '{comment}' }}, {{ type: 'TextualBody', purpose: 'tagging', value: 'Lieu' }}],
            target: {{ source: 'un.txt', selector: {{ type: 'TextQuoteSelector', exact: '{exact}' }} }} }}] }})], '{name}.jsonld')"
    )
}

#[test]
fn by_mouse_a_passage_is_noted_and_still_there_after_a_reload() {
    let page = open("#/lire/003.txt");
    page.select("article.text", "veut mondialiser");
    page.click(".selected-note");
    save(&page, "À vérifier", "Qui le dit ?");
    page.wait_for("article.text mark.noted");
    assert!(page.text("article.text .pin.noted").contains("À vérifier"));
    assert!(page.text("article.text mark.noted").contains("veut mondialiser"));
    assert!(page.text(".note-card").contains("Qui le dit ?"));
    page.wait_until("indexedDB.databases().then((all) => all.length > 0)");
    page.go("#/notes");
    page.wait_for(".notes-view .note-card .passage");
    // Kept when the writer pauses: the corpus says so.
    page.go("#/corpus");
    page.wait_for(".keeping .said");
    page.wait_until("!document.querySelector('.keeping .said.not')");
    page.load("#/notes");
    drawn(&page);
    page.wait_for(".notes-view .note-card .passage");
    page.click(".notes-view .note-card .passage");
    page.wait_for("article.text mark.noted");
    page.wait_for(".note-panel .note-card");
    page.assert_quiet();
}

#[test]
fn by_keyboard_alone_a_sentence_is_noted_edited_removed_and_put_back() {
    let page = open("#/lire/003.txt");
    page.wait_for("article.text p");
    page.press("n");
    page.wait_until("document.activeElement?.id === 'note-comment'");
    let first = page.text("#note-passage");
    page.press("Shift+Tab");
    page.keys(&["Shift+Tab", "Enter"]);
    page.wait_until(&format!("document.querySelector('#note-passage').innerText !== {first:?}"));
    page.tab_to("#note-comment");
    page.type_text("Une phrase.");
    page.tab_to(".note-form button[type='submit']");
    page.press("Enter");
    page.wait_gone(".note-form");
    page.wait_until("document.activeElement?.matches('.pin.noted')");
    page.tab_to(".note-edit");
    page.press("Enter");
    page.wait_until("document.activeElement?.id === 'note-comment' && document.activeElement.value === 'Une phrase.'");
    page.press("End");
    page.type_text(" Oui.");
    page.tab_to(".note-form button[type='submit']");
    page.press("Enter");
    page.wait_for_text("Une phrase. Oui.");
    page.tab_to(".note-remove");
    page.press("Enter");
    page.wait_gone("article.text mark.noted");
    page.wait_until("document.activeElement?.matches('.note-undo')");
    page.press("Enter");
    page.wait_for("article.text mark.noted");
    page.assert_quiet();
}

#[test]
fn a_passage_is_found_again_when_its_article_is_cut_in_two() {
    let page = two_articles();
    page.go("#/lire/un.txt");
    page.select("article.text", "a fermé le port");
    page.press("n");
    save(&page, "Fait", "");
    page.go("#/corpus/un.txt");
    page.wait_for("#raw");
    page.eval("(() => { const area = document.querySelector('#raw'); area.setSelectionRange(15, 15); return true; })()");
    page.click(".texts .cut");
    page.wait_for_text("coupé en deux");
    page.go("#/notes");
    // A blank is a plus sign in an address.
    page.wait_until("document.querySelector('.notes-view .note-card .passage')?.getAttribute('href').includes('un.txt+%282%29')");
    page.click(".notes-view .note-card .passage");
    page.wait_for("article.text mark.noted");
    assert_eq!(page.text("article.text mark.noted").trim(), "a fermé le port");
    page.assert_quiet();
}

#[test]
fn notes_of_three_pupils_are_brought_together_with_who_said_what() {
    let page = two_articles();
    let files = [pupil("Ana", "Le maire de Brest", "Qui ?"), pupil("Bo", "lundi", "Quand ?"), pupil("Chloé", "Le port ferme", "Quoi ?")];
    page.drop_files(&files.join(", "));
    page.wait_for(".notes-view .note-card");
    assert_eq!(page.count(".notes-view .note-card"), 3);
    assert!(page.text(".report").contains("Bo.jsonld"), "{}", page.text(".report"));
    choose(&page, "#notes-author", "Bo");
    page.wait_until("document.querySelectorAll('.notes-view .note-card').length === 1");
    assert!(page.text(".notes-view .note-card").contains("Quand ?"));
    assert!(page.fragment().contains("de=Bo"), "{}", page.fragment());
    // The same files once more add nothing, and that is said.
    page.drop_files(&files.join(", "));
    page.wait_until("document.querySelector('.report').innerText.includes('1\\u00a0note, 1 déjà là')");
    page.go("#/notes");
    page.wait_until("document.querySelectorAll('.notes-view .note-card').length === 3");
    page.click(".notes-view .note-remove");
    page.wait_until("document.querySelectorAll('.notes-view .note-card').length === 2");
    page.click(".notes-view .note-undo");
    page.wait_until("document.querySelectorAll('.notes-view .note-card').length === 3");
    page.assert_quiet();
}

#[test]
fn what_cannot_be_taken_has_a_line_and_nothing_is_lost() {
    let page = two_articles();
    let elsewhere = pupil("ailleurs", "rien", "?").replace("'un.txt'", "'autre.txt'");
    let long = pupil("long", "Le maire de Brest", "?").replace("value: 'Lieu'", "value: 'é'.repeat(300)");
    page.drop_files(&format!(
            "{elsewhere}, {long}, new File(['{{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", '], 'casse.jsonld'), new File(['Du texte.'], 'faux.jsonld')"
        ),
    );
    page.wait_for(".notes-view .report .lines");
    let report = page.text(".report");
    for said in ["casse.jsonld", "faux.jsonld", "pour des articles qui ne sont pas dans ce corpus"] {
        assert!(report.contains(said), "{said}: {report}");
    }
    page.wait_for_text("Passages d’articles qui ne sont pas dans ce corpus");
    assert!(page.text(".notes-view").contains("autre.txt"));
    assert!(page.text(".label-sign").chars().count() < 40);
    assert_eq!(page.eval("[...document.querySelectorAll('.note-card .label-sign')].map((sign) => sign.title.length).includes(300)"), true);
    page.resize(360, 800);
    assert_eq!(page.overflow(), 0);
    page.assert_quiet();
}

#[test]
fn a_label_is_called_otherwise_and_taken_away_with_its_notes_kept() {
    let page = two_articles();
    page.drop_files(&pupil("Ana", "Le maire de Brest", "Qui ?"));
    page.wait_for(".notes-view .note-card");
    page.click(".label-list summary");
    page.fill(".label-list input", "Personne");
    page.press("Enter");
    page.wait_until("document.querySelector('.note-card .label-sign').innerText === 'Personne'");
    page.click(".label-remove");
    page.wait_until("document.querySelector('.note-card .label-sign').innerText === 'Sans étiquette'");
    assert_eq!(page.count(".notes-view .note-card"), 1);
    page.assert_quiet();
}

#[test]
fn everyone_can_use_the_notes_in_both_themes() {
    for theme in [Theme::Light, Theme::Dark] {
        let page = opened(Visit::new().themed(theme).open("#/notes"));
        page.wait_for(".notes-view .none");
        page.assert_accessible();
        page.go("#/lire/003.txt");
        for (at, colour) in ["yellow", "green", "blue", "pink", "orange", "grey"].into_iter().enumerate() {
            page.go(&format!("#/lire/003.txt?p={}-{}", 900 + 40 * at, 930 + 40 * at));
            page.wait_for("article.text .target");
            page.press("n");
            page.wait_until("document.activeElement?.id === 'note-comment'");
            choose(&page, "#note-label", "Nouvelle");
            page.fill("#note-label-name", colour);
            page.click(&format!(".new-label input[value='{colour}']"));
            if at == 0 {
                page.assert_accessible();
            }
            page.click(".note-form button[type='submit']");
            page.wait_gone(".note-form");
        }
        page.assert_accessible();
        page.go("#/notes");
        page.wait_for(".notes-view .note-card .passage");
        page.click(".label-list summary");
        page.assert_accessible();
        page.assert_quiet();
    }
}
