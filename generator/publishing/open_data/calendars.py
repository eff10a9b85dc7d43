"""Calendars (iCalendar, RFC 5545): each event as all days on which it may have happened.

A date that is no single day is a span of whole days, and the title says it in words: an event of “about May 2020”
fills that month. Of an open interval the end that is known is shown. Years before 1 and after 9998 cannot be said in a
calendar, nor an unknown date: such events are left out and counted in the calendar's description.

Planned and postponed events are tentative; cancelled ones say so. What a calendar knows an event by does not change
with it, and its stamp is the day of the event's last change.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator

from generator.dates import Edtf, Precision
from generator.dates.edtf import Day
from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.links import absolute
from generator.publishing.open_data.content_lines import Line, component, content_line, list_of, text_of
from generator.publishing.open_data.feed_entry import feed_text, feed_title
from generator.publishing.open_data.formats import CALENDAR, path_of
from generator.publishing.open_data.identity import changed
from generator.publishing.open_data.said import Said, said_of
from generator.publishing.selection import Selection
from generator.publishing.status import badges

__all__ = ["calendar"]

_STATUS = {
    "happened": "CONFIRMED",
    "planned": "TENTATIVE",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}


def calendar(atlas: Atlas, selection: Selection | None = None) -> bytes:
    """A calendar of the timeline, or of a part of it.

    Args:
        atlas: The timeline.
        selection: The part, or None for the whole.

    Returns:
        An iCalendar stream in UTF-8, the same for the same timeline.
    """
    every = selection.events if selection else atlas.shown
    events = [found for event in every if (found := _entry(event, atlas))]
    text = " ".join(filter(None, [feed_text(atlas, selection), _left_out(len(every) - len(events), atlas)]))
    opening = component("VCALENDAR", _about(atlas, selection, text))
    return f"{opening}{''.join(events)}{content_line('END', 'VCALENDAR')}".encode()


def _left_out(number: int, atlas: Atlas) -> str:
    if not number:
        return ""
    return atlas.words.ngettext(
        "{number} event is left out: a calendar cannot say its date.",
        "{number} events are left out: a calendar cannot say their dates.",
        number,
    )


def _about(atlas: Atlas, selection: Selection | None, text: str) -> Iterator[Line]:
    """The properties of a calendar: those of RFC 5545 and 7986, and those that older programs read instead."""
    name, day = text_of(feed_title(atlas, selection)), "P1D"
    yield "VERSION", "2.0"
    yield "PRODID", "-//Dateline//Timeline//EN"
    yield "CALSCALE", "GREGORIAN"
    yield "NAME", name
    yield "X-WR-CALNAME", name
    if text:
        yield "DESCRIPTION", text_of(text)
        yield "X-WR-CALDESC", text_of(text)
    if atlas.site.url:
        yield "URL", absolute(atlas.site.url, selection.path if selection else "")
        yield "SOURCE;VALUE=URI", absolute(atlas.site.url, path_of(CALENDAR, selection))
    yield "REFRESH-INTERVAL;VALUE=DURATION", day
    yield "X-PUBLISHED-TTL", day


def _entry(event: Event, atlas: Atlas) -> str:
    """An event as a component, or nothing where a calendar cannot say its date."""
    return atlas.once("calendar", event.id or "", lambda: _rendered(event, atlas))


def _rendered(event: Event, atlas: Atlas) -> str:
    days = _days(event.date) if event.date else None
    if event.date is None or days is None:
        return ""
    lines = component("VEVENT", _properties(event, event.date, days, atlas))
    return f"{lines}{content_line('END', 'VEVENT')}"


def _properties(event: Event, date: Edtf, days: tuple[dt.date, dt.date], atlas: Atlas) -> Iterator[Line]:
    (first, behind), said = days, said_of(event, atlas)
    stamp = f"{_day(changed(event, atlas))}T000000Z"
    yield "UID", str(uuid.uuid5(uuid.NAMESPACE_URL, said.id))
    yield "DTSTAMP", stamp
    yield "LAST-MODIFIED", stamp
    if event.added:
        yield "CREATED", f"{_day(event.added)}T000000Z"
    yield "SEQUENCE", str(len(event.corrections))
    yield "DTSTART;VALUE=DATE", _day(first)
    yield "DTEND;VALUE=DATE", _day(behind)
    yield "SUMMARY", text_of(" · ".join(_title(event, date, said, atlas)))
    yield "DESCRIPTION", text_of("\n\n".join(_description(event, said)))
    yield "STATUS", _STATUS[event.status]
    yield "TRANSP", "TRANSPARENT"
    if said.tags:
        yield "CATEGORIES", list_of(said.tags)
    if event.places:
        yield "LOCATION", text_of(atlas.words.join(event.places))
    if said.address:
        yield "URL", said.address


def _title(event: Event, date: Edtf, said: Said, atlas: Atlas) -> Iterator[str]:
    """What it is called, what must be known of it first, and its date where that is no single day."""
    yield said.headline
    yield from (badge.text for badge in badges(event, atlas))
    if not (date.kind == "single" and date.precision == Precision.DAY and not date.start.qualifier):
        yield atlas.date_of(event)


def _description(event: Event, said: Said) -> Iterator[str]:
    yield " ".join(filter(None, [said.date, event.time]))
    yield from filter(None, (said.summary, said.status, said.credit, said.address))


def _days(date: Edtf) -> tuple[dt.date, dt.date] | None:
    """The first day, and the day behind the last: ends are exclusive (RFC 5545, section 3.6.1)."""
    known: Iterable[Day] = (date.earliest, date.latest)
    if date.open_start or date.open_end:
        known = (date.start.earliest, date.start.latest)
    first, last = known
    # The last year is left out whole: the day behind its last day is in none that a calendar can say.
    if first[0] < 1 or last[0] >= dt.MAXYEAR:
        return None
    return dt.date(*first), dt.date(*last) + dt.timedelta(1)


def _day(day: dt.date) -> str:
    """A day as a value of the type DATE (section 3.3.4)."""
    return day.isoformat().replace("-", "")
