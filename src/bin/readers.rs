//! The browser's second module: the readers of files, and the whole engine, each in a worker of its own, or called by the page
//! where no worker can be had.

fn main() {
    recoupe::readers::serve_either();
}
