//! A corpus stays in the browser, goes out as one file and comes back; without storage the page says so.

use browser_tests::Visit;

use crate::files::{FIRST, SECOND};
use crate::{drawn, open};

/// As a private window has it.
const NO_STORAGE: &str = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });";

#[test]
fn a_corpus_is_there_again_after_a_reload_at_the_same_place() {
    let page = open("#/panorama");
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    page.go("#/corpus");
    page.wait_for_text("Gardé dans ce navigateur");
    page.go("#/lire/un.txt");
    page.wait_for_text("Le port ferme");
    page.reload();
    page.wait_for_text("Le port ferme");
    assert_eq!(page.fragment(), "#/lire/un.txt");
    page.assert_quiet();
}

#[test]
fn corpora_stand_side_by_side_until_one_is_forgotten() {
    let page = open("#/panorama");
    page.drop_files(FIRST);
    page.wait_for_text("Un seul article");
    page.go("#/corpus");
    page.wait_for_text("Gardé dans ce navigateur");
    page.click_text(".bring label", "ouvre un autre corpus");
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    page.go("#/corpus");
    page.wait_until("document.querySelectorAll('.shelf li').length === 2");
    page.click_text(".shelf li button", "Ouvrir");
    page.wait_for_text("Un seul article");
    page.go("#/corpus");
    page.wait_until("document.querySelectorAll('.shelf li').length === 2");
    page.click(".shelf li:first-child details summary");
    page.click_text(".shelf li:first-child button", "Le retirer de ce navigateur");
    page.wait_until("document.querySelectorAll('.shelf li').length === 1");
    page.assert_accessible();
    page.click_text(".taken button", "Le remettre");
    page.wait_until("document.querySelectorAll('.shelf li').length === 2 && !document.querySelector('.taken')");
    page.reload();
    page.wait_until("document.querySelectorAll('.shelf li').length === 2");
    page.assert_quiet();
}

#[test]
fn a_kept_corpus_is_joined_and_kept_whole_though_the_page_holds_no_copy() {
    let page = open("#/panorama");
    page.drop_files(FIRST);
    page.wait_for_text("Un seul article");
    page.go("#/corpus");
    page.wait_for_text("Gardé dans ce navigateur");
    page.reload();
    page.wait_for_text("Gardé dans ce navigateur");
    page.drop_files(SECOND);
    page.wait_for_text("Deux articles");
    page.go("#/corpus");
    page.wait_until("document.querySelectorAll('.loaded li').length === 2 && !document.querySelector('.task')");
    page.wait_for_text("Gardé dans ce navigateur");
    // Taken out of the storage, it is held by the page again, and what joins it has it kept anew.
    page.click(".shelf li:first-child details summary");
    page.click_text(".shelf li:first-child button", "Le retirer de ce navigateur");
    page.wait_until("document.querySelectorAll('.shelf li').length === 0");
    page.drop_files("new File(['La gare rouvre jeudi.'], 'trois.txt')");
    page.wait_for_text("Trois articles");
    page.go("#/corpus");
    page.wait_until("document.querySelectorAll('.loaded li').length === 3 && !document.querySelector('.task')");
    page.wait_for_text("Gardé dans ce navigateur");
    page.reload();
    page.wait_until("document.querySelectorAll('.loaded li').length === 3");
    page.assert_quiet();
}

#[test]
fn an_exported_corpus_comes_back_with_its_corrections_and_notes() {
    let page = Visit::new()
        .with_script(
            "{ const made = URL.createObjectURL; URL.createObjectURL = (blob) => { window.saved = blob; return made.call(URL, blob); }; }",
        )
        .open("#/panorama");
    drawn(&page);
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    page.go("#/corpus/un.txt");
    page.wait_for("#fact-title");
    page.fill("#fact-title", "Le port reste fermé");
    page.click_text(".facts button", "Corriger");
    page.wait_for_text("Le port reste fermé");
    page.go("#/corpus");
    page.wait_for("#notes");
    page.fill("#notes", "À vérifier auprès du port.");
    page.go("#/panorama");
    drawn(&page);
    page.go("#/corpus");
    page.wait_until("document.querySelector('#notes')?.value === 'À vérifier auprès du port.'");
    page.eval("scrollTo(0, 0)");
    page.click_text(".keeping button", "Exporter ce corpus");
    page.wait_until("window.saved !== undefined");
    page.click_text(".shelf button", "Revenir au corpus d’exemple");
    page.wait_for_text("Cinq articles");
    page.drop_files("new File([window.saved], 'port.recoupe')");
    page.wait_for_text("Deux articles");
    page.wait_for_text("Le port reste fermé");
    page.go("#/corpus");
    page.wait_until("document.querySelector('#notes')?.value === 'À vérifier auprès du port.'");
    page.assert_quiet();
}

