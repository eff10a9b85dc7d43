"""What stands in a `timeline` block: a few keys in YAML, each checked against the timeline that it asks for.

All that is wrong with a block is said at once, each fault with the line that it stands on and what to write instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from generator.curating.faults import either, quoted
from generator.curating.nodes import Composed, compose
from generator.curating.suggest import nearest
from generator.dates import Edtf, parse
from generator.errors import EdtfError
from generator.publishing.atlas import Atlas
from generator.publishing.embedding.choice import ORDERS, Choice
from generator.publishing.links import slug
from generator.publishing.status import STATUSES

__all__ = ["STYLES", "Block", "BlockFault", "read_block"]

Style = Literal["list", "compact", "chart"]
STYLES: tuple[Style, ...] = get_args(Style)


@dataclass(frozen=True, slots=True)
class Block:
    """What a block asks for: which events, and in which style."""

    choice: Choice
    style: Style = "list"


@dataclass(frozen=True, slots=True)
class BlockFault:
    """One thing that is wrong with a block.

    Attributes:
        line: The line within the block's body, from 0.
        what: What is wrong.
        todo: What to write instead.
    """

    line: int
    what: str
    todo: str


class _RefusedError(Exception):
    """A value that a key cannot have; it becomes a fault.

    Args:
        what: What is wrong.
        todo: What to write instead.
    """

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what, todo)
        self.what = what
        self.todo = todo


def read_block(text: str, atlas: Atlas, above: int = 0) -> tuple[Block, tuple[BlockFault, ...]]:
    """Read the body of a block.

    Args:
        text: The body: YAML, or nothing, which asks for all events.
        atlas: The timeline that it asks for.
        above: How many lines of its file stand above it, for a message that names another line of it.

    Returns:
        What it asks for, as far as that is right, and what is wrong, in the order of the lines.
    """
    composed = compose("\n" * above + text)
    if composed.faults:
        found = ((fault.line - 1 - above, fault) for fault in composed.faults)
        return Block(Choice()), tuple(BlockFault(line, fault.what, fault.todo) for line, fault in found)
    if composed.data is None:
        return Block(Choice()), ()
    if not isinstance(composed.data, dict):
        return Block(Choice()), (
            BlockFault(0, "a block says what it shows by keys", "write one a line: “tags: [energy]”"),
        )
    values: dict[str, Any] = {}
    faults: list[BlockFault] = []
    for key, value in composed.data.items():
        try:
            if value is not None:
                values[key] = _read(key, value, atlas)
        except _RefusedError as refused:
            faults.append(BlockFault(_line(composed, key) - above, refused.what, refused.todo))
    style = values.pop("style", "list")
    if not faults and (fault := _backwards(values)):
        faults.append(BlockFault(_line(composed, "to") - above, *fault))
    return Block(Choice(**{_FIELDS.get(key, key): value for key, value in values.items()}), style), tuple(faults)


_FIELDS = {"status": "statuses", "from": "from_"}
"""What a key is called in a choice, where that is not its own name."""


def _read(key: str, value: Any, atlas: Atlas) -> Any:  # noqa: ANN401 plain data of YAML
    if key not in _KEYS:
        meant = nearest(key, _KEYS)
        todo = f"did you mean “{meant}”?" if meant else f"write {either(_KEYS)}"
        raise _RefusedError(f"a timeline block has no key {quoted(key)}", todo)
    return _KEYS[key](value, atlas)


def _line(composed: Composed, key: str) -> int:
    place = composed.places.key((key,))
    return place.start.line - 1 if place else 0


def _backwards(values: Mapping[str, Any]) -> tuple[str, str] | None:
    """What is wrong with two dates of which the second ends before the first begins."""
    begin, end = values.get("from"), values.get("to")
    if begin and end and end.latest < begin.earliest:
        return f"“to: {end.text}” lies before “from: {begin.text}”", "write the earlier date after from"
    return None


def _tags(value: Any, atlas: Atlas) -> tuple[str, ...]:  # noqa: ANN401 plain data of YAML
    known = {slug(tag): tag for event in atlas.timeline.events for tag in event.tags}
    return _labels(value, known, "tag")


def _places(value: Any, atlas: Atlas) -> tuple[str, ...]:  # noqa: ANN401 plain data of YAML
    known = {slug(place): place for event in atlas.timeline.events for place in event.places}
    return _labels(value, known, "place")


def _labels(value: Any, known: Mapping[str, str], what: str) -> tuple[str, ...]:  # noqa: ANN401 plain data of YAML
    return tuple(_known(text, known, slug(text), what) for text in _texts(value))


def _actors(value: Any, atlas: Atlas) -> tuple[str, ...]:  # noqa: ANN401 plain data of YAML
    actors = atlas.timeline.actors
    names = {name for actor in actors.values() for name in (actor.name, *actor.aliases)}
    plain = {name for event in atlas.timeline.events for name in event.actors}
    # Of a key and a name that differ in their case the name is what a message says.
    known = {name.casefold(): name for name in (*actors, *sorted(plain | names, reverse=True))}
    return tuple(_known(text, known, text.casefold(), "actor") for text in _texts(value))


def _known(text: str, known: Mapping[str, str], key: str, what: str) -> str:
    """A text as the timeline writes it, by the key under which it is known there."""
    if key in known:
        return known[key]
    meant = nearest(text, known.values())
    todo = f"did you mean “{meant}”?" if meant else _some(known.values(), what)
    raise _RefusedError(f"the timeline has no {what} {quoted(text)}", todo)


def _some(known: Iterable[str], what: str, most: int = 8) -> str:
    """What there is, where that is little enough to be read."""
    words = sorted(known, key=str.casefold)
    if not words:
        return f"it has no {what} at all yet: leave this out"
    return (
        f"write {either(words)}" if len(words) <= most else f"write one that an event has, such as {quoted(words[0])}"
    )


def _one_of(words: Iterable[str], what: str) -> Callable[[Any, Atlas], str]:
    known = tuple(words)

    def read(value: Any, _: Atlas) -> str:  # noqa: ANN401 plain data of YAML
        if value in known:
            return str(value)
        meant = nearest(value, known) if isinstance(value, str) else None
        raise _RefusedError(
            f"{quoted(value)} is no {what}", f"did you mean “{meant}”?" if meant else f"write {either(known)}"
        )

    return read


def _statuses(value: Any, atlas: Atlas) -> tuple[str, ...]:  # noqa: ANN401 plain data of YAML
    read = _one_of(STATUSES, "status")
    return tuple(read(text, atlas) for text in _texts(value))


def _date(value: Any, _: Atlas) -> Edtf:  # noqa: ANN401 plain data of YAML
    if not isinstance(value, str):
        raise _RefusedError(f"{quoted(value)} is no date", "write 2022, 2022-12 or 2022-12-30")
    try:
        return parse(value)
    except EdtfError as error:
        raise _RefusedError(error.what, error.todo) from error


def _limit(value: Any, _: Atlas) -> int:  # noqa: ANN401 plain data of YAML
    if isinstance(value, str) and value.isascii() and value.isdigit() and 0 < len(value) < 7 and int(value):
        return int(value)
    raise _RefusedError(f"{quoted(value)} is no number of events", "write a whole number from 1, such as 10")


def _view(value: Any, atlas: Atlas) -> str:  # noqa: ANN401 plain data of YAML
    known = {view.id: view.id for view in atlas.timeline.views}
    found = tuple(_known(text, known, text, "view") for text in _texts(value))
    if len(found) == 1:
        return found[0]
    raise _RefusedError("a block shows one view", "write its id alone, or a block for each")


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 plain data of YAML
    """One text, or each of a list."""
    for each in value if isinstance(value, list) else [value]:
        if not isinstance(each, str) or not each.strip():
            raise _RefusedError(f"{quoted(each)} is no text", "write a word, or several in brackets: [energy, trade]")
        yield each.strip()


_KEYS: Mapping[str, Callable[[Any, Atlas], Any]] = {
    "tags": _tags,
    "actors": _actors,
    "places": _places,
    "status": _statuses,
    "from": _date,
    "to": _date,
    "view": _view,
    "limit": _limit,
    "order": _one_of(ORDERS, "order"),
    "style": _one_of(STYLES, "style"),
}
"""What a block may say, and how each is read."""
