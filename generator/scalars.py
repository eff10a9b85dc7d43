"""What a single value of `events.yaml` may be: dates, days, ids, web addresses. No input, no output."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from generator.dates import Edtf, parse
from generator.errors import EdtfError

__all__ = [
    "MAX_ID_BYTES",
    "CalendarDate",
    "Citable",
    "EdtfDate",
    "Id",
    "Text",
    "WebAddress",
    "is_device",
    "is_id",
    "is_web_address",
]

_NOT_IN_ADDRESSES = frozenset(' <>"')

MAX_ID_BYTES = 200
"""File systems allow 255 bytes for a name; the rest is left for endings."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever the ending: no file can have the name (Microsoft, “Naming Files”)."""


def _edtf(value: Any) -> Any:  # noqa: ANN401 pydantic hands over whatever the file holds
    if isinstance(value, str):  # nearly always
        return parse(value)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        # `date: [2022-02,2023-02]` without quotes is a list to YAML, and one of a set to EDTF.
        return parse(f"[{','.join(value)}]")
    if isinstance(value, dt.date):
        return parse(value.isoformat())
    if isinstance(value, Edtf):
        return value
    if isinstance(value, bool) or not isinstance(value, int):
        # Said here: pydantic would build the dataclass from a mapping, bounds that no parser has seen and all.
        raise EdtfError("this is not a date", todo="write one date as text: 2022-12-30, 2022-12 or 2022")
    return parse(str(value))


def _day(value: Any) -> Any:  # noqa: ANN401 pydantic hands over whatever the file holds
    # pydantic would take a number for seconds since 1970, and drop the time of day from a longer text.
    if isinstance(value, str) and _DAY.fullmatch(value):
        return _day_of(value)
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    shown = f"“{value}”" if isinstance(value, str) else "this"
    raise EdtfError(f"{shown} is not a day", todo="write it as 2022-12-30")


@lru_cache(maxsize=1 << 14)
def _day_of(text: str) -> dt.date | str:
    """The day that a text names; the text itself where it is in no year of Python's.

    Raises:
        EdtfError: It is not in the calendar.
    """
    parse(text)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return text


def _web_address(value: str) -> str:
    if not is_web_address(value):
        raise ValueError(f"“{value}” is not a web address: write one that begins with https:// or http://")
    return value


def is_web_address(value: str) -> bool:
    """Whether a text is an address that is safe to link to: http or https, with a host.

    White space, quotation marks and angle brackets stand in no address, nor do marks that turn or hide text.
    """
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return (
        parts.scheme.lower() in {"http", "https"}
        and bool(parts.hostname)
        and value.isprintable()
        and not _NOT_IN_ADDRESSES.intersection(value)
    )


def _citable(value: str) -> str:
    if not (is_web_address(value) or is_id(value)):
        if value.count("://") > 1:
            todo = (
                "write one of them, or list them under sources: and their keys as citations: [{source: …}, {source: …}]"
            )
            raise ValueError(f"“{value}” are several sources: {todo}")
        raise ValueError(f"“{value}” is not a source: write its web address (https://…) or its key under sources")
    return value


def _id(value: str) -> str:
    if is_id(value):
        return value
    if is_device(value):
        raise ValueError(f"“{value}” is not an id, as no folder can have that name on Windows: add a word to it")
    raise ValueError(f"“{value}” is not an id: write lower-case letters and digits, joined by single hyphens")


def is_id(value: str) -> bool:
    """Whether a text can be an id, and so a folder's name and a part of an address, on every system."""
    fits = bool(_ID.fullmatch(value)) and value == value.casefold() and len(value.encode()) <= MAX_ID_BYTES
    return fits and not is_device(value)


def is_device(name: str) -> bool:
    """Whether Windows takes a name for one of its devices, so that nothing else can have it."""
    return _DEVICE.fullmatch(name) is not None


EdtfDate = Annotated[
    Edtf,
    BeforeValidator(_edtf),
    PlainSerializer(lambda date: date.text, return_type=str),
    WithJsonSchema(
        {
            # An editor that reads YAML 1.1 or 1.2 takes 2022-12-30 for a date and 2022 for a number.
            "type": ["string", "integer", "array"],
            "items": {"type": ["string", "integer"]},
            "title": "Date (EDTF)",
            "description": "2022-12-30, 2022-12, 2022, 2023-21 (spring), 2022-02~ (about), 2026-01-31/2026-02-01.",
            "examples": ["2022-12-30", "2022-09", "2023-21", "2022-02~"],
        }
    ),
]
WebAddress = Annotated[
    str,
    AfterValidator(_web_address),
    Field(json_schema_extra={"format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"}),
]
CalendarDate = Annotated[
    dt.date,
    BeforeValidator(_day),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "A day: 2022-12-30.",
            "examples": ["2022-12-30"],
        }
    ),
]
Text = Annotated[str, Field(min_length=1)]
Citable = Annotated[Text, AfterValidator(_citable)]
"""A source's web address, or its key."""
Id = Annotated[
    str,
    AfterValidator(_id),
    Field(
        json_schema_extra={"pattern": r"^[^\sA-Z_/\\-]([^\sA-Z_/\\]*[^\sA-Z_/\\-])?$"},
        examples=["2022-12-30-putin-xi-video-call"],
    ),
]
"""Lower-case letters and digits of any script, joined by single hyphens or full stops: safe as a folder's name."""
