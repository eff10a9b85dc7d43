"""A file that is read again after a change: what is new is judged, and what is the same is taken as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.curating.load import Loaded, load_text

PATH = Path("events.yaml")
BEFORE = """\
sources:
  herald:
    title: Water rises
actors:
  lee:
    name: Ann Lee
events:
  - id: dam-breaks
    date: 2022-05-05
    citations:
      - source: herald
  - id: ferry-sinks
    date: 2022-05-06
"""


def both(text: str) -> tuple[Loaded, Loaded]:
    """A text read after another one, and read by itself."""
    before = load_text(BEFORE, PATH)
    assert before.timeline is not None
    return load_text(text, PATH, before=before), load_text(text, PATH)


@pytest.mark.parametrize(
    "text",
    [
        BEFORE,
        BEFORE.replace("  - id: ferry", "  - id: mine-floods\n    date: 2022-05-05\n  - id: ferry"),
        BEFORE.replace("05-06", "05-07") + "    title: A ferry sinks\n",
        BEFORE + BEFORE.partition("events:\n")[2],
        BEFORE.replace("actors:\n  lee:", "  lee:") + "actors:\n  herald:\n    name: Water rises\n",
        BEFORE.replace("05-06", "13-06"),
        BEFORE.replace("title: Water", "titel: Water"),
        BEFORE.replace("    date: 2022-05-06", "    - date: 2022-05-06"),
        "",
        "events:\n",
        "events: {}\nsources: []\n",
        "- a\n",
    ],
)
def test_a_file_that_is_read_again_holds_what_it_holds_by_itself(text: str) -> None:
    again, alone = both(text)
    assert again.data == alone.data
    assert again.timeline == alone.timeline
    assert again.faults == alone.faults


def test_events_and_sources_that_are_the_same_are_not_judged_again() -> None:
    before = load_text(BEFORE, PATH)
    again = load_text(BEFORE.replace("05-06", "05-07"), PATH, before=before)
    assert before.timeline is not None
    assert again.timeline is not None
    assert again.timeline.events[0] is before.timeline.events[0]
    assert again.timeline.events[1] is not before.timeline.events[1]
    assert again.timeline.sources["herald"] is before.timeline.sources["herald"]
