//! JSON as a table: a list of objects, an object that holds one, or one object a line.
//!
//! Objects within are flattened (`source.name`), lists become one cell: paragraphs stay paragraphs, short values are parted
//! by `;`. Keys are columns in the order in which they are met.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::Refusal;
use super::column_names::is_known;
use super::rows::{Grid, LeftOut, Row, Unit};
use crate::order::Order;
use crate::say;

/// More columns than any table of articles has: further keys of hostile records are left aside.
const WIDEST: usize = 200;
/// Items of a list that are longer than this, in bytes, are paragraphs.
const PARAGRAPH: usize = 80;
/// How deep a list of records may lie: `{"response": {"docs": [` is two.
const DEEPEST: usize = 4;

/// Reads a file of JSON; `None` when neither its name nor its beginning says that it is one.
///
/// # Errors
/// When it is JSON by its name and cannot be read at all.
pub(super) fn read(name: &str, text: &str) -> Result<Option<Grid>, Refusal> {
    let text = text.trim_start_matches('\u{feff}');
    let name = name.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends(&[".csv", ".tsv", ".tab"]) || !ends(&[".json", ".jsonl", ".ndjson"]) && !text.trim_start().starts_with(['{', '[']) {
        return Ok(None);
    }
    if ends(&[".jsonl", ".ndjson"]) {
        return Ok(Some(of_lines(text)));
    }
    match serde_json::from_str::<Value>(text) {
        Ok(value) => Ok(Some(of_value(value))),
        Err(error) => {
            // One object a line, under another name.
            let grid = of_lines(text);
            if grid.rows.len() > grid.left_out.len() {
                return Ok(Some(grid));
            }
            if !ends(&[".json"]) {
                return Ok(None);
            }
            {
                let (line, column) = (error.line(), error.column());
                let why = say!(
                    format!("JSON illisible, ligne {line}, colonne {column}"),
                    format!("JSON that cannot be read, line {line}, column {column}")
                );
                Err(Refusal::Damaged { why })
            }
        }
    }
}

/// One record a line; a line that cannot be read is lost alone.
fn of_lines(text: &str) -> Grid {
    let mut grid = Table::default();
    for (line, place) in text.split(['\n', '\r']).map(str::trim).zip(Places::of(text)) {
        if line.is_empty() {
            continue;
        }
        match serde_json::from_str::<Value>(line) {
            Ok(Value::Null) => {}
            Ok(value) => grid.push(place, value, None),
            Err(_) => grid.left_out.push(LeftOut { place, why: say!("JSON illisible", "JSON that cannot be read").to_owned() }),
        }
    }
    grid.finish(Unit::Line)
}

/// The numbers of the pieces between carriage returns and line feeds: the empty one inside CR LF is no line.
struct Places<'a> {
    bytes: std::iter::Peekable<std::str::Bytes<'a>>,
    line: u32,
}

impl<'a> Places<'a> {
    fn of(text: &'a str) -> Self {
        Self { bytes: text.bytes().peekable(), line: 1 }
    }
}

impl Iterator for Places<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let line = self.line;
        while let Some(byte) = self.bytes.next() {
            if byte == b'\n' || byte == b'\r' {
                let inside = byte == b'\r' && self.bytes.peek() == Some(&b'\n');
                self.line += u32::from(!inside);
                break;
            }
        }
        Some(line)
    }
}

fn of_value(value: Value) -> Grid {
    let mut table = Table::default();
    let (records, keys) = records(value);
    let mut keys = keys.into_iter();
    for (record, place) in records.into_iter().zip(1..) {
        table.push(place, record, keys.next());
    }
    table.finish(Unit::Entry)
}

/// The records that a file holds, and their keys where they stand under keys.
fn records(value: Value) -> (Vec<Value>, Vec<String>) {
    match value {
        Value::Array(items) => (items, Vec::new()),
        Value::Object(object) => match path_to_list(&object) {
            Some(path) => (at(Value::Object(object), &path), Vec::new()),
            None if is_by_column(&object) => (by_row(object), Vec::new()),
            // `{"a.txt": {…}, "b.txt": {…}}`
            None if object.len() > 1 && object.values().all(Value::is_object) => {
                object.into_iter().map(|(key, value)| (value, key)).unzip()
            }
            None => (vec![Value::Object(object)], Vec::new()),
        },
        other => (vec![other], Vec::new()),
    }
}

/// True when the keys of `object` are names of columns, and those within are not.
fn is_by_column(object: &Map<String, Value>) -> bool {
    let no_record = |value: &Value| value.as_object().is_some_and(|cells| !cells.keys().any(|key| is_known(key)));
    object.values().all(no_record) && object.keys().any(|key| is_known(key))
}

