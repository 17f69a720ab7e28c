//! Two articles side by side: common passages joined by number, and what only one of them names.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{Closeness, CommonPassage, Comparison, Finding};
use crate::corpus::{Document, Zone, ZoneKind};
use crate::entities::Entity;
use crate::id::{DocumentId, EntityId};
use crate::locale;
use crate::order::Order;
use crate::protocol::{self, ArticleCard, ComparisonView, Overview, Request, Response};
use crate::span::Span;
use crate::ui::followed::Followed;
use crate::ui::format;
use crate::ui::hooks::use_scroll_to::show;
use crate::ui::hooks::{use_answer, use_exact_address, use_explorer, use_linked_scroll};
use crate::ui::messages::{comparing, frame};
use crate::ui::parts::marked_text::{Door, Overlay, marked_text};
use crate::ui::parts::set_aside::set_aside;
use crate::ui::parts::{compare_tabs, differences, notice_line};
use crate::ui::route::{Place, View};
use crate::ui::told::is_later;

#[derive(Properties, PartialEq)]
pub struct CompareViewProps {
    pub overview: Rc<Overview>,
    pub pair: Option<(String, String)>,
}

#[component]
pub fn CompareView(props: &CompareViewProps) -> Html {
    let explorer = use_explorer();
    let overview = &props.overview;
    let by_name = |name: &str| overview.articles.iter().find(|card| card.name == name);
    let pair = match &props.pair {
        Some((a, b)) => by_name(a).zip(by_name(b)).filter(|(a, b)| a.id != b.id),
        None => first_pair(overview, explorer.place()),
    };
    let answer = use_answer(pair.map(|(a, b)| Request::Compare { a: a.id, b: b.id }));
    let place = explorer.place().clone();
    let view = match answer.response.as_deref() {
        Some(Response::Comparison(view)) if pair.is_some_and(|(a, b)| (a.id, b.id) == (view.comparison.a, view.comparison.b)) => Some(view),
        _ => None,
    };
    use_effect_with((place.passage, view.is_some()), |(passage, drawn)| {
        if passage.is_some() && *drawn {
            show("passage-a");
            show("passage-b");
        }
    });
    let (columns, is_linked) = ([use_node_ref(), use_node_ref()], use_state(|| true));
    use_linked_scroll(&columns[0], &columns[1], *is_linked, view.map(|view| (view.comparison.a, view.comparison.b)));
    let link = Callback::from({
        let is_linked = is_linked.clone();
        move |event: Event| is_linked.set(event.target_unchecked_into::<web_sys::HtmlInputElement>().checked())
    });
    let linking = html! { <label class="linking"><input type="checkbox" checked={*is_linked} onchange={link} />{ comparing::scroll_together() }</label> };
    // An address without names would mean another pair in another corpus.
    use_exact_address(props.pair.is_none().then_some(pair).flatten().map(|(a, b)| pair_place((a.name.clone(), b.name.clone()), &place)));
    let Some((a, b)) = pair else { return no_pair(overview, props.pair.as_ref(), explorer.place()) };
    html! {
        <div class="compare-view">
            { compare_tabs(&place.view, &place) }
            <h1 tabindex="-1">{ frame::compare() }</h1>
            { set_aside(&explorer, &overview.articles) }
            <div class="pair-choice"><Choice overview={overview.clone()} a={a.clone()} b={b.clone()} side={Side::A} /><span>{ comparing::and() }</span><Choice overview={overview.clone()} a={a.clone()} b={b.clone()} side={Side::B} /></div>
            if let Some(view) = view { { comparison(a, b, view, &place, linking, &columns) } }
            if let Some(why) = answer.failure { <p role="alert">{ why }</p> }
        </div>
    }
}

