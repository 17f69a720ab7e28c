//! A chart as it stands on the page, to be kept: its shapes with the shades in which they are seen, and its table.
//!
//! Read from the page itself, so that every chart is kept in one way, however it is made. Colours become shades between paper and
//! ink: what is kept is shown in another theme, and printed.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, DomRect, Element, HtmlElement, NodeList};

use crate::notebook::{Anchoring, Drawing, Hues, Ink, Paint, Rgba, Shape};

/// Words of a row beside its drawing, in pixels and letters.
const BESIDE: f64 = 13.0;
const LONGEST: usize = 28;
/// Behind what nobody stated, as labels in words have it.
const DOUBT: &str = "\u{a0}?";

/// The chart that stands nearest around `button`; nothing where there is none.
pub fn chart_beside(button: &Element) -> Option<Drawing> {
    let (drawings, frame) = drawings_beside(button)?;
    let table = frame.query_selector("table").ok().flatten();
    let rows = table.map_or_else(Vec::new, |table| rows(&table));
    Some(Drawing { rows, ..drawn(&drawings, &mut Vec::new())? })
}

/// The same with the colours of its shapes in the page's light theme, whatever the reader's own. Where the system puts its own
/// colours there are none.
pub fn picture_beside(button: &Element) -> Option<(Drawing, Vec<Hues>)> {
    let (drawings, _) = drawings_beside(button)?;
    if gloo::utils::window().match_media("(forced-colors: active)").ok().flatten().is_some_and(|query| query.matches()) {
        return Some((drawn(&drawings, &mut Vec::new())?, Vec::new()));
    }
    let _light = Light::begin();
    let mut hues = Vec::new();
    let drawing = drawn(&drawings, &mut hues)?;
    Some((drawing, hues))
}

/// The page in its light theme, until it is dropped; nothing is painted in between.
struct Light {
    root: Element,
    before: Option<String>,
}

/// Where the page says which theme it is in.
const THEME: &str = "data-theme";

impl Light {
    fn begin() -> Option<Self> {
        let root = gloo::utils::document().document_element()?;
        let before = root.get_attribute(THEME);
        root.set_attribute(THEME, "light").ok()?;
        Some(Self { root, before })
    }
}

impl Drop for Light {
    fn drop(&mut self) {
        let _ = match &self.before {
            Some(theme) => self.root.set_attribute(THEME, theme),
            None => self.root.remove_attribute(THEME),
        };
    }
}

/// The drawings that stand nearest around a button, and what holds them.
fn drawings_beside(button: &Element) -> Option<(Vec<Element>, Element)> {
    let mut around = button.parent_element();
    while let Some(frame) = around {
        let drawings = elements(frame.query_selector_all("svg[viewBox]").ok()?);
        if !drawings.is_empty() {
            return Some((drawings, frame));
        }
        around = frame.parent_element().filter(|frame| frame.id() != "main");
    }
    None
}

/// One drawing of one, or of several below each other; the colours of each shape in `hues`.
fn drawn(drawings: &[Element], hues: &mut Vec<Hues>) -> Option<Drawing> {
    let mut shapes = Vec::new();
    if let [only] = drawings
        && !is_stretched(only)
    {
        add_shapes(only, &mut shapes, hues);
        return Some(Drawing { view: view_box(only)?, shapes, rows: Vec::new() });
    }
    let (mut view, mut width) = ([0.0, 0.0, 0.0, 0.0], 0.0_f64);
    let origin = drawings.first()?.get_bounding_client_rect();
    let beside = if drawings.iter().any(|drawing| head(drawing).is_some()) { LONGEST as f64 * BESIDE * 0.55 } else { 0.0 };
    for drawing in drawings {
        let place: DomRect = drawing.get_bounding_client_rect();
        let top = place.top() - origin.top();
        let frame = [beside + place.left() - origin.left(), top, place.width(), place.height()].map(rounded);
        if let Some(head) = head(drawing) {
            let paint = Paint { fill: Some(100), ..Paint::default() };
            let y = rounded(top + place.height() / 2.0 + BESIDE / 3.0);
            hues.push(Hues { fill: property_of(&head, "color").and_then(|colour| rgba(&colour, 1.0)), stroke: None });
            let is_guess = head.query_selector(".guess").ok().flatten().is_some();
            let words = clipped(&seen(&head)) + if is_guess { DOUBT } else { "" };
            shapes.push(Shape::Text { paint, size: BESIDE, anchor: Anchoring::Start, x: 0.0, y, words });
        }
        hues.push(Hues::default());
        shapes.push(Shape::Frame { place: frame, view: view_box(drawing)? });
        add_shapes(drawing, &mut shapes, hues);
        hues.push(Hues::default());
        shapes.push(Shape::End);
        width = width.max(frame[0] + frame[2]);
        view[3] = rounded(top + place.height());
    }
    view[2] = width;
    Some(Drawing { view, shapes, rows: Vec::new() })
}

