//! The views that nobody sees first, in a chunk of the page's module that is fetched with the first of them.
//!
//! With the feature `split` the build cuts the module at `chunk`: what only these views use leaves with them. Without it they
//! are in the module and always here. The line between the two is drawn by use: who opens the page sees the panorama and
//! searches; all else is a step later.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::{
    AboutView, AcrossView, ClassView, CompareView, CorpusView, DaysView, EntityView, FiguresView, IndexView, NotesView, ProjectorView,
    QuotesView, ReadView, RecordView, ReviewView, ToolView, UtterancePage,
};
use crate::protocol::{Overview, Response};
use crate::ui::collecting::keep_here;
use crate::ui::hooks::Explorer;
use crate::ui::route::View;

/// Draws what is in the chunk.
pub type Draw = fn(Rc<Overview>, View) -> Html;

/// The explorer of the moment, with the answer that holds the overview.
pub type Here = (Explorer, Rc<Response>);

/// What the chunk does.
#[derive(Clone, Copy)]
struct Chunk {
    draw: Draw,
    /// Keeps what is chosen for the press review.
    keep: fn(Here),
}

thread_local! {
    static HERE: Cell<Option<Chunk>> = const { Cell::new(if cfg!(feature = "split") { None } else { Some(Chunk { draw, keep: keep_here }) }) };
}

/// True for the views of the chunk.
pub fn holds(view: &View) -> bool {
    !matches!(view, View::Panorama | View::Results | View::Help)
}

/// What draws the chunk's views, if it is here.
pub fn here() -> Option<Draw> {
    HERE.get().map(|chunk| chunk.draw)
}

/// Keeps what is chosen for the press review, once the chunk is here; should it not come, the next press tries again.
pub fn keep(here: Here) {
    wasm_bindgen_futures::spawn_local(async move {
        fetch().await;
        if let Some(chunk) = HERE.get() {
            (chunk.keep)(here);
        }
    });
}

/// Fetches the chunk where it is not here; none when it does not come. The next call tries again.
pub async fn fetch() -> Option<Draw> {
    #[cfg(feature = "split")]
    if here().is_none() {
        let styled = styles();
        if let Ok(chunk) = chunk().await {
            if let Some(styled) = styled {
                // Without them the views are plain, and still there.
                let _ = wasm_bindgen_futures::JsFuture::from(styled).await;
            }
            HERE.set(Some(chunk));
        }
    }
    here()
}

/// Fetches the style sheet of these views, if the page has one that is not here; done when it came or did not.
#[cfg(feature = "split")]
fn styles() -> Option<js_sys::Promise> {
    use wasm_bindgen::JsCast;
    const TOLD: &str = "data-styles";
    let document = gloo::utils::document();
    let script = document.query_selector(&format!("script[{TOLD}]")).ok()??;
    let path = script.get_attribute(TOLD)?;
    let link: web_sys::HtmlElement = document.create_element("link").ok()?.dyn_into().ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("href", &format!("{path}.css")).ok()?;
    let came = js_sys::Promise::new(&mut |done, _| {
        link.set_onload(Some(&done));
        link.set_onerror(Some(&done));
    });
    document.head()?.append_child(&link).ok()?;
    // Asked for once: a view that is tried again finds it.
    script.remove_attribute(TOLD).ok()?;
    Some(came)
}

/// Where the module is cut: what is called from here alone is in the chunk. Only pointers come back, so that the views are
/// drawn at once from then on.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(views, fallible)]
fn chunk() -> Result<Chunk, wasm_split_helpers::SplitLoaderError> {
    Ok(Chunk { draw, keep: keep_here })
}

fn draw(overview: Rc<Overview>, view: View) -> Html {
    match view {
        View::Read(name) => html! { <ReadView {overview} {name} /> },
        View::Compare(pair) => html! { <CompareView {overview} {pair} /> },
        View::Across(across) => html! { <AcrossView {overview} {across} /> },
        View::Index => html! { <IndexView {overview} /> },
        View::Entity { slug, article } => html! { <EntityView {overview} {slug} {article} /> },
        View::About => html! { <AboutView /> },
        View::Corpus => html! { <CorpusView {overview} /> },
        View::Record(name) => html! { <RecordView {overview} {name} /> },
        View::Notes(noted) => html! { <NotesView {overview} {noted} /> },
        View::Review => html! { <ReviewView {overview} /> },
        View::Projector => html! { <ProjectorView {overview} /> },
        View::Class(classroom) => html! { <ClassView {overview} {classroom} /> },
        View::Figures(figures) => html! { <FiguresView {overview} {figures} /> },
        View::Days(days) => html! { <DaysView {overview} {days} /> },
        View::Quotes(ledger) => html! { <QuotesView {overview} {ledger} /> },
        View::Utterance { article, start } => html! { <UtterancePage {overview} {article} {start} /> },
        View::Tool(tool) => html! { <ToolView {overview} {tool} /> },
        // The first views are no views of the chunk, see `holds`: a new view has to be put on one side.
        View::Panorama | View::Results | View::Help => Html::default(),
    }
}
