// Starts the page from what stands in its own file, and fetches nothing. What is not whole is told in the place of the tool.
// The page's module finds here, at this script's element, how to start itself again: in a worker, or on the page where none can be had.
"use strict";
{
  const CUT = ["Ce fichier n’est pas entier\u{a0}: il a été coupé en chemin. Demandez-le de nouveau à qui vous l’a donné.",
    "This file is not whole: it was cut on its way. Ask again whoever gave it to you."];
  const DAMAGED = ["Ce fichier est abîmé. Demandez-le de nouveau à qui vous l’a donné.",
    "This file is damaged. Ask again whoever gave it to you."];
  const OLD = ["Ce navigateur est trop ancien pour cette page, ou WebAssembly n’y est pas permis.",
    "This browser is too old for this page, or WebAssembly is not allowed in it."];
  const boot = document.currentScript;
  const at = (id) => document.getElementById(id);
  const block = (id) => at(id).textContent;
  const bytes = (text) => Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const unpacked = (id, type) =>
    new Response(new Blob([bytes(block(id))]).stream().pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": type } });

  // Both languages: which one the reader reads is not known yet.
  const tell = ([french, english], why) => {
    const place = at("coming") ?? at("app");
    const other = document.createElement("span");
    other.lang = "en";
    other.textContent = ` ${english}${why ? ` (${why})` : ""}`;
    place.replaceChildren(french, other);
    place.setAttribute("role", "alert");
    place.className = "told";
  };

  // The first engine's worker starts while the module is compiled. Where none can be had the page finds out when it asks for one.
  let script, first;
  const worker = (name) => {
    script ??= URL.createObjectURL(new Blob([block("glue")], { type: "text/javascript" }));
    return new Worker(script, { name });
  };

  const start = async () => {
    if (!at("end")) return tell(CUT);
    if (!self.WebAssembly || !self.DecompressionStream) return tell(OLD);
    let corpus, found, sheets, instance;
    try {
      try { first = worker("engine"); } catch { /* asked for again */ }
      if (block("corpus")) corpus = bytes(block("corpus"));
      [boot.module, sheets, found] = await Promise.all([
        WebAssembly.compileStreaming(unpacked("module", "application/wasm")),
        unpacked("styles", "text/css").text(),
        corpus ? undefined : unpacked("found", "").arrayBuffer(),
      ]);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(sheets);
      document.adoptedStyleSheets = [sheet];
    } catch (why) {
      return tell(why instanceof WebAssembly.CompileError && /polic|unsafe-eval/i.test(why.message) ? OLD : DAMAGED, why);
    }
    try {
      instance = glue();
      await instance({ module_or_path: boot.module });
      const { view, fingerprint } = at("corpus").dataset;
      if (corpus && !instance.is_whole(corpus, fingerprint)) return tell(DAMAGED);
      if (view && !location.hash) history.replaceState(null, "", view);
      at("coming").remove();
      instance.page(corpus, found && new Uint8Array(found));
    } catch (why) {
      if (!at("crash").hidden) return;
      at("crash-why").textContent = String(why);
      at("crash").hidden = false;
    }
  };

  boot.worker = (name) => {
    const started = name === "engine" && first || worker(name);
    if (started === first) first = undefined;
    started.postMessage(boot.module);
    return started;
  };

  // A second instance, of whose crash the page survives: it speaks through a port as a worker does.
  boot.port = async (role) => {
    const instance = glue();
    await instance({ module_or_path: boot.module });
    const { port1, port2 } = new MessageChannel();
    const give = (answer) => port2.postMessage(answer);
    port2.onmessage = ({ data }) => {
      try {
        instance[role](data, give);
      } catch (why) {
        give(String(why));
      }
    };
    return port1;
  };

  at("crash-reload").addEventListener("click", () => location.reload());
  // The licences are a file beside the hosted page.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[href='THIRD-PARTY.txt']");
    if (link) link.href = URL.createObjectURL(new Blob([block("licences")], { type: "text/plain;charset=utf-8" }));
  }, true);
  document.addEventListener("DOMContentLoaded", start);
}
