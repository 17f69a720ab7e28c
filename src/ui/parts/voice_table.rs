//! Who is quoted, most first: words and quotations, in all and by article; every number opens its quotations.

use yew::prelude::*;

use super::element::{Link, element, line, text};
use crate::id::DocumentId;
use crate::protocol::{ArticleCard, LedgerView, NOBODY, Tally, Voice};
use crate::ui::followed::{self, Followed};
use crate::ui::format;
use crate::ui::ledger::Ledger;
use crate::ui::messages::{counts, frame, quoting, tables};
use crate::ui::route::Place;

/// Articles that have a column each.
const COLUMNS: usize = 6;
/// Articles that one voice lists.
const SHOWN_ARTICLES: usize = 40;

/// What a voice is called.
pub fn voice_name(voice: &Voice) -> String {
    if voice.key == NOBODY { format::capital(quoting::unknown_speaker()) } else { voice.name.clone() }
}

/// The table of all voices.
pub fn voice_table(articles: &[ArticleCard], ledger: &Ledger, view: &LedgerView, followed: Option<&Followed>) -> Html {
    let alone = ledger.article.is_some() || articles.len() < 2;
    let columns = if articles.len() <= COLUMNS && !alone { format::chronological(articles) } else { Vec::new() };
    let counts_articles = columns.is_empty() && !alone;
    let most = view.voices.iter().map(|voice| voice.tally.n_words).max().unwrap_or(1);
    let row = |voice: &Voice| {
        let to = |article: Option<&str>| opened(ledger, &voice.key, article);
        let name = voice_name(voice);
        let mut who = vec![Link::to(to(None)).saying(name.clone())];
        if voice.kind.is_none() && voice.key != NOBODY {
            who.push(line("small", "", quoting::source_not_named()));
        }
        let said = counted(voice.tally);
        let mut cells = amounts(voice.tally, most, view.total, &to(None), &said);
        for card in &columns {
            cells.push(match tally_in(&voice.articles, card.id) {
                None => element("td", "in-article none", vec![text("·")]),
                Some(tally) => {
                    let label = quoting::voice_in(&name, &format::label(card), &counted(tally));
                    let of = tally_in(&view.articles, card.id).unwrap_or_default();
                    let link = Link { label: Some(label.into()), ..Link::to(to(Some(&card.name))) };
                    element("td", "in-article", number_and_share(link, tally.n_words, share(tally, of)))
                }
            });
        }
        if counts_articles {
            cells.push(element("td", "", vec![Link::to(to(None)).saying(counts::n_articles(voice.articles.len()))]));
        }
        let is_followed = followed.is_some_and(|followed| followed.is_entity(&voice.key));
        table_row(voice.key.clone(), who, cells, followed::class(is_followed))
    };
    let mut heads = [quoting::who_speaks(), quoting::key_of_bars(), quoting::words_quoted(), frame::quotations()].map(text).to_vec();
    heads.extend(columns.iter().map(|card| {
        Link { title: Some(format::title(card).into()), ..Link::to(Place::read(&card.name).fragment()) }.saying(format::label(card))
    }));
    heads.extend(counts_articles.then(|| text(quoting::in_which())));
    table(quoting::voices_caption(), heads, view.voices.iter().map(row).collect())
}

/// The table of one voice: a row for each article, as a share of what that article quotes.
pub fn voice_articles(articles: &[ArticleCard], ledger: &Ledger, view: &LedgerView, voice: &Voice) -> Html {
    let row = |(id, tally): &(DocumentId, Tally)| {
        let card = articles.get(id.index())?;
        let of = tally_in(&view.articles, *id).unwrap_or_default();
        let to = opened(ledger, &voice.key, Some(&card.name));
        let said = quoting::share_of_article(&format::percent(share(*tally, of)));
        let current = (ledger.article.as_ref() == Some(&card.name)).then_some("true");
        let who = Link { current, ..Link::to(to.clone()) }.saying(format::label(card));
        Some(table_row(card.name.clone(), vec![who], amounts(*tally, of.n_words, of, &to, &said), None))
    };
    let hidden = voice.articles.len().saturating_sub(SHOWN_ARTICLES);
    let heads = [tables::article(), quoting::share_head(), quoting::words_quoted(), frame::quotations()].map(text).to_vec();
    let rows = voice.articles.iter().take(SHOWN_ARTICLES).filter_map(row).collect();
    let table = table(quoting::voice_caption(), heads, rows);
    let more = quoting::other_articles_in_table(hidden);
    element("div", "of-one", vec![table, if hidden > 0 { line("p", "absent", more) } else { Html::default() }])
}

