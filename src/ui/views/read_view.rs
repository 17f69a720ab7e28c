//! One article to read: its text with names and hits marked, the layers on one side, the elsewhere-panel on the other.

use std::rc::Rc;

use yew::prelude::*;

use super::results::{WINDOW, summary};
use crate::corpus::{Document, Fact, ZoneKind};
use crate::entities::Entity;
use crate::id::Fingerprint;
use crate::locale;
use crate::order::Order;
use crate::protocol::{ArticleCard, ArticleView, Overview, Passage, Request, Response, SearchRequest, SearchView};
use crate::span::Span;
use crate::ui::collecting::Wanted;
use crate::ui::format;
use crate::ui::hooks::use_cited::Named;
use crate::ui::hooks::use_explorer::{Explorer, Step};
use crate::ui::hooks::{use_answer, use_cited, use_exact_address, use_explorer, use_scroll_to};
use crate::ui::messages::counts::n_passages;
use crate::ui::messages::{frame, reading, searching};
use crate::ui::parts::ElsewherePanel;
use crate::ui::parts::add_name::Opened;
use crate::ui::parts::byline::article_name;
use crate::ui::parts::corrected::corrected_sign;
use crate::ui::parts::correction_list::correction_steps;
use crate::ui::parts::elsewhere_door::{elsewhere_link, link_button};
use crate::ui::parts::hit_list::hit_place;
use crate::ui::parts::mark_panel::mark_at;
use crate::ui::parts::marked_text::{Marks, Overlay};
use crate::ui::parts::notes_here::note_marks;
use crate::ui::parts::passage_list::{Passages, passage_list};
use crate::ui::parts::reading_marks::{Marked, marked, marked_here, stepping};
use crate::ui::parts::{AddName, EntityPanel, Keep, NotePanel, byline, furniture, layers, mark_panel, notice_line};
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct ReadViewProps {
    pub overview: Rc<Overview>,
    /// The first article when no name is given.
    pub name: Option<String>,
}

#[component]
pub fn ReadView(props: &ReadViewProps) -> Html {
    let explorer = use_explorer();
    let overview = &props.overview;
    let card = match &props.name {
        Some(name) => overview.articles.iter().find(|card| card.name == *name),
        None => overview.articles.first(),
    };
    let mut place = explorer.place().clone();
    let asked = !place.query.trim().is_empty();
    let article = use_answer(card.map(|card| Request::Read { document: card.id }));
    let search = use_answer(asked.then(|| {
        Request::Search(SearchRequest {
            query: place.query.clone(),
            limit: WINDOW,
            open: card.map(|card| card.id),
            ..SearchRequest::default()
        })
    }));
    let view = match article.response.as_deref() {
        Some(Response::Article(view)) if Some(view.document.id) == card.map(|card| card.id) => Some(&**view),
        _ => None,
    };
    let named = match (card, view) {
        (None, _) => Named::Absent,
        (Some(_), None) => Named::Coming,
        (Some(_), Some(view)) => Named::Here(&view.document),
    };
    if use_cited(overview, named) {
        // It holds on other texts: nothing is marked until it is found in these.
        place = place.with_passage(None);
    }
    let found = match search.response.as_deref() {
        Some(Response::Search(found)) if asked => Some(&**found),
        _ => None,
    };
    let n_hits = card.zip(found).map_or(0, |(card, found)| spans_in(found, card).len());
    use_scroll_to(&place, view.is_some(), n_hits);
    let drafting = use_state(|| None);
    {
        // What is being written is about one article.
        let drafting = drafting.setter();
        use_effect_with(card.map(|card| card.id), move |_| drafting.set(None));
    }
    // An address without a name would mean another article in another corpus.
    use_exact_address(
        props.name.is_none().then_some(card).flatten().map(|card| Place { view: View::Read(Some(card.name.clone())), ..place.clone() }),
    );
    let Some(card) = card else {
        let text = reading::no_such_article(props.name.as_deref().unwrap_or_default());
        return html! { <><h1 tabindex="-1">{ frame::read() }</h1>{ notice_line(text, None) }{ article_list(overview, None, &place) }</> };
    };
    html! {
        <div class="read-view" onkeydown={stepping(&explorer, view)}>
            <div class="side">
                { article_list(overview, Some(card), &place) }
                if let Some(view) = view { { layers(&explorer, view) } }
                if let Some(response) = article.response.clone().filter(|_| view.is_some()) { <AddName opened={Opened(response)} corpus={overview.fingerprint} drafting={drafting.clone()} /> }
            </div>
            <article class="text" lang={card.language.clone()}>
                if let Some(found) = found { { hit_steps(&explorer, found, card, search.query()) } }
                if let Some(view) = view { { text(&explorer, &place, card, view, found) } }
                if let Some(why) = article.failure { <p role="alert">{ why }</p> }
            </article>
            <aside class="elsewhere" aria-label={reading::elsewhere()}>
                if let Some(response) = article.response.clone().filter(|_| view.is_some()) { <NotePanel opened={Opened(response)} {drafting} /> }
                { elsewhere(&explorer, overview, card, &place, found, view) }
            </aside>
        </div>
    }
}

