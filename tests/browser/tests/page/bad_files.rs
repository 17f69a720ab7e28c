//! What people drop by mistake or in a hurry: too large, or while other files are still coming in.

use browser_tests::Visit;

use crate::files::FIRST;
use crate::{drawn, open};

#[test]
fn a_file_that_no_memory_holds_gets_a_line_and_is_never_read() {
    // Nobody makes a file of three gigabytes for a test: it says that it is so large, and counts who reads it.
    let page = Visit::new()
        .with_script(
            "window.reads = 0;
            const size = Object.getOwnPropertyDescriptor(Blob.prototype, 'size').get;
            Object.defineProperty(Blob.prototype, 'size', { get() { return this.name === 'grand.txt' ? 3e9 : size.call(this); } });
            for (const name of ['arrayBuffer', 'slice', 'stream', 'text']) {
                const read = Blob.prototype[name];
                Blob.prototype[name] = function (...given) { if (this.name === 'grand.txt') window.reads++; return read.apply(this, given); };
            }",
        )
        .open("#/panorama");
    drawn(&page);
    page.drop_files(&format!("new File(['Un texte sans fin.'], 'grand.txt'), {FIRST}"));
    page.wait_for(".report");
    let report = page.text(".report").replace(['\u{a0}', '\u{202f}'], " ");
    assert!(report.contains("grand.txt"), "{report}");
    assert_eq!((page.count(".loaded li"), page.eval("window.reads").to_string().as_str()), (1, "0"));
    page.assert_quiet();
}

#[test]
fn files_dropped_while_others_come_in_come_in_behind_them() {
    let page = open("#/panorama");
    let many = "...Array.from({ length: 60 }, (_, n) => new File([`Le port ${n} ferme\\n\\n` + `Le maire de la ville ${n}, Paul Le Gall, a fermé le port lundi à ${n} heures devant les pêcheurs. `.repeat(400)], `port${n}.txt`))";
    page.drop_files(many);
    page.wait_for(".task");
    page.drop_files(FIRST);
    assert_eq!(page.count(".task"), 1, "the import was over before more was dropped");
    page.wait_until("!document.querySelector('.task')");
    page.go("#/corpus");
    page.wait_until("document.querySelectorAll('.loaded li').length === 61");
    page.assert_quiet();
}
