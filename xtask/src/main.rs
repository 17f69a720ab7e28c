//! `cargo xtask`: the commands that build, serve, test and measure the page.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;
use xtask::{in_browser, names, peers, site, size, tests, tools, training};

const HELP: &str = "\
cargo xtask serve [--port N] [--release]   build the page, serve it on localhost, reload it at every change
cargo xtask test [-- ARGUMENTS]            every test, in a real Chromium where a browser is meant
cargo xtask dist [--base ADDRESS]          the release build into dist/, with its size table; the address at which it will be found, for oEmbed
cargo xtask one-file                       only the page in one file, dist/recoupe.html
cargo xtask screenshots [--site DIR] [--view NAME] [--width N] [--theme NAME] [--language NAME]
                                           pictures of every view into target/screenshots, or of those named, each option as often as needed
cargo xtask budgets [--site DIR] [PART…]   how fast the page is on a slow machine, in a table beside what is asked; parts: start, import, fifty, hundred,
                                           lesson, one-file
cargo xtask peers --out DIR                the search alone, as the harness of other search engines takes it
cargo xtask train-zones DIR                the weights that tell article from furniture, from public test pages in DIR
cargo xtask train-names DIR                the weights of the tagger of names, from the marked articles in DIR
cargo xtask tools                          only what the others do first: install what is missing

What is missing is installed: tools into target/tools, Chromium through the system's package manager.";

enum Order {
    Help,
    Serve { port: u16, profile: site::Profile },
    Test { arguments: Vec<String> },
    Dist { base: Option<String> },
    OneFile,
    InBrowser { program: &'static str, site: Option<PathBuf>, arguments: Vec<String> },
    Peers { out: PathBuf },
    Tools,
    TrainZones { folder: PathBuf },
    TrainNames { folder: PathBuf },
}

fn main() -> ExitCode {
    let outcome = read_order().and_then(|order| match order {
        Order::Help => {
            println!("{HELP}");
            Ok(())
        }
        Order::Serve { port, profile } => site::serve(port, profile),
        Order::Test { arguments } => tests::run_all(&arguments),
        Order::OneFile => site::one_file(),
        Order::Tools => tools::for_all(),
        Order::InBrowser { program, site, arguments } => in_browser::run_program(program, site, &arguments),
        Order::Peers { out } => peers::build(&out),
        Order::TrainZones { folder } => training::run(&folder),
        Order::TrainNames { folder } => names::run(&folder),
        Order::Dist { base } => site::dist(base.as_deref()).and_then(|folder| size::report(&folder)),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn read_order() -> Result<Order> {
    let mut parser = lexopt::Parser::from_env();
    let Some(first) = parser.next()? else { return Ok(Order::Help) };
    let name = match first {
        Value(name) => name.string()?,
        Short('h') | Long("help") => return Ok(Order::Help),
        other => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "serve" => read_serve(&mut parser),
        "test" => Ok(Order::Test { arguments: parser.raw_args()?.map(|word| word.string()).collect::<Result<_, _>>()? }),
        "dist" => read_dist(&mut parser),
        "one-file" => nothing_more(&mut parser, Order::OneFile),
        "train-zones" => Ok(Order::TrainZones { folder: parser.value()?.into() }),
        "train-names" => Ok(Order::TrainNames { folder: parser.value()?.into() }),
        "tools" => nothing_more(&mut parser, Order::Tools),
        "screenshots" => read_in_browser(&mut parser, "screenshots"),
        "budgets" => read_in_browser(&mut parser, "budgets"),
        "peers" => read_peers(&mut parser),
        "help" => Ok(Order::Help),
        _ => bail!("no command `{name}`\n{HELP}"),
    }
}

fn nothing_more(parser: &mut lexopt::Parser, order: Order) -> Result<Order> {
    match parser.next()? {
        None => Ok(order),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn read_serve(parser: &mut lexopt::Parser) -> Result<Order> {
    let (mut port, mut profile) = (8080, site::Profile::Debug);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => port = parser.value()?.parse()?,
            Long("release") => profile = site::Profile::Release,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Order::Serve { port, profile })
}

fn read_dist(parser: &mut lexopt::Parser) -> Result<Order> {
    let mut base = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("base") => base = Some(parser.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Order::Dist { base })
}

fn read_peers(parser: &mut lexopt::Parser) -> Result<Order> {
    let mut out = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("out") => out = Some(parser.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(out) = out else { bail!("`peers` wants --out DIR") };
    Ok(Order::Peers { out })
}

/// Where a site lies that is already built; what else is said is for the program itself.
fn read_in_browser(parser: &mut lexopt::Parser, program: &'static str) -> Result<Order> {
    let (mut site, mut arguments) = (None, Vec::new());
    let mut words = parser.raw_args()?;
    while let Some(word) = words.next() {
        if word == "--site" {
            let Some(folder) = words.next() else { bail!("`--site` wants a folder") };
            site = Some(PathBuf::from(folder));
        } else {
            arguments.push(word.string()?);
        }
    }
    Ok(Order::InBrowser { program, site, arguments })
}
