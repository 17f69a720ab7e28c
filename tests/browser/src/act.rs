//! What a person does: mouse and keyboard, through the browser's own input, not by calling handlers.

use serde_json::{Value, json};

use crate::page::Page;

/// The name under which WebDriver hands an element over.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Page {
    /// Clicks the first element that matches, where a pointer would meet it; fails when something lies over it.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.wait_for(css);
        self.click_found(&format!("document.querySelector({})", json!(css)), css);
    }

    /// Clicks the first element that matches and whose text holds these words.
    #[track_caller]
    pub fn click_text(&self, css: &str, words: &str) {
        let found = format!("[...document.querySelectorAll({})].find((one) => one.innerText.includes({}))", json!(css), json!(words));
        self.wait_until(&format!("{found}?.checkVisibility()"));
        self.click_found(&found, &format!("{css} with “{words}”"));
    }

    /// Clicks into a field, empties it and types.
    #[track_caller]
    pub fn fill(&self, css: &str, text: &str) {
        self.click(css);
        self.press("Control+a");
        self.press("Delete");
        self.type_text(text);
    }

    /// Sets a field's text at once, with the events of typing: for texts that no one types, as one of a megabyte.
    #[track_caller]
    pub fn paste(&self, css: &str, text: &str) {
        self.wait_for(css);
        let body = json!({ "args": [css, text], "script": "
            const field = document.querySelector(arguments[0]);
            field.focus();
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, arguments[1]);
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));" });
        self.command("execute/sync", &body);
    }

    /// Selects these words in the first element that matches, where they stand in one piece.
    #[track_caller]
    pub fn select(&self, css: &str, words: &str) {
        self.wait_for(css);
        self.wait_until(&format!(
            "(() => {{ const words = {}; const walker = document.createTreeWalker(document.querySelector({}), NodeFilter.SHOW_TEXT); \
               for (let node = walker.nextNode(); node; node = walker.nextNode()) {{ const at = node.data.indexOf(words); \
                 if (at >= 0) {{ getSelection().setBaseAndExtent(node, at, node, at + words.length); return true; }} }} return false; }})()",
            json!(words),
            json!(css)
        ));
    }

    /// Types a text where the focus is, key by key.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let strokes: Vec<Value> =
            text.chars().flat_map(|key| [stroke("keyDown", &key.to_string()), stroke("keyUp", &key.to_string())]).collect();
        self.perform(strokes);
    }

    /// Presses one key, by its name in the platform, with modifiers before it: `Tab`, `Enter`, `Shift+Tab`, `Control+k`, `/`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let names: Vec<&str> = if keys == "+" { vec!["+"] } else { keys.split('+').collect() };
        let keys: Vec<String> = names.into_iter().map(code_of).collect();
        let down = keys.iter().map(|key| stroke("keyDown", key));
        let up = keys.iter().rev().map(|key| stroke("keyUp", key));
        self.perform(down.chain(up).collect());
    }

    /// Presses several keys, one after the other.
    #[track_caller]
    pub fn keys(&self, keys: &[&str]) {
        for key in keys {
            self.press(key);
        }
    }

    /// Presses `Tab` until the focus is on an element that matches: proof that the keyboard reaches it.
    #[track_caller]
    pub fn tab_to(&self, css: &str) {
        const MOST: usize = 400;
        let there = format!("!!document.activeElement?.matches({})", json!(css));
        for _ in 0..MOST {
            if self.eval(&there) == json!(true) {
                return;
            }
            self.press("Tab");
        }
        panic!("{MOST} times Tab do not reach {css}\n{}", self.describe());
    }

    fn perform(&self, strokes: Vec<Value>) {
        self.command("actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] }));
    }

    #[track_caller]
    fn click_found(&self, expression: &str, name: &str) {
        let element = self.eval(expression);
        let id = element[ELEMENT].as_str().unwrap_or_else(|| panic!("nothing to click: {name}"));
        if let Err(error) = self.driver.post(&format!("element/{id}/click"), &json!({})) {
            panic!("cannot click {name}: {error}\n{}", self.describe());
        }
    }
}

fn stroke(kind: &str, key: &str) -> Value {
    json!({ "type": kind, "value": key })
}

/// WebDriver writes keys without a character as one of its own private range.
fn code_of(name: &str) -> String {
    let code = match name {
        "Backspace" => '\u{E003}',
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "Alt" => '\u{E00A}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "PageUp" => '\u{E00E}',
        "PageDown" => '\u{E00F}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "Delete" => '\u{E017}',
        _ => {
            assert_eq!(name.chars().count(), 1, "no key is called {name}");
            return name.to_owned();
        }
    };
    code.to_string()
}
