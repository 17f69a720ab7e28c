//! A chart as a file, in lines or in points.
//!
//! The drawing is laid into an image from a `data:` address, which the page's policy allows in each of its forms, and from there onto a
//! canvas: nothing is asked of anybody.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use crate::notebook::Picture;

/// Points of a PNG for each pixel of the drawing: enough for print at half a column.
const SCALE: f64 = 2.0;
/// Points that a canvas has on a side at most where browsers have little room.
const WIDEST: f64 = 8_000.0;

/// The picture as a PNG file.
///
/// # Errors
/// When the browser draws no such image, or lets nobody read it.
pub async fn png(picture: &Picture<'_>) -> Result<Uint8Array, JsValue> {
    let (width, height) = picture.size();
    let scale = SCALE.min(WIDEST / width.max(height));
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(&picture.svg()))));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = gloo::utils::document().create_element("canvas")?.dyn_into()?;
    canvas.set_width((width * scale) as u32);
    canvas.set_height((height * scale) as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into::<CanvasRenderingContext2d>()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width * scale, height * scale)?;
    let written = canvas.to_data_url_with_type("image/png")?;
    let packed = written.strip_prefix("data:image/png;base64,").ok_or(JsValue::NULL)?;
    let bytes: Vec<u8> = gloo::utils::window().atob(packed)?.chars().map(|c| c as u8).collect();
    Ok(Uint8Array::from(&*bytes))
}
