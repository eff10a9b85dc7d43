"""A shape of page, and the pages that are made of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pages.facts import Facts, facts

SECTIONS = "".join(f"<li><a href='/s{n}'>Section {n}</a></li>" for n in range(12))


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of page.

    Attributes:
        name: What it is.
        head, top, main, foot: The parts, as format strings.
        language: Of text and root element.
        lang: The root's `lang`, where it is not `language`.
        path: The path of the canonical address; empty for none.
        dated: Whether the page tells the day at all.
        weekday: Whether the text names a weekday.
        shift: Days that the right answer lies from `pub`, for pages whose zone moves it.
    """

    name: str
    main: str
    head: str = ""
    top: str = ""
    foot: str = "<footer>© {f.saved.year} {f.site}. All rights reserved.</footer>"
    language: str = "en"
    lang: str = ""
    path: str = "/news/{f.slug}"
    dated: bool = True
    weekday: bool = False
    clock: str = ""
    shift: int = 0


def page(shape: Shape, seed: str) -> tuple[str, dt.date | None]:
    """One page of a shape, and the day on which it was published, or None where it does not tell."""
    f: Facts = facts(f"{shape.name} {seed}", shape.language, weekday=shape.weekday)
    day = dt.timedelta(days=1)
    values = {
        "f": f,
        "said": f.said,
        "month": f.pub.strftime("%b").lower(),
        "seconds": int(f.pub.replace(tzinfo=dt.UTC).timestamp()),
        "yesterday": f.pub - day,
        "tomorrow": f.pub + day,
    }
    parts = [part.format(**values) for part in (shape.head, shape.top, shape.main, shape.foot, shape.path)]
    head, top, main, foot, path = parts
    url = f"{f.host}{path}"
    link = f"<link rel='canonical' href='{url}'><meta property='og:url' content='{url}'>"
    html = (
        f"<!DOCTYPE html><html lang='{shape.lang or shape.language}'><head><meta charset='utf-8'>"
        f"<title>{f.title} | {f.site}</title>"
        f"{link}<meta property='og:site_name' content='{f.site}'>{head}</head><body>"
        f"<header><a href='/'>{f.site}</a></header>"
        f"<nav><ul>{SECTIONS}</ul></nav>{top}{main}{foot}</body></html>"
    )
    return html, f.pub.date() if shape.dated else None
