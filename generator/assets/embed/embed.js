/**
 * The timeline, or a part of it, in a page of another site: `<script src="…/embed.js" data-tag="energy" async></script>`
 * becomes a timeline where it stands, and `<dateline-timeline tag="energy">` is one. What it shows comes from a file of
 * the site that this script came from.
 *
 * The page around it is a guest-giver: nothing of it is changed but the element itself. What is shown stands in a shadow
 * root, styled by a constructed sheet that a strict policy allows; texts become text and never markup.
 */
(() => {
  "use strict";

  /** @typedef {{i: string, t: string, d: string, m?: string, b?: string, s: string, f?: number, l?: number, x?: string, c?: string, n?: string, a?: string, p?: string, g?: string, v?: string, y?: number, k?: 1, h?: string}} Row */
  /** @typedef {{title: string, lang: string, dir: string, license?: string, words: Record<string, string>, names?: Record<string, Record<string, string>>, moved?: Record<string, string>, gone?: string[], events?: Row[], years?: [number, number, number | null][], large?: Record<string, string[]>}} Index */
  /** @typedef {{keys: Record<string, string[]>, statuses: string[], from: number | null, to: number | null, isNewestFirst: boolean, limit: number}} Choice */
  /** @typedef {{rows: Row[], total: number, notice?: string, name?: string, path?: string}} Found */

  const NAME = "dateline-timeline";
  const FACETS = ["view", "tag", "actor", "place", "year"];
  const ATTRIBUTES = ["src", ...FACETS, "event", "status", "from", "to", "order", "limit", "look"];
  const STATUSES = ["happened", "planned", "postponed", "cancelled"];
  const MOST = 100;
  /** What the site says of itself, which it writes in here when it is built. @type {{title?: string, failed?: string}} */
  const SITE = JSON.parse("{}");

  const script = document.currentScript;
  const home = script instanceof HTMLScriptElement && script.src ? new URL("./", script.src).href : "";

  const CSS = `
:host { display: block; }
:host([hidden]) { display: none; }
.box {
  --rule: var(--dateline-rule, color-mix(in srgb, currentcolor 25%, transparent));
  font-style: normal; letter-spacing: normal; line-height: 1.45; text-align: start; text-indent: 0; text-transform: none;
  white-space: normal; word-spacing: normal; overflow-wrap: anywhere; color: var(--dateline-text, inherit);
  font-family: var(--dateline-font, inherit);
}
ol { margin: 0; padding: 0; padding-inline-start: .35em; list-style: none; }
li { padding: 0 0 .9em 1em; border-inline-start: 2px solid var(--rule); position: relative; }
li::before { content: ""; position: absolute; inset-block-start: .45em; inset-inline-start: calc(-.3em - 1px); width: .6em; height: .6em;
  border-radius: 50%; background: var(--dateline-accent, currentcolor); }
li:last-child { padding-block-end: .2em; }
.planned::before { box-sizing: border-box; border: 2px solid var(--dateline-accent, currentcolor); background: var(--dateline-ground, Canvas); }
.date, .credit, .foot { display: block; font-size: .85em; }
.title { display: block; font-weight: 600; }
.key .title { font-size: 1.1em; font-weight: 700; }
.badge { display: inline-block; padding: 0 .4em; border: 1px solid; border-radius: 2px; font-size: .75em; }
.text { margin: .1em 0; }
.compact li { padding-block-end: .35em; }
.compact .title, .compact .date { display: inline; font-size: 1em; font-weight: 400; }
.compact .date { margin-inline-end: .5em; font-weight: 600; }
.notice { margin: 0 0 .5em; }
.foot { margin: .6em 0 0; }
a { color: var(--dateline-link, inherit); text-decoration: underline .06em; text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid; outline-offset: 2px; }
@media print { li { break-inside: avoid; } }`;

  /** What is being fetched or was, by address: many timelines of a page ask once. @type {Map<string, Promise<any>>} */
  const fetched = new Map();

  /** @param {string} address @returns {Promise<any>} */
  function json(address) {
    let found = fetched.get(address);
    if (!found) {
      found = fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" }).then((answer) => {
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
        return answer.json();
      });
      fetched.set(address, found);
      // What failed once may come another time.
      found.catch(() => fetched.delete(address));
    }
    return found;
  }

  /** A label as the site's addresses have it, nearly: enough to be found by. @param {string} text */
  const folded = (text) => text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, "-");

  /** The same without accents. @param {string} text */
  const bare = (text) => folded(text).normalize("NFKD").replace(/\p{M}/gu, "");

  /** The first or the last day of a year, month or day, as a number. @param {string} text @param {boolean} end @returns {number | null} */
  function day(text, end) {
    const match = /^(-?)(\d{1,5})(?:-(1[0-2]|0?[1-9])(?:-(3[01]|[12]\d|0?[1-9]))?)?$/.exec(text.trim());
    if (!match) return null;
    const year = Number(match[2]) * (match[1] ? -1 : 1);
    return year * 10000 + Number(match[3] || (end ? 12 : 1)) * 100 + Number(match[4] || (end ? 31 : 1));
  }

  /** @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} part @param {...(Node | string)} content @returns {HTMLElementTagNameMap[K]} */
  function make(name, part, ...content) {
    const element = document.createElement(name);
    element.className = part;
    element.part.add(...part.split(" "));
    element.append(...content);
    return element;
  }

  /** A link, if its address is one of the web; else its text. @param {string} address @param {string} text */
  function link(address, text) {
    const linked = make("a", "link", make("bdi", "words", text));
    if (/^https?:/.test(address)) linked.href = address;
    return linked;
  }

  class Timeline extends HTMLElement {
    static observedAttributes = ATTRIBUTES;
    /** @type {IntersectionObserver | undefined} */
    #watch;
    #near = false;
    /** Counts what was asked for, so that an earlier answer that comes late is passed over. */
    #asked = 0;
    #root = this.attachShadow({ mode: "open" });

    constructor() {
      super();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.append(document.createElement("slot"));
    }

    connectedCallback() {
      if (this.#near || !("IntersectionObserver" in globalThis)) {
        this.#show();
        return;
      }
      this.#watch = new IntersectionObserver((seen) => {
        if (!seen.some((each) => each.isIntersecting)) return;
        this.#watch?.disconnect();
        this.#near = true;
        this.#show();
      }, { rootMargin: "600px" });
      this.#watch.observe(this);
    }

    disconnectedCallback() {
      this.#watch?.disconnect();
    }

    /** @param {string} _name @param {string | null} before @param {string | null} after */
    attributeChangedCallback(_name, before, after) {
      if (this.#near && this.isConnected && before !== after) this.#show();
    }

    /** @param {string} name */
    #value(name) {
      return (this.getAttribute(name) || "").trim();
    }

    /** Values separated by commas, of which one must fit. @param {string} name */
    #values(name) {
      return this.#value(name).split(",").map(folded).filter(Boolean);
    }

    /** The root of the timeline's site. */
    get #base() {
      try {
        const base = new URL("./", new URL(this.#value("src") || home || "./", document.baseURI));
        return /^https?:$/.test(base.protocol) ? base.href : "";
      } catch {
        return "";
      }
    }

    async #show() {
      const asked = ++this.#asked;
      const base = this.#base;
      try {
        if (!base) throw new TypeError("no address of the web");
        /** @type {Index} */
        const index = await json(`${base}data/embed.json`);
        const found = await this.#find(index, base);
        if (asked === this.#asked) this.#draw(index, found, base);
      } catch {
        if (asked === this.#asked) this.#fail(base);
      }
    }

    /** @param {Index} index @param {string} base @returns {Promise<Found>} */
    async #find(index, base) {
      const event = this.#value("event").toLowerCase();
      if (event) return this.#one(event, index, base);
      const choice = this.#choice(index);
      const strange = FACETS.find((facet) => this.#values(facet).length && !choice.keys[facet]?.length);
      if (strange) return { rows: [], total: 0, notice: (index.words.unknown || "").replace("{name}", this.#value(strange)) };
      const rows = (await this.#rows(index, choice, base)).filter((row) => fits(row, choice));
      if (choice.isNewestFirst) rows.splice(0, Infinity, ...rows.filter((row) => !isUndated(row)).reverse(), ...rows.filter(isUndated));
      const notice = rows.length ? "" : index.words.none || "";
      return { rows: rows.slice(0, choice.limit), total: rows.length, notice, ...only(index, choice) };
    }

    /** What is asked for, of names and statuses those that there are. @param {Index} index @returns {Choice} */
    #choice(index) {
      const limit = this.#value("limit");
      return {
        keys: Object.fromEntries(FACETS.map((facet) => [facet, this.#values(facet).flatMap((value) => key(index, facet, value) ?? [])])),
        statuses: this.#values("status").filter((status) => STATUSES.includes(status)),
        from: day(this.#value("from"), false),
        to: day(this.#value("to"), true),
        isNewestFirst: /^(?:newest|desc)$/.test(this.#value("order")),
        limit: Math.min(/^\d+$/.test(limit) ? Number(limit) || MOST : MOST, MOST),
      };
    }

    /** One event, by any id that it has or had. @param {string} event @param {Index} index @param {string} base @returns {Promise<Found>} */
    async #one(event, index, base) {
      const id = index.moved?.[event] || event;
      if (index.gone?.includes(id)) return { rows: [], total: 0, notice: index.words.withdrawn };
      const year = /^-?\d{1,4}/.exec(id)?.[0] || "";
      const filed = index.years?.some(([each]) => String(each) === year);
      const rows = index.events || (filed ? await this.#part(base, "years", year) : []);
      const row = rows.find((each) => each.i === id);
      if (row) return { rows: [row], total: 1, name: row.t };
      // Of a large timeline an event is found by the year that its id begins with; one without may be there all the same.
      if (index.events || filed) return { rows: [], total: 0, notice: index.words.gone };
      return { rows: [], total: 0, name: id, path: `events/${encodeURIComponent(id)}/` };
    }

    /** The events among which to look: of a large timeline no more files than are needed. @param {Index} index @param {Choice} choice @param {string} base @returns {Promise<Row[]>} */
    async #rows(index, choice, base) {
      if (index.events) return [...index.events];
      for (const [facet, keys] of Object.entries(choice.keys)) {
        if (!keys.length || keys.some((each) => index.large?.[facet]?.includes(each))) continue;
        const parts = await Promise.all(keys.map((each) => this.#part(base, `${facet}s`, each)));
        const rows = new Map(parts.flat().map((row) => [row.i, row]));
        return [...rows.values()].sort((a, b) => Number(isUndated(a)) - Number(isUndated(b)) || (a.f ?? a.l ?? 0) - (b.f ?? b.l ?? 0));
      }
      const { from, to } = choice;
      const years = (index.years || []).filter(([year, , last]) => (from === null || last === null || last >= from) && (to === null || year * 10000 <= to));
      if (choice.isNewestFirst) years.reverse();
      /** @type {Row[]} */
      let rows = [];
      for (const [year] of years) {
        if (rows.length > choice.limit) break;
        const part = (await this.#part(base, "years", String(year))).filter((row) => fits(row, choice));
        rows = choice.isNewestFirst ? [...part, ...rows] : [...rows, ...part];
      }
      return rows;
    }

    /** @param {string} base @param {string} kind @param {string} name @returns {Promise<Row[]>} */
    async #part(base, kind, name) {
      if (!name) return [];
      return (await json(`${base}data/embed/${kind}/${encodeURIComponent(name)}.json`)).events || [];
    }

    /** @param {Index} index @param {Found} found @param {string} base */
    #draw(index, found, base) {
      const compact = this.#value("look") === "compact";
      const box = make("div", compact ? "box compact" : "box");
      box.lang = index.lang;
      box.dir = index.dir;
      box.setAttribute("role", "group");
      const label = found.name ? `${found.name} – ${index.title}` : index.title;
      box.setAttribute("aria-label", label);
      if (found.notice) box.append(make("p", "notice", found.notice));
      if (found.rows.length) box.append(make("ol", "list", ...found.rows.map((row) => item(row, base, compact))));
      const all = found.notice || found.total > found.rows.length ? index.words.all || label : label;
      const foot = make("p", "foot", link(`${base}${found.path || ""}`, all));
      if (index.license) foot.append(" · ", index.license);
      box.append(foot);
      this.#root.replaceChildren(box);
    }

    /** Keep the link that the page has, or give it one. @param {string} base */
    #fail(base) {
      const box = make("div", "box");
      if (SITE.failed) box.append(make("p", "notice", SITE.failed));
      const own = this.childElementCount > 0 || !base;
      box.append(own ? document.createElement("slot") : make("p", "foot", link(base, SITE.title || new URL(base).host)));
      this.#root.replaceChildren(box);
    }
  }

  /** Events without a date are last. @param {Row} row */
  function isUndated(row) {
    return row.f === undefined && row.l === undefined;
  }

  /** @param {Row} row @param {Choice} choice */
  function fits(row, { keys, statuses, from, to }) {
    /** @type {Record<string, string | undefined>} */
    const own = { view: row.v, tag: row.g, actor: row.a, place: row.p, year: String(row.y ?? "") };
    for (const [facet, some] of Object.entries(keys)) {
      if (some.length && !some.some((each) => (own[facet] || "").split(" ").includes(each))) return false;
    }
    if (statuses.length && !statuses.includes(row.s)) return false;
    if (from !== null && (row.l ?? (row.f === undefined ? -Infinity : Infinity)) < from) return false;
    return to === null || (row.f ?? (row.l === undefined ? Infinity : -Infinity)) <= to;
  }

  /** What a timeline of one thing alone is called, and the page of the site that shows it. @param {Index} index @param {Choice} choice */
  function only(index, { keys }) {
    const [[facet = "", [name = ""] = []] = [], another] = Object.entries(keys).filter(([, some]) => some.length);
    if (!name || another || (keys[facet]?.length ?? 0) > 1) return {};
    return { name: index.names?.[facet]?.[name] || name, path: `${facet}s/${encodeURIComponent(name)}/` };
  }

  /** The key of something by that key or by its name, if need be without accents; nothing for what there is not. @param {Index} index @param {string} facet @param {string} value @returns {string | undefined} */
  function key(index, facet, value) {
    const known = Object.entries(index.names?.[facet] || {});
    const found = known.find(([each]) => folded(each) === value) || known.find(([, name]) => folded(name) === value);
    return (found || known.find(([each]) => bare(each) === bare(value)))?.[0];
  }

  /** @param {Row} row @param {string} base @param {boolean} compact */
  function item(row, base, compact) {
    const when = make("time", "date", row.d);
    if (row.m) when.dateTime = row.m;
    const title = make("span", "title", link(`${base}events/${encodeURIComponent(row.i)}/`, row.t));
    if (row.h) title.lang = row.h;
    const entry = make("li", row.k ? "item key" : "item", when, " ", title);
    if (row.s === "planned") entry.classList.add("planned");
    if (row.b) entry.append(" ", make("span", "badge", row.b));
    if (compact) return entry;
    if (row.x) {
      const text = make("p", "text", row.x);
      text.dir = "auto";
      if (row.h) text.lang = row.h;
      entry.append(text);
    }
    if (row.c) entry.append(make("span", "credit", make("bdi", "words", row.c)));
    return entry;
  }

  // Of several scripts in a page the first defines the element, and each of them uses that.
  if (!customElements.get(NAME)) customElements.define(NAME, Timeline);

  if (script instanceof HTMLScriptElement && document.body?.contains(script) && Object.keys(script.dataset).length) {
    const element = document.createElement(NAME);
    element.setAttribute("src", home);
    for (const name of ATTRIBUTES) {
      const value = script.dataset[name];
      if (value !== undefined) element.setAttribute(name, value);
    }
    const instead = document.createElement("a");
    instead.href = home;
    instead.textContent = script.dataset.title || SITE.title || home;
    element.append(instead);
    script.replaceWith(element);
  }
})();
