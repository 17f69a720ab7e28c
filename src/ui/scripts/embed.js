// <recoupe-explorer>: the page inside another page. The host's one line is <script type="module" src="…/embed.js"></script>.
//
// The explorer runs in a frame within a shadow root, closed unless the element has `open`: its policy, clicks and styles are its own,
// and several stand on one page. Methods are promises, events bubble; both are messages that a plain iframe speaks too (see framed.js).
// What stands in the element, a link to the explorer, is seen without this script, and again when the explorer does not come.
const HOME = new URL(".", import.meta.url);
const PATIENCE = 30_000;
const VIEWS = { panorama: "#/panorama", read: "#/lire", compare: "#/comparer", index: "#/index" };
const METHODS = ["load", "search", "entities", "quotes", "dates", "figures", "compare", "export", "restore"];
const PROPERTIES = ["accent", "paper", "ink", "serif", "sans", "radius"];
const SHEET = new CSSStyleSheet();
SHEET.replaceSync(":host{display:block}:host([hidden]){display:none}iframe{display:block;inline-size:100%;border:0;block-size:32rem}p{margin:0;padding:1rem}");

const failed = (code, why) => Object.assign(new Error(why), { code });

class RecoupeExplorer extends HTMLElement {
  static observedAttributes = ["src", "view", "state", "lang", "theme", "height", "loading", "bare", "only", "storage"];
  #root; #frame; #ready; #settle; #timer; #asked = new Map(); #number = 0; #drawn = false; #seen;

  constructor() {
    super();
    this.#await();
  }

