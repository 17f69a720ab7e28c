//! How fast the page is on a slow machine, beside what is asked of it: `cargo xtask budgets`.
//!
//! All of it, or the parts that are named: `start`, `import`, `fifty`, `hundred`, `lesson`, `one-file`. It measures and prints, and judges nothing: a busy machine is no fault of the page. It fails when a number could not be had.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::{Duration, Instant};

use browser_tests::{Page, VIEWS, Visit, WATCH};

/// How often a start is measured; the one in the middle counts.
const STARTS: usize = 5;
/// Between two keys of someone who types slowly, so that each is answered.
const BETWEEN_KEYS: Duration = Duration::from_millis(350);
/// Between two turns of the wheel, and between two while frames are counted.
const BETWEEN_TURNS: Duration = Duration::from_millis(60);
const QUICK_TURNS: Duration = Duration::from_millis(30);
/// How often one looks whether files have come in.
const LOOK: Duration = Duration::from_millis(20);
/// What follows a step of a lesson may still be long: so long it is waited for.
const AFTER_STEP: Duration = Duration::from_millis(1_200);

/// When the first text was painted, in milliseconds.
const PAINTED: &str = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";

/// One line of the table.
struct Row {
    what: String,
    measured: String,
    asked: &'static str,
}

fn row(what: &str, measured: String, asked: &'static str) -> Row {
    Row { what: what.to_owned(), measured, asked }
}

/// What is measured in one go.
type Part = fn() -> Vec<Row>;

fn main() -> ExitCode {
    let parts: [(&str, Part); 6] = [
        ("start", hosted_start),
        ("import", dropped_files),
        ("fifty", fifty_articles),
        ("hundred", hundred_long_articles),
        ("lesson", lesson),
        ("one-file", one_file_start),
    ];
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let mut rows = Vec::new();
    let mut is_whole = true;
    for (name, measure) in parts.into_iter().filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|part| part == name)) {
        eprintln!("budgets: {name}");
        match catch_unwind(AssertUnwindSafe(measure)) {
            Ok(found) => rows.extend(found),
            Err(_) => {
                is_whole = false;
                rows.push(row(name, "missing".to_owned(), ""));
            }
        }
    }
    let width = rows.iter().map(|row| row.what.chars().count()).max().unwrap_or(0);
    for Row { what, measured, asked } in rows {
        println!("{what:width$}  {measured:>12}  {asked}");
    }
    if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn milliseconds(duration: f64) -> String {
    format!("{duration:.0} ms")
}

/// A task that no browser tells is under its threshold.
fn task(longest: f64) -> String {
    if longest == 0.0 { "under 50 ms".to_owned() } else { milliseconds(longest) }
}

fn middle(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn open_slowly(times: u32) -> Page {
    let page = Visit::new().with_script(WATCH).open("");
    page.wait_for(".panorama .lede");
    page.slow_down(times);
    page
}

fn hosted_start() -> Vec<Row> {
    let (mut text, mut usable) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        // What a browser compiled once is no first visit: each start has a browser of its own.
        let page = Visit::new().with_script(WATCH).slowed(4).open("");
        page.wait_until(&format!("window.usable && {PAINTED}"));
        let painted = page.eval(PAINTED).as_f64().expect("a time is a number");
        text.push(painted);
        // What can be used but is not seen yet is of no use.
        usable.push(page.eval("usable").as_f64().expect("a time is a number").max(painted));
    }
    vec![
        row("hosted, 4× slower: first text", milliseconds(middle(text)), "at most 1500 ms"),
        row("hosted, 4× slower: interactive", milliseconds(middle(usable)), "at most 2000 ms"),
    ]
}

