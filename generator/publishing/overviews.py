"""The overviews: all sources, years, actors, places, tags and views, each with its events counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.dates import parse, say
from generator.messages import gettext_noop
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import PageDraft
from generator.publishing.event_page import DESCRIPTION
from generator.publishing.head import head
from generator.publishing.links import relative
from generator.publishing.page import Page, SearchEntry
from generator.publishing.plain_text import clip
from generator.publishing.render import render
from generator.publishing.selection import KINDS, Kind, Selection

__all__ = ["SECTIONS", "overview_pages", "overview_path"]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in an overview.

    Attributes:
        title: Its name.
        href: Its page.
        events: How many events it has, in words.
        detail: What else a reader goes by: the publisher and the day, or who an actor is.
    """

    title: str
    href: str
    events: str
    detail: str = ""


_OVERVIEWS: dict[Kind, tuple[str, str]] = {
    "source": (
        gettext_noop("Sources"),
        gettext_noop("Every article that an event of the timeline cites, the newest first."),
    ),
    "year": (gettext_noop("Years"), gettext_noop("Every year in which an event begins.")),
    "actor": (
        gettext_noop("Actors"),
        gettext_noop("People and bodies that the timeline follows, those in most events first."),
    ),
    "place": (gettext_noop("Places"), gettext_noop("Where the events took place, those with most events first.")),
    "tag": (gettext_noop("Tags"), gettext_noop("What the events are about, the most frequent first.")),
    "view": (gettext_noop("Views"), gettext_noop("Parts of the timeline that its editors put together.")),
}
"""The heading of each kind's overview, and what it holds."""

SECTIONS = (*(f"{kind}s" for kind in KINDS), "data")
"""The folders that have a page at their top, where the timeline has something to show in them."""


def overview_path(kind: Kind) -> str:
    """Where the overview of a kind stands."""
    return f"{kind}s/"


def overview_pages(atlas: Atlas) -> Iterator[PageDraft]:
    """The overview of each kind of which the timeline has something to show."""
    for kind, found in atlas.selections.items():
        if found:
            title = atlas.words.gettext(_OVERVIEWS[kind][0])
            yield PageDraft(overview_path(kind), partial(_page, kind, atlas), "overview", "overviews", title=title)


def _page(kind: Kind, atlas: Atlas) -> Page:
    words = atlas.words
    title, intro, here = words.gettext(_OVERVIEWS[kind][0]), words.gettext(_OVERVIEWS[kind][1]), overview_path(kind)
    rows = [_row(selection, here, atlas) for selection in _in_order(kind, atlas.selections[kind], atlas)]
    return Page(
        "overview",
        here,
        title=title,
        description=clip(f"{title}: {atlas.timeline.timeline.title}. {intro}", DESCRIPTION),
        content=render("overview.html", words, title=title, intro=intro, rows=rows),
        head=head(atlas, here),
        search=(SearchEntry(here, title, intro),),
    )


def _in_order(kind: Kind, found: Sequence[Selection], atlas: Atlas) -> Sequence[Selection]:
    """Sources the newest first, those last of which no date is known; years and views as they are; others by size."""
    if kind in {"year", "view"}:
        return found
    if kind == "source":

        def newest_first(selection: Selection) -> tuple[int, str]:
            published = atlas.timeline.sources[selection.key].published
            return (-published.toordinal() if published else 0, selection.key)

        return sorted(found, key=newest_first)
    return sorted(found, key=lambda selection: (-len(selection.events), selection.title))


def _row(selection: Selection, here: str, atlas: Atlas) -> Row:
    events = atlas.words.ngettext("{number} event", "{number} events", len(selection.events))
    detail = _source_detail(selection, atlas) if selection.kind == "source" else selection.text
    return Row(selection.title, relative(here, selection.path), events, detail)


def _source_detail(selection: Selection, atlas: Atlas) -> str:
    published = atlas.timeline.sources[selection.key].published
    day = say(parse(published.isoformat()), atlas.language) if published else atlas.words.gettext("date not known")
    return f"{selection.known_as} · {day}"
