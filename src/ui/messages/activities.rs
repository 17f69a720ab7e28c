//! What a class guesses: the activities, what is asked, what becomes of a guess, and how the tool itself does there.

use super::about;
use crate::locale::in_marks;
use crate::protocol::ActivityKind;
use crate::say;
use crate::ui::format;

/// What an activity is called.
pub fn name(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Teller => say!("Quel article le dit\u{a0}?", "Which article says it?"),
        ActivityKind::Speaker => say!("Qui parle\u{a0}?", "Who is speaking?"),
        ActivityKind::Figure => say!("Quel article donne ce chiffre\u{a0}?", "Which article gives this figure?"),
        ActivityKind::Reach => say!("Tous, plusieurs, un seul\u{a0}?", "All, several, one?"),
        ActivityKind::Quotations => say!("Marquer les citations", "Mark the quotations"),
        ActivityKind::Sources => say!("Marquer les sources", "Mark the sources"),
        ActivityKind::Dates => say!("Marquer les dates", "Mark the dates"),
        ActivityKind::Headlines => say!("Titres et articles", "Headlines and articles"),
        ActivityKind::Order => say!("Ordre de parution", "Order of publication"),
    }
}

/// The same where it stands among others in a line.
pub fn short_name(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Teller => say!("L’article", "The article"),
        ActivityKind::Speaker => say!("La voix", "The voice"),
        ActivityKind::Figure => say!("Le chiffre", "The figure"),
        ActivityKind::Reach => say!("La portée", "The reach"),
        ActivityKind::Quotations => say!("Citations", "Quotations"),
        ActivityKind::Sources => say!("Sources", "Sources"),
        ActivityKind::Dates => say!("Dates", "Dates"),
        ActivityKind::Headlines => say!("Titres", "Headlines"),
        ActivityKind::Order => say!("Ordre", "Order"),
    }
}

/// What is to be done, above its questions.
pub fn task(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Teller => say!(
            "Un passage sans sa source\u{a0}: de quel article vient-il\u{a0}?",
            "A passage without its source: which article is it from?"
        ),
        ActivityKind::Speaker => {
            say!(
                "Des paroles rapportées\u{a0}: à qui l’article les attribue-t-il\u{a0}?",
                "Reported words: to whom does the article attribute them?"
            )
        }
        ActivityKind::Figure => {
            say!(
                "Un chiffre avec sa phrase\u{a0}: dans quel article se trouve-t-il\u{a0}?",
                "A figure with its sentence: which article has it?"
            )
        }
        ActivityKind::Reach => say!(
            "Un énoncé, ou des mots exacts\u{a0}: les trouve-t-on dans tous les articles, dans plusieurs, dans un seul\u{a0}?",
            "A statement, or exact words: are they in all articles, in several, in one alone?"
        ),
        ActivityKind::Quotations => say!(
            "Marquez les mots qui sont dits par quelqu’un d’autre que le journaliste, entre guillemets ou non.",
            "Mark the words that somebody other than the journalist says, between quotation marks or not."
        ),
        ActivityKind::Sources => say!(
            "Marquez les mots qui disent d’où vient l’information\u{a0}: personne, agence, autre média, document.",
            "Mark the words that say where the information comes from: a person, an agency, another outlet, a document."
        ),
        ActivityKind::Dates => {
            say!(
                "Marquez les mots qui disent quand\u{a0}: jours, heures, durées.",
                "Mark the words that say when: days, hours, spans of time."
            )
        }
        ActivityKind::Headlines => {
            say!(
                "Le début d’un article sans son titre\u{a0}: quel titre lui donner\u{a0}?",
                "The opening of an article without its headline: which headline is its own?"
            )
        }
        ActivityKind::Order => {
            say!("Rangez les articles du premier paru au dernier.", "Put the articles in order, from the first that appeared to the last.")
        }
    }
}

pub fn activities() -> &'static str {
    say!("Activités", "Activities")
}

pub fn question(number: usize, of: usize) -> String {
    say!(format!("Question {number} sur {of}"), format!("Question {number} of {of}"))
}