/// Articles of made-up sentences, the same at every run, as the page's own door takes them.
fn articles(n: u32, words: u32) -> String {
    format!(
        "(() => {{ const words = 'le ministre de la ville port quai navire grève syndicat maire préfet usine rivière pont marché école hôpital police \
         incendie budget vote séance conseil région élu plainte enquête tribunal juge avocat témoin victime accord projet chantier retard coût \
         million euros lundi mardi février mars avril selon annonce décision mesure crise réunion rapport chiffre habitant commerçant \
         pêcheur'.split(' '); let seed = 7; \
         const draw = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff; \
         const sentence = () => {{ const all = Array.from({{ length: 8 + Math.floor(draw() * 14) }}, () => words[Math.floor(draw() * words.length)]); \
         all[0] = all[0][0].toUpperCase() + all[0].slice(1); return all.join(' ') + '.'; }}; \
         const article = (at) => {{ let text = 'Titre numéro ' + at + ' : ' + sentence().slice(0, -1) + '\\n\\n', n = 0; \
         while (n < {words}) {{ const part = Array.from({{ length: 4 }}, sentence).join(' '); n += part.split(' ').length; text += part + '\\n\\n'; }} \
         return {{ id: 'a' + String(at).padStart(3, '0') + '.txt', text, outlet: 'Journal ' + at % 9, \
         published: '2022-03-' + String(1 + at % 28).padStart(2, '0') }}; }}; \
         return Array.from({{ length: {n} }}, (_, at) => article(at)); }})()"
    )
}

fn with_articles(n: u32, words: u32) -> Page {
    let page = open_slowly(1);
    page.eval(&format!("void recoupe.load({})", articles(n, words)));
    page.wait_until(&format!("document.querySelector('.context')?.innerText.includes('{n}\u{a0}articles')"));
    page.wait_until("!document.querySelector('[aria-busy=true], .task')");
    page
}

fn to_article(page: &Page) {
    page.go("#/lire/a001.txt");
    page.wait_for("article.text p");
    page.wait_until("!document.querySelector('[aria-busy=true]')");
    sleep(AFTER_STEP);
    page.forget_tasks();
}

/// Files of 400 words dropped on the page, until the new corpus is shown.
fn dropped_files() -> Vec<Row> {
    let mut rows = Vec::new();
    for (n, asked) in [(50, "at most 1000 ms"), (10_000, "")] {
        // A browser of its own: the memory of a module never shrinks.
        let page = open_slowly(1);
        page.make_files(n);
        // Making them up is no work of the page.
        page.longest_task();
        page.forget_tasks();
        let empty = page.resident();
        let begun = Instant::now();
        page.drop_made();
        let mut most = 0;
        while page.eval(
            "document.querySelector('.context')?.innerText.includes(FILES) ?? false".replace("FILES", &format!("'{}'", spaced(n))).as_str(),
        ) != true
        {
            most = page.resident().max(most);
            sleep(LOOK);
        }
        let took = begun.elapsed().as_secs_f64() * 1e3;
        let held = page.longest_task();
        rows.push(row(&format!("hosted, {n} files dropped: until they are shown"), milliseconds(took), asked));
        rows.push(row(&format!("hosted, {n} files dropped: longest task of the page"), task(held), "at most 100 ms"));
        if n >= 10_000 {
            let times = most.saturating_sub(empty) as f64 / page.made_bytes();
            rows.push(row(
                &format!("hosted, {n} files dropped: memory of the tab at its worst, by size of the text"),
                format!("{times:.1}"),
                "under 12",
            ));
        }
    }
    rows
}

/// A number of articles as the page writes it.
fn spaced(n: u32) -> String {
    if n < 1_000 { format!("{n}\u{a0}articles") } else { format!("{}\u{202f}{:03}\u{a0}articles", n / 1_000, n % 1_000) }
}

fn fifty_articles() -> Vec<Row> {
    const ASKED: &str = "at most 50 ms";
    let page = with_articles(50, 400);
    page.slow_down(4);
    page.click("#search");
    let mut typing: f64 = 0.0;
    for key in "grève port".chars() {
        page.forget_tasks();
        page.type_text(&key.to_string());
        sleep(BETWEEN_KEYS);
        let held = page.longest_task();
        eprintln!("  {key:?}: {held:.0} ms");
        typing = typing.max(held);
    }
    page.press("Escape");
    page.go("#/chercher?q=gr%C3%A8ve+port");
    page.wait_for(".hit-list a");
    sleep(AFTER_STEP);
    page.forget_tasks();
    page.wheel(20, 400, BETWEEN_TURNS);
    let results = page.longest_task();
    to_article(&page);
    page.wheel(60, 300, QUICK_TURNS);
    let article = page.longest_task();
    vec![
        row("hosted, 4× slower, 50 articles: longest task while typing", task(typing), ASKED),
        row("hosted, 4× slower, 50 articles: longest task while results scroll", task(results), ASKED),
        row("hosted, 4× slower, 50 articles: longest task while an article scrolls", task(article), ASKED),
    ]
}

