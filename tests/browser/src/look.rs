//! What a person sees: text, counts, focus.

use serde_json::{Value, json};

use crate::page::Page;

impl Page {
    /// The shown text of the first element that matches, once there is one.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.wait_for(css);
        self.eval_text(&format!("document.querySelector({}).innerText", json!(css)))
    }

    /// The shown texts of all elements that match now.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let found = self.eval(&format!("[...document.querySelectorAll({})].map((one) => one.innerText ?? one.textContent)", json!(css)));
        let Value::Array(found) = found else { panic!("{css}: no list") };
        found.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// How many elements match now.
    #[track_caller]
    pub fn count(&self, css: &str) -> u64 {
        self.eval(&format!("document.querySelectorAll({}).length", json!(css))).as_u64().expect("a length is a number")
    }

    /// Whether an element that matches is shown now.
    #[track_caller]
    pub fn shows(&self, css: &str) -> bool {
        self.eval(&format!("[...document.querySelectorAll({})].some((one) => one.checkVisibility())", json!(css))) == json!(true)
    }

    /// An attribute of the first element that matches, once there is one.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.wait_for(css);
        let value = self.eval(&format!("document.querySelector({}).getAttribute({})", json!(css), json!(name)));
        value.as_str().map(str::to_owned)
    }

    /// What is in a field.
    #[track_caller]
    pub fn value(&self, css: &str) -> String {
        self.wait_for(css);
        self.eval_text(&format!("document.querySelector({}).value", json!(css)))
    }

    /// The element that has the focus, as `tag#id.class “text”`.
    #[track_caller]
    pub fn focus(&self) -> String {
        self.eval_text(
            "((one) => one.tagName.toLowerCase() + (one.id ? '#' + one.id : '') + [...one.classList].map((name) => '.' + name).join('') \
             + ' “' + (one.innerText ?? '').slice(0, 60) + '”')(document.activeElement)",
        )
    }

    /// How far the page is wider than its window, in CSS pixels: 0 when nothing must be scrolled sideways.
    #[track_caller]
    pub fn overflow(&self) -> u64 {
        let beyond = self.eval("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
        beyond.as_u64().expect("a width is a number")
    }
}