/// The pair with the most common text, else the first two.
fn first_pair<'o>(overview: &'o Overview, here: &Place) -> Option<(&'o ArticleCard, &'o ArticleCard)> {
    let known = |card: &&ArticleCard| !is_later(card, here.until.as_deref());
    let both = |pair: &(&ArticleCard, &ArticleCard)| known(&pair.0) && known(&pair.1);
    let card = |id: DocumentId| overview.articles.get(id.index());
    // Who follows a passage meets its article again, beside that with which it has most in common.
    if let Some(Followed::Passage { article, .. }) = &here.followed
        && let Some(own) = overview.articles.iter().find(|card| card.name == *article)
    {
        let mut shares: Vec<_> = overview.common.iter().filter(|pair| pair.document == own.id).collect();
        shares.order_by(|a, b| b.share.total_cmp(&a.share).then(a.other.cmp(&b.other)));
        let nearest = shares.into_iter().filter_map(|pair| card(pair.other)).find(known);
        let other = nearest.or_else(|| overview.articles.iter().find(|card| card.id != own.id && known(card)));
        return other.map(|other| (own, other));
    }
    let most = overview.findings.iter().find_map(|finding| match finding {
        Finding::CommonText { document, source, .. } => card(*source).zip(card(*document)),
        _ => None,
    });
    most.filter(both).or_else(|| {
        let mut known = overview.articles.iter().filter(known);
        known.next().zip(known.next())
    })
}

fn no_pair(overview: &Overview, asked: Option<&(String, String)>, here: &Place) -> Html {
    let text = match asked {
        Some((a, b)) if a == b && overview.articles.len() > 1 => comparing::same_twice().to_owned(),
        Some((a, b)) if overview.articles.len() > 1 => comparing::not_both(a, b),
        _ => comparing::needs_two().to_owned(),
    };
    html! {
        <>
            { compare_tabs(&View::Compare(asked.cloned()), here) }
            <h1 tabindex="-1">{ frame::compare() }</h1>
            { notice_line(text, None) }
            if overview.articles.len() > 1 { <p><a href="#/comparer">{ comparing::choose_two() }</a></p> }
        </>
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    A,
    B,
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    overview: Rc<Overview>,
    a: ArticleCard,
    b: ArticleCard,
    side: Side,
}

/// One of the two articles, to be changed.
#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let explorer = use_explorer();
    let until = explorer.place().until.clone();
    let onchange = choose(&props.a, &props.b, props.side, explorer.place());
    let (label, id, chosen) = match props.side {
        Side::A => (comparing::first_article(), "choice-a", &props.a),
        Side::B => (comparing::second_article(), "choice-b", &props.b),
    };
    // The attribute `selected` tells only the first choice: afterwards the field keeps its own, unless told.
    let field = use_node_ref();
    use_effect_with((chosen.name.clone(), field.clone()), |(name, field)| {
        if let Some(field) = field.cast::<web_sys::HtmlSelectElement>() {
            field.set_value(name);
        }
    });
    html! {
        <span class="choice">
            <label class="visually-hidden" for={id}>{ label }</label>
            <select ref={field} {id} {onchange}>
                for card in format::chronological(&props.overview.articles) {
                    <option key={card.id.0} value={card.name.clone()} selected={card.id == chosen.id} disabled={card.id != chosen.id && is_later(card, until.as_deref())}>{ format!("{} · {}{}", format::label(card), format::title(card), if is_later(card, until.as_deref()) { comparing::published_later() } else { "" }) }</option>
                }
            </select>
        </span>
    }
}

/// Choosing the article of the other side changes the two about.
fn choose(a: &ArticleCard, b: &ArticleCard, side: Side, here: &Place) -> Callback<Event> {
    let (a, b, here) = (a.name.clone(), b.name.clone(), here.clone());
    Callback::from(move |event: Event| {
        let name = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
        let pair = match side {
            Side::A if name == b => (b.clone(), a.clone()),
            Side::B if name == a => (b.clone(), a.clone()),
            Side::A => (name, b.clone()),
            Side::B => (a.clone(), name),
        };
        let fragment = pair_place(pair, &here).fragment();
        let _ = gloo::utils::window().location().set_hash(&fragment);
    })
}

/// Two articles side by side, while the same is set aside and followed as `here`.
fn pair_place(pair: (String, String), here: &Place) -> Place {
    Place { followed: here.followed.clone(), ..Place::of(View::Compare(Some(pair))).with_until(here.until.as_deref()) }
}

