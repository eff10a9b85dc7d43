"""The density of a timeline as a chart: how many events when, each bar a link to the first of them.

Positions along the line of time are in per cent and heights in pixels, so that one drawing fits every width, its text
keeps its size, and no style needs to stand in the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.dates import Edtf, Precision
from generator.dates.wording import say_month, say_year
from generator.messages import Tongue, gettext_noop
from generator.model import Event, Period
from generator.publishing.render import render

__all__ = ["CHART_FROM", "chart", "draw"]

CHART_FROM = 40
"""With so many events a chart helps; fewer are seen at a glance."""

Unit = Literal["month", "year", "decade", "century"]
_YEARS: dict[Unit, int] = {"year": 1, "decade": 10, "century": 100}
_MOST_BARS = 72
"""Six years of months: more bars would be too thin to touch on a phone."""
_HEIGHT = 72
"""Of the highest bar, in pixels."""
_FILL = 0.82
"""How much of its place a bar takes; the rest is the gap to the next."""
_LABELS = 6
"""How many years are named under the chart on a phone."""
_STATUSES = ("happened", "planned", "called-off")


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a bar that is of one status: `happened`, `planned` or `called-off`; in pixels."""

    status: str
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it stands in per cent of the width, what it says, where it leads."""

    x: str
    width: str
    label: str
    href: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A year under the chart; a minor one is left out on a phone."""

    x: str
    label: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of time behind the bars."""

    x: str
    width: str
    title: str


@dataclass(frozen=True, slots=True)
class Key:
    """What the look of a part of a bar means."""

    status: str
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template of a chart speaks of; the key is empty where all that is shown happened."""

    title: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    most: str
    note: str
    key: tuple[Key, ...]
    after: str
    height: int = _HEIGHT


def chart(
    events: Sequence[Event], periods: Sequence[Period], words: Tongue, href_of: Callable[[Event], str]
) -> Markup | None:
    """Draw the density of the events of a page, where they are too many to be seen at a glance.

    Args:
        events: The events, in their order; those without a date are passed over.
        periods: The named stretches of time that may be shown behind them.
        words: The site's language.
        href_of: The address of an event's place in the list, from the page that shows the chart.

    Returns:
        The figure, or None for fewer than `CHART_FROM` events, or events that all begin in one stretch of time.
    """
    return draw(events, periods, words, href_of) if len(events) >= CHART_FROM else None


def draw(
    events: Sequence[Event],
    periods: Sequence[Period],
    words: Tongue,
    href_of: Callable[[Event], str],
    after: str = "after_chart",
) -> Markup | None:
    """Draw the density of some events, however few: see `chart`.

    Args:
        events: The events.
        periods: The named stretches of time.
        words: The site's language.
        href_of: The address of an event's place in the list.
        after: The id of the place after the chart, which keyboards skip to.

    Returns:
        The figure, or None for events that all begin in one stretch of time, or have no date.
    """
    dated = [(event, event.date) for event in events if event.date]
    if not dated:
        return None
    unit = _unit([date for _, date in dated])
    placed = [(event, _bin(date, unit)) for event, date in dated if unit != "month" or _has_month(date)]
    first, last = min(place for _, place in placed), max(place for _, place in placed)
    if first == last:
        return None
    scale = _Scale(first, last - first + 1, unit)
    groups: dict[int, list[Event]] = {}
    for event, place in placed:
        groups.setdefault(place, []).append(event)
    most = max(map(len, groups.values()))
    drawn = Chart(
        title=words.gettext(_TITLES[unit]),
        bars=tuple(
            _bar(
                place,
                scale,
                _segments(found, most),
                label=_label(place, unit, len(found), words),
                href=href_of(found[0]),
            )
            for place, found in sorted(groups.items())
        ),
        ticks=tuple(_ticks(scale, words)),
        bands=tuple(_bands(periods, scale)),
        most=words.number(most),
        note=_note(len(dated) - len(placed), words),
        key=_key([event for event, _ in placed], words),
        after=after,
    )
    return Markup(render("chart.html", words, chart=drawn))  # noqa: S704 the template escapes


@dataclass(frozen=True, slots=True)
class _Scale:
    """The line of time: its first place, how many there are, and what one is."""

    first: int
    places: int
    unit: Unit

    def percent(self, place: float) -> str:
        return f"{(place - self.first) / self.places * 100:.3f}".rstrip("0").rstrip(".")

    def width(self, places: float) -> str:
        return f"{places / self.places * 100:.3f}".rstrip("0").rstrip(".")


