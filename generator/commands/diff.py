"""`dateline diff`: what changed between two versions of the timeline, in sentences."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from generator.commands.options import events_option
from generator.curating.counted import counted
from generator.curating.difference import Change, Difference, Kind, compare
from generator.curating.load import load_timeline
from generator.curating.revisions import timeline_at
from generator.curating.sentence import Sentence, as_markdown, as_text

__all__ = ["command"]

KINDS: tuple[Kind, ...] = ("added", "changed", "renamed", "merged", "removed")

MOST_MARKDOWN = 60_000
"""Characters; GitHub takes comments of up to 65,536."""


@click.command(
    name="diff",
    epilog="""\b
Example:
  dateline diff HEAD
  dateline diff main my-branch --format markdown
""",
)
@click.argument("before", metavar="REV")
@click.argument("after", metavar="[REV]", required=False)
@events_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How to print it: for a terminal, as a comment on a pull request, or for a program.",
)
def command(before: str, after: str | None, *, events: Path, style: str) -> None:
    """Tell in sentences what changed in the timeline since a revision.

    REV is whatever git takes for a commit: HEAD, main, v1.0, a hash. The second is the one to compare with; without it,
    that is the file as it stands now. Nothing is checked out.
    """
    difference = compare(timeline_at(events, before), timeline_at(events, after) if after else load_timeline(events))
    if style == "json":
        click.echo(json.dumps(_data(difference), ensure_ascii=False, indent=2))
    elif style == "markdown":
        click.echo(_cut("\n".join(_markdown(difference))))
    else:
        click.echo("\n".join(_text(difference)))


def _summary(difference: Difference) -> str:
    said = [f"{counted(number, 'event')} {kind}" for kind in KINDS if (number := difference.count(kind))]
    others = f"{counted(len(difference.others), 'change')} beside them" if difference.others else ""
    published = f"{counted(difference.after, 'event')} published, {difference.before} before"
    return "; ".join(filter(None, [", ".join(said) or "No event changed", others, published]))


def _text(difference: Difference) -> Iterator[str]:
    for change in difference.events:
        yield change.heading.say(as_text)
        yield from (f"  - {detail.say(as_text)}" for detail in change.details)
    yield from _listed("Beside the events:", difference.others, as_text)
    yield from _listed("A person should look at:", difference.needs, as_text)
    yield _summary(difference)


def _listed(heading: str, sentences: tuple[Sentence, ...], show: Callable[[str], str]) -> Iterator[str]:
    if sentences:
        yield heading
        yield from (f"  - {sentence.say(show)}" for sentence in sentences)


def _markdown(difference: Difference) -> Iterator[str]:
    """The difference as a comment: what needs a person first, then what changed, which folds away where it is long."""
    yield "### What changes in the timeline"
    yield ""
    yield f"{_summary(difference)}."
    if difference.needs:
        yield "\n**For a person to look at**\n"
        yield from (f"- [ ] {need.say(as_markdown)}" for need in difference.needs)
    if difference.events:
        yield "\n**Events**\n"
        for change in difference.events:
            yield from _markdown_change(change)
    if difference.others:
        yield "\n**Beside the events**\n"
        yield from (f"- {sentence.say(as_markdown)}" for sentence in difference.others)


def _markdown_change(change: Change) -> Iterator[str]:
    yield f"- {change.heading.say(as_markdown)}"
    yield from (f"  - {detail.say(as_markdown)}" for detail in change.details)


def _cut(text: str) -> str:
    if len(text) <= MOST_MARKDOWN:
        return text
    kept = text[:MOST_MARKDOWN].rsplit("\n", 1)[0]
    left = text.count("\n") - kept.count("\n")
    return f"{kept}\n\n… and {counted(left, 'line')} more: `dateline diff` prints them all."


def _data(difference: Difference) -> dict[str, object]:
    return {
        "events": [
            {
                "id": change.id,
                "kind": change.kind,
                "heading": change.heading.say(as_text),
                "details": [detail.say(as_text) for detail in change.details],
                "needs": [need.say(as_text) for need in change.needs],
            }
            for change in difference.events
        ],
        "others": [sentence.say(as_text) for sentence in difference.others],
        "published": {"before": difference.before, "after": difference.after},
    }