/// True for one whose units say nothing: it fills the place that it is given.
fn is_stretched(drawing: &Element) -> bool {
    drawing.get_attribute("preserveAspectRatio").as_deref() == Some("none")
}

/// What one of several drawings is about: the head of its row.
fn head(drawing: &Element) -> Option<Element> {
    drawing.closest("tr").ok().flatten()?.query_selector("th").ok().flatten()
}

/// As much of a head as has place beside its drawing.
fn clipped(words: &str) -> String {
    let mut shown: String = words.chars().take(LONGEST).collect();
    if shown.len() < words.len() {
        shown.pop();
        shown.truncate(shown.trim_end().len());
        shown.push('…');
    }
    shown
}

fn add_shapes(drawing: &Element, shapes: &mut Vec<Shape>, hues: &mut Vec<Hues>) {
    let Ok(found) = drawing.query_selector_all("path, circle, rect, text") else { return };
    for element in elements(found) {
        let Some(style) = gloo::utils::window().get_computed_style(&element).ok().flatten() else { continue };
        if style.get_property_value("display").is_ok_and(|display| display == "none") {
            continue;
        }
        let number = |name: &str| element.get_attribute(name).and_then(|value| value.trim_end_matches("px").parse().ok()).unwrap_or(0.0);
        let paint = paint(&style);
        let hue = |name: &str| rgba(&property(&style, name), opacity(&style, &format!("{name}-opacity")));
        hues.push(Hues { fill: hue("fill"), stroke: hue("stroke") });
        shapes.push(match &*element.tag_name() {
            "path" => Shape::Path { paint, path: element.get_attribute("d").unwrap_or_default() },
            "circle" => Shape::Circle { paint, x: number("cx"), y: number("cy"), radius: number("r") },
            "rect" => Shape::Rectangle { paint, x: number("x"), y: number("y"), width: number("width"), height: number("height") },
            _ => {
                let anchor = property(&style, "text-anchor");
                let anchor = Anchoring::ALL.into_iter().find(|known| known.label() == anchor).unwrap_or_default();
                let words = element.text_content().unwrap_or_default();
                Shape::Text { paint, size: pixels(&style, "font-size"), anchor, x: number("x"), y: number("y"), words }
            }
        });
    }
}

