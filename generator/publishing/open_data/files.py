"""All files of open data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.publishing.atlas import Atlas
from generator.publishing.drafts import FileDraft
from generator.publishing.open_data.api import api_files
from generator.publishing.open_data.atom import atom_feed
from generator.publishing.open_data.calendars import calendar
from generator.publishing.open_data.citation_file import citation_file
from generator.publishing.open_data.corrections_feed import corrections_feed
from generator.publishing.open_data.formats import (
    ATOM,
    CALENDAR,
    CITATION,
    CITATIONS_CSV,
    CORRECTIONS,
    EVENTS_CSV,
    JSON_FEED,
    JSON_LD,
    OPENAPI,
    TIMELINEJS,
    followed,
    path_of,
)
from generator.publishing.open_data.json_feed import json_feed
from generator.publishing.open_data.linked_data import events_json_ld
from generator.publishing.open_data.openapi import openapi_json
from generator.publishing.open_data.schemas import schema_files
from generator.publishing.open_data.tables import citations_csv, events_csv
from generator.publishing.open_data.timelinejs import TIMELINEJS_KINDS, timelinejs

__all__ = ["open_data_files"]

_SUBSCRIBED = {ATOM: atom_feed, JSON_FEED: json_feed, CALENDAR: calendar}
_WHOLE = (
    (EVENTS_CSV, events_csv),
    (CITATIONS_CSV, citations_csv),
    (CORRECTIONS, corrections_feed),
    (JSON_LD, events_json_ld),
    (OPENAPI, openapi_json),
    (CITATION, citation_file),
)


def open_data_files(atlas: Atlas) -> Iterator[FileDraft]:
    """Every form of the timeline and of its parts.

    Args:
        atlas: The timeline.
    """
    yield from api_files(atlas)
    yield from schema_files(atlas)
    for form, make in _WHOLE:
        yield FileDraft(form.file, partial(make, atlas), "tables")
    for part, form in followed(atlas):
        # Feeds of both forms have contents in common.
        kin = "calendars" if form is CALENDAR else "feeds"
        yield FileDraft(path_of(form, part), partial(_SUBSCRIBED[form], atlas, part), kin, of=part)
    yield FileDraft(TIMELINEJS.file, partial(timelinejs, atlas), "timelinejs")
    for kind in TIMELINEJS_KINDS:
        for selection in atlas.selections[kind]:
            make = partial(timelinejs, atlas, selection)
            yield FileDraft(path_of(TIMELINEJS, selection), make, "timelinejs", of=selection)
