"""`dateline import`: take in events that another program or a person keeps in a file."""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from generator.commands.clock import today as day_of
from generator.commands.options import EVENTS_FILE, today_option
from generator.commands.text_diff import text_diff
from generator.errors import ForeignFileError

if TYPE_CHECKING:
    from generator.curating.admit import Admission, Policy
    from generator.curating.drafts import Batch

__all__ = ["command"]


@click.command(
    name="import",
    epilog="""\b
Example:
  dateline import timeline.json --dry-run
  dateline import events.xlsx --map date="Date of event" --map title=Headline
  dateline import events.csv --update
""",
)
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--events",
    type=click.Path(path_type=Path),
    default=EVENTS_FILE,
    show_default=True,
    help="The timeline's file; it is made where there is none.",
)
@click.option(
    "--map", "maps", multiple=True, metavar="FIELD=COLUMN", help="Which column of a table holds a field; repeatable."
)
@click.option("--sheet", metavar="NAME", default="", help="Which sheet of a workbook.  [default: the one shown first]")
@click.option(
    "--order",
    type=click.Choice(["day", "month"]),
    help="What comes first in 03/04/2022.  [default: as the other dates of the column tell]",
)
@click.option("--accept", is_flag=True, help="Publish what has a date and a source, instead of taking in candidates.")
@click.option("--update", is_flag=True, help="Change the fields of known events that the file says otherwise.")
@today_option
@click.option("--dry-run", is_flag=True, help="Print the change as a diff, and change nothing.")
@click.option("--verbose", is_flag=True, help="List everything, however much it is.")
def command(  # noqa: PLR0913 one parameter an option
    paths: tuple[Path, ...],
    *,
    events: Path,
    maps: tuple[str, ...],
    sheet: str,
    order: Literal["day", "month"] | None,
    accept: bool,
    update: bool,
    today: dt.date | None,
    dry_run: bool,
    verbose: bool,
) -> None:
    """Take in events from the files of others.

    FILE is a timeline of TimelineJS (JSON, or its spreadsheet), a table (CSV, XLSX) or a calendar (iCalendar). Events
    come in as candidates, for you to judge. Importing a file twice adds nothing. What cannot be kept is named, row by
    row; the command ends with 1 only if nothing could be read.
    """
    from generator.curating.admit import Policy
    from generator.curating.intake_summary import read_as, told
    from generator.importing.columns import parse_map
    from generator.importing.files import Wishes, read_batch

    wishes = Wishes(parse_map(maps), sheet, order or "")
    policy = Policy(accept=accept, update=update, today=day_of(today))
    read = 0
    for path in paths:
        try:
            batch = read_batch(path, wishes)
        except ForeignFileError as error:
            if len(paths) == 1:
                raise
            click.echo(f"dateline: {error}", err=True)
            continue
        read += 1
        for line in read_as(batch):
            click.echo(line, err=dry_run)
        admission = _admit(events, batch, policy, dry_run=dry_run)
        if dry_run:
            click.echo(text_diff(events, admission.old_text, admission.new_text), nl=False)
        for line in told(admission, written=not dry_run, updating=update, verbose=verbose):
            click.echo(line, err=dry_run)
    if not read:
        sys.exit(1)


def _admit(events: Path, batch: Batch, policy: Policy, *, dry_run: bool) -> Admission:
    """Find out what a file comes to, and write it unless told not to."""
    from generator.commands.writing import write_change
    from generator.curating.admit import admit
    from generator.curating.load import load
    from generator.curating.parts import is_there
    from generator.curating.seen import read_seen

    with contextlib.nullcontext() if dry_run else _locked(events):
        loaded = load(events) if is_there(events) else None
        admission = admit(events, loaded, read_seen(events), batch, policy)
        if not dry_run:
            kept = admission.new_text is not None or loaded is not None
            mentions = admission.mentions if kept else ()
            write_change(admission.path, admission.old_text, admission.new_text, mentions)
    return admission


def _locked(events: Path) -> contextlib.AbstractContextManager[None]:
    from generator.curating.write import locked

    return locked(events)
