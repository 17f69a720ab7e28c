//! A chart as it stands on the page, to be kept: its shapes with the shades in which they are seen, and its table.
//!
//! Read from the page itself, so that every chart is kept in one way, however it is made. Colours become shades between paper and
//! ink: what is kept is shown in another theme, and printed.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, DomRect, Element, HtmlElement, NodeList};

use crate::notebook::{Anchoring, Drawing, Ink, Paint, Shape};

/// Words of a row beside its drawing, in pixels and letters.
const BESIDE: f64 = 13.0;
const LONGEST: usize = 28;

/// The chart that stands nearest around `button`; nothing where there is none.
pub fn chart_beside(button: &Element) -> Option<Drawing> {
    let mut around = button.parent_element();
    while let Some(frame) = around {
        let drawings = elements(frame.query_selector_all("svg[viewBox]").ok()?);
        if !drawings.is_empty() {
            let table = frame.query_selector("table").ok().flatten();
            let rows = table.map_or_else(Vec::new, |table| rows(&table));
            return Some(Drawing { rows, ..drawn(&drawings)? });
        }
        around = frame.parent_element().filter(|frame| frame.id() != "main");
    }
    None
}

/// One drawing of one, or of several below each other.
fn drawn(drawings: &[Element]) -> Option<Drawing> {
    let mut shapes = Vec::new();
    if let [only] = drawings {
        add_shapes(only, &mut shapes);
        return Some(Drawing { view: view_box(only)?, shapes, rows: Vec::new() });
    }
    let (mut view, mut width) = ([0.0, 0.0, 0.0, 0.0], 0.0_f64);
    let origin = drawings.first()?.get_bounding_client_rect();
    let beside = LONGEST as f64 * BESIDE * 0.55;
    for drawing in drawings {
        let place: DomRect = drawing.get_bounding_client_rect();
        let top = place.top() - origin.top();
        let frame = [beside + place.left() - origin.left(), top, place.width(), place.height()].map(rounded);
        if let Some(head) = drawing.closest("tr").ok().flatten().and_then(|row| row.query_selector("th").ok().flatten()) {
            let words: String = said(&head).chars().take(LONGEST).collect();
            let paint = Paint { fill: Some(100), ..Paint::default() };
            let y = rounded(top + place.height() / 2.0 + BESIDE / 3.0);
            shapes.push(Shape::Text { paint, size: BESIDE, anchor: Anchoring::Start, x: 0.0, y, words });
        }
        shapes.push(Shape::Frame { place: frame, view: view_box(drawing)? });
        add_shapes(drawing, &mut shapes);
        shapes.push(Shape::End);
        width = width.max(frame[0] + frame[2]);
        view[3] = rounded(top + place.height());
    }
    view[2] = width;
    Some(Drawing { view, shapes, rows: Vec::new() })
}

fn add_shapes(drawing: &Element, shapes: &mut Vec<Shape>) {
    let Ok(found) = drawing.query_selector_all("path, circle, rect, text") else { return };
    for element in elements(found) {
        let Some(style) = gloo::utils::window().get_computed_style(&element).ok().flatten() else { continue };
        if style.get_property_value("display").is_ok_and(|display| display == "none") {
            continue;
        }
        let number = |name: &str| element.get_attribute(name).and_then(|value| value.trim_end_matches("px").parse().ok()).unwrap_or(0.0);
        let paint = paint(&style);
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
    let opacity =
        |name: &str| property(style, name).parse::<f64>().unwrap_or(1.0) * property(style, "opacity").parse::<f64>().unwrap_or(1.0);
    let ink = |name: &str, opacity: f64| shade(&property(style, name), opacity);
    let dashes = property(style, "stroke-dasharray");
    Paint {
        fill: ink("fill", opacity("fill-opacity")),
        stroke: ink("stroke", opacity("stroke-opacity")),
        width: pixels(style, "stroke-width"),
        dashes: dashes.split([',', ' ']).filter_map(|dash| dash.trim_end_matches("px").parse().ok()).collect(),
    }
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
    let Some(copy) = cell.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into::<HtmlElement>().ok()) else {
        return String::new();
    };
    if let Ok(aside) = copy.query_selector_all("[aria-hidden=true], button, svg") {
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