_TITLES: dict[Unit, str] = {
    "month": gettext_noop("Events by month"),
    "year": gettext_noop("Events by year"),
    "decade": gettext_noop("Events by decade"),
    "century": gettext_noop("Events by century"),
}


def _unit(dates: Sequence[Edtf]) -> Unit:
    """The shortest stretch of time that gives no more bars than can be told apart."""
    years = max(date.year for date in dates) - min(date.year for date in dates) + 1
    if years * 12 <= _MOST_BARS and sum(map(_has_month, dates)) * 2 > len(dates):
        return "month"
    return next((unit for unit, length in _YEARS.items() if years <= length * _MOST_BARS), "century")


def _has_month(date: Edtf) -> bool:
    part = date.start
    return bool(part.month) and not part.unspecified and part.precision in {Precision.DAY, Precision.MONTH}


def _bin(date: Edtf, unit: Unit) -> int:
    """The number of a date's month, year, decade or century."""
    year, month, _ = date.start.earliest
    return year * 12 + month - 1 if unit == "month" else year // _YEARS[unit]


def _bar(place: int, scale: _Scale, segments: Iterable[Segment], *, label: str, href: str) -> Bar:
    return Bar(scale.percent(place + (1 - _FILL) / 2), scale.width(_FILL), label, href, tuple(segments))


def _label(place: int, unit: Unit, number: int, words: Tongue) -> str:
    events = words.ngettext("{number} event", "{number} events", number)
    return words.gettext("{when}: {events}", when=_say(place, unit, words), events=events)


def _segments(events: Sequence[Event], most: int) -> Iterator[Segment]:
    """The parts of a bar from its foot upwards, in the order of `_STATUSES`."""
    foot = float(_HEIGHT)
    for status in _STATUSES:
        number = sum(_status(event) == status for event in events)
        if number:
            height = number / most * _HEIGHT
            foot -= height
            yield Segment(status, round(foot, 2), round(height, 2))


def _status(event: Event) -> str:
    return event.status if event.status in _STATUSES else "called-off"


def _key(events: Sequence[Event], words: Tongue) -> tuple[Key, ...]:
    """What the looks of the bars mean, of those that are there."""
    found = {_status(event) for event in events}
    if found == {"happened"}:
        return ()
    return tuple(Key(status, words.gettext(_KEYS[status])) for status in _STATUSES if status in found)


_KEYS = {
    "happened": gettext_noop("Happened"),
    "planned": gettext_noop("Planned"),
    "called-off": gettext_noop("Postponed or cancelled"),
}


def _say(place: int, unit: Unit, words: Tongue) -> str:
    if unit == "month":
        year, month = divmod(place, 12)
        return say_month(year, month + 1, words)
    first = place * _YEARS[unit]
    if unit == "year":
        return say_year(first, words)
    return f"{say_year(first, words)}–{say_year(first + _YEARS[unit] - 1, words)}"


def _ticks(scale: _Scale, words: Tongue) -> Iterator[Tick]:
    """The years under the chart: as many as fit on a desk, those that fit on a phone among them."""
    length = 12 if scale.unit == "month" else 1
    years = [place for place in range(scale.first, scale.first + scale.places) if place % length == 0]
    stride = max(1, -(-len(years) // (2 * _LABELS)))
    shown = years[::stride]
    major = max(1, -(-len(shown) // _LABELS))
    for at, place in enumerate(shown):
        year = place // 12 if scale.unit == "month" else place * _YEARS[scale.unit]
        yield Tick(scale.percent(place), say_year(year, words), minor=at % major != 0)


def _bands(periods: Sequence[Period], scale: _Scale) -> Iterator[Band]:
    end = scale.first + scale.places
    for period in periods:
        begin = max(scale.first, _bin(period.from_, scale.unit))
        last = min(end, _last(period.to, scale.unit) + 1)
        if begin < last:
            yield Band(scale.percent(begin), scale.width(last - begin), period.title)


def _last(date: Edtf, unit: Unit) -> int:
    if date.open_end:
        return 10**9
    year, month, _ = date.latest
    return year * 12 + month - 1 if unit == "month" else year // _YEARS[unit]


def _note(left_out: int, words: Tongue) -> str:
    """What is said of the events that are in no bar."""
    if not left_out:
        return ""
    return words.ngettext(
        "Left out: {number} event whose month is not known.",
        "Left out: {number} events whose month is not known.",
        left_out,
    )
