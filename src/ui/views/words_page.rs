//! The words that are one article's or outlet's own: all parts at a glance, and one of them in full.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::{Answer, Choice, Doubt, Form, Grouping, Kept, KeyPart, KeyWord, Keyness, Measure, Parting};
use crate::protocol::{ArticleCard, Overview};
use crate::ui::across::{Across, Words};
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::vocabulary::{self, Counted, Side};
use crate::ui::messages::{counts, tables};
use crate::ui::parts::byline::article_name;
use crate::ui::parts::figure_table::{figure, figure_table, link, row};
use crate::ui::parts::sheet_buttons::{Said, TABLES, sheet_offers};
use crate::ui::route::{Place, View};
use crate::ui::told::later;
use crate::ui::tool::{Tool, answered};

#[derive(Properties, PartialEq)]
pub struct WordsPageProps {
    pub overview: Rc<Overview>,
    pub words: Words,
}

#[component]
pub fn WordsPage(props: &WordsPageProps) -> Html {
    let explorer = use_explorer();
    let until = explorer.place().until.clone();
    let (articles, words) = (&props.overview.articles, &props.words);
    let aside = later(articles, until.as_deref());
    let request = words.request(aside.clone(), Form::View);
    let answer = use_answer(Some(request.clone()));
    let said = use_state(Said::default);
    let found = match answered(&answer) {
        // What was answered to another setting would be called by this one's name.
        Some(Answer::Keyness(found)) if answer.is_to(&request) => Some(found),
        _ => None,
    };
    let page = Page { articles, words, until: until.as_deref() };
    let request = |form| Some(words.request(aside.clone(), form));
    html! {
        <>
            { page.settings() }
            if found.is_none() && answer.failure.is_none() { <p class="status" role="status" aria-busy="true">{ vocabulary::counting_now() }</p> }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
            if let Some(found) = found {
                <p class="in-words" role="status">{ page.sentence(&found) }</p>
                { page.chosen(&found) }
                { page.parts(&found) }
                { sheet_offers(&explorer, vocabulary::file(), &TABLES, &request, &said) }
            }
        </>
    }
}

/// What all of the page is made from.
struct Page<'p> {
    articles: &'p [ArticleCard],
    words: &'p Words,
    until: Option<&'p str>,
}

