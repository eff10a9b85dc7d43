"""The overviews: all sources, all years, all actors, all tags, each with the number of its events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.dates import parse, say
from generator.dates.wording import say_year
from generator.messages import Tongue, gettext_noop
from generator.publishing.atlas import Atlas
from generator.publishing.credits import credit, publisher
from generator.publishing.event_page import DESCRIPTION
from generator.publishing.feed_link import feed_link
from generator.publishing.links import actor_path, relative, source_path, tag_path, year_path
from generator.publishing.page import Page, SearchEntry
from generator.publishing.plain_text import clip
from generator.publishing.render import render

__all__ = ["overview_pages"]


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


@dataclass(frozen=True, slots=True)
class Item:
    """What a row is made from."""

    title: str
    path: str
    events: int
    detail: str = ""


def overview_pages(atlas: Atlas) -> Iterator[Page]:
    """The overview of each kind of which the timeline has something to show."""
    words = atlas.words
    for kind, path, about, list_items in _OVERVIEWS:
        title, intro = words.gettext(kind), words.gettext(about)
        items = list(list_items(atlas))
        if items:
            rows = [_row(item, path, words) for item in items]
            yield Page(
                "overview",
                path,
                title=title,
                description=clip(f"{title}: {atlas.timeline.timeline.title}. {intro}", DESCRIPTION),
                content=render("overview.html", words, title=title, intro=intro, rows=rows),
                head=feed_link(atlas, path),
                search=(SearchEntry(path, title, intro),),
            )


def _row(item: Item, here: str, words: Tongue) -> Row:
    events = words.ngettext("{number} event", "{number} events", item.events)
    return Row(item.title, relative(here, item.path), events, item.detail)


def _sources(atlas: Atlas) -> Iterable[Item]:
    """The newest first, those last of which no date is known."""
    sources, words = atlas.timeline.sources, atlas.words

    def newest_first(key: str) -> tuple[int, str]:
        published = sources[key].published
        return (-published.toordinal() if published else 0, key)

    for key in sorted(atlas.by_source, key=newest_first):
        source = sources[key]
        day = (
            say(parse(source.published.isoformat()), atlas.language)
            if source.published
            else words.gettext("date not known")
        )
        name = credit(source, sources, words)
        yield Item(
            source.title or publisher(source, words), source_path(key), len(atlas.by_source[key]), f"{name} · {day}"
        )


def _years(atlas: Atlas) -> Iterable[Item]:
    for year, events in sorted(atlas.by_year.items()):
        yield Item(say_year(year, atlas.words), year_path(year), len(events))


def _actors(atlas: Atlas) -> Iterable[Item]:
    """Those first who are in most events."""
    for key, events in sorted(atlas.by_actor.items(), key=lambda item: (-len(item[1]), atlas.actor(item[0]).name)):
        actor = atlas.actor(key)
        yield Item(actor.name, actor_path(key), len(events), actor.text or "")


def _tags(atlas: Atlas) -> Iterable[Item]:
    """Those first that most events have."""
    for name, events in sorted(atlas.by_tag.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Item(atlas.tag_labels[name], tag_path(name), len(events))


_OVERVIEWS: tuple[tuple[str, str, str, Callable[[Atlas], Iterable[Item]]], ...] = (
    (
        gettext_noop("Sources"),
        "sources/",
        gettext_noop("Every article that an event of the timeline cites, the newest first."),
        _sources,
    ),
    (gettext_noop("Years"), "years/", gettext_noop("Every year in which an event begins."), _years),
    (
        gettext_noop("Actors"),
        "actors/",
        gettext_noop("People and bodies that the timeline follows, those in most events first."),
        _actors,
    ),
    (gettext_noop("Tags"), "tags/", gettext_noop("What the events are about, the most frequent first."), _tags),
)
