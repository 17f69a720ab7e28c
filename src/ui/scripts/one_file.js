// Starts the page from what stands in its own file, and fetches nothing. What is not whole is told in the place of the tool.
//
// It runs before the file is read to its end: the page's module stands before it, so that it is unpacked and compiled while the browser
// reads on, and the engine's worker makes ready while the page does. What is first is gzip, which browsers unpack themselves; the other
// modules are unpacked in a worker when they are first needed. The page's module finds what starts them at this script's element.
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

  const worker = (name, ...scripts) => {
    const address = URL.createObjectURL(new Blob(scripts, { type: "text/javascript" }));
    return new Worker(address, { name });
  };

  // Runs a script that the page's policy names by its hash: only by that is it let in.
  const run = (text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.body.append(script);
    script.remove();
  };

  let compiled, first, instance, ready;
  let styles, pageGlue, readersGlue, service, licences;

  // What is needed later, unpacked in a worker of its own, or here where none can be had.
  // The letters go there as they are: on a slow machine to make bytes of them would hold the page up.
  const unpacked = async (id) => {
    const packed = { block: block(id), page: block("packed-page") };
    let unpacker;
    try {
      const parts = [unlzma, unpack, pairs, bytes, counted, inflated, unpackLetters];
      unpacker = worker("unpacker", `${parts.join("")}onmessage = ${unpackThere}`);
    } catch {
      return unpackLetters(packed);
    }
    return new Promise((done, fail) => {
      unpacker.onerror = fail;
      unpacker.onmessage = ({ data }) => {
        unpacker.terminate();
        if (typeof data === "string") fail(data); else done(data);
      };
      unpacker.postMessage(packed);
    });
  };
  const readers = () => compiled ??= unpacked("packed-readers").then((module) => WebAssembly.compile(module));
  // Nothing is fetched for it, so it is unpacked as soon as somebody is there who may ask for it: mostly before they do.
  const ahead = () => { if (boot.module) readers().catch(() => { /* told to who asks */ }); };
  for (const sign of ["pointermove", "keydown"]) addEventListener(sign, ahead, { once: true });

  // Calls the page's module at `place` with `data` and whether the chunk is here, once it is linked: as `chunks.js` does.
  let linked;
  const link = async (initSync, place, data) => {
    let isHere = true;
    try {
      linked ??= unpacked("packed-views").then((chunk) => WebAssembly.instantiate(chunk, { __wasm_split: initSync() }));
      await linked;
    } catch {
      isHere = false;
    }
    initSync().__indirect_function_table.get(place)(data, isHere);
  };

  // The first engine's worker, and what it says before the page listens. Where none can be had the page finds out when it asks for one.
  const early = [];
  const begin = async () => {
    const texts = inflated(block("packed-texts"), "").text();
    const compiling = WebAssembly.compileStreaming(inflated(block("packed-page"), "application/wasm"));
    // Told by what waits for it below, if the texts come at all.
    compiling.catch(() => {});
    [styles, pageGlue, readersGlue, service, licences] = (await texts).split("\0");
    try {
      first = worker("engine", pageGlue, service);
      first.onmessage = ({ data }) => early.push(data);
    } catch { /* asked for again */ }
    boot.module = await compiling;
    first?.postMessage(boot.module);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [sheet];
    run(pageGlue);
    instance = glue(link);
    await instance.start({ module_or_path: boot.module });
  };

  const start = async () => {
    if (!at("end")) return tell(CUT);
    if (!self.WebAssembly || !self.DecompressionStream) return tell(OLD);
    let corpus;
    try {
      await ready;
      if (block("corpus")) corpus = counted(block("corpus"));
    } catch (why) {
      return tell(why instanceof WebAssembly.CompileError && /polic|unsafe-eval/i.test(why.message) ? OLD : DAMAGED, why);
    }
    try {
      const { view, fingerprint } = at("corpus").dataset;
      if (corpus && !instance.is_whole(corpus, fingerprint)) return tell(DAMAGED);
      // What is published is made anew by the whole engine.
      if (corpus) readers().catch(() => { /* told to who asks */ });
      if (view && !location.hash) history.replaceState(null, "", view);
      at("coming").remove();
      instance.page(corpus);
    } catch (why) {
      if (!at("crash").hidden) return;
      at("crash-why").textContent = String(why);
      at("crash").hidden = false;
    }
  };

  // A worker on the page's module, which is here.
  boot.first = (name) => {
    const started = first ?? worker(name, pageGlue, service);
    if (first) queueMicrotask(() => early.forEach((data) => started.dispatchEvent(new MessageEvent("message", { data }))));
    else started.postMessage(boot.module);
    first = undefined;
    return started;
  };

  // A worker on the readers' module, once it is unpacked. What does not unpack is told as a worker tells its end.
  boot.whole = (name) => {
    const started = worker(name, readersGlue, service);
    readers().then(
      (module) => started.postMessage(module),
      (why) => started.dispatchEvent(new MessageEvent("message", { data: String(why) })),
    );
    return started;
  };

  // An instance on the page, of whose crash the page survives: it speaks through a port as a worker does.
  boot.port = async (role) => {
    const module = await readers();
    run(readersGlue);
    const instance = glue();
    await instance.start({ module_or_path: module });
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
    if (link) link.href = URL.createObjectURL(new Blob([licences], { type: "text/plain;charset=utf-8" }));
  }, true);
  ready = begin();
  // Told once the file is read to its end: a file that was cut is no damaged one.
  ready.catch(() => {});
  document.addEventListener("DOMContentLoaded", start);
}