/// Before a passage whose very words are asked for.
pub fn exact_words() -> &'static str {
    say!("Ces mots, exactement\u{a0}:", "These very words:")
}

pub fn several_may_be_right() -> &'static str {
    say!("Plusieurs réponses peuvent être justes.", "More than one answer may be right.")
}

pub fn n_questions() -> &'static str {
    say!("Questions", "Questions")
}

pub fn counted(n: usize) -> String {
    format::count(n, say!("question", "question"), say!("questions", "questions"))
}

pub fn other_questions() -> &'static str {
    say!("Autres questions", "Other questions")
}

pub fn making_now() -> &'static str {
    say!("Un instant\u{a0}: le moteur complet prépare les questions.", "One moment: the full engine is preparing the questions.")
}

/// Where the engine gives no question and no reason.
pub fn none() -> &'static str {
    say!("Ce corpus ne donne pas de question de cette sorte.", "This corpus gives no question of this kind.")
}

pub fn fewer(n: usize) -> String {
    let n = counted(n);
    say!(format!("Ce corpus n’en donne que\u{a0}: {n}."), format!("This corpus gives no more than {n}."))
}

pub fn all() -> &'static str {
    say!("tous les articles", "all articles")
}

pub fn several() -> &'static str {
    say!("plusieurs articles", "several articles")
}

pub fn one() -> &'static str {
    say!("un seul article", "one article only")
}

pub fn check() -> &'static str {
    say!("Vérifier", "Check")
}

pub fn check_all() -> &'static str {
    say!("Tout vérifier", "Check all")
}

pub fn begin_again() -> &'static str {
    say!("Recommencer", "Start again")
}

pub fn take_back_begin_again() -> &'static str {
    say!("Reprendre mes réponses d’avant", "Bring my answers back")
}

pub fn was_begun_again() -> &'static str {
    say!("Vos réponses sont effacées.", "Your answers are cleared.")
}

pub fn right() -> &'static str {
    say!("Juste", "Right")
}

pub fn wrong() -> &'static str {
    say!("Ce n’est pas cela", "Not so")
}

pub fn unanswered() -> &'static str {
    say!("Sans réponse", "No answer")
}

/// Before what is right.
pub fn answer() -> &'static str {
    say!("Réponse\u{a0}:", "Answer:")
}

pub fn your_choice() -> &'static str {
    say!("votre choix", "your choice")
}

pub fn the_answer() -> &'static str {
    say!("la réponse", "the answer")
}

pub fn passages_behind() -> &'static str {
    say!("Les passages sur lesquels la réponse repose\u{a0}:", "The passages on which the answer rests:")
}

pub fn tool_doubts() -> &'static str {
    say!("L’outil lui-même hésite ici\u{a0}: relisez le passage.", "The tool itself is not sure here: read the passage again.")
}

/// Times in a hundred that the tool is right there on articles whose faults nobody had seen, where that was measured.
pub fn rightness(kind: ActivityKind) -> Option<u32> {
    let line = match kind {
        ActivityKind::Speaker | ActivityKind::Sources => about::Layer::Speakers,
        ActivityKind::Quotations => about::Layer::Quotations,
        ActivityKind::Figure => about::Layer::Figures,
        ActivityKind::Dates => about::Layer::Dates,
        ActivityKind::Teller | ActivityKind::Reach => about::Layer::Joined,
        ActivityKind::Headlines | ActivityKind::Order => return None,
    };
    Some((line.elsewhere() + 5) / 10)
}

