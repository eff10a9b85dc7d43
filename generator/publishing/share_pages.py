"""Which page has which share image, and how it says so.

A link that is shared shows the image that the page names (Open Graph, ogp.me). The name has to be a whole address, so
that there are images only where the site's is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.links import absolute, event_path
from generator.publishing.marks import mark_of
from generator.publishing.plain_text import capitalised, clip
from generator.publishing.render import render
from generator.publishing.share_images import HEIGHT, WIDTH, Subject
from generator.publishing.short_dates import say_coverage

__all__ = ["ALL_UP_TO", "CHOICES", "ShareImage", "has_images_of_events", "share_images", "share_tags"]

Choice = Literal["auto", "all", "site", "none"]

CHOICES: tuple[Choice, ...] = get_args(Choice)
"""What a site may choose: an image for each event as long as there are few, for each, only one for all, or none."""

ALL_UP_TO = 500
"""With more events than this, `auto` draws one image for all: each takes some twenty milliseconds the first time."""

_FILE = "share.png"

_LONGEST = 400
"""How many characters of a title are drawn at most: more than an image can hold, and few enough to be measured."""


@dataclass(frozen=True, slots=True)
class ShareImage:
    """An image that is to be drawn.

    Attributes:
        path: Where it goes, relative to the site's root.
        subject: What it shows.
    """

    path: str
    subject: Subject


@dataclass(frozen=True, slots=True)
class ShareView:
    """What a page says of its image: its whole address, its size in pixels, and what it shows, in words."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def share_images(atlas: Atlas) -> Iterator[ShareImage]:
    """Every image that the pages of a timeline name.

    Args:
        atlas: The timeline.

    Yields:
        That of the timeline, and those of its events if these have their own.
    """
    if not _has_image(atlas):
        return
    title, rtl = clip(atlas.timeline.timeline.title, _LONGEST), atlas.words.direction == "rtl"
    coverage = say_coverage([event.date for event in atlas.shown if event.date], atlas.language)
    yield ShareImage(_FILE, Subject(title, date=coverage, rtl=rtl))
    if has_images_of_events(atlas):
        for event in atlas.shown:
            subject = Subject(
                clip(event.title or "", _LONGEST),
                title,
                capitalised(atlas.date_of(event)),
                event.date.text if event.date else "",
                mark_of(event, atlas.words),
                rtl,
            )
            yield ShareImage(event_path(event.id or "") + _FILE, subject)


def share_tags(atlas: Atlas, event: Event | None = None) -> str:
    """What a page's head says of its share image.

    Args:
        atlas: The timeline.
        event: The event that the page is about, or None.

    Returns:
        HTML, escaped.
    """
    own = event if has_images_of_events(atlas) else None
    return _share_tags(atlas, own) if own else atlas.once("share tags", "", lambda: _share_tags(atlas, None))


def _share_tags(atlas: Atlas, own: Event | None) -> str:
    return render("share_tags.html", atlas.words, image=_view(atlas, own))


def _view(atlas: Atlas, own: Event | None) -> ShareView | None:
    if not _has_image(atlas):
        return None
    said = [atlas.date_of(own), own.title or ""] if own else []
    alt = " · ".join(filter(None, [*said, atlas.timeline.timeline.title]))
    path = event_path(own.id or "") + _FILE if own else _FILE
    return ShareView(absolute(atlas.site.url, path), alt)


def _has_image(atlas: Atlas) -> bool:
    return bool(atlas.site.url) and atlas.site.share_images != "none"


def has_images_of_events(atlas: Atlas) -> bool:
    """Whether each event has a share image of its own, that its page names."""
    choice = atlas.site.share_images
    return choice == "all" or (choice == "auto" and len(atlas.shown) <= ALL_UP_TO)
