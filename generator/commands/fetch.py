"""`dateline fetch`: fetch the pages of articles, politely, into the folder of articles."""

from __future__ import annotations

import datetime as dt
import math
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.commands.options import ARTICLES
from generator.errors import UsageError
from generator.fetching import Listed, Options, Outcome, State, fetch
from generator.reading.item import Unread
from generator.reading.listed import addresses

__all__ = ["command"]

DEFAULTS = Options()
MEGABYTE = 1_000_000
DAY_SECONDS = 86_400
MOST_MEGABYTES = 1_000
MOST_RETRIES = 20
"""More waits between two tries than fill a day: each is twice as long as the one before."""


class MachineClock:
    """The machine's own clock."""

    def monotonic(self) -> float:
        """Seconds that only go forward."""
        return time.monotonic()

    def now(self) -> dt.datetime:
        """The time of day in UTC."""
        return dt.datetime.now(dt.UTC)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class Number(click.FloatRange):
    """A number within bounds; `nan`, which lies within any for want of a comparison, is none.

    Args:
        most: The largest that makes sense; `inf` is larger.
        above: Whether it must be more than nothing.
    """

    def __init__(self, most: float, *, above: bool = False) -> None:
        super().__init__(min=0, max=most, min_open=above)

    def convert(self, value: float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read it, or say what is wrong with it."""
        number: float = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{number} is not a number", param, ctx)
        return number


@click.command(
    name="fetch",
    epilog="""\b
Example:
  dateline fetch https://example.org/a-story
  dateline fetch addresses.txt https://example.org/feed.xml --limit 100
  dateline fetch addresses.txt --refresh
""",
)
@click.argument("targets", metavar="URL|FILE...", nargs=-1, required=True)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=ARTICLES,
    show_default=True,
    help="The folder for the pages; it is made where there is none.",
)
@click.option(
    "--limit", type=click.IntRange(min=1), help="Ask for at most so many pages; those already there are free."
)
@click.option("--refresh", is_flag=True, help="Ask again for pages that are there: have they changed?")
@click.option(
    "--delay",
    type=Number(DAY_SECONDS),
    default=DEFAULTS.delay,
    show_default=True,
    help="Seconds between two requests to one host; a host may ask for more.",
)
@click.option(
    "--timeout",
    type=Number(DAY_SECONDS, above=True),
    default=DEFAULTS.timeout,
    show_default=True,
    help="Seconds that one page may take in all.",
)
@click.option(
    "--max-size",
    type=Number(MOST_MEGABYTES, above=True),
    default=DEFAULTS.max_size / MEGABYTE,
    show_default=True,
    help="The largest page, in MB, after unpacking.",
)
@click.option(
    "--retries",
    type=click.IntRange(min=0, max=MOST_RETRIES),
    default=DEFAULTS.retries,
    show_default=True,
    help="How often to ask again after a failure that may pass.",
)
@click.option(
    "--user-agent",
    default=DEFAULTS.user_agent,
    show_default=True,
    help="What hosts are told of who asks; best with an address where you can be reached.",
)
@click.option(
    "--allow-private", is_flag=True, help="Ask hosts of private networks and of this machine too, for tests of yours."
)
def command(  # noqa: PLR0913 one parameter an option
    targets: tuple[str, ...],
    *,
    into: Path,
    limit: int | None,
    refresh: bool,
    delay: float,
    timeout: float,
    max_size: float,
    retries: int,
    user_agent: str,
    allow_private: bool,
) -> None:
    """Fetch the pages of articles into the folder of articles.

    URL is the address of a page, or of a feed or sitemap, whose pages are fetched then. FILE is a list of addresses,
    one a line, or a saved feed or sitemap. Each host's robots.txt is obeyed, and each host is asked at a pace. A page
    that is there is not fetched again. What fails is named, and the others are fetched; the command ends with 1 if all
    failed.
    """
    if not user_agent.strip() or not user_agent.isascii() or not user_agent.isprintable():
        raise UsageError("--user-agent holds nothing, or what cannot be sent", todo="write it in plain letters")
    options = Options(
        allow_private=allow_private,
        delay=delay,
        timeout=timeout,
        max_size=int(max_size * MEGABYTE),
        retries=retries,
        user_agent=user_agent.strip(),
        refresh=refresh,
        limit=limit or 0,
    )
    counts: Counter[State] = Counter()
    is_whole = False
    try:
        for outcome in fetch(_addresses(targets), into, options, clock=MachineClock()):
            counts[outcome.state] += 1
            _tell(outcome)
        is_whole = True
    finally:
        click.echo(_summary(counts, into, limit, is_whole=is_whole))
    if counts.total() == counts[State.FAILED] + counts[State.REFUSED]:
        sys.exit(1)


def _addresses(targets: Sequence[str]) -> Iterator[Listed]:
    """The addresses that were named, and those that the files list that were named."""
    for target in targets:
        if "://" in target:
            yield target
        elif _is_file(target):
            yield from addresses(Path(target))
        else:
            yield Unread(target, "no such file — check the path, or write the address with https://")


def _is_file(target: str) -> bool:
    try:
        return Path(target).is_file()
    except OSError:  # a name too long for any file
        return False


def _tell(outcome: Outcome) -> None:
    """Say what became of an address: what came on standard output, what did not on standard error."""
    if outcome.error is not None:
        error = outcome.error
        passed = "" if error.where == outcome.address else f"{outcome.address}: "
        click.echo(f"dateline: {passed}{error}", err=True)
    elif outcome.state is State.EXPANDED:
        click.echo(f"{outcome.address} names {outcome.named} pages")
    elif outcome.state is not State.THERE:
        click.echo(f"{outcome.state.value} {outcome.path}  {outcome.address}")


def _summary(counts: Counter[State], into: Path, limit: int | None, *, is_whole: bool) -> str:
    """What became of all, in one line."""
    said = [f"{counts[state]} {state.value}" for state in State if counts[state] or state is State.FETCHED]
    asked = sum(counts[state] for state in (State.FETCHED, State.UNCHANGED, State.FAILED, State.REFUSED))
    if not is_whole:
        said.append("stopped before the end; run this again to go on")
    elif limit and asked >= limit:
        said.append(f"at most {limit} pages are asked for at a time: run this again for the next")
    return f"{into}: {', '.join(said)}"
