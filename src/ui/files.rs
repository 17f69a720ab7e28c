//! Files that a person drops or chooses: read in the tab, one after the other, each either an article or a line that says why
//! it is none.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use crate::corpus::Article;

/// What became of the files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    pub articles: Vec<Article>,
    /// File name and reason, in the order in which the files came.
    pub refused: Vec<(String, String)>,
}

/// Endings of files that are read as text.
const ENDINGS: &[&str] = &["txt", "text", "md", "markdown", "html", "htm"];
/// An article is text for a person: a longer file is something else.
const LARGEST: f64 = 16_000_000.0;
/// More files than this are no corpus about one event.
const MOST_FILES: usize = 1_000;

/// The files of a list.
pub fn listed(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|at| list.item(at)).collect()
}

/// Reads `files` in order. Two files of one name are both kept, under two names.
pub async fn read(files: Vec<File>) -> Reading {
    let mut reading = Reading::default();
    let too_many = files.len().saturating_sub(MOST_FILES);
    for file in files.into_iter().take(MOST_FILES) {
        let name = file.name();
        match text_of(&file).await {
            Ok(text) => {
                let name = free_name(&reading.articles, name);
                reading.articles.push(Article::new(&name, &text));
            }
            Err(why) => reading.refused.push((name, why)),
        }
    }
    if too_many > 0 {
        let why = format!("seuls les {MOST_FILES} premiers fichiers sont lus");
        reading.refused.push((crate::ui::format::count(too_many, "autre fichier", "autres fichiers"), why));
    }
    reading
}

async fn text_of(file: &File) -> Result<String, String> {
    let name = file.name().to_lowercase();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    if !ending.is_some_and(|ending| ENDINGS.contains(&ending)) {
        return Err(format!("ce format n’est pas lu encore : {}", ENDINGS.join(", ")));
    }
    if file.size() > LARGEST {
        return Err("plus de 16 Mo : trop long pour un article".to_owned());
    }
    let promise = file.array_buffer();
    let buffer = JsFuture::from(promise).await.map_err(|_| "le navigateur n’a pas pu le lire".to_owned())?;
    let bytes = Uint8Array::new(buffer.unchecked_ref()).to_vec();
    let text = String::from_utf8(bytes).map_err(|_| "le texte n’est pas en UTF-8".to_owned())?;
    if text.trim().is_empty() {
        return Err("fichier vide".to_owned());
    }
    if text.contains('\0') {
        return Err("ce n’est pas du texte".to_owned());
    }
    Ok(text)
}

/// `name`, or `name (2)` and so on when it is taken.
fn free_name(articles: &[Article], name: String) -> String {
    let taken = |name: &str| articles.iter().any(|article| article.name == name);
    if !taken(&name) {
        return name;
    }
    (2..).map(|n| format!("{name} ({n})")).find(|name| !taken(name)).expect("numbers do not end before names do")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_files_of_one_name_are_both_kept() {
        let article = |name: &str| Article::new(name, "x");
        let articles = [article("a.txt"), article("a.txt (2)")];
        assert_eq!(free_name(&articles, "a.txt".to_owned()), "a.txt (3)");
        assert_eq!(free_name(&articles, "b.txt".to_owned()), "b.txt");
    }
}
