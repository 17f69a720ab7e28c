//! The engine in a shell: see [`recoupe::cli`].

use std::io::{self, BufWriter};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    ExitCode::from(recoupe::cli::run(std::env::args_os().skip(1), &mut out, &mut io::stderr()))
}
