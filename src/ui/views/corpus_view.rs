//! What is loaded, whether it is kept, what is wrong with it, and the way to bring one's own.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::ViewProps;
use crate::protocol::ArticleCard;
use crate::text::fold;
use crate::ui::classroom::{ClassPage, Classroom};
use crate::ui::format;
use crate::ui::hooks::use_explorer;
use crate::ui::messages::{bringing, correcting, counts, frame, worksheet};
use crate::ui::parts::corpus_tabs::corpus_tabs;
use crate::ui::parts::{HealthList, bring, byline, correction_list, import_report, keeping, notes_field, open_earlier, shelf_list};
use crate::ui::route::{Place, View};

#[component]
pub fn CorpusView(props: &ViewProps) -> Html {
    let explorer = use_explorer();
    let overview = &props.overview;
    html! {
        <div class="corpus-view">
            { corpus_tabs(&View::Corpus) }
            <h1 tabindex="-1">{ frame::corpus() }</h1>
            <p class="context">{ bringing::corpus_of(overview.title.as_deref(), overview.articles.len()) }</p>
            <p class="to-print"><a href={Place::of(View::Class(Classroom::of(ClassPage::Worksheet))).fragment()}>{ worksheet::to_print() }</a></p>
            { keeping(&explorer, overview.title.as_deref()) }
            { bring(&explorer) }
            { import_report(&explorer) }
            { open_earlier(&explorer) }
            { correction_list(&explorer) }
            <HealthList overview={overview.clone()} />
            <ArticleList overview={overview.clone()} />
            { notes_field(&explorer) }
            { shelf_list(&explorer) }
        </div>
    }
}

/// Articles drawn at first, and more with each click.
const WINDOW: usize = 100;

/// The articles with what is known of each, filtered by what is typed.
#[component]
fn ArticleList(props: &ViewProps) -> Html {
    let typed = use_state(String::new);
    let shown = use_state(|| WINDOW);
    let articles = &props.overview.articles;
    let wanted = fold(&typed);
    let matches = |card: &&ArticleCard| {
        wanted.is_empty() || [&format::title(card), &card.name, &format::label(card)].into_iter().any(|text| fold(text).contains(&wanted))
    };
    let found: Vec<&ArticleCard> = articles.iter().filter(matches).collect();
    let oninput = Callback::from({
        let (typed, shown) = (typed.clone(), shown.clone());
        move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            shown.set(WINDOW);
        }
    });
    let more = Callback::from({
        let shown = shown.clone();
        move |_| shown.set(*shown + WINDOW)
    });
    html! {
        <section aria-labelledby="loaded-title">
            <h2 id="loaded-title">{ bringing::articles() }</h2>
            if articles.len() > 12 {
                <p class="filter"><label for="loaded-filter">{ bringing::filter() }</label>{ " " }<input id="loaded-filter" type="search" value={(*typed).clone()} {oninput} placeholder={bringing::filtered_by()} />
                { " " }<span class="count" role="status">{ counts::n_articles(found.len()) }</span></p>
            }
            <ol class="loaded">{ for found.iter().take(*shown).map(|card| article(card)) }</ol>
            if found.len() > *shown {
                <button type="button" class="more" onclick={more}>{ bringing::show_next(found.len() - *shown) }</button>
            }
        </section>
    }
}

fn article(card: &ArticleCard) -> Html {
    html! {
        <li key={card.id.0}>
            <h3 lang={card.language.clone()}><a href={Place::read(&card.name).fragment()}>{ format::title(card) }</a></h3>
            <p class="file">{ &card.name }{ " · " }<a class="correct" href={Place::of(View::Record(card.name.clone())).fragment()} aria-label={correcting::correct_it(&format::title(card))}>{ correcting::correct() }</a></p>
            { byline(card) }
        </li>
    }
}
