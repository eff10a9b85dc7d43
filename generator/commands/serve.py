"""`dateline serve`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.commands.clock import today as day_of
from generator.commands.site_options import check_first, site_options

__all__ = ["command"]


@click.command(
    epilog="""\b
Example:
  dateline serve
  dateline serve --candidates -a 127.0.0.1:8010
"""
)
@site_options
@click.option("-a", "--address", metavar="HOST:PORT", help="Where to serve it.  [default: 127.0.0.1:8000]")
def command(config_file: Path, *, candidates: bool, strict: bool, today: dt.date | None, address: str | None) -> None:
    """Build the site, show it on this machine, and rebuild it when a file changes.

    Press Ctrl+C to stop.
    """
    from generator.publishing.engine import Options, serve_site

    options = Options(config_file, day_of(today), candidates=candidates, strict=strict)
    check_first(options)
    serve_site(options, address)
