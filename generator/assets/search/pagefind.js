/**
 * The search of a large site: Pagefind, fetched when the box gets the focus, and no sooner. A word that is typed fetches the
 * part of the index that has it. Results are links, reached with the arrow keys or with Tab; their number is announced.
 */
(() => {
  "use strict";

  const FIRST = 10;
  const dialog = document.querySelector("[data-dl-search]");
  const toggle = document.getElementById("__search");
  const input = dialog?.querySelector("input");
  const status = dialog?.querySelector("[role=status]");
  const list = dialog?.querySelector("ol");
  if (!(dialog instanceof HTMLElement) || !(toggle instanceof HTMLInputElement) || !input || !status || !list) return;
  const said = dialog.dataset;

  /** @type {Promise<any> | undefined} */
  let loading;
  let latest = 0;

  /** Pagefind, loaded once. */
  function load() {
    const address = new URL(said.dlSearch ?? "", document.baseURI);
    loading ??= import(address.href).then(async (pagefind) => {
      await pagefind.options({ baseUrl: new URL("..", address).pathname, excerptLength: 24 });
      await pagefind.init();
      return pagefind;
    });
    return loading;
  }

  /** @param {number} count */
  const counted = (count) =>
    count === 0 ? said.none : count === 1 ? said.one : (said.other ?? "").replace("#", count.toLocaleString(document.documentElement.lang));

  /** @param {string} tag @param {string} name @param {Node[]} children */
  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...children);
    return made;
  }

  /** An excerpt’s words and marks, and nothing else of its HTML. @param {string} html */
  function excerpt(html) {
    const found = new DOMParser().parseFromString(html, "text/html").body;
    return [...found.childNodes].map((node) =>
      node.nodeName === "MARK" ? element("mark", "", document.createTextNode(node.textContent ?? "")) : document.createTextNode(node.textContent ?? ""),
    );
  }

  /** @param {{ url: string, excerpt: string, meta: { title: string } }} result */
  function item(result) {
    const title = element("h2", "md-search-result__title", document.createTextNode(result.meta.title));
    title.dir = "auto";
    const article = element("article", "md-search-result__article md-typeset", title, element("p", "", ...excerpt(result.excerpt)));
    const link = element("a", "md-search-result__link", article);
    link.setAttribute("href", result.url);
    return element("li", "md-search-result__item", link);
  }

  /** Say that there is no search; the next key asks again. */
  function fail() {
    status?.replaceChildren(said.failed ?? "");
    loading = undefined;
  }

  async function search() {
    const asked = ++latest;
    const words = input?.value.trim() ?? "";
    if (!words) {
      status?.replaceChildren(said.hint ?? "");
      list?.replaceChildren();
      return;
    }
    try {
      const pagefind = await load();
      const found = await pagefind.debouncedSearch(words, {}, 150);
      if (!found || asked !== latest) return;
      const results = await Promise.all(found.results.slice(0, FIRST).map((/** @type {any} */ each) => each.data()));
      if (asked !== latest) return;
      status?.replaceChildren(counted(found.results.length) ?? "");
      list?.replaceChildren(...results.map(item));
    } catch {
      fail();
    }
  }

  /** @param {boolean} shown */
  function open(shown) {
    if (!(toggle instanceof HTMLInputElement)) return;
    toggle.checked = shown;
    shown ? input?.focus() : input?.blur();
  }

  /** Go from the box to the results and back. @param {number} step */
  function move(step) {
    const stops = [input, ...(list?.querySelectorAll("a") ?? [])];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
  }

  toggle.addEventListener("change", () => toggle.checked && input.focus());
  input.addEventListener("focus", () => {
    toggle.checked = true;
    load().catch(fail);
  });
  input.addEventListener("input", search);
  dialog.querySelector("form")?.addEventListener("reset", () => setTimeout(() => (search(), input.focus())));
  dialog.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  dialog.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !dialog.contains(event.relatedTarget)) toggle.checked = false;
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    const typing = target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
    if (typing || event.altKey || event.ctrlKey || event.metaKey || !["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    open(true);
  });
})();
