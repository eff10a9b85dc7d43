/**
 * Narrows a list of events as a reader asks: by words, dates, actor, place, tag and status, one choice or all together.
 *
 * The choice stands in the address, so that it can be shared. On a page that shows only the most important events of a
 * long timeline, the list of all is fetched when the form is opened, and what fits is shown in place of the digest.
 * Nothing is kept, and nothing is sent anywhere.
 */
(() => {
  "use strict";

  /** @typedef {{section: HTMLElement, entries: [number, HTMLElement][]}} Year A year in the page, and its entries by their numbers. */
  /** @typedef {Columns & {years: Year[], rows: Row[]}} Known Events with their entries where they stand in the page, else with what entries are made of. */
  /** @typedef {{i: string, t: string, d: string, y: string, c: string, w: string, b?: string, s: string, a: string, p: string, g: string, f?: number, l?: number, x?: string, n?: string}} Row */
  const FACETS = ["actor", "place", "tag", "status"];
  const FIELDS = ["q", ...FACETS, "from", "to"];
  const AT_ONCE = 100;
  /** No entry is lower, in pixels: what is drawn first fills the window. */
  const LOWEST = 60;
  /** Milliseconds without a further choice, a key for example, after which what nobody sees yet is done. */
  const PAUSE = 100;

  /** @type {Knowledge} */
  const { fold, learn, weigh, count } = /** @type {any} */ (window).datelineKnowledge;
  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("form.dl-filters");
  const timeline = document.querySelector(".dl-timeline");
  if (!form || !(timeline instanceof HTMLElement)) return;
  const output = form.querySelector("output");
  const clear = form.querySelector("button[type=reset]");
  const total = Number(form.dataset.total);
  const index = form.dataset.index;
  /** @type {Known | null} */
  let known = null;
  /** @type {Promise<Known> | null} */
  let loading = null;
  // What is found stands in a place of its own: a node that comes to stand beside those of a page has browsers look
  // through all of them for what the theme's style sheet says of neighbours.
  const results = make("div", "dl-timeline dl-results");
  /** @type {Intl.NumberFormat | undefined} */
  let numbers;

  /** @param {HTMLElement} entry @returns {Item} */
  function read(entry) {
    const { actors = "", places = "", tags = "", status = "", first, last } = entry.dataset;
    return {
      keys: [actors, places, tags, status],
      first: first ? Number(first) : null,
      last: last ? Number(last) : null,
      // Not what its mark is called, which is no word of the event's.
      text: [...entry.querySelectorAll(".dl-date, .dl-entry__body")].map((part) => part.textContent).join(" "),
    };
  }

  /** @param {Row} row @returns {Item} */
  function unpack(row) {
    return {
      keys: [row.a, row.p, row.g, row.s],
      first: row.f ?? null,
      last: row.l ?? null,
      text: [row.w, row.t, row.b, row.x, row.n, row.c].join(" "),
    };
  }

  /** The first or the last day of a year, month or day. @param {string} text @param {boolean} end @returns {number | null} */
  function day(text, end) {
    const match = /^(-?)(\d{1,5})(?:-(1[0-2]|0?[1-9])(?:-(3[01]|[12]\d|0?[1-9]))?)?$/.exec(text.trim());
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
    return {
      q: fold(field("q")?.value || "").split(/\s+/).filter(Boolean),
      from: day(field("from")?.value || "", false),
      to: day(field("to")?.value || "", true),
      facets: FACETS.map((facet) => field(facet)?.value || ""),
    };
  }

  /** @param {Choice} chosen */
  function isEmpty(chosen) {
    return !chosen.q.length && chosen.from === null && chosen.to === null && !chosen.facets.some(Boolean);
  }

  /** Say at each value of a facet how many events it would leave. @param {Known} all @param {Uint8Array} against @param {number} facet */
  function recount(all, against, facet) {
    const select = field(FACETS[facet] || "");
    if (!(select instanceof HTMLSelectElement)) return;
    const left = count(all, against, facet);
    for (const option of select.options) if (option.value) relabel(option, left.get(option.value) || 0, select);
  }

  /** @param {HTMLOptionElement} option @param {number} number @param {HTMLSelectElement} select */
  function relabel(option, number, select) {
    const text = `${option.dataset.label} (${number})`;
    const disabled = !number && option.value !== select.value;
    if (option.text !== text) option.text = text;
    if (option.disabled !== disabled) option.disabled = disabled;
  }

  /** @param {string} template @param {number} shown */
  function say(template, shown) {
    numbers ??= new Intl.NumberFormat(document.documentElement.lang || undefined);
    return template.replace("{shown}", numbers.format(shown)).replace("{total}", numbers.format(total));
  }

  let latest = 0;

  async function apply() {
    const turn = ++latest;
    const chosen = choice();
    const digest = !!index && isEmpty(chosen);
    // What a page is opened with is there at once: a place in it may be sought.
    const opened = !known;
    // The address waits until the choice is seen.
    drawn().then(remember);
    if (digest) unfilter();
    else if (index && !known) tell(form?.dataset.loading || "");
    const all = await (digest ? known : prepare());
    // While the list was on its way, the reader may have chosen otherwise.
    if (turn !== latest) return;
    if (!all) return digest || tell(form?.dataset.missing || "");
    const against = weigh(all, chosen);
    const more = digest ? [] : [narrow(all, chosen, against, opened)];
    // What no screen has room for waits until the rest is seen and nothing else is chosen, and so do the counts.
    await drawn();
    await pause(PAUSE);
    for (const step of [...more, ...FACETS.map((_, facet) => () => recount(all, against, facet))]) {
      if (turn !== latest) return;
      step();
      await pause(0);
    }
  }

  /** About how many entries a window has room for, and more rather than fewer. */
  function screenful() {
    return Math.ceil(innerHeight / LOWEST);
  }

  /** @param {number} milliseconds */
  function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  /** What was shown is on the screen; in a window that nobody sees, nothing is drawn. */
  function drawn() {
    return Promise.race([new Promise(requestAnimationFrame).then(() => pause(0)), pause(200)]);
  }

  /**
   * Show what fits, and say how much that is.
   * @param {Known} all @param {Choice} chosen @param {Uint8Array} against @param {boolean} whole Whether a list in the page is narrowed at once.
   * @returns {() => void} What shows more of it.
   */
  function narrow(all, chosen, against, whole) {
    const left = [];
    for (let at = 0; at < against.length; at++) if (!against[at]) left.push(at);
    if (isEmpty(chosen)) tell(say(form?.dataset.all || "", total));
    else if (left.length) tell(`${say(form?.dataset.showing || "", left.length)} · ${chosenWords()}`);
    else tell(form?.dataset.none || "");
    if (index) return show(left.map((at) => /** @type {Row} */ (all.rows[at])));
    return hide(all, against, whole || against.length <= AT_ONCE ? Infinity : screenful());
  }

  /** @param {string} text */
  function tell(text) {
    if (output) output.value = text;
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

  /**
   * Hide the entries that do not fit, and the years that are empty because of it. In a long list, years that have no
   * room in the window are hidden until the rest is seen: in what is hidden, entries cost nothing.
   * @param {Known} all @param {Uint8Array} against @param {number} room For how many entries.
   * @returns {() => void} What shows more.
   */
  function hide({ years }, against, room) {
    /** @param {Year} year */
    const settle = ({ section, entries }) => {
      for (const [at, entry] of entries) if (entry.hidden !== !!against[at]) entry.hidden = !!against[at];
      section.hidden = entries.every(([at]) => against[at]);
    };
    const later = years.filter((year) => {
      const { section, entries } = year;
      const left = entries.filter(([at]) => !against[at]).length;
      const waits = !left || room <= 0;
      room -= left;
      if (!waits) settle(year);
      else if (section.hidden === !left && entries.every(([at, entry]) => entry.hidden === !!against[at])) return false;
      else section.hidden = true;
      return waits;
    });
    return () => later.forEach(settle);
  }

  function unfilter() {
    results.replaceChildren();
    results.hidden = true;
    if (timeline instanceof HTMLElement) timeline.hidden = false;
    tell("");
  }

  /** What is known of all events, or nothing where their list does not come; the next choice asks for it again. */
  async function prepare() {
    loading ??= index ? fetched(index) : here();
    try {
      known = await loading;
    } catch {
      loading = null;
    }
    return known;
  }

  /** @returns {Promise<Known>} */
  async function here() {
    let at = 0;
    /** @type {Year[]} */
    const years = [];
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (timeline?.querySelectorAll(".dl-year") || [])) {
      const entries = /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".dl-entry"));
      years.push({ section, entries: [...entries].map((entry) => [at++, entry]) });
    }
    return { ...learn(years.flatMap(({ entries }) => entries.map(([, entry]) => read(entry)))), years, rows: [] };
  }

  /** @param {string} address @returns {Promise<Known>} */
  async function fetched(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    /** @type {Row[]} */
    const rows = (await answer.json()).events;
    results.hidden = true;
    timeline?.after(results);
    return { ...learn(rows.map(unpack)), years: [], rows };
  }

  /** Show what fits in place of the digest, as much at once as a window holds. @param {Row[]} left @returns {() => void} What shows more of it. */
  function show(left) {
    const some = screenful();
    const found = document.createDocumentFragment();
    for (const row of left.slice(0, some)) list(found, row.y).append(entry(row));
    results.replaceChildren(found);
    results.hidden = false;
    if (timeline instanceof HTMLElement) timeline.hidden = true;
    return () => more(left, some, AT_ONCE);
  }

  /** @param {Row[]} left @param {number} from @param {number} to */
  function more(left, from, to) {
    for (const row of left.slice(from, to)) list(results, row.y).append(entry(row));
    if (to >= left.length) return;
    const button = document.createElement("button");
    button.className = "dl-button";
    button.type = "button";
    button.textContent = form?.dataset.more || "";
    button.addEventListener("click", () => {
      button.remove();
      more(left, to, to + AT_ONCE);
      const first = left[to];
      if (first) document.getElementById(`found_${first.i}`)?.querySelector("a")?.focus();
    });
    results.append(button);
  }

  /** The list of a year at the end of what was found. @param {ParentNode} found @param {string} year @returns {Element} */
  function list(found, year) {
    const last = found.lastElementChild;
    if (last?.getAttribute("data-year") === year && last.lastElementChild) return last.lastElementChild;
    const section = make("section", "dl-year");
    section.setAttribute("data-year", year);
    const entries = make("ol", "dl-list");
    section.append(make("h2", "dl-year__title", year), entries);
    found.append(section);
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
    if (address.href === location.href) return;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Safari takes a hundred in half a minute; the next choice says it all.
    }
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
    // What comes at once is done at once: fields that a program fills in, keys that wait for a slow phone.
    clearTimeout(waiting);
    waiting = setTimeout(apply);
  });
  // Before the first choice is made there is time to get ready for it.
  form.querySelector("details")?.addEventListener("toggle", prepare);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("hashchange", uncover);
  addEventListener("popstate", () => {
    recall();
    apply();
  });

  for (const option of form.querySelectorAll("option")) option.dataset.label = option.text.replace(/ \(\d+\)$/, "");
  form.hidden = false;
  recall();
  if (isEmpty(choice())) tell("");
  else apply().then(uncover);
})();
