"""iCalendar (RFC 5545) → drafts: what Google, Outlook, Apple and others export.

Ends are exclusive: an event of all of 3 May ends on the 4th. A time of day is that of the place: its zone is named as
the file names it. Rules by which an event comes again, guests and alarms are no part of a timeline, and are named.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from generator.curating.drafts import Batch, Draft, DraftSource, Remark
from generator.dates import Edtf, parse
from generator.errors import ForeignFileError
from generator.importing.fields import text_of
from generator.importing.markup import has_markup, plain_of, to_markdown
from generator.importing.own import OWN_CALENDAR, own_entry
from generator.scalars import is_web_address

if TYPE_CHECKING:
    from icalendar.cal.component import Component

__all__ = ["read_calendar"]

_DAMAGED = "this is no calendar, or a damaged one"
_TODO = "export the calendar anew, as a file that ends in .ics"
_STATUS = {"TENTATIVE": "planned", "CANCELLED": "cancelled"}

_LOST = {
    "RRULE": "the rule by which it comes again is",
    "RDATE": "the other days on which it comes again are",
    "EXDATE": "the days on which it does not come again are",
    "ATTENDEE": "who is invited is",
    "ORGANIZER": "who invites is",
    "CONTACT": "whom to ask is",
    "COMMENT": "the comment on it is",
    "RESOURCES": "what it needs is",
    "ATTACH": "what is attached is",
    "IMAGE": "its picture is",
    "CONFERENCE": "where to dial in is",
    "RELATED-TO": "what it is related to is",
    "GEO": "its coordinates are",
}
"""Properties that a timeline has no place for, and that are named where they are met."""

_ENTRIES = {"VTODO": "tasks", "VJOURNAL": "journal entries"}
MAX_EVENTS = 100_000


def read_calendar(text: str, path: str) -> Batch:
    """Read a calendar, or several in one file.

    Args:
        text: The text, decoded.
        path: The file's name, for messages.

    Returns:
        Its events in their order, and what was not kept of them.

    Raises:
        ForeignFileError: It is no calendar.
    """
    calendars = _parsed(text, path)
    events = [(calendar, event) for calendar in calendars for event in calendar.walk("VEVENT")]
    if len(events) > MAX_EVENTS:
        raise ForeignFileError(f"there are more than {MAX_EVENTS} events", where=path, todo="export fewer of them")
    drafts, remarks = [], [Remark(path, each) for calendar in calendars for each in _left_out(calendar)]
    for number, (calendar, event) in enumerate(events, start=1):
        where = f"{path}:{number}"
        told: list[str] = []
        draft = _draft(event, where, told, own=_is_own(calendar))
        drafts += [draft] if draft else []
        remarks += [Remark(where, each) for each in told]
    own = any(map(_is_own, calendars))
    return Batch(
        path,
        "iCalendar",
        len(events),
        tuple(drafts),
        tuple(remarks),
        title=_first(calendars, "X-WR-CALNAME", "NAME"),
        text="" if own else _first(calendars, "X-WR-CALDESC", "DESCRIPTION"),
    )


def _first(calendars: Iterable[Component], *names: str) -> str:
    """What the first calendar says of itself that says it."""
    return next(filter(None, (plain_of(_text(each, name)) for each in calendars for name in names)), "")


def _is_own(calendar: Component) -> bool:
    """Whether a site of ours made it."""
    return _text(calendar, "PRODID").startswith(OWN_CALENDAR)


def _parsed(text: str, path: str) -> list[Component]:
    from icalendar import Calendar

    try:
        with warnings.catch_warnings():
            # icalendar warns programmers where it takes `/a.example/Europe/Berlin` for Europe/Berlin, as we would too.
            warnings.simplefilter("ignore")
            found = Calendar.from_ical(_mended(text), multiple=True)
    except Exception as error:  # icalendar raises ValueError, but lets KeyError, IndexError and others through
        raise ForeignFileError(_DAMAGED, where=path, todo=_TODO) from error
    if not any(each.name == "VCALENDAR" for each in found):
        raise ForeignFileError(_DAMAGED, where=path, todo=_TODO)
    return list(found)


def _mended(text: str) -> str:
    """The text without the blank lines that some programs leave, and ended as the standard has it."""
    return re.sub(r"(?:\r?\n|\r)+", "\r\n", text.strip()) + "\r\n"


def _left_out(calendar: Component) -> Iterator[str]:
    for name, said in _ENTRIES.items():
        number = len(calendar.walk(name))
        if number:
            yield f"its {said} ({number}) are not read"


def _draft(event: Component, where: str, told: list[str], *, own: bool) -> Draft | None:
    title = plain_of(_text(event, "SUMMARY"))
    if not title:
        told.append("it has no title, and is left out")
        return None
    date, time = _when(event, told)
    told += [f"{said} not kept" for name, said in _LOST.items() if name in event]
    told += _damage(event)
    if event.walk("VALARM"):
        told.append("its alarm is not kept")
    if _text(event, "CLASS").upper() in {"PRIVATE", "CONFIDENTIAL"}:
        told.append(f"it is marked as {_text(event, 'CLASS').lower()}: publish it only if you may")
    status = _text(event, "STATUS").upper()
    uid, recurrence = _text(event, "UID"), _moment(event, "RECURRENCE-ID")
    draft = Draft(
        where=where,
        title=title,
        date=date,
        uid=f"{uid} {recurrence}" if uid and recurrence else uid,
        time=time,
        summary=_description(event, told),
        status=_STATUS.get(status, ""),
        places=tuple(filter(None, [plain_of(_text(event, "LOCATION"))])),
        tags=_categories(event),
        sources=_sources(event, told),
    )
    return own_entry(draft, told) if own else draft


def _damage(event: Component) -> Iterator[str]:
    """What is said of lines of an event that are no property, and of properties that hold what theirs cannot."""
    for name, _ in event.errors:
        if name not in {*_LOST, "DTSTART"}:
            line = f"its {name.lower()}" if name else "a line of it"
            yield f"{line} cannot be read, and is not kept"


def _text(component: Component, name: str) -> str:
    """A property as text; of several of one name, the first."""
    value = component.get(name)
    value = value[0] if isinstance(value, list) and value else value
    return text_of(str(value)) if isinstance(value, str) else ""


def _moment(event: Component, name: str) -> dt.date | None:
    """A property as a day or a moment; None where it has none that can be read."""
    value = event.get(name)
    moment = _native(value[0] if isinstance(value, list) and value else value)
    return moment if isinstance(moment, dt.date) else None


def _native(value: object) -> object:
    """The day, moment or length that a property holds; None for one that is damaged, which icalendar says on access."""
    try:
        return getattr(value, "dt", None)
    except ValueError:
        return None


def _when(event: Component, told: list[str]) -> tuple[Edtf | None, str]:
    """The days of an event, and its time of day where it is one day."""
    start = _moment(event, "DTSTART")
    if start is None:
        told.append("it has no date that can be read")
        return None, ""
    end = _end(event, start)
    first, last = _day(start), _last_day(start, end)
    if last < first:
        told.append(f"its end, {last}, is before its beginning, and is not kept")
        last = first
    time = _time(event, start)
    if last > first:
        told += [f"its time, {time}, is not kept, since it is not one day"] if time else []
        return parse(f"{_edtf(first)}/{_edtf(last)}"), ""
    if isinstance(end, dt.datetime) and time and end != start:
        told.append(f"the time of its end, {end:%H:%M}, is not kept")
    return parse(_edtf(first)), time


def _end(event: Component, start: dt.date) -> dt.date | None:
    end = _moment(event, "DTEND")
    if end is not None and isinstance(end, dt.datetime) == isinstance(start, dt.datetime):
        return end
    length = _native(event.get("DURATION"))
    try:
        return start + length if isinstance(length, dt.timedelta) else None
    except OverflowError:
        return None


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _last_day(start: dt.date, end: dt.date | None) -> dt.date:
    """The last day of an event: its end is the moment after it."""
    if end is None or end <= _like(start, end):
        return _day(start) if end is None or _day(end) >= _day(start) else _day(end)
    if isinstance(end, dt.datetime):
        return _day(end - dt.timedelta(microseconds=1))
    return end - dt.timedelta(days=1)


def _like(start: dt.date, end: dt.date) -> Any:  # noqa: ANN401 a day beside a day, a moment beside a moment
    """The start, made comparable: with no zone where only one of both has one."""
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        return start.replace(tzinfo=end.tzinfo) if (start.tzinfo is None) != (end.tzinfo is None) else start
    return start


def _time(event: Component, start: dt.date) -> str:
    """The time of day and its zone, as the file names it: `13:00 Europe/Moscow`."""
    if not isinstance(start, dt.datetime):
        return ""
    zone = text_of(getattr(event.get("DTSTART"), "params", {}).get("TZID", ""))
    if zone.startswith("/"):  # a program's own name for a zone (RFC 5545, section 3.2.19)
        zone = getattr(start.tzinfo, "key", zone)
    if not zone and start.tzinfo is not None:
        zone = "UTC"
    return f"{start:%H:%M} {zone}".strip()


def _edtf(day: dt.date) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def _description(event: Component, told: list[str]) -> str:
    text = _text(event, "DESCRIPTION")
    if not has_markup(text):
        return text
    markdown, lost = to_markdown(text)
    told += [f"in its text, {', '.join(lost)} is not kept"] if lost else []
    return markdown


def _categories(event: Component) -> tuple[str, ...]:
    value = event.get("CATEGORIES")
    lists = value if isinstance(value, list) else [value] if value is not None else []
    names = (plain_of(text_of(str(name))) for each in lists for name in getattr(each, "cats", ()))
    return tuple(dict.fromkeys(filter(None, names)))


def _sources(event: Component, told: list[str]) -> tuple[DraftSource, ...]:
    url = _text(event, "URL")
    if url and not is_web_address(url):
        told.append(f"“{url[:100]}” is no web address, and no source")
        return ()
    return (DraftSource(url=url),) if url else ()
