"""Drafts of another's file → the new text of the timeline's file, and an account of what was done and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from generator.curating.differences import Difference, apply, differences
from generator.curating.drafts import Batch, Draft, DraftPeriod, DraftSource, Remark
from generator.curating.edit import Revision
from generator.curating.ids import event_id
from generator.curating.intake import Known, Sorted, sort_drafts
from generator.curating.intake_sources import IntakeSources
from generator.curating.load import Loaded, faulty, load_text
from generator.curating.newfile import NEW_FILE
from generator.curating.patch import Fields, Patch
from generator.curating.yaml_text import Data
from generator.model import Event, Timeline

__all__ = ["Added", "Admission", "Changed", "Policy", "admit"]


@dataclass(frozen=True, slots=True)
class Policy:
    """How drafts are let in.

    Attributes:
        accept: Whether new events are accepted at once: those with a date and a source.
        update: Whether events that are known by their id are changed to what their drafts say.
        today: The day of the import.
    """

    accept: bool
    update: bool
    today: dt.date


@dataclass(frozen=True, slots=True)
class Added:
    """A new event: its draft, the id that it got, and whether it was accepted at once."""

    draft: Draft
    id: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """An event of the file that its draft says something else of.

    Attributes:
        draft: The draft.
        id: The event's id.
        differences: What differs; where the events are updated, what was changed.
        refused: What could not be changed safely, and why.
    """

    draft: Draft
    id: str
    differences: tuple[Difference, ...]
    refused: tuple[str, ...] = ()


@dataclass(slots=True)
class Admission:
    """What an import comes to.

    Attributes:
        path: The timeline's file.
        batch: What was read.
        old_text: The text of the file before, or None where there was no file.
        new_text: Its text after, or None where nothing changes.
        mentions: The fingerprints of all drafts, to be remembered.
        added: The new events.
        changed: The events that differ from their drafts.
        known: The drafts that are known and do not differ, or whose events are not changed any more.
        periods: The stretches of time that are new.
        remarks: What was decided, or not kept, on the way in.
    """

    path: Path
    batch: Batch
    old_text: str | None
    new_text: str | None = None
    mentions: frozenset[str] = frozenset()
    added: list[Added] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    periods: list[DraftPeriod] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def admit(path: Path, loaded: Loaded | None, seen: frozenset[str], batch: Batch, policy: Policy) -> Admission:
    """Let the drafts of a file into a timeline.

    Args:
        path: The timeline's file.
        loaded: What it holds, or None where there is none yet.
        seen: The fingerprints of what was ever proposed; they count only where there is a file.
        batch: What was read.
        policy: How drafts are let in.

    Returns:
        The new text of the file and why; to write it is for the caller.

    Raises:
        FaultyTimelineError: The timeline's file has errors.
        EditError: It is written so that nothing can be put in safely.
    """
    known_file = loaded or load_text(NEW_FILE, path)
    if known_file.timeline is None:
        raise faulty(known_file)
    admission = Admission(path, batch, loaded.text if loaded else None)
    work = _Work(known_file, known_file.timeline, policy, admission)
    found = sort_drafts(batch.drafts, known_file.timeline, seen if loaded else frozenset())
    admission.mentions = frozenset(found.mentions)
    work.compare(found)
    for draft in found.new:
        work.add(draft)
    admission.periods = list(_new_periods(batch, known_file.timeline))
    text = _with_whole(work.text(), admission, begins=loaded is None)
    changes = loaded is not None or admission.added or admission.periods
    admission.new_text = text if changes and text != admission.old_text else None
    return admission


class _Work:
    """The edits of one import.

    Args:
        loaded: The timeline's file.
        timeline: What it holds.
        policy: How drafts are let in.
        admission: The account, to be added to.
    """

    def __init__(self, loaded: Loaded, timeline: Timeline, policy: Policy, admission: Admission) -> None:
        self.timeline = timeline
        self.policy = policy
        self.admission = admission
        self._loaded = loaded
        self._revision = Revision(loaded)
        self._sources = IntakeSources(timeline, (loaded.data or {}).get("sources") or {}, self._revision.add_source)
        self._taken = {name for event in timeline.events for name in (event.id, *event.aliases) if name}
        self._actors = _names_of_actors(timeline)
        self._touched = False

    def compare(self, found: Sorted) -> None:
        """Find out what known drafts say otherwise than their events; change these, if that is wished."""
        compared: set[int] = set()
        for known in found.known:
            changed = None
            if known.how == "twice":
                self._remark(known.draft, "an earlier row has its id, or its title and date, and counts")
            elif known.how == "id" and known.event in compared:
                self._remark(known.draft, "its id stands in an earlier row, which counts")
            elif known.how == "id" and known.event is not None:
                compared.add(known.event)
                changed = self._compared(known.draft, known.event)
            if changed:
                self.admission.changed.append(changed)
            else:
                self.admission.known.append(known)

    def add(self, draft: Draft) -> None:
        """Put in a new event."""
        new = draft.id if draft.id and draft.id not in self._taken else event_id(draft.date, draft.title, self._taken)
        unknown = [source.key for source in draft.sources if not self._sources.can_cite(source)]
        if unknown:
            self._remark(draft, f"nothing but a key is known of its source {', '.join(unknown)}, which is not kept")
        accepted = self.policy.accept and draft.date is not None and len(draft.sources) > len(unknown)
        if self.policy.accept and not accepted:
            lacks = "a source" if draft.date is not None else "a date"
            self._remark(draft, f"without {lacks} it cannot be accepted, and waits as a candidate")
        fields = self._fields(draft, new, accepted=accepted)
        try:
            Event.model_validate(fields, by_alias=True, by_name=False)
        except ValidationError as error:
            self._remark(draft, f"{error.errors()[0]['msg']}: the row is left out")
            return
        fields = {**fields, "citations": self._sources.cite(draft.sources), "added": self.policy.today.isoformat()}
        self._taken.add(new)
        self._touched = True
        self._revision.add_event(_without_blanks(fields))
        self.admission.added.append(Added(draft, new, accepted))

    def text(self) -> str:
        """The new text of the file; the old one where nothing was changed."""
        return self._revision.text() if self._touched else self._loaded.text

    def known_as(self, name: str) -> str:
        """What the timeline calls an actor by: a key, or the name itself."""
        return self._actors.get(name.casefold(), name)

    def _compared(self, draft: Draft, index: int) -> Changed | None:
        event = self.timeline.events[index]
        if event.review in {"rejected", "withdrawn"}:
            self._remark(draft, f"{event.id} was {event.review}, and stays as it is")
            return None
        found = differences(draft, event, self.known_as)
        new = self._sources.uncited(draft.sources, event)
        found += [Difference("citations", "", tuple(each.url or each.title for each in new))] if new else []
        if not found:
            return None
        if not self.policy.update:
            return Changed(draft, event.id or "", tuple(found))
        refused = []
        for each in found:
            if each.field == "citations":
                refused += self._cite(index, new)
                continue
            error = apply(self._revision.patch, index, each)
            self._touched = self._touched or error is None
            refused += [f"{each.field}: {error}"] if error else []
        done = tuple(each for each in found if not any(line.startswith(f"{each.field}:") for line in refused))
        return Changed(draft, event.id or "", done, tuple(refused))

    def _cite(self, index: int, new: list[DraftSource]) -> list[str]:
        """Append citations to an event; why that cannot be done, where it is written so."""
        nodes = [self._loaded.places.node(path) for path in (("events", index), ("events", index, "citations"))]
        if any(node is not None and node.style == "flow" and node.parts for node in nodes):
            return ["citations: nothing can be put safely into what is written in braces or brackets"]
        for fields in self._sources.cite(new):
            self._revision.add_citation(index, fields)
        self._touched = True
        return []

    def _fields(self, draft: Draft, new: str, *, accepted: bool) -> dict[str, Data]:
        """The fields of a new event in the order in which a run writes them, without its citations."""
        fields: dict[str, Data] = {
            "id": new,
            "date": draft.date.text if draft.date else None,
            "time": draft.time,
            "title": draft.title,
            "summary": draft.summary,
            "status": draft.status if draft.status != "happened" else "",
            "review": "" if accepted else "candidate",
            "disputed": draft.disputed,
            "level": draft.level if draft.level != "normal" else "",
            "actors": [self.known_as(name) for name in draft.actors],
            "places": list(draft.places),
            "tags": list(draft.tags),
            "attributed_to": draft.attributed_to,
            "response": draft.response,
            "corrections": [{"date": day, "kind": kind, "text": text} for day, kind, text in draft.corrections],
        }
        return _without_blanks(fields)

    def _remark(self, draft: Draft, what: str) -> None:
        self.admission.remarks.append(Remark(draft.where, what))


def _without_blanks(fields: dict[str, Data]) -> dict[str, Data]:
    return {key: value for key, value in fields.items() if value or key == "date"}


def _names_of_actors(timeline: Timeline) -> dict[str, str]:
    """The names of the timeline's actors, each with its key; one that two share is nobody's."""
    names: dict[str, str] = {}
    for key, actor in timeline.actors.items():
        for name in {key, actor.name.casefold(), *(alias.casefold() for alias in actor.aliases)}:
            names[name] = "" if name in names else key
    return {name: key for name, key in names.items() if key}


def _with_whole(text: str, admission: Admission, *, begins: bool) -> str:
    """Put in what is said of the whole: new stretches of time; title and text of a timeline that begins with this."""
    said = {"title": admission.batch.title, "text": admission.batch.text} if begins else {}
    said = {name: words for name, words in said.items() if words}
    if not said and not admission.periods:
        return text
    loaded = load_text(text, admission.path)
    patch = Patch(loaded)
    for name, words in said.items():
        patch.put(("timeline", name), words, after="title")
    if admission.periods:
        count = len((loaded.data or {}).get("periods") or ())
        items = [(count, _period_fields(each)) for each in admission.periods]
        patch.add_items(("periods",), items, spaced=False)
    return patch.text()


def _new_periods(batch: Batch, timeline: Timeline) -> Iterator[DraftPeriod]:
    known = {(period.title, period.from_, period.to) for period in timeline.periods}
    for period in batch.periods:
        key = (period.title, period.first, period.last)
        if key not in known:
            known.add(key)
            yield period


def _period_fields(period: DraftPeriod) -> Fields:
    fields: dict[str, Data] = {"title": period.title, "from": period.first.text, "to": period.last.text}
    return {**fields, "text": period.text} if period.text else fields
