//! One utterance with all its versions: the fullest first, the others with what they cut, change or join, word by word.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{ArticleCard, Overview, Piece, QuoteMark, Request, Response, Seam, Splice, UtteranceView, VersionView};
use crate::quotes::Relation;
use crate::ui::format;
use crate::ui::hooks::use_answer;
use crate::ui::parts::byline::article_name;
use crate::ui::parts::element::{Link, element, line, text};
use crate::ui::parts::passage_list::absent_words;
use crate::ui::parts::quote_meta::{relation_words, speaker_name, voice_place};
use crate::ui::parts::{index_tabs, notice_line, quote_meta};
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct UtterancePageProps {
    pub overview: Rc<Overview>,
    pub article: String,
    pub start: u32,
}

#[component]
pub fn UtterancePage(props: &UtterancePageProps) -> Html {
    let articles = &props.overview.articles;
    let card = articles.iter().find(|card| card.name == props.article);
    let asked = card.map(|card| Request::Utterance { document: card.id, start: props.start });
    let answer = use_answer(asked.clone());
    let view = match answer.response.as_deref() {
        Some(Response::Utterance(view)) if answer.request == asked => Some(&**view),
        _ => None,
    };
    let tabs = index_tabs(&View::Utterance { article: props.article.clone(), start: props.start }, "");
    let Some(view) = view else {
        let title = html! { <h1 tabindex="-1">{ "Une parole" }</h1> };
        if card.is_some() && answer.failure.is_none() {
            return element("div", "utterance-view", vec![tabs, title]);
        }
        let lost = format!(
            "Ce corpus n’a pas de citation à cet endroit de «\u{a0}{}\u{a0}»\u{a0}: ce lien venait peut-être d’un autre.",
            props.article
        );
        let all = element("p", "", vec![Link::to("#/citations").saying("Toutes les citations")]);
        return element("div", "utterance-view", vec![tabs, title, notice_line(lost, None), all]);
    };
    element("div", "utterance-view", vec![tabs, shown(articles, view)])
}

fn shown(articles: &[ArticleCard], view: &UtteranceView) -> Html {
    let Some(fullest) = view.versions.first() else { return Html::default() };
    let who = match &fullest.mark.speaker {
        Some(speaker) => Link::to(voice_place(&speaker.key).fragment()).saying(speaker.name.clone()),
        None => text(speaker_name(None)),
    };
    let absent: Vec<&ArticleCard> = view.absent.iter().filter_map(|id| articles.get(id.index())).collect();
    let hidden = (view.n_versions as usize).saturating_sub(view.versions.len());
    let title = format!("Une parole, {}", format::count(view.n_versions as usize, "version", "versions"));
    let mut parts =
        vec![html! { <h1 tabindex="-1">{ title }</h1> }, element("p", "counted", vec![who, text(format!(" · {}", in_words(view)))])];
    if view.versions.len() > 1 {
        parts.push(key());
    }
    parts.push(element(
        "ol",
        "versions-list",
        view.versions.iter().enumerate().map(|(at, version)| entry(articles, at, version)).collect(),
    ));
    if hidden > 0 {
        parts.push(line("p", "absent", format!("Et {}.", format::count(hidden, "autre version", "autres versions"))));
    }
    if !absent.is_empty() {
        parts.push(line("p", "absent", absent_words("Absent de", &absent)));
    }
    if view.versions.len() == 1 {
        let alone = if articles.len() == 1 {
            "Ce corpus n’a qu’un article\u{a0}: rien à recouper encore."
        } else {
            "Aucun autre article ne cite cette parole."
        };
        parts.push(line("p", "in-words", alone));
    }
    parts.push(element("p", "", vec![Link::to("#/citations").saying("Toutes les citations")]));
    html! { <>{ for parts }</> }
}

