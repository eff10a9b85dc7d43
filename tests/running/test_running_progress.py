from __future__ import annotations

import io

import pytest

from generator.running import progress
from generator.running.progress import Bar, Lines, Silent, progress_on, said_seconds


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_a_log_gets_a_line_now_and_then_with_rate_and_time_left(clock: list[float]) -> None:
    out = io.StringIO()
    with Lines(out) as lines:
        lines.advance(500, known=True)
        clock[0] += 10
        lines.advance(2_000)
        assert out.getvalue() == ""
        clock[0] += 10
        lines.expect(10_500)
        lines.advance(2_000)
        clock[0] += 1
    assert out.getvalue().splitlines() == [
        "4,500 of 10,500 articles, 200 a second, 30 s left",
        "4,500 of 10,500 articles, 190 a second, 32 s left",
    ]


def test_where_nobody_knows_how_many_there_are_no_time_is_told(clock: list[float]) -> None:
    out = io.StringIO()
    with Lines(out) as lines:
        clock[0] += 20
        lines.advance(2_000)
    assert out.getvalue().splitlines()[0] == "2,000 articles, 100 a second"


def test_a_short_run_says_nothing(clock: list[float]) -> None:
    out = io.StringIO()
    with Lines(out) as lines:
        clock[0] += 2
        lines.advance(50)
    assert out.getvalue() == ""


def test_a_terminal_gets_a_bar_with_rate_and_time_left() -> None:
    out = Terminal()
    with progress_on(out) as bar:
        bar.expect(200)
        bar.advance(20, known=True)
        bar.advance(100)
        bar._bar.refresh()  # type: ignore[attr-defined]
    assert isinstance(bar, Bar)
    assert "120/200" in out.getvalue()
    assert "/s" in out.getvalue()


def test_what_is_no_terminal_gets_lines_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_on() as lines:
        lines.advance(1)
        lines._tell()  # type: ignore[attr-defined]
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("1 articles, ")


def test_silence_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    with Silent() as silent:
        silent.expect(10)
        silent.advance(10)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("seconds", "said"), [(40, "40 s"), (720, "12 min"), (12_600, "3.5 h")])
def test_a_time_is_said_as_a_person_says_it(seconds: float, said: str) -> None:
    assert said_seconds(seconds) == said
