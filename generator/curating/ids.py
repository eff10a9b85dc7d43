"""The ids of events and sources: made once from what is known, legible, and safe as a folder's name on every system."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Collection
from urllib.parse import urlsplit

from generator.dates import Edtf, Part
from generator.scalars import is_device

__all__ = ["event_id", "folded", "is_made_of", "source_id"]

MAX_CHARACTERS = 60
"""Longer ids are cut after a whole word: an id is part of an address that people read and pass on."""

MAX_BYTES = 150
"""The same bound for scripts that take three or four bytes a letter."""

_FOLDED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n"}
)
"""Latin letters that Unicode does not decompose into a plain letter and a mark."""

_NUMBER = re.compile(r"-([1-9]\d{0,5})$")
"""What sets apart ids that would be the same."""

_DIVISIONS = {
    **{code: ("spring", "summer", "autumn", "winter")[(code - 21) % 4] for code in range(21, 33)},
    **{code: f"q{code - 32}" for code in range(33, 37)},
    **{code: f"h{code - 39}" for code in (40, 41)},
}
"""What an id says for the codes that EDTF gives to seasons, quarters and halves."""


def event_id(date: Edtf | None, title: str, taken: Collection[str]) -> str:
    """Make the id of an event: `2026-02-04-putin-and-xi-speak-by-video-link`.

    Args:
        date: Its date, or None for a candidate whose date is not resolved: its id has no date, and keeps none.
        title: Its title.
        taken: The ids and aliases that are in use.

    Returns:
        An id of at most 60 characters that is not taken; `-2` and so on sets apart what would be the same.
    """
    head = [_date_part(date.start)] if date else []
    words = folded(title) or ["event"]
    return _free(_fit([*head, *words]), taken)


def is_made_of(name: str, date: Edtf | None, title: str) -> bool:
    """Whether an id is one that `event_id` makes of a date and a title, and nobody's own choice.

    Args:
        name: The id.
        date: The date; that of a candidate may have been filled in after its id was made.
        title: The title.
    """
    number = _NUMBER.search(name)
    wanted = {event_id(date, title, ()), event_id(None, title, ())}
    return name in wanted or (number is not None and name in {_numbered(each, int(number[1])) for each in wanted})


def source_id(publisher: str, url: str, published: dt.date | None, taken: Collection[str]) -> str:
    """Make the key of a source: `hindustantimes-2022-12-30`.

    Args:
        publisher: Who published it, or empty.
        url: Its address, or empty; its host stands in for a publisher that is not known.
        published: The day of publication, or None: the key says `undated`, and goes on to do so.
        taken: The keys that are in use.

    Returns:
        A key of at most 60 characters that is not taken.
    """
    name = "".join(folded(publisher)) or "-".join(folded(_host(url))) or "source"
    day = published.isoformat() if published else "undated"
    room = MAX_CHARACTERS - len(day) - 1
    return _free(f"{_cut(name, room)}-{day}", taken)


def _date_part(part: Part) -> str:
    """What the id says of a date: its first part, without doubt and unknown digits in the month or day."""
    year = part.year.lstrip("-").casefold() + ("bc" if part.year.startswith("-") else "")
    if part.division is not None:
        return f"{year}-{_DIVISIONS[part.division]}"
    known = [digits for digits in (part.month, part.day) if digits and "X" not in digits]
    return "-".join([year, *known]) if "X" not in part.month else year


def folded(text: str) -> list[str]:
    """The words of a text in lower case, Latin letters without their marks, other scripts as they are."""
    text = text.casefold().translate(_FOLDED)
    text = re.sub(r"(?<=\w)['’ʼ`](?=\w)", "", text)  # “Xi's” is one word
    plain = "".join(_unmarked(letter) for letter in text)
    return [word for word in re.findall(r"[^\W_]+", plain) if word == word.casefold()]


def _unmarked(letter: str) -> str:
    base = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    return base.casefold() if base.isascii() else unicodedata.normalize("NFKC", letter).casefold()


def _fit(words: list[str]) -> str:
    """As many of the words as an id has room for; the first is cut if need be."""
    fitting = _cut(words[0], MAX_CHARACTERS)
    for word in words[1:]:
        longer = f"{fitting}-{word}"
        if longer != _cut(longer, MAX_CHARACTERS):
            break
        fitting = longer
    return fitting


def _cut(text: str, characters: int) -> str:
    return text[:characters].encode()[:MAX_BYTES].decode(errors="ignore").rstrip("-")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _free(wanted: str, taken: Collection[str]) -> str:
    """The id itself; where another or a device of Windows has it, with the number after one that is taken.

    Of a row of numbers without gaps that is the first after its end, found in as many steps as its length has bits:
    a paper may have thousands of articles of one day.
    """
    if wanted not in taken and not is_device(wanted):
        return wanted
    last, free = 1, 2
    while _numbered(wanted, free) in taken:
        last, free = free, free * 2
    while free - last > 1:
        middle = (last + free) // 2
        if _numbered(wanted, middle) in taken:
            last = middle
        else:
            free = middle
    return _numbered(wanted, free)


def _numbered(wanted: str, number: int) -> str:
    suffix = f"-{number}"
    return _cut(wanted, MAX_CHARACTERS - len(suffix)) + suffix
