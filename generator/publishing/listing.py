"""The pages of a source, a year, an actor and a tag: each with a small timeline of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.dates.wording import say_year
from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.cards import Card, card_of_source
from generator.publishing.credits import credit, publisher
from generator.publishing.entries import YearOfEntries, list_by_year, list_toc
from generator.publishing.event_page import DESCRIPTION
from generator.publishing.event_view import Link
from generator.publishing.feed_link import feed_link
from generator.publishing.links import actor_path, relative, source_path, tag_path, year_path
from generator.publishing.page import Page, SearchEntry
from generator.publishing.plain_text import clean, clip, sentence
from generator.publishing.provenance import explain_publication
from generator.publishing.render import render
from generator.publishing.short_dates import say_coverage

__all__ = ["actor_pages", "source_pages", "tag_pages", "year_pages"]


@dataclass(frozen=True, slots=True)
class ListingView:
    """What the template of a listing speaks of; each part that it lacks is empty.

    Attributes:
        kind: What the page is of, in words: “Source”, “Year”, “Actor”, “Tag”.
        title: Its headline.
        overview: The page of all of its kind.
        text: What it is, in a sentence.
        facts: How much is here.
        years: Its events.
        card: The source itself, on a source's page.
        publication: How it is known when that was published.
        before: The page before it among its kind, for years.
        after: The page after it.
    """

    kind: str
    title: str
    overview: Link
    text: str
    facts: str
    years: tuple[YearOfEntries, ...]
    card: Card | None = None
    publication: Markup | None = None
    before: Link | None = None
    after: Link | None = None


def source_pages(atlas: Atlas) -> Iterator[Page]:
    """A page for each source that an event cites, in the order of their keys."""
    words = atlas.words
    for key in sorted(atlas.by_source):
        source, here = atlas.timeline.sources[key], source_path(key)
        view = ListingView(
            kind=words.gettext("Source"),
            title=source.title or publisher(source, words),
            overview=Link(words.gettext("All sources"), relative(here, "sources/")),
            text="",
            facts=_facts(atlas.by_source[key], atlas),
            years=list_by_year(atlas.by_source[key], atlas, here),
            card=card_of_source(source, atlas),
            publication=explain_publication(source, words),
        )
        by = credit(source, atlas.timeline.sources, words)
        yield _page(here, view, atlas, description=f"{by}: {view.title}. {view.facts}.", found_by=by)


def year_pages(atlas: Atlas) -> Iterator[Page]:
    """A page for each year in which an event begins, in their order."""
    words, years = atlas.words, sorted(atlas.by_year)
    for at, year in enumerate(years):
        here = year_path(year)
        before, after = years[at - 1] if at else None, years[at + 1] if at + 1 < len(years) else None
        view = ListingView(
            kind=words.gettext("Year"),
            title=say_year(year, words),
            overview=Link(words.gettext("All years"), relative(here, "years/")),
            text="",
            facts=_facts(atlas.by_year[year], atlas),
            years=list_by_year(atlas.by_year[year], atlas, here),
            before=_year_link(before, atlas, here),
            after=_year_link(after, atlas, here),
        )
        yield _page(here, view, atlas, description=f"{view.title}: {view.facts}.")


def actor_pages(atlas: Atlas) -> Iterator[Page]:
    """A page for each actor that has an entry and that an event names, in the order of their keys."""
    words = atlas.words
    for key in sorted(atlas.by_actor):
        actor, here = atlas.actor(key), actor_path(key)
        view = ListingView(
            kind=words.gettext("Actor"),
            title=actor.name,
            overview=Link(words.gettext("All actors"), relative(here, "actors/")),
            text=actor.text or "",
            facts=_facts(atlas.by_actor[key], atlas),
            years=list_by_year(atlas.by_actor[key], atlas, here),
        )
        found_by = words.join(actor.aliases)
        yield _page(here, view, atlas, description=f"{actor.name}. {actor.text or view.facts}", found_by=found_by)


def tag_pages(atlas: Atlas) -> Iterator[Page]:
    """A page for each tag of an event, in the order of their folders' names."""
    words = atlas.words
    for name in sorted(atlas.by_tag):
        label, here = atlas.tag_labels[name], tag_path(name)
        view = ListingView(
            kind=words.gettext("Tag"),
            title=label,
            overview=Link(words.gettext("All tags"), relative(here, "tags/")),
            text="",
            facts=_facts(atlas.by_tag[name], atlas),
            years=list_by_year(atlas.by_tag[name], atlas, here),
        )
        yield _page(here, view, atlas, description=f"{label}: {view.facts}.")


def _facts(events: Sequence[Event], atlas: Atlas) -> str:
    coverage = say_coverage([event.date for event in events if event.date], atlas.language)
    return " · ".join(filter(None, [atlas.words.ngettext("{number} event", "{number} events", len(events)), coverage]))


def _year_link(year: int | None, atlas: Atlas, here: str) -> Link | None:
    return None if year is None else Link(say_year(year, atlas.words), relative(here, year_path(year)))


def _page(here: str, view: ListingView, atlas: Atlas, *, description: str, found_by: str = "") -> Page:
    text = clean(" ".join(sentence(part) for part in (found_by, view.text, view.facts) if part))
    return Page(
        "listing",
        here,
        title=clean(view.title),
        description=clip(description, DESCRIPTION),
        content=render("listing.html", atlas.words, view=view),
        head=feed_link(atlas, here),
        toc=list_toc(view.years),
        search=(SearchEntry(here, clean(view.title), text),),
    )
