//! A chart as a picture that opens alone: an SVG file on white, in colours, with what it shows and where it comes from written below it.

use std::fmt::Write;

use super::drawing::{Drawing, Ink, Paint, lined};
use crate::text::markup::escaped;

/// Red, green, blue, and how much it covers.
pub type Rgba = [u8; 4];

/// The colours of one shape; none for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hues {
    pub fill: Option<Rgba>,
    pub stroke: Option<Rgba>,
}

/// A chart with all that is written into its file.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'p> {
    pub drawing: &'p Drawing,
    /// Of each shape, in order. Where there are none the shape is drawn in its shade of grey.
    pub hues: &'p [Hues],
    /// What the chart shows.
    pub said: &'p str,
    /// Corpus, articles, day, tool.
    pub provenance: &'p str,
}

/// White around the drawing, and the least width of a picture, in pixels: lines below a narrow drawing would be too many.
const MARGIN: f64 = 16.0;
const NARROWEST: f64 = 420.0;
/// Letters of both lines of words, in pixels; of a letter's width to its height, what most faces do not exceed on the average.
const SAID: f64 = 13.0;
const PROVENANCE: f64 = 11.0;
const LETTER: f64 = 0.54;
/// Height of a line to that of its letters.
const LEADING: f64 = 1.4;
/// Faces that are there on most machines, in this order.
const FACES: &str = "Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif";
/// The ink of the page's light theme, and what is read second.
const INK: Rgba = [0x1b, 0x1b, 0x1f, 255];
const SOFT: Rgba = [0x5a, 0x5a, 0x63, 255];

impl Picture<'_> {
    /// Width and height in pixels.
    pub fn size(&self) -> (f64, f64) {
        let [.., width, height] = self.drawing.view;
        let whole = width.max(NARROWEST) + 2.0 * MARGIN;
        let words = self.words().iter().map(|(_, size, _)| size * LEADING).sum::<f64>();
        (whole.ceil(), (height + words + 3.0 * MARGIN).ceil())
    }

    /// As an SVG file.
    pub fn svg(&self) -> String {
        let [left, top, width, height] = self.drawing.view;
        let (whole, high) = self.size();
        let said = escaped(self.said);
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole}\" height=\"{high}\" viewBox=\"0 0 {whole} {high}\" role=\"img\" aria-label=\"{said}\" font-family=\"{FACES}\">\n\
             <title>{said}</title>\n<desc>{}</desc>\n<rect width=\"{whole}\" height=\"{high}\" fill=\"#ffffff\"/>\n\
             <svg x=\"{MARGIN}\" y=\"{MARGIN}\" width=\"{width}\" height=\"{height}\" viewBox=\"{left} {top} {width} {height}\">",
            escaped(self.provenance)
        );
        out += &self.drawing.elements(&|at, paint| self.painted(at, paint));
        out += "</svg>\n";
        let mut y = 2.0 * MARGIN + height;
        for (words, size, colour) in self.words() {
            y += size * LEADING;
            let _ = writeln!(
                out,
                "<text x=\"{MARGIN}\" y=\"{y:.1}\" font-size=\"{size}\"{}>{}</text>",
                hue("fill", Some(colour)),
                escaped(&words)
            );
        }
        out + "</svg>\n"
    }

    /// The lines below the drawing, with the size and the colour of their letters.
    fn words(&self) -> Vec<(String, f64, Rgba)> {
        let room = self.drawing.view[2].max(NARROWEST);
        let lines = |words: &str, size: f64, colour| {
            let most = (room / (size * LETTER)) as usize;
            folded(words, most).into_iter().map(move |line| (line, size, colour)).collect::<Vec<_>>()
        };
        [lines(self.said, SAID, INK), lines(self.provenance, PROVENANCE, SOFT)].concat()
    }

    /// Paint as attributes.
    fn painted(&self, at: usize, paint: &Paint) -> String {
        let grey = |ink: Ink| {
            let level = |percent: u8| (255.0 - f64::from(percent) * (255.0 - f64::from(INK[0])) / 100.0).round() as u8;
            ink.map(|percent| [level(percent), level(percent), level(percent), 255])
        };
        let Hues { fill, stroke } = self.hues.get(at).copied().unwrap_or(Hues { fill: grey(paint.fill), stroke: grey(paint.stroke) });
        let mut out = hue("fill", fill);
        if stroke.is_some() {
            out += &hue("stroke", stroke);
            out += &lined(paint);
        }
        out
    }
}

/// A colour as an attribute.
fn hue(name: &str, colour: Option<Rgba>) -> String {
    match colour {
        None | Some([.., 0]) => format!(" {name}=\"none\""),
        Some([red, green, blue, 255]) => format!(" {name}=\"#{red:02x}{green:02x}{blue:02x}\""),
        Some([red, green, blue, cover]) => {
            format!(" {name}=\"#{red:02x}{green:02x}{blue:02x}\" {name}-opacity=\"{:.3}\"", f64::from(cover) / 255.0)
        }
    }
}

/// Words in lines of at most so many letters; a word that is longer has a line of its own.
fn folded(words: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // A blank that does not break holds its words together.
    for word in words.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::notebook::drawing::tests::saying;

    const BLUE: Hues = Hues { fill: Some([0x10, 0x34, 0x92, 255]), stroke: Some([255, 0, 0, 128]) };

    #[test]
    fn a_picture_is_white_and_says_what_it_shows_and_where_it_comes_from() {
        let drawing = saying("Le Port");
        let picture = Picture {
            drawing: &drawing,
            hues: &[BLUE],
            said: "Deux articles & un bac",
            provenance: "Crue · 2 articles · 3 mai 2026 · Recoupe",
        };
        let svg = picture.svg();
        for part in [
            "xmlns=\"http://www.w3.org/2000/svg\"",
            "<rect width=\"452\" height=\"132\" fill=\"#ffffff\"/>",
            "fill=\"#103492\" stroke=\"#ff0000\" stroke-opacity=\"0.502\" stroke-width=\"1.5\"",
            ">Deux articles &amp; un bac</text>",
            ">Crue · 2 articles · 3 mai 2026 · Recoupe</text>",
            ">Le Port</text>",
            "sans-serif",
        ] {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        // What has no colours is drawn in greys, and nothing leans on a page around it.
        assert!(svg.contains("fill=\"#1b1b1b\"") && !svg.contains("currentColor") && !svg.contains("Canvas"), "{svg}");
    }

    #[test]
    fn long_words_below_a_drawing_are_broken_into_lines() {
        assert_eq!(folded("un deux trois quatre", 9), ["un deux", "trois", "quatre"]);
        assert_eq!(folded("a\u{a0}: b anticonstitutionnellement c", 6), ["a\u{a0}: b", "anticonstitutionnellement", "c"]);
        assert!(folded("", 6).is_empty());
    }

    proptest! {
        #[test]
        fn no_words_add_a_tag_or_an_attribute(words in "[a-zé<>&\"'=/! \u{1}\u{fffe}]{0,60}") {
            let well = |words: &str| Picture { drawing: &saying("x"), hues: &[], said: words, provenance: words }.svg();
            let (svg, benign) = (well(&words), well(&"x".repeat(words.trim().len().min(1))));
            let elements = |svg: &str| svg.matches('<').count() - 2 * svg.matches("<text").count();
            prop_assert_eq!(elements(&svg), elements(&benign));
            let foreign = svg.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{fffe}');
            prop_assert_eq!(foreign, None);
            prop_assert_eq!(svg.matches('"').count() % 2, 0);
        }
    }
}
