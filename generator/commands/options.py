"""Options that several commands have, so that each means the same everywhere."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.clock import DATE

__all__ = ["ARTICLES", "EVENTS_FILE", "events_option", "today_option"]

EVENTS_FILE = Path("data/events.yaml")
"""Where the timeline is, unless another file is named."""

ARTICLES = Path("data/articles")
"""Where fetched pages are, unless another folder is named."""

events_option = click.option(
    "--events",
    type=click.Path(path_type=Path),
    default=EVENTS_FILE,
    show_default=True,
    help="The timeline's file.",
)
today_option = click.option(
    "--today",
    type=DATE,
    metavar="DATE",
    help="The day that counts as today, as 2026-11-21.  [default: SOURCE_DATE_EPOCH, or today]",
)
