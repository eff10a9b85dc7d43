"""A file that is read again and again: it holds what it holds when it is read for the first time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.curating.load import Loaded, load
from generator.curating.reloading import Reloader
from generator.errors import ConflictError

LINES = """\
schema: 1
timeline: {title: Harbours}
actors:
  lee: {name: Ann Lee}
sources:
  herald:
    title: Water rises
    url: https://herald.example/1
  gazette:
    title: "A dam: broken"
events:
  - id: dam-breaks
    date: 2022-05-05
    actors: [lee]
    citations:
      - source: herald
        when: on Friday
  # Not certain.
  - date: 2022-05-06
    title: A ferry sinks
    source: https://gazette.example/2

  - id: mine-floods
    date: 2022-06
    summary: >-
      It rains,
      and the mine is full.
""".splitlines(keepends=True)

NEW = (
    *("  - id: bridge-opens\n", "    date: 2022-05-07\n", "    title: no\n", "    tags: [works]\n", "# note\n", "\n"),
    *("      - source: gazette\n", "  lee: {name: Bo Li}\n", "events:\n", "    date: 2022-13-01\n", "    titel: é\n"),
    *("  - {id: quay}\n", "   - x\n", '    title: "open\n', "    source: herald\n", "- a\n", "<<<<<<< ours\n", "\tx\n"),
)
"""Lines that may come in, some of them at no place without a fault."""

EDITS = st.lists(
    st.tuples(st.integers(0, len(LINES)), st.integers(0, 3), st.lists(st.sampled_from([*LINES, *NEW]), max_size=3)),
    max_size=2,
)
"""From which line, how many go, and what comes in their place."""


def told(loaded: Loaded) -> object:
    """All that is known of a file."""
    paths = [("events", index, "title") for index in range(6)]
    return (
        (loaded.text, loaded.data, repr(loaded.data), loaded.written, loaded.timeline, loaded.parsed, loaded.faults),
        loaded.told(loaded.faults),
        [loaded.places.at(path) for path in paths],
        (loaded.event_lines, loaded.event_files, loaded.path, loaded.bom, loaded.newline),
    )


def assert_alike(reloader: Reloader, path: Path) -> None:
    """What is read again is what is read for the first time."""
    try:
        alone = load(path)
    except ConflictError as error:
        with pytest.raises(ConflictError) as again:
            reloader.load(path)
        assert str(again.value) == str(error)
        return
    assert told(reloader.load(path)) == told(alone)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_after_any_edits_a_file_holds_what_it_holds_for_who_never_read_it(
    tmp_path: Path, rounds: list[list[tuple[int, int, list[str]]]]
) -> None:
    path = tmp_path / "events.yaml"
    reloader = Reloader()
    for edits in ([], *rounds):
        lines = [*LINES]
        for at, count, put in edits:
            lines[at : at + count] = put
        path.write_text("".join(lines), encoding="utf-8")
        assert_alike(reloader, path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(EDITS, min_size=2, max_size=3))
def test_several_files_hold_what_they_hold_for_who_never_read_them(
    tmp_path: Path, rounds: list[list[tuple[int, int, list[str]]]]
) -> None:
    (tmp_path / "events").mkdir(exist_ok=True)
    reloader = Reloader()
    for edits in rounds:
        first, second = [*LINES], [line.replace("-05-", "-07-").replace("id: ", "id: new-") for line in LINES[11:]]
        for at, count, put in edits:
            (first if at % 2 else second)[at : at + count] = put
        (tmp_path / "events" / "1.yaml").write_text("".join(first), encoding="utf-8")
        (tmp_path / "events" / "2.yaml").write_text("events:\n" + "".join(second), encoding="utf-8")
        assert_alike(reloader, tmp_path / "events.yaml")


def test_entries_that_are_the_same_are_the_same_also_after_a_faulty_time(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    reloader = Reloader()
    text = "".join(LINES)
    path.write_text(text, encoding="utf-8")
    first = reloader.load(path)
    path.write_text(text.replace("date: 2022-06", "date: soon"), encoding="utf-8")
    assert reloader.load(path).timeline is None
    path.write_text(text.replace("date: 2022-06", "date: 2022-07"), encoding="utf-8")
    last = reloader.load(path)
    assert first.timeline is not None
    assert last.timeline is not None
    assert last.timeline.events[0] is first.timeline.events[0]
    assert last.timeline.events[2] is not first.timeline.events[2]
