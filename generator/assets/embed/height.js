/**
 * Tells the page around a frame how high its content is, in the messages of those who listen for one: AMP's `embed-size`,
 * WordPress's `height` with the secret of the frame's address, pym's, and those of iframe-resizer (4 and 5).
 * A page that listens for none shows the frame at the height that it was given.
 */
(() => {
  "use strict";

  if (parent === window) return;
  const PYM = "xPYMx";
  const RESIZER = "[iFrameSizer]";
  const NAME = /^[\w.-]{1,64}$/;
  const root = document.documentElement;
  const names = {
    /** How pym calls this frame. */
    pym: named(new URLSearchParams(location.search).get("childId")),
    /** How iframe-resizer does, once it has spoken. */
    resizer: "",
    secret: "",
  };
  let told = 0;

  /** @param {string | null | undefined} text */
  function named(text) {
    return text && NAME.test(text) ? text : "";
  }

  /** The name that WordPress puts behind the address, perhaps after the frame has loaded. */
  function secret() {
    names.secret = /[?&]secret=([A-Za-z0-9]{1,64})(?:&|$)/.exec(location.hash)?.[1] ?? names.secret;
  }

  /** @param {unknown} message */
  function post(message) {
    parent.postMessage(message, "*");
  }

  /** Say the height to all. @param {{again?: boolean, first?: string}} [how] */
  function tell({ again = false, first = "" } = {}) {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (!height || (height === told && !again)) return;
    told = height;
    post({ sentinel: "amp", type: "embed-size", height });
    if (names.secret) post({ message: "height", value: Math.min(1000, Math.max(200, height)), secret: names.secret });
    if (names.pym) post(["pym", names.pym, "height", height].join(PYM));
    if (names.resizer) post(`${RESIZER}${names.resizer}:${height}:${innerWidth}:${first || "size"}`);
  }

  /** What the page around asks. @param {MessageEvent} event */
  function hear(event) {
    if (event.source !== parent) return;
    const data = event.data;
    if (data?.message === "ready" && /^[A-Za-z0-9]{1,64}$/.test(data.secret)) {
      names.secret = data.secret;
      tell({ again: true });
    } else if (typeof data !== "string") return;
    else if (data.startsWith(RESIZER)) {
      const fields = data.slice(RESIZER.length).split(":");
      const greeted = /^(?:true|false)$/.test(fields[2] ?? "");
      if (greeted) names.resizer = named(fields[0]);
      // Version 5 says which it is, and wants to hear the same.
      tell({ again: true, first: greeted ? `init:${fields[20] ?? ""}` : "" });
    } else if (data.startsWith(`pym${PYM}`)) {
      names.pym = named(data.split(PYM)[1]) || names.pym;
      tell({ again: true });
    }
  }

  /** WordPress lets a frame lead its reader to the site that the frame is from. @param {MouseEvent} event */
  function leave(event) {
    const link = event.target instanceof Element ? event.target.closest("a[data-site]") : null;
    if (!names.secret || !(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    post({ message: "link", value: link.href, secret: names.secret });
  }

  secret();
  addEventListener("message", hear);
  addEventListener("click", leave);
  addEventListener("load", () => tell({ again: true }));
  addEventListener("hashchange", () => {
    secret();
    tell({ again: true });
  });
  // Whatever makes it higher or lower: a filter, a font, a narrower window.
  new ResizeObserver(() => tell()).observe(root);
})();
