// Answers for the site when its server does not. The build writes the two lines above this: the name of this version, which is a digest of
// its files, and their list. A page gets all its files of one version.
"use strict";
const KEPT = "recoupe-";

addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT + VERSION).then((cache) => cache.addAll(FILES.map((name) => new Request(name, { cache: "no-cache" })))));
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(KEPT) && name !== KEPT + VERSION;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => clients.claim()));
});

addEventListener("message", ({ data }) => { if (data === "take over") skipWaiting(); });

addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  const address = new URL(url);
  const home = new URL(".", location.href);
  if (method !== "GET" || !address.href.startsWith(home.href)) return;
  const name = address.pathname.slice(home.pathname.length);
  const kept = name === "" || (mode === "navigate" && name === "index.html") ? "./" : FILES.includes(name) ? name : undefined;
  // Fetched only to publish, and large: kept from the first time on, for when the server is gone.
  if (name === "recoupe.html") {
    event.respondWith(caches.open(KEPT + VERSION).then((cache) => fetch(event.request).then((page) => {
      if (page.ok) event.waitUntil(cache.put(name, page.clone()));
      return page;
    }, async (why) => (await cache.match(name)) ?? Promise.reject(why))));
    return;
  }
  // What is no file of this version (a corpus beside the page) comes from the server.
  if (kept === undefined) return;
  event.respondWith(caches.open(KEPT + VERSION).then((cache) => cache.match(kept)).then((found) => found ?? fetch(event.request)));
});
