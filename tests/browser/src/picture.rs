//! Windows of other sizes, other preferences, and pictures for a person to look at.

use std::fs;
use std::path::PathBuf;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::page::Page;

/// Below this width a window is a phone's.
const PHONE: u32 = 600;

/// What the reader prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Page {
    /// Gives the window this size, in CSS pixels. A narrow one has scroll bars that take no room, as on a phone.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.driver.developer("Emulation.setDeviceMetricsOverride", &size);
        self.driver.developer("Emulation.setScrollbarsHidden", &json!({ "hidden": width < PHONE }));
    }

    /// Sets what the reader prefers.
    #[track_caller]
    pub fn theme(&self, theme: Theme) {
        let name = if theme == Theme::Dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": name }]);
        self.driver.developer("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// Shows the page as it is printed, with the preferences that were set last; until a theme is set.
    #[track_caller]
    pub fn as_printed(&self) {
        self.driver.developer("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    }

    /// What a camera reads in the picture of an element: the text of each code in it.
    #[track_caller]
    pub fn codes_in(&self, selector: &str) -> Vec<String> {
        let find = format!("document.querySelector({})", json!(selector));
        self.eval(&format!("({find}).scrollIntoView({{ block: 'center', behavior: 'instant' }})"));
        let place = self.eval(&format!(
            "(() => {{ const place = ({find}).getBoundingClientRect(); return {{ x: place.x + scrollX, y: place.y + scrollY, width: place.width, height: place.height, scale: 2 }}; }})()"
        ));
        let picture =
            self.driver.developer("Page.captureScreenshot", &json!({ "format": "png", "clip": place, "captureBeyondViewport": true }));
        let bytes = BASE64_STANDARD.decode(picture["data"].as_str().unwrap_or_default()).expect("a picture is base64");
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a picture is a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a window fits in memory")];
        let frame = reader.next_frame(&mut pixels).expect("a picture is whole");
        let (width, height) = (frame.width as usize, frame.height as usize);
        let n_channels = frame.color_type.samples();
        let grey = |x: usize, y: usize| {
            let at = (y * width + x) * n_channels;
            let sum: u32 = pixels[at..at + n_channels.min(3)].iter().map(|channel| u32::from(*channel)).sum();
            u8::try_from(sum / u32::try_from(n_channels.min(3)).expect("three at most")).expect("a mean of bytes is one")
        };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
        image.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
    }

    /// How many pages the view takes on paper, of the size that its style asks for.
    #[track_caller]
    pub fn n_printed_pages(&self) -> usize {
        let options = json!({ "preferCSSPageSize": true, "printBackground": true });
        let printed = self.driver.developer("Page.printToPDF", &options);
        let bytes = BASE64_STANDARD.decode(printed["data"].as_str().unwrap_or_default()).expect("a print is base64");
        // Each page is an object of this type; `/Pages` is the tree that holds them.
        let name = b"/Type /Page";
        let n = bytes.windows(name.len() + 1).filter(|bytes| bytes.starts_with(name) && bytes[name.len()] != b's').count();
        assert!(n > 0, "a print has pages");
        n
    }

    /// Leaves a picture of the window in `target/screenshots/NAME.png`; size and theme stay as given.
    #[track_caller]
    pub fn screenshot(&self, name: &str, width: u32, height: u32, theme: Theme) -> PathBuf {
        self.resize(width, height);
        self.theme(theme);
        // Two frames, so that what reacts to the size has been drawn.
        self.settle("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))").expect("frames come");
        let picture = self.driver.developer("Page.captureScreenshot", &json!({ "format": "png" }));
        let bytes = BASE64_STANDARD.decode(picture["data"].as_str().unwrap_or_default()).expect("a picture is base64");
        let folder = xtask::workspace().join("target/screenshots");
        fs::create_dir_all(&folder).expect("target is writable");
        let file = folder.join(format!("{name}.png"));
        fs::write(&file, bytes).expect("target is writable");
        file
    }
}