#[test]
fn without_storage_everything_works_and_the_page_says_that_it_will_forget() {
    let page = Visit::new().with_script(NO_STORAGE).open("#/panorama");
    drawn(&page);
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    page.go("#/corpus");
    page.wait_for_text("Ne sera pas gardé");
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn where_nothing_is_kept_the_corpus_before_an_import_can_be_opened_again_and_the_other_after_it() {
    let page = Visit::new().with_script(NO_STORAGE).open("#/panorama");
    drawn(&page);
    page.drop_files(FIRST);
    page.wait_for_text("Un seul article");
    page.go("#/corpus");
    page.click_text(".bring label", "ouvre un autre corpus");
    page.drop_files(&format!("{SECOND}, new File(['La gare rouvre jeudi.'], 'trois.txt')"));
    page.wait_for_text("Deux articles");
    page.go("#/corpus");
    page.wait_for(".earlier");
    page.assert_accessible();
    page.click_text(".earlier button", "Le rouvrir");
    page.wait_for_text("Un seul article");
    page.go("#/corpus");
    page.wait_until("document.querySelectorAll('.loaded li').length === 1");
    page.click_text(".earlier button", "Le rouvrir");
    page.wait_for_text("Deux articles");
    page.assert_quiet();
}

#[test]
fn articles_that_joined_a_kept_corpus_leave_it_again_and_what_was_written_since_stays() {
    let page = open("#/panorama");
    page.drop_files(FIRST);
    page.wait_for_text("Un seul article");
    page.drop_files(SECOND);
    page.wait_for_text("Deux articles");
    page.go("#/corpus");
    page.wait_until("document.querySelector('.earlier') && document.querySelectorAll('.shelf li').length === 1");
    page.wait_for_text("Gardé dans ce navigateur");
    page.click_text(".earlier button", "Le rouvrir");
    page.wait_for_text("Un seul article");
    page.go("#/corpus");
    page.wait_until("document.querySelectorAll('.loaded li').length === 1 && !document.querySelector('.earlier')");
    page.wait_for_text("Gardé dans ce navigateur");
    page.reload();
    page.wait_until("document.querySelectorAll('.loaded li').length === 1 && document.querySelectorAll('.shelf li').length === 1");
    page.assert_quiet();
}

#[test]
fn what_was_found_in_a_corpus_is_kept_with_it_and_passed_over_where_it_is_damaged() {
    let page = open("#/panorama");
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    // A promise of what `work` makes of the pieces that are kept; asked for again until it is true.
    let of_shelf = |work: &str| {
        let promise = format!(
            "(async () => {{
                const asked = (request) => new Promise((done, failed) => {{ request.onsuccess = () => done(request.result); request.onerror = failed; }});
                const shelf = await asked(indexedDB.open('recoupe'));
                for (;;) {{
                    const store = shelf.transaction(['analyses'], 'readwrite').objectStore('analyses');
                    const [key, [pieces]] = [await asked(store.getAllKeys()), await asked(store.getAll())];
                    const size = (pieces ?? []).reduce((sum, piece) => sum + piece.length, 0);
                    const found = {work};
                    if (found) {{ shelf.close(); return found; }}
                    await new Promise(requestAnimationFrame);
                }}
            }})()"
        );
        page.settle(&promise).expect("the shelf can be read")
    };
    let size = of_shelf("size").as_u64().unwrap();
    page.reload();
    page.wait_for_text("Deux articles");
    assert_eq!(of_shelf("size"), size);
    // Half of it: all is found again, and kept whole.
    of_shelf("await asked(store.put(pieces.map((piece) => piece.slice(0, piece.length / 2)), key[0]))");
    page.reload();
    page.wait_for_text("Deux articles");
    page.go("#/lire/un.txt");
    page.wait_for_text("Le port ferme");
    of_shelf(&format!("size === {size}"));
    page.assert_quiet();
}
