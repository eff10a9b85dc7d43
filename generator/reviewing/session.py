"""A session: candidates one after another, a key for each decision, until none is left or the person has enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from pydantic import ValidationError

from generator.dates import parse, say
from generator.errors import DatelineError, EdtfError, FaultyTimelineError
from generator.model import Event
from generator.reviewing.card import BETWEEN_KEYS, Line, Role, card, near_lines, plain
from generator.reviewing.desk import Case, Desk, Key

__all__ = ["KEYS", "Session", "Tally", "Terminal"]

MOST_NEAR = 9
"""So many events are offered to merge into: as many as digits choose."""

KEYS = (
    ("a", "accept", "it is published from now on"),
    ("e", "edit", "its title and its date; then you see it again"),
    ("m", "merge", "into another event, which then cites its sources"),
    ("r", "reject", "you say why, and it is never proposed again"),
    ("s", "skip", "leave it for another time"),
    ("u", "undo", "take back your last decision; again for the one before"),
    ("q", "quit", "all that you decided is written already"),
    ("?", "help", "this list"),
)
"""Each key, its name, and what it does."""

REDRAW = "\x0c"
"""Ctrl+L shows the candidate again, as terminals have it: after the window got another width."""

_FORMS = (
    "write 2022-12-30, 2022-12 (that month), 2022, 2022-21 (that spring; 22 to 24 the others) or 2022-02~ (about then)"
)
"""How a date is written, for a person at the terminal."""

_STOP = (KeyboardInterrupt, EOFError)


class Terminal(Protocol):
    """Where the person sits."""

    def show(self, lines: Iterable[Line]) -> None:
        """Print lines, broken where the window ends."""

    def key(self) -> str:
        """Wait for a key. Ctrl+C raises KeyboardInterrupt, Ctrl+D and a closed window EOFError."""

    def ask(self, question: str, current: str = "") -> str:
        """Ask for a line of text, which stands there already to be changed; raises as `key` does."""


@dataclass
class Tally:
    """How often a session came to each decision."""

    accepted: int = 0
    edited: int = 0
    merged: int = 0
    rejected: int = 0
    skipped: int = 0

    @property
    def lines(self) -> list[str]:
        """What is said at the end."""
        counts = vars(self).items()
        told = ", ".join(f"{count} {name}" for name, count in counts if count)
        return [told.capitalize() if told else "Nothing was decided"]


@dataclass(frozen=True, slots=True)
class _Done:
    """What a person did last, by its name in the tally; a skipped candidate was written nowhere."""

    kind: str
    key: Key


@dataclass
class Session:
    """One person's way through the candidates.

    Args:
        desk: The files.
        terminal: Where the person sits.
    """

    desk: Desk
    terminal: Terminal
    tally: Tally = field(default_factory=Tally)
    _done: list[_Done] = field(default_factory=list)
    _staying: Key | None = None

    def run(self) -> Tally:
        """Go through the candidates until none is left, or the person stops.

        Returns:
            What became of them. Whatever was decided is written.

        Raises:
            FaultyTimelineError: A file has errors from the beginning.
        """
        self.desk.cases()
        try:
            while self._next():
                pass
        except _STOP:
            self._say("Stopped; what you decided is written.", "aside")
        return self.tally

    def _next(self) -> bool:
        """Show the next candidate and do what is asked, until another one's turn comes; False at the end."""
        case = self._current()
        if case is None:
            return self._at_the_end()
        cases = len(self._waiting())
        judged = sum(1 for done in self._done if done.kind != "edited")
        self.terminal.show(card(case, self.desk.near(case), judged + 1, judged + cases))
        while True:
            self.terminal.show([Line(BETWEEN_KEYS.join(f"{key} {name}" for key, name, _ in KEYS), "keys")])
            key = self.terminal.key()
            if key == "q":
                return False
            if key == "?":
                self.terminal.show([Line(f"{key}  {name}: {what}", "text", 2) for key, name, what in KEYS])
            elif key == REDRAW:
                return True
            elif key not in self._actions:
                self._say("That key does nothing here.", "aside")
            elif self._try(partial(self._actions[key], case)) or self._changed(case):
                return True

    @property
    def _actions(self) -> dict[str, Callable[[Case], bool]]:
        """What a key does; True where the candidate's turn is over, or it is to be shown again."""
        return {
            "a": self._accept,
            "e": self._edit,
            "m": self._merge,
            "r": self._reject,
            "s": self._skip,
            "u": lambda _: self._undo(),
        }

    def _try(self, action: Callable[[], bool]) -> bool:
        """Do what is asked, and say what is wrong with it; what the action gives, or False."""
        try:
            return action()
        except DatelineError as error:
            self._tell(error)
            return False

    def _changed(self, case: Case) -> bool:
        """Whether a candidate is no longer what was shown, since somebody saved the file."""
        return all(other.event != case.event or other.key != case.key for other in self._waiting())

    def _accept(self, case: Case) -> bool:
        name = self.desk.accept(case)
        return self._decided("accepted", case, f"Accepted {name}")

    def _reject(self, case: Case) -> bool:
        reason = self._ask_for("Reason", "", _some_text)
        if reason is None:
            return False
        name = self.desk.reject(case, reason)
        return self._decided("rejected", case, f"Rejected {name}")

    def _skip(self, case: Case) -> bool:
        return self._decided("skipped", case, "Skipped")

    def _edit(self, case: Case) -> bool:
        # What stands there to be changed is printed: nothing in it may be obeyed.
        old_title, old_date = plain(case.event.title or ""), case.event.date.text if case.event.date else ""
        title = self._ask_for("Title", old_title, _title)
        date = None if title is None else self._ask_for("Date", old_date, _date if old_date else _date_or_none)
        if title is None or date is None:
            return False
        if (title, date) == (old_title, old_date):
            self._say("Nothing was changed.", "aside")
            return False
        name = self.desk.edit(
            case, title=title if title != old_title else None, date=date if date != old_date else None
        )
        self._decided("edited", case)
        self._staying = case.file, name
        self._say(f"Written: {title}" + (f", {say(parse(date))}" if date else ""), "done")
        return True

    def _merge(self, case: Case) -> bool:
        target, note = self._target(case), ""
        if target is None:
            return False
        if self.desk.publishes(target):
            # A further source is no correction; whether readers are to be told is for the person to say.
            said = self._ask_for("What readers are told of the change, if anything", "", str)
            if said is None:
                return False
            note = said
        name = self.desk.merge(case, target, note)
        return self._decided("merged", case, f"Merged into {name}")

    def _target(self, case: Case) -> str | None:
        """The id of the event to merge into: one that is listed, or that some words call up; None for none."""
        listed = self.desk.near(case)[:MOST_NEAR]
        while True:
            self.terminal.show(near_lines(listed, numbered=True))
            asked = "Number, or words of the title of another event" if listed else "Words of the title, or id"
            answer = self._ask_for(f"{asked} (Ctrl+C for none)", "", _some_text)
            choices = {str(number): each.event.id for number, each in enumerate(listed, start=1)}
            if answer is None or answer in choices:
                return None if answer is None else choices[answer]
            if self.desk.named(answer):
                return answer
            found = self.desk.called(case, answer)
            if len(found) > MOST_NEAR:
                self._say(
                    f"{len(found)} events have these words; the first are shown, and more words find fewer.", "aside"
                )
            elif not found:
                self._say("No event has that number, id or words.", "warning")
            listed = found[:MOST_NEAR] or listed

    def _undo(self) -> bool:
        if not self._done:
            self._say("There is nothing to take back.", "aside")
            return False
        done = self._done[-1]
        if done.kind != "skipped":
            self.desk.undo()
        self._done.pop()
        setattr(self.tally, done.kind, getattr(self.tally, done.kind) - 1)
        self._staying = done.key
        self._say(f"Taken back: {done.kind} {done.key[1]}", "done")
        return True

    def _decided(self, kind: str, case: Case, said: str = "") -> bool:
        self._done.append(_Done(kind, case.key))
        setattr(self.tally, kind, getattr(self.tally, kind) + 1)
        self._staying = None
        if said:
            self._say(said, "done")
        return True

    def _current(self) -> Case | None:
        waiting = self._waiting()
        staying = (case for case in waiting if case.key == self._staying)
        return next(staying, waiting[0] if waiting else None)

    def _waiting(self) -> Sequence[Case]:
        """The candidates that were not skipped. While a file has errors, it is waited until they are mended."""
        skipped = {done.key for done in self._done if done.kind == "skipped"}
        while True:
            try:
                cases = self.desk.cases()
            except DatelineError as error:
                self._tell(error)
                self._say("Mend that, save the file, and press any key; q quits.", "keys")
                if self.terminal.key() == "q":
                    raise EOFError from error
            else:
                for path in self.desk.noticed():
                    self._say(f"{path} was saved by somebody else, and read again.", "warning")
                return [case for case in cases if case.key not in skipped]

    def _at_the_end(self) -> bool:
        """Nothing waits: the last decision can still be taken back. False where the session is over."""
        if not self._done:
            return False
        self._say("That was the last one; u takes back your last decision, q quits.", "keys")
        while (key := self.terminal.key()) != "q":
            if key == "u":
                self._try(self._undo)
                return True
        return False

    def _ask_for(self, question: str, current: str, check: Callable[[str], str]) -> str | None:
        """Ask until an answer is right; None where the person gives up with Ctrl+C."""
        while True:
            try:
                answer = self.terminal.ask(question, current).strip()
            except _STOP:
                self._say("Left as it was.", "aside")
                return None
            try:
                return check(answer)
            except (DatelineError, ValueError) as error:
                self._say(str(error), "warning")
                current = answer or current

    def _tell(self, error: DatelineError) -> None:
        faults = error.faults if isinstance(error, FaultyTimelineError) else ()
        self.terminal.show(Line(plain(text), "warning") for text in [*faults, str(error)])

    def _say(self, text: str, role: Role) -> None:
        self.terminal.show([Line(plain(text), role)])


def _some_text(answer: str) -> str:
    if not answer:
        raise ValueError("Write something, or press Ctrl+C to leave it as it was.")
    return answer


def _title(answer: str) -> str:
    """A title as the model has it."""
    try:
        return Event.model_validate({"title": _some_text(plain(answer))}).title or ""
    except ValidationError as error:
        raise ValueError(error.errors()[0]["msg"]) from error


def _date(answer: str) -> str:
    """A date as the model has it.

    Raises:
        EdtfError: It is none; the message shows all forms, since nobody looks a manual up in the middle of a question.
    """
    try:
        return parse(answer).text
    except EdtfError as error:
        what = error.what if answer else "this is not a date"
        raise EdtfError(what, todo=_FORMS) from error


def _date_or_none(answer: str) -> str:
    return _date(answer) if answer else ""
