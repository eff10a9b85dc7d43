"""The words of a stretch as a title uses them: without dates, titles of people and adverbs that only tie sentences."""

from __future__ import annotations

import re

from generator.extracting.analysis import Analysis
from generator.extracting.tables import table

__all__ = ["title_words"]

FILLERS = table("""
    also currently now then meanwhile however later earlier still previously recently already reportedly apparently
    allegedly actually finally eventually instead therefore moreover nevertheless nonetheless indeed meantime though
    just even overall latterly furthermore additionally
    """)
"""Adverbs that tie a sentence to its neighbours or hedge it, and mean nothing in a title."""

_LEAD_IN = re.compile(
    r"(?:,?\s*\b(?:back\s+)?(?:on|in|at|by|during|of|from|early|late|back|since|for|until|around|about|through|over)\s+(?:the\s+)?"
    r"(?:early\s+|late\s+|end\s+of\s+|beginning\s+of\s+)?|,\s*|\(\s*)$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"[’']s\b|[’'](?!\w)")
_LONGEST_LEAD_IN = 24


def title_words(analysis: Analysis, first: int, last: int, *, dates: bool = False) -> str:
    """The words of a stretch for a title.

    Args:
        analysis: The sentence.
        first: Its first word.
        last: The word after its last one.
        dates: Whether dates are to be kept.
    """
    if first >= last:
        return ""
    start, end = analysis.words[first].start, analysis.words[last - 1].end
    dated = [] if dates else _date_cuts(analysis, start, end)
    cuts = [*dated, *_title_cuts(analysis, start, end), *_filler_cuts(analysis, first, last)]
    kept, position = [], start
    for cut_start, cut_end in sorted(cuts):
        if cut_start >= position:
            kept.append(analysis.text[position:cut_start])
        position = max(position, cut_end)
    kept.append(analysis.text[position:end])
    return " ".join(" ".join(kept).split())


def _date_cuts(analysis: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of dates, each with the preposition and the comma that lead to it."""
    cuts = []
    for when in analysis.whens:
        length = when.timex.type in {"DURATION", "SET"} or when.timex.value.endswith("_REF")
        if when.start < start or when.end > end or length:
            continue
        cut_start, cut_end = when.start, when.end
        before = analysis.text[max(start, cut_start - _LONGEST_LEAD_IN) : cut_start]
        lead_in = _LEAD_IN.search(before)
        if lead_in:
            cut_start -= len(lead_in[0])
            if lead_in[0].lstrip().startswith("(") and analysis.text[cut_end : cut_end + 1] == ")":
                cut_end += 1
        possessive = _POSSESSIVE.match(analysis.text, cut_end, end)
        if possessive:
            cut_start, cut_end = when.start, possessive.end()
        cuts.append((cut_start, cut_end))
    return cuts


def _title_cuts(analysis: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of “Russian President ” before names."""
    return [
        (max(name.titled, start), name.start)
        for name in analysis.names
        if name.kind == "person" and name.titled < name.start and start <= name.start < end
    ]


def _filler_cuts(analysis: Analysis, first: int, last: int) -> list[tuple[int, int]]:
    if FILLERS.isdisjoint(analysis.lowers[first:last]):
        return []
    return [(word.start, word.end) for word in analysis.words[first:last] if word.lower in FILLERS]
