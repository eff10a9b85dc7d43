"""The desk: where the files lie open while a person decides. Each decision is written at once, and can be taken back.

A decision reads the files as they are now, under their locks, so that what somebody else saved meanwhile is kept. To
take it back is to put the old bytes in place again, which is refused where somebody has changed them since.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.curating.joining import merging
from generator.curating.judge import find_event
from generator.curating.load import Loaded, faulty, load, read_text
from generator.curating.notes import Note
from generator.curating.patch import Patch
from generator.curating.seen import add_seen, read_seen, seen_path
from generator.curating.write import locked, replace_file
from generator.dates import undated_last
from generator.errors import DatelineError, EditError
from generator.model import Event, Timeline
from generator.reviewing.changes import accepted, rejected, related_to, retouched, without
from generator.reviewing.held import bytes_of, files_of, put_back, take_back
from generator.reviewing.inbox import cited, judged, read_inbox
from generator.reviewing.moving import joined, mentions_of, moved, noted
from generator.reviewing.near import Near, having, nearest
from generator.reviewing.undisturbed import undisturbed

__all__ = ["Case", "Desk", "Key"]

Key = tuple[Path, str]
"""What a candidate is known by: the file in which it waits, and its id."""


@dataclass(frozen=True, slots=True)
class Case:
    """A candidate that waits, as it stood in its file when it was read.

    Attributes:
        file: The file in which it waits.
        event: The candidate.
        home: The timeline that the file holds.
    """

    file: Path
    event: Event
    home: Timeline

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.file, self.event.id or ""


@dataclass(frozen=True, slots=True)
class _Written:
    """What a decision writes: each file as it is to be, and the fingerprints to remember."""

    texts: dict[Path, Loaded]
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    """A decision that can be taken back: about which candidate, and the bytes of each file before and after it."""

    key: Key
    changes: dict[Path, tuple[bytes | None, bytes | None]]


class Desk:
    """The timeline's file and its inbox, while a person goes through the candidates of both.

    Args:
        events: The timeline's file.
        inbox: The file in which candidates wait, or None where they wait in the timeline's file alone.
        today: The day that counts as today.
    """

    def __init__(self, events: Path, inbox: Path | None, today: dt.date) -> None:
        self.events = events
        self.inbox = inbox
        self.today = today
        self._steps: list[_Step] = []
        self._read: dict[Path, tuple[dict[Path, bytes | None], Loaded]] = {}
        self._ours: dict[Path, bytes | None] = {}
        self._noticed: list[Path] = []

    def cases(self) -> list[Case]:
        """The candidates that wait, earliest first, those of the inbox before those of the timeline's file.

        Raises:
            FaultyTimelineError: One of the files has errors.
            TimelineFileError: One of the files cannot be read.
        """
        timeline = _timeline(self._load(self.events))
        cases = []
        if self.inbox is not None:
            home = _timeline(self._load(self.inbox))
            elsewhere = cited(timeline) | read_seen(self.events)
            waiting = [event for event in _candidates(home) if not judged(event, elsewhere)]
            cases += [Case(self.inbox, event, home) for event in waiting]
        return cases + [Case(self.events, event, timeline) for event in _candidates(timeline)]

    def near(self, case: Case) -> list[Near]:
        """The events that a candidate may belong to, the most alike first."""
        return nearest(case.event, case.home, _timeline(self._load(self.events)))

    def accept(self, case: Case) -> str:
        """Accept a candidate; one of the inbox goes to the timeline's file.

        Returns:
            The id that it has there.

        Raises:
            EditError: It cannot be accepted, or was changed meanwhile. As after every error, nothing was changed.
        """

        def work(waiting: Loaded, index: int, timeline: Loaded) -> tuple[str, _Written]:
            if case.file == self.events:
                return case.event.id or "", _Written({case.file: accepted(waiting, index)})
            move = moved(waiting, index, timeline, self.today)
            texts = {self.events: move.file, case.file: without(waiting, index)}
            return move.id, _Written(texts, move.mentions)

        return self._decide(case, work)

    def reject(self, case: Case, reason: str) -> str:
        """Reject a candidate: of it stay, in its file, the id and the reason.

        Returns:
            Its id.

        Raises:
            EditError: It was changed meanwhile.
        """

        def work(waiting: Loaded, index: int, _timeline: Loaded) -> tuple[str, _Written]:
            return case.event.id or "", _Written({case.file: rejected(waiting, index, reason)}, mentions_of(case.event))

        return self._decide(case, work)

    def edit(self, case: Case, *, title: str | None, date: str | None) -> str:
        """Write another title or date of a candidate, which goes on waiting.

        Returns:
            Its id: one that was made of the old title and date is made anew of these.

        Raises:
            EditError: It is written so that this cannot be done safely, or was changed meanwhile.
        """

        def work(waiting: Loaded, index: int, timeline: Loaded) -> tuple[str, _Written]:
            old = case.event.id or ""
            taken = (_names(_timeline(waiting)) | _names(_timeline(timeline))) - {old}
            texts = {case.file: retouched(waiting, index, title=title, date=date, taken=taken)}
            name = _timeline(texts[case.file]).events[index].id or ""
            if case.file == self.events and self.inbox is not None:
                beside = related_to(self._sound(self.inbox), old, name)
                texts |= {self.inbox: beside} if beside else {}
            return name, _Written(texts)

        return self._decide(case, work)

    def merge(self, case: Case, target: str, note: str = "") -> str:
        """Merge a candidate into an event of the timeline's file, which cites from now on what it cites.

        Args:
            case: The candidate, which goes.
            target: The id of the event.
            note: What readers of a published event are told of it, or empty.

        Returns:
            The id of the event.

        Raises:
            UnknownEventError: No event has that id.
            EditError: That is the candidate itself, or an event that nothing can be merged into.
        """

        def told(file: Loaded) -> Loaded:
            return noted(file, target, Note(self.today, note)) if note else file

        def work(waiting: Loaded, index: int, timeline: Loaded) -> tuple[str, _Written]:
            if case.file == self.events:
                patch = Patch(timeline)
                merging(target, case.event.id or "")(patch)
                return target, _Written({self.events: told(patch.result())}, mentions_of(case.event))
            into = find_event(_timeline(timeline), target, str(self.events))
            event = _timeline(timeline).events[into]
            if event.review in {"rejected", "withdrawn"}:
                raise EditError(f"“{event.id}” is {event.review}; nothing was changed", todo="name one that stands")
            move = joined(waiting, index, timeline, into)
            texts = {self.events: told(move.file), case.file: without(waiting, index)}
            return move.id, _Written(texts, move.mentions)

        return self._decide(case, work)

    def named(self, target: str) -> bool:
        """Whether an event has that id, or used to have it."""
        return target.casefold() in _timeline(self._load(self.events)).by_id

    def called(self, case: Case, words: str) -> list[Near]:
        """The events with some words in their titles, the most alike to the candidate first, then in order of time."""
        return having(words, case.event, case.home, _timeline(self._load(self.events)))

    def publishes(self, target: str) -> bool:
        """Whether an event is published, so that its readers may be told what changes.

        Raises:
            UnknownEventError: No event has that id.
        """
        timeline = _timeline(self._load(self.events))
        return timeline.events[find_event(timeline, target, str(self.events))].published

    def undo(self) -> Key:
        """Take back the last decision: every file has again the bytes that it had before.

        Returns:
            Which candidate it was about.

        Raises:
            EditError: Somebody has changed one of the files since; nothing is taken back.
        """
        step = self._steps[-1]
        with undisturbed(), self._locked():
            for path, (_, after) in step.changes.items():
                if bytes_of(path) != after:
                    todo = "nothing was taken back; mend the entry by hand"
                    raise EditError(
                        "the file was changed by somebody else since that decision", where=str(path), todo=todo
                    )
            # Whatever this is interrupted by, the candidate is judged or it waits: what was taken from an inbox is
            # there again before it is forgotten that it was judged, and forgotten before it goes from where it went.
            paths: Iterable[Path] = step.changes
            if self.inbox is not None and step.key[0] == self.inbox:
                first = (self.inbox.resolve(), seen_path(self.events).resolve())
                paths = sorted(paths, key=lambda path: first.index(path) if path in first else len(first))
            before = {path: step.changes[path][0] for path in paths}
            put_back(before)
            self._ours.update(before)
            self._steps.pop()
        return step.key

    def noticed(self) -> list[Path]:
        """The files that somebody else saved since this was asked last; what they hold now is what counts."""
        noticed, self._noticed = self._noticed, []
        return noticed

    def _decide(self, case: Case, work: Callable[[Loaded, int, Loaded], tuple[str, _Written]]) -> str:
        with undisturbed(), self._locked():
            timeline = self._sound(self.events)
            waiting = self._sound(case.file)
            index = _found(case, waiting)
            name, written = work(waiting, index, timeline)
            before = self._all_bytes()
            try:
                self._write(written, case)
            except DatelineError:
                take_back(written.texts, self.events, written.mentions, before)
                raise
            after = dict.fromkeys(before) | self._all_bytes()
            for path, file in written.texts.items():
                self._keep(path, file)
            changes = {path: (before.get(path), data) for path, data in after.items() if before.get(path) != data}
            self._steps.append(_Step(case.key, changes))
            self._ours.update(after)
        return name

    def _write(self, written: _Written, case: Case) -> None:
        """Write what was decided, in an order that loses nothing if this is interrupted by a loss of power.

        Of what goes only the fingerprints remain: they are remembered first. What goes from an inbox to the timeline's
        file is first of all there; that it also waits still does not count, since it is cited.
        """
        moves = case.file != self.events and self.events in written.texts
        if written.mentions and not moves:
            add_seen(self.events, written.mentions)
        for path, file in written.texts.items():
            replace_file(path, self._read[path][1].text, file.text)
        if written.mentions and moves:
            add_seen(self.events, written.mentions)

    def _files(self) -> tuple[Path, ...]:
        return (self.events,) if self.inbox is None else (self.events, self.inbox)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            for path in self._files():
                stack.enter_context(locked(path))
            yield

    def _all_bytes(self) -> dict[Path, bytes | None]:
        """What each file holds that a decision may change; None for one that is not there."""
        files = (*files_of(self.events), *self._files()[1:], seen_path(self.events))
        return {path: bytes_of(path) for path in map(Path.resolve, files)}

    def _load(self, path: Path) -> Loaded:
        """A file as it is now; it is parsed again only when its bytes are others."""
        data = _bytes(path)
        known = self._read.get(path)
        if known is None or known[0] != data:
            if known is not None and any(
                held != self._ours.get(file, known[0].get(file)) for file, held in data.items()
            ):
                self._noticed.append(path)
            known = data, read_inbox(path) if path == self.inbox else load(path)
            self._read[path] = known
        return known[1]

    def _keep(self, path: Path, file: Loaded) -> None:
        """Keep what was proved of a text before it was written, so that it is not parsed again, while it is there."""
        data = _bytes(path)
        if read_text(path).text == file.text:
            self._read[path] = data, replace(file, bom=self._read[path][1].bom)

    def _sound(self, path: Path) -> Loaded:
        loaded = self._load(path)
        _timeline(loaded)
        return loaded


def _timeline(loaded: Loaded) -> Timeline:
    if loaded.timeline is None:
        raise faulty(loaded)
    return loaded.timeline


def _names(timeline: Timeline) -> set[str]:
    """The ids that events have or had."""
    return {name for event in timeline.events for name in (event.id, *event.aliases) if name}


def _candidates(timeline: Timeline) -> list[Event]:
    waiting = [event for event in timeline.events if event.review == "candidate"]
    return sorted(waiting, key=lambda event: undated_last(event.date))


def _found(case: Case, waiting: Loaded) -> int:
    """The index of a candidate in its file, where it stands there as it was shown.

    Raises:
        EditError: It was changed, judged or deleted by somebody else.
    """
    for index, event in enumerate(_timeline(waiting).events):
        if event == case.event:
            return index
    raise EditError(f"“{case.event.id}” was changed by somebody else", where=str(case.file), todo="look at it again")


def _bytes(path: Path) -> dict[Path, bytes | None]:
    """What the files of a timeline hold, by where they are."""
    return {file: bytes_of(file) for file in map(Path.resolve, files_of(path))}
