"""`dateline github …`: what the workflows run; what strangers wrote reaches it in files alone."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.options import events_option
from generator.errors import GitHubError, TimelineFileError, UsageError

if TYPE_CHECKING:
    from generator.github.client import Client

__all__ = ["command"]

MOST_TEXT = 60_000
"""Characters of a text of ours on GitHub, which takes up to 65,536."""

MOST_FILE = 20_000_000
"""Bytes of a file in a pull request."""

text_argument = click.argument("text", type=click.Path(path_type=Path, exists=True, dir_okay=False))
payload_argument = click.argument("payload", type=click.Path(path_type=Path, exists=True, dir_okay=False))
mark_option = click.option(
    "--mark", default="report", show_default=True, metavar="WORD", help="What it is known again by, to be rewritten."
)
title_option = click.option("--title", required=True, help="Its title.")


@click.group(
    name="github",
    epilog="""\b
Example:
  dateline github suggestion "$GITHUB_EVENT_PATH" --reply reply.md
  dateline github comment 12 changes.md --mark changes
""",
)
def command() -> None:
    """Do what a workflow on GitHub asks for.

    The repository, the token and the interface's address come from GITHUB_REPOSITORY, GITHUB_TOKEN and GITHUB_API_URL.
    """


@command.command()
@payload_argument
@events_option
@click.option("--reply", type=click.Path(path_type=Path), required=True, help="The file for what to answer, Markdown.")
def suggestion(payload: Path, *, events: Path, reply: Path) -> None:
    """Make a candidate of an issue that suggests an event.

    Prints the path of the file that holds it; nothing where something is missing, which the reply asks for, or where
    the timeline has it.
    """
    from generator.curating.load import load_timeline
    from generator.curating.parts import home, is_there
    from generator.curating.write import write_atomically
    from generator.github.suggestion import suggestion as made_of

    taken = load_timeline(events).by_id if is_there(events) else {}
    made = made_of(_read(payload), taken)
    file = home(events).with_suffix("") / made.file
    if file.exists():
        there = (
            f"This suggestion is in the timeline already, in `{file.as_posix()}`. What is to change is changed there."
        )
        write_atomically(reply, f"{there}\n".encode())
        return
    if made.missing:
        asked = "\n".join(f"- {sentence}" for sentence in made.missing)
        answer = (
            f"Thank you. Before this can become an entry, something is missing:\n\n{asked}\n\n"
            "Edit the issue's text, and it is looked at again.\n"
        )
        write_atomically(reply, answer.encode())
        return
    answer = (
        f"Suggested in #{made.number}. The entry is `{made.id}`, a candidate.\n\n**Whoever merges it**\n\n"
        "- [ ] the source says so, on this date\n- [ ] the title is one thing that happened, without judgement\n"
        "- [ ] it is in the timeline's scope, and not there yet\n\n"
        f"To publish it, accept it: `dateline accept {made.id}`, or delete its line `review: candidate`.\n\n"
        f"Closes #{made.number}.\n"
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(reply, answer.encode())
    try:
        # Last, as where it stands the suggestion is taken for answered.
        write_atomically(file, made.text.encode())
    except TimelineFileError:
        reply.unlink(missing_ok=True)
        raise
    click.echo(file)


@command.command()
@payload_argument
def number(payload: Path) -> None:
    """Print the number of the open pull request that a run was for.

    Nothing is printed where there is none any more.
    """
    from generator.github.standing import head_of

    found = head_of(_client(), _read(payload).get("workflow_run") or {})
    if found is not None:
        click.echo(found)


@command.command()
@click.argument("number", type=click.IntRange(min=1))
@text_argument
@mark_option
def comment(number: int, text: Path, *, mark: str) -> None:
    """Say something of an issue or a pull request, once: what stands there from before is rewritten."""
    from generator.github.standing import comment as say

    click.echo(say(_client(), number, _text(text), mark=_word(mark)))


@command.command()
@text_argument
@title_option
@mark_option
def issue(text: Path, *, title: str, mark: str) -> None:
    """Keep one open issue that says how something stands."""
    from generator.github.standing import issue as keep

    click.echo(keep(_client(), title, _text(text), mark=_word(mark)))


@command.command()
@click.argument("branch")
@click.argument(
    "files", type=click.Path(path_type=Path, exists=True, dir_okay=False), nargs=-1, required=True, metavar="FILE..."
)
@title_option
@click.option("--text", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=True, help="Its text.")
@click.option("--onto", default="", metavar="COMMIT", help="Go on from this commit, in which the branch ends.")
def propose(branch: str, files: tuple[Path, ...], *, title: str, text: Path, onto: str) -> None:
    """Open a pull request with files, or bring the one of that branch up to date.

    Without --onto what stands on the branch is replaced, but never what a person did there.
    """
    from generator.github.standing import propose as open_it

    held = {_inside(file): _bytes(file) for file in files}
    made = open_it(_client(), branch, held, title=title, text=_text(text), onto=onto)
    click.echo(f"{made.address}{': left as it is, for somebody has worked on it' if made.is_left else ''}")


@command.command()
@click.argument("branch")
def proceed(branch: str) -> None:
    """Bring the default branch into that of an open pull request, and print its number.

    Nothing is printed where none is open.
    """
    from generator.github.standing import go_on

    found = go_on(_client(), branch)
    if found is not None:
        click.echo(found)


def _client() -> Client:
    from generator.github.client import API, Client

    given = os.environ
    return Client(
        given.get("GITHUB_REPOSITORY", ""), given.get("GITHUB_TOKEN", ""), api=given.get("GITHUB_API_URL") or API
    )


def _read(payload: Path) -> dict[str, Any]:
    try:
        said = json.loads(payload.read_text(encoding="utf-8"))
    except ValueError as error:
        raise GitHubError("this is no JSON", where=str(payload), todo="name the file in GITHUB_EVENT_PATH") from error
    if not isinstance(said, dict):
        raise GitHubError("this tells of nothing", where=str(payload), todo="name the file in GITHUB_EVENT_PATH")
    return said


def _text(file: Path) -> str:
    text = file.read_text(encoding="utf-8", errors="replace")
    return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]}\n\n… and more, which does not fit here."


def _word(mark: str) -> str:
    if not mark.isascii() or not mark.replace("-", "").isalnum():
        raise UsageError(f"--mark “{mark}” is no word", todo="write letters, digits and hyphens")
    return mark


def _inside(file: Path) -> str:
    """The path of a file in the repository, whose root is the folder that this runs in."""
    root = Path.cwd().resolve()
    whole = file.resolve()
    if not whole.is_relative_to(root):
        raise UsageError(f"{file} is outside of this folder", todo="run this in the repository's root")
    return whole.relative_to(root).as_posix()


def _bytes(file: Path) -> bytes:
    if file.stat().st_size > MOST_FILE:
        raise UsageError(f"{file} is larger than 20 MB", todo="propose smaller files")
    return file.read_bytes()
