//! What one line says of itself, by its cues and its shape, before its neighbours are asked.

use super::cues::{Cue, Cues, Met};
use super::lines::{End, Hint, Line};
use super::{agency, byline, stamp};
use crate::span::Span;
use crate::text::words;

/// A line of so many characters is a paragraph: about a line and a half of print.
pub(super) const PARAGRAPH: usize = 100;

/// What a line says of itself, checked against its shape.
pub(super) fn cue(line: &Line<'_>) -> Option<Cue> {
    match line.hint {
        Hint::Furniture | Hint::Markup => return Some(Cue::Furniture),
        Hint::Related => return Some(Cue::Related),
        Hint::Byline => return Some(Cue::Byline),
        Hint::Date => return Some(Cue::Date),
        Hint::Credit => return Some(Cue::Credit),
        Hint::Heading => return heading_cue(line),
        Hint::Title | Hint::Lead | Hint::Caption | Hint::Cell => return None,
        Hint::None | Hint::Item => {}
    }
    let text = &*line.text;
    let n_words = line.words.len();
    // `18:42`, `18h42`: the hour of an entry of a live page.
    let counts = |word: &String| word.bytes().filter(|b| !b.is_ascii_digit()).collect::<Vec<_>>();
    if n_words == 0 || is_address(text) || n_words <= 2 && line.words.iter().all(|word| matches!(*counts(word), [] | [b'h'])) {
        return Some(Cue::Furniture);
    }
    // `Prénom dit :`, above what a reader wrote.
    if (2..=5).contains(&n_words) && (text.ends_with(" dit :") || text.ends_with(" dit\u{a0}:") || text.ends_with(" says:")) {
        return Some(Cue::Comments);
    }
    // `A- A+`: the size of the letters.
    if n_words <= 3 && text.len() <= 8 && line.words.iter().all(|word| word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic())) {
        return Some(Cue::Furniture);
    }
    if is_picture(text) {
        return Some(Cue::Picture);
    }
    if text.starts_with('©') || text.starts_with("(c) ") {
        let year = line.words[0].len() == 4 && line.words[0].bytes().all(|b| b.is_ascii_digit());
        return Some(if year || n_words > 16 { Cue::Closing } else { Cue::Credit });
    }
    if is_credit(text) {
        return Some(Cue::Credit);
    }
    if is_code(text) || is_reference(line) || counts_comments(line) || is_menu(text) || is_links(text) || is_plea(line) || leads_away(line)
    {
        return Some(Cue::Furniture);
    }
    if n_words <= 24
        && line.words.windows(4).any(|four| four[..3] == ["contributed", "to", "this"] || four == ["contribue", "a", "cet", "article"])
    {
        return Some(Cue::Byline);
    }
    if n_words == 1 && text.starts_with('@') {
        return Some(Cue::Furniture);
    }
    if is_initials(text) || is_name_with_role(line) {
        return Some(Cue::Byline);
    }
    // `… can be reached at name@paper`
    let reached = ["reached", "reach", "joindre", "contacter"].iter().any(|verb| line.words.iter().any(|word| word == verb));
    if reached && n_words <= 40 && text.contains('@') {
        return Some(Cue::Byline);
    }
    // `(Photo Prénom Nom)`
    if text.starts_with('(') && n_words <= 10 && matches!(line.words[0].as_str(), "photo" | "photos" | "credit" | "credits") {
        return Some(Cue::Credit);
    }
    for met in Cues::get().of(&line.words) {
        let rest = words(text, Span::of(text)).nth(met.n_words - 1).map_or("", |last| &text[last.end as usize..]);
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let right = match met.cue {
            Cue::Byline => {
                met.whole && met.n_words + line.words[0].len() > 4
                    || n_words <= 22 && (is_signature(before_date(rest)) || line.end == End::Open && byline::opens(rest))
            }
            Cue::Date => n_words <= 24 && line.words.len() <= 6 && met.whole || stamp::is_dateline(&line.words) || is_empty_label(line),
            Cue::Credit => met.whole || n_words <= 14 && line.end != End::Stop && line.n_chars <= 100,
            Cue::Picture | Cue::Furniture => true,
            Cue::Comments | Cue::Related | Cue::Closing => line.n_chars <= 420,
        };
        if right && !is_prose(line, met) {
            return Some(met.cue);
        }
    }
    let short = line.end != End::Stop || n_words <= 6;
    if short && n_words <= 24 && is_signed_dateline(text) {
        return Some(Cue::Byline);
    }
    if short && stamp::is_dateline(&line.words) && !stamp::all(text, Span::of(text)).is_empty() {
        return Some(Cue::Date);
    }
    let signed = n_words <= 6 && line.end == End::Open && line.words.iter().any(|w| w == "avec" || w == "with");
    let credited = signed && !agency::mentions(text, Span::of(text)).is_empty();
    let source = text.strip_prefix("Source").map_or(text, |rest| rest.trim_start_matches([' ', ':', '\u{a0}']));
    (credited || n_words <= 4 && agency::named(source).is_some()).then_some(Cue::Byline)
}

