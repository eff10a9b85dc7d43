"""Dates as people write them → EDTF: “3–5 May 2022”, “about spring 2023”, “44 BC”, “since 1991”.

It reads back what `generator.dates.say` says, and the like; a text is read as a whole or not at all. Words around a
date are the temporal tagger's to find.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections import defaultdict
from collections.abc import Callable

from generator.curating.date_hints import date_hint
from generator.dates import parse
from generator.errors import EdtfError

__all__ = ["edtf_year", "month_number", "read_said"]

_MONTHS = {
    spelling.casefold(): number
    for names in (month_name, month_abbr)
    for number, spelling in enumerate(names)
    if spelling
} | {"sept": 9}
MONTHS_ABROAD = {
    spelling: month_name[number].casefold()
    for names in (
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber maerz - - - - - - okt - dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "- fevrier - - - - - aout - - - decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    )
    for number, spelling in enumerate(names.split(), start=1)
    if spelling != "-"
}
"""The months as German, French, Spanish and Russian call them: no name means two of them."""

_WORDS = re.compile(r"[^\W\d_]+")
_OF_ABROAD = re.compile(r" (?:de|del) ")
_YEAR_ABROAD = re.compile(r" (?:г\.?|года)$")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SOUTH = 8
"""From the code of a season to that of the southern hemisphere."""
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_SEASON = rf"(?P<season>{'|'.join(_SEASONS)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ERA = r"b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?"
_YEAR = rf"(?:(?:ad|ce) (?P<after>\d{{1,12}})|(?P<number>\d{{1,12}}) ?(?P<era>{_ERA})|(?P<plain>\d{{3,4}}))"

Groups = dict[str, str]
Read = Callable[[Groups], str]


def edtf_year(year: int) -> str:
    """A year of the proleptic calendar, 0 being 1 BC, as EDTF writes it: `0476`, `-0043`, `Y17000`."""
    sign = "-" if year < 0 else ""
    return f"Y{year}" if abs(year) > 9999 else f"{sign}{abs(year):04}"


def month_number(name: str) -> int | None:
    """The number of a month by its name in English or one of the other languages, or None."""
    word = name.casefold().rstrip(".")
    return _MONTHS.get(MONTHS_ABROAD.get(word, word))


def _year(match: Groups) -> str:
    if match["plain"]:
        return edtf_year(int(match["plain"]))
    if match["after"]:
        return edtf_year(int(match["after"]))
    number = int(match["number"])
    return edtf_year(1 - number if match["era"].startswith("b") else number)


def _day(match: Groups) -> str:
    return f"{_month(match)}-{int(match['day']):02}"


def _month(match: Groups) -> str:
    return f"{_year(match)}-{_MONTHS[match['month']]:02}"


def _season(match: Groups) -> str:
    return f"{_year(match)}-{_SEASONS[match['season']] + (_SOUTH if match['south'] else 0)}"


_SINGLE: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        # 3 May 2022, 15th of March 44 BC
        (rf"{_DAY}\.? (?:of )?{_MONTH},? {_YEAR}", _day),
        # May 3, 2022
        (rf"{_MONTH} {_DAY},? {_YEAR}", _day),
        # May 2022
        (rf"{_MONTH},? (?:of )?{_YEAR}", _month),
        # spring 2022, winter 2022–23, summer of 2022 (southern hemisphere)
        (rf"{_SEASON},? (?:of )?{_YEAR}(?:[-–/]\d{{2,9}})?(?P<south> \(southern hemisphere\))?", _season),
        # first quarter of 2022, Q1 2022
        (
            rf"(?:the )?(?P<nth>{'|'.join(_ORDINALS)}) quarter(?: of)? {_YEAR}",
            lambda m: f"{_year(m)}-{32 + _ORDINALS[m['nth']]}",
        ),
        (rf"q(?P<nth>[1-4])[ /]{_YEAR}", lambda m: f"{_year(m)}-{32 + int(m['nth'])}"),
        # first half of 2022, H1 2022
        (
            rf"(?:the )?(?P<nth>first|second|1st|2nd) half(?: of)? {_YEAR}",
            lambda m: f"{_year(m)}-{39 + _ORDINALS[m['nth']]}",
        ),
        (rf"h(?P<nth>[12])[ /]{_YEAR}", lambda m: f"{_year(m)}-{39 + int(m['nth'])}"),
        # 5/2022
        (r"(?P<number>\d{1,2})/(?P<plain>\d{4})", lambda m: f"{_year(m)}-{int(m['number']):02}"),
        # the 1990s, the years 1900–1999
        (r"(?:the )?(?P<decade>\d{3})0['’]?s", lambda m: f"{m['decade']}X"),
        (r"the years (?P<century>\d{2})00–(?P=century)99", lambda m: f"{m['century']}XX"),
        # 2022, 476 AD, 44 BC
        (_YEAR, _year),
    )
)
"""What one date is called → the same in EDTF; the whole text must match, in lower case."""

_ABOUT = re.compile(r"(?:about|around|circa|ca?\.|approximately|approx\.?|~) ?(?P<rest>.+)")
_DOUBT = re.compile(r"(?P<rest>.+?)(?: \(uncertain\)| ?\?)")
_SINCE = re.compile(r"(?:since|from|after) (?P<rest>.+?)(?: on| onwards?)?")
_UNTIL = re.compile(r"(?:until|till|up to|before) (?P<rest>.+)")
_DAYS_OF_A_MONTH = re.compile(rf"{_MONTH} {_DAY} ?[-–—] ?(?P<to>\d{{1,2}}),? {_YEAR}", re.ASCII)
_SHORT_YEARS = re.compile(r"(?P<century>\d{2})(?P<first>\d{2})–(?P<last>\d{2})", re.ASCII)
_SEASON_OF_YEARS = re.compile(r"(?P<century>\d{2})(?P<first>\d{2})[-/](?P<last>\d{2})", re.ASCII)
_PLAIN_YEARS = re.compile(r"(?P<first>\d{4})-(?P<last>\d{4})", re.ASCII)
_WITH_TIME = re.compile(r"\d{4}-\d\d-\d\d[t ]\d{1,2}[:.]\d\d.*")
"""What a hint would take for a day, and lose the time of."""
_BETWEEN = re.compile(r" ?[–—] ?| - | to | until | through ")


def read_said(text: str) -> str:
    """The date that a text says in English, with a month in another language, or in EDTF.

    Args:
        text: The whole of a cell or field, such as “3–5 May 2022”.

    Returns:
        The date as EDTF; empty where the text as a whole is none, or may be two.
    """
    said = " ".join(text.replace("\N{MINUS SIGN}", "-").casefold().split())
    ours = _plain(said)
    if ours:
        return ours
    if _consecutive(said):
        return _interval(said)
    said = said.rstrip(".,;")
    for read in (_single, _either, _open, _interval, _abroad):
        found = read(said)
        if found:
            return found
    hint = "" if _WITH_TIME.fullmatch(said) else date_hint(said) or ""
    return "" if " or " in hint else hint


def _plain(said: str) -> str:
    return _sound(said.upper())


def _sound(edtf: str) -> str:
    """A date if it is one, else nothing."""
    try:
        return parse(edtf).text
    except (EdtfError, ValueError):
        return ""


def _single(said: str) -> str:
    doubt = _DOUBT.fullmatch(said)
    said = doubt["rest"] if doubt else said
    about = _ABOUT.fullmatch(said)
    bare = _bare(about["rest"] if about else said)
    mark = "%" if doubt and about else "?" if doubt else "~" if about else ""
    return _sound(bare + mark) if bare else ""


def _bare(said: str) -> str:
    for pattern, read in _SINGLE:
        match = pattern.fullmatch(said)
        found = _sound(read(_groups(match))) if match else ""
        if found:
            return found
    found = _plain(said)
    return found if found and parse(found).kind == "single" else ""


def _groups(match: re.Match[str]) -> dict[str, str]:
    """The named groups of a match; one that its pattern lacks is empty, so that one function serves many patterns."""
    return defaultdict(str, match.groupdict(default=""))


def _either(said: str) -> str:
    members = [_single(each) for each in said.split(" or ")]
    return _sound(f"[{','.join(members)}]") if len(members) > 1 and all(members) else ""


def _open(said: str) -> str:
    until = _UNTIL.fullmatch(said)
    if until:
        last = _single(until["rest"])
        return _sound(f"../{last}") if last else ""
    since = _SINCE.fullmatch(said)
    first = _single(since["rest"]) if since else ""
    return _sound(f"{first}/..") if first else ""


def _interval(said: str) -> str:
    said = said.removeprefix("from ")
    if said.startswith("between "):
        said = said.removeprefix("between ").replace(" and ", " to ", 1)
    days = _DAYS_OF_A_MONTH.fullmatch(said)
    if days:
        month = _month(_groups(days))
        return _sound(f"{month}-{int(days['day']):02}/{month}-{int(days['to']):02}")
    short = _SHORT_YEARS.fullmatch(said) or _consecutive(said)
    if short:
        return _sound(f"{short['century']}{short['first']}/{short['century']}{short['last']}")
    years = _PLAIN_YEARS.fullmatch(said)
    if years:
        return _sound(f"{years['first']}/{years['last']}")
    for cut in _BETWEEN.finditer(said):
        last = _single(said[cut.end() :])
        first = _first_end(said[: cut.start()], last) if last else ""
        if first:
            return _sound(f"{first}/{last}")
    return ""


def _consecutive(said: str) -> re.Match[str] | None:
    """Two years that follow each other, the second by its last digits: 2018-19, 2022/23."""
    years = _SEASON_OF_YEARS.fullmatch(said)
    return years if years and int(years["last"]) == int(years["first"]) + 1 and int(years["last"]) > 12 else None


def _abroad(said: str) -> str:
    """A date whose month is named in another language: 3. März 2022, 1er août 1944, 5 de mayo de 2022."""
    words = _WORDS.findall(said)
    if sum(word in MONTHS_ABROAD for word in words) != 1:
        return ""
    english = _WORDS.sub(lambda match: MONTHS_ABROAD.get(match[0], match[0]), said)
    english = _OF_ABROAD.sub(" ", english.replace("1er ", "1 ").replace("1º ", "1 "))
    return _single(_YEAR_ABROAD.sub("", english))


def _first_end(said: str, last: str) -> str:
    """The first end of an interval, which may leave out what the last one says: “3” of “3–5 May 2022”."""
    part = parse(last).start
    whole = _single(said)
    if whole and not (said.isdigit() and int(said) <= 31):
        return whole
    if said.isdigit() and len(said) <= 2 and part.day:
        return _sound(f"{part.year}-{part.month}-{int(said):02}")
    year = part.earliest[0]
    return _single(f"{said} {1 - year} bc" if year <= 0 else f"{said} {year}")
