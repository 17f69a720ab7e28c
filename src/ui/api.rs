//! The public JavaScript API, `window.recoupe`: promises of plain objects in the shapes of the exchange format.
pub fn install(_client: &super::client::Client) {}
