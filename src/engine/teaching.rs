//! What a class asks of a corpus.

use super::Engine;
use crate::classroom::{self, Lesson};
use crate::protocol::{ClassRequest, ClassView, LessonRequest, LessonView};

impl Engine {
    pub(super) fn class(&mut self, request: &ClassRequest) -> Result<ClassView, String> {
        Ok(match request {
            ClassRequest::Lesson(request) => ClassView::Lesson(self.lesson(request)),
            ClassRequest::FiveW { document } => {
                let unknown = || self.document(*document).err().unwrap_or_default();
                ClassView::FiveW(classroom::five_w(self.annotated(), *document).ok_or_else(unknown)?)
            }
        })
    }

    fn lesson(&mut self, request: &LessonRequest) -> LessonView {
        let articles = classroom::of_lesson(self.annotated(), &self.comparer, request);
        let statements = if articles.is_empty() { std::rc::Rc::default() } else { self.stated(&articles).1 };
        Lesson::of(self.annotated(), &self.comparer, request, (&articles, &statements)).view(&request.kinds)
    }
}
