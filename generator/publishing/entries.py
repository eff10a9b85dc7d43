"""An event as it stands in a list: on the timeline, and in the small timelines of other pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from urllib.parse import quote

from markupsafe import Markup

from generator.dates import say
from generator.dates.wording import say_year
from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.credits import credit_line
from generator.publishing.filters import Facts, facts
from generator.publishing.foreign import like
from generator.publishing.links import event_path, relative, root, year_path
from generator.publishing.markdown import strip_markdown
from generator.publishing.marks import Mark, mark_of
from generator.publishing.page import TocEntry
from generator.publishing.plain_text import capitalised, first_sentence
from generator.publishing.render import render
from generator.publishing.short_dates import month_name, say_in_year
from generator.publishing.status import Badge, badges

__all__ = [
    "Band",
    "Entry",
    "EntryView",
    "YearOfEntries",
    "anchor_of",
    "digest_by_year",
    "has_list_toc",
    "headline",
    "list_by_year",
    "list_toc",
    "title_of_year",
]

MONTHS_FROM = 8
"""In a year of so many events, each month is named where it begins."""

DIGEST = 60
"""About how many events a digest shows in all: the page must be light enough for a phone's first look."""

DIGEST_LEAST, DIGEST_MOST = 3, 12
"""How many events of a year it shows, where it has more; fewer where there are very many years."""


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of time, where it begins on the timeline."""

    title: str
    dates: str
    text: str


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """A picture in a list: where it is, what it shows, and its size in pixels."""

    href: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class EntryView:
    """What the template of an entry speaks of.

    Attributes:
        href: The event's page.
        title: Its headline.
        date_short: The date as it stands beside it, without the year.
        date_words: The whole date.
        datetime: The date for machines, or None where HTML cannot say it.
        mark: Its mark.
        badges: What a reader must know first.
        sentence: What happened, in a sentence.
        attributed_to: Whose account it is, or nothing.
        credit: Its sources in a line.
        bands: The stretches of time that begin with it.
        picture: The small picture of a key event that has one.
    """

    href: str
    title: str
    date_short: str
    date_words: str
    datetime: str | None
    mark: Mark
    badges: tuple[Badge, ...]
    sentence: str
    attributed_to: str
    credit: str
    bands: tuple[Band, ...]
    picture: SmallPicture | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a list.

    Attributes:
        anchor: Its id, which is its place in the page.
        level: `key`, `normal` or `background`.
        in_band: Whether it lies within a named stretch of time.
        content: What the list shows of it.
        facts: What it says for the filters.
        month: The name of the month that begins with it, or nothing.
    """

    anchor: str
    level: str
    in_band: bool
    content: Markup
    facts: Facts
    month: str = ""


@dataclass(frozen=True, slots=True)
class YearOfEntries:
    """The events of one year.

    Attributes:
        anchor: The place in the page. An id has no underscore, so that no event can have the same.
        title: The year in words.
        href: The year's own page, or nothing on that page itself and for events without a date.
        entries: Its events, or the most important of them.
        more: What leads to all of them, where some are left out; else empty.
    """

    anchor: str
    title: str
    href: str
    entries: tuple[Entry, ...]
    more: str = ""


def headline(event: Event) -> str:
    """An event's title; its id where it has none."""
    return event.title or event.id or ""


def anchor_of(event: Event) -> str:
    """The address of an event's place in the list of the same page."""
    return f"#{quote(event.id or '', safe='-._~')}"


def list_by_year(
    events: Iterable[Event], atlas: Atlas, here: str, *, pictures: bool = True
) -> tuple[YearOfEntries, ...]:
    """List events under their years, for a page.

    Args:
        events: The events, in their order.
        atlas: The timeline.
        here: The path of the page that will show them.
        pictures: Whether key events show the small picture that they have.

    Returns:
        The years, those events last that have no date.
    """
    return tuple(
        _year_of_entries(year, list(group), atlas, here, pictures=pictures)
        for year, group in groupby(events, key=_year)
    )


