"""oEmbed: for each page that can be framed the answer that tells another program how, as a file (oEmbed 1.0).

A static site cannot answer a query, so each page of the site names the file that is its own answer (“Discovery”). What
a consumer adds to the address, `maxwidth` or `format`, changes nothing. The frame asks for no more than it needs:
WordPress, for one, takes every other right away and adds its own sandbox.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import escape

from generator.publishing.atlas import Atlas
from generator.publishing.drafts import FileDraft, among
from generator.publishing.embedding.addresses import EMBEDDED, embed_path, oembed_path
from generator.publishing.entries import headline
from generator.publishing.json_text import json_text
from generator.publishing.links import absolute, event_path
from generator.publishing.plain_text import clean
from generator.publishing.render import filled

__all__ = ["HEIGHT", "HEIGHT_OF_EVENT", "SANDBOX", "WIDTH", "iframe", "oembed_answers", "oembed_link"]

WIDTH, HEIGHT, HEIGHT_OF_EVENT = 640, 600, 480
"""The size of a frame in pixels, where nothing tells its height better: of a list, and of one event."""

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
"""What a frame needs: a script for filters and its height, and links to sources that open as other pages do."""

_IFRAME = (
    '<iframe src="{address}" title="{title}" width="100%" height="{height}" frameborder="0" loading="lazy"'
    ' sandbox="{sandbox}"></iframe>'
)

AGE = 86_400
"""For how long an answer may be kept, in seconds: a title may be corrected."""


def iframe(address: str, title: str, height: int) -> str:
    """The HTML that shows a page in a frame, as wide as what it stands in.

    Args:
        address: The page's whole address.
        title: What a screen reader calls the frame.
        height: Its height in pixels.
    """
    return str(filled(_IFRAME, address=address, title=clean(title), height=height, sandbox=SANDBOX))


def oembed_link(atlas: Atlas, path: str, title: str) -> str:
    """What leads a program from a page of the site to its answer: a link for the head; nothing for an unknown site.

    Args:
        atlas: The timeline.
        path: The path of the page.
        title: What is shown.
    """
    if not atlas.site.url:
        return ""
    href = escape(absolute(atlas.site.url, oembed_path(path)))
    return f'<link rel="alternate" type="application/json+oembed" href="{href}" title="{escape(clean(title))}">'


def oembed_answers(atlas: Atlas) -> Iterator[FileDraft]:
    """The answer for each page that can be framed.

    Args:
        atlas: The timeline.

    Yields:
        JSON in UTF-8; nothing where the site's address is not known, since a frame in another site needs a whole one.
    """
    if not atlas.site.url:
        return
    yield _draft(atlas, "", atlas.timeline.timeline.title, HEIGHT, "lists")
    for kind in EMBEDDED:
        for each in atlas.selections[kind]:
            yield replace(_draft(atlas, each.path, each.title, HEIGHT, "lists"), of=each)
    for number, event in enumerate((*atlas.shown, *atlas.withdrawn)):
        draft = _draft(atlas, event_path(event.id or ""), headline(event), HEIGHT_OF_EVENT, among("events", number))
        yield replace(draft, of=event)


def _draft(atlas: Atlas, path: str, title: str, height: int, kin: str) -> FileDraft:
    return FileDraft(oembed_path(path), partial(_answer, atlas, path, title, height), kin)


def _answer(atlas: Atlas, path: str, title: str, height: int) -> bytes:
    answer: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": atlas.site.name or atlas.timeline.timeline.title,
        "provider_url": atlas.site.url,
        "cache_age": AGE,
        "width": WIDTH,
        "height": height,
        "html": iframe(absolute(atlas.site.url, embed_path(path)), title, height),
    }
    return json_text(answer).encode()
