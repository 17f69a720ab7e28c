//! The researcher's tools: passages in line, where they lie, what stands around them, queries side by side.

use browser_tests::Page;

use crate::{drawn, number_before, open};

/// How many passages the status line counts.
#[track_caller]
fn counted(page: &Page) -> u32 {
    number_before(&page.text(".tool-view .status"), "passage")
}

/// The words of all lines, part by part.
#[track_caller]
fn parts(page: &Page, part: &str) -> Vec<String> {
    page.wait_for(".kwic .line");
    page.texts(&format!(".kwic .line .{part}"))
}

/// The last word, or the first, without what is no letter, as it is compared.
fn word(text: &str, last: bool) -> String {
    let letters = |word: &&str| word.chars().any(char::is_alphanumeric);
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(letters);
    let found = if last { words.next_back() } else { words.next() };
    let plain = |c: char| match c {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'à' | 'â' => 'a',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'û' | 'ù' => 'u',
        'ç' => 'c',
        c => c,
    };
    found.unwrap_or_default().to_lowercase().chars().map(plain).collect()
}

#[test]
fn by_mouse_from_the_results_to_sorted_lines_and_into_an_article() {
    let page = open("#/chercher?q=terrorisme");
    page.wait_for(".hit-list a");
    let passages = number_before(&page.text(".results [role=status]"), "passage");
    page.click_text(".tool-links a", "Concordance");
    page.wait_for(".kwic .line");
    assert_eq!(counted(&page), passages);
    assert_eq!(page.count(".kwic .line"), u64::from(passages));
    assert!(parts(&page, "left + td a").iter().all(|hit| hit.to_lowercase().contains("terroris")));
    page.click_text(".choices a", "mots d’avant");
    page.wait_until("location.hash.includes('tri=gauche')");
    page.wait_until("document.querySelector('.choices a[aria-current=true]').innerText.includes('avant')");
    let before: Vec<String> = parts(&page, "left").iter().map(|left| word(left, true)).collect();
    assert!(before.is_sorted(), "{before:?}");
    page.click_text(".choices a", "mots d’après");
    page.wait_until("location.hash.includes('tri=droite')");
    page.wait_until("document.querySelector('.choices a[aria-current=true]').innerText.includes('après')");
    page.click(".kwic .left + td a");
    page.wait_in_sight("article.text .hit.current");
    page.assert_quiet();
}

#[test]
fn lines_are_aligned_on_the_passage_on_a_desk_and_stacked_on_a_phone() {
    let page = open("#/concordance?q=terrorisme");
    page.wait_for(".kwic .line");
    let starts =
        "new Set([...document.querySelectorAll('.kwic .left + td a')].map((one) => Math.round(one.getBoundingClientRect().left))).size";
    assert_eq!(page.eval(starts), 1);
    page.resize(360, 740);
    page.wait_until("getComputedStyle(document.querySelector('.kwic .line')).display === 'block'");
    assert_eq!(page.overflow(), 0);
}

#[test]
fn by_keyboard_a_line_shows_its_context_and_puts_it_away() {
    let page = open("");
    page.press("/");
    page.type_text("terrorisme");
    page.wait_for(".tool-links a");
    page.tab_to(".tool-links a");
    page.press("Enter");
    page.wait_for(".kwic .line");
    page.tab_to(".kwic .where button");
    page.press("Enter");
    page.wait_for(".kwic .wide p");
    assert_eq!(page.attribute(".kwic .where button", "aria-expanded").as_deref(), Some("true"));
    let (line, wide) = (page.text(".kwic .line .right"), page.text(".kwic .wide p"));
    let following = word(&line, false);
    assert!(wide.to_lowercase().contains(&following) && wide.split_whitespace().count() > 40, "{wide}");
    page.assert_accessible();
    page.press("Space");
    page.wait_gone(".kwic .wide");
    page.tab_to(".sheet-buttons button");
    page.assert_quiet();
}

#[test]
fn typing_another_query_stays_in_the_tool_and_the_address_brings_it_back() {
    let page = open("#/concordance?q=terrorisme&tri=gauche&largeur=5&groupe=article");
    page.wait_for(".kwic .group");
    let first = counted(&page);
    page.fill("#search", "google");
    page.wait_until("location.hash.includes('q=google') && location.hash.includes('tri=gauche')");
    page.wait_until("document.querySelector('.kwic .left + td a')?.innerText.toLowerCase().includes('google')");
    assert_eq!(page.focus().split(' ').next(), Some("input#search"), "who types goes on typing");
    page.load("#/concordance?q=terrorisme&tri=gauche&largeur=5&groupe=article");
    page.wait_for(".kwic .group");
    assert_eq!(counted(&page), first);
    page.assert_quiet();
}

#[test]
fn a_number_of_a_neighbour_and_of_a_run_opens_its_lines() {
    for list in [1, 2] {
        let page = open("#/concordance/autour?q=google&grammaire=oui&mots=2");
        let link = format!(".columns section:nth-of-type({list}) tbody td a");
        page.wait_for(&link);
        let n: u32 = page.text(&link).trim().parse().unwrap();
        page.click(&link);
        page.wait_for(".kwic .line");
        assert_eq!((counted(&page), page.count(".kwic .line")), (n, u64::from(n)));
        page.click(".condition");
        page.wait_gone(".condition");
        page.wait_until(&format!("document.querySelectorAll('.kwic .line').length > {n}"));
        page.assert_quiet();
    }
}

