"""What our own exports say of an event in sentences, taken apart again: a slide's last paragraphs, a calendar's text.

Other programs show such files to their readers, so that sources, status and date stand there in words. Coming back,
these are no part of an event's summary; and the page of an event on its own site is no source of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.curating.drafts import Draft
from generator.dates import Edtf, parse
from generator.dates.edtf import Day, month_length
from generator.importing.said import edtf_year, read_said
from generator.scalars import is_id

__all__ = ["OWN_CALENDAR", "own_entry", "own_slide", "own_span"]

OWN_CALENDAR = "-//Dateline//"
"""How the calendars begin to say who made them (`PRODID`)."""

_PAGE = re.compile(r"/events/(?P<id>[^/\s]+)/?$")
_LAST_LINK = re.compile(r"(?:^|\n\n)\[(?:\\.|[^\[\]\\])*\]\(\S+?/events/(?P<id>[^/\s()]+)/?\)\Z")
_DISPUTED = re.compile(r"(?:^|\n\n)\*\*Disputed\*\* · (?P<text>[^\n]+)\Z")
_REPORTED = re.compile(r"(?P<status>Planned|Postponed|Cancelled|Happened)[,;] [^\n]+\.")
_TIME = re.compile(r" (?P<time>\d{1,2}:\d\d\b.*)")
_BADGE = re.compile(r" · (?:Disputed|Planned|Was planned|Postponed|Cancelled|Candidate: not checked)$")
_ESCAPES = re.compile(r"\\([\\*`\[\]<_])")


def own_slide(draft: Draft) -> Draft:
    """A draft of a slide, without what our export adds to its text; another's as it is.

    Args:
        draft: The draft. It is ours if its text ends in a link to the page of the event with its id.
    """
    link = _LAST_LINK.search(draft.summary)
    if link is None or link["id"] != draft.id:
        return draft
    body, _, status = draft.summary[: link.start()].rpartition("\n\n")
    disputed = _DISPUTED.search(body)
    return replace(
        draft,
        summary=body[: disputed.start()] if disputed else body,
        disputed=_ESCAPES.sub(r"\1", disputed["text"]) if disputed else "",
        status=_status(status),
    )


def own_span(first: Edtf, behind: Edtf) -> tuple[Edtf, Edtf]:
    """The ends of a stretch of time of which our export gives the first day and the one behind the last.

    Args:
        first: Its first day.
        behind: The day behind its last.

    Returns:
        The first and the last day; as years or months where they begin and end with these.
    """
    year, month, day = behind.earliest
    if day > 1:
        last = (year, month, day - 1)
    else:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        last = (year, month, month_length(year, month))
    whole_years = first.earliest[1:] == (1, 1) and last[1:] == (12, 31)
    whole_months = first.earliest[2] == 1 and last[2] == month_length(last[0], last[1])
    parts = 1 if whole_years else 2 if whole_months else 3
    return _cut(first.earliest, parts), _cut(last, parts)


def _cut(day: Day, parts: int) -> Edtf:
    """A day, or its month or year."""
    return parse("-".join([edtf_year(day[0]), *(f"{number:02}" for number in day[1:parts])]))


def own_entry(draft: Draft, told: list[str]) -> Draft:
    """A draft of an entry of one of our calendars, with the date that its words give and without what it adds.

    Args:
        draft: The draft, as any calendar's.
        told: What was not kept of it; to be added to.
    """
    first, *paragraphs = draft.summary.split("\n\n")
    address = next((source.url for source in draft.sources), "")
    page = _PAGE.search(address)
    if paragraphs and paragraphs[-1] == address:
        paragraphs.pop()
    credit = paragraphs.pop() if paragraphs else ""
    status = paragraphs.pop() if paragraphs else ""
    edtf, words, time = _date_words(first)
    said = parse(edtf) if edtf else None
    if draft.date is None or said is None or not said.overlaps(draft.date):
        told += [f"the words of its date, “{first}”, are not kept"] if first else []
        said, time = draft.date, ""
    told += [f"what it says of its sources, “{credit}”, is not kept"] if credit else []
    name = page["id"] if page and is_id(page["id"]) else ""
    return replace(
        draft,
        id=name,
        uid=name or draft.uid,
        title=_title(draft.title, words),
        date=said,
        time=time,
        summary="\n\n".join(paragraphs),
        status=_status(status) or draft.status,
        sources=(),
        unmarked=True,
    )


def _status(sentence: str) -> str:
    """How the event stands, by the sentence in which an export says so; `happened` is what goes without saying."""
    match = _REPORTED.fullmatch(sentence)
    return match["status"].casefold() if match and match["status"] != "Happened" else ""


def _date_words(paragraph: str) -> tuple[str, str, str]:
    """The first paragraph of an entry as a date, the words that say it, and the time behind them."""
    whole = read_said(paragraph)
    time = _TIME.search(paragraph)
    if whole or time is None:
        return whole, paragraph, ""
    words = paragraph[: time.start()]
    return read_said(words), words, time["time"]


def _title(title: str, date: str) -> str:
    """The title of an entry, without the date and the marks behind it."""
    if title.casefold().endswith(f" · {date.casefold()}"):
        title = title[: -len(date) - 3]
    while (shorter := _BADGE.sub("", title)) != title:
        title = shorter
    return title
