//! How one searches: every operator and field in one line, with an example in words of the open corpus that runs on click.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::protocol::{HelpLine, HelpState, Request, Response};
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::route::{Place, View};

/// The examples, as a list.
#[component]
pub fn SearchHelp() -> Html {
    let answer = use_answer(Some(Request::Help));
    let Some(Response::Help(lines)) = answer.response.as_deref() else {
        return answer.failure.map_or_else(Html::default, |why| html! { <p role="alert">{ why }</p> });
    };
    html! {
        <div class="search-help">
            <p>{ "Tous les mots doivent être dans l’article. Accents, majuscules, pluriels et conjugaisons ne comptent pas ; la forme tapée passe devant. Chaque exemple se lance d’un clic." }</p>
            <dl>{ for lines.iter().map(line) }</dl>
        </div>
    }
}

fn line(line: &HelpLine) -> Html {
    let to = Place::of(View::Results).with_query(&line.query);
    let query = html! { <code>{ &line.query }</code> };
    html! {
        <div key={line.query.clone()}>
            <dt>if line.state == HelpState::Pattern { { query } } else { <a href={to.fragment()}>{ query }</a> }</dt>
            <dd>{ format::capital(&line.what) }
                if let HelpState::Answered(n) = line.state { { " " }<span class="count">{ format::count(n as usize, "article", "articles") }</span> }
            </dd>
        </div>
    }
}

/// The question mark beside the field: unfolds the help there.
#[component]
pub fn HelpButton() -> Html {
    let explorer = use_explorer();
    let open = use_state(|| false);
    let here = explorer.place();
    // Whoever follows an example has seen enough of the help.
    let address = (here.view.clone(), here.query.clone());
    use_effect_with(address, {
        let open = open.clone();
        move |_| open.set(false)
    });
    use_effect_with((), {
        let open = open.setter();
        move |()| {
            let listener = EventListener::new(&gloo::utils::document(), "keydown", move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                    open.set(false);
                }
            });
            move || drop(listener)
        }
    });
    let toggle = Callback::from({
        let open = open.clone();
        move |_| open.set(!*open)
    });
    html! {
        <>
            <button type="button" class="help-button" aria-label="Comment chercher" aria-expanded={open.to_string()} aria-controls="search-help" onclick={toggle}>{ "?" }</button>
            <div id="search-help" class="help-panel" hidden={!*open}>
                if *open {
                    <h2>{ "Comment chercher" }</h2>
                    <SearchHelp />
                    <p><a href={Place::of(View::Help).fragment()}>{ "Cette aide dans une page à elle" }</a></p>
                }
            </div>
        </>
    }
}