impl Page<'_> {
    fn to(&self, change: &dyn Fn(&mut Words)) -> String {
        let mut words = self.words.clone();
        change(&mut words);
        Place::of(View::Across(Across::Words(words))).with_until(self.until).fragment()
    }

    fn card(&self, part: &KeyPart) -> Option<&ArticleCard> {
        part.documents.first().and_then(|id| self.articles.get(id.index()))
    }

    /// What a part is called.
    fn label(&self, part: &KeyPart) -> String {
        match self.words.parting {
            Parting::Article => self.card(part).map_or_else(|| part.name.clone(), format::label),
            Parting::Outlet if part.name.is_empty() => vocabulary::unknown_outlet().to_owned(),
            Parting::Outlet => part.name.clone(),
        }
    }

    /// What the tables show.
    fn sentence(&self, found: &Keyness) -> String {
        let Words { parting, length, .. } = *self.words;
        if found.n_parts < 2 {
            return vocabulary::only_one_part(parting);
        }
        if let Some(part) = self.chosen_of(found) {
            return self.sentence_of(part);
        }
        let own: Vec<&KeyPart> = found.parts.iter().filter(|part| part.n_over > 0).collect();
        let n_over: u32 = own.iter().map(|part| part.n_over).sum();
        let strongest = own.iter().filter_map(|part| Some((*part, part.over.first()?))).max_by_key(|(_, word)| word.specificity);
        let Some((part, word)) = strongest else { return vocabulary::nothing_sure(length, parting) };
        let n_parts = found.n_parts as usize;
        vocabulary::own_of_all(length, parting, n_over as usize, own.len(), n_parts, &counted(word), &self.label(part))
    }

    fn sentence_of(&self, part: &KeyPart) -> String {
        let label = self.label(part);
        if part.n_other_words == 0 {
            return vocabulary::alone_in_its_language(&label);
        }
        let n_doubtful = part.over.iter().chain(&part.under).filter(|word| word.doubt == Doubt::Possible).count();
        let (over, under) = (part.over.first().map(counted), part.under.first().map(counted));
        vocabulary::own_of_one(
            self.words.length,
            &label,
            (part.n_words as usize, part.n_other_words as usize),
            (part.n_over as usize, over.as_ref()),
            (part.n_under as usize, under.as_ref()),
            n_doubtful,
        )
    }

    fn chosen_of<'f>(&self, found: &'f Keyness) -> Option<&'f KeyPart> {
        found.parts.iter().find(|part| self.words.chosen.as_ref() == Some(&part.name))
    }

    fn settings(&self) -> Html {
        let choice = |words: AttrValue, made: bool, to: String| {
            html! { <li><a href={to} aria-current={made.then_some("true")}>{ words }</a></li> }
        };
        let group = |name: &'static str, items: Vec<Html>| {
            html! { <div class="choices" role="group" aria-label={name}><span aria-hidden="true">{ name }</span><ul>{ for items }</ul></div> }
        };
        let Words { parting, length, kept, measure, .. } = *self.words;
        let by = |wanted| {
            let to = self.to(&|words| (words.parting, words.chosen) = (wanted, None));
            choice(vocabulary::part(wanted).into(), parting == wanted, to)
        };
        let run = |wanted| choice(vocabulary::run(wanted).into(), length == wanted, self.to(&|words| words.length = wanted));
        let grammar = |words: &'static str, wanted| choice(words.into(), kept == wanted, self.to(&|words| words.kept = wanted));
        let order = |words: &'static str, wanted| choice(words.into(), measure == wanted, self.to(&|words| words.measure = wanted));
        html! {
            <div class="settings">
                { group(vocabulary::by(), vec![by(Parting::Article), by(Parting::Outlet)]) }
                { group(vocabulary::runs_of(), vec![run(1), run(2), run(3)]) }
                { group(vocabulary::function_words(), vec![grammar(vocabulary::hidden(), Kept::Content), grammar(vocabulary::shown(), Kept::All)]) }
                { group(vocabulary::order(), vec![order(vocabulary::specificity(), Measure::Specificity), order(vocabulary::likelihood(), Measure::Likelihood)]) }
            </div>
        }
    }

    /// The chosen part in full.
    fn chosen(&self, found: &Keyness) -> Html {
        let Some(part) = self.chosen_of(found) else {
            let lost = self.words.chosen.as_ref().map(|name| vocabulary::not_here(name));
            return html! { if let Some(lost) = lost { <p class="notice" role="alert">{ lost }</p> } };
        };
        let unit = format::capital(&vocabulary::unit(self.words.length));
        let list = |side: Side, words: &[KeyWord]| {
            let [here, elsewhere, articles, specificity, likelihood] = vocabulary::heads();
            let heads = [&*unit, here, elsewhere, articles, specificity, likelihood];
            let title = vocabulary::than_elsewhere(side);
            let rows = words.iter().map(|word| self.word(part, word)).collect();
            html! {
                <section>
                    <h3>{ title }</h3>
                    if words.is_empty() { <p class="absent">{ vocabulary::no_more_than_chance(side) }</p> } else { { figure_table(title.to_owned(), &heads, rows) } }
                </section>
            }
        };
        html! {
            <section class="key-part" aria-labelledby="key-part">
                <h2 id="key-part">{ self.label(part) }{ " " }<a class="close-part" href={self.to(&|words| words.chosen = None)}>{ tables::close() }</a></h2>
                <div class="columns">
                    { list(Side::Over, &part.over) }
                    { list(Side::Under, &part.under) }
                </div>
                <p class="absent in-words">{ vocabulary::explained() }</p>
            </section>
        }
    }

    /// One word: it opens its lines, its count those of the part.
    fn word(&self, part: &KeyPart, word: &KeyWord) -> Html {
        let count = |n: u32, to: Option<String>| figure(format::number(n as usize), to.filter(|_| n > 0), "");
        let doubt = if word.doubt == Doubt::Possible { vocabulary::chance() } else { "" };
        let cells = vec![
            count(word.n_here, Some(self.lines(part, word))),
            count(word.n_elsewhere, Some(self.elsewhere(part, word))),
            count(word.n_documents, None),
            figure(format::tenths(word.specificity), None, doubt),
            figure(format::tenths(word.likelihood), None, ""),
        ];
        row(link(everywhere(word), html! { <span lang={part.language.clone()}>{ &word.shown }</span> }), cells)
    }

    /// The lines of a word in one part.
    fn lines(&self, part: &KeyPart, word: &KeyWord) -> String {
        let query = quoted(word);
        match self.words.parting {
            Parting::Article => Tool::lines(Choice { article: Some(part.name.clone()), ..Choice::default() }).over(&query),
            Parting::Outlet if part.name.is_empty() => Tool::default().over(&query),
            Parting::Outlet => Tool::default().over(&format!("{query} media:\"{}\"", part.name)),
        }
    }

    /// Its lines in the other parts; beside those of one article, article by article.
    fn elsewhere(&self, part: &KeyPart, word: &KeyWord) -> String {
        let query = quoted(word);
        match self.words.parting {
            Parting::Article => Tool::lines(Choice { grouping: Grouping::ByArticle, ..Choice::default() }).over(&query),
            Parting::Outlet if part.name.is_empty() => everywhere(word),
            Parting::Outlet => Tool::default().over(&format!("{query} -media:\"{}\"", part.name)),
        }
    }

    /// All parts, each with what leads.
    fn parts(&self, found: &Keyness) -> Html {
        if found.n_parts < 2 {
            return Html::default();
        }
        let entry = |part: &KeyPart| {
            let name = match (self.words.parting, self.card(part)) {
                (Parting::Article, Some(card)) => article_name(card),
                _ => html! { { self.label(part) } },
            };
            let is_open = self.words.chosen.as_ref() == Some(&part.name);
            html! {
                <tr key={format!("{}-{}", part.language, part.name)}>
                    <th scope="row"><a href={self.to(&|words| words.chosen = Some(part.name.clone()))} aria-current={is_open.then_some("true")}>{ name }</a><small>{ counts::n_words(part.n_words as usize) }</small></th>
                    <td data-label={vocabulary::how_often(Side::Over)}>{ self.leading(part, &part.over, part.n_over) }</td>
                    <td data-label={vocabulary::how_often(Side::Under)}>{ self.leading(part, &part.under, part.n_under) }</td>
                </tr>
            }
        };
        let n_hidden = (found.n_parts as usize).saturating_sub(found.parts.len());
        let caption = vocabulary::each_part();
        html! {
            <section>
                <h2>{ vocabulary::part_by_part(self.words.parting) }</h2>
                <table class="key-parts">
                    <caption class="visually-hidden">{ caption }</caption>
                    <thead><tr><th scope="col">{ format::capital(vocabulary::part(self.words.parting)) }</th><th scope="col">{ vocabulary::than_elsewhere(Side::Over) }</th><th scope="col">{ vocabulary::than_elsewhere(Side::Under) }</th></tr></thead>
                    <tbody>{ for found.parts.iter().map(entry) }</tbody>
                </table>
                if n_hidden > 0 { <p class="absent">{ vocabulary::without_the_shortest(n_hidden) }</p> }
            </section>
        }
    }

    /// The first words of one side; those that may be chance behind the others, and marked.
    fn leading(&self, part: &KeyPart, words: &[KeyWord], n_sure: u32) -> Html {
        if part.n_other_words == 0 {
            return html! { <span class="absent">{ vocabulary::alone_in_language() }</span> };
        }
        if words.is_empty() {
            return html! { <><span aria-hidden="true">{ "·" }</span><span class="visually-hidden">{ tables::nothing() }</span></> };
        }
        let word = |word: &KeyWord| {
            let class = classes!("key-word", (word.doubt == Doubt::Possible).then_some("doubtful"));
            html! {
                <li key={word.word.clone()}>
                    <a {class} lang={part.language.clone()} href={everywhere(word)}>{ &word.shown }</a>
                    <small>{ format!("{}/{}", format::number(word.n_here as usize), format::number((word.n_here + word.n_elsewhere) as usize)) }if word.doubt == Doubt::Possible { { vocabulary::chance() } }</small>
                </li>
            }
        };
        let shown = crate::concordance::LEADING.min(words.len());
        let more = (n_sure as usize).saturating_sub(shown);
        html! {
            <>
                <ul>{ for words[..shown].iter().map(word) }</ul>
                if more > 0 { <a href={self.to(&|words| words.chosen = Some(part.name.clone()))}>{ vocabulary::and_more(more) }</a> }
            </>
        }
    }
}

fn counted(word: &KeyWord) -> Counted<'_> {
    Counted { shown: &word.shown, here: word.n_here, elsewhere: word.n_elsewhere }
}

fn quoted(word: &KeyWord) -> String {
    format!("\"{}\"", word.word)
}

fn everywhere(word: &KeyWord) -> String {
    Tool::default().over(&quoted(word))
}
