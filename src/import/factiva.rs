//! Factiva (Dow Jones): the page of a selection of articles as it is printed or saved.
//!
//! Each article is a `div` of class `article frArticle`, by language. In the display by fields it is a table of codes (`HD`
//! headline, `BY` byline, `PD` date, `ET` hour, `SN` source, `LP` and `TD` lead and text); in the usual display its parts
//! are `div`s in the same order, where only headline, author and paragraphs have a class of their own.

use super::cells::people;
use super::dates;
use super::press_base::Record;
use super::press_page::{self, Block};

/// The articles of an export; `None` when `raw` is none.
pub(super) fn read(raw: &str) -> Option<Vec<Record>> {
    if !raw.contains("Article\"") && !raw.contains("Article'") || !raw.contains("Headline") {
        return None;
    }
    let parts = press_page::parts(raw, |name, tag| name == "div" && is_article(tag));
    let records: Vec<Record> = parts.iter().map(|part| if part.iter().any(is_code) { of_codes(part) } else { of_blocks(part) }).collect();
    records.iter().any(|record| !record.title.is_empty()).then_some(records)
}

/// `<div class="article frArticle">`
fn is_article(tag: &str) -> bool {
    let Some(at) = tag.find("class=") else { return false };
    let class = tag[at + 6..].trim_start_matches(['"', '\'']);
    let class = class.split(['"', '\'']).next().unwrap_or_default();
    let mut words = class.split_ascii_whitespace();
    let language =
        |word: &str| word.strip_suffix("Article").is_some_and(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase()));
    words.next() == Some("article") && words.next().is_some_and(language)
}

/// The name of a field, in the display by fields.
fn is_code(block: &Block) -> bool {
    block.is_in(".index") && (2..=3).contains(&block.text.len()) && block.text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn of_codes(blocks: &[Block]) -> Record {
    let (mut record, mut code, mut hour) = (Record::default(), "", None);
    for block in blocks {
        let text = block.text.as_str();
        match code {
            _ if is_code(block) => code = text,
            "HD" => push(&mut record.title, text),
            "BY" => record.authors.extend(people(text)),
            "PD" => record.published = record.published.or_else(|| dates::iso(text)),
            "ET" => hour = hour.or_else(|| self::hour(text)),
            "SN" => push(&mut record.outlet, text),
            "LP" | "TD" => record.paragraphs.push(text.to_owned()),
            _ => {}
        }
    }
    record.published = with_hour(record.published, hour);
    record
}

fn of_blocks(blocks: &[Block]) -> Record {
    let is_title = |block: &Block| block.path.contains("Headline");
    let is_text = |block: &Block| block.is_in(".articleParagraph");
    let mut record = Record::default();
    let mut head = Vec::new();
    let mut titled = false;
    for block in blocks {
        if is_title(block) {
            push(&mut record.title, &block.text);
            titled = true;
        } else if is_text(block) {
            record.paragraphs.push(block.text.clone());
        } else if block.is_in(".author") {
            record.authors.extend(people(&block.text));
        } else if titled && record.paragraphs.is_empty() {
            head.push(block.text.as_str());
        }
    }
    // The date is followed by the hour, if it is known, and by the source.
    if let Some(place) = head.iter().position(|text| text.len() > 4 && dates::iso(text).is_some()) {
        let mut after = head[place + 1..].iter().copied().peekable();
        let hour = after.next_if(|text| hour(text).is_some()).and_then(hour);
        record.published = with_hour(dates::iso(head[place]), hour);
        record.outlet = after.next().unwrap_or_default().to_owned();
    }
    record
}

fn push(value: &mut String, text: &str) {
    if !value.is_empty() {
        value.push(' ');
    }
    // A selection may be numbered: `1) Titre`.
    let numbered = text.split_once(") ").filter(|(number, _)| number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit()));
    value.push_str(numbered.map_or(text, |(_, text)| text));
}

/// `15:32`, `03:32 PM`.
fn hour(text: &str) -> Option<String> {
    let (time, half) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    let hour = match half {
        "PM" | "pm" if hour < 12 => hour + 12,
        "AM" | "am" if hour == 12 => 0,
        _ => hour,
    };
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

fn with_hour(date: Option<String>, hour: Option<String>) -> Option<String> {
    match (date, hour) {
        (Some(date), Some(hour)) if date.len() == 10 => Some(format!("{date}T{hour}")),
        (date, _) => date,
    }
}
