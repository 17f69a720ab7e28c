//! Which lines of a page of HTML are outside the article, by the elements they stand in.
//!
//! Elements and classes are believed as long as enough text is left: a class is a word somebody chose, and whole articles
//! stand in elements called `sidebar` or `form`.

use super::lines::{End, Hint, Line, Marks};

/// What the elements around a stretch of text say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Context {
    pub hint: Hint,
    /// Furniture by the name of its element: navigation, footer, form.
    pub by_element: bool,
    /// The innermost element whose class says anything, from 1; classes may lie.
    pub group: usize,
    /// Links to other articles, by class.
    pub related: bool,
    pub link: bool,
    pub item: bool,
    /// Number of the outermost `article` element, from 1.
    pub article: u32,
    pub main: bool,
    /// Number of the innermost table, from 1.
    pub table: u32,
    pub paragraph: bool,
    /// Numbers of the innermost block element, of the one around it, and of the one around that.
    pub blocks: [u32; 3],
}

/// An element whose class says something of all that it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// The group around it, or 0.
    pub around: usize,
    pub claim: Claim,
}

/// What a class says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// Furniture, by this word.
    Furniture(&'static str),
    /// The text of the article.
    Text,
    /// Names, a date, a caption: things that are short.
    Short(Hint),
}

/// Only lines of some length weigh: menus have many short ones.
fn weight(line: &Line<'_>) -> usize {
    if line.n_chars >= 80 { line.n_chars } else { 0 }
}

