"""Years and decades: “in 2019”, “2019–21”, “the 1990s”, “the late '80s”."""

from __future__ import annotations

import re

from generator.extracting.tagger.around import word_before
from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.point import Point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.numeric import QUOTES, full_year

__all__ = ["RULES"]

_LIKELY = range(1700, 2050)
_RECENT = range(1900, 2050)
_MONEY = "$€£¥#№@"


def _is_year(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether four digits are a year: not a price, a count of things, a section or a flight.

    After a word that years follow (“in”, “since”, “of”) any is one; elsewhere a year of the last centuries is, unless
    what follows is counted (“2000 soldiers”).
    """
    year, start = int(found["year"]), found.start()
    if start and text[start - 1] in _MONEY:
        return False
    before = word_before(found).rpartition("(")[2].lstrip(QUOTES)
    goes_on = _NO_YEAR.match(found.string, found.end()) is not None
    if before.rpartition("-")[2] in language.words["year_cue"] or text[start - 1 : start] == "(":
        likely = year in _LIKELY or year % 100 != 0 or _is_round(before, found, language)
        counted = goes_on and before in language.words.get("and", ())
    elif _YEAR_OF_LIST.fullmatch(before):
        likely, counted = True, False
    else:
        likely = year in _RECENT or (year in _LIKELY and year % 100 != 0)
        counted = goes_on or _ends_name(year, text, start)
    if not likely or counted:
        return False
    return before not in language.words["number_noun"] and not _counts(found, language)


_YEAR_OF_LIST = re.compile(r"(?:1[0-9]{3}|20[0-9]{2}),")
"""What stands before a year that goes on with a list: “in 1641, 1642 and 1643”."""
_NAMED_AFTER = 2030
"""A year after this that no cue leads belongs to the capital word before it: “Agenda 2045”, “Blade Runner 2049”."""
_NAME_BEFORE = re.compile(r"\b[A-Z][^\W\d_]+\s+$")


def _ends_name(year: int, text: str, start: int) -> bool:
    return year > _NAMED_AFTER and _NAME_BEFORE.search(text, max(0, start - 24), start) is not None


def _is_round(before: str, found: re.Match[str], language: Language) -> bool:
    """Whether “1500” is a year, though round and long ago: after a word that few counts follow, before no plural."""
    if before not in language.words.get("round_year_cue", ()):
        return False
    following = _WORD_AFTER.match(found.string, found.end())
    return following is None or not following[1].endswith("s") or following[1] in language.words["round_year_next"]


def _counts(found: re.Match[str], language: Language) -> bool:
    """Whether what is measured or counted follows: “2000 km”, “2000 soldiers”."""
    if _MEASURED.match(found.string, found.end()):
        return True
    following = _WORD_AFTER.match(found.string, found.end())
    return following is not None and following[1] in language.words.get("counted", ())


_WORD_AFTER = re.compile(r"[ -]([^\W\d_]+)")
_MEASURED = re.compile(r" ?(?:%|°)|[ -](?:per cent|km|m|ft|kg|mg|mm|cm|lb|mph|rpm)\b")
"""What makes four digits before it a measure, in any language; the nouns of a language are its class `counted`."""
_NO_YEAR = re.compile(r" (?:[0-9]{3,}|were|are)\b")
"""What makes four digits before it a part of a longer number, as telephones have, or a count: “2000 were hurt”."""


def _year(match: Match, context: Context) -> Reading:  # noqa: ARG001 every resolver has one signature
    return at(Point("year", int(match["year"])))


def _years(match: Match, context: Context) -> Reading | None:  # noqa: ARG001 every resolver has one signature
    """“2019–21”, “1914-1918”: TIMEX3 has no value for an interval, so the value is that of the first year."""
    first, last = int(match["year"]), match["last_year"]
    end = int(match["year"][: 4 - len(last)] + last)
    if end <= first:
        return at(Point("year", first))
    return Reading("DATE", f"{first}", f"{first}/{end}", Point("year", end))


def _ordered(found: re.Match[str], text: str, language: Language) -> bool:
    last = found["last_year"]
    return int(found["year"][: 4 - len(last)] + last) > int(found["year"]) and _is_year(found, text, language)


def _apostrophe_year(match: Match, context: Context) -> Reading:
    """“'99”: the latest such year up to the DCT, in a history that of the century last mentioned."""
    digits = int(match["short_year"])
    if context.narrative and context.last_year:
        return at(Point("year", context.last_year - context.last_year % 100 + digits), context.last_year_words)
    year = full_year(match["short_year"], context.dct)
    reading = at(Point("year", year), confidence="medium", reason="the century is not said: it is the latest")
    return reading.but(alternatives=tuple(filter(None, [Point("year", year - 100).edtf])))


def _is_decade(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether tens are years: not an age (“in her early 40s”), nor a price or a temperature (“in the low 30s”)."""
    before = found.string[max(0, found.start() - 24) : found.start()].replace("-", " ").split()
    if before and before[-1] in {**language.words["early"], **language.words["mid"], **language.words["late"]}:
        before.pop()
    around = found.string[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    if not language.words.get("warmth", {}).keys().isdisjoint(_LETTERS.findall(around)):
        return len(found.groupdict().get("digits") or "") == 4
    return not before or before[-1] not in language.words.get("before_tens", ())


_NEAR = 60
"""How far from tens the words stand that make them degrees."""
_LETTERS = re.compile(r"[a-z]+")


def _decade(match: Match, context: Context) -> Reading:
    """“the 1990s”, “the '80s”."""
    digits = match["digits"]
    return at(Point("decade", int(digits))) if len(digits) == 4 else _decade_of(int(digits), context)


def _decade_word(match: Match, context: Context) -> Reading:
    """“the nineties”."""
    return _decade_of(context.language.meaning("decade_word", match["decade_word"]), context)


def _decade_of(tens: int, context: Context) -> Reading:
    """The latest such decade up to the DCT; in a history that of the running century."""
    if context.narrative and context.last_year is not None:
        century = context.last_year - context.last_year % 100
        return at(Point("decade", century + tens), context.last_year_words, "medium")
    if context.dct is None:
        return unresolved(f"XX{tens // 10}", "its century is not said")
    latest = context.dct.year - (context.dct.year - tens) % 100
    return at(Point("decade", latest), context.dct.isoformat(), "medium")


RULES = (
    Rule(
        "year",
        ("#4",),
        r"{year}(?![0-9]|[:/-][0-9]|,[0-9]{3}|\.[0-9]|[a-z])",
        _year,
        _is_year,
        examples=(
            Example("It was founded in 2019.", "", "2019"),
            Example("In 1600 the town had a wall.", "", "1600"),
            Example("Blade Runner 2049 was long.", "", ""),
        ),
    ),
    Rule(
        "years",
        ("#4",),
        r"{year}(?:-|/)(?P<last_year>{:year}|[0-9]{2})(?![0-9]|[:./-][0-9]|[a-z])",
        _years,
        _ordered,
        examples=(Example("In 2019/20 it rained.", "", "2019"),),
    ),
    Rule(
        "apostrophe-year",
        ("#2",),
        # No letter stands before the apostrophe, as in “Smith's 99”.
        r"(?<=')(?<![^\W_]'){short_year}(?!s\b|[0-9])",
        _apostrophe_year,
        behind="'",
        examples=(Example("It was built in '99.", "2023-10-18", "1999"),),
    ),
    Rule(
        "decade",
        (
            "#2",
            "#4",
            "#x",
        ),
        r"(?P<digits>[12][0-9]{2}0|[2-9]0)'?s\b",
        _decade,
        _is_decade,
        examples=(
            Example("The 1990s were calm.", "", "199"),
            Example("It was built in the late '80s.", "2023-10-18", "198"),
            Example("A woman in her early 40s left.", "2023-10-18", ""),
            Example("Temperatures fell to the mid-20s.", "2023-10-18", ""),
        ),
    ),
    Rule(
        "decade-word",
        ("decade_word",),
        r"{decade_word}",
        _decade_word,
        _is_decade,
        examples=(
            Example("It was built in the nineties.", "2023-10-18", "199"),
            Example("A woman in her twenties left.", "2023-10-18", ""),
        ),
    ),
)
