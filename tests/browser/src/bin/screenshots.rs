//! Pictures of every view in every width, theme and language, for a person to look at one by one: `cargo xtask screenshots`.
//!
//! They are called `view-width-theme-language.png`; a sheet beside them shows all. Nothing is compared with pictures of before: fonts differ
//! from machine to machine, and what is ugly today would be held for ever.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use browser_tests::{Extent, Page, Theme, VIEWS, Visit};
use lexopt::prelude::*;

/// A small phone, a phone, a tablet, a desk, a projector; width and height of the window.
const WINDOWS: [(u32, u32); 5] = [(320, 640), (360, 740), (768, 1024), (1280, 900), (1920, 1080)];
const LANGUAGES: [&str; 2] = ["fr", "en"];

/// What there are to be pictures of.
struct Wanted {
    views: Vec<&'static (&'static str, &'static str)>,
    windows: Vec<(u32, u32)>,
    themes: Vec<Theme>,
    languages: Vec<&'static str>,
}

fn main() -> ExitCode {
    let wanted = match Wanted::read(lexopt::Parser::from_env()) {
        Ok(wanted) => wanted,
        Err(error) => {
            eprintln!("screenshots: {error}");
            return ExitCode::FAILURE;
        }
    };
    let folder = xtask::workspace().join("target/screenshots");
    fs::create_dir_all(&folder).expect("target is writable");
    // A language a browser: each has its own session, which a reader fills a little.
    std::thread::scope(|scope| {
        for language in &wanted.languages {
            scope.spawn(|| take(&wanted, language, &folder));
        }
    });
    let n = write_sheet(&folder);
    println!("{n} pictures in {}", folder.join("index.html").display());
    ExitCode::SUCCESS
}

impl Wanted {
    /// All, but for what is named: each option may come several times.
    fn read(mut parser: lexopt::Parser) -> Result<Wanted, lexopt::Error> {
        let mut wanted = Wanted { views: Vec::new(), windows: Vec::new(), themes: Vec::new(), languages: Vec::new() };
        while let Some(argument) = parser.next()? {
            match argument {
                Long("view") => wanted.views.push(named(&parser.value()?.string()?, VIEWS, |(name, _)| name)?),
                Long("width") => {
                    let width = parser.value()?.parse()?;
                    let known = WINDOWS.into_iter().find(|window| window.0 == width);
                    wanted.windows.push(known.unwrap_or((width, 900)));
                }
                Long("theme") => wanted.themes.push(*named(&parser.value()?.string()?, &Theme::ALL, |theme| theme.label())?),
                Long("language") => wanted.languages.push(named(&parser.value()?.string()?, &LANGUAGES, |language| language)?),
                other => return Err(other.unexpected()),
            }
        }
        fill(&mut wanted.views, VIEWS.iter());
        fill(&mut wanted.windows, WINDOWS);
        fill(&mut wanted.themes, Theme::ALL);
        fill(&mut wanted.languages, LANGUAGES);
        Ok(wanted)
    }
}

fn named<'a, T>(word: &str, all: &'a [T], name: impl Fn(&'a T) -> &'a str) -> Result<&'a T, lexopt::Error> {
    let known = || all.iter().map(&name).collect::<Vec<_>>().join(", ");
    all.iter().find(|one| name(one) == word).ok_or_else(|| format!("no “{word}” among {}", known()).into())
}

fn fill<T>(wanted: &mut Vec<T>, all: impl IntoIterator<Item = T>) {
    if wanted.is_empty() {
        wanted.extend(all);
    }
}

fn take(wanted: &Wanted, language: &str, folder: &Path) {
    let page = Visit::new().open(&format!("?lang={language}#/panorama"));
    drawn(&page);
    settle_in(&page);
    for (name, fragment) in &wanted.views {
        page.go(fragment);
        drawn(&page);
        for (width, height) in &wanted.windows {
            page.resize(*width, *height);
            for theme in &wanted.themes {
                page.theme(*theme);
                let file = folder.join(format!("{name}-{width}-{}-{language}.png", theme.label()));
                fs::write(file, page.picture(Extent::WholePage)).expect("target is writable");
            }
        }
        page.theme(Theme::Light);
        page.resize(1280, 900);
    }
}

fn drawn(page: &Page) {
    page.wait_until("document.querySelector('#main h1') && !document.querySelector('[aria-busy=true]')");
}

/// What a reader leaves who has worked a while, so that review and notes have something to show.
fn settle_in(page: &Page) {
    page.go("#/lire/003.txt");
    page.select("article.text", "veut mondialiser");
    page.click(".selected-note");
    page.wait_until("document.activeElement?.id === 'note-comment'");
    page.type_text("Qui le dit ?");
    page.click(".note-form button[type='submit']");
    page.wait_gone(".note-form");
    page.go("#/citations");
    for n in 1..=3 {
        page.click(".quote-list .keep:not(.kept)");
        page.wait_until(&format!("document.querySelectorAll('.quote-list .kept').length === {n}"));
    }
    page.go("#/comparer/desaccords");
    page.wait_gone("#kept-line");
    page.click(".opposed .keep");
    // What was kept is said in a line over the page, which goes with the next step.
    page.wait_for("#kept-line a");
    page.go("#/corpus");
    page.wait_gone("#kept-line");
}

/// The sheet over all pictures that lie there; how many.
fn write_sheet(folder: &Path) -> usize {
    let files = fs::read_dir(folder).expect("the pictures are there").flatten().map(|entry| entry.path());
    let mut pictures: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending == "png")).collect();
    pictures.sort();
    let mut html = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Recoupe, every view</title><style>body { font: 15px system-ui; margin: 2rem } \
         section { display: flex; gap: 1rem; overflow-x: auto; align-items: start } figure { margin: 0 } \
         img { height: 24rem; object-fit: cover; object-position: top; border: 1px solid #ccc }</style>\n",
    );
    for (view, fragment) in VIEWS {
        html.push_str(&format!("<h2 id=\"{view}\">{view} <code>{}</code></h2>\n<section>", fragment.replace('&', "&amp;")));
        let stems = pictures.iter().filter_map(|path| path.file_stem()?.to_str());
        for stem in stems.filter(|stem| stem.rsplitn(4, '-').nth(3) == Some(view)) {
            let caption = &stem[view.len() + 1..];
            html.push_str(&format!(
                "<figure><a href=\"{stem}.png\"><img loading=\"lazy\" src=\"{stem}.png\" alt=\"\"></a><figcaption>{caption}</figcaption></figure>\n"
            ));
        }
        html.push_str("</section>\n");
    }
    fs::write(folder.join("index.html"), html).expect("target is writable");
    pictures.len()
}