fn comparison(a: &ArticleCard, b: &ArticleCard, view: &ComparisonView, here: &Place, linking: Html, columns: &[NodeRef; 2]) -> Html {
    let comparison = &view.comparison;
    let place = pair_place((a.name.clone(), b.name.clone()), here);
    let [common, near, close, own] = comparing::key();
    let is_selected = |passage: &CommonPassage| match (here.passage, &here.followed) {
        (Some(span), _) => passage.a == span,
        (None, Some(Followed::Passage { article, span })) => {
            let own = if *article == a.name { passage.a } else { passage.b };
            [&a.name, &b.name].contains(&article) && own.overlaps(*span)
        }
        _ => false,
    };
    let at = comparison.passages.iter().position(is_selected);
    html! {
        <>
            <p class="sentence">{ sentence(comparison, a, b) }</p>
            <p class="key">
                <span><i class="common verbatim" data-label="1">{ common }</i></span>
                <span><i class="common near">{ near }</i></span>
                <span><i class="common reworded">{ close }</i></span>
                <span><i class="own">{ own }</i></span>
                { linking }
            </p>
            if let Some(at) = at { { joined(view, a, b, at, &place) } }
            <div class="columns">
                { column(&view.a, (a, &columns[0]), comparison, Side::A, at, &place) }
                { column(&view.b, (b, &columns[1]), comparison, Side::B, at, &place) }
            </div>
            { differences(view) }
            { names(view, a, b) }
        </>
    }
}

/// What the picture shows, in words.
fn sentence(comparison: &Comparison, a: &ArticleCard, b: &ArticleCard) -> String {
    let n = |closeness| comparison.passages.iter().filter(|passage| passage.closeness == closeness).count();
    let (same, near, reworded) = (n(Closeness::Verbatim), n(Closeness::NearVerbatim), n(Closeness::Reworded) + n(Closeness::SameFact));
    let (label_a, label_b) = (format::label(a), format::label(b));
    let common = match (same, near) {
        (0, 0) => comparing::nothing_common(&label_a, &label_b),
        _ => {
            let counted = [comparing::n_identical(same), comparing::n_almost_identical(near)].into_iter().zip([same, near]);
            let passages = counted.filter_map(|(words, n)| (n > 0).then_some(words)).collect::<Vec<_>>().join(", ");
            let (share_a, share_b) = (format::percent(comparison.share_a), format::percent(comparison.share_b));
            comparing::common_shares(&passages, (&share_a, &label_a), (&share_b, &label_b))
        }
    };
    match reworded {
        0 => common,
        n => format!("{common} {}", comparing::n_close(n)),
    }
}

/// The selected passage in both wordings, with the way to the next.
fn joined(view: &ComparisonView, a: &ArticleCard, b: &ArticleCard, at: usize, place: &Place) -> Html {
    let passages = &view.comparison.passages;
    let passage = &passages[at];
    let step = |to: usize| place.clone().with_passage(Some(passages[to].a)).fragment();
    let n = passages.len();
    let text = |document: &Document, span: Span, side: Side| marked_text(document.text(), span, &[], &runs(passage, side));
    html! {
        <section class="joined" aria-labelledby="joined-title">
            <h2 id="joined-title" class="caps">{ comparing::passage_of(at + 1, n, comparing::closeness(passage)) }</h2>
            <p class="steps">
                <a href={step((at + n - 1) % n)} aria-label={comparing::previous_passage()}>{ "‹" }</a>
                <a href={step((at + 1) % n)} aria-label={comparing::next_passage()}>{ "›" }</a>
                <a href={Place { followed: None, ..place.clone() }.fragment()} aria-label={comparing::close_panel()}>{ "×" }</a>
            </p>
            <div class="wordings">
                <blockquote><p class="caps">{ format::label(a) }</p>{ text(&view.a, passage.a, Side::A) }</blockquote>
                <blockquote><p class="caps">{ format::label(b) }</p>{ text(&view.b, passage.b, Side::B) }</blockquote>
            </div>
        </section>
    }
}

fn runs(passage: &CommonPassage, side: Side) -> Vec<Overlay> {
    let of = |(a, b): &(Span, Span)| if side == Side::A { *a } else { *b };
    let mut runs: Vec<Overlay> = passage.runs.iter().map(|run| Overlay { span: of(run), class: "run", id: None }).collect();
    runs.order_by_key(|run| run.span);
    runs
}

