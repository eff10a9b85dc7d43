"""`dateline.toml`: options that hold for a timeline's folder, so that nobody has to give them each time."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.curating.suggest import nearest
from generator.errors import UsageError

__all__ = ["SETTINGS", "SETTINGS_FILE", "inbox_option", "setting"]

SETTINGS_FILE = Path("dateline.toml")
"""Looked for in the folder in which a command runs, as `mkdocs.yml` is."""

SETTINGS = {"inbox": "the file in which candidates wait until somebody has judged them"}
"""Each key of the file, and what it says."""


def setting(key: str, file: Path = SETTINGS_FILE) -> str | None:
    """What the file says of a key.

    Args:
        key: The key.
        file: The file, which need not exist.

    Returns:
        The text, or None where the file or the key is missing.

    Raises:
        UsageError: The file is no TOML, or has a key that is none of ours, or a value that is no text.
    """
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        what = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "it is not UTF-8"
        raise UsageError(
            f"this is no TOML: {what}", where=str(file), todo='write a line such as inbox = "…"'
        ) from error
    for name, value in written.items():
        if name not in SETTINGS:
            near = nearest(name, SETTINGS)
            todo = f"did you mean {near}?" if near else f"the keys are: {', '.join(SETTINGS)}"
            raise UsageError(f"“{name}” is no setting", where=str(file), todo=todo)
        if not isinstance(value, str) or not value.strip():
            raise UsageError(f"{name} is no text", where=str(file), todo=f'write {name} = "…"')
    return written.get(key)


def inbox_option(text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the option `--inbox`, whose default stands in `dateline.toml`.

    Args:
        text: Its help.
    """
    return click.option(
        "--inbox",
        type=click.Path(path_type=Path, dir_okay=False),
        default=lambda: setting("inbox"),
        metavar="FILE",
        help=f"{text}  [default: as {SETTINGS_FILE} says]",
    )
