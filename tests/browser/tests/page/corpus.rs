//! One's own files: dropped, chosen or pasted, each an article or a line that says why not.

use browser_tests::Visit;

use crate::files::{FIRST, SECOND, choose_folder, zipped};
use crate::{drawn, open, opened};

#[test]
fn dropped_files_become_the_corpus_and_the_example_comes_back() {
    let page = open("#/lire/003.txt");
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    drawn(&page);
    assert!(page.text(".grid").contains("Paul Le Gall"), "{}", page.text(".grid"));
    page.click_text("nav a", "Corpus");
    page.wait_until("document.querySelectorAll('.loaded li').length === 2");
    page.assert_accessible();
    page.click_text(".shelf button", "Revenir au corpus d’exemple");
    page.wait_for_text("Cinq articles");
    page.assert_quiet();
}

#[test]
fn what_cannot_be_read_gets_a_line_and_the_rest_comes_in() {
    let page = open("#/panorama");
    let wrong = "new File([], 'vide.txt'), new File(['%PDF-1.4 x'], 'page.pdf'), new File(['a\\0b\\0\\0\\x01'], 'binaire.txt')";
    let old =
        "new File([new Uint8Array([0x4c, 0x27, 0xe9, 0x74, 0xe9, 0x20, 0xe0, 0x20, 0x42, 0x72, 0x65, 0x73, 0x74, 0x2e])], 'ancien.txt')";
    page.drop_files(&format!("{FIRST}, {wrong}, {old}, {FIRST}"));
    page.wait_for(".report");
    let report = page.text(".report").replace(['\u{a0}', '\u{202f}'], " ");
    for words in
        ["2 articles", "vide.txt", "fichier vide", "page.pdf", "binaire.txt", "pas du texte", "ancien.txt", "Windows-1252", "déjà là"]
    {
        assert!(report.contains(words), "“{words}” in: {report}");
    }
    assert_eq!(page.count(".loaded li"), 2);
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn when_nothing_can_be_read_the_corpus_before_stays() {
    let page = open("#/panorama");
    page.drop_files("new File([], 'vide.txt')");
    page.wait_for(".report");
    assert_eq!(page.count(".loaded li"), 5);
    assert!(page.text(".report").contains("reste le même"));
    page.assert_quiet();
}

#[test]
fn files_brought_later_join_the_readers_corpus_or_open_another() {
    let page = open("#/panorama");
    page.drop_files(FIRST);
    page.wait_for_text("Un seul article");
    page.drop_files(SECOND);
    page.wait_for_text("Deux articles");
    page.click_text("nav a", "Corpus");
    page.click_text(".bring label", "ouvre un autre corpus");
    page.drop_files(SECOND);
    page.wait_for_text("Un seul article");
    page.assert_quiet();
}

#[test]
fn a_text_that_is_pasted_is_an_article() {
    let page = open("#/corpus");
    page.wait_for(".paste");
    page.click(".paste summary");
    page.fill("#paste-name", "dépêche");
    page.fill("#paste-text", "Le port ferme\n\nLe maire de Brest, Paul Le Gall, a fermé le port lundi.");
    page.click(".paste button");
    page.wait_for_text("Un seul article");
    page.go("#/corpus");
    page.wait_until("document.querySelector('.loaded .file')?.textContent.startsWith('dépêche.txt')");
    page.assert_quiet();
}

#[test]
fn a_table_shows_its_columns_and_is_read_again_with_others() {
    let page = open("#/panorama");
    let long = "Le maire de Brest a fermé le port lundi après la tempête, et les pêcheurs attendent sur le quai depuis le matin.";
    let other = "Autre colonne de texte sur la grève des dockers de Lorient, qui dure depuis trois semaines et continue jeudi.";
    let table = format!(
        "new File(['titre,texte,autre\\nUn port ferme,\\\"{long}\\\",\\\"{other}\\\"\\nUn port rouvre,\\\"{long} Il rouvre.\\\",\\\"{other} Fin.\\\"\\n'], 'presse.csv')"
    );
    page.drop_files(&table);
    page.wait_for(".table-columns");
    assert_eq!(page.texts(".loaded h3"), ["Un port ferme", "Un port rouvre"]);
    page.assert_accessible();
    page.eval("(() => { document.querySelector('.table-columns select[name=text]').value = '2'; return true; })()");
    page.click_text(".table-columns button", "Relire avec ces colonnes");
    page.wait_until(
        "document.querySelector('.table-columns select[name=text] option[value=\"2\"]')?.selected && !document.querySelector('.task')",
    );
    page.click(".loaded h3 a");
    page.wait_for_text("dockers de Lorient");
    page.go("#/corpus");
    page.wait_for(".table-columns");
    page.eval("(() => { document.querySelector('.table-columns select[name=text]').value = ''; return true; })()");
    page.click_text(".table-columns button", "Relire avec ces colonnes");
    page.wait_for_text("aucune colonne");
    page.drop_files(FIRST);
    page.wait_until("document.querySelectorAll('.accounts li').length === 3");
    page.assert_quiet();
}

#[test]
fn a_table_in_an_archive_is_read_again_with_other_columns() {
    let page = open("#/panorama");
    let long = "le maire de Brest a fermé le port lundi après la tempête, et les pêcheurs attendent sur le quai depuis le matin.";
    let other = "la grève des dockers de Lorient dure depuis trois semaines et continue jeudi, disent leurs délégués devant la grille.";
    let table =
        format!("'titre,texte,autre\\nUn port ferme,\"Hier {long}\",\"Là {other}\"\\nUn port rouvre,\"Puis {long}\",\"Ici {other}\"\\n'");
    page.drop_files(&zipped("presse.zip", "listes/presse.csv", &table));
    page.wait_for(".table-columns");
    assert!(page.text(".table-columns h3").contains("presse.zip/listes/presse.csv"));
    assert_eq!(page.texts(".loaded h3"), ["Un port ferme", "Un port rouvre"]);
    page.eval("(() => { document.querySelector('.table-columns select[name=text]').value = '2'; return true; })()");
    page.click_text(".table-columns button", "Relire avec ces colonnes");
    page.wait_until(
        "document.querySelector('.table-columns select[name=text] option[value=\"2\"]')?.selected && !document.querySelector('.task')",
    );
    assert_eq!(page.count(".loaded li"), 2);
    page.click(".loaded h3 a");
    page.wait_for_text("dockers de Lorient");
    page.assert_quiet();
}

#[test]
fn what_lies_beside_saved_pages_is_set_aside_in_one_line() {
    let page = open("#/corpus");
    let text = "<!doctype html><title>Crue</title><article><h1>La crue monte</h1><p>Le fleuve a débordé mardi sur les quais de la ville, dit le maire.</p></article>";
    choose_folder(
        &page,
        &format!(
            "['presse/Crue.html', '{text}'], ['presse/Crue_fichiers/style.css', 'p {{}}'], ['presse/Crue_fichiers/pub.html', '<p>Achetez.</p>'], ['presse/a.txt', 'Le port rouvre jeudi.']"
        ),
    );
    page.wait_for_text("Deux articles");
    page.go("#/corpus");
    page.wait_for_text("éléments de pages enregistrées");
    assert_eq!(page.count(".report .lines li"), 1, "{}", page.text(".report"));
    assert_eq!(page.count(".loaded li"), 2);
    page.assert_quiet();
}

#[test]
fn the_page_answers_while_a_large_corpus_comes_in_and_the_import_can_be_stopped() {
    let page = open("#/panorama");
    let many = "...Array.from({ length: 1500 }, (_, n) => new File([`Le port ${n} ferme\\n\\n` + `Le maire de la ville ${n}, Paul Le Gall, a fermé le port lundi à ${n} heures devant les pêcheurs. `.repeat(25)], `port${n}.txt`))";
    page.drop_files(many);
    page.wait_for(".task");
    page.press("/");
    page.type_text("délai");
    page.wait_for(".results .passage");
    assert!(page.count(".task") == 1, "the import was over before the answer came");
    page.click_text(".task button", "Arrêter");
    page.wait_for(".report");
    assert!(page.text(".report").to_lowercase().contains("interrompu"), "{}", page.text(".report"));
    assert_eq!(page.count(".loaded li"), 5);
    page.assert_quiet();
}

/// A page whose element names a corpus.
fn named(address: &str) -> Visit {
    Visit::new().with_script(&format!(
        "addEventListener('DOMContentLoaded', () => document.querySelector('#app')?.setAttribute('src', '{address}'));"
    ))
}

#[test]
fn the_element_of_the_page_can_name_its_corpus() {
    let page = opened(named("THIRD-PARTY.txt").open("#/corpus"));
    page.wait_until("document.querySelector('.loaded .file')?.textContent.startsWith('THIRD-PARTY.txt')");
    page.wait_for_text("Ce corpus est venu avec la page");
    page.assert_quiet();
}

#[test]
fn a_named_corpus_that_is_not_there_leaves_the_example_and_says_so() {
    let page = opened(named("nulle-part.json").open("#/panorama"));
    page.wait_for_text("nulle-part.json");
    page.wait_for_text("Cinq articles");
}
