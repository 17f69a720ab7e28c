//! The link that opens a page of the class, in words and as a code that a phone reads, drawn here: nothing is asked of a service.
//!
//! What is only on this computer has no link that leads anywhere: then it is said how the file is handed out, and what stands behind its
//! address.

use qrcodegen::{QrCode, QrCodeEcc};
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use super::class_tabs::class_place;
use crate::corpus::Mask;
use crate::protocol::Base;
use crate::ui::classroom::Classroom;
use crate::ui::clipboard::copy;
use crate::ui::hooks::{Explorer, use_explorer};
use crate::ui::messages::{class_pages, tables};
use crate::ui::route::{Place, View};
use crate::ui::state::Kept;

/// Light modules around a code, without which readers do not find it (ISO/IEC 18004).
const QUIET: i32 = 4;

#[derive(Properties, PartialEq)]
pub struct ClassLinkProps {
    pub classroom: Classroom,
}

/// Where a link leads.
enum Reach {
    /// For everybody, with the address of the page.
    All(String),
    /// The corpus is nobody else's.
    OwnCorpus,
    /// The page is.
    File,
}

#[component]
pub fn ClassLink(props: &ClassLinkProps) -> Html {
    let explorer = use_explorer();
    let fragment = class_place(&explorer, props.classroom.clone()).fragment();
    let reach = reach(&explorer);
    let shown = match &reach {
        Reach::All(home) => format!("{home}{fragment}"),
        Reach::OwnCorpus | Reach::File => fragment,
    };
    let code = matches!(reach, Reach::All(_)).then(|| QrCode::encode_text(&shown, QrCodeEcc::Medium));
    let label = if matches!(reach, Reach::All(_)) { class_pages::link() } else { class_pages::behind_the_address() };
    html! {
        <details class="class-link">
            <summary>{ class_pages::link_title() }</summary>
            <p>{ match reach { Reach::All(_) => class_pages::what_it_opens(), Reach::OwnCorpus => class_pages::own_corpus(), Reach::File => class_pages::from_a_file() } }</p>
            if matches!(reach, Reach::OwnCorpus) { <p><a href={Place::of(View::Corpus).fragment()}>{ class_pages::to_corpus() }</a></p> }
            { beside(&explorer, &reach) }
            <Field {label} value={shown.clone()} />
            if let Some(Ok(code)) = &code { <Code code={drawn(code)} link={shown} /> }
            if let Some(Err(_)) = code { <p class="notice">{ class_pages::too_long() }</p> }
        </details>
    }
}

fn reach(explorer: &Explorer) -> Reach {
    let location = gloo::utils::window().location();
    let home = [location.origin(), location.pathname(), location.search()].map(Result::unwrap_or_default).concat();
    let held = &explorer.state.held;
    match () {
        () if !home.starts_with("http") => Reach::File,
        () if held.base == Base::Shipped || held.kept == Kept::WithPage => Reach::All(home),
        () => Reach::OwnCorpus,
    }
}

/// What else is to be known of the link.
fn beside(explorer: &Explorer, reach: &Reach) -> Html {
    let edits = &explorer.state.held.edits;
    html! {
        <>
            if edits.mask != Mask::Off { <p>{ class_pages::link_hides() }</p> }
            if matches!(reach, Reach::All(_)) && !edits.corrections.is_empty() { <p>{ class_pages::without_corrections() }</p> }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct FieldProps {
    label: &'static str,
    value: String,
}

/// The link, to be copied.
#[component]
fn Field(props: &FieldProps) -> Html {
    let said = use_state(|| "");
    let field = use_node_ref();
    let onclick = {
        let (said, field, value) = (said.clone(), field.clone(), props.value.clone());
        Callback::from(move |_: MouseEvent| {
            let (said, field, value) = (said.clone(), field.clone(), value.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let done = copy(&value).await.is_ok();
                said.set(if done { tables::copied() } else { tables::copy_from_here() });
                // Where the clipboard is refused the link is chosen, for the reader to copy.
                if let (false, Some(field)) = (done, field.cast::<HtmlInputElement>()) {
                    let _ = field.focus();
                    field.select();
                }
            });
        })
    };
    html! {
        <p class="actions">
            <label for="class-link">{ props.label }</label>
            <input id="class-link" ref={field} type="text" readonly=true value={props.value.clone()} />
            <button type="button" {onclick}>{ tables::copy() }</button>
            <span role="status">{ *said }</span>
        </p>
    }
}

/// A code ready to be drawn: its modules on a side, and one path of those that are dark.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    size: i32,
    path: String,
}

/// Runs of dark modules, row by row, as one path.
fn drawn(code: &QrCode) -> Drawn {
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(size);
            if run > 0 {
                path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
            }
            x += run.max(1);
        }
    }
    Drawn { size, path }
}

#[derive(Properties, PartialEq)]
struct CodeProps {
    code: Drawn,
    link: String,
}

/// The code beside the link, and over the whole window for a projector.
#[component]
fn Code(props: &CodeProps) -> Html {
    let dialog = use_node_ref();
    let open = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                let _ = dialog.show_modal();
            }
        })
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    // The dialog closes itself on Escape; the page is not to hear that too.
    let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    html! {
        <>
            <div class="code">{ picture(props) }</div>
            <p class="actions"><button type="button" class="enlarge" onclick={open}>{ class_pages::enlarge() }</button></p>
            <dialog ref={dialog} class="large-code" aria-label={class_pages::link_title()} {onkeydown}>
                { picture(props) }
                <p class="address">{ &props.link }</p>
                <button type="button" onclick={close}>{ tables::close() }</button>
            </dialog>
        </>
    }
}

fn picture(props: &CodeProps) -> Html {
    let Drawn { size, path } = &props.code;
    let side = size + 2 * QUIET;
    html! {
        <svg class="qr" viewBox={format!("-{QUIET} -{QUIET} {side} {side}")} role="img" aria-label={class_pages::code(&props.link)} shape-rendering="crispEdges">
            <rect x={format!("-{QUIET}")} y={format!("-{QUIET}")} width={side.to_string()} height={side.to_string()} /><path d={path.clone()} />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sets the modules of a path in a grid again.
    fn grid(drawn: &Drawn) -> Vec<bool> {
        let mut dark = vec![false; (drawn.size * drawn.size) as usize];
        for run in drawn.path.split('M').skip(1) {
            let numbers: Vec<i32> = run.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            for x in numbers[0]..numbers[0] + numbers[2] {
                dark[(numbers[1] * drawn.size + x) as usize] = true;
            }
        }
        dark
    }

    #[test]
    fn the_drawing_has_each_dark_module_and_no_other() {
        let code = QrCode::encode_text("https://example.org/#/classe/voix?graine=3&n=5", QrCodeEcc::Medium).unwrap();
        let drawn = drawn(&code);
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        assert_eq!(grid(&drawn), all.map(|(x, y)| code.get_module(x, y)).collect::<Vec<_>>());
    }

    #[test]
    fn what_does_not_fit_in_a_code_is_told() {
        assert!(QrCode::encode_text(&"é".repeat(3_000), QrCodeEcc::Medium).is_err());
    }
}
