//! What stands around the passages: words that are near them more often than elsewhere, and runs of words that come back.

use yew::prelude::*;

use super::figure_table::{figure, figure_table, row};
use super::tool_bar::{choices, status};
use crate::concordance::{Choice, Collocate, Kept, Run, Surroundings, Window, With};
use crate::ui::format;
use crate::ui::messages::counts::n_words;
use crate::ui::messages::{tool_lists, tools};
use crate::ui::route::{Place, View};
use crate::ui::tool::Tool;

/// Windows that are offered.
const WINDOWS: [Window; 6] = [
    Window::Words { left: 2, right: 2 },
    Window::Words { left: 5, right: 5 },
    Window::Words { left: 10, right: 10 },
    Window::Words { left: 5, right: 0 },
    Window::Words { left: 0, right: 5 },
    Window::Sentence,
];

/// Whether words of grammar are told.
const GRAMMAR: [Kept; 2] = [Kept::Content, Kept::All];

/// Ratio in tenths below which chance does as much once in a thousand cases.
const SURE: u32 = 108;
/// Occurrences below which a count says that it is small.
const FEW: u32 = 5;

/// Window, length of runs, words that are told.
type Setting = (Window, u32, Kept);

/// Both lists with their settings.
pub fn surroundings_lists(query: &str, setting: Setting, found: &Surroundings) -> Html {
    let (window, length, _) = setting;
    let said = tool_lists::around(found.n_hits as usize, found.n_near as usize, found.n_words as usize);
    let near = found.collocates.iter().map(|word| collocate(query, window, word)).collect();
    let runs = found.runs.iter().map(|word| run(query, word)).collect();
    let heads = tool_lists::collocate_heads();
    html! {
        <>
            { settings(query, setting) }
            { status(said) }
            <div class="columns">
                { list(tool_lists::collocates(window), &heads, near, tool_lists::no_collocate()) }
                { list(tool_lists::clusters(length), &tool_lists::cluster_heads(), runs, tool_lists::no_cluster()) }
            </div>
            <p class="absent in-words">{ tool_lists::strength_explained(FEW) }</p>
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
        let wanted = WINDOWS[at];
        (tools::window(wanted), Tool::Surroundings { window: wanted, length, kept }, window == wanted)
    };
    let run = |at: usize| {
        let wanted = at as u32 + 2;
        (n_words(wanted as usize), Tool::Surroundings { window, length: wanted, kept }, length == wanted)
    };
    let grammar = |at: usize| {
        let wanted = GRAMMAR[at];
        (tool_lists::kept(wanted).to_owned(), Tool::Surroundings { window, length, kept: wanted }, kept == wanted)
    };
    let [near, runs, words] = tool_lists::settings();
    html! {
        <div class="settings">
            { choices(near, query, WINDOWS.len(), &around) }
            { choices(runs, query, 4, &run) }
            { choices(words, query, GRAMMAR.len(), &grammar) }
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
        word if word.n_near < FEW => tool_lists::few(),
        word if word.strength < SURE => tool_lists::weak(),
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
