// Keeps the page so that it opens without its server (sw.js), and offers a new version when there is one: never forced, since somebody
// may be reading.
"use strict";
{
  const WORDS = {
    fr: ["Une nouvelle version de Recoupe est prête.", "L’ouvrir", "Plus tard"],
    en: ["A new version of Recoupe is ready.", "Open it", "Later"],
  };
  const offer = (waiting) => {
    const [said, open, later] = WORDS[document.documentElement.lang] ?? WORDS.fr;
    const button = (label, act) => Object.assign(document.createElement("button"), { type: "button", textContent: label, onclick: act });
    const box = Object.assign(document.createElement("div"), { className: "notice new-version" });
    box.setAttribute("role", "status");
    box.append(Object.assign(document.createElement("p"), { textContent: said }),
      button(open, () => waiting.postMessage("take over")), button(later, () => box.remove()));
    document.body.prepend(box);
  };
  const watch = (registration) => {
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      // The first one has nothing to take over from.
      next.addEventListener("statechange", () => {
        if (next.state === "installed" && navigator.serviceWorker.controller) offer(next);
      });
    });
  };
  let isFirst = !navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    // The first one takes over the page that asked for it; only a new version that was accepted draws it anew.
    if (isFirst) isFirst = false;
    else location.reload();
  });
  // Without it the page works as long as its server does.
  navigator.serviceWorker.register(new URL("sw.js", document.baseURI)).then(watch, () => {});
}
