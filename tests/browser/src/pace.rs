//! What the page costs: a slower processor, tasks that hold the page up, frames while it scrolls. For programs that measure; a test
//! holds no time, since machines differ and are busy.

use std::time::Duration;

use serde_json::json;

use crate::page::Page;

/// Put into a page before its own scripts: keeps every long task, in milliseconds, and when the first view could be used.
pub const WATCH: &str = "window.held = []; \
    new PerformanceObserver((list) => list.getEntries().forEach((task) => held.push(task.duration))).observe({ type: 'longtask', buffered: true }); \
    addEventListener('recoupe-ready', () => { window.usable = performance.now(); });";

/// What drawing was like while the page scrolled.
#[derive(Clone, Copy, Debug)]
pub struct Frames {
    pub per_second: f64,
    /// Milliseconds from one to the next, which one in twenty exceeds.
    pub slow: f64,
}

impl Page {
    /// Makes the processor so many times slower for the page.
    pub fn slow_down(&self, times: u32) {
        self.driver.developer("Emulation.setCPUThrottlingRate", &json!({ "rate": times }));
    }

    /// Forgets the tasks so far.
    pub fn forget_tasks(&self) {
        self.eval("void (held.length = 0)");
    }

    /// The longest task since they were forgotten, in milliseconds; 0 when none was over 50, below which browsers do not tell them.
    pub fn longest_task(&self) -> f64 {
        // What is under way counts too, and is told with the next turn.
        self.settle("new Promise((told) => requestIdleCallback(() => setTimeout(told, 100), { timeout: 5000 }))")
            .expect("the page comes to rest");
        self.eval("Math.max(0, ...held)").as_f64().unwrap_or_default()
    }

    /// Turns the wheel over the middle of the window, so many times.
    pub fn wheel(&self, turns: u32, by: u32, pause: Duration) {
        let at = self.eval("[innerWidth / 2, innerHeight * .6]");
        for _ in 0..turns {
            let turn = json!({ "type": "mouseWheel", "x": at[0], "y": at[1], "deltaX": 0, "deltaY": by });
            self.driver.developer("Input.dispatchMouseEvent", &turn);
            std::thread::sleep(pause);
        }
    }

    /// The frames that are drawn while something is done.
    pub fn frames(&self, during: impl FnOnce(&Page)) -> Frames {
        self.eval(
            "void (() => { window.drawn = []; let last = performance.now(); \
             const tick = (now) => { drawn.push(now - last); last = now; window.ticking = requestAnimationFrame(tick); }; requestAnimationFrame(tick); })()",
        );
        during(self);
        // The first few are those of starting.
        let seen = self.eval("(cancelAnimationFrame(ticking), drawn.slice(3).sort((a, b) => a - b))");
        let each: Vec<f64> = seen.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
        assert!(each.len() > 20, "there are {} frames", each.len());
        Frames { per_second: 1_000.0 * each.len() as f64 / each.iter().sum::<f64>(), slow: each[each.len() * 95 / 100] }
    }
}
