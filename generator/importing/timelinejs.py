"""The JSON of TimelineJS → drafts: its third version, and that of the first, which old timelines are still written in.

https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from generator.curating.drafts import Batch, Draft, DraftPeriod, Remark
from generator.errors import ForeignFileError
from generator.importing.fields import mapping_of, text_of
from generator.importing.markup import plain_of
from generator.importing.slides import slide_draft, slide_period, title_remarks
from generator.importing.when import read_when

__all__ = ["old_date", "read_timelinejs"]

_JSONP = re.compile(r"\A\s*storyjs_jsonp_data\s*=\s*(?P<data>\{.*\})[\s;]*\Z", re.DOTALL)
"""JSON as the first version wrote it, for a script to take in."""

_OLD_DATE = re.compile(r"(?:-?\d{1,12}|\d{1,2}/\d{1,2}/\d{4})(?:[,: ]+\d{1,12})*[, ]*", re.ASCII)
"""A date in numbers, as the first version has them: 2011,12,10,14,30 or 12/10/2011 14:30."""

_TODO = "save the JSON of a TimelineJS timeline, which has a list at “events”"


def read_timelinejs(text: str, path: str) -> Batch:
    """Read a timeline of TimelineJS.

    Args:
        text: The JSON.
        path: The file's name, for messages.

    Returns:
        Its events, eras and title, and what was not kept of them.

    Raises:
        ForeignFileError: It is no JSON, or none of a timeline.
    """
    twice: dict[str, None] = {}
    try:
        data = json.loads(_JSONP.sub(r"\g<data>", text), object_pairs_hook=lambda pairs: _object(pairs, twice))
    except RecursionError as error:
        raise ForeignFileError("this JSON is nested too deeply", where=path, todo=_TODO) from error
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        where = f"{path}:{line}" if line else path
        raise ForeignFileError("this is not JSON", where=where, todo=_TODO) from error
    whole = _third_version(data)
    if whole is None:
        raise ForeignFileError("this JSON is no timeline", where=path, todo=_TODO)
    if "data_version" in whole:
        todo = "import its events.csv, which says the same, or its timelinejs.json"
        raise ForeignFileError("this is the events.json of a site like ours", where=path, todo=todo)
    events = whole["events"]
    drafts, periods = [], []
    remarks = [Remark(path, f"“{key}” stands twice in one place: the last counts") for key in twice]
    remarks += [Remark(f"{path}:title", each) for each in title_remarks(mapping_of(whole.get("title")))]
    for number, slide in enumerate(events, start=1):
        draft, said = _draft(slide, f"{path}:{number}")
        drafts += [draft] if draft else []
        remarks += said
    for number, era in enumerate(_list(whole.get("eras")), start=1):
        period, said = _period(era, f"{path}:era {number}", own=_is_own(events))
        periods += [period] if period else []
        remarks += said
    return Batch(
        path=path,
        kind="TimelineJS JSON",
        rows=len(events),
        drafts=tuple(drafts),
        remarks=tuple(remarks),
        title=plain_of(text_of(_title(whole).get("headline"))),
        text=_about(text_of(_title(whole).get("text")), own=_is_own(events)),
        periods=tuple(periods),
    )


def _draft(slide: object, where: str) -> tuple[Draft | None, list[Remark]]:
    if not isinstance(slide, dict):
        return None, [Remark(where, "this is no slide, and is left out")]
    return slide_draft(slide, where)


def _is_own(events: list[Any]) -> bool:
    """Whether an export of ours says so: it names each slide, and has no addresses in texts made into links."""
    slides = [mapping_of(slide) for slide in events]
    return bool(slides) and all(slide.get("autolink") is False and slide.get("unique_id") for slide in slides)


def _period(era: object, where: str, *, own: bool) -> tuple[DraftPeriod | None, list[Remark]]:
    if not isinstance(era, dict):
        return None, [Remark(where, "this is no era, and is left out")]
    return slide_period(era, where, own=own)


def _title(whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """The words of the title slide."""
    return mapping_of(mapping_of(whole.get("title")).get("text"))


def _about(html: str, *, own: bool) -> str:
    """What the whole is about; of an export of ours without the link to the site and what stands behind it."""
    if not own:
        return plain_of(html)
    text, link, _ = html.partition("<p><a ")
    return plain_of(text) if link else ""


def _object(pairs: list[tuple[str, Any]], twice: dict[str, None]) -> dict[str, Any]:
    """An object of JSON; keys that it has twice are noted."""
    found = dict(pairs)
    if len(found) < len(pairs):
        tally = Counter(key for key, _ in pairs)
        twice |= dict.fromkeys(key for key, number in tally.items() if number > 1)
    return found


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _third_version(data: object) -> dict[str, Any] | None:
    """The timeline in the form of the third version; None where the data are no timeline."""
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("events"), list):
        return data
    old = data.get("timeline")
    if not isinstance(old, dict) or not isinstance(old.get("date"), list):
        return None
    return {
        "title": {"text": {"headline": old.get("headline"), "text": old.get("text")}, "media": _old_media(old)},
        "events": [_old_slide(slide) if isinstance(slide, dict) else slide for slide in old["date"]],
        "eras": [_old_slide(era) if isinstance(era, dict) else era for era in _list(old.get("era"))],
    }


def _old_slide(slide: Mapping[str, Any]) -> dict[str, Any]:
    """A slide of the first version, whose dates are texts: `2011,12,10`."""
    start, end = old_date(slide.get("startDate")), old_date(slide.get("endDate"))
    return {
        "start_date": start,
        "end_date": end if end != start else {},
        "text": {"headline": slide.get("headline"), "text": slide.get("text")},
        "group": slide.get("tag"),
        "media": _old_media(slide),
    }


def old_date(value: object) -> dict[str, str]:
    """Read a date of the first version of the format.

    Args:
        value: Year, month and day between commas, perhaps hour and minute; or 12/10/2011; or a date in words.

    Returns:
        Its parts, as the third version names them.
    """
    text = text_of(value)
    if text and not _OLD_DATE.fullmatch(text):
        return _old_words(text)
    numbers = re.split(r"[,: ]+", text)
    slashed = numbers[0].split("/")
    if len(slashed) == 3:
        month, day = slashed[:2] if int(slashed[0]) <= 12 else slashed[1::-1]
        numbers = [slashed[2], month, day, *numbers[1:]]
    return dict(zip(("year", "month", "day", "hour", "minute"), numbers, strict=False)) if text else {}


def _old_words(text: str) -> dict[str, str]:
    """The same of words, which stay where they say more than year, month and day, as “c. 1850” does."""
    when = read_when(text, "month")
    if when.date is None or when.date.kind != "single":
        return {"year": text}
    part, year = when.date.start, when.date.year
    hour, _, minute = when.time.partition(" ")[0].partition(":")
    says_more = when.remark or part.qualifier or part.unspecified or part.division is not None
    return {
        "year": str(year if year > 0 else year - 1),  # the format counts the years before our era from 1
        "month": part.month if part.division is None else "",
        "day": part.day,
        "hour": hour,
        "minute": minute,
        "display_date": text if says_more else "",
    }


def _old_media(slide: Mapping[str, Any]) -> dict[str, Any]:
    asset = mapping_of(slide.get("asset"))
    return {"url": asset.get("media"), "credit": asset.get("credit"), "caption": asset.get("caption")}
