"""The page of a selection: of a source, year, actor, place, tag or view, with a small timeline of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.messages import gettext_noop
from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.cards import Card, card_of_source
from generator.publishing.chart import chart
from generator.publishing.drafts import PageDraft, among
from generator.publishing.entries import YearOfEntries, anchor_of, has_list_toc, list_by_year, list_toc
from generator.publishing.event_page import DESCRIPTION
from generator.publishing.event_view import Link
from generator.publishing.filters import Filters, filters
from generator.publishing.head import head
from generator.publishing.json_ld import selection_data
from generator.publishing.links import relative
from generator.publishing.open_data.subscribing import FormLink, subscriptions
from generator.publishing.overviews import overview_path
from generator.publishing.page import Page, SearchEntry
from generator.publishing.plain_text import clean, clip, sentence
from generator.publishing.provenance import explain_publication
from generator.publishing.render import render
from generator.publishing.selection import Kind, Selection
from generator.publishing.short_dates import say_coverage

__all__ = ["selection_pages"]

_NAMES: dict[Kind, tuple[str, str]] = {
    "source": (gettext_noop("Source"), gettext_noop("All sources")),
    "year": (gettext_noop("Year"), gettext_noop("All years")),
    "actor": (gettext_noop("Actor"), gettext_noop("All actors")),
    "place": (gettext_noop("Place"), gettext_noop("All places")),
    "tag": (gettext_noop("Tag"), gettext_noop("All tags")),
    "view": (gettext_noop("View"), gettext_noop("All views")),
}
"""What one of each kind is called, and what leads to all of them."""


@dataclass(frozen=True, slots=True)
class ListingView:
    """What the template of a listing speaks of; each part that it lacks is empty.

    Attributes:
        kind: What the page is of, in words: “Source”, “Year”, “Actor”, …
        title: Its headline.
        overview: The page of all of its kind.
        text: What it is, in a sentence.
        facts: How much is here.
        filters: By what the list can be narrowed, where it is long.
        chart: How many events when, where there are many.
        years: Its events.
        card: The source itself, on a source's page.
        publication: How it is known when that was published.
        subscriptions: Its own feeds and calendar, or nothing.
        before: The page before it among its kind, for years.
        after: The page after it.
    """

    kind: str
    title: str
    overview: Link
    text: str
    facts: str
    filters: Filters | None
    chart: Markup | None
    years: tuple[YearOfEntries, ...]
    card: Card | None = None
    publication: Markup | None = None
    subscriptions: tuple[FormLink, ...] = ()
    before: Link | None = None
    after: Link | None = None


def selection_pages(atlas: Atlas) -> Iterator[PageDraft]:
    """A page for each selection, kind by kind, in their order."""
    for kind, found in atlas.selections.items():
        for number, selection in enumerate(found):
            # There are as many sources as events, and each has few of them.
            kin = among("sources", number) if kind == "source" else "lists"
            toc = has_list_toc(selection.events)
            yield PageDraft(selection.path, partial(_page, selection, atlas), "listing", kin, has_toc=toc, of=selection)


def _view(selection: Selection, atlas: Atlas) -> ListingView:
    words, here = atlas.words, selection.path
    kind, all_of_kind = _NAMES[selection.kind]
    source = atlas.timeline.sources[selection.key] if selection.kind == "source" else None
    before, after = _neighbours(selection, atlas) if selection.kind == "year" else (None, None)
    return ListingView(
        kind=words.gettext(kind),
        title=selection.title,
        overview=Link(words.gettext(all_of_kind), relative(here, overview_path(selection.kind))),
        text=selection.text,
        facts=_facts(selection.events, atlas),
        filters=filters(selection.events, atlas),
        chart=chart(selection.events, atlas.timeline.periods, words, anchor_of),
        years=list_by_year(selection.events, atlas, here),
        card=card_of_source(source, atlas) if source else None,
        publication=explain_publication(source, words) if source else None,
        subscriptions=subscriptions(atlas, here, selection),
        before=before,
        after=after,
    )


def _neighbours(selection: Selection, atlas: Atlas) -> tuple[Link | None, Link | None]:
    """The selections before and after one among its kind."""
    all_of_kind = atlas.selections[selection.kind]
    at = all_of_kind.index(selection)
    before = all_of_kind[at - 1] if at else None
    after = all_of_kind[at + 1] if at + 1 < len(all_of_kind) else None
    return _link(before, selection.path), _link(after, selection.path)


def _link(selection: Selection | None, here: str) -> Link | None:
    return Link(selection.title, relative(here, selection.path)) if selection else None


def _facts(events: Sequence[Event], atlas: Atlas) -> str:
    number = atlas.words.ngettext("{number} event", "{number} events", len(events))
    coverage = say_coverage([event.date for event in events if event.date], atlas.language)
    return " · ".join(filter(None, [number, coverage]))


def _page(selection: Selection, atlas: Atlas) -> Page:
    here, view = selection.path, _view(selection, atlas)
    text = clean(" ".join(sentence(part) for part in (selection.known_as, view.text, view.facts) if part))
    about = " ".join(sentence(part) for part in (view.text, view.facts) if part)
    name = f"{selection.known_as}: {view.title}" if selection.kind == "source" else view.title
    return Page(
        "listing",
        here,
        title=clean(view.title),
        description=clip(f"{name}. {about}", DESCRIPTION),
        content=render("listing.html", atlas.words, view=view),
        head=head(atlas, here, selection_data(selection, atlas), of=selection),
        toc=list_toc(view.years),
        search=(SearchEntry(here, clean(view.title), text),),
    )
