"""Tables (CSV, RFC 4180): one row for each event, and one for each citation.

Programs for tables take a cell that begins with `=`, `+`, `-`, `@` or a tab for a formula, and what an article says
must not be computed. Such a cell gets an apostrophe before it. So does one that begins with apostrophes and then has
such a sign: where one apostrophe before such a sign is taken away again, each text is as it was.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model import Citation, Event, Source
from generator.publishing.atlas import Atlas
from generator.publishing.entries import headline
from generator.publishing.links import absolute, event_path
from generator.publishing.open_data.identity import changed
from generator.publishing.open_data.records import dates_of
from generator.publishing.plain_text import clean

__all__ = ["CITATION_COLUMNS", "EVENT_COLUMNS", "SEPARATOR", "citations_csv", "events_csv", "guarded"]

SEPARATOR = "; "
"""What stands between several values in one cell."""

EVENT_COLUMNS = (
    *("id", "url", "date", "date_text", "earliest", "latest", "time", "title", "summary", "status", "level", "review"),
    *("attributed_to", "disputed", "response", "actors", "places", "tags", "independent_sources", "sources"),
    *("corrections", "added", "updated"),
)
CITATION_COLUMNS = (
    *("event", "event_date", "event_title", "source", "publisher", "title", "kind", "url", "archived", "published"),
    *("original", "quote", "when", "from", "rule", "date", "confidence", "reason"),
)

_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")
"""What begins a formula, also in the wide forms, which programs set to Chinese or Japanese take for the same."""

_PLAIN = re.compile("[0-9A-Za-z][ -~]*")
"""A cell with which nothing is to be done. Most are, and a large timeline has a hundred thousand."""

_AS_WRITTEN = ("time", "summary", "status", "level", "review", "attributed_to", "disputed", "response", "added")
_OF_SOURCES = ("publisher", "title", "kind", "url", "archived", "published", "original")
_OF_CITATIONS = ("source", "quote", "when", "rule", "date", "confidence", "reason")


def events_csv(atlas: Atlas) -> bytes:
    """The events that are shown, one a row, under `EVENT_COLUMNS`.

    Args:
        atlas: The timeline.

    Returns:
        CSV in UTF-8, lines ended by CR LF.
    """
    return _table(EVENT_COLUMNS, (_event(event, atlas) for event in atlas.shown))


def citations_csv(atlas: Atlas) -> bytes:
    """The citations of these events, one a row, under `CITATION_COLUMNS`."""
    return _table(CITATION_COLUMNS, (row for event in atlas.shown for row in _citations(event, atlas)))


def guarded(cell: str) -> str:
    """A cell that no program takes for a formula."""
    return f"'{cell}" if not _SIGNS.isdisjoint(cell.lstrip("'")[:1]) else cell


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = str(value)
    return text if _PLAIN.fullmatch(text) else guarded(clean(text))


def _event(event: Event, atlas: Atlas) -> dict[str, object]:
    return {
        **{key: getattr(event, key) for key in _AS_WRITTEN},
        **dates_of(event, atlas),
        "id": event.id,
        "url": absolute(atlas.site.url, event_path(event.id or "")),
        "title": headline(event),
        "actors": SEPARATOR.join(name.text for name in atlas.names(event)),
        "places": SEPARATOR.join(event.places),
        "tags": SEPARATOR.join(event.tags),
        "independent_sources": atlas.independent(event),
        "sources": SEPARATOR.join(key for key, _ in atlas.cited(event)),
        "corrections": SEPARATOR.join(f"{each.date} {each.kind}: {each.text}" for each in event.corrections),
        "updated": changed(event, atlas),
    }


def _citations(event: Event, atlas: Atlas) -> Iterator[dict[str, object]]:
    for citation in event.citations:
        source = atlas.source(citation)
        if source:
            yield {
                "event": event.id,
                "event_date": event.date,
                "event_title": headline(event),
                **{key: getattr(source, key) for key in _OF_SOURCES},
                **_reading(citation, source),
            }


def _reading(citation: Citation, source: Source) -> dict[str, object]:
    fields = {key: getattr(citation, key) for key in _OF_CITATIONS} | {"from": citation.from_}
    # A digest's words are ours, and no quote.
    return fields | {"quote": None} if source.kind == "digest" else fields
