//! The worksheet and its key as they are printed: articles with numbered paragraphs, questions, the table.

use yew::prelude::*;

use crate::id::DocumentId;
use crate::protocol::{Activity, ActivityKind, ArticleCard, Ask, Choice, FiveWCell, FiveWRow, FiveWView, Passage, Question, Wording};
use crate::span::Span;
use crate::text::filling;
use crate::ui::format;
use crate::ui::messages::{activities, five_questions, worksheet as messages};
use crate::ui::route::Place;
use crate::ui::sheet::{Sheet, SheetArticle};

/// Words by which a part of a paragraph is told.
const TOLD_BY: usize = 4;

/// The pupils' sheet.
pub fn paper(sheet: &Sheet, title: Option<&str>, cards: &[ArticleCard]) -> Html {
    let hides = |kind| sheet.lesson.activities.iter().any(|activity| activity.kind == kind && !activity.questions.is_empty());
    let titled = !hides(ActivityKind::Headlines);
    let dated = !hides(ActivityKind::Order);
    html! {
        <>
            <header><h2>{ title.unwrap_or(messages::worksheet()) }</h2><p class="pupil">{ messages::name_and_date() }</p></header>
            <div class="sheet-articles">{ for sheet.articles.iter().map(|article| printed(article, card(cards, article.document.id), titled, dated)) }</div>
            <h2>{ messages::questions() }</h2>
            { tasks(sheet, &|number, question, kind| asked(sheet, number, question, kind)) }
            { table(sheet, "sheet-table sheet-empty", &|_| Html::default()) }
        </>
    }
}

