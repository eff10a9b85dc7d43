"""The feed of corrections: every change that readers were told of, for those who have quoted the timeline."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from generator.model import Correction, Event
from generator.publishing.atlas import Atlas
from generator.publishing.changes import correction_kind
from generator.publishing.entries import headline
from generator.publishing.links import event_path
from generator.publishing.open_data.atom_head import ATOM_END, AtomFeed, atom_head
from generator.publishing.open_data.feed_entry import LENGTH
from generator.publishing.open_data.formats import CORRECTIONS
from generator.publishing.open_data.identity import UNKNOWN, address_from, entry_id, feed_id, timestamp
from generator.publishing.plain_text import clean

__all__ = ["corrections", "corrections_feed"]

_PAGE = "data/"
"""The page that lists the same."""


def corrections(atlas: Atlas) -> list[tuple[Correction, Event]]:
    """Every change that readers were told of, with its event, the newest first; of one day in the events' order."""
    return [(correction, event) for correction, event, _ in _numbered(atlas)]


def _numbered(atlas: Atlas) -> list[tuple[Correction, Event, int]]:
    """The same, each with its number among those of its event: two may say the same."""
    made = [
        (correction, event, number)
        for event in (*atlas.shown, *atlas.withdrawn)
        for number, correction in enumerate(event.corrections, start=1)
    ]
    return sorted(made, key=lambda each: each[0].date, reverse=True)


def corrections_feed(atlas: Atlas) -> bytes:
    """The feed.

    Args:
        atlas: The timeline.

    Returns:
        An Atom document (RFC 4287) in UTF-8 of the newest changes, the same for the same timeline.
    """
    here, made = CORRECTIONS.file, _numbered(atlas)[:LENGTH]
    feed = AtomFeed(
        path=here,
        page=f"{address_from(here, _PAGE, atlas)}#data_corrections",
        id=feed_id(here, atlas),
        title=atlas.words.gettext("{timeline}: corrections", timeline=atlas.timeline.timeline.title),
        updated=timestamp(made[0][0].date if made else UNKNOWN),
    )
    entries = "".join(_entry(correction, event, number, atlas) for correction, event, number in made)
    return f"{atom_head(feed, atlas)}{entries}{ATOM_END}".encode()


def _entry(correction: Correction, event: Event, number: int, atlas: Atlas) -> str:
    """An entry; its id is the event's with the number of the correction, which stays when others follow."""
    title = f"{correction_kind(correction, atlas.words)}: {headline(event)}"
    page = address_from(CORRECTIONS.file, event_path(event.id or ""), atlas)
    day = timestamp(correction.date)
    return "".join(_lines(f"{entry_id(event, atlas)}#correction-{number}", title, page, day, correction.text))


def _lines(name: str, title: str, page: str, day: str, text: str) -> Iterator[str]:
    yield f"<entry>\n<id>{escape(name)}</id>\n<title>{escape(clean(title))}</title>\n"
    yield f'<link rel="alternate" type="text/html" href="{escape(page)}"/>\n'
    yield f"<published>{day}</published>\n<updated>{day}</updated>\n"
    yield f'<content type="text">{escape(clean(text))}</content>\n</entry>\n'
