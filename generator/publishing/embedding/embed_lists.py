"""Pages for frames that list events: of the whole timeline, and of each view, tag, actor, place and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import FileDraft
from generator.publishing.embedding.addresses import EMBEDDED, embed_path
from generator.publishing.embedding.frame import crumb, framed
from generator.publishing.entries import Entry, YearOfEntries, list_by_year
from generator.publishing.event_view import Link
from generator.publishing.links import relative, root
from generator.publishing.plain_text import first_sentence
from generator.publishing.render import render
from generator.publishing.short_dates import say_coverage

__all__ = ["MOST", "list_pages"]

MOST = 100
"""How many events a page for a frame lists: some ten kilobytes, compressed. Others are a link away."""


@dataclass(frozen=True, slots=True)
class FramedYear:
    """The events of one year: its place in the page, its name, its own page in the frame or nothing, its entries."""

    anchor: str
    title: str
    href: str
    entries: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """What the template of a list in a frame speaks of.

    Attributes:
        title: Its headline.
        lead: What it is about, in a sentence, or nothing.
        facts: How much is here, and of which time.
        years: Its events.
        total: How many events there are.
        listed: How many of them the page lists.
        cut: What says that only the latest are here, or nothing where all are.
        other_years: The frame's page of each year, where not all events are here.
        known: For each thing that an address can ask for, the keys that there are, where not all events are here.
    """

    title: str
    lead: str
    facts: str
    years: tuple[FramedYear, ...]
    total: int
    listed: int
    cut: str = ""
    other_years: tuple[Link, ...] = ()
    known: tuple[tuple[str, str], ...] = ()


def list_pages(atlas: Atlas) -> Iterator[FileDraft]:
    """Every page for a frame that lists events.

    Args:
        atlas: The timeline.
    """
    info = atlas.timeline.timeline
    lead = info.text or first_sentence(info.scope or "")
    yield _draft(atlas, "", info.title, lead, atlas.shown)
    for kind in EMBEDDED:
        for each in atlas.selections[kind]:
            yield replace(_draft(atlas, each.path, each.title, each.text, each.events), of=each)


def _draft(atlas: Atlas, path: str, title: str, lead: str, events: Sequence[Event]) -> FileDraft:
    return FileDraft(f"{embed_path(path)}index.html", partial(_page, atlas, path, title, lead, events), "lists")


def _page(atlas: Atlas, path: str, title: str, lead: str, events: Sequence[Event]) -> bytes:
    words = atlas.words
    listed = events if len(events) <= MOST else [event for event in events if event.date][-MOST:]
    is_cut = len(listed) < len(events)
    coverage = say_coverage([event.date for event in events if event.date], atlas.language)
    number = words.ngettext("{number} event", "{number} events", len(events))
    view = ListView(
        title=title,
        lead=lead,
        facts=" · ".join(filter(None, [number, coverage])),
        years=tuple(_year(year, atlas, path) for year in list_by_year(listed, atlas, path, pictures=False)),
        total=len(events),
        listed=len(listed),
        cut=words.gettext("Only the latest {shown} are listed here.", shown=words.number(len(listed)))
        if is_cut
        else "",
        other_years=_years(atlas, path) if is_cut and not path else (),
        known=_known(atlas) if is_cut and not path else (),
    )
    main = render("embed_list.html", words, view=view, crumb=crumb(atlas, path))
    out = words.gettext("More on the full timeline") if path else words.gettext("Full timeline")
    return framed(atlas, path, title, main, out)


def _year(year: YearOfEntries, atlas: Atlas, path: str) -> FramedYear:
    return FramedYear(year.anchor, year.title, year.href, tuple(_item(entry, atlas, path) for entry in year.entries))


def _item(entry: Entry, atlas: Atlas, path: str) -> Markup:
    """An event in a list, with what a script can choose it by; the same in all lists of one depth."""
    make = lambda: Markup(render("embed_entry.html", atlas.words, entry=entry))  # noqa: E731, S704 the template escapes
    return atlas.once(f"framed entry {root(path)}", entry.anchor, make)


def _years(atlas: Atlas, path: str) -> tuple[Link, ...]:
    return tuple(Link(year.title, relative(path, year.path)) for year in atlas.selections["year"])


def _known(atlas: Atlas) -> tuple[tuple[str, str], ...]:
    """The keys of each kind whose page in the frame lists what this one has no room for."""
    return tuple((kind, " ".join(each.key for each in atlas.selections[kind])) for kind in ("tag", "actor", "place"))
