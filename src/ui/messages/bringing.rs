//! The corpus and the ways into it: files, folders, texts that are pasted, and what became of them.

use crate::say;
use crate::ui::format;
use crate::ui::messages::{counts, values};

/// What is loaded.
pub fn corpus_of(title: Option<&str>, n: usize) -> String {
    let articles = counts::n_articles(n);
    title.map_or_else(|| format!("{articles}."), |title| format!("{}{}{articles}.", values::in_marks(title), values::colon()))
}

pub fn articles() -> &'static str {
    say!("Articles", "Articles")
}

pub fn filter() -> &'static str {
    say!("Filtrer", "Filter")
}

pub fn filtered_by() -> &'static str {
    say!("titre, source ou fichier", "title, outlet or file")
}

pub fn show_next(n: usize) -> String {
    let n = format::number(n);
    say!(format!("Montrer les suivants ({n} de plus)"), format!("Show the next ones ({n} more)"))
}

pub fn bring() -> &'static str {
    say!("Apporter ses articles", "Bring your own articles")
}

pub fn choose_files() -> &'static str {
    say!("Choisir des fichiers…", "Choose files…")
}

pub fn choose_folder() -> &'static str {
    say!("Choisir un dossier…", "Choose a folder…")
}

pub fn what_is_read() -> &'static str {
    say!(
        "ou déposez-les n’importe où dans la page. Texte, Markdown, pages web enregistrées, Word (docx), tableaux (csv, jsonl) d’un article par ligne, exports Europresse et Factiva, zip de tout cela, corpus exporté d’ici (.recoupe), notes en annotations W3C (.jsonld). Rien ne quitte cette page : vos fichiers sont lus ici même.",
        "or drop them anywhere on the page. Text, Markdown, saved web pages, Word (docx), tables (csv, jsonl) with one article a row, Europresse and Factiva exports, a zip of all that, a corpus exported from here (.recoupe), notes as W3C annotations (.jsonld). Nothing leaves this page: your files are read right here."
    )
}

pub fn what_comes() -> &'static str {
    say!("Ce qui arrive", "What comes in")
}

pub fn joins() -> &'static str {
    say!("rejoint ce corpus", "joins this corpus")
}

pub fn opens_another() -> &'static str {
    say!("ouvre un autre corpus", "opens another corpus")
}

pub fn paste() -> &'static str {
    say!("Coller un texte", "Paste a text")
}

/// What a text without a name is called.
pub fn pasted() -> &'static str {
    say!("texte collé", "pasted text")
}

pub fn name_if_any() -> &'static str {
    say!("Nom (facultatif)", "Name (optional)")
}

pub fn text_or_code() -> &'static str {
    say!("Texte, ou code d’une page web", "Text, or the code of a web page")
}

pub fn make_article() -> &'static str {
    say!("En faire un article", "Make it an article")
}

pub fn import() -> &'static str {
    say!("Import", "Import")
}

pub fn close_report() -> &'static str {
    say!("Fermer ce compte rendu", "Close this report")
}

/// How many files and articles came in; `end` says what the corpus is now.
pub fn summary(n_files: usize, n_articles: usize, end: &str) -> String {
    let articles = format::count(n_articles, say!("article lu", "article read"), say!("articles lus", "articles read"));
    format!("{}, {articles}. {end}", counts::n_files(n_files))
}

pub fn corpus_stays() -> &'static str {
    say!("Le corpus affiché reste le même.", "The corpus shown stays the same.")
}

pub fn corpus_counts(n: usize) -> String {
    let articles = counts::n_articles(n);
    say!(format!("Le corpus compte {articles}."), format!("The corpus holds {articles}."))
}

pub fn same_text_as(name: &str) -> String {
    say!(format!("le même texte est déjà là, sous le nom {name}"), format!("the same text is already here, under the name {name}"))
}

pub fn beyond_the_most() -> &'static str {
    say!("au-delà de ce qu’une page peut tenir, laissés de côté", "beyond what a page can hold, left out")
}

pub fn n_beside_pages(n: usize) -> String {
    format::count(
        n,
        say!("élément de page enregistrée", "part of a saved page"),
        say!("éléments de pages enregistrées", "parts of saved pages"),
    )
}

pub fn beside_pages() -> &'static str {
    say!("images, styles ou cadres, laissés de côté", "pictures, styles or frames, left out")
}

pub fn for_absent_articles() -> &'static str {
    say!("pour des articles qui ne sont pas là", "for articles that are not here")
}

pub fn read_as(encoding: &str) -> String {
    say!(format!("lu comme {encoding}"), format!("read as {encoding}"))
}

pub fn unreadable(n: usize) -> String {
    let characters =
        format::count(n, say!("caractère illisible", "unreadable character"), say!("caractères illisibles", "unreadable characters"));
    say!(format!("{characters}, remplacés par «\u{a0}\u{fffd}\u{a0}»"), format!("{characters}, replaced by “\u{fffd}”"))
}

pub fn columns_of(name: &str) -> String {
    say!(format!("Colonnes de {name}"), format!("Columns of {name}"))
}

pub fn first_rows() -> &'static str {
    say!("Premières lignes du tableau", "First rows of the table")
}

pub fn no_column() -> &'static str {
    say!("aucune", "none")
}

/// What a column can be: text, title, outlet, authors, date, address, name.
pub fn columns() -> [&'static str; 7] {
    say!(
        ["Texte", "Titre", "Source", "Auteurs", "Date", "Adresse", "Nom"],
        ["Text", "Title", "Outlet", "Authors", "Date", "Address", "Name"]
    )
}

pub fn read_again() -> &'static str {
    say!("Relire avec ces colonnes", "Read again with these columns")
}

/// What a corpus of several files is called.
pub fn titled(first: &str, n_others: usize) -> String {
    let others = counts::n_other_files(n_others);
    say!(format!("{first} et {others}"), format!("{first} and {others}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn a_report_is_told_in_both_languages() {
        let told = || (summary(1, 0, corpus_stays()), unreadable(2), corpus_of(Some("A"), 1));
        let french = told();
        assert_eq!(french.0, "1\u{a0}fichier, 0\u{a0}article lu. Le corpus affiché reste le même.");
        assert_eq!((french.1.contains("«\u{a0}\u{fffd}\u{a0}»"), &*french.2), (true, "«\u{a0}A\u{a0}»\u{a0}: 1\u{a0}article."));
        locale::set(Locale::English);
        let english = told();
        assert_eq!(english.0, "1\u{a0}file, 0\u{a0}articles read. The corpus shown stays the same.");
        assert_eq!((&*english.1, &*english.2), ("2\u{a0}unreadable characters, replaced by “\u{fffd}”", "“A”: 1\u{a0}article."));
        locale::set(Locale::French);
    }
}
