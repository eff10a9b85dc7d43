"""`dateline timex`: every expression of time in a text, in its place, with its value and why."""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from generator.curating.counted import counted
from generator.errors import ArticleError
from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.languages import CODES
from generator.extracting.timex import Timex

__all__ = ["command"]

_CONTEXT = 60
"""How many characters of the line are shown on each side of an expression."""


@click.command(
    name="timex",
    epilog="""\b
Example:
  dateline timex --dct 2023-10-18 article.txt
  echo "They met last Friday." | dateline timex --dct 2023-10-18
  echo "Sie trafen sich am Freitag." | dateline timex --dct 2023-10-18 --language de
""",
)
@click.option(
    "--dct",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="DATE",
    help="When the text was published (YYYY-MM-DD): what “on Friday” is counted from. Without it nothing is guessed.",
)
@click.option(
    "--language",
    type=click.Choice(sorted(CODES)),
    help="The text's language (ISO 639-1); without it that is found from the text.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the expressions as JSON.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
def command(file: Path, dct: dt.datetime | None, *, language: str | None, as_json: bool) -> None:
    """Show every expression of time in a text, its value and why.

    FILE is plain text; without it, or with a dash, the text is read from standard input.
    """
    text = _read(file)
    found = language or _language(text)
    if found not in CODES:
        click.echo(f"The text seems to be in a language without rules ({found}): it is read as English.", err=True)
        found = "en"
    timexes = find_timexes(text, dct.date() if dct else None, language=found)
    if as_json:
        rows = [{"line": _line_number(text, timex), **asdict(timex)} for timex in timexes]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for timex in timexes:
        click.echo(_describe(text, timex))
    known = sum(timex.resolved for timex in timexes)
    click.echo(f"{counted(len(timexes), 'expression')} of time, {known} with a calendar date.", err=True)
    if dct is None and any(timex.confidence == "low" for timex in timexes):
        click.echo("Without --dct nothing is counted from the day of the text: --dct 2023-10-18 tells it.", err=True)


def _read(file: Path) -> str:
    """The text of a file, or of standard input for `-`.

    Raises:
        ArticleError: It cannot be read, or is no text.
    """
    name = "standard input" if str(file) == "-" else str(file)
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise ArticleError(
            error.strerror or "cannot be read", where=name, todo="give a text file, or - for standard input"
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError("is not text in UTF-8", where=name, todo="save it as UTF-8") from error
    if "\0" in text:
        raise ArticleError("is a binary file", where=name, todo="give a text file")
    return text


def _language(text: str) -> str:
    """The language of a text, as it seems; English where nothing tells."""
    from generator.reading.languages import language_of

    return language_of([text]) or "en"


def _line_number(text: str, timex: Timex) -> int:
    return text.count("\n", 0, timex.start) + 1


def _describe(text: str, timex: Timex) -> str:
    """An expression in its line, and below it what it means and why."""
    shown = [f"{_line_number(text, timex)}: {_in_place(text, timex)}"]
    facts = [timex.type, timex.value]
    if timex.mod:
        facts.append(timex.mod)
    facts += [f"EDTF {timex.edtf}" if timex.edtf else "no calendar date", f"rule {timex.rule}"]
    if timex.anchor:
        facts.append(f"counted from {_plain(timex.anchor)}")
    facts.append(f"confidence {timex.confidence}")
    shown.append(f"    {' · '.join(facts)}")
    if timex.alternatives:
        shown.append(f"    or {', '.join(timex.alternatives)}")
    if timex.reason:
        shown.append(f"    because {_plain(timex.reason)}")
    return "\n".join(shown)


def _in_place(text: str, timex: Timex) -> str:
    """The expression between marks, with what stands around it on its lines."""
    first = max(text.rfind("\n", 0, timex.start) + 1, timex.start - _CONTEXT)
    end = text.find("\n", timex.end)
    last = min(len(text) if end < 0 else end, timex.end + _CONTEXT)
    before = ("…" if first and text[first - 1] != "\n" else "") + text[first : timex.start]
    after = text[timex.end : last] + ("…" if last < len(text) and text[last] != "\n" else "")
    marked = click.style(f"»{_plain(timex.text)}«", bold=True)
    return f"{_plain(before)}{marked}{_plain(after)}"


def _plain(words: str) -> str:
    """Words fit for a terminal: white space as single spaces, nothing that a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in words)
