// The engine's side of the page: the same module, already compiled, started without a window. The first message brings it; what goes wrong is
// told in the browser’s own words, and the page says around them what that means.
"use strict";
const refuse = (why) => self.postMessage(String(why));
self.addEventListener("messageerror", () => refuse("messageerror"), { once: true });
self.addEventListener("message", async ({ data }) => {
  try {
    const glue = await import(data.glue);
    await glue.default({ module_or_path: data.module });
  } catch (why) {
    refuse(why);
  }
}, { once: true });
