//! Memory grows with the text and stays a small multiple of it. One test alone in its binary: what is counted is the whole
//! process.

#[path = "../benches/generator.rs"]
#[allow(dead_code, reason = "each user takes what it needs")]
mod generator;

use peak_alloc::PeakAlloc;
use recoupe::corpus::Corpus;
use recoupe::engine::Engine;
use recoupe::protocol::Request;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Bytes of text, bytes held after the analysis and the overview, and the most that was held.
fn measure(n: u64) -> (usize, usize, usize) {
    let before = MEMORY.current_usage();
    let articles = generator::articles(3, n);
    let n_bytes = generator::n_bytes(&articles);
    MEMORY.reset_peak_usage();
    let mut engine = Engine::new(Corpus::read(None, articles).expect("generated articles are a corpus"));
    let overview = engine.answer(Request::Overview);
    let (held, peak) = (MEMORY.current_usage() - before, MEMORY.peak_usage() - before);
    drop(overview);
    (n_bytes, held, peak)
}

#[test]
fn more_text_takes_less_than_twelve_times_its_bytes() {
    // Word lists that are read once are no part of the growth.
    measure(2);
    let (few, many) = (measure(40), measure(400));
    let text = (many.0 - few.0) as f64;
    let (held, peak) = ((many.1 - few.1) as f64 / text, (many.2 - few.2) as f64 / text);
    assert!(held < 8.0, "{held:.1} bytes are held for each byte of text");
    assert!(peak < 12.0, "{peak:.1} bytes are needed for each byte of text");
}
