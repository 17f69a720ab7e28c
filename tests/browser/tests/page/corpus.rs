//! One's own files: dropped or chosen, each an article or a line that says why not.

use browser_tests::Page;

use crate::{drawn, open};

/// Drops files, given as JavaScript expressions of `File`, onto the page.
fn drop_files(page: &Page, files: &str) {
    page.eval(&format!(
        "(() => {{ const carried = new DataTransfer(); for (const file of [{files}]) carried.items.add(file);
        document.querySelector('#main').dispatchEvent(new DragEvent('drop', {{ dataTransfer: carried, bubbles: true, cancelable: true }})); return true; }})()"
    ));
}

const FIRST: &str = "new File(['Le port ferme\\n\\nLe maire de Brest, Paul Le Gall, a fermé le port lundi.'], 'un.txt')";
const SECOND: &str = "new File(['# Paul Le Gall se tait\\n\\nLe maire de Brest, Paul Le Gall, n’a pas répondu.'], 'deux.md')";

#[test]
fn dropped_files_become_the_corpus_and_the_example_comes_back() {
    let page = open("#/lire/003.txt");
    drop_files(&page, &format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    drawn(&page);
    assert!(page.text(".grid").contains("Paul Le Gall"), "{}", page.text(".grid"));
    page.click_text("nav a", "Corpus");
    page.wait_until("document.querySelectorAll('.loaded li').length === 2");
    page.assert_accessible();
    page.click_text(".bring button", "Revenir au corpus d’exemple");
    page.wait_for_text("Cinq articles");
    page.assert_quiet();
}

#[test]
fn what_cannot_be_read_gets_a_line_and_the_rest_comes_in() {
    let page = open("#/panorama");
    let wrong = "new File([new Uint8Array([255, 254, 65, 0])], 'utf16.txt'), new File([], 'vide.txt'), new File(['%PDF'], 'page.pdf'), new File(['a\\0b'], 'binaire.txt')";
    drop_files(&page, &format!("{FIRST}, {wrong}, {FIRST}"));
    page.wait_for(".report");
    let report = page.text(".report");
    for words in ["2 articles lus", "utf16.txt", "UTF-8", "vide.txt", "fichier vide", "page.pdf", "binaire.txt", "pas du texte"] {
        assert!(report.replace('\u{a0}', " ").contains(words), "“{words}” in: {report}");
    }
    assert_eq!(page.texts(".loaded .file"), ["un.txt", "un.txt (2)"]);
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn when_nothing_can_be_read_the_corpus_before_stays() {
    let page = open("#/panorama");
    drop_files(&page, "new File([], 'vide.txt')");
    page.wait_for(".report");
    assert_eq!(page.count(".loaded li"), 5);
    assert!(page.text(".report").contains("reste le même"));
    page.assert_quiet();
}
