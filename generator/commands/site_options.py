"""What `dateline build` and `dateline serve` share: their options, and the check that comes first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.options import today_option
from generator.errors import FaultyTimelineError

if TYPE_CHECKING:
    from generator.publishing.engine import Options

__all__ = ["check_first", "site_options"]

_SHARED = (
    click.option(
        "-f",
        "--config-file",
        type=click.Path(path_type=Path),
        default=Path("mkdocs.yml"),
        show_default=True,
        help="The site's configuration.",
    ),
    click.option("--candidates", is_flag=True, help="Show candidates too, marked as such: a draft of the site."),
    click.option("--strict", is_flag=True, help="Stop at a warning too: a broken link, a page that no menu names."),
    today_option,
)


def site_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say how a site is built."""
    for option in reversed(_SHARED):
        function = option(function)
    return function


def check_first(options: Options) -> None:
    """Check the timeline that is to be published.

    Warnings are printed.

    Raises:
        FaultyTimelineError: It has errors; they are in its `faults`, the warnings among them.
        TimelineFileError: It cannot be read.
        SiteError: The configuration does not say where it is.
    """
    from generator.curating.check import check
    from generator.curating.faults import errors
    from generator.publishing.engine import events_file

    path = events_file(options)
    faults = check(path, today=options.today)
    lines = [fault.say(str(path)) for fault in faults]
    stopping = len(errors(faults))
    if stopping:
        raise FaultyTimelineError(
            f"the timeline has {stopping} error{'s' if stopping > 1 else ''}, so nothing was built",
            where=str(path),
            todo="correct what is said above",
            faults=tuple(lines),
        )
    for line in lines:
        click.echo(line, err=True)
