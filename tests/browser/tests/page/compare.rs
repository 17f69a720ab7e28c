//! The third use: two accounts side by side.

use browser_tests::Page;

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
    page.drop_files(&[version("b", 3, "dit le maire"), version("a", 1, "écrit le préfet")].join(", "));
    page.wait_for_text("Deux articles");
    page.go("#/comparer/a.md/b.md");
    page.wait_for(".column");
    let names = page.texts("#choice-a option");
    assert!(names[0].starts_with("Le Port (1) ·") && names[1].starts_with("Le Port (2) ·"), "{names:?}");
    assert!(page.text(".sentence").contains("Le Port (2)"), "{}", page.text(".sentence"));
    page.assert_quiet();
}

/// A column of the comparison, in the page's own language.
fn column(side: &str) -> String {
    format!("document.querySelector('.column[aria-labelledby=column-{side}]')")
}

fn scrolled(page: &Page, side: &str) -> f64 {
    page.eval(&format!("{}.scrollTop", column(side))).as_f64().expect("a length")
}

/// Scrolls a column as somebody does whose pointer is over it.
fn scroll(page: &Page, side: &str, to: &str) {
    page.eval(&format!(
        "(() => {{ const column = {}; column.dispatchEvent(new PointerEvent('pointerenter')); column.scrollTop = {to}; }})()",
        column(side)
    ));
}

#[test]
fn both_articles_scroll_together_until_that_is_switched_off() {
    let page = open("#/panorama");
    let common = "Le préfet a confirmé mardi que les travaux du pont suspendu commenceront avant la fin du mois de septembre.";
    let article = |name: &str, own: &str, before: usize, behind: usize| {
        let paragraphs =
            |from: usize, n: usize| (from..from + n).map(|at| own.replace('#', &at.to_string())).collect::<Vec<_>>().join("\\n\\n");
        format!(
            "new File(['# Un titre {name}\\n\\n{}\\n\\n{common}\\n\\n{}'], '{name}.md')",
            paragraphs(1, before),
            paragraphs(100, behind)
        )
    };
    let quay = article("a", "Au quai numéro # restent amarrés des bateaux de pêche.", 40, 40);
    let school = article("b", "Une école fermera dans le quartier # pendant les vacances scolaires.", 15, 70);
    page.drop_files(&format!("{quay}, {school}"));
    page.wait_for_text("Deux articles");
    page.go("#/comparer/a.md/b.md");
    page.wait_until("document.querySelectorAll('.column a.common').length === 2");
    assert_eq!([scrolled(&page, "a"), scrolled(&page, "b")], [0.0, 0.0]);
    // The common passage is brought to where the eye is in one, and is there in the other.
    let height =
        |side: &str| format!("({0}.querySelector('a.common').getBoundingClientRect().top - {0}.getBoundingClientRect().top)", column(side));
    scroll(&page, "a", &format!("{} - column.clientHeight / 3", height("a")));
    page.wait_until(&format!("{}.scrollTop > 0 && Math.abs({} - {}) < 3", column("b"), height("a"), height("b")));
    scroll(&page, "b", "0");
    page.wait_until(&format!("{}.scrollTop < 2", column("a")));
    scroll(&page, "b", "column.scrollHeight");
    page.wait_until(&format!("((column) => column.scrollTop + column.clientHeight > column.scrollHeight - 3)({})", column("a")));
    page.click(".linking input");
    let before = scrolled(&page, "b");
    scroll(&page, "a", "0");
    page.settle("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))").expect("two frames pass");
    assert_eq!([scrolled(&page, "a"), scrolled(&page, "b")], [0.0, before]);
    page.assert_accessible();
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
