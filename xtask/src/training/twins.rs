//! Plain twins of a page of HTML: what people keep of it who copy it, print it or have it fetched by a program.

use recoupe::corpus::training::samples;

use super::page::{Form, Page, Truth, number};
use super::truth::stripped;

/// A block of so many characters is a paragraph to the program that copies it.
const PARAGRAPH: usize = 120;
/// Lines that a selection by hand takes along before and after the article.
const BEFORE: u64 = 8;
const AFTER: u64 = 30;

/// The twin of `page` in `form`, its truth carried over.
pub fn twin(page: &Page, form: Form) -> Page {
    let lines = samples(&page.text);
    let blocks: Vec<(String, Truth)> = lines
        .iter()
        .map(|line| {
            let text = stripped(&page.text[line.span.range()]).split_whitespace().collect::<Vec<_>>().join(" ");
            (text, page.truth[line.span.start as usize])
        })
        .filter(|(text, _)| !text.is_empty())
        .collect();
    let chance = number(&page.name);
    let kept = match form {
        Form::Selected => blocks[selected(&blocks, chance)].to_vec(),
        Form::Brief => brief(&blocks, chance),
        Form::BriefLines => brief(&blocks, number(&format!("{} again", page.name))),
        _ => blocks,
    };
    let width = 60 + usize::try_from(chance % 40).unwrap_or(0);
    let mut twin = Page { name: page.name.clone(), form, text: String::new(), truth: Vec::new(), forgotten: 0 };
    let mut last = "";
    for (text, truth) in &kept {
        let long = |text: &str| text.chars().count() >= PARAGRAPH;
        let between = match form {
            _ if twin.text.is_empty() => "",
            Form::Html | Form::Marked | Form::Lines | Form::BriefLines => "\n",
            Form::Blanks | Form::Wrapped => "\n\n",
            Form::Copied | Form::Selected | Form::Brief if long(text) || long(last) => "\n\n",
            Form::Copied | Form::Selected | Form::Brief => "\n",
            Form::Flat => " ",
            Form::Spaced => "  ",
        };
        twin.text.push_str(between);
        twin.truth.resize(twin.text.len(), Truth::Unknown);
        if form == Form::Wrapped {
            wrap(text, width, &mut twin.text);
        } else {
            twin.text.push_str(text);
        }
        twin.truth.resize(twin.text.len(), *truth);
        last = text;
    }
    twin
}

/// The blocks from a little above the article to a little below it.
fn selected(blocks: &[(String, Truth)], chance: u64) -> std::ops::Range<usize> {
    let is_article = |block: &(String, Truth)| block.1 == Truth::Article;
    let first = blocks.iter().position(is_article).unwrap_or(0);
    let last = blocks.iter().rposition(is_article).unwrap_or(blocks.len().saturating_sub(1));
    let some = |most: u64, of: u64| usize::try_from(of % most).unwrap_or(0);
    first.saturating_sub(2 + some(BEFORE, chance / 64))..(last + 1 + some(AFTER, chance / 1024)).min(blocks.len())
}

/// A few blocks of the article with what lies between them, a little of what stands before and after.
fn brief(blocks: &[(String, Truth)], chance: u64) -> Vec<(String, Truth)> {
    let around = selected(blocks, chance);
    let last = blocks.iter().rposition(|block| block.1 == Truth::Article).unwrap_or(around.start);
    let most = 3 + usize::try_from(chance / 4096 % 7).unwrap_or(0);
    let mut n = 0;
    let within = blocks[around.start..=last].iter().take_while(|block| {
        n += usize::from(block.1 == Truth::Article && block.0.chars().count() >= PARAGRAPH);
        n <= most
    });
    let after = last + 1..around.end.min(last + 1 + usize::try_from(chance / 65_536 % 16).unwrap_or(0));
    within.chain(&blocks[after]).cloned().collect()
}

fn wrap(text: &str, width: usize, into: &mut String) {
    let mut n = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if n > 0 && n + 1 + length > width {
            into.push('\n');
            n = 0;
        } else if n > 0 {
            into.push(' ');
            n += 1;
        }
        into.push_str(word);
        n += length;
    }
}
