//! A panic on the page, told in words with a way to reload: Yew cannot draw any more, so the box is in `index.html`.

use gloo::utils::document;

/// Installs the panic hook of the page.
pub fn install() {
    // Yew installs a hook of its own when it starts, unless it is given one.
    yew::set_custom_panic_hook(Box::new(|info| tell(&info.to_string())));
}

/// Shows the box with `why`.
pub fn tell(why: &str) {
    if let Some(place) = document().get_element_by_id("crash-why") {
        place.set_text_content(Some(why));
    }
    if let Some(crash) = document().get_element_by_id("crash") {
        let _ = crash.remove_attribute("hidden");
    }
}
