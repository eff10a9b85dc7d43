"""The events of a site of ours in pages of peers: a list of all of them, and the form that ours has."""

from __future__ import annotations

import json
import re
import shutil
from html import escape
from pathlib import Path
from typing import Any

from sites.served import ROOT

__all__ = ["PEERS", "write_peer"]

LIST_JS = ROOT / "benchmarks" / "node_modules" / "list.js" / "dist" / "list.min.js"

_FITS = """\
const form = document.querySelector("form.dl-filters"), output = form.querySelector("output");
const number = (text, end) => {
  const [year, month = end ? 12 : 1, day = end ? 31 : 1] = text.split("-").map(Number);
  return text ? year * 10000 + month * 100 + day : null;
};
const choice = () => {
  const chosen = Object.fromEntries(new FormData(form));
  return { ...chosen, from: number(chosen.from, false), to: number(chosen.to, true), q: chosen.q.toLowerCase() };
};
const fits = (chosen, values) =>
  (!chosen.actor || values.actors.split(" ").includes(chosen.actor)) &&
  (!chosen.place || values.places.split(" ").includes(chosen.place)) &&
  (!chosen.tag || values.tags.split(" ").includes(chosen.tag)) &&
  (!chosen.status || values.status === chosen.status) &&
  (!chosen.from || Number(values.last) >= chosen.from) &&
  (!chosen.to || Number(values.first) <= chosen.to);
form.addEventListener("input", apply);
form.addEventListener("reset", () => setTimeout(apply));
form.hidden = false;
"""
_LOOP = """\
const entries = [...document.querySelectorAll("#all li")];
function apply() {
  const chosen = choice();
  let shown = 0;
  for (const entry of entries) {
    entry.hidden = !(fits(chosen, entry.dataset) && entry.textContent.toLowerCase().includes(chosen.q));
    shown += entry.hidden ? 0 : 1;
  }
  output.replaceChildren(`${shown} events`); // anew, even if it is the same
}
"""
_LIST_JS = """\
const facts = ["actors", "places", "tags", "status", "first", "last"];
const list = new List("events", { valueNames: ["date", "title", "text", "credit", { data: facts }], page: 100 });
function apply() {
  const chosen = choice();
  list.filter((item) => fits(chosen, item.values()));
  list.search(chosen.q, ["date", "title", "text", "credit"]);
  output.replaceChildren(`${list.matchingItems.length} events`); // anew, even if it is the same
}
"""

PEERS = {"a loop over all entries": _LOOP, "list.js": _LIST_JS}
"""The script of each, by its name."""


def write_peer(name: str, folder: Path, ours: Path) -> bool:
    """Write a peer's page.

    Args:
        name: Which of `PEERS` it is.
        folder: Where it goes, which is not there yet.
        ours: A site of ours with a list that the filters fetch, and with its form.

    Returns:
        Whether it could be written: its library may not be installed.
    """
    needs_library = name == "list.js"
    if needs_library and not LIST_JS.exists():
        print("list.js is left out: `npm ci --prefix benchmarks` installs it.")
        return False
    folder.mkdir()
    if needs_library:
        shutil.copy(LIST_JS, folder / "list.js")
    library = '<script src="list.js"></script>' if needs_library else ""
    found = re.search(r"<form class=\"dl-filters\".*?</form>", (ours / "index.html").read_text("utf-8"), re.DOTALL)
    form = found[0] if found else ""
    entries = "".join(_entry(row) for row in json.loads((ours / "data" / "filter.json").read_bytes())["events"])
    (folder / "script.js").write_text(_FITS + PEERS[name], encoding="utf-8")
    (folder / "index.html").write_text(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>'
        f'<meta name="viewport" content="width=device-width"></head><body><h1>{name}</h1>{form}'
        f'<div id="events"><ul class="list" id="all">{entries}</ul></div>'
        f'{library}<script src="script.js"></script></body></html>',
        encoding="utf-8",
    )
    return True


def _entry(row: dict[str, Any]) -> str:
    facts = {"actors": "a", "places": "p", "tags": "g", "status": "s", "first": "f", "last": "l"}
    data = " ".join(f'data-{name}="{escape(str(row.get(key, "")).strip())}"' for name, key in facts.items())
    return (
        f'<li {data}><span class="date">{escape(row["w"])}</span> <h3 class="title"><a href="events/{row["i"]}/">'
        f'{escape(row["t"])}</a></h3><p class="text">{escape(row.get("x", ""))}</p>'
        f'<p class="credit">{escape(row["c"])}</p></li>'
    )