  #await() {
    this.#ready = new Promise((yes, no) => { this.#settle = { yes, no }; });
    // Whoever asks is told; nobody else has to catch it.
    this.#ready.catch(() => {});
  }

  connectedCallback() {
    addEventListener("message", this.#hear);
    this.#root ??= this.attachShadow({ mode: this.hasAttribute("open") ? "open" : "closed" });
    this.#root.adoptedStyleSheets = [SHEET];
    this.#draw();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    clearTimeout(this.#timer);
    this.#seen?.disconnect();
    this.#fail(failed("gone", "the element was removed"));
    this.#frame = undefined;
    this.#root.replaceChildren();
    this.#await();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#frame || before === now) return;
    if (name === "height") this.#size(this.#frame.dataset.height);
    else if (name === "theme") this.#theme();
    else if (name === "state" || name === "view") this.restore(this.#state()).catch(() => {});
    else if (!this.#drawn) {
      // A hundred changes in one turn are one new frame.
      this.#drawn = true;
      queueMicrotask(() => { this.#drawn = false; if (this.isConnected) this.#draw(); });
    }
  }

  #state() {
    return this.getAttribute("state") || VIEWS[this.getAttribute("view")] || "#/panorama";
  }

  #draw() {
    clearTimeout(this.#timer);
    const page = new URL("index.html", HOME);
    for (const name of ["lang", "only"]) if (this.getAttribute(name)) page.searchParams.set(name, this.getAttribute(name));
    if (this.hasAttribute("bare") || this.hasAttribute("only")) page.searchParams.set("bare", "");
    if (this.hasAttribute("src")) page.searchParams.set("await", "");
    const state = this.#state();
    page.hash = state.startsWith("#") ? state : `#${state}`;
    const frame = document.createElement("iframe");
    frame.setAttribute("part", "frame");
    frame.title = this.getAttribute("aria-label") || "Recoupe";
    frame.allow = "clipboard-write";
    // Without an origin nothing is kept.
    if (this.getAttribute("storage") === "none") frame.sandbox = "allow-scripts allow-downloads allow-popups";
    frame.src = page.href;
    const start = () => {
      this.#frame = frame;
      this.#root.replaceChildren(frame);
      this.#size();
      this.#timer = setTimeout(() => this.#refuse("timeout", "the explorer did not come"), PATIENCE);
    };
    // Nothing is fetched before it comes near; the frame's own `loading` would leave promises without a start.
    this.#seen?.disconnect();
    if (this.getAttribute("loading") !== "lazy") return start();
    this.#root.replaceChildren(document.createElement("slot"));
    this.#seen = new IntersectionObserver((seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      this.#seen.disconnect();
      start();
    }, { rootMargin: "400px" });
    this.#seen.observe(this);
  }

  // Fixed by the attribute, else what the page says of itself.
  #size(told) {
    const fixed = Number.parseInt(this.getAttribute("height"), 10);
    if (fixed > 0) this.#frame.style.blockSize = `${fixed}px`;
    else if (told > 0) {
      this.#frame.dataset.height = told;
      this.#frame.style.blockSize = `${told}px`;
    }
  }

  #theme() {
    const style = getComputedStyle(this);
    const properties = {};
    for (const name of PROPERTIES) {
      const value = style.getPropertyValue(`--recoupe-${name}`).trim();
      if (value) properties[name] = value;
    }
    this.#post({ type: "recoupe:theme", theme: this.getAttribute("theme") || "auto", properties });
  }

  #post(message) {
    this.#frame?.contentWindow?.postMessage({ v: 1, ...message }, "*");
  }

  #hear = (event) => {
    if (!this.#frame || event.source !== this.#frame.contentWindow || event.data?.v !== 1) return;
    const { type, ...said } = event.data;
    if (type === "recoupe:hello") this.#open();
    else if (type === "recoupe:answer") {
      const asker = this.#asked.get(said.id);
      this.#asked.delete(said.id);
      if (said.error) asker?.no(failed(said.error.code, said.error.message));
      else asker?.yes(said.value);
    } else if (type === "recoupe:height") {
      this.#size(said.height);
      this.#tell("height", { height: said.height });
    } else if (type === "recoupe:state") this.#tell("statechange", { state: said.state });
    else if (type === "recoupe:select") this.#tell("select", said.selection);
    else if (type === "recoupe:error") this.#refuse(said.code, said.message);
  };

  // The page is there: it gets its looks and its corpus, and is ready.
  async #open() {
    clearTimeout(this.#timer);
    const settle = this.#settle;
    this.#theme();
    try {
      if (this.hasAttribute("src")) await this.#bring(new URL(this.getAttribute("src"), document.baseURI));
      settle.yes();
      this.#tell("ready", {});
    } catch (why) {
      this.#refuse(why.code ?? "src", why.message);
    }
  }

  async #bring(address) {
    const answer = await fetch(address).catch((why) => { throw failed("src", `${address.href}: ${why.message}`); });
    if (!answer.ok) throw failed("src", `${address.href}: ${answer.status}`);
    const name = address.pathname.split("/").pop() || "corpus.json";
    await this.#ask("load", [await answer.blob(), name]);
  }

  #refuse(code, message) {
    clearTimeout(this.#timer);
    const why = failed(code, message);
    this.#fail(why);
    const line = document.createElement("p");
    line.setAttribute("part", "error");
    line.setAttribute("role", "alert");
    line.textContent = `Recoupe: ${message}`;
    this.#frame = undefined;
    this.#root.replaceChildren(line, document.createElement("slot"));
    this.#tell("error", { code, message });
  }

  #fail(why) {
    this.#settle.no(why);
    for (const asker of this.#asked.values()) asker.no(why);
    this.#asked.clear();
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`recoupe-${name}`, { detail, bubbles: true, composed: true }));
  }

  #ask(method, args) {
    return new Promise((yes, no) => {
      const id = ++this.#number;
      this.#asked.set(id, { yes, no });
      this.#post({ type: "recoupe:call", id, method, args });
    });
  }

  static {
    for (const method of METHODS) {
      Object.defineProperty(this.prototype, method, {
        configurable: true, writable: true,
        value(...args) { return this.#ready.then(() => this.#ask(method, args)); },
      });
    }
  }
}

if (!customElements.get("recoupe-explorer")) customElements.define("recoupe-explorer", RecoupeExplorer);
