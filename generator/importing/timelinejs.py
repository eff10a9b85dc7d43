"""The JSON of TimelineJS → drafts: its third version, and that of the first, which old timelines are still written in.

https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.curating.drafts import Batch, Draft, DraftPeriod, Remark
from generator.errors import ForeignFileError
from generator.importing.fields import mapping_of, text_of
from generator.importing.markup import plain_of
from generator.importing.slides import slide_draft, slide_period

__all__ = ["read_timelinejs"]

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
    try:
        data = json.loads(text)
    except RecursionError as error:
        raise ForeignFileError("this JSON is nested too deeply", where=path, todo=_TODO) from error
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        where = f"{path}:{line}" if line else path
        raise ForeignFileError("this is not JSON", where=where, todo=_TODO) from error
    whole = _third_version(data)
    if whole is None:
        raise ForeignFileError("this JSON is no timeline", where=path, todo=_TODO)
    events = whole["events"]
    drafts, periods, remarks = [], [], [*_whole(whole, path)]
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
        title=_title(whole),
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


def _title(whole: Mapping[str, Any]) -> str:
    """The headline of the title slide."""
    return plain_of(text_of(mapping_of(mapping_of(whole.get("title")).get("text")).get("headline")))


def _whole(whole: Mapping[str, Any], path: str) -> Iterator[Remark]:
    slide = mapping_of(whole.get("title"))
    if text_of(mapping_of(slide.get("text")).get("text")):
        yield Remark(f"{path}:title", "the text of the title slide is not kept")
    if text_of(mapping_of(slide.get("media")).get("url")):
        yield Remark(f"{path}:title", "the picture of the title slide is not kept")


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
    start, end = _old_date(slide.get("startDate")), _old_date(slide.get("endDate"))
    return {
        "start_date": start,
        "end_date": end if end != start else {},
        "text": {"headline": slide.get("headline"), "text": slide.get("text")},
        "group": slide.get("tag"),
        "media": _old_media(slide),
    }


def _old_date(value: object) -> dict[str, str]:
    """A date of the first version: year, month and day between commas, perhaps hour and minute; or 12/10/2011."""
    text = text_of(value)
    numbers = text.replace(":", ",").replace(" ", ",").split(",")
    slashed = numbers[0].split("/")
    if len(slashed) == 3:
        numbers = [slashed[2], slashed[0], slashed[1], *numbers[1:]]
    return dict(zip(("year", "month", "day", "hour", "minute"), numbers, strict=False)) if text else {}


def _old_media(slide: Mapping[str, Any]) -> dict[str, Any]:
    asset = mapping_of(slide.get("asset"))
    return {"url": asset.get("media"), "credit": asset.get("credit"), "caption": asset.get("caption")}
