"""`dateline resolve`: a source gets its day of publication, and what waited for it its dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from generator.curating.notes import Change
from generator.curating.patch import Patch
from generator.curating.suggest import nearest
from generator.errors import EditError, UnknownEventError, UnknownLanguageError
from generator.extracting.timex import Timex
from generator.model import Timeline

__all__ = ["resolving"]


def resolving(key: str, day: dt.date) -> Change:
    """Say when a source was published.

    Args:
        key: Its key.
        day: The day of publication.

    Returns:
        The change: the source's date, with `editor` as how it is known, and the date of each citation of it that has
        none, where its words can be counted from that day; so too of the candidates that have none. It raises
        UnknownEventError where there is no such source, and EditError where it has another date.
    """

    def change(patch: Patch) -> list[str]:
        sources: dict[str, Any] = (patch.loaded.data or {}).get("sources") or {}
        if key not in sources:
            near = nearest(key, sources)
            todo = f"did you mean {near}?" if near else "keys stand under sources"
            raise UnknownEventError(f"no source has the key “{key}”", where=str(patch.loaded.path), todo=todo)
        path = ("sources", key)
        written = sources[key] or {}
        known = written.get("published")
        if known is not None and known != day.isoformat():
            what = f"“{key}” was published {known}, the file says; nothing was changed"
            place = patch.loaded.place(patch.loaded.places.at((*path, "published")).line)
            raise EditError(what, where=place, todo="correct it there, and the dates that were counted from it")
        told = []
        if known is None:
            patch.put((*path, "published"), day.isoformat())
            if not written.get("published_basis"):
                patch.add_field(path, "published_basis", {"method": "editor"}, after="published")
            told.append(f"{key}: published {day}")
        return [*told, *_dates(patch, key, day)]

    return change


def _dates(patch: Patch, key: str, day: dt.date) -> Iterator[str]:
    timeline = patch.loaded.timeline or Timeline()
    language = (timeline.sources[key].language if key in timeline.sources else None) or timeline.timeline.language
    for index, event in enumerate((patch.loaded.data or {}).get("events") or ()):
        first = ""
        for number, citation in enumerate(event.get("citations") or ()):
            if citation["source"] != key or citation.get("date") is not None or not citation.get("when"):
                continue
            read = _read(citation["when"], citation.get("quote") or "", day, language)
            if read is None or read.edtf is None:
                yield f"  {timeline.events[index].id}: “{citation['when']}” still has no date"
                continue
            path = ("events", index, "citations", number)
            patch.put((*path, "date"), read.edtf, after="when")
            if citation.get("from") is None and read.anchor:
                patch.put((*path, "from"), day.isoformat(), after="when")
            first = first or read.edtf
        if first and event.get("date") is None and timeline.events[index].review == "candidate":
            patch.put(("events", index, "date"), first)
            yield f"  {timeline.events[index].id}: {first}"


def _read(when: str, quote: str, day: dt.date, language: str) -> Timex | None:
    """The expression of a citation, read in its sentence where that is quoted, else by itself."""
    from generator.extracting.tagger import find_timexes

    for text in (quote, when):
        first = text.find(when)
        try:
            found = find_timexes(text, day, language=language.partition("-")[0])
        except UnknownLanguageError:
            return None
        for timex in found:
            if 0 <= first <= timex.start < first + len(when):
                return timex
    return None
