"""`dateline check`: every fault of the timeline's file, with its place and what to write instead."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator.commands.clock import today as day_of
from generator.commands.docs_folder import find_docs
from generator.commands.options import EVENTS_FILE, today_option
from generator.curating.check import check_loaded
from generator.curating.counted import counted
from generator.curating.faults import Fault, errors
from generator.curating.fix import fix
from generator.curating.load import Loaded, conflict_marks, load_text, read_text
from generator.curating.schema import schema_text
from generator.curating.write import locked, replace_file
from generator.errors import DatelineError

__all__ = ["command"]


@click.command(
    name="check",
    epilog="""\b
Example:
  dateline check
  dateline check --fix data/events.yaml
  dateline check --schema > data/events.schema.json
""",
)
@click.argument("file", type=click.Path(path_type=Path), default=EVENTS_FILE, metavar="[FILE]")
@click.option("--fix", "fixing", is_flag=True, help="Write the ids that are missing; nothing else is changed.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "github"]),
    default="text",
    show_default=True,
    help="How to print a fault: as a line of text, or as an annotation on a pull request.",
)
@today_option
@click.option("--schema", "schema", is_flag=True, help="Print the JSON Schema that editors use, and do nothing else.")
def command(file: Path, *, fixing: bool, style: str, today: dt.date | None, schema: bool) -> None:
    """Find every fault in the timeline's file.

    FILE is data/events.yaml unless another is named. Each fault is a line: file:line:column, what is wrong, and what to
    write instead. Ends with 1 where there are errors; warnings are for you to judge.
    """
    if schema:
        click.echo(schema_text(), nl=False)
        return
    say = _annotation if style == "github" else Fault.say
    try:
        if fixing:
            _fix(file)
        read = read_text(file)
    except DatelineError as error:
        if style == "github":
            click.echo(f"::error file={_property(str(file))}::{_data(str(error))}")
        raise
    marks = conflict_marks(read.text)
    loaded = None if marks else load_text(read.text, file, bom=read.bom)
    faults = check_loaded(loaded, today=day_of(today), docs=find_docs(file)) if loaded else marks
    for fault in faults:
        click.echo(say(fault, str(file)))
    click.echo(_summary(file, faults, loaded))
    sys.exit(1 if errors(faults) else 0)


def _fix(file: Path) -> None:
    """Write the ids that are missing; where the file has errors, only say that they come first."""
    with locked(file):
        read = read_text(file)
        loaded = load_text(read.text, file, bom=read.bom)
        if loaded.timeline is None:
            click.echo(f"{file}: nothing was fixed — correct the errors first")
            return
        fixed = fix(loaded)
        if fixed.written:
            replace_file(file, loaded.text, fixed.text)
    for new in fixed.written:
        click.echo(f"{file}: wrote id: {new}")
    for line in fixed.left:
        click.echo(f"{file}:{line}: not fixed: this event is written in braces — write its id by hand")


def _summary(file: Path, faults: Sequence[Fault], loaded: Loaded | None) -> str:
    """The last line: what was found, in what; how much that is can only be said of a file that could be read."""
    wrong = len(errors(faults))
    counts = [counted(wrong, "error"), counted(len(faults) - wrong, "warning")]
    found = ", ".join(count for count in counts if not count.startswith("0 ")) or "No faults"
    if loaded is None or not loaded.parsed or not isinstance(loaded.data, dict | None):
        return f"{found} in {file}"
    data = loaded.data or {}
    held = [counted(len(data.get(key) or ()), key.removesuffix("s")) for key in ("events", "sources")]
    return f"{found} in {file}: {', '.join(held)}"


def _annotation(fault: Fault, path: str) -> str:
    """A fault as a command of GitHub Actions, which shows it beside the line in a pull request."""
    message = f"{fault.what} — {fault.todo}" if fault.todo else fault.what
    place = f"file={_property(path)},line={fault.line},col={fault.column}"
    return f"::{fault.severity} {place}::{_data(message)}"


def _data(text: str) -> str:
    """A message, escaped as GitHub's runner wants it (actions/toolkit, `escapeData`)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property, escaped as GitHub's runner wants it (actions/toolkit, `escapeProperty`)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
