"""What an event is known by in feeds and calendars, and since when it is as it is.

An id is the address of the event's page where the site's is known, and stays so when the event gets another. Elsewhere
it is a UUID made from the timeline's title, the edition and the event's id: never from words that are translated, and
another one in each edition, since whoever subscribes to two of them wants to read both.
"""

from __future__ import annotations

import datetime as dt
import uuid

from generator.model import Event
from generator.publishing.atlas import Atlas, last_change
from generator.publishing.links import absolute, event_path, relative

__all__ = ["UNKNOWN", "address_from", "changed", "entry_id", "feed_id", "last_changed", "timestamp"]

UNKNOWN = dt.date(1970, 1, 1)
"""The day of the last change of what tells of none: always the same one, so that no reader is told of news."""


def entry_id(event: Event, atlas: Atlas) -> str:
    """What an event is known by: an IRI (RFC 4287, section 4.2.6)."""
    return _known_by(event_path(event.uid or event.id or ""), atlas)


def feed_id(path: str, atlas: Atlas) -> str:
    """What the feeds of a page are known by.

    Args:
        path: The page's path.
        atlas: The timeline.
    """
    return _known_by(path, atlas)


def _known_by(path: str, atlas: Atlas) -> str:
    if atlas.site.url:
        return absolute(atlas.site.url, path)
    edition = atlas.timeline.timeline.language if atlas.site.shared else ""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"dateline:{atlas.timeline.timeline.title}:{edition}:{path}").urn


def address_from(here: str, there: str, atlas: Atlas) -> str:
    """How a file names a place within the site: by its whole address, relatively only where the site's is not known.

    Args:
        here: The file's path.
        there: The place's path.
        atlas: The timeline.
    """
    return absolute(atlas.site.url, there) if atlas.site.url else relative(here, there)


def changed(event: Event, atlas: Atlas) -> dt.date:
    """The day since which an event is as it is.

    Args:
        event: The event.
        atlas: The timeline.

    Returns:
        The day of its last correction, else that on which it was added; where it tells of neither, the day on which
        its newest source was published; else its own day, once that has passed; else `UNKNOWN`.
    """
    return atlas.once("changed", event.id or "", lambda: _changed(event, atlas))


def _changed(event: Event, atlas: Atlas) -> dt.date:
    told = last_change(event)
    if told:
        return told
    published = [source.published for _, source in atlas.cited(event) if source.published]
    if published:
        return max(published)
    if event.date and atlas.has_passed(event) and event.date.latest[0] >= UNKNOWN.year:
        return dt.date(*event.date.latest)
    return UNKNOWN


def last_changed(events: tuple[Event, ...], atlas: Atlas) -> dt.date:
    """The day of the last change of some events; `UNKNOWN` for none."""
    return max((changed(event, atlas) for event in events), default=UNKNOWN)


def timestamp(day: dt.date) -> str:
    """A day as a moment (RFC 3339): its midnight in UTC, since days are all that a timeline keeps."""
    return f"{day.isoformat()}T00:00:00Z"