fn view_box(drawing: &Element) -> Option<[f64; 4]> {
    let numbers: Vec<f64> = drawing.get_attribute("viewBox")?.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
    numbers.try_into().ok()
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

fn pixels(style: &CssStyleDeclaration, name: &str) -> f64 {
    property(style, name).trim_end_matches("px").parse().unwrap_or(0.0)
}

fn paint(style: &CssStyleDeclaration) -> Paint {
    let ink = |name: &str, opacity: f64| shade(&property(style, name), opacity);
    let dashes = property(style, "stroke-dasharray");
    Paint {
        fill: ink("fill", opacity(style, "fill-opacity")),
        stroke: ink("stroke", opacity(style, "stroke-opacity")),
        width: pixels(style, "stroke-width"),
        dashes: dashes.split([',', ' ']).filter_map(|dash| dash.trim_end_matches("px").parse().ok()).collect(),
    }
}

fn opacity(style: &CssStyleDeclaration, name: &str) -> f64 {
    let share = |name: &str| property(style, name).parse::<f64>().unwrap_or(1.0);
    share(name) * share("opacity")
}

fn property_of(element: &Element, name: &str) -> Option<String> {
    Some(property(&gloo::utils::window().get_computed_style(element).ok().flatten()?, name))
}

/// A computed colour in red, green and blue; of one that is told by lightness, a grey as light.
fn rgba(colour: &str, opacity: f64) -> Option<Rgba> {
    let light = lightness(colour)?;
    let (function, rest) = colour.split_once('(')?;
    let numbers: Vec<f64> = rest.trim_end_matches(')').split([',', ' ', '/']).filter_map(|word| word.parse().ok()).collect();
    let scale = match function {
        "rgb" | "rgba" => 1.0,
        "color" => 255.0,
        _ => 0.0,
    };
    let byte = |number: f64| number.clamp(0.0, 255.0).round() as u8;
    let (rgb, alpha) = match *numbers.as_slice() {
        [red, green, blue, ref alpha @ ..] if scale > 0.0 => ([red, green, blue].map(|one| byte(one * scale)), alpha.first().copied()),
        _ => ([byte(light * 255.0); 3], None),
    };
    let cover = byte(alpha.unwrap_or(1.0) * opacity * 255.0);
    Some([rgb[0], rgb[1], rgb[2], cover])
}

/// How far a colour is from the paper, in percent of the way to the ink.
fn shade(colour: &str, opacity: f64) -> Ink {
    let light = lightness(colour)?;
    let of_page = |name: &str, otherwise: f64| {
        let body = gloo::utils::document().body();
        let style = body.and_then(|body| gloo::utils::window().get_computed_style(&body).ok().flatten());
        style.and_then(|style| lightness(&property(&style, name))).unwrap_or(otherwise)
    };
    let (paper, ink) = (of_page("background-color", 1.0), of_page("color", 0.0));
    let way = if (ink - paper).abs() < 0.1 { 1.0 } else { ((light - paper) / (ink - paper)).clamp(0.0, 1.0) };
    // What is nearly the paper covers what lies below; what is nearly the ink is as legible as the ink.
    let percent = (way * opacity * 100.0).round() as u8;
    Some(match percent {
        0..=3 => 0,
        4..=24 => 25,
        85.. => 100,
        percent => percent,
    })
}

/// Lightness of a computed colour, from 0 to 1; none of what is transparent.
fn lightness(colour: &str) -> Option<f64> {
    let (function, rest) = colour.split_once('(')?;
    let words: Vec<&str> = rest.trim_end_matches(')').split([',', ' ', '/']).filter(|word| !word.is_empty()).collect();
    let number = |at: usize| words.get(at).and_then(|word: &&str| word.trim_end_matches('%').parse::<f64>().ok());
    if words.len() > 3 && number(words.len() - 1) == Some(0.0) && function != "color" {
        return None;
    }
    let luma = |red: f64, green: f64, blue: f64| 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    Some(match function {
        "rgb" | "rgba" => luma(number(0)?, number(1)?, number(2)?) / 255.0,
        "color" => luma(number(1)?, number(2)?, number(3)?),
        // oklch, oklab, lab: lightness first.
        _ => number(0).map(|light| if light > 1.0 { light / 100.0 } else { light })?,
    })
}

/// The rows of a table in words, without what only the eye sees or only a button says.
fn rows(table: &Element) -> Vec<Vec<String>> {
    let Ok(found) = table.query_selector_all("tr") else { return Vec::new() };
    let cells =
        |row: &Element| row.query_selector_all("th, td").map_or_else(|_| Vec::new(), |cells| elements(cells).iter().map(said).collect());
    elements(found).iter().map(cells).collect()
}

fn said(cell: &Element) -> String {
    without(cell, "[aria-hidden=true], button, svg")
}

/// What is read of a cell by the eye alone.
fn seen(cell: &Element) -> String {
    without(cell, ".visually-hidden, button, svg")
}

fn without(cell: &Element, css: &str) -> String {
    let Some(copy) = cell.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into::<HtmlElement>().ok()) else {
        return String::new();
    };
    if let Ok(aside) = copy.query_selector_all(css) {
        elements(aside).iter().for_each(Element::remove);
    }
    let words = copy.text_content().unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn elements(list: NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