fn table(caption: &'static str, heads: Vec<Html>, rows: Vec<Html>) -> Html {
    let head = |(at, head): (usize, Html)| {
        let class = match at {
            1 => "drawn",
            0 | 2 | 3 => "",
            _ => "in-article",
        };
        html! { <th scope="col" {class}>{ head }</th> }
    };
    html! {
        <div class="voice-frame" tabindex="0" role="group" aria-label={caption}>
            <table class="voices"><caption class="visually-hidden">{ caption }</caption><thead><tr>{ for heads.into_iter().enumerate().map(head) }</tr></thead><tbody>{ for rows }</tbody></table>
        </div>
    }
}

fn table_row(key: String, who: Vec<Html>, cells: Vec<Html>, class: Option<&'static str>) -> Html {
    html! { <tr {key} {class} aria-current={class.map(|_| "true")}><th scope="row">{ for who }</th>{ for cells }</tr> }
}

/// Bar, words with their share, quotations.
fn amounts(tally: Tally, most: u32, of: Tally, to: &AttrValue, said: &str) -> Vec<Html> {
    vec![
        element("td", "drawn", vec![bar(tally, most.max(1), said)]),
        element("td", "", number_and_share(Link::to(to.clone()), tally.n_words, share(tally, of))),
        element("td", "", vec![Link::to(to.clone()).saying(format::number(tally.n_quotes as usize))]),
    ]
}

fn number_and_share(link: Link, n: u32, share: f32) -> Vec<Html> {
    vec![link.saying(format::number(n as usize)), line("small", "", format::percent(share))]
}

/// The ledger opened on a voice and an article, as else it is set.
fn opened(ledger: &Ledger, voice: &str, article: Option<&str>) -> AttrValue {
    ledger.changed(&|ledger| {
        ledger.voice = Some(voice.to_owned());
        if let Some(article) = article {
            ledger.article = Some(article.to_owned());
        }
    })
}

fn tally_in(articles: &[(DocumentId, Tally)], id: DocumentId) -> Option<Tally> {
    articles.iter().find(|(one, _)| *one == id).map(|(_, tally)| *tally)
}

/// The share of the words of one count in another.
fn share(tally: Tally, of: Tally) -> f32 {
    tally.n_words as f32 / of.n_words.max(1) as f32
}

/// `103 mots, 4 citations, dont 12 mots d’attribution incertaine`.
pub fn counted(tally: Tally) -> String {
    quoting::counted(tally.n_words as usize, tally.n_quotes as usize, tally.n_uncertain as usize)
}

/// A bar as long as the words of `most`: what is sure is full, what is not is drawn as an outline.
fn bar(tally: Tally, most: u32, said: &str) -> Html {
    let long = |n: u32| u64::from(n) * 1_000 / u64::from(most);
    let (sure, all) = (long(tally.n_words - tally.n_uncertain), long(tally.n_words).max(4));
    let rest = all.saturating_sub(sure).max(4);
    html! {
        <svg class="bar" viewBox="0 0 1004 12" preserveAspectRatio="none" width="100%" height="12" role="img" aria-label={said.to_owned()}>
            <path class="sure" d={format!("M0 2h{sure}v8h-{sure}z")} />
            if tally.n_uncertain > 0 { <path class="unsure" d={format!("M{sure} 2h{rest}v8h-{rest}z")} /> }
        </svg>
    }
}
