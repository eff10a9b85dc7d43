"""The closed set of edits that Dateline makes to the timeline's file; whatever they are not about keeps every byte."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from generator.curating.load import Loaded
from generator.curating.patch import Fields, Patch
from generator.dates import Edtf, parse, undated_last
from generator.model import Timeline

__all__ = ["Revision"]


class Revision:
    """Edits of one file: collect them by calling the methods, then take `text()`.

    Args:
        loaded: The file as it was read.

    Raises:
        FaultyTimelineError: The file has errors, so that nobody can say what an edit would change.
    """

    def __init__(self, loaded: Loaded) -> None:
        self._patch = Patch(loaded)
        self._timeline: Timeline = loaded.timeline or Timeline()
        self._sources: dict[str, Fields] = {}
        self._events: list[Fields] = []
        self._citations: defaultdict[int, list[Fields]] = defaultdict(list)

    @property
    def patch(self) -> Patch:
        """The changes of the file, for those fields that a person asks to have changed."""
        return self._patch

    def add_source(self, key: str, fields: Fields) -> None:
        """Put in a source, at its place by key.

        Args:
            key: Its key, which no source of the file has.
            fields: What is written under it.
        """
        self._sources[key] = fields

    def add_event(self, fields: Fields) -> None:
        """Put in an event at its place in time: after the last one that is not later; without a date, at the end."""
        self._events.append(fields)

    def add_citation(self, event: int, fields: Fields) -> None:
        """Append a citation to an event.

        Args:
            event: The index of the event in the file.
            fields: What the citation says.
        """
        self._citations[event].append(fields)

    def date_event(self, event: int, date: str) -> None:
        """Write the date of a candidate that has `date: null`.

        Args:
            event: The index of the event in the file.
            date: The date, as EDTF.

        Raises:
            EditError: It has a date, or no such line.
        """
        self._patch.fill(("events", event, "date"), date)

    def date_citation(self, event: int, citation: int, *, date: str, counted_from: str = "") -> None:
        """Write what a citation with `date: null` says, and with `from: null` what its words were counted from.

        Args:
            event: The index of the event in the file.
            citation: The index of the citation in the event.
            date: The date, as EDTF.
            counted_from: The date that its words were counted from, or empty.

        Raises:
            EditError: It has a date, or no such line.
        """
        path = ("events", event, "citations", citation)
        self._patch.fill((*path, "date"), date)
        fields = self._patch.own(path)
        if counted_from and "from" in fields and fields["from"] is None:
            self._patch.fill((*path, "from"), counted_from)

    def publish_source(self, key: str, day: str, basis: Fields) -> None:
        """Write when a source with `published: null` was published, and how that is known.

        Args:
            key: The key of the source.
            day: The day, as 2022-12-30.
            basis: What is written under `published_basis`, unless the source has one.

        Raises:
            EditError: It has a date, or is written in braces.
        """
        path = ("sources", key)
        fields = self._patch.own(path)
        if "published" in fields:
            self._patch.fill((*path, "published"), day)
        else:
            self._patch.add_field(path, "published", day)
        if "published_basis" not in fields:
            self._patch.add_field(path, "published_basis", basis, after="published")

    def accept(self, event: int) -> None:
        """Make a candidate an accepted event: its line `review: candidate` goes.

        Args:
            event: The index of the event in the file.

        Raises:
            EditError: It has no such line.
        """
        node = self._patch.node(("events", event, "review"))
        fields = self._patch.own(("events", event))
        layout = self._patch.layout
        start, end = layout.line_start(node.key_start), layout.next_line(node.end)
        if layout.text[start:end].strip() == layout.text[node.key_start : node.end]:
            self._patch.replace(start, end, "")
            del fields["review"]
        else:
            self._patch.replace(node.start, node.end, "accepted")
            fields["review"] = "accepted"

    def reject(self, event: int, reason: str = "") -> None:
        """Reject a candidate: of it stay its id, the ids that it used to have, and the reason.

        Args:
            event: The index of the event in the file.
            reason: Why, or empty.

        Raises:
            EditError: There is no such event.
        """
        node = self._patch.node(("events", event))
        fields = self._patch.own(("events", event))
        kept: dict[str, Any] = {"id": self._timeline.events[event].id, "review": "rejected"}
        kept |= {"reason": reason} if reason else {}
        kept |= {"aliases": fields["aliases"]} if fields.get("aliases") else {}
        layout = self._patch.layout
        column = layout.column(node.start)
        # Comments that stand deeper than the dash are about what goes, and go with it.
        after = layout.text[: layout.after(node, column - 1)].rstrip("\r\n")
        end = node.end if node.style == "flow" else max(node.end, len(after))
        self._patch.replace(
            node.start, end, f"{layout.newline_at(node.start)}{' ' * column}".join(self._patch.lines(kept))
        )
        fields.clear()
        fields.update(kept)

    def text(self) -> str:
        """The new text of the file; take it, or `result()`, once.

        Raises:
            EditError: An edit cannot be made safely in a file that is written like this one.
        """
        return self.result().text

    def result(self) -> Loaded:
        """The file as it is to be, read again.

        Raises:
            EditError: An edit cannot be made safely in a file that is written like this one.
        """
        for event, citations in self._citations.items():
            count = len(self._patch.own(("events", event)).get("citations") or [])
            items = [(count, fields) for fields in citations]
            self._patch.add_items(("events", event, "citations"), items, spaced=False)
        if self._sources:
            self._patch.add_entries(("sources",), self._sources)
        if self._events:
            places = _Places([event.date for event in self._timeline.events])
            ordered = sorted(self._events, key=lambda fields: undated_last(_date(fields)))
            self._patch.add_items(("events",), [(places.of(_date(fields)), fields) for fields in ordered], spaced=True)
        return self._patch.result()


class _Places:
    """The place in time of a new event among those of the file, which a person may have put in any order.

    Args:
        dates: The date of each event of the file, or None.
    """

    def __init__(self, dates: Sequence[Edtf | None]) -> None:
        dated = sorted((date.sort_key, index) for index, date in enumerate(dates) if date)
        self._keys = [key for key, _ in dated]
        self._last: list[int] = []
        for _, index in dated:
            self._last.append(max(index, self._last[-1] if self._last else index))
        self._first = min((index for _, index in dated), default=0)
        self._count = len(dates)

    def of(self, date: Edtf | None) -> int:
        """The index before which it goes: after the last that is not later, without a date after all."""
        if date is None:
            return self._count
        earlier = bisect_right(self._keys, date.sort_key)
        return self._last[earlier - 1] + 1 if earlier else self._first


def _date(fields: Fields) -> Edtf | None:
    date = fields.get("date")
    return parse(date) if isinstance(date, str) else None
