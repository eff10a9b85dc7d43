"""Whatever a file looks like, an edit keeps each line that it is not about, and the file then holds what was meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.curating.edit import Revision
from generator.curating.layout import Layout
from generator.curating.load import Loaded, load_text

DATES = ["2019", "2020-05", "2020-05-03", "2022-02~", "2023-21", "2026-01-31/2026-02-01"]
TEXTS = [
    "plain words",
    '"quoted: words"',
    "'single # no comment'",
    "|\n{i}  a block\n{i}  of text",
    ">-\n{i}  folded\n\n{i}  text",
]
COMMENTS = ["# a remark", "# - id: not-an-event", "#", "# größer – 大"]
NEW = {
    "id": "new-event",
    "date": "2021-06-01",
    "title": "New: “event” # 1",
    "citations": [{"source": "s-new", "date": None}],
}
CITATION = {"source": "s-new", "quote": 'He said: "no"\nand left.', "mention": "0123456789"}
SOURCE = {"title": "A headline", "published": None}


class Style:
    """How a person writes a file: drawn once a file."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.list_indent = draw(st.sampled_from([0, 2, 4]))
        self.dash = draw(st.sampled_from(["- ", "-   "]))
        self.spaced = draw(st.booleans())

    def chance(self) -> bool:
        return self.draw(st.integers(0, 3)) == 0

    def comment(self, indent: int) -> list[str]:
        return [" " * indent + self.draw(st.sampled_from(COMMENTS))] if self.chance() else []

    def tail(self, value: str) -> str:
        return (
            f"{value} # {self.draw(st.sampled_from(['why', 'see b: c']))}"
            if self.chance() and "\n" not in value
            else value
        )


def source_lines(style: Style, key: str) -> list[str]:
    if style.chance():
        return [*style.comment(2), f"  {key}: {{title: {key}, publisher: Paper}}"]
    return [
        *style.comment(2),
        f"  {key}:",
        f"    title: {style.tail(key)}",
        *style.comment(4),
        "    published: 2020-01-01",
    ]


def event_lines(style: Style, number: int) -> list[str]:
    column = style.list_indent + len(style.dash)
    indent = " " * column
    text = style.draw(st.sampled_from(TEXTS)).replace("{i}", indent)
    date = style.draw(st.sampled_from(DATES))
    lines = [
        f"{style.list_indent * ' '}{style.dash}id: event-{number}",
        f"{indent}date: {style.tail(date)}",
        f"{indent}review: candidate",
        *style.comment(column),
        *f"{indent}title: {style.tail(text)}".split("\n"),
    ]
    if style.draw(st.booleans()):
        inner = column + style.draw(st.sampled_from([0, 2]))
        lines += [f"{indent}citations:", f"{inner * ' '}- source: a", f"{inner * ' '}  quote: {style.tail('words')}"]
        lines += style.comment(inner + 2)
    if style.chance():
        lines += [f"{indent}tags: [one,", f"{indent}  two]"]
    return [*style.comment(style.list_indent), *lines, *style.comment(column)]


@st.composite
def files(draw: Any) -> Loaded:
    """A file in some person's style, with at least one event."""
    style = Style(draw)
    keys = draw(st.lists(st.sampled_from(["a", "m", "s-old", "z"]), min_size=1, unique=True))
    count = draw(st.integers(1, 4))
    lines = [*style.comment(0), "schema: 1", "", "sources:"]
    for key in dict.fromkeys(["a", *keys]):
        lines += source_lines(style, key) + ([""] if style.spaced else [])
    lines += [*style.comment(0), "events:"]
    for number in range(count):
        lines += event_lines(style, number) + ([""] if style.spaced else [])
    if style.chance():
        lines += ["", "periods: []", *style.comment(0)]
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    ends = lines[-1].startswith(("periods", "#")) and draw(st.booleans())  # a block of text needs its last line break
    text = newline.join(lines) + ("" if ends else newline)
    loaded = load_text(text, Path("events.yaml"))
    assert loaded.timeline is not None, (text, loaded.faults)
    return loaded


def is_subsequence(lines: list[str], of: list[str]) -> bool:
    rest = iter(of)
    return all(line in rest for line in lines)


def lines_of(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def data(text: str) -> dict[str, Any]:
    loaded = load_text(text, Path("events.yaml"))
    assert loaded.timeline is not None
    return loaded.data


@given(files(), st.data())
def test_what_is_added_leaves_each_old_line_in_its_place(loaded: Loaded, choose: st.DataObject) -> None:
    edits = Revision(loaded)
    edits.add_event(NEW)
    edits.add_source("s-new", SOURCE)
    event = choose.draw(st.integers(0, len(loaded.data["events"]) - 1))
    edits.add_citation(event, CITATION)
    new_text = edits.text()

    old_lines = [line for line in lines_of(loaded.text) if line or loaded.text.endswith("\n")]
    assert is_subsequence(old_lines, lines_of(new_text))
    assert ("\r\n" in loaded.text) == ("\r\n" in new_text)
    assert loaded.text.endswith("\n") == new_text.endswith("\n") or not loaded.text.endswith("\n")

    new = data(new_text)
    old_events = [each for each in new["events"] if each["id"] != NEW["id"]]
    assert [each for each in new["events"] if each["id"] == NEW["id"]] == [NEW]
    assert old_events[event].pop("citations") == [*loaded.data["events"][event].get("citations", []), CITATION]
    assert old_events == [
        {key: value for key, value in each.items() if number != event or key != "citations"}
        for number, each in enumerate(loaded.data["events"])
    ]
    assert new["sources"] == {**loaded.data["sources"], "s-new": SOURCE}


@given(files(), st.data())
def test_accepting_takes_away_one_line(loaded: Loaded, choose: st.DataObject) -> None:
    event = choose.draw(st.integers(0, len(loaded.data["events"]) - 1))
    edits = Revision(loaded)
    edits.accept(event)
    new_text = edits.text()
    assert len(lines_of(new_text)) == len(lines_of(loaded.text)) - 1
    assert is_subsequence(lines_of(new_text), lines_of(loaded.text))
    expected = [dict(each) for each in loaded.data["events"]]
    del expected[event]["review"]
    assert data(new_text)["events"] == expected


@given(files(), st.data())
def test_rejecting_leaves_the_other_events_as_they_are(loaded: Loaded, choose: st.DataObject) -> None:
    event = choose.draw(st.integers(0, len(loaded.data["events"]) - 1))
    node = loaded.places.node(("events", event))
    assert node is not None
    edits = Revision(loaded)
    edits.reject(event, "No event")
    new_text = edits.text()
    layout = Layout(loaded.text, loaded.newline)
    assert new_text.startswith(loaded.text[: node.start])
    after = loaded.text[layout.after(node, layout.column(node.start) - 1) :]
    assert new_text.endswith(after)
    expected = list(loaded.data["events"])
    expected[event] = {"id": f"event-{event}", "review": "rejected", "reason": "No event"}
    assert data(new_text)["events"] == expected
