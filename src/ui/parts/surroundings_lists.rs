//! What stands around the passages: words that are near them more often than elsewhere, and runs of words that come back.

use yew::prelude::*;

use super::tool_bar::choices;
use crate::concordance::{Choice, Collocate, Kept, Run, Surroundings, Window, With};
use crate::ui::format;
use crate::ui::route::{Place, View};
use crate::ui::tool::{Tool, window_words};
use crate::ui::views::tool_view::notices;

/// Windows that are offered, each with its words.
const WINDOWS: [(Window, &str); 6] = [
    (Window::Words { left: 2, right: 2 }, "2\u{a0}mots"),
    (Window::Words { left: 5, right: 5 }, "5\u{a0}mots"),
    (Window::Words { left: 10, right: 10 }, "10\u{a0}mots"),
    (Window::Words { left: 5, right: 0 }, "5\u{a0}avant"),
    (Window::Words { left: 0, right: 5 }, "5\u{a0}après"),
    (Window::Sentence, "la phrase"),
];

/// Ratio in tenths below which chance does as much once in a thousand cases.
const SURE: u32 = 108;
/// Occurrences below which a count says that it is small.
const FEW: u32 = 5;

/// Window, length of runs, words that are told.
type Setting = (Window, u32, Kept);

/// Both lists with their settings.
pub fn surroundings_lists(query: &str, setting: Setting, found: &Surroundings) -> Html {
    let (window, length, _) = setting;
    html! {
        <>
            { settings(query, setting) }
            <div role="status" class="status">
                <p>{ format!("{}, {} autour, {} dans le corpus", format::count(found.n_hits as usize, "passage", "passages"),
                    format::count(found.n_near as usize, "mot", "mots"), format::number(found.n_words as usize)) }</p>
                { notices(&found.notices) }
            </div>
            <div class="columns">
                <section aria-labelledby="near-title">
                    <h2 id="near-title">{ "Mots voisins" }</h2>
                    if found.collocates.is_empty() { <p class="absent">{ "Aucun mot ne revient ici plus que le hasard ne le voudrait." }</p> }
                    else { { collocates(query, window, &found.collocates) } }
                </section>
                <section aria-labelledby="run-title">
                    <h2 id="run-title">{ format!("Suites de {length} mots") }</h2>
                    if found.runs.is_empty() { <p class="absent">{ "Aucune suite ne revient deux fois." }</p> } else { { runs(query, &found.runs) } }
                </section>
            </div>
        </>
    }
}

fn settings(query: &str, (window, length, kept): Setting) -> Html {
    let to = |window, length, kept| Place::of(View::Tool(Tool::Surroundings { window, length, kept })).with_query(query);
    let windows = WINDOWS.map(|(wanted, words)| (words.to_owned(), to(wanted, length, kept), window == wanted));
    let lengths = [2, 3, 4, 5].map(|wanted| (format!("{wanted}\u{a0}mots"), to(window, wanted, kept), length == wanted));
    let grammar = [(Kept::Content, "cachés"), (Kept::All, "montrés")];
    let grammar = grammar.map(|(wanted, words)| (words.to_owned(), to(window, length, wanted), kept == wanted));
    html! {
        <div class="settings">
            { choices("Autour", windows.into()) }{ choices("Suites de", lengths.into()) }{ choices("Mots-outils", grammar.into()) }
        </div>
    }
}

fn lines(query: &str, with: With) -> String {
    Place::of(View::Tool(Tool::lines(Choice { with: Some(with), ..Choice::default() }))).with_query(query).fragment()
}

fn collocates(query: &str, window: Window, found: &[Collocate]) -> Html {
    let row = |word: &Collocate| {
        let with = With::Near { word: word.word.clone(), window };
        let everywhere = Place::of(View::Results).with_query(&format!("\"{}\"", word.word)).fragment();
        let doubt = if word.n_near < FEW {
            "peu"
        } else if word.strength < SURE {
            "faible"
        } else {
            ""
        };
        html! {
            <tr key={word.word.clone()}>
                <th scope="row">{ &word.shown }</th>
                <td class="figure-cell"><a href={lines(query, with)}>{ format::number(word.n_lines as usize) }</a></td>
                <td class="figure-cell">{ format::number(word.n_near as usize) }</td>
                <td class="figure-cell"><a href={everywhere}>{ format::number(word.n_corpus as usize) }</a></td>
                <td class="figure-cell">{ format::tenths(word.strength) }if !doubt.is_empty() { <small>{ " " }{ doubt }</small> }</td>
            </tr>
        }
    };
    html! {
        <>
            <div class="kwic-frame"><table class="strips">
                <caption class="visually-hidden">{ format!("Mots voisins {}, du plus fort au plus faible", window_words(window)) }</caption>
                <thead><tr>{ for ["Mot", "Passages", "Fois, près", "Fois, partout", "Force"].map(|words| html! { <th scope="col">{ words }</th> }) }</tr></thead>
                <tbody>{ for found.iter().map(row) }</tbody>
            </table></div>
            <p class="absent">{ format!("Force\u{a0}: rapport de vraisemblance (Dunning 1993). Au-dessus de 10,8, le hasard ne ferait pas mieux une fois sur mille\u{a0}; \
                «\u{a0}faible\u{a0}»\u{a0}: au-dessous. «\u{a0}Peu\u{a0}»\u{a0}: moins de {FEW} fois. Les mots des passages eux-mêmes ne sont pas comptés.") }</p>
        </>
    }
}

fn runs(query: &str, found: &[Run]) -> Html {
    let row = |run: &Run| {
        html! {
            <tr key={run.words.clone()}>
                <th scope="row">{ &run.shown }</th>
                <td class="figure-cell"><a href={lines(query, With::Run(run.words.clone()))}>{ format::number(run.n as usize) }</a></td>
                <td class="figure-cell">{ format::number(run.n_documents as usize) }</td>
            </tr>
        }
    };
    html! {
        <div class="kwic-frame"><table class="strips">
            <caption class="visually-hidden">{ "Suites de mots qui contiennent un passage, de la plus fréquente à la plus rare" }</caption>
            <thead><tr>{ for ["Suite", "Fois", "Articles"].map(|words| html! { <th scope="col">{ words }</th> }) }</tr></thead>
            <tbody>{ for found.iter().map(row) }</tbody>
        </table></div>
    }
}
