from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from generator.reviewing.card import Line
from generator.reviewing.desk import Desk

TODAY = dt.date(2026, 11, 22)

EVENTS = """\
schema: 1
# Kept by hand.
sources:
  coast-2024-03-15:
    title: Storm closes the harbour
    publisher: Coast Daily
    url: https://coast.example/storm
    published: 2024-03-15

events:
  # The beginning.
  - id: 2024-03-14-storm-floods-port-elm
    date: 2024-03-14   # a Thursday
    title: Storm floods Port Elm
    citations:
      - source: coast-2024-03-15
        mention: aaaaaaaaaa

  - id: 2024-04-01-mayor-resigns
    date: 2024-04-01
    title: "Mayor resigns"
    review: candidate
    citations:
      - source: coast-2024-03-15
        mention: bbbbbbbbbb
"""

INBOX = """\
schema: 1
sources:
  coast-2024-03-15:
    title: Storm closes the harbour
    publisher: Coast Daily
    published: 2024-03-15
  echo-2024-03-16:
    title: Harbour flooded
    publisher: Northern Echo
    published: 2024-03-16
    original: wire-2024-03-15
  wire-2024-03-15:
    publisher: The Wire

events:
  - id: 2024-03-14-storm-in-port-elm
    date: 2024-03-14
    title: "A storm floods Port Elm"
    review: candidate
    citations:
      - source: echo-2024-03-16
        quote: "A storm flooded Port Elm on Thursday."
        when: "on Thursday"
        from: 2024-03-16
        date: 2024-03-14
        confidence: high
        mention: cccccccccc
    added: 2024-03-20

  # Somebody's remark.
  - id: 2024-03-22-harbour-reopens
    date: 2024-03-22
    title: "The harbour reopens"
    review: candidate
    citations:
      - source: coast-2024-03-15
        mention: dddddddddd

  - id: bridge-closes
    date: null
    title: "The bridge closes"
    review: candidate
    citations:
      - source: coast-2024-03-15
        when: on Tuesday
        date: null
        mention: eeeeeeeeee
"""


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """A timeline with an accepted event and a candidate."""
    path = tmp_path / "events.yaml"
    path.write_text(EVENTS, encoding="utf-8")
    return path


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """An inbox with three candidates, the last without a date."""
    path = tmp_path / "inbox.yaml"
    path.write_text(INBOX, encoding="utf-8")
    return path


@pytest.fixture
def desk(events: Path, inbox: Path) -> Desk:
    """Both on the desk."""
    return Desk(events, inbox, TODAY)


@pytest.fixture
def held(tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    """What the files of the folder hold."""
    return lambda: {path.name: path.read_bytes() for path in sorted(tmp_path.iterdir()) if path.is_file()}


class Scripted:
    """A terminal whose person presses keys and gives answers that were written down; at their end the window closes.

    An answer that is an exception is raised; a key that is a function is called, and stands for a change by somebody
    else while the candidate is looked at.
    """

    def __init__(self, keys: Iterable[str | Callable[[], object]], answers: Iterable[str | BaseException] = ()) -> None:
        self.keys = list(keys)
        self.answers = list(answers)
        self.lines: list[Line] = []
        self.asked: list[tuple[str, str]] = []

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def show(self, lines: Iterable[Line]) -> None:
        self.lines += lines

    def key(self) -> str:
        while self.keys:
            key = self.keys.pop(0)
            if isinstance(key, str):
                return key
            key()
        raise EOFError

    def ask(self, question: str, current: str = "") -> str:
        self.asked.append((question, current))
        answer = self.answers.pop(0) if self.answers else KeyboardInterrupt()
        if isinstance(answer, BaseException):
            raise answer
        return answer


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """What the files hold at the beginning."""
    return {"events.yaml": EVENTS, "inbox.yaml": INBOX}


@pytest.fixture(scope="session")
def scripted() -> type[Scripted]:
    """The terminal of a person whose keys and answers are written down."""
    return Scripted
