"""What pydantic finds wrong with the data, said in plain English and at its place in the file.

`WORDS` has an entry for each type of error that the format can raise; a test derives these types from the model.
"""

from __future__ import annotations

import datetime as dt
import re
import typing
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.curating.date_hints import date_hint, respelt
from generator.curating.faults import Fault, either, quoted
from generator.curating.places import Key, Places
from generator.curating.suggest import nearest
from generator.dates import parse
from generator.errors import EdtfError
from generator.model import (
    SCHEMA,
    Actor,
    Citation,
    Correction,
    Entry,
    Event,
    Media,
    Period,
    PublishedBasis,
    Related,
    Source,
    Timeline,
    TimelineInfo,
    Translation,
    View,
)

__all__ = ["NOUNS", "WORDS", "model_faults"]

NOUNS: dict[type[Entry], str] = {
    Timeline: "the file",
    TimelineInfo: "the timeline",
    Event: "an event",
    Citation: "a citation",
    Source: "a source",
    PublishedBasis: "a published_basis",
    Actor: "an actor",
    Related: "an entry of related",
    Media: "an image",
    Translation: "a translation",
    Correction: "a correction",
    Period: "a period",
    View: "a view",
}
"""What each part of the file is called."""

_BEGINNINGS: dict[type[Entry], str] = {
    Citation: "write “- source:” and the key of a source",
    Related: "write {id: some-event, as: follows}",
    Source: "write its title, publisher and url on lines of their own, indented, each as “key: value”",
    Actor: "write {name: Full Name}",
    Event: "write “- date: 2022-12-30”, and title and source on lines of their own below it",
    Timeline: "begin with “schema: 1”, then “events:” and the events, each with “- ” before its first key",
}
"""How each part begins, for a part that was written as plain text."""


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: or .*)?")
"""A hint that names a day, as `published` wants it."""