fn spans_in<'a>(found: &'a SearchView, card: &ArticleCard) -> &'a [Span] {
    found.results.hits.iter().find(|hit| hit.document == card.id).map_or(&[], |hit| &hit.spans)
}

/// The articles to choose from; query and entity go along.
fn article_list(overview: &Overview, open: Option<&ArticleCard>, place: &Place) -> Html {
    let entry = |card: &ArticleCard| {
        let to = Place::read(&card.name).with_query(&place.query).with_entity(place.entity.as_deref());
        let current = open.is_some_and(|open| open.id == card.id);
        html! { <li key={card.id.0}><a href={to.fragment()} aria-current={current.then_some("page")} title={format::title(card)}>{ article_name(card) }<small>{ card.metadata.published.as_ref().map(day) }</small></a></li> }
    };
    html! {
        <nav class="article-list" aria-labelledby="article-list-title">
            <h2 id="article-list-title" class="caps">{ reading::articles() }</h2>
            <ul>{ for window(format::chronological(&overview.articles), open).into_iter().map(entry) }</ul>
            if overview.articles.len() > LISTED_ARTICLES { <p class="all"><a href="#/corpus">{ reading::all_articles(overview.articles.len()) }</a></p> }
            if let Some(pair) = open.and_then(|open| nearest(overview, open)) { <p class="compare-link"><a href={pair.fragment()}>{ reading::compare_this() }</a></p> }
        </nav>
    }
}

/// Articles listed beside the one that is read; of more, those around it in time.
const LISTED_ARTICLES: usize = 40;

fn window<'c>(cards: Vec<&'c ArticleCard>, open: Option<&ArticleCard>) -> Vec<&'c ArticleCard> {
    let at = open.and_then(|open| cards.iter().position(|card| card.id == open.id)).unwrap_or(0);
    let start = at.saturating_sub(LISTED_ARTICLES / 2).min(cards.len().saturating_sub(LISTED_ARTICLES));
    cards.into_iter().skip(start).take(LISTED_ARTICLES).collect()
}

/// The day of a publication, without the hour.
fn day(published: &Fact<String>) -> String {
    format::fact_date(published).split(',').next().unwrap_or_default().to_owned()
}

/// The comparison of `open` with the article that has most text in common with it, else with any other.
fn nearest(overview: &Overview, open: &ArticleCard) -> Option<Place> {
    let shares = overview.common.iter().filter(|pair| pair.document == open.id);
    let most = shares.max_by(|x, y| x.share.total_cmp(&y.share)).and_then(|pair| overview.articles.get(pair.other.index()));
    let other = most.or_else(|| overview.articles.iter().find(|card| card.id != open.id))?;
    Some(Place::of(View::Compare(Some((open.name.clone(), other.name.clone())))))
}

