//! What a pupil guessed, and the count of it: one that anybody can redo by hand.
//!
//! A choice is right when it is exactly the answer. Of an order, each place counts, and articles of one day may change places. Of
//! marks nobody is right: it is counted what both found, what the pupil alone and what the tool alone did; two marks are one find
//! when they share a letter, and each counts once.

use crate::order::Order;
use crate::protocol::{Activity, ActivityKind, Question};
use crate::span::Span;

/// What was answered to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    /// Places of the chosen, ascending; of an order, the places of all from the first to the last.
    pub chosen: Vec<u32>,
    /// In the raw text, in order; none touches another.
    pub marks: Vec<Span>,
    pub stage: Stage,
}

/// Whether the answer was shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    #[default]
    Guessing,
    Shown,
}

/// How questions of an activity are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    One,
    /// As many as are right: no question says how many.
    Several,
    Order,
    Marks,
}

/// What became of a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Right,
    Wrong,
    Unanswered,
    /// So many places of so many are right.
    Placed(u32, u32),
    Marked(Finds),
}

/// Who found what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finds {
    /// The pupil's mark, the tool's.
    pub both: Vec<(Span, Span)>,
    pub pupil: Vec<Span>,
    pub tool: Vec<Span>,
}

/// The count over the questions whose answer was shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub n_questions: u32,
    pub n_shown: u32,
    pub n_right: u32,
    pub n_wrong: u32,
    pub n_unanswered: u32,
    /// Of orders.
    pub n_placed: u32,
    pub n_places: u32,
    /// Of marks.
    pub n_both: u32,
    pub n_pupil: u32,
    pub n_tool: u32,
}

/// How this activity is answered.
pub fn form(activity: &Activity) -> Form {
    match activity.kind {
        ActivityKind::Order => Form::Order,
        kind if kind.is_marking() => Form::Marks,
        _ if activity.questions.iter().all(|question| question.answers.len() == 1) => Form::One,
        _ => Form::Several,
    }
}

/// What became of a guess at a question that is answered so.
pub fn outcome(form: Form, question: &Question, guess: &Guess) -> Outcome {
    match form {
        Form::Marks => Outcome::Marked(finds(&guess.marks, &question.marks)),
        Form::Order => {
            let order = ordered(question, guess);
            Outcome::Placed(n_placed(question, &order), count(order.len()))
        }
        _ if guess.chosen.is_empty() => Outcome::Unanswered,
        _ if guess.chosen == question.answers => Outcome::Right,
        _ => Outcome::Wrong,
    }
}

/// The count of an activity, guesses in the order of its questions.
pub fn score(activity: &Activity, guesses: &[Guess]) -> Score {
    let form = form(activity);
    let mut score = Score { n_questions: count(activity.questions.len()), ..Score::default() };
    for (question, guess) in activity.questions.iter().zip(guesses).filter(|(_, guess)| guess.stage == Stage::Shown) {
        score.n_shown += 1;
        match outcome(form, question, guess) {
            Outcome::Right => score.n_right += 1,
            Outcome::Wrong => score.n_wrong += 1,
            Outcome::Unanswered => score.n_unanswered += 1,
            Outcome::Placed(n, of) => {
                score.n_placed += n;
                score.n_places += of;
            }
            Outcome::Marked(finds) => {
                score.n_both += count(finds.both.len());
                score.n_pupil += count(finds.pupil.len());
                score.n_tool += count(finds.tool.len());
            }
        }
    }
    score
}

/// The order as it stands: that in which the choices came, until somebody moves one.
pub fn ordered(question: &Question, guess: &Guess) -> Vec<u32> {
    let all = 0..count(question.choices.len());
    let is_order = guess.chosen.len() == question.choices.len() && all.clone().all(|place| guess.chosen.contains(&place));
    if is_order { guess.chosen.clone() } else { all.collect() }
}

