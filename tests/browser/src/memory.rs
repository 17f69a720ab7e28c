//! Memory of the process that draws the page and runs its workers, as Linux counts it in `/proc`.

use std::fs;

use crate::driver::Driver;
use crate::page::Page;

impl Page {
    /// Bytes that lie in memory for the tab.
    ///
    /// # Panics
    /// When there is no such process, as on a system without `/proc`.
    pub fn resident(&self) -> u64 {
        let mut drawing = descendants(&self.driver).into_iter().filter(|pid| command(*pid).contains("--type=renderer")).collect::<Vec<_>>();
        drawing.sort_by_key(|pid| resident(*pid));
        resident(drawing.pop().expect("a process draws the page"))
    }
}

/// The processes that the driver started, and those that these started.
fn descendants(driver: &Driver) -> Vec<u32> {
    let all = fs::read_dir("/proc").expect("this is Linux").filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    let parents: Vec<(u32, u32)> = all.filter_map(|pid| Some((pid, number(&status(pid), "PPid:")? as u32))).collect();
    let mut found = vec![driver.process()];
    let mut at = 0;
    while let Some(parent) = found.get(at).copied() {
        found.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(pid, _)| *pid));
        at += 1;
    }
    found
}

fn resident(pid: u32) -> u64 {
    number(&status(pid), "VmRSS:").unwrap_or(0) * 1024
}

/// Empty for a process that has ended meanwhile.
fn status(pid: u32) -> String {
    fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default()
}

fn command(pid: u32) -> String {
    fs::read_to_string(format!("/proc/{pid}/cmdline")).unwrap_or_default()
}

fn number(status: &str, name: &str) -> Option<u64> {
    status.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
}
