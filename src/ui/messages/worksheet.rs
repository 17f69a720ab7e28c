//! The worksheet and its key: what is chosen on the screen, what is printed.

use crate::protocol::{ActivityKind, Ask};
use crate::say;
use crate::ui::format;
use crate::ui::messages::activities;

pub fn worksheet() -> &'static str {
    say!("Fiche de l’élève", "Worksheet")
}

pub fn key() -> &'static str {
    say!("Corrigé", "Answer key")
}

/// A door to it from elsewhere.
pub fn to_print() -> &'static str {
    say!("Une fiche à imprimer pour la classe", "A worksheet to print for the class")
}

pub fn print() -> &'static str {
    say!("Imprimer", "Print")
}

pub fn articles() -> &'static str {
    say!("Articles", "Articles")
}

pub fn how_many() -> &'static str {
    say!("Questions par activité", "Questions per activity")
}

pub fn how_long() -> &'static str {
    say!("Texte de chaque article", "Text of each article")
}

/// What is chosen when nothing was.
pub fn as_fits(n_words: u32) -> String {
    say!(format!("ce qui tient en deux pages ({n_words} mots)"), format!("what fits on two pages ({n_words} words)"))
}

pub fn first_words(n_words: u32) -> String {
    say!(format!("les {n_words} premiers mots"), format!("the first {n_words} words"))
}

pub fn whole_text() -> &'static str {
    say!("tout le texte", "the whole text")
}

pub fn preview() -> &'static str {
    say!("Aperçu avant impression", "Print preview")
}

pub fn making() -> &'static str {
    say!("La fiche se prépare…", "The sheet is being made…")
}

pub fn no_article() -> &'static str {
    say!("Le corpus n’a pas d’article.", "The corpus has no article.")
}

/// How many pages it takes, in tenths.
pub fn fits(tenths: u32) -> String {
    match tenths {
        0..=10 => say!("À l’impression\u{a0}: une page A4.", "In print: one A4 page.").to_owned(),
        11..=20 => say!("À l’impression\u{a0}: deux pages A4.", "In print: two A4 pages.").to_owned(),
        _ => {
            let pages = format::tenths(tenths);
            say!(
                format!(
                    "À l’impression\u{a0}: environ {pages} pages A4. Pour revenir à deux\u{a0}: un article de moins, moins d’activités, ou moins de mots par article."
                ),
                format!(
                    "In print: about {pages} A4 pages. To come back to two: one article less, fewer activities, or fewer words of each article."
                )
            )
        }
    }
}

/// The lines where a pupil writes.
pub fn name_and_date() -> &'static str {
    say!("Nom\u{a0}: ……………………………………   Date\u{a0}: ………………", "Name: ……………………………………   Date: ………………")
}

/// Above an article that is not printed whole.
pub fn shortened(shown: usize, n_words: usize) -> String {
    let (shown, n_words) = (format::number(shown), format::number(n_words));
    say!(
        format!("Texte raccourci pour la classe\u{a0}: les {shown} premiers mots sur {n_words}."),
        format!("Shortened for the class: the first {shown} of {n_words} words.")
    )
}

pub fn questions() -> &'static str {
    say!("Questions", "Questions")
}

pub fn answers() -> &'static str {
    say!("Réponses", "Answers")
}

/// What an activity is called where it is done with a pencil; else as on the page.
pub fn activity(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Quotations => say!("Souligner les citations", "Underline the quotations"),
        ActivityKind::Sources => say!("Entourer les sources", "Circle the sources"),
        ActivityKind::Dates => say!("Encadrer les dates", "Box the dates"),
        _ => activities::name(kind),
    }
}

