/**
 * Narrows a list of events as a reader asks: by words, dates, actor, place, tag and status, one choice or all together.
 *
 * The choice stands in the address, so that it can be shared. On a page that shows only the most important events of a
 * long timeline, the list of all is fetched with the first choice, and what fits is shown in place of the digest.
 * Nothing is kept, and nothing is sent anywhere.
 */
(() => {
  "use strict";

  /**
   * @typedef {object} Item What the filters know of an event.
   * @property {string[]} actor
   * @property {string[]} place
   * @property {string[]} tag
   * @property {string[]} status
   * @property {number | null} first The first day that its date may mean, as a number: 20220204.
   * @property {number | null} last
   * @property {string} text Its words, in lower case.
   * @property {HTMLElement} [element] Its entry in the page.
   * @property {Row} [row] What an entry is made of, where the page has none.
   */
  /** @typedef {{i: string, t: string, d: string, y: string, c: string, w: string, b?: string, s: string, a: string, p: string, g: string, f?: number, l?: number, x?: string, n?: string}} Row */
  /** @typedef {{q: string[], from: number | null, to: number | null, [facet: string]: any}} Choice */

  const FACETS = ["actor", "place", "tag", "status"];
  const FIELDS = ["q", ...FACETS, "from", "to"];
  const AT_ONCE = 100;

  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("form.dl-filters");
  const timeline = document.querySelector(".dl-timeline");
  if (!form || !(timeline instanceof HTMLElement)) return;
  const count = form.querySelector("output");
  const clear = form.querySelector("button[type=reset]");
  const total = Number(form.dataset.total);
  const index = form.dataset.index;
  /** @type {Item[] | null} */
  let items = index ? null : [...timeline.querySelectorAll(".dl-entry")].map(read);
  /** @type {HTMLElement | null} */
  let results = null;

  /** @param {Element} entry @returns {Item} */
  function read(entry) {
    const { actors = "", places = "", tags = "", status = "", first, last } = /** @type {HTMLElement} */ (entry).dataset;
    return {
      actor: actors.split(" "),
      place: places.split(" "),
      tag: tags.split(" "),
      status: [status],
      first: first ? Number(first) : null,
      last: last ? Number(last) : null,
      // Not what its mark is called, which is no word of the event's.
      text: fold([...entry.querySelectorAll(".dl-date, .dl-entry__body")].map((part) => part.textContent).join(" ")),
      element: /** @type {HTMLElement} */ (entry),
    };
  }

  /** @param {Row} row @returns {Item} */
  function unpack(row) {
    return {
      actor: row.a.split(" "),
      place: row.p.split(" "),
      tag: row.g.split(" "),
      status: [row.s],
      first: row.f ?? null,
      last: row.l ?? null,
      text: fold([row.w, row.t, row.b, row.x, row.n, row.c].join(" ")),
      row,
    };
  }

  /** Letters without their accents, in lower case. @param {string} text */
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /** The first or the last day of a year, month or day. @param {string} text @param {boolean} end @returns {number | null} */
  function day(text, end) {
    const match = /^(-?)(\d{1,5})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim());
    if (!match) return null;
    const year = Number(match[2]) * (match[1] ? -1 : 1);
    return year * 10000 + Number(match[3] || (end ? 12 : 1)) * 100 + Number(match[4] || (end ? 31 : 1));
  }

  /** @param {string} name @returns {HTMLInputElement | HTMLSelectElement | null} */
  function field(name) {
    const found = form?.elements.namedItem(name);
    return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null;
  }

  /** @returns {Choice} */
  function choice() {
    /** @type {Choice} */
    const chosen = {
      q: fold(field("q")?.value || "").split(/\s+/).filter(Boolean),
      from: day(field("from")?.value || "", false),
      to: day(field("to")?.value || "", true),
    };
    for (const facet of FACETS) chosen[facet] = field(facet)?.value || "";
    return chosen;
  }

  /** Whether an event fits; all but one facet may be asked, to count what that one would give. @param {Item} item @param {Choice} chosen @param {string} [but] */
  function fits(item, chosen, but) {
    for (const facet of FACETS) {
      if (facet !== but && chosen[facet] && !item[/** @type {"tag"} */ (facet)].includes(chosen[facet])) return false;
    }
    if (chosen.from !== null && (item.last ?? (item.first === null ? -Infinity : Infinity)) < chosen.from) return false;
    if (chosen.to !== null && (item.first ?? (item.last === null ? Infinity : -Infinity)) > chosen.to) return false;
    return chosen.q.every((word) => item.text.includes(word));
  }

  /** @param {Choice} chosen */
  function isEmpty(chosen) {
    return !chosen.q.length && chosen.from === null && chosen.to === null && FACETS.every((facet) => !chosen[facet]);
  }

  /** Say at each value how many events it would leave. @param {Choice} chosen @param {Item[]} known */
  function recount(chosen, known) {
    for (const facet of FACETS) {
      const select = field(facet);
      if (!(select instanceof HTMLSelectElement)) continue;
      /** @type {Map<string, number>} */
      const numbers = new Map();
      for (const item of known) {
        if (!fits(item, chosen, facet)) continue;
        for (const key of item[/** @type {"tag"} */ (facet)]) numbers.set(key, (numbers.get(key) || 0) + 1);
      }
      for (const option of select.options) {
        if (!option.value) continue;
        const number = numbers.get(option.value) || 0;
        option.text = `${option.dataset.label} (${number})`;
        option.disabled = !number && option.value !== select.value;
      }
    }
  }

  /** @param {string} template @param {number} shown */
  function say(template, shown) {
    const number = new Intl.NumberFormat(document.documentElement.lang || undefined);
    return template.replace("{shown}", number.format(shown)).replace("{total}", number.format(total));
  }

  let latest = 0;

  async function apply() {
    const turn = ++latest;
    const chosen = choice();
    remember();
    if (index && isEmpty(chosen)) return unfilter();
    const known = items || (await load());
    // While the list was on its way, the reader may have chosen otherwise.
    if (turn !== latest) return;
    if (!known) return tell(form?.dataset.missing || "");
    items = known;
    const left = items.filter((item) => fits(item, chosen));
    if (index) show(left);
    else hide(new Set(left));
    recount(chosen, items);
    if (isEmpty(chosen)) tell(say(form?.dataset.all || "", total));
    else if (left.length) tell(`${say(form?.dataset.showing || "", left.length)} · ${chosenWords()}`);
    else tell(form?.dataset.none || "");
  }

  /** @param {string} text */
  function tell(text) {
    if (count) count.value = text;
    if (clear instanceof HTMLButtonElement) clear.hidden = isEmpty(choice());
  }

  /** What is chosen, in words: the form may be closed. */
  function chosenWords() {
    const words = FIELDS.map((name) => {
      const input = field(name);
      if (!(input instanceof HTMLSelectElement)) return input?.value.trim();
      return input.value && input.selectedOptions[0]?.dataset.label;
    });
    return words.filter(Boolean).join(" · ");
  }

  /** Hide the entries that do not fit, the years that are empty because of it, and the months that begin with none. @param {Set<Item>} left */
  function hide(left) {
    for (const item of items || []) if (item.element) item.element.hidden = !left.has(item);
    for (const year of timeline?.querySelectorAll(".dl-year") || []) {
      /** @type {HTMLElement} */ (year).hidden = !year.querySelector(".dl-entry:not([hidden])");
    }
  }

  function unfilter() {
    results?.remove();
    results = null;
    if (timeline instanceof HTMLElement) timeline.hidden = false;
    if (items) recount(choice(), items);
    tell("");
  }

  /** The list of all events, or nothing where it does not come. @returns {Promise<Item[] | null>} */
  async function load() {
    try {
      const answer = await fetch(index || "");
      if (!answer.ok) throw new Error(String(answer.status));
      return (await answer.json()).events.map(unpack);
    } catch {
      return null;
    }
  }

  /** Show what fits in place of the digest, some at once. @param {Item[]} left */
  function show(left) {
    results?.remove();
    results = document.createElement("div");
    results.className = "dl-timeline dl-results";
    timeline?.after(results);
    if (timeline instanceof HTMLElement) timeline.hidden = true;
    more(left, 0);
  }

  /** @param {Item[]} left @param {number} from */
  function more(left, from) {
    const part = left.slice(from, from + AT_ONCE);
    for (const { row } of part) if (row) list(row.y).append(entry(row));
    if (from + AT_ONCE >= left.length) return;
    const button = document.createElement("button");
    button.className = "dl-button";
    button.type = "button";
    button.textContent = form?.dataset.more || "";
    button.addEventListener("click", () => {
      button.remove();
      more(left, from + AT_ONCE);
      const first = left[from + AT_ONCE]?.row;
      if (first) document.getElementById(`found_${first.i}`)?.querySelector("a")?.focus();
    });
    results?.append(button);
  }

  /** The list of a year among what was found. @param {string} year @returns {Element} */
  function list(year) {
    const last = results?.lastElementChild;
    if (last?.getAttribute("data-year") === year && last.lastElementChild) return last.lastElementChild;
    const section = make("section", "dl-year");
    section.setAttribute("data-year", year);
    const heading = make("h2", "dl-year__title", year);
    const entries = make("ol", "dl-list");
    section.append(heading, entries);
    results?.append(section);
    return entries;
  }

  /** @param {Row} row */
  function entry(row) {
    const item = make("li", "dl-entry dl-entry--normal");
    item.id = `found_${row.i}`;
    const date = make("div", "dl-date", row.d);
    const mark = make("span", "dl-mark dl-mark--plain");
    const body = make("div", "dl-entry__body");
    const title = make("h3", "dl-entry__title");
    const link = document.createElement("a");
    link.href = new URL(`../events/${encodeURIComponent(row.i)}/`, new URL(index || "", document.baseURI)).href;
    link.textContent = row.t;
    title.append(link);
    body.append(title);
    if (row.b) body.append(make("p", "dl-badges", row.b));
    body.append(make("p", "dl-entry__credit", row.c));
    item.append(date, mark, body);
    return item;
  }

  /** @param {string} name @param {string} className @param {string} [text] */
  function make(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  /** Write the choice into the address. */
  function remember() {
    const address = new URL(location.href);
    for (const name of FIELDS) {
      const value = field(name)?.value.trim();
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  /** Choose what the address says. */
  function recall() {
    const asked = new URL(location.href).searchParams;
    for (const name of FIELDS) {
      const input = field(name);
      const value = asked.get(name) || "";
      if (!input) continue;
      if (input instanceof HTMLSelectElement && ![...input.options].some((option) => option.value === value)) continue;
      input.value = value;
    }
  }

  /** What the address names in the page, if it is an address at all. @returns {Element | null} */
  function named() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  }

  /** An entry that is asked for by name is shown, whatever was chosen. */
  function uncover() {
    if (named()?.closest("[hidden]")) form?.reset();
  }

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 60);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("hashchange", uncover);
  addEventListener("popstate", () => {
    recall();
    apply();
  });

  form.hidden = false;
  recall();
  if (isEmpty(choice())) tell("");
  else apply().then(uncover);
})();
