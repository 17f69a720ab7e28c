//! The drawing of a chart as it was kept, with its table: a chart changes with the corpus, what was kept of it does not.
//!
//! Kept as lines of text, which is read and never trusted: a notebook comes from other people's files too. Shapes are few, numbers
//! are numbers, and words are only words; there are shades of ink and no colours, so that it is legible in grey, in a dark room and
//! on paper. A drawing that does not read is none.

use std::fmt::Write;

use crate::text::markup::escaped;

/// How dark something is drawn, in percent of the ink; 0 is the paper, none is nothing.
pub type Ink = Option<u8>;

/// How a shape is painted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paint {
    pub fill: Ink,
    pub stroke: Ink,
    pub width: f64,
    /// Lengths of dashes and gaps; none for a line without.
    pub dashes: Vec<f64>,
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Path {
        paint: Paint,
        path: String,
    },
    Circle {
        paint: Paint,
        x: f64,
        y: f64,
        radius: f64,
    },
    Rectangle {
        paint: Paint,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
    },
    Text {
        paint: Paint,
        size: f64,
        anchor: Anchoring,
        x: f64,
        y: f64,
        words: String,
    },
    /// What follows until [`Shape::End`] is drawn in a frame of its own: its place, then what of the drawing it shows.
    Frame {
        place: [f64; 4],
        view: [f64; 4],
    },
    End,
}

/// Where words stand beside their point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchoring {
    #[default]
    Start,
    Middle,
    End,
}

/// A drawing and its table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Left, top, width, height.
    pub view: [f64; 4],
    pub shapes: Vec<Shape>,
    /// The heads first.
    pub rows: Vec<Vec<String>>,
}

/// Shapes, rows and cells of a row that are kept, and bytes of all: more is no chart.
const MOST_SHAPES: usize = 4_000;
const MOST_ROWS: usize = 200;
const MOST_CELLS: usize = 60;
const MOST_BYTES: usize = 400_000;
/// Beyond it lies nothing that is drawn.
const FARTHEST: f64 = 1e6;

impl Anchoring {
    pub const ALL: [Self; 3] = [Self::Start, Self::Middle, Self::End];

