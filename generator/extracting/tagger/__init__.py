"""The temporal tagger: every expression of time in a text, what it means, and why.

One cheap scan finds the words that can begin an expression; each tries only its few rules; the longest match wins.
Of a run, a stretch that says the same over and over, only as much is read as tells the rest.
Then one pass from left to right gives each its value, with what is known by then: the DCT, the last date, year and
quarter mentioned, and whether the text is news or a history. Words stand in a table for each language
(`english`, `german`, `spanish`), phrases in `rules`: those of English with what they mean, those of other languages as
rewordings of them.

Values are those of TIMEX3 (TimeML 1.2.1; Pustejovsky et al., 2003), dates also EDTF (ISO 8601-2:2019).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Sequence

from generator.dates import parse
from generator.errors import EdtfError
from generator.extracting.tagger.context import Context
from generator.extracting.tagger.narrative import is_narrative
from generator.extracting.tagger.ranges import join_ranges, part_years, pass_years_back
from generator.extracting.tagger.reading import Reading
from generator.extracting.tagger.rule import Match
from generator.extracting.tagger.runs import Gap, are_alike, filled, parts, shortened
from generator.extracting.tagger.scan import Grammar, fold, grammar
from generator.extracting.tagger.spaces import narrowed
from generator.extracting.timex import Timex, closed

__all__ = ["find_timexes"]


def find_timexes(text: str, dct: dt.date | None, *, language: str = "en", ranges: bool = True) -> list[Timex]:
    """Find every expression of time in a text.

    Args:
        text: Plain text; paragraphs are separated by line breaks.
        dct: The day on which the text was published: what “on Friday” is counted from; of a time, its day. Without it
            such expressions have no `edtf`, and an `X` for each digit of their value that is not known.
        language: The text's language (ISO 639-1): one of `languages.CODES`.
        ranges: Whether “3 to 5 May” is one expression with an EDTF interval; else each end stands alone, as TIMEX3
            annotates them.

    Returns:
        The expressions, in the order of the text, none overlapping another.

    Raises:
        UnknownLanguageError: There are no rules for the language (`languages.CODES` has those that have some).
    """
    plain = narrowed(text)
    if plain is None:
        return _find(text, dct, language, ranges=ranges)
    return [plain.back(timex) for timex in _find(plain.text, dct, language, ranges=ranges)]


def _find(text: str, dct: dt.date | None, language: str, *, ranges: bool) -> list[Timex]:
    rules = grammar(language)
    if isinstance(dct, dt.datetime):
        dct = dct.date()
    folded = fold(text)
    short, gaps = shortened(text)
    timexes = _find_each(short, fold(short), dct, rules, gaps) if gaps else None
    if timexes is None:
        timexes = _find_each(text, folded, dct, rules, ()) or []
    return join_ranges(timexes, text, folded, rules.language.links) if ranges else part_years(timexes)


def _find_each(text: str, folded: str, dct: dt.date | None, rules: Grammar, gaps: Sequence[Gap]) -> list[Timex] | None:
    """The expressions of a text that was shortened by some gaps, ranges in two; None where it must be read whole."""
    found = rules.matches(text, folded)
    matches = [match for match in found if match.core.rule.resolve]
    pass_years_back(matches, folded, rules.language.links)
    if not all(are_alike(found, gap) for gap in gaps):
        return None
    left_out = [(parts(matches, gap)[1], gap.times) for gap in gaps]
    context = Context(rules.language, folded, text, dct, is_narrative(matches, dct, left_out))
    places = [place for gap in gaps for place in (gap.place - gap.part, gap.place)]
    states: list[Hashable] = []
    timexes: list[Timex] = []
    for match in matches:
        while len(states) < len(places) and match.start >= places[len(states)]:
            states.append(context.state(places[len(states)]))
        reading = _read(match, context)
        if reading is not None:
            timex = _timex(text, match, reading)
            timexes.append(timex)
            context.note(reading, timex.text, match.end)
    states += [context.state(place) for place in places[len(states) :]]
    if states[::2] != states[1::2]:
        return None
    return filled(timexes, gaps) if gaps else timexes


def _read(match: Match, context: Context) -> Reading | None:
    """What the words mean; nothing where they count beyond the years 1 to 9999, as far as the calendar goes."""
    if match.rule.resolve is None:
        return None
    try:
        reading = match.rule.resolve(match, context)
    except (ValueError, OverflowError):
        return None
    if reading is None:
        return None
    if reading.confidence != "high" and not reading.reason:
        reading = reading.but(reason=_LEFT_OPEN)
    return reading if reading.edtf is None or _is_sound(reading.edtf) else reading.but(edtf=None)


def _timex(text: str, match: Match, reading: Reading) -> Timex:
    start, end = match.start, match.end
    return closed(
        start,
        end,
        text[start:end],
        reading.type,
        reading.value,
        reading.edtf,
        match.rule.name if match.inner is None else f"{match.rule.name} {match.core.rule.name}",
        reading.anchor,
        reading.confidence,
        reading.alternatives,
        reading.mod,
        reading.reason,
    )


_LEFT_OPEN = "the words leave open which one is meant: what they are counted from decides"
"""Why a reading is not sure, where its rule has no more to say."""


def _is_sound(edtf: str) -> bool:
    try:
        parse(edtf)
    except EdtfError:
        return False
    return True