#[test]
fn the_strips_count_what_the_lines_count() {
    let page = open("#/concordance/dispersion?q=google");
    page.wait_for(".strip");
    let numbers: Vec<u32> = page.texts(".figures td a").iter().map(|n| n.trim().parse().unwrap()).collect();
    assert_eq!(numbers.iter().sum::<u32>(), counted(&page));
    assert!(page.text(".in-words").contains("Gries"));
    assert_eq!(page.count("[style]"), 0);
    page.click(".figures td a");
    page.wait_for(".kwic .line");
    assert_eq!(page.count(".kwic .line"), u64::from(numbers[0]));
    page.assert_quiet();
}

#[test]
fn queries_are_compared_and_every_cell_opens_its_passages() {
    let page = open("#/comparer-mots");
    page.fill("#queries", "google");
    page.press("Enter");
    page.type_text("terrorisme OU jihad*");
    page.press("Tab");
    page.press("Enter");
    page.wait_for(".frequencies figure");
    assert_eq!((page.count(".frequencies figure"), page.count(".figures tbody tr")), (2, 6));
    assert_eq!(page.fragment().matches("q=").count(), 2);
    let cells = page.texts(".figures tbody tr:last-child td a");
    let all: u32 = cells[0].trim().parse().unwrap();
    let rows: Vec<u32> =
        page.texts(".figures tbody tr:not(:last-child) td:nth-child(3) a").iter().map(|n| n.trim().parse().unwrap()).collect();
    assert_eq!(rows.iter().sum::<u32>(), all);
    page.click(".figures tbody td a");
    page.wait_for(".kwic .line");
    assert!(rows.contains(&u32::try_from(page.count(".kwic .line")).unwrap()));
    page.back();
    page.wait_for(".frequencies figure");
    page.assert_quiet();
}

#[test]
fn lines_are_copied_or_shown_to_be_copied_and_saved_as_a_table() {
    let page = open("#/concordance?q=terrorisme");
    page.wait_for(".kwic .line");
    page.eval("void (navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); })");
    page.click_text(".sheet-buttons button", "Copier");
    page.wait_for_text("Copié.");
    let copied = page.eval_text("window.copied");
    assert_eq!(copied.lines().count() as u64, page.count(".kwic .line"));
    page.eval("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))");
    page.click_text(".sheet-buttons button", "Copier");
    page.wait_for(".sheet-buttons textarea");
    page.wait_until("document.activeElement.matches('.sheet-buttons textarea')");
    assert_eq!(page.value(".sheet-buttons textarea"), copied);
    page.eval("void (URL.createObjectURL = (blob) => { blob.arrayBuffer().then((b) => { window.saved = [...new Uint8Array(b)].slice(0, 3).join(); }); return '#'; })");
    page.click_text(".sheet-buttons button", "CSV pour tableur");
    page.wait_until("window.saved === '239,187,191'");
}

#[test]
fn no_query_no_hit_and_a_query_of_a_megabyte_are_answered_in_words() {
    let page = open("#/concordance");
    page.wait_for_text("Tapez dans le champ");
    for path in ["concordance", "concordance/dispersion", "concordance/autour"] {
        page.load(&format!("#/{path}?q=zzzzqx"));
        page.wait_for(".tool-view .status:not([aria-busy])");
        drawn(&page);
        page.wait_until("/Aucun passage|0\\u00a0passage/.test(document.querySelector('.tool-view').innerText)");
    }
    page.paste("#search", &"port ".repeat(200_000));
    page.wait_for(".query-notice");
    page.paste("#search", "google");
    page.wait_for(".tool-view section");
    page.load("#/comparer-mots?q=zzzzqx&q=%22");
    page.wait_for(".frequencies figure");
    page.assert_quiet();
}

#[test]
fn ten_thousand_passages_are_read_page_by_page() {
    let page = open("#/panorama");
    // Ten files of a thousand sentences each.
    let file = "new File([Array.from({ length: 1000 }, (_, n) => `Le maire numéro ${n % 97} de la ville ${m} ferme le port de Brest. La mer monte encore.`).join('\\n\\n')], `f${m}.txt`)";
    page.drop_files(&format!("...Array.from({{ length: 10 }}, (_, m) => {file})"));
    page.wait_until("document.querySelectorAll('.accounts li').length === 10");
    page.go("#/concordance?q=ferme%20&tri=gauche");
    page.wait_for(".kwic .line");
    assert!(page.text(".tool-view .status").replace('\u{202f}', "").contains("10000"));
    assert_eq!(page.count(".kwic .line"), 100);
    page.click_text(".pages a", "Dernières");
    page.wait_until("location.hash.includes('de=9901')");
    page.wait_until("document.querySelector('.pages').innerText.replace(/\\s/g, '').includes('9901à10000')");
    assert_eq!(page.count(".kwic .line"), 100);
    page.go("#/concordance/dispersion?q=ferme%20");
    page.wait_for(".strip");
    page.go("#/concordance/autour?q=ferme%20&autour=phrase");
    page.wait_for(".tool-view section");
    page.assert_quiet();
}
