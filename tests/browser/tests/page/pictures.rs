//! Charts as files: they open alone, in light colours whatever the page's, and say where they come from.

use std::fs;
use std::path::Path;

use browser_tests::{Page, Theme, Visit};

use crate::publish::{KEEP, saved};
use crate::{drawn, one_file, opened};

/// Where each chart stands.
const CHARTS: &[&str] = &[
    "#/chronologie",
    "#/comparer/titres",
    "#/comparer/distances",
    "#/concordance/dispersion?q=google",
    "#/comparer-mots?q=google&q=terrorisme",
    "#/index/per:bernard-cazeneuve",
];

fn visit(theme: Theme) -> Visit {
    Visit::new().with_script(KEEP).themed(theme)
}

/// The chart of this page as a file.
#[track_caller]
fn picture(page: &Page, form: &str, name: &str) -> std::path::PathBuf {
    page.click_text("button.picture", form);
    let file = saved(page, name);
    page.wait_for_text("Fichier enregistré");
    file
}

/// Points of a PNG by their lightness: how many are white, how many dark.
fn points(file: &Path) -> (u32, u32, usize, usize) {
    let decoder = png::Decoder::new(std::io::BufReader::new(fs::File::open(file).unwrap()));
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let n = info.color_type.samples();
    let count = |is: &dyn Fn(u8) -> bool| pixels.chunks(n).filter(|pixel| pixel[..3].iter().all(|one| is(*one))).count();
    (info.width, info.height, count(&|one| one == 255), count(&|one| one < 90))
}

#[test]
fn every_chart_is_an_svg_file_that_opens_alone_and_says_where_it_comes_from() {
    let (light, dark) = (opened(visit(Theme::Light).open("")), opened(visit(Theme::Dark).open("")));
    for (at, fragment) in CHARTS.iter().enumerate() {
        let files = [(&light, "light"), (&dark, "dark")].map(|(page, theme)| {
            page.go(fragment);
            drawn(page);
            page.wait_for("button.picture");
            picture(page, "SVG", &format!("chart-{at}-{theme}.svg"))
        });
        let [of_light, of_dark] = files.each_ref().map(|file| fs::read_to_string(file).unwrap());
        assert_eq!(of_light, of_dark, "{fragment}: the theme of the page is no matter of the file");
        for foreign in ["currentColor", "Canvas", "var(", "class=", "href", "NaN"] {
            assert!(!of_light.contains(foreign), "{fragment}: {foreign}");
        }
        // As a person opens it.
        let alone = Visit::new().open_file(&files[0], "");
        assert_eq!(alone.eval("document.documentElement.localName"), "svg", "{fragment}: well-formed");
        assert_eq!(alone.count("parsererror"), 0, "{fragment}");
        let words = alone.eval_text("[...document.querySelectorAll('svg > text')].map((one) => one.textContent).join(' ')");
        for part in ["Cazeneuve et les géants de l’Internet", "5\u{a0}articles", "fait avec Recoupe le"] {
            assert!(words.contains(part), "{fragment}: {part} in {words}");
        }
        // All that is written is within the picture.
        let out = alone.eval(
            "[...document.querySelectorAll('svg > text')].filter((one) => { const box = one.getBBox(), view = document.documentElement.viewBox.baseVal; \
             return box.x + box.width > view.width || box.y + box.height > view.height; }).length",
        );
        assert_eq!(out, 0, "{fragment}");
    }
    light.assert_quiet();
}

#[test]
fn a_chart_is_a_png_file_hosted_and_in_one_file() {
    for page in
        [opened(visit(Theme::Dark).open("#/chronologie")), opened(visit(Theme::Light).open_file(&one_file::built(), "#/chronologie"))]
    {
        page.wait_for("button.picture");
        let (width, height, white, dark) = points(&picture(&page, "PNG", "chart.png"));
        let all = (width * height) as usize;
        assert!(width > 800 && height > 150 && white > all / 2 && dark > all / 500, "{width} × {height}, {white} white, {dark} dark");
        page.assert_quiet();
    }
}

#[test]
fn where_no_canvas_can_be_had_one_line_says_so() {
    let page = opened(visit(Theme::Light).with_script("HTMLCanvasElement.prototype.getContext = () => null").open("#/chronologie"));
    page.wait_for("button.picture");
    page.click_text("button.picture", "PNG");
    page.wait_for_text("prenez le SVG");
    page.assert_quiet();
}