/// How many hits here, how many in all, and the way from one to the next.
fn hit_steps(explorer: &Explorer, found: &SearchView, card: &ArticleCard, query: &str) -> Html {
    let place = explorer.place();
    let n = spans_in(found, card).len();
    let step = |hit: usize| place.clone().with_hit(hit).with_passage(None);
    // A link, so that it can be copied; but going through hits is one step of the history, not one a hit.
    let go = |hit: usize| {
        let (explorer, to) = (explorer.clone(), step(hit));
        Callback::from(move |event: MouseEvent| {
            if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                event.prevent_default();
                explorer.go(&to, Step::Same);
            }
        })
    };
    let before = if place.hit <= 1 { n } else { place.hit - 1 };
    let after = if place.hit >= n { 1 } else { place.hit + 1 };
    let here = match (place.hit, n) {
        (_, 0) => reading::nothing_here().to_owned(),
        (hit, n) if (1..=n).contains(&hit) => reading::nth_here(hit, n),
        (_, n) => reading::passages_here(n),
    };
    let [previous, next] = reading::passage_steps();
    html! {
        <div class="hit-steps" lang={locale::current().code()}>
            <div role="status" class="status"><p>{ here }</p>{ summary(found, &place.clone().with_query(query)) }</div>
            if n > 0 {
                <p class="steps"><a class="before" href={step(before).fragment()} onclick={go(before)} aria-label={previous}>{ "‹" }</a><a class="after" href={step(after).fragment()} onclick={go(after)} aria-label={next}>{ "›" }</a></p>
            }
        </div>
    }
}

fn text(explorer: &Explorer, place: &Place, card: &ArticleCard, view: &ArticleView, found: Option<&SearchView>) -> Html {
    let document = &view.document;
    let Marked { doors, mut overlays, mut pins } = marked(explorer, view);
    let (noted, note_pins) = note_marks(&explorer.state.held.edits, document, place);
    overlays.extend(noted);
    pins.extend(note_pins);
    let target = place.passage.filter(|span| within(document, *span));
    overlays.extend(target.map(|span| Overlay { span, class: "target", id: Some("passage".to_owned()) }));
    let hits = found.map_or(&[][..], |found| spans_in(found, card));
    overlays.extend(hits.iter().zip(1..).map(|(span, n)| Overlay {
        span: *span,
        class: if n == place.hit { "hit current" } else { "hit" },
        id: Some(format!("hit-{n}")),
    }));
    let mut marks = Marks::new(doors, overlays, pins);
    let titled = document.zones.iter().any(|zone| zone.kind == ZoneKind::Title);
    let outlet = if card.metadata.outlet.is_some() {
        article_name(card)
    } else {
        html! { { card.name.clone() } }
    };
    let mut after_title = Some(byline(card));
    let mut html = Vec::new();
    if !titled {
        html.push(
            html! { <h1 tabindex="-1" class="untitled" lang={locale::current().code()}>{ reading::untitled(&format::label(card)) }</h1> },
        );
        html.extend(after_title.take());
    }
    for (zone, proposed) in document.pieces() {
        let inner = marks.text(document.text(), zone.span);
        let first_title = zone.kind == ZoneKind::Title && after_title.is_some();
        html.push(match zone.kind {
            ZoneKind::Title if first_title => html! { <h1 tabindex="-1">{ inner }</h1> },
            ZoneKind::Title | ZoneKind::Heading => html! { <h2>{ inner }</h2> },
            ZoneKind::Lead => html! { <p class="lead">{ inner }</p> },
            ZoneKind::Caption => html! { <p class="caption">{ inner }</p> },
            _ if proposed => html! { <p><span class="proposed guess" lang={locale::current().code()} title={reading::why_supposed()}>{ "¶" }<span class="visually-hidden">{ reading::supposed_paragraph() }</span></span>{ " " }{ inner }</p> },
            _ => html! { <p>{ inner }</p> },
        });
        if first_title {
            html.extend(after_title.take());
        }
    }
    let around =
        found.and_then(|found| found.results.furniture.iter().find(|hit| hit.document == document.id)).map_or(0, |hit| hit.spans.len());
    html! {
        <>
            <p class="caps outlet">{ outlet }</p>
            { for html }
            { furniture(document, around) }
        </>
    }
}

