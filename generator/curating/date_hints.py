"""What a person meant who wrote a date in a way that the format does not know.

Each hint is tried on the whole text, and what it proposes is only said if it is a date.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Callable

from generator.dates import parse
from generator.errors import EdtfError

__all__ = ["date_hint", "respelt"]

_DASHES = str.maketrans(dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{MINUS SIGN}", "-"))
_LONE_DIGIT = re.compile(r"(?<=-)([0-9])(?![0-9])")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{1,2}){0,2}[~?%]?(?:/(?:\.\.|[0-9]{4}(?:-[0-9]{1,2}){0,2}[~?%]?))?")

_MONTHS = {
    spelling.casefold(): number
    for names in (month_name, month_abbr)
    for number, spelling in enumerate(names)
    if spelling
} | {"sept": 9}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

Hint = Callable[[re.Match[str]], str]


def _numbers(match: re.Match[str]) -> str:
    return "-".join(f"{int(group):02}" for group in match.groups() if group)


def _reversed_numbers(match: re.Match[str]) -> str:
    return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"


def _either_order(match: re.Match[str]) -> str:
    a, b = int(match["a"]), int(match["b"])
    orders = dict.fromkeys([f"{match['year']}-{a:02}-{b:02}", f"{match['year']}-{b:02}-{a:02}"])
    return " or ".join(orders)


def _named_month(match: re.Match[str]) -> str:
    month = f"{match['year']}-{_MONTHS[match['month'].casefold()]:02}"
    return f"{month}-{int(match['day']):02}" if match.groupdict().get("day") else month


HINTS: tuple[tuple[str, Hint], ...] = (
    # 2022-6-3, 2022/06/03, 2022.6, 2022 06 03
    (r"(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?\.?", _numbers),
    # 2022-12-30T10:00:00Z, 2022-12-30 10:00
    (r"(?P<day>\d{4}-\d{2}-\d{2})[T ]\d{1,2}[:.]\d{2}.*", lambda match: match["day"]),
    # 30.12.2022: with full stops the day comes first everywhere; 12/30/2022 and 30/12/2022 where only one is possible
    (r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})", _reversed_numbers),
    (r"(?P<day>1[3-9]|2\d|3[01])[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})", _reversed_numbers),
    (r"(?P<month>\d{1,2})[/-](?P<day>1[3-9]|2\d|3[01])[/-](?P<year>\d{4})", _reversed_numbers),
    (r"(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<year>\d{4})", _either_order),
    # 30 December 2022, December 30, 2022, December 2022
    (rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?)?(?P<month>{_MONTH})\.?,? (?P<year>\d{{4}})", _named_month),
    (rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", _named_month),
    # spring 2023, 2023 spring, Q2 2023, 1990s
    (r"(?P<season>[a-z]+) (?:of )?(?P<year>\d{4})", lambda m: f"{m['year']}-{_SEASONS[m['season'].casefold()]}"),
    (r"(?P<year>\d{4})[- ](?P<season>[a-z]+)", lambda m: f"{m['year']}-{_SEASONS[m['season'].casefold()]}"),
    (r"q(?P<quarter>[1-4]) (?P<year>\d{4})", lambda m: f"{m['year']}-{32 + int(m['quarter'])}"),
    (r"(?P<year>\d{4})[- ]q(?P<quarter>[1-4])", lambda m: f"{m['year']}-{32 + int(m['quarter'])}"),
    (r"(?:the )?(\d{3})0['’]?s", lambda m: f"{m[1]}X"),
    # c. 2022, about 2022-02, 2022-02?? and ~2022
    (r"(?:c\.|ca\.?|circa|about|around|~) ?(?P<date>\d{4}[-\d]*)", lambda m: f"{m['date']}~"),
    # 2022-12-30 – 2023-01-02, 2022..2023, from 2022 to 2023
    (r"(?:from )?(?P<a>[-\d]{4,10}) ?(?:–|—|to|until|\.\.| - |/) ?(?P<b>[-\d]{4,10})", lambda m: f"{m['a']}/{m['b']}"),
    # 2022-12-30, with a comma or full stop behind it
    (r"(?P<date>[-\d]{4,10})[,;.]", lambda m: m["date"]),
    # 2022-12-30 or 2022-12-31
    (r"(?P<a>[-\d]{4,10}) or (?P<b>[-\d]{4,10})", lambda m: f"[{m['a']},{m['b']}]"),
    # since 2022, 2022-
    (r"(?:since|from) (?P<date>[-\d]{4,10})", lambda m: f"{m['date']}/.."),
    (r"(?:until|before) (?P<date>[-\d]{4,10})", lambda m: f"../{m['date']}"),
    # “2022-12-30” in typographic quotation marks, or with white space around
    (r"[\s“”„‘’«»\"']+(?P<date>.+?)[\s“”„‘’«»\"']+", lambda m: m["date"]),
)
"""What people write → the same date in EDTF. The whole text must match, letter case aside."""


def date_hint(text: str) -> str | None:
    """The date that a text most likely means, in EDTF.

    Args:
        text: What stands where a date should, and is none.

    Returns:
        A date that parses; two joined by “or” where it may mean either (`03/04/2022` is in March or April); None where
        nothing can be proposed.
    """
    for pattern, hint in HINTS:
        match = re.fullmatch(pattern, text, re.IGNORECASE | re.ASCII)
        if match is None:
            continue
        try:
            proposed = hint(match)
            for date in proposed.split(" or "):
                parse(date)
        except (EdtfError, KeyError):
            continue
        return proposed
    return None


def respelt(text: str) -> str | None:
    """The date that a text is but for its spelling, or None.

    Args:
        text: What stands where a date should.

    Returns:
        The date in EDTF; None for what is one already, or could be more than one.
    """
    try:
        parse(text)
    except EdtfError:
        pass
    else:
        return None
    plain = re.sub(r"\s+", "", text).translate(_DASHES)
    if not _DATE.fullmatch(plain):
        return None
    new = _LONE_DIGIT.sub(r"0\1", plain)
    try:
        return parse(new).text
    except EdtfError:
        return None
