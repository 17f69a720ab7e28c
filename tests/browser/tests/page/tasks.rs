//! What somebody came for, done as a person does it, in no more steps than it may take. A step is a click, a choice, or a line that is typed.

use std::cell::Cell;

use browser_tests::Page;
use serde_json::json;

use crate::{drawn, open};

/// Counts the steps of a task.
struct Task {
    page: Page,
    steps: Cell<u32>,
}

impl Task {
    fn on_first_view() -> Task {
        let page = open("");
        drawn(&page);
        Task { page, steps: Cell::new(0) }
    }

    fn step(&self) -> &Page {
        self.steps.set(self.steps.get() + 1);
        &self.page
    }

    /// Chooses in a list, as a person does.
    fn choose(&self, css: &str, value: &str) {
        let page = self.step();
        page.wait_for(css);
        page.eval(&format!(
            "void (() => {{ const list = document.querySelector({css}); list.value = {value}; \
             list.dispatchEvent(new Event('input', {{ bubbles: true }})); list.dispatchEvent(new Event('change', {{ bubbles: true }})) }})()",
            css = json!(css),
            value = json!(value)
        ));
    }

    fn took_at_most(&self, steps: u32) {
        assert!(self.steps.get() <= steps, "{} steps", self.steps.get());
        self.page.assert_quiet();
    }
}

#[test]
fn where_and_how_each_article_quotes_words_takes_two_steps() {
    let task = Task::on_first_view();
    task.step().fill("#search", "\"sans délai\"");
    task.page.wait_for(".hit-list a");
    task.step().press("Enter");
    task.page.wait_until("location.hash.includes('sans')");
    task.page.wait_until("document.querySelectorAll('#main mark').length >= 2");
    task.took_at_most(3);
}

#[test]
fn which_organisations_differ_between_two_articles_takes_three_steps() {
    let task = Task::on_first_view();
    task.step().click_text("nav a", "Comparer");
    task.choose("#choice-a", "001.txt");
    task.choose("#choice-b", "004.txt");
    task.page.wait_until("location.hash.includes('001.txt') && location.hash.includes('004.txt')");
    task.page.wait_until("document.querySelectorAll('.compare-view .name.organisation').length > 2");
    task.took_at_most(3);
}

#[test]
fn what_an_article_took_from_the_dispatch_takes_three_steps() {
    let task = Task::on_first_view();
    task.step().click_text("nav a", "Comparer");
    task.step().click_text("nav a", "Texte commun");
    task.page.wait_for(".common-group");
    assert!(task.page.count(".common-members a") > 0);
    task.took_at_most(3);
}

#[test]
fn who_is_called_how_by_whom_takes_one_step() {
    let task = Task::on_first_view();
    task.step().click_text(".grid a", "Bernard Cazeneuve");
    task.page.wait_for(".entity-view h1");
    task.page.wait_for_text("ministre");
    task.took_at_most(3);
}

#[test]
fn a_link_to_one_sentence_takes_two_steps() {
    let task = Task::on_first_view();
    task.page.go("#/lire/002.txt");
    task.page.wait_for("article.text p:not(.lead, .outlet)");
    task.step().eval(
        "(() => { const p = [...document.querySelectorAll('article.text p')].find((p) => p.innerText.includes('une meilleure coordination')); \
         getSelection().selectAllChildren(p); })()",
    );
    task.step().click(".selected-link");
    task.page.wait_until("/[?&]p=\\d+-\\d+/.test(location.hash)");
    let address = task.page.fragment();
    task.page.load(&address);
    drawn(&task.page);
    task.page.wait_for("#passage");
    task.took_at_most(2);
}
