//! The words that are one article's or outlet's own: all parts at a glance, and one of them in full.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::{Answer, Choice, Doubt, Form, Grouping, Kept, KeyPart, KeyWord, Keyness, Measure, Parting};
use crate::protocol::{ArticleCard, Overview};
use crate::ui::across::{Across, Words};
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
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
            if found.is_none() && answer.failure.is_none() { <p class="status" role="status" aria-busy="true">{ "Un instant\u{a0}: le moteur complet compte les mots." }</p> }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
            if let Some(found) = found {
                <p class="in-words" role="status">{ page.sentence(&found) }</p>
                { page.chosen(&found) }
                { page.parts(&found) }
                { sheet_offers(&explorer, "mots propres", &TABLES, &request, &said) }
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
            Parting::Outlet if part.name.is_empty() => "média inconnu".to_owned(),
            Parting::Outlet => part.name.clone(),
        }
    }

    /// One and several of what is counted, and none of it.
    fn unit(&self) -> [String; 3] {
        match self.words.length {
            1 => ["mot", "mots", "Aucun mot"].map(str::to_owned),
            n => [format!("suite de {n}\u{a0}mots"), format!("suites de {n}\u{a0}mots"), format!("Aucune suite de {n}\u{a0}mots")],
        }
    }

    /// What the tables show.
    fn sentence(&self, found: &Keyness) -> String {
        let (one, many) = match self.words.parting {
            Parting::Article => ("article", "articles"),
            Parting::Outlet => ("média", "médias"),
        };
        if found.n_parts < 2 {
            return format!("Il n’y a qu’un {one}\u{a0}: ses mots ne se comparent à rien.");
        }
        if let Some(part) = self.chosen_of(found) {
            return self.sentence_of(part);
        }
        let [unit, units, none] = self.unit();
        let own: Vec<&KeyPart> = found.parts.iter().filter(|part| part.n_over > 0).collect();
        let n_over: u32 = own.iter().map(|part| part.n_over).sum();
        let strongest = own.iter().filter_map(|part| Some((*part, part.over.first()?))).max_by_key(|(_, word)| word.specificity);
        let Some((part, word)) = strongest else {
            return format!("{none} ne revient assez souvent dans un {one} et pas dans les autres pour que le hasard soit exclu.");
        };
        format!(
            "{} {} plus souvent dans un {one} que dans les autres sans que le hasard l’explique, dans {} sur {}\u{a0}; d’abord «\u{a0}{}\u{a0}» ({}), {} ici et {} ailleurs.",
            format::count(n_over as usize, &unit, &units),
            if n_over == 1 { "revient" } else { "reviennent" },
            format::count(own.len(), one, many),
            format::number(found.n_parts as usize),
            word.shown,
            self.label(part),
            format::number(word.n_here as usize),
            format::number(word.n_elsewhere as usize),
        )
    }

    fn sentence_of(&self, part: &KeyPart) -> String {
        let (label, [unit, units, none]) = (self.label(part), self.unit());
        if part.n_other_words == 0 {
            return format!("{label} est seul dans sa langue\u{a0}: ses mots ne se comparent à rien.");
        }
        let side = |n: u32, words: &[KeyWord], how: &str| {
            let first = words.first().filter(|_| n > 0).map(|word| {
                let (here, there) = (format::number(word.n_here as usize), format::number(word.n_elsewhere as usize));
                format!(", d’abord «\u{a0}{}\u{a0}» ({here} ici, {there} ailleurs)", word.shown)
            });
            let verb = if n < 2 { "revient" } else { "reviennent" };
            match n {
                0 => format!("{none} n’y revient {how} souvent sans que le hasard puisse l’expliquer"),
                n => format!("{} y {verb} {how} souvent{}", format::count(n as usize, &unit, &units), first.unwrap_or_default()),
            }
        };
        let n_doubtful = part.over.iter().chain(&part.under).filter(|word| word.doubt == Doubt::Possible).count();
        let doubtful = match n_doubtful {
            0 => String::new(),
            1 => " Un écart de plus est peut-être du hasard.".to_owned(),
            n => format!(" {} écarts de plus sont peut-être du hasard.", format::number(n)),
        };
        format!(
            "{label}, {} contre {} ailleurs. {}. {}.{doubtful}",
            format::count(part.n_words as usize, &unit, &units),
            format::number(part.n_other_words as usize),
            side(part.n_over, &part.over, "plus"),
            side(part.n_under, &part.under, "moins"),
        )
    }

    fn chosen_of<'f>(&self, found: &'f Keyness) -> Option<&'f KeyPart> {
        found.parts.iter().find(|part| self.words.chosen.as_ref() == Some(&part.name))
    }

    fn settings(&self) -> Html {
        let choice = |words: &'static str, made: bool, to: String| {
            html! { <li><a href={to} aria-current={made.then_some("true")}>{ words }</a></li> }
        };
        let group = |name: &'static str, items: Vec<Html>| {
            html! { <div class="choices" role="group" aria-label={name}><span aria-hidden="true">{ name }</span><ul>{ for items }</ul></div> }
        };
        let Words { parting, length, kept, measure, .. } = *self.words;
        let by = |words, wanted| {
            let to = self.to(&|words| (words.parting, words.chosen) = (wanted, None));
            choice(words, parting == wanted, to)
        };
        let run = |words, wanted| choice(words, length == wanted, self.to(&|words| words.length = wanted));
        let grammar = |words, wanted| choice(words, kept == wanted, self.to(&|words| words.kept = wanted));
        let order = |words, wanted| choice(words, measure == wanted, self.to(&|words| words.measure = wanted));
        html! {
            <div class="settings">
                { group("Par", vec![by("article", Parting::Article), by("média", Parting::Outlet)]) }
                { group("Suites de", vec![run("1\u{a0}mot", 1), run("2\u{a0}mots", 2), run("3\u{a0}mots", 3)]) }
                { group("Mots-outils", vec![grammar("cachés", Kept::Content), grammar("montrés", Kept::All)]) }
                { group("Tri", vec![order("spécificité", Measure::Specificity), order("log-vraisemblance", Measure::Likelihood)]) }
            </div>
        }
    }

    /// The chosen part in full.
    fn chosen(&self, found: &Keyness) -> Html {
        let Some(part) = self.chosen_of(found) else {
            let lost =
                self.words.chosen.as_ref().map(|name| format!("«\u{a0}{name}\u{a0}» n’est pas dans ce corpus, ou pas à cette date."));
            return html! { if let Some(lost) = lost { <p class="notice" role="alert">{ lost }</p> } };
        };
        let unit = format::capital(&self.unit()[0]);
        let list = |title: &'static str, words: &[KeyWord], none: &'static str| {
            let heads = [&*unit, "Ici", "Ailleurs", "Articles", "Spécificité", "Log-vrais."];
            let rows = words.iter().map(|word| self.word(part, word)).collect();
            html! {
                <section>
                    <h3>{ title }</h3>
                    if words.is_empty() { <p class="absent">{ none }</p> } else { { figure_table(title.to_owned(), &heads, rows) } }
                </section>
            }
        };
        html! {
            <section class="key-part" aria-labelledby="key-part">
                <h2 id="key-part">{ self.label(part) }{ " " }<a class="close-part" href={self.to(&|words| words.chosen = None)}>{ "Fermer" }</a></h2>
                <div class="columns">
                    { list("Plus souvent qu’ailleurs", &part.over, "Rien de plus que ce que ferait le hasard.") }
                    { list("Moins souvent qu’ailleurs", &part.under, "Rien de moins que ce que ferait le hasard.") }
                </div>
                <p class="absent in-words">{ EXPLAINED }</p>
            </section>
        }
    }

    /// One word: it opens its lines, its count those of the part.
    fn word(&self, part: &KeyPart, word: &KeyWord) -> Html {
        let count = |n: u32, to: Option<String>| figure(format::number(n as usize), to.filter(|_| n > 0), "");
        let doubt = if word.doubt == Doubt::Possible { " hasard\u{a0}?" } else { "" };
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
                    <th scope="row"><a href={self.to(&|words| words.chosen = Some(part.name.clone()))} aria-current={is_open.then_some("true")}>{ name }</a><small>{ format::count(part.n_words as usize, "mot", "mots") }</small></th>
                    <td data-label="Plus souvent">{ self.leading(part, &part.over, part.n_over) }</td>
                    <td data-label="Moins souvent">{ self.leading(part, &part.under, part.n_under) }</td>
                </tr>
            }
        };
        let n_hidden = (found.n_parts as usize).saturating_sub(found.parts.len());
        let caption = "Les mots de chaque partie que le hasard n’explique pas, et ceux qu’il explique peut-être";
        html! {
            <section>
                <h2>{ match self.words.parting { Parting::Article => "Article par article", Parting::Outlet => "Média par média" } }</h2>
                <table class="key-parts">
                    <caption class="visually-hidden">{ caption }</caption>
                    <thead><tr><th scope="col">{ match self.words.parting { Parting::Article => "Article", Parting::Outlet => "Média" } }</th><th scope="col">{ "Plus souvent qu’ailleurs" }</th><th scope="col">{ "Moins souvent qu’ailleurs" }</th></tr></thead>
                    <tbody>{ for found.parts.iter().map(entry) }</tbody>
                </table>
                if n_hidden > 0 { <p class="absent">{ format!("Sans les {} plus courts\u{a0}; le CSV les a tous.", format::number(n_hidden)) }</p> }
            </section>
        }
    }

    /// The first words of one side; those that may be chance behind the others, and marked.
    fn leading(&self, part: &KeyPart, words: &[KeyWord], n_sure: u32) -> Html {
        if part.n_other_words == 0 {
            return html! { <span class="absent">{ "seul dans sa langue" }</span> };
        }
        if words.is_empty() {
            return html! { <><span aria-hidden="true">{ "·" }</span><span class="visually-hidden">{ "rien" }</span></> };
        }
        let word = |word: &KeyWord| {
            let class = if word.doubt == Doubt::Possible { "key-word doubtful" } else { "key-word" };
            html! {
                <li key={word.word.clone()}>
                    <a {class} lang={part.language.clone()} href={everywhere(word)}>{ &word.shown }</a>
                    <small>{ format!("{}/{}", format::number(word.n_here as usize), format::number((word.n_here + word.n_elsewhere) as usize)) }if word.doubt == Doubt::Possible { { " hasard\u{a0}?" } }</small>
                </li>
            }
        };
        let shown = crate::concordance::LEADING.min(words.len());
        let more = (n_sure as usize).saturating_sub(shown);
        html! {
            <>
                <ul>{ for words[..shown].iter().map(word) }</ul>
                if more > 0 { <a href={self.to(&|words| words.chosen = Some(part.name.clone()))}>{ format!("et {} de plus", format::number(more)) }</a> }
            </>
        }
    }
}

/// What the measures mean.
const EXPLAINED: &str = "Spécificité (Lafon 1980)\u{a0}: à 3, le hasard ferait autant une fois sur mille. Log-vraisemblance (Dunning 1993). \
    Sans marque, le hasard est exclu\u{a0}: il n’explique qu’un sur vingt de ces écarts au plus, tous les mots comparés ensemble (Tarone 1990, Gilbert 2005). \
    «\u{a0}hasard\u{a0}?\u{a0}»\u{a0}: improbable pour ce mot seul, mais on en compare beaucoup. Un mot compte s’il est dans deux phrases au moins, et contre les articles de la même langue.";

fn quoted(word: &KeyWord) -> String {
    format!("\"{}\"", word.word)
}

fn everywhere(word: &KeyWord) -> String {
    Tool::default().over(&quoted(word))
}
