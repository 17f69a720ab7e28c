//! Questions for a class, made from what was found in a corpus: guess first, then reveal.
//!
//! `articles` takes the articles that the class has before it, `told` asks who tells a statement and how many do, `voices` who
//! said something, `figures` where a figure stands, `marking` what is to be marked in a paragraph, `titles` which headline
//! belongs where, `days` in which order articles appeared; `words` finds what an article has just so, `spread` chooses questions whose
//! answers differ; `five_w` proposes answers to the five questions of one article, with
//! the cues of `causes`. `lot` draws by seed. Precision comes before number: a question is asked only when the text that is
//! shown answers it, when exactly the listed answers are right as far as the comparison can tell, and when the words shown do
//! not give the answer away; what rests on a layer that is not sure says so. No question is written by hand, and none knows
//! the corpus. Whether an answer of a pupil is right is counted by the page.

mod articles;
mod causes;
mod days;
mod figures;
mod five_w;
mod lot;
mod marking;
mod spread;
mod titles;
mod told;
mod voices;
mod words;

use crate::compare::{Annotated, Comparer, Statements};
use crate::id::DocumentId;
use crate::protocol::{Activity, ActivityKind, LessonRequest, LessonView, MOST_QUESTIONS, Passage, Question};
use crate::say;
use crate::span::Span;
use crate::text::{filling, fold};
use articles::Held;
pub(crate) use articles::of_lesson;
pub(crate) use five_w::five_w;
use lot::Lot;

/// Questions of an activity when no number is asked for.
const QUESTIONS: u32 = 5;

/// What questions are made from.
pub(crate) struct Lesson<'c> {
    annotated: Annotated<'c>,
    comparer: &'c Comparer,
    /// What the articles of the lesson tell; of them alone.
    statements: &'c Statements,
    held: Vec<Held<'c>>,
    /// The words of each, title and all, as [`words_of`] makes them.
    texts: Vec<String>,
    seed: u32,
    n: usize,
    /// Names that tell where an article comes from, folded: outlets, authors, agencies.
    origins: Vec<String>,
}

/// The questions of one activity, or why there are none.
type Asked = Result<Vec<Question>, String>;

impl<'c> Lesson<'c> {
    /// `articles` are those of [`of_lesson`], `statements` theirs.
    pub fn of(
        annotated: Annotated<'c>,
        comparer: &'c Comparer,
        request: &LessonRequest,
        (articles, statements): (&[DocumentId], &'c Statements),
    ) -> Self {
        let documents = articles.iter().filter_map(|id| annotated.corpus.document(*id));
        let held: Vec<Held> = documents.map(|document| Held { document, end: document.end_after(request.words as usize) }).collect();
        let n = if request.n_questions == 0 { QUESTIONS } else { request.n_questions.min(MOST_QUESTIONS) };
        let (origins, texts) = (origins(&held), held.iter().map(whole).collect());
        Self { annotated, comparer, statements, held, texts, seed: request.seed, n: n as usize, origins }
    }

    /// All activities of `kinds`.
    pub fn view(&self, kinds: &[ActivityKind]) -> LessonView {
        let mut activities: Vec<Activity> = Vec::new();
        for kind in kinds {
            let activity = self.activity(*kind, &activities);
            activities.push(activity);
        }
        LessonView { articles: self.held.iter().map(|held| held.document.id).collect(), activities }
    }

    /// One activity behind those of the same sheet: what these show is shown again only where there is nothing else.
    fn activity(&self, kind: ActivityKind, before: &[Activity]) -> Activity {
        let shown: Vec<&Passage> = before.iter().flat_map(|activity| &activity.questions).map(|question| &question.shown).collect();
        let asked = match kind {
            ActivityKind::Teller => told::tellers(self, &shown),
            ActivityKind::Speaker => voices::speakers(self),
            ActivityKind::Figure => figures::figures(self),
            ActivityKind::Reach => told::reaches(self, &shown),
            ActivityKind::Quotations | ActivityKind::Sources | ActivityKind::Dates => marking::markings(self, kind),
            ActivityKind::Headlines => titles::headlines(self),
            ActivityKind::Order => days::orders(self),
        };
        let (questions, why_none) = match asked {
            Ok(questions) => (questions, None),
            Err(why) => (Vec::new(), Some(why)),
        };
        Activity { kind, questions, why_none }
    }

    fn lot(&self, purpose: u32) -> Lot {
        Lot::of(self.seed, purpose)
    }

    fn held(&self, id: DocumentId) -> Option<&Held<'c>> {
        let at = self.held.binary_search_by_key(&id, |held| held.document.id).ok()?;
        Some(&self.held[at])
    }

