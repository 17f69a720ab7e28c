//! The engine behind a Web Worker.
