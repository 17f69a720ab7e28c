//! What stands around the passages: words that are near them more often than elsewhere, and runs of words that come back.

use yew::prelude::*;

use super::figure_table::{figure, figure_table, row};
use super::tool_bar::{choices, status};
use crate::concordance::{Choice, Collocate, Kept, Run, Surroundings, Window, With};
use crate::ui::format;
use crate::ui::route::{Place, View};
use crate::ui::tool::{Tool, window_words};

/// Windows that are offered, each with its words.
const WINDOWS: [(Window, &str); 6] = [
    (Window::Words { left: 2, right: 2 }, "2\u{a0}mots"),
    (Window::Words { left: 5, right: 5 }, "5\u{a0}mots"),
    (Window::Words { left: 10, right: 10 }, "10\u{a0}mots"),
    (Window::Words { left: 5, right: 0 }, "5\u{a0}avant"),
    (Window::Words { left: 0, right: 5 }, "5\u{a0}après"),
    (Window::Sentence, "la phrase"),
];

/// Whether words of grammar are told.
const GRAMMAR: [(Kept, &str); 2] = [(Kept::Content, "cachés"), (Kept::All, "montrés")];

/// Ratio in tenths below which chance does as much once in a thousand cases.
const SURE: u32 = 108;
/// Occurrences below which a count says that it is small.
const FEW: u32 = 5;

/// Window, length of runs, words that are told.
type Setting = (Window, u32, Kept);

/// Both lists with their settings.
pub fn surroundings_lists(query: &str, setting: Setting, found: &Surroundings) -> Html {
    let (window, length, _) = setting;
    let said = format!(
        "{}, {} autour, {} dans le corpus",
        format::count(found.n_hits as usize, "passage", "passages"),
        format::count(found.n_near as usize, "mot", "mots"),
        format::number(found.n_words as usize)
    );
    let near = found.collocates.iter().map(|word| collocate(query, window, word)).collect();
    let runs = found.runs.iter().map(|word| run(query, word)).collect();
    let explained = format!(
        "Force\u{a0}: rapport de vraisemblance (Dunning 1993). Au-dessus de 10,8, le hasard ne ferait pas mieux une fois sur mille\u{a0}; \
         «\u{a0}faible\u{a0}»\u{a0}: au-dessous\u{a0}; «\u{a0}peu\u{a0}»\u{a0}: moins de {FEW} fois. Les mots des passages eux-mêmes ne sont pas comptés."
    );
    let heads = ["Mot", "Passages", "Fois, près", "Fois, partout", "Force"];
    html! {
        <>
            { settings(query, setting) }
            { status(said) }
            <div class="columns">
                { list(format!("Mots voisins {}", window_words(window)), &heads, near, "Aucun mot ne revient ici plus que le hasard ne le voudrait.") }
                { list(format!("Suites de {length} mots"), &["Suite", "Fois", "Articles"], runs, "Aucune suite ne revient deux fois.") }
            </div>
            <p class="absent in-words">{ explained }</p>
        </>
    }
}

fn list(title: String, heads: &[&str], rows: Vec<Html>, none: &'static str) -> Html {
    html! {
        <section>
            <h2>{ title.clone() }</h2>
            if rows.is_empty() { <p class="absent">{ none }</p> } else { { figure_table(title, heads, rows) } }
        </section>
    }
}

fn settings(query: &str, (window, length, kept): Setting) -> Html {
    let around = |at: usize| {
        let (wanted, words) = WINDOWS[at];
        (words.to_owned(), Tool::Surroundings { window: wanted, length, kept }, window == wanted)
    };
    let run = |at: usize| {
        let wanted = at as u32 + 2;
        (format!("{wanted}\u{a0}mots"), Tool::Surroundings { window, length: wanted, kept }, length == wanted)
    };
    let grammar = |at: usize| {
        let (wanted, words) = GRAMMAR[at];
        (words.to_owned(), Tool::Surroundings { window, length, kept: wanted }, kept == wanted)
    };
    html! {
        <div class="settings">
            { choices("Autour", query, WINDOWS.len(), &around) }
            { choices("Suites de", query, 4, &run) }
            { choices("Mots-outils", query, GRAMMAR.len(), &grammar) }
        </div>
    }
}

fn lines(query: &str, with: With) -> String {
    Tool::lines(Choice { with: Some(with), ..Choice::default() }).over(query)
}

fn collocate(query: &str, window: Window, word: &Collocate) -> Html {
    let with = With::Near { word: word.word.clone(), window };
    let everywhere = Place::of(View::Results).with_query(&format!("\"{}\"", word.word)).fragment();
    let doubt = match word {
        word if word.n_near < FEW => " peu",
        word if word.strength < SURE => " faible",
        _ => "",
    };
    let cells = vec![
        figure(format::number(word.n_lines as usize), Some(lines(query, with)), ""),
        figure(format::number(word.n_near as usize), None, ""),
        figure(format::number(word.n_corpus as usize), Some(everywhere), ""),
        figure(format::tenths(word.strength), None, doubt),
    ];
    row(html! { { &word.shown } }, cells)
}

fn run(query: &str, run: &Run) -> Html {
    let cells = vec![
        figure(format::number(run.n as usize), Some(lines(query, With::Run(run.words.clone()))), ""),
        figure(format::number(run.n_documents as usize), None, ""),
    ];
    row(html! { { &run.shown } }, cells)
}
