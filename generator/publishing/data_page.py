"""The page about the data: how well the timeline is sourced, how precise its dates are, and what was corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.dates import Precision
from generator.messages import Tongue, gettext_noop
from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.changes import correction_kind
from generator.publishing.credits import publisher
from generator.publishing.drafts import PageDraft
from generator.publishing.entries import headline
from generator.publishing.event_page import DESCRIPTION
from generator.publishing.event_view import RelatedLink
from generator.publishing.head import head
from generator.publishing.json_ld import dataset
from generator.publishing.links import event_path, relative
from generator.publishing.marks import shape_of
from generator.publishing.open_data.corrections_feed import corrections
from generator.publishing.open_data.formats import CORRECTIONS
from generator.publishing.open_data.subscribing import FormLink, downloads, subscriptions
from generator.publishing.page import Page, SearchEntry, TocEntry
from generator.publishing.plain_text import clip
from generator.publishing.render import render
from generator.publishing.short_dates import say_day
from generator.publishing.status import STATUSES

__all__ = ["DATA_PATH", "data_page"]

DATA_PATH = "data/"
"""Where the page stands."""

_PUBLISHERS = 15
"""How many publishers are named; the rest are counted together."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what is counted, how many, and its share in per cent of the whole."""

    name: str
    number: str
    share: str
    width: str


@dataclass(frozen=True, slots=True)
class Table:
    """One chart, which is a table with bars.

    Attributes:
        anchor: Its place in the page.
        title: What it shows.
        text: How to read it, in a sentence.
        rows: Its lines.
    """

    anchor: str
    title: str
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """What the template speaks of."""

    title: str
    intro: str
    tables: tuple[Table, ...]
    corrections: tuple[tuple[str, str, RelatedLink], ...]
    corrections_feed: str
    withdrawn: str
    subscriptions: tuple[FormLink, ...]
    downloads: tuple[FormLink, ...]
    license: str


def data_page(atlas: Atlas) -> Iterator[PageDraft]:
    """The page about the data, for a timeline that has some.

    Args:
        atlas: The timeline.

    Yields:
        One page, or none where no event is shown.
    """
    if atlas.shown:
        make = partial(_page, atlas)
        yield PageDraft(DATA_PATH, make, "overview", "overviews", has_toc=True, title=_title(atlas.words))


def _title(words: Tongue) -> str:
    return words.gettext("About the data")


def _page(atlas: Atlas) -> Page:
    words, here = atlas.words, DATA_PATH
    view = DataView(
        title=_title(words),
        intro=words.gettext("How well this timeline is sourced, how precise its dates are, and what was corrected."),
        tables=tuple(table for table in _tables(atlas) if table.rows),
        corrections=tuple(_corrections(atlas, here)),
        corrections_feed=relative(here, CORRECTIONS.file),
        withdrawn=_withdrawn(len(atlas.withdrawn), words),
        subscriptions=subscriptions(atlas, here),
        downloads=downloads(atlas, here),
        license=atlas.timeline.timeline.license or "",
    )
    return Page(
        "overview",
        here,
        title=view.title,
        description=clip(f"{atlas.timeline.timeline.title}. {view.intro}", DESCRIPTION),
        content=render("data.html", words, view=view),
        head=head(atlas, here, dataset(atlas)),
        toc=(
            *(TocEntry(table.anchor, table.title) for table in view.tables),
            TocEntry("data_corrections", words.gettext("Corrections")),
            TocEntry("data_files", words.gettext("The data themselves")),
        ),
        search=(SearchEntry(here, view.title, view.intro),),
    )


def _tables(atlas: Atlas) -> Iterator[Table]:
    words = atlas.words
    yield Table(
        "data_sources",
        words.gettext("How many sources report an event"),
        words.gettext("Reprints of one story count as one source."),
        _rows(_support(atlas), words),
    )
    yield Table(
        "data_precision",
        words.gettext("How precise the dates are"),
        words.gettext("No date is made more precise than its sources say."),
        _rows(_precision(atlas), words),
    )
    yield Table(
        "data_publishers",
        words.gettext("Who published the sources"),
        words.gettext("Sources by publisher, those with most first."),
        _rows(_publishers(atlas), words),
    )
    yield Table("data_status", words.gettext("What became of the events"), "", _rows(_statuses(atlas), words))


def _rows(counts: Iterable[tuple[str, int]], words: Tongue) -> tuple[Row, ...]:
    """Lines of a table; a bar's width is its share of the greatest number."""
    known = [(name, number) for name, number in counts if number]
    total, most = sum(number for _, number in known), max((number for _, number in known), default=1)
    return tuple(
        Row(name, words.number(number), words.percent(number / total), f"{number / most * 100:.1f}")
        for name, number in known
    )


def _support(atlas: Atlas) -> Iterator[tuple[str, int]]:
    counts = Counter(min(atlas.independent(event), 3) for event in atlas.shown)
    for number, message in enumerate(_SUPPORT):
        yield atlas.words.gettext(message), counts[number]


_SUPPORT = (
    gettext_noop("No source yet"),
    gettext_noop("One source"),
    gettext_noop("Two independent sources"),
    gettext_noop("Three or more independent sources"),
)

_PRECISIONS = {
    "day": gettext_noop("Exact day"),
    "month": gettext_noop("Month, not the day"),
    "season": gettext_noop("Season, quarter or half-year"),
    "year": gettext_noop("Year, not the day"),
    "longer": gettext_noop("Decade or century"),
    "range": gettext_noop("From one date to another"),
    "choice": gettext_noop("One of several dates"),
    "none": gettext_noop("Date not known"),
}
"""What each shape of mark means; a decade or century, which has the shape of a year, is counted by itself."""


def _precision(atlas: Atlas) -> Iterator[tuple[str, int]]:
    counts = Counter(_how_precise(event) for event in atlas.shown)
    for key, message in _PRECISIONS.items():
        yield atlas.words.gettext(message), counts[key]


def _how_precise(event: Event) -> str:
    if event.date is None:
        return "none"
    shape = shape_of(event.date)
    return "longer" if shape == "year" and event.date.precision > Precision.YEAR else shape


def _publishers(atlas: Atlas) -> Sequence[tuple[str, int]]:
    sources = atlas.timeline.sources
    counts = Counter(publisher(sources[each.key], atlas.words) for each in atlas.selections["source"])
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rest = sum(number for _, number in ranked[_PUBLISHERS:])
    return [*ranked[:_PUBLISHERS], (atlas.words.gettext("All others"), rest)]


def _statuses(atlas: Atlas) -> Iterator[tuple[str, int]]:
    counts: Counter[str] = Counter(event.status for event in atlas.shown)
    for status, message in STATUSES.items():
        yield atlas.words.gettext(message), counts[status]


def _corrections(atlas: Atlas, here: str) -> Iterator[tuple[str, str, RelatedLink]]:
    """Every change that readers were told of, the newest first: its kind, what it says, and its event."""
    for correction, event in corrections(atlas):
        link = RelatedLink(
            words=say_day(correction.date, atlas.language),
            text=headline(event),
            href=relative(here, event_path(event.id or "")),
            date=correction.date.isoformat(),
        )
        yield correction_kind(correction, atlas.words), correction.text, link


def _withdrawn(number: int, words: Tongue) -> str:
    """How many events were withdrawn. None is named: what should not have been said is not said here again."""
    if not number:
        return ""
    return words.ngettext(
        "{number} event was withdrawn after it was published.",
        "{number} events were withdrawn after they were published.",
        number,
    )
