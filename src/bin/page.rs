//! The browser's module, in two roles: in a window it mounts the page, in a worker it serves the engine.

fn main() {
    if recoupe::worker::is_worker() {
        recoupe::worker::serve();
    } else {
        recoupe::ui::mount();
    }
}