@dataclass(frozen=True, slots=True)
class _Mistake:
    """One of pydantic's errors, with what the words for it need.

    Attributes:
        path: The way to the value in the file.
        value: What stands there.
        expected: The values that would have been allowed, for a literal.
        cause: The exception that a validator of the model raised, if one did.
    """

    path: tuple[Key, ...]
    value: Any
    expected: tuple[str, ...]
    cause: Exception | None

    @property
    def key(self) -> str:
        """The last key of the path: what a person calls the value."""
        return next((key for key in reversed(self.path) if isinstance(key, str)), "")

    @property
    def annotation(self) -> object:
        """The type that the format has for the value; None for an item of a list."""
        return _fields(self.parent).get(str(self.path[-1])) if self.path else None

    @property
    def in_list(self) -> bool:
        """Whether the value is an item of a list."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def entry(self) -> type[Entry]:
        """The part of the file that the value is."""
        return entry_at(self.path) or Timeline

    @property
    def parent(self) -> type[Entry]:
        """The part of the file that the value is in."""
        return entry_at(self.path[:-1]) or Timeline


Words = tuple[str, str]
"""What is wrong, and what to write instead."""


def model_faults(error: ValidationError, places: Places) -> list[Fault]:
    """Say what a validation found.

    Args:
        error: What pydantic raised for the file's data.
        places: Where the data stand.

    Returns:
        A fault for each of its errors, in pydantic's order.
    """
    return [_fault(details, places) for details in error.errors(include_url=False)]


def _fault(details: ErrorDetails, places: Places) -> Fault:
    path = tuple(key for key in details["loc"] if key != "[key]")
    at_key = details["loc"][-1:] == ("[key]",) or details["type"] == "extra_forbidden"
    context = details.get("ctx", {})
    mistake = _Mistake(
        path=path,
        value=details["input"],
        expected=tuple(re.findall(r"'([^']*)'", str(context.get("expected", "")))),
        cause=context.get("error"),
    )
    what, todo = WORDS.get(details["type"], _other)(mistake)
    key = places.key(path) if at_key else None
    position = key.start if key else places.at(path)
    return Fault(position.line, position.column, what, todo)


def _unknown_key(mistake: _Mistake) -> Words:
    key = str(mistake.path[-1])
    what = f"unknown key {quoted(key)} in {NOUNS[mistake.parent]}"
    meant = nearest(key, mistake.parent.allowed_keys())
    if meant:
        return what, f"did you mean “{meant}”?"
    homes = [noun for entry, noun in NOUNS.items() if key in entry.allowed_keys()]
    if homes:
        return what, f"move it to {either(homes)}, or delete it"
    return what, f"use {either(sorted(mistake.parent.allowed_keys()))}; your own keys begin with x-"


def _missing(mistake: _Mistake) -> Words:
    key = mistake.path[-1]
    return f"{NOUNS[mistake.parent]} has no “{key}”", f"add “{key}:” and its value"


def _not_text(mistake: _Mistake) -> Words:
    if mistake.value is None:
        return f"an item of “{mistake.key}” is empty", "write its text, or delete it"
    if isinstance(mistake.value, bool):
        word = "true" if mistake.value else "false"
        return f"“{mistake.key}” must be text, and {word} is none", f'put it in double quotes: "{word}"'
    kind = "a list" if isinstance(mistake.value, list) else "keys and values"
    if mistake.key == "source" and kind == "a list":
        todo = "keep one; write each of the others as “- source: …” under citations, by its key under sources"
        return "“source” must be one source, not a list", todo
    todo = "write one text; put text with “: ” in it, or with [ or { before it, in double quotes"
    return f"“{mistake.key}” must be text, not {kind}", todo


def _empty(mistake: _Mistake) -> Words:
    if mistake.in_list:
        return f"an item of “{mistake.key}” is empty", "write its text, or delete it"
    return f"“{mistake.key}” is empty", "write its text, or delete the key"


def _not_a_choice(mistake: _Mistake) -> Words:
    if mistake.path == ("schema",):
        what = f"this version of Dateline does not know schema {quoted(mistake.value)}"
        return what, f"write {SCHEMA}, or install the version that the file is for"
    what = f"{quoted(mistake.value)} is no value for “{mistake.key}”"
    if not isinstance(mistake.value, str | bool):
        what = f"“{mistake.key}” must be one word"
    choice = either(mistake.expected)
    meant = nearest(str(mistake.value), mistake.expected)
    return what, f"did you mean “{meant}”? It can be {choice}" if meant else f"write {choice}"


def _not_a_list(mistake: _Mistake) -> Words:
    what = f"“{mistake.key}” must be a list"
    entry = entry_at((*mistake.path, 0))
    if entry is not None:
        return what, f"begin each {NOUNS[entry].split(' ', 1)[1]} with “- ”"
    if isinstance(mistake.value, str):
        items = ", ".join(item.strip() for item in mistake.value.split(","))
        return what, f"write [{items if len(items) <= 60 else '…'}]"
    return what, "begin each item with “- ”, or write them as [one, another]"


def _not_keys(mistake: _Mistake) -> Words:
    entry = entry_at((*mistake.path, "key"))
    noun = NOUNS[entry] if entry else "a value"
    what = f"“{mistake.key}” must be keys with {noun} under each"
    return what, "write each under a key of its own, without a dash: “some-key:”"


def _not_an_entry(mistake: _Mistake) -> Words:
    entry, noun = mistake.entry, NOUNS[mistake.entry]
    key = re.match(r"([a-z_]+):\S", mistake.value) if isinstance(mistake.value, str) else None
    if key and key[1] in entry.allowed_keys():
        return "a space is missing after the colon", f"write “{key[1]}: …”"
    wide = re.match(r"([a-z_]+)\s?([：﹕])", mistake.value) if isinstance(mistake.value, str) else None
    if wide and wide[1] in entry.allowed_keys():
        return f"“{wide[2]}” is no colon in YAML", f"write an ordinary one and a space: “{wide[1]}: …”"
    todo = _BEGINNINGS.get(entry, f"write {either(sorted(entry.allowed_keys()))}, each as “key: value”")
    if mistake.value is None:
        return f"{noun} is empty here", f"{todo}; or delete it"
    kind = "a list" if isinstance(mistake.value, list) else "text"
    return f"{noun} must be keys and values, not {kind}", todo


def _refused(mistake: _Mistake) -> Words:
    """A validator of the model refused the value, and said why."""
    if isinstance(mistake.cause, EdtfError):
        return _not_a_date(mistake, mistake.cause)
    if mistake.key == "source" and "://" in str(mistake.value) and mistake.parent is Citation:
        todo = (
            "write it as url of an entry under sources, and the key of that here; or as source beside the event's title"
        )
        return f"{quoted(mistake.value)} is an address, and a citation names a source by its key", todo
    what, _, todo = str(mistake.cause).rpartition(": write ")
    return _shortened(what), f"write {todo}"


def _not_a_date(mistake: _Mistake, cause: EdtfError) -> Words:
    if isinstance(mistake.value, str):
        hint = respelt(mistake.value) or date_hint(mistake.value)
        if hint and (mistake.annotation is not dt.date or DAY.fullmatch(hint)):
            return _shortened(cause.what), f"write {hint}"
        proposed = cause.todo.removeprefix("write ")
        if re.fullmatch(r"[0-9-]+", proposed):
            # The advice mends the spelling only: there may be no such day.
            try:
                parse(proposed)
            except EdtfError as error:
                return _shortened(cause.what), error.todo
    return _shortened(cause.what), cause.todo


def _shortened(what: str, limit: int = 160) -> str:
    """A message that quotes the file, on one line and not without end."""
    return quoted(what, limit)[1:-1]


def _other(mistake: _Mistake) -> Words:
    return f"“{mistake.key}” cannot be {quoted(mistake.value)}", "see the manual's page on the file's format"


WORDS: dict[str, Callable[[_Mistake], Words]] = {
    "dict_type": _not_keys,
    "extra_forbidden": _unknown_key,
    "literal_error": _not_a_choice,
    "missing": _missing,
    "model_type": _not_an_entry,
    "string_too_short": _empty,
    "string_type": _not_text,
    "tuple_type": _not_a_list,
    "value_error": _refused,
}
"""The type of pydantic's error → the words for it."""


def entry_at(path: tuple[Key, ...]) -> type[Entry] | None:
    """The part of the format that stands at a path, or None for a plain value, a list or a mapping of others."""
    at: Any = Timeline
    for key in path:
        at = _inside(at, key)
    return at if isinstance(at, type) and issubclass(at, Entry) else None


def _inside(annotation: Any, key: Key) -> Any:  # noqa: ANN401 an annotation may be anything
    """The annotation of the value under a key; None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return _fields(annotation).get(str(key))
    arguments = typing.get_args(annotation)
    return _bare(arguments[-1] if typing.get_origin(annotation) is dict else arguments[0]) if arguments else None


@cache
def _fields(entry: type[Entry]) -> dict[str, Any]:
    """The annotation of each key of a part, without `None` and metadata."""
    return {field.alias or name: _bare(field.annotation) for name, field in entry.model_fields.items()}


def _bare(annotation: Any) -> Any:  # noqa: ANN401 an annotation may be anything
    """An annotation without `| None` and without `Annotated`."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    choices = [choice for choice in typing.get_args(annotation) if choice is not type(None)]
    optional = type(None) in typing.get_args(annotation)
    return _bare(choices[0]) if optional and choices else annotation