/// What stands for the maker of a picture: `| LE JOURNAL`, `Photograph: A. B./Agency`, `PRÉNOM NOM / AGENCE`.
pub(super) fn is_credit(text: &str) -> bool {
    const LABELS: [&str; 15] = [
        "(photo",
        "(image",
        "photo :",
        "photo:",
        "photos :",
        "photos:",
        "photograph:",
        "photographie :",
        "credit:",
        "crédit :",
        "crédits :",
        "image:",
        "picture:",
        "pictures:",
        "pic:",
    ];
    let n_words = text.split_whitespace().count();
    if !(1..=12).contains(&n_words) || text.len() > 110 {
        return false;
    }
    let lower = text.to_lowercase();
    if LABELS.iter().any(|label| lower.starts_with(label)) {
        return true;
    }
    if lower.starts_with("photo ") && is_capitals(text) || is_named_photo(text) {
        return true;
    }
    let inner = text.trim_matches(['(', ')', '[', ']', '|', ' ']);
    let bracketed = inner.len() < text.len();
    // Names on both sides of a bar, in capitals or with capitals, no figure: a place of two names has no space around it.
    let Some((left, right)) = inner.split_once('/') else {
        return text.starts_with("| ") && is_capitals(inner)
            || text.starts_with('©') && n_words <= 8 && !text.contains(|c: char| c.is_ascii_digit());
    };
    let named = |part: &str| {
        let part = part.trim().trim_start_matches("Photo ");
        part.contains(char::is_alphabetic)
            && part
                .split_whitespace()
                .all(|word| word.chars().count() <= 3 || word.starts_with(char::is_uppercase) || word.ends_with(".com"))
    };
    let sure = bracketed
        || is_capitals(inner)
        || left.ends_with(".com")
        || inner.starts_with("Photo ")
        || !agency::mentions(right, Span::of(right)).is_empty();
    sure && named(left) && named(right) && !inner.contains(|c: char| c.is_ascii_digit()) && !inner.contains("//")
}

/// `Photo LE JOURNAL, Prénom Nom`: a picture and names, no other word.
fn is_named_photo(text: &str) -> bool {
    const BETWEEN: [&str; 12] = ["archives", "d'archives", "d’archives", "de", "par", "by", "et", "and", "pour", "for", "via", "-"];
    let mut parts = text.split_whitespace();
    let labelled =
        parts.next().is_some_and(|label| ["photo", "photos", "photographie", "photographies", "dessin"].contains(&&*label.to_lowercase()));
    let named =
        |part: &str| part.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '/' | '©' | '–' | '—')) || BETWEEN.contains(&part);
    let names: Vec<&str> = parts.collect();
    let is_name = names.iter().any(|part| part.chars().filter(|c| c.is_uppercase()).count() >= 1);
    labelled && is_name && names.len() <= 8 && names.iter().all(|part| named(part)) && !text.contains(|c: char| c.is_ascii_digit())
}

/// `Prénom Nom, Titre, Éditions du Lieu, 240 p., 19 €.`: a book with its pages and its price.
fn is_reference(line: &Line<'_>) -> bool {
    let paged = line.words.windows(2).any(|two| two[0].bytes().all(|b| b.is_ascii_digit()) && matches!(&*two[1], "p" | "pp" | "pages"));
    let priced = line.text.contains(['€', '$', '£']) || line.words.iter().any(|word| word == "euros");
    paged && priced && line.words.len() <= 30 && line.text.matches(',').count() >= 3
}

