//! The whole page: one state, the engine, the bar, the open view.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::announce::use_announcements;
use super::brought;
use super::desk::Desk;
use super::hooks::use_explorer::Step;
use super::hooks::{Answer, Explorer, use_answer, use_explorer, use_fetch_ahead};
use super::messages::frame;
use super::parts::follow_line::follow_line;
use super::parts::tour::tour;
use super::parts::{colophon, notice_line, task_line, top_bar};
use super::route::{Place, View};
use super::shortcuts::{self, Shortcut};
use super::state::{Action, State};
use super::views::{Later, Panorama, Results, chunk};
use super::{focus, format};
use crate::corpus::Mask;
use crate::protocol::{Request, Response};

#[derive(Properties, PartialEq)]
pub struct AppProps {
    pub desk: Desk,
}

/// Goes to an address; the state follows from it.
fn go_to(path: &str) {
    let _ = gloo::utils::window().location().set_hash(path);
}

fn fragment() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// Provides state and engine to all, and keeps the state in step with the address.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(State::default);
    {
        let (dispatcher, desk) = (state.dispatcher(), props.desk.clone());
        use_effect_with((), move |()| {
            dispatcher.dispatch(Action::Arrive(fragment()));
            let arrivals = dispatcher.clone();
            let listener = EventListener::new(&gloo::utils::window(), "popstate", move |_| arrivals.dispatch(Action::Arrive(fragment())));
            desk.set_listener(move |action| {
                match &action {
                    Action::Loaded => go_to("/panorama"),
                    // What went wrong or was guessed comes before the new corpus.
                    Action::Report(Some(report)) if report.n_brought == 0 && !report.taken.is_empty() => go_to("/notes"),
                    Action::Report(Some(report)) if report.is_telling() => go_to("/corpus"),
                    _ => {}
                }
                dispatcher.dispatch(action);
            });
            desk.start();
            move || drop(listener)
        });
    }
    // In another language everything is drawn anew.
    let locale = state.locale;
    let explorer = Explorer { state, desk: props.desk.clone() };
    html! {
        <ContextProvider<Explorer> context={explorer}>
            <Page key={locale.code()} />
        </ContextProvider<Explorer>>
    }
}

/// The bar, the open view, the colophon.
#[component]
fn Page() -> Html {
    let explorer = use_explorer();
    let overview = use_answer(explorer.state.ready.then_some(Request::Overview));
    let place = explorer.place().clone();
    use_focus_on_view(&place.view);
    use_focus_after_correction(explorer.state.generation, overview.response.is_some());
    use_document_title(&place);
    use_announcements(&overview);
    use_drop();
    use_escape();
    use_keys_of_all_views(&overview);
    use_fetch_ahead();
    use_mask(&explorer);
    let overview = match (overview.response.as_deref(), overview.failure) {
        _ if is_unmasked(&explorer.state) => return html! { <>{ task_line(&explorer) }<main id="main" aria-busy="true"></main></> },
        (Some(Response::Overview(overview)), _) => overview.clone(),
        (_, Some(why)) => return html! { <main id="main">{ notice_line(why, None) }</main> },
        _ => return html! { <>{ task_line(&explorer) }<main id="main" aria-busy="true"></main></> },
    };
    let view = match place.view {
        View::Panorama => html! { <Panorama overview={overview.clone()} followed={place.followed.clone()} /> },
        View::Results | View::Help => html! { <Results overview={overview.clone()} /> },
        view => html! { <Later overview={overview.clone()} {view} /> },
    };
    let dismiss = Callback::from({
        let state = explorer.state.clone();
        move |_: ()| state.dispatch(Action::DismissNotice)
    });
    html! {
        <>
            <a class="skip" href="#main" onclick={skip_to_main()}>{ frame::skip_to_content() }</a>
            { top_bar(&explorer) }
            { task_line(&explorer) }
            if let Some(why) = &explorer.state.crash { <CrashBox why={why.clone()} /> }
            if let Some(text) = &explorer.state.notice { { notice_line(text.clone(), Some(dismiss)) } }
            { mask_line(&explorer) }
            { follow_line(&explorer, &overview) }
            { tour(&explorer) }
            <main id="main" tabindex="-1">{ view }</main>
            { colophon(explorer.place(), overview.rights.as_deref()) }
        </>
    }
}

