"""`dateline check`: every fault of the timeline's file, with its place and what to write instead."""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.commands.clock import today as day_of
from generator.commands.docs_folder import find_docs
from generator.commands.fault_formats import annotation, as_annotations, as_json, as_text
from generator.commands.options import EVENTS_FILE, today_option
from generator.commands.settings import setting
from generator.curating.check import check_loaded
from generator.curating.counted import counted
from generator.curating.faults import Fault, errors
from generator.curating.load import Loaded, conflict_marks, load_text, load_timeline, read_text
from generator.curating.nodes import collector_at_rest
from generator.curating.parts import home, parts_of, placed, strays
from generator.curating.schema import schema_text
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
@click.option(
    "--fix",
    "fixing",
    is_flag=True,
    help="Mend what is safe to mend: ids that are missing, the spelling of dates, the order of events, blanks at the "
    "end of lines.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="How to print a fault: with its line, as an annotation on a pull request, or for programs.",
)
@today_option
@click.option("--schema", "schema", is_flag=True, help="Print the JSON Schema that editors use, and do nothing else.")
def command(file: Path, *, fixing: bool, style: str, today: dt.date | None, schema: bool) -> None:
    """Find every fault in the timeline's file.

    FILE is data/events.yaml unless another is named; the folder data/events is read with it. Of each fault you are told
    where it is, what is wrong, and what to write instead. Ends with 1 where there are errors; warnings are for you to
    judge.
    """
    if schema:
        click.echo(schema_text(), nl=False)
        return
    with collector_at_rest():
        try:
            if fixing:
                _fix(file, style)
            text = read_text(file).text
        except DatelineError as error:
            if style == "github":
                click.echo(annotation(str(error), str(file)))
            raise
        faults, loaded = _find(file, text, day_of(today))
        _print(faults, file, text, style)
    if style != "json":
        click.echo(_summary(file, faults, loaded))
    sys.exit(1 if errors(faults) else 0)


def _fix(file: Path, style: str) -> None:
    """Mend what is safe to mend, and tell of it."""
    from generator.commands.fixing import fix_file

    for line in fix_file(file):
        click.echo(line, err=style == "json")


def _find(file: Path, text: str, today: dt.date) -> tuple[list[Fault], Loaded | None]:
    """The faults of a text, and what it holds unless a merge is unfinished."""
    marks = conflict_marks(text)
    if marks:
        return placed(marks, parts_of(text), home(file)), None
    loaded = load_text(text, file)
    found = check_loaded(loaded, today=today, docs=find_docs(home(file)), elsewhere=_elsewhere(file))
    return [*found, *_strays(file)], loaded


def _elsewhere(file: Path) -> frozenset[str]:
    """Where the file is the inbox of the folder's timeline: the ids of that, to which candidates may be related."""
    inbox = setting("inbox")
    if inbox is None or file.resolve() != Path(inbox).resolve():
        return frozenset()
    with contextlib.suppress(DatelineError):
        return frozenset(
            name for event in load_timeline(EVENTS_FILE).events for name in (event.id, *event.aliases) if name
        )
    return frozenset()


def _strays(file: Path) -> Iterator[Fault]:
    """What somebody put into the folder of the timeline, and nobody will ever see."""
    for path in strays(file):
        name = path.with_name(f"{path.name.removesuffix(path.suffix)}.yaml")
        yield Fault(1, 1, "this file is not read, for its name", f"call it {name}", "warning", str(path))


def _print(faults: Sequence[Fault], file: Path, text: str, style: str) -> None:
    if style == "json":
        click.echo(as_json(faults, str(file), text))
        return
    lines = list((as_annotations if style == "github" else as_text)(faults, str(file), text))
    if lines:
        click.echo("\n".join(lines))


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