/// For each answer of an order, where those that may stand there begin and end.
pub fn days(question: &Question) -> Vec<std::ops::Range<usize>> {
    let n = question.answers.len();
    let is_tie = |at: usize| question.ties.get(at).copied().unwrap_or(false);
    let begins = |at: usize| (0..=at).rev().find(|at| *at == 0 || !is_tie(*at)).unwrap_or(0);
    let ends = |at: usize| (at + 1..n).find(|at| !is_tie(*at)).unwrap_or(n);
    (0..n).map(|at| begins(at)..ends(at)).collect()
}

fn n_placed(question: &Question, order: &[u32]) -> u32 {
    let days = days(question);
    count(order.iter().zip(&days).filter(|(place, day)| question.answers[(*day).clone()].contains(place)).count())
}

/// Who found what. Marks of one side are taken in the order of the text, each for one of the other at most.
fn finds(pupil: &[Span], tool: &[Span]) -> Finds {
    let (mut pupil, mut tool) = (pupil.to_vec(), tool.to_vec());
    pupil.order();
    tool.order();
    let mut left: Vec<Option<Span>> = tool.into_iter().map(Some).collect();
    let mut finds = Finds::default();
    for mark in pupil {
        // Of those that it meets, the one that ends first: what ends later may still be met by the next.
        let met = left.iter_mut().filter(|other| other.is_some_and(|other| other.overlaps(mark)));
        match met.min_by_key(|other| other.map(|other| other.end)).and_then(Option::take) {
            Some(other) => finds.both.push((mark, other)),
            None => finds.pupil.push(mark),
        }
    }
    finds.tool = left.into_iter().flatten().collect();
    finds
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Guess {
    /// Chooses `place` alone, or changes whether it is among the chosen.
    pub fn choose(&mut self, form: Form, place: u32) {
        match self.chosen.iter().position(|chosen| *chosen == place) {
            Some(at) if form == Form::Several => {
                self.chosen.remove(at);
            }
            _ if form == Form::Several => {
                self.chosen.push(place);
                self.chosen.order();
            }
            _ => self.chosen = vec![place],
        }
    }

    /// Marks a stretch of text; marks that it touches become one with it.
    pub fn mark(&mut self, span: Span) {
        let touched = |mark: &Span| mark.start <= span.end && span.start <= mark.end;
        let (start, end) = self
            .marks
            .iter()
            .filter(|mark| touched(mark))
            .fold((span.start, span.end), |(start, end), mark| (start.min(mark.start), end.max(mark.end)));
        self.marks.retain(|mark| !touched(mark));
        self.marks.push(Span { start, end });
        self.marks.order();
    }

    /// Takes the marks away that hold something of `span`.
    pub fn unmark(&mut self, span: Span) {
        self.marks.retain(|mark| !mark.overlaps(span));
    }

    /// One line, in which it is kept.
    pub fn written(&self) -> String {
        let chosen: Vec<String> = self.chosen.iter().map(u32::to_string).collect();
        let marks: Vec<String> = self.marks.iter().map(|mark| format!("{}-{}", mark.start, mark.end)).collect();
        let stage = if self.stage == Stage::Shown { "v" } else { "" };
        format!("{};{};{stage}", chosen.join("."), marks.join("."))
    }

    /// Reads what [`Guess::written`] wrote; what does not fit the question is left out.
    pub fn read(line: &str, question: &Question) -> Self {
        let mut parts = line.split(';');
        let mut next = || parts.next().unwrap_or_default();
        let (chosen, marks, stage) = (next(), next(), next());
        let mut guess = Self { stage: if stage == "v" { Stage::Shown } else { Stage::Guessing }, ..Self::default() };
        for place in chosen.split('.').filter_map(|place| place.parse().ok()) {
            if (place as usize) < question.choices.len() && !guess.chosen.contains(&place) {
                guess.chosen.push(place);
            }
        }
        for mark in marks.split('.').filter_map(span).filter(|mark| question.shown.span.contains(*mark)) {
            guess.mark(mark);
        }
        guess
    }
}

fn span(written: &str) -> Option<Span> {
    let (start, end) = written.split_once('-')?;
    let span = Span { start: start.parse().ok()?, end: end.parse().ok()? };
    (span.start < span.end).then_some(span)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::id::DocumentId;
    use crate::protocol::{Choice, Passage, Wording};

    fn question(n_choices: usize, answers: Vec<u32>) -> Question {
        let text = "x".repeat(100);
        let shown = Passage { document: DocumentId(0), span: Span::of(&text), text, marks: Vec::new() };
        let choices = (0..n_choices).map(|place| Choice::Words(place.to_string())).collect();
        Question {
            shown,
            wording: Wording::Free,
            choices,
            answers,
            ties: Vec::new(),
            marks: Vec::new(),
            evidence: Vec::new(),
            is_doubtful: false,
        }
    }

    fn shown(chosen: Vec<u32>) -> Guess {
        Guess { chosen, stage: Stage::Shown, ..Guess::default() }
    }

    fn spans(pairs: &[(u32, u32)]) -> Vec<Span> {
        pairs.iter().map(|(start, end)| Span { start: *start, end: *end }).collect()
    }

    /// The most pairs that can be made, each mark in one: every way is tried.
    fn most_pairs(pupil: &[Span], tool: &[Span]) -> usize {
        let Some((first, rest)) = pupil.split_first() else { return 0 };
        let without = most_pairs(rest, tool);
        let with = (0..tool.len()).filter(|at| tool[*at].overlaps(*first)).map(|at| {
            let mut others = tool.to_vec();
            others.remove(at);
            1 + most_pairs(rest, &others)
        });
        with.fold(without, usize::max)
    }

    fn apart() -> impl Strategy<Value = Vec<Span>> {
        proptest::collection::vec((1_u32..6, 1_u32..8), 0..6).prop_map(|steps| {
            let mut at = 0;
            let mut step = |(gap, len): (u32, u32)| {
                let start = at + gap;
                at = start + len;
                Span { start, end: at }
            };
            steps.into_iter().map(&mut step).collect()
        })
    }

    #[test]
    fn what_is_not_shown_yet_is_not_counted() {
        let activity = Activity { kind: ActivityKind::Teller, questions: vec![question(3, vec![1]); 4], why_none: None };
        let open = Guess { chosen: vec![1], ..Guess::default() };
        let score = score(&activity, &[shown(vec![1]), shown(vec![0]), shown(vec![]), open]);
        let expected = Score { n_questions: 4, n_shown: 3, n_right: 1, n_wrong: 1, n_unanswered: 1, ..Score::default() };
        assert_eq!(score, expected);
    }

    #[test]
    fn half_of_several_answers_is_not_right() {
        let question = question(4, vec![0, 2]);
        for (chosen, expected) in
            [(vec![0, 2], Outcome::Right), (vec![0], Outcome::Wrong), (vec![0, 2, 3], Outcome::Wrong), (vec![], Outcome::Unanswered)]
        {
            assert_eq!(outcome(Form::Several, &question, &shown(chosen)), expected);
        }
    }

    #[test]
    fn articles_of_one_day_may_change_places() {
        let question = Question { ties: vec![false, true, false], ..question(3, vec![2, 0, 1]) };
        for (order, n) in [(vec![2, 0, 1], 3), (vec![0, 2, 1], 3), (vec![1, 0, 2], 1)] {
            assert_eq!(outcome(Form::Order, &question, &shown(order)), Outcome::Placed(n, 3));
        }
    }

    #[test]
    fn one_mark_over_all_finds_one_thing() {
        let found = finds(&spans(&[(0, 50)]), &spans(&[(3, 5), (10, 20), (30, 31)]));
        assert_eq!((found.both.len(), found.pupil.len(), found.tool.len()), (1, 0, 2));
    }

    #[test]
    fn marks_that_touch_become_one() {
        let mut guess = Guess::default();
        for mark in spans(&[(10, 20), (30, 40), (19, 31)]) {
            guess.mark(mark);
        }
        assert_eq!(guess.marks, spans(&[(10, 40)]));
        guess.unmark(Span { start: 12, end: 13 });
        assert!(guess.marks.is_empty());
    }

    proptest! {
        #[test]
        fn a_score_of_choices_is_the_hand_count(
            rows in proptest::collection::vec((0_u32..4, proptest::option::of(0_u32..4), any::<bool>()), 0..20)
        ) {
            let questions = rows.iter().map(|(answer, _, _)| question(4, vec![*answer])).collect();
            let activity = Activity { kind: ActivityKind::Speaker, questions, why_none: None };
            let guesses: Vec<Guess> = rows
                .iter()
                .map(|(_, chosen, is_shown)| {
                    let stage = if *is_shown { Stage::Shown } else { Stage::Guessing };
                    Guess { chosen: chosen.iter().copied().collect(), stage, ..Guess::default() }
                })
                .collect();
            let score = score(&activity, &guesses);
            let by_hand = |holds: &dyn Fn(u32, Option<u32>) -> bool| rows.iter().filter(|row| row.2 && holds(row.0, row.1)).count() as u32;
            prop_assert_eq!(score.n_right, by_hand(&|answer, chosen| chosen == Some(answer)));
            prop_assert_eq!(score.n_wrong, by_hand(&|answer, chosen| chosen.is_some_and(|chosen| chosen != answer)));
            prop_assert_eq!(score.n_unanswered, by_hand(&|_, chosen| chosen.is_none()));
            prop_assert_eq!(score.n_right + score.n_wrong + score.n_unanswered, score.n_shown);
        }

        #[test]
        fn places_of_an_order_are_counted_by_their_days(
            days in proptest::collection::vec(0_u32..4, 1..8), order in Just((0..8_u32).collect::<Vec<_>>()).prop_shuffle()
        ) {
            let mut answers: Vec<u32> = (0..days.len() as u32).collect();
            answers.sort_by_key(|place| days[*place as usize]);
            let day = |place: u32| days[place as usize];
            let ties = (0..answers.len()).map(|at| at > 0 && day(answers[at]) == day(answers[at - 1])).collect();
            let order: Vec<u32> = order.into_iter().filter(|place| (*place as usize) < days.len()).collect();
            let by_hand = order.iter().zip(&answers).filter(|(guessed, right)| day(**guessed) == day(**right)).count() as u32;
            let question = Question { ties, ..question(days.len(), answers) };
            prop_assert_eq!(outcome(Form::Order, &question, &shown(order)), Outcome::Placed(by_hand, days.len() as u32));
        }

        #[test]
        fn marks_are_paired_as_often_as_a_hand_could(pupil in apart(), tool in apart()) {
            let found = finds(&pupil, &tool);
            prop_assert_eq!(found.both.len(), most_pairs(&pupil, &tool));
            prop_assert_eq!(found.both.len() + found.pupil.len(), pupil.len());
            prop_assert_eq!(found.both.len() + found.tool.len(), tool.len());
            prop_assert!(found.both.iter().all(|(pupil, tool)| pupil.overlaps(*tool)));
        }

        #[test]
        fn a_guess_reads_back(chosen in Just((0..5_u32).collect::<Vec<_>>()).prop_shuffle(), n in 0_usize..6, marks in apart(), is_shown in any::<bool>()) {
            let stage = if is_shown { Stage::Shown } else { Stage::Guessing };
            let guess = Guess { chosen: chosen.into_iter().take(n).collect(), marks, stage };
            prop_assert_eq!(&Guess::read(&guess.written(), &question(5, vec![0])), &guess);
        }

        #[test]
        fn any_line_is_read(line in "[0-9;.v-]{0,30}") {
            let guess = Guess::read(&line, &question(3, vec![0]));
            prop_assert!(guess.chosen.iter().all(|place| *place < 3) && guess.marks.iter().all(|mark| mark.end <= 100));
        }
    }
}
