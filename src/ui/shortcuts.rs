//! Keys of one letter: what each does, heard only while the page has the focus and nobody types; each can be another key, or all can be
//! put to rest (WCAG 2.2, 2.1.4). The choice is kept where storage may be used.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::spoken::storage;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// To the field of the search.
    Search,
    /// To the next mark of the article, and to the one before.
    Next,
    Previous,
    /// To the first mark.
    First,
    /// The chosen passage in the other articles.
    Elsewhere,
    /// The list of these keys.
    Keys,
    /// A note on what is selected or chosen.
    Note,
    /// Keeps what is chosen for the press review.
    Keep,
}

impl Shortcut {
    /// New ones come last: choices are kept in this order, those of fewer keys too.
    pub const ALL: [Self; 8] = [Self::Search, Self::Next, Self::Previous, Self::First, Self::Elsewhere, Self::Keys, Self::Note, Self::Keep];

    /// The key that it has before anybody chooses.
    fn at_first(self) -> &'static str {
        match self {
            Self::Search => "/",
            Self::Next => "j",
            Self::Previous => "k",
            Self::First => "1",
            Self::Elsewhere => "a",
            Self::Keys => "?",
            Self::Note => "n",
            Self::Keep => "r",
        }
    }

    fn index(self) -> usize {
        self as usize
    }
}

/// Under which the choice is kept: `off`, or the keys in order.
const KEPT: &str = "recoupe-keys";
const OFF: &str = "off";
/// Keys that the first page had.
const FEWEST: usize = 6;

/// The key of each shortcut; an empty one does nothing.
type Keys = [String; Shortcut::ALL.len()];

thread_local! {
    static KEYS: RefCell<Option<Keys>> = const { RefCell::new(None) };
}

fn at_first() -> Keys {
    Shortcut::ALL.map(|shortcut| shortcut.at_first().to_owned())
}

/// Reads what was kept: a line for each key. What does not fit is as at first; so is a key that came later, unless another has its letter.
fn read(kept: &str) -> Keys {
    if kept == OFF {
        return Keys::default();
    }
    let lines: Vec<&str> = kept.split('\n').collect();
    let fits = (FEWEST..=Shortcut::ALL.len()).contains(&lines.len()) && lines.iter().all(|key| key.chars().count() <= 1);
    let mut keys = at_first();
    if fits {
        keys[lines.len()..].iter_mut().filter(|key| lines.contains(&key.as_str())).for_each(String::clear);
        keys.iter_mut().zip(&lines).for_each(|(key, line)| (*line).clone_into(key));
    }
    keys
}

fn with_keys<T>(act: impl FnOnce(&mut Keys) -> T) -> T {
    KEYS.with_borrow_mut(|keys| {
        let kept = || storage().and_then(|storage| storage.get_item(KEPT).ok().flatten());
        act(keys.get_or_insert_with(|| kept().map_or_else(at_first, |kept| read(&kept))))
    })
}

/// The key of a shortcut; empty where it has none.
pub fn key(shortcut: Shortcut) -> String {
    with_keys(|keys| keys[shortcut.index()].clone())
}

/// True when no key does anything.
pub fn are_off() -> bool {
    with_keys(|keys| keys.iter().all(String::is_empty))
}

/// Gives a shortcut another key; who had it before has none.
pub fn set_key(shortcut: Shortcut, key: &str) {
    let kept = with_keys(|keys| {
        let key: String = key.chars().take(1).filter(|c| !c.is_whitespace()).collect();
        keys.iter_mut().filter(|other| **other == key).for_each(String::clear);
        keys[shortcut.index()] = key;
        keys.join("\n")
    });
    keep(&kept);
}

/// Puts all keys to rest, or gives them back as at first.
pub fn toggle() {
    let off = are_off();
    with_keys(|keys| *keys = if off { at_first() } else { Keys::default() });
    keep(if off { "" } else { OFF });
}

fn keep(kept: &str) {
    if let Some(storage) = storage() {
        // Without it the choice lasts as long as the page.
        let _ = if kept.is_empty() { storage.remove_item(KEPT) } else { storage.set_item(KEPT, kept) };
    }
}

/// The shortcut that a key press means, if nobody is typing.
pub fn pressed(event: &KeyboardEvent) -> Option<Shortcut> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || is_typing() {
        return None;
    }
    let pressed = event.key();
    Shortcut::ALL.into_iter().find(|shortcut| with_keys(|keys| keys[shortcut.index()] == pressed))
}

fn is_typing() -> bool {
    gloo::utils::document().active_element().is_some_and(|element| {
        let editable = element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
        editable || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_reads_back_and_damage_is_as_at_first() {
        let mut keys = at_first();
        keys[Shortcut::Next.index()] = "n".to_owned();
        assert_eq!(read(&keys.join("\n")), keys);
        assert_eq!(read(OFF), Keys::default());
        assert_eq!(read("/\nj\nk\n1\na\n?"), at_first());
        assert_eq!(read("/\nn\nk\n1\na\n?"), ["/", "n", "k", "1", "a", "?", "", "r"].map(str::to_owned));
        for damaged in ["", "a\nb", "long\nj\nk\n1\na\n?"] {
            assert_eq!(read(damaged), at_first(), "{damaged}");
        }
    }

    #[test]
    fn a_choice_of_fewer_keys_is_read_and_a_later_key_takes_no_letter() {
        let keys = read("/\nj\nk\n1\na\n?");
        assert_eq!(keys, at_first());
        let keys = read("/\nr\nk\n1\na\n?");
        assert_eq!((&*keys[Shortcut::Next.index()], &*keys[Shortcut::Keep.index()]), ("r", ""));
    }

    #[test]
    fn shortcuts_are_numbered_as_they_are_listed() {
        assert!(Shortcut::ALL.into_iter().enumerate().all(|(at, shortcut)| shortcut.index() == at));
    }
}
