"""`dateline extract`: read articles and add the events that they report to the timeline."""

from __future__ import annotations

import contextlib
import datetime as dt
import difflib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.clock import DATE
from generator.commands.clock import today as day_of
from generator.commands.options import ARTICLES, EVENTS_FILE, today_option
from generator.commands.settings import inbox_option
from generator.commands.writing import write_change
from generator.curating.listing import listing
from generator.curating.load import load, load_timeline
from generator.curating.nodes import collector_at_rest
from generator.curating.parts import home, is_there, parts_of
from generator.curating.propose import Outcome, Run
from generator.curating.seen import read_seen
from generator.curating.summary import summary
from generator.curating.write import locked
from generator.errors import UsageError
from generator.fetching.store import page_finder
from generator.model import Timeline
from generator.reviewing.inbox import begin_inbox, known, read_inbox
from generator.running.job import Job, Options

if TYPE_CHECKING:
    from generator.curating.ranking import Wanted

__all__ = ["command"]


@click.command(
    name="extract",
    epilog="""\b
Example:
  dateline extract articles/ --events data/events.yaml
  dateline extract article.txt --published 2024-04-10
  dateline extract archive.jsonl --top 30 --since 2024-01-01 --dry-run --json
""",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--events",
    type=click.Path(path_type=Path),
    default=EVENTS_FILE,
    show_default=True,
    help="The timeline's file; it is made where there is none.",
)
@inbox_option("Where what is found waits instead, until you have judged it: see dateline review.")
@click.option("--no-inbox", is_flag=True, help="Write into the timeline's file, whatever dateline.toml says.")
@click.option("--published", type=DATE, metavar="DATE", help="When the article was published, if it does not say.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the N events for which most speaks.")
@click.option("--since", type=DATE, metavar="DATE", help="Only events of this day or later.")
@click.option("--until", type=DATE, metavar="DATE", help="Only events of this day or earlier.")
@click.option("--query", metavar="WORDS", default="", help="Only events that are about these words.")
@click.option(
    "--min-sources", type=click.IntRange(min=1), metavar="N", help="Only events that N independent sources report."
)
@today_option
@click.option(
    "--workers", type=click.IntRange(min=1), metavar="N", help="How many processes read.  [default: one a core]"
)
@click.option("--cluster", metavar="ADDRESS", default="", help="A Dask scheduler whose workers read: tcp://host:port.")
@click.option(
    "--fetched",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    default=ARTICLES,
    show_default=True,
    help="Where the pages lie that a list of addresses names.",
)
@click.option("--dry-run", is_flag=True, help="Print the change as a diff, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the events as JSON; the summary goes to standard error.")
@click.option(
    "--verbose",
    is_flag=True,
    help="List each line that was left out as furniture, and why, and every article of a large run.",
)
def command(  # noqa: PLR0913 one parameter an option
    paths: tuple[Path, ...],
    *,
    events: Path,
    inbox: Path | None,
    no_inbox: bool,
    published: dt.date | None,
    top: int | None,
    since: dt.date | None,
    until: dt.date | None,
    query: str,
    min_sources: int | None,
    today: dt.date | None,
    workers: int | None,
    cluster: str,
    fetched: Path,
    dry_run: bool,
    as_json: bool,
    verbose: bool,
) -> None:
    """Read articles and add the events that they report to the timeline.

    PATH is an article, a collection of them or a folder. What is found is added to the timeline's file as candidates
    for you to judge; what is known gets a citation; what you changed, rejected or deleted stays as you left it. What
    cannot be read is named, and the rest is read; the command ends with 1 if nothing could be. A long run that is
    stopped goes on where it was when the same command is given again.
    """
    if workers and cluster:
        raise UsageError("--workers and --cluster are two ways to do the work", todo="give one of them")
    day = day_of(today)
    inbox = None if no_inbox else inbox
    options = Options(
        today=day,
        wanted=_wanted(top, since, until, query, min_sources),
        workers=workers,
        cluster=cluster,
        published=published,
        furniture=verbose,
        page_of=page_finder(fetched),
    )
    with Job(paths, inbox or events, options) as job:
        outcome = _extract(job, events, inbox, day, dry_run=dry_run)
        failures, count = list(job.spool.failures()), job.spool.count()
    if outcome is None:
        for failure in failures:
            click.echo(f"dateline: {failure}", err=True)
        sys.exit(1)
    if as_json:
        click.echo(json.dumps(listing(outcome), ensure_ascii=False, indent=2))
    elif dry_run:
        click.echo(_diff(outcome), nl=False)
    for line in summary(outcome, failures, count=count, verbose=verbose, written=not dry_run):
        click.echo(line, err=as_json or dry_run)
    for each in outcome.reads:
        if published and count == 1 and each.article.dct != published:
            said = f"{inbox or events} says {each.article.dct} of {each.source}"
            click.echo(f"--published was not used: {said}; correct it there", err=True)