/// The records of `{"title": {"0": …, "1": …}, "text": {"0": …, "1": …}}`, one column after the other.
fn by_row(columns: Map<String, Value>) -> Vec<Value> {
    let mut places = BTreeMap::<String, usize>::new();
    let mut rows: Vec<Map<String, Value>> = Vec::new();
    for (name, cells) in columns {
        let Value::Object(cells) = cells else { continue };
        for (row, cell) in cells {
            let place = *places.entry(row).or_insert(rows.len());
            if place == rows.len() {
                rows.push(Map::new());
            }
            rows[place].insert(name.clone(), cell);
        }
    }
    // Keys of rows are numbers, which do not sort as text does.
    let mut keys: Vec<(Option<u64>, usize)> = places.into_iter().map(|(key, place)| (key.parse().ok(), place)).collect();
    keys.order();
    keys.into_iter().map(|(_, place)| Value::Object(std::mem::take(&mut rows[place]))).collect()
}

/// The keys that lead to the longest list of objects, unless the object is an article itself.
fn path_to_list(object: &Map<String, Value>) -> Option<Vec<String>> {
    let is_article = object.iter().any(|(key, value)| value.as_str().is_some_and(|text| text.len() > PARAGRAPH) && is_known(key));
    if is_article {
        return None;
    }
    let mut best: Option<(usize, Vec<String>)> = None;
    search(object, &mut Vec::new(), &mut best);
    best.map(|(_, path)| path)
}

fn search(object: &Map<String, Value>, path: &mut Vec<String>, best: &mut Option<(usize, Vec<String>)>) {
    for (key, value) in object {
        path.push(key.clone());
        match value {
            Value::Array(items) => {
                let n = items.iter().filter(|item| item.is_object()).count();
                if n > best.as_ref().map_or(0, |best| best.0) {
                    *best = Some((n, path.clone()));
                }
            }
            Value::Object(inner) if path.len() < DEEPEST => search(inner, path, best),
            _ => {}
        }
        path.pop();
    }
}

/// The list at the end of `path`.
fn at(mut value: Value, path: &[String]) -> Vec<Value> {
    for key in path {
        value = value.get_mut(key).map(Value::take).unwrap_or_default();
    }
    match value {
        Value::Array(items) => items,
        _ => Vec::new(),
    }
}

/// A table that grows by keys.
#[derive(Default)]
struct Table {
    names: Vec<String>,
    places: BTreeMap<String, usize>,
    rows: Vec<Row>,
    left_out: Vec<LeftOut>,
}

impl Table {
    fn push(&mut self, place: u32, record: Value, key: Option<String>) {
        let mut cells = Vec::new();
        if let Some(key) = key {
            self.put("clé", key, &mut cells);
        }
        match record {
            Value::Object(object) => self.flatten("", object, &mut cells),
            other => {
                if let Some(text) = cell(other) {
                    self.put("texte", text, &mut cells);
                }
            }
        }
        if cells.is_empty() {
            self.left_out.push(LeftOut { place, why: say!("vide", "empty").to_owned() });
        } else {
            self.rows.push(Row { place, cells });
        }
    }

    fn flatten(&mut self, prefix: &str, object: Map<String, Value>, cells: &mut Vec<String>) {
        for (key, value) in object {
            let name = if prefix.is_empty() { key } else { format!("{prefix}.{key}") };
            match value {
                Value::Object(inner) => self.flatten(&name, inner, cells),
                Value::Array(items) => self.list(&name, items, cells),
                other => {
                    if let Some(text) = cell(other) {
                        self.put(&name, text, cells);
                    }
                }
            }
        }
    }

    fn list(&mut self, name: &str, items: Vec<Value>, cells: &mut Vec<String>) {
        for item in items {
            match item {
                Value::Object(inner) => self.flatten(name, inner, cells),
                Value::Array(items) => self.list(name, items, cells),
                other => {
                    if let Some(text) = cell(other) {
                        self.put(name, text, cells);
                    }
                }
            }
        }
    }

    /// Puts `text` into its cell, behind what a list has put there before.
    fn put(&mut self, name: &str, text: String, cells: &mut Vec<String>) {
        let place = match self.places.get(name) {
            Some(place) => *place,
            None if self.names.len() < WIDEST => {
                self.places.insert(name.to_owned(), self.names.len());
                self.names.push(name.to_owned());
                self.names.len() - 1
            }
            None => return,
        };
        if cells.len() <= place {
            cells.resize(place + 1, String::new());
        }
        let cell = &mut cells[place];
        if !cell.is_empty() {
            cell.push_str(if cell.len() > PARAGRAPH || text.len() > PARAGRAPH { "\n\n" } else { "; " });
        }
        cell.push_str(&text);
    }

    fn finish(self, unit: Unit) -> Grid {
        Grid { names: self.names, rows: self.rows, left_out: self.left_out, unit, delimiter: ' ' }
    }
}

/// What a value says in a cell; nothing for `null` and empty text.
fn cell(value: Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text).filter(|text| !text.trim().is_empty()),
        other => Some(other.to_string()),
    }
}
