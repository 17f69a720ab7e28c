//! One thing of the press review: what was cut out with where it comes from, or what the reader wrote; with the ways to move it, to write
//! around it, to take it out.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::byline::value;
use super::element::{Link, element, line, text};
use crate::corpus::Mask;
use crate::notebook::{self, Anchor, Clipping, Drawing, Item, Length};
use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::messages::{collecting as messages, values};
use crate::ui::press::{Quoting, Reviewed, Standing};

/// What is done with an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    Up,
    Down,
    /// The same with all that a heading begins.
    GroupUp,
    GroupDown,
    /// With all that a heading begins, before the item at this place.
    To(usize),
    HeadingBefore,
    WordsAfter,
    Lengthen,
    TakeOut,
    /// Words are typed in it.
    Write(String),
    /// The focus comes to its field: what is typed then is a step of its own.
    Begin,
}

/// One item with its place.
pub struct Card<'c> {
    pub reviewed: &'c Reviewed<'c>,
    pub quotings: &'c [Quoting<'c>],
    pub item: &'c Item,
    /// Place in the list.
    pub at: usize,
    /// Number among the clippings, from 1.
    pub number: usize,
    pub act: Callback<(usize, Act)>,
}

impl Card<'_> {
    pub fn draw(&self) -> Html {
        let (class, inner) = match self.item {
            Item::Heading(words) => ("heading", self.heading(words)),
            Item::Words(words) => ("words", self.words(words)),
            Item::Clipping(clipping) => ("clipping", self.clipping(clipping)),
        };
        // For the mouse; the buttons and keys do the same.
        let handle = html! { <span class="handle" draggable="true" aria-hidden="true" title={messages::drag()}>{ "⠿" }</span> };
        html! { <li id={format!("item-{}", self.at)} {class}>{ handle }{ inner }{ self.buttons() }</li> }
    }

    fn heading(&self, words: &str) -> Html {
        if self.reviewed.mask != Mask::Off {
            return line("h2", "covered", words.to_owned());
        }
        let field = html! {
            <input type="text" aria-label={messages::action_on(messages::heading(), self.at + 1)} placeholder={messages::heading()} value={words.to_owned()}
                oninput={self.typing()} onfocus={self.does(Act::Begin).reform(|_: FocusEvent| ())} />
        };
        // A field is cut off on paper where it ends: the words stand beside it.
        html! { <>{ field }<h2 class="on-paper">{ words.to_owned() }</h2></> }
    }

    fn words(&self, words: &str) -> Html {
        if self.reviewed.mask != Mask::Off {
            return line("p", "covered", words.to_owned());
        }
        let rows = (words.chars().count() / 70 + words.lines().count() + 1).clamp(2, 14).to_string();
        let field = html! {
            <textarea {rows} aria-label={messages::action_on(messages::own_words(), self.at + 1)} placeholder={messages::own_words()} value={words.to_owned()}
                oninput={self.typing()} onfocus={self.does(Act::Begin).reform(|_: FocusEvent| ())} />
        };
        html! { <>{ field }<p class="on-paper">{ words.to_owned() }</p></> }
    }

    fn clipping(&self, clipping: &Clipping) -> Html {
        let said = Some(self.reviewed.said(clipping)).filter(|said| !said.is_empty()).map(|said| format!(" · {said}"));
        let mut parts =
            vec![html! { <p class="sort"><b>{ format!("{}. {}", self.number, messages::kind(clipping.kind)) }</b>{ said }</p> }];
        parts.extend(clipping.anchors.iter().map(|anchor| self.passage(clipping, anchor)));
        parts.extend(self.reviewed.drawing(clipping).map(|drawing| chart(&drawing, self.reviewed.said(clipping))));
        if let Some(address) = self.reviewed.address(clipping) {
            let words = if clipping.anchors.is_empty() { messages::see_chart() } else { messages::open_where_found() };
            parts.push(element("p", "from", vec![Link::to(address.to_owned()).saying(words)]));
        }
        html! { <>{ for parts }</> }
    }

    fn passage(&self, clipping: &Clipping, anchor: &Anchor) -> Html {
        let standing = self.reviewed.standing(anchor);
        let card = match standing {
            Standing::There(card, _) | Standing::NoWords(card) => Some(card),
            Standing::NoArticle => None,
        };
        let language = card.map(|card| card.language.clone());
        let mut from = card.map_or_else(Vec::new, reference);
        if let Some(number) = self.quotings.iter().position(|quoting| quoting.card.name == anchor.article) {
            from.push(text(format!(" [{}] ", number + 1)));
        }
        from.extend(self.reviewed.door(anchor).map(|door| Link::to(door.fragment()).saying(messages::open_passage())));
        html! {
            <>
                <blockquote lang={language}>{ self.reviewed.words(anchor, clipping.length) }</blockquote>
                { element("p", "from", from) }
                if let Some(gone) = self.reviewed.gone(anchor) { { line("p", "gone", gone) } }
            </>
        }
    }

    /// Each is called by what it does and to which item.
    fn buttons(&self) -> Html {
        let [up, down, heading, words, whole, short, take_out] = messages::actions();
        let button = |class: &'static str, shown: &'static str, said: &'static str, act: Act| {
            let label = messages::action_on(said, self.at + 1);
            html! { <button type="button" {class} title={said} aria-label={label} onclick={self.does(act).reform(|_: MouseEvent| ())}>{ shown }</button> }
        };
        let mut all = vec![button("up", "↑", up, Act::Up), button("down", "↓", down, Act::Down)];
        all.push(button("before", heading, heading, Act::HeadingBefore));
        all.push(button("after", words, words, Act::WordsAfter));
        if let Item::Clipping(clipping) = self.item {
            let is_long =
                clipping.anchors.iter().any(|anchor| notebook::shown(&self.reviewed.passage(anchor), Length::Short, notebook::SHORT).1);
            let says = if clipping.length == Length::Whole { short } else { whole };
            all.extend(is_long.then(|| button("length", says, says, Act::Lengthen)));
        }
        all.push(button("take-out", take_out, take_out, Act::TakeOut));
        element("p", "item-buttons", all)
    }

    fn does(&self, act: Act) -> Callback<()> {
        let (emit, at) = (self.act.clone(), self.at);
        Callback::from(move |()| emit.emit((at, act.clone())))
    }

    fn typing(&self) -> Callback<InputEvent> {
        let (emit, at) = (self.act.clone(), self.at);
        Callback::from(move |event: InputEvent| {
            let Some(field) = event.target() else { return };
            let input = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
            let words = input.or_else(|| field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value));
            emit.emit((at, Act::Write(words.unwrap_or_default())));
        })
    }
}