/// The same questions with their answers.
pub fn key(sheet: &Sheet, title: Option<&str>, cards: &[ArticleCard]) -> Html {
    let row = |article: &SheetArticle| {
        let Some(card) = card(cards, article.document.id) else { return Html::default() };
        let source = [Some(outlet(card)), card.metadata.published.as_ref().map(format::fact_date)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ");
        html! { <li key={article.document.id.0}><b>{ &article.letter }</b>{ " " }{ format::title(card) }{ " (" }{ source }{ ")" }</li> }
    };
    let none = sheet.lesson.activities.iter().filter_map(|activity| Some((activity.kind, activity.why_none.as_ref()?)));
    let none: Vec<Html> = none.map(|(kind, why)| html! { <li>{ messages::activity(kind) }{ " " }{ why }</li> }).collect();
    html! {
        <>
            <header><h2>{ messages::key() }{ " – " }{ title.unwrap_or(messages::worksheet()) }</h2></header>
            <p class="note">{ messages::by_machine() }</p>
            <h3>{ messages::sources() }</h3>
            <ul class="sheet-sources">{ for sheet.articles.iter().map(row) }</ul>
            <h2>{ messages::answers() }</h2>
            { tasks(sheet, &|number, question, kind| answered(sheet, cards, number, question, kind)) }
            if !none.is_empty() { <h3>{ messages::without() }</h3><ul class="sheet-none">{ for none }</ul> }
            { table(sheet, "sheet-table", &|row| proposals(sheet, cards, row)) }
        </>
    }
}

fn card(cards: &[ArticleCard], id: DocumentId) -> Option<&ArticleCard> {
    cards.iter().find(|card| card.id == id)
}

fn outlet(card: &ArticleCard) -> String {
    if card.metadata.outlet.is_some() { format::label(card) } else { messages::no_outlet().to_owned() }
}

/// One article; its headline and its day are left out where they are asked for.
fn printed(article: &SheetArticle, card: Option<&ArticleCard>, titled: bool, dated: bool) -> Html {
    let text = article.document.text();
    let paragraph = |(number, span): (usize, &Span)| {
        html! { <p key={number}><b class="paragraph-number">{ format!("{}{number}", article.letter) }</b>{ " " }{ filling::in_one_line(span.slice(text)) }</p> }
    };
    let day = card.filter(|_| dated).and_then(|card| card.metadata.published.as_ref()).map(format::fact_date);
    let source = [card.map(outlet), day].into_iter().flatten().collect::<Vec<_>>().join(", ");
    html! {
        <section key={article.document.id.0} lang={article.document.language.code()}>
            <h3>{ messages::article(&article.letter) }if let (true, Some(card)) = (titled && card.is_some_and(|card| card.metadata.title.is_some()), card) { { " – " }{ format::title(card) } }</h3>
            <p class="note">{ source }if article.n_shown < article.n_words { { ". " }{ messages::shortened(article.n_shown, article.n_words) } }</p>
            { for (1..).zip(&article.paragraphs).map(paragraph) }
        </section>
    }
}

/// All questions, numbered through.
fn tasks(sheet: &Sheet, question: &dyn Fn(usize, &Question, ActivityKind) -> Html) -> Html {
    let mut number = 0;
    let activity = |Activity { kind, questions, .. }: &Activity| {
        let listed: Vec<Html> = questions
            .iter()
            .map(|one| {
                number += 1;
                question(number, one, *kind)
            })
            .collect();
        html! {
            <section key={kind.label()} class="sheet-task">
                <h3>{ messages::activity(*kind) }</h3>
                <p class="note">{ messages::task(*kind) }</p>
                { for listed }
            </section>
        }
    };
    let with = sheet.lesson.activities.iter().filter(|activity| !activity.questions.is_empty());
    html! { <div class="sheet-tasks">{ for with.map(activity) }</div> }
}

/// What a question is about.
fn subject(sheet: &Sheet, question: &Question, kind: ActivityKind) -> Html {
    let shown = &question.shown;
    match kind {
        ActivityKind::Quotations | ActivityKind::Sources | ActivityKind::Dates => html! { <>{ place_of(sheet, shown) }</> },
        ActivityKind::Headlines => html! { <>{ sheet.article(shown.document).map(|article| messages::article(&article.letter)) }</> },
        ActivityKind::Order => Html::default(),
        ActivityKind::Teller | ActivityKind::Reach if question.wording == Wording::Exact => {
            html! { <>{ activities::exact_words() }{ " " }<q>{ bare(&shown.text) }</q></> }
        }
        _ => html! { <q>{ bare(&shown.text) }</q> },
    }
}

/// A passage between marks of its own, which does not end in those of the sheet.
fn bare(text: &str) -> String {
    filling::in_one_line(text)
}

/// A paragraph, or the part of it that is shown.
fn place_of(sheet: &Sheet, shown: &Passage) -> String {
    let Some(article) = sheet.article(shown.document) else { return String::new() };
    let number = article.number(shown.span.start).unwrap_or_default();
    let is_whole = article.paragraphs.iter().any(|span| *span == shown.span.trim(article.document.text()));
    if is_whole {
        return messages::paragraph(&number);
    }
    let text = filling::in_one_line(&shown.text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let ends = words.len().saturating_sub(TOLD_BY);
    messages::part(&number, &words[..words.len().min(TOLD_BY)].join(" "), &words[ends..].join(" "))
}

/// A question as pupils have it.
fn asked(sheet: &Sheet, number: usize, question: &Question, kind: ActivityKind) -> Html {
    let mark = if kind == ActivityKind::Order { "…… " } else { "☐\u{a0}" };
    let choice = |choice: &Choice| html! { <li>{ mark }{ chosen(sheet, choice) }</li> };
    let proves = !matches!(kind, ActivityKind::Order | ActivityKind::Reach | ActivityKind::Headlines) && !kind.is_marking();
    html! {
        <div key={number} class="sheet-question">
            <p><b>{ number }{ "." }</b>{ " " }{ subject(sheet, question, kind) }</p>
            if !question.choices.is_empty() { <ul>{ for question.choices.iter().map(choice) }if proves { <li>{ messages::proof() }</li> }</ul> }
        </div>
    }
}

/// What can be chosen, in words.
fn chosen(sheet: &Sheet, choice: &Choice) -> String {
    match choice {
        Choice::Article(id) => sheet.article(*id).map(|article| article.letter.clone()).unwrap_or_default(),
        Choice::Words(words) => filling::in_one_line(words),
        Choice::All => messages::all().to_owned(),
        Choice::Several => messages::several().to_owned(),
        Choice::One => messages::one().to_owned(),
    }
}

/// A question with its answer, and where that stands.
fn answered(sheet: &Sheet, cards: &[ArticleCard], number: usize, question: &Question, kind: ActivityKind) -> Html {
    let right = question.answers.iter().filter_map(|place| question.choices.get(*place as usize)).map(|choice| chosen(sheet, choice));
    let answer = if kind.is_marking() {
        let text = |mark: &Span| {
            filling::in_one_line(
                Span { start: mark.start - question.shown.span.start, end: mark.end - question.shown.span.start }
                    .slice(&question.shown.text),
            )
        };
        question.marks.iter().map(text).collect::<Vec<_>>().join(" · ")
    } else if kind == ActivityKind::Order {
        let signs = question.ties.iter().map(|tie| if *tie { messages::same_day() } else { "→" });
        right.zip(signs).enumerate().map(|(at, (letter, sign))| if at == 0 { letter } else { format!(" {sign} {letter}") }).collect()
    } else {
        right.collect::<Vec<_>>().join(", ")
    };
    html! {
        <div key={number} class="sheet-question">
            <p>
                <b>{ number }{ "." }</b>{ " " }{ subject(sheet, question, kind) }{ " " }<b class="sheet-answer">{ answer }</b>
                if !kind.is_marking() { { " " }{ proofs(sheet, cards, question.evidence.iter().filter(|passage| kind != ActivityKind::Order || !passage.marks.is_empty())) } }
                if question.is_doubtful { <i>{ " (" }{ messages::doubtful() }{ ")" }</i> }
            </p>
        </div>
    }
}

/// The numbers of the paragraphs in which passages stand, each a door to its passage.
fn proofs<'p>(sheet: &Sheet, cards: &[ArticleCard], passages: impl Iterator<Item = &'p Passage>) -> Html {
    let mut seen: Vec<String> = Vec::new();
    let mut doors = Vec::new();
    for passage in passages {
        let Some(article) = sheet.article(passage.document) else { continue };
        let number = sheet.number(passage).unwrap_or_else(|| {
            let place = if passage.span.end <= article.paragraphs.first().map_or(0, |first| first.start) {
                messages::at_the_top()
            } else {
                messages::outside()
            };
            format!("{}, {place}", article.letter)
        });
        if seen.contains(&number) {
            continue;
        }
        if let Some(card) = card(cards, passage.document) {
            let href = Place::read(&card.name).with_passage(Some(passage.span)).fragment();
            doors.push(html! { <a {href}>{ &number }</a> });
        }
        seen.push(number);
    }
    if doors.is_empty() {
        return Html::default();
    }
    let n = doors.len();
    let list = doors.into_iter().enumerate().map(|(at, door)| html! { <>{ door }if at + 1 < n { { ", " } }</> });
    html! { <span class="sheet-proofs">{ "[" }{ for list }{ "]" }</span> }
}

/// The questions that one asks of an article, of the first articles.
fn table(sheet: &Sheet, class: &'static str, cell: &dyn Fn(&FiveWRow) -> Html) -> Html {
    let head = |table: &FiveWView| html! { <th scope="col" key={table.document.0}>{ sheet.article(table.document).map(|article| messages::article(&article.letter)) }</th> };
    let row = |(at, ask): (usize, &Ask)| {
        let cells = sheet.tables.iter().map(|table| html! { <td key={table.document.0}>{ table.rows.get(at).map(cell) }</td> });
        html! { <tr key={at}><th scope="row">{ messages::ask(*ask) }</th>{ for cells }</tr> }
    };
    let n = sheet.tables.len();
    html! {
        <section {class}>
            <h2>{ messages::table() }</h2>
            if n < sheet.articles.len() { <p class="note">{ messages::table_of_first(n) }</p> }
            <table>
                <thead><tr><th scope="col">{ five_questions::question() }</th>{ for sheet.tables.iter().map(head) }</tr></thead>
                <tbody>{ for Ask::ALL.iter().enumerate().map(row) }</tbody>
            </table>
        </section>
    }
}

/// Proposals of a cell that are printed: the key is two pages too.
const PROPOSED: usize = 2;
/// Words of each.
const WORDS: usize = 11;

fn proposals(sheet: &Sheet, cards: &[ArticleCard], row: &FiveWRow) -> Html {
    // Of an article that is shortened, what stands further down is no answer for pupils.
    let end = |id| sheet.article(id).and_then(|article| article.paragraphs.last()).map_or(u32::MAX, |last| last.end);
    let printed = row.cells.iter().filter(|cell| cell.passage.span.start < end(cell.passage.document));
    let one = |cell: &FiveWCell| {
        let words: Vec<&str> = cell.said.split_whitespace().collect();
        let said = format!("{}{}", words[..words.len().min(WORDS)].join(" "), if words.len() > WORDS { "…" } else { "" });
        // A day that stands nowhere in the page has no words to mark.
        let proof = Some(&cell.passage).filter(|passage| !passage.marks.is_empty());
        html! { <li>{ said }{ " " }{ proofs(sheet, cards, proof.into_iter()) }if cell.is_guess { <i>{ " (" }{ five_questions::guess() }{ ")" }</i> }</li> }
    };
    let listed: Vec<Html> = printed.take(PROPOSED).map(one).collect();
    if listed.is_empty() {
        return html! { <i>{ messages::nothing_found() }</i> };
    }
    html! { <ul>{ for listed }</ul> }
}
