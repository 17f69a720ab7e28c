// Starts the page from a file, because the page policy forbids inline scripts. The module is compiled once here, and
// posted from Rust to the worker.
//
// The address before the fragment says how the page is framed: `?bare` without bar and foot, `?only=grid` one part of the first view alone,
// `?await` hidden until the page around brings its corpus. Style sheets do the rest.
"use strict";
{
  const script = document.currentScript;
  const paths = script.dataset;
  const root = document.documentElement;
  const beside = (name) => new URL(name, document.baseURI);
  const query = new URLSearchParams(location.search);
  for (const name of ["bare", "only", "await"]) if (query.has(name)) root.dataset[name] = query.get(name);
  const tell = (why) => {
    const box = document.getElementById("crash");
    document.getElementById("crash-why").textContent = String(why);
    box.hidden = false;
    dispatchEvent(new CustomEvent("recoupe-error", { detail: { code: "start", message: String(why) } }));
  };
  document.getElementById("crash-reload").addEventListener("click", () => location.reload());
  if (parent !== window) {
    root.dataset.framed = "";
    import(beside(`${paths.framed}.js`));
  } else if ("serviceWorker" in navigator && isSecureContext && paths.offline && !navigator.connection?.saveData) {
    // What is needed to work without the server is fetched when nothing else is.
    addEventListener("recoupe-ready", () => setTimeout(() => import(beside(`${paths.offline}.js`)), 2_000), { once: true });
  }
  import(beside(paths.js))
    .then((glue) => glue.default({ module_or_path: beside(paths.wasm) }))
    .catch((why) => { if (document.getElementById("crash").hidden) tell(why); });
}