/// Outlet, authors, date: guesses look like guesses.
pub fn reference(card: &ArticleCard) -> Vec<Html> {
    let facts = &card.metadata;
    let mut parts = vec![match &facts.outlet {
        Some(outlet) => value(outlet, outlet.value.clone()),
        None => text(format::bare_label(card)),
    }];
    parts.extend(facts.authors.iter().map(|author| value(author, author.value.clone())));
    parts.push(match &facts.published {
        Some(published) => value(published, format::fact_date(published)),
        None => text(values::undated()),
    });
    let last = parts.len() - 1;
    parts.into_iter().enumerate().flat_map(|(at, part)| [part, text(if at < last { ", " } else { "" })]).collect()
}

/// The drawing with its table, which says the same in words and figures.
fn chart(drawing: &Drawing, said: &str) -> Html {
    let cells = |row: &Vec<String>, tag: &'static str| {
        let cell = |(at, cell): (usize, &String)| {
            let (tag, scope) = if at == 0 && tag == "td" { ("th", "row") } else { (tag, "col") };
            html! { <@{tag} scope={(tag == "th").then_some(scope)}>{ cell.clone() }</@> }
        };
        html! { <tr>{ for row.iter().enumerate().map(cell) }</tr> }
    };
    // Written by the drawing itself, in which words are only words.
    let svg = Html::from_html_unchecked(AttrValue::from(drawing.svg(said)));
    html! {
        <figure class="kept-chart">
            { svg }
            if let Some((heads, rows)) = drawing.rows.split_first() {
                <details><summary>{ messages::table_of_chart() }</summary>
                    <div class="figure-frame" tabindex="0" role="group" aria-label={messages::table_of_chart()}>
                        <table><thead>{ cells(heads, "th") }</thead><tbody>{ for rows.iter().map(|row| cells(row, "td")) }</tbody></table>
                    </div>
                </details>
            }
        </figure>
    }
}
