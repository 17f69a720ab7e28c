// The second module on the page itself, where no worker can be had, as readers of files or as engine. An event on this script's element brings the port to them,
// which speaks as a worker does: arrays of byte arrays, and a crash as a string.
"use strict";
{
  const element = document.currentScript;
  const { glue, module, role } = element.dataset;
  const tell = (name, detail) => element.dispatchEvent(new CustomEvent(name, { detail }));
  import(glue)
    .then(async (readers) => {
      await readers.default({ module_or_path: module });
      const { port1, port2 } = new MessageChannel();
      const give = (answer) => port2.postMessage(answer);
      port2.onmessage = ({ data }) => {
        try {
          readers[role](data, give);
        } catch (why) {
          give(String(why));
        }
      };
      tell("ready", port1);
    })
    .catch((why) => tell("ready", String(why)));
}