/// `Prénom Nom — Correspondant à Ville`, `First Last, Staff Writer`: a name and what that person does at the paper.
fn is_name_with_role(line: &Line<'_>) -> bool {
    const ROLES: [&str; 17] = [
        "correspondant",
        "correspondante",
        "journaliste",
        "redacteur",
        "redactrice",
        "reporter",
        "reporters",
        "editor",
        "writer",
        "columnist",
        "correspondent",
        "envoye",
        "envoyee",
        "chroniqueur",
        "chroniqueuse",
        "editorialiste",
        "photojournaliste",
    ];
    let parted = [" — ", " – ", " - ", ", ", " | ", "\t"].iter().find_map(|mark| line.text.split_once(mark));
    let has_role = || line.words.iter().any(|word| ROLES.contains(&word.as_str()));
    line.words.len() <= 10 && line.end == End::Open && has_role() && parted.is_some_and(|(name, _)| byline::is_names(name))
}

/// Two links of Markdown or more, and nothing else.
fn is_links(text: &str) -> bool {
    let (mut rest, mut n) = (text, 0);
    while let Some((before, after)) = rest.split_once('[') {
        let Some((_, target)) = after.split_once("](") else { return false };
        let Some((_, after)) = target.split_once(')') else { return false };
        if before.contains(char::is_alphanumeric) {
            return false;
        }
        (rest, n) = (after, n + 1);
    }
    n >= 2 && !rest.contains(char::is_alphanumeric)
}

/// `Suivez-nous sur www…`, `Follow … @…`.
fn leads_away(line: &Line<'_>) -> bool {
    let leads =
        line.words.first().is_some_and(|word| ["follow", "suivez", "suivre", "retrouvez", "visit", "visitez"].contains(&word.as_str()));
    leads && line.words.len() <= 16 && ["www.", "@", "http"].iter().any(|mark| line.text.contains(mark))
}

/// An offer or a plea of the house: it speaks to its reader, in the words of that trade, more of them than any article has.
fn is_plea(line: &Line<'_>) -> bool {
    const TO_READER: [&str; 9] = ["vous", "votre", "vos", "nous", "notre", "you", "your", "our", "us"];
    const TRADE: [&str; 24] = [
        "abonn", "subscri", "newsl", "offre", "don", "dons", "donat", "soute", "suppo", "lecte", "reade", "gratu", "email", "mail",
        "inscr", "recev", "cooki", "journ", "contr", "indep", "adres", "cadea", "acces", "illim",
    ];
    let n_words = line.words.len();
    let to_reader = line.words.iter().any(|word| TO_READER.contains(&word.as_str()));
    if !(6..=120).contains(&n_words) || !to_reader || line.text.contains(['«', '“', '"']) {
        return false;
    }
    let of_trade = |stem: &&&str| line.words.iter().any(|word| if stem.len() < 5 { word == **stem } else { word.starts_with(**stem) });
    let n = TRADE.iter().filter(of_trade).count();
    n >= 3 && n * 12 >= n_words
}

/// A piece of script or of data between braces that a program took for text.
fn is_code(text: &str) -> bool {
    let n = text.chars().filter(|c| matches!(c, '{' | '}' | ';' | '=' | '(' | ')' | '_' | '<' | '>' | '"' | '\\' | '[' | ']')).count();
    let calls = text.contains("();") || text.contains(");") || text.contains("={") || text.contains(" = {") || text.contains("\":");
    calls && n >= 4 && n * 12 >= text.len()
}

/// `Par Lise dans Ville – 6 commentaires`: where a page says of an article how often it was answered.
fn counts_comments(line: &Line<'_>) -> bool {
    let counted = |pair: &[String]| {
        pair[0].bytes().all(|b| b.is_ascii_digit()) && (pair[1].starts_with("commentaire") || pair[1].starts_with("comment"))
    };
    (3..=14).contains(&line.words.len()) && line.end == End::Open && line.words.windows(2).last().is_some_and(counted)
}

pub(super) fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !text.contains(char::is_lowercase)
}

/// Fields set apart by tabs, bars or wide blanks, a few words each: a menu that lost its line breaks.
fn is_menu(text: &str) -> bool {
    if text.len() > 400 || text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let wide = if text.contains('\t') || text.contains("   ") { "  " } else { " | " };
    let text = text.replace('\t', "  ").replace(" · ", wide).replace(" • ", wide);
    let fields = text.split(wide).map(str::trim).filter(|field| !field.is_empty());
    let (n, longest) = fields.fold((0, 0), |(n, longest), field| (n + 1, field.split_whitespace().count().max(longest)));
    n >= 3 && longest <= 4
}

