//! The opening sentences of the first view.

use yew::prelude::*;

use crate::compare::Join;
use crate::say;
use crate::ui::format;

pub fn only_one_article() -> &'static str {
    say!("Un seul article\u{a0}: rien à recouper encore.", "A single article: nothing to cross-check yet.")
}

/// `cinq articles`.
pub fn articles(n: usize) -> String {
    in_words(n, say!("article", "article"), say!("articles", "articles"))
}

pub fn everything_opens() -> &'static str {
    say!(". Chaque nom, chaque case et chaque part ouvre ses phrases.", ". Every name, cell and share opens its sentences.")
}

/// The others name one, in the same list of names this article has another.
pub fn named_instead(n_others: usize, name: Html, article: Html, instead: Html) -> Html {
    say!(
        html! { <>{ format::capital(&in_words(n_others, "article nomme", "articles nomment")) }{ " " }{ name }{ "\u{a0}; dans la même liste de noms, " }{ article }{ " met " }{ instead }{ " à sa place." }</> },
        html! { <>{ format::capital(&in_words(n_others, "article names", "articles name")) }{ " " }{ name }{ "; in the same list of names, " }{ article }{ " has " }{ instead }{ " instead." }</> }
    )
}

pub fn nearly_word_for_word() -> &'static str {
    say!("presque mot pour mot", "almost word for word")
}

/// A share of one article stands in another too; `how` is the door that says so.
pub fn common_text(share: Html, article: Html, how: Html, source: Html) -> Html {
    say!(
        html! { <>{ share }{ " du texte de " }{ article }{ " se lit aussi, " }{ how }{ ", dans " }{ source }{ "." }</> },
        html! { <>{ share }{ " of the text of " }{ article }{ " also stands, " }{ how }{ ", in " }{ source }{ "." }</> }
    )
}

pub fn all_name(names: Html) -> Html {
    say!(html! { <>{ "Tous nomment " }{ names }{ "." }</> }, html! { <>{ "All name " }{ names }{ "." }</> })
}

pub fn one_names(article: Html, name: Html) -> Html {
    say!(
        html! { <>{ "Seul " }{ article }{ " nomme " }{ name }{ "." }</> },
        html! { <>{ "Only " }{ article }{ " names " }{ name }{ "." }</> }
    )
}

pub fn forms(n: usize) -> String {
    in_words(n, say!("forme", "form"), say!("formes", "forms"))
}

/// One utterance in several forms; `forms` is their door.
pub fn versions(speaker: Option<Html>, n_articles: usize, forms: Html, seam: Join) -> Html {
    let spliced = seam == Join::Spliced;
    say!(
        html! {
            <>{ "Une même parole" }if let Some(speaker) = speaker.clone() { { " de " }{ speaker } }{ " se lit dans " }{ articles(n_articles) }{ ", sous " }{ forms.clone() }
            if spliced { { "\u{a0}; l’une joint des passages éloignés" } }{ "." }</>
        },
        html! {
            <>{ "The same words" }if let Some(speaker) = speaker.clone() { { " of " }{ speaker } }{ " stand in " }{ articles(n_articles) }{ ", in " }{ forms.clone() }
            if spliced { { "; one of them joins distant passages" } }{ "." }</>
        }
    )
}

/// Before the last of several.
pub fn and() -> &'static str {
    say!(" et ", " and ")
}

/// Small numbers in words.
pub fn in_words(n: usize, one: &str, many: &str) -> String {
    const FRENCH: [&str; 11] = ["aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
    const ENGLISH: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    match say!(FRENCH, ENGLISH).get(n) {
        Some(word) => format!("{word} {}", format::plural(n, one, many)),
        None => format::count(n, one, many),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn small_numbers_are_words_in_both_languages() {
        assert_eq!((articles(5), articles(1), articles(40)), ("cinq articles".into(), "un article".into(), "40\u{a0}articles".into()));
        locale::set(Locale::English);
        assert_eq!((articles(5), articles(1), articles(0)), ("five articles".into(), "one article".into(), "no articles".into()));
        locale::set(Locale::French);
    }
}
