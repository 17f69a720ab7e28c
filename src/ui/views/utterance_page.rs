//! One utterance with all its versions: the fullest first, the others with what they cut, change or join, word by word.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{ArticleCard, Overview, Piece, QuoteMark, Request, Response, Seam, Splice, UtteranceView, VersionView};
use crate::quotes::Relation;
use crate::ui::format;
use crate::ui::hooks::use_answer;
use crate::ui::ledger::Ledger;
use crate::ui::parts::byline::article_name;
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
        if card.is_some() && answer.failure.is_none() {
            return html! { <div class="utterance-view">{ tabs }<h1 tabindex="-1">{ "Une parole" }</h1></div> };
        }
        let text = format!(
            "Ce corpus n’a pas de citation à cet endroit de «\u{a0}{}\u{a0}»\u{a0}: ce lien venait peut-être d’un autre.",
            props.article
        );
        return html! { <div class="utterance-view">{ tabs }<h1 tabindex="-1">{ "Une parole" }</h1>{ notice_line(text, None) }<p><a href="#/citations">{ "Toutes les citations" }</a></p></div> };
    };
    html! { <div class="utterance-view">{ tabs }{ shown(articles, view) }</div> }
}

fn shown(articles: &[ArticleCard], view: &UtteranceView) -> Html {
    let Some(fullest) = view.versions.first() else { return Html::default() };
    let speaker = fullest.mark.speaker.as_ref();
    let who = match speaker {
        Some(speaker) => html! { <a href={voice_place(&speaker.key, None).fragment()}>{ &speaker.name }</a> },
        None => html! { { speaker_name(None) } },
    };
    let absent: Vec<&ArticleCard> = view.absent.iter().filter_map(|id| articles.get(id.index())).collect();
    let hidden = (view.n_versions as usize).saturating_sub(view.versions.len());
    html! {
        <>
            <h1 tabindex="-1">{ "Une parole, " }{ format::count(view.n_versions as usize, "version", "versions") }</h1>
            <p class="counted">{ who }{ " · " }{ in_words(view) }</p>
            if view.versions.len() > 1 { { key() } }
            <ol class="versions-list">{ for view.versions.iter().enumerate().map(|(at, version)| entry(articles, at, version)) }</ol>
            if hidden > 0 { <p class="absent">{ format!("Et {}.", format::count(hidden, "autre version", "autres versions")) }</p> }
            if !absent.is_empty() { <p class="absent">{ absent_words("Absent de", &absent) }</p> }
            if view.versions.len() == 1 { <p class="in-words">{ if articles.len() == 1 { "Ce corpus n’a qu’un article\u{a0}: rien à recouper encore." } else { "Aucun autre article ne cite cette parole." } }</p> }
            <p><a href={Place::of(View::Quotes(Ledger::default())).fragment()}>{ "Toutes les citations" }</a></p>
        </>
    }
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
    html! {
        <p class="key">
            <span>{ "Face à la plus complète\u{a0}: " }</span>
            <span><del>{ "mots qui n’y sont pas repris" }</del></span>
            <span><ins>{ "mots qu’elle n’a pas" }</ins></span>
            <span><i class="aside">{ "mots de l’article, entre deux morceaux" }</i></span>
        </p>
    }
}

fn entry(articles: &[ArticleCard], at: usize, version: &VersionView) -> Html {
    let mark = &version.mark;
    let Some(card) = articles.get(mark.document.index()) else { return Html::default() };
    let place = Place::read(&card.name).with_passage(Some(mark.span)).fragment();
    let relation = if at == 0 { "la plus complète" } else { relation_words(version.relation) };
    let same = at > 0 && version.relation == Relation::Full;
    // That it has other versions the page says already.
    let quiet = QuoteMark { utterance: None, ..mark.clone() };
    html! {
        <li key={format!("{}-{}", mark.document.0, mark.span.start)} class={classes!(same.then_some("same"))}>
            <h2>{ article_name(card) }{ " " }<span class="relation">{ relation }</span></h2>
            if same { <p class="said-same">{ "Les mêmes mots." }</p> }
            else { <blockquote lang={card.language.clone()}>{ for version.pieces.iter().map(|piece| piece_html(version.relation, piece)) }</blockquote> }
            { for version.splices.iter().filter(|_| version.relation == Relation::Spliced).map(splice) }
            if version.n_beyond > 0 { <p class="splice">{ format!("La suite ({}) n’est pas comparée mot à mot.", format::count(version.n_beyond as usize, "mot", "mots")) }</p> }
            { quote_meta(articles, &quiet) }
            <p class="doors"><a href={place}>{ "Lire dans l’article" }</a></p>
        </li>
    }
}

/// Of a version that is told without marks only what it keeps is shown: what it leaves out is most of the words.
fn piece_html(relation: Relation, piece: &Piece) -> Html {
    match piece {
        Piece::Kept(words) => html! { <>{ words }{ " " }</> },
        Piece::Left(..) if relation == Relation::Indirect => Html::default(),
        Piece::Left(words, n) => {
            html! { <><del title={format!("{} de la plus complète", format::count(*n as usize, "mot", "mots"))}>{ words }</del>{ " " }</> }
        }
        Piece::Own(words) => html! { <><ins>{ words }</ins>{ " " }</> },
        Piece::Aside(words) => html! { <><i class="aside">{ words }</i>{ " " }</> },
    }
}

fn splice(splice: &Splice) -> Html {
    let how = match splice.seam {
        Seam::None => "se suivent ici sans signe de coupe",
        Seam::Ellipsis => "se suivent ici, la coupe est signalée",
        Seam::Aside => "sont séparés ici par des mots de l’article",
    };
    let left = format::count(splice.n_left as usize, "mot", "mots");
    html! { <p class="splice">{ format!("Jointure\u{a0}: «\u{a0}{}\u{a0}» et «\u{a0}{}\u{a0}» {how}\u{a0}; dans la version la plus complète, {left} les séparent.", splice.before, splice.after) }</p> }
}