/// `abc-de/fg/hi`: those who wrote and edited a dispatch.
pub(super) fn is_initials(text: &str) -> bool {
    let letters = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    (5..=30).contains(&text.len()) && text.contains('/') && text.split(['/', '-']).all(letters) && !text.contains(char::is_uppercase)
}

/// A picture in Markdown, alone on its line.
pub(super) fn is_picture(text: &str) -> bool {
    text.starts_with("![") && text.ends_with(')') && text.contains("](")
}

/// A link to another article has no more words.
const LINKED: usize = 40;

/// True when a line that begins with a cue goes on like a paragraph or a title: `Sur ce sujet, le ministre a répondu.` The
/// furniture of a page speaks to its reader or of itself; prose does not.
fn is_prose(line: &Line<'_>, met: Met) -> bool {
    const OF_THE_PAGE: [&str; 20] = [
        "vous",
        "votre",
        "vos",
        "nous",
        "notre",
        "nos",
        "you",
        "your",
        "we",
        "our",
        "us",
        "article",
        "page",
        "site",
        "cookies",
        "newsletter",
        "commentaire",
        "commentaires",
        "droits",
        "rights",
    ];
    let furniture = matches!(met.cue, Cue::Furniture | Cue::Closing | Cue::Comments | Cue::Related);
    let n_more = line.words.len() - met.n_words;
    // `À lire : un titre, de son auteur, 480 p.`
    let after = words(&line.text, Span::of(&line.text)).nth(met.n_words - 1).map_or("", |last| &line.text[last.end as usize..]);
    if met.cue == Cue::Related && !met.anywhere && after.trim_start().starts_with(':') && line.words.len() <= LINKED {
        return false;
    }
    // Long cues are surer of themselves, and those that count anywhere surest, unless somebody is quoted.
    let quoted = line.text.contains(['«', '“', '"']);
    let allowed = match met.n_words {
        3.. if met.anywhere && !quoted => usize::MAX,
        4.. => 12,
        _ => 3,
    };
    let goes_on = if line.end == End::Stop { n_more > allowed } else { met.cue == Cue::Furniture && met.n_words == 1 && n_more > 4 };
    furniture && !met.whole && goes_on && !line.words.iter().any(|word| OF_THE_PAGE.contains(&word.as_str()))
}

/// A heading that is nothing but the name of a part of the page: `## À lire aussi`.
fn heading_cue(line: &Line<'_>) -> Option<Cue> {
    let met = Cues::get().of(&line.words).into_iter().find(|met| met.whole)?;
    matches!(met.cue, Cue::Related | Cue::Comments | Cue::Closing | Cue::Furniture).then_some(met.cue)
}

/// True for what stands after `Par`: names, an agency, `la rédaction`.
fn is_signature(text: &str) -> bool {
    byline::is_names(text) || byline::is_signed(text) || agency::named(text).is_some() || {
        let key = crate::text::fold(text);
        text.chars().count() <= 60 && ["redaction", "staff", "newsroom", "editorial"].iter().any(|word| key.contains(word))
    }
}

/// `Publié le 3 mars 2021 à 14h05 - Par Prénom Nom`, where no cut parts the two.
fn is_signed_dateline(text: &str) -> bool {
    let sign = [" Par ", " par ", " By ", " by "].iter().find_map(|cue| text.find(cue).map(|at| (at, at + cue.len())));
    sign.is_some_and(|(at, names)| {
        let dateline: Vec<String> = words(text, Span::new(0, at)).map(|word| crate::text::fold(word.slice(text))).collect();
        stamp::is_dateline(&dateline) && !stamp::all(text, Span::new(0, at)).is_empty() && is_signature(&text[names..])
    })
}

/// The text up to its first date.
fn before_date(text: &str) -> &str {
    stamp::all(text, Span::of(text)).first().map_or(text, |stamp| &text[..stamp.span.start as usize])
}

/// `Publié Mis à jour`: labels whose dates were lost.
fn is_empty_label(line: &Line<'_>) -> bool {
    let known = ["publie", "mis", "mise", "a", "jour", "le", "published", "updated", "modifie", "derniere", "modification"];
    line.words.iter().all(|word| known.contains(&word.as_str()))
}

