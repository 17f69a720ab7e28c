//! Changes a query as text: takes conditions away and adds them.

/// `before` and `after` without what stood between them, with one blank or none.
pub fn rejoin(before: &str, after: &str) -> String {
    let (before, after) = (before.trim_end(), after.trim_start());
    let blank = if before.is_empty() || after.is_empty() || before.ends_with('(') || after.starts_with(')') { "" } else { " " };
    [before, blank, after].concat()
}
