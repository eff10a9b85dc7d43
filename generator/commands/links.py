"""`dateline links`: which sources can no longer be read, and where copies of them stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from generator.commands.fetch import MachineClock
from generator.commands.options import events_option
from generator.curating.counted import counted
from generator.curating.load import load_timeline
from generator.curating.sentence import Sentence, as_markdown, as_text
from generator.fetching.links import ARCHIVE, Link, Standing, look_at
from generator.fetching.settings import Options
from generator.model import Source

__all__ = ["command"]

ORDER = (Standing.GONE, Standing.SILENT, Standing.CLOSED)


@dataclass(frozen=True, slots=True)
class _Found:
    """A source, and what became of its address."""

    key: str
    source: Source
    link: Link


@click.command(
    name="links",
    epilog="""\b
Example:
  dateline links
  dateline links --format markdown > links.md
""",
)
@events_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How to print it; in Markdown nothing is printed where every source can be read.",
)
@click.option("--archive", default=ARCHIVE, show_default=True, help="Whom to ask for copies; nothing for nobody.")
@click.option(
    "--delay",
    type=click.FloatRange(0, 60),
    default=1.0,
    show_default=True,
    help="Seconds between two requests to a host.",
)
@click.option(
    "--timeout", type=click.FloatRange(0.1, 600), default=30.0, show_default=True, help="Seconds for an answer."
)
@click.option("--retries", type=click.IntRange(0, 20), default=1, show_default=True, help="How often to ask again.")
@click.option("--allow-private", is_flag=True, help="Ask hosts of private networks too, for tests of yours.")
def command(  # noqa: PLR0913 one parameter an option
    *, events: Path, style: str, archive: str, delay: float, timeout: float, retries: int, allow_private: bool
) -> None:
    """Ask for the address of every source, and say which lead nowhere.

    For those that cannot be read, a copy is looked for, nearest to the day of publication. No file is changed, and it
    ends with 0 whatever is found: a host that is down on one day says little.
    """
    options = Options(allow_private=allow_private, delay=delay, timeout=timeout, retries=retries)
    sources = {key: source for key, source in load_timeline(events).sources.items() if source.url}
    asked = ((source.url or "", source.published) for source in sources.values())
    links = look_at(asked, options, MachineClock(), archive=archive)
    found = [_Found(key, source, link) for (key, source), link in zip(sources.items(), links, strict=True)]
    if style == "json":
        click.echo(json.dumps([_data(each) for each in found], ensure_ascii=False, indent=2))
    elif style == "markdown":
        click.echo("\n".join(_markdown(found)), nl=False)
    else:
        click.echo("\n".join(_text(found)))


def _wrong(found: list[_Found]) -> list[_Found]:
    return sorted(
        (each for each in found if each.link.standing in ORDER), key=lambda each: ORDER.index(each.link.standing)
    )


def _sentences(each: _Found) -> Iterator[Sentence]:
    """What is to be said of a source, and what to write."""
    called = {"key": each.key, "name": each.source.title or each.source.publisher or each.key}
    if each.link.standing in ORDER:
        words = f"{{key}}, {{name}}: its address {each.link.standing.value} ({{why}})"
        yield Sentence(words, called | {"why": each.link.why}, plain=("why",))
        if each.link.archived and not each.source.archived:
            yield Sentence("a copy; write archived: {copy}", {"copy": each.link.archived})
        elif each.source.archived:
            yield Sentence("the timeline names a copy of it")
    elif each.link.moved:
        yield Sentence("{key}, {name}: it moved to {to}", called | {"to": each.link.moved})


def _lines(found: list[_Found], show: Callable[[str], str]) -> Iterator[str]:
    moved = [each for each in found if each.link.standing is Standing.READS and each.link.moved]
    for each in (*_wrong(found), *moved):
        first, *rest = (sentence.say(show) for sentence in _sentences(each))
        yield f"- {first}"
        yield from (f"  - {sentence}" for sentence in rest)


def _text(found: list[_Found]) -> Iterator[str]:
    yield from _lines(found, as_text)
    yield f"{len(_wrong(found))} of {counted(len(found), 'source')} with an address cannot be read"


def _markdown(found: list[_Found]) -> Iterator[str]:
    lines = list(_lines(found, as_markdown))
    if lines:
        yield f"{len(_wrong(found))} of {counted(len(found), 'source')} cannot be read at its address.\n"
        yield from lines
        yield ""


def _data(each: _Found) -> dict[str, str | None]:
    link = each.link
    return {
        "source": each.key,
        "address": link.address,
        "standing": link.standing.name.lower(),
        "why": link.why,
        "moved": link.moved,
        "archived": link.archived,
    }
