//! Questions whose answers differ: of five that are asked, three about one minister teach nothing but his name.
//!
//! Among the questions that can be asked, each next one is of the answer that was right least often so far; a doubtful one
//! counts as if its answer had come once more. Of one answer no more than half are asked, so where a corpus has one answer only it
//! gives few questions. Nothing is drawn here: among equals the order in which they come decides.

use crate::protocol::Question;

/// Questions of one answer that are asked in any case.
const LEAST: usize = 2;

/// At most `n` of `questions`, each with what makes its answer the same as another's.
pub(super) fn spread<K: PartialEq>(n: usize, questions: Vec<(K, Question)>) -> Vec<Question> {
    let most = n.div_ceil(2).max(LEAST).min(n);
    let mut groups: Vec<(K, usize)> = Vec::new();
    let mut left: Vec<(usize, Question)> = Vec::new();
    for (key, question) in questions {
        let group = groups.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            groups.push((key, 0));
            groups.len() - 1
        });
        left.push((group, question));
    }
    let mut taken = Vec::new();
    while taken.len() < n {
        let cost = |(group, question): &(usize, Question)| groups[*group].1 + usize::from(question.is_doubtful);
        let open = left.iter().enumerate().filter(|(_, (group, _))| groups[*group].1 < most);
        let Some((next, _)) = open.min_by_key(|(place, one)| (cost(one), one.1.is_doubtful, *place)) else { break };
        let (group, question) = left.remove(next);
        groups[group].1 += 1;
        taken.push(question);
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::DocumentId;
    use crate::protocol::{Passage, Wording};
    use crate::span::Span;

    fn question(group: u32, place: usize, is_doubtful: bool) -> (u32, Question) {
        let shown = Passage { document: DocumentId(group), span: Span::new(place, place + 1), text: String::new(), marks: Vec::new() };
        let wording = Wording::Free;
        let (choices, answers, ties, marks, evidence) = Default::default();
        (group, Question { shown, wording, choices, answers, ties, marks, evidence, is_doubtful })
    }

    fn groups(n: usize, questions: &[(u32, bool)]) -> Vec<u32> {
        let questions = questions.iter().enumerate().map(|(place, (group, is_doubtful))| question(*group, place, *is_doubtful)).collect();
        spread(n, questions).iter().map(|question| question.shown.document.0).collect()
    }

    #[test]
    fn each_answer_is_right_about_as_often_as_another() {
        assert_eq!(groups(5, &[(0, false); 9]), [0; 3]);
        assert_eq!(groups(5, &[(0, false), (0, false), (0, false), (1, false), (2, false)]), [0, 1, 2, 0, 0]);
        assert_eq!(groups(1, &[(0, false), (0, false)]), [0]);
        assert!(groups(3, &[]).is_empty());
    }

    #[test]
    fn a_doubtful_question_of_a_new_answer_comes_before_the_third_of_another() {
        assert_eq!(groups(4, &[(1, true), (0, false), (0, false), (0, false)]), [0, 0, 1]);
    }
}
