from __future__ import annotations

import datetime as dt

import click
import pytest
from click.testing import CliRunner

from generator.commands.clock import DATE, today
from generator.errors import UsageError

DAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize("option", ["2026-11-21", DAY, dt.datetime(2026, 11, 21, 23, 59, tzinfo=dt.UTC)])
def test_the_option_comes_before_the_environment(option: str | dt.date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today(option) == DAY


def test_the_environment_comes_before_the_clock_and_is_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305599")
    assert today() == DAY


def test_the_clock_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs(today() - dt.datetime.now(tz=dt.UTC).date()) <= dt.timedelta(days=1)


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30])
def test_an_environment_that_is_no_time_is_named(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        today()


def test_an_option_that_is_no_day_is_named() -> None:
    with pytest.raises(UsageError, match="2026-13-01"):
        today("2026-13-01")


def test_a_command_takes_a_day_and_refuses_anything_else() -> None:
    @click.command()
    @click.option("--day", type=DATE, default=DAY)
    def command(day: dt.date) -> None:
        click.echo(repr(day))

    runner = CliRunner()
    assert runner.invoke(command, ["--day", "2022-12-30"]).output == "datetime.date(2022, 12, 30)\n"
    assert runner.invoke(command, []).output == "datetime.date(2026, 11, 21)\n"
    refused = runner.invoke(command, ["--day", "30.12.2022"])
    assert (refused.exit_code, "write it as 2026-11-21" in refused.output) == (2, True)
