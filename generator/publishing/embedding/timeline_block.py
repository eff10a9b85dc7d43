"""A `timeline` block as HTML: a list of events in a page that somebody wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from generator.model import Event
from generator.publishing.chart import draw
from generator.publishing.credits import credit_line
from generator.publishing.embedding.block_syntax import Block
from generator.publishing.embedding.choice import Choice, chosen
from generator.publishing.embedding.shelf import Bearings
from generator.publishing.entries import headline
from generator.publishing.event_view import Link
from generator.publishing.foreign import like
from generator.publishing.links import slug, view_path
from generator.publishing.markdown import strip_markdown
from generator.publishing.plain_text import first_sentence
from generator.publishing.render import render
from generator.publishing.status import Badge, badges

__all__ = ["render_block"]


@dataclass(frozen=True, slots=True)
class Item:
    """An event in a block.

    Attributes:
        anchor: Its place in the page.
        href: Where it leads, or empty.
        title: Its headline.
        date: Its date in words.
        datetime: The date for machines, or None where HTML cannot say it.
        badges: What a reader must know first.
        sentence: What happened, in a sentence; empty in the compact style.
        credit: Its sources in a line; empty in the compact style.
    """

    anchor: str
    href: str
    title: str
    date: str
    datetime: str | None
    badges: tuple[Badge, ...]
    sentence: str
    credit: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """What the template of a block speaks of.

    Attributes:
        style: `list` or `compact`.
        direction: In which direction its language is written.
        language: Its language.
        label: What it is, for who does not see it.
        chart: How many events when, or nothing.
        items: The events.
        empty: What is said where there are none.
        more: What leads to those that are left out, or nothing.
    """

    style: str
    direction: str
    language: str
    label: str
    chart: Markup | None
    items: tuple[Item, ...]
    empty: str
    more: Link | None


def render_block(block: Block, bearings: Bearings, number: int) -> str:
    """A block as HTML, complete without a script or a style sheet.

    Args:
        block: What it asks for.
        bearings: The timeline, as the page sees it.
        number: Which block of the page it is, so that no two of them have the same anchors.
    """
    atlas, words = bearings.atlas, bearings.atlas.words
    events = chosen(block.choice, atlas)
    shown = events[: block.choice.limit]
    total = words.ngettext("{number} event", "{number} events", len(shown))
    view = BlockView(
        style="list" if block.style == "list" else "compact",
        direction=words.direction,
        language=words.code,
        label=words.gettext("Timeline: {events}", events=total),
        chart=_chart(shown, bearings, number) if block.style == "chart" else None,
        items=tuple(_item(event, bearings, number, brief=block.style != "list") for event in shown),
        empty="" if shown else words.gettext("No event of the timeline fits yet."),
        more=_more(block.choice, len(events), bearings) if len(shown) < len(events) else None,
    )
    return render("timeline_block.html", words, view=view)


def _chart(events: Sequence[Event], bearings: Bearings, number: int) -> Markup | None:
    # Whoever asks for a chart gets one of few events, too.
    return draw(
        sorted(events, key=lambda event: bearings.atlas.positions[event.id or ""]),
        bearings.atlas.timeline.periods,
        bearings.atlas.words,
        lambda event: f"#{_anchor(event, number)}",
        f"after_timeline_{number}",
    )


def _item(event: Event, bearings: Bearings, number: int, *, brief: bool) -> Item:
    atlas = bearings.atlas
    summary = strip_markdown(event.summary) if event.summary and not brief else ""
    return Item(
        anchor=_anchor(event, number),
        href=bearings.href_of(event),
        title=headline(event),
        date=atlas.date_of(event),
        datetime=event.date.html_datetime if event.date else None,
        badges=badges(event, atlas),
        sentence=like(first_sentence(summary), event.summary),
        credit="" if brief else credit_line(event, atlas),
    )


def _anchor(event: Event, number: int) -> str:
    """An event's place in the page. An id has no underscore, so that no heading or event of the page has the same."""
    return f"timeline_{number}_{event.id}"


def _more(choice: Choice, number: int, bearings: Bearings) -> Link | None:
    """What leads to all events of a choice: the timeline, narrowed to it as far as its filters can."""
    home = bearings.href(view_path(choice.view) if choice.view else "")
    if not home:
        return None
    text = bearings.atlas.words.ngettext("All {number} event", "All {number} events", number)
    asked = {
        "tag": _only(tuple(slug(tag) for tag in choice.tags)),
        "actor": _only(tuple(bearings.atlas.name(actor).key for actor in choice.actors)),
        "place": _only(tuple(slug(place) for place in choice.places)),
        "status": _only(choice.statuses),
        "from": choice.from_.text if choice.from_ else "",
        "to": choice.to.text if choice.to else "",
    }
    query = urlencode({key: value for key, value in asked.items() if value})
    return Link(text, f"{home}?{query}" if query else home)


def _only(values: tuple[str, ...]) -> str:
    """The value where there is one alone: the filters of a page take one of each kind."""
    return values[0] if len(values) == 1 else ""