    /// True when the class can read all of a passage.
    fn shows(&self, document: DocumentId, span: Span) -> bool {
        self.held(document).is_some_and(|held| held.shows(span))
    }

    /// Why nothing is asked that sets articles beside each other; nothing when there are two.
    fn needs_two(&self) -> Result<(), String> {
        if self.held.len() > 1 {
            return Ok(());
        }
        let n_brought = self.annotated.corpus.documents.len();
        Err(if n_brought > 1 {
            say!(
                "Il faut au moins deux articles différents : ceux qui sont choisis n’en font qu’un.",
                "At least two different articles are needed: those that are chosen are one and the same."
            )
        } else {
            say!("Il faut au moins deux articles : ce corpus n’en a qu’un.", "At least two articles are needed: this corpus has only one.")
        }
        .to_owned())
    }

    /// True when words give away where an article comes from.
    fn gives_away(&self, document: DocumentId, span: Span) -> bool {
        use crate::kind::EntityKind;
        let Some(held) = self.held(document) else { return true };
        let mentions = self.annotated.entities.mentions_in(document).iter();
        let names_outlet = mentions.clone().any(|mention| mention.kind == EntityKind::Media && mention.span.overlaps(span));
        let words = words_of(span.slice(held.document.text()));
        names_outlet || self.origins.iter().any(|origin| has_words(&words, origin))
    }

    /// Places of those articles of the lesson in which these words follow each other somewhere, title and all.
    fn with_words(&self, words: &str) -> Vec<DocumentId> {
        let with = self.held.iter().zip(&self.texts).filter(|(_, text)| has_words(text, words));
        with.map(|(held, _)| held.document.id).collect()
    }
}

/// Takes at most `n` of `items`, in turn from each group: a lesson does not ask about one article only. Those of a group keep
/// their order; the groups take turns in the order in which they first come.
fn in_turn<T, K: PartialEq>(items: Vec<T>, group: impl Fn(&T) -> K) -> Vec<T> {
    let mut groups: Vec<(K, std::collections::VecDeque<T>)> = Vec::new();
    for item in items {
        let key = group(&item);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, items)) => items.push_back(item),
            None => groups.push((key, [item].into())),
        }
    }
    let mut taken = Vec::new();
    while groups.iter().any(|(_, items)| !items.is_empty()) {
        taken.extend(groups.iter_mut().filter_map(|(_, items)| items.pop_front()));
    }
    taken
}

/// The first `n` questions that candidates make; those that are sure come before those that are not.
fn first<T>(n: usize, candidates: Vec<T>, make: impl FnMut(T) -> Option<Question>) -> Vec<Question> {
    let (mut sure, mut doubtful) = (Vec::new(), Vec::new());
    for question in candidates.into_iter().filter_map(make) {
        if question.is_doubtful { &mut doubtful } else { &mut sure }.push(question);
        if sure.len() == n {
            break;
        }
    }
    sure.extend(doubtful);
    sure.truncate(n);
    sure
}

/// The questions, or why there are none.
fn some(questions: Vec<Question>, why_none: &str) -> Asked {
    if questions.is_empty() { Err(why_none.to_owned()) } else { Ok(questions) }
}

/// The words of a text, folded, a blank between two and around all.
fn words_of(text: &str) -> String {
    let folded = fold(&filling::stripped(text));
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + word + " ")
}

fn whole(held: &Held) -> String {
    let text: Vec<&str> = held.document.paragraphs().iter().map(|zone| zone.span.slice(held.document.text())).collect();
    words_of(&text.join(" "))
}

/// True when `words` has all of `wanted`, one behind the other; both as [`words_of`] makes them.
fn has_words(words: &str, wanted: &str) -> bool {
    wanted.len() > 1 && words.contains(wanted)
}

fn n_words(text: &str) -> usize {
    crate::text::words(text, Span::of(text)).count()
}

/// Names of outlets, authors and agencies of the articles; those of one short word are words like others.
fn origins(held: &[Held]) -> Vec<String> {
    let mut origins: Vec<String> = Vec::new();
    for metadata in held.iter().map(|held| &held.document.metadata) {
        let facts = metadata.outlet.iter().chain(&metadata.authors).chain(&metadata.agencies);
        for fact in facts {
            origins.extend([&*fact.value, fact.short()].map(words_of));
        }
    }
    origins.retain(|origin| origin.chars().count() > SHORTEST_ORIGIN);
    origins.sort_unstable();
    origins.dedup();
    origins
}

/// Letters, with the blanks around, that the name of an outlet has more than: `AFP` is one.
const SHORTEST_ORIGIN: usize = 4;
