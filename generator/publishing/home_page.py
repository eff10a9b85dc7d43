"""The home page: the timeline itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.dates import say
from generator.model import Event
from generator.publishing.add_link import add_url, suggest_url
from generator.publishing.atlas import Atlas, last_change
from generator.publishing.chart import chart
from generator.publishing.drafts import PageDraft
from generator.publishing.entries import (
    YearOfEntries,
    anchor_of,
    digest_by_year,
    has_list_toc,
    list_by_year,
    list_toc,
)
from generator.publishing.event_index import INDEX_PATH
from generator.publishing.event_page import DESCRIPTION
from generator.publishing.event_view import Link
from generator.publishing.filters import Filters, filters
from generator.publishing.head import head
from generator.publishing.json_ld import dataset
from generator.publishing.links import relative, year_path
from generator.publishing.marks import Mark, legend
from generator.publishing.open_data.formats import EVENTS_JSON
from generator.publishing.open_data.subscribing import FormLink, subscriptions
from generator.publishing.page import Page
from generator.publishing.plain_text import clean, clip, first_sentence
from generator.publishing.render import render
from generator.publishing.short_dates import say_coverage, say_day

__all__ = ["home_draft", "is_split"]


SPLIT_FROM = 200
"""With so many events the home page shows the most important ones of each year."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the template of the home page speaks of.

    Attributes:
        title: The timeline's title.
        lead: What it is about, in a sentence.
        scope: The whole of what is in and what is not, where it says more than the lead.
        events, sources, coverage, updated: The facts under the title, each in words.
        updated_datetime: The day of the last change, for machines.
        method: The page that says how the timeline is made, or nothing.
        filters: By what the list can be narrowed, where it is long.
        chart: How many events when, where there are many.
        latest: The latest event that has begun, further down the page, or nothing.
        planned: The next event that is still to come, or nothing.
        years: The events.
        candidates: How many candidates are among them, in words, or nothing.
        legend: What the marks mean.
        subscriptions: Its feeds and its calendar.
        data: The events as data.
        license: The licence of the data, or nothing.
        add: Where a reader can add an event, or nothing.
        suggest: Where one can be suggested in a form, or nothing.
    """

    title: str
    lead: str
    scope: str
    events: str
    sources: str
    coverage: str
    updated: str
    updated_datetime: str
    method: str
    filters: Filters | None
    chart: Markup | None
    latest: Link | None
    planned: Link | None
    years: tuple[YearOfEntries, ...]
    candidates: str
    legend: tuple[Mark, ...]
    subscriptions: tuple[FormLink, ...]
    data: str
    license: str
    add: str
    suggest: str


def home_draft(atlas: Atlas) -> PageDraft:
    """The home page, whose path is empty."""
    title = clean(atlas.timeline.timeline.title)
    has_toc = has_list_toc(atlas.shown)
    return PageDraft("", partial(_home_page, atlas), "home", "overviews", has_toc=has_toc, title=title)


def _home_page(atlas: Atlas) -> Page:
    view = _view(atlas)
    facts = " · ".join(filter(None, [view.events, view.sources, view.coverage]))
    return Page(
        "home",
        "",
        title=clean(view.title),
        description=clip(f"{view.lead or view.title} {facts}", DESCRIPTION),
        content=render("home.html", atlas.words, view=view),
        head=head(atlas, "", dataset(atlas)),
        toc=list_toc(view.years),
        updated=_updated(atlas),
    )


def _view(atlas: Atlas) -> HomeView:
    info, words = atlas.timeline.timeline, atlas.words
    scope = " ".join((info.scope or "").split())
    lead = info.text or first_sentence(scope)
    candidates = sum(event.review == "candidate" for event in atlas.shown)
    updated = _updated(atlas)
    coverage = say_coverage([event.date for event in atlas.shown if event.date], atlas.language)
    return HomeView(
        title=info.title,
        lead=lead,
        scope=scope if scope != lead else "",
        events=words.ngettext("{number} event", "{number} events", len(atlas.shown)),
        sources=words.ngettext("{number} source", "{number} sources", len(atlas.selections["source"])),
        coverage=words.gettext("covers {dates}", dates=coverage) if coverage else "",
        updated=say_day(updated, atlas.language),
        updated_datetime=updated.isoformat(),
        method=relative("", atlas.site.method_path) if atlas.site.method_path else "",
        filters=filters(atlas.shown, atlas, index=INDEX_PATH if is_split(atlas) else ""),
        chart=chart(atlas.shown, atlas.timeline.periods, words, lambda event: place_of(event, atlas)),
        latest=_latest_link(atlas),
        planned=_planned_link(atlas),
        years=digest_by_year(atlas.shown, atlas, "") if is_split(atlas) else list_by_year(atlas.shown, atlas, ""),
        candidates=words.ngettext("{number} candidate", "{number} candidates", candidates) if candidates else "",
        legend=legend(atlas.words),
        subscriptions=subscriptions(atlas, ""),
        data=EVENTS_JSON.file,
        license=info.license or "",
        add=add_url(atlas.site, words),
        suggest=suggest_url(atlas.site),
    )


def _updated(atlas: Atlas) -> dt.date:
    """The day of the last change that the events tell of; the day of the build where they tell of none."""
    return max(filter(None, map(last_change, (*atlas.shown, *atlas.withdrawn))), default=atlas.site.today)


def _latest_link(atlas: Atlas) -> Link | None:
    """The latest event that has begun by the day of the build, unless it is the first on the page."""
    begun = [event for event in atlas.shown if event.date and not event.date.is_after(atlas.site.today)]
    latest: Event | None = begun[-1] if begun else None
    if latest is None or latest.date is None or latest is atlas.shown[0]:
        return None
    return Link(say(latest.date, atlas.language), place_of(latest, atlas))


def _planned_link(atlas: Atlas) -> Link | None:
    """The first event that lies ahead on the day of the build, unless it is the first on the page."""
    ahead = [event for event in atlas.shown if event.date and event.date.is_after(atlas.site.today)]
    if not ahead or ahead[0].date is None or ahead[0] is atlas.shown[0]:
        return None
    return Link(say(ahead[0].date, atlas.language), place_of(ahead[0], atlas))


def is_split(atlas: Atlas) -> bool:
    """Whether the timeline is so long that the home page shows a digest of each year, whose page has the whole."""
    return len(atlas.shown) >= SPLIT_FROM


def place_of(event: Event, atlas: Atlas) -> str:
    """The address, from the home page, of an event's place in a list: in that of its year on a split timeline."""
    if event.date and is_split(atlas):
        return relative("", year_path(event.date.year)) + anchor_of(event)
    return anchor_of(event)
