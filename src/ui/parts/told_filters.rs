//! Ways to narrow what is told, and to take it along.

use yew::prelude::*;

use crate::facts::Verdict;
use crate::protocol::{CountsView, Request, Response, ToldSheet};
use crate::ui::hooks::Explorer;
use crate::ui::messages::{counting, tables};
use crate::ui::route::Place;
use crate::ui::told::Figures;
use crate::ui::{download, format};

/// One verdict or all of them.
pub fn verdict_choice(view: &CountsView, figures: &Figures, to: &dyn Fn(Figures) -> Place) -> Html {
    let choice = |words: &'static str, n: Option<u32>, verdict: Option<Verdict>| {
        let made = figures.verdict == verdict;
        let to = to(Figures { verdict, ..figures.clone() }).fragment();
        html! { <li key={words}><a href={to} aria-current={made.then_some("true")}>{ words }if let Some(n) = n { { " " }<span class="count">{ format::number(n as usize) }</span> }</a></li> }
    };
    let present = Verdict::SHARED.into_iter().zip(view.n_verdicts).filter(|(verdict, n)| *n > 0 || figures.verdict == Some(*verdict));
    html! {
        <div class="choices" role="group" aria-label={counting::verdict_choice()}><span aria-hidden="true">{ counting::verdict_choice() }</span><ul>
            { choice(tables::all_of_them(), None, None) }
            { for present.map(|(verdict, n)| choice(counting::verdict(verdict).2, Some(n), Some(verdict))) }
        </ul></div>
    }
}

/// A file: the words of its button, the ending of its name, what it is.
pub type File = (&'static str, &'static str, ToldSheet);

/// A button for each file.
pub fn sheets(explorer: &Explorer, said: &UseStateHandle<AttrValue>, name: &'static str, all: &[File]) -> Html {
    let button = |(words, ending, sheet): &File| {
        let (client, said, sheet, ending) = (explorer.desk.client().clone(), said.clone(), sheet.clone(), *ending);
        let onclick = Callback::from(move |_| {
            let (client, said, request) = (client.clone(), said.clone(), Request::ToldSheet(sheet.clone()));
            wasm_bindgen_futures::spawn_local(async move {
                said.set(match client.call(request).await {
                    Ok(Response::Sheet(text)) => {
                        download::save(&format!("{name}.{ending}"), &js_sys::Uint8Array::from(text.as_bytes()));
                        tables::saved().into()
                    }
                    Ok(Response::Refused { why }) | Err(why) => why.into(),
                    Ok(_) => return,
                });
            });
        });
        html! { <button type="button" key={*words} {onclick}>{ *words }</button> }
    };
    html! { <div class="sheet-buttons">{ for all.iter().map(button) }<span role="status">{ (**said).clone() }</span></div> }
}
