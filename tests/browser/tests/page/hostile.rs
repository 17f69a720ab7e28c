//! A dropped page is text: nothing in it runs, nothing in it is fetched.

use browser_tests::Visit;

use crate::drawn;

const PAGE: &str = "<!doctype html><html><head><title>Brest</title><style>body { background: url(https://evil.example/style) }</style><link rel=stylesheet href=https://evil.example/sheet><base href=https://evil.example/><meta http-equiv=refresh content=\"0;url=https://evil.example/away\"><script>window.pwned = 1</script></head><body onload=\"window.pwned = 2\"><h1>Le port <img src=x onerror=\"window.pwned = 3\"> ferme</h1><p onclick=\"window.pwned = 4\">Le maire de Brest, Paul Le Gall, a fermé le port <a href=\"javascript:window.pwned=5\">lundi</a> après la tempête.</p><img src=https://evil.example/image><iframe src=https://evil.example/frame srcdoc=\"<script>parent.pwned=6</script>\"></iframe><svg onload=\"window.pwned=7\"><script>window.pwned=8</script></svg><object data=https://evil.example/object></object><p>&lt;img src=x onerror=window.pwned=9&gt; Il rouvrira mardi, dit la mairie de Brest.</p></body></html>";

#[test]
fn script_styles_and_images_of_a_dropped_page_never_run_and_never_load() {
    let page = Visit::new()
        .with_script("window.violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(event.blockedURI));")
        .open("#/panorama");
    drawn(&page);
    let file = format!("new File([{}], 'page.html')", serde_json::to_string(PAGE).unwrap());
    let as_text =
        format!("new File([{}], 'texte.txt')", serde_json::to_string(&PAGE.replace("<!doctype html>", "Titre <b>gras</b> ")).unwrap());
    page.drop_files(&format!("{file}, {as_text}"));
    page.wait_until("document.title.includes('Panorama') && document.querySelectorAll('.accounts li').length === 2");
    for fragment in [
        "#/lire/page.html",
        "#/lire/texte.txt",
        "#/corpus/page.html",
        "#/corpus",
        "#/comparer/page.html/texte.txt",
        "#/index",
        "#/chercher?q=brest",
    ] {
        page.go(fragment);
        drawn(&page);
    }
    page.go("#/lire/page.html");
    page.wait_for_text("Paul Le Gall");
    assert_eq!(page.eval("window.pwned ?? null").to_string(), "null");
    assert_eq!(page.eval("window.violations").to_string(), "[]");
    assert_eq!(page.count("main img, main iframe, main script, main object, main style, main svg script"), 0);
    assert_eq!(page.foreign_requests(), Vec::<String>::new());
    page.assert_quiet();
}
