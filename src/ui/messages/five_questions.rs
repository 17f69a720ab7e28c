//! The table of the five questions of an article: what is asked, the pupil's cell, the tool's proposals.

use crate::protocol::Ask;
use crate::say;
use crate::ui::format;

/// A question in one word, and what it means.
pub fn ask(ask: Ask) -> (&'static str, &'static str) {
    match ask {
        Ask::Hour => say!(("À quelle heure\u{a0}?", "parution, heures citées"), ("At what hour?", "publication, hours that are told")),
        Ask::What => say!(("Quoi\u{a0}?", "ce qui s’est passé"), ("What?", "what happened")),
        Ask::Who => say!(("Qui\u{a0}?", "personnes et organisations"), ("Who?", "people and organisations")),
        Ask::Where => say!(("Où\u{a0}?", "le lieu"), ("Where?", "the place")),
        Ask::When => say!(("Quand\u{a0}?", "le jour de l’événement"), ("When?", "the day of the event")),
        Ask::Why => say!(("Pourquoi\u{a0}?", "causes et buts"), ("Why?", "causes and aims")),
        Ask::How => say!(("Comment\u{a0}?", "de quelle manière"), ("How?", "in what way")),
        Ask::Sources => say!(("Quelles sources\u{a0}?", "d’où l’article le tient"), ("Which sources?", "where the article has it from")),
    }
}

pub fn task() -> &'static str {
    say!(
        "Remplissez d’abord, en quelques mots et de mémoire ou l’article sous les yeux\u{a0}; puis comparez avec ce que l’outil propose. Une case vide est une réponse\u{a0}: l’article ne le dit pas toujours.",
        "First fill in, in a few words, from memory or with the article before you; then compare with what the tool proposes. An empty cell is an answer: an article does not always say it."
    )
}

pub fn question() -> &'static str {
    say!("Question", "Question")
}

/// For who does not see the table.
pub fn cell(ask: &str, article: &str) -> String {
    format!("{ask} {article}")
}

pub fn compare() -> &'static str {
    say!("Comparer avec l’outil", "Compare with the tool")
}

pub fn hide_proposals() -> &'static str {
    say!("Cacher les propositions", "Hide the proposals")
}

pub fn proposals() -> &'static str {
    say!("L’outil propose\u{a0}:", "The tool proposes:")
}

pub fn nothing_found() -> &'static str {
    say!("L’outil n’a rien trouvé.", "The tool found nothing.")
}

pub fn guess() -> &'static str {
    say!("supposé", "a guess")
}

pub fn more(n: usize) -> String {
    let n = format::number(n);
    say!(format!("{n} de plus"), format!("{n} more"))
}

pub fn proposals_are_no_key() -> &'static str {
    say!(
        "Ce sont des propositions, non un corrigé\u{a0}: chacune ouvre les mots sur lesquels elle repose. «\u{a0}Supposé\u{a0}» marque ce qui est déduit, ou trouvé par un mot qui peut vouloir dire autre chose. Pourquoi et comment sont ce que l’outil trouve le moins bien.",
        "These are proposals, not a key: each opens the words on which it rests. “A guess” marks what is inferred, or found by a word that may mean something else. Why and how are what the tool finds least well."
    )
}

pub fn comparing_now() -> &'static str {
    say!("Un instant\u{a0}: l’outil lit les articles.", "One moment: the tool is reading the articles.")
}

pub fn read_it() -> &'static str {
    say!("lire", "read")
}

pub fn your_words() -> &'static str {
    say!("vos mots", "your words")
}

pub fn tool_words() -> &'static str {
    say!("l’outil propose", "the tool proposes")
}

pub fn no_such_article(name: &str) -> String {
    let name = crate::locale::in_marks(name);
    say!(format!("Ce corpus n’a pas d’article {name}."), format!("This corpus has no article {name}."))
}

/// Name of the file.
pub fn file() -> &'static str {
    say!("cinq questions", "five questions")
}

pub fn stays_here() -> &'static str {
    say!(
        "Ce que vous écrivez reste dans cet onglet jusqu’à ce qu’on le ferme\u{a0}; rien n’est envoyé.",
        "What you write stays in this tab until it is closed; nothing is sent."
    )
}
