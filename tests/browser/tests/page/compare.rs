//! The third use: two accounts side by side.

use browser_tests::Page;

use crate::files::drop_files;
use crate::{drawn, open};

/// `PASSAGE 2 SUR 15 · …` → 2 and 15.
fn place(page: &Page) -> (u32, u32) {
    let title = page.text("#joined-title");
    let numbers: Vec<u32> = title.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    (numbers[0], numbers[1])
}

/// Waits until the passage after `before` is the one shown.
fn next_shown(page: &Page, before: (u32, u32)) {
    let after = before.0 % before.1 + 1;
    page.wait_until(&format!("/passage {after} sur/i.test(document.getElementById('joined-title').innerText)"));
}

#[test]
fn two_versions_from_one_outlet_have_two_names() {
    let page = open("#/panorama");
    let version = |name: &str, day: u32, end: &str| {
        format!(
            "new File(['---\\ntitle: La crue monte\\noutlet: Le Port\\ndate: 2020-05-0{day}\\n---\\n\\nLe fleuve a débordé mardi sur les quais de la ville, {end}.'], '{name}.md')"
        )
    };
    drop_files(&page, &[version("b", 3, "dit le maire"), version("a", 1, "écrit le préfet")].join(", "));
    page.wait_for_text("Deux articles");
    page.go("#/comparer/a.md/b.md");
    page.wait_for(".column");
    let names = page.texts("#choice-a option");
    assert!(names[0].starts_with("Le Port (1) ·") && names[1].starts_with("Le Port (2) ·"), "{names:?}");
    assert!(page.text(".sentence").contains("Le Port (2)"), "{}", page.text(".sentence"));
    page.assert_quiet();
}

#[test]
fn by_mouse_a_common_passage_shows_both_wordings() {
    let page = open("");
    page.click_text("nav a", "Comparer");
    page.wait_for(".column a.common");
    page.click(".column a.common");
    page.wait_for(".joined blockquote + blockquote");
    let before = place(&page);
    page.wait_until("[...document.querySelectorAll('.column')].every((column) => column.querySelector('.selected'))");
    page.click(".joined a[aria-label='Passage suivant']");
    next_shown(&page, before);
    page.click(".joined a[aria-label='Fermer ce volet']");
    page.wait_gone(".joined");
    page.assert_quiet();
}

#[test]
fn by_keyboard_a_common_passage_shows_both_wordings() {
    let page = open("#/comparer/002.txt/003.txt");
    page.wait_for(".column a.common");
    page.tab_to(".column a.common");
    page.press("Enter");
    page.wait_for(".joined");
    let before = place(&page);
    page.tab_to(".joined a[aria-label='Passage suivant']");
    page.press("Enter");
    next_shown(&page, before);
    page.assert_quiet();
}

#[test]
fn any_two_articles_can_be_chosen() {
    let page = open("#/comparer/000.txt/001.txt");
    page.wait_for("#choice-a");
    page.eval("document.getElementById('choice-b').focus()");
    let other = page.eval_text("document.querySelector('#choice-b').selectedOptions[0].previousElementSibling.value");
    page.press("ArrowUp");
    page.wait_until(&format!("location.hash === '#/comparer/000.txt/{other}'"));
    drawn(&page);
    page.wait_for(".column");
    assert_eq!(page.count(".column"), 2);
    for a in 0..5 {
        for b in 0..5 {
            if a != b {
                page.go(&format!("#/comparer/00{a}.txt/00{b}.txt"));
                page.wait_until(&format!("document.getElementById('choice-a')?.value === '00{a}.txt' && document.getElementById('choice-b').value === '00{b}.txt'"));
                page.wait_for(".compare-view .sentence");
            }
        }
    }
    page.assert_quiet();
}

#[test]
fn what_only_one_of_them_names_is_listed() {
    let page = open("#/comparer/002.txt/003.txt");
    page.wait_for(".names");
    let names = |class: &str| page.texts(&format!(".names .{class} li"));
    let (a, both, b) = (names("only-a"), names("both"), names("only-b"));
    assert!(!both.is_empty(), "two accounts of one event share a name");
    assert!(!a.is_empty() || !b.is_empty(), "and differ in another");
    assert!(a.iter().all(|name| !b.contains(name)), "{a:?} {b:?}");
}