fn hundred_long_articles() -> Vec<Row> {
    let page = with_articles(100, 10_000);
    to_article(&page);
    let frames = page.frames(|page| page.wheel(60, 300, QUICK_TURNS));
    assert!(page.eval("scrollY > 5000") == true, "the article scrolled");
    vec![
        row("hosted, 100 articles of 10 000 words: frames a second while one scrolls", format!("{:.1}", frames.per_second), "60"),
        row("hosted, 100 articles of 10 000 words: slowest frame but for one in twenty", format!("{:.1} ms", frames.slow), "16.7 ms"),
    ]
}

/// A lesson as a class goes through it, on the page that is one file, on a processor six times slower.
fn lesson() -> Vec<Row> {
    let page = Visit::new().with_script(WATCH).slowed(6);
    let file = page.file("recoupe.html");
    let page = page.open_file(&file, "");
    page.wait_for(".panorama .lede");
    let start = page.longest_task();
    let mut longest = (0.0, "none");
    let mut step = |name: &'static str, act: &dyn Fn(&Page)| {
        page.forget_tasks();
        act(&page);
        sleep(AFTER_STEP);
        let task = page.longest_task();
        eprintln!("  {name}: {task:.0} ms");
        if task > longest.0 {
            longest = (task, name);
        }
    };
    step("corpus", &|page| {
        page.click_text(".top-bar nav a", "Corpus");
        page.wait_for(".corpus-view");
    });
    step("classe", &|page| {
        page.click_text(".index-tabs a", "En classe");
        page.wait_for(".class-view");
    });
    step("voix", &|page| {
        page.go("#/classe/voix");
        page.wait_for("fieldset input");
    });
    step("answer", &|page| page.click("fieldset input"));
    step("reveal", &|page| page.click_text("button", "Tout vérifier"));
    for (name, fragment) in VIEWS.iter().filter(|(name, _)| name.starts_with("classe-") && *name != "classe-voix") {
        step(name, &|page| {
            page.go(fragment);
            page.wait_until("document.querySelector('#main h1') && !document.querySelector('[aria-busy=true]')");
        });
    }
    step("projection", &|page| {
        page.go("#/projection");
        page.wait_for(".slide");
    });
    vec![
        row("one file, 6× slower: longest task of its start", task(start), "at most 200 ms"),
        row(&format!("one file, 6× slower: longest task of a lesson ({})", longest.1), task(longest.0), "at most 200 ms"),
    ]
}

fn one_file_start() -> Vec<Row> {
    let file = Visit::new().file("recoupe.html");
    let size = fs::metadata(&file).expect("the site has its one file").len();
    let empty = std::env::temp_dir().join(format!("recoupe-empty-{}.html", std::process::id()));
    let filling = "A".repeat(usize::try_from(size).expect("a page fits into memory"));
    fs::write(&empty, format!("<!doctype html><title>x</title><script type=\"text/plain\">{filling}</script><p id=\"end\">e</p>"))
        .expect("there is room for a file");
    let start = |file: &PathBuf, css: &str| {
        let mut page = Visit::new().open("");
        page.wait_for(".panorama .lede");
        page.visit("about:blank");
        let began = Instant::now();
        page.open_file(file, "");
        page.wait_for(css);
        began.elapsed().as_secs_f64() * 1_000.0
    };
    let ours = middle((0..STARTS).map(|_| start(&file, ".panorama .lede")).collect());
    let bare = middle((0..STARTS).map(|_| start(&empty, "#end")).collect());
    let _ = fs::remove_file(empty);
    vec![
        row("one file from the disk: first view", milliseconds(ours), ""),
        row("an empty page of its size: its end", milliseconds(bare), ""),
        row("one file beside an empty page", format!("{:.1} times", ours / bare), "at most 2 times"),
    ]
}
