"""The timeline in the format of TimelineJS 3 (“JSON data format”, Northwestern University Knight Lab).

That library knows days, months and years, and one slide has one date or two. What is neither is given by its first and
its last month or day, and each date stands on its slide in our words. Years before our era are counted as the library
labels them: -44 is 44 BC, and there is no year 0. An event without a date has no place on it, and is left out.

It shows titles and texts as HTML, so they are escaped here; names of groups it reads as HTML twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from markupsafe import escape

from generator.dates import Edtf
from generator.dates.edtf import Day, month_length
from generator.model import Event, Period
from generator.publishing.atlas import Atlas
from generator.publishing.json_text import json_text
from generator.publishing.links import absolute
from generator.publishing.open_data.documents import document
from generator.publishing.open_data.feed_entry import feed_text, feed_title
from generator.publishing.open_data.said import said_of, summary_of
from generator.publishing.plain_text import clean
from generator.publishing.render import render
from generator.publishing.selection import Kind, Selection

__all__ = ["TIMELINEJS_KINDS", "timelinejs"]

TIMELINEJS_KINDS: tuple[Kind, ...] = ("tag", "view")
"""The kinds of selections that have one: the library shows some dozens of slides well, and thousands not at all."""

Numbers = tuple[int, ...]
"""A year, and perhaps a month and a day."""

_PARTS = ("year", "month", "day")
_GROUP = str.maketrans({"&": "&amp;", "<": "‹", ">": "›"})


def timelinejs(atlas: Atlas, selection: Selection | None = None) -> bytes:
    """The timeline, or a part of it, for TimelineJS.

    Args:
        atlas: The timeline.
        selection: The part, or None for the whole.

    Returns:
        A JSON document in UTF-8.
    """
    events = selection.events if selection else atlas.shown
    dated = [(event, event.date) for event in events if event.date]
    head = {"title": {"text": {"headline": _escaped(feed_title(atlas, selection)), "text": _about(atlas, selection)}}}
    slides = [_slide_json(event, date, atlas) for event, date in dated]
    return document(head, {"events": slides, "eras": _eras([event for event, _ in dated], atlas)})


def _about(atlas: Atlas, selection: Selection | None) -> str:
    page = absolute(atlas.site.url, selection.path if selection else "") if atlas.site.url else ""
    return render(
        "timelinejs_about.html",
        atlas.words,
        text=feed_text(atlas, selection),
        page=page,
        name=atlas.site.name or atlas.timeline.timeline.title,
        license=atlas.timeline.timeline.license,
    )


def _slide_json(event: Event, date: Edtf, atlas: Atlas) -> str:
    """A slide as JSON, made once for all the files that it stands in."""
    return atlas.once("timelinejs", event.id or "", lambda: json_text(_slide(event, date, atlas)))


def _slide(event: Event, date: Edtf, atlas: Atlas) -> dict[str, Any]:
    first, last = _ends(date)
    return {
        "unique_id": event.id,
        "start_date": _date(first),
        "end_date": _date(last) if last else None,
        "display_date": atlas.date_of(event),
        "group": event.tags[0].translate(_GROUP) if event.tags else None,
        "text": {"headline": _escaped(said_of(event, atlas).headline), "text": _text(event, atlas)},
        "media": _media(event, atlas),
        # The text has its links already, and the library would make others of the addresses in them.
        "autolink": False,
    }


def _text(event: Event, atlas: Atlas) -> str:
    """What happened and who reports it; written here, since there are as many slides as pages."""
    said, disputed = said_of(event, atlas), ""
    if event.disputed:
        disputed = f"<p><strong>{escape(atlas.words.gettext('Disputed'))}</strong> · {_escaped(event.disputed)}</p>"
    credit = escape(said.credit)
    linked = f'<a href="{escape(said.address)}">{credit}</a>' if said.address else credit
    return f"{summary_of(event, atlas, atlas.site.url)}{disputed}<p>{escape(said.status)}</p><p>{linked}</p>"


def _media(event: Event, atlas: Atlas) -> dict[str, Any] | None:
    """Its picture, where that can be fetched from wherever the slides are shown."""
    pictures = atlas.site.pictures or {}
    if not (event.media and atlas.site.url and event.media.file in pictures):
        return None
    media = event.media
    return {
        # Pictures stand at the root of the whole site, and an edition in a folder of it.
        "url": urljoin(atlas.site.url, f"{atlas.site.shared}{pictures[media.file].path}"),
        "alt": media.alt,
        "credit": _escaped(" · ".join(filter(None, [media.credit, media.license]))),
    }


def _eras(events: Sequence[Event], atlas: Atlas) -> list[str]:
    """The named stretches of time in which one of the events lies."""
    found = {id(period) for event in events for period in atlas.periods(event)}
    return [json_text(_era(period)) for period in atlas.timeline.periods if id(period) in found]


def _era(period: Period) -> dict[str, Any]:
    # By days, the last one behind it: the library takes an end for the beginning said twice where the numbers of the
    # beginning are all in it, and shows nothing at all for an era without an end.
    return {
        "start_date": _date(period.from_.earliest),
        "end_date": _date(_day_behind(period.to.latest)),
        "text": {"headline": _escaped(period.title), "text": _escaped(period.text or "")},
    }


def _ends(date: Edtf) -> tuple[Numbers, Numbers | None]:
    """Where a date begins and ends, each as precisely as it is known; no end where it says no more."""
    first, last = (date.parts[0], date.parts[-1]) if date.kind == "interval" else (None, None)
    if first and last:
        begin, end = _trimmed(first.earliest, first.latest)[0], _trimmed(last.earliest, last.latest)[1]
    elif date.kind == "interval":
        begin, end = _trimmed(date.start.earliest, date.start.latest)
    else:
        begin, end = _trimmed(date.earliest, date.latest)
    # An interval that ends within its beginning ends with it: from 2022 to December 2022.
    return begin, end if end[: len(begin)] != begin else None


def _trimmed(first: Day, last: Day) -> tuple[Numbers, Numbers]:
    """Two days as whole years or months, where they begin the one and end the other."""
    if first[1:] == (1, 1) and last[1:] == (12, 31):
        return first[:1], last[:1]
    if first[2] == 1 and last[2] == month_length(last[0], last[1]):
        return first[:2], last[:2]
    return first, last


def _day_behind(day: Day) -> Day:
    year, month, number = day
    if number < month_length(year, month):
        return (year, month, number + 1)
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def _date(numbers: Numbers) -> dict[str, int]:
    year, *rest = numbers
    return dict(zip(_PARTS, (year if year > 0 else year - 1, *rest), strict=False))


def _escaped(text: str) -> str:
    return str(escape(clean(text)))
