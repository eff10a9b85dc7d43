/**
 * Shows of a page in a frame what its address asks for: `from`, `to`, `tag`, `actor`, `place`, `status`, `q`, `order`, `limit`,
 * `theme`, `accent` and `lang`. What is not understood is passed over; no text of the address becomes markup.
 * It is a classic script that fetches and keeps nothing, since a sandbox may forbid all of that.
 */
(() => {
  "use strict";

  /** @typedef {{element: HTMLElement, data: DOMStringMap, text: string}} Item */

  const FACETS = ["tag", "actor", "place"];
  const STATUSES = ["happened", "planned", "postponed", "cancelled"];
  const NARROWING = [...FACETS, "status", "from", "to", "q", "order", "limit"];
  /** Says that a reader came from within the frame. */
  const WITHIN = "within";
  /** `childId` is how pym calls a frame. */
  const KEPT = [...NARROWING, "theme", "accent", "childId", WITHIN];
  const LONGEST = 200;

  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);

  /** What is asked for under a name. @param {string} name */
  const value = (name) => (asked.get(name) ?? "").trim().slice(0, LONGEST);

  /** What was to be shown, of which there is no page any more. */
  const gone = value("gone");

  /** Values separated by commas, of which one must fit. @param {string} name */
  const values = (name) => value(name).split(",").map((text) => fold(text).trim().replace(/\s+/g, "-")).filter(Boolean);

  /** Letters without their accents, in lower case. @param {string} text */
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /** The first or the last day of a year, month or day. @param {string} text @param {boolean} end @returns {number | null} */
  function day(text, end) {
    const match = /^(-?)(\d{1,5})(?:-(1[0-2]|0?[1-9])(?:-(3[01]|[12]\d|0?[1-9]))?)?$/.exec(text);
    if (!match) return null;
    const year = Number(match[2]) * (match[1] ? -1 : 1);
    return year * 10000 + Number(match[3] || (end ? 12 : 1)) * 100 + Number(match[4] || (end ? 31 : 1));
  }

  // ---- Look ----

  function dress() {
    if (/^(?:light|dark)$/.test(value("theme"))) root.dataset.theme = value("theme");
    const accent = colour(value("accent"));
    if (!accent) return;
    for (const ground of ["light", "dark"]) {
      const behind = colour(getComputedStyle(root).getPropertyValue(`--dateline-${ground}`).trim());
      if (behind) root.style.setProperty(`--dateline-accent-on-${ground}`, legible(accent, behind));
    }
  }

  /** Red, green and blue of a colour's name or hexadecimal number; nothing for anything else. @param {string} text @returns {number[] | null} */
  function colour(text) {
    const match = /^(?:#?((?:[0-9a-f]{3}){1,2})|[a-z]{3,20})$/i.exec(text);
    const canvas = document.createElement("canvas").getContext("2d");
    if (!match || !canvas) return null;
    const name = match[1] ? `#${match[1]}` : text;
    const read = ["#000000", "#ffffff"].map((before) => {
      canvas.fillStyle = before;
      // What is no colour changes nothing.
      canvas.fillStyle = name;
      return String(canvas.fillStyle);
    });
    const hex = read[0] === read[1] && /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(read[0] ?? "");
    return hex ? hex.slice(1).map((part) => parseInt(part, 16)) : null;
  }

  /** WCAG 2.2, “relative luminance”. @param {number[]} rgb */
  function luminance(rgb) {
    const [red = 0, green = 0, blue = 0] = rgb.map((part) => (part / 255 <= .04045 ? part / 255 / 12.92 : ((part / 255 + .055) / 1.055) ** 2.4));
    return .2126 * red + .7152 * green + .0722 * blue;
  }

  /** A colour, as far towards black or white as text in it needs: a contrast of 4.5 (WCAG 2.2, 1.4.3). @param {number[]} rgb @param {number[]} behind */
  function legible(rgb, behind) {
    const end = luminance(behind) > .18 ? 0 : 255;
    for (let share = 0; share <= 1; share += .05) {
      const mixed = rgb.map((part) => Math.round(part + (end - part) * share));
      const [low = 0, high = 0] = [luminance(mixed), luminance(behind)].sort((a, b) => a - b);
      if ((high + .05) / (low + .05) >= 4.5) return `rgb(${mixed.join(" ")})`;
    }
    return end ? "#fff" : "#000";
  }

  // ---- Where to ----

  /** What links within the frame carry on, without some names. @param {string[]} [without] */
  function carried(without = []) {
    const kept = new URLSearchParams();
    for (const name of KEPT) if (asked.has(name) && !without.includes(name)) kept.set(name, value(name));
    return kept.size ? `?${kept}` : "";
  }

  /** @param {HTMLAnchorElement | HTMLLinkElement} link @param {string[]} [without] */
  const address = (link, without) => new URL(`${carried(without)}${location.hash}`, link.href).href;

  /** Go to the page in the language that is asked for, or to that of a tag or a year which this page has no room for. @param {HTMLElement | null} main */
  function go(main) {
    const language = value("lang");
    for (const link of document.querySelectorAll("link[hreflang]")) {
      if (!(link instanceof HTMLLinkElement) || link.hreflang !== language || language === root.lang) continue;
      location.replace(address(link));
      return true;
    }
    for (const facet of FACETS) {
      const key = known(main, facet)?.find((each) => fold(each) === values(facet).join());
      if (!key) continue;
      location.replace(new URL(`${facet}s/${encodeURIComponent(key)}/${carried([facet])}${location.hash}`, location.href));
      return true;
    }
    const found = years(main).find(({ year }) => span().every((each) => each !== null && yearOf(each) === year));
    if (found) location.replace(address(found.link));
    return Boolean(found);
  }

  /** The first and the last day that are asked for. @returns {[number | null, number | null]} */
  const span = () => [day(value("from"), false), day(value("to"), true)];

  /** @param {number} number A day. */
  const yearOf = (number) => Math.floor(number / 10000);

  /** The links to the pages of those years of which this page does not list all events. @param {HTMLElement | null} main */
  function years(main) {
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (main?.querySelectorAll(".dl-cut a") ?? []);
    const begin = yearOf(Math.min(...[...main?.querySelectorAll("[data-first]") ?? []].map((entry) => Number(entry.getAttribute("data-first")))));
    return [...links].map((link) => ({ link, year: Number(/(-?\d+)\/$/.exec(link.pathname)?.[1]) })).filter(({ year }) => year <= begin);
  }

  /** The keys that there are, on a page that does not list all events. @param {HTMLElement | null} main @param {string} facet */
  function known(main, facet) {
    return main?.getAttribute(`data-known-${facet}`)?.split(" ");
  }

  function carry() {
    for (const link of document.querySelectorAll("a:not([target])")) {
      if (!(link instanceof HTMLAnchorElement)) continue;
      const there = new URL(address(link, link.closest(".dl-said") ? NARROWING : []));
      there.searchParams.set(WITHIN, "1");
      link.href = there.href;
    }
  }

  /** Of a high frame a reader may have pressed what stands far down, and would see what stands below the next page. */
  function appear() {
    if (asked.has(WITHIN)) document.querySelector(".dl-head")?.scrollIntoView({ block: "nearest" });
  }

  // ---- Which events ----

  /** @param {Item} item */
  function fits({ data, text }) {
    if (gone) return false;
    for (const name of FACETS) {
      const some = values(name);
      const own = (data[`${name}s`] ?? "").split(" ").map(fold);
      if (some.length && !some.some((key) => own.includes(key))) return false;
    }
    const statuses = values("status").filter((status) => STATUSES.includes(status));
    if (statuses.length && !statuses.includes(data.status ?? "")) return false;
    const [first, last] = [data.first ? Number(data.first) : null, data.last ? Number(data.last) : null];
    const [from, to] = span();
    if (from !== null && (last ?? (first === null ? -Infinity : Infinity)) < from) return false;
    if (to !== null && (first ?? (last === null ? Infinity : -Infinity)) > to) return false;
    return fold(value("q")).split(/\s+/).every((word) => text.includes(word));
  }

  /** The newest first, those without a date still last and as they were. @param {Element} timeline */
  function turn(timeline) {
    const dated = [...timeline.children].filter((year) => !year.querySelector("#year_unknown"));
    for (const year of dated) {
      const list = year.querySelector("ol");
      list?.append(...[...list.children].reverse());
    }
    timeline.prepend(...dated.reverse());
  }

  /** @param {HTMLElement} main */
  function narrow(main) {
    const timeline = main.querySelector(".dl-timeline");
    if (!timeline || !(gone || NARROWING.some(value))) return;
    if (/^(?:newest|desc)$/.test(value("order"))) turn(timeline);
    const items = [...timeline.querySelectorAll(".dl-entry")].map((entry) => {
      const element = /** @type {HTMLElement} */ (entry);
      return { element, data: element.dataset, text: fold(words(element)) };
    });
    const limit = /^\d{1,4}$/.test(value("limit")) ? Number(value("limit")) || Infinity : Infinity;
    const left = items.filter(fits).slice(0, limit);
    for (const item of items) item.element.hidden = !left.includes(item);
    for (const year of timeline.children) {
      /** @type {HTMLElement} */ (year).hidden = !year.querySelector(".dl-entry:not([hidden])");
    }
    say(main, left.length, items);
  }

  /** An event's words, without what its mark is called. @param {Element} entry */
  function words(entry) {
    return [...entry.querySelectorAll(".dl-date, .dl-entry__body")].map((part) => part.textContent).join(" ");
  }

  /** Say how much of all is here, and lead to all. @param {HTMLElement} main @param {number} shown @param {Item[]} items */
  function say(main, shown, items) {
    const said = main.querySelector(".dl-said");
    const [text, all] = [said?.querySelector("span"), said?.querySelector("a")];
    const [total, listed] = [Number(main.dataset.total), Number(main.dataset.listed)];
    if (!(said instanceof HTMLElement) || !text || !all) return;
    const numbers = new Intl.NumberFormat(root.lang || undefined);
    const strange = shown ? undefined : unknown(main, items);
    const some = listed < total ? said.dataset.cut : shown ? said.dataset.showing : said.dataset.none;
    const message = strange ? said.dataset.unknown : some;
    /** @type {Record<string, string>} */
    const filled = { name: strange ?? "", shown: numbers.format(shown), listed: numbers.format(listed), total: numbers.format(total) };
    text.textContent = (message ?? "").replace(/\{(\w+)\}/g, (whole, name) => filled[name] ?? whole);
    all.hidden = false;
    said.hidden = shown === listed;
    lead(main, shown);
  }

  /** What is said of all that is listed is said of what is left of it; of the years, lead to those that are asked for. @param {HTMLElement} main @param {number} shown */
  function lead(main, shown) {
    const [from, to] = span();
    const cut = main.querySelector(".dl-cut");
    if (!(cut instanceof HTMLElement)) return;
    const dated = from !== null || to !== null;
    const asked = years(main).filter(({ year }) => (from === null || year >= yearOf(from)) && (to === null || year <= yearOf(to)));
    for (const link of cut.querySelectorAll("a")) link.hidden = !asked.some((each) => each.link === link);
    cut.hidden = !asked.length || (shown > 0 && shown < Number(main.dataset.listed) && !dated);
  }

  /** The first name that is asked for and that nothing is filed under. @param {HTMLElement} main @param {Item[]} items */
  function unknown(main, items) {
    if (gone) return gone;
    for (const name of FACETS) {
      const keys = known(main, name) ?? items.flatMap(({ data }) => (data[`${name}s`] ?? "").split(" "));
      const there = keys.map(fold);
      if (values(name).length && !values(name).some((key) => there.includes(key))) return value(name);
    }
    return undefined;
  }

  dress();
  document.addEventListener("DOMContentLoaded", () => {
    /** @type {HTMLElement | null} */
    const main = document.querySelector("main[data-total]");
    if (go(main)) return;
    if (main) narrow(main);
    carry();
    appear();
    addEventListener("hashchange", carry);
  });
})();
