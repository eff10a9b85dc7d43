"""Ranges and lists: two dates with “to” or a dash between them, and the year that the last of several dates names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.dates import parse
from generator.errors import EdtfError
from generator.extracting.tagger.language import Links
from generator.extracting.tagger.rule import Match
from generator.extracting.timex import Timex

__all__ = ["join_ranges", "part_years", "pass_years_back"]

_YEARS = "years"
"""The rule of two years with a dash between them."""
_YEARLESS = ("month", "month-day", "day-month", "day-of-list", "season")


def pass_years_back(matches: Sequence[Match], folded: str, links: Links) -> None:
    """Tell each date without a year the year that the next date of its list or range names.

    Args:
        matches: Every expression of the text; their `year_ahead` is filled in.
        folded: The folded text.
        links: What joins two dates in its language.
    """
    year: int | None = None
    following: Match | None = None
    for match in reversed(matches):
        core = match.core
        own = core["year"]
        if own.isdigit():
            year = int(own)
        elif not (
            following and core.rule.name in _YEARLESS and links.list.fullmatch(folded, match.end, following.start)
        ):
            year = None
        else:
            core.year_ahead = year
        following = match


def join_ranges(timexes: Sequence[Timex], text: str, folded: str, links: Links) -> list[Timex]:
    """Make one expression of two dates that are the ends of a range.

    TIMEX3 has no value for an interval, so the value is that of the first end; the EDTF date has both.

    Args:
        timexes: The expressions of a text, in order.
        text: The text.
        folded: The same, folded.
        links: What joins two dates in its language.

    Returns:
        The expressions, in order, with ranges joined: “31 January–1 February 2026”, “from 3 to 5 May 2022”.
    """
    joined: list[Timex] = []
    for timex in timexes:
        both = _range(joined[-1], timex, text, folded, links) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(timex)
    return joined


def part_years(timexes: Sequence[Timex]) -> list[Timex]:
    """Make two expressions of each “1914–18”, as TIMEX3 annotates the ends of a range.

    Args:
        timexes: The expressions of a text, in order.

    Returns:
        The expressions, in order.
    """
    parted: list[Timex] = []
    for timex in timexes:
        if timex.rule == _YEARS and timex.edtf and "/" in timex.edtf and "/" not in timex.text:
            first, last = timex.edtf.split("/")
            digits = len(timex.text) - len(first) - 1
            parted.append(replace(timex, end=timex.start + len(first), text=timex.text[: len(first)], edtf=first))
            parted.append(
                replace(timex, start=timex.end - digits, text=timex.text[-digits:], value=last.lstrip("0"), edtf=last)
            )
        else:
            parted.append(timex)
    return parted


def _range(first: Timex, last: Timex, text: str, folded: str, links: Links) -> Timex | None:
    if first.type != "DATE" or last.type != "DATE" or not first.edtf or not last.edtf:
        return None
    linked = links.range.fullmatch(folded, first.end, last.start) or (
        links.both.fullmatch(folded, first.end, last.start) and _follows_between(first, folded, links)
    )
    if not linked or "/" in first.edtf + last.edtf or "[" in first.edtf + last.edtf:
        return None
    edtf = f"{first.edtf}/{last.edtf}"
    try:
        if parse(first.edtf).precision != parse(last.edtf).precision or first.edtf == last.edtf:
            return None
        parse(edtf)
    except EdtfError:
        return None
    less_sure = min(first, last, key=lambda timex: ("low", "medium", "high").index(timex.confidence))
    return replace(
        first,
        end=last.end,
        text=text[first.start : last.end],
        edtf=edtf,
        rule="range",
        anchor=first.anchor or last.anchor,
        confidence=less_sure.confidence,
        alternatives=(),
        reason=less_sure.reason if less_sure.confidence != "high" else "",
    )


def _follows_between(first: Timex, folded: str, links: Links) -> bool:
    opening = links.opening.search(folded, max(0, first.start - 14), first.start)
    return opening is not None and opening["between"] is not None
