"""What another's file says otherwise of an event than the timeline does, field by field, and the edits that follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.curating.drafts import Draft
from generator.curating.patch import Patch
from generator.curating.places import Key
from generator.errors import EditError
from generator.model import Event

__all__ = ["Difference", "apply", "differences"]

LONGEST_SHOWN = 80
"""Characters of a value that a line shows."""

_ESCAPES = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
"""The backslashes of Markdown, which programs put where people do without."""

_MARKS = re.compile(r"\[(?P<words>[^\[\]]*)\]\([^()\s]*\)|[*_`]+|(?<!\S)(?:[-+>]|\d+[.)]|#{1,6})\s")
"""Its marks: links, emphasis, and what begins an item of a list or a heading."""

_TEXTS = ("date", "time", "title", "summary", "status", "level", "attributed_to", "disputed", "response")
_LISTS = ("actors", "places", "tags")
_AFTER = {"time": "date", "summary": "title", "status": "title", "level": "title"}
"""The field behind which a new one is put: as a run writes them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which a draft says something else than the event.

    Attributes:
        field: The field.
        old: What the event says, as text; empty where it says nothing.
        new: What the draft says; of a list the names that it has and the event has not.
    """

    field: str
    old: str
    new: tuple[str, ...]

    def say(self) -> str:
        """The difference in a line."""
        new = ", ".join(f"“{_short(each)}”" for each in self.new)
        if self.field in _LISTS:
            return f"{self.field}: {new} added"
        return f"{self.field}: “{_short(self.old)}” → {new}" if self.old else f"{self.field}: {new}"


def differences(draft: Draft, event: Event, known_as: Callable[[str], str]) -> list[Difference]:
    """Compare a draft with the event that it is.

    Args:
        draft: The draft. What it does not say does not differ.
        event: The event.
        known_as: What the timeline calls an actor by: a key, or the name itself.

    Returns:
        The fields that differ, in the order in which an event is written. Of a list only what is new counts: an editor
        may have added to it.
    """
    return [*_texts(draft, event), *_lists(draft, event, known_as)]


def _texts(draft: Draft, event: Event) -> Iterator[Difference]:
    for field in _TEXTS:
        said, has = _text(draft, field), _text(event, field)
        same = _same_summary(said, has, draft) if field == "summary" else said.split() == has.split()
        if said and not same:
            yield Difference(field, has, (said,))


def _same_summary(said: str, has: str, draft: Draft) -> bool:
    """Whether two texts in Markdown say the same, white space and escapes aside."""
    texts = [_ESCAPES.sub("", text) for text in (said, has)]
    if draft.unmarked:
        texts = [_MARKS.sub(r"\g<words>", text) for text in texts]
    return texts[0].split() == texts[1].split()


def _text(entry: Draft | Event, field: str) -> str:
    value = getattr(entry, field)
    return str(value).strip() if value is not None else ""


def _lists(draft: Draft, event: Event, known_as: Callable[[str], str]) -> Iterator[Difference]:
    for field in _LISTS:
        has, said = getattr(event, field), getattr(draft, field)
        if field == "actors":  # an event may name them by an alias, too
            has, said = ([known_as(name) for name in names] for names in (has, said))
        new = tuple(dict.fromkeys(name for name in said if name not in has))
        if new:
            yield Difference(field, ", ".join(has), new)


def apply(patch: Patch, event: int, found: Difference) -> EditError | None:
    """Write a difference into the file.

    Args:
        patch: The changes of the file.
        event: The index of the event.
        found: The difference.

    Returns:
        Why it could not be written, or None.
    """
    path: tuple[Key, ...] = ("events", event, found.field)
    try:
        if found.field in _LISTS:
            patch.extend(path, found.new)
        else:
            patch.put(path, found.new[0], after=_AFTER.get(found.field, ""))
    except EditError as error:
        return error
    return None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"
