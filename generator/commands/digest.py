"""`dateline digest`: what is new and what was corrected, for a newsletter."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from generator.commands.clock import DATE
from generator.commands.clock import today as day_of
from generator.commands.options import events_option, today_option
from generator.errors import SiteError, UsageError

if TYPE_CHECKING:
    from generator.model import Timeline

__all__ = ["command"]


@click.command(
    name="digest",
    epilog="""\b
Example:
  dateline digest --since 2026-11-01
  dateline digest --since 2026-11-01 --until 2026-11-30 --format html --output november.html
""",
)
@click.option("--since", type=DATE, metavar="DATE", required=True, help="The first day that is told of.")
@click.option("--until", type=DATE, metavar="DATE", help="The last one.  [default: today]")
@click.option(
    "--format",
    "style",
    type=click.Choice(["markdown", "html"]),
    default="markdown",
    show_default=True,
    help="Markdown, or a page of HTML that needs no other file.",
)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it.  [default: print]")
@events_option
@click.option("--site-url", metavar="URL", default="", help="Where the site is.  [default: as the configuration says]")
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
@today_option
def command(  # noqa: PLR0913 one parameter an option
    *,
    since: dt.date,
    until: dt.date | None,
    style: Literal["markdown", "html"],
    output: Path | None,
    events: Path,
    site_url: str,
    config_file: Path,
    today: dt.date | None,
) -> None:
    """Tell what is new on the timeline and what was corrected.

    New is what readers can see now and could not see before the first day, by the git history of the timeline's file;
    where there is none, what came into the file since. Corrected is what says so under “corrections”.
    """
    from generator.curating.load import load_timeline
    from generator.curating.write import write_atomically
    from generator.publishing.atlas import Atlas
    from generator.publishing.digest import digest, digest_html, digest_markdown
    from generator.publishing.site_info import SiteInfo

    day = day_of(today)
    last = until or day
    if since > last:
        raise UsageError(f"--since {since} is after {last}", todo="give the earlier day first")
    timeline = load_timeline(events)
    before, then = _histories(events, since, last, day)
    url = _address(site_url, config_file)
    atlas = Atlas(then or timeline, SiteInfo(url=url, name=timeline.timeline.title, today=day))
    found = digest(atlas, since, last, before)
    text = digest_html(found, atlas) if style == "html" else digest_markdown(found, atlas)
    if not url:
        click.echo("There are no links to the site: its address is not known; --site-url gives it", err=True)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_atomically(output, text.encode())
        told = [f"{len(found.new)} new", f"{len(found.corrected)} corrected", f"{len(found.withdrawn)} withdrawn"]
        click.echo(f"Wrote {output}: {', '.join(told)}")


def _histories(
    events: Path, since: dt.date, last: dt.date, day: dt.date
) -> tuple[frozenset[str] | None, Timeline | None]:
    """What was published before the first day, and the timeline as it stood behind the last; None where git knows not.

    A timeline of today is the file itself, committed or not.
    """
    from generator.curating.history import as_of

    past = as_of(events, since)
    if past.timeline is None:
        what = f"{events}: what is new is told by the day on which an event came into the file, since {past.why}"
        click.echo(what, err=True)
        return None, None
    shown = (event for event in past.timeline.events if event.published)
    before = frozenset(name for event in shown for name in (event.id, *event.aliases) if name)
    return before, as_of(events, last + dt.timedelta(days=1)).timeline if last < day else None


def _address(said: str, config_file: Path) -> str:
    """The site's address with a trailing slash, as it was said or as the configuration has it; or empty.

    Raises:
        UsageError: What was said is no web address.
        SiteError: The configuration cannot be read.
    """
    from mkdocs.exceptions import MkDocsException
    from mkdocs.utils.yaml import yaml_load

    from generator.scalars import is_web_address

    if said and not is_web_address(said):
        raise UsageError(f"--site-url {said} is no web address", todo="write one that begins with https://")
    address: object = said
    if not said and config_file.is_file():
        try:
            with config_file.open("rb") as file:
                written = yaml_load(file)
        except (MkDocsException, OSError, TypeError) as error:
            todo = "correct it, or give the site's address with --site-url"
            raise SiteError("the configuration cannot be read", where=str(config_file), todo=todo) from error
        address = written.get("site_url") if isinstance(written, dict) else ""
    return f"{address.rstrip('/')}/" if isinstance(address, str) and is_web_address(address) else ""
