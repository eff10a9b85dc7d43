"""`dateline extract`: read articles and add the events that they report to the timeline."""

from __future__ import annotations

import contextlib
import datetime as dt
import difflib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator.commands.clock import DATE
from generator.commands.clock import today as day_of
from generator.commands.options import EVENTS_FILE, today_option
from generator.curating.listing import listing
from generator.curating.load import load
from generator.curating.propose import Outcome, Run
from generator.curating.schema import SCHEMA_FILE, schema_text
from generator.curating.seen import add_seen, read_seen
from generator.curating.summary import summary
from generator.curating.write import locked, replace_file, write_atomically
from generator.errors import ArticleError, UsageError
from generator.reading import Article, find_articles, read

__all__ = ["command"]


@click.command(
    name="extract",
    epilog="""\b
Example:
  dateline extract articles/ --events data/events.yaml
  dateline extract article.txt --published 2024-04-10
  dateline extract articles/ --dry-run
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
@click.option("--published", type=DATE, metavar="DATE", help="When the article was published, if it does not say.")
@today_option
@click.option("--dry-run", is_flag=True, help="Print the change as a diff, and write nothing.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print the candidates as JSON; the summary goes to standard error."
)
@click.option("--verbose", is_flag=True, help="List each line that was left out as furniture, and why.")
def command(  # noqa: PLR0913 one parameter an option
    paths: tuple[Path, ...],
    *,
    events: Path,
    published: dt.date | None,
    today: dt.date | None,
    dry_run: bool,
    as_json: bool,
    verbose: bool,
) -> None:
    """Read articles and add the events that they report to the timeline.

    PATH is an article (text, Markdown or saved HTML) or a folder of them. What is found is added to the timeline's file
    as candidates for you to judge; what is known gets a citation; what you changed, rejected or deleted stays as you
    left it. A file that cannot be read is named, and the others are read; the command ends with 1 if none could be.
    """
    day = day_of(today)
    articles, failures = _read_all(find_articles(paths), day, published)
    if not articles:
        for failure in failures:
            click.echo(f"dateline: {failure}", err=True)
        sys.exit(1)
    with contextlib.nullcontext() if dry_run else locked(events):
        loaded = load(events) if events.exists() else None
        outcome = Run(events, loaded, read_seen(events), day).propose(articles)
        if not dry_run:
            _write(outcome)
    if as_json:
        click.echo(json.dumps(listing(outcome), ensure_ascii=False, indent=2))
    elif dry_run:
        click.echo(_diff(outcome), nl=False)
    for line in summary(outcome, failures, verbose=verbose, written=not dry_run):
        click.echo(line, err=as_json or dry_run)
    for each in outcome.reads:
        if published and len(articles) == 1 and each.article.dct != published:
            what = f"--published was not used: {events} says {each.article.dct} of {each.source}; correct it there"
            click.echo(what, err=True)


def _read_all(files: Sequence[Path], today: dt.date, published: dt.date | None) -> tuple[list[Article], list[str]]:
    """The articles that can be read, and for each of the others a line that says why not.

    Raises:
        UsageError: A publication date is given, and it is not clear for which article.
    """
    articles: list[Article] = []
    failures: list[str] = []
    given = published if len(files) == 1 else None
    for file in files:
        try:
            articles.append(read(file, today=today, published=given))
        except ArticleError as error:
            failures.append(str(error))
    if published and given is None and articles:
        number = _only_undated(articles)
        articles[number] = read(Path(articles[number].origin), today=today, published=published)
    return articles, failures


def _only_undated(articles: Sequence[Article]) -> int:
    """The index of the one article without a publication date."""
    undated = [number for number, article in enumerate(articles) if article.published is None]
    if len(undated) == 1:
        return undated[0]
    names = ", ".join(articles[number].origin for number in undated)
    what = f"{len(undated)} articles have no publication date ({names})" if undated else "no article lacks a date"
    raise UsageError(f"--published is for one article, and {what}", todo="name the one file that it is for")


def _write(outcome: Outcome) -> None:
    """Write what changed; the timeline first: what it cites is known even if this is interrupted after it."""
    if outcome.new_text is not None:
        replace_file(outcome.path, outcome.old_text, outcome.new_text)
        schema = outcome.path.resolve().with_name(SCHEMA_FILE)
        if outcome.old_text is None and not schema.exists():
            write_atomically(schema, schema_text().encode())
    if outcome.mentions:
        add_seen(outcome.path, outcome.mentions)


def _diff(outcome: Outcome) -> str:
    """The change of the file as a unified diff."""
    old, new = outcome.old_text or "", outcome.new_text
    if new is None:
        return ""
    lines = difflib.unified_diff(
        _lines(old), _lines(new), "/dev/null" if outcome.old_text is None else str(outcome.path), str(outcome.path)
    )
    missing = "\n\\ No newline at end of file\n"
    return "".join(line if line.endswith("\n") else line + missing for line in lines)


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends; only line feeds end a line of a diff."""
    lines = text.split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *lines[-1:]] if lines[-1] else [f"{line}\n" for line in lines[:-1]]
