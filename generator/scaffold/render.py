"""The files of a new timeline, filled in and written; all of them, or none where one is in the way."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import jinja2

from generator.curating.schema import SCHEMA_FILE, schema_text
from generator.curating.yaml_text import scalar
from generator.errors import UsageError
from generator.scaffold.answers import Answers

__all__ = ["render", "write"]

_TEMPLATE = ".j2"
_DOT = "dot-"
"""What a hidden file's name begins with here: as such, git would obey a `.gitignore` that is meant for others."""

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
_MOST_NAMED = 10


def render(answers: Answers) -> dict[str, str]:
    """Fill the files in.

    Args:
        answers: What the timeline is to be.

    Returns:
        The text of each file, by its path from the timeline's folder, with `/`.
    """
    # No HTML is written here: each place says what it needs. The marks are such as neither workflows nor make use.
    environment = jinja2.Environment(  # noqa: S701
        variable_start_string="<[",
        variable_end_string="]>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["yaml"] = _quoted
    environment.filters["markdown"] = lambda text: _MARKUP.sub(r"\\\1", text)
    rendered = {f"data/{SCHEMA_FILE}": schema_text()}
    for path, source in _sources(files("generator.scaffold") / "files"):
        text = source.read_text(encoding="utf-8")
        if path.endswith(_TEMPLATE):
            text = environment.from_string(text).render(answers=answers, licence=answers.licence)
        rendered[path.removesuffix(_TEMPLATE)] = text
    return dict(sorted(rendered.items()))


def _quoted(text: str) -> str:
    """A text as YAML and JSON have it in double quotes, whatever it is."""
    written = scalar(text)
    return written if written.startswith('"') else f'"{written}"'


def _sources(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f".{entry.name.removeprefix(_DOT)}" if entry.name.startswith(_DOT) else entry.name
        if entry.is_dir():
            yield from _sources(entry, f"{above}{name}/")
        else:
            yield f"{above}{name}", entry


def write(folder: Path, rendered: dict[str, str]) -> None:
    """Write the files into a folder, which is made where it is missing; what else is in it stays.

    Args:
        folder: The folder.
        rendered: The files, as `render` gives them.

    Raises:
        UsageError: One of the files is there already, or cannot be written. Nothing was written then.
    """
    _refuse_taken(folder, rendered)
    made: list[Path] = []
    try:
        for path, text in rendered.items():
            file = folder / path
            for parent in reversed([each for each in file.parents if not each.exists()]):
                parent.mkdir()
                made.append(parent)
            with file.open("x", encoding="utf-8", newline="\n") as opened:
                made.append(file)
                opened.write(text)
    except OSError as error:
        _take_back(made)
        reason = (error.strerror or str(error)).lower()
        todo = "name a folder that you may write to; nothing was left behind"
        raise UsageError(f"the timeline cannot be written: {reason}", where=str(folder), todo=todo) from error


def _refuse_taken(folder: Path, rendered: dict[str, str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError("this is no folder", where=str(folder), todo="name a new folder")
    taken = [path for path in rendered if (folder / path).exists() or (folder / path).is_symlink()]
    if taken:
        more = len(taken) - _MOST_NAMED
        named = ", ".join(taken[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        what = f"{named} {'are' if len(taken) > 1 else 'is'} there already, and nothing was written"
        raise UsageError(what, where=str(folder), todo="move them away, or name a new folder")


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        with contextlib.suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
