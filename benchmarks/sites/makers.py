"""One timeline as a site of each generator: what is written for it, and how it is built.

Ours gets the timeline's file. The others get a Markdown page for each event, with a home page that lists them. Hugo
gets the bare theme that follows, of five small templates: once with those pages alone, and once with a list and a feed
for each tag, actor, place, year and source, as a site of ours has them.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timelines import Timeline, as_yaml

ADDRESS = "https://example.org/"

STOCK = f"""\
site_name: Benchmark
site_url: {ADDRESS}
theme: {{name: material, font: false, features: [navigation.tabs]}}
"""

_BASE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">{{ with .OutputFormats.Get "rss" }}
<link rel="alternate" type="application/rss+xml" href="{{ .Permalink }}">{{ end }}</head>
<body><header><a href="{{ "/" | relURL }}">Benchmark</a></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"""
_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range .Pages }}<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
"""
_HOME = _LIST.replace("range .Pages", "range .Site.RegularPages")
_SINGLE = """\
{{ define "main" }}<article><h1>{{ .Title }}</h1><p><time>{{ .Date.Format "2 January 2006" }}</time></p>
{{ .Content }}{{ range $name := slice "actors" "places" "tags" "years" "articles" }}{{ with $.GetTerms $name }}<p>
{{ range . }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}</p>{{ end }}{{ end }}
<nav>{{ with .Prev }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .Next }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}
"""
_TEMPLATES = {"baseof": _BASE, "list": _LIST, "single": _SINGLE, "home": _HOME}
_TERMS = ("actor", "place", "tag", "year", "article")


@dataclass(frozen=True, slots=True)
class Maker:
    """A site generator.

    Attributes:
        name: What it is called in the table.
        write: Writes the site's sources into a folder.
        command: What builds it there.
        site: The folder of the site, below that.
        most: With so many events it is tried at most: others grow with the square of the pages.
        left: What is taken away before a build, so that each begins with nothing.
    """

    name: str
    write: Callable[[Path, Timeline], None]
    command: tuple[str, ...]
    site: str
    most: int
    left: tuple[str, ...] = ()


def makers(peers: Path | None) -> list[Maker]:
    """Every generator that is there.

    Args:
        peers: The folder of the peers' programs, or None to look for them along the path.
    """
    ours = (sys.executable, "-m", "generator", "build", "--today", "2026-11-22")
    found = [
        Maker("Dateline", write_ours, ours, "site", 10**6, (".cache",)),
        Maker("Dateline, without search", _write_unsearched, ours, "site", 10**6, (".cache",)),
    ]
    if hugo := _program("hugo", peers):
        command = (hugo, "--quiet", "--logLevel", "error")
        found += [
            Maker("Hugo, event pages and home alone", _write_hugo_bare, command, "public", 10**6, ("resources",)),
            Maker("Hugo, with lists and feeds", _write_hugo, command, "public", 10**6, ("resources",)),
        ]
    if zensical := _program("zensical", peers):
        found.append(Maker("Zensical", _write_zensical, (zensical, "build"), "site", 1000, (".cache",)))
    stock = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    found.append(Maker("stock MkDocs + Material", write_stock, stock, "site", 1000))
    return found


def _program(name: str, peers: Path | None) -> str | None:
    return shutil.which(name, path=str(peers) if peers else None)


def write_ours(folder: Path, timeline: Timeline, more: str = "") -> None:
    """A site of Dateline's."""
    (folder / "data").mkdir()
    (folder / "data" / "events.yaml").write_text(as_yaml(timeline), encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("", encoding="utf-8")
    text = f"{STOCK}plugins:\n  - search\n  - dateline:\n      events: data/events.yaml\n{more}"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def _write_unsearched(folder: Path, timeline: Timeline) -> None:
    write_ours(folder, timeline, "      search: none\n")


def write_stock(folder: Path, timeline: Timeline) -> None:
    """A stock site: a Markdown page for each event, and a home page that lists them."""
    (folder / "docs" / "events").mkdir(parents=True)
    for event in _standing(timeline):
        text = f"# {event['title']}\n\n**{event['date']}**\n\n{_body(event, timeline)}"
        (folder / "docs" / "events" / f"{event['id']}.md").write_text(text, encoding="utf-8")
    links = (f"- {event['date']}: [{event['title']}](events/{event['id']}.md)\n" for event in _standing(timeline))
    (folder / "docs" / "index.md").write_text(f"# Benchmark\n\n{''.join(links)}", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"{STOCK}plugins: [search]\n", encoding="utf-8")


def _write_zensical(folder: Path, timeline: Timeline) -> None:
    write_stock(folder, timeline)
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")


def _write_hugo(folder: Path, timeline: Timeline) -> None:
    """Hugo, with lists and feeds."""
    _write_hugo_site(folder, timeline, {each: f"{each}s" for each in _TERMS})


def _write_hugo_bare(folder: Path, timeline: Timeline) -> None:
    _write_hugo_site(folder, timeline, {})


def _write_hugo_site(folder: Path, timeline: Timeline, taxonomies: dict[str, str]) -> None:
    settings: dict[str, Any] = {
        "baseURL": ADDRESS,
        "title": "Benchmark",
        "locale": "en",
        "taxonomies": taxonomies,
        "services": {"rss": {"limit": 100}},
        "disableKinds": [] if taxonomies else ["taxonomy", "term", "RSS"],
    }
    (folder / "hugo.json").write_text(json.dumps(settings), encoding="utf-8")
    (folder / "layouts").mkdir()
    for name, text in _TEMPLATES.items():
        (folder / "layouts" / f"{name}.html").write_text(text, encoding="utf-8")
    (folder / "content" / "events").mkdir(parents=True)
    for event in _standing(timeline):
        head = {"title": event["title"], "date": event["id"][:10], "years": [event["id"][:4]]}
        head |= {key: event[key] for key in ("tags", "actors", "places") if key in event}
        head["articles"] = [citation["source"] for citation in event["citations"]]
        text = f"{json.dumps(head)}\n\n{_body(event, timeline)}"
        (folder / "content" / "events" / f"{event['id']}.md").write_text(text, encoding="utf-8")


def _standing(timeline: Timeline) -> list[dict[str, Any]]:
    return [event for event in timeline.events if event.get("review") != "withdrawn"]


def _body(event: dict[str, Any], timeline: Timeline) -> str:
    """What the page says below its title: the summary, and each source with its quote."""
    parts = [event["summary"], "## Sources"]
    for citation in event["citations"]:
        source = timeline.sources[citation["source"]]
        if "quote" in citation:
            parts.append(f"> {citation['quote']}")
        parts.append(f"[{source['title']}]({source['url']}), {source['publisher']}, {source['published']}")
    named = [timeline.actors[key]["name"] for key in event.get("actors", ())]
    parts.append(" · ".join([*named, *event.get("places", ()), *event.get("tags", ())]))
    return "\n\n".join(parts) + "\n"
