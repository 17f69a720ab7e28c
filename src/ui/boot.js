// Starts the page from a file, because the page policy forbids inline scripts. The module is compiled once here, and
// posted from Rust to the worker.
"use strict";
{
  const paths = document.currentScript.dataset;
  const tell = (why) => {
    const box = document.getElementById("crash");
    document.getElementById("crash-why").textContent = String(why);
    box.hidden = false;
  };
  document.getElementById("crash-reload").addEventListener("click", () => location.reload());
  // The view that a corpus published with the page opens on.
  const { view } = document.getElementById("app").dataset;
  if (view && !location.hash) history.replaceState(null, "", view);
  import(new URL(paths.js, document.baseURI))
    .then((glue) => glue.default({ module_or_path: new URL(paths.wasm, document.baseURI) }))
    .catch((why) => { if (document.getElementById("crash").hidden) tell(why); });
}