/// How far the tool is to be trusted in an activity.
pub fn tool_is_right(kind: ActivityKind) -> String {
    match rightness(kind) {
        Some(100..) => say!(
            "L’outil aussi peut se tromper\u{a0}: ici nos mesures n’ont pas trouvé de faute, ce qui ne veut pas dire qu’il n’en fait pas.",
            "The tool can be wrong too: here our measurements found no fault, which does not mean that it makes none."
        )
        .to_owned(),
        Some(n) => say!(
            format!("L’outil aussi peut se tromper\u{a0}: ici, il a raison environ {n} fois sur 100."),
            format!("The tool can be wrong too: here it is right about {n} times in 100.")
        ),
        None => say!(
            "Titres et dates sont lus dans les pages, ou déduits\u{a0}: ce qui est déduit porte un point d’interrogation.",
            "Headlines and dates are read in the pages, or inferred: what is inferred has a question mark."
        )
        .to_owned(),
    }
}

/// Of choices: right of so many, then each count.
pub fn score(n_shown: usize, n_right: usize, n_wrong: usize, n_unanswered: usize) -> String {
    let (shown, right, wrong, none) =
        (format::number(n_shown), format::number(n_right), format::number(n_wrong), format::number(n_unanswered));
    let rights = format::plural(n_right, say!("juste", "right"), say!("justes", "right"));
    let wrongs = format::plural(n_wrong, say!("fausse", "wrong"), say!("fausses", "wrong"));
    let mut said = say!(
        format!("{right} sur {shown}\u{a0}: {right} {rights}, {wrong} {wrongs}"),
        format!("{right} of {shown}: {right} {rights}, {wrong} {wrongs}")
    );
    if n_unanswered > 0 {
        said.push_str(&say!(format!(", {none} sans réponse"), format!(", {none} without an answer")));
    }
    said + "."
}

/// Of an order.
pub fn placed(n: usize, of: usize) -> String {
    let places = format::plural(n, say!("place juste", "place right"), say!("places justes", "places right"));
    let (n, of) = (format::number(n), format::number(of));
    say!(format!("{n} {places} sur {of}."), format!("{n} {places} of {of}."))
}

/// Of marks.
pub fn found(n_both: usize, n_pupil: usize, n_tool: usize) -> String {
    let [both, pupil, tool] = [n_both, n_pupil, n_tool].map(format::number);
    say!(
        format!("Trouvé par vous et par l’outil\u{a0}: {both}\u{a0}; par vous seul\u{a0}: {pupil}\u{a0}; par l’outil seul\u{a0}: {tool}."),
        format!("Found by you and the tool: {both}; by you alone: {pupil}; by the tool alone: {tool}.")
    )
}

/// Where the pupil's mark has other words than the tool's.
pub fn you_marked(words: &str) -> String {
    let words = in_marks(words);
    say!(format!("(vous\u{a0}: {words})"), format!("(you: {words})"))
}

pub fn neither_is_right() -> &'static str {
    say!(
        "Là où vous différez, personne n’a raison d’avance\u{a0}: relisez les mots.",
        "Where you differ nobody is right beforehand: read the words again."
    )
}

/// How many answers the count is over.
pub fn of_all(n_shown: usize, n: usize) -> String {
    let (shown, n) = (format::number(n_shown), format::number(n));
    say!(format!("Vérifié\u{a0}: {shown} sur {n}."), format!("Checked: {shown} of {n}."))
}

pub fn score_title() -> &'static str {
    say!("Score", "Score")
}

pub fn by_both() -> &'static str {
    say!("Par vous et par l’outil", "By you and the tool")
}

pub fn by_you() -> &'static str {
    say!("Par vous seul", "By you alone")
}

pub fn by_tool() -> &'static str {
    say!("Par l’outil seul", "By the tool alone")
}

/// How words are marked, for who sees and for who does not.
pub fn how_to_mark() -> &'static str {
    say!(
        "Souris\u{a0}: tirez sur les mots, ou cliquez-en un. Clavier\u{a0}: ← et → d’un mot à l’autre, ↑ et ↓ d’une phrase à l’autre, avec Maj pour étendre, Entrée pour marquer ou retirer.",
        "Mouse: drag over the words, or click one. Keyboard: ← and → from word to word, ↑ and ↓ from sentence to sentence, with Shift to extend, Enter to mark or unmark."
    )
}

pub fn words_to_mark() -> &'static str {
    say!("Mots à marquer", "Words to mark")
}

