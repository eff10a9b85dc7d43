"""What a person reads of a candidate before deciding: lines of plain text, each with a role that says how it looks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.curating.counted import counted
from generator.dates import say
from generator.model import Citation, Event, Source
from generator.reviewing.desk import Case
from generator.reviewing.near import Near

__all__ = ["BETWEEN_KEYS", "Line", "Role", "card", "near_lines", "plain"]

Role = Literal["head", "title", "date", "text", "quote", "aside", "warning", "done", "keys"]
"""What a line is to its reader; the terminal gives each a look, which means nothing that its words do not say."""

BETWEEN_KEYS = "  "
"""What sets the keys of a row apart: nowhere else is it broken."""

MOST_CITATIONS = 3
"""So many citations are shown; the file has the others."""

SHOWN_FROM = 40.0
"""Of 100: events that are less alike are not shown as what a candidate may belong to."""

MOST_LETTERS = 1000
"""A title, summary or quote is shown up to here, so that none takes the screen; the file has all of it."""

_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Line:
    """A line for the terminal, which breaks it where the window ends.

    Attributes:
        text: The text, without anything that a terminal would obey.
        role: What it is.
        indent: By how many columns it stands in, with all the lines that it is broken into.
    """

    text: str
    role: Role = "text"
    indent: int = 0


def plain(text: str) -> str:
    """A text without what a terminal would obey or hide, on one line.

    Articles are strangers': a control sequence in one could rewrite what is on the screen, and a mark of direction
    turn a title around.
    """
    kept = "".join(
        letter if not unicodedata.category(letter).startswith("C") or letter in _JOINERS else " " for letter in text
    )
    return " ".join(kept.split())


def _clipped(text: str) -> str:
    shown = plain(text)
    return shown if len(shown) <= MOST_LETTERS else f"{shown[:MOST_LETTERS]}…"


def card(case: Case, near: Sequence[Near], number: int, total: int) -> list[Line]:
    """Tell all that is needed to judge a candidate.

    Args:
        case: The candidate.
        near: The events that it may belong to, the most alike first.
        number: Which it is of all, from 1.
        total: How many there are in all.

    Returns:
        Lines: number, title, date and why, what is said of it by whom, the event that it may belong to.
    """
    return list(_card(case, near, number, total))


def _card(case: Case, near: Sequence[Near], number: int, total: int) -> Iterator[Line]:
    event = case.event
    yield Line("")
    yield Line(f" {number} of {total} ", "head")
    yield Line(_clipped(event.title or "(no title yet)"), "title")
    yield Line(_date(event), "date" if event.date else "warning")
    if event.summary and plain(event.summary) not in {plain(citation.quote or "") for citation in event.citations}:
        yield Line(_clipped(event.summary))
    if event.attributed_to:
        yield Line(f"The account of {plain(event.attributed_to)}", "aside")
    for citation in event.citations[:MOST_CITATIONS]:
        yield Line("")
        yield from _citation(citation, case.home.sources.get(citation.source, Source()))
    more = len(event.citations) - MOST_CITATIONS
    if more > 0:
        yield Line(f"… and {counted(more, 'further source')}", "aside")
    yield Line("")
    yield from _belongs(near)
    yield Line("")


def _date(event: Event) -> str:
    status = "" if event.status == "happened" else f", {event.status}"
    if event.date is None:
        return f"No date yet{status}"
    return f"{say(event.date)}{status} ({event.date})"


def _citation(citation: Citation, source: Source) -> Iterator[Line]:
    named = [f"“{source.title}”" if source.title else "", source.publisher or ""]
    day = f"{source.published.day} {source.published:%B %Y}" if source.published else "publication date not known"
    yield Line(plain(", ".join(part for part in [*named, day] if part)), "aside")
    if source.url:
        yield Line(plain(source.url), "aside", 2)
    if citation.quote:
        yield Line(f"“{_clipped(citation.quote)}”", "quote", 2)
    if citation.when:
        yield Line(_why(citation), "text", 2)
    if citation.reason:
        yield Line(f"Because {plain(citation.reason)}", "aside", 2)


def _why(citation: Citation) -> str:
    counted_from = f", counted from {say(citation.from_)}," if citation.from_ else ""
    gives = f" gives {say(citation.date)}" if citation.date else " gives no date yet"
    sure = f" ({citation.confidence} confidence)" if citation.confidence else ""
    return f"“{plain(citation.when or '')}”{counted_from}{gives}{sure}"


def _belongs(near: Sequence[Near]) -> Iterator[Line]:
    shown = near[0] if near and near[0].likeness >= SHOWN_FROM else None
    if shown is None:
        yield Line("No event of about that date is like it.", "aside")
        return
    said = "It seems to be this event" if shown.enough else "It may belong to this event"
    yield Line(f"{said} ({shown.likeness:.0f} of 100 alike; m merges):", "warning" if shown.enough else "aside")
    yield from near_lines([shown])


def near_lines(near: Iterable[Near], *, numbered: bool = False) -> list[Line]:
    """The events that a candidate may belong to, two lines each: the date and the title, and the id.

    Args:
        near: The events.
        numbered: Whether each has a number to choose it by.
    """
    lines = []
    for number, each in enumerate(near, start=1):
        event = each.event
        date = say(event.date) if event.date else "no date"
        review = "" if event.review == "accepted" else f", {event.review}"
        lead = f"{number}  " if numbered else ""
        lines.append(Line(f"{lead}{date}{review}: {_clipped(event.title or '')}", "text", 2))
        sources = counted(len(event.citations), "source")
        lines.append(Line(f"{plain(event.id or '')}, {sources}", "aside", 2 + len(lead)))
    return lines