    pub fn label(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Drawing {
    /// As it is kept.
    pub fn written(&self) -> String {
        let mut out = numbers(&self.view);
        for shape in &self.shapes {
            out.push('\n');
            out.push_str(&line(shape));
        }
        for row in self.rows.iter().take(MOST_ROWS) {
            let cells: Vec<String> = row.iter().take(MOST_CELLS).map(|cell| plain(cell)).collect();
            let _ = write!(out, "\n|\t{}", cells.join("\t"));
        }
        out
    }

    /// What was kept; none when it is no drawing.
    pub fn read(kept: &str) -> Option<Self> {
        let mut lines = kept.lines().filter(|_| kept.len() <= MOST_BYTES);
        let view = read_numbers::<4>(lines.next()?)?;
        let mut drawing = Self { view, ..Self::default() };
        let mut depth = 0_usize;
        for line in lines {
            if let Some(cells) = line.strip_prefix("|\t") {
                drawing.rows.push(cells.split('\t').take(MOST_CELLS).map(str::to_owned).collect());
            } else {
                let shape = read_shape(line)?;
                match shape {
                    Shape::Frame { .. } => depth += 1,
                    Shape::End => depth = depth.checked_sub(1)?,
                    _ => {}
                }
                drawing.shapes.push(shape);
            }
        }
        let is_small = drawing.shapes.len() <= MOST_SHAPES && drawing.rows.len() <= MOST_ROWS;
        (depth == 0 && is_small && view[2] > 0.0 && view[3] > 0.0 && !drawing.shapes.is_empty()).then_some(drawing)
    }

    /// As an SVG element that is called `label`. In the colours of the text around it.
    pub fn svg(&self, label: &str) -> String {
        let [left, top, width, height] = self.view;
        let mut out = format!(
            "<svg class=\"drawing\" viewBox=\"{left} {top} {width} {height}\" width=\"{width}\" role=\"img\" aria-label=\"{}\" font-family=\"system-ui, sans-serif\">",
            escaped(label)
        );
        out += &self.elements(&|_, paint| in_ink(paint));
        out + "</svg>"
    }

    /// Its shapes as elements, each with what `painted` makes of its place in the list and its paint.
    pub(super) fn elements(&self, painted: &dyn Fn(usize, &Paint) -> String) -> String {
        let mut out = String::new();
        for (at, shape) in self.shapes.iter().enumerate() {
            let _ = match shape {
                Shape::Path { paint, path } => write!(out, "<path d=\"{path}\"{}/>", painted(at, paint)),
                Shape::Circle { paint, x, y, radius } => {
                    write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{}/>", painted(at, paint))
                }
                Shape::Rectangle { paint, x, y, width, height } => {
                    write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{}/>", painted(at, paint))
                }
                Shape::Text { paint, size, anchor, x, y, words } => write!(
                    out,
                    "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{}\" paint-order=\"stroke\"{}>{}</text>",
                    anchor.label(),
                    painted(at, paint),
                    escaped(words)
                ),
                Shape::Frame { place: [x, y, width, height], view: [a, b, c, d] } => write!(
                    out,
                    "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"{a} {b} {c} {d}\" preserveAspectRatio=\"none\">"
                ),
                Shape::End => write!(out, "</svg>"),
            };
        }
        out
    }
}

/// Fill, stroke, width and dashes as attributes, in shades of the text around the drawing.
fn in_ink(paint: &Paint) -> String {
    let ink = |name: &str, ink: Ink| match ink {
        None => format!(" {name}=\"none\""),
        Some(0) => format!(" {name}=\"Canvas\""),
        Some(100..) => format!(" {name}=\"currentColor\""),
        Some(percent) => format!(" {name}=\"currentColor\" {name}-opacity=\"0.{percent:02}\""),
    };
    let mut out = ink("fill", paint.fill);
    if paint.stroke.is_some() {
        out += &ink("stroke", paint.stroke);
        out += &lined(paint);
    }
    out
}

/// Width and dashes of a line as attributes.
pub(super) fn lined(paint: &Paint) -> String {
    let mut out = format!(" stroke-width=\"{}\" vector-effect=\"non-scaling-stroke\"", paint.width);
    if !paint.dashes.is_empty() {
        let _ = write!(out, " stroke-dasharray=\"{}\"", numbers(&paint.dashes));
    }
    out
}

fn line(shape: &Shape) -> String {
    let paint = |paint: &Paint| {
        let ink = |ink: Ink| ink.map_or_else(|| "-".to_owned(), |percent| percent.to_string());
        format!("{}\t{}\t{}\t{}", ink(paint.fill), ink(paint.stroke), paint.width, numbers(&paint.dashes))
    };
    match shape {
        Shape::Path { paint: own, path } => format!("p\t{}\t{path}", paint(own)),
        Shape::Circle { paint: own, x, y, radius } => format!("c\t{}\t{x} {y} {radius}", paint(own)),
        Shape::Rectangle { paint: own, x, y, width, height } => format!("r\t{}\t{x} {y} {width} {height}", paint(own)),
        Shape::Text { paint: own, size, anchor, x, y, words } => {
            format!("t\t{}\t{size} {x} {y}\t{}\t{}", paint(own), anchor.label(), plain(words))
        }
        Shape::Frame { place, view } => format!("g\t{}\t{}", numbers(place), numbers(view)),
        Shape::End => "e".to_owned(),
    }
}

fn read_shape(line: &str) -> Option<Shape> {
    let mut fields = line.split('\t');
    let kind = fields.next()?;
    let mut next = || fields.next();
    match kind {
        "e" => return Some(Shape::End),
        "g" => return Some(Shape::Frame { place: read_numbers(next()?)?, view: read_numbers(next()?)? }),
        _ => {}
    }
    let ink = |field: &str| match field {
        "-" => Some(None),
        percent => percent.parse::<u8>().ok().filter(|percent| *percent <= 100).map(Some),
    };
    let (fill, stroke) = (ink(next()?)?, ink(next()?)?);
    let [width] = read_numbers(next()?)?;
    let dashes = next()?.split_whitespace().map(number).collect::<Option<Vec<f64>>>()?;
    let paint = Paint { fill, stroke, width, dashes };
    Some(match kind {
        "p" => {
            let path = next()?;
            let is_path = path.chars().all(|c| c.is_ascii_digit() || "MLHVCSQTAZmlhvcsqtaze .,+-".contains(c));
            Shape::Path { paint, path: Some(path.to_owned()).filter(|_| is_path)? }
        }
        "c" => {
            let [x, y, radius] = read_numbers(next()?)?;
            Shape::Circle { paint, x, y, radius }
        }
        "r" => {
            let [x, y, width, height] = read_numbers(next()?)?;
            Shape::Rectangle { paint, x, y, width, height }
        }
        "t" => {
            let [size, x, y] = read_numbers(next()?)?;
            let label = next()?;
            let anchor = Anchoring::ALL.into_iter().find(|anchor| anchor.label() == label)?;
            Shape::Text { paint, size, anchor, x, y, words: next()?.to_owned() }
        }
        _ => return None,
    })
}

fn number(word: &str) -> Option<f64> {
    word.parse().ok().filter(|number: &f64| number.abs() < FARTHEST)
}

fn read_numbers<const N: usize>(field: &str) -> Option<[f64; N]> {
    field.split(' ').map(number).collect::<Option<Vec<f64>>>()?.try_into().ok()
}

fn numbers(all: &[f64]) -> String {
    all.iter().map(f64::to_string).collect::<Vec<_>>().join(" ")
}

/// Words in one line.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A drawing that says `words`.
    pub fn saying(words: &str) -> Drawing {
        let paint = Paint { fill: None, stroke: Some(50), width: 1.5, dashes: vec![2.0, 3.0] };
        let shapes = vec![
            Shape::Path { paint: paint.clone(), path: "M0 0L10 10.5h-3e1z".to_owned() },
            Shape::Frame { place: [0.0, 0.0, 10.0, 5.0], view: [-6.0, 0.0, 1012.0, 20.0] },
            Shape::Circle { paint: Paint { fill: Some(0), ..paint.clone() }, x: 1.0, y: 2.0, radius: 3.5 },
            Shape::End,
            Shape::Rectangle { paint: Paint { fill: Some(100), ..paint.clone() }, x: 1.0, y: 2.0, width: 3.0, height: 4.0 },
            Shape::Text { paint, size: 11.0, anchor: Anchoring::Middle, x: 5.0, y: 6.0, words: words.to_owned() },
        ];
        let rows = vec![vec!["a".to_owned(), "b".to_owned()], vec![plain(words), "2".to_owned()]];
        Drawing { view: [-10.0, 0.0, 100.0, 50.0], shapes, rows }
    }

    #[test]
    fn what_is_kept_reads_back() {
        assert_eq!(Drawing::read(&saying("Le Port").written()), Some(saying("Le Port")));
    }

    #[test]
    fn what_is_no_drawing_is_none() {
        let foreign = ["", "0 0 10 10", "0 0 0 10\ne", "0 0 10 10\np\t-\t-\t1\t\tM0 0\" onload=\"x", "0 0 10 10\np\t-\t101\t1\t\tM0 0"];
        for kept in foreign.into_iter().chain(["0 0 10 10\ne", "0 0 10 10\ng\t0 0 1 1\t0 0 1 1", "0 0 NaN 10\np\t-\t5\t1\t\tM0 0"]) {
            assert_eq!(Drawing::read(kept), None, "{kept}");
        }
        assert!(Drawing::read("0 0 10 10\np\t-\t5\t1\t\tM0 0").is_some());
    }

    proptest! {
        #[test]
        fn no_kept_text_adds_a_tag(kept in "[0-9a-z<>&\"'=/ .\t\n|-]{0,80}", words in "[a-z<>&\"'=/!]{1,30}") {
            if let Some(drawing) = Drawing::read(&kept) {
                prop_assert!(!drawing.svg("x").contains("onload"));
            }
            let tags = |svg: &str| svg.matches('<').count();
            let benign = saying("mot").svg("mot");
            prop_assert_eq!(tags(&saying(&words).svg(&words)), tags(&benign));
            prop_assert_eq!(saying(&words).svg(&words).matches('"').count(), benign.matches('"').count());
        }
    }
}