fn is_address(text: &str) -> bool {
    let mail =
        |word: &str| word.split_once('@').is_some_and(|(name, house)| !name.is_empty() && !name.starts_with('(') && house.contains('.'));
    if text.len() <= 80 && text.split_whitespace().count() <= 4 && text.split_whitespace().any(mail) {
        return true;
    }
    !text.contains(char::is_whitespace)
        && (text.starts_with("http") || text.starts_with("www.") || text.contains('@') && text.contains('.'))
}

/// Long enough for a paragraph.
pub(super) fn is_long(line: &Line<'_>) -> bool {
    line.n_chars >= PARAGRAPH && line.end != End::Open || line.n_chars >= 250
}

/// Ends like a sentence, and has words enough for one.
pub(super) fn is_sentence(line: &Line<'_>) -> bool {
    line.end == End::Stop && line.words.len() >= 5
}

/// A few words without a stop; a question may head a section too.
pub(super) fn is_heading(line: &Line<'_>) -> bool {
    let asks = line.text.ends_with(['?', '!']) && line.words.len() <= 8;
    (line.end == End::Open && line.words.len() <= 14 || asks) && line.n_chars <= 110 && !is_item(line)
}

/// One of a list, by its bullet or its tag.
pub(super) fn is_item(line: &Line<'_>) -> bool {
    let bullet = ["- ", "• ", "– ", "— ", "* ", "· ", "▪ ", "■ "].iter().any(|mark| line.text.starts_with(mark));
    matches!(line.hint, Hint::Item | Hint::Cell) || bullet
}

/// `Image caption, …`: a caption that says so.
pub(super) fn names_caption(line: &Line<'_>) -> bool {
    let starts = |words: &[&str]| line.words.len() > words.len() && line.words.iter().zip(words).all(|(a, b)| a == b);
    line.n_chars <= 250 && (starts(&["image", "caption"]) || starts(&["legende", "photo"]) || starts(&["photo", "d", "illustration"]))
}

/// `Accueil > Société > Justice`.
pub(super) fn is_breadcrumb(text: &str) -> bool {
    let parts = |mark: &str| text.split(mark).count() > 1 && text.split(mark).all(|part| part.split_whitespace().count() <= 3);
    text.chars().count() <= 120 && ([" > ", " › ", " >> "].iter().any(|mark| text.contains(mark)) || parts(" / ")) && !text.contains(". ")
}

/// `CHAÎNE : "Titre du reportage"`: what an embedded film leaves.
pub(super) fn is_embedded(text: &str) -> bool {
    let Some((name, title)) = text.split_once(':') else { return false };
    let title = title.trim();
    name.split_whitespace().count() <= 4 && title.starts_with(['"', '«', '“']) && title.ends_with(['"', '»', '”'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn claimed(text: &str) -> Option<Cue> {
        cue(&Line::new(Span::of(text), Cow::Borrowed(text), true, Hint::None))
    }

    #[test]
    fn furniture_is_known_by_its_words() {
        assert_eq!(claimed("Partager sur Facebook"), Some(Cue::Furniture));
        assert_eq!(claimed("Cet article date de plus de neuf ans."), Some(Cue::Furniture));
        assert_eq!(claimed("Lire aussi : La rocade fermée jusqu’à lundi"), Some(Cue::Related));
        assert_eq!(claimed("En vous inscrivant, vous acceptez nos conditions."), Some(Cue::Closing));
        assert_eq!(claimed("12 commentaires"), Some(Cue::Comments));
        assert_eq!(claimed("© Jean Roy / Agence"), Some(Cue::Credit));
        assert_eq!(claimed("© 2021 La Gazette"), Some(Cue::Closing));
        assert_eq!(claimed("Par Luc Roy"), Some(Cue::Byline));
        assert_eq!(claimed("Mis à jour : 4 mars 2021, 9h"), Some(Cue::Date));
    }

    #[test]
    fn prose_that_begins_with_the_same_words_stays_prose() {
        for text in [
            "Sur ce sujet, le ministre a répondu.",
            "Partager la route : la mairie lance une campagne",
            "Par ailleurs, le maire a promis une déviation.",
            "Par 201 voix contre 115, le Sénat a voté le texte.",
            "Publié en 2015, le livre raconte la vie du village.",
            "Share prices fell again on Monday morning.",
            "Le 3 mars 2021, il a quitté la ville.",
            "Photos à l’appui, le préfet a décrit la crue.",
            "Commentaires acerbes et sifflets ont accueilli le ministre.",
        ] {
            assert_eq!(claimed(text), None, "{text}");
        }
    }
}
