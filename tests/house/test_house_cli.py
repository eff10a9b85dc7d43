"""The manual of the command line names every command and every option, and so does the help."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from generator.cli import COMMANDS, dateline
from generator.curating.load import load_timeline

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "cli.md").read_text()


def command(name: str) -> click.Command:
    """A command of `dateline`."""
    found = dateline.get_command(click.Context(dateline), name)
    assert found is not None
    return found


def parameters(found: click.Command) -> list[click.Parameter]:
    """What a command takes, and what the commands within it take."""
    within = found.commands.values() if isinstance(found, click.Group) else ()
    return [*found.params, *(param for each in within for param in parameters(each))]


def section(name: str) -> str:
    """What the manual says of a command."""
    return MANUAL.split(f"\n## dateline {name}\n", 1)[1].split("\n## ", 1)[0]


def test_the_manual_has_the_commands_in_the_order_of_the_help() -> None:
    assert re.findall(r"^## dateline (\w+)$", MANUAL, re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_ends_with_an_example_of_it(name: str) -> None:
    epilog = command(name).epilog or ""
    assert "Example:" in epilog
    assert f"dateline {name}" in epilog


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_has_an_example_of_a_command(name: str) -> None:
    assert re.search(rf"^```sh\n(?:.*\n)*?.*dateline {name}", section(name), re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_names_every_option_of_a_command_and_none_that_it_has_not(name: str) -> None:
    options = {
        opt
        for param in parameters(command(name))
        if isinstance(param, click.Option)
        for opt in param.opts + param.secondary_opts
    }
    written = {opt for opt in options if opt.startswith("--")}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", section(name)))
    assert named == written


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_explained_by_its_help(name: str) -> None:
    assert [
        param.name for param in parameters(command(name)) if isinstance(param, click.Option) and not param.help
    ] == []


@pytest.mark.parametrize(
    ("name", "review"), [("accept", "candidate"), ("reject", "candidate"), ("explain", "accepted")]
)
def test_an_example_with_an_event_can_be_run_on_the_demo(name: str, review: str) -> None:
    reviews = {event.id: event.review for event in load_timeline(ROOT / "data" / "events.yaml").events}
    for text in (command(name).epilog or "", section(name)):
        ids = re.findall(rf"dateline {name} (\d[\w-]+)", text)
        assert [reviews.get(each) for each in ids] == [review]


def test_the_line_that_an_example_explains_is_a_line_of_the_articles_text() -> None:
    for text in (command("explain").epilog or "", section("explain")):
        [(article, line)] = re.findall(r"dateline explain (data/\S+):(\d+)", text)
        assert len((ROOT / article).read_text().splitlines()[int(line) - 1].split()) > 1
