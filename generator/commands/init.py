"""`dateline init`: the files of a whole new timeline."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator.curating.counted import counted
from generator.errors import UsageError
from generator.scaffold.answers import (
    LICENCES,
    Answers,
    pages_address,
    repository_address,
    site_address,
    title_of,
    title_text,
)
from generator.scaffold.requirement import installed, is_local, requirement

__all__ = ["command"]

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@click.command(
    name="init",
    epilog="""\b
Example:
  dateline init my-timeline
  dateline init bridges --title "Bridges of the bay" --repository owner/bridges
""",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="What the timeline is called.  [default: from the folder's name]")
@click.option("--repository", metavar="NAME", help="Where it will be on GitHub, as owner/name, or another address.")
@click.option("--url", metavar="ADDRESS", help="Where the site will be.  [default: the repository's GitHub Pages]")
@click.option("--language", metavar="CODE", help="The language of the timeline.  [default: en]")
@click.option(
    "--license", "licence", type=click.Choice(list(LICENCES)), help="The licence of its data.  [default: CC-BY-4.0]"
)
@click.option(
    "--dateline",
    "program",
    metavar="REQUIREMENT",
    help="What pip is to install there: a version, an address or a folder.  [default: what runs now]",
)
def command(  # noqa: PLR0913 one parameter an option
    folder: Path,
    *,
    title: str | None,
    repository: str | None,
    url: str | None,
    language: str | None,
    licence: str | None,
    program: str | None,
) -> None:
    """Begin a whole new timeline in the folder DIR.

    Writes its configuration, an empty data/events.yaml with comments that teach, pages to start from, workflows for
    GitHub, and a Makefile whose “make site” works at once. At a terminal it asks for what no option says. What else is
    in the folder stays; where a file is in the way nothing is written.
    """
    from generator.scaffold.render import render, write

    line = requirement(program) if program else installed()
    named = _asked("Title", title, title_of(folder), title_text)
    where = _asked("Repository on GitHub, as owner/name (Enter for none yet)", repository, "", repository_address)
    site = _asked("Address of the site (Enter for none yet)", url, pages_address(where), site_address)
    code = _asked("Language of the timeline, as a code such as en or es", language, "en", _code)
    chosen = _asked(f"Licence of the data ({', '.join(LICENCES)})", licence, "CC-BY-4.0", _licence)
    answers = Answers(named, site, where, code, chosen, line)
    rendered = render(answers)
    write(folder, rendered)
    click.echo(f"Wrote {counted(len(rendered), 'file')} into {folder}/")
    for told in _told(folder, answers):
        click.echo(told)


def _asked(question: str, option: str | None, default: str, check: Callable[[str], str]) -> str:
    """What an option says; else what a person at a terminal answers, asked until it is right; else the default."""
    if option is not None:
        return check(option)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return check(default)

    def answered(text: str) -> str:
        try:
            return check(text)
        except UsageError as error:
            raise click.UsageError(str(error)) from error

    answer: str = click.prompt(question, default=default, show_default=bool(default), value_proc=answered)
    return answer


def _code(said: str) -> str:
    """The code of a language.

    Raises:
        UsageError: It is none.
    """
    text = said.strip()
    if not _CODE.fullmatch(text):
        raise UsageError(f"“{said}” is no code of a language", todo="write two letters, such as en, es or zh")
    return text


def _licence(said: str) -> str:
    """The name of a licence.

    Raises:
        UsageError: It is none of those that there are.
    """
    found = next((name for name in LICENCES if name.casefold() == said.strip().casefold()), None)
    if found is None:
        raise UsageError(f"“{said}” is no licence that we know", todo=f"choose one of {', '.join(LICENCES)}")
    return found


def _told(folder: Path, answers: Answers) -> list[str]:
    """What to do next."""
    lines = [
        "Next:",
        f"  cd {folder}",
        "  make site        # sets everything up and builds the site in site/",
        "Then write an event into data/events.yaml, where the comments show how; or put articles into data/articles/:",
        "  make candidates  # reads them; what they report waits in data/inbox.yaml",
        "  make review      # shows you each candidate, and you decide",
        "README.md says the rest.",
    ]
    if is_local(answers.requirement):
        lines += [
            f"requirements.txt names a folder of this machine ({answers.requirement.split('@', 1)[1].strip()}):",
            "  nobody else has it. Before you push, write there where others get Dateline: dateline @ git+https://…",
        ]
    return lines