/// That names are hidden, and the way to see them.
fn mask_line(explorer: &Explorer) -> Html {
    if explorer.state.held.edits.mask == Mask::Off {
        return Html::default();
    }
    let desk = explorer.desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.mask(Mask::Off));
    html! { <div class="notice masked"><p>{ frame::sources_hidden() }</p><button type="button" {onclick}>{ frame::show_sources() }</button></div> }
}

/// Whether names are hidden is in the address too, so that a link leads nobody past it: what was changed last is followed.
#[hook]
fn use_mask(explorer: &Explorer) {
    let before = use_mut_ref(Mask::default);
    let mask = explorer.state.held.edits.mask;
    let explorer = explorer.clone();
    use_effect_with((explorer.state.ready, mask, explorer.place().clone()), move |(ready, mask, place)| {
        let changed = before.replace(*mask) != *mask;
        let asked = place.mask.unwrap_or_default();
        if *ready && asked != *mask {
            if changed || place.mask.is_none() {
                explorer.go(&place.clone().with_mask(Some(*mask).filter(|mask| *mask != Mask::Off)), Step::Same);
            } else {
                explorer.desk.mask(asked);
            }
        }
    });
}

/// True while the address asks that names are hidden and they are not yet: nothing may be seen before.
fn is_unmasked(state: &State) -> bool {
    state.place.mask.is_some_and(|mask| mask != Mask::Off) && state.held.edits.mask == Mask::Off && state.notice.is_none()
}

/// A fragment is an address here, so the skip link moves the focus itself.
fn skip_to_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus::on("#main");
    })
}

/// After a step to another view the focus stands on its passage or heading and the page at its top, unless the reader is typing.
#[hook]
fn use_focus_on_view(view: &View) {
    let first = use_mut_ref(|| true);
    use_effect_with(view.page(), move |_| {
        if first.replace(false) {
            return;
        }
        // Who goes through the tour goes on there.
        let touring = |element: &web_sys::Element| element.closest(".tour").is_ok_and(|tour| tour.is_some());
        let typing = gloo::utils::document().active_element().is_some_and(|element| element.id() == "search" || touring(&element));
        if !typing {
            gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
            focus::on_view();
        }
    });
}

/// What is drawn anew after a correction takes the focus with it: then it is at the beginning of the view.
#[hook]
fn use_focus_after_correction(generation: u32, drawn: bool) {
    use_effect_with((generation, drawn), |(generation, drawn)| {
        let lost = gloo::utils::document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if *generation > 0 && *drawn && lost {
            focus::on("#main");
        }
    });
}

/// Escape puts down the entity or the passage that is selected.
#[hook]
fn use_escape() {
    let explorer = use_explorer();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&gloo::utils::document(), "keydown", move |event| {
            let escape = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            let Ok(here) = Place::parse(&fragment()) else { return };
            if escape && !event.default_prevented() && (here.entity.is_some() || here.passage.is_some()) {
                explorer.go(&here.with_entity(None).with_passage(None), Step::Same);
            }
        });
        move || drop(listener)
    });
}

/// Keys that are heard in every view: one (`?` at first) opens the list of keys, one (`r`) keeps what is chosen for the press review.
#[hook]
fn use_keys_of_all_views(overview: &Answer) {
    let here = use_mut_ref(|| None);
    let explorer = use_explorer();
    *here.borrow_mut() = overview.response.clone().map(|overview| (explorer, overview));
    use_effect_with((), |()| {
        let listener = EventListener::new(&gloo::utils::document(), "keydown", move |event| {
            let pressed = event.dyn_ref::<web_sys::KeyboardEvent>().and_then(shortcuts::pressed);
            match (pressed, &*here.borrow()) {
                (Some(Shortcut::Keys), _) => go_to(&Place::of(View::About).fragment()),
                (Some(Shortcut::Keep), Some(here)) => chunk::keep(here.clone()),
                _ => {}
            }
        });
        move || drop(listener)
    });
}

