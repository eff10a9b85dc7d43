"""Articles of which every field holds a text that is meant to do harm, and the timeline that they come to.

Each text stands in one article of each kind: in what its page says of itself, in its front matter, in a feed's entry or
in a record. The commands read the articles and accept what they find, as an editor would who looks at nothing.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import html
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.curating.load import load_text
from generator.curating.propose import Run
from generator.curating.yaml_text import scalar
from generator.errors import DatelineError
from generator.reading import Item, items, read_item
from generator.reading.article import Article

TODAY = dt.date(2026, 11, 21)

PAGE = """\
<html lang="en"><head><title>{0}</title><meta property="og:title" content="{1}">
<meta property="og:site_name" content="{2}"><meta name="author" content="{3}"><link rel="canonical" href="{url}">
<meta name="description" content="{4}"><meta property="article:published_time" content="{day}">
<script type="application/ld+json">{linked}</script></head><body><article><h1>{0}</h1>
<p>By {5}</p><p>{sentence}</p><p>Nobody was hurt, and the boats stayed in for two days, the harbour master said.</p>
</article></body></html>
"""
FRONT = "---\ntitle: {0}\npublisher: {1}\nauthor: {2}\npublished: {day}\n---\n\n{sentence}\n"
ENTRY = """\
<item><title>{0}</title><author>{1}</author><category>{2}</category><link>{url}</link><pubDate>{day}</pubDate>
<description>{sentence}</description></item>
"""
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>{0}</title>{entries}</channel></rss>'


DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="30"
  onload="alert(1)"><script>alert(1); parent.alert(1)</script><script href="https://evil.example/a.js"/>
<image href="https://evil.example/pixel.png" width="9" height="9"/><rect width="40" height="30" onclick="alert(1)"/>
<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:parent.alert(1)"/>
</foreignObject><a xlink:href="javascript:alert(1)"><text y="20">x</text></a></svg>
"""


def day(at: int) -> str:
    """A day that no other article of some hundreds is about."""
    return f"{2012 + at // 336}-{at % 12 + 1:02}-{at // 12 % 28 + 1:02}"


def facts(at: int, text: str) -> dict[str, str]:
    """What the article of a number reports, with a text in its midst."""
    sentence = f"The harbour master of Port Elm closed pier {at} on {day(at)} after a storm, {text}."
    return {"url": f"https://news.example/{at}", "day": day(at), "sentence": sentence}


def page(at: int, take: Callable[[], str]) -> str:
    """A web page: title, other title, publisher, author, description, byline, structured data, sentence."""
    linked = {
        "@type": "NewsArticle",
        "headline": take(),
        "publisher": {"@type": "Organization", "name": take()},
        "author": {"@type": "Person", "name": take()},
        "datePublished": day(at),
    }
    texts = [html.escape(take()) for _ in range(6)]
    told = {name: html.escape(text) for name, text in facts(at, take()).items()}
    return PAGE.format(*texts, linked=json.dumps(linked).replace("</", "<\\/"), **told)


def in_xml(text: str) -> str:
    """A text as an element's, without what no XML may hold."""
    return html.escape("".join(sign for sign in text if sign.isprintable() or sign in "\t\n"))


def articles(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The files, each with its name."""
    numbers = itertools.count()

    def each_once(fields: int, make: Callable[[int, Callable[[], str]], str]) -> Iterator[tuple[int, str]]:
        """As many articles with so many fields as hold every text once."""
        turn = itertools.cycle(texts)
        for _ in range(-(-len(texts) // fields)):
            at = next(numbers)
            yield at, make(at, lambda: next(turn))

    def front(at: int, take: Callable[[], str]) -> str:
        return FRONT.format(*(scalar(take()) for _ in range(3)), **facts(at, take()))

    def entry(at: int, take: Callable[[], str]) -> str:
        told = {name: in_xml(text) for name, text in facts(at, take()).items()}
        return ENTRY.format(*(in_xml(take()) for _ in range(3)), **told)

    def record(at: int, take: Callable[[], str]) -> str:
        told = facts(at, take())
        said = {"title": take(), "publisher": take(), "author": take(), "text": told["sentence"]}
        return json.dumps({**said, "url": told["url"], "published": told["day"]})

    yield from ((f"{at}.html", text) for at, text in each_once(10, page))
    yield from ((f"{at}.md", text) for at, text in each_once(4, front))
    yield "records.jsonl", "\n".join(text for _, text in each_once(4, record))
    entries = "".join(text for _, text in each_once(4, entry))
    yield "feed.xml", FEED.format(in_xml(texts[0]), entries=entries)


def timeline(folder: Path, texts: Sequence[str]) -> dict[str, Any]:
    """Read the articles from a folder, propose what they report, and accept it all.

    Args:
        folder: An empty folder for the articles.
        texts: The texts.

    Returns:
        The timeline as plain data, through the text of its file and the loader.
    """
    for name, text in articles(texts):
        (folder / name).write_text(text, encoding="utf-8", errors="replace", newline="")
    path = folder / "events.yaml"
    outcome = Run(path, None, frozenset(), TODAY).propose(list(read(folder)))
    data = load_text(outcome.new_text or "", path).data
    return {
        "sources": {f"read-{key}": source for key, source in data["sources"].items()},
        "events": [accepted(each) for each in data["events"]],
    }


def with_editions(data: dict[str, Any], texts: Sequence[str]) -> dict[str, Any]:
    """The same timeline with texts in the Spanish of each event, and in what is said of a drawing that each shows."""
    turn = itertools.cycle(texts)

    def said(*names: str) -> dict[str, str]:
        return {name: next(turn) for name in names}

    shown = [
        {
            **event,
            "level": "key",
            "translations": {"es": said("title", "summary")},
            "media": {"file": "drawing.svg", **said("alt", "credit", "license")},
        }
        for event in data["events"]
    ]
    return {**data, "events": shown}


def read(folder: Path) -> Iterator[Article]:
    """The articles of a folder; those are left out that are refused, as what holds a NUL is no text."""
    for each in items([folder], today=TODAY):
        with contextlib.suppress(DatelineError):
            if isinstance(each, Item):
                yield read_item(each, today=TODAY)


def accepted(event: dict[str, Any]) -> dict[str, Any]:
    """A candidate as an event that is published."""
    citations = [{**each, "source": f"read-{each['source']}"} for each in event["citations"]]
    return {**{key: value for key, value in event.items() if key != "review"}, "citations": citations}
