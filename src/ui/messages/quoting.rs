//! Who is quoted, how much and where.

use crate::quotes::{QuoteKind, Stance};
use crate::say;
use crate::ui::format;
use crate::ui::messages::counts;

/// Name of the file.
pub fn file() -> &'static str {
    say!("citations.csv", "quotations.csv")
}

pub fn no_article(name: &str) -> String {
    say!(format!("Ce corpus n’a pas d’article «\u{a0}{name}\u{a0}»."), format!("This corpus has no article “{name}”."))
}

pub fn all_quotations() -> &'static str {
    say!("Toutes les citations", "All quotations")
}

pub fn all_speakers() -> &'static str {
    say!("Tous les locuteurs", "All speakers")
}

pub fn search_their_words() -> &'static str {
    say!("Chercher dans ses paroles", "Search their words")
}

pub fn who_names_them() -> &'static str {
    say!("Qui le nomme", "Who names them")
}

pub fn words_of() -> &'static str {
    say!("Paroles de", "Words of")
}

pub fn described_source() -> &'static str {
    say!("Source décrite, non nommée", "Source described, not named")
}

pub fn nobody_quoted(n_articles: usize) -> &'static str {
    match n_articles {
        1 => say!(
            "Cet article ne cite personne\u{a0}: ni paroles entre guillemets, ni paroles rapportées n’y ont été reconnues.",
            "This article quotes nobody: neither words in quotation marks nor reported speech were recognised in it."
        ),
        _ => say!(
            "Ces articles ne citent personne\u{a0}: ni paroles entre guillemets, ni paroles rapportées n’y ont été reconnues.",
            "These articles quote nobody: neither words in quotation marks nor reported speech were recognised in them."
        ),
    }
}

pub fn nobody_of_this_name() -> &'static str {
    say!("Personne de ce nom n’est cité dans ce corpus.", "Nobody of this name is quoted in this corpus.")
}

pub fn who_speaks() -> &'static str {
    say!("Qui parle", "Who speaks")
}

pub fn more_speakers(n: usize) -> String {
    let n = format::number(n);
    say!(format!("Montrer plus de locuteurs (il y en a {n})"), format!("Show more speakers (there are {n})"))
}

pub fn none_meets() -> &'static str {
    say!("Aucune citation ne répond à ces conditions.", "No quotation meets these conditions.")
}

pub fn n_quotations(n: usize) -> String {
    format::count(n, say!("citation", "quotation"), say!("citations", "quotations"))
}

pub fn in_the_text(n: usize) -> String {
    let quotations = n_quotations(n);
    say!(format!("{quotations} dans le texte"), format!("{quotations} in the text"))
}

pub fn show_the_rest(n: usize) -> String {
    let quotations = n_quotations(n);
    say!(format!("Montrer la suite ({quotations} encore)"), format!("Show the rest ({quotations} more)"))
}

/// `103 mots, 4 citations, dont 12 mots d’attribution incertaine`.
pub fn counted(n_words: usize, n_quotes: usize, n_uncertain: usize) -> String {
    let (words, quotes, uncertain) = (counts::n_words(n_words), n_quotations(n_quotes), counts::n_words(n_uncertain));
    match n_uncertain {
        0 => format!("{words}, {quotes}"),
        _ => say!(
            format!("{words}, {quotes}, dont {uncertain} d’attribution incertaine"),
            format!("{words}, {quotes}, including {uncertain} of uncertain attribution")
        ),
    }
}

pub fn of_one(counted: &str, share: &str) -> String {
    say!(
        format!("{counted}\u{a0}: {share} des mots cités. Chaque nombre ouvre ses phrases."),
        format!("{counted}: {share} of the words quoted. Every number opens its sentences.")
    )
}

/// Whether so few words are quoted that shares are mostly chance.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    Few,
    Enough,
}

pub fn of_all(counted: &str, share: &str, n_named: usize, n_described: usize, amount: Amount) -> String {
    let named = format::count(n_named, say!("locuteur nommé", "named speaker"), say!("locuteurs nommés", "named speakers"));
    let (one, many) = say!(
        ("source décrite ou non reconnue", "sources décrites ou non reconnues"),
        ("source described or not recognised", "sources described or not recognised")
    );
    let described = format::count(n_described, one, many);
    let few = match amount {
        Amount::Few => say!(" Si peu de mots\u{a0}: les parts disent peu.", " So few words: the shares say little."),
        Amount::Enough => "",
    };
    say!(
        format!("{counted}\u{a0}: {share} du texte. {named}, {described}. Chaque nombre ouvre ses phrases.{few}"),
        format!("{counted}: {share} of the text. {named}, {described}. Every number opens its sentences.{few}")
    )
}

pub fn same_words_in_several() -> &'static str {
    say!("La même parole dans plusieurs articles", "The same words in several articles")
}

pub fn others_to_find(n: usize) -> String {
    let others = counts::n_others(n);
    say!(format!("Et {others}, à trouver par leurs citations."), format!("And {others}, to be found by their quotations."))
}

pub fn in_marks_unsaid() -> &'static str {
    say!("Entre guillemets sans être dits", "In quotation marks without being said")
}

pub fn unsaid_explained() -> &'static str {
    say!(
        "Mots tenus à distance et titres d’œuvres\u{a0}: personne n’est dit les avoir prononcés, ils ne comptent pas dans les citations.",
        "Words held at a distance and titles of works: nobody is said to have spoken them, and they do not count as quotations."
    )
}