/// Files dropped anywhere become the corpus.
#[hook]
fn use_drop() {
    let explorer = use_explorer();
    let bring = Callback::from(move |files| explorer.bring(files));
    use_effect_with((), move |()| {
        let page = gloo::utils::document();
        let options = EventListenerOptions::enable_prevent_default();
        let of_files = |event: &web_sys::Event| {
            let transfer = event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer)?;
            transfer.types().includes(&"Files".into(), 0).then_some(transfer)
        };
        let over = EventListener::new_with_options(&page, "dragover", options, move |event| {
            if of_files(event).is_some() {
                event.prevent_default();
            }
        });
        let drop_here = EventListener::new_with_options(&page, "drop", options, move |event| {
            if let Some(transfer) = of_files(event) {
                event.prevent_default();
                let entries = brought::entries(&transfer);
                let (listed, bring) = (transfer.files(), bring.clone());
                wasm_bindgen_futures::spawn_local(async move {
                    let walked = brought::walked(entries).await;
                    // A file that a script made is no entry of a file system.
                    let alone = listed.filter(|_| walked.is_empty()).map(|list| brought::listed(&list));
                    bring.emit(alone.unwrap_or(walked));
                });
            }
        });
        move || drop((over, drop_here))
    });
}

/// The title of the tab says where one is.
#[hook]
fn use_document_title(place: &Place) {
    let view = match &place.view {
        View::Panorama => frame::panorama().to_owned(),
        View::Read(name) => frame::reading(name.as_deref().map_or("", format::stem)),
        View::Compare(None) => frame::compare().to_owned(),
        View::Compare(Some((a, b))) => frame::comparing(format::stem(a), format::stem(b)),
        View::Across(across) => frame::comparing_by(across.title()),
        View::Index => frame::index().to_owned(),
        View::Entity { slug, .. } => frame::index_of(slug.split_once(':').map_or(slug.as_str(), |(_, name)| name)),
        View::Quotes(_) => frame::quotations().to_owned(),
        View::Figures(_) => frame::figures().to_owned(),
        View::Days(_) => frame::timeline().to_owned(),
        View::Utterance { article, .. } => frame::utterance_in(format::stem(article)),
        View::Results => frame::search().to_owned(),
        View::Tool(tool) => tool.title().to_owned(),
        View::Help => frame::how_to_search().to_owned(),
        View::About => frame::about().to_owned(),
        View::Corpus => frame::corpus().to_owned(),
        View::Record(name) => frame::correcting(format::stem(name)),
        View::Notes(_) => frame::notes().to_owned(),
        View::Review => frame::review().to_owned(),
        View::Projector => frame::projector().to_owned(),
        View::Class(_) => frame::classroom().to_owned(),
    };
    let query: String = place.query.chars().take(40).collect();
    let title =
        if query.is_empty() { format!("{} · Recoupe", view.trim_end()) } else { format!("{query} · {} · Recoupe", view.trim_end()) };
    use_effect_with(title, |title| gloo::utils::document().set_title(title));
}

#[derive(Properties, PartialEq)]
struct CrashBoxProps {
    why: String,
}

/// The engine stopped: said in words, with a way to reload.
#[component]
fn CrashBox(props: &CrashBoxProps) -> Html {
    let reload = Callback::from(|_| {
        let _ = gloo::utils::window().location().reload();
    });
    html! {
        <div class="crash" role="alert">
            <p><strong>{ frame::engine_stopped() }</strong>{ " " }<span class="crash-why">{ &props.why }</span></p>
            <p>{ frame::still_legible() }</p>
            <button type="button" onclick={reload}>{ frame::reload() }</button>
        </div>
    }
}
