"""`dateline review` as a person meets it: in a terminal of its own, key by key."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.curating.load import load_timeline

pexpect = pytest.importorskip("pexpect", reason="terminals are driven by pexpect", exc_type=ImportError)

STORM = "2024-03-14-storm-floods-port-elm"
EVENTS = f"""\
schema: 1
sources:
  coast-2024-03-15: {{title: Storm closes the harbour, publisher: Coast Daily, published: 2024-03-15}}

# Oldest first.
events:
  - id: {STORM}
    date: 2024-03-14
    title: A storm that nobody had foreseen floods the harbour of Port Elm and closes it for a week
    review: candidate
    citations:
      - source: coast-2024-03-15
        quote: "A storm flooded the harbour of Port Elm on Thursday."
        when: on Thursday
        from: 2024-03-15
        date: 2024-03-14
        mention: aaaaaaaaaa

  - id: 2024-03-22-harbour-reopens
    date: 2024-03-22
    title: The harbour reopens
    review: candidate
    citations:
      - source: coast-2024-03-15
        mention: bbbbbbbbbb
"""
CTRL_C, CTRL_U = "\x03", "\x15"


@pytest.fixture
def events(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(EVENTS, encoding="utf-8")
    return path


def heed_interrupts() -> None:
    """A shell that starts the tests in the background has them ignore Ctrl+C, and all that they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def start(events: Path) -> Iterator[Callable[..., object]]:
    """Start a review in a terminal of some width; what is still running at the end is ended."""
    started = []

    def begin(columns: int = 80, **environment: str) -> object:
        # Lines are edited in a terminal that has no colours of its own to add.
        # What a parent process says of the width of its own is not true of this one.
        outer = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
        env = {**outer, "TERM": "xterm", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", **environment}
        arguments = ["-m", "generator", "review", "--events", str(events), "--today", "2026-11-22"]
        options = {"encoding": "utf-8", "dimensions": (24, columns), "env": env, "timeout": 120}
        process = pexpect.spawn(sys.executable, arguments, preexec_fn=heed_interrupts, **options)
        process.delaybeforesend = None
        started.append(process)
        return process

    yield begin
    for process in started:
        process.close(force=True)


def press(process, key: str) -> None:
    """Press a key once the line of keys is there: what is typed before does not count, so it is waited for the wait."""
    process.expect(r"\? help\S*\s*\r\n")
    waits(process)
    process.send(key)


def waits(process) -> None:
    """Wait until the program reads single keys, without which the terminal would echo and gather a line."""
    for _ in range(12_000):
        if not process.getecho():
            return
        time.sleep(0.01)
    pytest.fail("the program does not wait for a key")


def rows(text: str) -> list[str]:
    """The lines of what was shown, without what colours them."""
    return [line.rstrip() for line in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text).split("\r\n")]


def test_a_person_accepts_edits_rejects_and_quits(start, events):
    review = start()
    press(review, "e")
    review.expect("Title: A storm")
    review.send(f"{CTRL_U}Storm floods Port Elm\r")
    review.expect("Date: 2024-03-14")
    review.send(f"{CTRL_U}yesterday\r")
    review.expect("“yesterday” is not a date")
    review.expect("Date: yesterday")
    review.send(f"{CTRL_U}2024-03-13\r")
    review.expect("Written: Storm floods Port Elm, 13 March 2024")
    press(review, "a")
    review.expect(f"Accepted {STORM}")
    press(review, "r")
    review.expect("Reason: ")
    review.send("Announced, and nothing more\r")
    review.expect("Rejected 2024-03-22-harbour-reopens")
    review.expect("u takes back your last decision, q quits")
    waits(review)
    review.send("q")
    review.expect("1 accepted, 1 edited, 1 rejected")
    review.expect(pexpect.EOF)
    assert review.wait() == 0
    storm, reopens = load_timeline(events).events
    assert (storm.review, storm.title, str(storm.date)) == ("accepted", "Storm floods Port Elm", "2024-03-13")
    assert (reopens.review, reopens.reason) == ("rejected", "Announced, and nothing more")
    assert "# Oldest first." in events.read_text()


def test_undo_gives_the_bytes_back_and_ctrl_c_leaves_a_whole_file(start, events):
    review = start()
    press(review, "a")
    review.expect(f"Accepted {STORM}")
    press(review, "u")
    review.expect("Taken back")
    press(review, CTRL_C)
    review.expect("Stopped; what you decided is written.")
    review.expect(pexpect.EOF)
    assert review.wait() == 0
    assert events.read_text() == EVENTS


def test_ctrl_c_at_a_question_leaves_it_and_asks_for_a_key_again(start, events):
    review = start()
    press(review, "r")
    review.expect("Reason: ")
    # Python forgets it until the next key where it comes between the question and the wait for its answer.
    for _ in range(3):
        review.send(CTRL_C)
        if review.expect(["Left as it was.", pexpect.TIMEOUT], timeout=30) == 0:
            break
    press(review, "q")
    review.expect("Nothing was decided")
    review.expect(pexpect.EOF)
    assert events.read_text() == EVENTS


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
def test_a_window_that_gets_narrow_is_filled_to_its_new_width(start, environment):
    review = start(100, **environment)
    review.expect(r"\? help\S*\s*\r\n")
    assert max(map(len, rows(review.before))) > 60
    review.setwinsize(24, 60)
    waits(review)
    review.send("\x0c")
    press(review, "q")
    narrow = rows(review.before)
    assert max(map(len, narrow)) <= 60
    assert "A storm that nobody had foreseen floods the harbour of Port" in narrow
    if environment:
        assert not re.search(r"\x1b\[(?:[0-9]+;)*[34][0-7]", review.before)


def test_a_request_to_end_leaves_the_terminal_as_it_was_and_the_file_whole(start, events):
    review = start()
    review.expect(r"\? help\S*\s*\r\n")
    waits(review)
    review.kill(signal.SIGTERM)
    review.expect(pexpect.EOF)
    assert review.wait() == 128 + signal.SIGTERM
    assert events.read_text() == EVENTS


def test_without_a_terminal_it_says_what_to_do(events, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["review", "--events", str(events)])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "this asks a person at a terminal, and there is none" in said
    assert "dateline accept ID" in said


def test_where_nothing_waits_it_says_so(start, events):
    events.write_text("schema: 1\nevents: []\n")
    review = start()
    review.expect("No candidate waits in ")
    review.expect(pexpect.EOF)
    assert review.wait() == 0
