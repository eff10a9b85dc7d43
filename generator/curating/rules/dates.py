"""Dates: what happened did so before it was reported, and what is said of a date agrees with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.curating.rules.subject import Finding, Subject
from generator.dates import Edtf, Precision

__all__ = [
    "a_day_after_its_source",
    "contradicted_by_citation",
    "ends_before_it_begins",
    "happened_after_it_was_reported",
    "happened_later_than_today",
    "planned_and_past",
    "time_without_a_day",
]

_DAY = dt.timedelta(days=1)
"""An article can be dated the day before its event: it is tomorrow in Auckland while it is today in Oslo."""


def happened_after_it_was_reported(subject: Subject) -> Iterator[Finding]:
    """An event that happened more than a day after each of its sources was published.

    For a candidate it is a warning: nobody has said yet that it happened.
    """
    for path, event in subject.events():
        if event.status != "happened" or event.date is None or not subject.is_open(event):
            continue
        published = [_published(subject, support.source) for support in subject.supports(path[1])]
        days = [day for day in published if day is not None]
        if days and len(days) == len(published) and event.date.is_after(max(days) + _DAY):
            last = f"its source was published {max(days)}" if len(days) == 1 else f"its last source is of {max(days)}"
            yield Finding(
                (*path, "date"),
                f"it “happened” on {event.date}, but {last}",
                "correct the date, or write status: planned",
                "error" if event.published else "warning",
            )


def a_day_after_its_source(subject: Subject) -> Iterator[Finding]:
    """An event that happened the day after its last source was published: right across the date line, else a slip."""
    for path, event in subject.events():
        if event.status != "happened" or event.date is None or not subject.is_open(event):
            continue
        published = [_published(subject, support.source) for support in subject.supports(path[1])]
        days = [day for day in published if day is not None]
        if days and len(days) == len(published) and event.date.is_after(max(days)):
            last = max(days)
            if not event.date.is_after(last + _DAY):
                what = f"it “happened” on {event.date}, a day after its last source, of {last}"
                yield Finding((*path, "date"), what, "correct the date, unless time zones explain it", "warning")


def _published(subject: Subject, source: str) -> dt.date | None:
    known = subject.timeline.sources.get(source)
    return known.published if known else None


def happened_later_than_today(subject: Subject) -> Iterator[Finding]:
    """An accepted event that happened in the future."""
    for path, event in subject.events():
        if event.published and event.status == "happened" and event.date and event.date.is_after(subject.today + _DAY):
            what = f"it “happened” on {event.date}, which is after today ({subject.today})"
            yield Finding((*path, "date"), what, "correct the date, or write status: planned", "warning")


def planned_and_past(subject: Subject) -> Iterator[Finding]:
    """An accepted event that is still planned for a day that has passed, and that no other event is the outcome of."""
    followed = {
        related.id for event in subject.timeline.events for related in event.related if related.as_ == "follows"
    }
    for path, event in subject.events():
        if not (event.published and event.status == "planned" and event.date and event.date.is_before(subject.today)):
            continue
        if event.id not in followed and not any(related.as_ == "outcome" for related in event.related):
            what = f"it is still planned for {event.date}, which has passed"
            todo = "write status: happened, postponed or cancelled, or add the event that came of it to related"
            yield Finding((*path, "date"), what, f"{todo} (as: outcome)", "warning")


def contradicted_by_citation(subject: Subject) -> Iterator[Finding]:
    """A source that gives another date than the event has, and no word of the dispute."""
    for path, event in subject.events():
        if event.date is None or event.disputed or not subject.is_open(event):
            continue
        for number, citation in enumerate(event.citations):
            if citation.date and not citation.date.overlaps(event.date):
                what = f"this source says {citation.date}, the event {event.date}"
                todo = "correct one of them, or say in “disputed:” what is contested"
                yield Finding((*path, "citations", number, "date"), what, todo, "warning")


def time_without_a_day(subject: Subject) -> Iterator[Finding]:
    """A time of day for a date that is not one day."""
    for path, event in subject.events():
        single = event.date is not None and event.date.kind == "single" and event.date.precision == Precision.DAY
        if event.time and event.date and not single:
            what = f"a time of day for {event.date}, which is not one day"
            yield Finding((*path, "time"), what, "delete the time, or write the day in “date:”", "warning")


def ends_before_it_begins(subject: Subject) -> Iterator[Finding]:
    """A period or view whose end is before its beginning."""
    spans: list[tuple[tuple[str, int], Edtf | None, Edtf | None]] = [
        *((("periods", index), period.from_, period.to) for index, period in enumerate(subject.timeline.periods)),
        *((("views", index), view.from_, view.to) for index, view in enumerate(subject.timeline.views)),
    ]
    for path, begin, end in spans:
        if begin and end and end.latest < begin.earliest:
            yield Finding((*path, "to"), f"it ends ({end}) before it begins ({begin})", "exchange the two, or mend one")
