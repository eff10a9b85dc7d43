/** Puts together what brings the timeline into a page: the texts to copy, and a preview of the first of them. */
(() => {
  "use strict";

  const form = document.querySelector(".dl-builder__form");
  let preview = document.querySelector(".dl-builder__preview");
  if (!(form instanceof HTMLFormElement) || !(preview instanceof HTMLIFrameElement)) return;

  const { root = "", timeline = "", sandbox = "" } = form.dataset;
  /** Where nobody has said where the site is, it is where the reader found it. */
  const found = "unknown" in form.dataset && /^https?:$/.test(location.protocol);
  const site = found ? new URL(root, location.href).href : form.dataset.site ?? "";
  /** Of a folder on a disk a browser shows a list of its files, and in a sandbox it gets no style sheet from there. */
  const onDisk = location.protocol === "file:";
  const PAUSE = 400;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** What a field says, if it can be understood. @param {string} name */
  function value(name) {
    const field = form instanceof HTMLFormElement && form.elements.namedItem(name);
    const known = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
    return known && field.validity.valid ? field.value.trim() : "";
  }

  /** The part of the timeline that is chosen. */
  function part() {
    const field = form instanceof HTMLFormElement && form.elements.namedItem("part");
    const option = field instanceof HTMLSelectElement ? field.selectedOptions[0] : undefined;
    const { kind = "", key = "" } = option?.dataset ?? {};
    return { path: option?.value ?? "", kind, key, title: key ? `${option?.text} – ${timeline}` : timeline };
  }

  /** A text within an attribute or an element. @param {string} text */
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&#34;").replace(/'/g, "&#39;");

  /** @param {[string, string][]} pairs */
  const attributes = (pairs) => pairs.map(([name, text]) => `${name}="${escaped(text)}"`).join(" ");

  /** @param {string} base @param {string} file */
  function address(base, file = "") {
    const query = new URLSearchParams();
    for (const name of ["from", "to", "order", "limit", "theme", "accent"]) {
      const text = value(name).replace(/^#/, "");
      if (text) query.set(name, text);
    }
    return `${base}embed/${part().path.split("/").map(encodeURIComponent).join("/")}${file}${query.size ? `?${query}` : ""}`;
  }

  function frame() {
    /** @type {[string, string][]} */
    const pairs = [["src", address(site)], ["title", part().title], ["width", "100%"], ["height", value("height") || preview?.getAttribute("height") || ""]];
    return `<iframe ${attributes([...pairs, ["frameborder", "0"], ["loading", "lazy"], ["sandbox", sandbox]])}></iframe>`;
  }

  function script() {
    const { kind, key, title, path } = part();
    /** @type {[string, string][]} */
    const pairs = [["src", `${site}embed.js`], ["data-title", title]];
    if (kind) pairs.push([`data-${kind}`, key]);
    for (const name of ["from", "to", "order", "limit", "look"]) if (value(name)) pairs.push([`data-${name}`, value(name)]);
    const page = `${site}${path.split("/").map(encodeURIComponent).join("/")}`;
    return `<script ${attributes(pairs)} async></script>\n<noscript><a href="${escaped(page)}">${escaped(title)}</a></noscript>`;
  }

  /** A text in YAML, in quotation marks where it could be something else. @param {string} text */
  const yaml = (text) => (/^[\p{L}\p{N}][\p{L}\p{N}\p{M}.-]*$/u.test(text) && !/^(?:true|false|null)$/.test(text) ? text : JSON.stringify(text));

  /** A year as EDTF writes it, of four digits. @param {string} year */
  const edtf = (year) => year.replace(/\d+/, (digits) => digits.padStart(4, "0"));

  /** The narrower of a year and of what a field says, from or up to which events are asked for. @param {"from" | "to"} name @param {string} year */
  function within(name, year) {
    const said = value(name);
    const beyond = said ? Number(/^-?\d+/.exec(said)?.[0]) - Number(year) : 0;
    return said && (name === "from" ? beyond >= 0 : beyond <= 0) ? said : edtf(year);
  }

  function markdown() {
    const { kind, key } = part();
    /** @type {Record<string, string>} */
    const asked = kind === "view" ? { view: yaml(key) } : kind && kind !== "year" ? { [`${kind}s`]: `[${yaml(key)}]` } : {};
    for (const name of /** @type {const} */ (["from", "to"])) {
      const said = kind === "year" ? within(name, key) : value(name);
      if (said) asked[name] = said;
    }
    for (const name of ["order", "limit"]) if (value(name)) asked[name] = value(name);
    if (value("look")) asked.style = value("look");
    return ["```timeline", ...Object.entries(asked).map(([name, text]) => `${name}: ${text}`), "```"].join("\n");
  }

  /** @param {string} id @param {string} text */
  function put(id, text) {
    const code = document.getElementById(id);
    if (code && code.textContent !== text) code.textContent = text;
  }

  function show() {
    put("builder_frame_code", frame());
    put("builder_script_code", script());
    put("builder_markdown_code", markdown());
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  }

  /** Show what was chosen, once whoever chooses has paused. */
  function look() {
    if (!(preview instanceof HTMLIFrameElement)) return;
    if (value("height")) preview.height = value("height");
    preview.title = part().title;
    const next = address(root, onDisk ? "index.html" : "");
    if (preview.getAttribute("src") === next) return;
    // Another frame and no other address of the same, which would be one more step for whoever goes back.
    const another = document.createElement("iframe");
    for (const { name, value: text } of preview.attributes) another.setAttribute(name, text);
    another.setAttribute("src", next);
    preview.replaceWith(another);
    preview = another;
  }

  if (onDisk) {
    preview.removeAttribute("sandbox");
    preview.removeAttribute("src");
  }
  form.hidden = false;
  if (found) document.querySelector(".dl-builder__address")?.remove();
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A browser that goes back keeps what was chosen.
  show();
})();
