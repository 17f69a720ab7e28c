//! What a pupil takes along: each question with what was chosen, what is right and the points, as a table.
//!
//! With a mark of byte order and the separator that a spreadsheet of the language expects, so that it opens there by itself.

use super::format;
use super::guess::{self, Form, Guess, Outcome, Stage};
use super::messages::{activities, values};
use crate::protocol::{Activity, ArticleCard, Choice, Question};
use crate::say;
use crate::span::Span;
use crate::text::filling;

/// Letters of a passage that stand for it.
const LONGEST: usize = 120;

/// The table, with its mark of byte order.
pub fn table(articles: &[ArticleCard], activity: &Activity, guesses: &[Guess], day: &str) -> String {
    let form = guess::form(activity);
    let mut lines = vec![line(&activities::columns().map(str::to_owned))];
    for (question, guess) in activity.questions.iter().zip(guesses) {
        let (chosen, right) = match form {
            Form::Marks => (marked(question, &guess.marks), marked(question, &question.marks)),
            Form::Order => (said(articles, question, &guess::ordered(question, guess)), said(articles, question, &question.answers)),
            _ => (said(articles, question, &guess.chosen), said(articles, question, &question.answers)),
        };
        let is_shown = guess.stage == Stage::Shown;
        let points = if is_shown { points(&guess::outcome(form, question, guess)) } else { activities::not_checked().to_owned() };
        // What is not shown yet gives no answer away.
        let right = if is_shown { right } else { String::new() };
        let asked = if form == Form::Order { activities::task(activity.kind).to_owned() } else { cut(&question.shown.text) };
        lines.push(line(&[activities::name(activity.kind).to_owned(), asked, chosen, right, points, day.to_owned()]));
    }
    let total = in_words(form, &guess::score(activity, guesses));
    lines.push(line(&[
        activities::name(activity.kind).to_owned(),
        activities::total().to_owned(),
        String::new(),
        String::new(),
        total,
        day.to_owned(),
    ]));
    format!("\u{feff}{}", lines.concat())
}

/// A score in words.
pub fn in_words(form: Form, score: &guess::Score) -> String {
    let [shown, right, wrong, none] = [score.n_shown, score.n_right, score.n_wrong, score.n_unanswered].map(|n| n as usize);
    match form {
        Form::Marks => activities::found(score.n_both as usize, score.n_pupil as usize, score.n_tool as usize),
        Form::Order => activities::placed(score.n_placed as usize, score.n_places as usize),
        _ => activities::score(shown, right, wrong, none),
    }
}

/// What a choice is called.
pub fn choice(articles: &[ArticleCard], choice: &Choice) -> String {
    match choice {
        Choice::Article(id) => articles.get(id.index()).map(format::label).unwrap_or_default(),
        Choice::Words(words) => filling::stripped(words).into_owned(),
        Choice::All => activities::all().to_owned(),
        Choice::Several => activities::several().to_owned(),
        Choice::One => activities::one().to_owned(),
    }
}

/// The choices at these places.
pub fn said(articles: &[ArticleCard], question: &Question, places: &[u32]) -> String {
    let names = places.iter().filter_map(|place| Some(choice(articles, question.choices.get(*place as usize)?)));
    names.collect::<Vec<_>>().join(", ")
}

/// The words of marks.
pub fn marked(question: &Question, marks: &[Span]) -> String {
    marks.iter().map(|mark| values::in_marks(words_of(question, *mark))).collect::<Vec<_>>().join(" ")
}

/// The words of one mark of what is shown.
pub fn words_of(question: &Question, mark: Span) -> &str {
    let shown = question.shown.span;
    let start = mark.start.max(shown.start) - shown.start;
    let end = mark.end.min(shown.end).max(mark.start.max(shown.start)) - shown.start;
    question.shown.text.get(start as usize..end as usize).unwrap_or_default()
}

fn points(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Right => activities::right().to_owned(),
        Outcome::Wrong => activities::wrong().to_owned(),
        Outcome::Unanswered => activities::unanswered().to_owned(),
        Outcome::Placed(n, of) => activities::points(*n as usize, *of as usize),
        Outcome::Marked(finds) => activities::found(finds.both.len(), finds.pupil.len(), finds.tool.len()),
    }
}

fn cut(text: &str) -> String {
    let text = filling::stripped(text);
    let mut shown: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    if shown.chars().count() == LONGEST {
        shown.push('…');
    }
    shown
}

/// A line of a table, each cell in quotation marks. A spreadsheet takes what begins like a formula for one: a blank before it tells
/// that it is none.
pub fn line(cells: &[String]) -> String {
    let cell = |cell: &String| {
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t']) { " " } else { "" };
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(say!(";", ",")) + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::DocumentId;
    use crate::protocol::{ActivityKind, Passage};

    fn activity() -> Activity {
        let text = "Le « ministre » parle".to_owned();
        let shown = Passage { document: DocumentId(0), span: Span { start: 10, end: 10 + text.len() as u32 }, text, marks: Vec::new() };
        let question = Question {
            shown,
            wording: Default::default(),
            choices: vec![Choice::Words("A".to_owned()), Choice::Words("=B\"".to_owned())],
            answers: vec![1],
            ties: Vec::new(),
            marks: Vec::new(),
            evidence: Vec::new(),
            is_doubtful: false,
        };
        Activity { kind: ActivityKind::Speaker, questions: vec![question.clone(), question], why_none: None }
    }

    #[test]
    fn a_table_says_what_was_chosen_and_keeps_what_is_not_shown() {
        let shown = Guess { chosen: vec![0], stage: Stage::Shown, ..Guess::default() };
        let open = Guess { chosen: vec![1], ..Guess::default() };
        let table = table(&[], &activity(), &[shown, open], "2026-11-23");
        let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
        assert!(table.starts_with('\u{feff}') && lines.len() == 4);
        assert_eq!(lines[1], "\"Qui parle\u{a0}?\";\"Le « ministre » parle\";\"A\";\" =B\"\"\";\"Ce n’est pas cela\";\"2026-11-23\"");
        assert!(lines[2].contains("\" =B\"\"\";\"\";\"non vérifié\""), "{}", lines[2]);
        assert!(lines[3].contains("0 sur 1"), "{}", lines[3]);
    }

    #[test]
    fn the_words_of_a_mark_are_those_of_the_passage() {
        let question = &activity().questions[0];
        let at = question.shown.text.find("ministre").unwrap() as u32 + 10;
        assert_eq!(words_of(question, Span { start: at, end: at + 8 }), "ministre");
        assert_eq!(words_of(question, Span { start: 0, end: 12 }), "Le");
        assert_eq!(words_of(question, Span { start: 90, end: 95 }), "");
    }
}