pub fn your_marks(n: usize) -> String {
    let n = format::number(n);
    say!(format!("Vos marques ({n})"), format!("Your marks ({n})"))
}

pub fn no_mark_yet() -> &'static str {
    say!("Rien n’est encore marqué.", "Nothing is marked yet.")
}

pub fn take_away() -> &'static str {
    say!("Retirer", "Remove")
}

pub fn take_away_words(words: &str) -> String {
    let words = in_marks(words);
    say!(format!("Retirer {words}"), format!("Remove {words}"))
}

pub fn marked(words: &str) -> String {
    let words = in_marks(words);
    say!(format!("Marqué\u{a0}: {words}"), format!("Marked: {words}"))
}

pub fn unmarked() -> &'static str {
    say!("Marque retirée.", "Mark removed.")
}

pub fn mark_selection() -> &'static str {
    say!("Marquer ce qui est sélectionné", "Mark what is selected")
}

pub fn earlier(what: &str) -> String {
    let what = in_marks(what);
    say!(format!("Plus tôt\u{a0}: {what}"), format!("Earlier: {what}"))
}

pub fn later(what: &str) -> String {
    let what = in_marks(what);
    say!(format!("Plus tard\u{a0}: {what}"), format!("Later: {what}"))
}

pub fn shown_order_counts() -> &'static str {
    say!(
        "Les flèches déplacent un article. Deux articles du même jour peuvent changer de place.",
        "The arrows move an article. Two articles of the same day may change places."
    )
}

pub fn choose_one() -> &'static str {
    say!("Choisissez", "Choose")
}

/// Name of the file, and what stands above its columns.
pub fn file(kind: ActivityKind) -> String {
    say!(format!("resultats {}", kind.label()), format!("results {}", kind.label()))
}

pub fn columns() -> [&'static str; 6] {
    say!(["activité", "question", "choisi", "réponse", "score", "date"], ["activity", "question", "chosen", "answer", "score", "date"])
}

/// Of one question in the file.
pub fn points(n: usize, of: usize) -> String {
    let (n, of) = (format::number(n), format::number(of));
    say!(format!("{n} sur {of}"), format!("{n} of {of}"))
}

pub fn total() -> &'static str {
    say!("total", "total")
}

pub fn not_checked() -> &'static str {
    say!("non vérifié", "not checked")
}

pub fn take_results() -> &'static str {
    say!("Mes résultats (CSV)", "My results (CSV)")
}

pub fn results_stay_here() -> &'static str {
    say!(
        "Rien n’est envoyé\u{a0}: le fichier reste sur cet ordinateur, et les réponses dans cet onglet jusqu’à ce qu’on le ferme.",
        "Nothing is sent: the file stays on this computer, and the answers in this tab until it is closed."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Locale, speaking};

    #[test]
    fn how_often_the_tool_is_right_is_what_the_card_says() {
        let card = about::card();
        let elsewhere = |name: &str| card.iter().find(|(line, ..)| *line == name).map(|(.., elsewhere)| f64::from(*elsewhere) / 10.0);
        for (kind, line) in [
            (ActivityKind::Speaker, "Qui parle, là où une citation est trouvée"),
            (ActivityKind::Dates, "Dates et leur jour (F1)"),
            (ActivityKind::Figure, "Chiffres et leur valeur (F1)"),
        ] {
            let whole = elsewhere(line).expect("the card has the line").round();
            assert_eq!(rightness(kind).map(f64::from), Some(whole), "{line}");
            assert!(tool_is_right(kind).contains(&format!(" {whole} ")), "{line}");
        }
        assert_eq!(rightness(ActivityKind::Order), None);
    }

    #[test]
    fn a_score_is_said_as_it_is_counted() {
        assert_eq!(score(5, 4, 1, 0), "4 sur 5\u{a0}: 4 justes, 1 fausse.");
        assert_eq!(speaking(Locale::English, || score(3, 0, 1, 2)), "0 of 3: 0 right, 1 wrong, 2 without an answer.");
    }
}