/// What is to be done, under the name of the activity.
pub fn task(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Teller => say!(
            "Coche le ou les articles qui disent la même chose, et note le numéro du paragraphe.",
            "Tick the article or articles that say the same, and note the number of the paragraph."
        ),
        ActivityKind::Speaker => say!(
            "Coche le nom, et note le numéro du paragraphe qui le prouve.",
            "Tick the name, and note the number of the paragraph that proves it."
        ),
        ActivityKind::Figure => say!(
            "Coche le ou les articles qui donnent ce chiffre, et note le numéro du paragraphe.",
            "Tick the article or articles that give this figure, and note the number of the paragraph."
        ),
        ActivityKind::Reach => {
            say!(
                "Coche la bonne réponse\u{a0}; parmi les articles de cette fiche.",
                "Tick the right answer; among the articles of this sheet."
            )
        }
        ActivityKind::Quotations => {
            say!("Dans le texte, souligne ce qui est cité mot pour mot.", "In the text, underline what is quoted word for word.")
        }
        ActivityKind::Sources => say!(
            "Dans le texte, entoure les mots qui disent de qui vient une parole ou une information.",
            "In the text, circle the words that say from whom words or information come."
        ),
        ActivityKind::Dates => say!("Dans le texte, encadre tout ce qui dit quand.", "In the text, box everything that says when."),
        ActivityKind::Headlines => {
            say!(
                "Les titres ont été retirés. Lequel va avec cet article\u{a0}?",
                "The headlines were taken away. Which one belongs to this article?"
            )
        }
        ActivityKind::Order => {
            say!("Numérote les articles, du plus ancien au plus récent.", "Number the articles, from the oldest to the most recent.")
        }
    }
}

/// The paragraph in which words are to be marked.
pub fn paragraph(number: &str) -> String {
    say!(format!("Paragraphe {number}"), format!("Paragraph {number}"))
}

/// A part of a paragraph, by its first words and its last.
pub fn part(number: &str, first: &str, last: &str) -> String {
    say!(
        format!("Paragraphe {number}, de «\u{a0}{first}…\u{a0}» à «\u{a0}…{last}\u{a0}»"),
        format!("Paragraph {number}, from “{first}…” to “…{last}”")
    )
}

/// An article by its letter.
pub fn article(letter: &str) -> String {
    say!(format!("Article {letter}"), format!("Article {letter}"))
}

pub fn all() -> &'static str {
    say!("tous", "all")
}

pub fn several() -> &'static str {
    say!("plusieurs", "several")
}

pub fn one() -> &'static str {
    say!("un seul", "only one")
}

/// Where a pupil writes the number of a paragraph.
pub fn proof() -> &'static str {
    say!("§ ……", "§ ……")
}

/// Where an answer stands that is in no numbered paragraph: in the headline, or the line of the date.
pub fn at_the_top() -> &'static str {
    say!("en tête", "at the top")
}

pub fn outside() -> &'static str {
    say!("hors du texte", "outside the text")
}

/// Beside an answer.
pub fn doubtful() -> &'static str {
    say!("l’outil n’en est pas sûr", "the tool is not sure of it")
}

/// On the key, once: what the answers are worth.
pub fn by_machine() -> &'static str {
    say!(
        "Réponses proposées par l’outil à partir du texte seul\u{a0}; il se trompe parfois. Le numéro renvoie au paragraphe qui les prouve.",
        "Answers proposed by the tool from the text alone; it is sometimes wrong. The number is that of the paragraph that proves them."
    )
}

/// Two articles that appeared on one day.
pub fn same_day() -> &'static str {
    say!("=", "=")
}

pub fn table() -> &'static str {
    say!("Les questions du journaliste", "The journalist’s questions")
}

/// Of the table when the sheet has more articles than it has columns.
pub fn table_of_first(n: usize) -> String {
    say!(format!("Le tableau porte sur les {n} premiers articles."), format!("The table is about the first {n} articles."))
}

/// A question of the table.
pub fn ask(ask: Ask) -> &'static str {
    match ask {
        Ask::Hour => say!("Heure", "Hour"),
        Ask::What => say!("Quoi\u{a0}?", "What?"),
        Ask::Who => say!("Qui\u{a0}?", "Who?"),
        Ask::Where => say!("Où\u{a0}?", "Where?"),
        Ask::When => say!("Quand\u{a0}?", "When?"),
        Ask::Why => say!("Pourquoi\u{a0}?", "Why?"),
        Ask::How => say!("Comment\u{a0}?", "How?"),
        Ask::Sources => say!("Sources", "Sources"),
    }
}

/// Where the tool found nothing.
pub fn nothing_found() -> &'static str {
    say!("rien trouvé", "nothing found")
}

/// What is left out of the sheet.
pub fn without() -> &'static str {
    say!("Ce que la fiche ne demande pas", "What the sheet does not ask")
}

/// Where the texts are from, on the key and at the foot of the sheet.
pub fn sources() -> &'static str {
    say!("D’où viennent les articles", "Where the articles are from")
}

pub fn no_outlet() -> &'static str {
    say!("source inconnue", "unknown outlet")
}

pub fn chosen(n: usize, of: usize) -> String {
    say!(format!("{n} sur {of}"), format!("{n} of {of}"))
}