/// A passage of an address can come from another text: it is shown only where it fits.
fn within(document: &Document, span: Span) -> bool {
    document.raw.get(span.range()).is_some()
}

fn elsewhere(
    explorer: &Explorer,
    overview: &Rc<Overview>,
    card: &ArticleCard,
    place: &Place,
    found: Option<&SearchView>,
    view: Option<&ArticleView>,
) -> Html {
    if let (true, Some(span), Some(view)) = (place.elsewhere, place.passage, view)
        && within(&view.document, span)
    {
        return html! { <ElsewherePanel overview={overview.clone()} document={card.id} {span} /> };
    }
    if let (None, Some(view)) = (&place.entity, view)
        && let Some(mark) = mark_at(view, place.passage)
    {
        return mark_panel(&overview.articles, view, place, mark);
    }
    match (&place.entity, found) {
        (Some(slug), _) => html! { <EntityPanel articles={overview.articles.clone()} slug={slug.clone()} /> },
        (None, Some(found)) => hits_elsewhere(overview, found, place),
        (None, None) => named_here(explorer, card, place, view, overview.fingerprint),
    }
}

/// The query's sentences in the articles that answer it best, this one among them.
fn hits_elsewhere(overview: &Overview, found: &SearchView, place: &Place) -> Html {
    let hits = &found.results.hits;
    let totals: Vec<_> = hits.iter().map(|hit| (hit.document, hit.spans.len())).collect();
    let all_shown = hits.len() >= found.results.n_documents as usize;
    let to = |card: &ArticleCard, passage: &Passage| match hits.iter().find(|hit| hit.document == card.id) {
        Some(hit) => hit_place(card, hit, passage, &place.query),
        None => Place::read(&card.name).with_query(&place.query),
    };
    let list = Passages {
        articles: &overview.articles,
        passages: &found.passages,
        to: &to,
        totals: &totals,
        heading: "h3",
        absent: if all_shown { searching::without_passage() } else { "" },
        count: n_passages,
    };
    html! {
        <section>
            <h2 class="caps">{ reading::in_all_articles() }</h2>
            <p class="all-results"><a href={Place::of(View::Results).with_query(&place.query).fragment()}>{ reading::refine_and_sort() }</a></p>
            { passage_list(&list) }
        </section>
    }
}

/// Names listed beside an article in which nothing is selected.
const LISTED: usize = 14;

fn named_here(explorer: &Explorer, card: &ArticleCard, place: &Place, view: Option<&ArticleView>, corpus: Fingerprint) -> Html {
    let Some(view) = view else { return Html::default() };
    let count = |entity: &Entity| entity.n_in(card.id);
    let mut here: Vec<&Entity> = view.entities.iter().collect();
    here.order_by_key(|entity| (std::cmp::Reverse(count(entity)), entity.id));
    let n_other = |entity: &Entity| entity.n_documents().saturating_sub(1);
    let entry = |entity: &&Entity| {
        let words = format::kind(entity.kind);
        let also = reading::also_in(n_other(entity));
        html! { <li key={entity.slug.clone()}><a class={words.name_class} href={place.clone().with_entity(Some(&entity.slug)).fragment()}>{ &entity.name }</a>{ corrected_sign(entity) }{ " " }<span class="count">{ count(entity) }{ " · " }{ also }</span></li> }
    };
    html! {
        <section class="named-here">
            if let Some(span) = place.passage.filter(|span| within(&view.document, *span)) {
                { elsewhere_link(place, span) }
                <p class="keep-line"><Keep wanted={Wanted::of_article(view, span)} />{ " " }{ link_button(explorer, &view.document, span, corpus) }</p>
            }
            <h2 class="caps">{ reading::named_here() }</h2>
            if here.is_empty() { <p>{ reading::no_name_here() }</p> }
            else { <p class="hint">{ reading::choose_a_name() }</p> }
            <ul>{ for here.iter().take(LISTED).map(entry) }</ul>
            { marked_here(view, place) }
            { correction_steps(explorer) }
        </section>
    }
}