def _extract(job: Job, events: Path, inbox: Path | None, day: dt.date, *, dry_run: bool) -> Outcome | None:
    """Do a job, and write what it adds to the file unless told not to; None where nothing could be read."""
    if not job.is_small:
        # A fault in the file is to be found before, not after, an hour's work.
        _run(events, inbox, day, dry_run=dry_run)
    job.gather()
    if not job.spool.count():
        return None
    if inbox is not None and not dry_run:
        begin_inbox(inbox)
    # A few articles leave little to collect, and a large timeline much to look through: a tenth of the time.
    rest = collector_at_rest() if job.is_small else contextlib.nullcontext()
    with rest, contextlib.nullcontext() if dry_run else locked(inbox or events):
        outcome = job.propose(_run(events, inbox, day, dry_run=True))
        if not dry_run:
            write_change(outcome.path, outcome.old_text, outcome.new_text, outcome.mentions)
            job.done = True
    return outcome


def _wanted(
    top: int | None, since: dt.date | None, until: dt.date | None, query: str, min_sources: int | None
) -> Wanted | None:
    """What is asked of a ranking; None where nothing is.

    Raises:
        UsageError: The first day is after the last one.
    """
    if since and until and since > until:
        raise UsageError(f"--since {since} is after --until {until}", todo="give the earlier day first")
    if top is None and since is None and until is None and not query and min_sources is None:
        return None
    from generator.curating.ranking import Wanted

    return Wanted(top or sys.maxsize, since, until, query, min_sources or 1)


def _run(events: Path, inbox: Path | None, day: dt.date, *, dry_run: bool) -> Run:
    """A run over the file as it is now; unless nothing is to be written, it is seen that it can be."""
    with contextlib.nullcontext() if dry_run else locked(inbox or events):
        if inbox is None:
            return Run(events, load(events) if is_there(events) else None, read_seen(events), day)
        timeline = load_timeline(events) if is_there(events) else Timeline()
        return Run(inbox, read_inbox(inbox), known(events, inbox, timeline), day, beside=timeline)


def _diff(outcome: Outcome) -> str:
    """The change of the file, or of each of its files, as a unified diff."""
    old, new = outcome.old_text, outcome.new_text
    if new is None:
        return ""
    if not parts_of(new):
        return _diff_of(str(outcome.path), old, new)
    texts = [{part.name: text[part.start : part.end] for part in parts_of(text)} for text in (old or "", new)]
    folder = home(outcome.path).parent
    return "".join(_diff_of(str(folder / name), texts[0].get(name), text) for name, text in texts[1].items())


def _diff_of(path: str, old: str | None, new: str) -> str:
    lines = difflib.unified_diff(_lines(old or ""), _lines(new), "/dev/null" if old is None else path, path)
    missing = "\n\\ No newline at end of file\n"
    return "".join(line if line.endswith("\n") else line + missing for line in lines)


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends; only line feeds end a line of a diff."""
    lines = text.split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *lines[-1:]] if lines[-1] else [f"{line}\n" for line in lines[:-1]]
