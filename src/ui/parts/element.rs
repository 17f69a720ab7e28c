//! Small elements as functions: what `html!` writes out at every place is written here once, which the page's weight feels.

use yew::prelude::*;
use yew::virtual_dom::VText;

/// Words.
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

/// An element of a class, which may be empty.
#[inline(never)]
pub fn element(tag: &'static str, class: &'static str, inner: Vec<Html>) -> Html {
    html! { <@{tag} class={(!class.is_empty()).then_some(class)}>{ for inner }</@> }
}

/// An element that holds words alone.
pub fn line(tag: &'static str, class: &'static str, words: impl Into<AttrValue>) -> Html {
    element(tag, class, vec![text(words)])
}

/// A way to another place of the page, and what is said of it.
#[derive(Default)]
pub struct Link {
    pub class: &'static str,
    pub href: AttrValue,
    pub lang: Option<AttrValue>,
    pub label: Option<AttrValue>,
    pub title: Option<AttrValue>,
    pub current: Option<&'static str>,
}

impl Link {
    pub fn to(href: impl Into<AttrValue>) -> Self {
        Self { href: href.into(), ..Self::default() }
    }

    #[inline(never)]
    pub fn around(self, inner: Html) -> Html {
        let Self { class, href, lang, label, title, current } = self;
        html! { <a class={(!class.is_empty()).then_some(class)} {href} {lang} aria-label={label} {title} aria-current={current}>{ inner }</a> }
    }

    pub fn saying(self, words: impl Into<AttrValue>) -> Html {
        self.around(text(words))
    }
}
