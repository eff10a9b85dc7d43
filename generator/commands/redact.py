"""`dateline redact`: a person's name goes from the timeline, and from what was remembered for it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.commands.options import ARTICLES, events_option
from generator.commands.settings import inbox_option
from generator.curating.counted import counted
from generator.curating.load import load
from generator.curating.parts import is_there, timeline_files
from generator.curating.redacting import Redacted, Redaction
from generator.curating.write import locked, refuse_unwritable, replace_file
from generator.running.spool import spool_path

__all__ = ["command"]


@click.command(
    name="redact",
    epilog="""\b
Example:
  dateline redact "Ann Lee" "A. Lee" Lee
""",
)
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option(
    "--with",
    "stand_in",
    default="[name removed]",
    show_default=True,
    metavar="TEXT",
    help="What stands in the place of the name in a text.",
)
@inbox_option("Where candidates wait: the name goes from there too.")
@click.option(
    "--articles",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    default=ARTICLES,
    show_default=True,
    help="Where articles lie: those with the name are listed, and left to you.",
)
@events_option
def command(names: tuple[str, ...], *, stand_in: str, inbox: Path | None, articles: Path, events: Path) -> None:
    """Take a person's name out of the timeline.

    It goes from every field, id, key and comment of the timeline's file and the inbox; an address with the name in it
    is left empty, and what a stopped run remembers is deleted. Give each form of the name. An id that changes has no
    alias: its old address is gone. Each place is told, and each that still has the name; what git keeps, the manual
    says under “How to edit”.
    """
    redaction = Redaction(names, stand_in)
    files = [path for path in (events, inbox) if path is not None and (path == events or is_there(path))]
    left = _redact(files, redaction)
    for path in files:
        for remembered in sorted(spool_path(path).parent.glob(f"{spool_path(path).name}*")):
            remembered.unlink()
            click.echo(f"{remembered}: deleted, as it may hold the name")
    left += (f"{path}: an article" for path in _articles(articles, redaction))
    for line in left:
        click.echo(f"STILL THERE {line}")
    click.echo(f"{counted(len(left), 'place')} left for you to see to; git keeps what was ever committed")


def _redact(files: Sequence[Path], redaction: Redaction) -> list[str]:
    """Take the names out of the timeline's file and the inbox, or of neither; the places that still have one."""
    with contextlib.ExitStack() as stack:
        for path in files:
            stack.enter_context(locked(path))
        loaded = [load(path) for path in files]
        done: list[Redacted] = [redaction.file(each) for each in loaded]
        changed = [(path, each.text, one.text) for path, each, one in zip(files, loaded, done, strict=True)]
        changed = [(path, old, new) for path, old, new in changed if old != new]
        refuse_unwritable(file for path, _, _ in changed for file in (timeline_files(path) or (path,)))
        for path, old, new in changed:
            replace_file(path, old, new)
    for each in done:
        for line in each.places:
            click.echo(line)
    return [line for each in done for line in each.left]


def _articles(folder: Path, redaction: Redaction) -> Iterator[Path]:
    """The articles that have one of the names, in their text or their own name."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and (
            redaction.names(path.name) or redaction.names(path.read_text(encoding="utf-8", errors="replace"))
        ):
            yield path
