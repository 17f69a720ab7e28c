//! Whole pages: one for each [`View`](super::route::View).

pub mod about_view;
pub mod across_view;
pub mod activity_page;
pub mod chunk;
pub mod class_view;
pub mod common_page;
pub mod compare_view;
pub mod corpus_view;
pub mod days_view;
pub mod disagreements_page;
pub mod distances_page;
pub mod entity_view;
pub mod figures_view;
pub mod five_w_page;
pub mod index_view;
pub mod later;
pub mod lesson_page;
pub mod notes_view;
pub mod panorama;
pub mod projector_view;
pub mod quotes_view;
pub mod read_view;
pub mod record_view;
pub mod results;
pub mod review_view;
pub mod silences_page;
pub mod statements_page;
pub mod titles_page;
pub mod tool_view;
pub mod utterance_page;
pub mod words_page;
pub mod worksheet_page;

pub use about_view::AboutView;
pub use across_view::AcrossView;
pub use class_view::ClassView;
pub use compare_view::CompareView;
pub use corpus_view::CorpusView;
pub use days_view::DaysView;
pub use entity_view::EntityView;
pub use figures_view::FiguresView;
pub use index_view::IndexView;
pub use later::Later;
pub use notes_view::NotesView;
pub use panorama::Panorama;
pub use projector_view::ProjectorView;
pub use quotes_view::QuotesView;
pub use read_view::ReadView;
pub use record_view::RecordView;
pub use results::Results;
pub use review_view::ReviewView;
pub use tool_view::ToolView;
pub use utterance_page::UtterancePage;

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Overview;

/// What every view is given.
#[derive(Properties, PartialEq)]
pub struct ViewProps {
    pub overview: Rc<Overview>,
}
