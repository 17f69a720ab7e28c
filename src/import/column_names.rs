//! What the names of columns mean, in French and English: those of spreadsheets kept by hand, of press bases, of services
//! that gather news, of archives of the web.

use crate::text::fold;

/// What a column may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Text,
    Title,
    Outlet,
    Authors,
    Published,
    Url,
    Name,
    /// Something else, known by name: not to be taken for one of the others by its cells.
    Other,
}

/// Names of columns, folded, by role; of two columns of one role the one whose name stands first is meant.
#[rustfmt::skip]
const NAMES: [(Role, &[&str]); 8] = [
    (Role::Text, &[
        "texte", "text", "fulltext", "full text", "texte integral", "texte complet", "maintext", "body", "corps", "contenu",
        "content", "article body", "articlebody", "article text", "content html", "body html", "plain text", "html",
        "article", "paragraphs", "paragraphes", "message", "transcript", "transcription", "text en", "text fr",
        "raw text", "description", "summary", "resume", "abstract", "chapo", "extrait", "snippet",
    ]),
    (Role::Title, &[
        "titre", "title", "headline", "hed", "titre article", "titre de l'article", "heading", "intitule", "hd",
    ]),
    (Role::Outlet, &[
        "media", "outlet", "journal", "publication name", "source name", "publication", "newspaper", "publisher name",
        "publisher", "source", "site name", "site", "titre du journal", "nom du journal", "nom du media", "organe",
        "sn", "media name", "source hostname", "sitename", "hostname", "domain", "domaine", "source domain", "source title",
        "newspaper name",
    ]),
    (Role::Authors, &[
        "auteur", "auteurs", "auteure", "autrice", "author", "authors", "author name", "authors name", "byline",
        "byline original", "signature", "journaliste", "creator", "dc creator", "by",
    ]),
    (Role::Published, &[
        "date", "published", "publie", "publie le", "date de publication", "date publication", "publication date",
        "date published", "datepublished", "pub date", "pubdate", "published at", "publishedat", "publish date",
        "published date", "published on", "date publish", "date parution", "date de parution", "parution", "jour",
        "datetime", "timestamp", "created at", "time", "pd",
    ]),
    (Role::Url, &[
        "url", "lien", "link", "adresse", "href", "permalink", "web url", "weburl", "source url", "article url", "uri",
    ]),
    (Role::Name, &[
        "id", "identifiant", "identifier", "nom", "name", "file", "fichier", "filename", "file name", "nom du fichier",
        "doc id", "docid", "document id", "key", "cle", "uuid", "an",
    ]),
    (Role::Other, &[
        "rubrique", "section", "categorie", "category", "type", "theme", "sujet", "langue", "language", "lang", "pays",
        "country", "ville", "region", "mots cles", "mots", "keywords", "tags", "image", "page", "edition", "format",
        "score", "label", "classe", "genre", "support", "updated", "modified", "mis a jour", "date de collecte",
        "crawl date", "date download", "date modify", "retrieved", "image url", "note", "notes",
    ]),
];

/// A name is known to begin like another, with this rank and higher: `Titre de l’article`.
const ALIKE: usize = 200;

/// True for a name of a column that is known as a whole.
pub(super) fn is_known(name: &str) -> bool {
    role(name).is_some_and(|(_, rank)| rank < ALIKE)
}

/// The role that a column's name tells, with how well it does: 0 is best.
pub(super) fn role(name: &str) -> Option<(Role, usize)> {
    let plain: String =
        fold(name).replace("(s)", "s").chars().map(|c| if matches!(c, '_' | '-' | '.' | ':' | '/') { ' ' } else { c }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let of = |name: &str| NAMES.iter().find_map(|(role, names)| Some((*role, names.iter().position(|known| *known == name)?)));
    // Of `pubDate.$date` or `article.title` a part tells, but the name of something within is not the article's.
    let parts = || {
        let found = name.split('.').rev().find_map(|part| of(fold(part).replace(['_', '-'], " ").trim()))?;
        (found.0 != Role::Name).then_some((found.0, found.1 + 100))
    };
    let counted = || of(plain.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')).map(|(role, rank)| (role, rank + 100));
    let first = || plain.split_once(' ').filter(|(_, rest)| rest.split(' ').count() <= 4).and_then(|(first, _)| of(first));
    let alike = || first().map(|(role, rank)| (role, rank + ALIKE));
    of(&plain).or_else(|| name.contains('.').then(parts).flatten()).or_else(counted).or_else(alike)
}