fn column(
    document: &Document,
    (card, node): (&ArticleCard, &NodeRef),
    comparison: &Comparison,
    side: Side,
    selected: Option<usize>,
    place: &Place,
) -> Html {
    let (share, side_name) = match side {
        Side::A => (comparison.share_a, "a"),
        Side::B => (comparison.share_b, "b"),
    };
    let mut doors: Vec<Door> =
        comparison.passages.iter().enumerate().map(|(at, passage)| door(at, passage, side, selected, place)).collect();
    doors.order_by_key(|door| (door.span.start, std::cmp::Reverse(door.span.end)));
    let overlays: Vec<Overlay> = comparison.passages.iter().flat_map(|passage| runs(passage, side)).collect();
    let title = format!("column-{side_name}");
    html! {
        <section ref={node} class="column" aria-labelledby={title.clone()} tabindex="0" lang={card.language.clone()}>
            <h2 id={title}><a href={Place::read(&card.name).fragment()}>{ format::title(card) }</a></h2>
            <p class="share" lang={locale::current().code()}><meter min="0" max="100" value={format::whole_percent(share).to_string()} aria-label={comparing::common_share_of(&format::label(card))}></meter>{ " " }{ comparing::in_common(&format::percent(share)) }</p>
            { for document.paragraphs().iter().filter_map(|zone| paragraph(document, zone, &doors, &overlays)) }
        </section>
    }
}

/// One paragraph; the title only where something in it is common, for it stands above the column already.
fn paragraph(document: &Document, zone: &Zone, doors: &[Door], overlays: &[Overlay]) -> Option<Html> {
    let doors = doors_in(doors, zone.span);
    let kind = zone.kind;
    let shown = kind != ZoneKind::Title || !doors.is_empty();
    shown.then(|| html! { <p class={paragraph_class(kind)}>{ marked_text(document.text(), zone.span, &doors, overlays) }</p> })
}

/// The doors of one zone; a passage that goes beyond it is cut, and only its beginning can be scrolled to.
fn doors_in(doors: &[Door], zone: Span) -> Vec<Door> {
    let cut = |door: &Door| Door {
        span: Span { start: door.span.start.max(zone.start), end: door.span.end.min(zone.end) },
        id: door.id.clone().filter(|_| zone.start <= door.span.start),
        ..door.clone()
    };
    doors.iter().filter(|door| door.span.overlaps(zone)).map(cut).collect()
}

fn paragraph_class(kind: ZoneKind) -> &'static str {
    match kind {
        ZoneKind::Title => "title",
        ZoneKind::Lead => "lead",
        ZoneKind::Heading => "heading",
        ZoneKind::Caption => "caption",
        _ => "body",
    }
}

fn door(at: usize, passage: &CommonPassage, side: Side, selected: Option<usize>, place: &Place) -> Door {
    let class = match passage.closeness {
        Closeness::Verbatim => "common verbatim",
        Closeness::NearVerbatim => "common near",
        Closeness::Reworded | Closeness::SameFact => "common reworded",
    };
    let selected = selected == Some(at);
    let (span, id) = match side {
        Side::A => (passage.a, "passage-a"),
        Side::B => (passage.b, "passage-b"),
    };
    Door {
        span,
        class,
        label: (at + 1).to_string().into(),
        href: place.clone().with_passage(Some(passage.a)).fragment().into(),
        tip: comparing::passage_is(at + 1, comparing::closeness(passage)).into(),
        selected,
        id: selected.then_some(id.into()),
    }
}

/// What one names and the other does not.
fn names(view: &ComparisonView, a: &ArticleCard, b: &ArticleCard) -> Html {
    let comparison = &view.comparison;
    let lists = [
        ("only-a", comparing::named_only_by(&format::label(a)), &comparison.only_a, Some(a)),
        ("both", comparing::named_by_both().to_owned(), &comparison.both, None),
        ("only-b", comparing::named_only_by(&format::label(b)), &comparison.only_b, Some(b)),
    ];
    html! {
        <section class="names" aria-labelledby="names-title">
            <h2 id="names-title">{ comparing::one_names_alone() }</h2>
            <div class="name-lists">
                for (class, words, ids, card) in lists {
                    <section key={class} class={class}>
                        <h3>{ words }{ " " }<span class="count">{ ids.len() }</span></h3>
                        if ids.is_empty() { <p class="absent">{ comparing::no_name() }</p> }
                        <ul>{ for ids.iter().filter_map(|id| name(&view.entities, *id, card)) }</ul>
                    </section>
                }
            </div>
        </section>
    }
}

fn name(entities: &[Entity], id: EntityId, card: Option<&ArticleCard>) -> Option<Html> {
    let entity = protocol::entity(entities, id)?;
    let words = format::kind(entity.kind);
    let place = Place::of(View::Entity { slug: entity.slug.clone(), article: card.map(|card| card.name.clone()) });
    Some(
        html! { <li key={entity.slug.clone()}><a class={words.name_class} data-label={words.letter} href={place.fragment()}>{ &entity.name }</a></li> },
    )
}