/// Decides what is furniture, now that all text is known: what elements and classes say counts as long as enough text
/// is left.
pub(super) fn judge(lines: &mut [Line<'_>], contexts: &[Context], groups: &[Group], n_articles: u32) {
    let sum = |keep: &dyn Fn(&Context) -> bool| -> usize {
        lines.iter().zip(contexts).filter(|(_, c)| keep(c)).map(|(line, _)| weight(line)).sum()
    };
    let all = sum(&|c| !c.by_element);
    let verdicts = verdicts(lines, contexts, groups, all);
    let best = (1..=n_articles.min(200)).map(|n| (sum(&|c| c.article == n), n)).max().filter(|(n, _)| n * 10 >= all * 4);
    let main_holds = sum(&|c| c.main) * 10 >= all * 4 && all > 0;
    let is_outside = |c: &Context| best.is_some_and(|(_, n)| c.article != n) || best.is_none() && main_holds && !c.main;
    let is_furniture = |c: &Context| c.by_element || verdicts[c.group].furniture;
    let inside: Vec<bool> = contexts.iter().map(|c| !is_outside(c) && !is_furniture(c)).collect();
    mark(lines, contexts, |context| Marks {
        linked: 0,
        paragraph: context.paragraph,
        item: context.item,
        text: is_text(groups, context.group),
        by_element: context.by_element,
        by_class: verdicts[context.group].furniture,
        outside: is_outside(context),
        shares: [0; 3],
    });
    choose_title(lines, &inside);
    mark_cells(lines, contexts, &inside);
    let inner_title = lines.iter().zip(&inside).any(|(line, inside)| line.hint == Hint::Title && *inside);
    let any_title = lines.iter().any(|line| line.hint == Hint::Title);
    // A window's title of a few words may name the house alone: not where a line above the text may be the title.
    let first = lines.iter().zip(&inside).position(|(line, inside)| *inside && line.n_chars >= 100).unwrap_or(0);
    let could = |line: &Line<'_>| line.hint == Hint::None && (5..=25).contains(&line.words.len()) && line.end == End::Open;
    let brief = lines.iter().any(|line| line.hint == Hint::Markup && (1..=5).contains(&line.words.len()));
    let other_title = brief && lines[..first].iter().zip(&inside).any(|(line, inside)| *inside && could(line));
    for (line, context) in lines.iter_mut().zip(contexts) {
        let outside = is_outside(context);
        let short = matches!(line.hint, Hint::Byline | Hint::Date | Hint::Credit | Hint::Caption | Hint::Lead);
        if short && verdicts[context.group].not_short {
            line.hint = if context.item { Hint::Item } else { Hint::None };
        }
        match line.hint {
            // Without a heading, the title of the window is as good a guess as any line.
            Hint::Markup if !any_title && !other_title => line.hint = Hint::None,
            Hint::Markup => {}
            Hint::Title if inner_title && (outside || is_furniture(context)) => line.hint = Hint::Furniture,
            Hint::Title => {}
            // Names and dates often stand in a header beside the article.
            Hint::Byline | Hint::Date | Hint::Lead if outside && context.article == 0 && !is_furniture(context) => {}
            _ if context.related && verdicts[context.group].furniture => line.hint = Hint::Related,
            _ if outside || is_furniture(context) => line.hint = Hint::Furniture,
            Hint::Related if !context.related && !context.item && line.n_chars > 250 => line.hint = Hint::None,
            _ => {}
        }
    }
}

/// Notes what the elements around each line say, with the shares of the page's prose that stand beside it.
fn mark(lines: &mut [Line<'_>], contexts: &[Context], marks_of: impl Fn(&Context) -> Marks) {
    let n_blocks = contexts.iter().flat_map(|context| context.blocks).max().unwrap_or(0) as usize + 1;
    let mut held = vec![[0; 3]; n_blocks];
    for (line, context) in lines.iter().zip(contexts) {
        (0..3).for_each(|level| held[context.blocks[level] as usize][level] += weight(line));
    }
    let all = lines.iter().map(weight).sum::<usize>().max(1);
    for (line, context) in lines.iter_mut().zip(contexts) {
        let share = |level: usize| u8::try_from(1 + held[context.blocks[level] as usize][level] * 100 / all).unwrap_or(u8::MAX);
        line.marks = Marks { linked: line.marks.linked, shares: [share(0), share(1), share(2)], ..marks_of(context) };
    }
}

/// True when a group, or one around it, says that it is the text.
fn is_text(groups: &[Group], group: usize) -> bool {
    std::iter::successors(group.checked_sub(1), |at| groups[*at].around.checked_sub(1))
        .take(DEEPEST)
        .any(|at| groups[at].claim == Claim::Text)
}

/// So many groups around a line are asked.
const DEEPEST: usize = 40;

/// The line that says the same as the window's title is the article's; a heading of the first rank may be the name of the
/// house, or belong to a form beside the article.
fn choose_title(lines: &mut [Line<'_>], inside: &[bool]) {
    let Some(window) = lines.iter().find(|line| line.hint == Hint::Markup && line.words.len() >= 4).map(|line| line.words.clone()) else {
        return;
    };
    let can = |line: &Line<'_>| match line.hint {
        Hint::Title => true,
        Hint::None | Hint::Heading => line.words.len() * 5 >= window.len() * 2 && line.n_chars <= 300,
        _ => false,
    };
    let same = |i: &usize| inside[*i] && can(&lines[*i]) && says_same(&lines[*i].words, &window);
    let found = (0..lines.len()).find(|i| lines[*i].hint == Hint::Title && same(i)).or_else(|| (0..lines.len()).find(same));
    // A title stands above its article: most of the text comes after it.
    let text = |lines: &[Line<'_>]| lines.iter().zip(inside).filter(|(_, inside)| **inside).map(|(line, _)| weight(line)).sum::<usize>();
    let Some(chosen) = found.filter(|&at| text(&lines[..at]) * 2 <= text(lines)) else { return };
    let title = lines[chosen].words.clone();
    for (i, line) in lines.iter_mut().enumerate() {
        if i == chosen {
            line.hint = Hint::Title;
        } else if i.abs_diff(chosen) == 1
            && inside[i]
            && line.words.len() >= 3
            && line.words != title
            && matches!(line.hint, Hint::None | Hint::Heading)
            && line.words.iter().all(|word| window.contains(word))
        {
            // The title goes on in a line of its own.
            line.hint = Hint::Title;
        } else if line.hint == Hint::Title && line.words != window {
            line.hint = if i < chosen && line.words.len() <= 4 { Hint::Furniture } else { Hint::Heading };
        }
    }
}

/// True when nearly all words of the shorter line, of four or more, stand in the longer one.
fn says_same(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let n = short.iter().take(60).filter(|word| long.contains(word)).count();
    short.len() >= 4 && n * 5 >= short.len().min(60) * 4
}

/// Short cells of a table with figures are part of the article; a table that sets out the page holds other things.
fn mark_cells(lines: &mut [Line<'_>], contexts: &[Context], inside: &[bool]) {
    let mut at = 0;
    while at < lines.len() {
        let table = contexts[at].table;
        let end = (at..lines.len()).find(|&i| contexts[i].table != table).unwrap_or(lines.len());
        let cells = &mut lines[at..end];
        let figures = cells.iter().filter(|line| line.n_chars <= 20 && line.text.contains(|c: char| c.is_ascii_digit())).count();
        let plain = cells.iter().all(|line| line.n_chars <= 80 && matches!(line.hint, Hint::None | Hint::Item));
        if table > 0 && cells.len() >= 4 && plain && figures * 4 >= cells.len() && inside[at] {
            cells.iter_mut().for_each(|line| line.hint = Hint::Cell);
        }
        at = end;
    }
}

/// What is believed of a group.
#[derive(Clone, Copy, Debug, Default)]
struct Verdict {
    furniture: bool,
    /// It holds too much to be what its class says.
    not_short: bool,
}

/// Which groups are furniture: those that hold less than half of the text, and what lies in one. Group 0 is none.
fn verdicts(lines: &[Line<'_>], contexts: &[Context], groups: &[Group], all: usize) -> Vec<Verdict> {
    let mut held = vec![0; groups.len() + 1];
    let mut chars = vec![0; groups.len() + 1];
    for (line, context) in lines.iter().zip(contexts).filter(|(_, c)| !c.by_element) {
        held[context.group] += weight(line);
        chars[context.group] += line.n_chars;
    }
    for (group, Group { around, .. }) in groups.iter().enumerate().rev() {
        held[*around] += held[group + 1];
        chars[*around] += chars[group + 1];
    }
    // A word that stands on nearly all elements of a page, each of them small, says nothing there.
    let mut by_word: Vec<(&str, usize, usize)> = Vec::new();
    for (group, known) in groups.iter().enumerate() {
        let (Claim::Furniture(word), true) = (known.claim, held[group + 1] > 0) else { continue };
        if known.around > 0 && is_same_word(groups[known.around - 1].claim, word) {
            continue;
        }
        match by_word.iter_mut().find(|(other, ..)| *other == word) {
            Some((_, sum, most)) => (*sum, *most) = (*sum + held[group + 1], (*most).max(held[group + 1])),
            None => by_word.push((word, held[group + 1], held[group + 1])),
        }
    }
    let everywhere = |word: &str| {
        let found = by_word.iter().find(|(other, ..)| *other == word);
        !is_of_readers(word) && found.is_some_and(|(_, sum, most)| sum * 2 >= all && most * 2 < all)
    };
    let mut found = vec![Verdict::default(); groups.len() + 1];
    for (group, &Group { around, claim }) in groups.iter().enumerate() {
        let (above, held) = (found[around], held[group + 1]);
        found[group + 1] = match claim {
            Claim::Furniture(word) => {
                let acquitted = around > 0 && !above.furniture && is_same_word(groups[around - 1].claim, word);
                let share = if is_of_readers(word) { COMMENTS } else { 50 };
                let furniture = above.furniture || !acquitted && held * 100 < all.max(1) * share && !everywhere(word);
                Verdict { furniture, ..above }
            }
            Claim::Text => Verdict { furniture: above.furniture && held * 100 < all.max(1) * TEXT, ..above },
            Claim::Short(hint) => Verdict { not_short: above.not_short || chars[group + 1] > longest(hint), ..above },
        };
    }
    found
}

/// Readers may write more than the author: their comments are furniture up to this share of the text, in percent.
const COMMENTS: usize = 85;
/// An element that says it is the text, and holds this share of all text, is believed before the elements around it.
const TEXT: usize = 25;

fn is_of_readers(word: &str) -> bool {
    word.starts_with("comment")
}

/// True for `comments` around `comment`.
fn is_same_word(claim: Claim, word: &str) -> bool {
    matches!(claim, Claim::Furniture(other) if other.get(..3) == word.get(..3))
}

/// More characters than these are no names, no date, no caption, no lead, however they are called.
fn longest(hint: Hint) -> usize {
    match hint {
        Hint::Date => 250,
        Hint::Byline | Hint::Credit => 600,
        Hint::Caption => 1_500,
        _ => 2_500,
    }
}
