//! What views are made of: one component a file.

pub mod accounts;
pub mod byline;
pub mod colophon;
pub mod entity_panel;
pub mod furniture;
pub mod grid;
pub mod layers;
pub mod lede;
pub mod marked_text;
pub mod notice_line;
pub mod passage_list;
pub mod search_box;
pub mod top_bar;

pub use accounts::Accounts;
pub use byline::Byline;
pub use colophon::Colophon;
pub use entity_panel::EntityPanel;
pub use furniture::Furniture;
pub use grid::Grid;
pub use layers::Layers;
pub use lede::Lede;
pub use notice_line::NoticeLine;
pub use passage_list::PassageList;
pub use search_box::SearchBox;
pub use top_bar::TopBar;
