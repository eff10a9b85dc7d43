/**
 * What is found, shown below the search box. Results are links, reached with the arrow keys or with Tab; their number is announced.
 * Whoever searches stands in `window.datelineSearch`, from a script of its own: words.js or pagefind.js.
 */
(() => {
  "use strict";

  const dialog = document.querySelector("[data-dl-search]");
  const toggle = document.getElementById("__search");
  const input = dialog?.querySelector("input");
  const status = dialog?.querySelector("[role=status]");
  const list = dialog?.querySelector("ol");
  if (!(dialog instanceof HTMLElement) || !(toggle instanceof HTMLInputElement) || !input || !status || !list) return;
  const said = dialog.dataset;
  let latest = 0;

  /** @returns {Engine} */
  const engine = () => /** @type {any} */ (window).datelineSearch;

  /** @param {string | undefined} text */
  const say = (text) => status.replaceChildren(text ?? "");

  /** @param {number} count */
  const counted = (count) =>
    count === 0 ? said.none : count === 1 ? said.one : said.other?.replace("#", count.toLocaleString(document.documentElement.lang));

  /** @param {string} tag @param {string} name @param {(Node | string)[]} children */
  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  }

  /** @param {Result} result */
  function item(result) {
    const title = element("h2", "md-search-result__title", result.title);
    const excerpt = element("p", "", ...result.excerpt.map((part) => (part.marked ? element("mark", "", part.text) : part.text)));
    title.dir = excerpt.dir = "auto";
    const link = element("a", "md-search-result__link", element("article", "md-search-result__article md-typeset", title, excerpt));
    link.setAttribute("href", result.url);
    return element("li", "md-search-result__item", link);
  }

  /** Look for what stands in the box, and show it unless something else stands there by then. */
  async function search() {
    const asked = ++latest;
    const words = input?.value.trim() ?? "";
    try {
      await engine().ready();
      const found = words ? await engine().find(words) : { count: 0, results: [] };
      if (!found || asked !== latest) return;
      say(words ? counted(found.count) : said.hint);
      list?.replaceChildren(...found.results.map(item));
    } catch {
      say(location.protocol === "file:" ? said.disk : said.failed);
    }
  }

  /** Go from the box to the results and back. @param {number} step */
  function move(step) {
    const stops = [input, ...(list?.querySelectorAll("a") ?? [])];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
  }

  function close() {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (toggle instanceof HTMLInputElement) toggle.checked = false;
  }

  input.addEventListener("input", search);
  dialog.querySelector("form")?.addEventListener("reset", () => setTimeout(() => (search(), input.focus())));
  dialog.querySelector("form")?.addEventListener("submit", () => list.querySelector("a")?.click());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else return;
    event.preventDefault();
  });
  search();
})();

/**
 * @typedef {{ text: string, marked: boolean }} Part A piece of an excerpt, and whether it is what was looked for.
 * @typedef {{ url: string, title: string, excerpt: Part[] }} Result
 * @typedef {{ count: number, results: Result[] }} Found How many there are in all, and the first of them.
 * @typedef {object} Engine
 * @property {() => Promise<unknown>} ready Fetches what every search needs, once.
 * @property {(words: string) => Promise<Found | null>} find Looks for words; null where others have come meanwhile.
 */