def digest_by_year(events: Iterable[Event], atlas: Atlas, here: str) -> tuple[YearOfEntries, ...]:
    """List the most important events of each year, for a page that would be too long with all of them.

    These are the key events of a year, and where it has none, those that most sources report.

    Args:
        events: The events, in their order.
        atlas: The timeline.
        here: The path of the page that will show them.

    Returns:
        The years, each with what leads to all of its events; those without a date, which have no other list, whole.
    """
    years = [(year, list(group)) for year, group in groupby(events, key=_year)]
    most = max(1, min(DIGEST_MOST, DIGEST // max(1, len(years))))
    return tuple(_digest(year, found, most, atlas, here) for year, found in years)


def list_toc(years: Sequence[YearOfEntries]) -> tuple[TocEntry, ...]:
    """The table of contents of a list: its years, where there is more than one."""
    return tuple(TocEntry(year.anchor, year.title) for year in years) if len(years) > 1 else ()


def has_list_toc(events: Iterable[Event]) -> bool:
    """Whether the list of some events will have a table of contents."""
    return sum(1 for _ in islice(groupby(events, key=_year), 2)) > 1


def _year(event: Event) -> int | None:
    return event.date.year if event.date else None


def _digest(year: int | None, events: Sequence[Event], most: int, atlas: Atlas, here: str) -> YearOfEntries:
    by_rank = sorted(events, key=lambda event: (event.level != "key", -atlas.independent(event)))
    keys = sum(event.level == "key" for event in events)
    chosen = {id(event) for event in by_rank[: min(max(keys, DIGEST_LEAST), most)]}
    shown = [event for event in events if year is None or id(event) in chosen]
    whole = _year_of_entries(year, shown, atlas, here)
    if year is None or len(shown) == len(events):
        return whole
    more = atlas.words.ngettext(
        "All {number} event of {year}", "All {number} events of {year}", len(events), year=whole.title
    )
    return replace(whole, more=more)


def _year_of_entries(
    year: int | None, events: Sequence[Event], atlas: Atlas, here: str, *, pictures: bool = True
) -> YearOfEntries:
    months = len(events) >= MONTHS_FROM
    # What is of the whole year stands before its months.
    events = sorted(events, key=lambda event: _month(event) is not None) if months else events
    entries = []
    for before, event in zip([None, *events], events, strict=False):
        starts = months and _month(event) is not None and (before is None or _month(before) != _month(event))
        month = _month_title(event, atlas) if starts else ""
        entries.append(_entry(event, atlas, here, month=month, pictures=pictures))
    if year is None:
        return YearOfEntries("year_unknown", title_of_year(events[0], atlas), "", tuple(entries))
    path = year_path(year)
    href = "" if path == here else relative(here, path)
    return YearOfEntries(f"year_{year}", title_of_year(events[0], atlas), href, tuple(entries))


def title_of_year(event: Event, atlas: Atlas) -> str:
    """The heading that an event stands under: its year in words."""
    return say_year(event.date.year, atlas.words) if event.date else atlas.words.gettext("Date not known")


def _month(event: Event) -> int | None:
    return event.date.month if event.date else None


def _month_title(event: Event, atlas: Atlas) -> str:
    month = _month(event)
    return capitalised(month_name(month, atlas.language)) if month else ""


def _entry(event: Event, atlas: Atlas, here: str, *, month: str, pictures: bool) -> Entry:
    """An event in the list of a page; the same on all pages of one depth, but for the month that begins with it."""
    bare = event.media is not None and not pictures
    kind = f"entry {root(here)}{'without picture' if bare else ''}"
    entry = atlas.once(kind, event.id or "", lambda: _make_entry(event, atlas, here, pictures=pictures))
    return replace(entry, month=month) if month else entry


def _make_entry(event: Event, atlas: Atlas, here: str, *, pictures: bool) -> Entry:
    summary = strip_markdown(event.summary) if event.summary else ""
    view = EntryView(
        href=relative(here, event_path(event.id or "")),
        title=headline(event),
        date_short=say_in_year(event.date, atlas.language) if event.date else atlas.words.gettext("No date"),
        date_words=atlas.date_of(event),
        datetime=event.date.html_datetime if event.date else None,
        mark=mark_of(event, atlas.words),
        badges=badges(event, atlas),
        sentence=like(first_sentence(summary), event.summary),
        attributed_to=event.attributed_to or "",
        credit=credit_line(event, atlas),
        bands=_bands(event, atlas),
        picture=_picture(event, atlas, here) if pictures else None,
    )
    content = Markup(render("entry.html", atlas.words, entry=view))  # noqa: S704 the template escapes
    return Entry(event.id or "", event.level, bool(atlas.periods(event)), content, facts(event, atlas))


def _picture(event: Event, atlas: Atlas, here: str) -> SmallPicture | None:
    """The small picture of an event, if that is a key event."""
    file = (atlas.site.pictures or {}).get(event.media.file) if event.media and event.level == "key" else None
    if file is None or event.media is None:
        return None
    href = relative(here, atlas.site.shared + file.small_path)
    return SmallPicture(href, event.media.alt, file.small_width, file.small_height)


def _bands(event: Event, atlas: Atlas) -> tuple[Band, ...]:
    """The stretches of time of which an event is the first on the timeline."""
    return tuple(
        Band(
            period.title,
            f"{say(period.from_, atlas.language)} – {say(period.to, atlas.language)}",
            period.text or "",
        )
        for period, first in atlas.first_of_period
        if first is event
    )