/// How many articles, how many versions of each relation.
fn in_words(view: &UtteranceView) -> String {
    let mut articles: Vec<_> = view.versions.iter().map(|version| version.mark.document).collect();
    articles.dedup();
    let of = |relation: Relation| view.versions.iter().skip(1).filter(|version| version.relation == relation).count();
    let said = [
        (of(Relation::Full), "mot pour mot"),
        (of(Relation::Cut), "par une version coupée"),
        (of(Relation::Spliced), "en joignant des passages éloignés"),
        (of(Relation::Reworded), "en d’autres mots"),
        (of(Relation::Indirect), "sans guillemets"),
    ];
    let said: Vec<String> = said.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{} fois {words}", format::number(*n))).collect();
    if said.is_empty() { "une seule version".to_owned() } else { format!("la version la plus complète est reprise {}", said.join(", ")) }
}

/// What the marks mean.
fn key() -> Html {
    let one = |tag: &'static str, words: &'static str| element("span", "", vec![line(tag, "", words)]);
    let aside = element("span", "", vec![line("i", "aside", "mots de l’article, entre deux morceaux")]);
    let said = line("span", "", "Face à la plus complète\u{a0}:");
    element("p", "key", vec![said, one("del", "mots qui n’y sont pas repris"), one("ins", "mots qu’elle n’a pas"), aside])
}

fn entry(articles: &[ArticleCard], at: usize, version: &VersionView) -> Html {
    let mark = &version.mark;
    let Some(card) = articles.get(mark.document.index()) else { return Html::default() };
    let place = Place::read(&card.name).with_passage(Some(mark.span)).fragment();
    let relation = if at == 0 { "la plus complète" } else { relation_words(version.relation) };
    let mut parts = vec![element("h2", "", vec![article_name(card), text(" "), line("span", "relation", relation)])];
    if at > 0 && version.relation == Relation::Full {
        parts.push(line("p", "said-same", "Les mêmes mots."));
    } else {
        let pieces = version.pieces.iter().map(|piece| piece_html(version.relation, piece));
        parts.push(html! { <blockquote lang={card.language.clone()}>{ for pieces }</blockquote> });
    }
    if version.relation == Relation::Spliced {
        parts.extend(version.splices.iter().map(splice));
    }
    if version.n_beyond > 0 {
        let beyond = format::count(version.n_beyond as usize, "mot", "mots");
        parts.push(line("p", "splice", format!("La suite ({beyond}) n’est pas comparée mot à mot.")));
    }
    // That it has other versions the page says already.
    parts.push(quote_meta(articles, &QuoteMark { utterance: None, ..mark.clone() }));
    parts.push(element("p", "doors", vec![Link::to(place).saying("Lire dans l’article")]));
    element("li", "", parts)
}

/// Of a version that is told without marks only what it keeps is shown: what it leaves out is most of the words.
fn piece_html(relation: Relation, piece: &Piece) -> Html {
    let (tag, class, words) = match piece {
        Piece::Kept(words) => return text(format!("{words} ")),
        Piece::Left(..) if relation == Relation::Indirect => return Html::default(),
        Piece::Left(words, _) => ("del", "", words),
        Piece::Own(words) => ("ins", "", words),
        Piece::Aside(words) => ("i", "aside", words),
    };
    html! { <>{ line(tag, class, words.clone()) }{ " " }</> }
}

fn splice(splice: &Splice) -> Html {
    let how = match splice.seam {
        Seam::None => "se suivent ici sans signe de coupe",
        Seam::Ellipsis => "se suivent ici, la coupe est signalée",
        Seam::Aside => "sont séparés ici par des mots de l’article",
    };
    let left = format::count(splice.n_left as usize, "mot", "mots");
    let said = format!(
        "Jointure\u{a0}: «\u{a0}{}\u{a0}» et «\u{a0}{}\u{a0}» {how}\u{a0}; dans la version la plus complète, {left} les séparent.",
        splice.before, splice.after
    );
    line("p", "splice", said)
}
