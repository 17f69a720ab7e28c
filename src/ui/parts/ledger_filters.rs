//! Which quotations the ledger shows: article, sort of words, stance of the verb; who speaks is chosen in the table.

use std::rc::Rc;

use yew::prelude::*;

use super::article_choice::article_choice;
use super::element::{Link, element, line, text};
use crate::protocol::{ArticleCard, KINDS, LedgerView, STANCES};
use crate::quotes::{QuoteKind, Stance};
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::ledger::Ledger;
use crate::ui::messages::{quoting, tables};
use crate::ui::route::{Place, View};

/// The ways to narrow the ledger, with how many quotations each keeps.
pub fn ledger_filters(explorer: &Explorer, articles: &[ArticleCard], ledger: &Ledger, view: &LedgerView) -> Html {
    let mut kinds = vec![choice(tables::every_one(), None, ledger.kind.is_none(), ledger.changed(&|ledger| ledger.kind = None))];
    for (kind, n) in KINDS.into_iter().zip(view.kinds) {
        let said = !matches!(kind, QuoteKind::Scare | QuoteKind::Title);
        if said && n > 0 {
            kinds.push(choice(quoting::kind(kind).1, Some(n), ledger.kind == Some(kind), kind_place(ledger, kind)));
        }
    }
    let mut stances = vec![choice(tables::all(), None, ledger.stance.is_none(), ledger.changed(&|ledger| ledger.stance = None))];
    for (stance, n) in STANCES.into_iter().zip(view.stances).filter(|(_, n)| *n > 0) {
        let made = ledger.stance == Some(stance);
        let to = ledger.changed(&|ledger| ledger.stance = (!made).then_some(stance));
        stances.push(choice(stance.label(), Some(n), made, to));
    }
    let article = if articles.len() > 1 { self::article(explorer, articles, ledger) } else { Html::default() };
    element("div", "settings ledger-filters", vec![article, group(tables::sort(), kinds), group(quoting::verb_like(), stances)])
}

/// The ledger of one kind; of all when it is that already.
pub fn kind_place(ledger: &Ledger, kind: QuoteKind) -> AttrValue {
    ledger.changed(&|ledger| ledger.kind = (ledger.kind != Some(kind)).then_some(kind))
}

fn group(name: &'static str, choices: Vec<Html>) -> Html {
    html! { <div class="choices" role="group" aria-label={name}><span aria-hidden="true">{ name }</span>{ element("ul", "", choices) }</div> }
}

fn choice(words: &'static str, n: Option<u32>, made: bool, to: AttrValue) -> Html {
    let n = n.map_or_else(Html::default, |n| line("span", "count", format!(" {}", format::number(n as usize))));
    let link = Link { current: made.then_some("true"), ..Link::to(to) };
    element("li", "", vec![link.around(html! { <>{ words }{ n }</> })])
}

fn article(explorer: &Explorer, articles: &[ArticleCard], ledger: &Ledger) -> Html {
    let set = ledger.clone();
    let to = move |article: Option<String>| Place::of(View::Quotes(Ledger { article, n_voices: 0, n_quotes: 0, ..set.clone() }));
    article_choice(explorer, tables::article(), articles, ledger.article.as_ref(), Rc::new(to))
}

/// What the scale of verbs means, folded.
pub fn stance_scale() -> Html {
    let entry = |stance: Stance| [line("dt", "", stance.label()), line("dd", "", quoting::stance_means(stance))];
    let scale = element("dl", "", STANCES.into_iter().flat_map(entry).collect());
    element(
        "details",
        "scale",
        vec![line("summary", "", quoting::what_the_verb_says()), element("p", "", vec![text(quoting::scale_explained())]), scale],
    )
}
