// The page's side of a frame: what embed.js, or any page around an iframe of this one, says and hears. Fetched only where there is a page around.
//
//   out  recoupe:hello · recoupe:height {height} · recoupe:state {state} · recoupe:select {selection} · recoupe:error {code, message}
//        recoupe:answer {id, value | error: {code, message}}
//   in   recoupe:call {id, method, args} · recoupe:theme {theme, properties}
//
// Every message has `v: 1`. Only the page directly around is heard.
"use strict";
{
  const root = document.documentElement;
  const METHODS = new Set(["load", "search", "entities", "quotes", "dates", "figures", "compare", "export", "restore"]);
  const PROPERTIES = { accent: "--accent", paper: "--paper", ink: "--ink", serif: "--serif", sans: "--sans", radius: "--radius" };
  // The page around may be of any origin; nothing that is said is secret to it, since it chose what is shown.
  const tell = (type, said) => parent.postMessage({ v: 1, type: `recoupe:${type}`, ...said }, "*");

  const answer = async ({ id, method, args }) => {
    try {
      if (!METHODS.has(method)) throw Object.assign(new Error(`${method}: no such method`), { code: "method" });
      tell("answer", { id, value: await window.recoupe[method](...args) });
    } catch (why) {
      tell("answer", { id, error: { code: why?.code ?? "refused", message: String(why?.message ?? why) } });
    }
    // What was hidden until its corpus came.
    delete root.dataset.await;
  };

  const dress = ({ theme, properties }) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const [name, property] of Object.entries(PROPERTIES)) {
      const value = properties?.[name];
      if (typeof value === "string" && CSS.supports("color", value) === ["accent", "paper", "ink"].includes(name)) root.style.setProperty(property, value);
      else root.style.removeProperty(property);
    }
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.v !== 1) return;
    if (data.type === "recoupe:call" && Array.isArray(data.args)) answer(data);
    else if (data.type === "recoupe:theme") dress(data);
  });

  let height = 0;
  const measure = () => {
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (now > 0 && now !== height) tell("height", { height: (height = now) });
  };
  new ResizeObserver(measure).observe(document.body);
  // In a tab that is hidden nothing is laid out: what changed meanwhile is measured when it is seen.
  document.addEventListener("visibilitychange", measure);

  addEventListener("recoupe-statechange", ({ detail }) => tell("state", { state: detail }));
  addEventListener("recoupe-select", ({ detail }) => tell("select", { selection: detail }));
  addEventListener("recoupe-error", ({ detail }) => tell("error", detail));
  if (root.dataset.ready === undefined) addEventListener("recoupe-ready", () => tell("hello"), { once: true });
  else tell("hello");
}
