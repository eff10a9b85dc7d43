"""What `dateline build` and `dateline serve` share: their options, and the check that comes first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.fault_formats import as_warnings
from generator.commands.options import today_option
from generator.curating.counted import counted
from generator.errors import FaultyTimelineError, SiteError

if TYPE_CHECKING:
    from generator.publishing.engine import Options
    from generator.publishing.publication import Read

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


MOST_WARNINGS = 10
"""So many are told before a build; a timeline of thousands of events has more than anybody reads there."""

_HOW_TO_BEGIN = "the README says under “Your own timeline” how to begin one"


def site_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say how a site is built."""
    for option in reversed(_SHARED):
        function = option(function)
    return function


def check_first(options: Options) -> Read | None:
    """Read and check the timeline that is to be published.

    Warnings are printed, those that there is room for.

    Returns:
        The timeline.

    Raises:
        FaultyTimelineError: It has errors; they are in its `faults`, the warnings among them.
        TimelineFileError: It cannot be read.
        SiteError: There is no configuration or no folder of pages, or it does not say where the timeline is.
    """
    from generator.curating.faults import errors
    from generator.publishing.checked import read_checked
    from generator.publishing.engine import events_file

    docs = _refuse_elsewhere(options.config_file)
    path = events_file(options)
    checked = read_checked(path, today=options.today, docs=docs)
    faults = checked.faults
    stopping = len(errors(faults))
    if stopping:
        raise FaultyTimelineError(
            f"the timeline has {stopping} error{'s' if stopping > 1 else ''}, so nothing was built",
            where=str(path),
            todo="correct what is said above",
            faults=tuple(fault.say(str(path)) for fault in faults),
        )
    lines = as_warnings(faults, str(path))
    for line in lines[:MOST_WARNINGS]:
        click.echo(line, err=True)
    if len(lines) > MOST_WARNINGS:
        more = len(lines) - MOST_WARNINGS
        click.echo(f"{path}: {counted(more, 'more warning')}: dateline check tells them all", err=True)
    return checked.found


def _refuse_elsewhere(config_file: Path) -> Path:
    """The folder of the site's pages; a folder that is no timeline's is refused, and said how one is begun.

    Raises:
        SiteError: The configuration is missing, or the folder of pages that it names.
    """
    if not config_file.exists():
        todo = f"run this in the timeline's folder, or name the file with --config-file; {_HOW_TO_BEGIN}"
        raise SiteError("there is no such file", where=str(config_file), todo=todo)
    docs = config_file.parent / _docs_dir(config_file)
    if not docs.is_dir():
        todo = f"make it and put the site's pages there, or name another with docs_dir; {_HOW_TO_BEGIN}"
        raise SiteError(f"there is no folder {docs}, where its pages should be", where=str(config_file), todo=todo)
    return docs


def _docs_dir(config_file: Path) -> str:
    """The folder of pages that a configuration names; where that cannot be read, which MkDocs will say, its own."""
    from mkdocs.exceptions import MkDocsException
    from mkdocs.utils.yaml import yaml_load

    try:
        with config_file.open("rb") as file:
            written = yaml_load(file)
    except (MkDocsException, OSError):
        return "."
    except TypeError as error:  # MkDocs looks for a key in what has none
        todo = "write “site_name: …” and what else it says, a key a line"
        raise SiteError("this is no configuration", where=str(config_file), todo=todo) from error
    named = written.get("docs_dir", "docs") if isinstance(written, dict) else "."
    return named if isinstance(named, str) else "."
