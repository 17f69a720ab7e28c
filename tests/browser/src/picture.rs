//! Windows of other sizes, other preferences, and pictures for a person to look at.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::page::Page;

/// Below this width a window is a phone's.
const PHONE: u32 = 600;

/// The tallest picture that is made, in pixels: what the browser draws in one piece.
const TALLEST: u64 = 16_000;
/// The page has kept its height for some frames, so that what is measured anew has been, and what moves has come to rest.
const DRAWN: &str = "new Promise((drawn) => { let last = 0, same = 0; const frame = () => { \
    const now = document.documentElement.scrollHeight; same = now === last ? same + 1 : 0; last = now; \
    if (same > 5) drawn(); else requestAnimationFrame(frame); }; frame(); }) \
    .then(() => Promise.allSettled(document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < 5000).map((one) => one.finished))) \
    .then(() => true)";

/// What the reader prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
    /// The system's few colours in place of the page's own, as Windows offers to those who need them.
    ForcedColours,
    MoreContrast,
}

/// How much of a page is on its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    Window,
    WholePage,
}

impl Theme {
    pub const ALL: [Theme; 4] = [Theme::Light, Theme::Dark, Theme::ForcedColours, Theme::MoreContrast];

    /// As it is called in the names of pictures.
    pub fn label(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::ForcedColours => "forced",
            Theme::MoreContrast => "contrast",
        }
    }

    /// What a page may ask of it, all of it, so that one theme leaves nothing of the one before.
    fn features(self) -> Value {
        let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
        json!([
            feature("prefers-color-scheme", if self == Theme::Dark { "dark" } else { "light" }),
            feature("forced-colors", if self == Theme::ForcedColours { "active" } else { "none" }),
            feature("prefers-contrast", if matches!(self, Theme::MoreContrast | Theme::ForcedColours) { "more" } else { "no-preference" }),
        ])
    }
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
        self.driver.developer("Emulation.setEmulatedMedia", &json!({ "features": theme.features() }));
    }

    /// Sets one feature of media by its name, alone.
    pub fn prefer(&self, feature: &str, value: &str) {
        self.driver.developer("Emulation.setEmulatedMedia", &json!({ "features": [{ "name": feature, "value": value }] }));
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

    /// A picture of the window, or of the whole page below it; size and theme stay as given.
    /// Of the whole page it is taken from its top, the pointer out of the way.
    #[track_caller]
    pub fn picture(&self, extent: Extent) -> Vec<u8> {
        if extent == Extent::WholePage {
            self.driver.developer("Input.dispatchMouseEvent", &json!({ "type": "mouseMoved", "x": 0, "y": 0 }));
            self.eval("scrollTo({ top: 0, behavior: 'instant' })");
        }
        self.settle(DRAWN).expect("frames come");
        let mut options = json!({ "format": "png" });
        if extent == Extent::WholePage {
            let size = self.eval("[innerWidth, Math.max(innerHeight, document.documentElement.scrollHeight)]");
            let height = size[1].as_u64().expect("a height is a number").min(TALLEST);
            options["captureBeyondViewport"] = json!(true);
            options["clip"] = json!({ "x": 0, "y": 0, "width": size[0], "height": height, "scale": 1 });
        }
        let picture = self.driver.developer("Page.captureScreenshot", &options);
        BASE64_STANDARD.decode(picture["data"].as_str().unwrap_or_default()).expect("a picture is base64")
    }
}
