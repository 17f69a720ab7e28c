//! What the commands of `cargo xtask` are made of, open to the browser tests, which use the same server and tools.

pub mod browser;
pub mod hosted;
pub mod in_browser;
pub mod later;
pub mod names;
pub mod one_file;
pub mod peers;
pub mod server;
pub mod site;
pub mod size;
pub mod slim;
pub mod split;
pub mod tests;
pub mod titles;
pub mod tools;
pub mod training;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The workspace, wherever the command was called from.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace is above xtask").to_owned()
}

/// Says what begins now and how long it may take.
pub fn announce(step: &str) {
    println!("xtask: {step}");
}

/// The cargo that runs this command.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace());
    command
}

/// Runs a command to its end, its output shown.
///
/// # Errors
/// When it cannot start or ends otherwise than well.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command.status().with_context(|| format!("cannot start {shown}"))?;
    if !status.success() {
        bail!("failed ({status}): {shown}");
    }
    Ok(())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy().into_owned()).collect();
    words.join(" ")
}
