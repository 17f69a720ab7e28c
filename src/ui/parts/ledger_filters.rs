//! Which quotations the ledger shows: article, sort of words, stance of the verb; who speaks is chosen in the table.

use yew::prelude::*;

use super::quote_meta::{stance_meaning, stance_words};
use crate::protocol::{ArticleCard, KINDS, LedgerView, STANCES};
use crate::quotes::QuoteKind;
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::ledger::{KIND_WORDS, Ledger};
use crate::ui::route::{Place, View};

/// The ways to narrow the ledger, with how many quotations each keeps.
pub fn ledger_filters(explorer: &Explorer, articles: &[ArticleCard], ledger: &Ledger, view: &LedgerView) -> Html {
    let set = |ledger: Ledger| Place::of(View::Quotes(Ledger { n_voices: 0, n_quotes: 0, ..ledger })).fragment();
    let choice = |words: String, n: Option<u32>, made: bool, to: Ledger, title: Option<&'static str>| {
        html! { <li key={words.clone()}><a href={set(to)} aria-current={made.then_some("true")} {title}>{ words }if let Some(n) = n { { " " }<span class="count">{ format::number(n as usize) }</span> }</a></li> }
    };
    let kinds = KINDS.iter().zip(view.kinds).filter(|(kind, n)| *n > 0 && !matches!(kind, QuoteKind::Scare | QuoteKind::Title));
    let kind = |(kind, n): (&QuoteKind, u32)| {
        let words = KIND_WORDS.iter().find(|(one, ..)| one == kind).map_or("", |(.., many)| many);
        let made = ledger.kind == Some(*kind);
        choice(words.to_owned(), Some(n), made, Ledger { kind: (!made).then_some(*kind), ..ledger.clone() }, None)
    };
    let stances = STANCES.iter().zip(view.stances).filter(|(_, n)| *n > 0);
    let stance = |(stance, n): (&crate::quotes::Stance, u32)| {
        let made = ledger.stance == Some(*stance);
        let to = Ledger { stance: (!made).then_some(*stance), ..ledger.clone() };
        choice(stance_words(*stance).to_owned(), Some(n), made, to, Some(stance_meaning(*stance)))
    };
    html! {
        <div class="settings ledger-filters">
            if articles.len() > 1 { { article_choice(explorer, articles, ledger) } }
            <div class="choices" role="group" aria-label="Sorte de citation"><span aria-hidden="true">{ "Sorte" }</span><ul>
                { choice("Toutes".to_owned(), None, ledger.kind.is_none(), Ledger { kind: None, ..ledger.clone() }, None) }
                { for kinds.map(kind) }
            </ul></div>
            <div class="choices" role="group" aria-label="Position du verbe"><span aria-hidden="true">{ "Verbe comme" }</span><ul>
                { choice("tous".to_owned(), None, ledger.stance.is_none(), Ledger { stance: None, ..ledger.clone() }, None) }
                { for stances.map(stance) }
            </ul></div>
        </div>
    }
}

fn article_choice(explorer: &Explorer, articles: &[ArticleCard], ledger: &Ledger) -> Html {
    let (go, ledger_then) = (explorer.clone(), ledger.clone());
    let onchange = Callback::from(move |event: Event| {
        let name = event.target_dyn_into::<web_sys::HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
        let article = (!name.is_empty()).then_some(name);
        let to = Place::of(View::Quotes(Ledger { article, n_voices: 0, n_quotes: 0, ..ledger_then.clone() }));
        go.go(&to, Step::New);
    });
    let option = |card: &ArticleCard| {
        html! { <option key={card.id.0} value={card.name.clone()} selected={ledger.article.as_ref() == Some(&card.name)}>{ format::label(card) }</option> }
    };
    html! {
        <label class="choices"><span>{ "Article" }</span>
            <select {onchange}><option value="" selected={ledger.article.is_none()}>{ "tous" }</option>{ for format::chronological(articles).into_iter().map(option) }</select>
        </label>
    }
}

/// What the scale of verbs means, folded.
pub fn stance_scale() -> Html {
    let entry = |stance: &crate::quotes::Stance| html! { <><dt>{ stance_words(*stance) }</dt><dd>{ stance_meaning(*stance) }</dd></> };
    html! {
        <details class="scale">
            <summary>{ "Ce que dit le verbe" }</summary>
            <p>{ "Le verbe de parole que choisit l’article, rangé sous celui qui lui ressemble. L’échelle dit comment l’article se tient par rapport à la parole, pas si elle est vraie." }</p>
            <dl>{ for STANCES.iter().map(entry) }</dl>
        </details>
    }
}
