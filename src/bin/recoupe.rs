//! The engine in a shell.

fn main() {}
