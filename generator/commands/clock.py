"""The clock, which is an input: the only place that reads it."""

from __future__ import annotations

import datetime as dt
import os

import click

from generator.errors import UsageError

__all__ = ["DATE", "today"]


class Day(click.ParamType):  # type: ignore[type-arg] # generic from click 8.2 on; 8.1 serves too
    """A day, as 2026-11-21."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day that an option names; anything else is refused with an example."""
        if isinstance(value, dt.date):
            return value
        try:
            return _day(str(value))
        except ValueError:
            self.fail(f"“{value}” is not a day: write it as 2026-11-21", param, ctx)


DATE = Day()
"""The type of an option that takes a day."""


def today(option: str | dt.date | None = None) -> dt.date:
    """The day that counts as today.

    Args:
        option: What `--today` says, or None.

    Returns:
        The option's day; else that of SOURCE_DATE_EPOCH, in seconds since 1970 in UTC, as reproducible builds set it
        (https://reproducible-builds.org/specs/source-date-epoch/); else the day that it is here.

    Raises:
        UsageError: The option is not a day, or SOURCE_DATE_EPOCH is not a number of seconds.
    """
    if isinstance(option, dt.date):
        return option.date() if isinstance(option, dt.datetime) else option
    if option is not None:
        try:
            return _day(option)
        except ValueError as error:
            raise UsageError(f"“{option}” is not a day", todo="write it as 2026-11-21") from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        todo = "give it seconds since 1970, or leave it out"
        raise UsageError(f"SOURCE_DATE_EPOCH is “{epoch}”, which is no time", todo=todo) from error


def _day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
