"""`dateline build`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.commands.clock import today as day_of
from generator.commands.site_options import check_first, site_options
from generator.curating.counted import counted

__all__ = ["command"]


@click.command(
    epilog="""\b
Example:
  dateline build
  dateline build --candidates --site-dir draft --from-disk
"""
)
@site_options
@click.option(
    "-d",
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes.  [default: as configured]",
)
@click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
    help="What renders the pages around the timeline: MkDocs with Material, or its successor (extra “zensical”).",
)
@click.option("--from-disk", is_flag=True, help="Let it be opened from its folder, without a server, as a preview is.")
def command(  # noqa: PLR0913 one parameter an option
    config_file: Path,
    *,
    candidates: bool,
    strict: bool,
    today: dt.date | None,
    site_dir: Path | None,
    engine: str,
    from_disk: bool,
) -> None:
    """Check the timeline and build the site.

    Nothing is built while the timeline has errors. Of an earlier site in the same folder, files that have not changed
    are left alone, and those that are of it no more are removed.
    """
    from generator.publishing.engine import Options, build_site

    options = Options(
        config_file,
        day_of(today),
        candidates=candidates,
        strict=strict,
        site_dir=site_dir,
        engine=engine,
        from_disk=from_disk,
    )
    built = build_site(options, check_first(options))
    click.echo(f"Built {counted(built.pages, 'page')} from {counted(built.events, 'event')} in {_short(built.folder)}/")


def _short(folder: Path) -> Path:
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
