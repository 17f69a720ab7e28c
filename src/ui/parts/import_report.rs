//! What became of the files that were brought: how many came in, and a line for each that did not, or not whole.

use web_sys::{FormData, HtmlFormElement};
use yew::prelude::*;

use crate::corpus::Encoding;
use crate::import::{Columns, Outcome, Read, Table};
use crate::ui::brought::Brought;
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::messages::{bringing, counts, noting, values};
use crate::ui::parts::notes_here::cut;
use crate::ui::state::{Action, Report};

/// Lines shown of a long report.
const SHOWN: usize = 100;

/// Letters of an older version that are shown.
const SHOWN_OLDER: usize = 280;

/// The report, until it is closed.
pub fn import_report(explorer: &Explorer) -> Html {
    let Some(report) = &explorer.state.report else { return Html::default() };
    let dismiss = Callback::from({
        let state = explorer.state.clone();
        move |_| state.dispatch(Action::Report(None))
    });
    let lines: Vec<Html> = lines(report);
    let n_lines = lines.len();
    let tables = report.outcomes.iter().filter_map(|outcome| {
        let table = outcome.table()?.clone();
        let brought = report.tables.iter().find(|brought| brought.name() == outcome.name)?.clone();
        Some(table_columns(explorer, &table, brought))
    });
    html! {
        <section class="report" role="status" aria-labelledby="report-title">
            <h2 id="report-title">{ bringing::import() }</h2>
            <p>{ summary(report) }</p>
            if n_lines > 0 { <ul class="lines">{ for lines.into_iter().take(SHOWN) }</ul> }
            if n_lines > SHOWN { <p>{ counts::and_n_lines(n_lines - SHOWN) }</p> }
            { for tables }
            <button type="button" onclick={dismiss}>{ bringing::close_report() }</button>
        </section>
    }
}

fn summary(report: &Report) -> String {
    let end = match (&report.problem, report.n_articles) {
        (Some(why), _) => format!("{}. {}", format::capital(why), bringing::corpus_stays()),
        (None, 0) => bringing::corpus_stays().to_owned(),
        (None, n) => bringing::corpus_counts(n),
    };
    bringing::summary(report.outcomes.len() + report.n_beyond as usize, report.n_brought as usize, &end)
}

fn lines(report: &Report) -> Vec<Html> {
    let line = |name: &str, text: String| html! { <li><b>{ name }</b>{ values::colon() }{ text }</li> };
    let mut lines = Vec::new();
    // What is missing comes before what was mended.
    for Outcome { name, result } in &report.outcomes {
        if let Err(refusal) = result {
            lines.push(line(name, refusal.to_string()));
        }
    }
    for taken in &report.taken {
        let [n, n_known, n_absent, n_lost] = [taken.n_notes, taken.n_known, taken.n_absent, taken.n_lost].map(|n| n as usize);
        let [n_newer, n_older] = [taken.n_newer, taken.n_older].map(|n| n as usize);
        lines.push(line(&taken.file, noting::taken(n, n_known, n_absent, n_lost, (n_newer, n_older))));
        if n > 0 && n_absent == n {
            lines.push(line(&taken.file, noting::of_another_corpus().to_owned()));
        }
        lines.extend(taken.replaced.iter().map(|older| line(&taken.file, noting::older_version(&cut(older, SHOWN_OLDER)))));
    }
    for (name, same) in &report.repeated {
        lines.push(line(name, bringing::same_text_as(same)));
    }
    for Outcome { name, result } in &report.outcomes {
        if let Ok(read) = result {
            lines.extend(read.left_out.iter().map(|what| line(name, what.clone())));
            lines.extend(mended(read).map(|what| line(name, what)));
        }
    }
    if report.n_beyond > 0 {
        let name = counts::n_other_files(report.n_beyond as usize);
        lines.push(line(&name, bringing::beyond_the_most().to_owned()));
    }
    if report.n_set_aside > 0 {
        let name = bringing::n_beside_pages(report.n_set_aside);
        lines.push(line(&name, bringing::beside_pages().to_owned()));
    }
    if report.passed_over > 0 {
        let name = counts::n_corrections(report.passed_over);
        lines.push(line(&name, bringing::for_absent_articles().to_owned()));
    }
    lines
}

fn mended(read: &Read) -> Option<String> {
    let encoding = match &read.encoding {
        Encoding::Utf8 => None,
        Encoding::Utf16 => Some("UTF-16"),
        Encoding::Windows1252 => Some("Windows-1252"),
        Encoding::Other(name) => Some(name.as_str()),
    };
    match (encoding, read.n_unreadable) {
        (None, 0) => None,
        (Some(encoding), 0) => Some(bringing::read_as(encoding)),
        (_, n) => Some(bringing::unreadable(n as usize)),
    }
}

/// The guess of a table's columns, to be corrected and read again.
fn table_columns(explorer: &Explorer, table: &Table, brought: Brought) -> Html {
    let name = brought.name();
    let guess = &table.columns;
    let choice = |words: &'static str, field: &'static str, chosen: Option<u32>| {
        let option =
            |(column, at): (&String, u32)| html! { <option value={at.to_string()} selected={chosen == Some(at)}>{ column }</option> };
        html! {
            <label>{ words }{ " " }<select name={field}><option value="" selected={chosen.is_none()}>{ bringing::no_column() }</option>{ for table.names.iter().zip(0_u32..).map(option) }</select></label>
        }
    };
    let [text, title, outlet, authors, date, address, own_name] = bringing::columns();
    let desk = explorer.desk.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let Ok(data) = FormData::new_with_form(&event.target_unchecked_into::<HtmlFormElement>()) else { return };
        let of = |field: &str| data.get(field).as_string().and_then(|at| at.parse().ok());
        let columns = Columns {
            text: of("text"),
            title: of("title"),
            outlet: of("outlet"),
            authors: of("authors"),
            published: of("published"),
            url: of("url"),
            name: of("name"),
        };
        desk.read_again(brought.clone(), columns);
    });
    html! {
        <section class="table-columns">
            <h3>{ bringing::columns_of(&name) }</h3>
            <div class="grid-frame" tabindex="0" role="group" aria-label={bringing::first_rows()}>
                <table>
                    <thead><tr>{ for table.names.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                    <tbody>{ for table.sample.iter().map(|row| html! { <tr>{ for row.iter().map(|cell| html! { <td>{ cell }</td> }) }</tr> }) }</tbody>
                </table>
            </div>
            <form {onsubmit}>
                <div class="choices">
                    { choice(text, "text", guess.text) }
                    { choice(title, "title", guess.title) }
                    { choice(outlet, "outlet", guess.outlet) }
                    { choice(authors, "authors", guess.authors) }
                    { choice(date, "published", guess.published) }
                    { choice(address, "url", guess.url) }
                    { choice(own_name, "name", guess.name) }
                </div>
                <button type="submit">{ bringing::read_again() }</button>
            </form>
        </section>
    }
}
