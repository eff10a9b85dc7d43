/**
 * Leads a frame whose page is gone to the frame of the whole timeline, which says so. It runs in the page of what is not
 * there, which is the theme's, and too large for a frame.
 */
(() => {
  "use strict";

  /** How it looks, and how pym calls it. */
  const KEPT = ["theme", "accent", "childId"];

  const home = new URL(document.currentScript?.dataset.root ?? "./", location.href);
  const within = location.pathname.startsWith(home.pathname) ? location.pathname.slice(home.pathname.length) : "";
  const [, whole, gone] = /^((?:[\w-]+\/)?embed\/)(?:.*\/)?([^/]+)\/?$/.exec(within) ?? [];
  if (parent === window || !whole || !gone) return;
  const there = new URL(whole, home);
  there.hash = location.hash;
  for (const [name, value] of new URLSearchParams(location.search)) if (KEPT.includes(name)) there.searchParams.set(name, value);
  there.searchParams.set("gone", name(gone));
  location.replace(there);

  /** A part of an address in its own letters. @param {string} part */
  function name(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }
})();
