"""Fuzz the addresses of embeds: each is opened in Chromium as a frame of a whole site, with its scripts and policy.

Run it with `python benchmarks/fuzz/in_browser.py --inputs 2000`; it needs what the browser's tests need. An address is
a find if something of it runs, is forbidden by the page's policy or asked of another host, if a script fails, or
if the frame leads elsewhere or holds an element that is none of a page's.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.run import SEED, Figures, recorded
from fuzz.site_inputs import query
from sites.served import FLAGS, build_invented, find_chromium, serving

NAME = "addresses of embeds, in Chromium"
EVENTS = 40
AT_ONCE = 50
"""Frames that are open at one time."""

HOOKS = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (said) => { window.ran.push(name + said); };
addEventListener("error", ({ message }) => window.ran.push(message));
addEventListener("securitypolicyviolation", (event) => window.ran.push(event.effectiveDirective), true);
"""
IN_FRAMES = """
async (addresses) => {
  document.body.replaceChildren();
  const frames = await Promise.all(addresses.map((address) => new Promise((resolve) => {
    const frame = document.createElement("iframe");
    // Its scripts run all the same; drawing it would be a third of the work.
    frame.hidden = true;
    frame.addEventListener("load", () => resolve(frame), { once: true });
    // As the browser writes it: with a line end and a “<” as they are it is never loaded, and nobody is told.
    frame.src = new URL(address, location.href).href;
    document.body.append(frame);
  })));
  const ours = new Set("html,head,meta,title,link,style,script,body,main,header,footer,nav,section,article,div,p,span,"
    .concat("h1,h2,h3,ol,ul,li,a,time,bdi,svg,path,rect,circle,line,g,use,figure,small,strong,em,abbr").split(","));
  return frames.map((frame) => {
    const page = frame.contentDocument;
    const every = [...page.querySelectorAll("*")];
    const obeys = (each) => each.getAttributeNames().some((name) => name.startsWith("on"));
    const foreign = every.filter((each) => !ours.has(each.localName) || obeys(each));
    const schemes = [...page.links].map((link) => link.protocol);
    const leading = schemes.filter((scheme) => !/^(?:https?|mailto):$/.test(scheme));
    const scripts = [...page.scripts].filter((script) => !script.src.startsWith(location.origin)).length;
    const { href, pathname } = frame.contentWindow.location;
    const elsewhere = pathname.startsWith("/embed/") ? [] : [href];
    const globals = [Object.prototype, Array.prototype].flatMap((each) => Object.keys(each));
    const names = foreign.map((each) => each.localName);
    return [...frame.contentWindow.ran, ...names, ...leading, ...elsewhere, ...globals, ...(scripts ? ["script"] : [])];
  });
}
"""
"""Opens frames, and gives for each what is wrong with it."""


@contextmanager
def opened() -> Iterator[tuple[Any, list[str]]]:
    """A page of the site that notes what it asks of other hosts."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build_invented(Path(folder) / "site", EVENTS)
        with serving(site) as address:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*FLAGS])
            page, asked = browser.new_page(), list[str]()
            page.add_init_script(HOOKS)
            here = urlsplit(address).netloc
            page.on(
                "request", lambda request: asked.append(request.url) if urlsplit(request.url).netloc != here else None
            )
            page.goto(f"{address}404.html")
            yield page, asked
            browser.close()


def fuzzed(numbers: range, seed: int) -> Figures:
    """Open frames by so many addresses, and print those that are finds."""
    figures = Figures()
    with opened() as (page, asked):
        for start in range(numbers.start, numbers.stop, AT_ONCE):
            some = range(start, min(start + AT_ONCE, numbers.stop))
            texts = [query(random.Random(f"{seed} {NAME} {number}")) for number in some]  # noqa: S311 the same each time
            found = page.evaluate(IN_FRAMES, [f"/embed/?{text}" for text in texts])
            for number, text, wrong in zip(some, texts, found, strict=True):
                if wrong:
                    print(f"{NAME}, input {number} of seed {seed}: {text!r}: {wrong}", flush=True)
                    figures.finds.append(number)
            if asked:
                print(f"{NAME}, one of the inputs {some} of seed {seed} asks for {asked}", flush=True)
                figures.finds.append(start)
                asked.clear()
            figures.inputs += len(texts)
            figures.bytes += sum(len(text.encode()) for text in texts)
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz, and say how many finds there were."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--inputs", type=int, default=2000, help="how many addresses")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the number of the first")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--record", action="store_true", help="add the figures to the record")
    options = parser.parse_args(arguments)
    os.nice(max(0, 10 - os.nice(0)))
    figures = fuzzed(range(options.first, options.first + options.inputs), options.seed)
    print(f"{NAME}: {figures.inputs:,} inputs, {len(figures.finds)} finds")
    if options.record:
        recorded(NAME, figures, options.seed)
    return bool(figures.finds)


if __name__ == "__main__":
    sys.exit(main())
