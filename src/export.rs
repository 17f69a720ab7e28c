//! The exchange format: one JSON object a line, offsets in Unicode scalars of the raw file.
