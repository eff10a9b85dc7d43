"""Any file, any sequence of commands: what they are not about keeps every byte, and undo restores it."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.curating.joining import merging
from generator.curating.judge import accept, reject
from generator.curating.load import Loaded, load, load_text
from generator.curating.notes import Note, amended
from generator.curating.redacting import Redaction
from generator.curating.renaming import renaming
from generator.curating.resolving import resolving
from generator.curating.splitting import join, split
from generator.curating.withdrawing import withdrawing
from generator.curating.write import replace_file
from generator.errors import DatelineError

DAY = dt.date(2026, 11, 22)
PATH = Path("events.yaml")
TITLES = [
    "Storm hits Port Elm",
    '"Quoted: storm"',
    "'single # no comment'",
    ">-\n{i}folded\n\n{i}text",
    "|\n{i}a block",
]
REVIEWS = ["", "candidate", "candidate", "accepted"]


@dataclass(frozen=True)
class Command:
    """A command: its name, the events that it names by number, and what it does to a text."""

    name: str
    events: tuple[int, ...]
    run: Callable[[Loaded], str]


def event_lines(draw: Any, number: int, column: int) -> list[str]:
    """An event in some person's style; its comments and words say which one it is."""
    indent = " " * (column + 2)
    review = draw(st.sampled_from(REVIEWS))
    title = draw(st.sampled_from(TITLES)).replace("{i}", f"{indent}  ")
    lines = [
        f"{' ' * column}# above {number}",
        f"{' ' * column}- id: event-{number}",
        f"{indent}date: 202{number}-05{draw(st.sampled_from(['', '-01', '~']))}  # of {number}",
        *f"{indent}title: {title}".split("\n"),
        *([f"{indent}review: {review}"] if review else []),
        f"{indent}# within {number}",
    ]
    style = draw(st.integers(0, 2))
    if style == 0:
        lines += [f"{indent}citations: [{{source: a, mention: {number:010}}}]"]
    elif style == 1:
        lines += [f"{indent}citations:", f"{indent}- source: b", f"{indent}  when: on Friday", f"{indent}  date: null"]
    else:
        lines += [f"{indent}source: https://example.org/{number}"]
    if draw(st.booleans()):
        lines += [f"{indent}tags: [t{number}, shared]"]
    if draw(st.booleans()):
        lines += [f"{indent}aliases:", f"{indent}  - old-{number}"]
    return lines


@st.composite
def texts(draw: Any) -> str:
    """A file with two to four events."""
    column = draw(st.sampled_from([0, 2]))
    blank = [""] if draw(st.booleans()) else []
    lines = [
        "# first",
        "schema: 1",
        "sources:",
        "  a: {title: A, published: 2020-01-01}",
        "  b:",
        "    title: B  # of b",
    ]
    lines += draw(st.sampled_from([[], ["    published: null"]]))
    lines += ["# about events", "events:"]
    for number in range(draw(st.integers(2, 4))):
        lines += [*event_lines(draw, number, column), *blank]
    lines += draw(st.sampled_from([[], ["views: []", "# last"]]))
    text = draw(st.sampled_from(["\n", "\r\n"])).join([*lines, ""])
    assert load_text(text, PATH).timeline is not None, (text, load_text(text, PATH).faults)
    return text


@st.composite
def commands(draw: Any) -> Command:
    """A command on events that may be there."""
    one, other = draw(st.integers(0, 3)), draw(st.integers(0, 3))
    name, second = f"event-{one}", f"event-{other}"
    note = Note(DAY, "It was “otherwise”: so")
    made: dict[str, Callable[[Loaded], str]] = {
        "accept": lambda loaded: accept(loaded, [name])[0],
        "reject": lambda loaded: reject(loaded, [name], "Not ours: no")[0],
        "rename": lambda loaded: amended(loaded, renaming(name, f"new-{one}"), note).text,
        "merge": lambda loaded: amended(loaded, merging(name, second), note).text,
        "withdraw": lambda loaded: amended(loaded, withdrawing(name, "Wrong"), note).text,
        "redact": lambda loaded: Redaction(["storm", "Folded"], "[x]").file(loaded).text,
        "resolve": lambda loaded: amended(loaded, resolving("b", dt.date(2020, 5, 2)), note).text,
    }
    chosen = draw(st.sampled_from(sorted(made)))
    touched = (0, 1, 2, 3) if chosen in {"redact", "resolve"} else (one, other) if chosen == "merge" else (one,)
    return Command(chosen, touched, made[chosen])


def parts_by_event(loaded: Loaded) -> dict[str, str]:
    """The text of each event, from its first key to its last value, by its first comment."""
    nodes = [loaded.places.node(("events", index)) for index in range(len(loaded.data["events"]))]
    return {
        str(loaded.data["events"][index].get("id")): loaded.text[node.start : node.end]
        for index, node in enumerate(nodes)
        if node is not None
    }


@given(texts(), st.lists(commands(), min_size=1, max_size=5))
def test_what_commands_are_not_about_keeps_every_byte_and_undo_restores_all(text: str, sequence: list[Command]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        path.write_bytes(text.encode())
        history = []
        for command in sequence:
            loaded = load(path)
            try:
                new = command.run(loaded)
            except DatelineError:
                continue  # refused, with nothing changed
            after = load_text(new, path)
            assert after.timeline is not None, (command.name, new)
            touched = {
                event.id
                for event in (loaded.timeline.events if loaded.timeline else ())
                for number in command.events
                if f"event-{number}" in {event.id, *event.aliases}
            }
            before = {name: part for name, part in parts_by_event(loaded).items() if name not in touched}
            now = parts_by_event(after)
            assert {name: now.get(name) for name in before} == before, command.name
            for number in range(4):
                assert (f"# above {number}" in new) == (f"# above {number}" in text)
            for comment in ("# first", "# of b", "# about events", "# last"):
                assert (comment in new) == (comment in text)
            assert ("\r\n" in new) == ("\r\n" in text)
            assert new.count("\r\n") in {0, new.count("\n")}
            replace_file(path, loaded.text, new)
            history.append((loaded.text, new))
        for old, new in reversed(history):
            replace_file(path, new, old)
        assert path.read_bytes() == text.encode()


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


@given(texts(), st.lists(commands(), min_size=1, max_size=4))
def test_of_several_files_those_that_commands_are_not_about_stay_and_undo_restores_all(
    text: str, sequence: list[Command]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        path.write_bytes(text.encode())
        whole = load(path)
        replace_file(path, whole.text, split(whole))
        files = files_of(Path(folder))
        history = []
        for command in sequence:
            loaded = load(path)
            try:
                new = command.run(loaded)
            except DatelineError:
                continue  # refused, with nothing changed
            before = files_of(Path(folder))
            replace_file(path, loaded.text, new)
            after = load(path)
            assert after.timeline is not None, (command.name, new)
            assert after.text == new
            named = {f"event-{number}" for number in command.events}
            events = loaded.timeline.events if loaded.timeline else ()
            where = loaded.event_files
            touched = {where[event.id or ""] for event in events if named & {event.id, *event.aliases}}
            touched.add("timeline.yaml")
            now = files_of(Path(folder))
            assert {name: now.get(name) for name in before.keys() - touched} == {
                name: before[name] for name in before.keys() - touched
            }, command.name
            history.append((loaded.text, new))
        for old, new in reversed(history):
            replace_file(path, new, old)
        assert files_of(Path(folder)) == files
        several = load(path)
        replace_file(path, several.text, join(several))
        assert load(path).data["events"] == whole.data["events"]