pub fn kind_and_number(kind: &str, n: usize) -> String {
    let n = format::number(n);
    say!(format!("{kind}\u{a0}: {n}"), format!("{kind}: {n}"))
}

/// Buttons: speakers and quotations, each with commas and with semicolons.
pub fn sheets() -> [&'static str; 4] {
    say!(
        ["Locuteurs, CSV", "Locuteurs, CSV pour tableur français", "Citations, CSV", "Citations, CSV pour tableur français"],
        ["Speakers, CSV", "Speakers, CSV with semicolons", "Quotations, CSV", "Quotations, CSV with semicolons"]
    )
}

/// A kind: one quotation, and many as a choice.
pub fn kind(kind: QuoteKind) -> (&'static str, &'static str) {
    match kind {
        QuoteKind::Direct => say!(("citation directe", "Directes"), ("direct quotation", "Direct")),
        QuoteKind::Partial => say!(("citation partielle", "Partielles"), ("partial quotation", "Partial")),
        QuoteKind::Indirect => say!(("parole rapportée", "Rapportées"), ("reported speech", "Reported")),
        QuoteKind::Scare => {
            say!(("mots entre guillemets de distance", "Guillemets de distance"), ("words in scare quotes", "Scare quotes"))
        }
        QuoteKind::Title => {
            say!(("titre d’œuvre ou de rapport", "Titres d’œuvres"), ("title of a work or report", "Titles of works"))
        }
    }
}

pub fn verb_like() -> &'static str {
    say!("Verbe comme", "Verb like")
}

pub fn what_the_verb_says() -> &'static str {
    say!("Ce que dit le verbe", "What the verb says")
}

pub fn scale_explained() -> &'static str {
    say!(
        "Le verbe de parole que choisit l’article, rangé sous celui qui lui ressemble. L’échelle dit comment l’article se tient par \
         rapport à la parole, pas si elle est vraie.",
        "The verb of speech that the article chooses, under the one it is most like. The scale tells how the article stands to what \
         is said, not whether it is true."
    )
}

/// What the choice of such a verb tells.
pub fn stance_means(stance: Stance) -> &'static str {
    match stance {
        Stance::Neutral => say!("rapporte, sans plus (dit, déclare, ajoute)", "reports, no more (says, states, adds)"),
        Stance::Explaining => say!(
            "présente ce qui est dit comme établi (explique, rappelle, reconnaît)",
            "presents what is said as established (explains, recalls, admits)"
        ),
        Stance::Claiming => {
            say!(
                "laisse ce qui est dit à qui le dit (affirme, estime, regrette)",
                "leaves what is said to the speaker (asserts, believes, regrets)"
            )
        }
        Stance::Insisting => say!("montre qu’on insiste (martèle, dénonce)", "shows the speaker pressing it (insists, denounces)"),
        Stance::Doubting => say!("met en doute (prétend)", "casts doubt (alleges)"),
        Stance::Asking => say!(
            "à part\u{a0}: on demande, rien n’est affirmé (demande, souhaite)",
            "apart: something is asked, nothing is asserted (asks, wishes)"
        ),
    }
}

pub fn unknown_speaker() -> &'static str {
    say!("locuteur non reconnu", "speaker not recognised")
}

pub fn key_of_bars() -> &'static str {
    say!("plein\u{a0}: sûr, pointillé\u{a0}: incertain", "filled: certain, outlined: uncertain")
}

pub fn words_quoted() -> &'static str {
    say!("Mots cités", "Words quoted")
}

/// Head of the column of articles.
pub fn in_which() -> &'static str {
    say!("Dans", "In")
}

pub fn source_not_named() -> &'static str {
    say!("source décrite, non nommée", "source described, not named")
}

pub fn voice_in(name: &str, article: &str, counted: &str) -> String {
    say!(format!("{name} dans {article}\u{a0}: {counted}"), format!("{name} in {article}: {counted}"))
}

pub fn voices_caption() -> &'static str {
    say!(
        "Mots cités de chaque locuteur, en tout et dans chaque article, du plus cité au moins cité",
        "Words quoted of each speaker, in all and in each article, most quoted first"
    )
}

pub fn share_of_article(share: &str) -> String {
    say!(format!("{share} des mots que cite cet article"), format!("{share} of the words that this article quotes"))
}

pub fn share_head() -> &'static str {
    say!("part de ce que l’article cite", "share of what the article quotes")
}

pub fn voice_caption() -> &'static str {
    say!(
        "Mots cités dans chaque article, et leur part de tout ce que l’article cite",
        "Words quoted in each article, and their share of all that the article quotes"
    )
}

pub fn other_articles_in_table(n: usize) -> String {
    let articles = counts::n_other_articles(n);
    say!(format!("Et {articles}\u{a0}: la table à emporter les a tous."), format!("And {articles}: the table to take along has them all."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn who_is_quoted_is_said_in_both_languages() {
        assert_eq!(counted(1, 0, 1).replace('\u{a0}', " "), "1 mot, 0 citation, dont 1 mot d’attribution incertaine");
        locale::set(Locale::English);
        assert_eq!(counted(103, 0, 12).replace('\u{a0}', " "), "103 words, 0 quotations, including 12 words of uncertain attribution");
        assert_eq!(
            of_all("2 words, 1 quotation", "less than 1%", 1, 2, Amount::Few).replace('\u{a0}', " "),
            "2 words, 1 quotation: less than 1% of the text. 1 named speaker, 2 sources described or not recognised. Every number opens \
             its sentences. So few words: the shares say little."
        );
        locale::set(Locale::French);
    }
}
