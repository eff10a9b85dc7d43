"""The dates of a slide of TimelineJS → one date: a beginning, perhaps an end, and the words that are shown instead.

The format (https://timeline.knightlab.com/docs/json-format.html) knows years, months, days and times of day. What it
cannot say (about, uncertain, a season, one of two) people write into the words that are shown. Years before our era are
the numbers that it shows: -44 is 44 BC, where EDTF counts a year 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.dates import Edtf, Precision, parse, say
from generator.errors import EdtfError
from generator.importing.fields import integer_of, mapping_of, text_of
from generator.importing.said import edtf_year, month_number, read_said
from generator.messages import LANGUAGES

__all__ = ["SlideDate", "slide_date"]


@dataclass(frozen=True, slots=True)
class SlideDate:
    """When a slide says that something happened.

    Attributes:
        date: The date, or None.
        time: The time of day, or empty.
        remarks: What was not kept, or had to be decided.
    """

    date: Edtf | None
    time: str = ""
    remarks: tuple[str, ...] = ()


def slide_date(slide: Mapping[str, Any]) -> SlideDate:
    """Read the dates of a slide.

    Args:
        slide: `start_date`, and perhaps `end_date` and `display_date`.

    Returns:
        Its date, time and remarks. The words that are shown count where they say of the same time what the format
        cannot, such as “about May 2022”.
    """
    start, end = mapping_of(slide.get("start_date")), mapping_of(slide.get("end_date"))
    remarks: list[str] = []
    first, last = _part(start, "its date", remarks), _part(end, "its end", remarks)
    structured = _span(first, last, remarks)
    shown = _shown(slide, start, end)
    date = _with_words(structured, shown, remarks)
    time = _time(start, "its time", remarks)
    if _time(end, "its time", []):
        remarks.append(f"the time of its end, {_time(end, 'its time', [])}, is not kept")
    if time and not (date and date.kind == "single" and date.precision == Precision.DAY):
        remarks.append(f"its time, {time}, is not kept, since its date is not one day")
        time = ""
    return SlideDate(date, time, tuple(remarks))


def _part(date: Mapping[str, Any], name: str, remarks: list[str]) -> str:
    """One end as EDTF; empty where there is none."""
    written = [text_of(date.get(key)) for key in ("year", "month", "day")]
    if not any(written):
        return ""
    year, month, day = (integer_of(text) if text else None for text in written)
    month = month_number(written[1]) if month is None else month
    if year is None:
        remarks.append(f"{name} has no year that can be read")
        return ""
    parts = [edtf_year(year + 1 if year < 0 else year)]  # -44 is shown as 44 BC, which EDTF calls -0043
    for number, text in ((month, written[1]), (day, written[2])):
        if not text or number == 0:
            break
        parts.append(f"{number:02}" if number is not None else text)
    for length in range(len(parts), 0, -1):
        edtf = _sound("-".join(parts[:length]))
        if edtf:
            if length < sum(map(bool, written)) and "0" not in written[length:]:
                remarks.append(f"{name}, {'-'.join(filter(None, written))}, is kept as {edtf}")
            return edtf
    remarks.append(f"{name}, {'-'.join(filter(None, written))}, is beyond the years that can be written")
    return ""


def _sound(text: str) -> str:
    try:
        parsed = parse(text)
    except EdtfError:
        return ""
    return text if parsed.start.division is None else ""  # a 21st month is no spring


def _span(first: str, last: str, remarks: list[str]) -> Edtf | None:
    if not first:
        if last:
            remarks.append(f"it has an end, {last}, and no beginning")
        return parse(f"../{last}") if last else None
    if not last or last == first:
        return parse(first)
    try:
        return parse(f"{first}/{last}")
    except EdtfError:
        remarks.append(f"its end, {last}, is before its beginning, {first}, and is not kept")
        return parse(first)


def _shown(slide: Mapping[str, Any], *ends: Mapping[str, Any]) -> str:
    """The words that are shown for the date: those of the slide, or else those of its ends."""
    whole = text_of(slide.get("display_date"))
    return whole or " – ".join(filter(None, (text_of(end.get("display_date")) for end in ends)))


def _with_words(structured: Edtf | None, shown: str, remarks: list[str]) -> Edtf | None:
    """The date, with what only the words that are shown say of it."""
    if not shown:
        return structured
    words = read_said(shown)
    said = parse(words) if words else None
    if structured is None:
        return said
    same = said is not None and (said.earliest, said.latest) == (structured.earliest, structured.latest)
    if said is not None and (same or (said.overlaps(structured) and _says_more(said))):
        return said
    if any(shown == say(structured, language) for language in LANGUAGES):
        return structured
    remarks.append(f"the words that are shown for its date, “{shown}”, are not kept")
    return structured


def _says_more(said: Edtf) -> bool:
    """Whether a date says something that beginning and end cannot."""
    parts = [part for part in said.parts if part]
    marked = any(part.qualifier or part.unspecified or part.division is not None for part in parts)
    return marked or said.kind == "set" or said.open_start or said.open_end


def _time(date: Mapping[str, Any], name: str, remarks: list[str]) -> str:
    """The time of day, as 09:30; empty where none is given, and at midnight, which programs write for none."""
    hour, minute = (integer_of(text_of(date.get(key)) or "0") for key in ("hour", "minute"))
    if not hour and not minute:
        return ""
    if hour is None or minute is None or not (0 <= hour <= 23 and 0 <= minute <= 59):
        remarks.append(f"{name} cannot be read")
        return ""
    if integer_of(text_of(date.get("second"))):
        remarks.append(f"the seconds of {name} are not kept")
    return f"{hour:02}:{minute:02}"
