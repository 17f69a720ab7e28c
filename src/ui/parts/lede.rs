//! The opening sentences, made from what the engine found; each claim is a door to its passages.

use yew::prelude::*;

use super::byline::article_name;
use crate::compare::{Finding, Join};
use crate::entities::Entity;
use crate::id::{DocumentId, EntityId};
use crate::order::Order;
use crate::protocol::{self, ArticleCard, Overview};
use crate::ui::format::{self, capital};
use crate::ui::route::{Place, View};

/// Findings told in the opening; the rest have their place below.
const TOLD: usize = 3;
/// Names listed in one claim.
const NAMES: usize = 4;

/// The sentences, and the corpus in figures below.
pub fn lede(overview: &Overview) -> Html {
    let n = overview.articles.len();
    let n_words: u32 = overview.articles.iter().map(|card| card.n_words).sum();
    let claims = overview.findings.iter().filter_map(|finding| claim(overview, finding)).take(TOLD);
    let opening = if n == 1 {
        "Un seul article\u{a0}: rien à recouper encore.".to_owned()
    } else {
        format!("{}.", capital(&words_for(n, "article", "articles")))
    };
    let context = [
        overview.title.as_ref().map(|title| format!("«\u{a0}{title}\u{a0}»")),
        Some(format::count(n, "article", "articles")),
        Some(format::count(n_words as usize, "mot", "mots")),
        period(&overview.articles),
    ];
    html! {
        <>
            <p class="lede">{ opening }{ for claims.map(|claim| html! { <>{ " " }{ claim }</> }) }</p>
            <p class="context">{ context.into_iter().flatten().collect::<Vec<_>>().join(", ") }{ ". Chaque nom, chaque case et chaque part ouvre ses phrases." }</p>
        </>
    }
}

fn claim(overview: &Overview, finding: &Finding) -> Option<Html> {
    let n = overview.articles.len();
    match finding {
        Finding::NamedInstead { entity, document, instead } => Some(html! {
            <>{ capital(&words_for(n - 1, "article nomme", "articles nomment")) }{ " " }{ name(overview, *entity)? }{ "\u{a0}; dans la même liste de noms, " }
            { article(overview, *document)? }{ " met " }{ name(overview, *instead)? }{ " à sa place." }</>
        }),
        Finding::CommonText { document, source, share } => {
            let (a, b) = (card(overview, *document)?, card(overview, *source)?);
            let pair = Place::of(View::Compare(Some((a.name.clone(), b.name.clone()))));
            Some(html! {
                <><a href={pair.fragment()}>{ format::percent(*share) }</a>{ " du texte de " }{ article(overview, *document)? }{ " se lit aussi, " }<a href={pair.fragment()}>{ "presque mot pour mot" }</a>
                { ", dans " }{ article(overview, *source)? }{ "." }</>
            })
        }
        Finding::NamedByAll { entities } => {
            let names: Vec<Html> = entities.iter().take(NAMES).filter_map(|id| name(overview, *id)).collect();
            (!names.is_empty() && n > 1).then(|| html! { <>{ "Tous nomment " }{ list(names) }{ "." }</> })
        }
        Finding::Versions { document, start, speaker, n_articles, n_wordings, seam } => {
            let to = Place::of(View::Utterance { article: card(overview, *document)?.name.clone(), start: *start });
            let whose = speaker.and_then(|speaker| name(overview, speaker)).map(|name| html! { <>{ " de " }{ name }</> });
            Some(html! {
                <>{ "Une même parole" }{ whose }{ " se lit dans " }{ words_for(*n_articles as usize, "article", "articles") }{ ", sous " }
                <a href={to.fragment()}>{ words_for(*n_wordings as usize, "forme", "formes") }</a>
                if *seam == Join::Spliced { { "\u{a0}; l’une joint des passages éloignés" } }{ "." }</>
            })
        }
        Finding::NamedByOne { entity, document } => {
            Some(html! { <>{ "Seul " }{ article(overview, *document)? }{ " nomme " }{ name(overview, *entity)? }{ "." }</> })
        }
    }
}

fn entity(overview: &Overview, id: EntityId) -> Option<&Entity> {
    protocol::entity(&overview.entities, id)
}

fn card(overview: &Overview, id: DocumentId) -> Option<&ArticleCard> {
    overview.articles.get(id.index())
}

fn name(overview: &Overview, id: EntityId) -> Option<Html> {
    let entity = entity(overview, id)?;
    let place = Place::of(View::Entity { slug: entity.slug.clone(), article: None });
    Some(html! { <a href={place.fragment()}>{ &entity.name }</a> })
}

fn article(overview: &Overview, id: DocumentId) -> Option<Html> {
    let card = card(overview, id)?;
    Some(html! { <a href={Place::read(&card.name).fragment()}>{ article_name(card) }</a> })
}

/// `A, B et C`.
fn list(items: Vec<Html>) -> Html {
    let last = items.len().saturating_sub(1);
    let parts = items.into_iter().enumerate().map(|(at, item)| {
        let before = if at == 0 {
            ""
        } else if at == last {
            " et "
        } else {
            ", "
        };
        html! { <>{ before }{ item }</> }
    });
    html! { <>{ for parts }</> }
}

/// Small numbers in words.
fn words_for(n: usize, one: &str, many: &str) -> String {
    const WORDS: [&str; 11] = ["aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
    match WORDS.get(n) {
        Some(word) => format!("{word} {}", if n < 2 { one } else { many }),
        None => format::count(n, one, many),
    }
}

/// Months of the first and last publication.
fn period(articles: &[ArticleCard]) -> Option<String> {
    let mut months: Vec<&str> = articles.iter().filter_map(|card| card.metadata.published.as_ref()?.value.get(..7)).collect();
    months.order();
    let (first, last) = (months.first()?, months.last()?);
    let (from, to) = (format::date(first), format::date(last));
    let same_year = first.get(..4) == last.get(..4);
    Some(match from.rsplit_once(' ') {
        _ if first == last => to,
        Some((month, _)) if same_year => format!("{month} – {to}"),
        _ => format!("{from} – {to}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_words() {
        assert_eq!(capital(&words_for(5, "article", "articles")), "Cinq articles");
        assert_eq!(words_for(1, "article nomme", "articles nomment"), "un article nomme");
        assert_eq!(words_for(40, "article", "articles"), "40\u{a0}articles");
    }
}
