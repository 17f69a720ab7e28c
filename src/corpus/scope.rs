//! Which lines of a page of HTML are outside the article, by the elements they stand in.
//!
//! Elements and classes are believed as long as enough text is left: a class is a word somebody chose, and whole articles
//! stand in elements called `sidebar` or `form`.

use super::lines::{Hint, Line};

/// What the elements around a stretch of text say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Context {
    pub hint: Hint,
    /// Furniture by the name of its element: navigation, footer, form.
    pub by_element: bool,
    /// The innermost element that its class calls furniture, from 1; classes may lie.
    pub group: usize,
    /// Links to other articles, by class.
    pub related: bool,
    pub link: bool,
    pub item: bool,
    /// Number of the outermost `article` element, from 1.
    pub article: u32,
    pub main: bool,
}

/// Only lines of some length weigh: menus have many short ones.
fn weight(line: &Line<'_>) -> usize {
    if line.n_chars >= 80 { line.n_chars } else { 0 }
}

/// Decides what is furniture, now that all text is known: what elements and classes say counts as long as enough text
/// is left.
pub(super) fn judge(lines: &mut [Line<'_>], contexts: &[Context], groups: &[usize], n_articles: u32) {
    let sum = |keep: &dyn Fn(&Context) -> bool| -> usize {
        lines.iter().zip(contexts).filter(|(_, c)| keep(c)).map(|(line, _)| weight(line)).sum()
    };
    let all = sum(&|c| !c.by_element);
    let furniture = furniture_groups(lines, contexts, groups, all);
    let best = (1..=n_articles.min(200)).map(|n| (sum(&|c| c.article == n), n)).max().filter(|(n, _)| n * 10 >= all * 4);
    let main_holds = sum(&|c| c.main) * 10 >= all * 4 && all > 0;
    let is_outside = |c: &Context| best.is_some_and(|(_, n)| c.article != n) || best.is_none() && main_holds && !c.main;
    let is_furniture = |c: &Context| c.by_element || furniture[c.group];
    let inner_title = lines.iter().zip(contexts).any(|(line, c)| line.hint == Hint::Title && !is_outside(c) && !is_furniture(c));
    let any_title = lines.iter().any(|line| line.hint == Hint::Title);
    for (line, context) in lines.iter_mut().zip(contexts) {
        let outside = is_outside(context);
        match line.hint {
            // Without a heading, the title of the window is as good a guess as any line.
            Hint::Markup if !any_title => line.hint = Hint::None,
            Hint::Markup => {}
            Hint::Title if inner_title && (outside || is_furniture(context)) => line.hint = Hint::Furniture,
            Hint::Title => {}
            // Names and dates often stand in a header beside the article.
            Hint::Byline | Hint::Date | Hint::Lead if outside && context.article == 0 && !is_furniture(context) => {}
            _ if context.related && furniture[context.group] => line.hint = Hint::Related,
            _ if outside || is_furniture(context) => line.hint = Hint::Furniture,
            Hint::Related if !context.related && !context.item && line.n_chars > 250 => line.hint = Hint::None,
            _ => {}
        }
    }
}

/// Which groups are furniture: those that hold less than half of the text, and what lies in one. Group 0 is none.
fn furniture_groups(lines: &[Line<'_>], contexts: &[Context], groups: &[usize], all: usize) -> Vec<bool> {
    let mut held = vec![0; groups.len() + 1];
    for (line, context) in lines.iter().zip(contexts).filter(|(_, c)| !c.by_element) {
        held[context.group] += weight(line);
    }
    for (group, &around) in groups.iter().enumerate().rev() {
        held[around] += held[group + 1];
    }
    let mut furniture = vec![false; groups.len() + 1];
    for (group, &around) in groups.iter().enumerate() {
        furniture[group + 1] = held[group + 1] * 2 < all.max(1) || furniture[around];
    }
    furniture
}
